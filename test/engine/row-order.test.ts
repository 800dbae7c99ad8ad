import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { round3 } from '../../src/engine/rounding.ts';
import { quickSort, stableSort } from '../../src/engine/row-order.ts';

const keyed = fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 200 });
const pairs = (keys: readonly number[]): { key: number; at: number }[] => keys.map((key, at) => ({ key, at }));

describe.each([
  ['stableSort', stableSort],
  ['quickSort', quickSort],
] as const)('%s', (_, sort) => {
  it.each(['ascending', 'descending'] as const)('orders every row %s and loses none', (direction) => {
    fc.assert(
      fc.property(keyed, (keys) => {
        const sorted = sort(pairs(keys), ({ key }) => key, direction);
        const expected = [...keys].sort((a, b) => (direction === 'ascending' ? a - b : b - a));
        expect(sorted.map(({ key }) => key)).toEqual(expected);
        expect(new Set(sorted.map(({ at }) => at)).size).toBe(keys.length);
      }),
    );
  });

  it('keeps ties of up to sixteen rows in order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 16 }), (keys) => {
        const sorted = sort(pairs(keys), ({ key }) => key, 'descending');
        for (const [i, row] of sorted.entries()) {
          const next = sorted[i + 1];
          if (next?.key === row.key) expect(next.at).toBeGreaterThan(row.at);
        }
      }),
    );
  });
});

describe('quickSort', () => {
  it('swaps ties of longer tables as NumPy 1.26 swaps those of an object column', () => {
    // numpy.argsort(numpy.array([5, 3, 5, 1, ...], dtype=object)) of NumPy 1.26.4
    const keys = [5, 3, 5, 1, 3, 5, 5, 1, 2, 3, 5, 5, 4, 4, 1, 2, 3, 5, 2, 2, 4, 1, 5, 3, 5];
    const recorded = [14, 3, 21, 7, 8, 18, 19, 15, 23, 16, 4, 1, 9, 20, 13, 12, 22, 0, 11, 10, 6, 5, 2, 17, 24];
    expect(quickSort(pairs(keys), ({ key }) => key, 'ascending').map(({ at }) => at)).toEqual(recorded);
  });
});

describe('round3', () => {
  it.each([
    [1.0005, 1],
    [0.0025, 0.002],
    [0.0035, 0.004],
    [2.5, 2.5],
    [-0.0015, -0.002],
    [-0.0025, -0.002],
    [123.4567, 123.457],
    [0, 0],
  ])('rounds %d to %d, ties of the thousandfold to even', (value, wanted) => {
    expect(round3(value)).toBe(wanted);
  });

  it('leaves what is not finite alone', () => {
    expect(round3(Number.POSITIVE_INFINITY)).toBe(Number.POSITIVE_INFINITY);
    expect(round3(Number.NaN)).toBeNaN();
  });
});
