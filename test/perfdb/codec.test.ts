import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ColumnArray, decodeColumns } from '../../src/perfdb/codec.ts';
import { encodeColumns } from '../../src/perfdb/import/encode.ts';

const bits = (column: ColumnArray): string =>
  Buffer.from(column.buffer, column.byteOffset, column.byteLength).toString('hex');

const roundTrip = (columns: readonly ColumnArray[]): readonly ColumnArray[] => {
  const types = columns.map((column) => (column instanceof Int32Array ? 'int32' : 'float64'));
  return decodeColumns(encodeColumns(columns), types, columns[0]?.length ?? 0);
};

/** A time as collectors record it: whole nanoseconds as 32-bit milliseconds, averaged twice. */
const timing = fc
  .tuple(fc.integer({ min: 1, max: 4_000_000_000 }), fc.constantFrom(1, 3, 5, 7), fc.constantFrom(1, 3, 5))
  .map(([ns, a, b]) => Math.fround(ns / 1e6) / a / b);

const anyFloat = fc.double();
const decimal = fc.integer({ min: 0, max: 10_000_000 }).map((value) => value / 10_000);

describe('columns of a block', () => {
  it.each([
    ['any doubles, with NaN, infinities and negative zero', anyFloat],
    ['timings', timing],
    ['decimals', decimal],
    ['a mix of all', fc.oneof(anyFloat, timing, decimal)],
  ])('keep every bit of %s', (_, value) => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 80 }), (values) => {
        const column = Float64Array.from(values);
        expect(bits(roundTrip([column])[0] ?? new Float64Array())).toBe(bits(column));
      }),
      { numRuns: 60 },
    );
  });

  it('keep integers, few or many distinct', () => {
    const value = fc.oneof(fc.integer(), fc.constantFrom(1, 2, 4, 8));
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 400 }), (values) => {
        const column = Int32Array.from(values);
        expect(roundTrip([column, column])).toEqual([column, column]);
      }),
      { numRuns: 60 },
    );
  });

  it('keep more than 256 distinct integers that repeat', () => {
    const column = Int32Array.from({ length: 3000 }, (_, i) => (i % 700) * 1000 - 5);
    expect(roundTrip([column])).toEqual([column]);
  });

  it('take a quarter of the space for timings', () => {
    const column = Float64Array.from({ length: 1000 }, (_, i) => Math.fround((i * 320 + 5000) / 1e6) / 3 / 3);
    expect(encodeColumns([column]).length).toBeLessThan(5 * 1000);
  });
});
