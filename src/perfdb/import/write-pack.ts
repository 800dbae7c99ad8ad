import { createHash, type Hash } from 'node:crypto';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Json } from '../../json.ts';
import type { ColumnArray } from '../codec.ts';
import {
  type BlockHeader,
  headerJson,
  PACK_FORMAT,
  PACK_MAGIC,
  PREAMBLE_BYTES,
  type SliceHeader,
  type TableHeader,
} from '../header.ts';
import { encodeColumns } from './encode.ts';
import type { MergedTable } from './merge.ts';

/** A merged table with its place in the pack. */
export interface NamedTable {
  readonly name: string;
  readonly sliceColumns: readonly string[];
  /** Slice columns whose values the slices of a block share. */
  readonly block: readonly string[];
  readonly lanes: readonly string[];
  readonly merged: MergedTable;
}

/** Compresses with brotli, `quality` 0 to 11; 24 bits of window cover every block. */
export function compressed(bytes: Uint8Array, quality: number): Buffer {
  return brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
}

/** SHA-256 over slice keys, row counts and columns (little-endian), whatever the compression. */
export function hashTable(columns: MergedTable['columns'], slices: MergedTable['slices']): string {
  const hash: Hash = createHash('sha256');
  for (const { key, rowCount } of slices) hash.update(`${JSON.stringify(key)} ${rowCount}\n`);
  for (const { name, values } of columns) {
    hash.update(`${name} ${values instanceof Int32Array ? 'int32' : 'float64'}\n`);
    hash.update(new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
  }
  return hash.digest('hex');
}

type SliceRun = MergedTable['slices'][number] & { readonly start: number };

/** Slices that agree in the table's block columns, with the places of their first rows. */
function blocksOf({ sliceColumns, block, merged }: NamedTable): readonly (readonly SliceRun[])[] {
  const places = block.map((name) => sliceColumns.indexOf(name));
  const groups = new Map<string, SliceRun[]>();
  let start = 0;
  for (const slice of merged.slices) {
    const id = JSON.stringify(places.map((place) => slice.key[place]));
    const group = groups.get(id) ?? [];
    groups.set(id, group);
    group.push({ ...slice, start });
    start += slice.rowCount;
  }
  return [...groups.values()];
}

/** A column's values of some runs of rows, one after another. */
function gather(values: ColumnArray, runs: readonly SliceRun[]): ColumnArray {
  const rowCount = runs.reduce((sum, run) => sum + run.rowCount, 0);
  const column = values instanceof Int32Array ? new Int32Array(rowCount) : new Float64Array(rowCount);
  let at = 0;
  for (const { start, rowCount: length } of runs) {
    column.set(values.subarray(start, start + length), at);
    at += length;
  }
  return column;
}

/** One table's header and compressed blocks; the first block starts `offset` bytes after the pack's header. */
function encodeTable(table: NamedTable, offset: number, quality: number): { header: TableHeader; blobs: Buffer[] } {
  const blocks: BlockHeader[] = [];
  const slices = new Map<SliceRun['start'], SliceHeader>();
  const blobs: Buffer[] = [];
  let at = offset;
  for (const runs of blocksOf(table)) {
    const raw = encodeColumns(table.merged.columns.map(({ values }) => gather(values, runs)));
    const blob = compressed(raw, quality);
    let rowCount = 0;
    for (const run of runs) {
      slices.set(run.start, { key: run.key, block: blocks.length, start: rowCount, rowCount: run.rowCount });
      rowCount += run.rowCount;
    }
    blocks.push({ offset: at, length: blob.length, rawLength: raw.length, rowCount });
    blobs.push(blob);
    at += blob.length;
  }
  const columns = table.merged.columns.map(
    ({ name, values }) => ({ name, type: values instanceof Int32Array ? 'int32' : 'float64' }) as const,
  );
  const inOrder = [...slices].sort(([a], [b]) => a - b).map(([, slice]) => slice);
  const { name, sliceColumns, lanes } = table;
  return { header: { name, sliceColumns, columns, lanes, blocks, slices: inOrder }, blobs };
}

/** The bytes of a pack file. `quality` is brotli's, 0 to 11. */
export function encodePack(
  identity: { readonly system: string; readonly backend: string; readonly version: string },
  tables: readonly NamedTable[],
  quality: number,
): Buffer {
  const headers: TableHeader[] = [];
  const blobs: Buffer[] = [];
  let offset = 0;
  for (const table of tables) {
    const encoded = encodeTable(table, offset, quality);
    headers.push(encoded.header);
    blobs.push(...encoded.blobs);
    offset += encoded.blobs.reduce((sum, blob) => sum + blob.length, 0);
  }
  const json: Json = headerJson({ ...identity, tables: headers });
  const raw = Buffer.from(JSON.stringify(json), 'utf8');
  const header = compressed(raw, 11);
  const preamble = Buffer.alloc(PREAMBLE_BYTES);
  preamble.write(PACK_MAGIC, 0, 'latin1');
  preamble.writeUInt32LE(PACK_FORMAT, PACK_MAGIC.length);
  preamble.writeUInt32LE(header.length, PACK_MAGIC.length + 4);
  preamble.writeUInt32LE(raw.length, PACK_MAGIC.length + 8);
  return Buffer.concat([preamble, header, ...blobs]);
}
