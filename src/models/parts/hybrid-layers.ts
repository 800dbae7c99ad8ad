import type { Operation } from '../../operations/operations.ts';
import { KV_CACHE_QUANT } from '../../operations/quant-modes.ts';
import type { CommonFacts } from '../common-facts.ts';
import type { PhasePlan } from '../worker-plan.ts';
import { gatedLayers } from './gated-layers.ts';
import { attention, layerGather } from './grouped-attention.ts';
import { type RoutingOptions, routedExperts } from './routed-experts.ts';
import { tokenOps } from './token-ops.ts';

/** Attention of layers of one kind. */
export interface LayerAttention {
  readonly heads: number;
  readonly kvHeads: number;
  readonly headSize: number;
  /** Of a value, where that is not as wide as a key. */
  readonly valueSize: number;
  /** In tokens, 0 where a layer sees all of them. */
  readonly windowSize: number;
}

/** Attention of a model's facts, as wide in values as in keys. */
export function fullAttention({ heads, kvHeads, headSize }: CommonFacts): LayerAttention {
  return { heads, kvHeads, headSize, valueSize: headSize, windowSize: 0 };
}

/** A layer: whether it sees all tokens, and whether its feed-forward part is routed experts. */
export interface HybridLayer {
  readonly isFull: boolean;
  readonly isRouted: boolean;
}

/** Models whose layers differ in what they see and in their feed-forward part. */
export interface HybridFacts {
  readonly full: LayerAttention;
  readonly windowed: LayerAttention;
  /** Width of the feed-forward part of layers without experts. */
  readonly denseSize: number;
  readonly layers: readonly HybridLayer[];
  /** Whether attention is followed by a gate for each head. */
  readonly gatesHeads: boolean;
}

/** Kinds of layers in the reference's order: the prefix of their names, and of those of their feed-forward part. */
const GROUPS = [
  { prefix: 'global_', ffn: 'global_', isFull: true, isRouted: true },
  { prefix: 'swa_', ffn: 'swa_', isFull: false, isRouted: true },
  { prefix: 'swa_dense_', ffn: 'swa_', isFull: false, isRouted: false },
  { prefix: 'global_dense_', ffn: 'global_', isFull: true, isRouted: false },
] as const satisfies readonly (HybridLayer & { readonly prefix: string; readonly ffn: string })[];

type Group = (typeof GROUPS)[number];

/** Number of layers of a kind. */
export function layersThat({ layers }: HybridFacts, is: (layer: HybridLayer) => boolean): number {
  return layers.filter(is).length;
}

/**
 * Layer after layer of each kind, which keep the whole embedding and have no all-reduce besides dispatch.
 * Source of the list: aiconfigurator 0.12.0, sdk/models/hybrid_moe.py.
 */
export function hybridOperations(
  plan: PhasePlan,
  facts: HybridFacts,
  routing: Pick<RoutingOptions, 'skew' | 'routerFrom'>,
): readonly Operation[] {
  const { embedding, logits, pointToPoint } = tokenOps;
  const groups = GROUPS.flatMap((group): readonly Operation[] => {
    const count = layersThat(facts, ({ isFull, isRouted }) => isFull === group.isFull && isRouted === group.isRouted);
    if (count === 0) return [];
    const layers = { ...plan, perLayer: count * plan.once };
    return [...attentionOf(layers, facts, group), ...feedForward(layers, facts, { group, routing })];
  });
  return [
    embedding(plan, plan.architecture.vocabSize),
    ...groups,
    logits(plan),
    pointToPoint(plan),
    ...gathers(plan, facts),
  ];
}

function attentionOf(plan: PhasePlan, facts: HybridFacts, { prefix, isFull }: Group): readonly Operation[] {
  const { elementWise, gemm } = tokenOps;
  const { hiddenSize } = plan.architecture;
  const { tp } = plan.layout;
  const { heads, kvHeads, headSize, valueSize, windowSize } = isFull ? facts.full : facts.windowed;
  const [ownHeads, ownKvHeads] = [Math.floor(heads / tp), Math.ceil(kvHeads / tp)];
  const qkv = Math.floor((heads * headSize) / tp) + ownKvHeads * (headSize + valueSize);
  const width = Math.floor((heads * valueSize) / tp);
  const gate = [
    gemm(plan, `${prefix}attn_gate_gemm`, ownHeads, hiddenSize),
    elementWise(plan, `${prefix}attn_gate`, width + ownHeads, width),
  ];
  return [
    elementWise(plan, `${prefix}attn_norm`, 2 * hiddenSize, 2 * hiddenSize),
    gemm(plan, `${prefix}qkv_gemm`, qkv, hiddenSize),
    attention(plan, { heads: ownHeads, kvHeads: ownKvHeads, headSize, windowSize }),
    ...(facts.gatesHeads ? gate : []),
    gemm(plan, `${prefix}proj_gemm`, hiddenSize, width, { hasLowPrecisionInput: true }),
  ];
}

interface FeedForward {
  readonly group: Group;
  readonly routing: Pick<RoutingOptions, 'skew' | 'routerFrom'>;
}

function feedForward(
  plan: PhasePlan,
  { denseSize }: HybridFacts,
  { group, routing }: FeedForward,
): readonly Operation[] {
  const { prefix, ffn, isRouted } = group;
  const norm = 2 * plan.architecture.hiddenSize;
  if (!isRouted) {
    return [
      tokenOps.elementWise(plan, `${prefix}ffn_norm`, norm, norm),
      ...gatedLayers(plan, { prefix: `${ffn}dense_`, width: denseSize }),
    ];
  }
  // Tokens are sent as they are, whatever the experts compute in.
  const options = { ...routing, attentionCp: plan.layout.cp, prefix: ffn, sent: 'bfloat16' } as const;
  return [tokenOps.elementWise(plan, `${prefix}moe_norm`, norm, norm), ...routedExperts(plan, options)];
}

function gathers(plan: PhasePlan, facts: HybridFacts): readonly Operation[] {
  const { bytes } = KV_CACHE_QUANT[plan.quant.kvCache];
  const gatherOf = (name: string, isWanted: boolean): readonly Operation[] => {
    const { kvHeads, headSize, valueSize } = isWanted ? facts.full : facts.windowed;
    const count = layersThat(facts, ({ isFull }) => isFull === isWanted);
    const kvBytes = Math.ceil(kvHeads / plan.layout.tp) * (headSize + valueSize) * bytes;
    return count === 0 ? [] : layerGather(plan, { name: `cp_all_gather_${name}`, count, kvBytes });
  };
  return [...gatherOf('global', true), ...gatherOf('swa', false)];
}
