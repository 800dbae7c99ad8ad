import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { serviceArgs } from '../../src/dgd/services.ts';
import { buildGraph } from '../../src/graph/graph.ts';
import { getIn, type JsonObject } from '../../src/json.ts';
import { OURS } from '../../src/request/mends.ts';
import type { Request } from '../../src/request/request.ts';
import { codeOf } from '../support/errors.ts';
import { readProfile, readRequest } from '../support/graphs.ts';
import { collectWarnings, ignoreWarnings } from '../support/warnings.ts';

const VLLM = 'qwen3-32b-kv-disagg';
const NAIVE = 'naive-h100-pcie';

function build(name: string, features: Partial<Request['features']>, change: Partial<Request> = {}): JsonObject {
  const request = { ...readRequest(name), features: { planner: undefined, mocker: false, ...features }, ...change };
  return buildGraph(request, readProfile(name, { pickingMode: 'autoscale' }), ignoreWarnings).graph;
}

function service(graph: JsonObject, name: string, ...path: string[]) {
  return getIn(graph, 'spec', 'services', name, ...path);
}

const benchmark = (graph: JsonObject, name: string) =>
  service(graph, name, 'extraPodSpec', 'mainContainer', 'env') as unknown;
const env = (value: string) => [{ name: 'DYN_BENCHMARK_MODE', value }];

describe('a planner', () => {
  test('stands last, on its own image, and mounts its ConfigMap by name', () => {
    const request = readRequest('planner-rapid');
    const { graph, resources } = buildGraph(request, readProfile('planner-rapid'), ignoreWarnings);
    const name = getIn(resources[0], 'metadata', 'name');
    expect(name).toMatch(/^planner-config-[0-9a-f]{8}$/);
    expect(Object.keys(Object(getIn(graph, 'spec', 'services'))).at(-1)).toBe('Planner');
    expect(service(graph, 'Planner')).toEqual({
      componentType: 'planner',
      replicas: 1,
      extraPodSpec: {
        mainContainer: {
          image: 'nvcr.io/nvidia/ai-dynamo/dynamo-planner:1.2.1',
          workingDir: '/workspace/components/src/dynamo/planner',
          command: ['python3', '-m', 'dynamo.planner'],
          args: ['--config', '/workspace/planner_config/planner_config.json'],
          volumeMounts: [{ name, mountPath: '/workspace/planner_config', readOnly: true }],
        },
        volumes: [{ name, configMap: { name } }],
      },
    });
  });

  test('starts from the pick, one worker of each kind, whatever the budget holds', () => {
    const graph = build(VLLM, { planner: {} }, { hardware: { ...readRequest(VLLM).hardware, totalGpus: 64 } });
    expect(service(graph, 'VllmPrefillWorker', 'replicas')).toBe(1);
    expect(service(graph, 'VllmDecodeWorker', 'replicas')).toBe(1);
  });

  test.each([
    ['disagg', true, true],
    ['prefill', true, undefined],
    ['decode', undefined, true],
    ['agg', undefined, true],
  ])('of mode %s scales its workers', (mode, prefill, decode) => {
    const graph = build(VLLM, { planner: { mode } });
    expect(service(graph, 'VllmPrefillWorker', 'scalingAdapter', 'enabled')).toBe(prefill);
    expect(service(graph, 'VllmDecodeWorker', 'scalingAdapter', 'enabled')).toBe(decode);
  });

  test('that only advises scales none', () => {
    const graph = build(VLLM, { planner: { advisory: true } });
    expect(service(graph, 'VllmDecodeWorker', 'scalingAdapter')).toBeUndefined();
    expect(benchmark(graph, 'VllmDecodeWorker')).toEqual(env('decode'));
  });

  test('lets workers of vLLM measure themselves in their role; the reference takes an aggregated one for decode', () => {
    expect(benchmark(build(VLLM, { planner: {} }), 'VllmPrefillWorker')).toEqual(env('prefill'));
    expect(benchmark(build(NAIVE, { planner: {} }), 'VllmDecodeWorker')).toEqual(env('agg'));
    expect(
      benchmark(build(NAIVE, { planner: {} }, { mends: { ...OURS, benchmarksByRole: false } }), 'VllmDecodeWorker'),
    ).toEqual(env('decode'));
    expect(benchmark(build('planner-rapid', { planner: {} }), 'decode')).toBeUndefined();
  });

  test.each([
    ['vllm', 'VllmDecodeWorker', 'disagg', 'decode'],
    ['vllm', 'VllmDecodeWorker', 'prefill', undefined],
    ['trtllm', 'TRTLLMWorker', 'disagg', undefined],
    ['trtllm', 'TRTLLMWorker', 'agg', 'decode'],
    ['sglang', 'decode', 'agg', 'decode'],
  ] as const)('finds an aggregated worker of %s (%s) in mode %s as %s', (backend, name, mode, kind) => {
    const request = { ...readRequest(NAIVE), features: { planner: { mode }, mocker: false } };
    const { graph } = buildGraph(request, readProfile(NAIVE, { backend }), ignoreWarnings);
    expect(service(graph, name, 'subComponentType')).toBe(kind);
    expect(service(graph, name, 'scalingAdapter', 'enabled')).toBe(kind && true);
  });

  test('with wrong settings is refused', () => {
    const planner = { mode: 'both' };
    const request = { ...readRequest(VLLM), features: { planner, mocker: false } };
    const thrown = (): unknown => buildGraph(request, readProfile(VLLM), ignoreWarnings);
    expect(thrown).toThrow(expect.objectContaining({ errors: [expect.objectContaining({ code: 'REQUEST_INVALID' })] }));
    expect(codeOf(() => build(VLLM, { planner: {} }))).toBe('none');
  });
});

describe('a mocker', () => {
  test('without a planner has prefill and decode workers and latencies of its own', () => {
    const graph = build(VLLM, { mocker: true });
    expect(Object.keys(Object(getIn(graph, 'spec', 'services')))).toEqual(['Frontend', 'decode', 'prefill']);
    expect(service(graph, 'Frontend', 'extraPodSpec', 'mainContainer', 'image')).toBe(readRequest(VLLM).image);
    expect(serviceArgs(graph, 'prefill')).toEqual([
      ...['--model-path', 'Qwen/Qwen3-32B', '--model-name', 'Qwen/Qwen3-32B'],
      ...['--speedup-ratio', '1.0', '--disaggregation-mode', 'prefill'],
    ]);
    expect(service(graph, 'prefill', 'resources')).toBeUndefined();
  });

  test('imitates the scheduling of the backends that it knows', () => {
    const args = serviceArgs(build(VLLM, { mocker: true, planner: {} }), 'decode');
    expect(args.slice(-2)).toEqual(['--engine-type', 'vllm']);
    expect(args.slice(8, 15)).toEqual([
      ...['--aic-perf-model', '--aic-backend', 'vllm', '--aic-system', 'h200_sxm', '--aic-tp-size', '4'],
    ]);
    expect(serviceArgs(build('planner-mocker', { mocker: true, planner: {} }), 'decode')).not.toContain(
      '--engine-type',
    );
  });

  test('needs no claim', () => {
    const { warn, seen } = collectWarnings();
    const modelCache = { pvcName: 'claim', pvcModelPath: undefined, pvcMountPath: '/m' };
    const request = { ...readRequest(VLLM), modelCache, features: { planner: undefined, mocker: true } };
    const { graph } = buildGraph(request, readProfile(VLLM), warn);
    expect(getIn(graph, 'spec', 'pvcs')).toBeUndefined();
    expect(seen).toMatchObject([{ code: 'FIELD_IGNORED', path: 'spec.modelCache' }]);
  });
});

describe("the ConfigMap's name", () => {
  const nameOf = (planner: JsonObject, name = 'planner-rapid') => {
    const request = { ...readRequest('planner-rapid'), name, features: { planner, mocker: false } };
    const { resources } = buildGraph(request, readProfile('planner-rapid'), ignoreWarnings);
    return getIn(resources[0], 'metadata', 'name');
  };

  test('is that of its content', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 500 }), (a, b) => {
        expect(nameOf({ max_gpu_budget: a }) === nameOf({ max_gpu_budget: b })).toBe(a === b);
      }),
      { numRuns: 50 },
    );
  });

  test('differs between requests of the same content', () => {
    expect(nameOf({}, 'a')).not.toBe(nameOf({}, 'b'));
    expect(nameOf({}, 'a')).toBe(nameOf({}, 'a'));
  });
});
