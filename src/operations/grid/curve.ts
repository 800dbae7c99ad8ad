import type { Slice } from '../../perfdb/perfdb.ts';
import { bracket, interpolate1d, lowerBound } from './interpolation.ts';

/** Measured times in ms over one quantity, keys ascending. */
export interface Curve {
  readonly keys: number[];
  readonly latencyMs: number[];
}

/** Time in ms at `x`, going on straight beyond the ends while the data rises. @throws DataMissing on an empty curve. */
export function curveAt({ keys, latencyMs }: Curve, x: number): number {
  const [low, high] = bracket(x, keys, false);
  const at = (key: number): number => latencyMs[lowerBound(keys, key)]!;
  return interpolate1d(low, high, at(low), at(high), x);
}

/** The curves of a slice over column `over`, by the values of the `by` columns joined with a space. */
export function readCurves(slice: Slice, by: readonly string[], over: string): ReadonlyMap<string, Curve> {
  const curves = new Map<string, Curve>();
  const columns = by.map((name) => slice.column(name));
  const [keys, latency] = [slice.column(over), slice.column('latency')];
  for (let i = 0; i < slice.rowCount; i += 1) {
    const id = columns.map((column) => column[i]!).join(' ');
    let curve = curves.get(id);
    if (curve === undefined) {
      curve = { keys: [], latencyMs: [] };
      curves.set(id, curve);
    }
    curve.keys.push(keys[i]!);
    curve.latencyMs.push(latency[i]!);
  }
  return curves;
}
