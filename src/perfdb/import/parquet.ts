import { RenderError } from '../../errors.ts';
import type { SourceColumns } from './tables/columns.ts';

/** Rows of one measured file; the largest real one has 170,000. */
const MAX_ROWS = 4_000_000;

type Cell = string | number | bigint | boolean | null | undefined;

function toInteger(value: Cell): number | undefined {
  if (typeof value === 'bigint') return Number(value);
  if (typeof value === 'number') return Math.trunc(value);
  return typeof value === 'boolean' ? Number(value) : undefined;
}

/** Wraps decoded columns; a cell that is absent or null reads as undefined. */
export function columnsOf(columns: ReadonlyMap<string, ArrayLike<Cell>>, rowCount: number): SourceColumns {
  const cell = (name: string, row: number): Cell => columns.get(name)?.[row];
  return {
    rowCount,
    text: (name, row) => {
      const value = cell(name, row);
      return typeof value === 'string' ? value : undefined;
    },
    integer: (name, row) => toInteger(cell(name, row)),
    float: (name, row) => {
      const value = cell(name, row);
      return typeof value === 'number' ? value : toInteger(value);
    },
  };
}

/** Decodes a Parquet file; throws PERFDB_INVALID naming `path` when it is none, or larger than any known one. */
export async function readParquet(bytes: Buffer, path: string): Promise<SourceColumns> {
  const [{ parquetMetadata, parquetRead }, { compressors }] = await Promise.all([
    import('hyparquet'),
    import('hyparquet-compressors'),
  ]);
  const file = new Uint8Array(bytes).buffer;
  const parts = new Map<string, Cell[]>();
  try {
    const metadata = parquetMetadata(file);
    const rowCount = Number(metadata.num_rows);
    if (!(rowCount <= MAX_ROWS)) throw new Error(`${rowCount} rows`);
    await parquetRead({
      file,
      metadata,
      compressors,
      onChunk: ({ columnName, columnData, rowStart }) => {
        const column = parts.get(columnName) ?? new Array<Cell>(rowCount);
        parts.set(columnName, column);
        for (let i = 0; i < columnData.length; i++) column[rowStart + i] = columnData[i] as Cell;
      },
    });
    return columnsOf(parts, rowCount);
  } catch (error) {
    throw new RenderError('PERFDB_INVALID', {
      message: `${path} is not a readable Parquet file: ${error instanceof Error ? error.message : String(error)}`,
    });
  }
}
