import type { Collective, CollectiveName } from '../../operations/collective.ts';
import type { Operation, Overlap } from '../../operations/operations.ts';
import type { PhasePlan } from '../worker-plan.ts';
import { contextParallelGather } from './grouped-attention.ts';
import { contextKernel, generationKernel, latentProduct } from './latent-attention.ts';
import { kernelHeads, type LatentFacts, latentKvBytes, latentModes, V3 } from './latent-plan.ts';
import { tokenOps } from './token-ops.ts';

/** Latent attention of a phase where experts are spread by exchanges of their own. Source: aiconfigurator 0.12.0, sdk/models/deepseek.py. */
export type SpreadAttention = (plan: PhasePlan, facts: LatentFacts) => readonly Operation[];

/** A mixed step sees this attention, since it stands in no block. */
const MIXES = 'attention';

/** SGLang deals the tokens of prefill to the tensor ranks, gathers them for attention and scatters what comes out of it. */
export const sglangSpreadAttention: SpreadAttention = (plan, facts) => {
  const { architecture, layout, phase } = plan;
  const { downscale: quant } = latentModes(plan);
  const width = V3.queryRank + V3.kvRank + V3.ropeSize;
  const product = (name: string, dealtRanks: number): Operation =>
    tokenOps.gemm(plan, name, width, architecture.hiddenSize, { quant, dealtRanks });
  return [
    product('qkv_a_proj_gemm', phase === 'context' ? layout.tp : 1),
    ...acrossTensorRanks(plan, 'all_gather'),
    tokenOps.embedding(plan, architecture.vocabSize),
    tokenOps.addNorm(plan, 1),
    product('downscale_gemm', 1),
    spreadKernel(plan),
    ...contextParallelGather(plan, latentKvBytes(facts, plan, 1)),
    ...acrossTensorRanks(plan, 'reduce_scatter'),
  ];
};

/** Prefill's tokens of all tensor ranks gathered, or dealt to them again; nothing in decode. */
export function acrossTensorRanks(plan: PhasePlan, collective: CollectiveName): readonly Collective[] {
  const { architecture, layout, perLayer: count, phase } = plan;
  if (phase === 'generation' || layout.tp === 1) return [];
  const name = `context_tp_${collective}`;
  return [{ kind: 'collective', name, count, collective, elements: architecture.hiddenSize, gpus: layout.tp }];
}

function spreadKernel(plan: PhasePlan): Operation {
  const { layout, phase, perLayer: count, quant } = plan;
  const { fmha, kvCache } = quant;
  const common = { name: `${phase}_attention`, count, mixes: MIXES, heads: kernelHeads(plan), fmha, kvCache } as const;
  if (phase === 'generation') return { kind: 'generationSpreadMla', ...common };
  return { kind: 'contextSpreadMla', ...common, cp: layout.cp };
}

/** TensorRT-LLM runs its kernels one by one, in decode the rotary embedding beside the product into the latent space. */
export const trtllmSpreadAttention: SpreadAttention = (plan, facts) => {
  const { architecture, layout, phase } = plan;
  const { heads, hiddenSize, vocabSize } = architecture;
  const { downscale, query, output } = latentModes(plan);
  const width = V3.queryRank + facts.kvRank + facts.ropeSize;
  const queryUp = Math.floor((heads * (V3.keyWidth + facts.ropeSize)) / layout.tp);
  const outputWidth = Math.floor((heads * valueWidth(facts)) / layout.tp);
  return [
    tokenOps.embedding(plan, vocabSize),
    tokenOps.addNorm(plan, 1),
    tokenOps.gemm(plan, 'downscale_gemm', width, hiddenSize, { quant: downscale }),
    tokenOps.elementWise(plan, 'q_a_layernorm', V3.queryRank, V3.queryRank),
    tokenOps.gemm(plan, 'q_b_proj_gemm', queryUp, V3.queryRank, { quant: query }),
    ...(phase === 'context' ? contextKernels(plan, facts) : generationKernels(plan, facts)),
    tokenOps.gemm(plan, 'proj_gemm', hiddenSize, outputWidth, { quant: output }),
    tokenOps.addNorm(plan, 2),
  ];
};

function valueWidth({ valueHeadSize }: LatentFacts): number {
  return valueHeadSize || V3.valueWidth;
}

function contextKernels(plan: PhasePlan, facts: LatentFacts): readonly Operation[] {
  const { architecture, layout } = plan;
  const kvUp = Math.floor((architecture.heads * (V3.keyWidth + valueWidth(facts))) / layout.tp);
  const { keyValue: quant } = latentModes(plan);
  return [tokenOps.gemm(plan, 'kv_b_proj_gemm', kvUp, facts.kvRank, { quant }), contextKernel(plan, MIXES)];
}

function generationKernels(plan: PhasePlan, { kvRank, ropeSize }: LatentFacts): readonly Operation[] {
  const cached = kvRank + ropeSize;
  const overlap: Overlap = {
    kind: 'overlap',
    name: 'generation_bmm_rope_overlap',
    count: 1,
    branches: [[latentProduct(plan, 'pre')], [tokenOps.elementWise(plan, 'rope_kvcache', cached, cached)]],
  };
  return [overlap, generationKernel(plan, MIXES), latentProduct(plan, 'post')];
}
