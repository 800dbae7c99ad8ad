import { logOf } from './nearest-points.ts';

/** Ascending keys of one axis at which times are asked for, with their logarithms. */
export interface Places {
  readonly keys: Float64Array;
  readonly logs: Float64Array;
}

/** Keys with their logarithms, which are the same for all that is asked for there. */
export function placesOf(keys: Float64Array): Places {
  return { keys, logs: keys.map(logOf) };
}
