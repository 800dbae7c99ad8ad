import { type Candidate, leadWorker, type Metrics, replicaGpus } from '../engine/candidate.ts';
import { layoutLabel } from '../models/layout.ts';

/** A candidate with the rate by which it is compared with others. */
export interface RatedCandidate {
  readonly candidate: Candidate;
  /** Tokens/s/GPU of the whole budget, filled with replicas of the candidate. */
  readonly clusterRate: number;
  /** The candidate's backend, in a table that ranks several. */
  readonly backend?: string;
}

/** How much of a candidate a graph deploys. */
export interface Deployment {
  /** GPUs of one replica, as the graph counts them. */
  readonly replicaGpus: number;
  /** GPUs that replicas may fill. */
  readonly budgetGpus: number;
  /** Replicas that the budget holds; 0 where it does not hold one. */
  readonly replicas: number;
}

/** What a candidate does of a load. */
export interface LoadShare {
  /** Replicas that serve the load, or as many as the budget holds. */
  readonly replicas: number;
  /** GPUs of those replicas as the reference counts them. */
  readonly gpus: number;
  /** Percentage of the replicas the load needs that the budget holds; only where that is not all of them. */
  readonly servedPercent?: number;
}

/** A candidate that may be deployed, with how often. A planner's pick has no rate of a whole budget. */
export interface PickedCandidate extends Omit<RatedCandidate, 'clusterRate'>, Deployment {
  readonly clusterRate?: number;
  /** Only where a load was to be matched. */
  readonly load?: LoadShare;
}

/** A candidate of a ranked table. */
export interface RankedCandidate extends PickedCandidate {
  readonly clusterRate: number;
}

/** A ranked table of one experiment. */
export interface RankedTable {
  /**
   * What experiments are compared by: the cluster rate of the first candidate in tokens/s/GPU, 0 where there is none.
   * By the reference's way a load match that needs less than the budget has 1 / GPUs here.
   */
  readonly bestThroughput: number;
  readonly top: readonly RankedCandidate[];
  /** What comes after the top ones; only people look at it. */
  readonly further: readonly RankedCandidate[];
  readonly pareto: readonly RatedCandidate[];
}

/** The latency a pick is judged by, and its limit in ms. */
export interface PickTarget {
  readonly latency: 'tpotMs' | 'requestMs';
  readonly limitMs: number;
}

/** What of a ranking is mended (docs/deviations.md); false where the reference's way is kept. */
export interface RankMends {
  /** What meets the targets goes before what does not, and else the nearest; by the reference's way throughput decides. */
  readonly meetsTargetsFirst: boolean;
  /** Tables compete by the load that they serve; by the reference's way by throughput, and below the budget by 1 / GPUs. */
  readonly choosesByServedLoad: boolean;
  /** Candidates over the latency limit are capped to the budget too. */
  readonly capsEveryRow: boolean;
}

/** Candidates of a ranked table. */
export const TOP_ROWS = 5;

/** Ranked candidates as a table has them. */
export function cutToTop(ranked: readonly RankedCandidate[]): Pick<RankedTable, 'top' | 'further'> {
  return { top: ranked.slice(0, TOP_ROWS), further: ranked.slice(TOP_ROWS) };
}

/** A number of a candidate that a ranking goes by. */
export type Score<Ranked> = (ranked: Ranked) => number;

export const clusterRate: Score<RatedCandidate> = (ranked) => ranked.clusterRate;

/** One of a candidate's figures. */
export function metric(name: keyof Metrics): Score<{ readonly candidate: Candidate }> {
  return ({ candidate }) => candidate.metrics[name];
}

/** How often a candidate fits into GPUs. */
export function deployWithin(candidate: Candidate, budgetGpus: number): Deployment {
  const gpus = replicaGpus(candidate);
  return { replicaGpus: gpus, budgetGpus, replicas: Math.floor(budgetGpus / gpus) };
}

/** What all replicas of a pick do together. */
export interface Delivery {
  readonly gpus: number;
  readonly requestsPerSec: number;
  readonly tokensPerSec: number;
  /** Requests in flight. */
  readonly concurrency: number;
}

/** What is deployed of a pick, and what that was estimated to do. */
export function deliveryOf({ candidate: { metrics }, replicas, replicaGpus: gpus }: PickedCandidate): Delivery {
  const { requestsPerSec, tokensPerSec, concurrency } = metrics;
  return {
    gpus: replicas * gpus,
    requestsPerSec: replicas * requestsPerSec,
    tokensPerSec: replicas * tokensPerSec,
    concurrency: replicas * concurrency,
  };
}

/** GPUs that replicas may fill: those that serve the load as far as there are as many, else all. */
export function loadBudget({ gpus }: Pick<LoadShare, 'gpus'>, totalGpus: number): number {
  return Math.min(gpus, totalGpus);
}

/** The first candidate with the largest or smallest score of each layout; layouts in lexicographic order. */
export function bestOfEachLayout<Ranked extends { readonly candidate: Candidate }>(
  ranked: readonly Ranked[],
  score: Score<Ranked>,
  wanted: 'largest' | 'smallest' = 'largest',
): readonly Ranked[] {
  const sign = wanted === 'largest' ? 1 : -1;
  const best = new Map<string, Ranked>();
  for (const one of ranked) {
    const label = layoutLabel(leadWorker(one.candidate).layout);
    const found = best.get(label);
    if (found === undefined || sign * (score(one) - score(found)) > 0) best.set(label, one);
  }
  return [...best.keys()].sort().map((label) => best.get(label)!);
}
