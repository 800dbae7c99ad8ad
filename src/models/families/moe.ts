import type { Operation } from '../../operations/operations.ts';
import type { Backend } from '../../serving.ts';
import type { FamilyDefinition, FamilyModel, QuantRule } from '../family.ts';
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
import { blockMismatch, expertMismatch, routedExperts, router } from '../parts/routed-experts.ts';
import { tokenOps } from '../parts/token-ops.ts';
import type { PhasePlan } from '../worker-plan.ts';

const GPT_OSS: readonly string[] = ['openai/gpt-oss-120b', 'openai/gpt-oss-20b'];
const BLACKWELL_SM = 100;

/** The gpt-oss checkpoints run with quantised activations where the tensor cores take them (aiconfigurator 0.10.0, sdk/task_v2.py). */
const quantisedActivations: QuantRule = {
  applies: ({ architecture, backend, smVersion }) =>
    backend === 'trtllm' && GPT_OSS.includes(architecture.id) && smVersion >= BLACKWELL_SM,
  change: { moe: 'w4a8_mxfp4_mxfp8' },
};

/** In what families of these layers differ. */
interface RoutedVariant extends Pick<FamilyModel, 'activationProfile' | 'hasExchanges'> {
  readonly family: 'MOE' | 'QWEN3VL_MOE';
}

/** A family with grouped attention and routed experts in each layer. */
export function routedFamily({ family, activationProfile, hasExchanges }: RoutedVariant): FamilyDefinition {
  return () => ({
    isMoe: true,
    activationProfile,
    hasDispatchWorkspace: false,
    hasExchanges,
    splitsSequences: true,
    operations: (plan) => phaseOperations(plan, plan.revision.expertSkew[family]),
    kvBytesPerSequence: windowedKvBytes,
    quantRules: [quantisedActivations],
    measured: everywhere([...EXPERT_CHECKS, ...GROUPED_CHECKS]),
    mismatch: (plan) => expertMismatch(plan) ?? blockMismatch(plan),
  });
}

/**
 * Decoders with grouped attention and routed experts: Qwen3 MoE, gpt-oss, MiniMax-M2, Mixtral, Qwen2 MoE.
 * Source of the list: aiconfigurator 0.10.0, sdk/models/moe.py.
 */
export const moe = routedFamily({ family: 'MOE', activationProfile: 'moe', hasExchanges: true });

function phaseOperations(plan: PhasePlan, skew: number): readonly Operation[] {
  const { architecture, layout, phase } = plan;
  const { windowSize } = architecture;
  const { addNorm, allReduce, embedding, logits, pointToPoint } = tokenOps;
  const attentionLayers = windowSize === 0 ? plan.perLayer : plan.perLayer / 2;
  // The reference does not tell the decode dispatch about context parallelism, and gives prefill no logits product.
  const attentionCp = phase === 'context' ? layout.cp : 1;
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
      : [router(plan), ...exchangedExperts(plan, exchange, { skew })]),
    ...(phase === 'context' ? [] : [logits(plan)]),
    ...(whole ? [] : [allReduce(plan, 'embedding_ar', plan.once), pointToPoint(plan)]),
  ];
}

/** Backends that keep the embedding on every rank where experts have exchanges of their own. */
const WHOLE_EMBEDDING: readonly Backend[] = ['sglang'];
