import { quickSort, stableSort } from '../engine/row-order.ts';
import type { Row } from '../engine/sweep-agg.ts';

/** A ranked table of one experiment. */
export interface RankedRows {
  /**
   * What experiments are compared by: the cluster rate of the first row in tokens/s/GPU, 0 where there is none. By the
   * reference's rules a load match that needs less than the budget has 1 / GPUs here.
   */
  readonly bestThroughput: number;
  readonly top: readonly Row[];
  readonly pareto: readonly Row[];
}

/** The latency a pick is judged by: its column, the limit in ms, and the column that breaks ties of throughput. */
export interface PickTarget {
  readonly column: 'tpot' | 'request_latency';
  readonly limitMs: number;
  /** Among rows of equal throughput the one with more of this, or less where it is a latency. */
  readonly tieColumn: 'tokens/s/user' | 'request_latency';
}

/** Whose rules a pick follows where the reference's are mended (docs/deviations.md). */
export type Rules = 'ours' | 'reference';

export const CLUSTER_COLUMN = 'tokens/s/gpu_cluster';
export const RATE_COLUMN = 'tokens/s/gpu';

/** Rows of a ranked table. */
export const TOP_ROWS = 5;

/**
 * The column that groups a mode's rows by layout, and how the reference sorts them by a single column: its aggregated
 * tables hold floats, its disaggregated ones objects. Sorts by several columns are stable in both.
 */
export const MODE_TABLES = {
  agg: { groupColumn: 'parallel', sort: stableSort },
  disagg: { groupColumn: '(d)parallel', sort: quickSort },
} as const;

/** A numeric column of a row. */
export function numberIn(row: Row, column: string): number {
  const value = row[column];
  return typeof value === 'number' ? value : Number.NaN;
}

/** Rows with the rate per GPU that the whole budget reaches when it is filled with this row's replicas. */
export function withClusterRate(rows: readonly Row[], totalGpus: number): readonly Row[] {
  return rows.map((row) => {
    const gpus = numberIn(row, 'num_total_gpus');
    const rate = (numberIn(row, RATE_COLUMN) * Math.floor(totalGpus / gpus) * gpus) / totalGpus;
    return { ...row, [CLUSTER_COLUMN]: rate };
  });
}

/** The first row with the largest or smallest value in each group; groups in lexicographic order. */
export function bestOfEachGroup(
  rows: readonly Row[],
  groupColumn: string,
  column: string,
  wanted: 'largest' | 'smallest' = 'largest',
): readonly Row[] {
  const sign = wanted === 'largest' ? 1 : -1;
  const best = new Map<string, Row>();
  for (const row of rows) {
    const group = String(row[groupColumn]);
    const found = best.get(group);
    if (found === undefined || sign * (numberIn(row, column) - numberIn(found, column)) > 0) best.set(group, row);
  }
  return [...best.entries()].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, row]) => row);
}
