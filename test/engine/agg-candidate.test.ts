import { describe, expect, it } from 'vitest';
import { type AggResult, aggCandidate, requestRate } from '../../src/engine/agg-candidate.ts';
import { leadWorker, replicaGpus } from '../../src/engine/candidate.ts';
import { createWorker } from '../../src/engine/worker.ts';
import { layoutOf, madeEngine } from './made-engine.ts';

const engine = madeEngine();
const WIDE = layoutOf({ tp: 2, pp: 3, dp: 5, cp: 7 });
const RESULT: AggResult = {
  ...{ isl: 1000, osl: 101, batch: 4, contextTokens: 2000, steps: 2 },
  ...{ ttftMs: 120.00049, tpotMs: 8.00051, tokensPerSec: 1000.0001, memoryGib: 70.12345, balance: 0.01984 },
  ...{ prefills: 2, decodes: 1, stepTokens: 2001 },
};
/** The candidate of one worker, whose layout no engine would have. */
const made = (changes: Partial<AggResult> = {}, layout = WIDE) =>
  aggCandidate(engine, { ...createWorker(engine, layoutOf()), layout, gpus: 210 }, { ...RESULT, ...changes });

describe('an aggregated candidate', () => {
  it('says what was asked, the worker, and a step of it', () => {
    expect(made()).toMatchObject({
      ...{ mode: 'agg', model: 'Qwen/Qwen3-32B', isl: 1000, osl: 101, gpus: 210 },
      worker: {
        ...{ layout: WIDE, batch: 4, workers: 1, memoryGib: 70.123, quant: engine.quant },
        engine: { backend: 'vllm', version: '1.2.3', system: 'h200_sxm' },
      },
      step: { contextTokens: 2000, tokens: 2001, prefills: 2, decodes: 1, balance: 0.02 },
    });
  });

  it('has the latencies, and the time of a request of all its tokens', () => {
    const { metrics } = made();
    expect([metrics.ttftMs, metrics.tpotMs, metrics.requestMs]).toEqual([120, 8.001, 920.051]);
    expect(made({ osl: 1 }).metrics.requestMs).toBe(120);
    expect(made({ osl: 0 }).metrics.requestMs).toBe(120);
  });

  it('has the rates of all pipeline and data-parallel ranks, and of one of its GPUs', () => {
    const { metrics } = made();
    expect(metrics).toMatchObject({
      concurrency: 60,
      tokensPerSec: 15_000.002,
      requestsPerSec: 150,
      tokensPerSecPerGpu: 71.429,
      requestsPerSecPerGpu: 0.714,
      tokensPerSecPerUser: 124.992,
    });
  });

  it('serves one user no further tokens where there are none, or where they take no time', () => {
    expect(made({ osl: 2 }).metrics.tokensPerSecPerUser).toBe(124.992);
    expect(made({ osl: 1 }).metrics.tokensPerSecPerUser).toBe(0);
    expect(made({ tpotMs: 0 }).metrics.tokensPerSecPerUser).toBe(0);
    expect(made({ tpotMs: -1 }).metrics.tokensPerSecPerUser).toBe(0);
  });

  it('is led by its worker, and has the GPUs of a graph without context-parallel ranks', () => {
    const candidate = made();
    expect(leadWorker(candidate)).toBe(candidate.worker);
    expect(replicaGpus(candidate)).toBe(30);
    expect(replicaGpus({ ...candidate, worker: { ...candidate.worker, workers: 2 } })).toBe(60);
  });
});

describe('requests a second', () => {
  it.each([
    [101, 150],
    [2, 15_000],
    [1, 0],
    [0, 0],
  ])('of %d tokens each are %d', (osl, rate) => {
    expect(requestRate({ tokensPerSec: 1000, osl }, WIDE)).toBe(rate);
  });
});
