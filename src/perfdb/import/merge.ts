import { RenderError } from '../../errors.ts';
import type { ColumnArray } from '../codec.ts';
import type { ColumnSpec, SourceColumns } from './tables/columns.ts';
import type { DuplicateRule, TableSpec } from './tables/spec.ts';

/** Rows of one source after its kernel filter. */
export interface LoadedSource {
  readonly columns: SourceColumns;
  readonly rows: readonly number[];
}

/** A finished table: slices in key order, each a run of rows sorted by key. */
export interface MergedTable {
  readonly slices: readonly { readonly key: readonly (string | number)[]; readonly rowCount: number }[];
  /** Row key columns, then value columns. */
  readonly columns: readonly { readonly name: string; readonly values: ColumnArray }[];
  /** Rows kept, per source in order. */
  readonly kept: readonly number[];
  /** Rows read, per source in order; the rest was dropped by the table's rule. */
  readonly read: readonly number[];
  /** Of every row, which source it comes from and how many rows were read before it. */
  readonly origins: readonly { readonly source: number; readonly readBefore: number }[];
}

/** A column over all sources; text is replaced by its rank so that comparing numbers sorts it. */
interface Ranked {
  readonly values: Float64Array;
  readonly texts: readonly string[] | undefined;
}

interface RowRef {
  readonly source: number;
  readonly row: number;
}

function collect(spec: ColumnSpec, sources: readonly LoadedSource[], refs: readonly RowRef[]): (string | number)[] {
  return refs.map(({ source, row }) => {
    const columns = sources[source]?.columns;
    const value = columns === undefined ? undefined : spec.from(columns, row);
    if (value === undefined) {
      throw new RenderError('PERFDB_INVALID', { message: `row ${row} of source ${source} has no ${spec.name}` });
    }
    return value;
  });
}

function rank(spec: ColumnSpec, cells: readonly (string | number)[]): Ranked {
  if (spec.type !== 'text') return { values: Float64Array.from(cells, Number), texts: undefined };
  const texts = [...new Set(cells.map(String))].sort();
  const ranks = new Map(texts.map((value, i) => [value, i] as const));
  return { values: Float64Array.from(cells, (cell) => ranks.get(String(cell)) ?? -1), texts };
}

/** Which row of a run with equal keys stays; `run` holds row numbers in reading order. */
const KEEP: Readonly<Record<DuplicateRule, (run: readonly number[], sourceOf: (row: number) => number) => number>> = {
  first: (run) => run[0] ?? 0,
  last: (run) => run.at(-1) ?? 0,
  lastOfFirstSource: (run, sourceOf) => {
    const first = sourceOf(run[0] ?? 0);
    return run.findLast((row) => sourceOf(row) === first) ?? 0;
  },
};

/** Row numbers sorted by key, one for each key. */
function survivors(keys: readonly Ranked[], refs: readonly RowRef[], rule: DuplicateRule): Uint32Array {
  const columns = keys.map(({ values }) => values);
  const compare = (a: number, b: number): number => {
    for (const column of columns) {
      const difference = (column[a] ?? 0) - (column[b] ?? 0);
      if (difference !== 0) return difference;
    }
    return 0;
  };
  const order = Uint32Array.from(refs, (_, i) => i).sort((a, b) => compare(a, b) || a - b);
  const kept: number[] = [];
  let start = 0;
  for (let i = 1; i <= order.length; i++) {
    if (i < order.length && compare(order[start] ?? 0, order[i] ?? 0) === 0) continue;
    kept.push(KEEP[rule]([...order.subarray(start, i)], (row) => refs[row]?.source ?? 0));
    start = i;
  }
  return Uint32Array.from(kept);
}

/** Integers as Int32Array when all fit, else doubles. */
function compact(spec: ColumnSpec, values: Float64Array): ColumnArray {
  const fits = spec.type === 'int' && values.every((value) => Number.isInteger(value) && Math.abs(value) <= 0x7fffffff);
  return fits ? Int32Array.from(values) : values;
}

function sliceRuns(slice: readonly Ranked[], kept: Uint32Array): MergedTable['slices'] {
  const runs: { key: (string | number)[]; rowCount: number }[] = [];
  const same = (a: number, b: number): boolean => slice.every(({ values }) => values[a] === values[b]);
  kept.forEach((row, i) => {
    const previous = kept[i - 1];
    const current = runs.at(-1);
    if (current !== undefined && previous !== undefined && same(previous, row)) current.rowCount += 1;
    else
      runs.push({ key: slice.map(({ values, texts }) => texts?.[values[row] ?? -1] ?? values[row] ?? 0), rowCount: 1 });
  });
  return runs;
}

const countBySource = (sources: readonly LoadedSource[], refs: Iterable<RowRef>): readonly number[] => {
  const counts = sources.map(() => 0);
  for (const { source } of refs) counts[source] = (counts[source] ?? 0) + 1;
  return counts;
};

/** Merges the sources of a table by its duplicate rule and sorts the rows that stay. */
export function mergeTable(spec: TableSpec, sources: readonly LoadedSource[]): MergedTable {
  const refs = sources.flatMap(({ columns, rows }, source) =>
    rows.filter((row) => !(spec.drop?.(columns, row) ?? false)).map((row) => ({ source, row })),
  );
  const slice = spec.slice.map((column) => rank(column, collect(column, sources, refs)));
  const keys = spec.keys.map((column) => rank(column, collect(column, sources, refs)));
  const kept = survivors([...slice, ...keys], refs, spec.duplicates);
  const pick = (values: Float64Array): Float64Array => Float64Array.from(kept, (row) => values[row] ?? Number.NaN);
  const keyColumns = spec.keys.map((column, i) => ({ column, values: pick(keys[i]?.values ?? new Float64Array()) }));
  const survivorRefs = Array.from(kept, (row) => refs[row] ?? { source: 0, row: 0 });
  const valueColumns = spec.values.map((column) => ({
    column,
    values: Float64Array.from(collect(column, sources, survivorRefs), Number),
  }));
  return {
    slices: sliceRuns(slice, kept),
    columns: [...keyColumns, ...valueColumns].map(({ column, values }) => ({
      name: column.name,
      values: compact(column, values),
    })),
    kept: countBySource(sources, survivorRefs),
    read: countBySource(sources, refs),
    origins: survivorRefs.map(({ source }, i) => ({ source, readBefore: kept[i] ?? 0 })),
  };
}
