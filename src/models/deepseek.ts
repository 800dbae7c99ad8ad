import { attention, contextParallelGather } from './grouped-attention.ts';
import type { FamilyModel } from './model.ts';
import type { Fallback, MlaBmm, MlaModule, Operation, Overlap } from './operations.ts';
import { KV_CACHE_QUANT } from './quant-modes.ts';
import { expertMismatch, routedExperts } from './routed-experts.ts';
import { tokenOps } from './token-ops.ts';
import type { PhasePlan, WorkerPlan } from './worker-plan.ts';

/**
 * Latent attention with routed and shared experts: DeepSeek-V3 and R1, Kimi-K2.5.
 * Source of the list: aiconfigurator 0.10.0, sdk/models/deepseek.py.
 */
export const deepseek: FamilyModel = {
  isMoe: true,
  activationProfile: 'moe',
  hasDispatchWorkspace: true,
  operations: phaseOperations,
  kvBytesPerSequence: latentKvBytes,
  mismatch: expertMismatch,
};

const ALPHA = 1.01;

/** Geometry of DeepSeek-V3, which the reference uses for every model of these families. */
const V3 = { heads: 128, downscale: 2112, queryUp: 24576, queryRank: 1536, kvUp: 32768, kvRank: 512, output: 16384 };
const DEFAULT_KV_RANK = 512;
const DEFAULT_ROPE_SIZE = 64;

function phaseOperations(plan: PhasePlan): readonly Operation[] {
  const { addNorm, allReduce, embedding, logits, pointToPoint } = tokenOps;
  const layers = plan.architecture.layers;
  return [
    embedding(plan, plan.architecture.vocabSize),
    addNorm(plan, 1),
    latentAttention(plan),
    ...contextParallelGather(plan, latentKvBytes(plan, 1)),
    addNorm(plan, 2),
    ...expertLayers(plan),
    logits(plan),
    ...(plan.backendName === 'vllm' ? [allReduce(plan, 'tp_allreduce', 2 * layers * plan.once)] : []),
    pointToPoint(plan),
  ];
}

/** Prefill runs shared and routed experts in turn; decode overlaps them on two streams. */
function expertLayers(plan: PhasePlan): readonly Operation[] {
  const routed = routedExperts(plan, { alpha: ALPHA, attentionCp: plan.layout.cp });
  const shared = sharedExperts(plan);
  if (plan.phase === 'context') return [...shared, ...routed];
  const overlap: Overlap = { kind: 'overlap', name: 'generation_moe_overlap', count: 1, branches: [routed, shared] };
  return [overlap];
}

function sharedExperts(plan: PhasePlan): readonly Operation[] {
  const { hiddenSize, moeInterSize } = plan.architecture;
  const width = Math.floor(moeInterSize / plan.layout.tp);
  const gateWidth = Math.floor((2 * moeInterSize) / plan.layout.tp);
  return [
    tokenOps.gemm(plan, 'shared_gate_up_gemm', gateWidth, hiddenSize),
    tokenOps.elementWise(plan, 'shared_act_gate', gateWidth, width),
    tokenOps.gemm(plan, 'shared_ffn2_gemm', hiddenSize, width),
  ];
}

/** The whole block where it was measured as one, else its kernels. The name keeps it out of the mixed step's attention. */
function latentAttention(plan: PhasePlan): Fallback {
  const { fmha, kvCache, gemm } = plan.quant;
  const isContext = plan.phase === 'context';
  const primary: MlaModule = {
    kind: isContext ? 'contextMlaModule' : 'generationMlaModule',
    name: `${plan.phase}_mla_module`,
    count: isContext ? plan.perLayer / plan.layout.cp : plan.perLayer,
    heads: Math.floor(V3.heads / plan.layout.tp),
    fmha,
    kvCache,
    gemm,
  };
  const parts = isContext ? contextParts(plan) : generationParts(plan);
  return { kind: 'fallback', name: `${plan.phase}_mla_block`, count: 1, primary, parts };
}

function projections(plan: PhasePlan): readonly Operation[] {
  const { hiddenSize } = plan.architecture;
  return [
    tokenOps.gemm(plan, 'downscale_gemm', V3.downscale, hiddenSize),
    tokenOps.gemm(plan, 'q_b_proj_gemm', Math.floor(V3.queryUp / plan.layout.tp), V3.queryRank),
  ];
}

function contextParts(plan: PhasePlan): readonly Operation[] {
  const { architecture, layout, quant } = plan;
  const kernel: Operation =
    plan.backendName === 'vllm'
      ? unfoldedAttention(plan)
      : {
          kind: 'contextMla',
          name: 'context_attention',
          count: plan.perLayer,
          heads: Math.floor(V3.heads / layout.tp),
          fmha: quant.fmha,
          kvCache: quant.kvCache,
          cp: layout.cp,
        };
  return [
    ...projections(plan),
    tokenOps.gemm(plan, 'kv_b_proj_gemm', Math.floor(V3.kvUp / layout.tp), V3.kvRank),
    kernel,
    tokenOps.gemm(plan, 'proj_gemm', architecture.hiddenSize, Math.floor(V3.output / layout.tp)),
  ];
}

function generationParts(plan: PhasePlan): readonly Operation[] {
  const { architecture, layout, quant } = plan;
  const { hiddenSize } = architecture;
  const bmm = (stage: 'pre' | 'post'): MlaBmm => ({
    kind: 'mlaBmm',
    name: `generation_bmm_${stage}`,
    count: plan.perLayer,
    stage,
    heads: Math.floor(architecture.heads / layout.tp),
    quant: quant.gemm === 'bfloat16' ? 'bfloat16' : 'fp8',
  });
  const kernel: Operation = {
    kind: 'generationMla',
    name: 'generation_attention',
    count: plan.perLayer,
    heads: Math.floor(V3.heads / layout.tp),
    kvCache: quant.kvCache,
  };
  return [
    ...projections(plan),
    ...(plan.backendName === 'vllm' ? [unfoldedAttention(plan)] : [bmm('pre'), kernel, bmm('post')]),
    tokenOps.gemm(plan, 'proj_gemm', hiddenSize, Math.floor(hiddenSize / layout.tp)),
  ];
}

/** vLLM is modelled with ordinary attention over the value width. */
function unfoldedAttention(plan: PhasePlan): Operation {
  const { heads, kvHeads, headSize, mla } = plan.architecture;
  const { tp, cp } = plan.layout;
  return attention(plan, {
    count: plan.phase === 'context' ? plan.perLayer / cp : plan.perLayer,
    heads: Math.floor(heads / tp),
    kvHeads: Math.floor(kvHeads / tp),
    headSize: mla?.valueHeadSize || headSize,
  });
}

/** One latent vector and one rotary key a layer, on every tensor rank. */
function latentKvBytes({ architecture, quant }: WorkerPlan, tokens: number): number {
  const { layers, mla } = architecture;
  const width = (mla?.kvRank || DEFAULT_KV_RANK) + (mla?.ropeSize || DEFAULT_ROPE_SIZE);
  return tokens * KV_CACHE_QUANT[quant.kvCache].bytes * (layers * width);
}
