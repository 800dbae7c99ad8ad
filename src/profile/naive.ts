import { RenderError, type Warn } from '../errors.ts';
import type { Architecture } from '../models/architecture.ts';
import type { SystemSpec } from '../perfdb/perfdb.ts';
import type { ProfileRequest } from '../request/request.ts';
import type { Backend } from '../serving.ts';
import { NO_LATENCIES, type PickOutcome } from './pick-outcome.ts';

/** Aggregated workers that were sized from the weights alone; nothing of it was measured. */
export interface NaiveSizing {
  /** Tensor parallel size of a dense model's worker; 1 with experts, which have theirs in `moeTp`. */
  readonly tp: number;
  /** Tensor parallel size of the experts; 1 for a dense model. */
  readonly moeTp: number;
  readonly gpusPerWorker: number;
  readonly replicas: number;
  /** Sequences a worker batches. */
  readonly batchSize: number;
  /** Estimated 16-bit weights; quantisation is not looked at. */
  readonly weightsGib: number;
  /** GPUs that hold the weights one and a half times, a power of two; a worker has fewer where there are not as many. */
  readonly requiredGpus: number;
}

const BYTES_PER_WEIGHT = 2;
/** Room for weights, cache and activations, as a multiple of the weights. */
const MEMORY_FACTOR = 1.5;
const BATCH_SIZE = 128;
const GIB = 2 ** 30;
const MIB = 2 ** 20;
const REFERENCE_BACKEND: Backend = 'vllm';
/** What the reference takes for a card that it has no figures of: an H200. */
const REFERENCE_CARD = { memoryBytes: 141 * GIB, gpusPerNode: 8 };

/**
 * Workers with the fewest GPUs that hold the model, as many as the budget has room for.
 * Source: aiconfigurator 0.10.0, generator/naive.py; ai-dynamo 1.4.2, profiler/rapid.py, `_run_naive_fallback`.
 * @throws RenderError HARDWARE_MISSING for a card of unknown memory
 */
export function sizeFromMemory(
  request: ProfileRequest,
  architecture: Architecture,
  system: SystemSpec | undefined,
): { readonly outcome: PickOutcome; readonly naive: NaiveSizing } {
  const { totalGpus } = request.hardware;
  const { memoryBytes, gpusPerNode } = cardOf(request, system);
  const weightBytes = estimateWeightBytes(architecture);
  const requiredGpus = 2 ** Math.ceil(Math.log2(Math.max(1, Math.ceil((weightBytes * MEMORY_FACTOR) / memoryBytes))));
  const gpusPerWorker = Math.min(requiredGpus, gpusPerNode, totalGpus);
  const hasExperts = architecture.experts > 1;
  const naive = {
    tp: hasExperts ? 1 : gpusPerWorker,
    moeTp: hasExperts ? gpusPerWorker : 1,
    gpusPerWorker,
    replicas: Math.floor(totalGpus / gpusPerWorker),
    batchSize: BATCH_SIZE,
    weightsGib: weightBytes / GIB,
    requiredGpus,
  };
  const outcome: PickOutcome = {
    backend: request.backend === 'auto' ? REFERENCE_BACKEND : request.backend,
    backendVersion: null,
    chosen: 'agg',
    latencies: NO_LATENCIES,
    experiments: {},
    picked: [],
    attempts: [],
  };
  return { outcome, naive };
}

/** Memory of one GPU and GPUs of one node: what the request says of its cards, else what is known of their kind. */
function cardOf({ hardware, mends, locate }: ProfileRequest, system: SystemSpec | undefined): typeof REFERENCE_CARD {
  if (!mends.sizesForRequest) {
    return system === undefined
      ? REFERENCE_CARD
      : { memoryBytes: system.memCapacityBytes, gpusPerNode: system.numGpusPerNode };
  }
  const { vramMb, gpusPerNode, gpuSku } = hardware;
  const memoryBytes = vramMb === undefined ? system?.memCapacityBytes : vramMb * MIB;
  if (memoryBytes !== undefined) return { memoryBytes, gpusPerNode };
  throw new RenderError('HARDWARE_MISSING', {
    message: `nothing was measured on ${gpuSku} and its memory is not known, so no worker can be sized for it`,
    path: 'spec.hardware.vramMb',
    origin: locate('spec.hardware'),
    hint: 'set spec.hardware.vramMb to the MiB of one GPU, as nvidia-smi prints them',
  });
}

/** Embedding, attention as four square products, feed-forward parts and norms; no output head, no shared experts. */
function estimateWeightBytes({
  layers,
  hiddenSize,
  interSize,
  vocabSize,
  experts,
  moeInterSize,
}: Architecture): number {
  const feedForward =
    experts > 1
      ? 3 * hiddenSize * (moeInterSize || interSize) * experts + hiddenSize * experts
      : 3 * hiddenSize * interSize;
  const layer = 4 * hiddenSize * hiddenSize + feedForward + 4 * hiddenSize;
  return BYTES_PER_WEIGHT * (vocabSize * hiddenSize + layers * layer);
}

/** The sizing says nothing about speed, and where the GPUs are too few, not even that the model fits. */
export function warnAboutSizing(request: ProfileRequest, naive: NaiveSizing, why: string, warn: Warn): void {
  const { gpusPerWorker, requiredGpus, weightsGib, replicas } = naive;
  const fits =
    gpusPerWorker >= requiredGpus
      ? ''
      : `; it may not fit, since ${requiredGpus} GPUs would be needed to hold the weights ${MEMORY_FACTOR} times`;
  warn('SIZED_FROM_MEMORY', {
    message: `no performance was estimated (${why}): ${replicas} x ${gpusPerWorker} GPUs for about ${weightsGib.toFixed(1)} GiB of 16-bit weights${fits}`,
    path: 'spec.hardware.gpuSku',
    origin: request.locate('spec.hardware.gpuSku'),
    hint: 'measure the deployment against the latency targets, or choose a measured GPU, backend and model',
  });
}
