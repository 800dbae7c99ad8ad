import { isObject, type Json } from '../../json.ts';
import { fileOfTable, type TableSpec } from '../tables.ts';
import { compareNewestFirst, latestDatabaseVersion } from './versions.ts';

/** Files that say something about a version folder and hold no measurements. */
const METADATA_FILES = ['INCOMPLETE.txt', 'SHARED_LAYER_REUSE.txt'];

/** One file a table is made from; `kernels` limits it to rows of these kernel sources. */
export interface TableSource {
  readonly path: string;
  readonly framework: string;
  readonly version: string;
  readonly kernels: ReadonlySet<string> | undefined;
}

/** One entry of the release's list of measurements that may be reused. */
export interface ReuseEntry {
  readonly file: string;
  readonly kernel: string;
  readonly frameworks: readonly string[];
}

/** Files of `<data folder>/<framework>/<version>/`, by framework and version. */
export type DataFolder = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;

/** Reuse entries of `op_kernel_source_manifest.yaml`; other tiers and nameless kernels do not count. */
export function parseReuse(manifest: Json): readonly ReuseEntry[] {
  const groups = isObject(manifest) && Array.isArray(manifest.groups) ? manifest.groups : [];
  return groups.flatMap((group) => {
    if (!isObject(group) || (group.tier !== 'shared' && group.tier !== 'shared_fallback')) return [];
    const { op_file: file, kernel_source: kernel, frameworks } = group;
    if (typeof file !== 'string' || typeof kernel !== 'string' || kernel === '' || !Array.isArray(frameworks))
      return [];
    return [
      {
        file: file.replace(/\.txt$/, '.parquet'),
        kernel,
        frameworks: frameworks.map((name) => String(name).toLowerCase()),
      },
    ];
  });
}

/** Groups the files below `prefix` (such as `aiconfigurator/systems/data/l40s/`) by framework and version. */
export function dataFolder(paths: readonly string[], prefix: string): DataFolder {
  const folder = new Map<string, Map<string, string[]>>();
  for (const path of paths) {
    if (!path.startsWith(prefix)) continue;
    const [framework, version, file, ...deeper] = path.slice(prefix.length).split('/');
    if (framework === undefined || version === undefined || file === undefined || deeper.length > 0) continue;
    const versions = folder.get(framework) ?? new Map<string, string[]>();
    folder.set(framework, versions.set(version, [...(versions.get(version) ?? []), file]));
  }
  return folder;
}

/** The default version of a backend: the highest complete one that has files of its own (engine.md 2.6). */
export function defaultVersion(folder: DataFolder, backend: string): string | undefined {
  const measured = [...(folder.get(backend) ?? [])]
    .filter(([version, files]) => !version.startsWith('.') && !files.includes('INCOMPLETE.txt'))
    .filter(([, files]) => files.some((file) => !file.startsWith('.') && !METADATA_FILES.includes(file)))
    .map(([version]) => version);
  return latestDatabaseVersion(measured);
}

/** The kernels a backend may reuse, by framework that measured them. */
function reusableKernels(
  reuse: readonly ReuseEntry[],
  file: string,
  backend: string,
): ReadonlyMap<string, ReadonlySet<string>> {
  const kernels = new Map<string, Set<string>>();
  for (const entry of reuse) {
    if (entry.file !== file || !entry.frameworks.includes(backend)) continue;
    for (const framework of entry.frameworks) {
      kernels.set(framework, (kernels.get(framework) ?? new Set()).add(entry.kernel));
    }
  }
  return kernels;
}

/** The files of one table in order of precedence, missing ones left out (engine.md 2.7). */
export function tableSources(options: {
  readonly spec: TableSpec;
  readonly folder: DataFolder;
  readonly prefix: string;
  readonly backend: string;
  readonly version: string;
  readonly reuse: readonly ReuseEntry[];
}): readonly TableSource[] {
  const { spec, folder, prefix, backend, version, reuse } = options;
  const file = fileOfTable(spec.name);
  const source = (framework: string, of: string, kernels: ReadonlySet<string> | undefined): TableSource[] =>
    (folder.get(framework)?.get(of) ?? []).includes(file)
      ? [{ path: `${prefix}${framework}/${of}/${file}`, framework, version: of, kernels }]
      : [];
  const own = source(backend, version, undefined);
  if (!spec.inherits) return own;
  const kernels = reusableKernels(reuse, file, backend);
  const others = [...kernels.keys()].filter((framework) => framework !== backend).sort();
  const inherited = [backend, ...others].flatMap((framework) =>
    [...(folder.get(framework)?.keys() ?? [])]
      .filter((of) => !of.startsWith('_') && !(framework === backend && of === version))
      .sort(compareNewestFirst)
      .flatMap((of) => source(framework, of, kernels.get(framework) ?? new Set())),
  );
  return [...own, ...(kernels.size > 0 ? inherited : [])];
}
