import type { PerfDatabase, Slice } from '../perfdb/perfdb.ts';
import { DataMissing } from './data-missing.ts';
import { type Grid, lookup3 } from './grid/interpolation.ts';
import type { Mixes, OperationBase, StepPoint } from './kind.ts';
import type { KvCacheQuant } from './quant-modes.ts';

/** What all kinds of attention say of themselves: `heads` are the query heads of a GPU. */
export interface AttentionBase extends OperationBase {
  readonly mixes: Mixes;
  readonly heads: number;
  readonly kvCache: KvCacheQuant;
}

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
      ? new DataMissing(`${table} has no rows for ${key.join(', ')}`, { isOfEveryStep: true })
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

/** The points of a prefill slice: heads, length, batch. */
export function prefillPoints(slice: Slice) {
  return {
    x: slice.column('num_heads'),
    y: slice.column('isl'),
    z: slice.column('batch_size'),
    value: slice.column('latency'),
  };
}

/** The points of a decode slice: heads, batch, length. */
export function decodePoints(slice: Slice) {
  return {
    x: slice.column('num_heads'),
    y: slice.column('batch_size'),
    z: slice.column('isl'),
    value: slice.column('latency'),
  };
}

/** Attention heads of a GPU, and the ranks that share each sequence. */
interface PrefillShape {
  readonly heads: number;
  readonly cp: number;
}

/** Prefill attention from a filled-up grid in ms. */
export function prefillTime(grid: Grid, { heads, cp }: PrefillShape, { batch, sequenceLength }: StepPoint): number {
  return overRanks(sequenceLength, cp, (length) => lookup3(grid, heads, length, batch, 'cubic'));
}

/**
 * Time in ms of the busiest rank by what whole sequences of a length take. Under context parallelism rank 0 has the first
 * of 2 x cp slices of a sequence and the last one, which sees all before it.
 */
export function overRanks(length: number, cp: number, timeOf: (length: number) => number): number {
  if (cp === 1) return timeOf(length);
  const slice = Math.max(1, Math.ceil(length / (2 * cp)));
  return timeOf(slice) + afterCached(slice, length - slice, timeOf);
}

/** What `tokens` take that see `cached` ones before them. */
function afterCached(tokens: number, cached: number, timeOf: (length: number) => number): number {
  const all = tokens + cached;
  return timeOf(all) * ((all * all - cached * cached) / (all * all));
}
