import { dirname, join, relative, resolve } from 'node:path';
import { type Origin, RenderError } from '../../errors.ts';
import { readFile } from '../../files/read-file.ts';
import { lookAt, type Root } from '../../files/root.ts';
import { isObject, type Json, type JsonObject } from '../../json.ts';
import { itemsOf } from '../../krm/list-items.ts';
import { composeDocument, decodeUtf8, parseStream, REQUEST_LIMITS, STREAM_LIMITS } from '../../krm/parse-yaml.ts';
import type { Resource } from '../../krm/resource.ts';
import { findKustomization } from '../read/kustomize-build.ts';

/** What a kustomization lists things as; functions are started for all but the first. */
type Role = 'resources' | 'generators' | 'transformers' | 'validators';

/** A resource as a kustomization lists it. */
export interface Listed {
  readonly role: Role;
  /** Absolute folder of the kustomization: functions start there, and relative programs are looked up there. */
  readonly folder: string;
  /** Absolute folder of the file that holds the resource. */
  readonly home: string;
  readonly resource: Resource;
}

/** Everything that a build of a folder reads and that concerns functions. */
export interface Tree {
  readonly listed: readonly Listed[];
  /** False where a build may meet functions that are not listed: in other repositories, or made by the build itself. */
  readonly isComplete: boolean;
}

/** Fields of a kustomization that name files and folders (kustomize v5.7.1, api/types/kustomization.go). */
const FIELDS: Readonly<Record<string, Role>> = {
  resources: 'resources',
  bases: 'resources',
  components: 'resources',
  generators: 'generators',
  transformers: 'transformers',
  validators: 'validators',
};
/** Fields that leave configs of a folder as they are written. */
const HARMLESS = ['apiVersion', 'kind', 'metadata', 'resources', 'bases'];
/** Files of resources without one of these words hold nothing of ours. */
const CONCERNS_US = /DynamoGraphDeploymentRequest|dgdr-render\.dev/;

/** Reads the kustomization of a folder and of every folder that it leads to. Throws INPUT_NOT_FOUND without one. */
export function readTree(folder: string, root: Root): Tree {
  if (findKustomization(folder) === undefined) {
    const message = `there is no kustomization in ${relative(root.cwd, folder) || '.'}`;
    throw new RenderError('INPUT_NOT_FOUND', { message, hint: 'name the folder that is built' });
  }
  return readFolder(folder, { root, seen: new Set() });
}

interface Reading {
  readonly root: Root;
  /** What was read: each kustomization once, since a circle is kustomize's to refuse. */
  readonly seen: Set<string>;
}

type Where = Pick<Listed, 'role' | 'folder'>;

const NOTHING: Tree = { listed: [], isComplete: true };
const UNKNOWN: Tree = { listed: [], isComplete: false };

function all(trees: readonly Tree[]): Tree {
  return { listed: trees.flatMap(({ listed }) => listed), isComplete: trees.every(({ isComplete }) => isComplete) };
}

/** Everything that the kustomization of a folder lists. */
function readFolder(folder: string, reading: Reading): Tree {
  const { path } = at(folder, reading);
  if (path === undefined) return UNKNOWN;
  if (isSeen(path, reading)) return NOTHING;
  const kustomization = readKustomization(folder, reading);
  if (kustomization === undefined) return UNKNOWN;
  const trees = Object.entries(FIELDS).flatMap(([field, role]) =>
    entriesOf(kustomization.object[field]).map((entry, i) =>
      role === 'resources'
        ? readResource(folder, entry, reading)
        : readConfig({ role, folder }, { entry, place: kustomization.locate(`${field}[${i}]`) }, reading),
    ),
  );
  return all(trees);
}

function isSeen(key: string, { seen }: Reading): boolean {
  if (seen.has(key)) return true;
  seen.add(key);
  return false;
}

function readKustomization(folder: string, reading: Reading): Resource | undefined {
  const name = findKustomization(folder);
  return name === undefined ? undefined : readResources(join(folder, name), reading)?.[0];
}

function readResource(folder: string, entry: string, reading: Reading): Tree {
  const path = resolve(folder, entry);
  const { stat } = at(path, reading);
  if (stat?.isDirectory()) return readFolder(path, reading);
  return stat === undefined ? UNKNOWN : list({ role: 'resources', folder }, path, reading);
}

interface Entry {
  readonly entry: string;
  readonly place: Origin;
}

/** An entry of generators and the like: a resource written out, a file, or a folder whose resources are the configs. */
function readConfig(where: Where, { entry, place }: Entry, reading: Reading): Tree {
  const written = writtenOut(entry, place);
  if (written !== undefined) return { ...NOTHING, listed: [{ ...where, home: where.folder, resource: written }] };
  const path = resolve(where.folder, entry);
  const { stat } = at(path, reading);
  if (stat?.isDirectory()) return readConfigFolder(where, path, reading);
  return stat === undefined ? UNKNOWN : list(where, path, reading);
}

function readConfigFolder(where: Where, path: string, reading: Reading): Tree {
  const real = at(path, reading).path ?? path;
  if (isSeen([where.role, where.folder, real].join('\n'), reading)) return NOTHING;
  const kustomization = readKustomization(path, reading);
  if (kustomization === undefined) return UNKNOWN;
  const { object } = kustomization;
  const trees = ['resources', 'bases'].flatMap((field) =>
    entriesOf(object[field]).map((entry, i) => {
      const inside = { entry: join(path, entry), place: kustomization.locate(`${field}[${i}]`) };
      return readConfig(where, inside, reading);
    }),
  );
  const isPlain = Object.keys(object).every((field) => HARMLESS.includes(field));
  return all([...trees, isPlain ? NOTHING : UNKNOWN]);
}

function list(where: Where, path: string, reading: Reading): Tree {
  const resources = readResources(path, reading, where.role === 'resources' ? CONCERNS_US : undefined);
  if (resources === undefined) return UNKNOWN;
  return { ...NOTHING, listed: resources.map((resource) => ({ ...where, home: dirname(path), resource })) };
}

/** The resources of a file; undefined where it cannot be read, about which kustomize will complain. */
function readResources(path: string, { root }: Reading, concernsUs = /^/): Resource[] | undefined {
  try {
    const found = lookAt(path, root);
    const bytes = found.path === undefined ? undefined : readFile(found.path, STREAM_LIMITS.bytes)?.bytes;
    if (bytes === undefined) return undefined;
    const text = decodeUtf8(bytes, path, root.budget);
    if (!concernsUs.test(text)) return [];
    const options = { file: relative(root.cwd, path), limits: STREAM_LIMITS, budget: root.budget };
    const documents = parseStream(text, options);
    return documents.flatMap(({ resource }) => (resource === undefined ? [] : (itemsOf(resource) ?? [resource])));
  } catch (error) {
    if (error instanceof RenderError || (error instanceof Error && 'code' in error)) return undefined;
    throw error;
  }
}

/** What a build may read at a path, which is nothing where that leads out of the root. */
function at(path: string, { root }: Reading): Partial<ReturnType<typeof lookAt>> {
  try {
    return lookAt(path, root);
  } catch (error) {
    if (error instanceof RenderError) return {};
    throw error;
  }
}

function entriesOf(list: Json | undefined): string[] {
  return Array.isArray(list) ? list.filter((entry) => typeof entry === 'string') : [];
}

/** A config that stands in the kustomization itself, with the lines of that file where it is a block. */
function writtenOut(entry: string, { file, line = 1 }: Origin): Resource | undefined {
  if (!entry.includes(':')) return undefined;
  const origin = { file, index: 0, line: line + (entry.includes('\n') ? 1 : 0) };
  try {
    const composed = composeDocument(entry, origin, { limits: REQUEST_LIMITS });
    return composed && isObject(composed.value) && isResource(composed.value)
      ? { ...composed, object: composed.value, source: file }
      : undefined;
  } catch (error) {
    if (error instanceof RenderError) return undefined;
    throw error;
  }
}

function isResource({ kind, apiVersion }: JsonObject): boolean {
  return typeof kind === 'string' && typeof apiVersion === 'string';
}
