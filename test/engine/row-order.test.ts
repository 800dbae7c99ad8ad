import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { round3 } from '../../src/engine/rounding.ts';
import { quickSort } from '../../src/engine/row-order.ts';

const keyed = fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 200, size: 'max' });
const pairs = (keys: readonly number[]): { key: number; at: number }[] => keys.map((key, at) => ({ key, at }));

describe('quickSort', () => {
  it.each(['ascending', 'descending'] as const)('orders every row %s and loses none', (direction) => {
    fc.assert(
      fc.property(keyed, (keys) => {
        const sorted = quickSort(pairs(keys), ({ key }) => key, direction);
        const expected = [...keys].sort((a, b) => (direction === 'ascending' ? a - b : b - a));
        expect(sorted.map(({ key }) => key)).toEqual(expected);
        expect(new Set(sorted.map(({ at }) => at)).size).toBe(keys.length);
      }),
    );
  });

  it('keeps ties of up to sixteen rows in order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 16 }), (keys) => {
        const sorted = quickSort(pairs(keys), ({ key }) => key, 'descending');
        for (const [i, row] of sorted.entries()) {
          const next = sorted[i + 1];
          if (next?.key === row.key) expect(next.at).toBeGreaterThan(row.at);
        }
      }),
    );
  });

  it('swaps ties of longer tables as NumPy swaps them without its vector sort', () => {
    // numpy.argsort(numpy.array([5, 3, 5, 1, ...], dtype=object)) of NumPy 1.26.4
    const keys = [5, 3, 5, 1, 3, 5, 5, 1, 2, 3, 5, 5, 4, 4, 1, 2, 3, 5, 2, 2, 4, 1, 5, 3, 5];
    const recorded = [14, 3, 21, 7, 8, 18, 19, 15, 23, 16, 4, 1, 9, 20, 13, 12, 22, 0, 11, 10, 6, 5, 2, 17, 24];
    expect(quickSort(pairs(keys), ({ key }) => key, 'ascending').map(({ at }) => at)).toEqual(recorded);
  });

  // numpy.argsort(numpy.array([(i * i * factor + i) % modulus for i in range(rows)], dtype=object)) of NumPy 1.26.4
  it.each([
    [
      'many ties',
      { rows: 120, factor: 3, modulus: 7 },
      '0 35 37 42 44 49 51 56 58 63 65 70 30 72 79 84 86 91 93 98 100 105 107 112 114 77 28 119 21 2 16 7 14 9 23 10 83 80 73 13 69 66 62 76 27 87 90 94 97 6 101 104 3 108 111 115 118 17 59 41 55 31 38 52 48 34 45 20 24 18 40 39 95 96 5 103 4 33 32 109 110 25 116 117 102 88 89 26 19 53 74 75 12 54 67 11 68 81 82 46 61 60 47 64 1 29 15 113 22 71 43 99 36 78 92 8 57 85 106 50',
    ],
    [
      'nothing but ties',
      { rows: 100, factor: 0, modulus: 1 },
      '0 72 71 70 69 68 67 66 65 64 63 62 61 60 59 58 57 56 55 54 53 52 73 51 74 76 97 96 95 94 93 92 91 90 89 88 87 86 85 84 83 82 81 80 79 78 77 75 50 49 48 21 20 19 18 17 16 15 14 13 12 11 10 9 8 7 6 5 4 3 2 1 22 23 24 25 47 46 45 44 43 42 41 40 39 38 98 37 35 34 33 32 31 30 29 28 27 26 36 99',
    ],
    [
      'hardly a tie',
      { rows: 150, factor: 7, modulus: 1000 },
      '0 1 81 56 12 123 2 127 17 24 91 3 87 114 100 132 61 36 21 4 34 27 38 82 48 5 13 32 45 55 40 119 107 51 6 126 131 60 95 109 105 143 18 142 144 88 83 116 141 122 145 98 30 140 92 7 111 146 71 72 103 70 73 14 139 42 69 25 74 147 22 59 130 68 138 75 8 54 148 84 67 113 125 76 101 47 28 137 89 19 50 149 66 9 77 118 15 44 58 121 136 96 35 129 37 93 65 33 85 78 39 115 99 135 10 53 23 64 108 124 106 31 26 79 90 57 41 16 110 128 104 20 134 63 49 11 46 86 80 29 120 112 102 117 94 133 97 62 52 43',
    ],
  ])('cuts tables with %s apart as NumPy does', (_, { rows, factor, modulus }, recorded) => {
    const keys = Array.from({ length: rows }, (_, i) => (i * i * factor + i) % modulus);
    const sorted = quickSort(pairs(keys), ({ key }) => key, 'ascending');
    expect(sorted.map(({ at }) => at).join(' ')).toBe(recorded);
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
