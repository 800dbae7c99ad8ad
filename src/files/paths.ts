import { realpathSync, type Stats, statSync } from 'node:fs';
import { isAbsolute, relative, sep } from 'node:path';

/** What is at a path, links resolved, or why nothing can be reached there. */
export function reach(path: string): { readonly stat?: Stats | undefined; readonly reason?: string } {
  try {
    return { stat: statSync(path, { throwIfNoEntry: false }) };
  } catch (error) {
    return { reason: reasonOf(error) };
  }
}

/** The system's word for a failure, such as ELOOP. Anything else is a bug. */
function reasonOf(error: unknown): string {
  if (error instanceof Error && 'code' in error) return String(error.code);
  throw error;
}

/** A path with its links resolved; the path itself where that has just gone away. */
export function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch (error) {
    reasonOf(error);
    return path;
  }
}

/** Whether a path is a folder or anything below it, by their names alone. */
export function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** With slashes, whatever the system separates names with. */
export function toSlashes(path: string): string {
  return sep === '/' ? path : path.split(sep).join('/');
}
