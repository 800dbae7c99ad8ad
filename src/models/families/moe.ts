import type { Operation } from '../../operations/operations.ts';
import type { Backend } from '../../serving.ts';
import type { FamilyDefinition, QuantRule } from '../family.ts';
import { exchangedExperts } from '../parts/exchanged-experts.ts';
import {
  attention,
  contextParallelGather,
  groupedKvBytes,
  outputProjection,
  qkvProjection,
  windowedKvBytes,
} from '../parts/grouped-attention.ts';
import { EXPERT_CHECKS, everywhere, GROUPED_CHECKS } from '../parts/mode-checks.ts';
import { expertMismatch, routedExperts } from '../parts/routed-experts.ts';
import { tokenOps } from '../parts/token-ops.ts';
import type { PhasePlan, WorkerPlan } from '../worker-plan.ts';

const GPT_OSS: readonly string[] = ['openai/gpt-oss-120b', 'openai/gpt-oss-20b'];
const BLACKWELL_SM = 100;

/** The gpt-oss checkpoints run with quantised activations where the tensor cores take them (aiconfigurator 0.10.0, sdk/task_v2.py). */
const quantisedActivations: QuantRule = {
  applies: ({ architecture, backend, smVersion }) =>
    backend === 'trtllm' && GPT_OSS.includes(architecture.id) && smVersion >= BLACKWELL_SM,
  change: { moe: 'w4a8_mxfp4_mxfp8' },
};

/**
 * Decoders with grouped attention and routed experts: Qwen3 MoE, gpt-oss, MiniMax-M2, Mixtral, Qwen2 MoE.
 * Source of the list: aiconfigurator 0.10.0, sdk/models/moe.py.
 */
export const moe: FamilyDefinition = () => ({
  isMoe: true,
  activationProfile: 'moe',
  hasDispatchWorkspace: false,
  hasExchanges: true,
  operations: phaseOperations,
  kvBytesPerSequence: windowedKvBytes,
  quantRules: [quantisedActivations],
  measured: everywhere([...EXPERT_CHECKS, ...GROUPED_CHECKS]),
  mismatch: (plan) => expertMismatch(plan) ?? blockMismatch(plan),
});

function phaseOperations(plan: PhasePlan): readonly Operation[] {
  const { architecture, layout, phase, revision } = plan;
  const { windowSize } = architecture;
  const { addNorm, allReduce, embedding, logits, pointToPoint } = tokenOps;
  const attentionLayers = windowSize === 0 ? plan.perLayer : plan.perLayer / 2;
  // The reference does not tell the decode dispatch about context parallelism, and gives prefill no logits product.
  const attentionCp = phase === 'context' ? layout.cp : 1;
  const skew = revision.expertSkew.MOE;
  const exchange = plan.spread?.[phase];
  const whole = exchange !== undefined && WHOLE_EMBEDDING.includes(plan.backend);
  return [
    ...(windowSize === 0 ? [] : [attention(plan, { windowSize, count: attentionLayers })]),
    embedding(plan, whole ? architecture.vocabSize : Math.floor(architecture.vocabSize / layout.tp)),
    addNorm(plan, 1),
    qkvProjection(plan),
    attention(plan, { count: attentionLayers }),
    ...contextParallelGather(plan, groupedKvBytes(plan, 1)),
    outputProjection(plan),
    addNorm(plan, 2),
    ...(exchange === undefined
      ? routedExperts(plan, { skew, attentionCp })
      : exchangedExperts(plan, exchange, { skew })),
    ...(phase === 'context' ? [] : [logits(plan)]),
    ...(whole ? [] : [allReduce(plan, 'embedding_ar', plan.once), pointToPoint(plan)]),
  ];
}

/** Backends that keep the embedding on every rank where experts have exchanges of their own. */
const WHOLE_EMBEDDING: readonly Backend[] = ['sglang'];

/** Block-scaled expert weights split at block borders only. */
function blockMismatch({ architecture, layout, quant }: WorkerPlan): string | undefined {
  const { moeInterSize, weightBlockSize } = architecture;
  if (quant.moe !== 'fp8_block' || Math.floor(moeInterSize / layout.moeTp) % weightBlockSize === 0) return undefined;
  return `expert width ${moeInterSize} over ${layout.moeTp} ranks is no multiple of the block ${weightBlockSize}`;
}
