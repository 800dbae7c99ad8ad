import type { Operation } from '../../operations/operations.ts';
import { type GemmQuant, KV_CACHE_QUANT, type MoeQuant } from '../../operations/quant-modes.ts';
import type { CommonFacts } from '../common-facts.ts';
import type { FactReader } from '../fact-reader.ts';
import type { FamilyDefinition } from '../family.ts';
import { fullLayers } from '../layer-list.ts';
import { gatedLayers } from '../parts/gated-layers.ts';
import { attention, layerGather } from '../parts/grouped-attention.ts';
import { EXPERT_CHECKS, everywhere, GROUPED_CHECKS } from '../parts/mode-checks.ts';
import { expertMismatch, routedExperts } from '../parts/routed-experts.ts';
import { tokenOps } from '../parts/token-ops.ts';
import type { PhasePlan, WorkerPlan } from '../worker-plan.ts';

/** Layers of one kind of attention, named as the reference names them. */
interface GemmaLayers {
  readonly name: 'swa' | 'global';
  readonly count: number;
  readonly kvHeads: number;
  readonly headSize: number;
  /** In tokens, 0 where a layer sees all of them. */
  readonly windowSize: number;
  /** Matrices of keys and values: one where values are the keys. */
  readonly kvMatrices: 1 | 2;
}

/** Experts from which a router is timed. */
const ROUTER_FROM = 128;

/**
 * Gemma 4: layers with a window and, between them, layers with fewer and wider heads; a feed-forward part in each, besides
 * experts in some models. Those without experts are laid out like the others, on one expert-parallel rank.
 * Source: aiconfigurator 0.12.0, sdk/models/gemma4.py.
 */
export const gemma4Mix: FamilyDefinition = (read, facts) => {
  const groups = layerGroups(read, facts);
  const hasExperts = facts.experts > 0 && facts.topk > 0;
  return {
    isMoe: true,
    activationProfile: 'moe',
    hasDispatchWorkspace: true,
    workspaceWidth: ({ hiddenSize }) => hiddenSize,
    hasExchanges: false,
    splitsSequences: true,
    operations: (plan) => phaseOperations(plan, groups, hasExperts),
    kvBytesPerSequence: (plan, tokens) =>
      groups.reduce(
        (sum, group) => sum + group.count * layerKvBytes(plan, group) * Math.min(tokens, group.windowSize || tokens),
        0,
      ),
    quantRules: [],
    measured: everywhere([...EXPERT_CHECKS, ...GROUPED_CHECKS]),
    mismatch: (plan) => (hasExperts ? expertMismatch(plan) : denseMismatch(plan)),
  };
};

function layerGroups(read: FactReader, { kvHeads, headSize }: CommonFacts): readonly GemmaLayers[] {
  const full = fullLayers(read);
  const count = full.filter(Boolean).length;
  const groups: readonly GemmaLayers[] = [
    {
      name: 'swa',
      count: full.length - count,
      kvHeads,
      headSize,
      windowSize: read.first('sliding_window'),
      kvMatrices: 2,
    },
    {
      name: 'global',
      count,
      kvHeads: read.first('num_global_key_value_heads') || kvHeads,
      headSize: read.first('global_head_dim') || headSize,
      windowSize: 0,
      kvMatrices: read.value('attention_k_eq_v') === true ? 1 : 2,
    },
  ];
  return groups.filter((group) => group.count > 0);
}

function denseMismatch({ layout }: WorkerPlan): string | undefined {
  return layout.moeEp > 1 ? 'there are no experts for several expert-parallel ranks' : undefined;
}

function phaseOperations(plan: PhasePlan, groups: readonly GemmaLayers[], hasExperts: boolean): readonly Operation[] {
  const { embedding, logits, pointToPoint } = tokenOps;
  return [
    embedding(plan, plan.architecture.vocabSize),
    ...groups.flatMap((group) => {
      const layers = { ...plan, perLayer: group.count * plan.once };
      return [...attentionOf(layers, group), ...feedForward(layers, group, hasExperts)];
    }),
    logits(plan),
    pointToPoint(plan),
    ...groups.flatMap((group) => {
      const { name, count } = group;
      return layerGather(plan, { name: `cp_all_gather_${name}`, count, kvBytes: layerKvBytes(plan, group) });
    }),
  ];
}

function attentionOf(plan: PhasePlan, layers: GemmaLayers): readonly Operation[] {
  const { elementWise, gemm } = tokenOps;
  const { heads, hiddenSize } = plan.architecture;
  const { tp } = plan.layout;
  const { name, kvHeads, headSize, windowSize, kvMatrices } = layers;
  const ownKvHeads = Math.ceil(kvHeads / tp);
  const width = Math.floor((heads * headSize) / tp);
  const quant = modeBeside(plan, 'self_attn', plan.quant.gemm);
  return [
    elementWise(plan, `${name}_attn_norm`, 2 * hiddenSize, 2 * hiddenSize),
    gemm(plan, `${name}_qkv_gemm`, width + ownKvHeads * headSize * kvMatrices, hiddenSize, { quant }),
    attention(plan, { heads: Math.floor(heads / tp), kvHeads: ownKvHeads, headSize, windowSize }),
    gemm(plan, `${name}_proj_gemm`, hiddenSize, width, { quant, hasLowPrecisionInput: true }),
  ];
}

function feedForward(plan: PhasePlan, { name }: GemmaLayers, hasExperts: boolean): readonly Operation[] {
  const { hiddenSize, interSize: width } = plan.architecture;
  const quant = modeBeside(plan, '.mlp', plan.quant.gemm);
  // The reference takes what is said of feed-forward parts to hold for experts too.
  const moe = modeBeside(plan, '.mlp', plan.quant.moe);
  const routing = {
    skew: plan.revision.expertSkew.GEMMA4MIX,
    attentionCp: plan.layout.cp,
    prefix: `${name}_`,
    routerFrom: ROUTER_FROM,
  };
  return [
    tokenOps.elementWise(plan, `${name}_ffn_norm`, 2 * hiddenSize, 2 * hiddenSize),
    ...gatedLayers(plan, { prefix: `${name}_shared_mlp_`, width, splitsFirst: true, quant }),
    ...(hasExperts ? routedExperts({ ...plan, quant: { ...plan.quant, moe } }, routing) : []),
  ];
}

/** The mode of modules that a checkpoint may keep unquantised, as far as the revision minds it. */
function modeBeside<Mode extends GemmQuant | MoeQuant>(
  { architecture, revision }: PhasePlan,
  word: string,
  mode: Mode,
): Mode | 'bfloat16' {
  const isKept = revision.readsUnquantised && architecture.unquantised.some((pattern) => pattern.includes(word));
  return isKept ? 'bfloat16' : mode;
}

/** What a token leaves in the cache of a GPU in one layer; keys and values both count, also where they are the same. */
function layerKvBytes({ layout, quant }: WorkerPlan, { kvHeads, headSize }: GemmaLayers): number {
  return Math.ceil(kvHeads / layout.tp) * headSize * 2 * KV_CACHE_QUANT[quant.kvCache].bytes;
}
