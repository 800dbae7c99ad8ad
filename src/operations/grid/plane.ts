import { DataMissing } from '../data-missing.ts';
import type { Curve } from './curve.ts';
import { bracket, scattered } from './interpolation.ts';
import { linearSurface } from './triangulation.ts';

/**
 * Time in ms at (u, v) between the points around it, on the flat surface through them; `curves` are those over v, by u, ascending.
 * @throws DataMissing outside the points, and where they do not surround the query
 */
export function planeTime(curves: ReadonlyMap<number, Curve>, u: number, v: number): number {
  const points = bracket(u, [...curves.keys()], true).flatMap((key) => {
    const { keys, latencyMs } = curves.get(key)!;
    return bracket(v, keys, true).map((at) => ({ u: key, v: at, value: latencyMs[keys.indexOf(at)]! }));
  });
  const timeMs = scattered(points, u, v, linearSurface);
  if (!Number.isFinite(timeMs)) throw new DataMissing(`no measured points around ${u}, ${v}`);
  return timeMs;
}
