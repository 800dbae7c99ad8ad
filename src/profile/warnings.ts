import type { EngineRevision } from '../engine/revision.ts';
import type { Warn } from '../errors.ts';
import type { PickedCandidate } from '../pick/ranking.ts';
import type { ProfileRequest } from '../request/request.ts';
import { type LatencyLimit, limitsOf } from '../request/sla.ts';
import { loadOf } from './compare.ts';
import type { PickOutcome } from './pick-outcome.ts';

/** The field of `spec.workload` that asks for a load. */
const LOAD_FIELD = { concurrency: 'concurrency', requestsPerSec: 'requestRate' } as const;

/** The reference says nothing when its pick misses a latency limit, we do where the request itself sets it. */
export function warnAboutSla(
  request: ProfileRequest,
  outcome: PickOutcome,
  { revision, warn }: { readonly revision: EngineRevision; readonly warn: Warn },
): void {
  const { planner } = revision.targets;
  for (const limit of limitsOf(request.sla).said) {
    const pickedMs = outcome.picked[0]!.candidate.metrics[limit.latency];
    if (pickedMs <= limit.limitMs) continue;
    const shortestMs = Math.min(...latenciesFound(outcome, limit));
    const { why, hint } = isPlannedDecode(request, limit)
      ? plannerWords(limit, planner.tpotMs)
      : missedWords(limit, shortestMs);
    const path = `spec.sla.${limit.field}`;
    warn('SLA_NOT_MET', { message: `${why}; the pick has ${pickedMs} ms`, path, origin: request.locate(path), hint });
  }
}

/** Latencies in ms that were found; a planner's pick has no experiments, only what was picked. */
function latenciesFound({ picked, experiments }: PickOutcome, { latency }: LatencyLimit): readonly number[] {
  const swept = Object.values(experiments).flatMap(({ pareto }) => pareto);
  return [...picked, ...swept].map(({ candidate }) => candidate.metrics[latency]);
}

function isPlannedDecode({ pickingMode }: ProfileRequest, { latency }: LatencyLimit): boolean {
  return pickingMode === 'autoscale' && latency !== 'ttftMs';
}

interface Words {
  readonly why: string;
  readonly hint: string;
}

function plannerWords({ field, limitMs }: LatencyLimit, plannerTpotMs: number): Words {
  return {
    why: `decode workers of a planner are picked for rate up to ${plannerTpotMs} ms a token, not for ${field} ${limitMs} ms`,
    hint: 'leave it to the planner to keep the limit by scaling, or remove features.planner to pick for it',
  };
}

function missedWords({ field, limitMs }: LatencyLimit, shortestMs: number): Words {
  return shortestMs <= limitMs
    ? {
        why: `what meets ${field} ${limitMs} ms does not serve the load, or is of the other serving mode`,
        hint: 'compare the ranked tables of `profile`',
      }
    : {
        why: `no configuration reaches ${field} ${limitMs} ms`,
        hint: `the shortest found is ${shortestMs} ms: raise the limit, lower isl or osl, or allow more GPUs`,
      };
}

/** A pick that serves only part of the load says so, and what would serve it all. */
export function warnAboutLoad(
  { workload, hardware, locate }: ProfileRequest,
  { candidate: { gpus, metrics }, load: share }: PickedCandidate,
  warn: Warn,
): void {
  const load = loadOf(workload);
  if (load === undefined || share?.servedPercent === undefined) return;
  const field = LOAD_FIELD[load.metric];
  const path = `spec.workload.${field}`;
  const perReplica = metrics[load.metric];
  const wantedGpus = Math.ceil(load.amount / perReplica) * gpus;
  const served = share.replicas * perReplica;
  warn('LOAD_NOT_SERVED', {
    message: `${field} ${load.amount} needs ${wantedGpus} GPUs, but there are ${hardware.totalGpus}; the pick has ${share.servedPercent} % of the replicas and serves ${served}`,
    path,
    origin: locate(path),
    hint: `set totalGpus to ${wantedGpus} or more, or ${field} to ${served} or less`,
  });
}
