import type { ContextMla } from '../../operations/context-mla.ts';
import type { GenerationMla } from '../../operations/generation-mla.ts';
import type { Fallback, Operation } from '../../operations/operations.ts';
import type { PhasePlan } from '../worker-plan.ts';
import { attention } from './grouped-attention.ts';
import { latentProduct, wholeBlock } from './latent-attention.ts';
import { LATENT_KERNELS } from './latent-plan.ts';
import { tokenOps } from './token-ops.ts';

/** Sizes of latent attention in elements, as a configuration has them. */
export interface LatentSizes {
  readonly queryRank: number;
  readonly kvRank: number;
  /** Of a key: the part without and the part with rotary embedding. */
  readonly plainSize: number;
  readonly ropeSize: number;
  readonly valueSize: number;
}

/** Layers with latent attention and a gate after it, from norm to all-reduce. Source: aiconfigurator 0.12.0, sdk/models/kimi_k3.py. */
export function gatedLatent(plan: PhasePlan, sizes: LatentSizes): readonly Operation[] {
  const { allReduce, elementWise, gemm } = tokenOps;
  const { hiddenSize } = plan.architecture;
  const width = outputWidth(plan, sizes);
  const ranks = sizes.queryRank + sizes.kvRank + sizes.ropeSize;
  return [
    elementWise(plan, 'mla_norm', 2 * hiddenSize, 2 * hiddenSize),
    gemm(plan, 'mla_downscale_gemm', ranks, hiddenSize),
    ...blockOf(plan, sizes),
    gemm(plan, 'mla_gate_gemm', width, hiddenSize),
    elementWise(plan, 'mla_gate_mul', 2 * width, width),
    allReduce(plan, 'mla_ar', plan.perLayer),
  ];
}

function outputWidth({ architecture, layout }: PhasePlan, { valueSize }: LatentSizes): number {
  return Math.floor((architecture.heads * valueSize) / layout.tp);
}

/** Ordinary kernels are the parts of a block that may have been measured as one; latent ones stand by themselves, so that a mixed step sees them. */
function blockOf(plan: PhasePlan, sizes: LatentSizes): readonly Operation[] {
  if (LATENT_KERNELS[plan.backend] === 'latent') return parts(plan, sizes, latentKernels(plan));
  const { heads, kvHeads } = plan.architecture;
  const { tp } = plan.layout;
  const ordinary = attention(plan, {
    mixes: 'everything',
    heads: Math.floor(heads / tp),
    kvHeads: Math.floor(kvHeads / tp),
    headSize: sizes.valueSize,
  });
  const block: Fallback = {
    kind: 'fallback',
    name: `${plan.phase}_mla_block`,
    count: 1,
    mixes: 'everything',
    primary: wholeBlock(plan, plan.quant.gemm),
    parts: parts(plan, sizes, [ordinary]),
  };
  return [block];
}

function parts(plan: PhasePlan, sizes: LatentSizes, kernels: readonly Operation[]): readonly Operation[] {
  const { gemm } = tokenOps;
  const { heads, hiddenSize } = plan.architecture;
  const { queryRank, kvRank, plainSize, ropeSize, valueSize } = sizes;
  const { tp } = plan.layout;
  const queries = Math.floor((heads * (plainSize + ropeSize)) / tp);
  const keysAndValues = Math.floor((heads * (plainSize + valueSize)) / tp);
  return [
    gemm(plan, 'mla_q_b_gemm', queries, queryRank),
    ...(plan.phase === 'context' ? [gemm(plan, 'mla_kv_b_gemm', keysAndValues, kvRank)] : []),
    ...kernels,
    gemm(plan, 'mla_o_gemm', hiddenSize, outputWidth(plan, sizes), { hasLowPrecisionInput: true }),
  ];
}

function latentKernels(plan: PhasePlan): readonly Operation[] {
  const { architecture, layout, perLayer: count, phase, quant } = plan;
  const { fmha, kvCache } = quant;
  const heads = Math.floor(architecture.heads / layout.tp);
  const common = { name: `${phase}_attention`, count, mixes: 'attention', heads, kvCache } as const;
  if (phase === 'context') return [{ kind: 'contextMla', ...common, fmha, cp: layout.cp } satisfies ContextMla];
  const kernel: GenerationMla = { kind: 'generationMla', ...common };
  return [latentProduct(plan, 'pre'), kernel, latentProduct(plan, 'post')];
}
