import type { SystemSpec } from '../perfdb/perfdb.ts';
import type { Backend } from '../serving.ts';
import { type CollectiveName, type CollectiveTime, collectiveTime } from './collective.ts';
import type { LookupConstants } from './constants.ts';
import { type AllReduceTime, allReduceTime } from './custom-all-reduce.ts';
import { noWeights, type OperationBase, type OperationKind, type Phase, type Tables, type TimeOf } from './kind.ts';
import type { MoeQuant } from './quant-modes.ts';

/** Communication before (`pre`) and after (`post`) the experts; which collectives it takes is the backend's choice. */
export interface MoeDispatch extends OperationBase {
  readonly kind: 'moeDispatch';
  readonly stage: 'pre' | 'post';
  readonly phase: Phase;
  readonly hiddenSize: number;
  /** GPUs that the experts are spread over. */
  readonly gpus: number;
  readonly attentionTp: number;
  readonly attentionDp: number;
  readonly attentionCp: number;
  readonly quant: MoeQuant;
  /** Attention has listed an all-reduce of its own, as far as a generation of the engine minds it. */
  readonly isReduced?: true;
}

/** The sum of the collectives that the backend's plan takes. */
export const moeDispatch: OperationKind<MoeDispatch> = {
  sees: () => 'tokens',
  isRemembered: true,
  weightBytes: noWeights,
  source: () => 'measured: custom_allreduce, nccl',
  time: (tables) => dispatchTime(tables, { allReduce: allReduceTime(tables), collective: collectiveTime(tables) }),
};

/** What the collectives of a dispatch take. */
interface Communication {
  readonly allReduce: AllReduceTime;
  readonly collective: CollectiveTime;
}

/** Adds up the collectives that the backend's plan takes. */
export function dispatchTime(
  { database, system, constants }: Tables,
  { allReduce, collective }: Communication,
): TimeOf<MoeDispatch> {
  const plan = DISPATCH_PLANS[database.backend];
  return (op, { tokens }) => {
    const steps = plan(op, tokens * op.hiddenSize, { system, constants: constants.dispatch });
    return steps.reduce(
      (total, { collective: name, elements, gpus }) =>
        total + (name === 'all_reduce' ? allReduce(elements, gpus) : collective(name, elements, gpus)),
      0,
    );
  };
}

/** One collective of a dispatch; `elements` are those of a message. */
interface DispatchStep {
  readonly collective: CollectiveName | 'all_reduce';
  readonly elements: number;
  readonly gpus: number;
}

interface DispatchScope {
  readonly system: SystemSpec;
  readonly constants: LookupConstants['dispatch'];
}

/** The collectives of one dispatch that carries `volume` elements (tokens x hidden size). */
type DispatchPlan = (op: MoeDispatch, volume: number, scope: DispatchScope) => readonly DispatchStep[];

/** Gathers the tokens of all ranks before the experts and scatters the results after them. */
function exchange(op: MoeDispatch, elements: number): DispatchStep {
  return { collective: op.stage === 'pre' ? 'all_gather' : 'reduce_scatter', elements, gpus: op.gpus };
}

function allReduce(op: MoeDispatch, elements: number): DispatchStep {
  return { collective: 'all_reduce', elements, gpus: op.gpus };
}

/** Tensor ranks reduce, else data ranks exchange. */
const reduceOrExchange: DispatchPlan = (op, volume) => {
  if (op.attentionTp > 1) return [allReduce(op, volume)];
  return op.attentionDp > 1 ? [exchange(op, volume * op.attentionDp)] : [];
};

/** Exchanges quantised tokens on one compute capability. */
const trtllm: DispatchPlan = (op, volume, scope) => {
  const { compression, compressingSm } = scope.constants;
  if (scope.system.smVersion !== compressingSm) return reduceOrExchange(op, volume, scope);
  const sent = op.stage === 'pre' ? volume * (compression[op.quant] ?? 1) : volume;
  if (op.attentionDp > 1) return [exchange(op, sent * op.attentionDp)];
  return op.attentionTp > 1 ? [allReduce(op, volume)] : [];
};

const vllm: DispatchPlan = (op, volume) => [
  ...(op.attentionTp > 1 && !(op.isReduced && op.stage === 'pre') ? [allReduce(op, volume)] : []),
  ...(op.attentionDp > 1 ? [exchange(op, volume * op.attentionDp)] : []),
];

/** SGLang first splits tokens over the tensor ranks of each data rank, and puts them together again at the end. */
const sglang: DispatchPlan = (op, volume, scope) => {
  const { attentionTp, attentionDp, attentionCp, stage, phase } = op;
  if (attentionTp > 1 && attentionDp > 1) {
    const all = exchange(op, volume * attentionDp);
    return stage === 'pre'
      ? [{ collective: 'reduce_scatter', elements: volume, gpus: attentionTp }, all]
      : [all, { collective: 'all_gather', elements: volume, gpus: attentionTp }];
  }
  if (attentionCp === 1) return reduceOrExchange(op, volume, scope);
  // In decode every context-parallel rank holds all tokens, so only the experts' partial sums travel.
  if (phase === 'context') return [exchange(op, volume)];
  return stage === 'pre' ? [] : [allReduce(op, volume)];
};

/** Source: aiconfigurator 0.10.0, sdk/operations/moe.py, `MoEDispatch`. */
export const DISPATCH_PLANS: Readonly<Record<Backend, DispatchPlan>> = { trtllm, vllm, sglang };
