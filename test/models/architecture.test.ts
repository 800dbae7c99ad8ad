import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../src/json.ts';
import { parseArchitecture } from '../../src/models/architecture.ts';
import { openCatalog } from '../../src/perfdb/catalog.ts';

const DENSE: JsonObject = {
  architectures: ['Qwen3ForCausalLM'],
  hidden_size: 4096,
  num_attention_heads: 32,
  num_key_value_heads: 8,
  head_dim: 128,
  intermediate_size: 12288,
  num_hidden_layers: 36,
  vocab_size: 151936,
  max_position_embeddings: 40960,
};
const EXPERTS: JsonObject = {
  ...DENSE,
  architectures: ['Qwen3MoeForCausalLM'],
  num_experts: 128,
  num_experts_per_tok: 8,
  moe_intermediate_size: 768,
};
const LATENT: JsonObject = {
  ...DENSE,
  architectures: ['DeepseekV3ForCausalLM'],
  n_routed_experts: 256,
  num_experts_per_tok: 8,
  moe_intermediate_size: 2048,
  kv_lora_rank: 512,
  qk_rope_head_dim: 64,
  v_head_dim: 128,
  num_nextn_predict_layers: 1,
};

/** A list in a list in a list, deeper than any stack. */
function nested(depth: number): Json {
  let value: Json = [];
  for (let i = 0; i < depth; i += 1) value = [value];
  return value;
}

describe('a configuration', () => {
  it.each(Object.entries(openCatalog()('0.10').models().models))(
    'that is bundled has sizes that are sizes, and a family with a model: %s',
    (id, files) => {
      const { family, model } = parseArchitecture(id, files);
      expect(model === 'unmodelled').toBe(family === undefined);
    },
  );

  const sizes = [DENSE, EXPERTS, LATENT].flatMap((config) =>
    Object.keys(config).flatMap((key) => (key === 'architectures' ? [] : [[config, key] as const])),
  );
  it.each([-1, 0.5, -1e308, 1e308, 2 ** 53])('with a size of %s is MODEL_INVALID, whichever size it is', (size) => {
    for (const [config, key] of sizes) {
      expect(() => parseArchitecture('a/b', { config: { ...config, [key]: size } }), key).toThrow(
        expect.objectContaining({ code: expect.stringMatching(/^(MODEL_INVALID|LIMIT_EXCEEDED)$/) }),
      );
    }
  });

  it.each<[string, JsonObject, string, RegExp]>([
    ['a list deep inside lists as architecture', { architectures: [nested(100_000)] }, 'FAMILY_UNSUPPORTED', /a list/],
    ['the same as a size', { ...DENSE, vocab_size: nested(100_000) }, 'MODEL_INVALID', /vocab_size a list/],
    ['a long architecture', { architectures: ['x'.repeat(1_000_000)] }, 'FAMILY_UNSUPPORTED', /^.{0,200}$/],
    ['an inherited name as architecture', { architectures: ['constructor'] }, 'FAMILY_UNSUPPORTED', /"constructor"/],
    [
      'an inherited name as quantisation',
      { ...DENSE, quantization_config: { quant_method: 'toString' } },
      'MODEL_INVALID',
      /"tostring"/,
    ],
    ['more layers than there are', { ...DENSE, num_hidden_layers: 1025 }, 'LIMIT_EXCEEDED', /1025 layers/],
    ['more experts than there are', { ...EXPERTS, num_experts: 4097 }, 'LIMIT_EXCEEDED', /4097 experts/],
  ])('with %s is refused in a short sentence', (_, config, code, says) => {
    const expected = expect.objectContaining({ code, message: expect.stringMatching(says) });
    expect(() => parseArchitecture('a/b', { config })).toThrow(expected);
  });
});
