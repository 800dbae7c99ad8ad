import { lstatSync, type Stats } from 'node:fs';
import { basename, dirname, join, normalize, relative, resolve, sep } from 'node:path';
import { RenderError } from '../errors.ts';
import { type Budget, newBudget } from './budget.ts';
import { isInside, reach, realPath, toSlashes } from './paths.ts';

declare const RESOLVED: unique symbol;
/** An absolute path with its links resolved that was found where it may be read. Only this module makes one. */
export type ReadablePath = string & { readonly [RESOLVED]: 'reading' };
/** An absolute path, the links of its folders resolved, where something may be written. Only this module makes one. */
export type WritablePath = string & { readonly [RESOLVED]: 'writing' };

/** A folder that is not left, and where it is once its links are resolved. */
interface Place {
  readonly folder: string;
  readonly real: string;
}

/** What a call may read and write. Every path of it is resolved by one of these. */
export interface Root {
  /** Absolute; relative paths start here, and findings name files from here. */
  readonly cwd: string;
  /** Absolute; `dgdr-render.dev/source` names files from here. */
  readonly top: string;
  /** Everything stays in one of these, links resolved: the working directory, and what is named beside it. */
  readonly places: readonly Place[];
  /** Where requests may be links to as well; undefined where they stay like everything else. */
  readonly linked: string | undefined;
  /** Whether paths are the words of a user who may name what is in none of the places. */
  readonly isFree: boolean;
  /** How much of it may be read, whoever reads. */
  readonly budget: Budget;
}

/**
 * The root of a command line, and of hooks: the top of the Git work tree of the working directory, else that itself.
 * `named` are paths, folders and globs of the call; what is found there stays there.
 */
export function commandLineRoot(cwd: string, named: readonly string[] = []): Root {
  const top = workTreeOf(cwd) ?? cwd;
  const others = named.map((name) => resolve(cwd, name)).filter((path) => !isInside(path, cwd));
  const places = [cwd, ...others.map(folderOf)].map(toPlace);
  return { cwd, top, places, linked: realPath(top), isFree: true, budget: newBudget() };
}

/** The root of a KRM function: the working directory that its host gives it. */
export function functionRoot(cwd: string): Root {
  return { cwd, top: cwd, places: [toPlace(cwd)], linked: undefined, isFree: false, budget: newBudget() };
}

/**
 * The root of a build of a folder, whose kustomization may name others: the Git work tree of the folder, without one the
 * working directory and the folder itself. Nothing else is read, whoever names it.
 */
export function buildRoot(cwd: string, folder: string): Root {
  const top = workTreeOf(folder);
  return { ...functionRoot(cwd), places: (top === undefined ? [cwd, folder] : [top]).map(toPlace) };
}

/** The root of project files, and of what they name: all of the tree, and whatever is named outside of it. */
export function projectRoot(root: Root): Root {
  return { ...root, places: [toPlace(root.top), ...root.places], linked: undefined, isFree: false };
}

/** The root of what Git keeps, which lies where a repository and its links say. Relative paths start at a folder. */
export function gitRoot(folder: string): Root {
  return { ...functionRoot(folder), places: [], isFree: true };
}

/**
 * The root of a copy of a revision, whose top is `top`: as that of a command line, but what lies outside of the copy is not
 * read, whoever names it. `cwd` is the folder of the copy that the call is about; `named` are its paths, folders and globs.
 */
export function copyRoot(top: string, cwd: string, named: readonly string[]): Root {
  const real = realPath(top);
  const { places, budget } = commandLineRoot(cwd, named);
  return {
    cwd,
    top,
    places: places.filter((place) => isInside(place.real, real)),
    linked: real,
    isFree: false,
    budget,
  };
}

/**
 * The root of an application of Argo CD, which runs in the application's folder of a copy of the repository.
 * `sourcePath` is that folder as Argo CD names it (ARGOCD_APP_SOURCE_PATH).
 */
export function argocdRoot(cwd: string, sourcePath = ''): Root {
  const end = `${sep}${normalize(sourcePath).replace(/[/\\]+$/, '')}`;
  const top = cwd.endsWith(end) ? cwd.slice(0, -end.length) || sep : cwd;
  return { ...functionRoot(cwd), top };
}

/** A file of a `.git` is what a linked work tree has. */
function workTreeOf(folder: string): string | undefined {
  if (reach(join(folder, '.git')).stat !== undefined) return folder;
  const above = dirname(folder);
  return above === folder ? undefined : workTreeOf(above);
}

/** The folder that a named path is, or that what is named is in: of a glob, or of what is to be made, as much as is there. */
function folderOf(path: string): string {
  return reach(path).stat?.isDirectory() === true || dirname(path) === path ? path : folderOf(dirname(path));
}

function toPlace(folder: string): Place {
  return { folder, real: realPath(folder) };
}

/** What a file is read as: only requests may be links to other places of the root. */
export type Use = 'request' | 'other';

/** Something that may be read. */
export interface Reached {
  readonly path: ReadablePath;
  readonly stat: Stats;
}

/** Nothing, and the system's word for why. */
interface Missing {
  readonly path?: undefined;
  readonly stat?: undefined;
  readonly reason: string | undefined;
}

/**
 * What is at a path that somebody named, or why nothing is. Throws PATH_OUTSIDE_ROOT where it leads out of the root;
 * what a user names outside of it is taken at their word.
 */
export function lookAt(name: string, root: Root, use: Use = 'other'): Reached | Missing {
  const absolute = resolve(root.cwd, name);
  const place = placeOf(absolute, root);
  if (place === undefined && !root.isFree) throw leadsOut(name, root);
  const { stat, reason } = reach(absolute);
  if (stat === undefined) return { reason };
  const path = realPath(absolute);
  if (place !== undefined && !mayBe(path, place, use === 'request' ? root.linked : undefined))
    throw leadsOut(name, root);
  return { path: path as ReadablePath, stat };
}

/**
 * A file at a place where one may be, such as a lock beside a request; undefined where there is none. `file` is relative
 * to the working directory. Throws PATH_OUTSIDE_ROOT where a link leads out, INPUT_NOT_FOUND where it leads nowhere.
 */
export function findBeside(file: string, root: Root, use: Use = 'other'): Reached | undefined {
  const absolute = resolve(root.cwd, file);
  const link = linkAt(absolute);
  if (link === undefined) return undefined;
  const origin = { file, index: 0 };
  const place = placeOf(absolute, root) ?? (root.isFree ? toPlace(dirname(absolute)) : undefined);
  if (place === undefined) throw new RenderError('PATH_OUTSIDE_ROOT', { ...wordsOfLink(root), origin });
  const { stat, reason = 'ENOENT' } = reach(absolute);
  if (stat === undefined) {
    throw new RenderError('INPUT_NOT_FOUND', { message: `the link leads to nothing: ${reason}`, origin });
  }
  const path = realPath(absolute);
  if (mayBe(path, place, use === 'request' ? root.linked : undefined)) return { path: path as ReadablePath, stat };
  throw new RenderError('PATH_OUTSIDE_ROOT', { ...wordsOfLink(root), origin });
}

/**
 * Where a file is written. Throws PATH_OUTSIDE_ROOT where a link of a folder leads out of the root; a folder outside has
 * to be named. A link that is the file itself gives way to what is written.
 */
export function outputPath(name: string, root: Root): WritablePath {
  const absolute = resolve(root.cwd, name);
  const folder = dirname(absolute);
  const there = existingPart(folder);
  const real = realPath(there);
  const place = placeOf(absolute, root);
  if (place === undefined ? !root.isFree : !isInside(real, place.real)) {
    throw new RenderError('PATH_OUTSIDE_ROOT', {
      message: `a link leads from ${folder} to a folder outside of ${place?.folder ?? root.cwd}`,
      hint: 'name the folder that it leads to',
    });
  }
  return join(real, relative(there, folder), basename(absolute)) as WritablePath;
}

/** Where a file is written that may be a link to another: that one, unless it leads out (PATH_OUTSIDE_ROOT) or nowhere. */
export function outputThrough(name: string, root: Root): WritablePath {
  const absolute = resolve(root.cwd, name);
  const path = outputPath(name, root);
  if (linkAt(absolute)?.isSymbolicLink() !== true || reach(absolute).stat === undefined) return path;
  const real = realPath(absolute);
  const place = placeOf(absolute, root);
  if (place === undefined || isInside(real, place.real)) return real as WritablePath;
  throw leadsOut(name, root);
}

/** A file of the root as `dgdr-render.dev/source` names it; `file` is relative to the working directory. */
export function sourceOf(file: string, { cwd, top }: Root): string {
  return toSlashes(relative(top, resolve(cwd, file)));
}

/** The file that a `dgdr-render.dev/source` means, relative to the working directory. */
export function fileOfSource(source: string, { cwd, top }: Root): string {
  return toSlashes(relative(cwd, resolve(top, source)));
}

/** Whether there is anything at a path, wherever a link leads. `file` is relative to the working directory. */
export function isThere(file: string, { cwd }: Root): boolean {
  return reach(resolve(cwd, file)).stat !== undefined;
}

/** The folder that what is at a path stays in: the place that has it, else its own folder. */
export function placeFolder(file: string, root: Root): string {
  const absolute = resolve(root.cwd, file);
  return placeOf(absolute, root)?.folder ?? dirname(absolute);
}

/** Whether a path is where something may be read. */
export function isWithin(file: string, root: Root): boolean {
  return placeOf(resolve(root.cwd, file), root) !== undefined;
}

function placeOf(absolute: string, { places }: Root): Place | undefined {
  return places.find(({ folder }) => isInside(absolute, folder));
}

function mayBe(real: string, place: Place, linked: string | undefined): boolean {
  return isInside(real, place.real) || (linked !== undefined && isInside(real, linked));
}

/** What is at a path itself, be it a link; undefined where that cannot be told. */
function linkAt(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
}

/** The part of a path that is there. */
function existingPart(path: string): string {
  const above = dirname(path);
  return reach(path).stat !== undefined || above === path ? path : existingPart(above);
}

/** What is said of a path that leads out of the root. */
export function leadsOut(name: string, root: Root): RenderError {
  return new RenderError('PATH_OUTSIDE_ROOT', {
    message: `${name} leads out of the folder that may be read`,
    hint: `move the file below ${root.cwd}`,
  });
}

function wordsOfLink({ cwd }: Root): { readonly message: string; readonly hint: string } {
  return { message: 'the link leads out of the folder that may be read', hint: `put the file itself below ${cwd}` };
}
