import { basename, dirname, join, relative, resolve } from 'node:path';
import type { Finding } from '../../errors.ts';
import { foundBeside, namesIn } from '../../files/find-files.ts';
import { toSlashes } from '../../files/paths.ts';
import { fileOfSource, isThere, type Root } from '../../files/root.ts';
import { groupBy } from '../../group-by.ts';
import { GRAPH_FILE_LIMITS, readWanted } from '../../krm/read-wanted.ts';
import type { Resource } from '../../krm/resource.ts';
import { ENGINE, sourceFile } from '../../outputs/mark.ts';
import { fileInFolder, ownGraphOf, stemBeside, stemOf } from '../../outputs/outputs.ts';
import type { RenderedGraph } from '../../render/render.ts';
import { toFindings } from '../cli/to-findings.ts';
import { STDIN_FILE } from '../read/read-input.ts';
import { filesBeside, filesOfFolder, type PlannedFile } from './planned-files.ts';

/** Where rendered files are kept: beside their requests, or in a folder. */
export interface Store {
  /** Folder that the names of planned files start at, as the user wrote it. */
  readonly root: string;
  /** Where that is, for people. */
  readonly where: string;
  /** What the requests are told apart by whose graphs may have one name; undefined where none may. */
  readonly scopeOf?: (request: Resource) => string;
  /** The files that hold the graphs there. Throws OUTPUT_CONFLICT and NAME_INVALID. */
  readonly plan: (graphs: readonly RenderedGraph[]) => PlannedFile[];
  /** Files that may hold graphs nobody requests any more; names relative to the working directory. */
  readonly candidates: (root: Root, inputs: readonly string[]) => readonly string[];
  /** Request files that a graph may come from, as far as they are there; undefined where that cannot be told. */
  readonly sources: (root: Root, graph: Resource) => readonly string[] | undefined;
}

const ANY = { isWanted: () => true, mention: '', limits: GRAPH_FILE_LIMITS };
const OURS = {
  isWanted: (object: Resource['object']) => ownGraphOf(object) !== undefined,
  mention: ENGINE,
  limits: GRAPH_FILE_LIMITS,
};

/** The files of a folder, which is read once. */
interface Listing {
  readonly files: readonly string[];
  /** By the stem of the files that their graphs are kept in. */
  readonly sources: ReadonlyMap<string, readonly string[]>;
}

/** Files beside the requests: what is left over stands where requests are looked for, or in their folders. */
export function storeBeside(): Store {
  const listings = new Map<string, Listing>();
  const list = (root: Root, folder: string): Listing => {
    const files = namesIn(folder, root).map((name) => toSlashes(join(folder, name)));
    return { files, sources: groupBy(files, stemOf) };
  };
  const listed = (root: Root, folder: string): Listing => {
    const listing = listings.get(folder) ?? list(root, folder);
    listings.set(folder, listing);
    return listing;
  };
  return {
    root: '.',
    where: 'beside the requests',
    scopeOf: ({ origin }) => dirname(origin.file),
    plan: filesBeside,
    candidates: (root, inputs) => {
      const folders = [...new Set(inputs.map((file) => dirname(file)))];
      const near = folders.flatMap((folder) => listed(root, folder).files);
      return [...new Set([...inputs, ...near])].filter((file) => stemBeside(file) !== undefined);
    },
    sources: (root, { object, origin: { file } }) => {
      const source = sourceFile(object);
      if (source === undefined || source === STDIN_FILE) return undefined;
      const stem = stemBeside(file);
      // Somebody keeps this graph elsewhere than beside its request.
      if (thereOf(source, root).some((one) => stemOf(one) !== stem)) return undefined;
      return stem === undefined ? [] : (listed(root, dirname(file)).sources.get(stem) ?? []);
    },
  };
}

/** The files of a folder, which hold a graph each; what stands deeper in it, or under other names, is not ours. */
export function storeOf(dir: string): Store {
  return {
    root: dir,
    where: `in ${dir}`,
    plan: filesOfFolder,
    candidates: (root) => {
      const { cwd } = root;
      const names = namesIn(dir, root).filter((name) => name.endsWith('.yaml'));
      return names.map((name) => toSlashes(relative(cwd, resolve(cwd, dir, name))));
    },
    sources: (root, { object, origin: { file } }) => {
      const source = sourceFile(object);
      const graph = ownGraphOf(object);
      if (source === undefined || source === STDIN_FILE || graph === undefined) return undefined;
      // Plain workloads may have a namespace that their graph does not name.
      const names = [graph, { name: graph.name }].map(fileInFolder);
      return names.includes(basename(file)) ? thereOf(source, root) : undefined;
    },
  };
}

/** The file that a source names where that is there; earlier releases named it from the working directory. */
function thereOf(source: string, root: Root): string[] {
  const file = fileOfSource(source, root);
  return [...new Set([file, source])].filter((one) => isThere(one, root)).slice(0, 1);
}

/** What could be read, and why the rest could not. */
export interface ReadBack<T> {
  readonly value: T;
  readonly findings: readonly Finding[];
}

/** The objects that a file holds; undefined where there is no such file. `file` is relative to the working directory. */
export function readCommitted(file: string, root: Root): ReadBack<readonly Resource[] | undefined> {
  if (!isThere(file, root)) return { value: undefined, findings: [] };
  return attempt(() => readAt(file, root, true));
}

function readAt(file: string, root: Root, isNamed: boolean): readonly { readonly resource: Resource }[] {
  const found = foundBeside(file, root, { isNamed });
  return found === undefined ? [] : readWanted(found, isNamed ? ANY : OURS);
}

/** Files of one run: those that were looked into, those of them with requests that failed, and those that are rendered. */
export interface FilesOfRun {
  readonly inputs: ReadonlySet<string>;
  readonly failed: ReadonlySet<string>;
  readonly planned: readonly string[];
}

/**
 * Graphs with our mark in files that no request is rendered to any more. A graph whose request was not looked at this
 * time, or failed, is left alone.
 */
export function findLeftOver(store: Store, { inputs, failed, planned }: FilesOfRun, root: Root): ReadBack<Resource[]> {
  // A file that failed as input has its findings already.
  const seen = new Set([...planned, ...failed]);
  const files = store.candidates(root, [...inputs]).filter((file) => !seen.has(file));
  const read = files.map((file) => attempt(() => readAt(file, root, false)));
  const isGone = (file: string): boolean => inputs.has(file) && !failed.has(file);
  return {
    value: read.flatMap(({ value }) => value.filter((graph) => store.sources(root, graph)?.every(isGone) === true)),
    findings: read.flatMap(({ findings }) => findings),
  };
}

/** The name of a planned file in findings: relative to the working directory. */
export function displayName(store: Store, name: string, { cwd }: Root): string {
  return toSlashes(relative(cwd, resolve(cwd, store.root, name)));
}

function attempt(read: () => readonly { readonly resource: Resource }[]): ReadBack<Resource[]> {
  try {
    return { value: read().map(({ resource }) => resource), findings: [] };
  } catch (error) {
    return { value: [], findings: toFindings(error) };
  }
}
