import type { Layout } from '../models/layout.ts';
import type { QuantModes } from '../operations/quant-modes.ts';
import type { Role } from '../serving.ts';

/** An engine and the system that it was measured on. */
export interface MeasuredEngine {
  readonly backend: string;
  readonly version: string;
  readonly system: string;
}

/** The workers of one role in one replica. */
export interface WorkerChoice {
  readonly layout: Layout;
  /** Sequences that one data-parallel rank batches. */
  readonly batch: number;
  /** Workers of this role in one replica. */
  readonly workers: number;
  /** Names of the modes as far as they are known, as text: a lock may come from a release that had others. */
  readonly quant: Readonly<Partial<Record<keyof QuantModes, string>>>;
  /** Memory of one GPU. */
  readonly memoryGib: number;
  readonly engine: MeasuredEngine;
}

/** The workers of one stage of disaggregated serving. */
export interface StageChoice extends WorkerChoice {
  /** What one worker of the stage could serve alone. */
  readonly requestsPerSec: number;
}

/** What one replica was estimated to do; all figures are rounded to three decimals, and ranked as rounded. */
export interface Metrics {
  readonly ttftMs: number;
  readonly tpotMs: number;
  /** From the request to its last token. */
  readonly requestMs: number;
  /** Requests in flight. */
  readonly concurrency: number;
  readonly requestsPerSec: number;
  readonly requestsPerSecPerGpu: number;
  readonly tokensPerSec: number;
  readonly tokensPerSecPerGpu: number;
  readonly tokensPerSecPerUser: number;
}

/** A step of an aggregated worker that prefills some sequences while it decodes others. */
export interface MixedStep {
  readonly contextTokens: number;
  readonly tokens: number;
  /** Sequences in prefill and in decode. */
  readonly prefills: number;
  readonly decodes: number;
  /** Steps that prefill a batch, divided by those that decode it. */
  readonly balance: number;
}

interface CandidateBase {
  readonly model: string;
  /** Lengths in tokens. */
  readonly isl: number;
  readonly osl: number;
  /** GPUs of one replica as the reference counts them: context-parallel ranks count only in aggregated serving. */
  readonly gpus: number;
  readonly metrics: Metrics;
}

/** A replica of one worker that does prefill and decode. */
export interface AggCandidate extends CandidateBase {
  readonly mode: 'agg';
  readonly worker: WorkerChoice;
  readonly step: MixedStep;
}

/** A replica of prefill and decode workers whose rates match. */
export interface DisaggCandidate extends CandidateBase {
  readonly mode: 'disagg';
  readonly prefill: StageChoice;
  readonly decode: StageChoice;
}

/** A configuration that could serve a request, with what it was estimated to do. */
export type Candidate = AggCandidate | DisaggCandidate;

/** The workers by whose layout a ranking groups candidates. */
export function leadWorker(candidate: Candidate): WorkerChoice {
  return candidate.mode === 'agg' ? candidate.worker : candidate.decode;
}

type RoleChoice = readonly [role: Role, choice: WorkerChoice];

/** The workers of each role in one replica, prefill first. */
export function workersByRole(candidate: Candidate): readonly [RoleChoice, ...RoleChoice[]] {
  if (candidate.mode === 'agg') return [['agg', candidate.worker]];
  return [
    ['prefill', candidate.prefill],
    ['decode', candidate.decode],
  ];
}

/** Memory of the GPU that has the least left. */
export function mostMemoryUsedGib(candidate: Candidate): number {
  if (candidate.mode === 'agg') return candidate.worker.memoryGib;
  return Math.max(candidate.prefill.memoryGib, candidate.decode.memoryGib);
}

/** GPUs that a graph gives one replica: no context-parallel ranks, since no flag expresses them. */
export function replicaGpus(candidate: Candidate): number {
  return candidate.mode === 'agg'
    ? workerGpus(candidate.worker)
    : workerGpus(candidate.prefill) + workerGpus(candidate.decode);
}

function workerGpus({ layout: { tp, pp, dp }, workers }: WorkerChoice): number {
  return workers * tp * pp * dp;
}
