import { describe, expect, it } from 'vitest';
import type { BackendModel } from '../../src/engine/backends.ts';
import type { AggCandidate, Candidate } from '../../src/engine/candidate.ts';
import { R0_10 } from '../../src/engine/revisions/r0-10.ts';
import { contextTokenSteps, type SweepQuery, sweepAgg } from '../../src/engine/sweep-agg.ts';
import { createWorker } from '../../src/engine/worker.ts';
import { DataMissing } from '../../src/operations/data-missing.ts';
import type { OperationTime } from '../../src/operations/operations.ts';
import { COUNTABLE, layoutOf, madeEngine } from './made-engine.ts';

/** Recorded from the reference: aiconfigurator 0.10.0, sdk/sweep.py, `_agg_ctx_tokens_list`. */
it.each([
  // Below 512 tokens the steps are multiples of 512 beside the length itself and its double.
  [100, [100, 200, 512, 1024, 1536, 2048, 2560, 3072, 3584, 4096, 4608, 5120, 5632, 6144, 6656, 7168, 7680, 8192]],
  [600, [600, 1200, 1800, 2400, 3000, 3600, 4200, 4800, 5400, 6000, 6600, 7200, 7800]],
  [3000, [3000, 6000]],
  [4000, [4000, 8000]],
  [8192, [8192, 16384]],
  [20000, [20000, 40000]],
])('an input of %d tokens is prefilled in steps of %j', (isl, steps) => {
  expect(contextTokenSteps(isl, R0_10.sweep.agg)).toEqual(steps);
});

const ANY = { ttftMs: Number.POSITIVE_INFINITY, tpotMs: Number.POSITIVE_INFINITY };
const QUERY: SweepQuery = { isl: 1000, osl: 101, layouts: [layoutOf()], targets: [ANY] };
/** Prompts of 1,000 tokens are prefilled 1,000 or 2,000 tokens at a time. */
const CHUNKS = { minChunkTokens: 512, maxChunkTokens: 2000, keptPerTarget: 99 };

function aggOf(candidate: Candidate): AggCandidate {
  if (candidate.mode !== 'agg') throw new Error('an aggregated sweep has aggregated candidates');
  return candidate;
}
/** Candidates of a sweep over some batches by batch, then by tokens of a mixed step. */
function swept(
  batches: readonly number[],
  query: Partial<SweepQuery> = {},
  changes: Parameters<typeof madeEngine>[0] = {},
) {
  const engine = madeEngine({ ...changes, agg: { ...CHUNKS, batches, ...changes.agg } });
  const result = sweepAgg(engine, { ...QUERY, ...query });
  const candidates = result.candidates.map(aggOf);
  const ordered = [...candidates].sort(
    (a, b) => a.worker.batch - b.worker.batch || a.step.contextTokens - b.step.contextTokens,
  );
  const points = ordered.map(({ worker, step }) => [worker.batch, step.contextTokens]);
  return { ...result, engine, candidates, ordered, points };
}

describe('the operating points of an aggregated worker', () => {
  it('have prompts for every sequence, and one more that decodes', () => {
    expect(swept([1, 2, 3]).points).toEqual([
      [1, 1000],
      [2, 1000],
      [3, 1000],
      [3, 2000],
    ]);
  });

  it('that decode equally many sequences are one, the first', () => {
    // Of a step of 1,000 tokens 4 sequences decode, of one of 2,000 tokens 8; eight in two steps of 2,000 take as long.
    expect(swept([3, 8, 9], { osl: 4 }).points).toEqual([
      [3, 1000],
      [3, 2000],
      [8, 1000],
      [8, 2000],
      [9, 2000],
    ]);
    expect(swept([9, 10], { osl: 4 }, { agg: { maxChunkTokens: 3000 } }).points).toEqual([
      [9, 1000],
      [9, 2000],
      [9, 3000],
      [10, 3000],
    ]);
  });

  it('that decode one sequence at most stay apart', () => {
    expect(swept([1, 4, 5], { osl: 1 }).points).toEqual([
      [1, 1000],
      [4, 1000],
      [4, 2000],
      [5, 1000],
    ]);
  });

  it('end for a batch with the first that does not fit the memory', () => {
    const activations = (tokens: number): number => (tokens > 1500 && tokens < 2500 ? 1e9 : tokens);
    const backend = { aggActivationTokens: activations };
    expect(swept([3, 8], {}, { backend, agg: { maxChunkTokens: 3000 } }).points).toEqual([
      [3, 1000],
      [8, 1000],
    ]);
  });
});

describe('an operating point', () => {
  // Decoding alone at the mean length of 1,051 tokens.
  const decodeMs = (batch: number): number => batch / 10 + (batch * 1051) / 1000;

  it('of one sequence prefills it, then decodes it', () => {
    const [point] = swept([1]).ordered;
    const prefillMs = 100 + 10;
    expect(point?.metrics.ttftMs).toBeCloseTo((prefillMs + 8) * 1.1, 3);
    expect(point?.metrics.tpotMs).toBeCloseTo(decodeMs(1), 3);
    expect(point?.metrics.tokensPerSec).toBeCloseTo((1000 * 100) / (prefillMs + 100 * decodeMs(1)), 2);
    expect(point?.step).toEqual({ contextTokens: 1000, tokens: 1000, prefills: 1, decodes: 1, balance: 0.01 });
  });

  it('mixes prefill with decode until all are prefilled, then decodes alone', () => {
    const [first, second] = swept([3]).ordered;
    const mixedMs = 100.2 + 10 + 2 * 1.051;
    expect(first?.metrics.ttftMs).toBeCloseTo((mixedMs + 8) * 1.3, 3);
    expect(first?.metrics.tpotMs).toBeCloseTo((2 * mixedMs + 98 * decodeMs(3)) / 100, 3);
    expect(first?.metrics.tokensPerSec).toBeCloseTo((1000 * 3 * 100) / (3 * mixedMs + 98 * decodeMs(3)), 2);
    expect(first?.step).toEqual({ contextTokens: 1000, tokens: 1002, prefills: 1, decodes: 2, balance: 0.03 });
    const twoMs = 200.1 + 20 + 1.051;
    expect(second?.metrics.ttftMs).toBeCloseTo((twoMs + 8) * 1.3, 3);
    expect(second?.metrics.tpotMs).toBeCloseTo((twoMs + 99 * decodeMs(3)) / 100, 3);
    expect(second?.metrics.tokensPerSec).toBeCloseTo((1000 * 3 * 100) / (2 * twoMs + 99 * decodeMs(3)), 2);
    expect(second?.step).toEqual({ contextTokens: 2000, tokens: 2001, prefills: 2, decodes: 1, balance: 0.015 });
  });

  it('never decodes alone where prefill takes all steps', () => {
    const noDecode: OperationTime = (op, step) => {
      if (step.tokens === 3) throw new DataMissing('no step of three tokens');
      return COUNTABLE(op, step);
    };
    const [first] = swept([3], { osl: 2 }, { operationTime: noDecode }).ordered;
    const mixedMs = 100.2 + 10 + (2 * 1002) / 1000;
    expect(first?.step).toMatchObject({ contextTokens: 1000, balance: 1.5 });
    expect(first?.metrics.tpotMs).toBeCloseTo(mixedMs, 3);
    expect(first?.metrics.tokensPerSec).toBeCloseTo((1000 * 3) / (3 * mixedMs), 2);
  });

  it.each([1, 2])('of a single token has no time for further ones (batch %d)', (batch) => {
    const [point] = swept([batch], { osl: 1 }).ordered;
    expect(point?.metrics).toMatchObject({ tokensPerSec: 0, requestsPerSec: 0, tokensPerSecPerUser: 0 });
    expect(point?.metrics.requestMs).toBeCloseTo(point!.metrics.ttftMs + 0, 3);
    if (batch === 1) expect(point?.metrics.tpotMs).toBe(0);
  });

  it('has the time of a mixed step for each token where its backend counts none of them', () => {
    const [point] = swept([3], { osl: 2 }, { backend: { mixedStepsForTpot: () => 0 } }).ordered;
    expect(point?.metrics.tpotMs).toBeCloseTo(100.2 + 10 + (2 * 1002) / 1000, 3);
  });

  it('has no rate where it makes no further tokens, or takes no time', () => {
    expect(swept([1, 3], { osl: 0 }).ordered.map(({ metrics }) => metrics.tokensPerSec)).toEqual([0, 0, 0]);
    const { ordered } = swept([1, 3], {}, { operationTime: () => 0 });
    expect(ordered.map(({ metrics }) => metrics.tokensPerSec)).toEqual([0, 0, 0]);
  });

  it('serves no more than its backend allows for the time of a whole request', () => {
    const asked: number[] = [];
    const throughputCap = (_: unknown, latencyMs: number): number => {
      asked.push(latencyMs);
      return 5;
    };
    const [point] = swept([1], {}, { backend: { throughputCap } }).ordered;
    expect(asked).toEqual([expect.closeTo(118 * 1.1 + 100 * decodeMs(1), 6)]);
    expect(point?.metrics.tokensPerSec).toBe(5);
    asked.length = 0;
    swept([1], { osl: 1 }, { backend: { throughputCap } });
    expect(asked).toEqual([expect.closeTo(118 * 1.1, 6)]);
    asked.length = 0;
    swept([1], { osl: 0 }, { backend: { throughputCap } });
    expect(asked).toEqual([expect.closeTo(118 * 1.1, 6)]);
  });

  it('takes the memory of its batch, of the tokens of a step, and of whole sequences', () => {
    const backend = { aggActivationTokens: (tokens: number): number => tokens * 100 };
    const { ordered, engine } = swept([1, 3], {}, { backend });
    const { memory } = createWorker(engine, layoutOf());
    const used = [memory(1, 100_000, 1101), memory(3, 100_200, 1101), memory(3, 200_100, 1101)];
    expect(ordered.map(({ worker }) => worker.memoryGib)).toEqual(
      used.map(({ totalGib }) => expect.closeTo(totalGib, 3)),
    );
    expect(new Set(used.map(({ totalGib }) => totalGib)).size).toBe(3);
  });
});

describe('an aggregated sweep', () => {
  it('keeps the best of each layout for each target, and none twice', () => {
    // Every step costs as much as 50 tokens, so that a larger batch serves more.
    const operationTime: OperationTime = (op, step) => COUNTABLE(op, step) + (op.kind === 'embedding' ? 5 : 0);
    const sweepTo = (tpotMs: readonly number[], keptPerTarget: number) => {
      const targets = tpotMs.map((limit) => ({ ...ANY, tpotMs: limit }));
      const layouts = [layoutOf(), layoutOf({ tp: 2 })];
      return swept([1, 2, 3], { layouts, targets }, { operationTime, agg: { keptPerTarget } });
    };
    const all = sweepTo([999], 99).ordered.filter(({ worker }) => worker.layout.tp === 1);
    expect(all.map(({ metrics }) => metrics.requestsPerSec)).toEqual([1.37, 2.094, 2.542, 2.327]);
    expect(sweepTo([999], 1).points).toEqual(Array(2).fill([3, 1000]));
    expect(sweepTo([999], 2).points).toEqual([...Array(2).fill([3, 1000]), ...Array(2).fill([3, 2000])]);
    const [single] = all;
    const limit = single!.metrics.tpotMs + 0.001;
    expect(sweepTo([limit, 999, 999], 1).points).toEqual([...Array(2).fill([1, 1000]), ...Array(2).fill([3, 1000])]);
  });

  it('asks for the KV cache of an aggregated worker in its layout', () => {
    const kvCacheLimitGib: BackendModel['kvCacheLimitGib'] = ({ role, layout }) =>
      role === 'agg' && layout.tp === 2 ? Number.POSITIVE_INFINITY : 0;
    const layouts = [layoutOf(), layoutOf({ tp: 2 })];
    const { candidates } = swept([1], { layouts }, { backend: { kvCacheLimitGib } });
    expect(candidates.map(({ worker }) => worker.layout.tp)).toEqual([2]);
  });

  it('has its candidates by falling rate per GPU', () => {
    const layouts = [4, 1, 2].map((tp) => layoutOf({ tp }));
    const rates = swept([1, 2, 4], { layouts }).candidates.map(({ metrics }) => metrics.tokensPerSecPerGpu);
    expect(rates.length).toBeGreaterThan(8);
    expect(rates).toEqual([...rates].sort((a, b) => b - a));
  });

  // A single sequence has its first token after 129.8 ms and each other one after 1.151 ms.
  it.each([
    [{ ttftMs: 129.8000001, tpotMs: 1.1510001 }, 1],
    [{ ttftMs: 129.8000001, tpotMs: 1.1509999 }, 0],
    [{ ttftMs: 129.7999999, tpotMs: 1.1510001 }, 0],
  ])('keeps what is within both limits: %j', (target, count) => {
    expect(swept([1], { targets: [target] }).candidates).toHaveLength(count);
  });

  it('counts a limit that is just kept as kept', () => {
    const exact: OperationTime = (op) => (op.kind === 'embedding' ? 4 : 0);
    const backend = { queueFactor: () => 1, dispatchOverheadMs: () => 0 };
    const { candidates } = swept([1], { targets: [{ ttftMs: 4, tpotMs: 4 }] }, { operationTime: exact, backend });
    expect(candidates).toHaveLength(1);
  });

  it('says why a layout has no candidate, and goes on with the others', () => {
    const layouts = [layoutOf({ tp: 3 }), layoutOf({ tp: 2 }), layoutOf()];
    const { candidates, excluded } = swept([1], { layouts }, { memCapacityGib: 50 });
    expect(candidates.map(({ worker }) => worker.layout.tp)).toEqual([2]);
    expect(excluded).toEqual([
      { layout: layouts[0], role: 'agg', reason: 'data', detail: '64 heads do not split over 3 GPUs' },
      { layout: layouts[2], role: 'agg', reason: 'memory', detail: 'does not fit the GPU memory' },
    ]);
  });

  it('says where a layout keeps no limit, and how close all of them came', () => {
    const layouts = [layoutOf(), layoutOf({ tp: 2 })];
    const targets = [{ ttftMs: 1, tpotMs: 1 }];
    const { candidates, excluded, fastest } = swept([3, 1], { layouts, targets });
    expect(candidates).toEqual([]);
    const why = { role: 'agg', reason: 'latency', detail: 'no batch size meets the latency targets' };
    expect(excluded).toEqual(layouts.map((layout) => ({ layout, ...why })));
    expect(fastest).toEqual({ ttftMs: expect.closeTo(118 * 1.1, 6), tpotMs: expect.closeTo(1.151, 6) });
  });

  it('fails with any error that is not of the data', () => {
    const broken: OperationTime = () => {
      throw new TypeError('a defect');
    };
    expect(() => swept([1], {}, { operationTime: broken })).toThrow('a defect');
  });
});

describe('a point without data', () => {
  const sweep = (whereMissing: 'layout' | 'point', lacks: (batch: number) => boolean) => {
    const operationTime: OperationTime = (op, step) => {
      if (op.name.startsWith('generation_') && lacks(step.batch)) throw new DataMissing(`nothing for ${step.batch}`);
      return COUNTABLE(op, step);
    };
    const agg = { ...CHUNKS, batches: [1, 5, 9], whereMissing };
    const { candidates, excluded } = sweepAgg(madeEngine({ agg, operationTime }), QUERY);
    const batches = new Set(candidates.map((candidate) => aggOf(candidate).worker.batch));
    return { batches: [...batches].sort((a, b) => a - b), excluded };
  };

  it('costs its layout all points, or itself alone', () => {
    const lacksFive = (batch: number): boolean => batch === 5;
    expect(sweep('layout', lacksFive).batches).toEqual([]);
    expect(sweep('layout', lacksFive).excluded).toMatchObject([{ reason: 'data', detail: 'nothing for 5' }]);
    expect(sweep('point', lacksFive)).toEqual({ batches: [1, 9], excluded: [] });
  });

  it('is why a layout has none where all lack data', () => {
    const { batches, excluded } = sweep('point', () => true);
    expect(batches).toEqual([]);
    expect(excluded).toMatchObject([{ role: 'agg', reason: 'data', detail: 'nothing for 1' }]);
  });
});
