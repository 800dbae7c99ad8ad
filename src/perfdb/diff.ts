import type { PackEntry, TableEntry } from './index-file.ts';
import type { PerfData } from './perfdb.ts';
import type { SystemSpec } from './systems.ts';

/** A name whose value is another one. */
export interface Change<T> {
  readonly name: string;
  readonly from: T;
  readonly to: T;
}

/** What was left out, added and changed between two sets of names. */
export interface Changes<T> {
  readonly removed: readonly { readonly name: string; readonly value: T }[];
  readonly added: readonly { readonly name: string; readonly value: T }[];
  readonly changed: readonly Change<T>[];
}

/** A card's figures, flat: the fields of `SystemSpec`, maps by `field.key`. */
type Figures = Readonly<Record<string, number | string | undefined>>;

/** A backend on a system: which version was measured, and how many rows its tables have. */
export interface PackDifference {
  readonly system: string;
  readonly backend: string;
  readonly fromVersion: string | undefined;
  readonly toVersion: string | undefined;
  /** Rows by table; one that has as many rows and other contents has equal numbers. */
  readonly tables: Changes<number>;
}

/** A model on a backend of a system whose recorded run passed in one of the two releases alone. */
export interface SupportedRun {
  readonly model: string;
  readonly system: string;
  readonly backend: string;
}

/** What differs between two releases of measured data. */
export interface DataDifference {
  readonly from: ReleaseName;
  readonly to: ReleaseName;
  readonly systems: Changes<Figures>;
  readonly packs: readonly PackDifference[];
  /** Configurations by model; the values are what they were read as. */
  readonly models: Changes<string>;
  /** Families by architecture. */
  readonly families: Changes<string>;
  readonly support: {
    readonly fromCount: number;
    readonly toCount: number;
    readonly lost: readonly SupportedRun[];
    readonly gained: readonly SupportedRun[];
  };
}

interface ReleaseName {
  readonly release: string;
  /** Hash over all tables. */
  readonly sha256: string;
}

type Table<T> = Readonly<Record<string, T>>;

/** Compares two tables by name; values are the same when `same` says so. Names are in ascending order. */
function changes<T>(from: Table<T>, to: Table<T>, same: (a: T, b: T, name: string) => boolean): Changes<T> {
  const names = [...new Set([...Object.keys(from), ...Object.keys(to)])].sort();
  const found = names.map((name) => ({ name, from: from[name], to: to[name] }));
  return {
    removed: found.flatMap(({ name, from: a, to: b }) =>
      a !== undefined && b === undefined ? [{ name, value: a }] : [],
    ),
    added: found.flatMap(({ name, from: a, to: b }) =>
      a === undefined && b !== undefined ? [{ name, value: b }] : [],
    ),
    changed: found.flatMap(({ name, from: a, to: b }) =>
      a !== undefined && b !== undefined && !same(a, b, name) ? [{ name, from: a, to: b }] : [],
    ),
  };
}

const equal = <T>(a: T, b: T): boolean => a === b;

function systemFigures({ name: _, ...spec }: SystemSpec): Figures {
  const fields = Object.entries(spec).flatMap(([field, value]): [string, number | string | undefined][] =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).map(([key, entry]) => [`${field}.${key}`, Number(entry)])
      : [[field, value]],
  );
  return Object.fromEntries(fields);
}

const figures = ({ systems }: PerfData): Table<Figures> =>
  Object.fromEntries(Object.entries(systems).map(([name, spec]) => [name, systemFigures(spec)]));

const sameFigures = (a: Figures, b: Figures): boolean =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].every((field) => a[field] === b[field]);

const tablesOf = (pack: PackEntry | undefined): ReadonlyMap<string, TableEntry> =>
  new Map((pack?.tables ?? []).map((table) => [table.name, table] as const));

function packDifferences(from: PerfData, to: PerfData): readonly PackDifference[] {
  const id = ({ system, backend }: PackEntry): string => JSON.stringify([system, backend]);
  const [before, after] = [from, to].map(({ index }) => new Map(index.packs.map((pack) => [id(pack), pack] as const)));
  const ids = [...new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])])].sort();
  return ids.flatMap((key) => {
    const [old, now] = [before?.get(key), after?.get(key)];
    const [oldTables, newTables] = [tablesOf(old), tablesOf(now)];
    const rows = (tables: ReadonlyMap<string, TableEntry>): Table<number> =>
      Object.fromEntries([...tables.values()].map(({ name, rows: count }) => [name, count]));
    const tables = changes(
      rows(oldTables),
      rows(newTables),
      (_a, _b, name) => oldTables.get(name)?.sha256 === newTables.get(name)?.sha256,
    );
    const place = old ?? now;
    const isSame = old?.version === now?.version && Object.values(tables).every((list) => list.length === 0);
    if (place === undefined || isSame) return [];
    const { system, backend } = place;
    return [{ system, backend, fromVersion: old?.version, toVersion: now?.version, tables }];
  });
}

const configurations = (data: PerfData): Table<string> =>
  Object.fromEntries(
    Object.entries(data.models().models).map(([id, { config, hfQuantConfig }]) => [
      id,
      JSON.stringify([config, hfQuantConfig ?? null]),
    ]),
  );

/** Runs on the systems that have tables; the matrix has others, too. */
function passedRuns(data: PerfData): ReadonlyMap<string, SupportedRun> {
  const measured = new Set(data.index.packs.map(({ system }) => system));
  const passed = data
    .support()
    .rows()
    .filter(({ status, system }) => status === 'PASS' && measured.has(system))
    .map(
      ({ model, system, backend }) => [JSON.stringify([model, system, backend]), { model, system, backend }] as const,
    );
  return new Map(passed.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function supportDifference(from: PerfData, to: PerfData): DataDifference['support'] {
  const [before, after] = [passedRuns(from), passedRuns(to)];
  const without = (
    runs: ReadonlyMap<string, SupportedRun>,
    others: ReadonlyMap<string, SupportedRun>,
  ): readonly SupportedRun[] => [...runs].flatMap(([key, run]) => (others.has(key) ? [] : [run]));
  return {
    fromCount: before.size,
    toCount: after.size,
    lost: without(before, after),
    gained: without(after, before),
  };
}

const nameOf = ({ index: { release, sha256 } }: PerfData): ReleaseName => ({ release, sha256 });

/** What differs between two releases of measured data: cards, versions and tables, models, recorded runs that passed. */
export function diffData(from: PerfData, to: PerfData): DataDifference {
  return {
    from: nameOf(from),
    to: nameOf(to),
    systems: changes(figures(from), figures(to), sameFigures),
    packs: packDifferences(from, to),
    models: changes(configurations(from), configurations(to), equal),
    families: changes(from.models().families, to.models().families, equal),
    support: supportDifference(from, to),
  };
}
