import type { Architecture } from '../models/architecture.ts';
import { gpusPerWorker, type Layout } from '../models/layout.ts';
import { familyModel, operationLists } from '../models/model.ts';
import type { Operation } from '../models/operations.ts';
import type { QuantModes } from '../models/quant-modes.ts';
import type { WorkerPlan } from '../models/worker-plan.ts';
import type { SystemSpec } from '../perfdb/perfdb.ts';
import type { BackendModel } from './backends.ts';
import { DataMissing } from './data-missing.ts';
import { type MemoryModel, memoryModel } from './memory.ts';
import type { OperationTime } from './ops/operation-time.ts';

/** Everything that a sweep over one role of an experiment shares. */
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

/** Times in ms of one step, aligned with the names of its phase. @throws DataMissing */
type StepTimes = (batch: number, sequenceLength: number) => readonly number[];

/** One worker: its times for steps of any size, and its memory. */
export interface Worker {
  readonly layout: Layout;
  readonly gpus: number;
  readonly contextOps: readonly Operation[];
  readonly generationOps: readonly Operation[];
  /** Names of the operations as they first appear; the times of equal names are added up. */
  readonly contextNames: readonly string[];
  readonly generationNames: readonly string[];
  readonly contextTimes: StepTimes;
  /** `batch` counts sequences; the extra predicted tokens are added here. */
  readonly generationTimes: StepTimes;
  readonly memory: MemoryModel;
}

/** @throws DataMissing when the model cannot be laid out so. */
export function createWorker(context: EngineContext, layout: Layout): Worker {
  const { architecture, quant, backend, backendName, system } = context;
  const plan: WorkerPlan = { architecture, layout, quant, backendName };
  const mismatch = layoutMismatch(plan);
  if (mismatch !== undefined) throw new DataMissing(mismatch);
  const { context: contextOps, generation: generationOps } = operationLists(plan);
  return {
    layout,
    gpus: gpusPerWorker(layout),
    contextOps,
    generationOps,
    contextNames: namesOf(contextOps),
    generationNames: namesOf(generationOps),
    contextTimes: contextTimes(context, contextOps),
    generationTimes: generationTimes(context, generationOps),
    memory: memoryModel(plan, backend, system, contextOps),
  };
}

function layoutMismatch(plan: WorkerPlan): string | undefined {
  const { heads } = plan.architecture;
  const { tp, dp, cp } = plan.layout;
  if (heads % tp !== 0) return `${heads} heads do not split over ${tp} GPUs`;
  if (cp > 1 && (tp > 1 || dp > 1)) return 'context parallelism excludes tensor and data parallelism';
  return familyModel(plan.architecture).mismatch?.(plan);
}

function namesOf(ops: readonly Operation[]): readonly string[] {
  return [...new Set(ops.map(({ name }) => name))];
}

/** Adds the times of operations up by name. */
function byName(ops: readonly Operation[]): (times: readonly number[]) => readonly number[] {
  const names = namesOf(ops);
  if (names.length === ops.length) return (times) => times;
  const places = ops.map(({ name }) => names.indexOf(name));
  return (times) => {
    const sums = names.map(() => 0);
    for (const [i, place] of places.entries()) sums[place]! += times[i]!;
    return sums;
  };
}

function contextTimes({ operationTime }: EngineContext, ops: readonly Operation[]): StepTimes {
  const joined = byName(ops);
  return memoised((batch, sequenceLength) =>
    joined(
      ops.map((op) => {
        const tokens = op.name.includes('logits_gemm') ? batch : batch * sequenceLength;
        return operationTime(op, { tokens, batch, sequenceLength });
      }),
    ),
  );
}

/** Only attention sees the length, so the rest is timed once a batch. */
function generationTimes({ architecture, operationTime }: EngineContext, ops: readonly Operation[]): StepTimes {
  const perSequence = architecture.nextn + 1;
  const joined = byName(ops);
  const time = (op: Operation, batch: number, sequenceLength: number): number =>
    operationTime(op, { tokens: batch, batch, sequenceLength });
  const seesLength = ops.map(dependsOnLength);
  const lengthFree = memoised((batch) => ops.map((op, i) => (seesLength[i] ? 0 : time(op, batch, 0))));
  return memoised((sequences, length) => {
    const batch = sequences * perSequence;
    const rest = lengthFree(batch, 0);
    return joined(ops.map((op, i) => (seesLength[i] ? time(op, batch, length) : rest[i]!)));
  });
}

const LENGTH_KINDS: readonly Operation['kind'][] = ['generationAttention', 'generationMla', 'generationMlaModule'];

function dependsOnLength(op: Operation): boolean {
  if (op.kind === 'fallback') return [op.primary, ...op.parts].some(dependsOnLength);
  return LENGTH_KINDS.includes(op.kind);
}

/** Lengths stay below this, so that batch and length make one exact key. */
const LENGTH_LIMIT = 2 ** 24;

function memoised(compute: StepTimes): StepTimes {
  const known = new Map<number, readonly number[]>();
  return (batch, length) => {
    const key = batch * LENGTH_LIMIT + length;
    let times = known.get(key);
    if (times === undefined) {
      times = compute(batch, length);
      known.set(key, times);
    }
    return times;
  };
}
