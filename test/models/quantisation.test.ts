import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/json.ts';
import { inferQuantisation, withExpertType } from '../../src/models/quantisation.ts';

const infer = (config?: JsonObject, hf?: JsonObject) =>
  inferQuantisation('a/model', config, hf === undefined ? undefined : { quantization: hf });
const group = (weights: JsonObject, targets: string[] = ['Linear']): JsonObject => ({
  config_groups: { group_0: { weights, targets } },
});

describe('algorithms', () => {
  it.each<[string, JsonObject | undefined, JsonObject | undefined, object]>([
    ['nothing', undefined, undefined, {}],
    [
      'fp8 with run-time scales',
      { quant_method: 'fp8', activation_scheme: 'dynamic' },
      undefined,
      { gemm: 'fp8', moe: 'fp8', kvCache: 'fp8', fmha: 'fp8' },
    ],
    [
      'fp8 that says nothing of scales',
      undefined,
      { quant_algo: 'FP8', kv_cache_quant_algo: 'FP8' },
      { gemm: 'fp8_static', moe: 'fp8', kvCache: 'fp8', fmha: 'fp8' },
    ],
    [
      'fp8 in blocks, whatever the cache asks for',
      { quant_method: 'fp8', weight_block_size: [128, 128], kv_cache_dtype: 'bfloat16' },
      undefined,
      { gemm: 'fp8_block', moe: 'fp8_block', kvCache: 'fp8', fmha: 'fp8' },
    ],
    [
      'nvfp4 named by both files',
      { quant_method: 'modelopt', quant_algo: 'NVFP4' },
      { quant_algo: 'NVFP4', kv_cache_quant_algo: 'FP8' },
      { gemm: 'nvfp4', moe: 'nvfp4', kvCache: 'fp8', fmha: 'fp8' },
    ],
    ['mxfp4 experts', { quant_method: 'mxfp4' }, undefined, { gemm: 'bfloat16', moe: 'w4a16_mxfp4' }],
    [
      'mxfp4 under another name with an fp8 cache',
      { quant_method: 'W4A16_MXFP4', kv_cache_scheme: { type: 'float', num_bits: 8 } },
      undefined,
      { gemm: 'bfloat16', moe: 'w4a16_mxfp4', kvCache: 'fp8', fmha: 'fp8' },
    ],
    ['an 16-bit cache alone', { kv_cache_dtype: 'fp16' }, undefined, { kvCache: 'bfloat16' }],
  ])('%s', (_, config, hf, modes) => {
    expect(infer(config, hf)).toEqual(modes);
  });

  it.each<[string, JsonObject, object]>([
    ['AWQ in four bits', { quant_method: 'awq', bits: 4 }, { gemm: 'int4_wo', moe: 'int4_wo' }],
    ['AWQ as its first releases wrote it', { quant_method: 'awq', w_bit: 4 }, { gemm: 'int4_wo', moe: 'int4_wo' }],
    ['GPTQ in four bits', { quant_method: 'gptq', bits: 4 }, { gemm: 'int4_wo', moe: 'int4_wo' }],
    ['GPTQ in eight bits', { quant_method: 'gptq', bits: 8 }, { gemm: 'int8_wo', moe: 'int8_wo' }],
    ['GPTQ named after its kernel', { quant_method: 'gptq_marlin', bits: 4 }, { gemm: 'int4_wo', moe: 'int4_wo' }],
    ['AutoRound', { quant_method: 'auto-round', bits: 4 }, { gemm: 'int4_wo', moe: 'int4_wo' }],
    ['bitsandbytes', { quant_method: 'bitsandbytes', _load_in_4bit: true }, { gemm: 'int4_wo', moe: 'int4_wo' }],
    ['fp8 of fbgemm', { quant_method: 'fbgemm_fp8', activation_scale_ub: 1200 }, { gemm: 'fp8', moe: 'fp8' }],
  ])('%s is read by its bits', (_, config, modes) => {
    expect(infer(config)).toEqual(modes);
  });

  it.each<[string, JsonObject]>([
    ['AWQ that says no bits', { quant_method: 'awq' }],
    ['GPTQ in three bits', { quant_method: 'gptq', bits: 3 }],
    ['constructor', { quant_method: 'constructor' }],
    ['an nvfp4 cache', { quant_method: 'fp8', kv_cache_dtype: 'nvfp4' }],
  ])('%s is refused', (_, config) => {
    expect(() => infer(config)).toThrow(expect.objectContaining({ code: 'MODEL_INVALID' }));
  });
});

describe('compressed-tensors', () => {
  const config = (ignore: string[], weights: JsonObject = { num_bits: 4, type: 'int' }): JsonObject => ({
    quant_method: 'compressed-tensors',
    ignore,
    ...group(weights),
  });

  it.each<[string, string[], object]>([
    ['quantises everything', [], { gemm: 'int4_wo', moe: 'int4_wo' }],
    ['leaves attention out', ['lm_head', 're:.*self_attn.*'], { moe: 'int4_wo' }],
    ['leaves experts out', ['re:.*mlp.experts.*'], { gemm: 'int4_wo' }],
    [
      'quantises routed experts where only shared ones are exempt',
      ['re:.*shared_experts.*', 'q_proj'],
      { moe: 'int4_wo' },
    ],
  ])('%s', (_, ignore, modes) => {
    expect(infer(config(ignore))).toEqual(modes);
  });

  it.each<[string, JsonObject, string]>([
    ['int8', { num_bits: 8, type: 'int' }, 'int8_wo'],
    ['fp4', { num_bits: 4, type: 'float', group_size: 16 }, 'nvfp4'],
    ['fp8', { num_bits: 8, type: 'float', strategy: 'channel' }, 'fp8'],
    ['fp8 by blocks', { num_bits: 8, type: 'float', strategy: 'block', block_structure: [128, 128] }, 'fp8_block'],
  ])('reads %s of all layers, experts too', (_, weights, mode) => {
    expect(infer(config([], weights))).toEqual({ gemm: mode, moe: mode });
  });

  it('takes int8 where experts are exempt', () => {
    expect(infer(config(['re:.*experts.*'], { num_bits: 8, type: 'int' }))).toEqual({ gemm: 'int8_wo' });
  });
});

describe('a type of experts', () => {
  it.each([
    [{ gemm: 'fp8_block', moe: 'fp8_block' }, 'fp4', 'w4a8_mxfp4_mxfp8'],
    [{ gemm: 'fp8_block', moe: 'nvfp4' }, 'fp4', 'nvfp4'],
    [{ gemm: 'fp8_block', moe: 'fp8_block' }, 'fp8', 'fp8_block'],
    [{ gemm: 'fp8_block', moe: 'fp8_block' }, undefined, 'fp8_block'],
  ] as const)('of four bits is their mode, unless they were quantised once more: %j, %s', (quant, type, moe) => {
    expect(withExpertType(quant, type)).toEqual({ gemm: 'fp8_block', moe });
  });
});

describe('mixed precision', () => {
  const layers = (of: Record<string, string>): JsonObject => ({
    quant_algo: 'MIXED_PRECISION',
    quantized_layers: Object.fromEntries(Object.entries(of).map(([name, quant_algo]) => [name, { quant_algo }])),
  });

  it.each<[string, Record<string, string>, object]>([
    [
      'tells routed experts from the rest',
      { 'model.layers.0.self_attn.q_proj': 'FP8', 'model.layers.0.mlp.experts.0.up_proj': 'NVFP4' },
      { gemm: 'fp8_static', moe: 'nvfp4' },
    ],
    [
      'counts shared experts as the rest',
      { 'model.layers.0.mlp.shared_experts.up_proj': 'NVFP4', 'model.layers.0.mlp.experts.1.up_proj': 'e4m3' },
      { gemm: 'nvfp4', moe: 'fp8' },
    ],
    ['leaves experts alone that no layer names', { 'model.layers.0.self_attn.q_proj': 'FP8' }, { gemm: 'fp8_static' }],
  ])('%s', (_, of, modes) => {
    expect(infer(undefined, layers(of))).toEqual(modes);
  });

  it('reads groups of targets, and their run-time scales', () => {
    const experts = { weights: { num_bits: 4, type: 'float' }, targets: ['re:.*.experts.*'] };
    const others = { weights: { num_bits: 8, type: 'float', dynamic: true }, targets: ['re:.*q_proj'] };
    const config = { quant_method: 'mixed-precision', config_groups: { experts, others } };
    expect(infer(config)).toEqual({ gemm: 'fp8', moe: 'nvfp4' });
  });

  it.each([
    [{ weight_block_size: [128, 128] }, 'fp8_block'],
    [{ activation_scheme: 'dynamic' }, 'fp8'],
    [{}, 'fp8_static'],
  ])('keeps the mode of a checkpoint whose experts alone were quantised once more: %j', (more, gemm) => {
    const of = layers({ 'layers.0.ffn.experts': 'NVFP4' });
    expect(infer({ ...of, quant_method: 'fp8', ...more })).toEqual({ gemm, moe: 'nvfp4' });
  });
});
