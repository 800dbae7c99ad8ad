import type { ArchitectureName, ArchitectureRow } from './architectures.ts';

/** An architecture that no engine models, whose layers run as those of one that is modelled. */
export interface StandIn extends Omit<ArchitectureRow, 'family'> {
  readonly like: ArchitectureName;
  /** `same` matrix products, attention and experts, or `near` ones: the large operations, with what differs. */
  readonly verdict: 'same' | 'near';
  /** In what its layers differ, in words; undefined for nothing that is timed. */
  readonly differences?: string;
  /** The list of layers that text alone passes by. */
  readonly skips?: 'cross_attention_layers';
  /** What the library takes where a configuration leaves it out. */
  readonly defaults?: Readonly<Record<string, number>>;
}

const TEXT = { textConfig: 'text_config' } as const;
const LLAMA = { like: 'LlamaForCausalLM', verdict: 'same' } as const;
const QWEN2 = { like: 'Qwen2ForCausalLM', verdict: 'same' } as const;
const QWEN3 = { like: 'Qwen3ForCausalLM', verdict: 'same' } as const;
const EXPERTS = { like: 'Qwen3MoeForCausalLM', verdict: 'near' } as const;
const LATENT = { like: 'DeepseekV3ForCausalLM', verdict: 'near' } as const;
const NEAR = { verdict: 'near' } as const;

const TOWER = 'a vision tower besides, which is not timed';
const WINDOW = 'most layers keep a window of the tokens only, so that the cache is overstated';
const FOUR_NORMS = 'four norms a layer in place of two';
const SHARED = 'a shared expert in each layer of experts';

/** Source: modeling_*.py of transformers 5.24.0, and the parameter totals that publishers give. */
export const STAND_INS = {
  MistralForCausalLM: LLAMA,
  Mistral3ForConditionalGeneration: { ...LLAMA, ...TEXT, differences: TOWER },
  Phi3ForCausalLM: { ...LLAMA, differences: 'queries, keys and values are one matrix, and so are gate and up' },
  GraniteForCausalLM: { ...LLAMA, differences: 'multipliers of embeddings, residuals and logits' },
  InternLM2ForCausalLM: { ...LLAMA, differences: 'queries, keys and values are one matrix' },
  InternLM3ForCausalLM: LLAMA,
  ExaoneForCausalLM: LLAMA,
  SmolLM3ForCausalLM: { ...LLAMA, differences: 'every fourth layer has no rotary embedding' },
  Ernie4_5ForCausalLM: LLAMA,
  SeedOssForCausalLM: QWEN2,
  GlmForCausalLM: { ...QWEN2, differences: 'half of a head is rotated' },
  Glm4ForCausalLM: { ...QWEN2, ...NEAR, differences: FOUR_NORMS },
  Qwen2_5_VLForConditionalGeneration: { ...QWEN2, ...TEXT, differences: TOWER },
  Qwen2VLForConditionalGeneration: { ...QWEN2, ...TEXT, differences: TOWER },
  HunYuanDenseV1ForCausalLM: QWEN3,
  Olmo2ForCausalLM: { ...QWEN3, ...NEAR, differences: 'norms after attention and feed-forward, and over all heads' },
  Olmo3ForCausalLM: { ...QWEN3, ...NEAR, differences: `norms over all heads; ${WINDOW}` },
  Exaone4ForCausalLM: { ...QWEN3, ...NEAR, differences: `norms after attention and feed-forward; ${WINDOW}` },
  Gemma2ForCausalLM: { ...LLAMA, ...NEAR, differences: `${FOUR_NORMS}, soft caps of scores; ${WINDOW}` },
  Gemma3ForCausalLM: { ...QWEN3, ...NEAR, differences: `${FOUR_NORMS}; ${WINDOW}` },
  Gemma3ForConditionalGeneration: {
    ...{ ...QWEN3, ...NEAR, ...TEXT },
    differences: `${FOUR_NORMS}; ${WINDOW}; ${TOWER}`,
    // transformers 5.24.0, Gemma3TextConfig; older files leave these out.
    defaults: {
      vocab_size: 262_208,
      num_attention_heads: 8,
      num_key_value_heads: 4,
      head_dim: 256,
      max_position_embeddings: 131_072,
    },
  },
  CohereForCausalLM: { ...LLAMA, ...NEAR, differences: 'attention and feed-forward side by side after one norm' },
  Cohere2ForCausalLM: { ...LLAMA, ...NEAR, differences: `attention and feed-forward side by side; ${WINDOW}` },
  Starcoder2ForCausalLM: { ...LLAMA, ...NEAR, differences: 'no gate, so that a third of the feed-forward is too much' },
  ApertusForCausalLM: { ...LLAMA, ...NEAR, differences: 'no gate, so that a third of the feed-forward is too much' },
  MllamaForConditionalGeneration: {
    ...{ ...LLAMA, ...NEAR, ...TEXT },
    skips: 'cross_attention_layers',
    differences: 'layers that attend to pictures are passed by, as for prompts of text alone',
  },
  Glm4MoeForCausalLM: { ...EXPERTS, nextn: 0, differences: `${SHARED}, the first layers dense` },
  Glm4vMoeForConditionalGeneration: { ...EXPERTS, ...TEXT, nextn: 0, differences: `${SHARED}; ${TOWER}` },
  Ernie4_5_MoeForCausalLM: { ...EXPERTS, differences: 'shared experts, the first layers dense' },
  HunYuanMoEV1ForCausalLM: { ...EXPERTS, differences: SHARED },
  OlmoeForCausalLM: { ...EXPERTS, differences: 'norms of queries and keys over all heads' },
  BailingMoeV2ForCausalLM: { ...EXPERTS, differences: `${SHARED}, the first layers dense, routing in groups` },
  SolarOpenForCausalLM: { ...EXPERTS, differences: SHARED },
  PhiMoEForCausalLM: { like: 'MixtralForCausalLM', ...NEAR, differences: 'layer norms with biases, another routing' },
  DeepseekV2ForCausalLM: { ...LATENT, nextn: 0, differences: 'attention of the size of DeepSeek-V3, softmax routing' },
  Glm4MoeLiteForCausalLM: {
    ...{ ...LATENT, nextn: 0 },
    differences: 'timed with the attention of DeepSeek-V3, which has 128 heads',
  },
  Qwen3NextForCausalLM: { like: 'Qwen3_5MoeForConditionalGeneration', verdict: 'same' },
} as const satisfies Readonly<Record<string, StandIn>>;

/** What stands in for a class; undefined where nothing modelled is like it. */
export function standInOf(className: string): StandIn | undefined {
  return Object.hasOwn(STAND_INS, className) ? STAND_INS[className as keyof typeof STAND_INS] : undefined;
}
