import { describe, expect, it } from 'vitest';
import { NO_SPREAD } from '../../src/engine/expert-spread.ts';
import { fitsGpu } from '../../src/engine/fit.ts';
import { R0_10 } from '../../src/engine/revisions/r0-10.ts';
import { quantModes } from '../../src/engine/role-quant.ts';
import { createWorker, type Worker } from '../../src/engine/worker.ts';
import type { Architecture } from '../../src/models/architecture.ts';
import type { Layout } from '../../src/models/layout.ts';
import { DataMissing } from '../../src/operations/data-missing.ts';
import type { OperationTime } from '../../src/operations/operations.ts';
import type { Backend, Role } from '../../src/serving.ts';
import { bundled, fakeDatabase, system } from './support.ts';

const ALONE: Layout = { tp: 1, pp: 1, dp: 1, moeTp: 1, moeEp: 1, cp: 1 };
/** Every operation takes as many ms as it is counted. */
const counted: OperationTime = ({ count }) => count;

function worker(architecture: Architecture, backendName: Backend, layout: Layout, time = counted): Worker {
  const [spec, database] = [system('h200_sxm'), fakeDatabase({}, backendName)];
  return createWorker(
    {
      architecture,
      quant: quantModes({ architecture, database, system: spec, role: 'agg' }, R0_10.quantisation),
      backendName,
      backendVersion: '1',
      revision: R0_10,
      backend: R0_10.backends[backendName],
      systemName: spec.name,
      system: spec,
      spread: NO_SPREAD,
      operationTime: time,
    },
    layout,
  );
}

describe('operations', () => {
  it('gpt-oss windows every second layer, and both halves count as attention', () => {
    const { contextOps, contextNames, contextTimes } = worker(bundled('openai/gpt-oss-120b'), 'vllm', ALONE);
    const attention = contextOps.filter(({ name }) => name === 'context_attention');
    expect(attention.map((op) => 'windowSize' in op && op.windowSize)).toEqual([128, 0]);
    expect(contextNames.indexOf('context_attention')).toBe(0);
    expect(contextTimes(1, 1)[0]).toBe(36);
    expect(contextTimes(1, 1)).toHaveLength(contextOps.length - 1);
  });

  it('latent attention has no attention of its own in a mixed step', () => {
    const { contextNames, generationNames } = worker(bundled('deepseek-ai/DeepSeek-V3'), 'sglang', ALONE);
    expect(contextNames).toContain('context_mla_block');
    expect([...contextNames, ...generationNames].filter((name) => name.endsWith('_attention'))).toEqual([]);
  });

  it('multi-token prediction scales decode counts and batches', () => {
    const seen: number[] = [];
    const spy: OperationTime = ({ count }, { tokens }) => {
      seen.push(tokens);
      return count;
    };
    const { generationTimes, generationOps } = worker(bundled('deepseek-ai/DeepSeek-V3'), 'trtllm', ALONE, spy);
    generationTimes(3, 100);
    expect(new Set(seen)).toEqual(new Set([6]));
    expect(generationOps[0]?.count).toBe(((1 / 1.85) * 62) / 61);
  });

  it.each([
    [1, 1 + 0.85],
    [2, 1 + 0.85 + 0.85 * 0.8],
    [3, 1 + 0.85 + 0.85 * 0.8 + 0.85 * 0.8 * 0.6],
    [4, 1 + 0.85 + 0.85 * 0.8 + 0.85 * 0.8 * 0.6],
    [5, 1 + 0.85 + 0.85 * 0.8 + 0.85 * 0.8 * 0.6],
  ])('a step that predicts %d further tokens makes %d of them', (nextn, made) => {
    const { generationOps } = worker(bundled('deepseek-ai/DeepSeek-V3', { nextn }), 'trtllm', ALONE);
    expect(generationOps[0]?.count).toBeCloseTo((1 / made) * ((61 + nextn) / 61), 12);
  });

  it('only prefill gathers keys and values over context-parallel ranks', () => {
    const { contextOps, generationOps } = worker(bundled('Qwen/Qwen3-32B'), 'sglang', { ...ALONE, cp: 4 });
    expect(contextOps.find(({ kind }) => kind === 'collective')).toMatchObject({ gpus: 4, count: 64, elements: 2048 });
    expect(generationOps.some(({ kind }) => kind === 'collective')).toBe(false);
    expect(generationOps.every((op) => !('tokenSplit' in op) || op.tokenSplit === 1)).toBe(true);
  });

  it('prefill of routed experts has no product with the vocabulary, decode has', () => {
    const { contextNames, generationNames } = worker(bundled('Qwen/Qwen3-30B-A3B'), 'vllm', ALONE);
    expect(contextNames).not.toContain('context_logits_gemm');
    expect(generationNames).toContain('generation_logits_gemm');
  });
});

describe('layouts that cannot hold a model are missing data', () => {
  it.each<[string, string, Partial<Layout>]>([
    ['heads that do not split', 'Qwen/Qwen3-32B', { tp: 3 }],
    ['context with tensor parallelism', 'Qwen/Qwen3-32B', { tp: 2, cp: 2 }],
    ['context with data parallelism', 'Qwen/Qwen3-32B', { dp: 2, cp: 2 }],
    ['unequal ranks', 'Qwen/Qwen3-30B-A3B', { tp: 2 }],
    ['more expert ranks than experts', 'openai/gpt-oss-20b', { tp: 64, moeEp: 64 }],
    ['blocks cut apart', 'Qwen/Qwen3-30B-A3B-FP8', { tp: 8, moeTp: 8 }],
  ])('%s', (_, model, changes) => {
    expect(() => worker(bundled(model), 'sglang', { ...ALONE, ...changes })).toThrow(DataMissing);
  });

  it('an unmodelled family is named', () => {
    const nemotron = bundled('nvidia/Nemotron-H-56B-Base-8K', { model: 'unmodelled' });
    expect(() => worker(nemotron, 'vllm', ALONE)).toThrow(
      expect.objectContaining({ code: 'FAMILY_UNSUPPORTED', message: expect.stringContaining('NEMOTRONH') }),
    );
  });
});

describe('memory', () => {
  const gib = 2 ** 30;

  it('counts the dispatch workspace of latent attention over the hidden size on SGLang', () => {
    const model = bundled('deepseek-ai/DeepSeek-V3', { nextn: 0 });
    const layout = { ...ALONE, tp: 8, moeEp: 8 };
    const tokens = 8192;
    const activations = (backendName: Backend): number => {
      const { memory } = worker(model, backendName, layout);
      return (memory(0, tokens, 1).totalGib - memory(0, 0, 1).totalGib) * gib;
    };
    const workspace = (tokens * 7168 * 256 * 8) / 8 / 128 / 4 ** -1;
    const floor = { trtllm: 70 * 2 ** 20, sglang: 90 * 2 ** 20 };
    expect(activations('trtllm')).toBeCloseTo(2 * tokens * 128 * 56 * 10 + workspace - floor.trtllm, -3);
    expect(activations('sglang')).toBeCloseTo((2 * tokens * 128 * 56 * 13 + workspace - floor.sglang) * 1.15, -3);
  });

  it('takes sixteen tensor ranks for eight, the most that the reference has a coefficient for', () => {
    const [eight, sixteen] = [8, 16].map((tp) => {
      const { memory } = worker(bundled('Qwen/Qwen3-32B'), 'trtllm', { ...ALONE, tp });
      return { still: memory(0, 0, 1).totalGib, activations: memory(0, 8192, 1).totalGib - memory(0, 0, 1).totalGib };
    });
    expect(sixteen!.activations).toBeGreaterThan(0);
    expect(sixteen!.activations).toBeCloseTo(eight!.activations, 9);
    expect(sixteen!.still).toBeLessThan(eight!.still);
  });

  it('keeps one latent vector a layer and token, on every tensor rank', () => {
    const { memory } = worker(bundled('deepseek-ai/DeepSeek-V3'), 'trtllm', { ...ALONE, tp: 8, moeEp: 8 });
    expect(memory(2, 1, 1000).kvCacheGib * gib).toBeCloseTo(2 * 1000 * 61 * 576, 3);
  });

  const system100 = system('h200_sxm', { memCapacityBytes: 100 * gib });
  /** Whether a worker fits 100 GiB of which weights and the rest take 60. */
  const fits = (backend: Backend, role: Role, kvCacheGib: number): boolean =>
    fitsGpu(
      { totalGib: 60 + kvCacheGib, kvCacheGib },
      { backend: R0_10.backends[backend], backendVersion: '1', system: system100 },
      { role, layout: ALONE },
    );

  it('TensorRT-LLM gives the KV cache of an aggregated worker nine tenths of what is free, less its reserve', () => {
    const limit = 40 * 0.9 * 0.985 * 0.98;
    expect(fits('trtllm', 'agg', limit * 0.999)).toBe(true);
    expect(fits('trtllm', 'agg', limit * 1.001)).toBe(false);
    expect(fits('trtllm', 'decode', limit * 1.001)).toBe(true);
    expect(fits('vllm', 'agg', 39.9)).toBe(true);
  });

  it('lets the KV cache have just what the backend gives it', () => {
    const backend = { ...R0_10.backends.vllm, kvCacheLimitGib: () => 10 };
    const fitting = [10, 10.001].map((kvCacheGib) =>
      fitsGpu(
        { totalGib: 60 + kvCacheGib, kvCacheGib },
        { backend, backendVersion: '1', system: system100 },
        { role: 'agg', layout: ALONE },
      ),
    );
    expect(fitting).toEqual([true, false]);
  });

  it.each<Role>(['agg', 'prefill', 'decode'])('has to be less than what there is (%s)', (role) => {
    expect(fits('vllm', role, 39.999)).toBe(true);
    expect(fits('vllm', role, 40)).toBe(false);
  });
});
