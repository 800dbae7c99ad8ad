import { attempt, DataMissing } from '../data-missing.ts';
import { type Grid, lookup3 } from './interpolation.ts';
import { acrossBatches, type LengthCurve } from './length-curves.ts';

/**
 * Value in ms of a block that was measured with few batches and, of larger ones, at short lengths alone: as measured, from
 * the surface around, or by the curves of single batches. Source: aiconfigurator 0.10.0, sdk/operations/dsv4.py.
 * @throws DataMissing
 */
export function sampledLookup(grid: Grid, heads: number, length: number, batch: number): number {
  const exact = grid.value(heads, length, batch);
  if (exact !== undefined) return exact;
  const surface = attempt(() => lookup3(grid, heads, length, batch, 'cubic'));
  if (!(surface instanceof DataMissing)) return surface;
  const value = acrossBatches(curvesByBatch(grid, heads), length, batch);
  if (value === undefined) throw surface;
  return value;
}

/** The curves of a number of heads, by ascending batch. */
function curvesByBatch(grid: Grid, heads: number): readonly LengthCurve[] {
  const curves = new Map<number, LengthCurve>();
  const isMeasured = Array.from(grid.xKeys).includes(heads);
  for (const length of isMeasured ? Array.from(grid.yKeys(heads)) : []) {
    const { keys = [], values = [] } = grid.row(heads, length) ?? {};
    for (const [i, batch] of keys.entries()) {
      const curve = curves.get(batch) ?? { batch, lengths: [], values: [] };
      curves.set(batch, curve);
      curve.lengths.push(length);
      curve.values.push(values[i]!);
    }
  }
  return [...curves.values()].sort((a, b) => a.batch - b.batch);
}
