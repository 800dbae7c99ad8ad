import { type Architecture, parseArchitecture } from '../../src/models/architecture.ts';
import { openCatalog } from '../../src/perfdb/catalog.ts';
import type { PerfDatabase, SystemSpec, Table } from '../../src/perfdb/perfdb.ts';
import type { Backend } from '../../src/serving.ts';

/** The bundled data. */
export const data = openCatalog()('0.10');

/** Facts of a bundled model, with changes. */
export function bundled(id: string, changes: Partial<Architecture> = {}): Architecture {
  const files = data.models().models[id];
  if (files === undefined) throw new Error(`${id} is not bundled`);
  return { ...parseArchitecture(id, files), ...changes };
}

/** A bundled system, with changes. */
export function system(name: string, changes: Partial<SystemSpec> = {}): SystemSpec {
  return { ...data.systems[name]!, ...changes };
}

interface FakeSlice {
  readonly key: readonly (string | number)[];
  readonly columns: Readonly<Record<string, readonly number[]>>;
}

/** Tables by name, each a list of slices. */
export function fakeDatabase(
  tables: Readonly<
    Record<
      string,
      {
        readonly sliceColumns: readonly string[];
        readonly lanes?: readonly string[];
        readonly slices: readonly FakeSlice[];
      }
    >
  >,
  backend: Backend = 'vllm',
): PerfDatabase {
  const fake = (name: string): Table | undefined => {
    const found = tables[name];
    if (found === undefined) return undefined;
    return {
      name,
      sliceColumns: found.sliceColumns,
      columns: [],
      sliceKeys: found.slices.map(({ key }) => key),
      lanes: found.lanes ?? [],
      slice: (...key) => {
        const slice = found.slices.find((candidate) => candidate.key.join() === key.join());
        if (slice === undefined) return undefined;
        return {
          rowCount: Object.values(slice.columns)[0]!.length,
          column: (column) => Float64Array.from(slice.columns[column]!),
        };
      },
    };
  };
  return { system: 'h200_sxm', backend, version: '1.0', table: fake, derived: (_owner, make) => make() };
}
