import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/json.ts';
import { parseArchitecture } from '../../src/models/architecture.ts';
import type { QuantRule } from '../../src/models/family.ts';
import { familyModel } from '../../src/models/model.ts';
import type { Operation } from '../../src/operations/operations.ts';
import { ALONE, changed, named, QUANT, workerOf } from './worker-of.ts';

const QWEN = 'Qwen/Qwen3.5-35B-A3B';
const NANO = 'nvidia/NVIDIA-Nemotron-3-Nano-30B-A3B-BF16';
const KIMI = 'moonshotai/Kimi-K3';

const names = (ops: readonly Operation[], from: string): readonly string[] =>
  ops.map(({ name }) => name).filter((name) => name.includes(from));

describe('hybrids of delta nets', () => {
  it('have the modes of modules that a checkpoint names, and else keep what it leaves out', () => {
    const quantization_config = {
      quant_method: 'modelopt',
      quant_algo: 'MIXED_PRECISION',
      quantized_layers: {
        'model.layers.0.self_attn.o_proj': { quant_algo: 'FP8' },
        'model.layers.0.mlp.experts.1.up_proj': { quant_algo: 'NVFP4' },
        'model.layers.0.mlp.shared_expert.up_proj': 'W4A16_NVFP4',
        'model.layers.0.mlp.gate': { quant_algo: 'made up' },
      },
      ignore: ['model.layers.1.linear_attn*', '*.mlp.gate'],
    };
    const { lists } = workerOf(QWEN, { changes: { quantization_config } });
    expect(named(lists.context, 'context_gdn_in_proj_gemm')).toMatchObject({ quant: 'fp8_static' });
    expect(named(lists.context, 'context_gdn_shared_gate_up_gemm')).toMatchObject({ quant: 'w4a16_nvfp4' });
    const dense = { num_experts: 0, intermediate_size: 4096, quantization_config };
    const { context } = workerOf(QWEN, { changes: dense }).lists;
    expect(named(context, 'context_full_ffn2_gemm')).toMatchObject({ quant: 'bfloat16', k: 4096 });
  });

  it('that only say how often a layer sees all tokens are read too', () => {
    const { text_config: text, ...config } = changed(QWEN);
    const { layer_types: _, ...fields } = Object(text) as JsonObject;
    const spaced = { ...config, text_config: { ...fields, full_attention_interval: 5 } };
    const family = familyModel(parseArchitecture('a/b', { config: spaced }));
    const { plan } = workerOf(QWEN);
    const layers = family.operations({ ...plan, phase: 'context', perLayer: 40, once: 1 });
    expect([named(layers, 'context_gdn_norm')?.count, named(layers, 'context_full_attn_norm')?.count]).toEqual([32, 8]);
  });

  it('run shared and routed experts at once in decode where a backend has two streams', () => {
    const inDecode = (backend: 'trtllm' | 'sglang' | 'vllm', dp = 1) =>
      names(workerOf(QWEN, { backend, layout: { dp, moeEp: dp } }).lists.generation, '_full_').filter(
        (name) => !/_(norm|ar)$/.test(name),
      );
    expect(inDecode('trtllm').slice(0, 3)).toEqual([
      'generation_full_router_gemm',
      'generation_full_moe_pre_dispatch',
      'generation_full_moe',
    ]);
    const ends = ['generation_full_moe_overlap', 'generation_full_shared_merge', 'generation_full_moe_post_dispatch'];
    expect(inDecode('vllm')).toEqual(ends);
    expect(inDecode('sglang')).toEqual(ends);
    // Data ranks gather tokens before both, and with that what attention gives.
    expect(inDecode('sglang', 2)).toEqual(['generation_full_moe_pre_dispatch', ...ends]);
    expect(names(workerOf(QWEN, { layout: { dp: 2, moeEp: 2 } }).lists.context, '_ar')).toEqual([
      'context_embedding_ar',
    ]);
  });

  it('keep a state of one size besides the cache of their full layers', () => {
    const { family, plan } = workerOf(QWEN, { layout: { tp: 2, moeTp: 2 } });
    const state = 30 * (16 * 128 * 128 * 4 + 4096 * 3 * 2);
    expect(family.kvBytesPerSequence(plan, 1000)).toBe(1000 * 2 * 10 * 2 * 1 * 256 + state);
    const half = workerOf(QWEN, { changes: { mamba_ssm_dtype: 'bfloat16' }, layout: { tp: 2, moeTp: 2 } });
    expect(half.family.kvBytesPerSequence(half.plan, 0)).toBe(30 * (16 * 128 * 128 * 2 + 4096 * 3 * 2));
  });

  it('do not split heads of keys or values', () => {
    const { family, plan } = workerOf(QWEN, { changes: { linear_num_key_heads: 4 } });
    expect(family.mismatch?.({ ...plan, layout: { ...ALONE, tp: 8, moeTp: 8 } })).toContain('4 heads of keys');
    expect(family.mismatch?.({ ...plan, layout: { ...ALONE, tp: 4, moeTp: 4 } })).toBeUndefined();
  });
});

const asRule = (rules: readonly QuantRule[]): QuantRule => rules[0]!;

describe('Nemotron-H', () => {
  it('says its layers by letters or by words', () => {
    const words = ['mamba', 'attention', 'moe', 'mlp', 'mamba', 'dense'];
    const { hybrid_override_pattern: _, num_hidden_layers: __, ...config } = changed(NANO);
    const listed = { ...config, layers_block_type: words };
    const family = familyModel(parseArchitecture('a/b', { config: listed }));
    const { plan } = workerOf(NANO);
    const layers = family.operations({ ...plan, phase: 'context', perLayer: 6, once: 1 });
    const counts = ['mamba_norm', 'attn_norm', 'moe_norm', 'mlp_norm'].map(
      (name) => named(layers, `context_${name}`)?.count,
    );
    expect(counts).toEqual([2, 1, 1, 2]);
    expect(named(layers, 'context_mlp_down_gemm')).toMatchObject({ hasLowPrecisionInput: false });
  });

  it('without experts is laid out like a dense model', () => {
    const { family } = workerOf(NANO, { changes: { hybrid_override_pattern: 'M*-M', num_hidden_layers: 4 } });
    expect([family.isMoe, family.measured.vllm.some(({ what }) => what === 'moe')]).toEqual([false, false]);
  });

  it('runs on vLLM with quantised activations where weights alone are', () => {
    const { family, plan } = workerOf(NANO);
    const { applies, change } = asRule(family.quantRules);
    const scope = { ...plan, role: 'agg', smVersion: 100, prefillModes: () => new Set() } as const;
    const modes = { ...QUANT, moe: 'w4a16_nvfp4' } as const;
    expect(change).toEqual({ moe: 'nvfp4' });
    expect(applies({ ...scope, backend: 'vllm' }, modes)).toBe(true);
    expect(applies({ ...scope, backend: 'sglang' }, modes)).toBe(false);
    expect(applies({ ...scope, backend: 'vllm' }, QUANT)).toBe(false);
  });

  it('without any layers is refused', () => {
    const { hybrid_override_pattern: _, ...config } = changed(NANO);
    expect(() => parseArchitecture('a/b', { config })).toThrow(expect.objectContaining({ code: 'MODEL_INVALID' }));
  });
});

describe('Kimi K3', () => {
  it.each<[string, JsonObject['x']]>([
    ['none', []],
    ['one that there is not', [1, 94]],
    ['the zeroth', [0]],
    ['half a one', [1.5]],
  ])('is refused with %s of its layers', (_, kda_layers) => {
    const config = changed(KIMI, { linear_attn_config: { kda_layers, num_heads: 96, head_dim: 128 } });
    expect(() => parseArchitecture(KIMI, { config })).toThrow(expect.objectContaining({ code: 'MODEL_INVALID' }));
  });

  it('without a layer of latent attention has none, and a window of four where it says none', () => {
    const kda_layers = Array.from({ length: 93 }, (_, i) => i + 1);
    const { lists } = workerOf(KIMI, {
      changes: { linear_attn_config: { kda_layers, num_heads: 96, head_dim: 128 }, attn_res_block_size: 0 },
    });
    expect(names(lists.context, '_mla_')).toEqual([]);
    expect(names(lists.context, 'attn_res')).toEqual([]);
    expect(named(lists.context, 'context_kda_conv1d')).toMatchObject({ convWidth: 4, count: 93 });
  });

  it('weighs its 2.8 trillion parameters, of which experts are half as wide as the hidden state', () => {
    const { weights } = parseArchitecture(KIMI, { config: changed(KIMI) });
    expect(weights.parameters / 2.8e12).toBeCloseTo(1, 1);
    expect(weights.bytes / 2 ** 30).toBeGreaterThan(1300);
    expect(weights.bytes / 2 ** 30).toBeLessThan(1500);
  });

  it('does not split heads of delta attention', () => {
    const { family, plan } = workerOf(KIMI);
    const wide = {
      ...plan,
      architecture: { ...plan.architecture, heads: 128 },
      layout: { ...ALONE, tp: 64, moeTp: 64 },
    };
    expect(family.mismatch?.(wide)).toContain('96 heads of delta attention');
  });

  it('runs as published on SGLang with quantised activations from Blackwell on', () => {
    const { family, plan } = workerOf(KIMI);
    const { applies } = asRule(family.quantRules);
    const scope = { ...plan, role: 'agg', smVersion: 100, prefillModes: () => new Set() } as const;
    const at = (change: object): boolean => applies({ ...scope, ...change }, QUANT);
    expect([at({}), at({ smVersion: 90 }), at({ backend: 'vllm' })]).toEqual([true, false, false]);
    expect(at({ architecture: { ...plan.architecture, id: 'a/copy' } })).toBe(false);
  });
});
