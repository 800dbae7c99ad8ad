import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/json.ts';
import { parseArchitecture } from '../../src/models/architecture.ts';
import { familyModel, operationLists } from '../../src/models/model.ts';
import { MODELS_0_10, MODELS_0_12 } from '../../src/models/model-revision.ts';
import { ALONE, changed, named, QUANT, workerOf } from './worker-of.ts';

const STEP = 'stepfun-ai/Step-3.7-Flash';
const MIMO = 'XiaomiMiMo/MiMo-V2-Flash';
const NEMOTRON = 'nvidia/Llama-3_3-Nemotron-Super-49B-v1';
const GEMMA = 'nvidia/Gemma-4-31B-IT-NVFP4';

describe('Step', () => {
  it('gives layers with a window other heads, a gate and the value width of the others', () => {
    const { lists } = workerOf(STEP, {
      changes: {
        attention_other_setting: { num_attention_heads: 96, head_dim: 64 },
        use_head_wise_attn_gate: true,
      },
      layout: { tp: 2, moeTp: 2 },
    });
    const { context } = lists;
    expect(named(context, 'context_swa_qkv_gemm')).toMatchObject({ n: (96 * 64) / 2 + 4 * (64 + 128) });
    expect(named(context, 'context_swa_attn_gate_gemm')).toMatchObject({ n: 48, k: 4096, count: 31 });
    expect(named(context, 'context_swa_attn_gate')).toMatchObject({ inputs: 6144 + 48, outputs: 6144 });
    expect(named(context, 'context_swa_proj_gemm')).toMatchObject({ n: 4096, k: 6144 });
    expect(named(context, 'context_global_attn_gate')).toMatchObject({ inputs: 4096 + 32, outputs: 4096 });
    expect(context.filter(({ name }) => name === 'context_attention').map((op) => Object(op).heads)).toEqual([
      32, 48, 48, 32,
    ]);
  });

  it.each<[string, JsonObject, number]>([
    ['all layers behind the dense ones', {}, 42],
    ['those of a list', { moe_layers_enum: [4, 5, 6] }, 3],
    ['those of a text', { moe_layers_enum: '4, 5,6,7' }, 4],
  ])('has experts in %s', (_, changes, routed) => {
    const { lists } = workerOf(STEP, { changes });
    const counts = lists.context.filter(({ kind }) => kind === 'experts').map(({ count }) => count);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(routed);
    expect(named(lists.context, 'context_shared_expert_dense_gate_up_gemm')).toMatchObject({ count: routed });
  });

  it('has no shared expert where only the text model’s part names one', () => {
    const { text_config: _, ...config } = changed(STEP);
    const { share_expert_dim: size, ...root } = config;
    const nested = { ...root, text_config: { ...root, share_expert_dim: size! } };
    const architecture = parseArchitecture(STEP, { config: nested });
    const plan = { architecture, layout: ALONE, quant: QUANT, backend: 'vllm', revision: MODELS_0_12 } as const;
    const { context } = operationLists(familyModel(architecture), plan);
    expect(named(context, 'context_shared_expert_dense_act')).toBeUndefined();
  });
});

describe('layers that share a sequence gather their caches by kind', () => {
  it.each([
    [MIMO, ['global', 'swa'], [39, 9], [(4 * (192 + 128) * 2) / 2, (8 * (192 + 128) * 2) / 2]],
    [GEMMA, ['swa', 'global'], [50, 10], [(16 * 512 * 2) / 2, (4 * 1024 * 2) / 2]],
  ] as const)('%s', (id, kinds, counts, elements) => {
    const { lists } = workerOf(id, { layout: { cp: 2, moeTp: 2 } });
    const gathers = lists.context.flatMap((op) => (op.kind === 'collective' ? [op] : []));
    expect(gathers.map(({ name }) => name)).toEqual(kinds.map((kind) => `context_cp_all_gather_${kind}`));
    expect(gathers.map(({ count }) => count)).toEqual(counts);
    expect(gathers.map((op) => op.elements)).toEqual(elements);
    expect(lists.generation.some(({ kind }) => kind === 'collective')).toBe(false);
  });
});

describe('Gemma 4', () => {
  it.each([
    [MODELS_0_12, 'bfloat16'],
    [MODELS_0_10, 'nvfp4'],
  ] as const)('minds what a checkpoint leaves unquantised from the newer engine on', (revision, mode) => {
    const { family, plan } = workerOf(GEMMA, { revision });
    const { context } = operationLists(family, { ...plan, quant: { ...QUANT, gemm: 'nvfp4' } });
    expect(named(context, 'context_swa_qkv_gemm')).toMatchObject({ quant: mode });
    expect(named(context, 'context_swa_shared_mlp_down_gemm')).toMatchObject({ quant: 'nvfp4' });
  });

  it('without experts has one expert-parallel rank', () => {
    const { family, plan } = workerOf(GEMMA);
    expect(family.mismatch?.({ ...plan, layout: { ...ALONE, tp: 2, moeEp: 2 } })).toContain('no experts');
    expect(family.mismatch?.({ ...plan, layout: { ...ALONE, tp: 2, moeTp: 2 } })).toBeUndefined();
  });
});

describe('pruned layers', () => {
  it('are not modelled with drafts, nor where nobody pruned them', () => {
    const { family, plan } = workerOf(NEMOTRON);
    const drafting = { ...plan, architecture: { ...plan.architecture, nextn: 1 } };
    expect(family.mismatch?.(drafting)).toContain('predicted tokens');
    const { block_configs: _, ...whole } = changed(NEMOTRON, { intermediate_size: 28672, num_key_value_heads: 8 });
    expect(parseArchitecture('a/b', { config: whole }).model).toBe('unmodelled');
  });

  it('weigh what was left of them', () => {
    const { weights } = parseArchitecture(NEMOTRON, { config: changed(NEMOTRON) });
    expect(weights.parameters / 1e9).toBeCloseTo(49.9, 0);
    expect(weights.splitOver(8)).toBe('tensor');
  });
});

it.each<[string, string, JsonObject, RegExp]>([
  ['too few layers', MIMO, { hybrid_layer_pattern: [1, 0] }, /wanted a list of 48 layers/],
  ['no list', MIMO, { moe_layer_freq: 'all' }, /moe_layer_freq "all"/],
  ['unknown words', STEP, { layer_types: Array(45).fill('linear') }, /wanted a list of full_attention and/],
  ['no numbers', STEP, { moe_layers_enum: '1,,2' }, /wanted numbers of layers/],
  ['an object', STEP, { moe_layers_enum: { a: 1 } }, /wanted numbers of layers/],
  ['blocks without a size', NEMOTRON, { block_configs: Array(80).fill({ attention: {}, ffn: {} }) }, /in each block/],
  [
    'a factor beyond reason',
    NEMOTRON,
    { block_configs: Array(80).fill({ attention: { n_heads_in_group: 8 }, ffn: { ffn_mult: 1e9 } }) },
    /in each block/,
  ],
])('%s in a list of layers is MODEL_INVALID', (_, id, changes, message) => {
  expect(() => parseArchitecture(id, { config: changed(id, changes) })).toThrow(
    expect.objectContaining({ code: 'MODEL_INVALID', message: expect.stringMatching(message) }),
  );
});
