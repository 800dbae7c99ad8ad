import { realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { WORK_FOLDER } from './folder-lock.ts';

/**
 * Writes one file, at once for whoever reads it: beside its place, then renamed. What is no file, such as a pipe, and what
 * nothing can be put beside is written to directly. Throws what the system says.
 */
export function replaceFile(path: string, text: string): void {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat?.isFile() === false || !isReplaced(stat === undefined ? path : realpathSync(path), text)) {
    writeFileSync(path, text);
  }
}

function isReplaced(place: string, text: string): boolean {
  const staged = join(dirname(place), `${WORK_FOLDER}-${process.pid}`);
  try {
    rmSync(staged, { force: true });
    writeFileSync(staged, text, { flag: 'wx' });
    renameSync(staged, place);
    return true;
  } catch {
    rmSync(staged, { force: true });
    return false;
  }
}
