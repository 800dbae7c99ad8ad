import { describe, expect, it } from 'vitest';
import { leadWorker, replicaGpus } from '../../src/engine/candidate.ts';
import { disaggCandidate, type Pair, pairRates, type StaticWorker } from '../../src/engine/disagg-candidate.ts';
import { layoutLabel } from '../../src/models/layout.ts';
import { layoutOf, madeEngine } from './made-engine.ts';

const STAGES = madeEngine({ matching: { prefillRateShare: 0.5, decodeRateShare: 0.25 } });
const CONTEXTS = {
  prefill: { ...STAGES, systemName: 'h100_sxm' },
  decode: { ...STAGES, quant: { ...STAGES.quant, kvCache: 'fp8' as const } },
};

function staticWorker(changes: Partial<StaticWorker>): StaticWorker {
  const layout = changes.layout ?? layoutOf();
  return {
    ...{ layout, label: layoutLabel(layout), gpus: 1, batch: 1, globalBatch: 1, ttftMs: 0, tpotMs: 0 },
    quant: STAGES.quant,
    ...{ tokensPerSecPerUser: 0, requestsPerSec: 1, requestsPerSecPerGpu: 1, memoryGib: 1 },
    ...changes,
  };
}

const PREFILL = staticWorker({
  layout: layoutOf({ tp: 2, cp: 3 }),
  batch: 2,
  ttftMs: 100.0004,
  requestsPerSec: 8.00049,
});
const DECODE = staticWorker({
  quant: CONTEXTS.decode.quant,
  ...{ layout: layoutOf({ tp: 1, pp: 3, dp: 5 }), batch: 4, globalBatch: 20, tpotMs: 5.0004 },
  ...{ requestsPerSec: 10.00051, tokensPerSecPerUser: 199.98442, memoryGib: 70.12345 },
});
const pairOf = (prefills: number, decodes: number): Pair => ({
  ...{ prefill: PREFILL, decode: DECODE },
  counts: { prefills, decodes },
});

describe('a pair of workers', () => {
  const rates = (prefills: number, decodes: number) =>
    pairRates(pairOf(prefills, decodes), 100, STAGES.revision.matching);

  it('serves what the slower stage does, of which the revision leaves a share', () => {
    expect(rates(1, 2).requestsPerSec).toBeCloseTo(8.00049 * 0.5, 9);
    expect(rates(2, 1).requestsPerSec).toBeCloseTo(10.00051 * 0.25, 9);
    expect(rates(2, 4).requestsPerSec).toBeCloseTo(8.00049, 9);
  });

  it('has the GPUs of all its workers, and its tokens for each of them', () => {
    expect(rates(1, 2)).toMatchObject({ gpus: 32 });
    expect(rates(3, 1)).toMatchObject({ gpus: 21 });
    expect(rates(1, 2).tokensPerSecPerGpu).toBeCloseTo((8.00049 * 0.5 * 100) / 32, 9);
  });
});

describe('a disaggregated candidate', () => {
  const candidate = disaggCandidate(CONTEXTS, pairOf(3, 1), { isl: 1000, osl: 101 });

  it('says what was asked, and the workers of each stage', () => {
    expect(candidate).toMatchObject({
      ...{ mode: 'disagg', model: 'Qwen/Qwen3-32B', isl: 1000, osl: 101, gpus: 21 },
      prefill: {
        ...{ layout: PREFILL.layout, batch: 2, workers: 3, memoryGib: 1, requestsPerSec: 8 },
        ...{ quant: STAGES.quant, engine: { backend: 'vllm', version: '1.2.3', system: 'h100_sxm' } },
      },
      decode: {
        ...{ layout: DECODE.layout, batch: 4, workers: 1, memoryGib: 70.123, requestsPerSec: 10.001 },
        ...{ quant: CONTEXTS.decode.quant, engine: { backend: 'vllm', version: '1.2.3', system: 'h200_sxm' } },
      },
    });
  });

  it('has the latencies of its stages, and the time of a request of all its tokens', () => {
    const { metrics } = candidate;
    expect([metrics.ttftMs, metrics.tpotMs, metrics.requestMs]).toEqual([100, 5, 600.04]);
    const of = (osl: number) => disaggCandidate(CONTEXTS, pairOf(3, 1), { isl: 1000, osl }).metrics.requestMs;
    expect([of(2), of(1), of(0)]).toEqual([105.001, 100, 100]);
  });

  it('has the rates of the replica, and of one of its GPUs', () => {
    const requestsPerSec = 10.00051 * 0.25;
    expect(candidate.metrics).toMatchObject({
      concurrency: 20,
      requestsPerSec: 2.5,
      requestsPerSecPerGpu: 0.119,
      tokensPerSec: 252.513,
      tokensPerSecPerGpu: 12.024,
      tokensPerSecPerUser: 199.984,
    });
    expect(requestsPerSec * 101).toBeCloseTo(252.513, 3);
    expect(disaggCandidate(CONTEXTS, pairOf(9, 2), { isl: 1000, osl: 101 }).metrics.concurrency).toBe(40);
  });

  it('is led by its decode worker, and has the GPUs of a graph without context-parallel ranks', () => {
    expect(leadWorker(candidate)).toBe(candidate.decode);
    expect(replicaGpus(candidate)).toBe(21);
  });
});
