import { describe, expect, it } from 'vitest';
import { openEngines } from '../../src/profile/engines.ts';
import { withModels } from '../../src/profile/models.ts';
import { engine, profileOf, refusalOf, type Wish } from '../support/profiles.ts';

const V3: Wish = { model: 'deepseek-ai/DeepSeek-V3', gpuSku: 'h200_sxm', totalGpus: 16 };
const LLAMA_FP8: Wish = { model: 'nvidia/Llama-3.1-70B-Instruct-FP8', gpuSku: 'h200_sxm', totalGpus: 8 };

describe('what is not measured names what is', () => {
  it.each([
    ['DeepSeek-V3 with vllm', V3, 'set spec.backend to trtllm, sglang or auto: there is data for it on h200_sxm'],
    ['an FP8 Llama with vllm', LLAMA_FP8, 'set spec.backend to trtllm or auto: there is data for it on h200_sxm'],
  ])('%s', (_, wish, hint) => {
    const error = refusalOf(wish);
    expect([error.code, error.path, error.origin?.line]).toEqual(['NOT_MEASURED', 'spec.model', 5]);
    expect(error.hint).toBe(hint);
  });

  it.each([
    [V3, 'trtllm'],
    [V3, 'sglang'],
    [V3, 'auto'],
    [LLAMA_FP8, 'trtllm'],
    [LLAMA_FP8, 'auto'],
  ] as const)('and each name, followed to the letter, leads to a pick: %j with %s', (wish, backend) => {
    expect(profileOf({ ...wish, backend }).profile.picked.length).toBeGreaterThan(0);
  });
});

describe('a model that recorded runs vouch for, and of which nothing was measured at the default versions', () => {
  const newest = openEngines()('0.12');
  const V4: Wish = { model: 'deepseek-ai/DeepSeek-V4-Flash', backend: 'trtllm', gpuSku: 'b200_sxm', totalGpus: 4 };

  it.each<[string, Wish, string]>([
    ['blocks of attention', V4, 'set spec.backend to sglang, vllm or auto: there is data for it on b200_sxm'],
    [
      'experts in its mode',
      { ...V4, model: 'nvidia/NVIDIA-Nemotron-3-Super-120B-A12B-FP8', gpuSku: 'h200_sxm' },
      'set spec.backend to vllm or auto: there is data for it on h200_sxm',
    ],
    [
      'products in its mode, on this card',
      { ...V4, model: 'nvidia/GLM-5-NVFP4', backend: 'sglang', gpuSku: 'h200_sxm', totalGpus: 8 },
      'with sglang there is data for it on b200_sxm, b300_sxm, gb200_sxm and gb300',
    ],
  ])('is refused with the places that have data, whether support is assumed or not: %s', (_, wish, hint) => {
    for (const support of ['recorded', 'assumed'] as const) {
      const error = refusalOf({ ...wish, support }, newest);
      expect([support, error.code, error.hint]).toEqual([support, 'NOT_MEASURED', hint]);
    }
  });
});

describe('what is ranked by assumption', () => {
  const sizes = { hidden_size: 4096, num_hidden_layers: 32, num_attention_heads: 32, num_key_value_heads: 8 };
  const config = {
    ...{ architectures: ['Qwen2ForCausalLM'], ...sizes, intermediate_size: 14336, vocab_size: 32000 },
    ...{ max_position_embeddings: 32768, quantization_config: { quant_method: 'fp8', activation_scheme: 'static' } },
  };
  const own = withModels(engine, { 'team/own': { config } });

  it('names where it would be, and each name leads to a pick', () => {
    const wish: Wish = { model: 'team/own', gpuSku: 'h200_sxm', totalGpus: 4, support: 'assumed' };
    const { code, hint } = refusalOf(wish, own);
    expect([code, hint]).toEqual(['NOT_MEASURED', expect.stringMatching(/^set spec.backend to trtllm or auto:/)]);
    for (const backend of ['trtllm', 'auto'])
      expect(profileOf({ ...wish, backend }, own).profile.picked.length).toBeGreaterThan(0);
  });

  it('gets no hint to assume it where the budget has no worker of a measured size', () => {
    const phi = { ...sizes, hidden_size: 5120, num_attention_heads: 40, num_key_value_heads: 10, head_dim: 128 };
    const files = { ...phi, architectures: ['Phi3ForCausalLM'], intermediate_size: 17920, vocab_size: 100352 };
    const phi4 = withModels(engine, { 'team/phi': { config: files } });
    const hintOf = (totalGpus: number) => profileOf({ model: 'team/phi', totalGpus }, phi4).warnings[0]?.hint;
    expect(hintOf(4)).not.toContain('support: assumed');
    expect(hintOf(8)).toContain('support: assumed');
  });
});

describe('what is sized from memory names where it would be ranked', () => {
  const hintOf = (wish: Wish) => profileOf(wish).warnings.find(({ code }) => code === 'SIZED_FROM_MEMORY')?.hint;

  it('other cards with the same backend', () => {
    expect(hintOf({ model: 'Qwen/Qwen3-8B', gpuSku: 'l4' })).toMatch(
      /have it ranked with vllm on a100_sxm, .*h100_sxm/,
    );
  });

  it('other backends on the same card, and other cards', () => {
    const hint = hintOf({ model: 'deepseek-ai/DeepSeek-R1', gpuSku: 'h100_sxm', totalGpus: 32 });
    expect(hint).toMatch(/have it ranked with trtllm on .*h200_sxm.*, or with sglang on .*h200_sxm/);
  });

  it('any backend for auto', () => {
    const hint = hintOf({ model: 'openai/gpt-oss-120b', gpuSku: 'l4', totalGpus: 8, backend: 'auto' });
    expect(hint).toMatch(/have it ranked on .*b200_sxm/);
  });

  it('nothing under compat reference that it does not say by default', () => {
    expect(profileOf({ model: 'Qwen/Qwen3-8B', gpuSku: 'l4', compat: 'reference' }).warnings).toHaveLength(1);
  });
});
