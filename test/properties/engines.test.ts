import fc from 'fast-check';
import { expect, test } from 'vitest';
import { holdAnswer, profileRequests } from './profile-requests.ts';
import { hold } from './runs.ts';

/** Models of both families and of others, with and without quantisation; those with experts take longer. */
const MODELS = [
  ...['Qwen/Qwen3-0.6B', 'Qwen/Qwen3-8B', 'Qwen/Qwen3-32B-FP8', 'meta-llama/Meta-Llama-3.1-8B'],
  ...['nvidia/Llama-3.1-70B-Instruct-FP8', 'XiaomiMiMo/MiMo-7B-Base', 'Qwen/Qwen3-32B-FP8-Static-PerTensor'],
  ...['Qwen/Qwen3-30B-A3B', 'openai/gpt-oss-20b', 'deepseek-ai/DeepSeek-V3', 'mistralai/Mixtral-8x7B-v0.1'],
];
const REQUESTS = profileRequests({ models: MODELS, releases: ['1.4.2', '1.5.1', '1.6.1'] });

test('a request for the newer engines is answered within its budget and its cards, or refused with a code', () => {
  let answered = 0;
  hold(
    fc.property(REQUESTS, (manifest) => {
      if (holdAnswer(manifest)) answered += 1;
    }),
    100,
  );
  expect(answered).toBeGreaterThan(0);
});
