import { expect, it } from 'vitest';
import { moduleGroups } from '../../src/models/module-groups.ts';
import { bundled } from '../engine/support.ts';

const EVERY_PROJECTION = ['indexer', 'keyValue', 'output', 'query'];

it.each([
  ['nothing', [], []],
  ['all of attention', ['model.layers.0.self_attn*'], EVERY_PROJECTION],
  ['one projection of it', ['model.layers.0.self_attn.q_a_proj'], ['query']],
  ['several projections', ['kv_b_proj', 'o_proj'], ['keyValue', 'output']],
  ['the indexer', ['model.layers.3.self_attn.indexer*'], ['indexer']],
  ['shared experts, however they are written', ['mlp.Shared_Experts*'], ['sharedExperts']],
  ['routed experts or heads', ['lm_head', 're:.*experts.*'], []],
] as const)('patterns that name %s', (_, patterns, wanted) => {
  expect(moduleGroups(patterns)).toEqual(wanted);
  expect(moduleGroups(patterns)).toBe(moduleGroups(patterns));
});

it.each([
  ['deepseek-ai/DeepSeek-V3', []],
  ['nvidia/DeepSeek-V3.1-NVFP4', ['keyValue', 'query']],
])('%s leaves %j as they were', (model, wanted) => {
  expect(moduleGroups(bundled(model).unquantised)).toEqual(wanted);
});
