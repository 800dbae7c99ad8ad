import type { Candidate } from '../engine/candidate.ts';
import { quickSort } from '../engine/row-order.ts';
import { paretoFront } from './pareto.ts';
import {
  bestOfEachLayout,
  clusterRate,
  deployWithin,
  metric,
  type PickTarget,
  type RankedCandidate,
  type RankedTable,
  TOP_ROWS,
} from './ranking.ts';

/**
 * Ranks candidates by what they make of the whole GPU budget, one a layout. Where none keeps the latency limit, all
 * compete for the smallest latency. Source: aiconfigurator 0.10.0, sdk/pareto_analysis.py.
 */
export function pickDefault(candidates: readonly Candidate[], totalGpus: number, target: PickTarget): RankedTable {
  const latency = metric(target.latency);
  const filled = candidates.map((candidate) => fillBudget(candidate, totalGpus));
  const within = filled.filter((one) => latency(one) <= target.limitMs);
  const competing = (within.length > 0 ? within : filled).filter(
    (one) => Number.isFinite(latency(one)) && Number.isFinite(one.clusterRate),
  );
  const best = bestOfEachLayout(competing, clusterRate);
  const ranked = within.length > 0 ? [...best].sort(byThroughput(target)) : quickSort(best, latency, 'ascending');
  const top = ranked.slice(0, TOP_ROWS);
  return { bestThroughput: top[0]?.clusterRate ?? 0, top, pareto: paretoFront(filled, target) };
}

/** A candidate with the rate per GPU that the whole budget reaches when it is filled with its replicas. */
function fillBudget(candidate: Candidate, totalGpus: number): RankedCandidate {
  const { gpus, metrics } = candidate;
  return {
    candidate,
    ...deployWithin(candidate, totalGpus),
    clusterRate: (metrics.tokensPerSecPerGpu * Math.floor(totalGpus / gpus) * gpus) / totalGpus,
  };
}

/** Of equal throughput goes first what is faster for one user, or under an end-to-end limit what finishes sooner. */
function byThroughput({ latency }: PickTarget): (a: RankedCandidate, b: RankedCandidate) => number {
  const speed = { tpotMs: metric('tokensPerSecPerUser'), requestMs: metric('requestMs') }[latency];
  const sign = latency === 'requestMs' ? 1 : -1;
  return (a, b) => b.clusterRate - a.clusterRate || sign * (speed(a) - speed(b));
}
