import { isDsaModel } from '../../operations/dsa-shape.ts';
import type { ElementWise } from '../../operations/element-wise.ts';
import type { Operation } from '../../operations/operations.ts';
import type { Backend } from '../../serving.ts';
import type { Exchange } from '../expert-spread.ts';
import type { FamilyDefinition } from '../family.ts';
import { besideExperts } from '../parts/beside-experts.ts';
import { DSA_CHECKS, EXPERT_CHECKS, everywhere } from '../parts/mode-checks.ts';
import { moduleModes } from '../parts/module-modes.ts';
import { expertMismatch, routedExperts } from '../parts/routed-experts.ts';
import { SHARED_NAMES, sharedExperts } from '../parts/shared-experts.ts';
import { type SparseFacts, sparseAttention, sparseFacts, sparseKvBytes } from '../parts/sparse-latent.ts';
import { expertsAtOnce, expertsInTurn, type SpreadExperts } from '../parts/spread-experts.ts';
import { acrossTensorRanks } from '../parts/spread-latent.ts';
import { tokenOps } from '../parts/token-ops.ts';
import type { PhasePlan } from '../worker-plan.ts';

/** How a backend runs these models where experts have exchanges of their own. */
interface SpreadBackend {
  readonly experts: SpreadExperts;
  /** Whether embedding, norms, logits and the hand-over between stages are listed, and the choice of experts. */
  readonly listsAll: boolean;
  /** Whether the shared expert is in the mode that its checkpoint keeps it in. */
  readonly keepsShared: boolean;
  /** Share of the time of a layer that is left in decode, since a kernel starts while the one before it ends. */
  readonly decodeShare: number;
}

const SPREAD: Readonly<Record<Backend, SpreadBackend>> = {
  trtllm: { experts: expertsAtOnce, listsAll: true, keepsShared: true, decodeShare: 0.9 },
  sglang: { experts: expertsInTurn, listsAll: false, keepsShared: false, decodeShare: 1 },
  vllm: { experts: expertsInTurn, listsAll: true, keepsShared: false, decodeShare: 1 },
};

/**
 * Latent attention over the tokens that an indexer chooses, with routed and shared experts: DeepSeek-V3.2 and GLM-5.
 * Source: aiconfigurator 0.10.0 and 0.12.0, sdk/models/deepseek_v32.py.
 */
export const deepseekV32: FamilyDefinition = (read, common) => {
  if (!isDsaModel(common.standsFor)) return 'unmodelled';
  const facts = sparseFacts(read, common, common.standsFor);
  return {
    isMoe: true,
    activationProfile: 'moe',
    hasDispatchWorkspace: true,
    hasExchanges: true,
    splitsSequences: true,
    splitsStages: true,
    operations: (plan) => phaseOperations(plan, facts),
    kvBytesPerSequence: (plan, tokens) => sparseKvBytes(facts, plan, tokens),
    quantRules: [],
    measured: everywhere([...EXPERT_CHECKS, ...DSA_CHECKS]),
    mismatch: expertMismatch,
  };
};

function phaseOperations(plan: PhasePlan, facts: SparseFacts): readonly Operation[] {
  const exchange = plan.spread?.[plan.phase];
  if (exchange !== undefined) return spreadLayers(plan, facts, exchange);
  return aroundLayers(plan, [...normedAttention(plan, facts), ...expertLayers(plan)]);
}

/** Ranks that share sequences gather them for all but attention and its norms, so that the others see every token. */
function wholeSequences(plan: PhasePlan): PhasePlan {
  return { ...plan, layout: { ...plan.layout, cp: 1 } };
}

function aroundLayers(plan: PhasePlan, layers: readonly Operation[]): readonly Operation[] {
  const { embedding, logits, pointToPoint } = tokenOps;
  const whole = wholeSequences(plan);
  return [embedding(whole, plan.architecture.vocabSize), ...layers, logits(whole), pointToPoint(whole)];
}

function normedAttention(plan: PhasePlan, facts: SparseFacts): readonly Operation[] {
  const { phase, layout } = plan;
  const dealt = phase === 'context' && layout.cp > 1 ? { dealtRanks: layout.cp } : {};
  const norm = (index: 1 | 2): ElementWise => ({ ...tokenOps.addNorm(wholeSequences(plan), index), ...dealt });
  return [norm(1), sparseAttention(plan, facts), norm(2)];
}

function expertLayers(plan: PhasePlan): readonly Operation[] {
  const whole = wholeSequences(plan);
  const { moeTp, cp } = plan.layout;
  const routed = routedExperts(whole, { skew: skewOf(plan), attentionCp: cp });
  const quant = moduleModes(plan)('sharedExperts');
  const shared = sharedExperts(whole, { names: SHARED_NAMES, quant, ranks: moeTp, dealtRanks: 1 });
  return besideExperts(plan, { routed, shared });
}

function skewOf({ revision }: PhasePlan): number {
  return revision.expertSkew.DEEPSEEKV32;
}

function spreadLayers(plan: PhasePlan, facts: SparseFacts, exchange: Exchange): readonly Operation[] {
  const { experts, listsAll, keepsShared, decodeShare } = SPREAD[plan.backend];
  const timed = plan.phase === 'context' ? plan : { ...plan, perLayer: plan.perLayer * decodeShare };
  const spread = experts(timed, {
    exchange,
    skew: skewOf(plan),
    hasRouter: listsAll,
    sharedQuant: keepsShared ? moduleModes(plan)('sharedExperts') : plan.quant.gemm,
  });
  if (listsAll) return aroundLayers(plan, [...normedAttention(timed, facts), ...spread]);
  return [
    ...acrossTensorRanks(plan, 'all_gather'),
    sparseAttention(timed, facts),
    ...acrossTensorRanks(plan, 'reduce_scatter'),
    ...spread,
  ];
}
