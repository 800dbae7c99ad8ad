import { join } from 'node:path';
import { packageFolder } from './package-folder.ts';
import { openPerfData, type PerfData } from './perfdb.ts';

/** Releases of measured data in this package, newest first: folders of `perfdb/`. */
export const DATA_RELEASES = ['0.12', '0.10'] as const;
export type DataRelease = (typeof DATA_RELEASES)[number];

/** The folder for the data of a version: `0.10` for `0.10.0`. */
export function dataRelease(version: string): string {
  return version.split('.').slice(0, 2).join('.');
}

/** The data release that data are one of, such as `0.12` of aiconfigurator 0.12.0. */
export function dataReleaseOf({ release }: PerfData): string {
  return dataRelease(release.split(' ').at(-1) ?? '');
}

/** Opens the data of a release once, when it is first asked for. */
export type Catalog = (release: DataRelease) => PerfData;

/** The `perfdb` folder of this package. */
export function defaultPerfRoot(): string {
  return packageFolder('perfdb');
}

/** The data below a folder. Throws what `openPerfData` throws, when a release is opened. */
export function openCatalog(root: string = defaultPerfRoot()): Catalog {
  const opened = new Map<DataRelease, PerfData>();
  return (release) => {
    const data = opened.get(release) ?? openPerfData(join(root, release));
    opened.set(release, data);
    return data;
  };
}
