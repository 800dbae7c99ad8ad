import { findingOf } from '../errors.ts';
import type { Resource } from '../krm/resource.ts';
import type { ResourceFinding } from '../krm/results.ts';
import { answeredBy } from '../profile/engine-words.ts';
import type { Profile } from '../profile/profile.ts';
import { printRelease, type Release, releaseFacts } from '../releases.ts';
import type { Request } from '../request/request.ts';
import { nearnessOf } from '../verdict/engine-standing.ts';

/** A request that was answered. */
interface Answered {
  readonly resource: Resource;
  readonly request: Pick<Request, 'target' | 'engine' | 'mends'>;
  readonly profile: EngineFacts;
}

/** What of a profile says which engine answered. */
type EngineFacts = Pick<Profile, 'engine' | 'dataRelease' | 'pinned'>;

/** These alone, so that nobody keeps the tables of a profile for their sake. */
export function engineFacts({ engine, dataRelease, pinned }: Profile): EngineFacts {
  return { engine, dataRelease, pinned };
}

/**
 * Says once a run which engines stand in for those of the targets' own profilers, and what these run; nothing where they
 * are twins. Runs of the reference and what a cluster made are left out, and so is an engine that is itself stood in for.
 */
export function nearEngines(answered: readonly Answered[]): ResourceFinding[] {
  const near = answered.filter(isNear);
  const [first] = near;
  if (first === undefined) return [];
  const words = near.map(({ request, profile }) => inWords(request.target, profile));
  return [
    findingOf('ENGINE_NEAR', {
      message: [...new Set(words)].sort().join('; '),
      origin: first.resource.origin,
      resource: first.resource,
    }),
  ];
}

function isNear({ request, profile }: Answered): boolean {
  return request.mends.writesForTarget && nearnessOf({ request, profile }) === 'near';
}

function inWords(target: Release, profile: EngineFacts): string {
  return `Dynamo ${printRelease(target)} profiles with ${releaseFacts(target).ownEngine}, for which ${answeredBy(profile)} stands in here`;
}
