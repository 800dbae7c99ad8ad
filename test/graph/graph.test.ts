import { describe, expect, test } from 'vitest';
import { serviceArgs } from '../../src/dgd/services.ts';
import { flagValue } from '../../src/graph/args.ts';
import { buildGraph } from '../../src/graph/graph.ts';
import { getIn, type JsonObject } from '../../src/json.ts';
import { type Mends, OURS, REFERENCE } from '../../src/request/mends.ts';
import type { Request } from '../../src/request/request.ts';
import { codeOf } from '../support/errors.ts';
import { type Picked, readProfile, readRequest, readRow } from '../support/graphs.ts';
import { collectWarnings, isNoWarning } from '../support/warnings.ts';

const AGG = 'qwen3-32b-kv';
const DISAGG = 'qwen3-32b-kv-disagg';
const NO_OVERRIDES = { dgd: undefined, tolerations: [], trustRemoteCode: false };
const MODEL = { isMoe: false, nextn: 0, contextLength: 40960 };

function build(name: string, change: Partial<Picked> = {}, request: Partial<Request> = {}): JsonObject {
  const whole = { ...readRequest(name), ...request };
  return buildGraph(whole, readProfile(name, { ...change, totalGpus: whole.hardware.totalGpus }), isNoWarning).graph;
}

function service(graph: JsonObject, name: string, ...path: string[]) {
  return getIn(graph, 'spec', 'services', name, ...path);
}

function hardware(name: string, changes: Partial<Request['hardware']>): Pick<Request, 'hardware'> {
  return { hardware: { ...readRequest(name).hardware, ...changes } };
}

describe('vLLM flags', () => {
  test('a mixture of experts shares its tensor parallel size out to the data parallel ranks', () => {
    const row = readRow(AGG, { tp: 1, dp: 2, moe_tp: 2, moe_ep: 4, kvcache: 'fp8', bs: 600 });
    const graph = build(AGG, { row, model: { ...MODEL, isMoe: true, nextn: 2 } });
    expect(serviceArgs(graph, 'VllmDecodeWorker')).toEqual([
      ...['--tensor-parallel-size', '4', '--pipeline-parallel-size', '1', '--data-parallel-size', '2'],
      ...['--enable-expert-parallel', '--kv-cache-dtype', 'fp8', '--max-model-len', '6500'],
      ...['--max-num-seqs', '1200', '--max-num-batched-tokens', '6700'],
      ...['--speculative-config', '{"method": "mtp", "num_speculative_tokens": 2}'],
      ...['--model', 'Qwen/Qwen3-32B', '--served-model-name', 'Qwen/Qwen3-32B'],
    ]);
    expect(service(graph, 'VllmDecodeWorker', 'resources', 'limits', 'gpu')).toBe('8');
  });

  test('DeepSeek-V4 gets its serving defaults, more of them on gb200, and none on a system without facts', () => {
    const flags = (system: string) => {
      const request = { model: 'deepseek-ai/DeepSeek-V4-Pro', ...hardware(DISAGG, { system }) };
      const graph = build(DISAGG, {}, request);
      return (role: string) =>
        serviceArgs(graph, role).slice(serviceArgs(graph, role).indexOf('--max-num-batched-tokens') + 2);
    };
    const common = ['--trust-remote-code', '--block-size', '256', '--no-enable-flashinfer-autotune'];
    expect(flags('h200_sxm')('VllmDecodeWorker').slice(0, 4)).toEqual(common);
    expect(flags('gb200')('VllmPrefillWorker').slice(0, 6)).toEqual([...common, '--moe-backend', 'deep_gemm_mega_moe']);
    expect(flags('gb200')('VllmPrefillWorker')).not.toContain('--compilation-config');
    expect(flags('gb200')('VllmDecodeWorker')).toContain('--compilation-config');
    expect(flags('l40s')('VllmDecodeWorker')).not.toContain('--block-size');
  });

  test('a graph sized from memory uses the lengths of the request, of the reference 4000 and 1000', () => {
    const request = { workload: { isl: 9000, osl: 500, concurrency: undefined, requestRatePerSec: undefined } };
    const length = (mends: Mends) =>
      flagValue(
        serviceArgs(build('naive-h100-pcie', {}, { ...request, mends }), 'VllmDecodeWorker'),
        '--max-model-len',
      );
    expect(length(OURS)).toBe('11000');
    expect(length({ ...OURS, forwardsLengths: false })).toBe('6500');
  });

  test('the context is limited for every target, though profilers from 1.5 on leave that out', () => {
    const hasLimit = (target: string, mends: Mends) => {
      const request = { ...readRequest(AGG, { target }), overrides: NO_OVERRIDES, mends };
      const worker = target === '1.6' ? 'worker' : 'VllmDecodeWorker';
      return serviceArgs(buildGraph(request, readProfile(AGG), isNoWarning).graph, worker).includes('--max-model-len');
    };
    const targets = ['1.3', '1.4', '1.5', '1.6'];
    expect(targets.map((target) => hasLimit(target, OURS))).toEqual([true, true, true, true]);
    expect(targets.map((target) => hasLimit(target, REFERENCE))).toEqual([true, true, false, false]);
  });

  test('the context is clamped with a warning, except under compat reference', () => {
    const { warn, seen } = collectWarnings();
    const profile = readProfile(AGG, { model: { ...MODEL, contextLength: 6000 } });
    const length = (request: Request) =>
      flagValue(serviceArgs(buildGraph(request, profile, warn).graph, 'VllmDecodeWorker'), '--max-model-len');
    expect(length(readRequest(AGG, { compat: 'reference' }))).toBe('6500');
    expect(seen).toEqual([]);
    expect(length(readRequest(AGG))).toBe('6000');
    expect(seen).toMatchObject([{ code: 'CONTEXT_CLAMPED', path: 'spec.workload' }]);
  });
});

describe('role flags', () => {
  test.each([
    ['two tokens', ['--disaggregation-mode', 'prefill', '--kv-transfer-config', '{}']],
    ['one token', ['--disaggregation-mode=prefill', '--kv-transfer-config={}']],
    ['the old spelling', ['--is-prefill-worker', '--kv_transfer_config={}']],
  ])('are left to an override that sets them: %s', (_name, args) => {
    const dgd = { spec: { services: { VllmPrefillWorker: { extraPodSpec: { mainContainer: { args } } } } } };
    const request = { overrides: { dgd, tolerations: [], trustRemoteCode: false } };
    const prefill = serviceArgs(build(DISAGG, {}, request), 'VllmPrefillWorker');
    expect(prefill).not.toContain('--disaggregation-mode');
    expect(prefill).not.toContain('--kv-transfer-config');
    expect(serviceArgs(build(DISAGG, {}, request), 'VllmDecodeWorker')).toContain('--disaggregation-mode');
  });

  test('trustRemoteCode adds its flag once', () => {
    const request = { overrides: { dgd: undefined, tolerations: [], trustRemoteCode: true } };
    const args = serviceArgs(build(AGG, {}, { ...request, model: 'deepseek-ai/DeepSeek-V4' }), 'VllmDecodeWorker');
    expect(args.filter((arg) => arg === '--trust-remote-code')).toHaveLength(1);
    expect(serviceArgs(build(AGG, {}, request), 'VllmDecodeWorker')).toContain('--trust-remote-code');
    const trtllm = serviceArgs(build('qwen3-32b-trtllm', {}, request), 'TRTLLMWorker');
    expect(flagValue(trtllm, '--trtllm.trust_remote_code')).toBe('true');
  });
});

describe('replicas', () => {
  test.each([
    ['the budget is filled', { row: readRow(DISAGG, { '(p)workers': 2, '(d)tp': 8 }) }, 64, [4, 8]],
    ['a load match uses what it needs', { row: readRow(DISAGG, { total_gpus_needed: 16.0 }) }, 64, [2, 2]],
    ['a load match is held to the budget', { row: readRow(DISAGG, { total_gpus_needed: 99 }) }, 32, [4, 4]],
    ['nothing needed means the budget', { row: readRow(DISAGG, { total_gpus_needed: 'NaN' }) }, 16, [2, 2]],
  ])('%s', (_name, change, totalGpus, expected) => {
    const graph = build(DISAGG, change, hardware(DISAGG, { totalGpus }));
    const replicas = ['VllmDecodeWorker', 'VllmPrefillWorker'].map((name) => service(graph, name, 'replicas'));
    expect(replicas).toEqual(expected);
  });

  test('workers that do not fit, and an empty pick, are refused', () => {
    const small = { ...readRequest(DISAGG), ...hardware(DISAGG, { totalGpus: 7 }) };
    expect(codeOf(() => buildGraph(small, readProfile(DISAGG, { totalGpus: 7 }), isNoWarning))).toBe(
      'NO_FEASIBLE_CONFIG',
    );
    const empty = { ...readProfile(DISAGG), picked: [] };
    expect(codeOf(() => buildGraph(readRequest(DISAGG), empty, isNoWarning))).toBe('NO_FEASIBLE_CONFIG');
  });
});

describe('nodes', () => {
  const wide = { row: readRow(AGG, { tp: 8, pp: 2 }) };

  test.each([
    ['16 GPUs on nodes of 8', 8, OURS, '8', 2],
    ['16 GPUs on nodes of 4', 4, OURS, '4', 4],
    ['the reference does not look at the request', 4, REFERENCE, '8', 2],
    ['one node', 16, OURS, '16', undefined],
  ] as const)('%s', (_name, gpusPerNode, mends, gpu, nodeCount) => {
    const graph = build(AGG, wide, { mends, ...hardware(AGG, { totalGpus: 16, gpusPerNode }) });
    expect(service(graph, 'VllmDecodeWorker', 'resources')).toEqual({
      limits: { gpu },
      requests: { gpu, custom: { 'ephemeral-storage': '2Gi' } },
    });
    expect(service(graph, 'VllmDecodeWorker', 'multinode', 'nodeCount')).toBe(nodeCount);
  });

  test.each([
    ['of a rack', 4, '4'],
    ['of two GPUs', 2, '2'],
    ['of a system without figures', undefined, '8'],
  ])('the reference takes the node %s from its system file', (_name, nodeGpus, gpu) => {
    const profile = { ...readProfile(AGG, { ...wide, totalGpus: 16 }), nodeGpus };
    const request: Request = {
      ...readRequest(AGG),
      mends: { ...OURS, usesNodeSize: false },
      ...hardware(AGG, { totalGpus: 16 }),
    };
    const { graph } = buildGraph(request, profile, isNoWarning);
    expect(service(graph, 'VllmDecodeWorker', 'resources', 'limits', 'gpu')).toBe(gpu);
  });

  test('data parallel ranks of vLLM are spread over whole nodes', () => {
    const change = { row: readRow(AGG, { dp: 4, moe_tp: 4, tp: 1 }) };
    const graph = build(AGG, change, hardware(AGG, { gpusPerNode: 2 }));
    expect(service(graph, 'VllmDecodeWorker', 'resources', 'limits')).toEqual({ gpu: '2' });
    expect(service(graph, 'VllmDecodeWorker', 'multinode', 'nodeCount')).toBe(2);
  });

  test.each([
    ['data parallel ranks that lie across nodes', { dp: 2, moe_tp: 8, tp: 4 }, 2],
    ['no whole number of nodes', { tp: 8 }, 6],
  ])('%s are refused', (_name, sizes, gpusPerNode) => {
    const change = { row: readRow(AGG, sizes) };
    expect(codeOf(() => build(AGG, change, hardware(AGG, { gpusPerNode })))).toBe('FEATURE_UNSUPPORTED');
  });
});

describe('model cache', () => {
  const MOUNT = '/opt/model-cache';
  const cache = (pvcModelPath?: string, pvcMountPath = MOUNT) => ({
    modelCache: { pvcName: 'claim', pvcModelPath, pvcMountPath },
  });

  test.each([
    ['a path below the mount', cache('/models/q/'), `${MOUNT}/models/q`],
    ['a path with the mount in front', cache(`${MOUNT}/models/q`), `${MOUNT}/models/q`],
    ['a mount with a trailing slash', cache(' models/q ', `${MOUNT}/`), `${MOUNT}/models/q`],
  ])('%s becomes the model flag and is told to the Frontend', (_name, request, path) => {
    const graph = build(AGG, {}, request);
    const mount = [{ name: 'claim', mountPoint: request.modelCache.pvcMountPath }];
    expect(flagValue(serviceArgs(graph, 'VllmDecodeWorker'), '--model')).toBe(path);
    expect(service(graph, 'Frontend', 'extraPodSpec', 'mainContainer')).toEqual({
      image: 'nvcr.io/nvidia/ai-dynamo/vllm-runtime:1.2.1',
      command: ['python3', '-m', 'dynamo.frontend'],
      args: ['--model-name', 'Qwen/Qwen3-32B', '--model-path', path],
    });
    expect(getIn(graph, 'spec', 'pvcs')).toEqual([{ name: 'claim', create: false }]);
    expect(service(graph, 'Frontend', 'volumeMounts')).toEqual(mount);
    expect(service(graph, 'VllmDecodeWorker', 'volumeMounts')).toEqual(mount);
  });

  test.each([
    ['no path', cache()],
    ['a path that is the mount', cache(`${MOUNT}/`)],
  ])('%s means the cache home, and the model stays an id', (_name, request) => {
    const graph = build(AGG, {}, request);
    const env = [{ name: 'HF_HOME', value: MOUNT }];
    expect(flagValue(serviceArgs(graph, 'VllmDecodeWorker'), '--model')).toBe('Qwen/Qwen3-32B');
    expect(service(graph, 'Frontend', 'extraPodSpec', 'mainContainer', 'env')).toEqual(env);
    expect(service(graph, 'Frontend', 'extraPodSpec', 'mainContainer', 'command')).toBeUndefined();
    expect(service(graph, 'VllmDecodeWorker', 'extraPodSpec', 'mainContainer', 'env')).toEqual(env);
  });

  test.each([
    ['doubles the mount without a path', AGG, undefined, `${MOUNT}${MOUNT}`, false],
    ['doubles a mount in front', AGG, `${MOUNT}/q`, `${MOUNT}${MOUNT}/q`, false],
    ['takes the bare mount when naive', 'naive-h100-pcie', undefined, MOUNT, true],
  ])('the reference %s', (_name, name, path, model, hasHome) => {
    const graph = build(name, {}, { ...cache(path), mends: { ...OURS, stripsModelMount: false } });
    expect(flagValue(serviceArgs(graph, 'VllmDecodeWorker'), '--model')).toBe(model);
    expect(service(graph, 'Frontend', 'extraPodSpec', 'mainContainer', 'env') !== undefined).toBe(hasHome);
  });
});
