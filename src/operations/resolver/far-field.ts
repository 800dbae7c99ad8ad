import { DataMissing } from '../data-missing.ts';
import { MeanShare } from './mean-share.ts';
import { logOf, NearestPoints } from './nearest-points.ts';
import { isPositive, type Nest, type SpeedOfLight } from './nest.ts';
import type { Places } from './places.ts';
import { MOST_CANDIDATES, type Stretch, stretchFrom } from './stretch.ts';

/** Stretches of one axis that are remembered. */
const MOST_STRETCHES = 256;
/** Places of a line from which on their axis is cut into stretches: fewer ones are found sooner one by one. */
const MANY_PLACES = 256;
/** Places in a row that make another stretch worth while. */
const MANY_IN_STRETCH = 16;

/** Times in ms outside the points of a grid. Its functions throw DataMissing. */
export interface FarField {
  readonly timeAt: (point: Float64Array) => number;
  /** Adds the times at places of the last axis to sums, one for each, from one of them on; `point` has the other keys, and is changed. */
  readonly addAlong: (
    point: Float64Array,
    places: Places,
    into: { readonly sums: Float64Array; readonly from: number },
  ) => void;
}

/** A far field that answers many places one after the other. */
export function placeByPlace(timeAt: FarField['timeAt']): FarField {
  return {
    timeAt,
    addAlong: (point, { keys }, { sums, from }) => {
      for (let i = from; i < sums.length; i += 1) {
        point[point.length - 1] = keys[i]!;
        sums[i]! += timeAt(point);
      }
    },
  };
}

/** Opens what tells times outside the points of a nest. */
export type OpenFarField = (nest: Nest, speedOfLight: SpeedOfLight) => FarField;

/**
 * Opens times outside the points of a grid: the shares of the roofline that the four nearest points reach, by distances of
 * logarithms, weighed so that they fade towards the fifth. They throw DataMissing where the roofline is not positive, or
 * no point is of use. Source: aiconfigurator 0.12.0, the resolver of its compiled core.
 */
export function farFieldOf(nest: Nest, speedOfLight: SpeedOfLight): FarField {
  const points = new NearestPoints(nest, speedOfLight, MOST_CANDIDATES + 1);
  const rooflineAt = (point: Float64Array): number => {
    const roofline = speedOfLight(point);
    if (!isPositive(roofline)) throw new DataMissing('outside the measured points, where the roofline tells nothing');
    return roofline;
  };
  // Every line of an answer has as many times, which are of no use once they are added.
  let times = new Float64Array(0);
  // A line is asked for several series in a row, which share their stretches.
  let line: { readonly outer: Float64Array; readonly shares: SharesAlong } | undefined;
  const sharesOn = (point: Float64Array): SharesAlong => {
    const outer = point.slice(0, -1);
    if (line === undefined || !outer.every((key, axis) => key === line!.outer[axis]))
      line = { outer, shares: new SharesAlong(points, point.map(logOf)) };
    return line.shares;
  };
  const alone = placeByPlace((point) => rooflineAt(point) / points.meanShare(point));
  return {
    timeAt: alone.timeAt,
    addAlong: (point, places, into) => {
      const { keys, logs } = places;
      const { sums, from } = into;
      if (sums.length - from < MANY_PLACES) return alone.addAlong(point, places, into);
      if (times.length !== sums.length) times = new Float64Array(sums.length);
      for (let i = from; i < times.length; i += 1) {
        point[point.length - 1] = keys[i]!;
        times[i] = rooflineAt(point);
      }
      sharesOn(point).divide(times, logs, from);
      for (let i = from; i < times.length; i += 1) sums[i]! += times[i]!;
    },
  };
}

/**
 * The shares that are expected along the last axis. A long answer asks for a million of them in a row, so that the
 * nearest points are looked for once for a stretch of the axis.
 */
class SharesAlong {
  readonly #points: NearestPoints;
  /** Logarithms of the point that is asked for; the last one changes. */
  readonly #logs: Float64Array;
  /** What is known of the axis, ascending, and where in it the last answer stands. */
  readonly #stretches: Stretch[] = [];
  #current = 0;

  constructor(points: NearestPoints, logs: Float64Array) {
    this.#points = points;
    this.#logs = logs;
  }

  /** Divides rooflines at ascending logarithms by the shares there, from one of them on. @throws DataMissing */
  divide(rooflines: Float64Array, logs: Float64Array, from: number): void {
    const last = logs[logs.length - 1]!;
    for (let i = from; i < logs.length; ) {
      const stretch = logs.length - i < MANY_IN_STRETCH ? undefined : this.#stretchOf(logs[i]!, last);
      const end = stretch === undefined ? i + 1 : indexAfter(logs, stretch.to, i);
      if (stretch !== undefined) stretch.share.divide(rooflines, logs, { from: i, end });
      else rooflines[i]! /= this.#shareAlone(logs[i]!);
      i = end;
    }
  }

  #shareAlone(log: number): number {
    const near = this.#points.near(this.#at(log));
    return new MeanShare(near).at(log);
  }

  #at(log: number): Float64Array {
    this.#logs[this.#logs.length - 1] = log;
    return this.#logs;
  }

  /** The stretch that a logarithm lies in, if new up to an end of the axis at most; undefined where there is none, as beside a place where the nearest points change. */
  #stretchOf(log: number, end: number): Stretch | undefined {
    const stretches = this.#stretches;
    let at = this.#current;
    while (at > 0 && log < stretches[at]!.from) at -= 1;
    while (at < stretches.length - 1 && log >= stretches[at + 1]!.from) at += 1;
    const known = stretches[at];
    this.#current = at;
    if (known !== undefined && log >= known.from && log <= known.to) return known;
    if (stretches.length === MOST_STRETCHES) return undefined;
    const found = stretchFrom((where) => this.#points.near(this.#at(where)), log, end);
    if (found === undefined) return undefined;
    if (known !== undefined && known.from < log) this.#current = at + 1;
    stretches.splice(this.#current, 0, found);
    return found;
  }
}

/** Index of the first of ascending values, from one of them on, that is beyond an end. */
function indexAfter(values: Float64Array, end: number, from: number): number {
  let i = from;
  while (i < values.length && values[i]! <= end) i += 1;
  return i;
}
