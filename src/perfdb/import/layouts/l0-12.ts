import { isObject, type Json } from '../../../json.ts';
import { fileNameOf, type TableSpec } from '../tables/spec.ts';
import { SHARED_TABLES_0_12, TABLES_0_12 } from '../tables/t0-12.ts';
import { compareNewestFirst, isEarlier } from '../versions.ts';
import { laneOrder, pinnedLane } from './lanes.ts';
import type { DataPlace, ReleaseLayout, TableSource } from './layout.ts';
import { groupFiles, otherFrameworks, parseReuse, type ReuseEntry, reusableKernels, sourceIn } from './reuse.ts';

/** The version of a backend in the slot `current`: the system's own, else everybody's. */
function currentVersion(slots: Json, system: string, backend: string): string | undefined {
  const at = (value: Json | undefined, key: string): Json | undefined => (isObject(value) ? value[key] : undefined);
  const slot = at(at(at(slots, 'overrides'), system), backend) ?? at(at(slots, 'defaults'), backend);
  const version = at(slot, 'current');
  return typeof version === 'string' ? version : undefined;
}

/** Versions that a version declares to take a table from: reuse.yaml in its folders, by the path of its folder. */
type Declared = ReadonlyMap<string, readonly { readonly table: string; readonly from: string }[]>;

function parseDeclared(value: Json): readonly { readonly table: string; readonly from: string }[] {
  const entries = isObject(value) && Array.isArray(value.reuse) ? value.reuse : [];
  return entries.flatMap((entry) =>
    isObject(entry) && typeof entry.table === 'string' && typeof entry.from_version === 'string'
      ? [{ table: entry.table, from: entry.from_version }]
      : [],
  );
}

interface Rules {
  readonly reuse: readonly ReuseEntry[];
  readonly declared: Declared;
}

/** Earlier versions of the backend, the nearest first. */
const earlierVersions = ({ folder, backend, version }: DataPlace): readonly string[] =>
  [...(folder.get(backend)?.keys() ?? [])].filter((of) => isEarlier(of, version)).sort(compareNewestFirst);

/** Versions of the backend that its own version declares to take a file from, in the order of its folders and lists. */
function declaredVersions(
  { folder, backend, version }: DataPlace,
  file: string,
  declared: Declared,
): readonly string[] {
  const table = file.replace(/\.parquet$/, '');
  return (folder.get(backend)?.get(version) ?? [])
    .flatMap((path) => declared.get(path) ?? [])
    .filter((entry) => entry.table === table)
    .map(({ from }) => from);
}

function partSources(place: DataPlace, spec: TableSpec, rules: Rules, part: number): readonly TableSource[] {
  const { folder, backend, version } = place;
  const file = { name: spec.parts[part]?.file ?? spec.name, part };
  const name = fileNameOf(file.name);
  const ofBackend = (versions: readonly string[]): readonly TableSource[] =>
    [...new Set(versions)].flatMap((of) => sourceIn(folder, file, { framework: backend, version: of }));
  if (spec.inherits === 'nothing') return ofBackend([version]);
  if (spec.inherits === 'earlier') return ofBackend([version, ...earlierVersions(place)]);
  const own = ofBackend([version, ...declaredVersions(place, name, rules.declared), ...earlierVersions(place)]);
  const kernels = reusableKernels(rules.reuse, name, backend);
  const others = otherFrameworks(kernels, backend).flatMap((framework) =>
    [...(folder.get(framework)?.keys() ?? [])]
      .sort(compareNewestFirst)
      .flatMap((of) => sourceIn(folder, file, { framework, version: of, kernels: kernels.get(framework) })),
  );
  return [...own, ...others];
}

/** Sources of all parts; by version, the own one first, then the nearest, where a table's parts fill each other's holes. */
function sources(place: DataPlace, spec: TableSpec, rules: Rules): readonly TableSource[] {
  const found = spec.parts.flatMap((_, part) => partSources(place, spec, rules, part));
  if (spec.partOrder === 'byFile') return found;
  const rank = new Map(
    [...new Set(found.map(({ version }) => version))]
      .sort((a, b) => Number(b === place.version) - Number(a === place.version) || compareNewestFirst(a, b))
      .map((version, i) => [version, i] as const),
  );
  return found.toSorted((a, b) => (rank.get(a.version) ?? 0) - (rank.get(b.version) ?? 0) || a.part - b.part);
}

/** aiconfigurator 0.12: data by family, framework and version, slots of versions, lanes. Source: aiconfigurator_core. */
export const LAYOUT_0_12: ReleaseLayout = {
  package: 'aiconfigurator_core',
  tables: TABLES_0_12,
  sharedTables: SHARED_TABLES_0_12,
  longestInlineConfig: 8192,
  dataFolder: (paths, prefix) =>
    groupFiles(paths, prefix, ([family, framework, version, ...deeper]) =>
      family === undefined || framework === undefined || version === undefined || deeper.length > 0
        ? undefined
        : [framework, version],
    ),
  async rules(tree, readYaml) {
    const systemsFolder = `${LAYOUT_0_12.package}/systems/`;
    const files = tree.paths.filter((path) => path.startsWith(systemsFolder) && path.endsWith('/reuse.yaml'));
    const declared = new Map<string, ReturnType<typeof parseDeclared>>();
    for (const path of files) declared.set(path, parseDeclared(await readYaml(path.slice(systemsFolder.length))));
    const rules = { reuse: parseReuse(await readYaml('perf_data_reuse_manifest.yaml')), declared };
    const slots = await readYaml('query_versions.yaml');
    const lanes = await readYaml('attention_lane_defaults.yaml');
    return {
      defaultVersion: (system, backend, folder) => {
        const version = currentVersion(slots, system, backend);
        return version !== undefined && folder.get(backend)?.has(version) === true ? version : undefined;
      },
      sources: (place, spec) => sources(place, spec, rules),
      laneOrder: (place, coverage) => laneOrder(pinnedLane(lanes, place), coverage),
    };
  },
};
