import { isObject, type JsonObject } from '../../json.ts';
import { usualSpelling } from '../field-names.ts';
import { prunedBlock, prunedWidth } from '../pruned-blocks.ts';
import type { ModelShape } from './count-weights.ts';

/** Classes whose feed-forward parts have two matrices, without a gate (modeling_*.py of transformers 5.24.0). */
const UNGATED: readonly string[] = [
  'ApertusForCausalLM',
  'FalconForCausalLM',
  'NemotronForCausalLM',
  'NemotronHForCausalLM',
  'PhiForCausalLM',
  'Starcoder2ForCausalLM',
];

/** What a layer does, by its letter in `hybrid_override_pattern` or its word in `layers_block_type` (Nemotron-H). */
const LAYER_KINDS: Readonly<Record<keyof ModelShape['layersWith'], readonly string[]>> = {
  attention: ['*', 'attention'],
  linear: ['M', 'mamba'],
  dense: ['-', 'mlp'],
  experts: ['E', 'moe'],
};

/** The sizes of the text model of a class; what is no number counts as not said. */
export function modelShape(text: JsonObject, className: string): ModelShape {
  const config = usualSpelling(text);
  const size = (...keys: string[]): number => keys.map((key) => config[key]).find(isSize) ?? 0;
  const listed = layerList(config);
  const layers = size('num_hidden_layers') || (listed?.length ?? 0);
  const hiddenSize = size('hidden_size');
  const heads = size('num_attention_heads');
  const experts = size('num_local_experts', 'n_routed_experts', 'num_experts');
  // Llama 4 names its experts' width like others their dense one, and has a shared expert of that width.
  const interSize = size('intermediate_size_mlp', 'intermediate_size') || 4 * hiddenSize;
  const expertSize = size('moe_intermediate_size', 'intermediate_size');
  const delta = isObject(config.linear_attn_config) ? config.linear_attn_config : {};
  const linear = deltaSizes(delta) ?? linearSizes(size);
  const latent = latentSizes(size);
  const compressed = compressedSizes(config, size, layers);
  const pruned = prunedShape(config, { layers, heads, hiddenSize });
  return {
    layers,
    hiddenSize,
    vocabSize: size('vocab_size'),
    heads,
    kvHeads: size('num_key_value_heads') || heads,
    headSize: size('head_dim', 'attention_head_dim') || Math.floor(hiddenSize / Math.max(1, heads)),
    interSize,
    experts,
    expertSize,
    expertInput: size('moe_latent_size', 'routed_expert_hidden_size') || hiddenSize,
    sharedSize: sharedSize(size, expertSize),
    layerEmbedding: size('vocab_size_per_layer_input') * size('hidden_size_per_layer_input'),
    ...(latent && { latent }),
    ...(compressed && { compressed }),
    ...(linear && { linear }),
    layersWith: layerKinds(size, listed, { layers, experts, linear: linearLayers(size, { layers, delta, linear }) }),
    matricesPerFfn: UNGATED.includes(className) ? 2 : 3,
    isTied: config.tie_word_embeddings === true,
    ...pruned,
  };
}

interface Sizes {
  readonly layers: number;
  readonly heads: number;
  readonly hiddenSize: number;
}

/** What a search left of each layer (Llama-Nemotron), where a configuration says it for all of them. */
function prunedShape(
  { block_configs: blocks }: JsonObject,
  { layers, heads, hiddenSize }: Sizes,
): Pick<ModelShape, 'kvHeads' | 'interSizes' | 'layersWith'> | undefined {
  if (!Array.isArray(blocks)) return undefined;
  const read = blocks.slice(0, layers).flatMap((block) => prunedBlock(block) ?? []);
  const attended = read.filter(({ headsPerGroup }) => headsPerGroup > 0);
  if (read.length < layers || attended.length === 0) return undefined;
  const kvHeads = Math.max(1, ...attended.map(({ headsPerGroup }) => Math.floor(heads / headsPerGroup)));
  const interSizes = read.flatMap(({ ffnFactor }) => (ffnFactor > 0 ? [prunedWidth(ffnFactor, hiddenSize)] : []));
  const layersWith = { attention: attended.length, linear: 0, dense: interSizes.length, experts: 0 };
  return { kvHeads, interSizes, layersWith };
}

const isSize = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) > 0;

type SizeOf = (...keys: string[]) => number;

function sharedSize(size: SizeOf, expertSize: number): number {
  return (
    size('shared_expert_intermediate_size', 'moe_shared_expert_intermediate_size') ||
    size('n_shared_experts', 'num_shared_experts') * expertSize ||
    (size('intermediate_size_mlp') > 0 ? expertSize : 0)
  );
}

function latentSizes(size: SizeOf): ModelShape['latent'] {
  const cacheRank = size('kv_lora_rank');
  if (cacheRank === 0) return undefined;
  return {
    queryRank: size('q_lora_rank'),
    cacheRank,
    plainSize: size('qk_nope_head_dim'),
    rotarySize: size('qk_rope_head_dim'),
    valueSize: size('v_head_dim'),
  };
}

function compressedSizes(
  { compress_ratios: ratios }: JsonObject,
  size: SizeOf,
  layers: number,
): ModelShape['compressed'] {
  if (!Array.isArray(ratios)) return undefined;
  return {
    queryRank: size('q_lora_rank'),
    outputRank: size('o_lora_rank'),
    outputGroups: size('o_groups'),
    indexHeads: size('index_n_heads'),
    indexSize: size('index_head_dim'),
    windowSize: size('sliding_window'),
    ratios: ratios.slice(0, layers).map((ratio) => (isSize(ratio) ? ratio : 0)),
  };
}

/** Sizes of Kimi delta attention, which a configuration has in an object of their own. */
function deltaSizes({ num_heads: heads, head_dim: headSize }: JsonObject): ModelShape['linear'] {
  if (!isSize(heads) || !isSize(headSize)) return undefined;
  return { keyHeads: heads, valueHeads: heads, keySize: headSize, valueSize: headSize };
}

interface LinearFacts extends Pick<ModelShape, 'layers'> {
  readonly delta: JsonObject;
  readonly linear: ModelShape['linear'];
}

/** How many layers keep a state: those that are listed, else all but every so many. */
function linearLayers(size: SizeOf, { layers, delta, linear }: LinearFacts): number {
  if (linear === undefined) return 0;
  if (Array.isArray(delta.kda_layers)) return Math.min(layers, delta.kda_layers.length);
  return layers - Math.floor(layers / (size('full_attention_interval') || 1));
}

function linearSizes(size: SizeOf): ModelShape['linear'] {
  const deltaHeads = size('linear_num_value_heads');
  if (deltaHeads > 0) {
    const [keySize, valueSize] = [size('linear_key_head_dim'), size('linear_value_head_dim')];
    return { keyHeads: size('linear_num_key_heads'), valueHeads: deltaHeads, keySize, valueSize };
  }
  const stateHeads = size('mamba_num_heads');
  if (stateHeads === 0) return undefined;
  const [keyHeads, keySize] = [size('n_groups') || 1, size('ssm_state_size')];
  return { keyHeads, valueHeads: stateHeads, keySize, valueSize: size('mamba_head_dim') };
}

interface Kinds {
  readonly layers: number;
  readonly experts: number;
  readonly linear: number;
}

/** What each layer does where a configuration lists it. */
function layerList({
  hybrid_override_pattern: pattern,
  layers_block_type: list,
}: JsonObject): readonly string[] | undefined {
  if (typeof pattern === 'string') return [...pattern];
  return Array.isArray(list) && list.length > 0 ? list.map(String) : undefined;
}

function layerKinds(size: SizeOf, listed: readonly string[] | undefined, { layers, experts, linear }: Kinds) {
  if (listed !== undefined) {
    const count = (kind: keyof typeof LAYER_KINDS): number =>
      listed.filter((layer) => LAYER_KINDS[kind].includes(layer)).length;
    return { attention: count('attention'), linear: count('linear'), dense: count('dense'), experts: count('experts') };
  }
  const isRouted = experts > 1;
  const leading = isRouted ? Math.min(layers, size('first_k_dense_replace')) : layers;
  const step = isRouted ? size('interleave_moe_layer_step', 'decoder_sparse_step') || 1 : 1;
  const routed = isRouted ? Math.floor((layers - leading) / step) : 0;
  return { attention: layers - linear, linear, dense: layers - routed, experts: routed };
}
