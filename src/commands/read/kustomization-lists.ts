import { basename, dirname, join, relative, resolve } from 'node:path';
import { RenderError } from '../../errors.ts';
import { type FoundFile, foundBeside } from '../../files/find-files.ts';
import { toSlashes } from '../../files/paths.ts';
import { placeFolder, type Root } from '../../files/root.ts';
import { isObject, type Json, type JsonObject } from '../../json.ts';
import { parseWanted, readMentioning } from '../../krm/read-wanted.ts';
import { KUSTOMIZATIONS } from './kustomize-build.ts';

/** Fields of a kustomization whose files are parts or settings of a build (kustomize v5.7.1, api/types/kustomization.go). */
const FIELDS = [
  'patches',
  'patchesStrategicMerge',
  'patchesJson6902',
  'components',
  'configurations',
  'transformers',
  'generators',
] as const;
const ANY = { isWanted: () => true, mention: '' };
const MENTION = new RegExp(FIELDS.join('|'));

/**
 * Tells whether a kustomization lists a file in one of those fields, itself or with its folder: one in the
 * folder of any of the files, or above it. They are read when the first file is asked about.
 */
export function listedByKustomizations(files: readonly FoundFile[], root: Root): (file: FoundFile) => boolean {
  let listed: ReadonlySet<string> | undefined;
  return ({ file }) => {
    listed ??= new Set(kustomizationsOf(files, root).flatMap((one) => entriesOf(one, root)));
    return isWithin(resolve(root.cwd, file), listed);
  };
}

/** Whether a path or a folder above it is in a set. */
function isWithin(path: string, set: ReadonlySet<string>): boolean {
  const above = dirname(path);
  return set.has(path) || (above !== path && isWithin(above, set));
}

/** Those among the files, and those of every folder between a file and the end of the place that it was found in. */
function kustomizationsOf(files: readonly FoundFile[], root: Root): FoundFile[] {
  const folders = new Set(files.flatMap(({ file }) => foldersAbove(file, root)));
  const names = [...folders].flatMap((folder) => KUSTOMIZATIONS.map((name) => toSlashes(join(folder, name))));
  return names.flatMap((name) => attempt(() => [foundBeside(name, root, { isNamed: true }) ?? []].flat()));
}

function foldersAbove(file: string, root: Root): string[] {
  const last = placeFolder(file, root);
  const folders: string[] = [];
  for (let folder = dirname(resolve(root.cwd, file)); ; folder = dirname(folder)) {
    folders.push(relative(root.cwd, folder));
    if (folder === last || folder === dirname(folder)) return folders;
  }
}

/** Absolute paths of the files and folders that a kustomization lists; what is written out in it is none. */
function entriesOf(kustomization: FoundFile, { cwd }: Root): string[] {
  const [document] = attempt(() => {
    const text = readMentioning(kustomization, ANY) ?? '';
    return MENTION.test(text) ? parseWanted(text, kustomization, ANY) : [];
  });
  if (document === undefined) return [];
  const folder = resolve(cwd, dirname(kustomization.file));
  const { object } = document.resource;
  return FIELDS.flatMap((field) => pathsOf(object[field]).map((path) => resolve(folder, path)));
}

function pathsOf(entries: JsonObject[string] | undefined): string[] {
  if (!Array.isArray(entries)) return [];
  return entries.flatMap((entry: Json) => {
    const path = isObject(entry) ? entry.path : entry;
    return typeof path === 'string' && path !== '' && !path.includes('\n') ? [path] : [];
  });
}

/** Whether a file is a kustomization by its name; none is a request. */
export function isKustomization(file: string): boolean {
  return KUSTOMIZATIONS.some((name) => name === basename(file));
}

/** kustomize is who says what is wrong with a kustomization. */
function attempt<T>(read: () => readonly T[]): readonly T[] {
  try {
    return read();
  } catch (error) {
    if (error instanceof RenderError) return [];
    throw error;
  }
}
