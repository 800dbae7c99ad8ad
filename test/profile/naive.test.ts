import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { profileOf, refusalOf, type Wish } from '../support/profiles.ts';

function sizing(wish: Wish) {
  const { profile, warnings } = profileOf(wish);
  return { ...profile.naive!, backend: profile.backend, warnings };
}

const QWEN_32B: Wish = { model: 'Qwen/Qwen3-32B', gpuSku: 'h100_pcie', totalGpus: 8 };

describe('a card without data', () => {
  it('gets the fewest GPUs that hold the weights one and a half times (recorded: naive-h100-pcie)', () => {
    const { profile } = profileOf({ ...QWEN_32B, compat: 'reference' });
    expect(profile).toMatchObject({
      backend: 'vllm',
      backendVersion: null,
      chosen: 'agg',
      latencies: { ttftMs: 0, tpotMs: 0, requestMs: 0 },
      experiments: {},
      picked: [],
      explanation: { support: [{ source: 'none', isSupported: false }], attempts: [] },
    });
    expect(profile.naive).toMatchObject({ tp: 2, moeTp: 1, gpusPerWorker: 2, replicas: 4, batchSize: 128 });
    expect(profile.naive?.weightsGib).toBeCloseTo(60.83, 2);
  });

  it('is said to be sized without an estimate of performance', () => {
    const [warning, ...others] = sizing(QWEN_32B).warnings;
    expect(others).toEqual([]);
    expect(warning).toMatchObject({ code: 'SIZED_FROM_MEMORY', path: 'spec.hardware.gpuSku', origin: { line: 8 } });
    expect(warning?.message).toContain('no performance was estimated');
    expect(warning?.message).toContain('4 x 2 GPUs for about 60.8 GiB');
  });

  it('counts experts in their own parallel size (recorded: gpt-oss-120b, refused by the support matrix)', () => {
    const wish = { model: 'openai/gpt-oss-120b', totalGpus: 8 };
    expect(sizing(wish)).toMatchObject({ tp: 1, moeTp: 8, gpusPerWorker: 8, replicas: 1, requiredGpus: 8 });
    expect(profileOf(wish).profile.model.isMoe).toBe(true);
  });

  it('resolves auto to vllm', () => {
    expect(sizing({ ...QWEN_32B, backend: 'auto' }).backend).toBe('vllm');
    expect(sizing({ ...QWEN_32B, backend: 'sglang' }).backend).toBe('sglang');
  });

  it.each([
    ['the budget', { totalGpus: 3, model: 'deepseek-ai/DeepSeek-R1' }, 3, 1],
    ['the GPUs of a node', { totalGpus: 8, numGpusPerNode: 4, model: 'deepseek-ai/DeepSeek-R1' }, 4, 2],
  ] as const)('is held to %s, with a word that it may not fit', (_, wish, gpusPerWorker, replicas) => {
    const found = sizing({ gpuSku: 'a100_pcie', ...wish });
    expect(found).toMatchObject({ gpusPerWorker, replicas, requiredGpus: 32 });
    expect(found.warnings[0]?.message).toContain('it may not fit, since 32 GPUs would be needed');
  });

  it('goes by the system file of the node under compat reference', () => {
    const wish: Wish = { gpuSku: 'a100_pcie', totalGpus: 8, numGpusPerNode: 4, model: 'deepseek-ai/DeepSeek-R1' };
    expect(sizing({ ...wish, compat: 'reference' }).gpusPerWorker).toBe(8);
  });
});

describe('a card of unknown memory', () => {
  const wish: Wish = { model: 'Qwen/Qwen3-32B', gpuSku: 't4', totalGpus: 8 };

  it('is refused by default, naming the field that says it', () => {
    const error = refusalOf(wish);
    expect([error.code, error.path, error.origin?.line]).toEqual(['HARDWARE_MISSING', 'spec.hardware.vramMb', 8]);
  });

  it.each([
    [15_360, 8],
    [48_000, 2],
    [96_000, 1],
  ])('of %i MiB by the request takes %i GPUs a worker', (vramMb, gpusPerWorker) => {
    expect(sizing({ ...wish, vramMb }).gpusPerWorker).toBe(gpusPerWorker);
  });

  it('is an H200 to the reference, whatever the request says', () => {
    expect(sizing({ ...wish, vramMb: 15_360, compat: 'reference' }).gpusPerWorker).toBe(1);
  });
});

describe('any sizing', () => {
  it('stays within the budget and the node', () => {
    const wishes = fc.record({
      totalGpus: fc.integer({ min: 1, max: 64 }),
      numGpusPerNode: fc.integer({ min: 1, max: 16 }),
      vramMb: fc.integer({ min: 1000, max: 300_000 }),
      model: fc.constantFrom('Qwen/Qwen3-32B', 'deepseek-ai/DeepSeek-R1', 'Qwen/Qwen3-0.6B'),
    });
    fc.assert(
      fc.property(wishes, (wish) => {
        const { gpusPerWorker, replicas, tp, moeTp, requiredGpus } = sizing({ gpuSku: 't4', ...wish });
        expect(gpusPerWorker * replicas).toBeLessThanOrEqual(wish.totalGpus);
        expect(replicas).toBeGreaterThanOrEqual(1);
        expect(gpusPerWorker).toBeLessThanOrEqual(Math.min(wish.numGpusPerNode, requiredGpus));
        expect(tp * moeTp).toBe(gpusPerWorker);
        expect(Number.isInteger(Math.log2(requiredGpus))).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});
