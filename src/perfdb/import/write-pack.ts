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
  readonly blockColumns: number;
  readonly merged: MergedTable;
}

/** Compressor settings; 24 bits of window cover every block. */
function compress(bytes: Uint8Array, quality: number): Buffer {
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

/** Groups of consecutive slices with equal leading key columns. */
function blocksOf(table: NamedTable): { slices: MergedTable['slices'][number][]; rowCount: number }[] {
  const groups = new Map<string, { slices: MergedTable['slices'][number][]; rowCount: number }>();
  for (const slice of table.merged.slices) {
    const id = JSON.stringify(slice.key.slice(0, table.blockColumns));
    const group = groups.get(id) ?? { slices: [], rowCount: 0 };
    group.slices.push(slice);
    group.rowCount += slice.rowCount;
    groups.set(id, group);
  }
  return [...groups.values()];
}

/** One table's header and compressed blocks; the first block starts `offset` bytes after the pack's header. */
function encodeTable(table: NamedTable, offset: number, quality: number): { header: TableHeader; blobs: Buffer[] } {
  const blocks: BlockHeader[] = [];
  const slices: SliceHeader[] = [];
  const blobs: Buffer[] = [];
  let row = 0;
  let at = offset;
  for (const group of blocksOf(table)) {
    const columns: ColumnArray[] = table.merged.columns.map(({ values }) => values.slice(row, row + group.rowCount));
    const raw = encodeColumns(columns);
    const blob = compress(raw, quality);
    let start = 0;
    for (const slice of group.slices) {
      slices.push({ key: slice.key, block: blocks.length, start, rowCount: slice.rowCount });
      start += slice.rowCount;
    }
    blocks.push({ offset: at, length: blob.length, rawLength: raw.length, rowCount: group.rowCount });
    blobs.push(blob);
    row += group.rowCount;
    at += blob.length;
  }
  const columns = table.merged.columns.map(
    ({ name, values }) => ({ name, type: values instanceof Int32Array ? 'int32' : 'float64' }) as const,
  );
  return { header: { name: table.name, sliceColumns: table.sliceColumns, columns, blocks, slices }, blobs };
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
  const header = compress(raw, 11);
  const preamble = Buffer.alloc(PREAMBLE_BYTES);
  preamble.write(PACK_MAGIC, 0, 'latin1');
  preamble.writeUInt32LE(PACK_FORMAT, PACK_MAGIC.length);
  preamble.writeUInt32LE(header.length, PACK_MAGIC.length + 4);
  preamble.writeUInt32LE(raw.length, PACK_MAGIC.length + 8);
  return Buffer.concat([preamble, header, ...blobs]);
}
