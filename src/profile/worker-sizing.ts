import type { ExpertSplit } from '../models/weights/model-weights.ts';

/** Aggregated workers that were sized from the weights alone; nothing of it was measured. */
export interface NaiveSizing {
  /** Tensor parallel size of a dense model's worker; 1 with experts, which have theirs in `moeTp` and `moeEp`. */
  readonly tp: number;
  /** Slices of each expert; 1 for a dense model. */
  readonly moeTp: number;
  /** GPUs that have experts of their own, where they are not sliced. */
  readonly moeEp?: number | undefined;
  readonly gpusPerWorker: number;
  readonly replicas: number;
  /** Sequences a worker batches. */
  readonly batchSize: number;
  /** Estimated weights in their `precision`. */
  readonly weightsGib: number;
  /** What the weights are kept in, such as `fp8_block`; absent for 16 bit. */
  readonly precision?: string | undefined;
  /** What a worker computes in by the checkpoint, such as `bfloat16`; absent where it says nothing. */
  readonly dataType?: string | undefined;
  /** GPUs that hold the weights one and a half times; a worker has fewer where there are not as many. */
  readonly requiredGpus: number;
}

/** What a way of sizing comes to. */
export interface WorkerSizing
  extends Pick<NaiveSizing, 'gpusPerWorker' | 'replicas' | 'weightsGib' | 'requiredGpus' | 'precision'> {
  readonly split: ExpertSplit;
}

/** Room for weights, cache and activations, as a multiple of the weights. */
export const MEMORY_FACTOR = 1.5;
