import type { Architecture } from '../models/architecture.ts';
import type { SystemSpec } from '../perfdb/perfdb.ts';
import type { ProfileRequest } from '../request/request.ts';
import { MEMORY_FACTOR, type WorkerSizing } from './worker-sizing.ts';

const GIB = 2 ** 30;
const BYTES_PER_WEIGHT = 2;
/** What the reference takes for a card that it has no figures of: an H200. */
const REFERENCE_CARD = { memCapacityBytes: 141 * GIB, numGpusPerNode: 8 };

/**
 * Workers as the reference sizes them, whatever an engine can load: a power of two of GPUs that holds the weights in 16 bit
 * one and a half times, or as many as there are. Source: aiconfigurator 0.10.0, generator/naive.py; ai-dynamo 1.4.2,
 * profiler/rapid.py, `_run_naive_fallback`.
 */
export function sizeAsReference(
  { hardware: { totalGpus } }: ProfileRequest,
  architecture: Architecture,
  system: SystemSpec | undefined,
): WorkerSizing {
  const { memCapacityBytes, numGpusPerNode } = system ?? REFERENCE_CARD;
  const weightBytes = estimateWeightBytes(architecture);
  const wanted = Math.ceil((weightBytes * MEMORY_FACTOR) / memCapacityBytes);
  const requiredGpus = 2 ** Math.ceil(Math.log2(Math.max(1, wanted)));
  const gpusPerWorker = Math.min(requiredGpus, numGpusPerNode, totalGpus);
  return {
    gpusPerWorker,
    split: 'tensor',
    replicas: Math.floor(totalGpus / gpusPerWorker),
    weightsGib: weightBytes / GIB,
    requiredGpus,
  };
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
