import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { RenderError } from '../errors.ts';
import type { Json } from '../json.ts';
import { type ColumnArray, corrupt, decodeColumns } from './codec.ts';
import {
  MAX_HEADER_BYTES,
  PACK_FORMAT,
  PACK_MAGIC,
  type PackHeader,
  PREAMBLE_BYTES,
  parseHeader,
  type TableHeader,
} from './header.ts';

/** Rows of one slice, sorted ascending by its key columns. */
export interface Slice {
  readonly rowCount: number;
  /** A numeric column by name (row keys first, then values such as `latency`); throws when there is none. */
  column(name: string): ColumnArray;
}

/** One measured table; its slices are read and decompressed on first use. */
export interface Table {
  readonly name: string;
  readonly sliceColumns: readonly string[];
  readonly columns: readonly string[];
  /** Keys of all slices; they are in the pack's header, so that asking for them reads no rows. */
  readonly sliceKeys: readonly (readonly (string | number)[])[];
  /** Values of a slice column in the order in which they are asked; empty where no column has such an order. */
  readonly lanes: readonly string[];
  slice(...key: readonly (string | number)[]): Slice | undefined;
}

/** One pack file, opened: its header, and tables by name. */
export interface Pack {
  readonly header: PackHeader;
  table(name: string): Table | undefined;
}

/** Reads exactly `length` bytes at `position`; a shorter file is PERFDB_INVALID, an unreadable one INPUT_NOT_FOUND. */
function readAt(path: string, position: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  withFile(path, (fd) => {
    let done = 0;
    while (done < length) {
      const count = readSync(fd, bytes, done, length - done, position + done);
      if (count === 0) throw corrupt(`${path} ends too early`);
      done += count;
    }
  });
  return bytes;
}

function withFile<T>(path: string, use: (fd: number) => T): T {
  let fd: number;
  try {
    fd = openSync(path, 'r');
  } catch (error) {
    throw new RenderError('INPUT_NOT_FOUND', {
      message: `cannot read ${path}: ${String(error)}`,
      hint: 'reinstall the package',
    });
  }
  try {
    return use(fd);
  } finally {
    closeSync(fd);
  }
}

/** Bound of what a file inflates to whose size is not known before, against hostile ones. */
const MAX_INFLATED_BYTES = 16 * 1024 * 1024;

/** Decompresses into exactly `rawLength` bytes where that is given; never into more, whatever the stream says. */
export function inflate(bytes: Uint8Array, rawLength?: number): Buffer {
  let raw: Buffer;
  try {
    raw = brotliDecompressSync(bytes, { maxOutputLength: Math.max(rawLength ?? MAX_INFLATED_BYTES, 1) });
  } catch {
    throw corrupt('a block does not decompress');
  }
  if (rawLength !== undefined && raw.length !== rawLength) throw corrupt('a block has the wrong size');
  return raw;
}

function readHeader(path: string): { header: PackHeader; dataStart: number } {
  const fileBytes = withFile(path, (fd) => fstatSync(fd).size);
  const preamble = readAt(path, 0, PREAMBLE_BYTES);
  if (preamble.toString('latin1', 0, PACK_MAGIC.length) !== PACK_MAGIC) throw corrupt(`${path} is not a pack file`);
  const format = preamble.readUInt32LE(PACK_MAGIC.length);
  if (format !== PACK_FORMAT) throw corrupt(`${path} has format ${format}, this release reads ${PACK_FORMAT}`);
  const length = preamble.readUInt32LE(PACK_MAGIC.length + 4);
  const rawLength = preamble.readUInt32LE(PACK_MAGIC.length + 8);
  const dataStart = PREAMBLE_BYTES + length;
  if (rawLength > MAX_HEADER_BYTES || dataStart > fileBytes) throw corrupt(`the header of ${path} is out of range`);
  const text = inflate(readAt(path, PREAMBLE_BYTES, length), rawLength).toString('utf8');
  let json: Json;
  try {
    json = JSON.parse(text) as Json;
  } catch {
    throw corrupt(`the header of ${path} is not JSON`);
  }
  return { header: parseHeader(json, fileBytes - dataStart), dataStart };
}

const keyId = (key: readonly (string | number)[]): string => JSON.stringify(key);

function openTable(path: string, dataStart: number, header: TableHeader): Table {
  const slices = new Map(header.slices.map((slice) => [keyId(slice.key), slice] as const));
  const blocks = new Map<number, readonly ColumnArray[]>();
  const columnIndex = new Map(header.columns.map(({ name }, i) => [name, i] as const));

  const readBlock = (index: number): readonly ColumnArray[] => {
    const known = blocks.get(index);
    if (known !== undefined) return known;
    const block = header.blocks[index];
    if (block === undefined) throw corrupt('a slice names a block that is not there');
    const raw = inflate(readAt(path, dataStart + block.offset, block.length), block.rawLength);
    const columns = decodeColumns(
      raw,
      header.columns.map(({ type }) => type),
      block.rowCount,
    );
    blocks.set(index, columns);
    return columns;
  };

  return {
    name: header.name,
    sliceColumns: header.sliceColumns,
    columns: header.columns.map(({ name }) => name),
    sliceKeys: header.slices.map(({ key }) => key),
    lanes: header.lanes,
    slice(...key) {
      const slice = slices.get(keyId(key));
      if (slice === undefined) return undefined;
      return {
        rowCount: slice.rowCount,
        column(name) {
          const column = readBlock(slice.block)[columnIndex.get(name) ?? -1];
          if (column === undefined) throw corrupt(`table ${header.name} has no column ${name}`);
          return column.subarray(slice.start, slice.start + slice.rowCount);
        },
      };
    },
  };
}

/** Opens a pack file: reads and checks its header only. Throws PERFDB_INVALID or INPUT_NOT_FOUND. */
export function openPack(path: string): Pack {
  const { header, dataStart } = readHeader(path);
  const headers = new Map(header.tables.map((table) => [table.name, table] as const));
  const tables = new Map<string, Table>();
  return {
    header,
    table(name) {
      const known = tables.get(name);
      const found = headers.get(name);
      if (known !== undefined || found === undefined) return known;
      const table = openTable(path, dataStart, found);
      tables.set(name, table);
      return table;
    },
  };
}
