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
import { basename, dirname, join } from 'node:path';
import { RenderError } from '../errors.ts';

/** A file to write. */
export interface OutputFile {
  /** Relative to the folder that is written to; may lead into others. */
  readonly name: string;
  readonly text: string;
}

/**
 * Writes all files or none, whatever folders they are in: they are staged beside their places, then swapped in by
 * renaming, and what was there comes back when a swap fails. Returns the names of the files that changed; equal files are
 * not touched. Throws OUTPUT_FAILED.
 */
export function writeAllOrNothing(root: string, files: readonly OutputFile[]): string[] {
  try {
    mkdirSync(root, { recursive: true });
    const changed = files.filter(({ name, text }) => !holds(join(root, name), text));
    if (changed.length > 0) swapIn(root, changed);
    return changed.map(({ name }) => name);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw new RenderError('OUTPUT_FAILED', { message: `nothing was written: ${error.message}` });
  }
}

/** A file that is written out and waits for its place. */
interface StagedFile {
  readonly name: string;
  readonly place: string;
  readonly staged: string;
}

function swapIn(root: string, files: readonly OutputFile[]): void {
  const stages = new Map<string, string>();
  const undo: (() => void)[] = [];
  try {
    const staged = files.map((file) => stage(root, file, stages));
    for (const file of staged) undo.push(swapOne(file));
  } catch (error) {
    for (const step of undo.reverse()) step();
    throw error;
  } finally {
    for (const folder of stages.values()) rmSync(folder, { recursive: true, force: true });
  }
}

/** Staging inside each folder keeps every rename on one file system, also where the folder is a mount. */
function stage(root: string, { name, text }: OutputFile, stages: Map<string, string>): StagedFile {
  const place = join(root, name);
  const folder = stages.get(dirname(place)) ?? mkdtempSync(join(dirname(place), '.dgdr-render-'));
  stages.set(dirname(place), folder);
  const staged = join(folder, basename(place));
  writeFileSync(staged, text);
  return { name, place, staged };
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
