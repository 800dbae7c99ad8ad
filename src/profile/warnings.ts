import type { Row } from '../engine/sweep-agg.ts';
import type { Warn } from '../errors.ts';
import { PLANNER_TPOT_MS } from '../pick/autoscale.ts';
import { GPUS_COLUMN, SERVED_COLUMN } from '../pick/load-match.ts';
import { numberIn } from '../pick/rows.ts';
import type { ProfileRequest, Sla } from '../request/request.ts';
import { loadOf } from './compare.ts';
import type { Outcome } from './outcome.ts';

/** A latency that was asked for, with the column that says what was reached. */
interface Limit {
  readonly column: 'ttft' | 'tpot' | 'request_latency';
  readonly limitMs: number;
  readonly field: 'ttft' | 'itl' | 'e2eLatency';
}

/** The reference says nothing when its pick misses a latency limit, we do. */
export function warnAboutSla(request: ProfileRequest, outcome: Outcome, warn: Warn): void {
  for (const limit of limitsOf(request.sla)) {
    const pickedMs = numberIn(outcome.picked[0]!, limit.column);
    if (pickedMs <= limit.limitMs) continue;
    const shortestMs = Math.min(...latenciesFound(outcome, limit));
    const { why, hint } = isPlannedDecode(request, limit) ? plannerWords(limit) : missedWords(limit, shortestMs);
    const path = `spec.sla.${limit.field}`;
    warn('SLA_NOT_MET', { message: `${why}; the pick has ${pickedMs} ms`, path, origin: request.locate(path), hint });
  }
}

function limitsOf(sla: Sla): readonly Limit[] {
  if (sla.kind === 'e2e') return [{ column: 'request_latency', limitMs: sla.e2eLatencyMs, field: 'e2eLatency' }];
  return [
    { column: 'ttft', limitMs: sla.ttftMs, field: 'ttft' },
    { column: 'tpot', limitMs: sla.itlMs, field: 'itl' },
  ];
}

/** Latencies in ms that were found; a planner's pick has no experiments, only its own rows. */
function latenciesFound({ picked, experiments }: Outcome, { column }: Limit): readonly number[] {
  const swept = Object.values(experiments).flatMap(({ pareto }) => pareto);
  return [...picked, ...swept].map((row) => numberIn(row, column));
}

function isPlannedDecode({ pickingMode }: ProfileRequest, { column }: Limit): boolean {
  return pickingMode === 'autoscale' && column !== 'ttft';
}

interface Words {
  readonly why: string;
  readonly hint: string;
}

function plannerWords({ field, limitMs }: Limit): Words {
  return {
    why: `decode workers of a planner are picked for rate up to ${PLANNER_TPOT_MS} ms a token, not for ${field} ${limitMs} ms`,
    hint: 'leave it to the planner to keep the limit by scaling, or remove features.planner to pick for it',
  };
}

function missedWords({ field, limitMs }: Limit, shortestMs: number): Words {
  return shortestMs <= limitMs
    ? { why: `the best serving mode misses ${field} ${limitMs} ms`, hint: 'compare the ranked tables of `profile`' }
    : {
        why: `no configuration reaches ${field} ${limitMs} ms`,
        hint: `the shortest found is ${shortestMs} ms: raise the limit, lower isl or osl, or allow more GPUs`,
      };
}

/** A pick that serves only part of the load says so, and what would serve it all. */
export function warnAboutLoad({ workload, hardware, locate }: ProfileRequest, picked: Row, warn: Warn): void {
  const load = loadOf(workload);
  const percent = numberIn(picked, SERVED_COLUMN);
  if (load === undefined || Number.isNaN(percent)) return;
  const field = load.column === 'concurrency' ? 'concurrency' : 'requestRate';
  const path = `spec.workload.${field}`;
  const perReplica = numberIn(picked, load.column);
  const gpus = numberIn(picked, 'num_total_gpus');
  const wantedGpus = Math.ceil(load.amount / perReplica) * gpus;
  const served = (numberIn(picked, GPUS_COLUMN) / gpus) * perReplica;
  warn('LOAD_NOT_SERVED', {
    message: `${field} ${load.amount} needs ${wantedGpus} GPUs, but there are ${hardware.totalGpus}; the pick has ${percent} % of the replicas and serves ${served}`,
    path,
    origin: locate(path),
    hint: `set totalGpus to ${wantedGpus} or more, or ${field} to ${served} or less`,
  });
}
