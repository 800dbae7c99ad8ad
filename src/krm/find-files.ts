import { lstatSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { globbySync, isDynamicPattern } from 'globby';
import { RenderError } from '../errors.ts';

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

/**
 * The files that paths, folders and globs name: sorted, each once. Links inside a folder are followed to files of
 * that folder only. Throws `INPUT_NOT_FOUND` for a path or glob that names nothing.
 */
export function findFiles(patterns: readonly string[], options: FindOptions): FoundFile[] {
  const found = new Map<string, FoundFile>();
  for (const file of patterns.flatMap((pattern) => expand(pattern, options))) {
    const key = realpathSync(file.absolute);
    const known = found.get(key);
    if (known === undefined || (file.isNamed && !known.isNamed)) found.set(key, file);
  }
  return [...found.values()].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
}

function expand(pattern: string, options: FindOptions): FoundFile[] {
  const absolute = resolve(options.cwd, pattern);
  if (options.isConfined) requireInside(absolute, pattern, options.cwd);
  const stat = statSync(absolute, { throwIfNoEntry: false });
  if (stat?.isDirectory()) {
    if (options.isConfined) requireInside(realpathSync(absolute), pattern, realpathSync(options.cwd));
    return glob(YAML_FILES, absolute, options);
  }
  if (stat !== undefined) {
    if (options.isConfined) requireInside(realpathSync(absolute), pattern, realpathSync(options.cwd));
    return [{ absolute, file: toSlashes(relative(options.cwd, absolute)), isNamed: true }];
  }
  const files = isDynamicPattern(pattern) ? globPattern(pattern, options) : [];
  if (files.length === 0) throw notFound(pattern, options.cwd);
  return files;
}

/** Splits a glob into the folder before its first wildcard and the rest, and stays inside that folder. */
function globPattern(pattern: string, options: FindOptions): FoundFile[] {
  const parts = pattern.split('/');
  const first = parts.findIndex((part) => isDynamicPattern(part));
  const root = resolve(options.cwd, parts.slice(0, first).join('/') || (isAbsolute(pattern) ? sep : '.'));
  const rest = parts.slice(first);
  if (rest.includes('..')) throw outside(pattern, options.cwd);
  const stat = statSync(root, { throwIfNoEntry: false });
  if (!stat?.isDirectory()) return [];
  if (options.isConfined) requireInside(realpathSync(root), pattern, realpathSync(options.cwd));
  return glob(rest.join('/'), root, options);
}

function glob(pattern: string, root: string, { cwd }: FindOptions): FoundFile[] {
  const realRoot = realpathSync(root);
  const entries = globbySync(pattern, {
    cwd: root,
    expandDirectories: false,
    onlyFiles: false,
    followSymbolicLinks: false,
    ignore: IGNORED,
  });
  return entries
    .map((entry) => join(root, entry))
    .filter((path) => isFileInside(path, realRoot))
    .map((absolute) => ({ absolute, file: toSlashes(relative(cwd, absolute)), isNamed: false }));
}

function isFileInside(path: string, realRoot: string): boolean {
  if (lstatSync(path).isFile()) return true;
  const target = statSync(path, { throwIfNoEntry: false });
  return target?.isFile() === true && isInside(realpathSync(path), realRoot);
}

function isInside(path: string, root: string): boolean {
  const way = relative(root, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/**
 * The absolute path of one existing file or folder; with `isConfined` it stays below `cwd`, links resolved. Throws
 * `INPUT_NOT_FOUND` or `PATH_OUTSIDE_ROOT`.
 */
export function existingPath(path: string, { cwd, isConfined }: FindOptions): string {
  const absolute = resolve(cwd, path);
  if (isConfined) requireInside(absolute, path, cwd);
  if (statSync(absolute, { throwIfNoEntry: false }) === undefined) throw notFound(path, cwd);
  if (isConfined) requireInside(realpathSync(absolute), path, realpathSync(cwd));
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

function notFound(pattern: string, cwd: string): RenderError {
  const what = isDynamicPattern(pattern) ? 'no file fits' : 'there is no file or folder';
  return new RenderError('INPUT_NOT_FOUND', { message: `${what} ${pattern}`, hint: `paths start at ${cwd}` });
}

function toSlashes(path: string): string {
  return sep === '/' ? path : path.split(sep).join('/');
}

/** `serving/qwen.yaml` or `serving/qwen.dgdr.yaml` to `serving/qwen.dgd.yaml`: where the graph of a request belongs beside it. */
export function graphFileBeside(requestFile: string): string {
  const name = basename(requestFile).replace(/(\.dgdr)?\.(ya?ml|json)$/, '');
  return toSlashes(join(dirname(requestFile), `${name}.dgd.yaml`));
}
