import { describe, expect, test } from 'vitest';
import { cardGib } from '../../src/profile/card-memory.ts';
import { type Verdict, verdictOf } from '../../src/verdict/verdict.ts';
import { engine, profileOf, type Wish, wishedRequest } from '../support/profiles.ts';

function judge(wish: Wish): Verdict {
  const request = wishedRequest(wish);
  return verdictOf({ request, profile: profileOf(wish).profile, cardGib: cardGib(request, engine) });
}

test('a whole verdict', () => {
  expect(judge({ totalGpus: 4, more: '  sla: {ttft: 500, itl: 20}' })).toMatchInlineSnapshot(`
    {
      "alternatives": [
        {
          "backend": "vllm",
          "factor": 1.219,
          "gpus": 4,
          "kind": "mode",
          "meetsTargets": true,
          "mode": "disagg",
          "performance": {
            "concurrency": 156,
            "itlMs": 19.551,
            "requestMs": 19707.28,
            "requestsPerSec": 7.347,
            "tokensPerSec": 7347.12,
            "tokensPerSecPerBudgetGpu": 1836.78,
            "tokensPerSecPerGpu": 1836.78,
            "tokensPerSecPerUser": 51.148,
            "ttftMs": 175.831,
          },
          "replicas": 1,
        },
      ],
      "basis": "ranked",
      "deployment": {
        "backend": "vllm",
        "backendVersion": "0.19.0",
        "budgetGpus": 4,
        "gpus": 4,
        "mode": "agg",
        "replicas": 2,
        "workers": [
          {
            "batch": 80,
            "count": 2,
            "gpus": 2,
            "layout": {
              "cp": 1,
              "dp": 1,
              "moeEp": 1,
              "moeTp": 1,
              "pp": 1,
              "tp": 2,
            },
            "memory": {
              "cardGib": 80,
              "freeGib": 40.87,
              "freePercent": 51.1,
              "usedGib": 39.13,
            },
            "role": "agg",
          },
        ],
      },
      "engine": {
        "data": "aiconfigurator 0.10.0",
        "name": "0.10",
        "nearness": "near",
        "support": "model",
        "target": "1.2",
        "targetEngine": "aiconfigurator 0.9",
        "words": "aiconfigurator 0.10.0",
      },
      "gpuSku": "h100_sxm",
      "isl": 4000,
      "limit": {
        "by": "target",
        "fields": [
          "itl",
        ],
        "without": {
          "concurrency": 384,
          "itlMs": 35.717,
          "requestMs": 35991.851,
          "requestsPerSec": 10.67,
          "tokensPerSec": 10658.412,
          "tokensPerSecPerBudgetGpu": 2664.603,
          "tokensPerSecPerGpu": 2664.603,
          "tokensPerSecPerUser": 27.998,
          "ttftMs": 310.681,
        },
      },
      "load": undefined,
      "meetsTargets": true,
      "model": "Qwen/Qwen3-8B",
      "name": "wish",
      "namespace": undefined,
      "osl": 1000,
      "performance": {
        "concurrency": 160,
        "itlMs": 17.701,
        "requestMs": 17852.804,
        "requestsPerSec": 8.962,
        "tokensPerSec": 8953.216,
        "tokensPerSecPerBudgetGpu": 2238.304,
        "tokensPerSecPerGpu": 2238.304,
        "tokensPerSecPerUser": 56.493,
        "ttftMs": 169.068,
      },
      "pickingMode": "default",
      "system": "h100_sxm",
      "targets": [
        {
          "field": "ttft",
          "isMet": true,
          "isSaid": true,
          "limitMs": 500,
          "reachedMs": 169.068,
        },
        {
          "field": "itl",
          "isMet": true,
          "isSaid": true,
          "limitMs": 20,
          "reachedMs": 17.701,
        },
      ],
      "wishes": undefined,
    }
  `);
});

describe('what limits a pick', () => {
  test.each([
    { by: 'target', more: '  sla: {ttft: 500, itl: 20}' },
    { by: 'memory', more: '  sla: {ttft: 100000, itl: 1000}' },
    { by: 'load', more: '  workload: {requestRate: 2}' },
    { by: 'budget', more: '  workload: {requestRate: 200}' },
  ])('is $by for$more', ({ by, more }) => {
    expect(judge({ totalGpus: 4, more }).limit).toMatchObject({ by });
  });

  test('a target that limits is one that what serves more misses', () => {
    const { limit, performance } = judge({ totalGpus: 4, more: '  sla: {ttft: 500, itl: 20}' });
    if (limit?.by !== 'target') throw new Error('another limit');
    expect(limit.without.tokensPerSecPerBudgetGpu).toBeGreaterThan(performance!.tokensPerSecPerBudgetGpu);
    expect(limit.without.itlMs).toBeGreaterThan(20);
  });

  test('without it a laxer target serves what was said', () => {
    const { limit } = judge({ totalGpus: 4, more: '  sla: {ttft: 500, itl: 20}' });
    if (limit?.by !== 'target') throw new Error('another limit');
    const { ttftMs, itlMs, tokensPerSecPerBudgetGpu } = limit.without;
    const more = `  sla: {ttft: ${Math.ceil(ttftMs)}, itl: ${Math.ceil(itlMs)}}`;
    expect(judge({ totalGpus: 4, more }).performance).toMatchObject({ tokensPerSecPerBudgetGpu });
  });
});

test('a load that is not served says how many GPUs would', () => {
  const { load, deployment } = judge({ totalGpus: 4, more: '  workload: {requestRate: 40}' });
  expect(load).toMatchObject({ field: 'requestRate', wanted: 40, isServed: false });
  expect(deployment.gpus).toBeLessThanOrEqual(4);
  const served = judge({ totalGpus: load!.neededGpus, more: '  workload: {requestRate: 40}' }).load;
  expect(served?.isServed).toBe(true);
});

test('with auto the best of every other backend is an alternative, the better first', () => {
  const { alternatives, deployment, performance } = judge({ backend: 'auto', totalGpus: 2 });
  expect(alternatives.map(({ kind }) => kind)).toEqual(['mode', 'backend', 'backend']);
  const others = alternatives.filter(({ kind }) => kind === 'backend');
  expect(new Set([deployment.backend, ...others.map(({ backend }) => backend)]).size).toBe(3);
  for (const { factor, performance: other } of alternatives)
    expect(factor).toBeCloseTo(performance!.tokensPerSecPerBudgetGpu / other.tokensPerSecPerBudgetGpu, 3);
});

test('what was sized from memory says nothing of speed', () => {
  const verdict = judge({ gpuSku: 'h100_pcie', vramMb: 81920 });
  expect(verdict).toMatchObject({ basis: 'sized', alternatives: [], targets: [{ field: 'ttft' }, { field: 'itl' }] });
  expect([verdict.performance, verdict.meetsTargets, verdict.limit, verdict.load]).toEqual(Array(4).fill(undefined));
  expect(verdict.deployment).toMatchObject({ gpus: 2, backendVersion: null, workers: [{ role: 'agg' }] });
});
