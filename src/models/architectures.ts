/** What is true of every model with an architecture. */
export interface ArchitectureRow {
  readonly family: string;
  /** The key of the configuration that its text model stands under. */
  readonly textConfig?: 'text_config';
  /** Its attention normalises queries and keys. */
  readonly hasQkNorm?: true;
  /** Sliding window of every second layer, in tokens. */
  readonly windowSize?: number;
  /** Tokens that a decode step predicts besides the next one where the checkpoint does not say so. */
  readonly nextn?: number;
}

const TEXT = { textConfig: 'text_config' } as const;
const QK_NORM = { hasQkNorm: true } as const;
const NEXTN = { nextn: 1 } as const;

/**
 * Hugging Face architectures (`architectures[0]`) that have a family. A row's family needs a row of `FAMILIES`.
 * Source: aiconfigurator 0.10.0 and 0.12.0, sdk/common.py, ARCHITECTURE_TO_MODEL_FAMILY, and sdk/utils.py.
 */
export const ARCHITECTURES = {
  LlamaForCausalLM: { family: 'LLAMA' },
  Qwen2ForCausalLM: { family: 'LLAMA' },
  Qwen3ForCausalLM: { family: 'LLAMA', ...QK_NORM },
  MiMoForCausalLM: { family: 'LLAMA' },
  MixtralForCausalLM: { family: 'MOE' },
  GptOssForCausalLM: { family: 'MOE', windowSize: 128 },
  Qwen2MoeForCausalLM: { family: 'MOE' },
  Qwen3MoeForCausalLM: { family: 'MOE', ...QK_NORM },
  MiniMaxM2ForCausalLM: { family: 'MOE', ...QK_NORM },
  DeepSeekForCausalLM: { family: 'DEEPSEEK', ...NEXTN },
  DeepseekV3ForCausalLM: { family: 'DEEPSEEK', ...NEXTN },
  KimiK25ForConditionalGeneration: { family: 'KIMIK25', ...TEXT, ...NEXTN },
  KimiK3ForConditionalGeneration: { family: 'KIMIK3', ...TEXT },
  DeepseekV32ForCausalLM: { family: 'DEEPSEEKV32', ...NEXTN },
  GlmMoeDsaForCausalLM: { family: 'DEEPSEEKV32', ...NEXTN },
  DeepseekV4ForCausalLM: { family: 'DEEPSEEKV4', ...NEXTN },
  NemotronForCausalLM: { family: 'NEMOTRONNAS' },
  DeciLMForCausalLM: { family: 'NEMOTRONNAS' },
  NemotronHForCausalLM: { family: 'NEMOTRONH' },
  MiMoV2FlashForCausalLM: { family: 'HYBRIDMOE' },
  Step3p5ForCausalLM: { family: 'STEP3P7', ...QK_NORM },
  Step3p5FlashForCausalLM: { family: 'STEP3P7', ...QK_NORM },
  Step3p7FlashForCausalLM: { family: 'STEP3P7', ...TEXT, ...QK_NORM },
  Step3p7ForConditionalGeneration: { family: 'STEP3P7', ...TEXT, ...QK_NORM },
  Llama4ForConditionalGeneration: { family: 'HYBRIDMOE', ...TEXT },
  Qwen3_5ForConditionalGeneration: { family: 'QWEN35', ...TEXT, ...NEXTN },
  Qwen3_5MoeForConditionalGeneration: { family: 'QWEN35', ...TEXT, ...NEXTN },
  Qwen3VLForConditionalGeneration: { family: 'QWEN3VL', ...TEXT },
  Qwen3VLMoeForConditionalGeneration: { family: 'QWEN3VL_MOE', ...TEXT },
  Gemma4ForConditionalGeneration: { family: 'GEMMA4MIX', ...TEXT },
  MiniMaxM3ForCausalLM: { family: 'MINIMAXM3' },
  MiniMaxM3SparseForConditionalGeneration: { family: 'MINIMAXM3', ...TEXT },
} as const satisfies Readonly<Record<string, ArchitectureRow>>;

export type ArchitectureName = keyof typeof ARCHITECTURES;
export type Family = (typeof ARCHITECTURES)[ArchitectureName]['family'];

/** The row of an architecture, with all that rows may say. */
export function architectureRow(name: ArchitectureName): ArchitectureRow & { readonly family: Family } {
  return ARCHITECTURES[name];
}
