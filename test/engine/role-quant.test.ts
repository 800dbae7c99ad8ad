import { describe, expect, it } from 'vitest';
import { R0_10 } from '../../src/engine/revisions/r0-10.ts';
import { R0_12 } from '../../src/engine/revisions/r0-12.ts';
import { quantModes } from '../../src/engine/role-quant.ts';
import type { Backend, Role } from '../../src/serving.ts';
import { bundled, fakeDatabase, system } from './support.ts';

it.each([
  // DeepSeek-V3 keeps fp8 prefill attention in the decode role alone, so the roles read different tables.
  ['deepseek-ai/DeepSeek-V3', 'trtllm', 'h200_sxm', 'agg', 'fp8_block fp8_block fp8 bfloat16'],
  ['deepseek-ai/DeepSeek-V3', 'trtllm', 'h200_sxm', 'prefill', 'fp8_block fp8_block fp8 bfloat16'],
  ['deepseek-ai/DeepSeek-V3', 'trtllm', 'h200_sxm', 'decode', 'fp8_block fp8_block fp8 fp8'],
  ['deepseek-ai/DeepSeek-V3', 'vllm', 'h200_sxm', 'decode', 'fp8_block fp8_block fp8 bfloat16'],
  ['Qwen/Qwen3-32B-FP8', 'sglang', 'h200_sxm', 'agg', 'fp8_block fp8_block fp8 fp8'],
  ['Qwen/Qwen3-32B-FP8', 'vllm', 'h200_sxm', 'agg', 'fp8_block fp8_block fp8 bfloat16'],
  ['nvidia/Llama-3.1-70B-Instruct-FP8', 'trtllm', 'b200_sxm', 'agg', 'fp8_static fp8 fp8 fp8'],
  ['Qwen/Qwen3-32B-FP8-Static-PerTensor', 'trtllm', 'h200_sxm', 'agg', 'fp8_static fp8 fp8 fp8'],
  ['moonshotai/Kimi-K2.5', 'sglang', 'b200_sxm', 'agg', 'bfloat16 int4_wo bfloat16 bfloat16'],
  ['nvidia/Kimi-K2.5-NVFP4', 'sglang', 'b200_sxm', 'agg', 'nvfp4 nvfp4 fp8 bfloat16'],
  ['nvidia/MiniMax-M2.5-NVFP4', 'trtllm', 'b200_sxm', 'agg', 'nvfp4 nvfp4 fp8 fp8'],
  ['openai/gpt-oss-120b', 'trtllm', 'h200_sxm', 'agg', 'bfloat16 w4a16_mxfp4 bfloat16 bfloat16'],
  ['openai/gpt-oss-120b', 'trtllm', 'b300_sxm', 'agg', 'bfloat16 w4a8_mxfp4_mxfp8 bfloat16 bfloat16'],
  ['openai/gpt-oss-120b', 'sglang', 'b200_sxm', 'agg', 'bfloat16 w4a16_mxfp4 bfloat16 bfloat16'],
] satisfies [string, Backend, string, Role, string][])('%s with %s on %s runs its %s role in %s', (...row) => {
  const [id, backend, systemName, role, wanted] = row;
  const scope = { architecture: bundled(id), database: fakeDatabase({}, backend), system: system(systemName), role };
  const { gemm, moe, kvCache, fmha } = quantModes(scope, R0_10.quantisation);
  expect([gemm, moe, kvCache, fmha].join(' ')).toBe(wanted);
});

describe('the second generation', () => {
  const { quantisation } = R0_12;
  const prefills = (...modes: readonly string[]) => ({
    context_attention: {
      sliceColumns: ['lane', 'attn_dtype', 'kv_cache_dtype'],
      slices: modes.map((mode) => ({ key: ['default', ...mode.split(' ')], columns: {} })),
    },
  });
  const fmhaOf = (role: Role, ...modes: readonly string[]): string => {
    const database = fakeDatabase(prefills(...modes), 'vllm');
    const scope = { architecture: bundled('Qwen/Qwen3-32B-FP8'), system: system('h200_sxm'), role };
    return quantModes({ ...scope, database }, quantisation).fmha;
  };

  it('runs prefill attention in fp8 unless it was measured in bfloat16 alone, beside the cache that it has', () => {
    expect(fmhaOf('agg', 'fp8 fp8', 'bfloat16 fp8')).toBe('fp8');
    expect(fmhaOf('prefill', 'bfloat16 fp8', 'fp8 bfloat16')).toBe('bfloat16');
    expect(fmhaOf('agg', 'bfloat16 bfloat16')).toBe('fp8');
    expect(fmhaOf('agg')).toBe('fp8');
  });

  it('leaves a decode worker what the checkpoint says, since its tables do not ask', () => {
    expect(fmhaOf('decode', 'bfloat16 fp8')).toBe('fp8');
  });

  it.each([
    ['h200_sxm', 'nvfp4_wo nvfp4_wo'],
    ['b200_sxm', 'nvfp4 nvfp4'],
    ['rtx_pro_6000_server', 'nvfp4 nvfp4'],
  ])('keeps only the weights in four bits where nothing computes in them (%s)', (name, wanted) => {
    const scope = { architecture: bundled('nvidia/Qwen3-235B-A22B-NVFP4'), system: system(name), role: 'agg' } as const;
    const { gemm, moe } = quantModes({ ...scope, database: fakeDatabase({}, 'trtllm') }, quantisation);
    expect(`${gemm} ${moe}`).toBe(wanted);
  });
});
