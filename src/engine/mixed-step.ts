import type { Operation } from '../operations/operations.ts';
import type { AggPoint, BackendModel } from './backends.ts';
import { decodePoint, type EngineContext, mixesAsAttention, prefillPoint, type Worker } from './worker.ts';

/** A step of an aggregated worker that prefills some sequences while others decode. */
interface MixedStep {
  /** Tokens of the prompts in the step. */
  readonly contextTokens: number;
  readonly isl: number;
  /** Sequences that the prompts belong to, and steps that one prompt is cut into. */
  readonly prefills: number;
  readonly chunks: number;
  /** Sequences that decode, and their mean length in tokens. */
  readonly decodes: number;
  readonly decodeLength: number;
}

/** Mean length in tokens of a sequence while it decodes. */
export function meanLength({ isl, osl }: Pick<AggPoint, 'isl' | 'osl'>): number {
  return isl + Math.floor(osl / 2) + 1;
}

/** The mixed step of an operating point; a single sequence never decodes beside its own prefill. */
export function mixedStep(backend: BackendModel, point: AggPoint): MixedStep {
  const { isl, contextTokens, batch } = point;
  return {
    contextTokens,
    isl,
    prefills: Math.ceil(contextTokens / isl),
    chunks: Math.ceil(isl / contextTokens),
    decodes: batch === 1 ? 0 : backend.mixedDecodeBatch(point),
    decodeLength: meanLength(point),
  };
}

/**
 * Time in ms of a mixed step: attention by the shapes of the prefilling and of the decoding sequences, everything else
 * once over all tokens. @throws DataMissing
 * Source: aiconfigurator 0.10.0, sdk/backends/base_backend.py, `run_agg`.
 */
export function mixedStepMs(worker: Worker, step: MixedStep): number {
  const { rest, prefillAttention, decodeAttention } = worker.mixed;
  const together = sum(rest(1, step.contextTokens + step.decodes));
  const prefills = sum(prefillAttention(step.prefills, step.isl)) / step.chunks;
  if (step.decodes === 0) return together + prefills;
  return together + prefills + sum(decodeAttention(step.decodes, step.decodeLength));
}

function sum(times: readonly number[]): number {
  let total = 0;
  for (const ms of times) total += ms;
  return total;
}

/** An operation with its time in ms, all its layers together. */
export interface TimedOperation {
  readonly op: Operation;
  readonly ms: number;
  /** Steps that the time is spread over: a prompt that is cut into chunks pays for its attention once. */
  readonly steps: number;
}

/** Every operation of a mixed step in the order in which they run, decode attention last; they add up to its time. */
export function mixedStepTimes(context: EngineContext, worker: Worker, step: MixedStep): readonly TimedOperation[] {
  const { architecture, operationTime } = context;
  const together = prefillPoint(1, step.contextTokens + step.decodes);
  const prefills = prefillPoint(step.prefills, step.isl);
  const prefilled = worker.contextOps.map((op): TimedOperation => {
    if (!mixesAsAttention(op)) return { op, ms: operationTime(op, together), steps: 1 };
    return { op, ms: operationTime(op, prefills), steps: step.chunks };
  });
  if (step.decodes === 0) return prefilled;
  const decodes = decodePoint(architecture, step.decodes, step.decodeLength);
  const attention = worker.generationOps.filter(mixesAsAttention);
  return [...prefilled, ...attention.map((op) => ({ op, ms: operationTime(op, decodes), steps: 1 }))];
}
