import type { Mamba2, Mamba2Kernel } from '../../operations/mamba2.ts';
import type { Operation } from '../../operations/operations.ts';
import type { FactReader } from '../fact-reader.ts';
import type { FamilyDefinition, QuantRule } from '../family.ts';
import { attention, groupedKvBytes, outputProjection, qkvProjection } from '../parts/grouped-attention.ts';
import { EXPERT_CHECKS, everywhere, GROUPED_CHECKS } from '../parts/mode-checks.ts';
import { plainLayers } from '../parts/plain-layers.ts';
import { dispatchedExperts, expertMismatch, router } from '../parts/routed-experts.ts';
import { tokenOps } from '../parts/token-ops.ts';
import type { PhasePlan } from '../worker-plan.ts';

/** Kinds of layers in the reference's order: their letters in a pattern, and their words in a list. */
const LAYERS = {
  mamba: { letter: 'M', words: ['mamba'] },
  attention: { letter: '*', words: ['attention'] },
  experts: { letter: 'E', words: ['moe'] },
  dense: { letter: '-', words: ['mlp', 'dense', 'ffn'] },
} as const;
type Layer = keyof typeof LAYERS;
const KINDS = Object.keys(LAYERS) as Layer[];

/** Facts that only these models have. */
interface MambaFacts {
  readonly counts: Readonly<Record<Layer, number>>;
  readonly heads: number;
  readonly headSize: number;
  readonly stateSize: number;
  readonly convWidth: number;
  readonly groups: number;
  readonly chunkSize: number;
  /** Width of the expert for all tokens, and of what the routed ones get: 0 for the hidden state. */
  readonly sharedSize: number;
  readonly latentSize: number;
}

/** vLLM has quantised activations in the place of weights that are unpacked. Source: aiconfigurator 0.12.0, sdk/task_v2.py. */
const quantisedActivations: QuantRule = {
  applies: ({ backend }, { moe }) => backend === 'vllm' && moe === 'w4a16_nvfp4',
  change: { moe: 'nvfp4' },
};

/**
 * Hybrids of Mamba-2, attention, experts and dense layers: Nemotron-H, Nemotron 3 and 3.5. The reference sizes a KV cache for all
 * layers, and no states. Source: aiconfigurator 0.10.0, sdk/models/nemotron_h.py.
 */
export const nemotronH: FamilyDefinition = (read) => {
  const facts = mambaFacts(read);
  const isMoe = facts.counts.experts > 0;
  return {
    isMoe,
    activationProfile: 'other',
    hasDispatchWorkspace: false,
    hasExchanges: false,
    splitsSequences: false,
    operations: (plan) => phaseOperations(plan, facts),
    kvBytesPerSequence: groupedKvBytes,
    quantRules: [quantisedActivations],
    measured: everywhere([...(isMoe ? EXPERT_CHECKS : []), ...GROUPED_CHECKS]),
    mismatch: (plan) => (isMoe ? expertMismatch(plan) : undefined),
  };
};

/** What the library takes where a configuration leaves it out. Source: transformers 5.24.0, NemotronHConfig. */
const DEFAULTS = { convWidth: 4, groups: 8, chunkSize: 128 } as const;

function mambaFacts(read: FactReader): MambaFacts {
  return {
    counts: layerCounts(read),
    heads: read.need('mamba_num_heads'),
    headSize: read.need('mamba_head_dim'),
    stateSize: read.need('ssm_state_size'),
    convWidth: read.first('conv_kernel') || DEFAULTS.convWidth,
    groups: read.first('n_groups') || DEFAULTS.groups,
    chunkSize: read.first('chunk_size') || DEFAULTS.chunkSize,
    sharedSize: read.first('moe_shared_expert_intermediate_size'),
    latentSize: read.first('moe_latent_size'),
  };
}

function layerCounts(read: FactReader): MambaFacts['counts'] {
  const pattern = read.value('hybrid_override_pattern');
  const listed = read.value('layers_block_type');
  const isPattern = typeof pattern === 'string';
  const layers: readonly unknown[] = isPattern ? [...pattern] : Array.isArray(listed) ? listed : [];
  const count = (kind: Layer): number => {
    const { letter, words } = LAYERS[kind];
    const names: readonly unknown[] = isPattern ? [letter] : words;
    return layers.filter((layer) => names.includes(layer)).length;
  };
  if (layers.length === 0) throw read.refusal('hybrid_override_pattern', 'a letter for each layer');
  return { mamba: count('mamba'), attention: count('attention'), experts: count('experts'), dense: count('dense') };
}

/** Operations of a kind of layers; the first is a norm. */
type LayerList = (plan: PhasePlan, facts: MambaFacts) => readonly Operation[];

const LISTS: Readonly<Record<Layer, LayerList>> = {
  mamba: mambaLayers,
  attention: (plan) => [
    norm(plan, 'attn'),
    qkvProjection(plan),
    attention(plan),
    outputProjection(plan),
    tokenOps.allReduce(plan, 'attn_ar', plan.perLayer),
  ],
  experts: expertLayers,
  dense: (plan) => [
    norm(plan, 'mlp'),
    ...plainLayers(plan, { prefix: 'mlp_', width: plan.architecture.interSize, hasLowPrecisionInput: false }),
    tokenOps.allReduce(plan, 'mlp_ar', plan.perLayer),
  ],
};

function phaseOperations(plan: PhasePlan, facts: MambaFacts): readonly Operation[] {
  return [
    tokenOps.embedding(plan, plan.architecture.vocabSize),
    ...KINDS.flatMap((kind) => {
      const count = facts.counts[kind];
      return count === 0 ? [] : LISTS[kind]({ ...plan, perLayer: count * plan.once }, facts);
    }),
    tokenOps.pointToPoint(plan),
    tokenOps.logits(plan),
  ];
}

function norm(plan: PhasePlan, name: string): Operation {
  const width = 2 * plan.architecture.hiddenSize;
  return tokenOps.elementWise(plan, `${name}_norm`, width, width);
}

/** Kernels between the projections. */
const KERNELS = {
  context: ['causal_conv1d_fn', 'mamba_chunk_scan_combined'],
  generation: ['causal_conv1d_update', 'selective_state_update'],
} as const;

function mambaLayers(plan: PhasePlan, facts: MambaFacts): readonly Operation[] {
  const { allReduce, gemm } = tokenOps;
  const { hiddenSize } = plan.architecture;
  const { tp } = plan.layout;
  const heads = Math.floor(facts.heads / tp);
  const inner = heads * facts.headSize;
  const groups = Math.max(Math.floor(facts.groups / tp), 1);
  const inputs = 2 * inner + 2 * groups * facts.stateSize + heads;
  const [convolution, recurrence] = KERNELS[plan.phase];
  return [
    norm(plan, 'mamba'),
    gemm(plan, 'mamba_in_proj_gemm', inputs, hiddenSize),
    kernelOf(plan, facts, { name: 'mamba_conv1d', kernel: convolution }),
    kernelOf(plan, facts, { name: 'mamba_ssm', kernel: recurrence }),
    gemm(plan, 'mamba_out_proj_gemm', hiddenSize, inner),
    allReduce(plan, 'mamba_ar', plan.perLayer),
  ];
}

interface NamedKernel {
  readonly name: string;
  readonly kernel: Mamba2Kernel;
}

function kernelOf(
  { phase, perLayer, architecture }: PhasePlan,
  facts: MambaFacts,
  { name, kernel }: NamedKernel,
): Mamba2 {
  const { stateSize, convWidth, heads, headSize, groups, chunkSize } = facts;
  return {
    kind: 'mamba2',
    name: `${phase}_${name}`,
    count: perLayer,
    kernel,
    hiddenSize: architecture.hiddenSize,
    ...{ stateSize, convWidth, heads, headSize, groups, chunkSize },
  };
}

/** An expert for all tokens and routed ones without gates, which may get a narrower projection of what comes in. */
function expertLayers(plan: PhasePlan, { sharedSize, latentSize }: MambaFacts): readonly Operation[] {
  const { allReduce, gemm } = tokenOps;
  const { hiddenSize } = plan.architecture;
  const own = Math.floor(latentSize / plan.layout.tp);
  const skew = plan.revision.expertSkew.NEMOTRONH;
  const into = gemm(plan, 'fc1_latent_proj_gemm', own, hiddenSize);
  const back = gemm(plan, 'fc2_latent_proj_gemm', hiddenSize, own, { hasLowPrecisionInput: true });
  return [
    norm(plan, 'moe'),
    ...plainLayers(plan, { prefix: 'shared_', width: sharedSize, hasLowPrecisionInput: true }),
    router(plan),
    ...(latentSize === 0 ? [] : [into]),
    ...dispatchedExperts(plan, { skew, attentionCp: 1, width: latentSize || hiddenSize, isGated: false }),
    ...(latentSize === 0 ? [] : [back]),
    allReduce(plan, 'moe_ar', plan.perLayer),
  ];
}
