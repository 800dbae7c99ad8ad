import { describe, expect, it } from 'vitest';
import { data, engine, profileOf, refusalOf, type Wish } from '../support/profiles.ts';

function sizing(wish: Wish, by = engine) {
  const { profile, warnings } = profileOf(wish, by);
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

  it('is said to be sized without an estimate of performance, with the cards that have data', () => {
    const [warning, ...others] = sizing(QWEN_32B).warnings;
    expect(others).toEqual([]);
    expect(warning).toMatchObject({ code: 'SIZED_FROM_MEMORY', path: 'spec.hardware.gpuSku', origin: { line: 8 } });
    expect(warning?.message).toContain('no performance was estimated');
    expect(warning?.message).toMatch(/4 x 2 GPUs for about 61\.0 GiB of 16-bit weights$/);
    expect(warning?.hint).toMatch(/or have it ranked with vllm on a100_sxm, b200_sxm, .* or rtx_pro_6000_server$/);
  });

  it('resolves auto to vllm', () => {
    expect(sizing({ ...QWEN_32B, backend: 'auto' }).backend).toBe('vllm');
    expect(sizing({ ...QWEN_32B, backend: 'sglang' }).backend).toBe('sglang');
  });

  it('goes by the system file of the node and by powers of two under compat reference', () => {
    const wish: Wish = { gpuSku: 'a100_pcie', totalGpus: 8, numGpusPerNode: 4, model: 'deepseek-ai/DeepSeek-R1' };
    const found = sizing({ ...wish, compat: 'reference' });
    expect(found).toMatchObject({ gpusPerWorker: 8, requiredGpus: 32 });
    expect(found.warnings[0]?.message).toContain('it may not fit, since 32 GPUs would be needed');
  });

  it('takes any number of GPUs under compat reference', () => {
    const wish: Wish = { gpuSku: 'h100_pcie', totalGpus: 3, model: 'meta-llama/Meta-Llama-3.1-70B' };
    expect(sizing({ ...wish, compat: 'reference' }).tp).toBe(3);
    expect(sizing(wish).tp).toBe(2);
  });
});

describe('a checkpoint of 4 bits (gpt-oss-120b, refused by the support matrix)', () => {
  const wish: Wish = { model: 'openai/gpt-oss-120b', totalGpus: 8 };

  it('counts as such', () => {
    const found = sizing(wish);
    expect(found).toMatchObject({ tp: 1, moeTp: 2, gpusPerWorker: 2, replicas: 4, precision: 'w4a16_mxfp4' });
    expect(found.weightsGib).toBeCloseTo(60.6, 0);
    expect(found.warnings[0]?.message).toContain('0 of 3 recorded runs of the model');
    expect(profileOf(wish).profile.model.isMoe).toBe(true);
  });

  it('counts in 16 bit under compat reference (recorded)', () => {
    expect(sizing({ ...wish, compat: 'reference' })).toMatchObject({ moeTp: 8, gpusPerWorker: 8, requiredGpus: 8 });
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

describe('a family that is not modelled', () => {
  const model = 'nvidia/Llama-3_3-Nemotron-Super-49B-v1';
  const { block_configs: _, ...unpruned } = data.models().models[model]!.config;
  const config = { ...unpruned, intermediate_size: 28_672, num_key_value_heads: 8 };
  const models = {
    ...data.models(),
    models: { ...data.models().models, [model]: { config, hfQuantConfig: undefined } },
  };
  /** The bundled data, but that nobody pruned the model. */
  const by = { ...engine, data: { ...data, models: () => models } };

  it('is sized from memory although runs of it are recorded', () => {
    const { warnings, ...found } = sizing({ model, totalGpus: 4 }, by);
    expect(found).toMatchObject({ gpusPerWorker: 4, replicas: 1 });
    expect(warnings.map(({ code }) => code)).toEqual(['SIZED_FROM_MEMORY']);
    expect(warnings[0]?.message).toContain('the family NEMOTRONNAS is not modelled');
  });

  it('is refused under compat reference', () => {
    expect(refusalOf({ model, compat: 'reference' }, by).code).toBe('FAMILY_UNSUPPORTED');
  });
});
