import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RenderError } from '../errors.ts';
import type { Json } from '../json.ts';
import type { Backend } from '../serving.ts';
import { corrupt } from './codec.ts';
import { hashOf, type PackEntry, type PerfIndex, parseIndex } from './index-file.ts';
import { type ModelFacts, parseModels } from './models.ts';
import { once } from './once.ts';
import { inflate, openPack, type Pack, type Table } from './pack.ts';
import { parseSupport, type SupportMatrix } from './support.ts';
import { parseSystems, type SystemSpec } from './systems.ts';

export type { Slice, Table } from './pack.ts';
export type { SystemSpec } from './systems.ts';

/** Name under which the collectives of a system are packed and asked for. */
const NCCL = 'nccl';

/** The measured tables of one backend on one system, at the version the reference takes by default. */
export interface PerfDatabase {
  readonly system: string;
  readonly backend: Backend;
  readonly version: string;
  /** A table by name, such as `gemm` or `nccl`; undefined when nothing was measured. */
  table(name: string): Table | undefined;
  /** What `make` gives for an owner, made once and kept as long as the database: what is worked out from its tables. */
  derived<T>(owner: object, make: () => T): T;
}

/** A folder of packs, made from one release. Everything in it is read on first use. */
export interface PerfData {
  readonly root: string;
  /** Release of aiconfigurator the data comes from. */
  readonly release: string;
  readonly index: PerfIndex;
  readonly systems: Readonly<Record<string, SystemSpec>>;
  database(system: string, backend: Backend): PerfDatabase | undefined;
  /** The same, opened anew and not kept: what is read for a single look goes when that is done. */
  glance(system: string, backend: Backend): PerfDatabase | undefined;
  models(): ModelFacts;
  support(): SupportMatrix;
}

function readBytes(root: string, name: string): Buffer {
  try {
    return readFileSync(join(root, name));
  } catch (error) {
    throw new RenderError('INPUT_NOT_FOUND', {
      message: `no measured data: cannot read ${name} (${String((error as NodeJS.ErrnoException).code)})`,
      hint: 'reinstall the package, or make the data with `dgdr-render perfdb import`',
    });
  }
}

/** A file as it was made; PERFDB_INVALID where so much as a bit of it is another one. */
function readChecked(root: string, name: string, { files }: PerfIndex): Buffer {
  const bytes = readBytes(root, name);
  if (hashOf(bytes) !== files[name]) throw corrupt(`${name} is not the file that index.json was made with`);
  return bytes;
}

function parseJson(bytes: Buffer, name: string): Json {
  try {
    return JSON.parse(bytes.toString('utf8')) as Json;
  } catch {
    throw corrupt(`${name} is not JSON`);
  }
}

/** Opens a pack and makes sure that it is the one the index means. */
function openEntry(root: string, entry: PackEntry, index: PerfIndex): Pack {
  readChecked(root, entry.file, index);
  const pack = openPack(join(root, entry.file));
  const { system, backend, version } = pack.header;
  if (system !== entry.system || backend !== entry.backend || version !== entry.version) {
    throw corrupt(`${entry.file} is the pack of ${system}, ${backend} ${version}`);
  }
  return pack;
}

function openDatabase(
  { root, index }: { readonly root: string; readonly index: PerfIndex },
  backend: Backend,
  { own: entry, nccl: ncclEntry }: { readonly own: PackEntry; readonly nccl: PackEntry | undefined },
): PerfDatabase {
  const made = new Map<object, unknown>();
  const pack = once(() => openEntry(root, entry, index));
  const nccl = once(() => (ncclEntry === undefined ? undefined : openEntry(root, ncclEntry, index)));
  return {
    system: entry.system,
    backend,
    version: entry.version,
    table: (name) => (name === NCCL ? nccl()?.table(name) : pack().table(name)),
    derived<T>(owner: object, make: () => T): T {
      if (!made.has(owner)) made.set(owner, make());
      return made.get(owner) as T;
    },
  };
}

/** Opens the data of one release below `root`; throws INPUT_NOT_FOUND or PERFDB_INVALID. */
export function openPerfData(root: string): PerfData {
  const index = parseIndex(parseJson(readBytes(root, 'index.json'), 'index.json'));
  const find = (system: string, backend: string): PackEntry | undefined =>
    index.packs.find((entry) => entry.system === system && entry.backend === backend);
  const json = (name: string): Json => parseJson(readChecked(root, name, index), name);
  const compressedJson = (name: string): Json => parseJson(inflate(readChecked(root, name, index)), name);
  const systems = once(() => parseSystems(json('systems.json')));
  const databases = new Map<string, PerfDatabase>();
  const open = (system: string, backend: Backend): PerfDatabase | undefined => {
    const own = find(system, backend);
    return own && openDatabase({ root, index }, backend, { own, nccl: find(system, NCCL) });
  };
  return {
    root,
    release: index.release,
    index,
    get systems() {
      return systems();
    },
    database(system, backend) {
      const file = find(system, backend)?.file;
      if (file === undefined) return undefined;
      const database = databases.get(file) ?? open(system, backend);
      if (database !== undefined) databases.set(file, database);
      return database;
    },
    glance: open,
    models: once(() => parseModels(json('models.json'), compressedJson)),
    support: once(() => parseSupport(json('support.json'))),
  };
}

/** Reads whatever all requests read, and the header of every pack. Throws INPUT_NOT_FOUND or PERFDB_INVALID. */
export function checkPacks({ root, index, systems, models, support }: PerfData): void {
  for (const entry of index.packs) openEntry(root, entry, index);
  if (Object.keys(systems).length === 0 || Object.keys(models()).length === 0)
    throw corrupt('there are no systems or models');
  support();
}
