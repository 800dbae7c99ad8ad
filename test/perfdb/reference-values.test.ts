import { describe, expect, it } from 'vitest';
import lanes from '../../fixtures/perfdb-0.12/lanes.json' with { type: 'json' };
import sources from '../../fixtures/perfdb-0.12/sources.json' with { type: 'json' };
import values from '../../fixtures/perfdb-0.12/values.json' with { type: 'json' };
import { openCatalog } from '../../src/perfdb/catalog.ts';
import { TABLES_0_12 } from '../../src/perfdb/import/tables/t0-12.ts';
import type { Table } from '../../src/perfdb/perfdb.ts';
import { BACKENDS } from '../../src/serving.ts';

/** The pack of 0.12 against what the engine of that release says of its tables (fixtures/perfdb-0.12/origin.yaml). */
const data = openCatalog()('0.12');

type Cell = string | number;

function tableAt(system: string, backend: string, name: string): Table | undefined {
  const known = BACKENDS.find((candidate) => candidate === backend);
  return known === undefined ? undefined : data.database(system, known)?.table(name);
}

/** The latency of a row by its whole key, slice columns first; undefined where there is none. */
function latencyAt(table: Table | undefined, key: readonly Cell[]): number | undefined {
  if (table === undefined) return undefined;
  const width = table.sliceColumns.length;
  const slice = table.slice(...key.slice(0, width));
  if (slice === undefined) return undefined;
  const columns = key.slice(width).map((value, i) => ({ value, cells: slice.column(table.columns[i] ?? '') }));
  const row = Array.from({ length: slice.rowCount }, (_, i) => i).find((i) =>
    columns.every(({ value, cells }) => cells[i] === value),
  );
  return row === undefined ? undefined : slice.column('latency')[row];
}

describe('a table of the pack', () => {
  it.each(Object.entries(values))(
    '%s holds the recorded cells to the bit, and no others',
    (name, { key, cells, misses }) => {
      const { slice, keys } = TABLES_0_12.find((spec) => spec.name === name) ?? { slice: [], keys: [] };
      if (name !== 'nccl') expect(key).toEqual([...slice, ...keys].map((column) => column.name));
      expect(cells.length).toBeGreaterThanOrEqual(190);
      for (const [system, backend, ...rest] of cells) {
        const found = latencyAt(tableAt(String(system), String(backend), name), rest.slice(0, -1));
        expect([system, backend, ...rest.slice(0, -1), found]).toEqual([system, backend, ...rest]);
      }
      for (const [system, backend, ...rest] of misses) {
        const found = latencyAt(tableAt(String(system), String(backend), name), rest);
        expect([system, backend, ...rest, found]).toEqual([system, backend, ...rest, undefined]);
      }
    },
  );

  it('of attention has the lanes, slices and rows of every system and backend', () => {
    expect(Object.keys(lanes)).toHaveLength(27);
    for (const [place, tables] of Object.entries(lanes)) {
      const [system = '', backend = ''] = place.split('-');
      for (const [name, recorded] of Object.entries<Readonly<Record<string, { readonly all: readonly number[] }>>>(
        tables,
      )) {
        const table = tableAt(system, backend, name);
        const found = new Map<string, readonly number[]>((table?.lanes ?? []).map((lane) => [lane, [0, 0]]));
        for (const key of table?.sliceKeys ?? []) {
          const [slices = 0, rows = 0] = found.get(String(key[0])) ?? [];
          found.set(String(key[0]), [slices + 1, rows + (table?.slice(...key)?.rowCount ?? 0)]);
        }
        const expected = Object.fromEntries(Object.entries(recorded).map(([lane, { all }]) => [lane, all]));
        expect([place, name, Object.fromEntries(found)]).toEqual([place, name, expected]);
      }
    }
  });
});

describe('the sources of a table', () => {
  /** Tables that are made of several files, with these. */
  const FILES: Readonly<Record<string, readonly string[]>> = {
    moe_a2a: ['moe_a2a', 'wideep_deepep_normal', 'wideep_deepep_ll', 'trtllm_alltoall'],
    moe_expert_compute: ['wideep_context_moe', 'wideep_generation_moe', 'wideep_moe'],
  };
  /** Tables that the reference reads from the version's own file alone, whatever its report says. */
  const OWN_ALONE = ['dsv4_megamoe_module'];

  it.each(Object.entries(sources))('of %s are those that the release reports, in its order', (place, reported) => {
    const [system = '', backend = ''] = place.split('-');
    const pack = data.index.packs.find((entry) => entry.system === system && entry.backend === backend);
    const ofReport = new Map<string, readonly string[]>(Object.entries(reported));
    for (const { name } of TABLES_0_12) {
      if (OWN_ALONE.includes(name)) continue;
      const found = pack?.tables.find((table) => table.name === name)?.sources ?? [];
      const names = found.map(({ framework, version }) => `${framework} ${version}`);
      const files = FILES[name];
      const expected = (files ?? [name]).flatMap((file) => ofReport.get(file) ?? []);
      // Files that the report does not know are of tables that it leaves to the engine.
      if (files === undefined && !ofReport.has(name)) continue;
      expect([name, ...(files === undefined ? names : names.toSorted())]).toEqual([
        name,
        ...(files === undefined ? expected : expected.toSorted()),
      ]);
    }
  });
});
