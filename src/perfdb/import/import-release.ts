import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { RenderError } from '../../errors.ts';
import { isObject, type Json } from '../../json.ts';
import { BACKENDS } from '../../serving.ts';
import { PACK_FORMAT } from '../header.ts';
import { hashOf, type PackEntry, type PerfIndex, type TableEntry } from '../index-file.ts';
import { parseSystem, type SystemSpec } from '../systems.ts';
import { readModels, readSupport, readSystems, readYaml, systemsFolder } from './facts.ts';
import { finished, laneCoverage } from './finish.ts';
import type { DataPlace, ReleaseLayout, ReleaseRules, TableSource } from './layouts/layout.ts';
import { layoutOf } from './layouts.ts';
import { type LoadedSource, type MergedTable, mergeTable } from './merge.ts';
import { readParquet } from './parquet.ts';
import { selected } from './tables/columns.ts';
import type { TableSpec } from './tables/spec.ts';
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
  readonly layout: ReleaseLayout;
  readonly rules: ReleaseRules;
  readonly name: string;
}

/** One pack to make: which tables, of which place. */
interface Target extends DataPlace {
  readonly specs: readonly TableSpec[];
}

async function loadSource(tree: ReleaseTree, spec: TableSpec, source: TableSource): Promise<LoadedSource> {
  const columns = await readParquet(await tree.read(source.path), source.path);
  const all = Array.from({ length: columns.rowCount }, (_, row) => row);
  const { kernels } = source;
  const rows = kernels === undefined ? all : all.filter((row) => kernels.has(columns.text('kernel_source', row) ?? ''));
  const read = spec.parts[source.part]?.read;
  if (read === undefined) return { columns, rows };
  const picks = rows.flatMap((row) => read(columns, row).map((cells) => ({ row, cells })));
  return { columns: selected(columns, picks), rows: picks.map((_, row) => row) };
}

/** The lanes of a table in their order; none for a table without. */
function lanesOf(
  { rules }: Release,
  {
    target,
    spec,
    sources,
  }: { readonly target: Target; readonly spec: TableSpec; readonly sources: readonly TableSource[] },
  merged: MergedTable,
): readonly string[] {
  const { lane } = spec;
  if (lane === undefined) return [];
  const column = spec.slice.findIndex(({ name }) => name === lane.column);
  const isOwn = (source: number): boolean =>
    sources[source]?.framework === target.backend && sources[source]?.version === target.version;
  const coverage = laneCoverage(merged, column, isOwn);
  return lane.order === 'asRead' ? [...coverage.all.keys()] : rules.laneOrder(target, coverage);
}

async function makeTable(
  release: Release,
  target: Target,
  spec: TableSpec,
): Promise<{ named: NamedTable; entry: TableEntry } | undefined> {
  const sources = release.rules.sources(target, spec);
  if (sources.length === 0) return undefined;
  const loaded: LoadedSource[] = [];
  for (const source of sources) loaded.push(await loadSource(release.tree, spec, source));
  const merged = finished(spec, mergeTable(spec, loaded), target.system);
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
  const lanes = lanesOf(release, { target, spec, sources }, merged);
  return { named: { name: spec.name, sliceColumns, block: spec.block, lanes, merged }, entry };
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
  const { backend, version } = target;
  const system = target.system.name;
  const file = `${system}/${backend}-${version}.pack`;
  const tables = made.map(({ named }) => named);
  writeInto(folder, file, encodePack({ system, backend, version }, tables, quality));
  return { file, system, backend, version, tables: made.map(({ entry }) => entry) };
}

/** The packs of one system: each backend at its default version, then the collectives. */
function targetsOf({ tree, layout, rules }: Release, system: SystemSpec, dataDir: string): readonly Target[] {
  const folder = layout.dataFolder(tree.paths, `${systemsFolder(layout)}${dataDir}/`);
  const backends = BACKENDS.flatMap((backend): Target[] => {
    const version = rules.defaultVersion(system.name, backend, folder);
    return version === undefined ? [] : [{ system, backend, version, specs: layout.tables, folder }];
  });
  const shared = { system, backend: 'nccl', version: system.ncclVersion ?? '', specs: layout.sharedTables, folder };
  return backends.length === 0 ? [] : [...backends, shared];
}

function targets(
  release: Release,
  systems: Readonly<Record<string, Json>>,
  wanted: readonly string[] | undefined,
): readonly Target[] {
  return Object.entries(systems).flatMap(([name, value]) => {
    const spec = parseSystem(name, value);
    const dataDir = isObject(value) ? value.data_dir : undefined;
    if (spec.onecclVersion !== undefined || typeof dataDir !== 'string') return [];
    return wanted === undefined || wanted.includes(name) ? targetsOf(release, spec, dataDir) : [];
  });
}

/** Version of the release: as given, else from the package's own metadata. */
async function releaseVersion(tree: ReleaseTree, given: string | undefined): Promise<string> {
  const metadata = `${layoutOf(tree).package}-`;
  const path = tree.paths.find((name) => name.startsWith(metadata) && name.endsWith('.dist-info/METADATA'));
  const text = path === undefined ? '' : (await tree.read(path)).toString('utf8');
  const version = given ?? /^Version: (\S+)$/m.exec(text)?.[1];
  if (version === undefined)
    throw new RenderError('PERFDB_INVALID', { message: 'the release does not name its version' });
  return version;
}

async function writeAll(tree: ReleaseTree, folder: string, options: NamedOptions): Promise<PerfIndex> {
  const layout = layoutOf(tree);
  const rules = await layout.rules(tree, (path) => readYaml(tree, `${systemsFolder(layout)}${path}`));
  const release = { tree, layout, rules, name: `aiconfigurator ${options.release}` };
  const systems = await readSystems(tree, layout);
  const packs: PackEntry[] = [];
  for (const target of targets(release, systems, options.systems)) {
    options.onPack?.(`${target.system.name}/${target.backend}-${target.version}.pack`);
    const entry = await makePack(release, target, folder, options.quality ?? 11);
    if (entry !== undefined) packs.push(entry);
  }
  const hash = createHash('sha256');
  for (const { file, tables } of packs)
    for (const { name, sha256 } of tables) hash.update(`${file} ${name} ${sha256}\n`);
  const models = await readModels(tree, layout);
  const facts = {
    'systems.json': systems,
    'models.json': models.value,
    'support.json': await readSupport(tree, layout),
  };
  for (const [name, value] of Object.entries(facts)) writeJson(join(folder, name), value);
  for (const [name, bytes] of models.files) writeInto(folder, name, bytes);
  const names = [...Object.keys(facts), ...models.files.keys(), ...packs.map(({ file }) => file)];
  const files = Object.fromEntries(names.map((name) => [name, hashOf(readFileSync(join(folder, name)))]));
  const index: PerfIndex = { format: PACK_FORMAT, release: release.name, sha256: hash.digest('hex'), files, packs };
  writeJson(join(folder, 'index.json'), index);
  return index;
}

/** Writes a file below `folder`, whose own folder need not be there yet. */
function writeInto(folder: string, name: string, bytes: Buffer): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), bytes);
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
  return [...Object.keys(index.files), 'index.json'].reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
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
