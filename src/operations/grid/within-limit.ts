import { bracket, type GridRow, interpolate1d, valueAt } from './interpolation.ts';

/**
 * Value on measured points of one batch over lengths, never across `limit`: beyond it every token attends to as many others,
 * and other kernels run. Undefined where the side of the length has too few points.
 * Source: aiconfigurator 0.10.0, sdk/interpolation.py, `interp_context_topk_piecewise_from_raw`.
 */
export function withinLimit(curve: GridRow, length: number, limit: number): number | undefined {
  const exact = valueAt(curve, length);
  if (exact !== undefined) return exact;
  const isBelow = length <= limit;
  const keys = curve.keys.filter((key) => key <= limit === isBelow);
  const isBeforeAll = length < keys[0]!;
  if (keys.length < 2 || length > keys.at(-1)! || (isBeforeAll && isBelow)) return undefined;
  const [low, high] = isBeforeAll ? [keys[0]!, keys[1]!] : bracket(length, keys, true);
  return interpolate1d(low, high, valueAt(curve, low)!, valueAt(curve, high)!, length);
}
