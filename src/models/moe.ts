import {
  attention,
  contextParallelGather,
  groupedKvBytes,
  outputProjection,
  qkvProjection,
} from './grouped-attention.ts';
import type { FamilyModel } from './model.ts';
import type { Operation } from './operations.ts';
import { expertMismatch, routedExperts } from './routed-experts.ts';
import { tokenOps } from './token-ops.ts';
import type { PhasePlan, WorkerPlan } from './worker-plan.ts';

/**
 * Decoders with grouped attention and routed experts: Qwen3 MoE, gpt-oss, MiniMax-M2, Mixtral, Qwen2 MoE.
 * Source of the list: aiconfigurator 0.10.0, sdk/models/moe.py.
 */
export const moe: FamilyModel = {
  isMoe: true,
  activationProfile: 'moe',
  hasDispatchWorkspace: false,
  operations: phaseOperations,
  kvBytesPerSequence: groupedKvBytes,
  mismatch: (plan) => expertMismatch(plan) ?? blockMismatch(plan),
};

const ALPHA = 1.2;

/** Sliding window of every second layer, in tokens. */
const WINDOW_SIZES: Readonly<Record<string, number>> = { GptOssForCausalLM: 128 };

function phaseOperations(plan: PhasePlan): readonly Operation[] {
  const { architecture, layout, phase } = plan;
  const { addNorm, allReduce, embedding, logits, pointToPoint } = tokenOps;
  const windowSize = WINDOW_SIZES[architecture.name];
  const attentionLayers = windowSize === undefined ? plan.perLayer : plan.perLayer / 2;
  // The reference does not tell the decode dispatch about context parallelism, and gives prefill no logits product.
  const attentionCp = phase === 'context' ? layout.cp : 1;
  return [
    ...(windowSize === undefined ? [] : [attention(plan, { windowSize, count: attentionLayers })]),
    embedding(plan, Math.floor(architecture.vocabSize / layout.tp)),
    addNorm(plan, 1),
    qkvProjection(plan),
    attention(plan, { count: attentionLayers }),
    ...contextParallelGather(plan, groupedKvBytes(plan, 1)),
    outputProjection(plan),
    addNorm(plan, 2),
    ...routedExperts(plan, { alpha: ALPHA, attentionCp }),
    ...(phase === 'context' ? [] : [logits(plan)]),
    allReduce(plan, 'embedding_ar', plan.once),
    pointToPoint(plan),
  ];
}

/** Block-scaled expert weights split at block borders only. */
function blockMismatch({ architecture, layout, quant }: WorkerPlan): string | undefined {
  const { moeInterSize, weightBlockSize } = architecture;
  if (quant.moe !== 'fp8_block' || Math.floor(moeInterSize / layout.moeTp) % weightBlockSize === 0) return undefined;
  return `expert width ${moeInterSize} over ${layout.moeTp} ranks is no multiple of the block ${weightBlockSize}`;
}
