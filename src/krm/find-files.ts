import { lstatSync, type Stats } from 'node:fs';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { globbySync, isDynamicPattern } from 'globby';
import { RenderError } from '../errors.ts';
import { isInside, reach, realPath, toSlashes } from './paths.ts';

/** A file to read. */
export interface FoundFile {
  readonly absolute: string;
  /** Relative to the working directory and slash-separated, as findings show it. */
  readonly file: string;
  /** Named by the user, not met in a folder or by a glob: then broken YAML is an error even without a request in it. */
  readonly isNamed: boolean;
}

export interface FindOptions {
  /** Where relative paths start. */
  readonly cwd: string;
  /** Whether paths that leave `cwd` are refused (`PATH_OUTSIDE_ROOT`). A folder's own content never leaves it. */
  readonly isConfined: boolean;
}

const YAML_FILES = '**/*.{yaml,yml}';
const IGNORED = ['**/node_modules/**', '**/.git/**'];
/** How many patterns the braces of one glob may stand for; each further pair multiplies them. */
const MOST_PATTERNS = 1000;
/** Stars in one name of a glob: each further one multiplies the time that a long file name takes by its length. */
const MOST_STARS = 3;

/**
 * The files that paths, folders and globs name: sorted, each once. Links inside a folder are followed to files of
 * that folder only. Throws `INPUT_NOT_FOUND`, `PATH_OUTSIDE_ROOT` or `INPUT_TOO_LARGE` for the first pattern that names
 * nothing or cannot be used; with `fail` every pattern is tried.
 */
export function findFiles(
  patterns: readonly string[],
  options: FindOptions,
  fail: (error: RenderError) => void = rethrow,
): FoundFile[] {
  const found = new Map<string, FoundFile>();
  for (const file of patterns.flatMap((pattern) => attempt(() => expand(pattern, options), fail))) {
    const key = realPath(file.absolute);
    const known = found.get(key);
    if (known === undefined || (file.isNamed && !known.isNamed)) found.set(key, file);
  }
  return [...found.values()].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
}

function rethrow(error: RenderError): void {
  throw error;
}

function attempt(find: () => FoundFile[], fail: (error: RenderError) => void): FoundFile[] {
  try {
    return find();
  } catch (error) {
    if (!(error instanceof RenderError)) throw error;
    fail(error);
    return [];
  }
}

function expand(pattern: string, options: FindOptions): FoundFile[] {
  const absolute = resolve(options.cwd, pattern);
  if (options.isConfined) requireInside(absolute, pattern, options.cwd);
  const { stat, reason } = reach(absolute);
  if (stat === undefined) {
    // To the matcher a zero byte is nothing at all.
    const files = isDynamicPattern(pattern) && !pattern.includes('\0') ? globPattern(pattern, options) : [];
    if (files.length === 0) throw notFound(pattern, options.cwd, reason);
    return files;
  }
  if (options.isConfined) requireInside(realPath(absolute), pattern, realPath(options.cwd));
  if (stat.isDirectory()) return glob(YAML_FILES, absolute, options);
  requireFile(stat, pattern);
  return [{ absolute, file: toSlashes(relative(options.cwd, absolute)), isNamed: true }];
}

/** Splits a glob into the folder before its first wildcard and the rest, and stays inside that folder. */
function globPattern(pattern: string, options: FindOptions): FoundFile[] {
  const parts = pattern.split('/');
  const first = parts.findIndex((part) => isDynamicPattern(part));
  const root = resolve(options.cwd, parts.slice(0, first).join('/') || (isAbsolute(pattern) ? sep : '.'));
  const rest = parts.slice(first);
  if (rest.includes('..')) throw outside(pattern, options.cwd);
  if (reach(root).stat?.isDirectory() !== true) return [];
  if (options.isConfined) requireInside(realPath(root), pattern, realPath(options.cwd));
  return glob(rest.join('/'), root, options);
}

function glob(pattern: string, root: string, { cwd }: FindOptions): FoundFile[] {
  const realRoot = realPath(root);
  return entriesOf(pattern, root)
    .map((entry) => join(root, entry))
    .filter((path) => isFileInside(path, realRoot))
    .map((absolute) => ({ absolute, file: toSlashes(relative(cwd, absolute)), isNamed: false }));
}

function entriesOf(pattern: string, root: string): string[] {
  requireCheap(pattern);
  const options = { cwd: root, expandDirectories: false, onlyFiles: false, followSymbolicLinks: false, extglob: false };
  try {
    return globbySync(pattern, { ...options, ignore: IGNORED });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new RenderError('INPUT_NOT_FOUND', { message: `${pattern} cannot be looked for: ${reason}` });
  }
}

function requireCheap(pattern: string): void {
  const hasManyStars = pattern.split('/').some((name) => name !== '**' && name.split('*').length - 1 > MOST_STARS);
  const why = hasManyStars
    ? `more than ${MOST_STARS} stars in one name`
    : patternCount(pattern) > MOST_PATTERNS && `braces that stand for more than ${MOST_PATTERNS} patterns`;
  if (!why) return;
  throw new RenderError('INPUT_TOO_LARGE', {
    message: `the glob ${pattern} has ${why}`,
    hint: 'name folders, or use **',
  });
}

/** How many patterns the braces of a glob stand for: pairs multiply, alternatives add up, a range is all it may be. */
function patternCount(pattern: string): number {
  const outer = [{ done: 0, open: 1 }];
  for (const token of pattern.match(/[{},]|\.\./g) ?? []) {
    const inner = outer.at(-1)!;
    if (token === '{') outer.push({ done: 0, open: 1 });
    else if (outer.length === 1) continue;
    else if (token === '..') inner.open *= MOST_PATTERNS;
    else if (token === ',') Object.assign(inner, { done: inner.done + inner.open, open: 1 });
    else close(outer);
  }
  while (outer.length > 1) close(outer);
  return outer[0]!.open;
}

function close(outer: { done: number; open: number }[]): void {
  const { done, open } = outer.pop()!;
  outer.at(-1)!.open *= done + open;
}

/** Devices may never end, and pipes wait for a writer. */
function requireFile(stat: Stats, path: string): void {
  if (stat.isFile()) return;
  throw new RenderError('INPUT_NOT_FOUND', {
    message: `${path} is neither a file nor a folder`,
    hint: 'a pipe is read as -, from stdin',
  });
}

/** Files may go away while they are looked for. */
function isFileInside(path: string, realRoot: string): boolean {
  const link = lstatSync(path, { throwIfNoEntry: false });
  if (link === undefined || !link.isSymbolicLink()) return link?.isFile() === true;
  return reach(path).stat?.isFile() === true && isInside(realPath(path), realRoot);
}

/**
 * The absolute path of one existing file or folder; with `isConfined` it stays below `cwd`, links resolved. Throws
 * `INPUT_NOT_FOUND` or `PATH_OUTSIDE_ROOT`.
 */
export function existingPath(path: string, { cwd, isConfined }: FindOptions): string {
  const absolute = resolve(cwd, path);
  if (isConfined) requireInside(absolute, path, cwd);
  const { stat, reason } = reach(absolute);
  if (stat === undefined) throw notFound(path, cwd, reason);
  if (isConfined) requireInside(realPath(absolute), path, realPath(cwd));
  if (!stat.isDirectory()) requireFile(stat, path);
  return absolute;
}

function requireInside(path: string, pattern: string, root: string): void {
  if (!isInside(path, root)) throw outside(pattern, root);
}

function outside(pattern: string, root: string): RenderError {
  return new RenderError('PATH_OUTSIDE_ROOT', {
    message: `${pattern} leads out of the folder that may be read`,
    hint: `move the file below ${root}`,
  });
}

function notFound(pattern: string, cwd: string, reason: string | undefined): RenderError {
  const what = isDynamicPattern(pattern) ? 'no file fits' : 'there is no file or folder';
  const why = reason === undefined ? '' : `: ${reason}`;
  return new RenderError('INPUT_NOT_FOUND', { message: `${what} ${pattern}${why}`, hint: `paths start at ${cwd}` });
}
