import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../src/models/expert-spread.ts';
import { familyModel, operationLists } from '../../src/models/model.ts';
import { MODELS_0_10, MODELS_0_12 } from '../../src/models/model-revision.ts';
import type { Operation } from '../../src/operations/operations.ts';
import type { Backend } from '../../src/serving.ts';
import { layoutOf } from '../engine/made-engine.ts';
import { bundled } from '../engine/support.ts';

const EXCHANGE: Exchange = {
  comm: 'deepep_ht',
  stages: ['dispatch', 'combine'],
  sent: { dispatch: 'default', combine: 'default' },
  sms: 20,
  splitsPrefill: true,
  nodes: 1,
};
const V3 = 'deepseek-ai/DeepSeek-V3';
const KIMI = 'moonshotai/Kimi-K2.5';
const V31 = 'nvidia/DeepSeek-V3.1-NVFP4';
const QUANT = { gemm: 'nvfp4', moe: 'nvfp4', kvCache: 'fp8', fmha: 'bfloat16', comm: 'half' } as const;

interface Wish {
  readonly model: string;
  readonly backend: Backend;
  readonly isSpread?: boolean;
  readonly revision?: typeof MODELS_0_12;
}

function lists({ model, backend, isSpread = true, revision = MODELS_0_12 }: Wish) {
  const read = bundled(model);
  const architecture = { ...read, nextn: 0 };
  const layout = layoutOf({ tp: 2, dp: 4, moeEp: 8 });
  const spread = isSpread ? { context: EXCHANGE, generation: EXCHANGE } : undefined;
  return operationLists(familyModel(architecture), { architecture, layout, quant: QUANT, backend, revision, spread });
}

const names = (ops: readonly Operation[]): readonly string[] =>
  ops.map(({ name }) => name.replace(/^(context|generation)_/, ''));
const EXPERTS = ['moe_dispatch', 'moe', 'moe_combine'];
const FEED_FORWARD = ['gate_ffn1_gemm', 'act_gate', 'ffn2_gemm'];

describe('latent attention where experts have exchanges of their own', () => {
  it('gathers the tokens that SGLang dealt to the tensor ranks of prefill, and ends with the experts', () => {
    const { context, generation } = lists({ model: V3, backend: 'sglang' });
    const front = ['qkv_a_proj_gemm', 'embedding', 'add_norm_1', 'downscale_gemm', 'attention'];
    expect(names(generation)).toEqual([...front, ...FEED_FORWARD, ...EXPERTS]);
    expect(names(context)).toEqual([
      ...['qkv_a_proj_gemm', 'tp_all_gather', 'embedding', 'add_norm_1', 'downscale_gemm', 'attention'],
      ...['tp_reduce_scatter', ...FEED_FORWARD, ...EXPERTS],
    ]);
    const dealt = context.flatMap((op) => ('dealtRanks' in op && op.dealtRanks !== 1 ? [op.name] : []));
    expect(dealt).toEqual(['qkv_a_proj_gemm', ...FEED_FORWARD].map((name) => `context_${name}`));
    expect(generation.every((op) => !('dealtRanks' in op) || op.dealtRanks === 1)).toBe(true);
  });

  it('has a product that chooses experts in Kimi-K2.5, and none in DeepSeek-V3 with SGLang', () => {
    expect(names(lists({ model: KIMI, backend: 'sglang' }).context)).toContain('router_gemm');
    expect(names(lists({ model: V3, backend: 'vllm' }).context)).toContain('router_gemm');
  });

  it('runs kernel by kernel with TensorRT-LLM, a tenth faster in decode', () => {
    const { context, generation } = lists({ model: V3, backend: 'trtllm' });
    const shared = ['shared_gate_up_gemm', 'shared_act_gate', 'shared_ffn2_gemm'];
    const front = ['embedding', 'add_norm_1', 'downscale_gemm', 'q_a_layernorm', 'q_b_proj_gemm'];
    const end = ['moe_reduce_add', 'logits_gemm', 'p2p'];
    expect(names(context)).toEqual([
      ...[...front, 'kv_b_proj_gemm', 'attention', 'proj_gemm', 'add_norm_2', 'router_gemm'],
      ...[...shared, ...EXPERTS, ...end],
    ]);
    expect(names(generation)).toEqual([
      ...[...front, 'bmm_rope_overlap', 'attention', 'bmm_post', 'proj_gemm', 'add_norm_2'],
      ...['moe_overlap', ...end],
    ]);
    const counts = new Set(generation.map(({ count }) => count));
    expect(counts).toEqual(new Set([1, 61 * 0.9, 0]));
    expect(new Set(context.map(({ count }) => count))).toEqual(new Set([1, 61, 0]));
  });

  it('stays as it is with vLLM, between the same embedding and logits', () => {
    const { context, generation } = lists({ model: V3, backend: 'vllm' });
    const list = [
      ...['embedding', 'add_norm_1', 'mla_block', 'add_norm_2', 'router_gemm', ...FEED_FORWARD, ...EXPERTS],
      ...['logits_gemm', 'tp_allreduce', 'p2p'],
    ];
    expect([names(context), names(generation)]).toEqual([list, list]);
  });

  it('is seen by a mixed step where it stands in no block', () => {
    const mixes = (backend: Backend) =>
      lists({ model: V3, backend }).context.flatMap((op) => ('mixes' in op ? [`${op.kind} ${op.mixes}`] : []));
    expect(mixes('sglang')).toEqual(['contextSpreadMla attention']);
    expect(mixes('trtllm')).toEqual(['contextMla attention']);
    expect(mixes('vllm')).toEqual(['fallback everything']);
  });

  it('takes other modes for DeepSeek-V3 with SGLang alone', () => {
    const modes = (model: string, backend: Backend) =>
      familyModel(bundled(model)).spreadModes?.({ architecture: bundled(model), backend } as never);
    expect(modes(V3, 'sglang')).toEqual({ fmha: 'fp8_block', kvCache: 'fp8' });
    expect([modes(V3, 'trtllm'), modes(KIMI, 'sglang')]).toEqual([{}, {}]);
  });
});

describe('a checkpoint that leaves some of its projections unquantised', () => {
  const gemms = (ops: readonly Operation[]) =>
    ops.flatMap((op) => (op.kind === 'gemm' ? [`${op.name} ${op.quant}`] : []));

  it('has no block measured as one in the second generation, and attention that a mixed step sees', () => {
    const { context, generation } = lists({ model: V31, backend: 'trtllm', isSpread: false });
    expect(gemms(context).slice(0, 4)).toEqual([
      'context_downscale_gemm bfloat16',
      'context_q_b_proj_gemm bfloat16',
      'context_kv_b_proj_gemm bfloat16',
      'context_proj_gemm nvfp4',
    ]);
    expect(context.find(({ name }) => name === 'context_attention')).toMatchObject({ mixes: 'attention' });
    expect(generation.flatMap((op) => (op.kind === 'mlaBmm' ? [op.quant] : []))).toEqual(['bfloat16', 'bfloat16']);
  });

  it('is one mode in the first generation', () => {
    const { context } = lists({ model: V31, backend: 'trtllm', isSpread: false, revision: MODELS_0_10 });
    expect(context[2]).toMatchObject({ kind: 'fallback', primary: { gemm: 'nvfp4' } });
  });
});

describe('the heads of a model', () => {
  it('size its projections in the second generation, and those of DeepSeek-V3 in the first', () => {
    const block = (revision: typeof MODELS_0_12) =>
      lists({ model: KIMI, backend: 'sglang', isSpread: false, revision }).generation.find(
        ({ name }) => name === 'generation_mla_block',
      );
    const sizes = (revision: typeof MODELS_0_12) => {
      const op = block(revision);
      if (op?.kind !== 'fallback') return [];
      return [op.primary, ...op.parts].map((part) =>
        'heads' in part ? part.heads : 'k' in part ? [part.n, part.k] : 0,
      );
    };
    expect(sizes(MODELS_0_12)).toEqual([32, [2112, 7168], [6144, 1536], 32, 64, 32, [7168, 4096]]);
    expect(sizes(MODELS_0_10)).toEqual([64, [2112, 7168], [12288, 1536], 32, 64, 32, [7168, 3584]]);
  });
});
