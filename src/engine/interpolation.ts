import { cloughTocher, type Point2 } from './clough-tocher.ts';
import { DataMissing } from './data-missing.ts';

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

/** Read access to a three-level grid; keys of every level are ascending. */
export interface Grid {
  readonly xKeys: ArrayLike<number>;
  /** Keys below x, or undefined where x is no key. */
  readonly yKeys: (x: number) => ArrayLike<number>;
  readonly zKeys: (x: number, y: number) => ArrayLike<number>;
  /** The value at a key, undefined where there is none. */
  readonly value: (x: number, y: number, z: number) => number | undefined;
  /** Whether each axis has at least two different keys somewhere in the grid. */
  readonly isVaried: () => boolean;
}

export type PlaneMethod = 'bilinear' | 'cubic';

/**
 * Value at (x, y, z): a surface over (y, z) in the two neighbouring planes, then linear over x. In ms like the data.
 * @throws DataMissing outside the grid or where the grid is degenerate.
 */
export function lookup3(grid: Grid, x: number, y: number, z: number, method: PlaneMethod): number {
  const exact = grid.value(x, y, z);
  if (exact !== undefined) return exact;
  const [xLeft, xRight] = bracket(x, grid.xKeys, true);
  const left = planeCorners(grid, xLeft, y, z);
  const right = xRight === xLeft ? left : planeCorners(grid, xRight, y, z);
  if (!grid.isVaried()) throw new DataMissing('the measured points do not vary on every axis');
  const surface = method === 'cubic' ? cubicPlane : bilinearPlane;
  const leftValue = finite(surface(grid, left, y, z));
  if (xRight === xLeft) return leftValue;
  return finite(interpolate1d(xLeft, xRight, leftValue, finite(surface(grid, right, y, z)), x));
}

interface PlaneCorners {
  readonly x: number;
  readonly rows: readonly [PlaneRow, PlaneRow];
}
interface PlaneRow {
  readonly y: number;
  readonly z0: number;
  readonly z1: number;
}

function planeCorners(grid: Grid, x: number, y: number, z: number): PlaneCorners {
  const [y0, y1] = bracket(y, grid.yKeys(x), true);
  const row = (rowY: number): PlaneRow => {
    const [z0, z1] = bracket(z, grid.zKeys(x, rowY), true);
    return { y: rowY, z0, z1 };
  };
  return { x, rows: [row(y0), row(y1)] };
}

/** A corner that the bracket found in the right row may be missing in the left one: then there is no data. */
function at(grid: Grid, x: number, y: number, z: number): number {
  const value = grid.value(x, y, z);
  if (value === undefined) throw new DataMissing(`no measured point at ${x}, ${y}, ${z}`);
  return value;
}

function bilinearPlane(grid: Grid, { x, rows }: PlaneCorners, y: number, z: number): number {
  const [y0, y1] = [rows[0].y, rows[1].y];
  const { z0, z1 } = rows[1];
  const corner = (cornerY: number, cornerZ: number): number => at(grid, x, cornerY, cornerZ);
  if (y0 === y1 && z0 === z1) return corner(y0, z0);
  if (y0 === y1) return interpolate1d(z0, z1, corner(y0, z0), corner(y0, z1), z);
  if (z0 === z1) return interpolate1d(y0, y1, corner(y0, z0), corner(y1, z0), y);
  const q00 = corner(y0, z0) * (y1 - y) * (z1 - z);
  const q01 = corner(y0, z1) * (y1 - y) * (z - z0);
  const q10 = corner(y1, z0) * (y - y0) * (z1 - z);
  const q11 = corner(y1, z1) * (y - y0) * (z - z0);
  return (q00 + q01 + q10 + q11) / ((y1 - y0) * (z1 - z0));
}

function cubicPlane(grid: Grid, { x, rows }: PlaneCorners, y: number, z: number): number {
  const points: Point2[] = [];
  for (const row of rows) {
    points.push({ u: row.y, v: row.z0, value: at(grid, x, row.y, row.z0) });
    points.push({ u: row.y, v: row.z1, value: at(grid, x, row.y, row.z1) });
  }
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
  const slope = (high.value - low.value) / (high[axis] - low[axis]);
  return slope * (t - low[axis]) + low.value;
}

function finite(value: number): number {
  if (Number.isFinite(value)) return value;
  throw new DataMissing('the measured points do not surround the query');
}
