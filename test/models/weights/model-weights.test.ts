import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/json.ts';
import { parseArchitecture } from '../../../src/models/architecture.ts';
import { openCatalog } from '../../../src/perfdb/catalog.ts';

const { models } = openCatalog()('0.10').models();

/**
 * Sizes of models that are not bundled, and the parameters that their publishers' checkpoints have (the totals of
 * safetensors headers on Hugging Face), in billions.
 */
const PUBLISHED: readonly (readonly [name: string, sizes: JsonObject, billions: number])[] = [
  // microsoft/phi-4
  ['Phi3ForCausalLM', { ...sizes(5120, 40, 40, 10, 17920, 100352), head_dim: 128 }, 14.66],
  // bigcode/starcoder2-15b
  ['Starcoder2ForCausalLM', sizes(6144, 40, 48, 4, 24576, 49152), 15.96],
  // mistralai/Mixtral-8x7B-Instruct-v0.1
  ['MixtralForCausalLM', { ...sizes(4096, 32, 32, 8, 14336, 32000), num_local_experts: 8 }, 46.7],
  // zai-org/GLM-4.5, whose total has a layer of predicted tokens besides
  [
    'Glm4MoeForCausalLM',
    {
      ...sizes(5120, 92, 96, 8, 12288, 151552),
      ...{ head_dim: 128, n_routed_experts: 160, moe_intermediate_size: 1536, first_k_dense_replace: 3 },
      n_shared_experts: 1,
    },
    358.34,
  ],
  // baidu/ERNIE-4.5-21B-A3B-PT, which has other names for its experts
  [
    'Ernie4_5_MoeForCausalLM',
    {
      ...sizes(2560, 28, 20, 4, 12288, 103424),
      ...{ head_dim: 128, tie_word_embeddings: true, moe_num_experts: 64, moe_k: 6, moe_num_shared_experts: 2 },
      ...{ moe_intermediate_size: 1536, moe_layer_start_index: 1 },
    },
    21.95,
  ],
  // deepseek-ai/DeepSeek-V2-Lite-Chat
  [
    'DeepseekV2ForCausalLM',
    {
      ...sizes(2048, 27, 16, 16, 10944, 102400),
      ...{ q_lora_rank: null, kv_lora_rank: 512, qk_nope_head_dim: 128, qk_rope_head_dim: 64, v_head_dim: 128 },
      ...{ n_routed_experts: 64, n_shared_experts: 2, moe_intermediate_size: 1408, first_k_dense_replace: 1 },
    },
    15.71,
  ],
  // Qwen/Qwen3-Next-80B-A3B-Instruct, with a layer of predicted tokens besides
  [
    'Qwen3NextForCausalLM',
    {
      ...sizes(2048, 48, 16, 2, 5120, 151936),
      ...{ head_dim: 256, num_experts: 512, moe_intermediate_size: 512, shared_expert_intermediate_size: 512 },
      ...{ linear_num_key_heads: 16, linear_num_value_heads: 32, linear_key_head_dim: 128, linear_value_head_dim: 128 },
      full_attention_interval: 4,
    },
    81.32,
  ],
  // mistralai/Mistral-Nemo-Instruct-2407, by the names of GPT-2
  [
    'OtherForCausalLM',
    {
      ...{ n_embd: 5120, n_layer: 40, n_head: 32, num_key_value_heads: 8, n_inner: 14336, vocab_size: 131072 },
      head_dim: 128,
    },
    12.25,
  ],
];

function sizes(h: number, layers: number, heads: number, kv: number, inner: number, vocab: number): JsonObject {
  return {
    ...{ hidden_size: h, num_hidden_layers: layers, num_attention_heads: heads, num_key_value_heads: kv },
    ...{ intermediate_size: inner, vocab_size: vocab, max_position_embeddings: 8192 },
  };
}

const read = (name: string, config: JsonObject) =>
  parseArchitecture('a/b', { config: { architectures: [name], ...config } });

describe('weights', () => {
  it.each(PUBLISHED)('of %s are those of the checkpoint within three percent', (name, config, billions) => {
    const { bytes } = read(name, config).weights;
    expect(Math.abs(bytes / 2 / (billions * 1e9) - 1)).toBeLessThan(0.03);
  });

  it.each([
    ['deepseek-ai/DeepSeek-R1', 671, 8, 'fp8_block'],
    ['moonshotai/Kimi-K2.5', 1026, 4, 'int4_wo'],
    // As crusoeai/DeepSeek-V4-Flash-BF16 counts them, which has no layer of predicted tokens.
    ['deepseek-ai/DeepSeek-V4-Flash', 284, 4, 'fp8_block and w4a8_mxfp4_mxfp8'],
    ['openai/gpt-oss-120b', 117, 4, 'w4a16_mxfp4'],
    ['nvidia/Qwen3-235B-A22B-NVFP4', 235, 4, 'nvfp4'],
    ['nvidia/Llama-3.1-70B-Instruct-FP8', 70.6, 8, 'fp8_static'],
    ['Qwen/Qwen3-32B', 32.8, 16, undefined],
  ] as const)('of %s are %f billion of about %i bits', (id, billions, bits, precision) => {
    const { weights } = parseArchitecture(id, models[id]!);
    const perWeight = (8 * weights.bytes) / (billions * 1e9);
    expect(weights.precision).toBe(precision);
    expect(perWeight).toBeGreaterThan(bits - 0.1);
    expect(perWeight).toBeLessThan(bits * 1.2);
  });

  it('of compressed attention are those that crusoeai/DeepSeek-V4-Flash-BF16 publishes, which predicts no further tokens', () => {
    const { weights } = parseArchitecture('deepseek-ai/DeepSeek-V4-Flash', models['deepseek-ai/DeepSeek-V4-Flash']!);
    expect(Math.abs(weights.parameters / 284_332_230_231 - 1)).toBeLessThan(2e-4);
  });

  it('of compressed attention leave a cache that grows with a fraction of the tokens', () => {
    const { weights } = parseArchitecture('deepseek-ai/DeepSeek-V4-Flash', models['deepseek-ai/DeepSeek-V4-Flash']!);
    // As engine 0.12 sizes it, less the states of the compressors: 20 of 512 KiB and 21 of 40 KiB.
    expect(weights.cacheBytes(1, 5000)).toBe(29_683_328 - 20 * 524_288 - 21 * 40_960);
    expect(weights.cacheBytes(8, 5000)).toBe(weights.cacheBytes(1, 5000));
  });

  it('of every bundled model are more than nothing', () => {
    const all = Object.entries(models);
    expect(all.length).toBeGreaterThan(50);
    for (const [id, files] of all) expect(parseArchitecture(id, files).weights.bytes, id).toBeGreaterThan(1e9);
  });
});

describe('a split', () => {
  const splits = (config: JsonObject, sizesTried: readonly number[], name = 'LlamaForCausalLM') => {
    const { weights } = read(name, config);
    return sizesTried.map((gpus) => weights.splitOver(gpus));
  };
  const groups = (group: number): JsonObject => ({
    quant_method: 'compressed-tensors',
    config_groups: { group_0: { targets: ['Linear'], weights: { num_bits: 4, type: 'int', group_size: group } } },
  });
  const PHI4 = { ...sizes(5120, 40, 40, 10, 17920, 100352), head_dim: 128 };

  it('divides the heads, and those of keys and values or is a multiple of them', () => {
    expect(splits(PHI4, [1, 2, 4, 5, 8, 10])).toEqual(['tensor', 'tensor', undefined, 'tensor', undefined, 'tensor']);
    expect(splits({ ...PHI4, num_key_value_heads: 2 }, [4, 8])).toEqual(['tensor', 'tensor']);
  });

  it('leaves whole groups of a 4-bit checkpoint: 29568 columns are no multiple of 128 x 2', () => {
    const qwen72 = sizes(8192, 80, 64, 8, 29568, 152064);
    expect(splits(qwen72, [2, 4, 8])).toEqual(['tensor', 'tensor', 'tensor']);
    expect(splits({ ...qwen72, quantization_config: groups(128) }, [1, 2, 4])).toEqual([
      'tensor',
      undefined,
      undefined,
    ]);
    expect(splits({ ...qwen72, intermediate_size: 29696, quantization_config: groups(128) }, [2, 4, 8])).toEqual([
      'tensor',
      'tensor',
      'tensor',
    ]);
    expect(splits({ ...qwen72, quantization_config: groups(-1) }, [2])).toEqual(['tensor']);
  });

  it('leaves whole experts where their blocks do not allow slices', () => {
    const id = 'Qwen/Qwen3-30B-A3B-FP8';
    const { weights } = parseArchitecture(id, models[id]!);
    expect([1, 2, 4, 8, 3].map((gpus) => weights.splitOver(gpus))).toEqual([
      ...['tensor', 'tensor', 'expert', 'expert'],
      undefined,
    ]);
  });

  it('leaves whole blocks of latent attention and shared experts: DeepSeek-R1 over 16 GPUs, not over 32', () => {
    const id = 'deepseek-ai/DeepSeek-R1';
    const { weights } = parseArchitecture(id, models[id]!);
    expect([8, 16, 32].map((gpus) => weights.splitOver(gpus))).toEqual(['tensor', 'tensor', undefined]);
  });
});

describe('the cache of a sequence', () => {
  it('is split by heads until each GPU has one', () => {
    const { weights } = read('LlamaForCausalLM', sizes(8192, 80, 64, 8, 28672, 128256));
    expect(weights.cacheBytes(1, 1000)).toBe(80 * 2 * 8 * 128 * 1000 * 2);
    expect(weights.cacheBytes(8, 1000)).toBe(80 * 2 * 128 * 1000 * 2);
    expect(weights.cacheBytes(16, 1000)).toBe(weights.cacheBytes(8, 1000));
  });

  it('is latent where attention is, and whole on each GPU', () => {
    const id = 'deepseek-ai/DeepSeek-R1';
    const { weights } = parseArchitecture(id, models[id]!);
    expect(weights.cacheBytes(1, 1000)).toBe(61 * 576 * 1000);
    expect(weights.cacheBytes(8, 1000)).toBe(weights.cacheBytes(1, 1000));
  });

  it('is never counted beyond a window', () => {
    const { weights } = read('Gemma2ForCausalLM', { ...sizes(3584, 42, 16, 8, 14336, 256000), sliding_window: 4096 });
    expect(weights.cacheBytes(1, 100_000)).toBe(weights.cacheBytes(1, 4096));
  });
});
