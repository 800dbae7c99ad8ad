import { isObject, type Json } from '../../../json.ts';
import { fileNameOf } from '../tables/spec.ts';
import type { DataFolder, TableSource } from './layout.ts';

/** One entry of the release's list of measurements that may be reused. */
export interface ReuseEntry {
  readonly file: string;
  readonly kernel: string;
  readonly frameworks: readonly string[];
}

/** Reuse entries of the release's manifest; other tiers and nameless kernels do not count. */
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

/** Kernels of a file that `backend` may take, by the framework that measured them. */
export function reusableKernels(
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

/** Frameworks of a list of kernels, `backend` aside, by name. */
export const otherFrameworks = (kernels: ReadonlyMap<string, unknown>, backend: string): readonly string[] =>
  [...kernels.keys()].filter((framework) => framework !== backend).sort();

/** The file of a part in one version of a framework, or none. */
export function sourceIn(
  folder: DataFolder,
  file: { readonly name: string; readonly part: number },
  at: { readonly framework: string; readonly version: string; readonly kernels?: ReadonlySet<string> | undefined },
): readonly TableSource[] {
  const ending = `/${fileNameOf(file.name)}`;
  const path = folder
    .get(at.framework)
    ?.get(at.version)
    ?.find((found) => found.endsWith(ending));
  return path === undefined
    ? []
    : [{ path, framework: at.framework, version: at.version, part: file.part, kernels: at.kernels }];
}

/** Groups files by framework and version, the two folders above each that `split` finds. */
export function groupFiles(
  paths: readonly string[],
  prefix: string,
  split: (folders: readonly string[]) => readonly [string, string] | undefined,
): DataFolder {
  const folder = new Map<string, Map<string, string[]>>();
  for (const path of paths) {
    if (!path.startsWith(prefix)) continue;
    const found = split(path.slice(prefix.length).split('/').slice(0, -1));
    if (found === undefined) continue;
    const [framework, version] = found;
    const versions = folder.get(framework) ?? new Map<string, string[]>();
    folder.set(framework, versions.set(version, [...(versions.get(version) ?? []), path]));
  }
  return folder;
}
