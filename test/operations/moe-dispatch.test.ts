import { describe, expect, it } from 'vitest';
import { LOOKUPS_0_10 } from '../../src/operations/lookups.ts';
import { DISPATCH_PLANS, type MoeDispatch } from '../../src/operations/moe-dispatch.ts';
import type { Backend } from '../../src/serving.ts';
import { system } from '../engine/support.ts';

const dispatch = (changes: Partial<MoeDispatch>): MoeDispatch => ({
  kind: 'moeDispatch',
  name: 'context_moe_pre_dispatch',
  count: 1,
  stage: 'pre',
  phase: 'context',
  hiddenSize: 10,
  gpus: 8,
  attentionTp: 1,
  attentionDp: 1,
  attentionCp: 1,
  quant: 'bfloat16',
  ...changes,
});

/** Collectives as `name elements@gpus`. */
const steps = (backend: Backend, changes: Partial<MoeDispatch>, systemName = 'h200_sxm'): string =>
  DISPATCH_PLANS[backend](dispatch(changes), 320, {
    system: system(systemName),
    constants: LOOKUPS_0_10.constants.dispatch,
  })
    .map(({ collective, elements, gpus }) => `${collective} ${elements}@${gpus}`)
    .join(', ');

const tensor = { attentionTp: 8 };
const data = { attentionDp: 8 };
const both = { attentionTp: 2, attentionDp: 4 };
const context = { attentionTp: 8, attentionCp: 8 };

describe('collectives around the experts', () => {
  it.each<[Backend, Partial<MoeDispatch>, string, string]>([
    ['trtllm', tensor, 'all_reduce 320@8', 'all_reduce 320@8'],
    ['trtllm', data, 'all_gather 2560@8', 'reduce_scatter 2560@8'],
    ['trtllm', {}, '', ''],
    ['vllm', tensor, 'all_reduce 320@8', 'all_reduce 320@8'],
    ['vllm', both, 'all_reduce 320@8, all_gather 1280@8', 'all_reduce 320@8, reduce_scatter 1280@8'],
    ['sglang', tensor, 'all_reduce 320@8', 'all_reduce 320@8'],
    ['sglang', data, 'all_gather 2560@8', 'reduce_scatter 2560@8'],
    ['sglang', both, 'reduce_scatter 320@2, all_gather 1280@8', 'reduce_scatter 1280@8, all_gather 320@2'],
    ['sglang', context, 'all_gather 320@8', 'reduce_scatter 320@8'],
    ['sglang', { ...context, phase: 'generation' }, '', 'all_reduce 320@8'],
  ])('%s with %j', (backend, changes, before, after) => {
    expect(steps(backend, { ...changes, stage: 'pre' })).toBe(before);
    expect(steps(backend, { ...changes, stage: 'post' })).toBe(after);
  });

  it.each<[MoeDispatch['quant'], string]>([
    ['bfloat16', 'all_gather 2560@8'],
    ['fp8_block', 'all_gather 1280@8'],
    ['nvfp4', 'all_gather 720@8'],
  ])('TensorRT-LLM sends %s tokens quantised on SM 100 alone', (quant, before) => {
    expect(steps('trtllm', { ...data, quant }, 'b200_sxm')).toBe(before);
    expect(steps('trtllm', { ...data, quant, stage: 'post' }, 'b200_sxm')).toBe('reduce_scatter 2560@8');
    expect(steps('trtllm', { ...data, quant }, 'b300_sxm')).toBe('all_gather 2560@8');
  });
});
