import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importRelease } from '../../src/perfdb/import/import-release.ts';
import { openPerfData, type PerfData, type Table } from '../../src/perfdb/perfdb.ts';
import type { Backend } from '../../src/serving.ts';

/** A made-up release in the layout of aiconfigurator 0.12: data by family, slots, declared and earlier sources, lanes. */
const RELEASE = fileURLToPath(new URL('../../fixtures/perfdb/families/', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'perfdb-families-'));
const out = join(folder, 'out');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let data: PerfData;
beforeAll(async () => {
  await importRelease(RELEASE, () => out);
  data = openPerfData(out);
});

const tableOf = (backend: Backend, name: string): Table | undefined => data.database('toy', backend)?.table(name);

/** Rows of a table as [...slice key, ...columns]. */
const rowsOf = (backend: Backend, name: string): readonly (readonly (string | number)[])[] => {
  const table = tableOf(backend, name);
  return (table?.sliceKeys ?? []).flatMap((key) => {
    const slice = table?.slice(...key);
    return Array.from({ length: slice?.rowCount ?? 0 }, (_, i) => [
      ...key,
      ...(table?.columns ?? []).map((column) => slice?.column(column)[i] ?? Number.NaN),
    ]);
  });
};

const sourcesOf = (backend: string, name: string): readonly string[] =>
  data.index.packs
    .find((pack) => pack.backend === backend)
    ?.tables.find((table) => table.name === name)
    ?.sources.map(({ framework, version, read, kept }) => `${framework} ${version} ${read} ${kept}`) ?? [];

const V32 = 'DeepseekV32ForCausalLM';

describe('the versions of a release with slots', () => {
  it('are the current ones: those of the system where it has its own, newer data or not', () => {
    expect(data.index.packs.map(({ file }) => file)).toEqual([
      'toy/trtllm-1.3.0rc20.pack',
      'toy/sglang-0.5.14.pack',
      'toy/vllm-0.9.0.pack',
      'toy/nccl-2.20.pack',
    ]);
  });
});

describe('the sources of a table', () => {
  it('are its own, the declared ones, then the earlier ones with the nearest first, and no later one', () => {
    expect(sourcesOf('vllm', 'gemm')).toEqual([
      'vllm 0.9.0 6 5',
      'vllm 0.11.0 2 1',
      'vllm 0.8.2rc1 1 1',
      'vllm 0.8.0 2 0',
    ]);
  });

  it('end with the kernels that the manifest lets another framework lend', () => {
    expect(sourcesOf('vllm', 'mla_bmm')).toEqual(['vllm 0.9.0 1 1', 'sglang 0.5.16 1 1']);
    expect(rowsOf('vllm', 'mla_bmm')).toEqual([
      ['bfloat16', 'mla_gen_pre', 8, 1, 0.1],
      ['bfloat16', 'mla_gen_pre', 8, 2, 0.2],
    ]);
  });

  it('are the earlier ones alone for collectives', () => {
    expect(sourcesOf('vllm', 'custom_allreduce')).toEqual(['vllm 0.9.0 1 1', 'vllm 0.8.0 1 1']);
  });

  it('are none where the version has no file of its own and the reference reads no other', () => {
    expect(tableOf('sglang', 'dsv4_megamoe_module')).toBeUndefined();
  });
});

describe('rows', () => {
  it.each<[string, Backend, string, readonly (readonly (string | number)[])[]]>([
    [
      'number the sites of products as first met, raise what is below the roof, and leave out what nothing asks for',
      'vllm',
      'gemm',
      [
        ['bfloat16', 32, 64, 4, 0.83, 1],
        ['bfloat16', 32, 64, 8, 0.6, 1],
        ['bfloat16', 32, 64, 16, 0.91, 1],
        ['bfloat16', 64, 32, 2, 0.0044800000000000005, 0],
        ['bfloat16', 64, 32, 8, 0.5, 0],
        ['bfloat16', 64, 64, 2, 0.2, 2],
        ['mystery', 32, 32, 1, 0.00001, 0],
      ],
    ],
    [
      'raise decode attention to the roof of its window, where the cache mode is known',
      'vllm',
      'generation_attention',
      [
        ['zeta', 'fp8', 2, 64, 16, 8, 4, 100, 0.024576],
        ['zeta', 'fp8', 2, 64, 16, 8, 4, 200, 5],
        ['zeta', 'odd', 2, 64, 16, 8, 4, 100, 0.00001],
      ],
    ],
    [
      'keep the first of equal keys for modules, by the heads of the whole model',
      'vllm',
      'mla_context_module',
      [
        ['bfloat16', 'fp8', 'fp8_block', 96, 16, 64, 1, 0.2],
        ['bfloat16', 'fp8', 'fp8_block', 128, 16, 64, 1, 0.1],
      ],
    ],
    [
      'count for one or two kernel families, the last of the first source, layers without an indexer apart',
      'sglang',
      'dsa_context_module',
      [
        [0, 'bfloat16', 'fp8', 'fp8_block', V32, 'flashmla_kv', 16, 0, 64, 1, 0.8],
        [0, 'bfloat16', 'fp8', 'fp8_block', V32, 'flashmla_kv', 16, 0, 128, 1, 0.3],
        [0, 'bfloat16', 'fp8', 'fp8_block', V32, 'trtllm', 16, 0, 64, 1, 0.2],
        [0, 'bfloat16', 'fp8', 'fp8_block', V32, 'trtllm', 16, 0, 128, 1, 0.3],
        [1, 'bfloat16', 'bfloat16', 'fp8_block', V32, 'flashmla_kv', 16, 0, 64, 1, 0.4],
        [1, 'bfloat16', 'bfloat16', 'fp8_block', V32, 'trtllm', 16, 0, 64, 1, 0.4],
      ],
    ],
    [
      'merge the all-to-all files version by version in ms, the common file before the older ones',
      'sglang',
      'moe_a2a',
      [
        ['deepep_ht', 'combine', 'default', 16, 2, 64, 2, 8, 20, 16, 0.202],
        ['deepep_ht', 'dispatch', 'default', 16, 2, 64, 2, 8, 20, 16, 0.101],
        ['deepep_ll', 'combine', 'default', 8, 1, 64, 2, 8, 0, 1, 0.02],
        ['deepep_ll', 'combine', 'default', 8, 1, 64, 2, 8, 0, 2, 0.021],
        ['deepep_ll', 'dispatch', 'default', 8, 1, 64, 2, 8, 0, 1, 0.01],
        ['deepep_ll', 'dispatch', 'default', 8, 1, 64, 2, 8, 0, 2, 0.03],
        ['deepep_ll', 'dispatch', 'default', 8, 1, 64, 2, 8, 0, 4, 0.05],
      ],
    ],
    [
      'take the all-to-all of NVLink for what it sends',
      'trtllm',
      'moe_a2a',
      [
        ['nvlink_one_sided', 'combine', 'fp4', 2, 1, 64, 2, 8, 0, 1, 0.2],
        ['nvlink_two_sided', 'prepare', 'nvfp4', 8, 2, 64, 2, 8, 0, 1, 0.1],
      ],
    ],
    [
      'merge the expert layers of large expert parallelism by phase',
      'sglang',
      'moe_expert_compute',
      [
        ['deepep_moe', 'fp8_block', 'balanced', 'context', 2, 8, 8, 64, 32, 1, 8, 1, 0.2],
        ['deepep_moe', 'fp8_block', 'uniform', 'context', 2, 8, 8, 64, 32, 1, 8, 1, 0.1],
        ['deepep_moe', 'fp8_block', 'uniform', 'generation', 2, 8, 8, 64, 32, 1, 8, 1, 0.3],
      ],
    ],
    [
      'hold for both phases where a file tells none',
      'trtllm',
      'moe_expert_compute',
      [
        ['cutlass', 'nvfp4', 'balanced_eplb', 'context', 2, 8, 16, 64, 32, 1, 8, 1, 0.4],
        ['cutlass', 'nvfp4', 'balanced_eplb', 'generation', 2, 8, 16, 64, 32, 1, 8, 1, 0.4],
      ],
    ],
    [
      'read one decode kernel of delta rules for three, by batch alone',
      'vllm',
      'gdn',
      [
        ['chunk_gated_delta_rule', 'context', 64, 2, 8, 2, 8, 4, 1, 16, 0.3],
        ['fused_sigmoid_gating_delta_rule_update', 'generation', 64, 2, 8, 2, 8, 4, 1, 0, 0.1],
      ],
    ],
    [
      'multiply the heads of a rank to those of the model, and spell fp8 in one way',
      'vllm',
      'dsv4_csa_generation_module',
      [['fp8', 'fp8_block', 128, 16, 1, 64, 0.1]],
    ],
  ])('%s', (_, backend, name, expected) => {
    expect(rowsOf(backend, name)).toEqual(expected);
  });

  it('of a shape lie in one block, whatever their distribution', () => {
    const slices = tableOf('sglang', 'moe');
    expect(slices?.sliceKeys).toEqual([
      [0, 'fp8', 'balanced', 2, 8, 64, 32],
      [0, 'fp8', 'balanced', 2, 8, 64, 64],
      [0, 'fp8', 'power_law_1.2', 2, 8, 64, 32],
    ]);
    expect(rowsOf('sglang', 'moe').map((row) => row.at(-1))).toEqual([0.1, 0.3, 0.2]);
  });
});

describe('lanes', () => {
  it('are asked in the order of the framework: its choice, its own by coverage, the default, then lent ones', () => {
    expect(tableOf('sglang', 'context_attention')?.lanes).toEqual([
      'fa3',
      'triton',
      'odder',
      'odd',
      'flashinfer',
      'default',
    ]);
  });

  it('are asked as first read where the release does not say what the framework chooses', () => {
    expect(tableOf('vllm', 'context_attention')?.lanes).toEqual(['zeta', 'alpha']);
  });

  it('are the distributions of expert layers as first read, and none for other tables', () => {
    expect(tableOf('sglang', 'moe_expert_compute')?.lanes).toEqual(['uniform', 'balanced']);
    expect(tableOf('sglang', 'moe')?.lanes).toEqual([]);
  });
});

describe('facts of a release with a core package', () => {
  it('have every configuration, a long one from a file of its own', () => {
    expect(existsSync(join(out, 'models/a--One.hfQuantConfig.json.br'))).toBe(true);
    expect(Object.keys(data.index.files)).toContain('models/a--One.hfQuantConfig.json.br');
    const model = data.models().models['a/One'];
    expect(model?.config).toEqual({ architectures: ['LlamaForCausalLM'], x: 1 });
    expect(model?.hfQuantConfig).toMatchObject({
      quantized_layers: { 'layers.199.mlp.down_proj': { quant_algo: 'FP8' } },
    });
  });

  it('are PERFDB_INVALID where a file beside the models is another one, when it is read', () => {
    const copy = join(folder, 'copy');
    cpSync(out, copy, { recursive: true });
    writeFileSync(join(copy, 'models/a--One.hfQuantConfig.json.br'), 'other');
    const models = openPerfData(copy).models().models;
    expect(models['a/One']?.config).toBeDefined();
    expect(() => models['a/One']?.hfQuantConfig).toThrow(expect.objectContaining({ code: 'PERFDB_INVALID' }));
  });

  it('count as supported what passed on silicon alone', () => {
    expect(data.support().byModel('a/One', 'toy', 'vllm')).toEqual({ pass: 1, total: 1 });
    expect(data.support().byModel('b/Two', 'toy', 'vllm')).toEqual({ pass: 0, total: 2 });
  });

  it('refuse a module row of a model whose heads nobody knows', async () => {
    const broken = join(folder, 'broken');
    cpSync(RELEASE, broken, { recursive: true });
    const modules = join(broken, 'aiconfigurator_core/systems/data/toy/mla/vllm/0.9.0/mla_context_module_perf.parquet');
    cpSync(
      join(broken, 'aiconfigurator_core/systems/data/toy/attention/vllm/0.9.0/context_attention_perf.parquet'),
      modules,
    );
    await expect(importRelease(broken, () => join(folder, 'refused'))).rejects.toMatchObject({
      code: 'PERFDB_INVALID',
    });
  });
});
