import { createHash } from 'node:crypto';
import { isObject, type Json, type JsonObject } from '../json.ts';
import { corrupt } from './codec.ts';
import { PACK_FORMAT } from './header.ts';

/** One measured file that a table was made from. */
interface SourceEntry {
  readonly framework: string;
  readonly version: string;
  /** Rows that the table's rules admit. */
  readonly read: number;
  /** Rows in the pack; the rest is hidden by another row with the same key. */
  readonly kept: number;
}

export interface TableEntry {
  readonly name: string;
  readonly rows: number;
  readonly hidden: number;
  /** Hash of the uncompressed columns, the same for every compressor. */
  readonly sha256: string;
  readonly sources: readonly SourceEntry[];
}

/** One pack file; `backend` is `nccl` for the collectives that all backends of a system share. */
export interface PackEntry {
  readonly file: string;
  readonly system: string;
  readonly backend: string;
  readonly version: string;
  readonly tables: readonly TableEntry[];
}

/** `index.json`: what a folder of packs holds and where it came from. */
export interface PerfIndex {
  readonly format: number;
  readonly release: string;
  /** Hash over the hashes of all tables. */
  readonly sha256: string;
  /** SHA-256 of every other file by its path: a compressed block with a wrong bit mostly still gives numbers. */
  readonly files: Readonly<Record<string, string>>;
  readonly packs: readonly PackEntry[];
}

const text = (object: JsonObject, name: string): string => {
  const value = object[name];
  if (typeof value !== 'string') throw corrupt(`index.json lacks ${name}`);
  return value;
};

const count = (object: JsonObject, name: string): number => {
  const value = object[name];
  if (typeof value !== 'number') throw corrupt(`index.json lacks ${name}`);
  return value;
};

const objects = (object: JsonObject, name: string): readonly JsonObject[] => {
  const value = object[name];
  if (!Array.isArray(value)) throw corrupt(`index.json lacks ${name}`);
  return value.map((entry) => {
    if (!isObject(entry)) throw corrupt(`an entry of ${name} in index.json is not an object`);
    return entry;
  });
};

const hashes = (value: Json | undefined): Readonly<Record<string, string>> => {
  if (!isObject(value)) throw corrupt('index.json lacks files');
  return Object.fromEntries(Object.entries(value).map(([file, hash]) => [file, String(hash)]));
};

const parseTable = (entry: JsonObject): TableEntry => ({
  name: text(entry, 'name'),
  rows: count(entry, 'rows'),
  hidden: count(entry, 'hidden'),
  sha256: text(entry, 'sha256'),
  sources: objects(entry, 'sources').map((source) => ({
    framework: text(source, 'framework'),
    version: text(source, 'version'),
    read: count(source, 'read'),
    kept: count(source, 'kept'),
  })),
});

/** A pack's path below the root: two plain names, so that no index can point elsewhere. */
const PACK_FILE = /^[\w-]+\/[\w.-]+\.pack$/;

function parsePack(entry: JsonObject): PackEntry {
  const file = text(entry, 'file');
  if (!PACK_FILE.test(file)) throw corrupt(`index.json names an impossible file: ${JSON.stringify(file)}`);
  return {
    file,
    system: text(entry, 'system'),
    backend: text(entry, 'backend'),
    version: text(entry, 'version'),
    tables: objects(entry, 'tables').map(parseTable),
  };
}

/** Checks `index.json`; throws PERFDB_INVALID, also when its format is not this release's. */
export function parseIndex(value: Json): PerfIndex {
  if (!isObject(value)) throw corrupt('index.json is not an object');
  const format = count(value, 'format');
  if (format !== PACK_FORMAT) throw corrupt(`index.json has format ${format}, this release reads ${PACK_FORMAT}`);
  return {
    format,
    release: text(value, 'release'),
    sha256: text(value, 'sha256'),
    files: hashes(value.files),
    packs: objects(value, 'packs').map(parsePack),
  };
}

/** SHA-256 of a file's bytes, as `files` of the index has it. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
