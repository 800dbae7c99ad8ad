import type { MlaBmm } from '../../operations/mla-bmm.ts';
import type { MlaModule } from '../../operations/mla-module.ts';
import type { Fallback, Operation } from '../../operations/operations.ts';
import { KV_CACHE_QUANT } from '../../operations/quant-modes.ts';
import type { FactReader } from '../fact-reader.ts';
import type { PhasePlan, WorkerPlan } from '../worker-plan.ts';
import { attention } from './grouped-attention.ts';
import { tokenOps } from './token-ops.ts';

/** Sizes of latent attention in elements. */
export interface LatentFacts {
  readonly kvRank: number;
  readonly ropeSize: number;
  /** 0 where values are as wide as the heads. */
  readonly valueHeadSize: number;
}

const DEFAULT_KV_RANK = 512;
const DEFAULT_ROPE_SIZE = 64;

/** Reads the sizes. @throws RenderError MODEL_INVALID */
export function latentFacts({ first }: FactReader): LatentFacts {
  return {
    kvRank: first('kv_lora_rank') || DEFAULT_KV_RANK,
    ropeSize: first('qk_rope_head_dim') || DEFAULT_ROPE_SIZE,
    valueHeadSize: first('v_head_dim'),
  };
}

/** Kernels between the projections: over the latent cache, or ordinary ones over the value width. */
export type LatentKernels = 'latent' | 'ordinary';

/** A worker's phase with what its latent attention is made of. */
export interface LatentPlan {
  readonly plan: PhasePlan;
  readonly facts: LatentFacts;
  readonly kernels: LatentKernels;
}

/** Geometry of DeepSeek-V3, which the reference uses for every model with latent attention. */
const V3 = { heads: 128, downscale: 2112, queryUp: 24576, queryRank: 1536, kvUp: 32768, kvRank: 512, output: 16384 };

/**
 * A mixed step should time latent attention by the shapes of its two kinds of sequences, as it does ordinary attention.
 * The reference looks for attention by name and does not know this one's, so it times it over all tokens at once, as one
 * sequence, and so do we.
 */
const MIXES = { mixes: 'everything' } as const;

/** The whole block where it was measured as one, else its kernels. */
export function latentAttention(latent: LatentPlan): Fallback {
  const { plan } = latent;
  const { fmha, kvCache, gemm } = plan.quant;
  const isContext = plan.phase === 'context';
  const primary: MlaModule = {
    kind: isContext ? 'contextMlaModule' : 'generationMlaModule',
    name: `${plan.phase}_mla_module`,
    count: isContext ? plan.perLayer / plan.layout.cp : plan.perLayer,
    ...MIXES,
    heads: Math.floor(V3.heads / plan.layout.tp),
    fmha,
    kvCache,
    gemm,
  };
  const parts = isContext ? contextParts(latent) : generationParts(latent);
  return { kind: 'fallback', name: `${plan.phase}_mla_block`, count: 1, ...MIXES, primary, parts };
}

function projections(plan: PhasePlan): readonly Operation[] {
  const { hiddenSize } = plan.architecture;
  return [
    tokenOps.gemm(plan, 'downscale_gemm', V3.downscale, hiddenSize),
    tokenOps.gemm(plan, 'q_b_proj_gemm', Math.floor(V3.queryUp / plan.layout.tp), V3.queryRank),
  ];
}

function contextParts(latent: LatentPlan): readonly Operation[] {
  const { plan, kernels } = latent;
  const { architecture, layout } = plan;
  return [
    ...projections(plan),
    tokenOps.gemm(plan, 'kv_b_proj_gemm', Math.floor(V3.kvUp / layout.tp), V3.kvRank),
    kernels === 'ordinary' ? ordinaryAttention(latent) : contextKernel(plan),
    tokenOps.gemm(plan, 'proj_gemm', architecture.hiddenSize, Math.floor(V3.output / layout.tp)),
  ];
}

function contextKernel({ layout, perLayer, quant }: PhasePlan): Operation {
  const heads = Math.floor(V3.heads / layout.tp);
  const { fmha, kvCache } = quant;
  const { cp } = layout;
  return { kind: 'contextMla', name: 'context_attention', count: perLayer, ...MIXES, heads, fmha, kvCache, cp };
}

function generationParts(latent: LatentPlan): readonly Operation[] {
  const { plan, kernels } = latent;
  const { hiddenSize } = plan.architecture;
  return [
    ...projections(plan),
    ...(kernels === 'ordinary' ? [ordinaryAttention(latent)] : generationKernels(plan)),
    tokenOps.gemm(plan, 'proj_gemm', hiddenSize, Math.floor(hiddenSize / plan.layout.tp)),
  ];
}

function generationKernels({ architecture, layout, perLayer: count, quant }: PhasePlan): readonly Operation[] {
  const { kvCache } = quant;
  const bmm = (stage: 'pre' | 'post'): MlaBmm => ({
    kind: 'mlaBmm',
    name: `generation_bmm_${stage}`,
    count,
    stage,
    heads: Math.floor(architecture.heads / layout.tp),
    quant: quant.gemm === 'bfloat16' ? 'bfloat16' : 'fp8',
  });
  const heads = Math.floor(V3.heads / layout.tp);
  const name = 'generation_attention';
  return [bmm('pre'), { kind: 'generationMla', name, count, ...MIXES, heads, kvCache }, bmm('post')];
}

function ordinaryAttention({ plan, facts }: LatentPlan): Operation {
  const { heads, kvHeads, headSize } = plan.architecture;
  const { tp, cp } = plan.layout;
  return attention(plan, {
    count: plan.phase === 'context' ? plan.perLayer / cp : plan.perLayer,
    ...MIXES,
    heads: Math.floor(heads / tp),
    kvHeads: Math.floor(kvHeads / tp),
    headSize: facts.valueHeadSize || headSize,
  });
}

/** KV-cache bytes of a sequence: one latent vector and one rotary key a layer, on every tensor rank. */
export function latentKvBytes(
  { kvRank, ropeSize }: LatentFacts,
  { architecture, quant }: WorkerPlan,
  tokens: number,
): number {
  return tokens * KV_CACHE_QUANT[quant.kvCache].bytes * (architecture.layers * (kvRank + ropeSize));
}
