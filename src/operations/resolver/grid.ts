import type { Slice } from '../../perfdb/perfdb.ts';
import { DataMissing } from '../data-missing.ts';
import { transferFrom } from './boundary.ts';
import { type FarField, type OpenFarField, placeByPlace } from './far-field.ts';
import { firstNotBelow, isPositive, type Nest, nestOf, type SpeedOfLight } from './nest.ts';
import type { Places } from './places.ts';

/** How the points of a slice make a grid. */
interface GridAxes {
  /** Key columns, outermost first. */
  readonly axes: readonly string[];
  readonly speedOfLight: SpeedOfLight;
  /** What tells times outside the points, where there is more than one axis. */
  readonly farField: OpenFarField;
  /** Index of an axis along which square roots of times are blended instead of times. */
  readonly rootAxis?: number;
}

/**
 * Time in ms at a point: as measured, blended between neighbouring keys axis by axis, or carried over from near
 * points in proportion to the roofline. @throws DataMissing where the roofline is not positive, or no point is of use
 */
export type GridTime = (point: Float64Array) => number;

/** The times of a grid. */
export interface Grid {
  readonly timeAt: GridTime;
  /** Adds the times at many places of the last axis to sums, one for each; `outer` are the keys of the other axes. */
  readonly addAlong: (outer: readonly number[], places: Places, sums: Float64Array) => void;
}

/** Opens the grid of a slice at points. */
export function gridOf(slice: Slice, axes: GridAxes): GridTime {
  return openGrid(slice, axes).timeAt;
}

/** Opens the grid of a slice. Source: aiconfigurator 0.12.0, the resolver of its compiled core. */
export function openGrid(slice: Slice, { axes, speedOfLight, farField, rootAxis = -1 }: GridAxes): Grid {
  const nest = nestOf(slice, axes);
  if (nest.latencyMs.length === 0) throw new DataMissing('no measured points');
  const blending = new Blending(nest, speedOfLight, rootAxis);
  let known: FarField | undefined;
  const outside = (): FarField => {
    known ??= axes.length > 1 ? farField(nest, speedOfLight) : boundaryOf(nest, speedOfLight);
    return known;
  };
  const timeAt: GridTime = (point) => {
    const inside = blending.timeAt(point);
    return inside === OUTSIDE ? outside().timeAt(point) : inside;
  };
  return {
    timeAt,
    addAlong: (outer, places, sums) => {
      const point = Float64Array.from([...outer, 0]);
      const inside = blending.timesAlong(point, places);
      for (let i = 0; i < inside.length; i += 1) {
        if (inside[i] === OUTSIDE) point[outer.length] = places.keys[i]!;
        sums[i]! += inside[i] === OUTSIDE ? outside().timeAt(point) : inside[i]!;
      }
      if (inside.length < sums.length) outside().addAlong(point, places, { sums, from: inside.length });
    },
  };
}

/** A time that a branch cannot give: the point lies outside its keys. */
const OUTSIDE = Number.NEGATIVE_INFINITY;
const NO_TIMES = new Float64Array(0);
/** Places of a leaf whose times are remembered; a long answer has more, which would fill the memory. */
const MOST_REMEMBERED = 1024;

/** The keys of the last axis below one node of the others. */
interface Leaf {
  readonly from: number;
  readonly to: number;
}

/** The branches at the keys of an axis around a point, and how far it stands from the lower one to the upper one. */
interface Fork {
  readonly axis: number;
  readonly lowKey: number;
  readonly highKey: number;
  readonly weight: number;
  readonly low: Branch;
  readonly high: Branch;
}

/** What lies around a line along the last axis; undefined where the line is outside the keys. */
type Branch = Leaf | Fork | undefined;

/** Blends between the points around one. Points of one line along the last axis are mostly asked for in a row. */
class Blending {
  readonly #nest: Nest;
  readonly #speedOfLight: SpeedOfLight;
  readonly #rootAxis: number;
  readonly #last: number;
  /** The line that was asked for last, by the keys of the other axes, and what lies around it. */
  readonly #outer: Float64Array;
  #around: Branch;
  /** The point that is asked for. */
  #point: Float64Array = new Float64Array(0);
  /** Times at places by the first key of a leaf, which the lines beside one another share. */
  readonly #leafTimes = new WeakMap<Places, Map<number, Float64Array>>();

  constructor(nest: Nest, speedOfLight: SpeedOfLight, rootAxis: number) {
    this.#nest = nest;
    this.#speedOfLight = speedOfLight;
    this.#rootAxis = rootAxis;
    this.#last = nest.levels.length - 1;
    this.#outer = new Float64Array(this.#last).fill(Number.NaN);
    this.#around = this.#last === 0 ? { from: 0, to: nest.latencyMs.length } : undefined;
  }

  timeAt(point: Float64Array): number {
    this.#moveTo(point);
    return this.#timeIn(this.#around);
  }

  /** The times at places of the line of a point, up to the last one for which there is an answer; some may be OUTSIDE. */
  timesAlong(point: Float64Array, places: Places): Float64Array {
    this.#moveTo(point);
    const end = this.#endOf(this.#around);
    const { keys } = places;
    let count = firstNotBelow(keys, 0, keys.length, end);
    if (count < keys.length && keys[count] === end) count += 1;
    return count === 0 ? NO_TIMES : this.#timesIn(this.#around, places).subarray(0, count);
  }

  #moveTo(point: Float64Array): void {
    this.#point = point;
    for (let axis = 0; axis < this.#last; axis += 1) {
      if (this.#outer[axis] === point[axis]) continue;
      this.#outer.set(point.subarray(0, this.#last));
      this.#around = this.#branchAt(0, 0, this.#nest.levels[0]!.keys.length);
      return;
    }
  }

  /** What lies around the line below the nodes `from` to `to` of an axis. */
  #branchAt(axis: number, from: number, to: number): Branch {
    if (axis === this.#last) return { from, to };
    const { keys, starts } = this.#nest.levels[axis]!;
    const value = this.#point[axis]!;
    const above = firstNotBelow(keys, from, to, value);
    const below = (node: number): Branch => this.#branchAt(axis + 1, starts[node]!, starts[node + 1]!);
    if (above < to && keys[above] === value) return below(above);
    if (above === from || above === to) return undefined;
    const [lowKey, highKey] = [keys[above - 1]!, keys[above]!];
    const weight = (value - lowKey) / (highKey - lowKey);
    return { axis, lowKey, highKey, weight, low: below(above - 1), high: below(above) };
  }

  #timeIn(branch: Branch): number {
    if (branch === undefined) return OUTSIDE;
    if ('axis' in branch) return this.#between(branch, this.#timeIn(branch.low), this.#timeIn(branch.high));
    const value = this.#point[this.#last]!;
    const { keys } = this.#nest.levels[this.#last]!;
    return this.#timeBelow(branch, firstNotBelow(keys, branch.from, branch.to, value), value);
  }

  #timesIn(branch: Branch, places: Places): Float64Array {
    const { keys } = places;
    if (branch === undefined) return new Float64Array(keys.length).fill(OUTSIDE);
    if (!('axis' in branch)) return this.#timesOfLeaf(branch, places);
    const times = Float64Array.from(this.#timesIn(branch.low, places));
    const high = this.#timesIn(branch.high, places);
    for (let i = 0; i < times.length; i += 1) {
      this.#point[this.#last] = keys[i]!;
      times[i] = this.#between(branch, times[i]!, high[i]!);
    }
    return times;
  }

  /** The time between both sides of a fork. */
  #between(fork: Fork, low: number, high: number): number {
    if (low === OUTSIDE && high === OUTSIDE) return OUTSIDE;
    if (high === OUTSIDE) return low * this.#ratioTo(fork.axis, fork.lowKey);
    if (low === OUTSIDE) return high * this.#ratioTo(fork.axis, fork.highKey);
    return this.#blend(fork.axis, low, high, fork.weight);
  }

  #timesOfLeaf(leaf: Leaf, places: Places): Float64Array {
    const known = this.#leafTimes.get(places) ?? new Map<number, Float64Array>();
    let times = known.get(leaf.from);
    if (times !== undefined) return times;
    const { keys } = this.#nest.levels[this.#last]!;
    times = new Float64Array(places.keys.length);
    let above = leaf.from;
    for (let i = 0; i < times.length; i += 1) {
      const value = places.keys[i]!;
      while (above < leaf.to && keys[above]! < value) above += 1;
      times[i] = this.#timeBelow(leaf, above, value);
    }
    if (times.length <= MOST_REMEMBERED) this.#leafTimes.set(places, known.set(leaf.from, times));
    return times;
  }

  /** The time at a value of the last axis, below the first key that is not below it. */
  #timeBelow({ from, to }: Leaf, above: number, value: number): number {
    const { keys } = this.#nest.levels[this.#last]!;
    const { latencyMs } = this.#nest;
    if (above < to && keys[above] === value) return latencyMs[above]!;
    if (above === from || above === to) return OUTSIDE;
    const weight = (value - keys[above - 1]!) / (keys[above]! - keys[above - 1]!);
    return this.#blend(this.#last, latencyMs[above - 1]!, latencyMs[above]!, weight);
  }

  #blend(axis: number, low: number, high: number, weight: number): number {
    if (axis !== this.#rootAxis) return low + (high - low) * weight;
    const lowRoot = root(low);
    const blended = lowRoot + (root(high) - lowRoot) * weight;
    return blended * blended;
  }

  #endOf(branch: Branch): number {
    if (branch === undefined) return OUTSIDE;
    if (!('axis' in branch)) return this.#nest.levels[this.#last]!.keys[branch.to - 1]!;
    return Math.max(this.#endOf(branch.low), this.#endOf(branch.high));
  }

  /** Where a ragged grid answers at one neighbouring key alone: how the roofline compares with the one there. */
  #ratioTo(axis: number, key: number): number {
    const here = this.#speedOfLight(this.#point);
    const value = this.#point[axis]!;
    this.#point[axis] = key;
    const there = this.#speedOfLight(this.#point);
    this.#point[axis] = value;
    return isPositive(here) && isPositive(there) ? here / there : 1;
  }
}

function root(timeMs: number): number {
  return timeMs > 0 ? Math.sqrt(timeMs) : 0;
}

/** Beyond the ends of a single axis. */
function boundaryOf({ levels, latencyMs }: Nest, speedOfLight: SpeedOfLight): FarField {
  const { keys } = levels[0]!;
  return placeByPlace((point) => {
    const edge = point[0]! < keys[0]! ? 0 : keys.length - 1;
    return transferFrom(speedOfLight([keys[edge]!]), latencyMs[edge]!, speedOfLight(point));
  });
}
