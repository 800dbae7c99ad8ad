import type { Operation } from '../../operations/operations.ts';
import type { FamilyModel } from '../family.ts';
import { FEED_FORWARD_NAMES, gatedLayers } from '../parts/gated-layers.ts';
import {
  attention,
  contextParallelGather,
  groupedKvBytes,
  outputProjection,
  qkvProjection,
} from '../parts/grouped-attention.ts';
import { everywhere, GROUPED_CHECKS } from '../parts/mode-checks.ts';
import { tokenOps } from '../parts/token-ops.ts';
import type { PhasePlan } from '../worker-plan.ts';

/**
 * Dense decoders: Llama 3.x, Qwen2, Qwen2.5 and Qwen3 dense, MiMo-7B.
 * Source of the list: aiconfigurator 0.10.0, sdk/models/llama.py.
 */
export const llama = (): FamilyModel => ({
  isMoe: false,
  activationProfile: 'dense',
  hasDispatchWorkspace: false,
  hasExchanges: false,
  splitsSequences: true,
  operations: phaseOperations,
  kvBytesPerSequence: groupedKvBytes,
  quantRules: [],
  measured: everywhere(GROUPED_CHECKS),
});

function phaseOperations(plan: PhasePlan): readonly Operation[] {
  const { interSize, vocabSize } = plan.architecture;
  const { tp } = plan.layout;
  const { addNorm, allReduce, embedding, logits, pointToPoint } = tokenOps;
  return [
    embedding(plan, Math.floor(vocabSize / tp)),
    addNorm(plan, 1),
    qkvProjection(plan),
    attention(plan),
    ...contextParallelGather(plan, groupedKvBytes(plan, 1)),
    outputProjection(plan),
    addNorm(plan, 2),
    ...gatedLayers(plan, { prefix: '', names: FEED_FORWARD_NAMES, width: interSize }),
    logits(plan),
    allReduce(plan, 'embedding_ar', plan.once),
    allReduce(plan, 'ar_1', plan.perLayer),
    allReduce(plan, 'ar_2', plan.perLayer),
    pointToPoint(plan),
  ];
}
