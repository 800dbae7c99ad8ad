import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import type { Finding } from '../../errors.ts';
import { groupBy } from '../../group-by.ts';
import { toSlashes } from '../../krm/paths.ts';
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
  /** The files that hold the graphs there. Throws OUTPUT_CONFLICT and NAME_INVALID. */
  readonly plan: (graphs: readonly RenderedGraph[]) => PlannedFile[];
  /** Files that may hold graphs nobody requests any more; names relative to the working directory. */
  readonly candidates: (cwd: string, inputs: readonly string[]) => readonly string[];
  /** Request files that a graph may come from, as far as they are there; undefined where that cannot be told. */
  readonly sources: (cwd: string, graph: Resource) => readonly string[] | undefined;
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
  const list = (cwd: string, folder: string): Listing => {
    const files = namesIn(cwd, folder).map((name) => toSlashes(join(folder, name)));
    return { files, sources: groupBy(files, stemOf) };
  };
  const listed = (cwd: string, folder: string): Listing => {
    const listing = listings.get(folder) ?? list(cwd, folder);
    listings.set(folder, listing);
    return listing;
  };
  return {
    root: '.',
    where: 'beside the requests',
    plan: filesBeside,
    candidates: (cwd, inputs) => {
      const folders = [...new Set(inputs.map((file) => dirname(file)))];
      const near = folders.flatMap((folder) => listed(cwd, folder).files);
      return [...new Set([...inputs, ...near])].filter((file) => stemBeside(file) !== undefined);
    },
    sources: (cwd, { object, origin: { file } }) => {
      const source = sourceFile(object);
      if (source === undefined || source === STDIN_FILE) return undefined;
      const stem = stemBeside(file);
      // Somebody keeps this graph elsewhere than beside its request.
      if (stemOf(source) !== stem && existsSync(resolve(cwd, source))) return undefined;
      return stem === undefined ? [] : (listed(cwd, dirname(file)).sources.get(stem) ?? []);
    },
  };
}

/** The files of a folder, which hold a graph each; what stands deeper in it, or under other names, is not ours. */
export function storeOf(dir: string): Store {
  return {
    root: dir,
    where: `in ${dir}`,
    plan: filesOfFolder,
    candidates: (cwd) => {
      const names = namesIn(cwd, dir).filter((name) => name.endsWith('.yaml'));
      return names.map((name) => toSlashes(relative(cwd, resolve(cwd, dir, name))));
    },
    sources: (cwd, { object, origin: { file } }) => {
      const source = sourceFile(object);
      const graph = ownGraphOf(object);
      if (source === undefined || source === STDIN_FILE || graph === undefined) return undefined;
      if (basename(file) !== fileInFolder(graph)) return undefined;
      return existsSync(resolve(cwd, source)) ? [source] : [];
    },
  };
}

/** What could be read, and why the rest could not. */
export interface ReadBack<T> {
  readonly value: T;
  readonly findings: readonly Finding[];
}

/** The objects that a file holds; undefined where there is no such file. `file` is relative to the working directory. */
export function readCommitted(file: string, cwd: string): ReadBack<readonly Resource[] | undefined> {
  const absolute = resolve(cwd, file);
  if (statSync(absolute, { throwIfNoEntry: false }) === undefined) return { value: undefined, findings: [] };
  return attempt(() => readWanted({ absolute, file, isNamed: true }, ANY));
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
export function findLeftOver(store: Store, { inputs, failed, planned }: FilesOfRun, cwd: string): ReadBack<Resource[]> {
  // A file that failed as input has its findings already.
  const seen = new Set([...planned, ...failed]);
  const files = store.candidates(cwd, [...inputs]).filter((file) => !seen.has(file));
  const read = files.map((file) =>
    attempt(() => readWanted({ absolute: resolve(cwd, file), file, isNamed: false }, OURS)),
  );
  const isGone = (file: string): boolean => inputs.has(file) && !failed.has(file);
  return {
    value: read.flatMap(({ value }) => value.filter((graph) => store.sources(cwd, graph)?.every(isGone) === true)),
    findings: read.flatMap(({ findings }) => findings),
  };
}

/** The name of a planned file in findings: relative to the working directory. */
export function displayName({ root }: Store, name: string, cwd: string): string {
  return toSlashes(relative(cwd, resolve(cwd, root, name)));
}

function attempt(read: () => readonly { readonly resource: Resource }[]): ReadBack<Resource[]> {
  try {
    return { value: read().map(({ resource }) => resource), findings: [] };
  } catch (error) {
    return { value: [], findings: toFindings(error) };
  }
}

/** Names of the files of a folder; none where a folder may be entered but not listed. */
export function namesIn(cwd: string, folder: string): string[] {
  try {
    const entries = readdirSync(resolve(cwd, folder), { withFileTypes: true });
    const files = entries.filter((entry) => !entry.isDirectory());
    return files.map(({ name }) => name).sort();
  } catch (error) {
    if (error instanceof Error && 'code' in error) return [];
    throw error;
  }
}
