import type { Candidate } from '../engine/candidate.ts';
import { round1 } from '../engine/rounding.ts';
import { quickSort } from '../engine/row-order.ts';
import { paretoFront } from './pareto.ts';
import {
  bestOfEachLayout,
  clusterRate,
  cutToTop,
  deployWithin,
  type LoadShare,
  loadBudget,
  metric,
  type PickTarget,
  type RankedCandidate,
  type RankedTable,
  type RankMends,
  type Score,
} from './ranking.ts';

/** The load to serve, in the unit of the figure that says what one replica serves: requests/s or requests in flight. */
export interface Load {
  readonly metric: 'requestsPerSec' | 'concurrency';
  readonly amount: number;
}

export interface LoadQuery {
  readonly load: Load;
  readonly maxGpus: number;
  /** Whether replicas that serve more than the budget holds are left out. */
  readonly holdsToBudget: boolean;
  readonly target: PickTarget;
  readonly mends: RankMends;
}

/** A candidate with what it does of the load. */
interface Matched {
  readonly candidate: Candidate;
  readonly load: LoadShare;
  readonly clusterRate: number;
}

const loadGpus: Score<Matched> = ({ load }) => load.gpus;
const rate = metric('tokensPerSecPerGpu');

/**
 * Ranks candidates by the fewest GPUs that serve a load, one a layout. Where the budget holds none of them, replicas are
 * capped and the candidates compete for throughput; where none keeps the latency limit, for the smallest latency, which
 * the reference does without a look at the budget. Source: aiconfigurator 0.10.0, sdk/pareto_analysis.py,
 * `get_best_configs_for_target_load`.
 */
export function pickLoadMatch(candidates: readonly Candidate[], query: LoadQuery): RankedTable {
  const { target, load, maxGpus } = query;
  const within = candidates.filter(({ metrics }) => metrics[target.latency] <= target.limitMs);
  const ranked =
    within.length > 0
      ? rankWithinLimit(matchAll(within, load), maxGpus)
      : rankByLatency(matchAll(candidates, load), query);
  const all = ranked.map((matched) => deployed(matched, query));
  const plain = candidates.map((candidate) => ({ candidate, clusterRate: candidate.metrics.tokensPerSecPerGpu }));
  return { bestThroughput: scoreOf(ranked[0], query), ...cutToTop(all), pareto: paretoFront(plain, target) };
}

function deployed(matched: Matched, { maxGpus, holdsToBudget }: LoadQuery): RankedCandidate {
  const budgetGpus = holdsToBudget ? loadBudget(matched.load, maxGpus) : matched.load.gpus;
  return { ...matched, ...deployWithin(matched.candidate, budgetGpus) };
}

function rankWithinLimit(matched: readonly Matched[], maxGpus: number): readonly Matched[] {
  const fitting = matched.filter(({ load }) => load.gpus <= maxGpus);
  if (fitting.length > 0) return [...bestOfEachLayout(fitting, loadGpus, 'smallest')].sort(byGpus);
  const capped = matched.map((one) => withinBudget(one, maxGpus));
  return quickSort(bestOfEachLayout(capped, clusterRate), clusterRate, 'descending');
}

function rankByLatency(matched: readonly Matched[], { target, maxGpus, mends }: LoadQuery): readonly Matched[] {
  const latency = metric(target.latency);
  const competing = mends.capsEveryRow ? matched.map((one) => withinBudget(one, maxGpus)) : matched;
  return quickSort(bestOfEachLayout(competing, latency, 'smallest'), latency, 'ascending');
}

/** Candidates with the replicas and GPUs that serve the whole load; those that serve nothing are left out. */
function matchAll(candidates: readonly Candidate[], { metric: unit, amount }: Load): readonly Matched[] {
  return candidates.flatMap((candidate) => {
    const { gpus, metrics } = candidate;
    const replicas = Math.max(1, Math.ceil(amount / metrics[unit]));
    if (!Number.isFinite(replicas)) return [];
    return [{ candidate, clusterRate: metrics.tokensPerSecPerGpu, load: { replicas, gpus: replicas * gpus } }];
  });
}

/** A candidate that needs more than the budget, with the replicas that it holds and the share of those wanted. */
function withinBudget(matched: Matched, maxGpus: number): Matched {
  const { candidate, load } = matched;
  if (load.gpus <= maxGpus) return matched;
  const replicas = Math.max(1, Math.floor(maxGpus / candidate.gpus));
  const gpus = replicas * candidate.gpus;
  return {
    candidate,
    clusterRate: (candidate.metrics.tokensPerSecPerGpu * replicas * candidate.gpus) / maxGpus,
    load: { replicas, gpus, servedPercent: round1((replicas / load.replicas) * 100) },
  };
}

function byGpus(a: Matched, b: Matched): number {
  return a.load.gpus - b.load.gpus || rate(b) - rate(a);
}

/** The reference mixes two scales: 1 / GPUs below the budget, tokens/s/GPU at it. */
function scoreOf(first: Matched | undefined, { mends, maxGpus }: LoadQuery): number {
  if (first === undefined) return 0;
  const { gpus } = first.load;
  return !mends.choosesByServedLoad && gpus < maxGpus ? 1 / gpus : first.clusterRate;
}
