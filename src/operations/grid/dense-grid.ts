import { bracket, type Grid, type GridRow, interpolate1d, lowerBound, valueAt } from './interpolation.ts';

/** Measured points in ascending (x, y, z) order, one array an axis; values in ms. */
export interface MeasuredPoints {
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  readonly z: ArrayLike<number>;
  readonly value: ArrayLike<number>;
}

export interface DenseGridOptions {
  /** Keys to fill in on each axis, in the reference's order, which decides from what they are extrapolated. */
  readonly targetX: readonly number[];
  readonly targetY: readonly number[];
  readonly targetZ: readonly number[];
  /** Interpolate square roots along y: prefill attention grows with the square of the length. */
  readonly usesSqrtY?: boolean;
  /** Lower bound in ms of the value at a key, applied before and after filling in. */
  readonly floor?: (x: number, y: number, z: number) => number;
}

interface Plane {
  /** Ascending; filled-in keys included. */
  readonly keys: number[];
  readonly row: (y: number) => GridRow | undefined;
}

/**
 * The measured points filled up to a regular grid: each row along z, then each plane along y, then whole planes
 * along x, every step from what is there by then. Cells are made when they are asked for, with the values that
 * filling everything in advance gives. Source: aiconfigurator 0.10.0, sdk/interpolation.py, `extrapolate_data_grid`.
 */
export function denseGrid(points: MeasuredPoints, options: DenseGridOptions): Grid {
  const measured = indexRows(points);
  const measuredX = [...measured.keys()];
  const planes = new Map<number, Plane>();
  const { floor, usesSqrtY = false } = options;

  const plane = (x: number): Plane => {
    let found = planes.get(x);
    if (found === undefined) {
      const rows = measured.get(x);
      found = rows === undefined ? derivedPlane(x) : measuredPlane(points, { x, ranges: rows }, options);
      planes.set(x, found);
    }
    return found;
  };
  const derivedPlane = (x: number): Plane => {
    const [x0, x1] = bracket(x, measuredX, false);
    return betweenPlanes(plane(x0), plane(x1), { t: x, t0: x0, t1: x1, usesSqrt: false, skipsNegative: usesSqrtY });
  };

  const xKeys = [...measuredX];
  if (measuredX.length >= 2) {
    for (const x of options.targetX) if (!measured.has(x)) insertKey(xKeys, x);
  }
  const isVaried = measuredX.length >= 2 && hasTwo(points.y) && hasTwo(points.z);
  const known = new Set(xKeys);
  const rowOf = (x: number, y: number): GridRow | undefined => (known.has(x) ? plane(x).row(y) : undefined);
  return {
    xKeys,
    yKeys: (x) => plane(x).keys,
    row: floor === undefined ? rowOf : flooredRows(rowOf, floor),
    isVaried,
    value: (x, y, z) => {
      const row = rowOf(x, y);
      const value = row === undefined ? undefined : valueAt(row, z);
      return value === undefined || floor === undefined ? value : Math.max(value, floor(x, y, z));
    },
  };
}

/** Rows with every value raised to its floor, made once. */
function flooredRows(rowOf: Grid['row'], floor: (x: number, y: number, z: number) => number): Grid['row'] {
  const rows = new Map<number, Map<number, GridRow | undefined>>();
  return (x, y) => {
    let ofX = rows.get(x);
    if (ofX === undefined) {
      ofX = new Map();
      rows.set(x, ofX);
    }
    if (!ofX.has(y)) {
      const row = rowOf(x, y);
      ofX.set(
        y,
        row && { keys: row.keys, values: row.values.map((value, i) => Math.max(value, floor(x, y, row.keys[i]!))) },
      );
    }
    return ofX.get(y);
  };
}

/** Start and end of every measured row: x -> y -> [from, to). */
function indexRows({ x, y }: MeasuredPoints): Map<number, Map<number, readonly [number, number]>> {
  const index = new Map<number, Map<number, readonly [number, number]>>();
  let from = 0;
  for (let i = 1; i <= x.length; i += 1) {
    if (i < x.length && x[i] === x[from] && y[i] === y[from]) continue;
    let rows = index.get(x[from]!);
    if (rows === undefined) {
      rows = new Map();
      index.set(x[from]!, rows);
    }
    rows.set(y[from]!, [from, i]);
    from = i;
  }
  return index;
}

/** The measured rows of one plane: y -> [from, to). */
interface MeasuredRows {
  readonly x: number;
  readonly ranges: ReadonlyMap<number, readonly [number, number]>;
}

function measuredPlane(
  points: MeasuredPoints,
  { x, ranges: measured }: MeasuredRows,
  options: DenseGridOptions,
): Plane {
  const { usesSqrtY = false } = options;
  const cache = new Map<number, GridRow | undefined>();
  const recipes = new Map<number, Between>();
  const keys = [...measured.keys()];
  const row = (y: number): GridRow | undefined => {
    if (cache.has(y)) return cache.get(y);
    const range = measured.get(y);
    const between = recipes.get(y);
    let made: GridRow | undefined;
    if (range !== undefined) made = measuredRow(points, { x, y, range }, options);
    else if (between !== undefined) made = betweenRows(row(between.t0), row(between.t1), between);
    cache.set(y, made);
    return made;
  };
  // A row of one point is not filled along z, so a row made from it can turn out empty and is then no neighbour.
  const isRagged = [...measured.values()].some(([from, to]) => to - from < 2);
  for (const y of options.targetY) {
    if (measured.has(y)) continue;
    if (keys.length < 2) break;
    const [t0, t1] = bracket(y, keys, false);
    recipes.set(y, { t: y, t0, t1, usesSqrt: usesSqrtY, skipsNegative: false });
    if ((isRagged || usesSqrtY) && row(y) === undefined) continue;
    insertKey(keys, y);
  }
  return { keys, row };
}

interface MeasuredRow {
  readonly x: number;
  readonly y: number;
  readonly range: readonly [number, number];
}

function measuredRow(
  { z, value }: MeasuredPoints,
  { x, y, range: [from, to] }: MeasuredRow,
  { floor, targetZ }: DenseGridOptions,
): GridRow {
  const keys: number[] = [];
  const values: number[] = [];
  for (let i = from; i < to; i += 1) {
    keys.push(z[i]!);
    values.push(floor === undefined ? value[i]! : Math.max(value[i]!, floor(x, y, z[i]!)));
  }
  if (keys.length >= 2) for (const target of targetZ) insertValue(keys, values, target);
  return { keys, values };
}

function insertValue(keys: number[], values: number[], z: number): void {
  const at = lowerBound(keys, z);
  if (keys[at] === z) return;
  const [z0, z1] = bracket(z, keys, false);
  const row = { keys, values };
  const value = interpolate1d(z0, z1, valueAt(row, z0)!, valueAt(row, z1)!, z);
  keys.splice(at, 0, z);
  values.splice(at, 0, value);
}

/** How values at `t` come from those at `t0` and `t1`. */
interface Between {
  readonly t: number;
  readonly t0: number;
  readonly t1: number;
  /** Interpolate square roots; pairs with a negative value are left out then. */
  readonly usesSqrt: boolean;
  /** Leave out negative results. */
  readonly skipsNegative: boolean;
}

function betweenPlanes(left: Plane, right: Plane, between: Between): Plane {
  const cache = new Map<number, GridRow | undefined>();
  const row = (y: number): GridRow | undefined => {
    if (!cache.has(y)) cache.set(y, betweenRows(left.row(y), right.row(y), between));
    return cache.get(y);
  };
  let keys: number[] | undefined;
  return {
    get keys() {
      keys ??= left.keys.filter((y) => row(y) !== undefined);
      return keys;
    },
    row,
  };
}

/** Values at the keys that two rows share, interpolated between them; undefined where they share none. */
function betweenRows(left: GridRow | undefined, right: GridRow | undefined, between: Between): GridRow | undefined {
  if (left === undefined || right === undefined) return undefined;
  const [keys, values]: [number[], number[]] = [[], []];
  for (let i = 0; i < left.keys.length; i += 1) {
    const key = left.keys[i]!;
    const high = valueAt(right, key);
    const value = high === undefined ? undefined : betweenValues(left.values[i]!, high, between);
    if (value === undefined) continue;
    keys.push(key);
    values.push(value);
  }
  return keys.length === 0 ? undefined : { keys, values };
}

function betweenValues(low: number, high: number, between: Between): number | undefined {
  const { t, t0, t1, usesSqrt, skipsNegative } = between;
  if (!usesSqrt) {
    const value = interpolate1d(t0, t1, low, high, t);
    return skipsNegative && value < 0 ? undefined : value;
  }
  if (low < 0 || high < 0) return undefined;
  const root = interpolate1d(t0, t1, Math.sqrt(low), Math.sqrt(high), t);
  return root * root;
}

function insertKey(keys: number[], key: number): void {
  keys.splice(lowerBound(keys, key), 0, key);
}

function hasTwo(keys: ArrayLike<number>): boolean {
  for (let i = 1; i < keys.length; i += 1) if (keys[i] !== keys[0]) return true;
  return false;
}
