import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { RenderError } from '../../errors.ts';
import { isObject, type Json } from '../../json.ts';
import { BACKENDS } from '../../serving.ts';
import { PACK_FORMAT } from '../header.ts';
import { hashOf, type PackEntry, type PerfIndex, type TableEntry } from '../index-file.ts';
import { parseSystem, type SystemSpec } from '../systems.ts';
import { NCCL_TABLE, TABLES, type TableSpec } from '../tables.ts';
import { readModels, readSupport, readSystems, readYaml, SYSTEMS } from './facts.ts';
import { type LoadedSource, mergeTable } from './merge.ts';
import { readParquet } from './parquet.ts';
import {
  type DataFolder,
  dataFolder,
  defaultVersion,
  parseReuse,
  type ReuseEntry,
  type TableSource,
  tableSources,
} from './sources.ts';
import { openRelease, type ReleaseTree } from './tree.ts';
import { encodePack, hashTable, type NamedTable } from './write-pack.ts';

/** Choices of an import. */
export interface ImportOptions {
  /** Systems to pack; default: all that have data and use NCCL. */
  readonly systems?: readonly string[];
  /** Brotli quality, 0 to 11; default 11. The contents and their hashes do not depend on it. */
  readonly quality?: number;
  /** Release number, for a folder without package metadata such as a source checkout. */
  readonly release?: string;
  /** Called before each pack is made. */
  readonly onPack?: (file: string) => void;
}

/** Choices of an import whose release is known. */
type NamedOptions = ImportOptions & Required<Pick<ImportOptions, 'release'>>;

/** What an import wrote. */
export interface ImportReport {
  /** Version of the release. */
  readonly version: string;
  readonly index: PerfIndex;
  /** Size of all files written, in bytes. */
  readonly bytes: number;
}

interface Release {
  readonly tree: ReleaseTree;
  readonly name: string;
  readonly reuse: readonly ReuseEntry[];
}

/** One pack to make: which tables, from where. */
interface Target {
  readonly system: string;
  readonly backend: string;
  readonly version: string;
  readonly specs: readonly TableSpec[];
  readonly folder: DataFolder;
  readonly prefix: string;
}

async function loadSource(tree: ReleaseTree, source: TableSource): Promise<LoadedSource> {
  const columns = await readParquet(await tree.read(source.path), source.path);
  const rows = Array.from({ length: columns.rowCount }, (_, row) => row);
  const { kernels } = source;
  return {
    columns,
    rows: kernels === undefined ? rows : rows.filter((row) => kernels.has(columns.text('kernel_source', row) ?? '')),
  };
}

async function makeTable(
  release: Release,
  target: Target,
  spec: TableSpec,
): Promise<{ named: NamedTable; entry: TableEntry } | undefined> {
  const sources = tableSources({ ...target, spec, reuse: release.reuse });
  if (sources.length === 0) return undefined;
  const loaded: LoadedSource[] = [];
  for (const source of sources) loaded.push(await loadSource(release.tree, source));
  const merged = mergeTable(spec, loaded);
  const rows = merged.kept.reduce((sum, count) => sum + count, 0);
  const entry: TableEntry = {
    name: spec.name,
    rows,
    hidden: merged.read.reduce((sum, count) => sum + count, 0) - rows,
    sha256: hashTable(merged.columns, merged.slices),
    sources: sources.map(({ framework, version }, i) => ({
      framework,
      version,
      read: merged.read[i] ?? 0,
      kept: merged.kept[i] ?? 0,
    })),
  };
  const sliceColumns = spec.slice.map(({ name }) => name);
  return { named: { name: spec.name, sliceColumns, blockColumns: spec.blockColumns, merged }, entry };
}

async function makePack(
  release: Release,
  target: Target,
  folder: string,
  quality: number,
): Promise<PackEntry | undefined> {
  const made: { named: NamedTable; entry: TableEntry }[] = [];
  for (const spec of target.specs) {
    const result = await makeTable(release, target, spec);
    if (result !== undefined) made.push(result);
  }
  if (made.length === 0) return undefined;
  const { system, backend, version } = target;
  const file = `${system}/${backend}-${version}.pack`;
  mkdirSync(join(folder, system), { recursive: true });
  writeFileSync(
    join(folder, file),
    encodePack(
      { system, backend, version },
      made.map(({ named }) => named),
      quality,
    ),
  );
  return { file, system, backend, version, tables: made.map(({ entry }) => entry) };
}

/** The packs of one system: each backend at its default version, then the collectives. */
function targetsOf(tree: ReleaseTree, spec: SystemSpec, dataDir: string): readonly Target[] {
  const prefix = `${SYSTEMS}${dataDir}/`;
  const folder = dataFolder(tree.paths, prefix);
  const backends = BACKENDS.flatMap((backend): Target[] => {
    const version = defaultVersion(folder, backend);
    return version === undefined ? [] : [{ system: spec.name, backend, version, specs: TABLES, folder, prefix }];
  });
  const nccl = {
    system: spec.name,
    backend: 'nccl',
    version: spec.ncclVersion ?? '',
    specs: [NCCL_TABLE],
    folder,
    prefix,
  };
  return backends.length === 0 ? [] : [...backends, nccl];
}

function targets(
  tree: ReleaseTree,
  systems: Readonly<Record<string, Json>>,
  wanted: readonly string[] | undefined,
): readonly Target[] {
  return Object.entries(systems).flatMap(([name, value]) => {
    const spec = parseSystem(name, value);
    const dataDir = isObject(value) ? value.data_dir : undefined;
    if (spec.onecclVersion !== undefined || typeof dataDir !== 'string') return [];
    return wanted === undefined || wanted.includes(name) ? targetsOf(tree, spec, dataDir) : [];
  });
}

/** Version of the release: as given, else from the package's own metadata. */
async function releaseVersion(tree: ReleaseTree, given: string | undefined): Promise<string> {
  const path = tree.paths.find((name) => name.endsWith('.dist-info/METADATA'));
  const text = path === undefined ? '' : (await tree.read(path)).toString('utf8');
  const version = given ?? /^Version: (\S+)$/m.exec(text)?.[1];
  if (version === undefined)
    throw new RenderError('PERFDB_INVALID', { message: 'the release does not name its version' });
  return version;
}

async function writeAll(tree: ReleaseTree, folder: string, options: NamedOptions): Promise<PerfIndex> {
  const reuse = parseReuse(await readYaml(tree, `${SYSTEMS}op_kernel_source_manifest.yaml`));
  const release = { tree, name: `aiconfigurator ${options.release}`, reuse };
  const systems = await readSystems(tree);
  const packs: PackEntry[] = [];
  for (const target of targets(tree, systems, options.systems)) {
    options.onPack?.(`${target.system}/${target.backend}-${target.version}.pack`);
    const entry = await makePack(release, target, folder, options.quality ?? 11);
    if (entry !== undefined) packs.push(entry);
  }
  const hash = createHash('sha256');
  for (const { file, tables } of packs)
    for (const { name, sha256 } of tables) hash.update(`${file} ${name} ${sha256}\n`);
  const facts = {
    'systems.json': systems,
    'models.json': await readModels(tree),
    'support.json': await readSupport(tree),
  };
  for (const [name, value] of Object.entries(facts)) writeJson(join(folder, name), value);
  const names = [...Object.keys(facts), ...packs.map(({ file }) => file)];
  const files = Object.fromEntries(names.map((name) => [name, hashOf(readFileSync(join(folder, name)))]));
  const index: PerfIndex = { format: PACK_FORMAT, release: release.name, sha256: hash.digest('hex'), files, packs };
  writeJson(join(folder, 'index.json'), index);
  return index;
}

function writeJson(path: string, value: unknown): void {
  writeFileSync(path, `${JSON.stringify(value)}\n`);
}

/** Puts a finished folder in the place of `target`; what was there is removed only after the swap. */
function replaceFolder(made: string, target: string): void {
  const old = `${made}.old`;
  const exists = statSync(target, { throwIfNoEntry: false }) !== undefined;
  if (exists) renameSync(target, old);
  try {
    renameSync(made, target);
  } catch (error) {
    if (exists) renameSync(old, target);
    throw error;
  }
  rmSync(old, { recursive: true, force: true });
}

function folderBytes(folder: string, index: PerfIndex): number {
  const files = [...index.packs.map(({ file }) => file), 'systems.json', 'models.json', 'support.json', 'index.json'];
  return files.reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
}

/**
 * Makes the packs of a release (wheel, package folder, or its systems folder) in the folder that `placeOf` names for its
 * version, replacing what is there. Nothing of that folder changes when it fails. Throws INPUT_NOT_FOUND or PERFDB_INVALID.
 */
export async function importRelease(
  source: string,
  placeOf: (version: string) => string,
  options: ImportOptions = {},
): Promise<ImportReport> {
  const tree = await openRelease(source);
  try {
    const version = await releaseVersion(tree, options.release);
    return { version, ...(await importInto(resolve(placeOf(version)), tree, { ...options, release: version })) };
  } finally {
    tree.close();
  }
}

async function importInto(
  target: string,
  tree: ReleaseTree,
  options: NamedOptions,
): Promise<Omit<ImportReport, 'version'>> {
  mkdirSync(dirname(target), { recursive: true });
  const folder = mkdtempSync(join(dirname(target), '.perfdb-import-'));
  chmodSync(folder, 0o755);
  try {
    const index = await writeAll(tree, folder, options);
    const bytes = folderBytes(folder, index);
    replaceFolder(folder, target);
    return { index, bytes };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
