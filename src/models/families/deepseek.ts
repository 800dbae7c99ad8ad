import type { Operation } from '../../operations/operations.ts';
import type { Backend } from '../../serving.ts';
import type { Exchange } from '../expert-spread.ts';
import type { FamilyDefinition, FamilyModel } from '../family.ts';
import { besideExperts } from '../parts/beside-experts.ts';
import { contextParallelGather } from '../parts/grouped-attention.ts';
import { latentAttention } from '../parts/latent-attention.ts';
import { type LatentFacts, latentFacts, latentKvBytes, latentModes } from '../parts/latent-plan.ts';
import { EXPERT_CHECKS, GROUPED_CHECKS, LATENT_CHECKS } from '../parts/mode-checks.ts';
import { expertMismatch, routedExperts } from '../parts/routed-experts.ts';
import { SHARED_NAMES, sharedExperts } from '../parts/shared-experts.ts';
import { expertsAtOnce, expertsInTurn, type SpreadExperts } from '../parts/spread-experts.ts';
import { type SpreadAttention, sglangSpreadAttention, trtllmSpreadAttention } from '../parts/spread-latent.ts';
import { tokenOps } from '../parts/token-ops.ts';
import type { PhasePlan } from '../worker-plan.ts';

/** How a backend runs these models. */
interface LatentBackend {
  /** Whether attention and experts are each followed by an all-reduce of the tensor ranks. */
  readonly reduces: boolean;
  readonly spread: SpreadBackend;
}

/** How it does where experts have exchanges of their own. */
interface SpreadBackend {
  readonly attention: SpreadAttention;
  readonly experts: SpreadExperts;
  /** Whether logits and the hand-over between stages are listed. */
  readonly hasEnd: boolean;
  /** Share of the time of a layer that is left in decode, since a kernel starts while the one before it ends. */
  readonly decodeShare: number;
}

/** Embedding and attention as they are without exchanges of their own. */
const wholeAttention: SpreadAttention = (plan, facts) => [
  tokenOps.embedding(plan, plan.architecture.vocabSize),
  tokenOps.addNorm(plan, 1),
  ...latentAttention({ plan, facts }),
  ...contextParallelGather(plan, latentKvBytes(facts, plan, 1)),
  tokenOps.addNorm(plan, 2),
];

const BACKENDS: Readonly<Record<Backend, LatentBackend>> = {
  trtllm: {
    reduces: false,
    spread: { attention: trtllmSpreadAttention, experts: expertsAtOnce, hasEnd: true, decodeShare: 0.9 },
  },
  sglang: {
    reduces: false,
    spread: { attention: sglangSpreadAttention, experts: expertsInTurn, hasEnd: false, decodeShare: 1 },
  },
  vllm: {
    reduces: true,
    spread: { attention: wholeAttention, experts: expertsInTurn, hasEnd: true, decodeShare: 1 },
  },
};

/** In what the families of this file differ. */
interface Variant {
  readonly family: 'DEEPSEEK' | 'KIMIK25';
  /** Backends whose exchanges take the choice of experts along. */
  readonly routesInExchange: readonly Backend[];
}

function latentFamily(variant: Variant): FamilyDefinition {
  const latent = [...EXPERT_CHECKS, ...LATENT_CHECKS];
  return (read) => {
    const facts = latentFacts(read);
    return {
      isMoe: true,
      activationProfile: 'moe',
      hasDispatchWorkspace: true,
      hasExchanges: true,
      splitsSequences: true,
      operations: (plan) => phaseOperations(plan, facts, variant),
      kvBytesPerSequence: (plan, tokens) => latentKvBytes(facts, plan, tokens),
      quantRules: [],
      measured: { trtllm: latent, sglang: latent, vllm: [...EXPERT_CHECKS, ...GROUPED_CHECKS] },
      mismatch: expertMismatch,
      spreadModes,
    };
  };
}

/** SGLang's attention between exchanges was measured in one way, which DeepSeek-V3 takes whatever its checkpoint. */
const spreadModes: NonNullable<FamilyModel['spreadModes']> = ({ architecture, backend }) =>
  backend === 'sglang' && architecture.standsFor === 'DeepseekV3ForCausalLM'
    ? { fmha: 'fp8_block', kvCache: 'fp8' }
    : {};

/**
 * Latent attention with routed and shared experts: DeepSeek-V3 and R1.
 * Source of the list: aiconfigurator 0.10.0 and 0.12.0, sdk/models/deepseek.py.
 */
export const deepseek = latentFamily({ family: 'DEEPSEEK', routesInExchange: ['sglang'] });

/** The same layers in Kimi-K2.5. */
export const kimiK25 = latentFamily({ family: 'KIMIK25', routesInExchange: [] });

function phaseOperations(plan: PhasePlan, facts: LatentFacts, variant: Variant): readonly Operation[] {
  const { allReduce, logits, pointToPoint } = tokenOps;
  const { reduces, spread } = BACKENDS[plan.backend];
  const exchange = plan.spread?.[plan.phase];
  const { layers } = plan.architecture;
  const reduced = reduces ? [allReduce(plan, 'tp_allreduce', 2 * layers * plan.once)] : [];
  const end = [logits(plan), ...reduced, pointToPoint(plan)];
  if (exchange !== undefined)
    return [...spreadLayers(plan, { facts, variant, exchange }), ...(spread.hasEnd ? end : [])];
  return [...wholeAttention(plan, facts), ...expertLayers(plan, plan.revision.expertSkew[variant.family]), ...end];
}

interface SpreadScope {
  readonly facts: LatentFacts;
  readonly variant: Variant;
  readonly exchange: Exchange;
}

function spreadLayers(plan: PhasePlan, { facts, variant, exchange }: SpreadScope): readonly Operation[] {
  const { attention, experts, decodeShare } = BACKENDS[plan.backend].spread;
  const timed = plan.phase === 'context' ? plan : { ...plan, perLayer: plan.perLayer * decodeShare };
  const layers = experts(timed, {
    exchange,
    skew: plan.revision.expertSkew[variant.family],
    hasRouter: !variant.routesInExchange.includes(plan.backend),
    sharedQuant: latentModes(plan).sharedExperts,
  });
  return [...attention(timed, facts), ...layers];
}

function expertLayers(plan: PhasePlan, skew: number): readonly Operation[] {
  const routed = routedExperts(plan, { skew, attentionCp: plan.layout.cp });
  const quant = latentModes(plan).sharedExperts;
  const shared = sharedExperts(plan, { names: SHARED_NAMES, quant, ranks: plan.layout.tp, dealtRanks: 1 });
  return besideExperts(plan, { routed, shared });
}
