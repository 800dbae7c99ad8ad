import type { CollectiveName, MoeDispatch } from '../../models/operations.ts';
import type { MoeQuant } from '../../models/quant-modes.ts';
import type { SystemSpec } from '../../perfdb/perfdb.ts';

/** One collective of a dispatch; `elements` are those of a message. */
interface DispatchStep {
  readonly collective: CollectiveName | 'all_reduce';
  readonly elements: number;
  readonly gpus: number;
}

/** The collectives of one dispatch that carries `volume` elements (tokens x hidden size). */
type DispatchPlan = (op: MoeDispatch, volume: number, system: SystemSpec) => readonly DispatchStep[];

/** Gathers the tokens of all ranks before the experts and scatters the results after them. */
function exchange(op: MoeDispatch, elements: number, gpus = op.gpus): DispatchStep {
  return { collective: op.stage === 'pre' ? 'all_gather' : 'reduce_scatter', elements, gpus };
}

function allReduce(op: MoeDispatch, elements: number): DispatchStep {
  return { collective: 'all_reduce', elements, gpus: op.gpus };
}

/** Tensor ranks reduce, else data ranks exchange. */
const reduceOrExchange: DispatchPlan = (op, volume) => {
  if (op.attentionTp > 1) return [allReduce(op, volume)];
  return op.attentionDp > 1 ? [exchange(op, volume * op.attentionDp)] : [];
};

/** Share of the bfloat16 volume that the tokens take before the experts on SM 100, scales included. */
const COMPRESSION: Partial<Record<MoeQuant, (volume: number) => number>> = {
  nvfp4: (volume) => volume / 4 + volume / 4 / 8,
  fp8: (volume) => volume / 2,
  fp8_block: (volume) => volume / 2,
};
/** Compute capability whose TensorRT-LLM exchanges quantised tokens. */
const COMPRESSING_SM = 100;

const trtllm: DispatchPlan = (op, volume, system) => {
  if (system.smVersion !== COMPRESSING_SM) return reduceOrExchange(op, volume, system);
  const sent = op.stage === 'pre' ? (COMPRESSION[op.quant]?.(volume) ?? volume) : volume;
  if (op.attentionDp > 1) return [exchange(op, sent * op.attentionDp)];
  return op.attentionTp > 1 ? [allReduce(op, volume)] : [];
};

const vllm: DispatchPlan = (op, volume) => [
  ...(op.attentionTp > 1 ? [allReduce(op, volume)] : []),
  ...(op.attentionDp > 1 ? [exchange(op, volume * op.attentionDp)] : []),
];

/** SGLang first splits tokens over the tensor ranks of each data rank, and puts them together again at the end. */
const sglang: DispatchPlan = (op, volume, system) => {
  const { attentionTp, attentionDp, attentionCp, stage, phase } = op;
  if (attentionTp > 1 && attentionDp > 1) {
    const all = exchange(op, volume * attentionDp);
    return stage === 'pre'
      ? [{ collective: 'reduce_scatter', elements: volume, gpus: attentionTp }, all]
      : [all, { collective: 'all_gather', elements: volume, gpus: attentionTp }];
  }
  if (attentionCp === 1) return reduceOrExchange(op, volume, system);
  // In decode every context-parallel rank holds all tokens, so only the experts' partial sums travel.
  if (phase === 'context') return [exchange(op, volume)];
  return stage === 'pre' ? [] : [allReduce(op, volume)];
};

/** Source: aiconfigurator 0.10.0, sdk/operations/moe.py, `MoEDispatch`. */
export const DISPATCH_PLANS: Readonly<Record<string, DispatchPlan>> = { trtllm, vllm, sglang };
