import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dataRelease } from '../../src/perfdb/catalog.ts';
import { type ImportReport, importRelease } from '../../src/perfdb/import/import-release.ts';
import { compareNewestFirst, latestDatabaseVersion } from '../../src/perfdb/import/versions.ts';
import { hashOf } from '../../src/perfdb/index-file.ts';
import { openPerfData, type PerfData } from '../../src/perfdb/perfdb.ts';
import { showJson, showLines } from '../../src/perfdb/show.ts';

const FIXTURES = fileURLToPath(new URL('../../fixtures/perfdb/', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'perfdb-import-'));
const out = join(folder, 'out');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const filesOf = (root: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path.slice(root.length), readFileSync(path, 'base64')]),
  );

let report: ImportReport;
let data: PerfData;
beforeAll(async () => {
  report = await importRelease(join(FIXTURES, 'release/aiconfigurator/systems'), () => out);
  data = openPerfData(out);
});

/** Rows of a table as [...slice key, ...columns]. */
const rowsOf = (name: string): readonly (readonly (string | number)[])[] => {
  const table = data.database('toy', 'vllm')?.table(name);
  return (table?.sliceKeys ?? []).flatMap((key) => {
    const slice = table?.slice(...key);
    return Array.from({ length: slice?.rowCount ?? 0 }, (_, i) => [
      ...key,
      ...(table?.columns ?? []).map((column) => slice?.column(column)[i] ?? Number.NaN),
    ]);
  });
};

describe('importing a release', () => {
  it('gives the same files from a wheel, an unpacked one, a package folder and a systems folder', async () => {
    const sources = { wheel: 'release.whl', unpacked: 'release', package: 'release/aiconfigurator' };
    for (const [name, source] of Object.entries(sources)) {
      await importRelease(join(FIXTURES, source), () => join(folder, name));
      expect(filesOf(join(folder, name))).toEqual(filesOf(out));
    }
  });

  it('has the same contents and hashes at another compression', async () => {
    const other = await importRelease(join(FIXTURES, 'release.whl'), () => join(folder, 'fast'), { quality: 1 });
    expect({ ...other.index, files: {} }).toEqual({ ...report.index, files: {} });
    expect(Object.keys(other.index.files)).toEqual(Object.keys(report.index.files));
  });

  it('names the hash of every file but its own', () => {
    const names = readdirSync(out, { recursive: true }).map(String);
    const files = names.filter((name) => /\.(pack|json)$/.test(name) && name !== 'index.json');
    const hashes = files.map((name) => [name, hashOf(readFileSync(join(out, name)))]);
    expect(report.index.files).toEqual(Object.fromEntries(hashes));
  });

  it('takes the newest complete version that was measured', () => {
    expect(report.index.release).toBe('aiconfigurator 0.0.1');
    expect(report.index.packs.map(({ file }) => file)).toEqual([
      'toy/trtllm-1.0.0.pack',
      'toy/vllm-0.9.0.pack',
      'toy/nccl-2.20.pack',
    ]);
  });

  it('takes the release number it is given, also for the place', async () => {
    const placeOf = (version: string): string => join(folder, dataRelease(version));
    const named = await importRelease(join(FIXTURES, 'release'), placeOf, { release: '9.10.11' });
    expect(named).toMatchObject({ version: '9.10.11', index: { release: 'aiconfigurator 9.10.11' } });
    expect(existsSync(join(folder, '9.10/index.json'))).toBe(true);
  });

  it('replaces what an earlier import left', async () => {
    const target = join(folder, 'again');
    cpSync(out, target, { recursive: true });
    writeFileSync(join(target, 'stale.txt'), 'old');
    await importRelease(join(FIXTURES, 'release.whl'), () => target);
    expect(filesOf(target)).toEqual(filesOf(out));
  });
});

describe('rows', () => {
  it.each<[string, string, readonly (readonly (string | number)[])[]]>([
    [
      'keep the first of equal keys, fill gaps from siblings newest first, and leave out unlisted kernels',
      'gemm',
      [
        ['bfloat16', 1, 32, 64, 0.5],
        ['fp8', 1, 32, 64, 0.1],
        ['fp8', 2, 32, 64, 0.2],
        ['fp8', 4, 32, 64, 0.4],
        ['fp8', 16, 32, 64, 1.6],
      ],
    ],
    [
      'keep the last of equal keys for modules, the other framework included',
      'mla_generation_module',
      [
        ['bfloat16', 'fp8', 'fp8_block', 16, 1, 10, 0.02],
        ['bfloat16', 'fp8', 'fp8_block', 16, 2, 10, 0.04],
      ],
    ],
    [
      'keep the last of the first source for DSA',
      'dsa_generation_module',
      [
        ['fp8', 'fp8_block', 'DeepseekV32ForCausalLM', 'flashmla_kv', 16, 1, 10, 0.2],
        ['fp8', 'fp8_block', 'DeepseekV32ForCausalLM', 'flashmla_kv', 16, 1, 20, 0.4],
        ['fp8', 'fp8_block', 'DeepseekV32ForCausalLM', 'trtllm', 16, 1, 10, 0.3],
      ],
    ],
    [
      'write 0 for as many key-value heads as heads, and for no window',
      'context_attention',
      [
        ['bfloat16', 'bfloat16', 0, 128, 0, 8, 64, 1, 0.011],
        ['bfloat16', 'bfloat16', 2, 128, 0, 8, 16, 1, 0.013],
        ['bfloat16', 'bfloat16', 2, 128, 0, 8, 64, 1, 0.012],
      ],
    ],
    ['drop eager collectives', 'custom_allreduce', [[2, 1024, 0.25]]],
    [
      'split low-latency experts and rename modes by kernel',
      'moe',
      [
        [0, 'fp8', 'balanced', 2, 8, 64, 128, 1, 1, 1, 2],
        [0, 'w4a16_mxfp4', 'balanced', 2, 8, 64, 128, 1, 1, 1, 4],
        [0, 'w4a16_mxfp4_cutlass', 'balanced', 2, 8, 64, 128, 1, 1, 1, 3],
        [1, 'fp8', 'balanced', 2, 8, 64, 128, 1, 1, 1, 1],
      ],
    ],
    [
      'keep sizes beyond 32 bits',
      'nccl',
      [
        ['half', 'all_gather', 2, 512, 0.5],
        ['half', 'all_gather', 2, 8_589_934_592, 3.5],
      ],
    ],
  ])('%s', (_, name, expected) => {
    expect(rowsOf(name)).toEqual(expected);
  });

  it('that another row hides are counted, by source', () => {
    const gemm = report.index.packs
      .find(({ backend }) => backend === 'vllm')
      ?.tables.find(({ name }) => name === 'gemm');
    expect(gemm).toMatchObject({
      rows: 5,
      hidden: 3,
      sources: [
        { framework: 'vllm', version: '0.9.0', read: 4, kept: 3 },
        { framework: 'vllm', version: '0.10.0rc1', read: 2, kept: 1 },
        { framework: 'vllm', version: '0.8.0', read: 2, kept: 1 },
      ],
    });
  });
});

describe('facts', () => {
  it('hold every system, measured or not', () => {
    expect(Object.keys(data.systems)).toEqual(['empty', 'toy']);
    expect(data.systems.toy).toMatchObject({ memBwBytesPerSec: 1000, smVersion: 90, fp8TcFlops: undefined });
    expect(data.systems.toy?.ncclMemBytes).toEqual({ 1: 0, 2: 7 });
    expect(data.database('empty', 'vllm')).toBeUndefined();
  });

  it('hold model files with null for what JSON cannot say', () => {
    const { models, families, defaultModels } = data.models();
    expect(models['a/One']?.config).toEqual({
      architectures: ['LlamaForCausalLM'],
      x: null,
      y: null,
      z: null,
      s: 'NaN',
      eps: 1e-6,
    });
    expect(models['a/One']?.hfQuantConfig).toEqual({ quantization: { quant_algo: 'FP8' } });
    expect(families).toEqual({ LlamaForCausalLM: 'LLAMA', MixtralForCausalLM: 'MOE' });
    expect([...defaultModels]).toEqual(['a/One', 'c/Three']);
  });

  it('count support by model and by architecture', () => {
    const support = data.support();
    expect(support.rows()).toHaveLength(4);
    expect(support.byModel('A/one', 'toy', 'vllm')).toEqual({ pass: 1, total: 2 });
    expect(support.byModel('b/Two', 'toy', 'vllm')).toEqual({ pass: 0, total: 1 });
    expect(support.byModel('b/Two', 'toy', 'sglang')).toBeUndefined();
    expect(support.byArchitecture('LlamaForCausalLM', 'toy', 'vllm')).toEqual({ pass: 1, total: 2 });
    expect(support.architectureOf('B/TWO')).toBe('LlamaForCausalLM');
  });
});

describe('a release that is none', () => {
  it.each([
    ['is missing', 'no-such.whl', 'INPUT_NOT_FOUND'],
    ['is another folder', '.', 'INPUT_NOT_FOUND'],
    ['is another file', 'origin.yaml', 'PERFDB_INVALID'],
    ['names files outside itself', 'traversal.whl', 'PERFDB_INVALID'],
  ])('is refused with a code when it %s, and nothing is written', async (_, source, code) => {
    const target = join(folder, 'refused');
    await expect(importRelease(join(FIXTURES, source), () => target)).rejects.toMatchObject({ code });
    expect(readdirSync(folder).filter((name) => name.includes('refused') || name.startsWith('.'))).toEqual([]);
  });

  it.each([
    ['a measured file', 'systems/data/toy/vllm/0.9.0/gemm_perf.parquet', 'PAR1 not really PAR1'],
    ['a system', 'systems/toy.yaml', 'gpu: {mem_bw: ['],
    ['a system with a word for a number', 'systems/toy.yaml', 'gpu: {mem_bw: fast}\nnode: {}\nmisc: {nccl_mem: {}}'],
    ['a model', 'model_configs/a--One_config.json', '{"x": '],
    ['the support matrix', 'systems/support_matrix/toy.csv', 'HuggingFaceID,System\n"never closed'],
    ['the list of models', 'sdk/common.py', 'DefaultHFModels = 1'],
  ])('keeps the old files when it is damaged in %s', async (_, path, text) => {
    const broken = join(folder, 'broken');
    cpSync(join(FIXTURES, 'release'), broken, { recursive: true });
    writeFileSync(join(broken, 'aiconfigurator', path), text);
    const target = join(folder, 'kept');
    cpSync(out, target, { recursive: true });
    await expect(importRelease(join(broken, 'aiconfigurator'), () => target)).rejects.toMatchObject({
      code: 'PERFDB_INVALID',
    });
    expect(filesOf(target)).toEqual(filesOf(out));
    rmSync(broken, { recursive: true });
  });
});

describe('versions', () => {
  it('sort newest first by PEP 440, others last', () => {
    const versions = ['1.2.0', 'x', '1.10.0', '1.3.0rc2', '1.3.0rc10', '1.3.0', '1.3.0.post1', '1.3.0.dev4', '1.3.0b1'];
    expect(versions.sort(compareNewestFirst)).toEqual([
      '1.10.0',
      '1.3.0.post1',
      '1.3.0',
      '1.3.0rc10',
      '1.3.0rc2',
      '1.3.0b1',
      '1.3.0.dev4',
      '1.2.0',
      'x',
    ]);
  });

  it('default to the highest, a final release above its candidates', () => {
    expect(latestDatabaseVersion(['1.2.0', '1.3.0rc15', '1.3.0rc9'])).toBe('1.3.0rc15');
    expect(latestDatabaseVersion(['1.3.0rc15', '1.3.0'])).toBe('1.3.0');
    expect(latestDatabaseVersion(['0.5.6', '0.5.6.post2', '0.5.10'])).toBe('0.5.10');
    expect(latestDatabaseVersion([])).toBeUndefined();
  });
});

describe('show', () => {
  it('prints release, backends, tables, rows and sources', () => {
    const lines = showLines(data.index, { backend: 'vllm' });
    expect(lines[0]).toBe(`aiconfigurator 0.0.1, contents ${data.index.sha256}`);
    expect(lines.slice(1, 3)).toEqual(['toy', '  vllm 0.9.0: 6 tables, 18 rows, 7 hidden']);
    expect(lines[3]).toBe(
      '    gemm                         5 rows,       3 hidden: vllm 0.9.0 3, vllm 0.10.0rc1 1, vllm 0.8.0 1',
    );
  });

  it('has the same numbers as JSON', () => {
    expect(showJson(data.index, { system: 'toy', backend: 'nccl' })).toMatchObject({
      packs: [{ system: 'toy', backend: 'nccl', version: '2.20', rows: 2, hidden: 0 }],
    });
  });
});
