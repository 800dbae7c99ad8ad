import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { RenderError } from '../../src/errors.ts';
import { PACK_FORMAT, PACK_MAGIC } from '../../src/perfdb/header.ts';
import { mergeTable } from '../../src/perfdb/import/merge.ts';
import { columnsOf } from '../../src/perfdb/import/parquet.ts';
import type { TableSpec } from '../../src/perfdb/import/tables/spec.ts';
import { TABLES_0_10 } from '../../src/perfdb/import/tables/t0-10.ts';
import { encodePack } from '../../src/perfdb/import/write-pack.ts';
import { openPack, type Pack } from '../../src/perfdb/pack.ts';

const folder = mkdtempSync(join(tmpdir(), 'perfdb-pack-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const IDENTITY = { system: 'toy', backend: 'vllm', version: '0.9.0' };
const tableNamed = (name: string): TableSpec => {
  const found = TABLES_0_10.find((spec) => spec.name === name);
  if (found === undefined) throw new Error(`no table ${name}`);
  return found;
};

interface GemmRow {
  readonly dtype: string;
  readonly m: number;
  readonly n: number;
  readonly latency: number;
}

const gemmColumns = (rows: readonly GemmRow[]) =>
  columnsOf(
    new Map<string, (string | number)[]>([
      ['gemm_dtype', rows.map(({ dtype }) => dtype)],
      ['m', rows.map(({ m }) => m)],
      ['n', rows.map(({ n }) => n)],
      ['k', rows.map(() => 64)],
      ['latency', rows.map(({ latency }) => latency)],
    ]),
    rows.length,
  );

function gemmPack(rows: readonly GemmRow[]): Buffer {
  const spec = tableNamed('gemm');
  const merged = mergeTable(spec, [{ columns: gemmColumns(rows), rows: rows.map((_, i) => i) }]);
  return encodePack(
    IDENTITY,
    [{ name: 'gemm', sliceColumns: ['gemm_dtype'], block: ['gemm_dtype'], lanes: [], merged }],
    4,
  );
}

function open(bytes: Uint8Array): Pack {
  const path = join(folder, 'case.pack');
  writeFileSync(path, bytes);
  return openPack(path);
}

const readAll = (pack: Pack): readonly (string | number)[][] => {
  const table = pack.table('gemm');
  return (table?.sliceKeys ?? []).flatMap((key) => {
    const slice = table?.slice(...key);
    return Array.from({ length: slice?.rowCount ?? 0 }, (_, i) => [
      ...key,
      ...(table?.columns ?? []).map((name) => slice?.column(name)[i] ?? Number.NaN),
    ]);
  });
};

const SAMPLE: readonly GemmRow[] = Array.from({ length: 60 }, (_, i) => ({
  dtype: i % 3 === 0 ? 'fp8' : 'bfloat16',
  m: 60 - i,
  n: 32 * (i % 7),
  latency: 0.25 + i / 7,
}));

describe('a pack', () => {
  it('gives back the first row of every key, sorted', () => {
    const row = fc.record({
      dtype: fc.constantFrom('fp8', 'bfloat16', 'nvfp4'),
      m: fc.integer({ min: 1, max: 6 }),
      n: fc.integer({ min: -2_147_483_647, max: 2_147_483_647 }).filter((n) => n % 5 === 0),
      latency: fc.double({ noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 60 }), (rows) => {
        const first = new Map<string, GemmRow>();
        for (const entry of rows) {
          const id = `${entry.dtype} ${entry.m} ${entry.n}`;
          if (!first.has(id)) first.set(id, entry);
        }
        const expected = [...first.values()]
          .sort((a, b) => (a.dtype === b.dtype ? a.m - b.m || a.n - b.n : a.dtype < b.dtype ? -1 : 1))
          .map(({ dtype, m, n, latency }) => [dtype, m, n, 64, latency]);
        expect(readAll(open(gemmPack(rows)))).toEqual(expected);
      }),
      { numRuns: 40 },
    );
  });

  it('has the same bytes when written twice', () => {
    expect(gemmPack(SAMPLE).equals(gemmPack(SAMPLE))).toBe(true);
  });

  it('answers undefined for an unknown table or slice', () => {
    const pack = open(gemmPack(SAMPLE));
    expect(pack.table('moe')).toBeUndefined();
    expect(pack.table('gemm')?.slice('int4_wo')).toBeUndefined();
    expect(pack.table('gemm')?.slice('fp8')?.rowCount).toBe(20);
  });
});

const headerOnly = (header: unknown, rawLength?: number): Buffer => {
  const raw = Buffer.from(typeof header === 'string' ? header : JSON.stringify(header));
  const packed = brotliCompressSync(raw);
  const preamble = Buffer.alloc(20);
  preamble.write(PACK_MAGIC, 'latin1');
  preamble.writeUInt32LE(PACK_FORMAT, 8);
  preamble.writeUInt32LE(packed.length, 12);
  preamble.writeUInt32LE(rawLength ?? raw.length, 16);
  return Buffer.concat([preamble, packed]);
};

const withTable = (table: object): Buffer =>
  headerOnly({
    ...IDENTITY,
    tables: [{ name: 'gemm', sliceColumns: ['q'], columns: [['m', 'int32']], blocks: [], slices: [], ...table }],
  });

describe('a broken pack', () => {
  it.each<[string, Buffer]>([
    ['is empty', Buffer.alloc(0)],
    ['is another kind of file', Buffer.from('PAR1 and then something else entirely')],
    ['has another format', Object.assign(gemmPack(SAMPLE), { 8: 9 })],
    ['has a header that is not JSON', headerOnly('{"system":')],
    ['has a header that is a list', headerOnly([])],
    ['says its header is larger than it is', headerOnly({ ...IDENTITY, tables: [] }, 999)],
    ['says its header is huge', headerOnly({ ...IDENTITY, tables: [] }, 0xffffffff)],
    ['has a block outside the file', withTable({ blocks: [[0, 10, 10, 1]], slices: [[0, 1, 'fp8']] })],
    ['has a block of absurd size', withTable({ blocks: [[0, 0, 1e12, 1]], slices: [[0, 1, 'fp8']] })],
    ['has a negative offset', withTable({ blocks: [[-1, 0, 0, 0]], slices: [] })],
    ['has a slice without a block', withTable({ slices: [[0, 1, 'fp8']] })],
    ['has slices that do not add up', withTable({ blocks: [[0, 0, 0, 5]], slices: [[0, 1, 'fp8']] })],
    ['has a slice key of the wrong length', withTable({ blocks: [[0, 0, 0, 1]], slices: [[0, 1]] })],
    ['has a column type that does not exist', withTable({ columns: [['m', 'int64']] })],
  ])('is refused with a code when it %s', (_, bytes) => {
    expect(() => open(bytes)).toThrow(expect.objectContaining({ code: 'PERFDB_INVALID' }));
  });

  it('never fails without a code, wherever one byte is changed or the end is cut off', () => {
    const good = gemmPack(SAMPLE);
    const damaged = Array.from({ length: good.length }, (_, at) => {
      const flipped = Buffer.from(good);
      flipped[at] = (flipped[at] ?? 0) ^ 0x41;
      return [flipped, good.subarray(0, at)];
    }).flat();
    for (const bytes of damaged) {
      try {
        readAll(open(bytes));
      } catch (error) {
        expect(error).toBeInstanceOf(RenderError);
        expect((error as RenderError).code).toBe('PERFDB_INVALID');
      }
    }
  });

  it('that is not there is INPUT_NOT_FOUND', () => {
    expect(() => openPack(join(folder, 'none.pack'))).toThrow(expect.objectContaining({ code: 'INPUT_NOT_FOUND' }));
  });
});
