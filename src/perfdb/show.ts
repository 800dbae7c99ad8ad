import type { JsonObject } from '../json.ts';
import type { PackEntry, PerfIndex, TableEntry } from './index-file.ts';

/** What `perfdb show` prints; both default to everything. */
export interface ShowOptions {
  readonly system?: string | undefined;
  readonly backend?: string | undefined;
}

const sum = (tables: readonly TableEntry[], field: 'rows' | 'hidden'): number =>
  tables.reduce((total, table) => total + table[field], 0);

function select(index: PerfIndex, { system, backend }: ShowOptions): readonly PackEntry[] {
  return index.packs.filter(
    (pack) => (system === undefined || pack.system === system) && (backend === undefined || pack.backend === backend),
  );
}

/** `vllm 0.19.0 101004, vllm 0.18.0 6`: rows kept from each source, those without any left out. */
const sourcesText = (table: TableEntry): string =>
  table.sources
    .filter(({ kept }) => kept > 0)
    .map(({ framework, version, kept }) => `${framework} ${version} ${kept}`)
    .join(', ');

const tableLine = (table: TableEntry, width: number): string =>
  `    ${table.name.padEnd(width)}  ${String(table.rows).padStart(7)} rows, ${String(table.hidden).padStart(7)} hidden: ${sourcesText(table)}`;

function packLines(pack: PackEntry): readonly string[] {
  const { tables } = pack;
  const width = Math.max(0, ...tables.map(({ name }) => name.length));
  const head = `  ${pack.backend} ${pack.version}: ${tables.length} tables, ${sum(tables, 'rows')} rows, ${sum(tables, 'hidden')} hidden`;
  return [head, ...tables.map((table) => tableLine(table, width))];
}

/**
 * The lines of `dgdr-render perfdb show`: release, then by system each backend with its version, tables, rows kept,
 * rows hidden (measured, but another row with the same key wins), and the sources of the rows kept.
 */
export function showLines(index: PerfIndex, options: ShowOptions = {}): readonly string[] {
  const packs = select(index, options);
  const systems = [...new Set(packs.map(({ system }) => system))];
  return [
    `${index.release}, contents ${index.sha256}`,
    ...systems.flatMap((system) => [system, ...packs.filter((pack) => pack.system === system).flatMap(packLines)]),
  ];
}

/** The same as one JSON object, for `--output json`. */
export function showJson(index: PerfIndex, options: ShowOptions = {}): JsonObject {
  return {
    release: index.release,
    sha256: index.sha256,
    packs: select(index, options).map(({ file, system, backend, version, tables }) => ({
      system,
      backend,
      version,
      file,
      rows: sum(tables, 'rows'),
      hidden: sum(tables, 'hidden'),
      tables: tables.map(({ name, rows, hidden, sha256, sources }) => ({
        name,
        rows,
        hidden,
        sha256,
        sources: sources.map((source) => ({ ...source })),
      })),
    })),
  };
}
