import type { Architecture } from '../models/architecture.ts';
import type { FamilyModel } from '../models/family.ts';
import { gpusPerWorker, type Layout } from '../models/layout.ts';
import { familyModel, operationLists } from '../models/model.ts';
import type { WorkerPlan } from '../models/worker-plan.ts';
import { DataMissing } from '../operations/data-missing.ts';
import { type Phase, type StepPoint, sequencesKey } from '../operations/kind.ts';
import { type Operation, type OperationLists, type OperationTime, seesLength } from '../operations/operations.ts';
import type { QuantModes } from '../operations/quant-modes.ts';
import type { SystemSpec } from '../perfdb/perfdb.ts';
import type { Backend } from '../serving.ts';
import type { BackendModel } from './backends.ts';
import { type DecodeTotals, decodeTotals } from './decode-totals.ts';
import type { Spreading } from './expert-spread.ts';
import { type MemoryModel, memoryModel } from './memory.ts';
import type { EngineRevision } from './revision.ts';

/** Everything that a sweep over one role of an experiment shares. */
export interface EngineContext {
  readonly architecture: Architecture;
  readonly quant: QuantModes;
  readonly backendName: Backend;
  readonly backendVersion: string;
  readonly revision: EngineRevision;
  /** The backend's column of the revision. */
  readonly backend: BackendModel;
  readonly systemName: string;
  readonly system: SystemSpec;
  /** How experts get their tokens. */
  readonly spread: Spreading;
  readonly operationTime: OperationTime;
}

/** Times in ms of one step, aligned with the names of its phase. @throws DataMissing */
type TimesOfStep = (batch: number, sequenceLength: number) => readonly number[];

/** Times of what a mixed step counts: attention by the shapes of its own sequences, prefill's other operations at once. */
interface MixedTimes {
  readonly rest: TimesOfStep;
  readonly prefillAttention: TimesOfStep;
  readonly decodeAttention: TimesOfStep;
}

/** One worker: its times for steps of any size, and its memory. */
export interface Worker {
  readonly layout: Layout;
  /** Its own modes: a layout whose experts are spread may have others than the rest of its role. */
  readonly quant: QuantModes;
  readonly gpus: number;
  readonly contextOps: readonly Operation[];
  readonly generationOps: readonly Operation[];
  /** Names of the operations as they first appear; the times of equal names are added up. */
  readonly contextNames: readonly string[];
  readonly generationNames: readonly string[];
  /** The parts that a mixed step is made of. */
  readonly mixed: MixedTimes;
  readonly contextTimes: TimesOfStep;
  /** `batch` counts sequences; the extra predicted tokens are added here. */
  readonly generationTimes: TimesOfStep;
  readonly decodeTotals: DecodeTotals;
  readonly memory: MemoryModel;
}

/** @throws DataMissing when the model cannot be laid out so. */
export function createWorker(context: EngineContext, layout: Layout): Worker {
  const { architecture, backend, system } = context;
  const family = familyModel(architecture);
  const plan = workerPlan(context, family, layout);
  const mismatch = layoutMismatch(family, plan);
  if (mismatch !== undefined) throw new DataMissing(mismatch);
  const lists = operationLists(family, plan);
  const { context: contextOps, generation: generationOps } = lists;
  const times = {
    context: contextTimes(context, contextOps),
    generation: memoised(generationTimes(context, generationOps)),
  };
  return {
    layout,
    quant: plan.quant,
    gpus: gpusPerWorker(layout),
    contextOps,
    generationOps,
    contextNames: namesOf(contextOps),
    generationNames: namesOf(generationOps),
    mixed: mixedTimes(context, lists, times),
    contextTimes: times.context,
    generationTimes: times.generation,
    decodeTotals: decodeTotals(generationOps, context.operationTime, (sequences, length) =>
      decodePoint(architecture, sequences, length),
    ),
    memory: memoryModel({ plan, family, backend, system, contextOps }),
  };
}

/** @throws DataMissing where ranks of several nodes have no exchange */
function workerPlan(context: EngineContext, family: FamilyModel, layout: Layout): WorkerPlan {
  const { architecture, quant, backendName: backend, revision } = context;
  const spread = context.spread.of(layout);
  const plan = { architecture, layout, quant, backend, revision: revision.models, spread };
  if (spread === undefined || family.spreadModes === undefined) return plan;
  return { ...plan, quant: { ...quant, ...family.spreadModes(plan) } };
}

function layoutMismatch(family: FamilyModel, plan: WorkerPlan): string | undefined {
  const { heads } = plan.architecture;
  const { tp, dp, cp } = plan.layout;
  if (heads % tp !== 0) return `${heads} heads do not split over ${tp} GPUs`;
  if (cp > 1 && (tp > 1 || dp > 1)) return 'context parallelism excludes tensor and data parallelism';
  return family.mismatch?.(plan);
}

function namesOf(ops: readonly Operation[]): readonly string[] {
  return [...new Set(ops.map(({ name }) => name))];
}

/** Whether a mixed step times an operation by the shapes of its own sequences. */
export function mixesAsAttention(op: Operation): boolean {
  return 'mixes' in op && op.mixes === 'attention';
}

/** Names of operations of which at least one is timed by the shapes of its own sequences. */
function attentionNames(ops: readonly Operation[]): ReadonlySet<string> {
  return new Set(ops.filter(mixesAsAttention).map(({ name }) => name));
}

/**
 * A generation of the engine either times whole lists and takes what it needs, so that data which is missing for the
 * rest counts, or times nothing else.
 */
function mixedTimes(
  context: EngineContext,
  lists: OperationLists,
  whole: Readonly<Record<Phase, TimesOfStep>>,
): MixedTimes {
  const times: Readonly<Record<Phase, typeof contextTimes>> = {
    context: contextTimes,
    generation: (...scope) => memoised(generationTimes(...scope)),
  };
  const part = (phase: Phase, isAttention: boolean): TimesOfStep => {
    const ops = lists[phase];
    const names = attentionNames(ops);
    const isWanted = (name: string): boolean => names.has(name) === isAttention;
    if (context.revision.sweep.agg.timesUnused) return picked(whole[phase], namesOf(ops).map(isWanted));
    return times[phase](
      context,
      ops.filter(({ name }) => isWanted(name)),
    );
  };
  return {
    rest: part('context', false),
    prefillAttention: part('context', true),
    decodeAttention: part('generation', true),
  };
}

/** The wanted ones of a step's times. */
function picked(times: TimesOfStep, isWanted: readonly boolean[]): TimesOfStep {
  return (batch, length) => times(batch, length).filter((_, i) => isWanted[i]);
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

/** A step that prefills `batch` sequences of `sequenceLength` tokens. */
export function prefillPoint(batch: number, sequenceLength: number): StepPoint {
  return { tokens: batch * sequenceLength, batch, sequenceLength };
}

/** A step that decodes `sequences` at a length; each runs the tokens that are predicted besides the next one too. */
export function decodePoint({ nextn }: Architecture, sequences: number, sequenceLength: number): StepPoint {
  const batch = sequences * (nextn + 1);
  return { tokens: batch, batch, sequenceLength };
}

function contextTimes({ operationTime }: EngineContext, ops: readonly Operation[]): TimesOfStep {
  const joined = byName(ops);
  return memoised((batch, sequenceLength) =>
    joined(ops.map((op) => operationTime(op, prefillPoint(batch, sequenceLength)))),
  );
}

/** Only attention sees the length, so the rest is timed once a batch. */
function generationTimes({ architecture, operationTime }: EngineContext, ops: readonly Operation[]): TimesOfStep {
  const joined = byName(ops);
  const withLength = ops.map(seesLength);
  const lengthFree = memoised((sequences) => {
    const step = decodePoint(architecture, sequences, 0);
    return ops.map((op, i) => (withLength[i] ? 0 : operationTime(op, step)));
  });
  return (sequences, length) => {
    const rest = lengthFree(sequences, 0);
    const step = decodePoint(architecture, sequences, length);
    return joined(ops.map((op, i) => (withLength[i] ? operationTime(op, step) : rest[i]!)));
  };
}

function memoised(compute: TimesOfStep): TimesOfStep {
  const known = new Map<number, readonly number[]>();
  return (batch, length) => {
    const key = sequencesKey(batch, length);
    let times = known.get(key);
    if (times === undefined) {
      times = compute(batch, length);
      known.set(key, times);
    }
    return times;
  };
}
