import { STATE_TYPES } from '../../operations/gdn.ts';
import type { Operation } from '../../operations/operations.ts';
import { KV_CACHE_QUANT } from '../../operations/quant-modes.ts';
import { type DeltaNetFacts, deltaNetFacts } from '../delta-net-facts.ts';
import type { FamilyDefinition, FamilyModel } from '../family.ts';
import type { ModelRevision } from '../model-revision.ts';
import { type DeltaFeedForward, feedForwardAtOnce, feedForwardInTurn } from '../parts/delta-feed-forward.ts';
import { type DeltaNetRules, deltaNet } from '../parts/delta-net.ts';
import { attention, groupedKvBytes, kvHeadsPerGpu } from '../parts/grouped-attention.ts';
import { EXPERT_CHECKS, everywhere, GROUPED_CHECKS } from '../parts/mode-checks.ts';
import { expertMismatch } from '../parts/routed-experts.ts';
import { tokenOps } from '../parts/token-ops.ts';
import type { PhasePlan, WorkerPlan } from '../worker-plan.ts';

/** How a generation of the engine lists and sizes these models. */
interface HybridRules extends DeltaNetRules {
  /** Matrices of queries in layers that see all tokens: queries alone, or what gates their output too. */
  readonly queryMatrices: 1 | 2;
  readonly normsQueries: boolean;
  /** Whether SGLang's data-parallel ranks reduce attention when they gather tokens for their experts. */
  readonly reducesAtGather: boolean;
  readonly feedForward: DeltaFeedForward;
  readonly kvBytes: (net: DeltaNetFacts, ...at: Parameters<FamilyModel['kvBytesPerSequence']>) => number;
}

/** Source: aiconfigurator 0.10.0 and 0.12.0, sdk/models/qwen35.py. */
const RULES: Readonly<Record<ModelRevision['deltaNets'], HybridRules>> = {
  coarse: {
    ...{ keyMatrices: 3, hasHeadProduct: false, isSharded: false },
    ...{ queryMatrices: 1, normsQueries: false, reducesAtGather: false },
    feedForward: feedForwardInTurn,
    kvBytes: (_, plan, tokens) => groupedKvBytes(plan, tokens),
  },
  close: {
    ...{ keyMatrices: 2, hasHeadProduct: true, isSharded: true },
    ...{ queryMatrices: 2, normsQueries: true, reducesAtGather: true },
    feedForward: feedForwardAtOnce,
    kvBytes: stateAndKvBytes,
  },
};

/** Hybrids of gated delta nets and full attention, dense or with experts: Qwen3.5 and 3.6, Qwen3-Next. */
export const qwen35: FamilyDefinition = (read, facts) => {
  const net = deltaNetFacts(read, facts);
  const isMoe = facts.experts > 0;
  return {
    isMoe,
    activationProfile: 'other',
    hasDispatchWorkspace: false,
    hasExchanges: false,
    splitsSequences: false,
    operations: (plan) => phaseOperations(plan, net),
    kvBytesPerSequence: (plan, tokens) => RULES[plan.revision.deltaNets].kvBytes(net, plan, tokens),
    quantRules: [],
    measured: everywhere([...(isMoe ? EXPERT_CHECKS : []), ...GROUPED_CHECKS]),
    mismatch: (plan) => headMismatch(plan, net) ?? (isMoe ? expertMismatch(plan) : undefined),
  };
};

function headMismatch({ layout: { tp } }: WorkerPlan, { keyHeads, valueHeads }: DeltaNetFacts): string | undefined {
  if (keyHeads % tp === 0 && valueHeads % tp === 0) return undefined;
  return `${keyHeads} heads of keys and ${valueHeads} of values do not split over ${tp} GPUs`;
}

function phaseOperations(plan: PhasePlan, facts: DeltaNetFacts): readonly Operation[] {
  const { allReduce, embedding, logits, pointToPoint } = tokenOps;
  const rules = RULES[plan.revision.deltaNets];
  const net = plan.revision.readsUnquantised ? facts : { ...facts, modes: {} };
  return [
    embedding(plan, Math.floor(plan.architecture.vocabSize / plan.layout.tp)),
    allReduce(plan, 'embedding_ar', plan.once),
    ...linearLayers({ ...plan, perLayer: net.linear * plan.once }, net, rules),
    ...fullLayers({ ...plan, perLayer: net.full * plan.once }, net, rules),
    logits(plan),
    pointToPoint(plan),
  ];
}

function linearLayers(plan: PhasePlan, net: DeltaNetFacts, rules: HybridRules): readonly Operation[] {
  if (net.linear === 0) return [];
  return [...deltaNet(plan, net, rules), ...reduction(plan, 'gdn_ar', rules), ...rules.feedForward(plan, net, 'gdn_')];
}

function fullLayers(plan: PhasePlan, net: DeltaNetFacts, rules: HybridRules): readonly Operation[] {
  if (net.full === 0) return [];
  const { elementWise, gemm } = tokenOps;
  const { heads, headSize, hiddenSize } = plan.architecture;
  const width = Math.floor(heads / plan.layout.tp) * headSize;
  const qkv = rules.queryMatrices * width + kvHeadsPerGpu(plan) * headSize * 2;
  const quant = net.modes.projection ?? plan.quant.gemm;
  return [
    elementWise(plan, 'full_attn_norm', 2 * hiddenSize, 2 * hiddenSize),
    gemm(plan, 'qkv_gemm', qkv, hiddenSize, { quant }),
    attention(plan, { usesQkNorm: rules.normsQueries }),
    gemm(plan, 'proj_gemm', hiddenSize, width, { quant, hasLowPrecisionInput: true }),
    ...reduction(plan, 'full_ar', rules),
    ...rules.feedForward(plan, net, 'full_'),
  ];
}

/** The all-reduce after attention, where nothing else stands for it. */
function reduction(plan: PhasePlan, name: string, { reducesAtGather }: HybridRules): readonly Operation[] {
  const { architecture, backend, layout } = plan;
  const isGathered = reducesAtGather && backend === 'sglang' && architecture.experts > 0 && layout.dp > 1;
  return isGathered ? [] : [tokenOps.allReduce(plan, name, plan.perLayer)];
}

/** Bytes of an element that the convolution keeps. */
const WINDOW_ELEMENT = 2;

/** Keys and values of the layers that see all tokens, and a state and a window of one size in each other layer. */
function stateAndKvBytes(net: DeltaNetFacts, plan: WorkerPlan, tokens: number): number {
  const { keyHeads, keySize, valueHeads, valueSize, convWidth, stateType } = net;
  const { tp } = plan.layout;
  const kv =
    tokens *
    KV_CACHE_QUANT[plan.quant.kvCache].bytes *
    (net.full * 2 * kvHeadsPerGpu(plan) * plan.architecture.headSize);
  const state = Math.floor(valueHeads / tp) * keySize * valueSize * STATE_TYPES[stateType];
  const channels = Math.floor((2 * keyHeads * keySize + valueHeads * valueSize) / tp);
  return kv + net.linear * (state + channels * (convWidth - 1) * WINDOW_ELEMENT);
}
