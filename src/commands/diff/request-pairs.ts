import { groupBy } from '../../group-by.ts';
import { refOf } from '../../krm/identity.ts';
import type { Resource } from '../../krm/resource.ts';

/** A request before and after: the same one by its namespace and name, in whichever file it stands. */
export interface RequestPair {
  readonly before: Resource | undefined;
  readonly after: Resource | undefined;
}

/**
 * Which requests of two sides are the same: those of one name in one file, then those of one name in another file, which
 * have moved. The rest came or went. In the order of the requests after, what went last.
 */
export function pairRequests(before: readonly Resource[], after: readonly Resource[]): RequestPair[] {
  const inFiles = matchBy(before, after, (request) => `${nameOf(request)}\n${request.origin.file}`);
  const left = {
    before: before.filter((request) => !inFiles.taken.has(request)),
    after: after.filter((request) => !inFiles.matches.has(request)),
  };
  const moved = matchBy(left.before, left.after, nameOf);
  const pairs = after.map((request) => ({
    before: inFiles.matches.get(request) ?? moved.matches.get(request),
    after: request,
  }));
  const gone = left.before.filter((request) => !moved.taken.has(request));
  return [...pairs, ...gone.map((request) => ({ before: request, after: undefined }))];
}

function nameOf({ object }: Resource): string {
  const { namespace = '', name } = refOf(object);
  return `${namespace}\n${name}`;
}

interface Matches {
  /** By the request after. */
  readonly matches: ReadonlyMap<Resource, Resource>;
  /** Requests before that have a match. */
  readonly taken: ReadonlySet<Resource>;
}

/** Requests of one key in their order. */
function matchBy(before: readonly Resource[], after: readonly Resource[], key: (request: Resource) => string): Matches {
  const older = groupBy(before, key);
  const next = new Map<string, number>();
  const matches = new Map<Resource, Resource>();
  for (const request of after) {
    const position = next.get(key(request)) ?? 0;
    const match = older.get(key(request))?.[position];
    if (match === undefined) continue;
    next.set(key(request), position + 1);
    matches.set(request, match);
  }
  return { matches, taken: new Set(matches.values()) };
}
