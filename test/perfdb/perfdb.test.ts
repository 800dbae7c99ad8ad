import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { defaultPerfRoot, openCatalog } from '../../src/perfdb/catalog.ts';
import type { ColumnArray } from '../../src/perfdb/codec.ts';
import { hashTable } from '../../src/perfdb/import/write-pack.ts';
import { openPerfData, type PerfData, type Table } from '../../src/perfdb/perfdb.ts';
import type { Backend } from '../../src/serving.ts';
import { BACKENDS } from '../../src/serving.ts';

const data = openCatalog()('0.10');
const MEASURED = [
  'a100_sxm',
  'b200_sxm',
  'b300_sxm',
  'gb200',
  'gb300',
  'h100_sxm',
  'h200_sxm',
  'l40s',
  'rtx_pro_6000_server',
];

/** One column over all slices, as the importer hashed it. */
function wholeColumn(table: Table, name: string): ColumnArray {
  const parts = table.sliceKeys.map((key) => table.slice(...key)?.column(name) ?? new Int32Array());
  const total = parts.reduce((sum, part) => sum + part.length, 0);
  const whole = parts[0] instanceof Float64Array ? new Float64Array(total) : new Int32Array(total);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

const hashOf = (table: Table): string =>
  hashTable(
    table.columns.map((name) => ({ name, values: wholeColumn(table, name) })),
    table.sliceKeys.map((key) => ({ key, rowCount: table.slice(...key)?.rowCount ?? 0 })),
  );

describe('the packs of this package', () => {
  it('come from the release that NOTICE names', () => {
    expect(data.release).toBe('aiconfigurator 0.10.0');
    expect(data.root).toBe(join(defaultPerfRoot(), '0.10'));
  });

  it('cover every measured system with every backend', () => {
    for (const system of MEASURED) {
      for (const backend of BACKENDS) {
        expect(data.database(system, backend)?.table('gemm'), `${system} ${backend}`).toBeDefined();
        // the release has no collectives for this one
        const hasNccl = data.database(system, backend)?.table('nccl') !== undefined;
        expect([system, hasNccl]).toEqual([system, system !== 'rtx_pro_6000_server']);
      }
    }
    expect(new Set(data.index.packs.map(({ system }) => system))).toEqual(new Set(MEASURED));
  });

  it.each(data.index.packs.filter(({ system }) => system === 'a100_sxm').map((pack) => [pack.file, pack] as const))(
    'match the hashes of the index: %s',
    (_, pack) => {
      const database = data.database(pack.system, pack.backend === 'nccl' ? 'vllm' : (pack.backend as Backend));
      for (const { name, sha256, rows } of pack.tables) {
        const table = database?.table(name);
        if (table === undefined) throw new Error(`no table ${name}`);
        expect([name, hashOf(table)]).toEqual([name, sha256]);
        expect(wholeColumn(table, table.columns[0] ?? '').length).toBe(rows);
      }
    },
  );

  it('of 0.12 cover the same systems and backends, collectives everywhere, in their own files', () => {
    const newer = openCatalog()('0.12');
    expect(newer.release).toBe('aiconfigurator 0.12.0');
    expect(newer.root).toBe(join(defaultPerfRoot(), '0.12'));
    expect(newer.index.packs).toHaveLength(MEASURED.length * (BACKENDS.length + 1));
    for (const { system, backend, tables } of newer.index.packs.filter(({ system }) => system === 'a100_sxm')) {
      const database = newer.database(system, backend === 'nccl' ? 'vllm' : (backend as Backend));
      for (const { name, sha256 } of tables) {
        const table = database?.table(name);
        if (table === undefined) throw new Error(`no table ${name}`);
        expect([system, backend, name, hashOf(table)]).toEqual([system, backend, name, sha256]);
      }
    }
    const { models } = newer.models();
    expect(Object.values(models).every(({ config }) => Object.keys(config).length > 0)).toBe(true);
    expect(models['nvidia/MiniMax-M3-NVFP4']?.hfQuantConfig).toHaveProperty('quantization.quantized_layers');
  });

  it('hold a known measurement', () => {
    const gemm = data.database('h200_sxm', 'vllm')?.table('gemm')?.slice('bfloat16');
    expect([...(['m', 'n', 'k', 'latency'] as const)].map((name) => gemm?.column(name)[0])).toEqual([
      1, 32, 32, 0.002505777817633417,
    ]);
  });

  it('know systems without data, models and support', () => {
    expect(Object.keys(data.systems)).toEqual(expect.arrayContaining([...MEASURED, 'a30', 'l4', 'h100_pcie', 'b60']));
    expect(data.systems.gb200).toMatchObject({ numGpusPerNode: 4, numGpusPerRack: 72, smVersion: 100 });
    expect(data.systems.b60).toMatchObject({ smVersion: -1, numGpusPerRack: Number.POSITIVE_INFINITY });
    expect(Object.keys(data.models().models)).toHaveLength(data.models().defaultModels.size);
    expect(data.models().families.Qwen3ForCausalLM).toBe('LLAMA');
    expect(data.support().rows()).toHaveLength(7520);
    expect(data.support().byModel('qwen/qwen3-32b', 'h200_sxm', 'vllm')?.pass).toBeGreaterThan(0);
    expect(data.database('b60', 'vllm')).toBeUndefined();
  });
});

describe('a folder that holds no packs', () => {
  const folder = mkdtempSync(join(tmpdir(), 'perfdb-root-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is INPUT_NOT_FOUND', () => {
    expect(() => openPerfData(join(folder, 'none'))).toThrow(expect.objectContaining({ code: 'INPUT_NOT_FOUND' }));
  });

  it.each([
    ['is not JSON', '{'],
    ['is of another format', '{"format":99}'],
    ['points outside', '{"format":1,"release":"x","sha256":"","packs":[{"file":"../../etc/x.pack"}]}'],
  ])('is PERFDB_INVALID when its index %s', (_, text) => {
    writeFileSync(join(folder, 'index.json'), text);
    expect(() => openPerfData(folder)).toThrow(expect.objectContaining({ code: 'PERFDB_INVALID' }));
  });
});

describe('a copy of the packs in which one file is damaged', () => {
  const folder = mkdtempSync(join(tmpdir(), 'perfdb-damaged-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(data.root, folder, { recursive: true });

  const USES: Readonly<Record<string, (data: PerfData) => unknown>> = {
    'systems.json': ({ systems }) => systems,
    'models.json': (data) => data.models(),
    'support.json': (data) => data.support(),
    'a100_sxm/vllm-0.14.0.pack': (data) => data.database('a100_sxm', 'vllm')?.table('gemm'),
    'a100_sxm/nccl-2.27.3.pack': (data) => data.database('a100_sxm', 'vllm')?.table('nccl'),
  };
  const DAMAGES: Readonly<Record<string, (bytes: Buffer) => Buffer>> = {
    empty: () => Buffer.alloc(0),
    'cut off': (bytes) => bytes.subarray(0, -1),
    'a byte longer': (bytes) => Buffer.concat([bytes, Buffer.alloc(1)]),
    'of zeros': (bytes) => Buffer.alloc(bytes.length),
    // In the middle of a compressed block, where the numbers change and nothing else does.
    'another in one bit': (bytes) => {
      const flipped = Buffer.from(bytes);
      const at = Math.floor(bytes.length / 2);
      flipped[at] = flipped[at]! ^ 1;
      return flipped;
    },
  };
  const cases = Object.keys(USES).flatMap((file) => Object.keys(DAMAGES).map((damage) => [file, damage] as const));

  it.each(cases)('is PERFDB_INVALID where %s is used and %s', (file, damage) => {
    const good = readFileSync(join(folder, file));
    writeFileSync(join(folder, file), DAMAGES[damage]!(good));
    const opened = openPerfData(folder);
    expect(() => USES[file]!(opened)).toThrow(expect.objectContaining({ code: 'PERFDB_INVALID' }));
    writeFileSync(join(folder, file), good);
    expect(USES[file]!(openPerfData(folder))).toBeDefined();
  });
});
