import { quickSort } from '../engine/row-order.ts';
import { metric, type PickTarget, type RatedCandidate, type Score } from './ranking.ts';

/** What a front is drawn along for each latency, and whether more of it is better (1) or less (-1). */
const AXES = {
  tpotMs: { x: metric('tokensPerSecPerUser'), sign: 1 },
  requestMs: { x: metric('requestMs'), sign: -1 },
} as const satisfies Record<PickTarget['latency'], { readonly x: Score<RatedCandidate>; readonly sign: 1 | -1 }>;

/**
 * Candidates that no other beats in both latency and cluster rate, by ascending latency axis. One survives when it is
 * strictly better in one of the two, so equal ones collapse to the first.
 * Source: aiconfigurator 0.10.0, sdk/pareto_analysis.py, `get_pareto_front`.
 */
export function paretoFront<Rated extends RatedCandidate>(
  rated: readonly Rated[],
  { latency }: PickTarget,
): readonly Rated[] {
  const { x, sign } = AXES[latency];
  const finite = rated.filter((one) => Number.isFinite(x(one)) && Number.isFinite(one.clusterRate));
  const sorted = quickSort(finite, x, 'ascending');
  const points = sorted.map((one, index) => ({ one, index, x: sign * x(one), y: one.clusterRate }));
  // Whatever beats or equals a point goes before it here, and has at least its rate.
  const bestFirst = [...points].sort((a, b) => b.x - a.x || b.y - a.y || a.index - b.index);
  const front = new Set<Rated>();
  let highest = Number.NEGATIVE_INFINITY;
  for (const { one, y } of bestFirst) {
    if (y > highest) front.add(one);
    highest = Math.max(highest, y);
  }
  const survivors = sorted.filter((one) => front.has(one));
  return quickSort(survivors, x, 'ascending');
}
