import type { Row } from '../../src/profile/rows/row.ts';

/** How two tables of recorded and computed rows agree. */
export interface Agreement {
  readonly rows: number;
  /** Largest relative difference of a number. */
  readonly worst: number;
  /** What differs by more than the tolerance, in words. */
  readonly failures: readonly string[];
}

/** Relative difference up to which numbers count as equal (docs/deviations.md). */
const ROW_TOLERANCE = 1e-4;

/**
 * Columns that say how a row was computed, not what it is, the batch of an encoder that no modelled family has, and the power
 * that few measurements tell (docs/deviations.md).
 */
const IGNORED = new Set(['_per_ops_source', '_moe_comm_fallbacks', '_task_key', '(e)bs', 'power_w']);

/** Columns that identify a row among those of equal rank. */
const IDENTITY = [
  'parallel',
  'bs',
  'ctx_tokens',
  '(d)parallel',
  '(d)bs',
  '(d)workers',
  '(p)parallel',
  '(p)workers',
  'backend',
];

/** How far two numbers are apart, as a part of the larger one. */
function relativeDifference(a: number, b: number): number {
  return a === b ? 0 : Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b));
}

/** Orders two numbers; those within the tolerance are equal. */
export function compareNumbers(a: number, b: number): number {
  return relativeDifference(a, b) <= ROW_TOLERANCE ? 0 : a - b;
}

/** Joins the agreement of several tables. */
export function joined(parts: readonly Agreement[]): Agreement {
  return {
    rows: parts.reduce((sum, { rows }) => sum + rows, 0),
    worst: parts.reduce((most, { worst }) => Math.max(most, worst), 0),
    failures: parts.flatMap(({ failures }) => failures),
  };
}

/** Compares two ranked tables; rows equal in `sortColumn` may stand in any order (the reference's sort is unstable). */
export function compareRows(name: string, got: readonly Row[], want: readonly Row[], sortColumn: string): Agreement {
  const failures: string[] = [];
  if (got.length !== want.length) failures.push(`${name}: ${got.length} rows, recorded ${want.length}`);
  const [left, right] = [settleTies(got, sortColumn), settleTies(want, sortColumn)];
  const rows = Math.min(left.length, right.length);
  let worst = 0;
  for (let i = 0; i < rows; i += 1) {
    const found = compareRow(`${name}[${i}]`, left[i]!, right[i]!);
    worst = Math.max(worst, found.worst);
    failures.push(...found.failures);
  }
  return { rows, worst, failures };
}

/** Whether two rows agree in every column. */
export function isSameRow(got: Row, want: Row): boolean {
  return compareRow('', got, want).failures.length === 0;
}

function settleTies(rows: readonly Row[], sortColumn: string): readonly Row[] {
  const identity = (row: Row): string => IDENTITY.map((column) => String(row[column] ?? '')).join('|');
  const settled: Row[] = [];
  for (let from = 0; from < rows.length; ) {
    let to = from + 1;
    while (to < rows.length && rows[to]![sortColumn] === rows[from]![sortColumn]) to += 1;
    settled.push(...rows.slice(from, to).sort((a, b) => (identity(a) < identity(b) ? -1 : 1)));
    from = to;
  }
  return settled;
}

function compareRow(name: string, got: Row, want: Row): Omit<Agreement, 'rows'> {
  const failures: string[] = [];
  let worst = 0;
  for (const column of new Set([...Object.keys(got), ...Object.keys(want)])) {
    if (IGNORED.has(column)) continue;
    const [a, b] = [got[column], want[column]];
    if (typeof a === 'number' && typeof b === 'number') {
      const difference = relativeDifference(a, b);
      worst = Math.max(worst, difference);
      if (!(difference <= ROW_TOLERANCE)) failures.push(`${name}.${column}: ${a}, recorded ${b}`);
    } else if (a !== b) failures.push(`${name}.${column}: ${a}, recorded ${b}`);
  }
  return { worst, failures };
}
