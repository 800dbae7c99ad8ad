import { MeanShare } from './mean-share.ts';
import { changeOf, type NearPoint, TOLD_APART } from './nearest-points.ts';
import { NEEDED } from './weights.ts';

/** Points that a stretch may hold. */
export const MOST_CANDIDATES = 8;

/** A stretch of the last axis in which the nearest points are among a few. */
export interface Stretch {
  /** Logarithms between which it holds, both included. */
  readonly from: number;
  readonly to: number;
  readonly share: MeanShare;
}

/** The nearest points at a logarithm of the last axis, nearest first, up to one more than a stretch may hold. */
type NearAt = (log: number) => readonly NearPoint[];

/** How many lengths are tried. */
const MOST_TRIES = 12;
/** How far a stretch stays away from where the nearest points change. */
const APART = 2 ** -30;

/**
 * A stretch from a logarithm on, up to an end or as long as tries allow. Along the axis the difference of two points' squares is linear,
 * since both grow with the same square; so a point that is farther away than others at both ends is so in between.
 */
export function stretchFrom(nearAt: NearAt, from: number, end: number): Stretch | undefined {
  const first = nearAt(from);
  let to = end;
  for (let tries = 0; tries < MOST_TRIES && to > from; tries += 1) {
    const second = nearAt(to);
    const count = sharedCount(first, second);
    if (count !== undefined) return { from, to, share: new MeanShare(first.slice(0, count)) };
    to = firstChange(first, second, { from, to }) - APART;
  }
  return undefined;
}

/** Where the nearest points change, for the number of them for which that is farthest away. */
function firstChange(
  first: readonly NearPoint[],
  second: readonly NearPoint[],
  { from, to }: { readonly from: number; readonly to: number },
): number {
  let farthest = from;
  for (let count = NEEDED; count < first.length; count += 1) {
    let nearest = Number.POSITIVE_INFINITY;
    for (const other of [...first, ...second]) {
      if (isAmong(other, first, count)) continue;
      for (let i = 0; i < count; i += 1) {
        const change = changeOf(first[i]!, other);
        if (change > from && change < nearest) nearest = change;
      }
    }
    farthest = Math.max(farthest, nearest < to ? nearest : (from + to) / 2);
  }
  return farthest;
}

/** Whether a point is one of the first ones. */
function isAmong({ place }: NearPoint, points: readonly NearPoint[], count: number): boolean {
  for (let i = 0; i < count; i += 1) if (points[i]!.place === place) return true;
  return false;
}

/** How few points are the nearest ones at both ends, in whatever order; undefined where no such number will do. */
function sharedCount(first: readonly NearPoint[], second: readonly NearPoint[]): number | undefined {
  const most = Math.min(first.length, MOST_CANDIDATES);
  for (let count = Math.min(NEEDED, most); count <= most; count += 1) {
    if (isSet(first, count) && isSet(second, count) && isSame(first, second, count)) return count;
  }
  return undefined;
}

/** Whether all further points are farther away than the first ones, whatever is rounded. */
function isSet(points: readonly NearPoint[], count: number): boolean {
  if (points.length <= MOST_CANDIDATES && count === points.length) return true;
  const [last, next] = [points[count - 1], points[count]];
  return last !== undefined && next !== undefined && next.square - last.square > next.square * TOLD_APART;
}

function isSame(first: readonly NearPoint[], second: readonly NearPoint[], count: number): boolean {
  for (let i = 0; i < count; i += 1) if (!isAmong(second[i]!, first, count)) return false;
  return true;
}
