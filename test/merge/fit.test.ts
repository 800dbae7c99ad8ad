import { describe, expect, test } from 'vitest';
import { findService, lensOf, serviceArgs } from '../../src/dgd/services.ts';
import type { JsonObject } from '../../src/json.ts';
import { annotationsOf } from '../../src/krm/annotations.ts';
import type { Compat } from '../../src/request/mends.ts';
import { finishGraph, readProfile, readRequest } from '../support/graphs.ts';
import { collectWarnings } from '../support/warnings.ts';

const NAME = 'llama-8b-h100';
const WORKER = 'VllmDecodeWorker';
const MAIN = 'extraPodSpec';

interface Wish {
  readonly target?: string;
  readonly compat?: Compat;
}

/** The graph of two workers on a GPU each, out of four, with an override. */
function merge(dgd: JsonObject, { target = '1.3', compat = 'ours' }: Wish = {}) {
  const { warn, seen } = collectWarnings();
  const request = readRequest(NAME, { target, compat }, (manifest) => {
    Object.assign(manifest.spec as JsonObject, { overrides: { dgd } });
  });
  const graph = finishGraph(request, readProfile(NAME), warn);
  const worker = findService(graph, WORKER)!;
  const { limits, requests } = lensOf(graph).gpuSides(worker);
  return {
    graph,
    gpus: [limits.value, requests.value],
    findings: seen.map(({ code, path, message, origin }) => ({ code, path, message, line: origin?.line })),
    profile: annotationsOf(graph)['dgdr-render.dev/profile'],
  };
}

const alpha = (worker: JsonObject): JsonObject => ({ spec: { services: { [WORKER]: worker } } });
const betaGraph = (worker: JsonObject): JsonObject => ({
  apiVersion: 'nvidia.com/v1beta1',
  kind: 'DynamoGraphDeployment',
  spec: { components: [{ name: WORKER, ...worker }] },
});
const resources = (members: JsonObject): JsonObject => ({
  podTemplate: { spec: { containers: [{ name: 'main', resources: members }] } },
});
const args = (...list: string[]): JsonObject => alpha({ [MAIN]: { mainContainer: { args: list } } });

describe('a GPU limit that an override sets alone', () => {
  test.each([
    ['v1alpha1', '1.3', alpha({ resources: { limits: { gpu: '2' } } })],
    ['v1alpha1 for a v1beta1 graph', '1.5', alpha({ resources: { limits: { gpu: '2' } } })],
    ['v1beta1', '1.5', betaGraph(resources({ limits: { 'nvidia.com/gpu': '2' } }))],
  ])('takes the generated request along: %s', (_, target, dgd) => {
    const { gpus, findings, profile } = merge(dgd, { target });
    expect(gpus).toEqual(['2', '2']);
    expect(findings.filter(({ code }) => code === 'GPUS_MISMATCH')).toMatchObject([
      {
        message: expect.stringContaining(`${WORKER} has 2 GPUs a replica, but its arguments start an engine on 1 GPU`),
      },
    ]);
    expect(profile).toMatch(/^agg 2x tp1, overridden$/);
  });

  test('leaves it as it was under compat reference', () => {
    const dgd = alpha({ resources: { limits: { gpu: '2' } } });
    expect(merge(dgd, { compat: 'reference' }).gpus).toEqual(['2', '1']);
  });

  test('says so at its line', () => {
    const [finding] = merge(alpha({ resources: { limits: { gpu: '2' } } })).findings;
    expect(finding?.path).toBe(`spec.overrides.dgd.spec.services.${WORKER}.resources.limits.gpu`);
    const [inList] = merge(betaGraph(resources({ limits: { 'nvidia.com/gpu': '2' } })), { target: '1.5' }).findings;
    expect(inList?.path).toBe(
      'spec.overrides.dgd.spec.components[0].podTemplate.spec.containers[0].resources.limits.nvidia.com/gpu',
    );
  });
});

test.each([
  ['1.3', alpha({ resources: { limits: { gpu: '2' }, requests: { gpu: '1' } } })],
  ['1.5', betaGraph(resources({ limits: { 'nvidia.com/gpu': '2' }, requests: { 'nvidia.com/gpu': '1' } }))],
])('a request that an override sets to another number than its limit stays, with a warning, for %s', (target, dgd) => {
  const { gpus, findings } = merge(dgd, { target });
  expect(gpus).toEqual(['2', '1']);
  expect(findings.map(({ code }) => code)).toEqual(['GPUS_MISMATCH', 'GPUS_MISMATCH']);
  expect(findings[0]).toMatchObject({
    path: expect.stringMatching(/resources\.requests\.(nvidia\.com\/)?gpu$/),
    message: expect.stringContaining(`${WORKER} requests 1 GPU at a limit of 2; the API server refuses its pods`),
  });
});

describe('the budget', () => {
  test('may be exceeded by replicas, which is said at their line', () => {
    const { findings, profile } = merge(alpha({ replicas: 16 }));
    expect(findings).toMatchObject([
      {
        code: 'BUDGET_EXCEEDED',
        path: `spec.overrides.dgd.spec.services.${WORKER}.replicas`,
        message: expect.stringContaining('the workers take 16 GPUs (16 x 1 of VllmDecodeWorker), but totalGpus is 4'),
      },
    ]);
    expect(profile).toBe('agg 16x tp1, overridden');
  });

  test('is kept by replicas within it, which are no longer what was estimated', () => {
    const { findings, profile } = merge(alpha({ replicas: 4 }));
    expect(findings).toEqual([]);
    expect(profile).toBe('agg 4x tp1, overridden');
  });
});

describe('arguments of an override', () => {
  test('may change the parallel sizes, to which the GPUs then do not fit', () => {
    const { findings, profile } = merge(args('--tensor-parallel-size', '2'));
    expect(findings.map(({ code, path }) => [code, path])).toEqual([
      ['GPUS_MISMATCH', `spec.overrides.dgd.spec.services.${WORKER}`],
    ]);
    expect(profile).toBe('agg 2x tp2, overridden');
  });

  test('may change both together, without a finding', () => {
    const dgd = alpha({
      resources: { limits: { gpu: '2' } },
      [MAIN]: { mainContainer: { args: ['--tensor-parallel-size', '2'] } },
    });
    expect(merge(dgd).findings).toEqual([]);
  });

  test('may take the model away', () => {
    const list = ['--tensor-parallel-size', '1'];
    const dgd = betaGraph({ podTemplate: { spec: { containers: [{ name: 'main', args: list }] } } });
    const { graph, findings } = merge(dgd, { target: '1.5' });
    expect(serviceArgs(graph, WORKER)).toEqual(list);
    expect(findings.map(({ code, path }) => [code, path])).toEqual([
      ['MODEL_FLAG_MISSING', 'spec.overrides.dgd.spec.components[0].podTemplate.spec.containers[0].args'],
    ]);
  });

  test.each([['--max-num-seqs', '64'], ['--seed=1']])('of no size leave the latencies: %s', (...list) => {
    const { findings, profile } = merge(args(...list));
    expect(findings).toEqual([]);
    expect(profile).toMatch(/^agg 2x tp1, ttft [\d.]+ ms, itl [\d.]+ ms, [\d.]+ tokens/);
  });
});
