import { expect, it } from 'vitest';
import { quantModes } from '../../src/engine/role-quant.ts';
import type { Backend, Role } from '../../src/serving.ts';
import { bundled, system } from './support.ts';

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
  const { gemm, moe, kvCache, fmha } = quantModes({
    architecture: bundled(id),
    backend,
    system: system(systemName),
    role,
  });
  expect([gemm, moe, kvCache, fmha].join(' ')).toBe(wanted);
});
