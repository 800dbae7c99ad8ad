import type { FamilyModel } from '../models/family.ts';
import type { WorkerPlan } from '../models/worker-plan.ts';
import { type Operation, weightBytes } from '../operations/operations.ts';
import type { SystemSpec } from '../perfdb/perfdb.ts';
import type { BackendModel } from './backends.ts';

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

/** Tensor-parallel sizes that activations and collectives are estimated for. */
const ESTIMATED_TP = [1, 2, 4, 8] as const;

/** The largest estimated size that is not above `tp`. */
function estimatedTp(tp: number): (typeof ESTIMATED_TP)[number] {
  return ESTIMATED_TP.findLast((size) => size <= tp) ?? 1;
}

/** A worker with what its memory depends on. */
export interface WeighedWorker {
  readonly plan: WorkerPlan;
  readonly family: FamilyModel;
  readonly backend: BackendModel;
  readonly system: SystemSpec;
  readonly contextOps: readonly Operation[];
}

/** Source: aiconfigurator 0.10.0, sdk/backends/base_backend.py, `_get_memory_usage`. */
export function memoryModel({ plan, family, backend, system, contextOps }: WeighedWorker): MemoryModel {
  const { architecture, layout } = plan;
  const weights = contextOps.reduce((sum, op) => sum + weightBytes(op), 0) / layout.pp;
  const tp = estimatedTp(layout.tp);
  const width = architecture.heads * architecture.headSize;
  const coefficient = backend.activationCoefficients[family.activationProfile][tp];
  const workspaceWidth = (family.workspaceWidth ?? backend.workspaceWidth)(architecture);
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
