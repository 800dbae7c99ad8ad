import { DataMissing } from '../data-missing.ts';
import { cloughTocher, type Point2 } from './clough-tocher.ts';

/**
 * The two neighbours of `x` in ascending `keys`; an exact member twice. Outside the range: the two nearest end
 * points, or DataMissing when `inner`. Source of all rules here: aiconfigurator 0.10.0, sdk/interpolation.py.
 */
export function bracket(x: number, keys: ArrayLike<number>, inner: boolean): readonly [number, number] {
  const last = keys.length - 1;
  if (last < 0) throw new DataMissing('no measured points');
  if (last === 0) {
    const only = keys[0]!;
    if (inner && x !== only) throw new DataMissing(`${x} is not the only measured point ${only}`);
    return [only, only];
  }
  const at = lowerBound(keys, x);
  if (at <= last && keys[at] === x) return [x, x];
  if (inner && (at === 0 || at > last)) {
    throw new DataMissing(`${x} is outside the measured range ${keys[0]}..${keys[last]}`);
  }
  if (at === 0) return [keys[0]!, keys[1]!];
  if (at > last) return [keys[last - 1]!, keys[last]!];
  return [keys[at - 1]!, keys[at]!];
}

/** Index of the first of ascending `keys` that is not below `x`. */
export function lowerBound(keys: ArrayLike<number>, x: number): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (keys[middle]! < x) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Linear in x; outside the range data that falls as x rises stays at the smaller-x value. */
export function interpolate1d(x0: number, x1: number, y0: number, y1: number, x: number): number {
  const isFallingOutside = (x0 - x1) * (y0 - y1) < 0 && (x - x0) * (x - x1) > 0;
  if (isFallingOutside || y0 === y1) return y0;
  return y0 + ((y1 - y0) / (x1 - x0)) * (x - x0);
}

/** One line of values along z; keys are ascending. */
export interface GridRow {
  readonly keys: readonly number[];
  readonly values: readonly number[];
}

/** Read access to a three-level grid; keys of every level are ascending. */
export interface Grid {
  readonly xKeys: ArrayLike<number>;
  /** Keys below x; x must be a key. */
  readonly yKeys: (x: number) => ArrayLike<number>;
  readonly row: (x: number, y: number) => GridRow | undefined;
  /** The value at a key, undefined where there is none. */
  readonly value: (x: number, y: number, z: number) => number | undefined;
  /** Whether each axis has at least two different keys somewhere in the grid. */
  readonly isVaried: boolean;
}

/** The value of a row at `z`, undefined where z is no key. */
export function valueAt({ keys, values }: GridRow, z: number): number | undefined {
  const at = lowerBound(keys, z);
  return keys[at] === z ? values[at] : undefined;
}

export type PlaneMethod = 'bilinear' | 'cubic';

/**
 * Value at (x, y, z): a surface over (y, z) in the two neighbouring planes, then linear over x. In ms like the data.
 * @throws DataMissing outside the grid or where the grid is degenerate.
 */
export function lookup3(grid: Grid, x: number, y: number, z: number, method: PlaneMethod): number {
  const [x0, x1] = bracket(x, grid.xKeys, true);
  if (x0 === x1) return planeValue(grid, x, y, z, method);
  requireVaried(grid);
  const left = planeValue(grid, x0, y, z, method);
  return finite(interpolate1d(x0, x1, left, planeValue(grid, x1, y, z, method), x));
}

function planeValue(grid: Grid, x: number, y: number, z: number, method: PlaneMethod): number {
  const [y0, y1] = bracket(y, grid.yKeys(x), true);
  const low = rowAt(grid, x, y0);
  const high = y0 === y1 ? low : rowAt(grid, x, y1);
  const [z0, z1] = bracket(z, high.keys, true);
  if (y0 === y1 && z0 === z1) return requireValue(low, z);
  requireVaried(grid);
  if (method === 'cubic' && y0 === y1) return finite(line(z0, z1, requireValue(low, z0), requireValue(low, z1), z));
  const lowBracket = bracket(z, low.keys, true);
  if (method === 'bilinear') return finite(bilinear({ y0, y1, low, high, z0, z1 }, y, z));
  if (z0 === z1 && lowBracket[0] === lowBracket[1]) {
    return finite(line(y0, y1, requireValue(low, z), requireValue(high, z), y));
  }
  return finite(cubic([y0, y1], [low, high], [lowBracket, [z0, z1]], y, z));
}

/** The cubic surface where the points vary on one axis only. */
function line(t0: number, t1: number, v0: number, v1: number, t: number): number {
  return ((v1 - v0) / (t1 - t0)) * (t - t0) + v0;
}

/** Points on fewer than three axes answer for themselves only. */
function requireVaried(grid: Grid): void {
  if (!grid.isVaried) throw new DataMissing('the measured points do not vary on every axis');
}

function rowAt(grid: Grid, x: number, y: number): GridRow {
  const row = grid.row(x, y);
  if (row === undefined) throw new DataMissing(`no measured points at ${x}, ${y}`);
  return row;
}

/** A corner that the bracket found in the right row may be missing in the left one: then there is no data. */
function requireValue(row: GridRow, z: number): number {
  const value = valueAt(row, z);
  if (value === undefined) throw new DataMissing(`no measured point at ${z}`);
  return value;
}

interface Rectangle {
  readonly y0: number;
  readonly y1: number;
  readonly low: GridRow;
  readonly high: GridRow;
  readonly z0: number;
  readonly z1: number;
}

function bilinear({ y0, y1, low, high, z0, z1 }: Rectangle, y: number, z: number): number {
  const lowAt0 = requireValue(low, z0);
  if (y0 === y1) return interpolate1d(z0, z1, lowAt0, requireValue(low, z1), z);
  const highAt0 = requireValue(high, z0);
  if (z0 === z1) return interpolate1d(y0, y1, lowAt0, highAt0, y);
  const q00 = lowAt0 * (y1 - y) * (z1 - z);
  const q01 = requireValue(low, z1) * (y1 - y) * (z - z0);
  const q10 = highAt0 * (y - y0) * (z1 - z);
  const q11 = requireValue(high, z1) * (y - y0) * (z - z0);
  return (q00 + q01 + q10 + q11) / ((y1 - y0) * (z1 - z0));
}

type Two<T> = readonly [T, T];

function cubic(yPair: Two<number>, rows: Two<GridRow>, brackets: Two<Two<number>>, y: number, z: number): number {
  const points = rows.flatMap((row, i) =>
    brackets[i]!.map((key): Point2 => ({ u: yPair[i]!, v: key, value: requireValue(row, key) })),
  );
  return scattered(points, y, z, cloughTocher);
}

type Surface = (points: readonly Point2[], u: number, v: number) => number;

/** Interpolates between up to four points; an axis on which they do not vary is dropped. */
export function scattered(points: readonly Point2[], u: number, v: number, surface: Surface): number {
  const distinct = points.filter((p, i) => points.findIndex((q) => q.u === p.u && q.v === p.v) === i);
  const first = distinct[0]!;
  const variesU = distinct.some((p) => p.u !== first.u);
  const variesV = distinct.some((p) => p.v !== first.v);
  if ((!variesU && !isClose(u, first.u)) || (!variesV && !isClose(v, first.v))) {
    throw new DataMissing(`no measured points around ${u}, ${v}`);
  }
  if (!variesU && !variesV) return first.value;
  if (!variesU) return piecewise(distinct, 'v', v);
  if (!variesV) return piecewise(distinct, 'u', u);
  return surface(distinct, u, v);
}

function isClose(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));
}

function piecewise(points: readonly Point2[], axis: 'u' | 'v', t: number): number {
  const sorted = [...points].sort((a, b) => a[axis] - b[axis]);
  const low = sorted[0]!;
  const high = sorted[sorted.length - 1]!;
  if (t <= low[axis]) return low.value;
  if (t >= high[axis]) return high.value;
  return line(low[axis], high[axis], low.value, high.value, t);
}

function finite(value: number): number {
  if (Number.isFinite(value)) return value;
  throw new DataMissing('the measured points do not surround the query');
}
