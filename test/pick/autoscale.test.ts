import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DisaggCandidate } from '../../src/engine/candidate.ts';
import type { DisaggContexts, StaticWorker } from '../../src/engine/disagg-candidate.ts';
import { R0_10 } from '../../src/engine/revisions/r0-10.ts';
import { type AutoscaleQuery, pickAutoscale } from '../../src/pick/autoscale.ts';

const QUANT = { gemm: 'bfloat16', kvCache: 'bfloat16', fmha: 'bfloat16', moe: 'bfloat16', comm: 'half' } as const;

/** As much of an engine context as a candidate names. */
const engine = {
  architecture: { id: 'a/model' },
  quant: QUANT,
  backendName: 'vllm',
  backendVersion: '1',
  systemName: 'h200_sxm',
  revision: R0_10,
};
const contexts = { prefill: engine, decode: engine } as unknown as DisaggContexts;

function worker(sketch: { tp: number; rate: number; batch?: number; ttftMs?: number; tpotMs?: number }): StaticWorker {
  const { tp, rate, batch = 1, ttftMs = 0, tpotMs = 0 } = sketch;
  return {
    layout: { tp, pp: 1, dp: 1, moeTp: 1, moeEp: 1, cp: 1 },
    quant: QUANT,
    label: `tp${tp}`,
    gpus: tp,
    batch,
    globalBatch: batch,
    ttftMs,
    tpotMs,
    tokensPerSecPerUser: tpotMs === 0 ? 0 : 1000 / tpotMs,
    requestsPerSec: rate,
    requestsPerSecPerGpu: rate / tp,
    memoryGib: 1,
  };
}

const query: AutoscaleQuery = { isl: 1000, osl: 100, ttftMs: 500, maxGpus: 8, ...R0_10.targets.planner };
const pick = (
  prefill: readonly StaticWorker[],
  decode: readonly StaticWorker[],
  change: Partial<AutoscaleQuery> = {},
) =>
  pickAutoscale({ contexts, prefill, decode }, { ...query, ...change }).map(({ candidate, ...deployment }) => {
    if (candidate.mode !== 'disagg') throw new Error('a planner has workers of both stages');
    return { ...candidate, ...deployment };
  });
const pairsOf = (picked: readonly DisaggCandidate[]) =>
  picked.map(({ prefill, decode }) => `tp${prefill.layout.tp}+tp${decode.layout.tp}`);

describe('a planner pick', () => {
  it('pairs one worker of each kind, best rate per GPU first', () => {
    const picked = pick(
      [worker({ tp: 1, rate: 2, ttftMs: 300 }), worker({ tp: 2, rate: 5, ttftMs: 200 })],
      [worker({ tp: 2, rate: 6, batch: 8, tpotMs: 30 })],
    );
    expect(pairsOf(picked)).toEqual(['tp2+tp2', 'tp1+tp2']);
    expect(picked[0]).toMatchObject({
      ...{ gpus: 4, replicas: 1, replicaGpus: 4, budgetGpus: 4 },
      ...{ prefill: { workers: 1 }, decode: { workers: 1 } },
      metrics: { ttftMs: 200, tpotMs: 30, requestsPerSec: 4.5, tokensPerSecPerGpu: 112.5 },
    });
  });

  it('takes the best batch of each layout under 295 ms a token, whatever the request says', () => {
    const decode = [30, 200, 294, 295].map((tpotMs, i) => worker({ tp: 1, rate: i + 1, batch: i + 1, tpotMs }));
    expect(pick([worker({ tp: 1, rate: 9, ttftMs: 1 })], decode)[0]?.decode.batch).toBe(3);
  });

  it('takes the closest first tokens where none keeps the limit', () => {
    const prefill = [worker({ tp: 1, rate: 9, ttftMs: 900 }), worker({ tp: 4, rate: 4, ttftMs: 600 })];
    const picked = pick(prefill, [worker({ tp: 1, rate: 1, tpotMs: 30 })]);
    expect(picked.map(({ metrics }) => metrics.ttftMs)).toEqual([900, 600]);
  });

  it('takes the first of equal rates with the smaller batch', () => {
    const decode = [
      worker({ tp: 1, rate: 4, batch: 16, tpotMs: 40 }),
      worker({ tp: 1, rate: 4, batch: 8, tpotMs: 20 }),
    ];
    expect(pick([worker({ tp: 1, rate: 9, ttftMs: 1 })], decode)[0]?.decode.batch).toBe(8);
  });

  it.each([
    ['what the budget does not hold together is left out', 8, ['tp4+tp4']],
    ['the reference does not look', Number.POSITIVE_INFINITY, ['tp8+tp4', 'tp4+tp4']],
    ['nothing fits', 4, []],
  ] as const)('%s', (_, maxGpus, wanted) => {
    const prefill = [worker({ tp: 8, rate: 30, ttftMs: 1 }), worker({ tp: 4, rate: 5, ttftMs: 1 })];
    expect(pairsOf(pick(prefill, [worker({ tp: 4, rate: 40, tpotMs: 1 })], { maxGpus }))).toEqual(wanted);
  });

  it('lists five pairs at most', () => {
    const stage = [1, 2, 3].map((tp) => worker({ tp, rate: tp, ttftMs: 1, tpotMs: 1 }));
    expect(pick(stage, stage)).toHaveLength(5);
  });

  describe('of more than five layouts', () => {
    /** Six layouts by falling rate per GPU; in pairs the last would be best, then the fifth. */
    const six = (ms: { ttftMs?: number; tpotMs?: number }) =>
      [20, 19, 18, 17, 2, 1].map((tp, i) => worker({ tp, rate: tp * (10 - i), ...ms }));
    const budget = { maxGpus: Number.POSITIVE_INFINITY };

    it('pairs the five prefill layouts with the best rates', () => {
      const pairs = pairsOf(pick(six({ ttftMs: 1 }), [worker({ tp: 1, rate: 1, tpotMs: 1 })], budget));
      expect(pairs).toEqual(['tp2+tp1', 'tp17+tp1', 'tp18+tp1', 'tp19+tp1', 'tp20+tp1']);
    });

    it('pairs the five decode layouts with the best rates', () => {
      const pairs = pairsOf(pick([worker({ tp: 1, rate: 1, ttftMs: 1 })], six({ tpotMs: 1 }), budget));
      expect(pairs).toEqual(['tp1+tp2', 'tp1+tp17', 'tp1+tp18', 'tp1+tp19', 'tp1+tp20']);
    });

    it('pairs the five that are fastest where none keeps the limit', () => {
      const prefill = [1, 2, 3, 4, 5, 6].map((tp) => worker({ tp, rate: 9, ttftMs: 900 - tp }));
      const pairs = pairsOf(pick(prefill, [worker({ tp: 1, rate: 1, tpotMs: 1 })], budget));
      expect(pairs).toEqual(['tp2+tp1', 'tp3+tp1', 'tp4+tp1', 'tp5+tp1', 'tp6+tp1']);
    });
  });

  describe('where no worker of a stage keeps its limit', () => {
    const decode = [worker({ tp: 1, rate: 4, batch: 2, tpotMs: 30 }), worker({ tp: 1, rate: 3, batch: 1, tpotMs: 20 })];

    it('takes the fastest of each layout, and the other stage by rate as ever', () => {
      const prefill = [900, 600, 700].map((ttftMs) => worker({ tp: 1, rate: ttftMs, ttftMs }));
      expect(pick(prefill, decode)).toMatchObject([{ metrics: { ttftMs: 600, tpotMs: 30 } }]);
    });

    it('takes of equally fast ones the higher rate', () => {
      const prefill = [1, 3, 2].map((rate) => worker({ tp: 1, rate, ttftMs: 600 }));
      expect(pick(prefill, decode)).toMatchObject([{ prefill: { requestsPerSec: 3 } }]);
    });
  });

  it('leaves layouts out that no partner fits beside, before the five best are taken', () => {
    const large = [13, 14, 15, 16, 17].map((tp) => worker({ tp, rate: tp * 100, ttftMs: 1 }));
    const small = [worker({ tp: 1, rate: 9, ttftMs: 400 }), worker({ tp: 1, rate: 1, ttftMs: 100 })];
    const found = pick([...large, ...small], [worker({ tp: 4, rate: 1, tpotMs: 1 })], { maxGpus: 16 });
    expect(found).toMatchObject([{ metrics: { ttftMs: 400 } }]);
  });

  it('pairs all layouts by latency where the best of both stages do not fit together', () => {
    const prefill = [worker({ tp: 5, rate: 9, ttftMs: 1 }), worker({ tp: 3, rate: 9, ttftMs: 900 })];
    const decode = [worker({ tp: 5, rate: 9, tpotMs: 1 }), worker({ tp: 3, rate: 9, tpotMs: 300 })];
    expect(pairsOf(pick(prefill, decode)).sort()).toEqual(['tp3+tp3', 'tp3+tp5', 'tp5+tp3']);
  });

  it('finds a pair whenever one fits, and only such', () => {
    const stage = fc.array(
      fc.record({
        tp: fc.constantFrom(1, 2, 3, 4, 5, 6, 7, 8),
        rate: fc.integer({ min: 1, max: 50 }),
        ttftMs: fc.integer({ min: 1, max: 900 }),
        tpotMs: fc.integer({ min: 1, max: 400 }),
      }),
      { minLength: 1, maxLength: 20 },
    );
    fc.assert(
      fc.property(stage, stage, fc.integer({ min: 2, max: 12 }), (first, second, maxGpus) => {
        const prefill = first.map((sketch) => ({ ...sketch, tpotMs: 0 }));
        const decode = second.map((sketch) => ({ ...sketch, ttftMs: 0 }));
        const least = Math.min(...prefill.map(({ tp }) => tp)) + Math.min(...decode.map(({ tp }) => tp));
        const picked = pick(prefill.map(worker), decode.map(worker), { maxGpus });
        expect(picked.length > 0).toBe(least <= maxGpus);
        for (const { gpus } of picked) expect(gpus).toBeLessThanOrEqual(maxGpus);
      }),
    );
  });
});
