import type { Slice } from '../../perfdb/perfdb.ts';

/** Slices as one, with what tells them apart as a further key column `name` before `keys`; ascending, as they are given. */
export function joinedSlices(
  slices: readonly (readonly [key: number, slice: Slice])[],
  name: string,
  keys: readonly string[],
): Slice {
  const rowCount = slices.reduce((sum, [, slice]) => sum + slice.rowCount, 0);
  const columns = new Map<string, Float64Array>();
  for (const column of [...keys, 'latency']) {
    columns.set(column, Float64Array.from(slices.flatMap(([, slice]) => [...slice.column(column)])));
  }
  columns.set(name, Float64Array.from(slices.flatMap(([key, slice]) => Array<number>(slice.rowCount).fill(key))));
  return { rowCount, column: (column) => columns.get(column)! };
}
