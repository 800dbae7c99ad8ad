import type { Origin } from '../../errors.ts';
import type { Resource } from '../../krm/resource.ts';
import type { Lock } from '../../lock/lock-file.ts';
import { type Revision, shownAt } from '../git/revision.ts';

/** The same resource as that of a revision, so that it can stand beside the one of the work tree. */
export function formerResource(resource: Resource, revision: Pick<Revision, 'name'>): Resource {
  const there = (origin: Origin): Origin => ({ ...origin, file: shownAt(revision, origin.file) });
  return { ...resource, origin: there(resource.origin), locate: (path) => there(resource.locate(path)) };
}

/** The same lock as that of a revision: it holds for resources of the revision alone. */
export function formerLock(lock: Lock, revision: Pick<Revision, 'name'>): Lock {
  return { ...lock, resource: formerResource(lock.resource, revision) };
}
