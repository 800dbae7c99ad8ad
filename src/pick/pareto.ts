import type { RowSort } from '../engine/row-order.ts';
import type { Row } from '../engine/sweep-agg.ts';
import { CLUSTER_COLUMN, numberIn, type PickTarget } from './rows.ts';

/**
 * Rows that no other row beats in both latency and cluster rate, by ascending latency axis. A row survives when it is
 * strictly better in one of the two, so equal rows collapse to the first.
 * Source: aiconfigurator 0.10.0, sdk/pareto_analysis.py, `get_pareto_front`.
 */
export function paretoFront(rows: readonly Row[], target: PickTarget, sort: RowSort): readonly Row[] {
  const isLatency = target.column === 'request_latency';
  const xColumn = isLatency ? 'request_latency' : 'tokens/s/user';
  const sign = isLatency ? -1 : 1;
  const x = (row: Row): number => numberIn(row, xColumn);
  const finite = rows.filter((row) => Number.isFinite(x(row)) && Number.isFinite(numberIn(row, CLUSTER_COLUMN)));
  const sorted = sort(finite, x, 'ascending');
  let front = sorted.map((row, index) => ({
    row,
    index,
    x: sign * numberIn(row, xColumn),
    y: numberIn(row, CLUSTER_COLUMN),
  }));
  for (let i = 0; i < sorted.length; i += 1) {
    const point = front.find(({ index }) => index === i);
    if (point === undefined) continue;
    front = front.filter((other) => other === point || other.x > point.x || other.y > point.y);
  }
  const survivors = front.map(({ row }) => row);
  return sort(survivors, x, 'ascending');
}
