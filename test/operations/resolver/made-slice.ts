import type { Slice } from '../../../src/perfdb/perfdb.ts';

/** A slice of made-up rows: `names` are its columns, the latency in ms last. */
export function madeSlice(names: readonly string[], rows: readonly (readonly number[])[]): Slice {
  const all = [...names, 'latency'];
  return {
    rowCount: rows.length,
    column: (name) => Float64Array.from(rows, (row) => row[all.indexOf(name)]!),
  };
}
