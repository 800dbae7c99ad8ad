import type { Row } from '../engine/sweep-agg.ts';

/** A ranked table of one experiment. */
export interface RankedRows {
  /** Cluster rate of the first row in tokens/s/GPU; 0 where there is none. */
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

export const CLUSTER_COLUMN = 'tokens/s/gpu_cluster';

/** A numeric column of a row. */
export function numberIn(row: Row, column: string): number {
  const value = row[column];
  return typeof value === 'number' ? value : Number.NaN;
}

/** Rows with the rate per GPU that the whole budget reaches when it is filled with this row's replicas. */
export function withClusterRate(rows: readonly Row[], totalGpus: number): readonly Row[] {
  return rows.map((row) => {
    const gpus = numberIn(row, 'num_total_gpus');
    const rate = (numberIn(row, 'tokens/s/gpu') * Math.floor(totalGpus / gpus) * gpus) / totalGpus;
    return { ...row, [CLUSTER_COLUMN]: rate };
  });
}

/** The first row with the largest value in each group; groups in lexicographic order. */
export function bestOfEachGroup(rows: readonly Row[], groupColumn: string, column: string): readonly Row[] {
  const best = new Map<string, Row>();
  for (const row of rows) {
    const group = String(row[groupColumn]);
    const found = best.get(group);
    if (found === undefined || numberIn(row, column) > numberIn(found, column)) best.set(group, row);
  }
  return [...best.entries()].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, row]) => row);
}
