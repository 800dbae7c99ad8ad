import { describe, expect, it } from 'vitest';
import { missingModes } from '../../src/engine/measured-modes.ts';
import type { EngineRevision } from '../../src/engine/revision.ts';
import { R0_10 } from '../../src/engine/revisions/r0-10.ts';
import { R0_12 } from '../../src/engine/revisions/r0-12.ts';
import { quantModes } from '../../src/engine/role-quant.ts';
import type { Backend, Role } from '../../src/serving.ts';
import { bundled, data, fakeDatabase, system } from './support.ts';

const { quantisation } = R0_10;

const table = (sliceColumns: string[], ...keys: (string | number)[][]) => ({
  sliceColumns,
  slices: keys.map((key) => ({ key, columns: {} })),
});

const missing = (
  model: string,
  backend: Backend,
  role: Role,
  tables: Parameters<typeof fakeDatabase>[0],
  revision: EngineRevision = R0_10,
): readonly string[] => {
  const architecture = bundled(model);
  const scope = { architecture, system: system('h200_sxm'), role };
  const database = fakeDatabase(tables, backend);
  return missingModes(database, quantModes({ ...scope, database }, revision.quantisation), scope, revision);
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

  it('the first generation does not have DeepSeek-V3 on vLLM, but Kimi-K2.5; the second has both', () => {
    expect(missing('deepseek-ai/DeepSeek-V3', 'vllm', 'agg', {})).toEqual(['the family DEEPSEEK on vllm']);
    expect(missing('deepseek-ai/DeepSeek-V3', 'vllm', 'agg', {}, R0_12)).toEqual([]);
    expect(missing('moonshotai/Kimi-K2.5', 'vllm', 'agg', {})).toEqual([]);
  });

  it('are all there for a supported model', () => {
    const architecture = bundled('nvidia/DeepSeek-V3.1-NVFP4');
    const [spec, database] = [system('gb200'), data.database('gb200', 'trtllm')!];
    for (const role of ['agg', 'prefill', 'decode'] as const) {
      const scope = { architecture, system: spec, role };
      const quant = quantModes({ ...scope, database }, quantisation);
      expect(missingModes(database, quant, scope, R0_10)).toEqual([]);
    }
  });

  it('must be computed by the tensor cores where the generation asks for it; a cache is only stored', () => {
    const architecture = bundled('Qwen/Qwen3-32B-FP8');
    const spec = system('a100_sxm', { int8TcFlops: undefined });
    const needing = { ...R0_10, quantisation: { ...quantisation, needsTensorCores: true } };
    const scope = { architecture, system: spec, role: 'agg' } as const;
    const database = fakeDatabase({}, 'sglang');
    const quant = quantModes({ ...scope, database }, needing.quantisation);
    expect(missingModes(database, quant, scope, needing)).toEqual([
      'tensor cores for gemm in fp8_block',
      'tensor cores for fmha in fp8',
    ]);
    expect(missingModes(database, quant, { ...scope, role: 'decode' }, needing)).toHaveLength(1);
    expect(missingModes(database, quant, scope, R0_10)).toEqual([]);
  });

  it('of experts may be measured under another name', () => {
    const architecture = bundled('Qwen/Qwen3-30B-A3B');
    const scope = { architecture, system: system('h200_sxm'), role: 'decode' } as const;
    const database = fakeDatabase({ moe: table(['moe_dtype'], ['w4a16_mxfp4']) }, 'sglang');
    const quant = quantModes({ ...scope, database }, quantisation);
    expect(missingModes(database, { ...quant, moe: 'w4a16_mxfp4_cutlass' }, scope, R0_10)).toEqual([]);
  });
});
