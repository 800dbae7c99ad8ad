import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import type { ReadablePath } from './root.ts';

/** What was read of a file. */
export interface FileBytes {
  /** Undefined where there are more than were asked for. */
  readonly bytes: Buffer | undefined;
  /** In bytes. */
  readonly size: number;
}

/** Nothing is waited for that has no writer, and nothing followed that became a link since it was resolved. */
const FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0);

/** The bytes of a file, of at most `mostBytes`; undefined where it is no file, such as a pipe. Throws what the system says. */
export function readFile(path: ReadablePath, mostBytes: number): FileBytes | undefined {
  const file = openSync(path, FLAGS);
  try {
    const stat = fstatSync(file);
    if (!stat.isFile()) return undefined;
    return { bytes: stat.size > mostBytes ? undefined : readFileSync(file), size: stat.size };
  } finally {
    closeSync(file);
  }
}
