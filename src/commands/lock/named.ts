import { type Finding, findingOf } from '../../errors.ts';
import { refOf } from '../../krm/identity.ts';
import type { Resource } from '../../krm/resource.ts';
import { entryName } from '../../lock/lock-entry.ts';
import type { Request } from '../../request/request.ts';

/** Whether a name of a call means a request, which is named with or without its namespace. */
export function isMeant(wanted: string, { name, namespace }: Pick<Request, 'name' | 'namespace'>): boolean {
  return wanted === name || wanted === entryName({ name, namespace });
}

/** A finding for each name that means no request; `purpose` says what it was named for. */
export function unknownNames(wanted: readonly string[], requests: readonly Resource[], purpose: string): Finding[] {
  const known = requests.map(({ object }) => refOf(object));
  const unknown = wanted.filter((name) => !known.some(({ namespace, ...ref }) => isMeant(name, { ...ref, namespace })));
  const names = known.map(({ name, namespace }) => entryName({ name, namespace }));
  return unknown.map((name) =>
    findingOf('INPUT_NOT_FOUND', {
      message: `there is no request ${name} to ${purpose}`,
      hint: known.length === 0 ? 'name the files or folders of the requests' : `known: ${names.join(', ')}`,
    }),
  );
}
