import { bracket, type Grid, type GridRow, interpolate1d, lookup3, valueAt } from './interpolation.ts';

/** A piece of a grid between two neighbouring lengths, with everything that does not depend on the length worked out. */
interface Cell {
  readonly z0: number;
  readonly z1: number;
  /** For lengths between the two, not for these themselves. */
  readonly value: (z: number) => number;
}

/**
 * `lookup3` by the bilinear surface for one x and y and many z: the very values, but neighbours that ask for one piece of
 * the grid find it once. A long answer asks for hundreds of thousands.
 */
export function bilinearAlong(grid: Grid, x: number, y: number): (z: number) => number {
  let cell: Cell | undefined;
  return (z) => {
    if (cell !== undefined && z > cell.z0 && z < cell.z1) return cell.value(z);
    const value = lookup3(grid, x, y, z, 'bilinear');
    cell = cellAt(grid, { x, y, z });
    return value;
  };
}

/** The piece around a point that has a value; undefined where more than one plane or a point itself decides it. */
function cellAt(grid: Grid, { x, y, z }: { readonly x: number; readonly y: number; readonly z: number }) {
  const [x0, x1] = bracket(x, grid.xKeys, true);
  if (x0 !== x1) return undefined;
  const [y0, y1] = bracket(y, grid.yKeys(x), true);
  const [low, high] = [grid.row(x, y0), grid.row(x, y1)];
  if (low === undefined || high === undefined) return undefined;
  const [z0, z1] = bracket(z, high.keys, true);
  const corners = [valueAt(low, z0), valueAt(low, z1), valueAt(high, z0), valueAt(high, z1)];
  if (z0 === z1 || !corners.every((corner) => corner !== undefined && Number.isFinite(corner))) return undefined;
  return { z0, z1, value: y0 === y1 ? onRow(low, z0, z1) : onPlane([low, high], [y0, y1, y], [z0, z1]) };
}

function onRow(row: GridRow, z0: number, z1: number): Cell['value'] {
  const [at0, at1] = [valueAt(row, z0)!, valueAt(row, z1)!];
  return (z) => interpolate1d(z0, z1, at0, at1, z);
}

/** The products are in the order of `lookup3`, so that they round as there. */
function onPlane(
  [low, high]: readonly [GridRow, GridRow],
  [y0, y1, y]: readonly [number, number, number],
  [z0, z1]: readonly [number, number],
): Cell['value'] {
  const low0 = valueAt(low, z0)! * (y1 - y);
  const low1 = valueAt(low, z1)! * (y1 - y);
  const high0 = valueAt(high, z0)! * (y - y0);
  const high1 = valueAt(high, z1)! * (y - y0);
  const area = (y1 - y0) * (z1 - z0);
  return (z) => (low0 * (z1 - z) + low1 * (z - z0) + high0 * (z1 - z) + high1 * (z - z0)) / area;
}
