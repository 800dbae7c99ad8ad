import type { PickedCandidate } from '../pick/ranking.ts';
import { loadOf } from '../profile/compare.ts';
import type { Request } from '../request/request.ts';
import { upTo3Decimals } from './figures.ts';

/** The load that a request asks for, beside what is deployed for it. */
export interface LoadResult {
  /** Field of `spec.workload`. */
  readonly field: 'requestRate' | 'concurrency';
  /** Requests/s or requests in flight. */
  readonly wanted: number;
  /** What the deployment serves at full load. */
  readonly served: number;
  readonly isServed: boolean;
  /** GPUs with which the picked group of workers would serve it, whatever the budget is. */
  readonly neededGpus: number;
}

const FIELDS = { requestsPerSec: 'requestRate', concurrency: 'concurrency' } as const;

/** Undefined where the request asks for no load, or its pick is not matched to one. */
export function loadResult({ workload }: Pick<Request, 'workload'>, pick: PickedCandidate): LoadResult | undefined {
  const load = loadOf(workload);
  if (load === undefined || pick.load === undefined) return undefined;
  const { candidate, replicas } = pick;
  const perReplica = candidate.metrics[load.metric];
  return {
    field: FIELDS[load.metric],
    wanted: load.amount,
    served: upTo3Decimals(replicas * perReplica),
    // Where nothing keeps the targets, the reference counts replicas that the budget does not hold.
    isServed: pick.load.servedPercent === undefined && replicas >= pick.load.replicas,
    neededGpus: Math.max(1, Math.ceil(load.amount / perReplica)) * candidate.gpus,
  };
}
