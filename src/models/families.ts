/**
 * Model family of each Hugging Face architecture (`architectures[0]`).
 * Source: aiconfigurator 0.10.0, sdk/common.py, ARCHITECTURE_TO_MODEL_FAMILY.
 */
export const FAMILY_OF_ARCHITECTURE = {
  LlamaForCausalLM: 'LLAMA',
  Qwen2ForCausalLM: 'LLAMA',
  Qwen3ForCausalLM: 'LLAMA',
  MiMoForCausalLM: 'LLAMA',
  MixtralForCausalLM: 'MOE',
  GptOssForCausalLM: 'MOE',
  Qwen2MoeForCausalLM: 'MOE',
  Qwen3MoeForCausalLM: 'MOE',
  MiniMaxM2ForCausalLM: 'MOE',
  DeepSeekForCausalLM: 'DEEPSEEK',
  DeepseekV3ForCausalLM: 'DEEPSEEK',
  KimiK25ForConditionalGeneration: 'KIMIK25',
  DeepseekV32ForCausalLM: 'DEEPSEEKV32',
  GlmMoeDsaForCausalLM: 'DEEPSEEKV32',
  DeepseekV4ForCausalLM: 'DEEPSEEKV4',
  NemotronForCausalLM: 'NEMOTRONNAS',
  DeciLMForCausalLM: 'NEMOTRONNAS',
  NemotronHForCausalLM: 'NEMOTRONH',
  MiMoV2FlashForCausalLM: 'HYBRIDMOE',
  Llama4ForConditionalGeneration: 'HYBRIDMOE',
  Qwen3_5ForConditionalGeneration: 'QWEN35',
  Qwen3_5MoeForConditionalGeneration: 'QWEN35',
  Qwen3VLForConditionalGeneration: 'QWEN3VL',
  Qwen3VLMoeForConditionalGeneration: 'QWEN3VL_MOE',
  Gemma4ForConditionalGeneration: 'GEMMA4MIX',
  MiniMaxM3ForCausalLM: 'MINIMAXM3',
  MiniMaxM3SparseForConditionalGeneration: 'MINIMAXM3',
} as const satisfies Record<string, string>;
export type ArchitectureName = keyof typeof FAMILY_OF_ARCHITECTURE;
export type Family = (typeof FAMILY_OF_ARCHITECTURE)[ArchitectureName];

/** Architectures whose text model stands under this key of the configuration (same source). */
export const TEXT_CONFIG_KEY: Partial<Record<ArchitectureName, string>> = {
  KimiK25ForConditionalGeneration: 'text_config',
  Llama4ForConditionalGeneration: 'text_config',
  Qwen3_5ForConditionalGeneration: 'text_config',
  Qwen3_5MoeForConditionalGeneration: 'text_config',
  Gemma4ForConditionalGeneration: 'text_config',
  Qwen3VLForConditionalGeneration: 'text_config',
  Qwen3VLMoeForConditionalGeneration: 'text_config',
  MiniMaxM3SparseForConditionalGeneration: 'text_config',
};

/** Families that predict one extra token a step even where the checkpoint does not say so. */
export const FAMILIES_WITH_NEXTN: readonly Family[] = ['DEEPSEEK', 'DEEPSEEKV32', 'DEEPSEEKV4', 'KIMIK25', 'QWEN35'];

/** Architectures whose attention normalises queries and keys. */
export const QK_NORM_ARCHITECTURES: readonly ArchitectureName[] = [
  'Qwen3ForCausalLM',
  'Qwen3MoeForCausalLM',
  'MiniMaxM2ForCausalLM',
];

/** Families with latent attention that share one geometry of facts. */
export const MLA_FAMILIES: readonly Family[] = ['DEEPSEEK', 'KIMIK25'];
