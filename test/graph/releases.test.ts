import { describe, expect, test } from 'vitest';
import { graphServices, serviceArgs } from '../../src/dgd/services.ts';
import { flagValue } from '../../src/graph/args.ts';
import { buildGraph } from '../../src/graph/graph.ts';
import { getIn, type Json, type JsonObject } from '../../src/json.ts';
import type { Row } from '../../src/profile/rows/row.ts';
import { RELEASES } from '../../src/releases.ts';
import type { Request } from '../../src/request/request.ts';
import { finishGraph, type Picked, readProfile, readRequest, readRow } from '../support/graphs.ts';
import { collectWarnings } from '../support/warnings.ts';

const VLLM = 'qwen3-32b-kv-disagg';
const SGLANG = 'qwen3-small-a100';
const TRTLLM = 'qwen3-32b-auto';

function render(name: string, target: string, change: Partial<Request> = {}, picked: Partial<Picked> = {}): JsonObject {
  const overrides = { dgd: undefined, tolerations: [], trustRemoteCode: false };
  const request = { ...readRequest(name, { target }), overrides, ...change };
  const { totalGpus } = request.hardware;
  return finishGraph(request, readProfile(name, { ...picked, totalGpus }), collectWarnings().warn);
}

function names(name: string, target: string): string[] {
  return graphServices(render(name, target)).map((service) => service.name);
}

function withRow(name: string, changes: Row): Partial<Picked> {
  return { row: readRow(name, changes) };
}

test('the table has a row a release, each after the one before', () => {
  expect(RELEASES.map(({ release }) => `${release.major}.${release.minor}`)).toEqual([
    ...['1.0', '1.1', '1.2', '1.3', '1.4', '1.5', '1.6'],
  ]);
});

describe('names of workers', () => {
  test.each([
    [VLLM, '1.0', ['VllmDecodeWorker', 'VllmPrefillWorker']],
    [VLLM, '1.5', ['VllmDecodeWorker', 'VllmPrefillWorker']],
    [VLLM, '1.6', ['decode', 'prefill']],
    [TRTLLM, '1.1', ['TRTLLMDecodeWorker', 'TRTLLMPrefillWorker']],
    [TRTLLM, '1.2', ['decode', 'prefill']],
    [TRTLLM, '1.6', ['decode', 'prefill']],
    [SGLANG, '1.0', ['decode', 'prefill']],
  ])('%s for %s', (name, target, workers) => {
    expect(names(name, target)).toEqual(['Frontend', ...workers]);
  });
});

describe('roles of vLLM', () => {
  const transfer = (target: string, service: string) =>
    flagValue(serviceArgs(render(VLLM, target), service), '--kv-transfer-config');

  test.each([
    ['1.0', 'VllmPrefillWorker', '{"kv_connector":"NixlConnector","kv_role":"kv_both"}'],
    ['1.5', 'VllmPrefillWorker', '{"kv_connector":"NixlConnector","kv_role":"kv_both"}'],
    ['1.5', 'VllmDecodeWorker', undefined],
    ['1.6', 'prefill', '{"kv_connector":"NixlConnector","kv_role":"kv_producer"}'],
    ['1.6', 'decode', '{"kv_connector":"NixlConnector","kv_role":"kv_consumer"}'],
  ])('for %s %s transfers as %s', (target, service, config) => {
    expect(transfer(target, service)).toBe(config);
  });

  test('the old spelling of the role counts up to 1.3 only', () => {
    const args = ['--is-prefill-worker'];
    const dgd = { spec: { services: { VllmPrefillWorker: { extraPodSpec: { mainContainer: { args } } } } } };
    const overrides = { dgd, tolerations: [], trustRemoteCode: false };
    const hasRole = (target: string) =>
      serviceArgs(render(VLLM, target, { overrides }), 'VllmPrefillWorker').includes('--disaggregation-mode');
    expect(['1.3', '1.4'].map(hasRole)).toEqual([false, true]);
  });
});

describe('flags of SGLang', () => {
  const graphFlags = (target: string) =>
    serviceArgs(render(SGLANG, target), 'decode').filter((arg) => arg.startsWith('--cuda-graph'));

  test.each([
    ['1.5', ['--cuda-graph-bs']],
    ['1.6', ['--cuda-graph-bs-decode']],
  ])('for %s the sizes of CUDA graphs are %s', (target, flags) => {
    expect(graphFlags(target)).toEqual(flags);
  });

  test('from 1.5 a prefill worker has a request for each of its attention ranks, its graphs do not', () => {
    const picked = {
      ...withRow(SGLANG, { '(p)dp': 2, '(p)moe_ep': 2, '(p)bs': 1, total_gpus_needed: 'NaN' }),
      model: { isMoe: true, nextn: 0, contextLength: 40960 },
    };
    const hardware = { ...readRequest(SGLANG).hardware, totalGpus: 8 };
    const flag = (target: string, name: string) =>
      flagValue(serviceArgs(render(SGLANG, target, { hardware }, picked), 'prefill'), name);
    const flags = (target: string) => [flag(target, '--max-running-requests'), flag(target, '--cuda-graph-bs')];
    expect(['1.4', '1.5'].map(flags)).toEqual([
      ['1', '2'],
      ['2', '2'],
    ]);
  });
});

test('the worker of TensorRT-LLM 1.0 takes its engine settings as JSON', () => {
  const args = serviceArgs(render('qwen3-32b-trtllm', '1.0'), 'TRTLLMWorker');
  expect(args.filter((arg) => arg.startsWith('--trtllm.'))).toEqual([]);
  expect(JSON.parse(flagValue(args, '--override-engine-args') ?? 'null')).toEqual({
    kv_cache_config: { dtype: 'auto', tokens_per_block: 32, enable_block_reuse: false },
    cuda_graph_config: { enable_padding: true },
    disable_overlap_scheduler: false,
    print_iter_log: false,
    enable_chunked_prefill: true,
  });
  expect(serviceArgs(render('qwen3-32b-trtllm', '1.1'), 'TRTLLMWorker')).toContain('--trtllm.print_iter_log');
});

describe('the planner', () => {
  const planner = { optimization_target: 'sla', enable_throughput_scaling: true, ttft: 300 };

  function config(target: string, settings: JsonObject = planner): { json: JsonObject; codes: string[] } {
    const request = { ...readRequest('planner-rapid', { target }), features: { planner: settings, mocker: false } };
    const { warn, seen } = collectWarnings();
    const { resources } = buildGraph(request, readProfile('planner-rapid'), warn);
    const text = getIn(resources[0], 'data', 'planner_config.json');
    return { json: JSON.parse(String(text)), codes: seen.map(({ code }) => code) };
  }

  test.each<[string, JsonObject, readonly string[]]>([
    ['1.0', { ttft: 300, no_operation: false, load_adjustment_interval: 5 }, ['ttft_ms', 'advisory']],
    ['1.1', { ttft: 300, throughput_adjustment_interval: 180 }, ['ttft_ms', 'throughput_adjustment_interval_seconds']],
    ['1.2', { ttft_ms: 300, model_name: null }, ['ttft']],
    ['1.5', { ttft_ms: 300, model_name: null }, ['ttft', 'ais_perf_model']],
    ['1.6', { ttft_ms: 300, model_name: readRequest('planner-rapid').model }, ['aic_perf_model']],
  ])('of %s is told %j', (target, told, lacks) => {
    const { json } = config(target);
    expect(json).toMatchObject(told);
    for (const member of lacks) expect(json).not.toHaveProperty(member);
  });

  test.each([
    ['1.0', ['FIELD_NEWER_THAN_TARGET']],
    ['1.2', []],
    ['1.6', []],
  ])('of %s warns with %j', (target, codes) => {
    expect(config(target).codes).toEqual(codes);
  });

  test('later members are passed on where the planner reads them, and named elsewhere', () => {
    const power = { ...planner, total_gpu_power_limit: 700 };
    expect(config('1.5', power)).toMatchObject({ json: { total_gpu_power_limit: 700 }, codes: [] });
    const older = config('1.3', power);
    expect(older.json).not.toHaveProperty('total_gpu_power_limit');
    expect(older.codes).toContain('REQUEST_UNKNOWN_FIELD');
  });

  test('a target that came later is warned about', () => {
    const load = {
      optimization_target: 'load',
      ...{ prefill_scale_up_queue_tokens: 9, prefill_scale_down_queue_tokens: 1 },
    };
    const all = { ...load, decode_scale_up_kv_rate: 90, decode_scale_down_kv_rate: 10 };
    expect(config('1.2', all).codes).toContain('FIELD_NEWER_THAN_TARGET');
    expect(config('1.3', all).codes).not.toContain('FIELD_NEWER_THAN_TARGET');
  });

  const model = (target: string) => {
    const { json } = config(target);
    return [json.aic_perf_model ?? json.ais_perf_model, typeof json.ais_perf_model];
  };
  const version = readProfile('planner-rapid').backendVersion;

  test.each([
    ['1.3', version],
    ['1.4', version],
    ['1.5', version],
  ])('of %s is told engines of the data %s', (target, backend_version) => {
    expect(model(target)).toMatchObject([{ backend_version, prefill_pick: { tp: expect.any(Number) } }, 'undefined']);
  });

  test('of 1.6 is told an engine for each role of its mode, and what the request says itself goes first', () => {
    const role = (worker_type: string) => ({ worker_type, backend: 'trtllm', backend_version: version, pp: 1 });
    const dense = { moe_tp_size: null, moe_ep_size: null };
    expect(model('1.6')).toMatchObject([
      { roles: { prefill: { ...role('prefill'), ...dense }, decode: role('decode') } },
      'object',
    ]);
    const roles = (settings: JsonObject) =>
      Object.keys(Object(getIn(config('1.6', { ...planner, ...settings }).json, 'ais_perf_model', 'roles')));
    expect(roles({ mode: 'decode' })).toEqual(['decode']);
    expect(roles({ mode: 'prefill' })).toEqual(['prefill']);
    expect(roles({ ais_perf_model: { roles: { own: {} } } })).toEqual(['own']);
  });

  test("of 1.0 runs in the request's own image", () => {
    const image = (target: string): Json | undefined => {
      const graph = render('planner-rapid', target, { image: 'x/dynamo-frontend:1.0.2' });
      return graphServices(graph).find(({ name }) => name === 'Planner')?.mainContainer.image;
    };
    expect([image('1.0'), image('1.1')]).toEqual(['x/dynamo-frontend:1.0.2', 'x/dynamo-planner:1.0.2']);
  });
});

describe('mockers', () => {
  const args = (name: string, target: string) => serviceArgs(render(name, target), 'decode').slice(8);

  test.each([
    ['planner-mocker', '1.0', []],
    ['planner-mocker', '1.3', ['--aic-perf-model', '--aic-backend']],
    ['planner-mocker', '1.5', ['--aic-perf-model', '--aic-backend']],
    ['planner-mocker', '1.6', ['--ais-perf-model', '--ais-backend']],
    ['mocker-alone', '1.4', []],
    ['mocker-alone', '1.5', ['--aic-perf-model', '--aic-backend']],
  ])('%s for %s gets %j', (name, target, first) => {
    expect(args(name, target).slice(0, 2)).toEqual(first);
  });

  test('name the version of the data from 1.5, that of the pick from 1.6, and no experts of one from then', () => {
    const { backendVersion } = readProfile('planner-mocker');
    expect(args('planner-mocker', '1.6').join(' ')).toContain(`--ais-backend-version ${backendVersion}`);
    expect(args('planner-mocker', '1.5').join(' ')).toContain('--aic-backend-version current');
    expect(args('planner-mocker', '1.5')).toContain('--aic-moe-tp-size');
    expect(args('planner-mocker', '1.6').filter((arg) => arg.includes('moe'))).toEqual([]);
  });
});
