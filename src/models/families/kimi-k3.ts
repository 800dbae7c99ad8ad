import type { Operation } from '../../operations/operations.ts';
import { KV_CACHE_QUANT } from '../../operations/quant-modes.ts';
import type { CommonFacts } from '../common-facts.ts';
import type { FactReader } from '../fact-reader.ts';
import type { FamilyDefinition, QuantRule } from '../family.ts';
import { type DeltaAttention, deltaAttention } from '../parts/delta-attention.ts';
import { gatedLatent, type LatentSizes } from '../parts/gated-latent.ts';
import { EXPERT_NAMES, gatedLayers } from '../parts/gated-layers.ts';
import { EXPERT_CHECKS, GROUPED_CHECKS, LATENT_KERNEL_CHECKS } from '../parts/mode-checks.ts';
import { dispatchedExperts, expertMismatch, router } from '../parts/routed-experts.ts';
import { tokenOps } from '../parts/token-ops.ts';
import type { PhasePlan, WorkerPlan } from '../worker-plan.ts';

/** Facts that only these models have. */
interface KimiFacts {
  /** Layers with delta attention; all others have latent attention. */
  readonly deltaLayers: number;
  readonly delta: DeltaAttention;
  readonly latent: LatentSizes;
  /** First layers, which have no experts. */
  readonly denseLayers: number;
  /** Elements of a token as routed experts get it, and width of the experts for all tokens. */
  readonly expertSize: number;
  readonly sharedSize: number;
  /** Whether what enters attention and feed-forward parts is a blend of what came out before. */
  readonly blendsResiduals: boolean;
}

const BLACKWELL_SM = 100;

/** SGLang runs the published checkpoint with quantised activations there. Source: aiconfigurator 0.12.0, sdk/task_v2.py. */
const quantisedActivations: QuantRule = {
  applies: ({ architecture, backend, smVersion }) =>
    backend === 'sglang' && architecture.id === 'moonshotai/Kimi-K3' && smVersion >= BLACKWELL_SM,
  change: { moe: 'w4a8_mxfp4_mxfp8' },
};

/**
 * Hybrids of delta attention and latent attention with experts in a latent space: Kimi K3.
 * Source: aiconfigurator 0.12.0, sdk/models/kimi_k3.py.
 */
export const kimiK3: FamilyDefinition = (read, common) => {
  const facts = kimiFacts(read, common);
  const latent = [...EXPERT_CHECKS, ...LATENT_KERNEL_CHECKS];
  return {
    isMoe: true,
    activationProfile: 'latentHybrid',
    hasDispatchWorkspace: false,
    hasExchanges: false,
    splitsSequences: false,
    operations: (plan) => phaseOperations(plan, facts),
    kvBytesPerSequence: (plan, tokens) => kvBytes(plan, facts, tokens),
    quantRules: [quantisedActivations],
    measured: { trtllm: latent, sglang: latent, vllm: [...EXPERT_CHECKS, ...GROUPED_CHECKS] },
    mismatch: (plan) => headMismatch(plan, facts) ?? expertMismatch(plan),
  };
};

function kimiFacts(read: FactReader, { layers, hiddenSize, moeInterSize }: CommonFacts): KimiFacts {
  const linear = read.within('linear_attn_config');
  const listed = linear.value('kda_layers');
  const isLayer = (layer: unknown): boolean =>
    Number.isSafeInteger(layer) && Number(layer) >= 1 && Number(layer) <= layers;
  if (!Array.isArray(listed) || listed.length === 0 || !listed.every(isLayer))
    throw linear.refusal('kda_layers', `numbers of layers from 1 to ${layers}`);
  return {
    deltaLayers: new Set(listed).size,
    delta: {
      heads: linear.need('num_heads'),
      headSize: linear.need('head_dim'),
      convWidth: linear.first('short_conv_kernel_size') || 4,
    },
    latent: {
      queryRank: read.need('q_lora_rank'),
      kvRank: read.need('kv_lora_rank'),
      plainSize: read.need('qk_nope_head_dim'),
      ropeSize: read.need('qk_rope_head_dim'),
      valueSize: read.need('v_head_dim'),
    },
    denseLayers: Math.min(read.orElse(0, 'first_k_dense_replace'), layers),
    expertSize: read.first('routed_expert_hidden_size') || hiddenSize,
    sharedSize: read.first('num_shared_experts') * moeInterSize,
    blendsResiduals: read.first('attn_res_block_size') > 0,
  };
}

function headMismatch({ layout: { tp } }: WorkerPlan, { delta: { heads } }: KimiFacts): string | undefined {
  return heads % tp === 0 ? undefined : `${heads} heads of delta attention do not split over ${tp} GPUs`;
}

function phaseOperations(plan: PhasePlan, facts: KimiFacts): readonly Operation[] {
  const { allReduce, elementWise, embedding, logits, pointToPoint } = tokenOps;
  const { hiddenSize, layers, vocabSize } = plan.architecture;
  const of = (count: number): PhasePlan => ({ ...plan, perLayer: count * plan.once });
  const latentLayers = layers - facts.deltaLayers;
  return [
    embedding(plan, Math.floor(vocabSize / plan.layout.tp)),
    allReduce(plan, 'embedding_ar', plan.once),
    ...deltaAttention(of(facts.deltaLayers), facts.delta),
    ...(latentLayers === 0 ? [] : gatedLatent(of(latentLayers), facts.latent)),
    ...(facts.blendsResiduals ? [elementWise(of(2 * layers), 'attn_res', 4 * hiddenSize, 2 * hiddenSize)] : []),
    elementWise(of(layers), 'ffn_norm', 2 * hiddenSize, 2 * hiddenSize),
    ...(facts.denseLayers === 0 ? [] : denseLayers(of(facts.denseLayers))),
    ...expertLayers(of(layers - facts.denseLayers), facts),
    logits(plan),
    pointToPoint(plan),
  ];
}

function denseLayers(plan: PhasePlan): readonly Operation[] {
  const { interSize: width } = plan.architecture;
  return [
    ...gatedLayers(plan, { prefix: 'dense_', names: EXPERT_NAMES, width }),
    tokenOps.allReduce(plan, 'dense_ffn_ar', plan.perLayer),
  ];
}

/** What is around routed experts is never quantised. */
const UNQUANTISED = { quant: 'bfloat16' } as const;

function expertLayers(plan: PhasePlan, { expertSize, sharedSize }: KimiFacts): readonly Operation[] {
  const { elementWise, gemm } = tokenOps;
  const { hiddenSize } = plan.architecture;
  const shared = { prefix: 'shared_', names: EXPERT_NAMES, width: sharedSize, ...UNQUANTISED, isLowPrecision: false };
  return [
    router(plan),
    gemm(plan, 'latent_down_gemm', expertSize, hiddenSize, UNQUANTISED),
    elementWise(plan, 'latent_norm', 2 * expertSize, 2 * expertSize),
    ...dispatchedExperts(plan, { skew: plan.revision.expertSkew.KIMIK3, attentionCp: 1, width: expertSize }),
    gemm(plan, 'latent_up_gemm', hiddenSize, expertSize, UNQUANTISED),
    ...(sharedSize === 0 ? [] : gatedLayers(plan, shared)),
  ];
}

/** States of a request that SGLang's cache keeps, and bytes of their elements and of those that a convolution keeps. */
const STATES = 5;
const STATE_ELEMENT = 4;
const WINDOW_ELEMENT = 2;

/** A latent vector and a rotary key in each layer with latent attention, and states of one size in each other layer. */
function kvBytes({ architecture, layout, quant }: WorkerPlan, facts: KimiFacts, tokens: number): number {
  const { deltaLayers, latent } = facts;
  const { heads, headSize, convWidth } = facts.delta;
  const latentLayers = architecture.layers - deltaLayers;
  const width = Math.max(1, Math.floor(heads / layout.tp)) * headSize;
  const state = width * headSize * STATE_ELEMENT + (convWidth - 1) * 3 * width * WINDOW_ELEMENT;
  const { bytes } = KV_CACHE_QUANT[quant.kvCache];
  return tokens * bytes * (latentLayers * (latent.kvRank + latent.ropeSize)) + STATES * deltaLayers * state;
}
