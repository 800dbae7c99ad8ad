import type { ArchitectureName } from '../architectures.ts';
import type { CommonFacts } from '../common-facts.ts';
import type { FactReader } from '../fact-reader.ts';
import type { FamilyDefinition } from '../family.ts';
import { layerList } from '../layer-list.ts';
import { groupedKvBytes } from '../parts/grouped-attention.ts';
import { fullAttention, type HybridFacts, hybridOperations } from '../parts/hybrid-layers.ts';
import { EXPERT_CHECKS, everywhere, GROUPED_CHECKS } from '../parts/mode-checks.ts';
import { blockMismatch, expertMismatch } from '../parts/routed-experts.ts';

/**
 * Layers that see all tokens among layers with a window, experts among dense layers: Llama 4, MiMo-V2-Flash. The cache is
 * sized as if all layers saw everything. Source: aiconfigurator 0.12.0, sdk/models/hybrid_moe.py.
 */
export const hybridMoe: FamilyDefinition = (read, facts) => {
  const hybrid = (READERS[facts.standsFor ?? facts.name] ?? mimoV2)(read, facts);
  return {
    isMoe: true,
    activationProfile: 'other',
    hasDispatchWorkspace: false,
    hasExchanges: false,
    splitsSequences: true,
    operations: (plan) => {
      const { expertSkew, hybridRouterFrom: routerFrom } = plan.revision;
      return hybridOperations(plan, hybrid, { skew: expertSkew.HYBRIDMOE, routerFrom });
    },
    kvBytesPerSequence: groupedKvBytes,
    quantRules: [],
    measured: everywhere([...EXPERT_CHECKS, ...GROUPED_CHECKS]),
    mismatch: (plan) => expertMismatch(plan) ?? blockMismatch(plan),
  };
};

type ReadHybrid = (read: FactReader, facts: CommonFacts) => HybridFacts;

/** How each architecture says which layers are what. Source: aiconfigurator 0.12.0, sdk/utils.py. */
const READERS: Readonly<Partial<Record<ArchitectureName | string, ReadHybrid>>> = {
  MiMoV2FlashForCausalLM: mimoV2,
  Llama4ForConditionalGeneration: llama4,
};

/** Two lists of flags; layers with a window may have other heads. */
function mimoV2(read: FactReader, facts: CommonFacts): HybridFacts {
  const { first } = read;
  const full = { ...fullAttention(facts), valueSize: first('v_head_dim') || facts.headSize };
  const routed = routedLayers(read);
  return {
    full,
    windowed: {
      heads: full.heads,
      kvHeads: first('swa_num_key_value_heads') || full.kvHeads,
      headSize: first('swa_head_dim') || full.headSize,
      valueSize: first('swa_v_head_dim') || full.valueSize,
      windowSize: first('sliding_window_size'),
    },
    denseSize: facts.interSize,
    layers: layerList(read, 'hybrid_layer_pattern').map((flag, i) => ({ isFull: flag === 1, isRouted: routed[i]! })),
    gatesHeads: false,
  };
}

/** Which layers have experts: a flag for each, or one for all. */
function routedLayers(read: FactReader): readonly boolean[] {
  const flag = read.value('moe_layer_freq');
  if (typeof flag === 'number') return Array.from({ length: read.need('num_hidden_layers') }, () => flag !== 0);
  return layerList(read, 'moe_layer_freq').map((value) => value === 1);
}

/** Every second layer sees everything, every so many have experts. */
function llama4({ first, orElse }: FactReader, facts: CommonFacts): HybridFacts {
  const full = fullAttention(facts);
  const step = orElse(1, 'interleave_moe_layer_step') || 1;
  return {
    full,
    windowed: { ...full, windowSize: first('attention_chunk_size') },
    denseSize: first('intermediate_size_mlp', 'intermediate_size'),
    layers: Array.from({ length: facts.layers }, (_, i) => ({ isFull: i % 2 === 1, isRouted: (i + 1) % step === 0 })),
    gatesHeads: false,
  };
}
