import {
  copyFileSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { RenderError } from '../../errors.ts';
import { isInside } from '../../krm/paths.ts';
import { lockFolders, removeEmpty, WORK_FOLDER } from './folder-lock.ts';

/** A file to write. */
interface OutputFile {
  /** Relative to the working directory. */
  readonly name: string;
  readonly text: string;
}

/** Which files are to be there, and which no longer. */
export interface FileChanges {
  readonly files: readonly OutputFile[];
  /** Names of files that are there and to be removed; none of them is written. */
  readonly removals: readonly string[];
}

export interface WriteOptions {
  readonly cwd: string;
  /** Ends the writing before the first file is put in its place; from then on all are. */
  readonly signal: AbortSignal;
}

/**
 * Writes and removes all files or none, whatever folders they are in. They are staged in a locked folder inside each, so
 * that no other run writes there and every rename stays on one file system, then put in their places by renaming, at once
 * for whoever reads them; what was there comes back when one cannot be put in place. Returns the names of the files that
 * changed; equal files are not touched. @throws RenderError OUTPUT_FAILED or PATH_OUTSIDE_ROOT
 */
export async function writeAllOrNothing(changes: FileChanges, { cwd, signal }: WriteOptions): Promise<string[]> {
  const files = changes.files.map((file) => ({ ...file, place: resolve(cwd, file.name) }));
  const leaving = changes.removals.map((name) => ({ name, place: resolve(cwd, name) }));
  const folders = [...new Set([...files, ...leaving].map(({ place }) => dirname(place)))];
  try {
    for (const folder of folders) requireInside(folder, cwd);
    const isQuiet = leaving.length === 0 && folders.every((folder) => !existsSync(join(folder, WORK_FOLDER)));
    if (isQuiet && files.every(holds)) return [];
    return await writeLocked({ files, leaving, folders }, signal);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error) || error instanceof RenderError) throw error;
    throw new RenderError('OUTPUT_FAILED', { message: `nothing was written: ${error.message}` });
  }
}

/** A file and its path. */
interface FilePlace {
  readonly name: string;
  readonly place: string;
}

/** A file to write. */
interface Placed extends FilePlace {
  readonly text: string;
}

/** A file that is written out and waits for its place. */
interface Staged extends Placed {
  readonly staged: string;
}

interface Work {
  readonly files: readonly Placed[];
  readonly leaving: readonly FilePlace[];
  readonly folders: readonly string[];
}

async function writeLocked({ files, leaving, folders }: Work, signal: AbortSignal): Promise<string[]> {
  const made = folders.map((folder) => ({ folder, top: mkdirSync(folder, { recursive: true }) }));
  let isDone = false;
  try {
    const release = await lockFolders(folders, { signal });
    try {
      // Another run may have written while this one waited.
      const changed = files.filter((file) => !holds(file));
      swapIn(await stage(changed, signal), leaving);
      isDone = true;
      return changed.map(({ name }) => name);
    } finally {
      release();
    }
  } finally {
    if (!isDone) for (const { folder, top } of made) removeMade(folder, top);
  }
}

/** Takes the folders away that were made from `top` down; where another run uses them by now they stay. */
function removeMade(folder: string, top: string | undefined): void {
  if (top === undefined || !removeEmpty(folder) || folder === top) return;
  removeMade(dirname(folder), top);
}

/** Staging takes turns with the events of the process, so that a signal gets through. */
async function stage(files: readonly Placed[], signal: AbortSignal): Promise<Staged[]> {
  const done: Staged[] = [];
  for (const file of files) {
    const staged = stagedAs(file, done.length);
    writeFileSync(staged, file.text);
    done.push({ ...file, staged });
    await nextTurn();
    signal.throwIfAborted();
  }
  return done;
}

function stagedAs({ place }: FilePlace, number: number): string {
  return join(dirname(place), WORK_FOLDER, String(number));
}

/** No signal gets through in here: either all files are in their places, or gone, afterwards or none is. */
function swapIn(files: readonly Staged[], leaving: readonly FilePlace[]): void {
  const undo: (() => void)[] = [];
  try {
    for (const file of files) undo.push(swapOne(file));
    for (const [index, file] of leaving.entries()) undo.push(removeOne(file, stagedAs(file, files.length + index)));
  } catch (error) {
    undoAll(undo, error);
    throw error;
  }
}

/** Every step is tried, whatever becomes of the others. */
function undoAll(steps: (() => void)[], reason: unknown): void {
  const failures: unknown[] = [];
  for (const step of steps.reverse()) {
    try {
      step();
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length === 0) return;
  throw new RenderError('OUTPUT_FAILED', {
    message: `${failures.length} of ${steps.length} files could not be put back after: ${reason}; ${failures[0]}`,
    hint: 'restore the folder from version control, and render again',
  });
}

/** Puts one staged file in its place and returns how to take it back. */
function swapOne(file: Staged): () => void {
  const kept = `${file.staged}.before`;
  const existed = keep(file, kept);
  renameSync(file.staged, file.place);
  return () => (existed ? renameSync(kept, file.place) : rmSync(file.place, { force: true }));
}

/** Takes one file away and returns how to bring it back; another run may have done so already. */
function removeOne({ place }: FilePlace, staged: string): () => void {
  if (lstatSync(place, { throwIfNoEntry: false }) === undefined) return () => {};
  renameSync(place, staged);
  return () => renameSync(staged, place);
}

/** Gives what is in a file's place a second name; the place is never empty. False where nothing was there. */
function keep({ name, place }: FilePlace, kept: string): boolean {
  const stat = lstatSync(place, { throwIfNoEntry: false });
  if (stat === undefined) return false;
  if (stat.isSymbolicLink()) symlinkSync(readlinkSync(place), kept);
  else if (stat.isFile()) linkOrCopy(place, kept);
  else throw Object.assign(new Error(`${name} is ${stat.isDirectory() ? 'a folder' : 'no file'}`), { code: 'EEXIST' });
  return true;
}

/** Not every file system knows second names. */
function linkOrCopy(path: string, copy: string): void {
  try {
    linkSync(path, copy);
  } catch {
    copyFileSync(path, copy);
  }
}

function holds({ place, text }: Placed): boolean {
  const stat = lstatSync(place, { throwIfNoEntry: false });
  return stat?.isFile() === true && stat.size === Buffer.byteLength(text) && readFileSync(place, 'utf8') === text;
}

/** A folder that is named inside the working directory has to be there: links of a repository lead nowhere else. */
function requireInside(folder: string, cwd: string): void {
  if (!isInside(folder, cwd) || isInside(existingPart(folder), realpathSync(cwd))) return;
  throw new RenderError('PATH_OUTSIDE_ROOT', {
    message: `a link leads from ${folder} to a folder outside of ${cwd}`,
    hint: 'name the folder that it leads to',
  });
}

/** The part of a path that is there, its links resolved. */
function existingPart(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return existingPart(dirname(path));
  }
}
