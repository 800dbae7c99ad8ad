import type { Slice } from '../../perfdb/perfdb.ts';

/** The rows of a slice with a value in its first key column, which it is sorted by; columns are views, and nothing is copied. */
export function rowsWith(slice: Slice, name: string, value: number): Slice {
  const keys = slice.column(name);
  const from = keys.indexOf(value);
  const to = from < 0 ? from : keys.lastIndexOf(value) + 1;
  return { rowCount: to - from, column: (other) => slice.column(other).subarray(from, to) };
}
