import type { AggPoint } from '../engine/backends.ts';
import type { AggCandidate, WorkerChoice } from '../engine/candidate.ts';
import { meanLength, mixedStep, mixedStepTimes, type TimedOperation } from '../engine/mixed-step.ts';
import { createWorker, decodePoint, type EngineContext, prefillPoint } from '../engine/worker.ts';
import { sourceOf } from '../operations/operations.ts';
import type { ProfileRequest } from '../request/request.ts';
import type { Role } from '../serving.ts';
import { roleContext } from './experiments.ts';
import type { Opened } from './measured.ts';
import type { Profile } from './profile.ts';

/** Time of one operation in a step. */
interface OperationLine {
  readonly name: string;
  /** How often it runs; fractional under multi-token prediction. */
  readonly count: number;
  readonly onceMs: number;
  readonly totalMs: number;
  /** Measured in which table, or estimated from what. */
  readonly source: string;
}

/** The operations of one step of the picked workers. */
export interface StepReport {
  readonly title: string;
  readonly lines: readonly OperationLine[];
}

/**
 * Times of every operation in the steps that the first pick is made of; empty where nothing was measured. Decode steps
 * are taken at the mean length of a request. Prefill and decode workers of a pick are 1.1 and 1.08 times as slow as the
 * sums here (aiconfigurator 0.10.0, sdk/task_v2.py).
 */
export function pickedOperationTimes(request: ProfileRequest, profile: Profile, opened: Opened): readonly StepReport[] {
  const candidate = profile.picked[0]?.candidate;
  if (candidate === undefined) return [];
  const measured = opened.backends.find(({ backend }) => backend === profile.backend)!;
  const context = (role: Role): EngineContext => roleContext(opened.architecture, measured, role);
  const { isl, osl } = request.workload;
  if (candidate.mode === 'agg') return aggSteps(context('agg'), candidate, { isl, osl });
  return [
    prefillStep(context('prefill'), candidate.prefill, isl),
    decodeStep(context('decode'), candidate.decode, meanLength({ isl, osl })),
  ];
}

function aggSteps(
  context: EngineContext,
  { worker, step: { contextTokens } }: AggCandidate,
  { isl, osl }: Pick<AggPoint, 'isl' | 'osl'>,
): readonly StepReport[] {
  const { batch, layout } = worker;
  const point: AggPoint = { isl, osl, batch, contextTokens, steps: Math.ceil((isl * batch) / contextTokens) };
  const step = mixedStep(context.backend, point);
  const title = `mixed step: ${contextTokens} prefill tokens, ${step.decodes} decoding sequences`;
  return [
    { title, lines: mixedStepTimes(context, createWorker(context, layout), step).map(line) },
    decodeStep(context, worker, step.decodeLength),
  ];
}

function prefillStep(context: EngineContext, { layout, batch }: WorkerChoice, length: number): StepReport {
  const step = prefillPoint(batch, length);
  const { contextOps } = createWorker(context, layout);
  const lines = contextOps.map((op) => line({ op, ms: context.operationTime(op, step), steps: 1 }));
  return { title: `prefill step: ${batch} sequences of ${length} tokens`, lines };
}

function decodeStep(context: EngineContext, { layout, batch }: WorkerChoice, length: number): StepReport {
  const step = decodePoint(context.architecture, batch, length);
  const { generationOps } = createWorker(context, layout);
  const lines = generationOps.map((op) => line({ op, ms: context.operationTime(op, step), steps: 1 }));
  return { title: `decode step: ${batch} sequences at ${length} tokens`, lines };
}

function line({ op, ms, steps }: TimedOperation): OperationLine {
  const { name, count } = op;
  return { name, count, onceMs: count === 0 ? 0 : ms / count / steps, totalMs: ms / steps, source: sourceOf(op) };
}
