import { describe, expect, it } from 'vitest';
import { parseArchitecture } from '../../src/models/architecture.ts';
import { ARCHITECTURES } from '../../src/models/architectures.ts';
import { STAND_INS, type StandIn } from '../../src/models/stand-ins.ts';

const ROWS: readonly (readonly [string, StandIn])[] = Object.entries(STAND_INS);

const SIZES = {
  ...{ hidden_size: 4096, num_hidden_layers: 40, num_attention_heads: 32, num_key_value_heads: 8 },
  ...{ intermediate_size: 14336, vocab_size: 128256 },
};

describe('what stands in for an architecture', () => {
  it.each(ROWS)('%s is modelled itself, and is not what it stands in for', (name, { like, verdict, differences }) => {
    expect(ARCHITECTURES).toHaveProperty(like);
    expect(ARCHITECTURES).not.toHaveProperty(name);
    if (verdict === 'near') expect(differences).toBeTruthy();
  });

  it('lends its family and norms', () => {
    const read = (name: string) => parseArchitecture('a/b', { config: { architectures: [name], ...SIZES } });
    expect(read('MistralForCausalLM')).toMatchObject({ family: 'LLAMA', usesQkNorm: false, contextLength: undefined });
    expect(read('Gemma3ForCausalLM')).toMatchObject({ standsFor: 'Qwen3ForCausalLM', usesQkNorm: true });
    expect(read('OtherForCausalLM')).toMatchObject({ standsFor: undefined, family: undefined, model: 'unmodelled' });
  });

  it('reads the text model, and what the library adds where older files leave it out', () => {
    const { vocab_size: _, num_attention_heads: __, num_key_value_heads: ___, ...text } = SIZES;
    const config = { architectures: ['Gemma3ForConditionalGeneration'], text_config: text };
    expect(parseArchitecture('a/b', { config })).toMatchObject({ heads: 8, kvHeads: 4, vocabSize: 262_208 });
  });

  it('passes by the layers that attend to pictures', () => {
    const text = { ...SIZES, cross_attention_layers: [3, 8, 13, 18, 23, 28, 33, 38] };
    const config = { architectures: ['MllamaForConditionalGeneration'], text_config: text };
    expect(parseArchitecture('a/b', { config })).toMatchObject({ layers: 32 });
  });

  it('predicts no tokens that the checkpoint has no layer for', () => {
    const config = { architectures: ['DeepseekV2ForCausalLM'], ...SIZES, n_routed_experts: 64, kv_lora_rank: 512 };
    expect(parseArchitecture('a/b', { config }).nextn).toBe(0);
    expect(
      parseArchitecture('a/b', {
        config: { ...config, architectures: ['DeepseekV3ForCausalLM'], max_position_embeddings: 4096 },
      }).nextn,
    ).toBe(1);
  });
});
