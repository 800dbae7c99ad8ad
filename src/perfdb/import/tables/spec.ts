import type { SystemSpec } from '../../systems.ts';
import { type Cells, type ColumnSpec, LATENCY, type SourceColumns } from './columns.ts';

/**
 * Which of several rows with equal keys is kept: `first` and `last` in source order; `lastOfFirstSource`: the last row
 * of the first source that has the key.
 */
export type DuplicateRule = 'first' | 'last' | 'lastOfFirstSource';

/** What else than the active version's own file fills a table: nothing, the backend's earlier versions, or whatever may. */
type Inheritance = 'nothing' | 'earlier' | 'everything';

/** A measured file that a table is made from, where it is another than the table's own. */
interface TablePart {
  /** Name of the file without `_perf.parquet`. */
  readonly file: string;
  /** What the file's rows say under the column names of the table; default: what they say themselves. */
  readonly read?: (columns: SourceColumns, row: number) => readonly Cells[];
}

/** One row of a finished table: its slice key and row key by name. */
export interface KeyedRow {
  text(name: string): string;
  number(name: string): number;
}

/** How measured files become a packed table. */
export interface TableSpec {
  /** Name asked for: as a rule the file's name without `_perf.parquet`. */
  readonly name: string;
  /** Files it is made from; default: the one of its name, as it is. */
  readonly parts: readonly TablePart[];
  /** What comes first where there are several files: all of a version, or all versions of a file. */
  readonly partOrder: 'byFile' | 'byVersion';
  /** Columns that name a slice, outermost first; their values are in the pack's header. */
  readonly slice: readonly ColumnSpec[];
  /** Slice columns whose values a compressed block shares; slices that differ in the others lie in one block. */
  readonly block: readonly string[];
  /** Row key columns in nesting order; rows are sorted by them, ascending. */
  readonly keys: readonly ColumnSpec[];
  /** Measured values. `latency` is in ms unless the table says otherwise. */
  readonly values: readonly ColumnSpec[];
  readonly duplicates: DuplicateRule;
  /** Rows the reference's loader never stores. */
  readonly drop?: (source: SourceColumns, row: number) => boolean;
  readonly inherits: Inheritance;
  /** Time in ms below which no measured one can be; undefined where the reference knows none. */
  readonly floorMs?: (row: KeyedRow, system: SystemSpec) => number | undefined;
  /** A column that numbers the distinct values of `of` as a walk through `levels` meets them, each level as first read. */
  readonly ordinal?: { readonly name: string; readonly levels: readonly string[]; readonly of: readonly string[] };
  /**
   * The slice column whose values are asked in an order of their own, which goes into the pack's header: as the release
   * ranks kernels, or as they were first read.
   */
  readonly lane?: { readonly column: string; readonly order: 'ranked' | 'asRead' };
}

type Optional = 'parts' | 'partOrder' | 'block' | 'inherits' | 'values';

/** A table with what most tables have in common: one file, one block a slice, latencies, every source. */
export const table = (spec: Omit<TableSpec, Optional> & Partial<Pick<TableSpec, Optional>>): TableSpec =>
  Object.freeze({
    parts: [{ file: spec.name }],
    partOrder: 'byFile',
    block: spec.slice.map(({ name }) => name),
    inherits: 'everything',
    values: LATENCY,
    ...spec,
  });

/** Name of the measured file of a part. */
export const fileNameOf = (part: string): string => `${part}_perf.parquet`;
