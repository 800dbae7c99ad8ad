import { transferFrom } from './boundary.ts';
import type { FarField } from './far-field.ts';
import type { Nest, SpeedOfLight } from './nest.ts';

/**
 * Opens what tells times outside the points of a grid: the share of the roofline that one point reaches, which is met by
 * taking the nearest key of each axis, outermost first, and of two equally near ones the smaller.
 * Source: aiconfigurator 0.11.0, the resolver of its compiled core. The times throw DataMissing.
 */
export function nearestPathOf({ levels, latencyMs }: Nest, speedOfLight: SpeedOfLight): FarField {
  const anchor = new Float64Array(levels.length);
  const last = levels.length - 1;
  const { keys: lastKeys } = levels[last]!;
  /** The branch of the last axis that is nearest by the others. */
  const branchAt = (point: Float64Array): Branch => {
    let [from, to] = [0, levels[0]!.keys.length];
    for (let axis = 0; axis < last; axis += 1) {
      const { keys, starts } = levels[axis]!;
      const node = nearestKey(keys, to, { start: from, value: point[axis]! });
      anchor[axis] = keys[node]!;
      [from, to] = [starts[node]!, starts[node + 1]!];
    }
    return { from, to };
  };
  const rooflineAt = (node: number): number => {
    anchor[last] = lastKeys[node]!;
    return speedOfLight(anchor);
  };
  return {
    timeAt: (point) => {
      const branch = branchAt(point);
      const node = nearestKey(lastKeys, branch.to, { start: branch.from, value: point[last]! });
      return transferFrom(rooflineAt(node), latencyMs[node]!, speedOfLight(point));
    },
    addAlong: (point, { keys }, { sums, from }) => {
      const branch = branchAt(point);
      let [node, roofline] = [branch.from, rooflineAt(branch.from)];
      for (let i = from; i < sums.length; i += 1) {
        point[last] = keys[i]!;
        // Keys ascend, and the nearest one with them.
        const nearest = nearestKey(lastKeys, branch.to, { start: node, value: keys[i]! });
        if (nearest !== node) roofline = rooflineAt(nearest);
        node = nearest;
        sums[i]! += transferFrom(roofline, latencyMs[node]!, speedOfLight(point));
      }
    },
  };
}

/** Indexes of ascending keys, the end excluded. */
interface Branch {
  readonly from: number;
  readonly to: number;
}

interface Search {
  readonly start: number;
  readonly value: number;
}

/** Index of the key below `to` that is nearest to a value, from one on that is no farther than all before it. */
function nearestKey(keys: ArrayLike<number>, to: number, { start, value }: Search): number {
  let best = start;
  while (best + 1 < to && Math.abs(keys[best + 1]! - value) < Math.abs(keys[best]! - value)) best += 1;
  return best;
}
