import type { FamilyDefinition } from '../../src/models/family.ts';
import { gatedLayers } from '../../src/models/parts/gated-layers.ts';
import {
  attention,
  groupedKvBytes,
  outputProjection,
  qkvProjection,
} from '../../src/models/parts/grouped-attention.ts';
import { everywhere, GROUPED_CHECKS } from '../../src/models/parts/mode-checks.ts';
import { tokenOps } from '../../src/models/parts/token-ops.ts';
import type { PhasePlan } from '../../src/models/worker-plan.ts';
import type { Operation } from '../../src/operations/operations.ts';

/** Dense decoders with a window in every second layer and norms before and after each part. */
export const windowed: FamilyDefinition = (read) => {
  const windowSize = read.need('sliding_window');
  return {
    isMoe: false,
    activationProfile: 'dense',
    hasDispatchWorkspace: false,
    hasExchanges: false,
    splitsSequences: false,
    operations: (plan) => layers(plan, windowSize),
    kvBytesPerSequence: groupedKvBytes,
    quantRules: [],
    measured: everywhere(GROUPED_CHECKS),
  };
};

function layers(plan: PhasePlan, windowSize: number): readonly Operation[] {
  const { hiddenSize: h, interSize, vocabSize } = plan.architecture;
  const half = { count: plan.perLayer / 2 };
  const norm = (name: string): Operation => tokenOps.elementWise(plan, name, 2 * h, 2 * h);
  return [
    tokenOps.embedding(plan, Math.floor(vocabSize / plan.layout.tp)),
    ...[norm('attn_norm'), qkvProjection(plan)],
    ...[attention(plan, { ...half, windowSize }), attention(plan, half)],
    ...[outputProjection(plan), norm('attn_post_norm'), tokenOps.allReduce(plan, 'attn_ar', plan.perLayer)],
    ...[norm('ffn_norm'), ...gatedLayers(plan, { prefix: 'ffn_', width: interSize })],
    ...[norm('ffn_post_norm'), tokenOps.allReduce(plan, 'ffn_ar', plan.perLayer)],
    ...[tokenOps.logits(plan), tokenOps.pointToPoint(plan)],
  ];
}
