import { dirname, join, relative, resolve } from 'node:path';
import { type Origin, RenderError } from '../../errors.ts';
import { findOne } from '../../files/find-files.ts';
import { reach, realPath } from '../../files/paths.ts';
import { readFile } from '../../files/read-file.ts';
import { isWithin, projectRoot, type Root } from '../../files/root.ts';
import { isObject, type Json, type JsonObject } from '../../json.ts';
import {
  decodeUtf8,
  parseStream,
  REQUEST_LIMITS,
  requireSize,
  STREAM_LIMITS,
  type YamlLimits,
} from '../../krm/parse-yaml.ts';
import type { Resource } from '../../krm/resource.ts';
import { quote } from '../../words.ts';
import { findKustomization } from '../read/kustomize-build.ts';

/** How kustomize reads a field: */
type Reading =
  /** files of resources, and folders and repositories with a kustomization of their own; */
  | 'resources'
  /** the same, holding configs of generators and transformers, or such configs as text; */
  | 'configs'
  /** files, which may be addresses, in fields or texts of these names; */
  | 'files'
  /** charts, which helm fetches; */
  | 'charts';

/**
 * Fields of a kustomization that may name what is elsewhere (kustomize v5.7.1, api/types/kustomization.go and api/loader),
 * in small letters. All others are values, which nothing is loaded by.
 */
const FIELDS: Readonly<Record<string, Reading>> = {
  resources: 'resources',
  bases: 'resources',
  components: 'resources',
  generators: 'configs',
  transformers: 'configs',
  validators: 'configs',
  crds: 'files',
  configurations: 'files',
  openapi: 'files',
  patches: 'files',
  patchesstrategicmerge: 'files',
  patchesjson6902: 'files',
  replacements: 'files',
  configmapgenerator: 'files',
  secretgenerator: 'files',
  helmcharts: 'charts',
  helmchartinflationgenerator: 'charts',
};
/** Where objects of such fields, and configs of what is built into kustomize, name files. */
const FILE_FIELDS = ['path', 'paths', 'files', 'env', 'envs', 'replacements'];
/** Fields that leave configs of a folder as they are written; with any other a build could put addresses together. */
const HARMLESS = ['apiversion', 'kind', 'metadata', 'resources', 'bases'];
/** What kustomize takes for an address: a scheme, a user or a host before the first slash, or what it knows by name. */
const REMOTE = /^[^/]*:|:\/\/|^\s*[a-z][a-z0-9-]*@[^/]*\/|^\s*github\.com\//i;

/** An application as it is looked through. */
interface Search {
  /** All of the copy of the repository, its links resolved, as kustomize has them; nothing outside is read or built. */
  readonly root: Root;
  /** Folders that were looked into, and as what. */
  readonly seen: Set<string>;
}

/**
 * Looks through the kustomization of an application's folder, and all that it leads to, before kustomize does. @throws
 * RenderError REMOTE_REFUSED where something is not in the repository, PATH_OUTSIDE_ROOT where a file or folder is outside
 * of the copy that Argo CD made of it, and what reading a kustomization comes to
 */
export function refuseRemote(application: Root): void {
  const cwd = realPath(application.cwd);
  const root = projectRoot({ ...application, cwd, top: realPath(application.top) });
  searchFolder(cwd, false, { root, seen: new Set() });
}

function searchFolder(folder: string, isOfConfigs: boolean, search: Search): void {
  const key = `${isOfConfigs} ${folder}`;
  const name = findKustomization(folder);
  if (search.seen.has(key) || name === undefined) return;
  search.seen.add(key);
  const path = join(folder, name);
  for (const kustomization of readObjects(path, REQUEST_LIMITS, search)) {
    for (const [field, value] of Object.entries(kustomization.object)) {
      const at = { field, kustomization, folder, search };
      if (isOfConfigs && !HARMLESS.includes(foldCase(field))) throw refused(at, 'changes what generators are made of');
      searchField(value, isOfConfigs ? 'configs' : FIELDS[foldCase(field)], at);
    }
  }
}

/** Where something is named. */
interface Place {
  readonly field: string;
  readonly kustomization: Resource;
  readonly folder: string;
  readonly search: Search;
}

function searchField(value: Json, reading: Reading | undefined, at: Place): void {
  if (reading === 'charts' && value !== null) throw refused(at, 'names charts');
  if (reading === 'files') searchFiles(value, at);
  if (reading !== 'resources' && reading !== 'configs') return;
  for (const text of textsOf(value)) {
    const isInline = reading === 'configs' && /[\n{]/.test(text);
    if (isInline)
      for (const one of parseObjects(text, at.kustomization.origin, at.search)) searchConfig(one.object, at);
    else searchNamed(text, reading, at);
  }
}

function searchNamed(text: string, reading: Reading, at: Place): void {
  requireLocal(text, at);
  const path = resolve(at.folder, text);
  const { stat } = reach(path);
  const isFolder = stat?.isDirectory() === true;
  const isConfig = stat?.isFile() === true && reading === 'configs';
  if (!isFolder && !isConfig) return;
  const real = realPath(path);
  if (!isWithin(real, at.search.root)) throw outside(text, at);
  if (isFolder) searchFolder(real, reading === 'configs', at.search);
  else searchConfigs(path, at);
}

function searchConfigs(path: string, at: Place): void {
  for (const { object } of readObjects(path, STREAM_LIMITS, at.search)) {
    searchConfig(object, { ...at, folder: dirname(path) });
  }
}

/** Configs of what is built in load files; others need plugins, which are off. */
function searchConfig(config: JsonObject, at: Place): void {
  if (config.apiVersion !== 'builtin') return;
  if (foldCase(String(config.kind)).startsWith('helm')) throw refused(at, 'names charts');
  searchFiles(config, at);
}

/** Texts themselves, and those in fields for files; everything else of an object is values. */
function searchFiles(value: Json, at: Place): void {
  if (typeof value === 'string') {
    // A file may have the key that it is put under before it.
    for (const text of [value, value.slice(value.indexOf('=') + 1)]) if (!isInlinePatch(text)) requireLocal(text, at);
  } else if (Array.isArray(value)) {
    for (const one of value) searchFiles(one, at);
  } else if (isObject(value)) {
    for (const [field, one] of Object.entries(value)) if (FILE_FIELDS.includes(foldCase(field))) searchFiles(one, at);
  }
}

/** Patches may stand where files are named; an address is one line. */
function isInlinePatch(text: string): boolean {
  return text.trim().includes('\n') || /^\s*[[{]/.test(text);
}

function textsOf(value: Json): string[] {
  if (Array.isArray(value)) return value.flatMap(textsOf);
  return typeof value === 'string' ? [value] : [];
}

function requireLocal(text: string, at: Place): void {
  if (REMOTE.test(text)) throw refused(at, `names ${quote(text)}`);
}

/** Fields are found whatever the case of their letters, as the JSON of Go folds it: also a long s and the sign of kelvin. */
function foldCase(field: string): string {
  return field.toUpperCase().toLowerCase();
}

function readObjects(path: string, limits: YamlLimits, search: Search): Resource[] {
  const { root } = search;
  const origin = { file: relative(root.cwd, path), index: 0 };
  const { bytes = Buffer.alloc(0), size = 0 } = readFile(findOne(origin.file, root).path, limits.bytes) ?? {};
  requireSize(size, limits, origin);
  return parseObjects(decodeUtf8(bytes, origin.file, root.budget), origin, { root, limits });
}

interface Parsing extends Pick<Search, 'root'> {
  readonly limits?: YamlLimits;
}

function parseObjects(text: string, { file }: Origin, { root, limits = REQUEST_LIMITS }: Parsing): Resource[] {
  return parseStream(text, { file, limits, budget: root.budget }).flatMap(({ resource }) =>
    resource === undefined ? [] : [resource],
  );
}

function refused({ field, kustomization }: Place, what: string): RenderError {
  return new RenderError('REMOTE_REFUSED', {
    path: field,
    message: `the kustomization ${what}, and nothing is fetched here`,
    hint: 'copy it into the repository; who runs the sidecar may allow it with argocd generate --allow-remote',
    origin: kustomization.locate(field),
  });
}

function outside(text: string, { field, kustomization }: Place): RenderError {
  return new RenderError('PATH_OUTSIDE_ROOT', {
    path: field,
    message: `${quote(text)} leads out of the repository`,
    origin: kustomization.locate(field),
  });
}
