import type { ContextMla } from '../../operations/context-mla.ts';
import type { GenerationMla } from '../../operations/generation-mla.ts';
import type { Mixes } from '../../operations/kind.ts';
import type { MlaBmm } from '../../operations/mla-bmm.ts';
import type { MlaModule } from '../../operations/mla-module.ts';
import type { Fallback, Operation } from '../../operations/operations.ts';
import type { GemmQuant } from '../../operations/quant-modes.ts';
import type { PhasePlan } from '../worker-plan.ts';
import { attention } from './grouped-attention.ts';
import { kernelHeads, LATENT_KERNELS, type LatentPlan, latentModes, V3 } from './latent-plan.ts';
import { tokenOps } from './token-ops.ts';

/**
 * A mixed step should time latent attention by the shapes of its two kinds of sequences, as it does ordinary attention.
 * The reference looks for attention by name and does not see into a block, so it times it over all tokens at once, as one
 * sequence, and so do we.
 */
const IN_BLOCK = { mixes: 'everything' } as const;

/**
 * The whole block where it was measured as one, else its kernels. A block is measured in one mode, so that where the
 * projections differ there are its kernels alone, whose attention a mixed step sees.
 */
export function latentAttention(latent: LatentPlan): readonly Operation[] {
  const { plan } = latent;
  const { query, keyValue, output } = latentModes(plan);
  const isEven = query === keyValue && keyValue === output;
  const partsOf = plan.phase === 'context' ? contextParts : generationParts;
  if (!isEven) return partsOf(latent, 'attention');
  const block: Fallback = {
    kind: 'fallback',
    name: `${plan.phase}_mla_block`,
    count: 1,
    ...IN_BLOCK,
    primary: wholeBlock(plan, query),
    parts: partsOf(latent, IN_BLOCK.mixes),
  };
  return [block];
}

/** The block that was measured as one. */
export function wholeBlock(plan: PhasePlan, gemm: GemmQuant): MlaModule {
  const { architecture, layout, phase, perLayer, quant, revision } = plan;
  const isContext = phase === 'context';
  return {
    kind: isContext ? 'contextMlaModule' : 'generationMlaModule',
    name: `${phase}_mla_module`,
    count: isContext ? perLayer / layout.cp : perLayer,
    ...IN_BLOCK,
    heads: Math.floor(revision.latent.heads(architecture) / layout.tp),
    fmha: quant.fmha,
    kvCache: quant.kvCache,
    gemm,
    nativeHeads: architecture.heads,
  };
}

function projections(plan: PhasePlan): readonly Operation[] {
  const { architecture, layout, revision } = plan;
  const { downscale, query } = latentModes(plan);
  const queryUp = Math.floor((revision.latent.heads(architecture) * (V3.keyWidth + V3.ropeSize)) / layout.tp);
  return [
    downscaled(plan, V3.queryRank + V3.kvRank + V3.ropeSize, downscale),
    tokenOps.gemm(plan, 'q_b_proj_gemm', queryUp, V3.queryRank, { quant: query }),
  ];
}

/** The product into the ranks of queries and cache. */
function downscaled(plan: PhasePlan, width: number, quant: GemmQuant): Operation {
  return tokenOps.gemm(plan, 'downscale_gemm', width, plan.architecture.hiddenSize, { quant });
}

function contextParts(latent: LatentPlan, mixes: Mixes): readonly Operation[] {
  const { plan } = latent;
  const { architecture, layout, revision } = plan;
  const { keyValue, output } = latentModes(plan);
  const heads = revision.latent.heads(architecture);
  const kvUp = Math.floor((heads * (V3.keyWidth + V3.valueWidth)) / layout.tp);
  return [
    ...projections(plan),
    tokenOps.gemm(plan, 'kv_b_proj_gemm', kvUp, V3.kvRank, { quant: keyValue }),
    isOrdinary(plan) ? ordinaryAttention(latent, mixes) : contextKernel(plan, mixes),
    projected(plan, heads * V3.valueWidth, output),
  ];
}

/** The output projection from `width` elements of all ranks. */
function projected(plan: PhasePlan, width: number, quant: GemmQuant): Operation {
  const { architecture, layout } = plan;
  return tokenOps.gemm(plan, 'proj_gemm', architecture.hiddenSize, Math.floor(width / layout.tp), { quant });
}

/** Prefill attention over the latent cache. */
export function contextKernel(plan: PhasePlan, mixes: Mixes): ContextMla {
  const { perLayer: count, layout, quant } = plan;
  const { fmha, kvCache } = quant;
  const heads = kernelHeads(plan);
  return { kind: 'contextMla', name: 'context_attention', count, mixes, heads, fmha, kvCache, cp: layout.cp };
}

function generationParts(latent: LatentPlan, mixes: Mixes): readonly Operation[] {
  const { plan } = latent;
  const { architecture, revision } = plan;
  const latentKernels = [latentProduct(plan, 'pre'), generationKernel(plan, mixes), latentProduct(plan, 'post')];
  return [
    ...projections(plan),
    ...(isOrdinary(plan) ? [ordinaryAttention(latent, mixes)] : latentKernels),
    projected(plan, revision.latent.decodeOutput(architecture), latentModes(plan).output),
  ];
}

/** The product into the latent space, or out of it. */
export function latentProduct(plan: PhasePlan, stage: MlaBmm['stage']): MlaBmm {
  const { architecture, layout, perLayer: count } = plan;
  const heads = Math.floor(architecture.heads / layout.tp);
  return { kind: 'mlaBmm', name: `generation_bmm_${stage}`, count, stage, heads, quant: latentModes(plan).latent };
}

/** Decode attention over the latent cache. */
export function generationKernel(plan: PhasePlan, mixes: Mixes): GenerationMla {
  const { perLayer: count, quant } = plan;
  const heads = kernelHeads(plan);
  return { kind: 'generationMla', name: 'generation_attention', count, mixes, heads, kvCache: quant.kvCache };
}

function isOrdinary({ backend }: PhasePlan): boolean {
  return LATENT_KERNELS[backend] === 'ordinary';
}

function ordinaryAttention({ plan, facts }: LatentPlan, mixes: Mixes): Operation {
  const { heads, kvHeads, headSize } = plan.architecture;
  const { tp, cp } = plan.layout;
  return attention(plan, {
    count: plan.phase === 'context' ? plan.perLayer / cp : plan.perLayer,
    mixes,
    heads: Math.floor(heads / tp),
    kvHeads: Math.floor(kvHeads / tp),
    headSize: facts.valueHeadSize || headSize,
  });
}
