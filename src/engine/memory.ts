import { familyModel } from '../models/model.ts';
import type { Operation } from '../models/operations.ts';
import { GEMM_QUANT } from '../models/quant-modes.ts';
import type { WorkerPlan } from '../models/worker-plan.ts';
import type { SystemSpec } from '../perfdb/perfdb.ts';
import type { BackendModel } from './backends.ts';
import { expertWeightBytes } from './ops/experts.ts';

/** Memory of one GPU in GiB. */
export interface MemoryUse {
  readonly totalGib: number;
  readonly kvCacheGib: number;
}

/** `stepTokens` sizes activations; the KV cache holds `sequenceTokens` of each of `batch` sequences. */
export type MemoryModel = (batch: number, stepTokens: number, sequenceTokens: number) => MemoryUse;

const BYTES_PER_GIB = 2 ** 30;
/** Values that share a scale in the dispatch workspace, and the bytes of the scale. */
const WORKSPACE_BLOCK = 128;
const WORKSPACE_BYTES = 4;

/** Source: aiconfigurator 0.10.0, sdk/backends/base_backend.py, `_get_memory_usage`. */
export function memoryModel(
  plan: WorkerPlan,
  backend: BackendModel,
  system: SystemSpec,
  contextOps: readonly Operation[],
): MemoryModel {
  const { architecture, layout } = plan;
  const family = familyModel(architecture);
  const weights = contextOps.reduce((sum, op) => sum + weightBytes(op), 0) / layout.pp;
  const tp = Math.min(layout.tp, 8) as 1 | 2 | 4 | 8;
  const width = architecture.heads * architecture.headSize;
  const coefficient = backend.activationCoefficients[family.activationProfile][tp];
  const workspaceWidth = backend.workspaceWidth(architecture);
  const workspace = (tokens: number): number =>
    ((tokens * workspaceWidth * layout.dp * architecture.experts * architecture.topk) /
      layout.moeEp /
      WORKSPACE_BLOCK) *
    WORKSPACE_BYTES;
  const other = system.otherMemBytes * backend.otherMemoryFactor;
  const nccl = system.ncclMemBytes[tp] ?? 0;
  return (batch, stepTokens, sequenceTokens) => {
    const tensors = 2 * stepTokens * width * coefficient;
    const sized = family.hasDispatchWorkspace ? tensors + workspace(stepTokens) : tensors;
    const activations =
      Math.max(sized, backend.minActivationBytes) * (architecture.nextn + 1) * backend.activationFactor;
    const kvCache = batch * family.kvBytesPerSequence(plan, sequenceTokens);
    return {
      totalGib: (weights + activations + kvCache + nccl + other) / BYTES_PER_GIB,
      kvCacheGib: kvCache / BYTES_PER_GIB,
    };
  };
}

/** Whether a worker does not fit one GPU. */
export function isOutOfMemory({ totalGib }: MemoryUse, system: SystemSpec): boolean {
  return totalGib >= system.memCapacityBytes / BYTES_PER_GIB;
}

/** Whether the KV cache exceeds what the backend gives it of the memory that the rest leaves free. */
export function isOutOfKvCache(use: MemoryUse, backend: BackendModel, system: SystemSpec): boolean {
  const freeGib = system.memCapacityBytes / BYTES_PER_GIB - (use.totalGib - use.kvCacheGib);
  return use.kvCacheGib > backend.kvCacheLimitGib(freeGib);
}

/** Bytes of an operation's weights, all layers together. */
export function weightBytes(op: Operation): number {
  const sum = (ops: readonly Operation[]): number => ops.reduce((total, part) => total + weightBytes(part), 0);
  switch (op.kind) {
    case 'embedding':
      return op.rows * op.columns * 2 * op.count;
    case 'gemm':
      return op.n * op.k * GEMM_QUANT[op.quant].bytes * op.count;
    case 'experts':
      return expertWeightBytes(op) * op.count;
    case 'fallback':
      // The block measured as one has no weights of its own.
      return sum(op.parts);
    case 'overlap':
      return sum(op.branches.flat());
    default:
      return 0;
  }
}
