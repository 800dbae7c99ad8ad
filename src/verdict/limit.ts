import type { Profile } from '../profile/profile.ts';
import type { Sla } from '../request/request.ts';
import type { LatencyLimit } from '../request/sla.ts';
import type { LoadResult } from './load.ts';
import { type Performance, performanceOf } from './performance.ts';
import { targetResults } from './targets.ts';

/** What keeps a deployment from serving more. */
export type Limit =
  | {
      /** Something that the memory holds serves more of the budget, and misses a target. */
      readonly by: 'target';
      /** The fields of `spec.sla` that it misses. */
      readonly fields: readonly LatencyLimit['field'][];
      /** What it would do. */
      readonly without: Performance;
    }
  /** The card holds no larger batch, and no target is in the way. */
  | { readonly by: 'memory' }
  /** Only more GPUs serve more; so many would serve the load that was asked for. */
  | { readonly by: 'budget'; readonly neededGpus?: number | undefined }
  /** Nothing: the load that was asked for is served. */
  | { readonly by: 'load' };

/** What a limit is found by. */
export interface Limited {
  readonly profile: Profile;
  readonly sla: Sla;
  readonly load: LoadResult | undefined;
}

/** What keeps the pick from serving more; undefined where the profile does not tell. */
export function limitOf({ profile, sla, load }: Limited): Limit | undefined {
  if (load !== undefined) return load.isServed ? { by: 'load' } : { by: 'budget', neededGpus: load.neededGpus };
  const [pick] = profile.picked;
  const found = profile.explanation.attempts.flatMap(({ fullest }) => fullest ?? []);
  if (pick?.clusterRate === undefined || found.length === 0) return undefined;
  const fullest = found.reduce((a, b) => (b.ranked.clusterRate > a.ranked.clusterRate ? b : a));
  if (fullest.ranked.clusterRate > pick.clusterRate) {
    const without = performanceOf(fullest.ranked);
    const missed = targetResults(sla, without).filter(({ isMet }) => isMet === false);
    if (missed.length > 0) return { by: 'target', fields: missed.map(({ field }) => field), without };
  }
  return fullest.isAtMemory ? { by: 'memory' } : { by: 'budget' };
}
