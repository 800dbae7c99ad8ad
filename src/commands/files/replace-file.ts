import { linkSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isSystemError } from '../../errors.ts';
import type { WritablePath } from '../../files/root.ts';
import { WORK_FOLDER } from './folder-lock.ts';

/** Why nothing may be put beside a file or in its place, though the file itself may be open to us. */
const CLOSED = ['EACCES', 'EPERM', 'EROFS', 'EBUSY', 'EXDEV'];
/** Age from which a file that was staged is left behind, in ms; nothing is staged for longer than it takes to write it. */
const LEFT_MS = 600_000;
const STAGED = new RegExp(`^${WORK_FOLDER.replace('.', '\\.')}-\\d+$`);

/**
 * Writes one file, at once for whoever reads it: beside its place, then renamed, so that the old one stays where that does
 * not work. What is no file, such as a pipe, and what nothing may be put beside is written to directly. Throws what the
 * system says.
 */
export function replaceFile(path: WritablePath, text: string): void {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat?.isFile() === false) writeFileSync(path, text);
  else if (!isReplaced(path, text)) overwrite(path, text);
}

/** Writes a file that is not there yet, whole or not at all. Throws what the system says, EEXIST where there is one. */
export function createFile(path: WritablePath, text: string): void {
  const staged = join(dirname(path), `${WORK_FOLDER}-${process.pid}`);
  try {
    writeFileSync(staged, text, { flag: 'wx' });
    linkSync(staged, path);
  } finally {
    rmSync(staged, { force: true });
  }
}

/** False where the folder is closed to us. */
function isReplaced(place: WritablePath, text: string): boolean {
  const staged = join(dirname(place), `${WORK_FOLDER}-${process.pid}`);
  removeLeft(dirname(place));
  return isOpen(() => {
    rmSync(staged, { force: true });
    writeFileSync(staged, '', { flag: 'wx' });
    try {
      writeFileSync(staged, text);
      renameSync(staged, place);
    } catch (error) {
      rmSync(staged, { force: true });
      throw error;
    }
  });
}

function isOpen(run: () => void): boolean {
  try {
    run();
    return true;
  } catch (error) {
    if (isSystemError(error) && CLOSED.includes(error.code)) return false;
    throw error;
  }
}

/** What was there is put back where the new text does not fit. */
function overwrite(path: string, text: string): void {
  const old = statSync(path, { throwIfNoEntry: false }) && readFileSync(path);
  try {
    writeFileSync(path, text);
  } catch (error) {
    if (old !== undefined) writeFileSync(path, old);
    throw error;
  }
}

/** What runs that were killed had staged in a folder; as far as it goes. */
function removeLeft(folder: string): void {
  try {
    for (const name of readdirSync(folder).filter((one) => STAGED.test(one))) {
      const path = join(folder, name);
      if (Date.now() - statSync(path).mtimeMs > LEFT_MS) rmSync(path, { force: true });
    }
  } catch (error) {
    if (!isSystemError(error)) throw error;
  }
}
