import { fileNameOf, type TableSpec } from '../tables/spec.ts';
import { SHARED_TABLES_0_10, TABLES_0_10 } from '../tables/t0-10.ts';
import { compareNewestFirst, latestDatabaseVersion } from '../versions.ts';
import type { DataFolder, DataPlace, ReleaseLayout, TableSource } from './layout.ts';
import { groupFiles, otherFrameworks, parseReuse, type ReuseEntry, reusableKernels, sourceIn } from './reuse.ts';

/** Files that say something about a version folder and hold no measurements. */
const METADATA_FILES = ['INCOMPLETE.txt', 'SHARED_LAYER_REUSE.txt'];

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** The default version of a backend: the highest complete one that has files of its own. */
function defaultVersion(folder: DataFolder, backend: string): string | undefined {
  const measured = [...(folder.get(backend) ?? [])]
    .map(([version, paths]) => ({ version, files: paths.map(nameOf) }))
    .filter(({ version, files }) => !version.startsWith('.') && !files.includes('INCOMPLETE.txt'))
    .filter(({ files }) => files.some((file) => !file.startsWith('.') && !METADATA_FILES.includes(file)))
    .map(({ version }) => version);
  return latestDatabaseVersion(measured);
}

/** The version's own file, then other versions newest first, then other frameworks by name: kernels that are listed. */
function sources(
  { folder, backend, version }: DataPlace,
  spec: TableSpec,
  reuse: readonly ReuseEntry[],
): readonly TableSource[] {
  const file = { name: spec.name, part: 0 };
  const own = sourceIn(folder, file, { framework: backend, version });
  if (spec.inherits === 'nothing') return own;
  const kernels = reusableKernels(reuse, fileNameOf(spec.name), backend);
  const inherited = [backend, ...otherFrameworks(kernels, backend)].flatMap((framework) =>
    [...(folder.get(framework)?.keys() ?? [])]
      .filter((of) => !of.startsWith('_') && !(framework === backend && of === version))
      .sort(compareNewestFirst)
      .flatMap((of) =>
        sourceIn(folder, file, { framework, version: of, kernels: kernels.get(framework) ?? new Set() }),
      ),
  );
  return [...own, ...(kernels.size > 0 ? inherited : [])];
}

/** aiconfigurator 0.10: data by framework and version, the newest one by default, no lanes. Source: sdk/perf_database.py. */
export const LAYOUT_0_10: ReleaseLayout = {
  package: 'aiconfigurator',
  tables: TABLES_0_10,
  sharedTables: SHARED_TABLES_0_10,
  longestInlineConfig: Number.POSITIVE_INFINITY,
  dataFolder: (paths, prefix) =>
    groupFiles(paths, prefix, ([framework, version, ...deeper]) =>
      framework === undefined || version === undefined || deeper.length > 0 ? undefined : [framework, version],
    ),
  async rules(_, readYaml) {
    const reuse = parseReuse(await readYaml('op_kernel_source_manifest.yaml'));
    return {
      defaultVersion: (_system, backend, folder) => defaultVersion(folder, backend),
      sources: (place, spec) => sources(place, spec, reuse),
      laneOrder: () => [],
    };
  },
};
