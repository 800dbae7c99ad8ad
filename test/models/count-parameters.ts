import { isObject, type JsonObject } from '../../src/json.ts';

/** What the layers of a class have besides matrices of the usual shape. */
interface ClassRow {
  /** Norms of the hidden size in a layer, 2 unless said; with biases they count twice. */
  readonly norms?: number;
  readonly hasNormBias?: true;
  /** Biases of queries, keys and values: always, or where the configuration says `attention_bias`. */
  readonly attentionBias?: 'always' | 'said';
  readonly hasOutputBias?: true;
  readonly hasFfnBias?: true;
  readonly hasHeadBias?: true;
  /** Norms of queries and keys: of a head, of all heads, or either where the configuration says `use_qk_norm`. */
  readonly queryNorm?: 'head' | 'all' | 'headIfSaid' | 'allIfSaid';
  /** Feed-forward parts without a gate. */
  readonly isUngated?: true;
  /** Scalars of the activation in each feed-forward part. */
  readonly activation?: number;
  /** Each routed expert has a correction of its score. */
  readonly correctsScores?: true;
  /** Shared experts have a gate. */
  readonly gatesShared?: true;
  /** Queries of full attention have a gate as wide as themselves. */
  readonly gatesQueries?: true;
  /** Every n-th layer attends to everything, the others have lightning attention. */
  readonly lightning?: number;
  /** Predicted-token layers that the published total has, where the configuration says nothing. */
  readonly predicts?: number;
}

const PLAIN: ClassRow = {};
const LAYER_NORM = { hasNormBias: true } as const;
const HEAD_NORM = { queryNorm: 'head' } as const;

/** Source: modeling_*.py of transformers 5.24.0, of each class. */
const ROWS: Readonly<Record<string, ClassRow>> = {
  ApertusForCausalLM: { ...HEAD_NORM, isUngated: true, activation: 2 },
  BailingMoeV2ForCausalLM: { ...HEAD_NORM, correctsScores: true },
  Cohere2ForCausalLM: { norms: 1 },
  CohereForCausalLM: { norms: 1, queryNorm: 'allIfSaid' },
  DeepseekV2ForCausalLM: PLAIN,
  DeepseekV3ForCausalLM: { correctsScores: true },
  Ernie4_5ForCausalLM: PLAIN,
  Ernie4_5_MoeForCausalLM: { correctsScores: true },
  Exaone4ForCausalLM: HEAD_NORM,
  ExaoneForCausalLM: PLAIN,
  FalconForCausalLM: { ...LAYER_NORM, norms: 1, isUngated: true },
  Gemma2ForCausalLM: { norms: 4 },
  Gemma3ForCausalLM: { ...HEAD_NORM, norms: 4 },
  Gemma3ForConditionalGeneration: { ...HEAD_NORM, norms: 4 },
  Glm4ForCausalLM: { norms: 4, attentionBias: 'said' },
  Glm4MoeForCausalLM: { attentionBias: 'said', correctsScores: true, queryNorm: 'headIfSaid' },
  Glm4MoeLiteForCausalLM: { correctsScores: true },
  Glm4vMoeForConditionalGeneration: { attentionBias: 'said', correctsScores: true },
  GlmForCausalLM: { attentionBias: 'said' },
  GraniteForCausalLM: PLAIN,
  HunYuanDenseV1ForCausalLM: HEAD_NORM,
  HunYuanMoEV1ForCausalLM: HEAD_NORM,
  InternLM2ForCausalLM: PLAIN,
  InternLM3ForCausalLM: PLAIN,
  LlamaForCausalLM: PLAIN,
  MiMoForCausalLM: { attentionBias: 'always' },
  MiniMaxM1ForCausalLM: { lightning: 8 },
  MiniMaxM2ForCausalLM: { queryNorm: 'all', correctsScores: true },
  Mistral3ForConditionalGeneration: PLAIN,
  MistralForCausalLM: PLAIN,
  MixtralForCausalLM: PLAIN,
  NemotronForCausalLM: { ...LAYER_NORM, isUngated: true },
  NemotronHForCausalLM: PLAIN,
  Olmo2ForCausalLM: { queryNorm: 'all' },
  Olmo3ForCausalLM: { queryNorm: 'all' },
  OlmoeForCausalLM: { queryNorm: 'all' },
  Phi3ForCausalLM: PLAIN,
  PhiForCausalLM: {
    ...LAYER_NORM,
    norms: 1,
    attentionBias: 'always',
    hasOutputBias: true,
    hasFfnBias: true,
    hasHeadBias: true,
    isUngated: true,
  },
  PhiMoEForCausalLM: { ...LAYER_NORM, attentionBias: 'always', hasOutputBias: true, hasHeadBias: true },
  Qwen2ForCausalLM: { attentionBias: 'always' },
  Qwen2MoeForCausalLM: { attentionBias: 'always', gatesShared: true },
  Qwen2VLForConditionalGeneration: { attentionBias: 'always' },
  Qwen2_5_VLForConditionalGeneration: { attentionBias: 'always' },
  Qwen3ForCausalLM: HEAD_NORM,
  Qwen3MoeForCausalLM: HEAD_NORM,
  Qwen3NextForCausalLM: { ...HEAD_NORM, gatesQueries: true, gatesShared: true, predicts: 1 },
  Qwen3_5ForConditionalGeneration: { ...HEAD_NORM, gatesQueries: true },
  SeedOssForCausalLM: { attentionBias: 'said' },
  SmolLM3ForCausalLM: PLAIN,
  SolarOpenForCausalLM: PLAIN,
  Starcoder2ForCausalLM: {
    ...LAYER_NORM,
    attentionBias: 'always',
    hasOutputBias: true,
    hasFfnBias: true,
    isUngated: true,
  },
};

/** Parameters of a text model. */
export interface Counted {
  readonly total: number;
  /** Of the embedding, which an untied head has once more. */
  readonly embedding: number;
  /** Of all predicted-token layers. */
  readonly predicted: number;
}

/** Counts to the last unit what a configuration implies; undefined for a class without a row, or another kind of layer list. */
export function countParameters(config: JsonObject): Counted | undefined {
  const [name = ''] = Array.isArray(config.architectures) ? config.architectures.map(String) : [];
  const row = Object.hasOwn(ROWS, name) ? ROWS[name] : undefined;
  const text = isObject(config.text_config) ? { ...config, ...config.text_config } : config;
  const pattern = text.hybrid_override_pattern;
  if (row === undefined || Array.isArray(text.layers_block_type)) return undefined;
  if (typeof pattern === 'string' && pattern.includes('E')) return undefined;
  const model = sizesOf(text, row);
  const { hiddenSize: h, vocabSize, normSize } = model;
  const embedding = vocabSize * h;
  const predicted = model.predicted * predictedLayer(model);
  const layers = typeof pattern === 'string' ? hybridLayers(model, pattern) : plainLayers(model);
  const heads = text.tie_word_embeddings === true ? 1 : 2;
  const total = layers + predicted + heads * embedding + normSize + (row.hasHeadBias ? vocabSize : 0);
  return { total, embedding, predicted };
}

type Model = ReturnType<typeof sizesOf>;

function sizesOf(text: JsonObject, row: ClassRow) {
  const size = (...keys: string[]): number => keys.map((key) => Number(text[key] ?? 0)).find((found) => found > 0) ?? 0;
  const hiddenSize = size('hidden_size');
  const heads = size('num_attention_heads');
  return {
    text,
    row,
    size,
    hiddenSize,
    heads,
    kvHeads: size('num_key_value_heads') || heads,
    headSize: size('head_dim') || Math.floor(hiddenSize / heads),
    vocabSize: size('vocab_size'),
    layers: size('num_hidden_layers'),
    experts: size('num_local_experts', 'n_routed_experts', 'num_experts', 'moe_num_experts'),
    normSize: hiddenSize * (row.hasNormBias ? 2 : 1),
    predicted:
      'num_nextn_predict_layers' in text
        ? size('num_nextn_predict_layers')
        : (row.predicts ?? size('mtp_num_hidden_layers')),
  };
}

function plainLayers(model: Model): number {
  const { layers, experts, size } = model;
  const dense = experts > 0 ? size('first_k_dense_replace', 'moe_layer_start_index') : layers;
  const interval = size('full_attention_interval') || model.row.lightning || 1;
  const full = Math.floor(layers / interval);
  const other = model.row.lightning === undefined ? deltaNet(model) : lightning(model);
  return (
    full * attention(model) +
    (layers - full) * (interval === 1 ? 0 : other) +
    dense * feedForward(model, size('intermediate_size')) +
    (layers - dense) * (experts > 0 ? routed(model) : 0) +
    layers * layerNorms(model)
  );
}

function layerNorms({ row, normSize }: Model): number {
  return (row.norms ?? 2) * normSize;
}

/** A layer as the last ones are, behind a projection of the token and its state, with norms of both and of what comes out. */
function predictedLayer(model: Model): number {
  const { hiddenSize: h, experts, size } = model;
  const ffn = experts > 0 ? routed(model) : feedForward(model, size('intermediate_size'));
  return attention(model) + ffn + layerNorms(model) + 2 * h * h + 3 * h;
}

function attention(model: Model): number {
  const { text, row, hiddenSize: h, heads, kvHeads, headSize } = model;
  if (typeof text.kv_lora_rank === 'number') return latentAttention(model);
  const queries = heads * headSize;
  const products = h * (queries * (row.gatesQueries ? 2 : 1) + 2 * kvHeads * headSize) + queries * h;
  const hasBias = row.attentionBias === 'always' || (row.attentionBias === 'said' && text.attention_bias === true);
  const biases = (hasBias ? queries + 2 * kvHeads * headSize : 0) + (row.hasOutputBias ? h : 0);
  return products + biases + queryNorms(model);
}

function queryNorms({ text, row: { queryNorm }, heads, kvHeads, headSize }: Model): number {
  if (queryNorm === undefined || (queryNorm.endsWith('IfSaid') && text.use_qk_norm !== true)) return 0;
  return queryNorm.startsWith('head') ? 2 * headSize : (heads + kvHeads) * headSize;
}

function latentAttention({ size, hiddenSize: h, heads }: Model): number {
  const [queryRank, cacheRank, plain] = [size('q_lora_rank'), size('kv_lora_rank'), size('qk_nope_head_dim')];
  const [rotary, value] = [size('qk_rope_head_dim'), size('v_head_dim')];
  const width = heads * (plain + rotary);
  const queries = queryRank > 0 ? h * queryRank + queryRank + queryRank * width : h * width;
  return queries + h * (cacheRank + rotary) + cacheRank + cacheRank * heads * (plain + value) + heads * value * h;
}

function deltaNet({ size, hiddenSize: h }: Model): number {
  const [keys, values] = [size('linear_num_key_heads'), size('linear_num_value_heads')];
  const [keySize, valueSize] = [keys * size('linear_key_head_dim'), values * size('linear_value_head_dim')];
  const convolution = (2 * keySize + valueSize) * size('linear_conv_kernel_dim');
  return (
    h * (2 * keySize + 2 * valueSize + 2 * values) +
    convolution +
    2 * values +
    size('linear_value_head_dim') +
    valueSize * h
  );
}

function lightning({ hiddenSize: h, heads, headSize }: Model): number {
  const width = heads * headSize;
  return 5 * h * width + width;
}

function feedForward({ row, hiddenSize: h }: Model, width: number): number {
  return (row.isUngated ? 2 : 3) * h * width + (row.hasFfnBias ? width + h : 0) + (row.activation ?? 0);
}

function routed(model: Model): number {
  const { row, size, experts, hiddenSize: h } = model;
  const width = size('moe_intermediate_size', 'intermediate_size');
  const count = size('n_shared_experts', 'num_shared_experts', 'moe_num_shared_experts', 'num_shared_expert');
  const shared = count * width || size('shared_expert_intermediate_size');
  const router = h * experts + (row.correctsScores ? experts : 0) + (row.gatesShared ? h : 0);
  return experts * feedForward(model, width) + feedForward(model, shared) + router;
}

/** Nemotron-H: a state-space layer, a feed-forward part or attention, each behind one norm. */
function hybridLayers(model: Model, pattern: string): number {
  const { size, hiddenSize: h } = model;
  const inner = size('mamba_num_heads') * size('mamba_head_dim');
  const groups = (size('n_groups') || 8) * size('ssm_state_size');
  const heads = size('mamba_num_heads');
  const convolution = (inner + 2 * groups) * ((size('conv_kernel') || 4) + 1);
  const state = h * (2 * inner + 2 * groups + heads) + convolution + 3 * heads + inner + inner * h;
  const kinds: Readonly<Record<string, number>> = {
    M: state,
    '-': 2 * h * size('intermediate_size'),
    '*': attention(model),
  };
  return [...pattern].reduce((sum, kind) => sum + h + (kinds[kind] ?? 0), 0);
}
