import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Candidate } from '../../src/engine/candidate.ts';
import { pickDefault } from '../../src/pick/default.ts';
import { clusterRate, metric, type PickTarget } from '../../src/pick/ranking.ts';
import { type Compat, mendsOf } from '../../src/request/mends.ts';
import { CANDIDATE_OF, candidate, LATENCY_2000, outline, pair, sizeOf, TPOT_30 } from './support.ts';

const rank = (candidates: readonly Candidate[], totalGpus: number, target: PickTarget = TPOT_30, compat?: Compat) =>
  pickDefault(candidates, { totalGpus, target, mends: mendsOf(compat) });

describe('default picking', () => {
  it('ranks layouts by what they make of the whole budget', () => {
    const candidates = [candidate({ tp: 3, gpus: 3, tokens: 110 }), candidate({ tp: 2, gpus: 2, tokens: 100 })];
    const { top, bestThroughput } = rank(candidates, 8);
    expect(outline(top, clusterRate)).toEqual([
      [2, 100],
      [3, 82.5],
    ]);
    expect(bestThroughput).toBe(100);
  });

  it.each([
    ['the faster for one user', TPOT_30, { tpotMs: 25, requestMs: 500 }, { tpotMs: 20, requestMs: 900 }, 2],
    ['the quicker to finish', LATENCY_2000, { tpotMs: 25, requestMs: 500 }, { tpotMs: 20, requestMs: 900 }, 1],
  ] as const)('of layouts with equal throughput takes %s', (_, target, first, second, wanted) => {
    const candidates = [candidate({ tp: 1, ...first }), candidate({ tp: 2, ...second })];
    expect(rank(candidates, 4, target).top.map(sizeOf)[0]).toBe(wanted);
    const swapped = [candidate({ tp: 2, ...first }), candidate({ tp: 1, ...second })];
    expect(rank(swapped, 4, target).top.map(sizeOf)[0]).toBe(3 - wanted);
  });

  it.each([
    [TPOT_30, { tpotMs: 30 }, { tpotMs: 30.001 }],
    [LATENCY_2000, { requestMs: 2000 }, { requestMs: 2000.001 }],
  ] as const)(
    'leaves candidates over the limit out while one keeps it, however fast they are: %j',
    (target, at, over) => {
      const candidates = [candidate({ tp: 1, tokens: 900, ...over }), candidate({ tp: 2, tokens: 10, ...at })];
      const { top, bestThroughput } = rank(candidates, 4, target);
      expect(outline(top)).toEqual([[2]]);
      expect(bestThroughput).toBe(10);
    },
  );

  it.each([
    ['without a latency, where none keeps the limit', { tpotMs: Number.NaN }, 10],
    ['without a rate, where none keeps the limit', { tokens: Number.NaN, tpotMs: 40 }, 10],
    ['without a rate', { tokens: Number.NaN, tpotMs: 20 }, 30],
  ] as const)('leaves candidates out %s', (_, nameless, limitMs) => {
    const candidates = [candidate({ tp: 1, ...nameless }), candidate({ tp: 2, tpotMs: 25 })];
    expect(outline(rank(candidates, 4, { ...TPOT_30, limitMs }).top)).toEqual([[2]]);
  });

  it('keeps the first of the candidates of a layout that serve equally much', () => {
    const candidates = [candidate({ tpotMs: 25 }), candidate({ tpotMs: 20 })];
    expect(outline(rank(candidates, 4).top, metric('tpotMs'))).toEqual([[1, 25]]);
  });

  it('comes to nothing where there are no candidates', () => {
    expect(rank([], 8)).toEqual({ bestThroughput: 0, top: [], further: [], pareto: [] });
  });

  describe('where none keeps the limit', () => {
    const candidates = [
      candidate({ tp: 1, tokens: 100, tpotMs: 50 }),
      candidate({ tp: 1, tokens: 50, tpotMs: 31 }),
      candidate({ tp: 2, gpus: 2, tokens: 10, tpotMs: 40 }),
    ];

    it('takes the closest of each layout', () => {
      expect(outline(rank(candidates, 2).top, metric('tpotMs'))).toEqual([
        [1, 31],
        [2, 40],
      ]);
    });

    it('takes of equally close ones the higher rate, within a layout and between two', () => {
      const equals = [
        candidate({ tp: 1, tokens: 50, tpotMs: 31 }),
        candidate({ tp: 1, tokens: 60, tpotMs: 31 }),
        candidate({ tp: 2, tokens: 70, tpotMs: 31 }),
      ];
      expect(outline(rank(equals, 2).top, clusterRate)).toEqual([
        [2, 70],
        [1, 60],
      ]);
    });

    it('looks by the rules of the reference only at the best rate of each layout', () => {
      expect(outline(rank(candidates, 2, TPOT_30, 'reference').top, metric('tpotMs'))).toEqual([
        [2, 40],
        [1, 50],
      ]);
    });
  });

  it('puts layouts that are equal in everything in the order of their names', () => {
    for (const mode of ['agg', 'disagg'] as const) {
      const candidates = [4, 1, 8, 2].map((tp) => CANDIDATE_OF[mode]({ tp }));
      expect(outline(rank(candidates, 4).top)).toEqual([[1], [2], [4], [8]]);
      expect(outline(rank(candidates, 4, { ...TPOT_30, limitMs: 1 }).top)).toHaveLength(4);
    }
  });

  it('lists five layouts at most', () => {
    const candidates = Array.from({ length: 9 }, (_, i) => pair({ tp: i + 1, tokens: i }));
    expect(outline(rank(candidates, 1).top)).toEqual([[9], [8], [7], [6], [5]]);
  });

  it('never loses throughput to a looser limit', () => {
    const sketch = fc.record({
      tp: fc.constantFrom(1, 2),
      tokens: fc.integer({ min: 1, max: 1000 }),
      tpotMs: fc.integer({ min: 1, max: 60 }),
    });
    fc.assert(
      fc.property(fc.array(sketch, { minLength: 1 }), fc.integer({ min: 1, max: 60 }), (sketches, limitMs) => {
        const candidates = sketches.map(candidate);
        const within = sketches.some(({ tpotMs }) => tpotMs <= limitMs);
        fc.pre(within);
        const best = (limit: number): number => rank(candidates, 4, { ...TPOT_30, limitMs: limit }).bestThroughput;
        expect(best(limitMs + 5)).toBeGreaterThanOrEqual(best(limitMs));
      }),
    );
  });
});
