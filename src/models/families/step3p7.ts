import { isObject, type Json } from '../../json.ts';
import { KV_CACHE_QUANT } from '../../operations/quant-modes.ts';
import type { CommonFacts } from '../common-facts.ts';
import type { FactReader } from '../fact-reader.ts';
import type { FamilyDefinition } from '../family.ts';
import { fullLayers } from '../layer-list.ts';
import { gatedLayers } from '../parts/gated-layers.ts';
import { fullAttention, type HybridFacts, hybridOperations, layersThat } from '../parts/hybrid-layers.ts';
import { EXPERT_CHECKS, everywhere, GROUPED_CHECKS } from '../parts/mode-checks.ts';
import { blockMismatch, expertMismatch } from '../parts/routed-experts.ts';
import type { WorkerPlan } from '../worker-plan.ts';

/**
 * Step 3.5 and 3.7: layers with a window, which may have other heads, among layers that see everything, gates after
 * attention, and an expert for all tokens. Source: aiconfigurator 0.12.0, sdk/models/hybrid_moe.py.
 */
export const step3p7: FamilyDefinition = (read, facts) => {
  const hybrid = stepFacts(read, facts);
  const sharedSize = read.ofRoot('share_expert_dim');
  const routed = layersThat(hybrid, ({ isRouted }) => isRouted);
  return {
    isMoe: true,
    activationProfile: 'moe',
    hasDispatchWorkspace: true,
    workspaceWidth: ({ hiddenSize }) => hiddenSize,
    hasExchanges: false,
    splitsSequences: true,
    operations: (plan) => {
      const routedLayers = { ...plan, perLayer: routed * plan.once };
      const part = { prefix: 'shared_expert_dense_', width: sharedSize, splitsFirst: true };
      const layers = hybridOperations(plan, hybrid, { skew: plan.revision.expertSkew.STEP3P7 });
      return sharedSize === 0 ? layers : [...layers, ...gatedLayers(routedLayers, part)];
    },
    kvBytesPerSequence: (plan, tokens) => kvBytes(plan, hybrid, tokens),
    quantRules: [],
    measured: everywhere([...EXPERT_CHECKS, ...GROUPED_CHECKS]),
    mismatch: (plan) => expertMismatch(plan) ?? blockMismatch(plan),
  };
};

function stepFacts(read: FactReader, facts: CommonFacts): HybridFacts {
  const full = fullAttention(facts);
  const other = read.value('attention_other_setting');
  const sizeOf = (key: string): number => (isObject(other) ? countOf(other[key]) : 0);
  const isRouted = routedTest(read);
  return {
    full,
    windowed: {
      ...full,
      heads: sizeOf('num_attention_heads') || full.heads,
      headSize: sizeOf('head_dim') || full.headSize,
      windowSize: read.first('sliding_window', 'sliding_window_size'),
    },
    denseSize: facts.interSize,
    layers: fullLayers(read).map((isFull, layer) => ({ isFull, isRouted: isRouted(layer) })),
    gatesHeads: read.value('use_head_wise_attn_gate') === true,
  };
}

function countOf(value: Json | undefined): number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : 0;
}

/** Which layers have experts: those that are listed, as a list or a text with commas, else all behind the dense ones. */
function routedTest(read: FactReader): (layer: number) => boolean {
  const listed = read.value('moe_layers_enum');
  if (listed === undefined || listed === null) {
    const dense = read.orElse(0, 'first_k_dense_replace');
    return (layer) => layer >= dense;
  }
  const names = typeof listed === 'string' ? listed.split(',') : Array.isArray(listed) ? listed : undefined;
  const numbers = names?.map((name) => (typeof name === 'string' && name.trim() === '' ? Number.NaN : Number(name)));
  if (numbers === undefined || !numbers.every(Number.isSafeInteger))
    throw read.refusal('moe_layers_enum', 'numbers of layers');
  const routed = new Set(numbers);
  return (layer) => routed.has(layer);
}

/** Layers with a window keep no more than that; all count with the heads of those that see everything. */
function kvBytes(plan: WorkerPlan, { full, windowed, layers }: HybridFacts, tokens: number): number {
  const inWindow = Math.min(tokens, windowed.windowSize || tokens);
  const kept = layers.reduce((sum, { isFull }) => sum + (isFull ? tokens : inWindow), 0);
  const ownKvHeads = Math.ceil(full.kvHeads / plan.layout.tp);
  return 2 * ownKvHeads * full.headSize * KV_CACHE_QUANT[plan.quant.kvCache].bytes * kept;
}
