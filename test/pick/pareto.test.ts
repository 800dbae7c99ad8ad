import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quickSort } from '../../src/engine/row-order.ts';
import { paretoFront } from '../../src/pick/pareto.ts';
import { clusterRate, metric, type RatedCandidate } from '../../src/pick/ranking.ts';
import { candidate, LATENCY_2000, outline, type Sketch, TPOT_30 } from './support.ts';

/** A candidate whose cluster rate is its rate per GPU. */
const rated = (sketch: Sketch): RatedCandidate => ({ candidate: candidate(sketch), clusterRate: sketch.tokens ?? 100 });
const front = (sketches: readonly Sketch[], target = TPOT_30): readonly RatedCandidate[] =>
  paretoFront(sketches.map(rated), target);

describe('the pareto front', () => {
  it('drops what another candidate beats or equals, by ascending rate for a user', () => {
    const sketches = [
      { tp: 1, tokens: 100, tpotMs: 50 },
      { tp: 2, tokens: 90, tpotMs: 60 },
      { tp: 3, tokens: 80, tpotMs: 25 },
      { tp: 4, tokens: 80, tpotMs: 25 },
    ];
    expect(outline(front(sketches))).toEqual([[1], [3]]);
    expect(outline(front([...sketches].reverse()))).toEqual([[1], [4]]);
  });

  it.each([
    [
      'of equal latency the higher rate',
      [
        { tpotMs: 20, tokens: 90 },
        { tpotMs: 20, tokens: 100 },
      ],
    ],
    [
      'of equal rate the lower latency',
      [
        { tpotMs: 25, tokens: 90 },
        { tpotMs: 20, tokens: 90 },
      ],
    ],
  ] as const)('keeps %s, in whatever order they come', (_, [worse, better]) => {
    const sketches = [
      { tp: 1, ...worse },
      { tp: 2, ...better },
    ];
    expect(outline(front(sketches))).toEqual([[2]]);
    expect(outline(front([...sketches].reverse()))).toEqual([[2]]);
  });

  it('goes by the time to finish for an end-to-end limit', () => {
    const sketches = [
      { tp: 1, tokens: 100, requestMs: 900 },
      { tp: 2, tokens: 50, requestMs: 100 },
      { tp: 3, tokens: 40, requestMs: 200 },
    ];
    expect(outline(front(sketches, LATENCY_2000))).toEqual([[2], [1]]);
  });

  it('has no candidate without a latency or a rate', () => {
    const sketches = [
      { tp: 1, tpotMs: 0 },
      { tp: 2, tpotMs: Number.NaN },
      { tp: 3, tokens: Number.NaN },
      { tp: 4, tokens: Number.POSITIVE_INFINITY },
      { tp: 5 },
    ];
    expect(outline(front(sketches))).toEqual([[5]]);
    expect(outline(front([{ requestMs: Number.NaN }], LATENCY_2000))).toEqual([]);
  });

  it('takes from equal candidates the one that the sort of the reference puts first', () => {
    const equals = Array.from({ length: 20 }, (_, i) =>
      i < 10 ? { tp: i + 1, tpotMs: 10, tokens: 80 } : { tp: i + 1, tpotMs: 20, tokens: 100 },
    );
    const sorted = quickSort(equals, ({ tpotMs }) => 1000 / tpotMs, 'ascending');
    expect(sorted.map(({ tp }) => tp)).toEqual([20, 18, 17, 16, 15, 14, 13, 12, 11, 19, 1, 8, 7, 6, 5, 4, 3, 2, 9, 10]);
    expect(outline(front(equals))).toEqual([[20], [1]]);
  });

  it('has of any candidates exactly those that no other beats', () => {
    const sketch = fc.record({ tokens: fc.integer({ min: 1, max: 9 }), tpotMs: fc.integer({ min: 1, max: 9 }) });
    fc.assert(
      fc.property(fc.array(sketch, { minLength: 1, maxLength: 30 }), (sketches) => {
        const unbeaten = sketches.filter(({ tokens, tpotMs }) =>
          sketches.every(
            (other) =>
              other.tokens < tokens || other.tpotMs > tpotMs || (other.tokens === tokens && other.tpotMs === tpotMs),
          ),
        );
        const wanted = new Set(unbeaten.map(({ tokens, tpotMs }) => `${tokens} at ${tpotMs}`));
        const found = front(sketches).map((one) => `${clusterRate(one)} at ${metric('tpotMs')(one)}`);
        expect(found.length).toBe(wanted.size);
        expect(new Set(found)).toEqual(wanted);
      }),
    );
  });
});
