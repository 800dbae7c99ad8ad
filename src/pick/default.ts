import { quickSort, stableSort } from '../engine/row-order.ts';
import type { Row } from '../engine/sweep-agg.ts';
import { paretoFront } from './pareto.ts';
import {
  bestOfEachGroup,
  CLUSTER_COLUMN,
  numberIn,
  type PickTarget,
  type RankedRows,
  withClusterRate,
} from './rows.ts';

const TOP_ROWS = 5;

/** How a mode's table is grouped by layout and sorted. */
const TABLES = {
  agg: { groupColumn: 'parallel', sort: stableSort },
  disagg: { groupColumn: '(d)parallel', sort: quickSort },
} as const;

/**
 * Ranks rows by what they make of the whole GPU budget, one row a layout. Where no row keeps the latency limit, all
 * rows compete for the smallest latency. Source: aiconfigurator 0.10.0, sdk/pareto_analysis.py.
 */
export function pickDefault(
  mode: 'agg' | 'disagg',
  sweepRows: readonly Row[],
  totalGpus: number,
  target: PickTarget,
): RankedRows {
  const rows = withClusterRate(sweepRows, totalGpus);
  const within = rows.filter((row) => numberIn(row, target.column) <= target.limitMs);
  const candidates = (within.length > 0 ? within : rows).filter(
    (row) => Number.isFinite(numberIn(row, target.column)) && Number.isFinite(numberIn(row, CLUSTER_COLUMN)),
  );
  const order = within.length > 0 ? byThroughput(target) : byLatency(target);
  const top = [...bestOfEachGroup(candidates, TABLES[mode].groupColumn, CLUSTER_COLUMN)].sort(order).slice(0, TOP_ROWS);
  return {
    bestThroughput: top[0] === undefined ? 0 : numberIn(top[0], CLUSTER_COLUMN),
    top,
    pareto: paretoFront(rows, target, TABLES[mode].sort),
  };
}

type Order = (a: Row, b: Row) => number;

function byThroughput({ tieColumn }: PickTarget): Order {
  const sign = tieColumn === 'request_latency' ? 1 : -1;
  return (a, b) =>
    numberIn(b, CLUSTER_COLUMN) - numberIn(a, CLUSTER_COLUMN) ||
    sign * (numberIn(a, tieColumn) - numberIn(b, tieColumn));
}

function byLatency({ column }: PickTarget): Order {
  return (a, b) => numberIn(a, column) - numberIn(b, column);
}
