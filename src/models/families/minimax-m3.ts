import type { Operation } from '../../operations/operations.ts';
import type { FamilyDefinition } from '../family.ts';
import { besideExperts } from '../parts/beside-experts.ts';
import { groupedKvBytes } from '../parts/grouped-attention.ts';
import { EXPERT_CHECKS, everywhere, MSA_CHECKS } from '../parts/mode-checks.ts';
import { expertMismatch, routedExperts } from '../parts/routed-experts.ts';
import { SHARED_NAMES, sharedExperts } from '../parts/shared-experts.ts';
import { tokenOps } from '../parts/token-ops.ts';
import type { PhasePlan } from '../worker-plan.ts';

/**
 * MiniMax-M3: grouped attention over the blocks of tokens that an indexer chooses, with routed experts and a shared one. The
 * reference takes every layer for such a one, whatever a checkpoint says, and keeps the cache of all tokens.
 * Source: aiconfigurator 0.10.0 and 0.12.0, sdk/models/minimax_m3.py.
 */
export const minimaxM3: FamilyDefinition = () => ({
  isMoe: true,
  activationProfile: 'other',
  hasDispatchWorkspace: false,
  hasExchanges: false,
  splitsSequences: false,
  operations: phaseOperations,
  kvBytesPerSequence: groupedKvBytes,
  quantRules: [],
  measured: everywhere([...EXPERT_CHECKS, ...MSA_CHECKS]),
  mismatch: expertMismatch,
});

function phaseOperations(plan: PhasePlan): readonly Operation[] {
  const { addNorm, embedding, logits, pointToPoint } = tokenOps;
  const { layout, quant, revision, architecture } = plan;
  const routed = routedExperts(plan, { skew: revision.expertSkew.MINIMAXM3, attentionCp: 1 });
  const shared = sharedExperts(plan, { names: SHARED_NAMES, quant: quant.gemm, ranks: layout.tp, dealtRanks: 1 });
  return [
    embedding(plan, architecture.vocabSize),
    ...[addNorm(plan, 1), attention(plan), addNorm(plan, 2)],
    ...besideExperts(plan, { routed, shared }),
    ...[logits(plan), pointToPoint(plan)],
  ];
}

/** The whole block; a mixed step sees its attention. */
function attention({ architecture, layout, phase, perLayer: count, quant }: PhasePlan): Operation {
  const { heads, kvHeads, headSize, hiddenSize } = architecture;
  const onOneGpu = (all: number): number => Math.max(1, Math.floor(all / layout.tp));
  return {
    kind: phase === 'context' ? 'contextMsaModule' : 'generationMsaModule',
    ...{ name: `${phase}_attention`, count, mixes: 'attention' },
    ...{ heads: onOneGpu(heads), kvHeads: onOneGpu(kvHeads), headSize, hiddenSize },
    ...{ kvCache: quant.kvCache, fmha: quant.fmha, gemm: quant.gemm },
  };
}
