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
      const end = blending.endAlong(point);
      let i = 0;
      for (; i < sums.length && places.keys[i]! <= end; i += 1) {
        point[outer.length] = places.keys[i]!;
        sums[i]! += timeAt(point);
      }
      if (i < sums.length) outside().addAlong(point, places, { sums, from: i });
    },
  };
}

/** A point for which a branch has no answer: it lies outside the keys there. */
const OUTSIDE = Number.NEGATIVE_INFINITY;

/** Blends between the points around one; it keeps the point that it is asked for. */
class Blending {
  readonly #nest: Nest;
  readonly #speedOfLight: SpeedOfLight;
  readonly #rootAxis: number;
  #point: Float64Array = new Float64Array(0);

  constructor(nest: Nest, speedOfLight: SpeedOfLight, rootAxis: number) {
    this.#nest = nest;
    this.#speedOfLight = speedOfLight;
    this.#rootAxis = rootAxis;
  }

  timeAt(point: Float64Array): number {
    this.#point = point;
    return this.#between(0, 0, this.#nest.levels[0]!.keys.length);
  }

  /** The last key at which there is an answer along the last axis. */
  endAlong(point: Float64Array): number {
    this.#point = point;
    return this.#endBetween(0, 0, this.#nest.levels[0]!.keys.length);
  }

  #endBetween(depth: number, from: number, to: number): number {
    const { keys, starts } = this.#nest.levels[depth]!;
    if (depth === this.#nest.levels.length - 1) return keys[to - 1]!;
    const value = this.#point[depth]!;
    const above = firstNotBelow(keys, from, to, value);
    const below = (node: number): number => this.#endBetween(depth + 1, starts[node]!, starts[node + 1]!);
    if (above < to && keys[above] === value) return below(above);
    return above === from || above === to ? OUTSIDE : Math.max(below(above - 1), below(above));
  }

  /** The time below the nodes `from` to `to` of a level. */
  #between(depth: number, from: number, to: number): number {
    const { keys } = this.#nest.levels[depth]!;
    const value = this.#point[depth]!;
    const above = firstNotBelow(keys, from, to, value);
    if (above < to && keys[above] === value) return this.#below(depth, above);
    if (above === from || above === to) return OUTSIDE;
    const low = this.#below(depth, above - 1);
    const high = this.#below(depth, above);
    if (low === OUTSIDE && high === OUTSIDE) return OUTSIDE;
    if (high === OUTSIDE) return low * this.#ratioTo(depth, keys[above - 1]!);
    if (low === OUTSIDE) return high * this.#ratioTo(depth, keys[above]!);
    const weight = (value - keys[above - 1]!) / (keys[above]! - keys[above - 1]!);
    if (depth !== this.#rootAxis) return low + (high - low) * weight;
    const lowRoot = root(low);
    const blended = lowRoot + (root(high) - lowRoot) * weight;
    return blended * blended;
  }

  #below(depth: number, node: number): number {
    const { levels, latencyMs } = this.#nest;
    if (depth === levels.length - 1) return latencyMs[node]!;
    const { starts } = levels[depth]!;
    return this.#between(depth + 1, starts[node]!, starts[node + 1]!);
  }

  /** Where a ragged grid answers at one neighbouring key alone: how the roofline compares with the one there. */
  #ratioTo(depth: number, key: number): number {
    const here = this.#speedOfLight(this.#point);
    const value = this.#point[depth]!;
    this.#point[depth] = key;
    const there = this.#speedOfLight(this.#point);
    this.#point[depth] = value;
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
