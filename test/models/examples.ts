import type { ArchitectureName } from '../../src/models/architectures.ts';

/**
 * A bundled model with the recorded run (a folder of fixtures/goldens) that it is picked in, or why there is none:
 * its family is not modelled, no bundled model has the architecture, or none of those that have it was recorded.
 */
type Example =
  | { readonly model: string; readonly run: string }
  | { readonly why: 'unmodelled' | 'not bundled' | 'not recorded' };

/** An example of every architecture; a new one does not compile without. */
export const EXAMPLES: Readonly<Record<ArchitectureName, Example>> = {
  LlamaForCausalLM: { model: 'meta-llama/Meta-Llama-3.1-8B', run: 'llama-8b-h100' },
  Qwen2ForCausalLM: { why: 'not bundled' },
  Qwen3ForCausalLM: { model: 'Qwen/Qwen3-32B', run: 'qwen3-32b-trtllm' },
  MiMoForCausalLM: { model: 'XiaomiMiMo/MiMo-7B-Base', run: 'mimo-7b-h200' },
  MixtralForCausalLM: { why: 'not bundled' },
  GptOssForCausalLM: { model: 'openai/gpt-oss-120b', run: 'gptoss-trtllm' },
  Qwen2MoeForCausalLM: { why: 'not bundled' },
  Qwen3MoeForCausalLM: { model: 'Qwen/Qwen3-30B-A3B', run: 'qwen3-moe-h200' },
  MiniMaxM2ForCausalLM: { why: 'not recorded' },
  DeepSeekForCausalLM: { why: 'not bundled' },
  DeepseekV3ForCausalLM: { model: 'deepseek-ai/DeepSeek-V3', run: 'deepseek-v3-b200' },
  KimiK25ForConditionalGeneration: { model: 'moonshotai/Kimi-K2.5', run: 'kimi-sglang' },
  DeepseekV32ForCausalLM: { why: 'unmodelled' },
  GlmMoeDsaForCausalLM: { why: 'unmodelled' },
  DeepseekV4ForCausalLM: { why: 'unmodelled' },
  NemotronForCausalLM: { why: 'unmodelled' },
  DeciLMForCausalLM: { why: 'unmodelled' },
  NemotronHForCausalLM: { why: 'unmodelled' },
  MiMoV2FlashForCausalLM: { why: 'unmodelled' },
  Llama4ForConditionalGeneration: { why: 'unmodelled' },
  Qwen3_5ForConditionalGeneration: { why: 'unmodelled' },
  Qwen3_5MoeForConditionalGeneration: { why: 'unmodelled' },
  Qwen3VLForConditionalGeneration: { why: 'unmodelled' },
  Qwen3VLMoeForConditionalGeneration: { why: 'unmodelled' },
  Gemma4ForConditionalGeneration: { why: 'unmodelled' },
  MiniMaxM3ForCausalLM: { why: 'unmodelled' },
  MiniMaxM3SparseForConditionalGeneration: { why: 'unmodelled' },
};
