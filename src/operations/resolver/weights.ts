import { DataMissing } from '../data-missing.ts';

/** Points that a time is carried over from, and with them the one whose distance they are weighed against. */
export const NEAREST = 4;
export const NEEDED = NEAREST + 1;

/** Keeps weights finite where a distance is 0. */
const TINY = 1e-12;

/**
 * The share of the roofline that is expected at a point, by the squares of the distances of the nearest points, ascending, and
 * their shares. @throws DataMissing where there is none
 */
export function meanShare(count: number, squares: ArrayLike<number>, shares: ArrayLike<number>): number {
  if (count === 0) throw new DataMissing('no measured point is of use');
  const used = Math.min(count, NEAREST);
  const radius = count > NEAREST ? Math.sqrt(squares[NEAREST]!) : Number.POSITIVE_INFINITY;
  let weighed = 0;
  let weights = 0;
  for (let i = 0; i < used; i += 1) {
    const weight = weightOf(Math.sqrt(squares[i]!), radius);
    weighed += weight * shares[i]!;
    weights += weight;
  }
  return weights > 0 ? weighed / weights : plainMean(used, shares);
}

/** The mean of shares where no point weighs anything. */
export function plainMean(count: number, shares: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < count; i += 1) sum += shares[i]!;
  return sum / count;
}

function weightOf(distance: number, radius: number): number {
  if (radius === Number.POSITIVE_INFINITY) return 1 / (distance * distance + TINY);
  return fadedWeight(distance, radius);
}

/** The weight of a point at a distance, which fades towards a radius. */
export function fadedWeight(distance: number, radius: number): number {
  const faded = Math.max(radius - distance, 0) / (radius * distance + TINY);
  return faded * faded;
}
