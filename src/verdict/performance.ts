import type { PickedCandidate } from '../pick/ranking.ts';
import { upTo3Decimals } from './figures.ts';

/** What a deployment was estimated to do at full load, all its replicas together. */
export interface Performance {
  readonly requestsPerSec: number;
  /** Requests in flight, which is users that wait for an answer at one time. */
  readonly concurrency: number;
  /** Output tokens. */
  readonly tokensPerSec: number;
  /** By the GPUs that are used. */
  readonly tokensPerSecPerGpu: number;
  /** By the GPUs of the whole budget, or of those that a load takes; candidates are compared by it. */
  readonly tokensPerSecPerBudgetGpu: number;
  readonly tokensPerSecPerUser: number;
  readonly ttftMs: number;
  readonly itlMs: number;
  /** From the request to its last token. */
  readonly requestMs: number;
}

/** The figures of a candidate as often as it is deployed. */
export function performanceOf({ candidate, replicas, clusterRate }: PickedCandidate): Performance {
  const { metrics } = candidate;
  return {
    requestsPerSec: upTo3Decimals(replicas * metrics.requestsPerSec),
    concurrency: upTo3Decimals(replicas * metrics.concurrency),
    tokensPerSec: upTo3Decimals(replicas * metrics.tokensPerSec),
    tokensPerSecPerGpu: upTo3Decimals(metrics.tokensPerSecPerGpu),
    tokensPerSecPerBudgetGpu: upTo3Decimals(clusterRate ?? metrics.tokensPerSecPerGpu),
    tokensPerSecPerUser: upTo3Decimals(metrics.tokensPerSecPerUser),
    ttftMs: upTo3Decimals(metrics.ttftMs),
    itlMs: upTo3Decimals(metrics.tpotMs),
    requestMs: upTo3Decimals(metrics.requestMs),
  };
}
