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
  let front = sorted.map((one, index) => ({ one, index, x: sign * x(one), y: one.clusterRate }));
  for (let i = 0; i < sorted.length; i += 1) {
    const point = front.find(({ index }) => index === i);
    if (point === undefined) continue;
    front = front.filter((other) => other === point || other.x > point.x || other.y > point.y);
  }
  const survivors = front.map(({ one }) => one);
  return quickSort(survivors, x, 'ascending');
}
