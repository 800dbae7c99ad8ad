import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pickDefault } from '../../src/pick/default.ts';
import { numberIn } from '../../src/pick/rows.ts';
import { LATENCY_2000, outline, row, TPOT_30 } from './support.ts';

describe('default picking', () => {
  it('ranks layouts by what they make of the whole budget', () => {
    const rows = [row({ layout: 'tp3', gpus: 3, tokens: 110 }), row({ layout: 'tp2', gpus: 2, tokens: 100 })];
    const { top, bestThroughput } = pickDefault('agg', rows, 8, TPOT_30);
    expect(outline(top, 'tokens/s/gpu_cluster')).toEqual([
      ['tp2', 100],
      ['tp3', 82.5],
    ]);
    expect(bestThroughput).toBe(100);
  });

  it.each([
    ['the faster for one user', TPOT_30, { tpot: 25, latency: 500 }, { tpot: 20, latency: 900 }, 'tp2'],
    ['the quicker to finish', LATENCY_2000, { tpot: 25, latency: 500 }, { tpot: 20, latency: 900 }, 'tp1'],
  ] as const)('of layouts with equal throughput takes %s', (_, target, first, second, wanted) => {
    const rows = [row({ layout: 'tp1', ...first }), row({ layout: 'tp2', ...second })];
    expect(pickDefault('agg', rows, 4, target).top[0]?.parallel).toBe(wanted);
  });

  it('takes the closest of the best rows of each layout where none keeps the limit', () => {
    const rows = [
      row({ layout: 'tp1', tokens: 100, tpot: 50 }),
      row({ layout: 'tp1', tokens: 50, tpot: 31 }),
      row({ layout: 'tp2', gpus: 2, tokens: 10, tpot: 40 }),
    ];
    expect(outline(pickDefault('agg', rows, 2, TPOT_30).top, 'tpot')).toEqual([
      ['tp2', 40],
      ['tp1', 50],
    ]);
  });

  it('lists five layouts at most', () => {
    const rows = Array.from({ length: 9 }, (_, i) => row({ layout: `tp${i}`, tokens: i }));
    expect(outline(pickDefault('disagg', rows, 1, TPOT_30).top)).toEqual([['tp8'], ['tp7'], ['tp6'], ['tp5'], ['tp4']]);
  });

  it('never loses throughput to a looser limit', () => {
    const sketch = fc.record({
      layout: fc.constantFrom('tp1', 'tp2'),
      tokens: fc.integer({ min: 1, max: 1000 }),
      tpot: fc.integer({ min: 1, max: 60 }),
    });
    fc.assert(
      fc.property(fc.array(sketch, { minLength: 1 }), fc.integer({ min: 1, max: 60 }), (sketches, limitMs) => {
        const rows = sketches.map(row);
        const within = rows.some((found) => numberIn(found, 'tpot') <= limitMs);
        fc.pre(within);
        const best = (limit: number): number =>
          pickDefault('agg', rows, 4, { ...TPOT_30, limitMs: limit }).bestThroughput;
        expect(best(limitMs + 5)).toBeGreaterThanOrEqual(best(limitMs));
      }),
    );
  });
});

describe('the pareto front', () => {
  it('drops what another row beats or equals, by ascending rate for a user', () => {
    const rows = [
      row({ layout: 'a', tokens: 100, tpot: 50 }),
      row({ layout: 'b', tokens: 90, tpot: 60 }),
      row({ layout: 'c', tokens: 80, tpot: 25 }),
      row({ layout: 'd', tokens: 80, tpot: 25 }),
    ];
    expect(outline(pickDefault('agg', rows, 1, TPOT_30).pareto)).toEqual([['a'], ['c']]);
  });

  it('goes by the time to finish for an end-to-end limit', () => {
    const rows = [row({ layout: 'a', tokens: 100, latency: 900 }), row({ layout: 'b', tokens: 50, latency: 100 })];
    expect(outline(pickDefault('agg', rows, 1, LATENCY_2000).pareto)).toEqual([['b'], ['a']]);
  });
});
