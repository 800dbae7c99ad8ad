import fc from 'fast-check';
import { expect, test } from 'vitest';
import { holdAnswer, profileRequests } from './profile-requests.ts';
import { hold } from './runs.ts';

/** Models of families whose layers differ, of text models inside others, and of the sizes in between. */
const MODELS = [
  ...['meta-llama/Llama-4-Scout-17B-16E-Instruct', 'XiaomiMiMo/MiMo-V2-Flash', 'stepfun-ai/Step-3.7-Flash'],
  ...['google/gemma-4-26B-A4B', 'nvidia/Gemma-4-26B-A4B-NVFP4', 'nvidia/Gemma-4-31B-IT-NVFP4'],
  ...['Qwen/Qwen3-VL-4B-Instruct', 'Qwen/Qwen3-VL-30B-A3B-Instruct', 'nvidia/Llama-3_3-Nemotron-Super-49B-v1'],
  ...['MiniMaxAI/MiniMax-M2.7', 'nvidia/MiniMax-M2.7-NVFP4', 'mistralai/Mixtral-8x22B-v0.1'],
  ...['deepseek-ai/DeepSeek-V3.2', 'nvidia/DeepSeek-V3.2-NVFP4', 'zai-org/GLM-5-FP8', 'nvidia/GLM-5.2-NVFP4'],
  ...['MiniMaxAI/MiniMax-M3', 'nvidia/MiniMax-M3-NVFP4'],
  ...['Qwen/Qwen3.5-27B', 'Qwen/Qwen3.5-35B-A3B', 'nvidia/Qwen3.5-397B-A17B-NVFP4', 'nvidia/Qwen3.6-35B-A3B-NVFP4'],
  ...['nvidia/NVIDIA-Nemotron-3-Nano-30B-A3B-BF16', 'nvidia/NVIDIA-Nemotron-3-Super-120B-A12B-NVFP4'],
  ...['nvidia/NVIDIA-Nemotron-3.5-Lightning-30B-A3B-NVFP4', 'nvidia/Nemotron-H-56B-Base-8K', 'moonshotai/Kimi-K3'],
  ...['deepseek-ai/DeepSeek-V4-Flash', 'deepseek-ai/DeepSeek-V4-Pro', 'sgl-project/DeepSeek-V4-Flash-FP8'],
  'nvidia/DeepSeek-V4-Flash-NVFP4',
];
const REQUESTS = profileRequests({ models: MODELS, releases: ['1.2.1', '1.3.1', '1.4.2', '1.5.1', '1.6.1'] });

test('a request for a model of the later families is answered within its budget and its cards, or refused with a code', () => {
  let answered = 0;
  hold(
    fc.property(REQUESTS, (manifest) => {
      if (holdAnswer(manifest)) answered += 1;
    }),
    100,
  );
  expect(answered).toBeGreaterThan(20);
});
