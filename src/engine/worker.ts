import type { Architecture } from '../models/architecture.ts';
import { gpusPerWorker, type Layout } from '../models/layout.ts';
import { familyModel, mtpScale } from '../models/model.ts';
import type { Operation } from '../models/operations.ts';
import { GEMM_QUANT, type QuantModes } from '../models/quant-modes.ts';
import type { SystemSpec } from '../perfdb/perfdb.ts';
import type { BackendModel } from './backends.ts';
import { DataMissing } from './data-missing.ts';
import type { OperationTime } from './ops/operation-time.ts';

/** Everything that a sweep over one experiment shares. */
export interface EngineContext {
  readonly architecture: Architecture;
  readonly quant: QuantModes;
  readonly backendName: string;
  readonly backendVersion: string;
  readonly backend: BackendModel;
  readonly systemName: string;
  readonly system: SystemSpec;
  readonly operationTime: OperationTime;
}

/** One worker: its times for steps of any size, and its memory. */
export interface Worker {
  readonly layout: Layout;
  readonly gpus: number;
  readonly contextOps: readonly Operation[];
  readonly generationOps: readonly Operation[];
  /** Times in ms aligned with `contextOps`. @throws DataMissing */
  readonly contextTimes: (batch: number, sequenceLength: number) => readonly number[];
  /** Times in ms aligned with `generationOps`; `batch` counts sequences, the extra predicted tokens are added here. */
  readonly generationTimes: (batch: number, sequenceLength: number) => readonly number[];
  /** Bytes on one GPU. `stepTokens` sizes activations; the KV cache holds `sequenceTokens` of each sequence. */
  readonly memoryBytes: (batch: number, stepTokens: number, sequenceTokens: number) => number;
}

/** @throws DataMissing when the heads cannot be split as the layout says. */
export function createWorker(context: EngineContext, layout: Layout): Worker {
  const { architecture, quant } = context;
  if (architecture.heads % layout.tp !== 0)
    throw new DataMissing(`${architecture.heads} heads do not split over ${layout.tp} GPUs`);
  const family = familyModel(architecture);
  const { context: contextOps, generation: generationOps } = family.operations(
    architecture,
    layout,
    quant,
    mtpScale(architecture),
  );
  return {
    layout,
    gpus: gpusPerWorker(layout),
    contextOps,
    generationOps,
    contextTimes: memoised((batch, length) =>
      contextOps.map((op) =>
        context.operationTime(op, {
          tokens: op.name.includes('logits_gemm') ? batch : batch * length,
          batch,
          sequenceLength: length,
        }),
      ),
    ),
    generationTimes: generationTimes(context, generationOps),
    memoryBytes: memoryBytes(context, layout, contextOps),
  };
}

/** Only attention sees the length, so the rest is timed once a batch. */
function generationTimes(
  { architecture, operationTime }: EngineContext,
  ops: readonly Operation[],
): Worker['generationTimes'] {
  const perSequence = architecture.nextn + 1;
  const time = (op: Operation, batch: number, sequenceLength: number): number =>
    operationTime(op, { tokens: batch, batch, sequenceLength });
  const lengthFree = memoised((batch) => ops.map((op) => (op.kind === 'generationAttention' ? 0 : time(op, batch, 0))));
  return memoised((sequences, length) => {
    const batch = sequences * perSequence;
    const rest = lengthFree(batch, 0);
    return ops.map((op, i) => (op.kind === 'generationAttention' ? time(op, batch, length) : rest[i]!));
  });
}

function memoised(compute: (a: number, b: number) => readonly number[]): (a: number, b: number) => readonly number[] {
  const known = new Map<string, readonly number[]>();
  return (a, b) => {
    const key = `${a} ${b}`;
    let times = known.get(key);
    if (times === undefined) {
      times = compute(a, b);
      known.set(key, times);
    }
    return times;
  };
}

/** Source: aiconfigurator 0.10.0, sdk/backends/base_backend.py, `_get_memory_usage`. */
function memoryBytes(context: EngineContext, layout: Layout, contextOps: readonly Operation[]): Worker['memoryBytes'] {
  const { architecture, backend, quant, system } = context;
  const family = familyModel(architecture);
  const weights = contextOps.reduce((sum, op) => sum + weightBytes(op), 0) / layout.pp;
  const tp = Math.min(layout.tp, 8) as 1 | 2 | 4 | 8;
  const width = architecture.heads * architecture.headSize;
  const other = system.otherMemBytes * backend.otherMemoryFactor;
  const nccl = system.ncclMemBytes[tp] ?? 0;
  return (batch, stepTokens, sequenceTokens) => {
    const sized = Math.max(2 * stepTokens * width * family.activationCoefficients[tp], backend.minActivationBytes);
    const activations = sized * (architecture.nextn + 1) * backend.activationFactor;
    const kvCache = batch * family.kvBytesPerSequence(architecture, layout, quant, sequenceTokens);
    return weights + activations + kvCache + nccl + other;
  };
}

/** Bytes of an operation's weights, all layers together. */
export function weightBytes(op: Operation): number {
  if (op.kind === 'embedding') return op.rows * op.columns * 2 * op.count;
  if (op.kind === 'gemm') return op.n * op.k * GEMM_QUANT[op.quant].bytes * op.count;
  return 0;
}

const BYTES_PER_GIB = 2 ** 30;

/** Bytes as the reference prints memory. */
export function toGib(bytes: number): number {
  return bytes / BYTES_PER_GIB;
}

/** Whether `gib` does not fit one GPU. */
export function isOutOfMemory(gib: number, system: SystemSpec): boolean {
  return gib >= system.memCapacityBytes / BYTES_PER_GIB;
}
