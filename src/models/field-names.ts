import type { Json, JsonObject } from '../json.ts';

/**
 * Other names of fields, by the usual one, in configurations of architectures that no engine models.
 * Source: aiconfigurator-core 0.12.0, sizing of unknown architectures; config.json of ERNIE 4.5 (`moe_num_experts`,
 * `moe_k`), Hunyuan (`moe_topk`, `num_shared_expert`), EXAONE 3 (`num_layers`), Command R (`model_max_length`).
 */
const SPELLINGS: Readonly<Record<string, readonly string[]>> = {
  hidden_size: ['n_embd', 'n_embed', 'd_model'],
  num_hidden_layers: ['n_layer', 'n_layers', 'num_layers'],
  num_attention_heads: ['n_head', 'n_heads', 'num_heads'],
  num_key_value_heads: ['num_kv_heads', 'n_head_kv', 'multi_query_group_num'],
  intermediate_size: ['ffn_dim', 'n_inner', 'ffn_hidden_size'],
  vocab_size: ['padded_vocab_size'],
  max_position_embeddings: ['model_max_length', 'n_positions', 'seq_length'],
  n_routed_experts: ['moe_num_experts'],
  num_experts_per_tok: ['moe_k', 'moe_topk'],
  n_shared_experts: ['moe_num_shared_experts', 'num_shared_experts', 'num_shared_expert'],
  first_k_dense_replace: ['moe_layer_start_index'],
};

/** Fields of which some files have a list with a value for each layer; the first one stands for all. */
const BY_LAYER = ['num_experts_per_tok', 'moe_topk', 'moe_intermediate_size', 'num_shared_expert', 'intermediate_size'];

/** A configuration in the usual spelling; what it says under the usual name stays. */
export function usualSpelling(config: JsonObject): JsonObject {
  const plain = Object.fromEntries(Object.entries(config).map(([key, value]) => [key, oneValue(key, value)]));
  const added = Object.entries(SPELLINGS).flatMap(([usual, others]) => {
    const other = others.find((name) => isNumber(plain[name]));
    return isNumber(plain[usual]) || other === undefined ? [] : [[usual, plain[other]!] as const];
  });
  return { ...plain, ...Object.fromEntries(added) };
}

function oneValue(key: string, value: Json): Json {
  return BY_LAYER.includes(key) && Array.isArray(value) ? (value[0] ?? null) : value;
}

const isNumber = (value: Json | undefined): value is number => typeof value === 'number';
