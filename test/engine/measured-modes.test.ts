import { describe, expect, it } from 'vitest';
import { missingModes } from '../../src/engine/measured-modes.ts';
import { quantModes } from '../../src/engine/role-quant.ts';
import type { Backend, Role } from '../../src/serving.ts';
import { bundled, data, fakeDatabase, system } from './support.ts';

const table = (sliceColumns: string[], ...keys: (string | number)[][]) => ({
  sliceColumns,
  slices: keys.map((key) => ({ key, columns: {} })),
});

const missing = (
  model: string,
  backend: Backend,
  role: Role,
  tables: Parameters<typeof fakeDatabase>[0],
): readonly string[] => {
  const architecture = bundled(model);
  const quant = quantModes({ architecture, backend, system: system('h200_sxm'), role });
  return missingModes(fakeDatabase(tables, backend), quant, { architecture, backend, role });
};

describe('modes that a role needs and no table has', () => {
  it('are none where nothing was measured at all: operations say so later', () => {
    expect(missing('Qwen/Qwen3-235B-A22B-FP8', 'sglang', 'agg', {})).toEqual([]);
  });

  it('are looked up where a table names them', () => {
    const tables = {
      gemm: table(['gemm_dtype'], ['bfloat16']),
      moe: table(['low_latency', 'moe_dtype'], [0, 'bfloat16'], [1, 'nvfp4']),
      context_attention: table(['attn_dtype', 'kv_cache_dtype'], ['bfloat16', 'fp8']),
      generation_attention: table(['kv_cache_dtype'], ['bfloat16']),
    };
    const model = 'Qwen/Qwen3-235B-A22B-FP8';
    const always = ['gemm in fp8_block', 'moe in fp8_block'];
    const [prefill, decode] = [['context_attention in fp8'], ['generation_attention in fp8']];
    expect(missing(model, 'sglang', 'prefill', tables)).toEqual([...always, ...prefill]);
    expect(missing(model, 'sglang', 'decode', tables)).toEqual([...always, ...decode]);
    expect(missing(model, 'sglang', 'agg', tables)).toEqual([...always, ...prefill, ...decode]);
  });

  it('of latent attention stand in the kernel or in the module tables', () => {
    const module = table(['mla_dtype', 'kv_cache_dtype', 'gemm_type'], ['bfloat16', 'fp8', 'fp8_block']);
    const kernels = {
      context_mla: table(['mla_dtype'], ['fp8']),
      generation_mla: table(['kv_cache_dtype'], ['bfloat16']),
    };
    const model = 'deepseek-ai/DeepSeek-V3';
    expect(
      missing(model, 'trtllm', 'agg', { ...kernels, mla_context_module: module, mla_generation_module: module }),
    ).toEqual([]);
    expect(missing(model, 'trtllm', 'agg', kernels)).toEqual([
      'context_mla or mla_context_module in bfloat16',
      'generation_mla or mla_generation_module in fp8',
    ]);
  });

  it('a static product needs the dynamic one and both scale tables', () => {
    const gemm = table(['gemm_dtype'], ['fp8'], ['fp8_static']);
    expect(missing('nvidia/Llama-3.1-70B-Instruct-FP8', 'trtllm', 'decode', { gemm })).toEqual([
      'computescale in fp8',
      'scale_matrix in fp8',
    ]);
  });

  it('vLLM is not modelled for DeepSeek-V3, but for Kimi-K2.5', () => {
    expect(missing('deepseek-ai/DeepSeek-V3', 'vllm', 'agg', {})).toEqual(['the family DEEPSEEK on vllm']);
    expect(missing('moonshotai/Kimi-K2.5', 'vllm', 'agg', {})).toEqual([]);
  });

  it('are all there for a supported model', () => {
    const architecture = bundled('nvidia/DeepSeek-V3.1-NVFP4');
    const spec = system('gb200');
    for (const role of ['agg', 'prefill', 'decode'] as const) {
      const quant = quantModes({ architecture, backend: 'trtllm', system: spec, role });
      const database = data.database('gb200', 'trtllm')!;
      expect(missingModes(database, quant, { architecture, backend: 'trtllm', role })).toEqual([]);
    }
  });
});
