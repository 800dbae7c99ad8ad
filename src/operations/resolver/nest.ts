import type { Slice } from '../../perfdb/perfdb.ts';

/** A roofline time in ms at a point, one coordinate an axis; positive where the point makes sense. */
export type SpeedOfLight = (point: ArrayLike<number>) => number;

/**
 * Measured points of a slice, branched by one key column after another. The keys of all branches of a level stand in one
 * array, ascending within each branch; node `i` of a level has the nodes `starts[i]` to `starts[i + 1]` of the next one.
 */
export interface Nest {
  readonly levels: readonly Level[];
  /** Latencies in ms, one for each key of the last level. */
  readonly latencyMs: ArrayLike<number>;
}

interface Level {
  readonly keys: ArrayLike<number>;
  /** Empty on the last level. */
  readonly starts: ArrayLike<number>;
}

/** Branches the rows of a slice, which are sorted by `axes`, outermost first. */
export function nestOf(slice: Slice, axes: readonly string[]): Nest {
  const columns = axes.map((name) => slice.column(name));
  const levels = axes.map((_, depth) => branches(columns, depth, slice.rowCount));
  return {
    levels: levels.map((rows, depth) => ({
      keys: depth === axes.length - 1 ? columns[depth]! : Float64Array.from(rows, (row) => columns[depth]![row]!),
      starts: childStarts(rows, levels[depth + 1]),
    })),
    latencyMs: slice.column('latency'),
  };
}

/** Rows at which a new node of a level begins. */
function branches(columns: readonly ArrayLike<number>[], depth: number, rowCount: number): Int32Array {
  const found = new Int32Array(rowCount);
  let count = 0;
  for (let row = 0; row < rowCount; row += 1) {
    let isNew = row === 0;
    for (let i = 0; i <= depth && !isNew; i += 1) isNew = columns[i]![row] !== columns[i]![row - 1];
    if (isNew) found[count++] = row;
  }
  return found.subarray(0, count);
}

/** For each node of a level its first node on the next one, and where the last node ends. */
function childStarts(own: Int32Array, next: Int32Array | undefined): Int32Array {
  if (next === undefined) return new Int32Array(0);
  const starts = new Int32Array(own.length + 1);
  let child = 0;
  for (let i = 0; i < own.length; i += 1) {
    while (next[child]! < own[i]!) child += 1;
    starts[i] = child;
  }
  starts[own.length] = next.length;
  return starts;
}

/** Index from `from` below `to` of the first of ascending `keys` that is not below `value`, else `to`. */
export function firstNotBelow(keys: ArrayLike<number>, from: number, to: number, value: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (keys[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether a time bounds anything: NaN, infinite and non-positive ones do not. */
export function isPositive(timeMs: number): boolean {
  return timeMs > 0 && timeMs < Number.POSITIVE_INFINITY;
}
