import type { PerfDatabase, Slice } from '../../perfdb/perfdb.ts';
import { DataMissing } from '../data-missing.ts';
import { type Grid, lookup3 } from '../interpolation.ts';

const steps = (from: number, by: number, count: number): number[] =>
  Array.from({ length: count }, (_, i) => from + by * i);
const powers = (count: number): number[] => Array.from({ length: count }, (_, i) => 2 ** i);

/**
 * Lengths and batches that measured attention is filled up to, in the reference's order.
 * Source: aiconfigurator 0.10.0, sdk/operations/attention.py and mla.py.
 */
export const ATTENTION_TARGETS = {
  contextLengths: [
    ...[1, 16, 32, 64, 128, 256, 512, 1024, 2048],
    ...steps(4096, 2048, 14),
    ...steps(32768, 16384, 6),
    ...steps(131072, 32768, 12),
    ...steps(524288, 65536, 9),
  ],
  generationBatches: [...powers(9), 384, 512, 1024, 2048, 8192],
  generationLengths: [...powers(19), 16777216],
} as const satisfies Record<string, readonly number[]>;

export type SliceKey = readonly (string | number)[];

/** Opens the grid of a slice on first use. @throws DataMissing where nothing was measured */
export function slicedGrids(
  database: PerfDatabase,
  table: string,
  open: (slice: Slice, key: SliceKey) => Grid,
): (key: SliceKey) => Grid {
  const grids = new Map<string, Grid | DataMissing>();
  const make = (key: SliceKey): Grid | DataMissing => {
    const slice = database.table(table)?.slice(...key);
    return slice === undefined || slice.rowCount === 0
      ? new DataMissing(`${table} has no rows for ${key.join(', ')}`)
      : open(slice, key);
  };
  return (key) => {
    const name = key.join(' ');
    let grid = grids.get(name);
    if (grid === undefined) {
      grid = make(key);
      grids.set(name, grid);
    }
    if (grid instanceof DataMissing) throw grid;
    return grid;
  };
}

export interface PrefillShape {
  readonly heads: number;
  readonly batch: number;
  /** Tokens of each sequence in this step. */
  readonly length: number;
  /** Ranks that share each sequence. */
  readonly cp: number;
}

/**
 * Prefill attention from a measured grid in ms. Under context parallelism rank 0 has the first of 2 x cp slices of a
 * sequence and the last one, which sees all before it.
 */
export function prefillTime(grid: Grid, { heads, batch, length, cp }: PrefillShape): number {
  const after = (tokens: number, cached: number): number => {
    const all = tokens + cached;
    return lookup3(grid, heads, all, batch, 'cubic') * ((all * all - cached * cached) / (all * all));
  };
  if (cp === 1) return after(length, 0);
  const slice = Math.max(1, Math.ceil(length / (2 * cp)));
  return after(slice, 0) + after(slice, length - slice);
}
