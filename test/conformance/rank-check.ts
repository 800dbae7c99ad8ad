import type { Row } from '../../src/profile/rows/row.ts';
import { compareNumbers, compareRows, isSameRow } from './compare-rows.ts';

/** Order of two rows, the better one first; within the tolerance they are equal. */
export type RowOrder = (a: Row, b: Row) => number;

/** What mends do to a ranked table. */
export interface RankRules {
  /** Whether a mend leaves the row out before anything is ranked. */
  readonly isRuledOut: (row: Row) => boolean;
  /** A row of the reference as the mends write it. */
  readonly adjust: (row: Row) => Row;
  /** Whether what is left out makes room for rows that the reference never made, as workers do before they are paired. */
  readonly refills: boolean;
  readonly recordedOrder: RowOrder;
  readonly order: RowOrder;
  /** Our order if targets did not go first. */
  readonly orderWithoutTargets: RowOrder;
}

/** Rows that a table holds at most. */
const TOP_ROWS = 5;
const RATE = 'tokens/s/gpu_cluster';

/** A numeric column of a row; NaN where there is none. */
export function numberOf(row: Row, column: string): number {
  return Number(row[column] ?? Number.NaN);
}

/** The order by several columns, each with a sign: -1 for those of which more is better. */
export function byColumns(...columns: readonly (readonly [column: string, sign: 1 | -1])[]): RowOrder {
  return (a, b) => {
    for (const [column, sign] of columns) {
      const order = sign * compareNumbers(numberOf(a, column), numberOf(b, column));
      if (order !== 0) return order;
    }
    return 0;
  };
}

/**
 * Why our ranked rows are not what the mends make of the reference's; empty where they are. Both tables may be cut, so a
 * row that only one of them has must be one that the other's order would cut.
 */
export function explainTop(ours: readonly Row[], reference: readonly Row[], rules: RankRules): readonly string[] {
  const { isRuledOut, adjust, refills, order, recordedOrder } = rules;
  const allowed = reference.filter((row) => !isRuledOut(row)).map(adjust);
  if (isSameTable(ours, allowed)) return [];
  const isCut = (row: Row, table: readonly Row[], by: RowOrder): boolean =>
    table.length === TOP_ROWS && by(table.at(-1)!, row) <= 0;
  const isRefilled = refills && allowed.length < reference.length;
  const strangers = isRefilled
    ? []
    : ours.filter((row) => !hasRow(allowed, row) && !isCut(row, reference, recordedOrder));
  const missing = allowed.filter((row) => !hasRow(ours, row) && !isCut(row, ours, order));
  return [
    ...ours.filter(isRuledOut).map((row) => `a row that is ruled out: ${identity(row)}`),
    ...strangers.map((row) => `not in the reference's table: ${identity(row)}`),
    ...missing.map((row) => `only in the reference's table: ${identity(row)}`),
    ...(isSorted(ours, order) ? [] : ['not in order']),
  ];
}

function isSameTable(a: readonly Row[], b: readonly Row[]): boolean {
  return a.length === b.length && compareRows('', a, b, RATE).failures.length === 0;
}

function hasRow(table: readonly Row[], row: Row): boolean {
  return table.some((other) => isSameRow(row, other));
}

function isSorted(rows: readonly Row[], order: RowOrder): boolean {
  return rows.every((row, index) => index === 0 || order(rows[index - 1]!, row) <= 0);
}

function identity(row: Row): string {
  const columns = ['backend', 'parallel', '(p)parallel', '(d)parallel', 'concurrency'];
  return columns.flatMap((column) => (row[column] === undefined ? [] : [String(row[column])])).join(' ');
}
