import type { Row } from '../engine/sweep-agg.ts';
import type { Mode } from '../serving.ts';
import { paretoFront } from './pareto.ts';
import {
  bestOfEachGroup,
  CLUSTER_COLUMN,
  MODE_TABLES,
  numberIn,
  type PickTarget,
  type RankedRows,
  TOP_ROWS,
  withClusterRate,
} from './rows.ts';

/**
 * Ranks rows by what they make of the whole GPU budget, one row a layout. Where no row keeps the latency limit, all
 * rows compete for the smallest latency. Source: aiconfigurator 0.10.0, sdk/pareto_analysis.py.
 */
export function pickDefault(mode: Mode, sweepRows: readonly Row[], totalGpus: number, target: PickTarget): RankedRows {
  const { groupColumn, sort } = MODE_TABLES[mode];
  const rows = withClusterRate(sweepRows, totalGpus);
  const within = rows.filter((row) => numberIn(row, target.column) <= target.limitMs);
  const candidates = (within.length > 0 ? within : rows).filter(
    (row) => Number.isFinite(numberIn(row, target.column)) && Number.isFinite(numberIn(row, CLUSTER_COLUMN)),
  );
  const best = bestOfEachGroup(candidates, groupColumn, CLUSTER_COLUMN);
  const ranked =
    within.length > 0
      ? [...best].sort(byThroughput(target))
      : sort(best, (row) => numberIn(row, target.column), 'ascending');
  const top = ranked.slice(0, TOP_ROWS);
  return {
    bestThroughput: top[0] === undefined ? 0 : numberIn(top[0], CLUSTER_COLUMN),
    top,
    pareto: paretoFront(rows, target, sort),
  };
}

function byThroughput({ tieColumn }: PickTarget): (a: Row, b: Row) => number {
  const sign = tieColumn === 'request_latency' ? 1 : -1;
  return (a, b) =>
    numberIn(b, CLUSTER_COLUMN) - numberIn(a, CLUSTER_COLUMN) ||
    sign * (numberIn(a, tieColumn) - numberIn(b, tieColumn));
}
