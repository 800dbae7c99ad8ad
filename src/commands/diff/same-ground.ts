import { dirname } from 'node:path';
import type { Resource } from '../../krm/resource.ts';
import { refusalsOf, type Side } from './side.ts';

/**
 * Whether a request comes to the same on both sides without a look into it: its file has the same bytes, and so has all
 * else that counts for it. That is most requests of a large repository.
 */
export function sameGround(before: Side, after: Side): (older: Resource, newer: Resource) => boolean {
  const settings = remembered((file) => textOf(settingsAt(before, file)) === textOf(settingsAt(after, file)));
  const locks = remembered((folder) => textOf(locksIn(before, folder)) === textOf(locksIn(after, folder)));
  return (older, newer) => {
    // The text of a file that is the same on both sides was parsed once.
    if (older !== newer || [before, after].some((side) => refusalsOf(newer, side).length > 0)) return false;
    const [one, other] = [before, after].map((side) => side.terms.termsOf(newer).street);
    const folder = dirname(newer.origin.file);
    return one === other && settings(folder, newer.origin.file) && locks(folder, folder);
  };
}

function remembered(find: (name: string) => boolean): (key: string, name: string) => boolean {
  const known = new Map<string, boolean>();
  return (key, name) => {
    const found = known.get(key) ?? find(name);
    known.set(key, found);
    return found;
  };
}

function settingsAt({ settings }: Side, file: string): unknown {
  return settings.at(file).settings;
}

function locksIn({ locks }: Side, folder: string): unknown {
  return locks.filter(({ resource }) => dirname(resource.origin.file) === folder).map(({ entries }) => entries);
}

function textOf(value: unknown): string {
  return JSON.stringify(value) ?? '';
}
