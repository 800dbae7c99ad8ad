import { expect, it } from 'vitest';
import { formatExplanation } from '../../src/commands/profile/explanation-text.ts';
import { profileOf, type Wish, wishedRequest } from '../support/profiles.ts';

/** The line about what was passed over. */
function passedOver(wish: Wish): string | undefined {
  const { explanation, picked } = profileOf(wish).profile;
  const text = formatExplanation(explanation, { picked, sla: wishedRequest(wish).sla });
  return text.split('\n').find((line) => line.startsWith('passed over'));
}

const wish = { model: 'Qwen/Qwen3-32B', backend: 'trtllm', totalGpus: 4 };
const sla = (itl: number): string => `  sla: {ttft: 2000, itl: ${itl}}`;

it.each([
  [
    'a rate that costs too much latency',
    { more: sla(15) },
    'passed over: disagg has 564.42 tokens/s/GPU, but itl 29.375 ms instead of 15 ms; the pick has 445.932 tokens/s/GPU and 14.945 ms',
  ],
  [
    'the share of a load that it serves',
    {
      model: 'meta-llama/Meta-Llama-3.1-8B',
      backend: 'vllm',
      gpuSku: 'h100_sxm',
      more: '  sla: {ttft: 500, itl: 2}\n  workload: {isl: 2000, osl: 300, concurrency: 512}',
    },
    'passed over: disagg has 560.901 tokens/s/GPU on 4 GPUs for 2.3 % of the replicas, but itl 4.937 ms instead of 2 ms; the pick has 86.245 tokens/s/GPU on 4 GPUs for 0.2 % of the replicas and 2.748 ms',
  ],
  [
    'the backend that it is of',
    { backend: 'auto', more: sla(15) },
    'passed over: disagg with trtllm has 564.42 tokens/s/GPU, but itl 29.375 ms instead of 15 ms; the pick has 456.494 tokens/s/GPU and 14.96 ms',
  ],
  ['nothing where the target changes nothing', { more: sla(60) }, undefined],
])('an explanation names %s', (_, asked, wanted) => {
  expect(passedOver({ ...wish, ...asked })).toBe(wanted);
});
