import { posix } from 'node:path';
import { type Finding, RenderError } from '../../errors.ts';
import { foundBeside } from '../../files/find-files.ts';
import type { Root } from '../../files/root.ts';
import { LOCK_FILE } from '../../kinds.ts';
import { STREAM_LIMITS } from '../../krm/parse-yaml.ts';
import { readWanted } from '../../krm/read-wanted.ts';
import type { Resource } from '../../krm/resource.ts';
import { isLock, LOCK_KIND, type Lock, parseLock } from '../../lock/lock-file.ts';
import { readAll } from './read-all.ts';

/** The locks that were found. */
export interface ReadLocks {
  readonly locks: readonly Lock[];
  /** What could not be read. */
  readonly findings: readonly Finding[];
}

const LOCKS = { isWanted: isLock, mention: LOCK_KIND, limits: STREAM_LIMITS } as const;

/** The lock in each folder that a request is in; a request without a file is taken to be in the working directory. */
export function readLocksBeside(requests: readonly Resource[], root: Root): ReadLocks {
  const folders = [...new Set(requests.map(({ origin }) => posix.dirname(origin.file)))].sort();
  const files = folders.map((folder) => posix.join(folder, LOCK_FILE));
  return collect(
    files.map((file) => () => {
      const found = foundBeside(file, root, { isNamed: true });
      const documents = found === undefined ? [] : readWanted(found, LOCKS);
      if (found !== undefined && documents.length === 0) throw noLock(file);
      return documents.map(({ resource }) => parseLock(resource));
    }),
  );
}

/** The locks among resources that a host hands over. */
export function locksAmong(resources: readonly Resource[]): ReadLocks {
  return collect(resources.filter(({ object }) => isLock(object)).map((resource) => () => [parseLock(resource)]));
}

function collect(readers: readonly (() => readonly Lock[])[]): ReadLocks {
  const { read: locks, findings } = readAll(readers);
  return { locks, findings };
}

function noLock(file: string): RenderError {
  return new RenderError('LOCK_INVALID', {
    message: `there is no ${LOCK_KIND} in ${file}`,
    origin: { file, index: 0 },
    hint: 'delete the file and run dgdr-render lock',
  });
}
