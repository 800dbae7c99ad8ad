import type { Slice } from '../../perfdb/perfdb.ts';
import { DataMissing } from '../data-missing.ts';
import { transferFrom } from './boundary.ts';
import { farFieldOf } from './far-field.ts';
import { firstNotBelow, isPositive, type Nest, nestOf, type SpeedOfLight } from './nest.ts';

/** How the points of a slice make a grid. */
interface GridAxes {
  /** Key columns, outermost first. */
  readonly axes: readonly string[];
  readonly speedOfLight: SpeedOfLight;
  /** Index of an axis along which square roots of times are blended instead of times. */
  readonly rootAxis?: number;
}

/**
 * Time in ms at a point: as measured, blended between neighbouring keys axis by axis, or carried over from the nearest
 * points in proportion to the roofline. @throws DataMissing where the roofline is not positive, or no point is of use
 */
export type GridTime = (point: Float64Array) => number;

/** Opens the grid of a slice. Source: aiconfigurator 0.12.0, the resolver of its compiled core. */
export function gridOf(slice: Slice, { axes, speedOfLight, rootAxis = -1 }: GridAxes): GridTime {
  const nest = nestOf(slice, axes);
  if (nest.latencyMs.length === 0) throw new DataMissing('no measured points');
  const blending = new Blending(nest, speedOfLight, rootAxis);
  let outside: GridTime | undefined;
  return (point) => {
    const inside = blending.timeAt(point);
    if (inside !== OUTSIDE) return inside;
    outside ??= axes.length > 1 ? farFieldOf(nest, speedOfLight) : boundaryOf(nest, speedOfLight);
    return outside(point);
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
function boundaryOf({ levels, latencyMs }: Nest, speedOfLight: SpeedOfLight): GridTime {
  const { keys } = levels[0]!;
  return (point) => {
    const edge = point[0]! < keys[0]! ? 0 : keys.length - 1;
    return transferFrom(speedOfLight([keys[edge]!]), latencyMs[edge]!, speedOfLight(point));
  };
}
