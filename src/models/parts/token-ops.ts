import type { CustomAllReduce } from '../../operations/custom-all-reduce.ts';
import type { ElementWise } from '../../operations/element-wise.ts';
import type { Embedding } from '../../operations/embedding.ts';
import type { Gemm } from '../../operations/gemm.ts';
import type { PointToPoint } from '../../operations/point-to-point.ts';
import type { PhasePlan } from '../worker-plan.ts';

/** Ranks that share the tokens of a phase; decode does not split sequences. */
export function tokenSplit({ phase, layout }: PhasePlan): number {
  return phase === 'context' ? layout.cp : 1;
}

const named = ({ phase }: PhasePlan, name: string): string => `${phase}_${name}`;

/** Sharded or whole token embedding. */
function embedding(plan: PhasePlan, rows: number): Embedding {
  const columns = plan.architecture.hiddenSize;
  const name = named(plan, 'embedding');
  return { kind: 'embedding', name, count: plan.once, tokenSplit: tokenSplit(plan), rows, columns };
}

/** Per-layer element-wise work in elements a token. */
function elementWise(plan: PhasePlan, name: string, inputs: number, outputs: number): ElementWise {
  const count = plan.perLayer;
  return { kind: 'elementWise', name: named(plan, name), count, tokenSplit: tokenSplit(plan), inputs, outputs };
}

/** Residual addition and norm. */
function addNorm(plan: PhasePlan, index: 1 | 2): ElementWise {
  const width = 2 * plan.architecture.hiddenSize;
  return elementWise(plan, `add_norm_${index}`, width, width);
}

/** Per-layer product in the worker's mode unless `options` say otherwise. */
function gemm(plan: PhasePlan, name: string, n: number, k: number, options: Partial<Gemm> = {}): Gemm {
  return {
    kind: 'gemm',
    name: named(plan, name),
    count: plan.perLayer,
    tokenSplit: tokenSplit(plan),
    n,
    k,
    quant: plan.quant.gemm,
    rows: 'tokens',
    hasLowPrecisionInput: false,
    ...options,
  };
}

/** Product with the vocabulary, sharded over tensor ranks and never quantised. */
function logits(plan: PhasePlan): Gemm {
  const { vocabSize, hiddenSize } = plan.architecture;
  const n = Math.floor(vocabSize / plan.layout.tp);
  return gemm(plan, 'logits_gemm', n, hiddenSize, { count: plan.once, quant: 'bfloat16', rows: 'sequences' });
}

/** All-reduce of the hidden state over tensor ranks. */
function allReduce(plan: PhasePlan, name: string, count: number): CustomAllReduce {
  const { hiddenSize: elements } = plan.architecture;
  const gpus = plan.layout.tp;
  return { kind: 'customAllReduce', name: named(plan, name), count, tokenSplit: tokenSplit(plan), elements, gpus };
}

/** Hand-over between pipeline stages. */
function pointToPoint(plan: PhasePlan): PointToPoint {
  const { pp: stages } = plan.layout;
  const { hiddenSize: elements } = plan.architecture;
  const count = (stages - 1) * plan.once;
  return { kind: 'pointToPoint', name: named(plan, 'p2p'), count, tokenSplit: tokenSplit(plan), elements, stages };
}

/** Builders of the operations that grow with the tokens of a step; names get the phase as prefix. */
export const tokenOps = { embedding, elementWise, addNorm, gemm, logits, allReduce, pointToPoint } as const;
