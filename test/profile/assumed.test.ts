import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/json.ts';
import { withModels } from '../../src/profile/models.ts';
import { profileInputs } from '../../src/request/inputs.ts';
import { engine, profileOf, refusalOf, type Wish, wishedRequest } from '../support/profiles.ts';

const MODEL = 'team/own';
/** The layers of Llama 3.1 8B. */
const SIZES = {
  hidden_size: 4096,
  intermediate_size: 14336,
  num_attention_heads: 32,
  num_hidden_layers: 32,
  num_key_value_heads: 8,
  vocab_size: 128256,
  max_position_embeddings: 131072,
  torch_dtype: 'bfloat16',
};

function profileAs(architecture: string, wish: Wish = {}, sizes: JsonObject = {}) {
  const config = { architectures: [architecture], ...SIZES, ...sizes };
  return profileOf({ model: MODEL, ...wish }, withModels(engine, { [MODEL]: { config } }));
}

const codes = ({ warnings }: ReturnType<typeof profileAs>) => warnings.map(({ code }) => code);

describe('without a recorded run of its architecture', () => {
  it.each([
    ['Qwen2ForCausalLM', 'ranked as a model of the family LLAMA'],
    ['MistralForCausalLM', 'ranked as LlamaForCausalLM (LLAMA), which has the same layers; differences: none'],
    ['Gemma2ForCausalLM', 'ranked as LlamaForCausalLM (LLAMA), which is near; differences: four norms a layer'],
  ])('%s is sized from memory, with a hint of what would rank it: %s', (name, as) => {
    const found = profileAs(name);
    expect(found.profile).toMatchObject({ naive: { gpusPerWorker: 1 }, picked: [] });
    expect(codes(found)).toEqual(['SIZED_FROM_MEMORY']);
    expect(found.warnings[0]?.hint).toContain(`say support: assumed to have it ${as}`);
  });

  it.each([
    ['Qwen2ForCausalLM', 'a model of the family LLAMA'],
    ['MistralForCausalLM', 'LlamaForCausalLM (LLAMA), which has the same layers; differences: none'],
    ['Gemma2ForCausalLM', 'LlamaForCausalLM (LLAMA), which is near; differences: four norms a layer'],
  ])('%s is ranked where support is assumed, and said to be ranked as %s', (name, as) => {
    const found = profileAs(name, { support: 'assumed' });
    expect(found.profile.naive).toBeUndefined();
    expect(found.profile.explanation.support).toMatchObject([{ source: 'assumed', isSupported: true }]);
    expect(codes(found)).toEqual(['SUPPORT_ASSUMED']);
    expect(found.warnings[0]?.message).toContain(`${MODEL} is ranked as ${as}`);
  });

  it('a model with the same layers is ranked like the modelled one, digit for digit', () => {
    const rates = ({ profile }: ReturnType<typeof profileAs>) =>
      profile.picked.map(({ candidate }) => candidate.metrics.tokensPerSecPerGpu);
    const own = rates(profileAs('MistralForCausalLM', { support: 'assumed' }));
    expect(own.length).toBeGreaterThan(0);
    expect(own).toEqual(rates(profileOf({ model: 'meta-llama/Meta-Llama-3.1-8B' })));
  });

  /** The experts of Qwen3-30B-A3B, which were measured, and others. */
  const EXPERTS = { hidden_size: 2048, num_experts: 128, num_experts_per_tok: 8, moe_intermediate_size: 768 };

  it('experts are ranked as experts', () => {
    const found = profileAs('OlmoeForCausalLM', { support: 'assumed', gpuSku: 'h200_sxm' }, EXPERTS);
    expect(codes(found)).toContain('SUPPORT_ASSUMED');
    expect(found.profile.model.isMoe).toBe(true);
  });

  it('experts of a size that was not measured get no hint that they would be ranked', () => {
    const hint = (sizes: JsonObject) => profileAs('OlmoeForCausalLM', { gpuSku: 'h200_sxm' }, sizes).warnings[0]?.hint;
    expect(hint(EXPERTS)).toContain('support: assumed');
    expect(hint({ ...EXPERTS, num_experts: 61 })).not.toContain('support: assumed');
  });
});

describe('support: assumed', () => {
  it('changes nothing for what recorded runs vouch for', () => {
    const wish: Wish = { model: 'Qwen/Qwen3-8B' };
    expect(codes(profileOf({ ...wish, support: 'assumed' }))).toEqual(codes(profileOf(wish)));
  });

  it.each([
    ['recorded runs that failed', { model: 'openai/gpt-oss-120b', totalGpus: 8 }],
    ['a card without data', { model: 'Qwen/Qwen3-8B', gpuSku: 'l4' }],
  ] as const)('does not rank in spite of %s', (_, wish) => {
    expect(codes(profileOf({ ...wish, support: 'assumed' }))).toEqual(['SIZED_FROM_MEMORY']);
  });

  it('does not rank an architecture that is like none', () => {
    const found = profileAs('NewForCausalLM', { support: 'assumed' });
    expect(codes(found)).toEqual(['SIZED_FROM_MEMORY']);
    expect(found.warnings[0]?.message).toContain('NewForCausalLM is no modelled architecture');
    expect(found.warnings[0]?.hint).toBe('measure the deployment against the latency targets');
  });

  it('ends in NOT_MEASURED where the checkpoint has no data, with the way back', () => {
    const config = { architectures: ['Qwen2ForCausalLM'], ...SIZES, quantization_config: { quant_method: 'fp8' } };
    const own = withModels(engine, { [MODEL]: { config } });
    const error = refusalOf({ model: MODEL, gpuSku: 'a100_sxm', support: 'assumed' }, own);
    expect([error.code, error.hint]).toEqual(['NOT_MEASURED', expect.stringContaining('leave support out')]);
  });

  it('is an input of a lock, where it is said', () => {
    const by = { engine: '0.10', data: '0.10' };
    expect(profileInputs(wishedRequest({ support: 'assumed' }), by)).toMatchObject({ support: 'assumed' });
    expect(profileInputs(wishedRequest({}), by)).not.toHaveProperty('support');
  });
});
