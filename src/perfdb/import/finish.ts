import type { ColumnArray } from '../codec.ts';
import type { SystemSpec } from '../systems.ts';
import type { Coverage, LaneCoverage } from './layouts/layout.ts';
import type { MergedTable } from './merge.ts';
import type { KeyedRow, TableSpec } from './tables/spec.ts';

type SliceRun = MergedTable['slices'][number] & { readonly start: number };

/** The slices with the place of their first row. */
function runsOf({ slices }: MergedTable): readonly SliceRun[] {
  let start = 0;
  return slices.map((slice) => {
    const run = { ...slice, start };
    start += slice.rowCount;
    return run;
  });
}

/** Row numbers of a slice in the order in which they were read. */
function asRead({ origins }: MergedTable, { start, rowCount }: SliceRun): readonly number[] {
  return Array.from({ length: rowCount }, (_, i) => start + i).sort(
    (a, b) => (origins[a]?.readBefore ?? 0) - (origins[b]?.readBefore ?? 0),
  );
}

const columnOf = ({ columns }: MergedTable, name: string): ColumnArray =>
  columns.find((column) => column.name === name)?.values ?? new Int32Array();

function keyedRow(spec: TableSpec, merged: MergedTable, key: SliceRun['key'], row: number): KeyedRow {
  const cell = (name: string): string | number | undefined => {
    const at = spec.slice.findIndex((column) => column.name === name);
    return at === -1 ? columnOf(merged, name)[row] : key[at];
  };
  return { text: (name) => String(cell(name)), number: (name) => Number(cell(name)) };
}

/** No latency below what the card's figures allow, where the reference raises them when it loads the table. */
function raised(spec: TableSpec, merged: MergedTable, system: SystemSpec): MergedTable {
  const { floorMs } = spec;
  if (floorMs === undefined) return merged;
  const latency = Float64Array.from(columnOf(merged, 'latency'));
  for (const run of runsOf(merged)) {
    for (let row = run.start; row < run.start + run.rowCount; row++) {
      const floor = floorMs(keyedRow(spec, merged, run.key, row), system);
      if (floor !== undefined && floor > (latency[row] ?? 0)) latency[row] = floor;
    }
  }
  const columns = merged.columns.map((column) =>
    column.name === 'latency' ? { name: column.name, values: latency } : column,
  );
  return { ...merged, columns };
}

/** A level of the walk: what was first met below each value, in the order in which it was. */
interface Level {
  readonly below: Map<number, Level>;
  readonly rows: number[];
}

const newLevel = (): Level => ({ below: new Map(), rows: [] });

/** Rows of a slice as a walk through its levels meets them, every level as first read. */
function walked(rows: readonly number[], levels: readonly ColumnArray[]): readonly number[] {
  const root = newLevel();
  for (const row of rows) {
    let level = root;
    for (const column of levels) {
      const value = column[row] ?? 0;
      const next = level.below.get(value) ?? newLevel();
      level.below.set(value, next);
      level = next;
    }
    level.rows.push(row);
  }
  const flat = (level: Level): readonly number[] => [...level.rows, ...[...level.below.values()].flatMap(flat)];
  return flat(root);
}

/** The column of a table's ordinal numbers. */
function numbered(spec: TableSpec, merged: MergedTable): MergedTable {
  const { ordinal } = spec;
  if (ordinal === undefined) return merged;
  const levels = ordinal.levels.map((name) => columnOf(merged, name));
  const named = ordinal.of.map((name) => columnOf(merged, name));
  const values = new Int32Array(merged.origins.length);
  for (const run of runsOf(merged)) {
    const numbers = new Map<string, number>();
    for (const row of walked(asRead(merged, run), levels)) {
      const id = named.map((column) => column[row]).join(' ');
      const number = numbers.get(id) ?? numbers.size;
      numbers.set(id, number);
      values[row] = number;
    }
  }
  return { ...merged, columns: [...merged.columns, { name: ordinal.name, values }] };
}

/** What the reference works out when it loads a table: latencies raised to their floors, ordinals. */
export function finished(spec: TableSpec, merged: MergedTable, system: SystemSpec): MergedTable {
  return numbered(spec, raised(spec, merged, system));
}

interface LaneRun {
  readonly lane: string;
  readonly firstRead: number;
  readonly ownRows: number;
  readonly rows: number;
}

/** Adds up slices by lane, lanes in the order in which their first row was read; slices without rows do not count. */
function sumByLane(runs: readonly LaneRun[], rowsOf: (run: LaneRun) => number): ReadonlyMap<string, Coverage> {
  const sums = new Map<string, Coverage>();
  for (const run of runs.toSorted((a, b) => a.firstRead - b.firstRead)) {
    const { slices, rows } = sums.get(run.lane) ?? { slices: 0, rows: 0 };
    if (rowsOf(run) > 0) sums.set(run.lane, { slices: slices + 1, rows: rows + rowsOf(run) });
  }
  return sums;
}

/** How much each value of a slice column covers; `isOwn` says which sources are the version's own. */
export function laneCoverage(merged: MergedTable, column: number, isOwn: (source: number) => boolean): LaneCoverage {
  const runs = runsOf(merged).map(({ key, start, rowCount }): LaneRun => {
    const origins = merged.origins.slice(start, start + rowCount);
    return {
      lane: String(key[column]),
      firstRead: origins.reduce((least, { readBefore }) => Math.min(least, readBefore), Number.POSITIVE_INFINITY),
      ownRows: origins.filter(({ source }) => isOwn(source)).length,
      rows: rowCount,
    };
  });
  return { own: sumByLane(runs, ({ ownRows }) => ownRows), all: sumByLane(runs, ({ rows }) => rows) };
}
