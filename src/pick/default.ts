import type { Candidate } from '../engine/candidate.ts';
import { quickSort } from '../engine/row-order.ts';
import { paretoFront } from './pareto.ts';
import {
  bestOfEachLayout,
  clusterRate,
  cutToTop,
  deployWithin,
  metric,
  type PickTarget,
  type RankedCandidate,
  type RankedTable,
  type RankMends,
} from './ranking.ts';
import { type CandidateOrder, meetsTarget } from './targets.ts';

/** What is ranked for. */
export interface DefaultQuery {
  readonly totalGpus: number;
  readonly target: PickTarget;
  readonly mends: RankMends;
}

/**
 * Ranks candidates by what they make of the whole GPU budget, one a layout. Where none keeps the latency limit, all
 * compete for the smallest latency. Source: aiconfigurator 0.10.0, sdk/pareto_analysis.py.
 */
export function pickDefault(candidates: readonly Candidate[], { totalGpus, target, mends }: DefaultQuery): RankedTable {
  const latencyMs = metric(target.latency);
  const filled = candidates.map((candidate) => fillBudget(candidate, totalGpus));
  const within = filled.filter(meetsTarget(target));
  const competing = (within.length > 0 ? within : filled).filter(
    (one) => Number.isFinite(latencyMs(one)) && Number.isFinite(one.clusterRate),
  );
  const rankMissing = mends.meetsTargetsFirst ? rankByNearness : rankByLatency;
  const ranked = (within.length > 0 ? rankByRate : rankMissing)(competing, target);
  return { bestThroughput: ranked[0]?.clusterRate ?? 0, ...cutToTop(ranked), pareto: paretoFront(filled, target) };
}

type Rank = (competing: readonly RankedCandidate[], target: PickTarget) => readonly RankedCandidate[];

const rankByRate: Rank = (competing, target) =>
  [...bestOfEachLayout(competing, clusterRate)].sort(byThroughput(target));

/** The reference looks for the smallest latency only among the best rates of the layouts. */
const rankByLatency: Rank = (competing, { latency }) =>
  quickSort(bestOfEachLayout(competing, clusterRate), metric(latency), 'ascending');

/** The nearest of each layout; of equally near ones the higher rate. */
const rankByNearness: Rank = (competing, { latency }) => {
  const latencyMs = metric(latency);
  const order: CandidateOrder = (a, b) => latencyMs(a) - latencyMs(b) || b.clusterRate - a.clusterRate;
  return [...bestOfEachLayout([...competing].sort(order), latencyMs, 'smallest')].sort(order);
};

/** A candidate with the rate per GPU that the whole budget reaches when it is filled with its replicas. */
export function fillBudget(candidate: Candidate, totalGpus: number): RankedCandidate {
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
