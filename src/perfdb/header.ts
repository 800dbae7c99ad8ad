import { isObject, type Json } from '../json.ts';
import { type ColumnType, corrupt } from './codec.ts';

/** First bytes of every pack file. */
export const PACK_MAGIC = 'DGDRPERF';
/** Version of the pack layout; a reader takes its own version only. */
export const PACK_FORMAT = 1;
/** Magic, format, compressed and uncompressed length of the header (three little-endian uint32). */
export const PREAMBLE_BYTES = PACK_MAGIC.length + 12;
/** Upper bounds against hostile packs, in bytes and rows; the largest real block is under 1 MB. */
export const MAX_HEADER_BYTES = 1024 * 1024;
const MAX_BLOCK_BYTES = 16 * 1024 * 1024;
const MAX_ROWS = 2_000_000;

/** A compressed run of rows: where it lies after the header, and its size. */
export interface BlockHeader {
  readonly offset: number;
  readonly length: number;
  readonly rawLength: number;
  readonly rowCount: number;
}

/** Rows of one slice key: a contiguous run inside a block. */
export interface SliceHeader {
  readonly key: readonly (string | number)[];
  readonly block: number;
  readonly start: number;
  readonly rowCount: number;
}

export interface TableHeader {
  readonly name: string;
  readonly sliceColumns: readonly string[];
  readonly columns: readonly { readonly name: string; readonly type: ColumnType }[];
  /** Values of a slice column in the order in which they are asked; empty where no column has such an order. */
  readonly lanes: readonly string[];
  readonly blocks: readonly BlockHeader[];
  readonly slices: readonly SliceHeader[];
}

export interface PackHeader {
  readonly system: string;
  readonly backend: string;
  readonly version: string;
  readonly tables: readonly TableHeader[];
}

const list = (value: Json | undefined, what: string): readonly Json[] => {
  if (!Array.isArray(value)) throw corrupt(`${what} is not a list`);
  return value;
};

const word = (value: Json | undefined, what: string): string => {
  if (typeof value !== 'string') throw corrupt(`${what} is not a text`);
  return value;
};

const size = (value: Json | undefined, limit: number, what: string): number => {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value > limit) {
    throw corrupt(`${what} is out of range`);
  }
  return value;
};

function parseColumn(value: Json): TableHeader['columns'][number] {
  const [name, type] = list(value, 'a column');
  if (type !== 'int32' && type !== 'float64') throw corrupt('a column has an unknown type');
  return { name: word(name, 'a column name'), type };
}

function parseBlock(value: Json, dataBytes: number): BlockHeader {
  const [offset, length, rawLength, rowCount] = list(value, 'a block');
  const block = {
    offset: size(offset, dataBytes, 'a block offset'),
    length: size(length, dataBytes, 'a block length'),
    rawLength: size(rawLength, MAX_BLOCK_BYTES, 'a block size'),
    rowCount: size(rowCount, MAX_ROWS, 'a row count'),
  };
  if (block.offset + block.length > dataBytes) throw corrupt('a block lies outside the file');
  return block;
}

function parseKey(values: readonly Json[], width: number): readonly (string | number)[] {
  if (values.length !== width) throw corrupt('a slice key has the wrong length');
  return values.map((value) => {
    if (typeof value !== 'string' && typeof value !== 'number') throw corrupt('a slice key is neither text nor number');
    return value;
  });
}

function parseSlices(
  values: readonly Json[],
  blocks: readonly BlockHeader[],
  keyWidth: number,
): readonly SliceHeader[] {
  const used = blocks.map(() => 0);
  const slices = values.map((value) => {
    const [blockValue, rowValue, ...key] = list(value, 'a slice');
    const block = size(blockValue, blocks.length - 1, 'the block of a slice');
    const rowCount = size(rowValue, MAX_ROWS, 'a row count');
    const start = used[block] ?? 0;
    used[block] = start + rowCount;
    return { key: parseKey(key, keyWidth), block, start, rowCount };
  });
  if (blocks.some((block, i) => block.rowCount !== used[i])) throw corrupt('the slices of a block do not add up');
  return slices;
}

function parseTable(value: Json, dataBytes: number): TableHeader {
  if (!isObject(value)) throw corrupt('a table is not an object');
  const blocks = list(value.blocks, 'the blocks of a table').map((block) => parseBlock(block, dataBytes));
  const sliceColumns = list(value.sliceColumns, 'the slice columns').map((name) => word(name, 'a slice column'));
  return {
    name: word(value.name, 'a table name'),
    sliceColumns,
    columns: list(value.columns, 'the columns of a table').map(parseColumn),
    lanes: list(value.lanes ?? [], 'the lanes of a table').map((name) => word(name, 'a lane')),
    blocks,
    slices: parseSlices(list(value.slices, 'the slices of a table'), blocks, sliceColumns.length),
  };
}

/** Checks a header against the `dataBytes` that follow it in the file; throws PERFDB_INVALID. */
export function parseHeader(value: Json, dataBytes: number): PackHeader {
  if (!isObject(value)) throw corrupt('the header is not an object');
  return {
    system: word(value.system, 'the system'),
    backend: word(value.backend, 'the backend'),
    version: word(value.version, 'the version'),
    tables: list(value.tables, 'the tables').map((entry) => parseTable(entry, dataBytes)),
  };
}

/** The header as it is written: lists instead of objects where there are many. */
export function headerJson(header: PackHeader): Json {
  return {
    system: header.system,
    backend: header.backend,
    version: header.version,
    tables: header.tables.map((entry) => ({
      name: entry.name,
      sliceColumns: [...entry.sliceColumns],
      columns: entry.columns.map(({ name, type }) => [name, type]),
      ...(entry.lanes.length > 0 ? { lanes: [...entry.lanes] } : {}),
      blocks: entry.blocks.map(({ offset, length, rawLength, rowCount }) => [offset, length, rawLength, rowCount]),
      slices: entry.slices.map(({ block, rowCount, key }) => [block, rowCount, ...key]),
    })),
  };
}
