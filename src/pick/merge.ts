import type { Row } from '../engine/sweep-agg.ts';
import type { Mode } from '../serving.ts';
import { byServedLoad, type Criterion } from './choose.ts';
import { paretoFront } from './pareto.ts';
import { CLUSTER_COLUMN, MODE_TABLES, numberIn, type PickTarget, type RankedRows, TOP_ROWS } from './rows.ts';

/** A ranked table of one backend. */
export interface BackendTable {
  readonly backend: string;
  readonly ranked: RankedRows;
}

/**
 * One mode's tables of several backends as one, every row with its `backend`: the best of their top rows, and the
 * pareto front of their fronts. Source: aiconfigurator 0.10.0, cli/utils.py, `merge_experiment_results_by_mode`.
 */
export function mergeBackends(
  mode: Mode,
  tables: readonly BackendTable[],
  target: PickTarget,
  criterion: Criterion,
): RankedRows {
  const { sort } = MODE_TABLES[mode];
  const rowsOf = (part: 'top' | 'pareto'): readonly Row[] =>
    tables.flatMap(({ backend, ranked }) => ranked[part].map((row) => ({ ...row, backend })));
  const ranked = {
    throughput: (rows: readonly Row[]) => sort(rows, (row) => numberIn(row, CLUSTER_COLUMN), 'descending'),
    load: (rows: readonly Row[]) => [...rows].sort(byServedLoad),
  }[criterion](rowsOf('top'));
  const top = ranked.slice(0, TOP_ROWS);
  return {
    bestThroughput: top[0] === undefined ? 0 : numberIn(top[0], CLUSTER_COLUMN),
    top,
    pareto: paretoFront(rowsOf('pareto'), target, sort),
  };
}
