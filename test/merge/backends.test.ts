import { describe, expect, test } from 'vitest';
import { serviceArgs } from '../../src/dgd/services.ts';
import { flagValue } from '../../src/graph/args.ts';
import { getIn, type JsonObject } from '../../src/json.ts';
import type { Compat } from '../../src/request/mends.ts';
import type { Routing } from '../../src/request/request.ts';
import { comparable } from '../support/documents.ts';
import { codeOf } from '../support/errors.ts';
import { finishGraph, readGraph, readProfile, readRequest } from '../support/graphs.ts';
import { collectWarnings, ignoreWarnings } from '../support/warnings.ts';

interface Options {
  readonly routing?: Routing;
  readonly compat?: Compat;
  readonly args?: JsonObject;
}

function merge(name: string, { routing = {}, compat = 'ours', args = {} }: Options = {}): JsonObject {
  const base = readRequest(name, { compat });
  const services = Object.fromEntries(
    Object.entries(args).map(([service, list]) => [service, { extraPodSpec: { mainContainer: { args: list } } }]),
  );
  const dgd = Object.keys(args).length > 0 ? { spec: { services } } : base.overrides.dgd;
  const request = { ...base, routing, overrides: { ...base.overrides, dgd } };
  const profile = readProfile(name);
  return finishGraph(request, profile, ignoreWarnings);
}

/** What stands between two arguments, both left out. */
function between(args: readonly string[], from: string, to: string): readonly string[] {
  return args.slice(args.indexOf(from) + 1, args.indexOf(to));
}

describe('SGLang and TensorRT-LLM by default', () => {
  test.each([
    'llama-70b-sglang',
    'qwen3-32b-trtllm',
    'qwen3-32b-e2e',
    'qwen3-32b-load',
    'qwen3-32b-pvc',
    'llama-70b-fp8-b200',
  ])('%s, aggregated, is as recorded', (name) => {
    expect(comparable(merge(name))).toEqual(comparable(readGraph(name)));
  });

  test('SGLang workers are told their role and where to meet', () => {
    const graph = merge('qwen3-small-a100');
    const meeting = ['--disaggregation-bootstrap-port', '12345', '--host', '0.0.0.0'];
    expect(between(serviceArgs(graph, 'decode'), 'nixl', '--model-path')).toEqual([
      '--disaggregation-mode',
      'decode',
      ...meeting,
    ]);
    expect(between(serviceArgs(graph, 'prefill'), 'nixl', '--model-path')).toEqual([
      ...['--cuda-graph-bs', '1', '--disaggregation-mode', 'prefill'],
      ...meeting,
    ]);
  });

  test('TensorRT-LLM workers are told their role', () => {
    const graph = merge('qwen3-32b-auto');
    for (const role of ['decode', 'prefill']) {
      const args = serviceArgs(graph, role);
      expect(args.slice(args.indexOf('--disaggregation-mode')).slice(0, 3)).toEqual([
        '--disaggregation-mode',
        role,
        '--model-path',
      ]);
    }
  });

  test('data parallel ranks of experts are not counted twice', () => {
    const gpu = (compat: Compat) =>
      getIn(merge('qwen3-235b-fp8', { compat }), 'spec', 'services', 'decode', 'resources', 'limits', 'gpu');
    expect(gpu('ours')).toBe('4');
    expect(gpu('reference')).toBe('8');
  });

  test('a claim without a path is the cache home on every service', () => {
    const graph = merge('deepseek-r1-overrides');
    expect(flagValue(serviceArgs(graph, 'decode'), '--model-path')).toBe('deepseek-ai/DeepSeek-R1');
    for (const service of ['Frontend', 'decode', 'prefill']) {
      expect(getIn(graph, 'spec', 'services', service, 'extraPodSpec', 'mainContainer', 'env')).toEqual([
        { name: 'HF_HOME', value: '/opt/model' },
      ]);
    }
  });
});

describe('exact KV events', () => {
  const routing: Routing = { mode: 'kv', kvEvents: 'exact' };

  test('SGLang gets its own JSON on the prefill worker', () => {
    const graph = merge('qwen3-small-a100', { routing });
    expect(serviceArgs(graph, 'prefill').slice(-2)).toEqual([
      '--kv-events-config',
      '{"publisher":"zmq","topic":"kv-events","endpoint":"tcp://*:20080"}',
    ]);
    expect(serviceArgs(graph, 'decode')).not.toContain('--kv-events-config');
  });

  test('TensorRT-LLM publishes and reuses blocks, on the publishing worker alone', () => {
    const graph = merge('qwen3-32b-auto', { routing });
    const reuse = (service: string) =>
      flagValue(serviceArgs(graph, service), '--trtllm.kv_cache_config.enable_block_reuse');
    expect(serviceArgs(graph, 'prefill').at(-1)).toBe('--publish-events-and-metrics');
    expect([reuse('prefill'), reuse('decode')]).toEqual(['true', 'false']);
  });

  test('TensorRT-LLM keeps what an override says of block reuse', () => {
    const args = { TRTLLMWorker: ['--trtllm.kv_cache_config.enable_block_reuse=false', '--publish-kv-events'] };
    const found = serviceArgs(merge('qwen3-32b-trtllm', { routing, args }), 'TRTLLMWorker');
    expect(found.filter((arg) => arg.startsWith('--publish'))).toEqual(['--publish-kv-events']);
    expect(found[found.indexOf('--trtllm.kv_cache_config.enable_block_reuse') + 1]).toBe('false');
  });
});

describe('overrides of TensorRT-LLM', () => {
  test('the reference puts chunked prefill between its two applications', () => {
    const args = { TRTLLMWorker: ['--a'] };
    const closing = ['--trtllm.enable_chunked_prefill', 'true'];
    const tail = (compat: Compat) => serviceArgs(merge('qwen3-32b-trtllm', { compat, args }), 'TRTLLMWorker').slice(-4);
    expect(tail('reference')).toEqual(['--a', ...closing, '--a']);
    expect(tail('ours').slice(1)).toEqual([...closing, '--a']);
  });

  const JSON_FLAG = '--override-engine-args';
  const settings = (args: readonly string[]): JsonObject => JSON.parse(flagValue(args, JSON_FLAG) ?? 'null');

  test('generated settings move into the JSON of an override, whose words win: the worker takes one kind alone', () => {
    const own = { kv_cache_config: { enable_block_reuse: true, free_gpu_memory_fraction: 0.8 }, backend: 'pytorch' };
    const args = { TRTLLMWorker: ['--a', JSON_FLAG, JSON.stringify(own), '--b'] };
    const found = serviceArgs(merge('qwen3-32b-trtllm', { args }), 'TRTLLMWorker');
    expect(found.some((arg) => arg.startsWith('--trtllm.'))).toBe(false);
    expect(found.slice(-4)).toEqual(['--a', JSON_FLAG, JSON.stringify(settings(found)), '--b']);
    expect(found).toContain('--max-num-tokens');
    expect(settings(found)).toEqual({
      kv_cache_config: {
        dtype: 'auto',
        tokens_per_block: 32,
        enable_block_reuse: true,
        free_gpu_memory_fraction: 0.8,
      },
      cuda_graph_config: { enable_padding: true },
      disable_overlap_scheduler: false,
      print_iter_log: false,
      enable_chunked_prefill: true,
      backend: 'pytorch',
    });
  });

  test('one token, and a v1beta1 override, fold as well', () => {
    const joined = serviceArgs(
      merge('qwen3-32b-trtllm', { args: { TRTLLMWorker: [`${JSON_FLAG}={"a":1}`] } }),
      'TRTLLMWorker',
    );
    expect(joined.at(-1)).toMatch(/^--override-engine-args=\{.*"a":1\}$/);
    expect(joined.some((arg) => arg.startsWith('--trtllm.'))).toBe(false);
  });

  test.each([
    ['no JSON', ['--override-engine-args', 'x']],
    ['no object', ['--override-engine-args', '[1]']],
    ['no value', ['--override-engine-args']],
    ['both kinds', ['--override-engine-args', '{}', '--trtllm.a', '1']],
  ])('%s is refused', (_name, list) => {
    expect(codeOf(() => merge('qwen3-32b-trtllm', { args: { TRTLLMWorker: list } }))).toBe('OVERRIDE_INVALID');
  });
});

test('a value that no SGLang takes is written as the reference does, with a warning', () => {
  const { warn, seen } = collectWarnings();
  const b200 = { ...readRequest('llama-70b-sglang').hardware, system: 'b200_sxm' };
  const request = { ...readRequest('llama-70b-sglang'), hardware: b200 };
  const model = { isMoe: true, nextn: 0, contextLength: 40960 };
  const graph = finishGraph(request, readProfile('llama-70b-sglang', { model }), warn);
  expect(serviceArgs(graph, 'decode')).toContain('deepep_moe');
  expect(seen).toContainEqual(expect.objectContaining({ code: 'ENGINE_FLAG_REFUSED', path: 'spec.backend' }));
});
