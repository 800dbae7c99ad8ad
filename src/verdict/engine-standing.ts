import { answeredBy } from '../profile/engine-words.ts';
import type { Profile } from '../profile/profile.ts';
import { printRelease, releaseFacts } from '../releases.ts';
import type { Request } from '../request/request.ts';

/**
 * How near the engine that answered is to the one of the target's own profiler: its twin, its neighbour, one of another
 * generation since its own has no such family, or none, where a cluster profiled.
 */
export type Nearness = 'twin' | 'near' | 'foreign' | 'none';

/** What answered, and how near that is to what the target itself would say. */
export interface EngineStanding {
  /** The generation, such as `0.12`. */
  readonly name: string;
  /** Release that the measured data came from, such as `aiconfigurator 0.12.0`. */
  readonly data: string;
  /** Both in words. */
  readonly words: string;
  readonly nearness: Nearness;
  /** Release of Dynamo that the graph is written for, such as `1.5`. */
  readonly target: string;
  /** What profilers of that release run, in words. */
  readonly targetEngine: string;
  /** Whose recorded runs vouch for the numbers; undefined where nobody was asked, as in a lock. */
  readonly support: 'model' | 'architecture' | 'assumed' | undefined;
}

/** What engines are compared by. */
export interface Answered extends EngineUsed {
  readonly profile: Profile;
}

/** What tells how near an engine is. */
interface EngineUsed {
  readonly request: Pick<Request, 'target' | 'engine'>;
  readonly profile: Pick<Profile, 'engine' | 'pinned'>;
}

/** What answered a request. */
export function engineStanding({ request: { target, engine }, profile }: Answered): EngineStanding {
  return {
    name: profile.engine,
    data: profile.dataRelease,
    words: answeredBy(profile),
    nearness: nearnessOf({ request: { target, engine }, profile }),
    target: printRelease(target),
    targetEngine: releaseFacts(target).ownEngine,
    support: supportOf(profile),
  };
}

/** How near the engine that answered is to that of the target's profiler. */
export function nearnessOf({ request: { target, engine }, profile }: EngineUsed): Nearness {
  if (profile.pinned !== undefined) return 'none';
  if (profile.engine !== engine) return 'foreign';
  return releaseFacts(target).hasTwinEngine ? 'twin' : 'near';
}

const SUPPORT = { matrix: 'model', majority: 'architecture', assumed: 'assumed', none: undefined } as const;

function supportOf({ explanation, backend, picked }: Profile): EngineStanding['support'] {
  const answer = explanation.support.find((one) => one.backend === backend);
  return answer === undefined || picked.length === 0 ? undefined : SUPPORT[answer.source];
}
