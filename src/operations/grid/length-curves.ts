import { bracket, interpolate1d } from './interpolation.ts';

/** Measured times in ms of some number of sequences over their length, ascending. */
export interface LengthCurve {
  readonly batch: number;
  readonly lengths: number[];
  readonly values: number[];
}

/**
 * Time in ms of a block that was measured with few batches and, of larger ones, at short lengths alone: between the two
 * batches that reach the length, or as many times that of a smaller one; `curves` are by ascending batch. Undefined where
 * none tells it.
 * Source: aiconfigurator 0.10.0, sdk/operations/dsv4.py.
 */
export function acrossBatches(curves: readonly LengthCurve[], length: number, batch: number): number | undefined {
  return betweenBatches(curves, length, batch) ?? fromSmallerBatch(curves, length, batch);
}

function betweenBatches(curves: readonly LengthCurve[], length: number, batch: number): number | undefined {
  const covered = curves.flatMap((curve) => {
    const value = alongLength(curve, length, { inside: true });
    return value === undefined ? [] : [{ batch: curve.batch, value }];
  });
  const low = covered.findLast((one) => one.batch <= batch);
  const high = covered.find((one) => one.batch >= batch);
  if (low === undefined || high === undefined) return undefined;
  return low === high ? low.value : interpolate1d(low.batch, high.batch, low.value, high.value, batch);
}

/** A smaller batch that reaches the length goes before one that has to be drawn out. */
function fromSmallerBatch(curves: readonly LengthCurve[], length: number, batch: number): number | undefined {
  const smaller = curves.filter((curve) => curve.batch <= batch).reverse();
  for (const inside of [true, false]) {
    for (const curve of smaller) {
      const value = alongLength(curve, length, { inside });
      if (value !== undefined) return (value * batch) / curve.batch;
    }
  }
  return undefined;
}

function alongLength({ lengths, values }: LengthCurve, length: number, { inside }: { readonly inside: boolean }) {
  const at = lengths.indexOf(length);
  if (at >= 0) return values[at];
  if (lengths.length < 2 || (inside && (length < lengths[0]! || length > lengths.at(-1)!))) return undefined;
  const [low, high] = bracket(length, lengths, false);
  return interpolate1d(low, high, values[lengths.indexOf(low)]!, values[lengths.indexOf(high)]!, length);
}
