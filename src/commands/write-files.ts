import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { RenderError } from '../errors.ts';

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

/**
 * Writes and removes all files or none, whatever folders they are in: they are staged beside their places, then swapped in
 * by renaming, and what was there comes back when a swap fails. Returns the names of the files that changed; equal files
 * are not touched. Throws OUTPUT_FAILED.
 */
export function writeAllOrNothing(cwd: string, { files, removals }: FileChanges): string[] {
  try {
    const changed = files.filter(({ name, text }) => !holds(resolve(cwd, name), text));
    swapIn(cwd, changed, removals);
    return changed.map(({ name }) => name);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw new RenderError('OUTPUT_FAILED', { message: `nothing was written: ${error.message}` });
  }
}

/** A place that takes a file, or loses one, and where what is staged for it waits. */
interface StagedFile {
  readonly name: string;
  readonly place: string;
  readonly staged: string;
}

function swapIn(cwd: string, files: readonly OutputFile[], removals: readonly string[]): void {
  const stages = new Map<string, string>();
  const undo: (() => void)[] = [];
  try {
    const staged = files.map((file) => stage(cwd, file, stages));
    const leaving = removals.map((name) => stageAt(cwd, name, stages));
    for (const file of staged) undo.push(swapOne(file));
    for (const file of leaving) undo.push(removeOne(file));
  } catch (error) {
    for (const step of undo.reverse()) step();
    throw error;
  } finally {
    for (const folder of stages.values()) rmSync(folder, { recursive: true, force: true });
  }
}

function stage(cwd: string, { name, text }: OutputFile, stages: Map<string, string>): StagedFile {
  mkdirSync(dirname(resolve(cwd, name)), { recursive: true });
  const file = stageAt(cwd, name, stages);
  writeFileSync(file.staged, text);
  return file;
}

/** Staging inside each folder keeps every rename on one file system, also where the folder is a mount. */
function stageAt(cwd: string, name: string, stages: Map<string, string>): StagedFile {
  const place = resolve(cwd, name);
  const folder = stages.get(dirname(place)) ?? mkdtempSync(join(dirname(place), '.dgdr-render-'));
  stages.set(dirname(place), folder);
  return { name, place, staged: join(folder, basename(place)) };
}

/** Takes one file away and returns how to bring it back. */
function removeOne({ place, staged }: StagedFile): () => void {
  renameSync(place, staged);
  return () => renameSync(staged, place);
}

/** Puts one staged file in its place and returns how to take it back. */
function swapOne({ name, place, staged }: StagedFile): () => void {
  const kept = `${staged}.before`;
  const existed = existsSync(place);
  if (existed && lstatSync(place).isDirectory())
    throw Object.assign(new Error(`${name} is a folder`), { code: 'EISDIR' });
  if (existed) renameSync(place, kept);
  const restore = (): void => {
    if (existed) renameSync(kept, place);
    else rmSync(place, { force: true });
  };
  try {
    renameSync(staged, place);
  } catch (error) {
    restore();
    throw error;
  }
  return restore;
}

function holds(path: string, text: string): boolean {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  return stat?.isFile() === true && readFileSync(path, 'utf8') === text;
}
