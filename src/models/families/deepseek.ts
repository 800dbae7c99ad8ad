import type { Operation, Overlap } from '../../operations/operations.ts';
import type { Backend } from '../../serving.ts';
import type { ArchitectureName } from '../architectures.ts';
import type { FamilyDefinition, FamilyModel, QuantRule } from '../family.ts';
import { contextParallelGather } from '../parts/grouped-attention.ts';
import {
  type LatentFacts,
  type LatentKernels,
  latentAttention,
  latentFacts,
  latentKvBytes,
} from '../parts/latent-attention.ts';
import { EXPERT_CHECKS, GROUPED_CHECKS, LATENT_CHECKS } from '../parts/mode-checks.ts';
import { expertMismatch, routedExperts } from '../parts/routed-experts.ts';
import { tokenOps } from '../parts/token-ops.ts';
import type { PhasePlan } from '../worker-plan.ts';

/** How a backend runs these models. */
interface LatentBackend {
  readonly kernels: LatentKernels;
  /** Whether attention and experts are each followed by an all-reduce of the tensor ranks. */
  readonly reduces: boolean;
}

const FOLDED: LatentBackend = { kernels: 'latent', reduces: false };
const BACKENDS: Readonly<Record<Backend, LatentBackend>> = {
  trtllm: FOLDED,
  sglang: FOLDED,
  vllm: { kernels: 'ordinary', reduces: true },
};

const BFLOAT16_PREFILL: readonly (ArchitectureName | undefined)[] = [
  'DeepseekV3ForCausalLM',
  'KimiK25ForConditionalGeneration',
];

/**
 * Latent prefill was measured in bfloat16 alone; decode keeps fp8 and so reads other tables than an aggregated worker.
 * Source: aiconfigurator 0.10.0, sdk/task_v2.py.
 */
const bfloat16Prefill: QuantRule = {
  applies: ({ architecture, role }, { fmha }) =>
    fmha === 'fp8' && role !== 'decode' && BFLOAT16_PREFILL.includes(architecture.standsFor),
  change: { fmha: 'bfloat16' },
};

/** In what the families of this file differ. */
interface Variant {
  readonly family: 'DEEPSEEK' | 'KIMIK25';
  readonly vllm: FamilyModel['measured']['vllm'];
}

function latentFamily({ family, vllm }: Variant): FamilyDefinition {
  const latent = [...EXPERT_CHECKS, ...LATENT_CHECKS];
  return (read) => {
    const facts = latentFacts(read);
    return {
      isMoe: true,
      activationProfile: 'moe',
      hasDispatchWorkspace: true,
      hasExchanges: false,
      operations: (plan) => phaseOperations(plan, facts, plan.revision.expertSkew[family]),
      kvBytesPerSequence: (plan, tokens) => latentKvBytes(facts, plan, tokens),
      quantRules: [bfloat16Prefill],
      measured: { trtllm: latent, sglang: latent, vllm },
      mismatch: expertMismatch,
    };
  };
}

/**
 * Latent attention with routed and shared experts: DeepSeek-V3 and R1. The reference does not model them on vLLM.
 * Source of the list: aiconfigurator 0.10.0, sdk/models/deepseek.py.
 */
export const deepseek = latentFamily({ family: 'DEEPSEEK', vllm: 'unmodelled' });

/** The same layers in Kimi-K2.5. */
export const kimiK25 = latentFamily({ family: 'KIMIK25', vllm: [...EXPERT_CHECKS, ...GROUPED_CHECKS] });

function phaseOperations(plan: PhasePlan, facts: LatentFacts, skew: number): readonly Operation[] {
  const { addNorm, allReduce, embedding, logits, pointToPoint } = tokenOps;
  const { kernels, reduces } = BACKENDS[plan.backend];
  const { layers, vocabSize } = plan.architecture;
  return [
    embedding(plan, vocabSize),
    addNorm(plan, 1),
    latentAttention({ plan, facts, kernels }),
    ...contextParallelGather(plan, latentKvBytes(facts, plan, 1)),
    addNorm(plan, 2),
    ...expertLayers(plan, skew),
    logits(plan),
    ...(reduces ? [allReduce(plan, 'tp_allreduce', 2 * layers * plan.once)] : []),
    pointToPoint(plan),
  ];
}

/** Prefill runs shared and routed experts in turn; decode overlaps them on two streams. */
function expertLayers(plan: PhasePlan, skew: number): readonly Operation[] {
  const routed = routedExperts(plan, { skew, attentionCp: plan.layout.cp });
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
