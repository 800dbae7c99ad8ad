import { describe, expect, it } from 'vitest';
import { sameModel } from '../../src/models/id-spelling.ts';

const IDS = [
  'Qwen/Qwen3-8B',
  'Qwen/Qwen3-32B',
  'Qwen/Qwen2.5-7B-Instruct',
  'Qwen/Qwen2.5-Coder-7B-Instruct',
  'meta-llama/Llama-3.1-8B-Instruct',
  'deepseek-ai/DeepSeek-R1',
  'RedHatAI/Qwen3-8B-FP8-dynamic',
  'zai-org/GLM-4.5-Air',
  'nvidia/DeepSeek-R1-NVFP4',
];

describe('another spelling of a model', () => {
  it.each([
    ['in other letters', 'qwen/qwen3-8b', 'Qwen/Qwen3-8B'],
    ['with other separators', 'Qwen/Qwen_3_8B', 'Qwen/Qwen3-8B'],
    ['without its publisher', 'qwen3-32b', 'Qwen/Qwen3-32B'],
    ['with a letter wrong', 'Qwen/Qwen2.5-7B-Instuct', 'Qwen/Qwen2.5-7B-Instruct'],
    ['with letters swapped', 'deepseek-ai/DeepSeke-R1', 'deepseek-ai/DeepSeek-R1'],
    ['with a letter too many', 'Qwen/Qwen2.5-Coderr-7B-Instruct', 'Qwen/Qwen2.5-Coder-7B-Instruct'],
    ['as it was called before', 'meta-llama/Meta-Llama-3.1-8B-Instruct', 'meta-llama/Llama-3.1-8B-Instruct'],
    ['of a publisher that was renamed', 'neuralmagic/Qwen3-8B-FP8-dynamic', 'RedHatAI/Qwen3-8B-FP8-dynamic'],
    ['of another one', 'THUDM/GLM-4.5-Air', 'zai-org/GLM-4.5-Air'],
    ['of a format that was renamed', 'nvidia/DeepSeek-R1-FP4', 'nvidia/DeepSeek-R1-NVFP4'],
  ])('%s is known', (_, id, meant) => {
    expect(sameModel(id, IDS)).toBe(meant);
  });
});

describe('another model', () => {
  it.each([
    ['of another size', 'Qwen/Qwen3-9B'],
    ['of another generation', 'Qwen/Qwen4-8B'],
    ['of another number of digits', 'Qwen/Qwen-38B'],
    ['with one word more', 'Qwen/Qwen3-8B-Base'],
    ['with one word less', 'Qwen/Qwen2.5-7B'],
    ['with a short word changed', 'deepseek-ai/DeepSeek-V1'],
    ['of another publisher', 'acme/Qwen3-8B'],
    ['that is itself there', 'Qwen/Qwen3-8B'],
    ['without a letter', '---'],
    ['without anything', ''],
    ['of a length that no id has', 'q'.repeat(10_000)],
  ])('%s is none', (_, id) => {
    expect(sameModel(id, IDS)).toBeUndefined();
  });
});
