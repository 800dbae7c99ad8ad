import type { Warn } from '../errors.ts';
import type { Architecture } from '../models/architecture.ts';
import type { ExpertSplit } from '../models/weights/model-weights.ts';
import type { SystemSpec } from '../perfdb/perfdb.ts';
import type { ProfileRequest } from '../request/request.ts';
import type { Backend } from '../serving.ts';
import { sizeAsReference } from './naive-reference.ts';
import { NO_LATENCIES, type PickOutcome } from './pick-outcome.ts';
import { sizeToLoad } from './size-to-load.ts';
import { MEMORY_FACTOR, type NaiveSizing, type WorkerSizing } from './worker-sizing.ts';

const BATCH_SIZE = 128;
const REFERENCE_BACKEND: Backend = 'vllm';

/**
 * Workers that hold the model, as many as the budget has room for.
 * @throws RenderError HARDWARE_MISSING or NO_FEASIBLE_CONFIG
 */
export function sizeFromMemory(
  request: ProfileRequest,
  architecture: Architecture,
  system: SystemSpec | undefined,
): { readonly outcome: PickOutcome; readonly naive: NaiveSizing } {
  const size = request.mends.sizesForRequest ? sizeToLoad : sizeAsReference;
  const sizing = size(request, architecture, system);
  const outcome: PickOutcome = {
    backend: request.backend === 'auto' ? REFERENCE_BACKEND : request.backend,
    backendVersion: null,
    chosen: 'agg',
    latencies: NO_LATENCIES,
    experiments: {},
    picked: [],
    attempts: [],
  };
  return { outcome, naive: toNaive(sizing, architecture) };
}

/** In the order in which locks keep it. */
function toNaive({ split, gpusPerWorker, replicas, ...rest }: WorkerSizing, architecture: Architecture): NaiveSizing {
  const { weightsGib, precision, requiredGpus } = rest;
  const { dataType } = architecture.weights;
  return {
    ...parallelSizes(architecture.experts > 1, split, gpusPerWorker),
    ...{ gpusPerWorker, replicas, batchSize: BATCH_SIZE, weightsGib },
    ...(precision && { precision }),
    ...(dataType && { dataType }),
    requiredGpus,
  };
}

function parallelSizes(hasExperts: boolean, split: ExpertSplit, gpus: number) {
  if (!hasExperts) return { tp: gpus, moeTp: 1 };
  return split === 'tensor' ? { tp: 1, moeTp: gpus } : { tp: 1, moeTp: 1, moeEp: gpus };
}

/** Why a request is sized from memory, and what would be ranked. */
export interface SizingReasons {
  readonly why: string;
  /** What to do for a ranking, in words. */
  readonly hint: string;
}

/** The sizing says nothing about speed, and where the GPUs are few, that they leave little room besides the weights. */
export function warnAboutSizing(
  request: ProfileRequest,
  naive: NaiveSizing,
  { why, hint }: SizingReasons,
  warn: Warn,
): void {
  const { gpusPerWorker, requiredGpus, weightsGib, replicas, precision = '16-bit' } = naive;
  const isTight = gpusPerWorker < requiredGpus;
  const words = request.mends.sizesForRequest ? TIGHT : UNFIT;
  warn('SIZED_FROM_MEMORY', {
    message: `no performance was estimated (${why}): ${replicas} x ${gpusPerWorker} GPUs for about ${weightsGib.toFixed(1)} GiB of ${precision} weights${isTight ? words(requiredGpus) : ''}`,
    path: 'spec.hardware.gpuSku',
    origin: request.locate('spec.hardware.gpuSku'),
    hint,
  });
}

const TIGHT = (gpus: number): string =>
  `; little room is left for the cache, ${gpus} GPUs would hold the weights ${MEMORY_FACTOR} times`;
const UNFIT = (gpus: number): string =>
  `; it may not fit, since ${gpus} GPUs would be needed to hold the weights ${MEMORY_FACTOR} times`;
