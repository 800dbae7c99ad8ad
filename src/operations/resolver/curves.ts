import type { Slice } from '../../perfdb/perfdb.ts';
import { DataMissing } from '../data-missing.ts';
import { transferFrom } from './boundary.ts';
import { firstNotBelow } from './nest.ts';

/** Measured times in ms over one quantity, keys ascending. */
export interface MeasuredCurve {
  readonly keys: ArrayLike<number>;
  readonly latencyMs: ArrayLike<number>;
}

/**
 * Time in ms at `x`: on the straight line between neighbours, or carried over from the end of the curve in proportion to
 * the roofline. @throws DataMissing
 */
export function curveTime(curve: MeasuredCurve, x: number, speedOfLight: (x: number) => number): number {
  const { keys, latencyMs } = curve;
  const last = keys.length - 1;
  if (last < 0) throw new DataMissing('no measured points');
  if (x >= keys[0]! && x <= keys[last]!) return insideCurve(curve, x);
  const edge = x < keys[0]! ? 0 : last;
  return transferFrom(speedOfLight(keys[edge]!), latencyMs[edge]!, speedOfLight(x));
}

/** Time in ms at an `x` that the curve covers. */
export function insideCurve({ keys, latencyMs }: MeasuredCurve, x: number): number {
  const above = firstNotBelow(keys, 0, keys.length, x);
  if (keys[above] === x) return latencyMs[above]!;
  const weight = (x - keys[above - 1]!) / (keys[above]! - keys[above - 1]!);
  return latencyMs[above - 1]! + (latencyMs[above]! - latencyMs[above - 1]!) * weight;
}

/** The curves of a slice over column `over`, by the values of the `by` columns, which its rows are sorted by. */
export function curvesOf(slice: Slice, by: readonly string[], over: string): ReadonlyMap<string, MeasuredCurve> {
  const columns = by.map((name) => slice.column(name));
  const [keys, latency] = [slice.column(over), slice.column('latency')];
  const curves = new Map<string, MeasuredCurve>();
  let start = 0;
  for (let row = 1; row <= slice.rowCount; row += 1) {
    if (row < slice.rowCount && columns.every((column) => column[row] === column[row - 1])) continue;
    const id = columns.map((column) => column[start]!).join(' ');
    curves.set(id, { keys: keys.subarray(start, row), latencyMs: latency.subarray(start, row) });
    start = row;
  }
  return curves;
}
