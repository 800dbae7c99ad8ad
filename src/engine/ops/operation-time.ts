import type { MoeDispatch, Operation } from '../../models/operations.ts';
import type { PerfDatabase, SystemSpec } from '../../perfdb/perfdb.ts';
import { DataMissing } from '../data-missing.ts';
import { contextAttentionTime, generationAttentionTime } from './attention.ts';
import { type CollectiveTime, collectiveTime } from './collective.ts';
import { type AllReduceTime, customAllReduceTime } from './custom-all-reduce.ts';
import { expertsTime } from './experts.ts';
import { gemmTime } from './gemm.ts';
import { latentAttentionTimes } from './latent-attention.ts';
import { memoryTime } from './memory-bound.ts';
import { DISPATCH_PLANS } from './moe-dispatch.ts';
import { remembered } from './remembered.ts';
import type { StepPoint } from './step-point.ts';

/** Time in ms that an operation takes in a step, all its layers together. @throws DataMissing */
export type OperationTime = (operation: Operation, point: StepPoint) => number;

type KindTime<Kind extends Operation['kind']> = (
  operation: Extract<Operation, { kind: Kind }>,
  point: StepPoint,
) => number;

/** Bytes of an activation element; activations are bfloat16 between operations. */
const ACTIVATION_BYTES = 2;

type KindTimes = { readonly [Kind in Operation['kind']]: KindTime<Kind> };

/**
 * Evaluates operations against one backend's measured tables; tables are read when an operation first needs them. What
 * it remembers of single points goes with it, so that memory does not grow with the number of requests.
 */
export function operationTime(database: PerfDatabase, system: SystemSpec): OperationTime {
  const time: OperationTime = (operation, point) => single(operation, point) * operation.count;
  const times: KindTimes = {
    ...tableTimes(database, system),
    fallback: (op, point) => fallbackTime(time, op.primary, op.parts, point),
    overlap: ({ branches }, point) => Math.max(...branches.map((branch) => totalTime(time, branch, point))),
  };
  const single = remembered((operation, point) =>
    (times[operation.kind] as KindTime<Operation['kind']>)(operation, point),
  );
  return time;
}

type TableTimes = Pick<KindTimes, TokenKind | AttentionKind | ExpertKind>;

/** Filled-up grids by database; they do not depend on a request, so many requests share them. */
const TABLES = new WeakMap<PerfDatabase, { readonly system: SystemSpec; readonly times: TableTimes }>();

function tableTimes(database: PerfDatabase, system: SystemSpec): TableTimes {
  const known = TABLES.get(database);
  if (known?.system === system) return known.times;
  const times = {
    ...tokenTimes(database, system),
    ...attentionTimes(database, system),
    ...expertTimes(database, system),
  };
  TABLES.set(database, { system, times });
  return times;
}

type TokenKind = 'embedding' | 'elementWise' | 'gemm' | 'customAllReduce' | 'pointToPoint';

function tokenTimes(database: PerfDatabase, system: SystemSpec): Pick<KindTimes, TokenKind> {
  const memory = memoryTime(system);
  const gemm = gemmTime(database, system);
  const allReduce = customAllReduceTime(database, system);
  return {
    embedding: (op, point) => memory(perRank(op, point) * op.columns * ACTIVATION_BYTES),
    elementWise: (op, point) => {
      const tokens = perRank(op, point);
      return memory(tokens * op.inputs * ACTIVATION_BYTES + tokens * op.outputs * ACTIVATION_BYTES);
    },
    gemm: (op, point) => gemm(perRank(op, point), op),
    customAllReduce: (op, point) => allReduce(perRank(op, point) * op.elements, op.gpus),
    pointToPoint: (op, point) => {
      if (op.stages === 1) return 0;
      const bytes = perRank(op, point) * op.elements * ACTIVATION_BYTES;
      return (bytes / system.interNodeBwBytesPerSec + system.p2pLatencySec) * 1000;
    },
  };
}

type AttentionKind =
  | 'contextAttention'
  | 'generationAttention'
  | 'contextMlaModule'
  | 'generationMlaModule'
  | 'contextMla'
  | 'generationMla'
  | 'mlaBmm';

function attentionTimes(database: PerfDatabase, system: SystemSpec): Pick<KindTimes, AttentionKind> {
  const contextAttention = contextAttentionTime(database, system);
  const generationAttention = generationAttentionTime(database, system);
  const latent = latentAttentionTimes(database);
  return {
    contextAttention: (op, { batch, sequenceLength }) => contextAttention(op, batch, sequenceLength),
    generationAttention: (op, { batch, sequenceLength }) => generationAttention(op, batch, sequenceLength),
    contextMlaModule: (op, { batch, sequenceLength }) => latent.contextModule(op, batch, sequenceLength),
    generationMlaModule: (op, { batch, sequenceLength }) => latent.generationModule(op, batch, sequenceLength),
    contextMla: (op, { batch, sequenceLength }) => latent.contextMla(op, batch, sequenceLength),
    generationMla: (op, { batch, sequenceLength }) => latent.generationMla(op, batch, sequenceLength),
    mlaBmm: (op, { batch }) => latent.bmm(op, batch),
  };
}

type ExpertKind = 'experts' | 'moeDispatch' | 'collective';

function expertTimes(database: PerfDatabase, system: SystemSpec): Pick<KindTimes, ExpertKind> {
  const allReduce = customAllReduceTime(database, system);
  const collective = collectiveTime(database, system);
  const experts = expertsTime(database, system);
  const dispatch = dispatchTime(database, system, allReduce, collective);
  return {
    experts: (op, { tokens }) => experts(op, tokens),
    moeDispatch: (op, { tokens }) => dispatch(op, tokens),
    collective: (op, { tokens }) => collective(op.collective, tokens * op.elements, op.gpus),
  };
}

/** Tokens on the busiest of the ranks that share them. */
function perRank({ tokenSplit }: { readonly tokenSplit: number }, { tokens }: StepPoint): number {
  return Math.ceil(tokens / tokenSplit);
}

function totalTime(time: OperationTime, operations: readonly Operation[], point: StepPoint): number {
  return operations.reduce((total, operation) => total + time(operation, point), 0);
}

function fallbackTime(time: OperationTime, primary: Operation, parts: readonly Operation[], point: StepPoint): number {
  try {
    return time(primary, point);
  } catch (error) {
    if (!(error instanceof DataMissing)) throw error;
    return totalTime(time, parts, point);
  }
}

function dispatchTime(
  database: PerfDatabase,
  system: SystemSpec,
  allReduce: AllReduceTime,
  collective: CollectiveTime,
): (op: MoeDispatch, tokens: number) => number {
  const plan = DISPATCH_PLANS[database.backend];
  return (op, tokens) => {
    if (plan === undefined) throw new DataMissing(`no dispatch to experts is known for ${database.backend}`);
    return plan(op, tokens * op.hiddenSize, system).reduce(
      (total, step) =>
        total +
        (step.collective === 'all_reduce'
          ? allReduce(step.elements, step.gpus)
          : collective(step.collective, step.elements, step.gpus)),
      0,
    );
  };
}
