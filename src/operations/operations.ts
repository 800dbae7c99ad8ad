import { allToAll } from './all-to-all.ts';
import { collective } from './collective.ts';
import { contextCompressed, generationCompressed } from './compressed-attention.ts';
import { contextAttention } from './context-attention.ts';
import { contextMla } from './context-mla.ts';
import { customAllReduce } from './custom-all-reduce.ts';
import { DataMissing } from './data-missing.ts';
import { contextDsaModule, generationDsaModule } from './dsa-module.ts';
import { elementWise } from './element-wise.ts';
import { embedding } from './embedding.ts';
import { expertCompute } from './expert-compute.ts';
import { experts } from './experts.ts';
import { gdn } from './gdn.ts';
import { gemm } from './gemm.ts';
import { generationAttention } from './generation-attention.ts';
import { generationMla } from './generation-mla.ts';
import { hyperConnection } from './hyper-connection.ts';
import { kda } from './kda.ts';
import type { Mixes, OpenTime, OperationBase, OperationKind, StepPoint } from './kind.ts';
import { mamba2 } from './mamba2.ts';
import { mlaBmm } from './mla-bmm.ts';
import { contextMlaModule, generationMlaModule } from './mla-module.ts';
import { moeDispatch } from './moe-dispatch.ts';
import { contextMsaModule, generationMsaModule } from './msa-module.ts';
import { pointToPoint } from './point-to-point.ts';
import { contextSpreadMla, generationSpreadMla } from './spread-mla.ts';

/** Every kind of operation that runs by itself; `Fallback` and `Overlap` hold others. */
const KINDS = {
  embedding,
  elementWise,
  gemm,
  contextAttention,
  generationAttention,
  customAllReduce,
  pointToPoint,
  contextMlaModule,
  generationMlaModule,
  contextMla,
  generationMla,
  mlaBmm,
  contextSpreadMla,
  generationSpreadMla,
  contextDsaModule,
  generationDsaModule,
  contextMsaModule,
  generationMsaModule,
  experts,
  moeDispatch,
  collective,
  allToAll,
  expertCompute,
  gdn,
  mamba2,
  kda,
  contextCompressed,
  generationCompressed,
  hyperConnection,
} as const;

type OpOf<Kind> = Kind extends OperationKind<infer Op> ? Op : never;
/** Names of the kinds. */
export type SingleKind = keyof typeof KINDS;
/** The operations of each kind. */
export type Singles = { readonly [Kind in SingleKind]: OpOf<(typeof KINDS)[Kind]> & { readonly kind: Kind } };

/** An operation that runs by itself. */
export type SingleOperation = Singles[SingleKind];

/** What opens the timing of each kind. */
export type KindTimes = { readonly [Kind in SingleKind]: OpenTime<Singles[Kind]> };

/** `primary` where it was measured, else the sum of `parts`; decided query by query. */
export interface Fallback extends OperationBase {
  readonly kind: 'fallback';
  readonly mixes: Mixes;
  readonly primary: Operation;
  readonly parts: readonly Operation[];
}

/** Two sequences that run at once; the longer one counts. */
export interface Overlap extends OperationBase {
  readonly kind: 'overlap';
  readonly branches: readonly [readonly Operation[], readonly Operation[]];
}

/** One operation of a step. */
export type Operation = SingleOperation | Fallback | Overlap;

/** The operations of one worker in the reference's order; times are summed in it. */
export interface OperationLists {
  readonly context: readonly Operation[];
  readonly generation: readonly Operation[];
}

/** Time in ms of one run of one operation. @throws DataMissing */
export type StepTime = (step: StepPoint) => number;

/** Time in ms that an operation takes in a step, all its layers together. @throws DataMissing */
export interface OperationTime {
  (op: Operation, step: StepPoint): number;
  /** The same for many steps of a batch that differ in their lengths alone; undefined where they are asked for one by one. */
  readonly along?: (op: Operation, batch: number, lengths: Float64Array) => Float64Array | undefined;
}

const ROWS: { readonly [Kind in SingleKind]: OperationKind<Singles[Kind]> } = KINDS;

/** Everything that is true of the operations of a kind. */
export function kindOf<Kind extends SingleKind>(kind: Kind): OperationKind<Singles[Kind]> {
  return ROWS[kind];
}

interface Composites {
  readonly fallback: Fallback;
  readonly overlap: Overlap;
}
type CompositeName = keyof Composites;
type Composite = Composites[CompositeName];

/** What is true of operations that hold others. */
interface CompositeKind<Op> {
  /** Everything that it may run. */
  readonly inside: (op: Op) => readonly Operation[];
  /** What of it holds its weights. */
  readonly weighed: (op: Op) => readonly Operation[];
  readonly source: string;
  /** Opens the time of one run, by the times of what it holds. */
  readonly time: (op: Op, timeOf: OperationTime) => StepTime;
}

const COMPOSITES: { readonly [Name in CompositeName]: CompositeKind<Composites[Name]> } = {
  fallback: {
    inside: ({ primary, parts }) => [primary, ...parts],
    // The block measured as one has no weights of its own.
    weighed: ({ parts }) => parts,
    source: 'measured as one block, or as the sum of its parts',
    time: ({ primary, parts }, timeOf) => {
      let isMeasured = true;
      return (step) => {
        try {
          if (isMeasured) return timeOf(primary, step);
        } catch (error) {
          if (!(error instanceof DataMissing)) throw error;
          // A long answer would find that out at each of a million steps.
          isMeasured = !error.isOfEveryStep;
        }
        return totalTime(parts, step, timeOf);
      };
    },
  },
  overlap: {
    inside: ({ branches }) => branches.flat(),
    weighed: ({ branches }) => branches.flat(),
    source: 'the longer of two branches that run at once',
    time:
      ({ branches }, timeOf) =>
      (step) =>
        Math.max(...branches.map((branch) => totalTime(branch, step, timeOf))),
  },
};

function compositeOf<Name extends CompositeName>(name: Name): CompositeKind<Composites[Name]> {
  return COMPOSITES[name];
}

function totalTime(operations: readonly Operation[], step: StepPoint, timeOf: OperationTime): number {
  return operations.reduce((total, operation) => total + timeOf(operation, step), 0);
}

/** Whether an operation holds others. */
export function isComposite(op: Operation): op is Composite {
  return op.kind in COMPOSITES;
}

/** Opens the time in ms of one run of an operation that holds others, by the times of those. It throws DataMissing. */
export function compositeTime(op: Composite, timeOf: OperationTime): StepTime {
  return compositeOf(op.kind).time(op, timeOf);
}

/** Bytes of an operation's weights on one GPU, all layers together. */
export function weightBytes(op: Operation): number {
  if (!isComposite(op)) return kindOf(op.kind).weightBytes(op) * op.count;
  return compositeOf(op.kind)
    .weighed(op)
    .reduce((total, part) => total + weightBytes(part), 0);
}

/** Whether the lengths of sequences decide an operation's time. */
export function seesLength(op: Operation): boolean {
  if (isComposite(op)) return compositeOf(op.kind).inside(op).some(seesLength);
  return kindOf(op.kind).sees(op) === 'length';
}

/** Where the time of an operation comes from, in words. */
export function sourceOf(op: Operation): string {
  return isComposite(op) ? compositeOf(op.kind).source : kindOf(op.kind).source(op);
}
