import { lstatSync, readdirSync, type Stats } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { globbySync, isDynamicPattern } from 'globby';
import { RenderError, type Warn } from '../errors.ts';
import type { Budget } from './budget.ts';
import { reach, toSlashes } from './paths.ts';
import { findBeside, leadsOut, lookAt, type ReadablePath, type Root, sourceOf, type Use } from './root.ts';

/** A file to read. */
export interface FoundFile {
  readonly path: ReadablePath;
  /** Relative to the working directory and slash-separated, as findings show it; of a link where that stands. */
  readonly file: string;
  /** The same from the root, for `dgdr-render.dev/source`. */
  readonly source: string;
  /** Named by the user, not met in a folder or by a glob: then broken YAML is an error even without a request in it. */
  readonly isNamed: boolean;
  /** What it counts on. */
  readonly budget: Budget;
}

export interface FindOptions {
  /** What the files are read as. */
  readonly use?: Use;
  /** Receives the error of each pattern; by default the first one is thrown. */
  readonly fail?: (error: RenderError) => void;
  /** Receives LINK_SKIPPED for every link to a YAML file that is not followed; by default one that leads out is an error. */
  readonly warn?: Warn;
  /** Whether a file that is found in two folders, by a link, counts in each. */
  readonly isEachFolder?: boolean;
  /** Globs of files that are not looked at, from the working directory. */
  readonly excludes?: readonly string[];
}

const YAML_FILES = '**/*.{yaml,yml}';
const MANIFEST_NAME = /\.(ya?ml|json)$/;
const IGNORED = ['**/node_modules/**', '**/.git/**'];
/** How many patterns the braces of one glob may stand for; each further pair multiplies them. */
const MOST_PATTERNS = 1000;
/** Stars in one name of a glob: each further one multiplies the time that a long file name takes by its length. */
const MOST_STARS = 3;

/**
 * The files that paths, folders and globs name: sorted, each once, the file itself rather than a link to it. Throws
 * `INPUT_NOT_FOUND`, `PATH_OUTSIDE_ROOT` or `INPUT_TOO_LARGE` for the first pattern that names nothing or cannot be used.
 */
export function findFiles(patterns: readonly string[], root: Root, options: FindOptions = {}): FoundFile[] {
  const { fail = rethrow, isEachFolder = false, excludes = [] } = options;
  const excluded = new Set(excludes.flatMap((glob) => attempt(() => excludedBy(glob, root.cwd), fail)));
  const finding: Finding = { ...options, root, fail };
  const found = new Map<string, FoundFile>();
  for (const file of patterns.flatMap((pattern) => attempt(() => expand(pattern, finding), fail))) {
    if (excluded.has(resolve(root.cwd, file.file))) continue;
    const key = isEachFolder ? `${dirname(file.file)}\n${file.path}` : file.path;
    found.set(key, better(found.get(key), file, root));
  }
  return [...found.values()].sort(byName);
}

/** What a search goes by. */
interface Finding extends FindOptions {
  readonly root: Root;
  readonly fail: (error: RenderError) => void;
}

function rethrow(error: RenderError): void {
  throw error;
}

function attempt<T>(find: () => T[], fail: (error: RenderError) => void): T[] {
  try {
    return find();
  } catch (error) {
    if (!(error instanceof RenderError)) throw error;
    fail(error);
    return [];
  }
}

/** Of two ways to one file the one that is named counts, then the file itself, then the first name. */
function better(known: FoundFile | undefined, other: FoundFile, { cwd }: Root): FoundFile {
  if (known === undefined) return other;
  const rank = ({ isNamed, file, path }: FoundFile): number => {
    return (isNamed ? 0 : 2) + (resolve(cwd, file) === path ? 0 : 1);
  };
  const ahead = rank(known) - rank(other) || byName(known, other);
  return ahead <= 0 ? known : other;
}

/** By their names from the root, which are the same from every working directory. */
function byName(a: FoundFile, b: FoundFile): number {
  return a.source < b.source ? -1 : a.source > b.source ? 1 : 0;
}

/** Absolute paths of the files that a glob leaves out, which starts at a folder. */
export function excludedBy(glob: string, cwd: string): string[] {
  requireCheap(glob);
  return globbySync(glob, {
    cwd,
    absolute: true,
    dot: true,
    followSymbolicLinks: false,
    extglob: false,
    ignore: IGNORED,
  });
}

function expand(pattern: string, finding: Finding): FoundFile[] {
  const { root, use } = finding;
  const found = lookAt(pattern, root, use);
  if (found.path === undefined) {
    // To the matcher a zero byte is nothing at all.
    const files = isDynamicPattern(pattern) && !pattern.includes('\0') ? globPattern(pattern, finding) : [];
    if (files.length === 0) throw notFound(pattern, root.cwd, found.reason);
    return files;
  }
  if (found.stat.isDirectory()) {
    // A folder is no request: its links stay where everything does.
    lookAt(pattern, root);
    return glob(YAML_FILES, resolve(root.cwd, pattern), finding);
  }
  requireFile(found.stat, pattern);
  return [toFound({ path: found.path, absolute: resolve(root.cwd, pattern), isNamed: true }, root)];
}

/** A file, and where it or the link to it stands. */
interface Met extends Pick<FoundFile, 'path' | 'isNamed'> {
  readonly absolute: string;
}

function toFound({ absolute, ...known }: Met, root: Root): FoundFile {
  const file = toSlashes(relative(root.cwd, absolute));
  return { ...known, file, source: sourceOf(file, root), budget: root.budget };
}

/** Splits a glob into the folder before its first wildcard and the rest, and stays inside that folder. */
function globPattern(pattern: string, finding: Finding): FoundFile[] {
  const { root } = finding;
  const parts = pattern.split('/');
  const first = parts.findIndex((part) => isDynamicPattern(part));
  const folder = parts.slice(0, first).join('/') || (isAbsolute(pattern) ? sep : '.');
  const rest = parts.slice(first);
  if (rest.includes('..')) throw leadsOut(pattern, root);
  if (lookAt(folder, root).stat?.isDirectory() !== true) return [];
  return glob(rest.join('/'), resolve(root.cwd, folder), finding);
}

function glob(pattern: string, folder: string, finding: Finding): FoundFile[] {
  return entriesOf(pattern, folder).flatMap((entry) => {
    const absolute = join(folder, entry);
    const path = isLink(absolute) ? throughLink(absolute, finding) : fileAt(absolute, finding);
    return path === undefined ? [] : [toFound({ path, absolute, isNamed: false }, finding.root)];
  });
}

/** Files may go away while they are looked for. */
function fileAt(absolute: string, { root, use }: Finding): ReadablePath | undefined {
  const found = lookAt(absolute, root, use);
  return found.path !== undefined && found.stat.isFile() ? found.path : undefined;
}

/** The file that a link of a folder leads to; links to folders, and those under other names than YAML has, are nothing. */
function throughLink(absolute: string, finding: Finding): ReadablePath | undefined {
  const { root, use, warn, fail } = finding;
  if (!MANIFEST_NAME.test(absolute) || reach(absolute).stat?.isDirectory()) return undefined;
  const origin = { file: toSlashes(relative(root.cwd, absolute)), index: 0 };
  const skip = (why: string): void => {
    warn?.('LINK_SKIPPED', { message: `the link is not followed: it leads ${why}`, origin, hint: LINK_HINT });
  };
  try {
    const found = lookAt(absolute, root, use);
    if (found.path !== undefined && found.stat.isFile()) return found.path;
    skip(found.path === undefined ? `to nothing (${found.reason ?? 'ENOENT'})` : 'to no file');
  } catch (error) {
    if (!(error instanceof RenderError)) throw error;
    if (warn === undefined) fail(leadsOut(origin.file, root));
    else skip('out of the folder that may be read');
  }
  return undefined;
}

const LINK_HINT = 'put the file itself in the place of the link, or remove the link';

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
}

function entriesOf(pattern: string, folder: string): string[] {
  requireCheap(pattern);
  const options = {
    cwd: folder,
    expandDirectories: false,
    onlyFiles: false,
    followSymbolicLinks: false,
    extglob: false,
  };
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

/**
 * One existing file or folder. Throws `INPUT_NOT_FOUND` or `PATH_OUTSIDE_ROOT`.
 */
export function findOne(path: string, root: Root): { readonly path: ReadablePath; readonly stat: Stats } {
  const found = lookAt(path, root);
  if (found.path === undefined) throw notFound(path, root.cwd, found.reason);
  if (!found.stat.isDirectory()) requireFile(found.stat, path);
  return found;
}

function notFound(pattern: string, cwd: string, reason: string | undefined): RenderError {
  const what = isDynamicPattern(pattern) ? 'no file fits' : 'there is no file or folder';
  const why = reason === undefined ? '' : `: ${reason}`;
  return new RenderError('INPUT_NOT_FOUND', { message: `${what} ${pattern}${why}`, hint: `paths start at ${cwd}` });
}

/** A file at a place where one may be, by its name from the working directory. Throws like `findBeside`. */
export function foundBeside(
  file: string,
  root: Root,
  { isNamed, use }: { readonly isNamed: boolean; readonly use?: Use },
): FoundFile | undefined {
  const found = findBeside(file, root, use);
  return found && { path: found.path, file, source: sourceOf(file, root), isNamed, budget: root.budget };
}

/** Names of the files of a folder; none where a folder may be entered but not listed. Throws PATH_OUTSIDE_ROOT. */
export function namesIn(folder: string, root: Root): string[] {
  const { path } = lookAt(folder, root);
  if (path === undefined) return [];
  try {
    const entries = readdirSync(path, { withFileTypes: true });
    return entries
      .filter((entry) => !entry.isDirectory())
      .map(({ name }) => name)
      .sort();
  } catch (error) {
    if (error instanceof Error && 'code' in error) return [];
    throw error;
  }
}
