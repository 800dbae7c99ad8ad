import {
  copyFileSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { RenderError } from '../../errors.ts';
import { outputPath, type Root, type WritablePath } from '../../files/root.ts';
import { groupBy } from '../../group-by.ts';
import { type HeldFolders, removeEmpty, WORK_FOLDER, workOf } from './folder-lock.ts';
import { commit, digestOf, keptAs, type Swap, undoBegun, writeJournals } from './journal.ts';
import { takeFolders } from './take-folders.ts';

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
  readonly root: Root;
  /** Ends the writing before the first file is put in its place; from then on all are. */
  readonly signal: AbortSignal;
}

/**
 * Writes and removes all files or none, whatever folders they are in. They are staged in a locked folder inside each, so
 * that no other run writes there and every rename stays on one file system, then put in their places by renaming, at once
 * for whoever reads them; what was there comes back when one cannot be put in place. Returns the names of the files that
 * changed; equal files are not touched. @throws RenderError OUTPUT_FAILED or PATH_OUTSIDE_ROOT
 */
export async function writeAllOrNothing(changes: FileChanges, { root, signal }: WriteOptions): Promise<string[]> {
  try {
    const files = changes.files.map((file) => ({ ...file, place: outputPath(file.name, root) }));
    const leaving = changes.removals.map((name) => ({ name, place: outputPath(name, root) }));
    const folders = [...new Set([...files, ...leaving].map(({ place }) => dirname(place)))];
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
  readonly place: WritablePath;
}

/** A file to write. */
interface Placed extends FilePlace {
  readonly text: string;
}

/** A file that is written out and waits for its place, or one that is to go, with the name that it has in between. */
interface Staged extends FilePlace {
  readonly staged: string;
  /** Of what is to come; undefined where nothing is. */
  readonly digest: string | undefined;
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
    const held = await takeFolders(folders, { signal });
    try {
      // Another run may have written while this one waited.
      const changed = files.filter((file) => !holds(file));
      const staged = await stage(changed, signal);
      const going = leaving.map((file, i) => toGo(file, staged.length + i));
      swapIn([...staged, ...going], held);
      isDone = true;
      return changed.map(({ name }) => name);
    } finally {
      held.release();
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
    const staged = String(done.length);
    writeFileSync(join(workOf(dirname(file.place)), staged), file.text);
    done.push({ ...file, staged, digest: digestOf(file.text) });
    await nextTurn();
    signal.throwIfAborted();
  }
  return done;
}

function toGo(file: FilePlace, number: number): Staged {
  return { ...file, staged: String(number), digest: undefined };
}

/**
 * No signal gets through in here: either all files are in their places, or gone, afterwards or none is. A run that is
 * killed in here leaves journals, by which the next one takes back what it finds done.
 */
function swapIn(files: readonly Staged[], held: HeldFolders): void {
  const swaps = groupBy(files, ({ place }) => dirname(place));
  if (swaps.size === 0) return;
  try {
    writeJournals(held.id, new Map([...swaps].map(([folder, own]) => [folder, own.map(toSwap)])));
    for (const file of files) swapOne(file, held);
    for (const folder of swaps.keys()) held.hold(folder);
    commit([...swaps.keys()]);
  } catch (error) {
    undoAll([...swaps.keys()], held, error);
    throw error;
  }
}

function toSwap({ place, staged, digest }: Staged): Swap {
  const existed = lstatSync(place, { throwIfNoEntry: false }) !== undefined;
  return { name: basename(place), staged, digest, existed };
}

function undoAll(folders: readonly string[], held: HeldFolders, reason: unknown): void {
  const { swaps, failures } = undoBegun(folders, held);
  if (failures.length === 0) return;
  throw new RenderError('OUTPUT_FAILED', {
    message: `${failures.length} of ${swaps} files could not be put back after: ${reason}; ${failures[0]}`,
    hint: 'the next run tries again; or restore the folder from version control',
  });
}

/** Puts one staged file in its place, or takes the one there away; another run may have done so already. */
function swapOne(file: Staged, { hold }: HeldFolders): void {
  const folder = dirname(file.place);
  const staged = join(workOf(folder), file.staged);
  hold(folder);
  if (file.digest !== undefined) {
    keep(file, keptAs(staged));
    renameSync(staged, file.place);
  } else if (lstatSync(file.place, { throwIfNoEntry: false }) !== undefined) {
    renameSync(file.place, staged);
  }
}

/** Gives what is in a file's place a second name; the place is never empty. */
function keep({ name, place }: FilePlace, kept: string): void {
  const stat = lstatSync(place, { throwIfNoEntry: false });
  if (stat === undefined) return;
  if (stat.isSymbolicLink()) symlinkSync(readlinkSync(place), kept);
  else if (stat.isFile()) linkOrCopy(place, kept);
  else throw Object.assign(new Error(`${name} is ${stat.isDirectory() ? 'a folder' : 'no file'}`), { code: 'EEXIST' });
}

/** Not every file system knows second names. */
function linkOrCopy(path: string, copy: string): void {
  try {
    linkSync(path, copy);
  } catch {
    copyFileSync(path, copy);
  }
}

/** Ends of lines are Git's matter: with `core.autocrlf` a checkout changes them all. */
function holds({ place, text }: Placed): boolean {
  const stat = lstatSync(place, { throwIfNoEntry: false });
  const size = Buffer.byteLength(text);
  if (stat?.isFile() !== true || stat.size < size || stat.size > 2 * size) return false;
  return readFileSync(place, 'utf8').replaceAll('\r\n', '\n') === text;
}
