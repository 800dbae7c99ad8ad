import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { RenderError } from '../errors.ts';
import { openPerfData, type PerfData } from './perfdb.ts';

/** Releases of measured data in this package, newest first: folders of `perfdb/`. */
export const DATA_RELEASES = ['0.10'] as const;
export type DataRelease = (typeof DATA_RELEASES)[number];

/** The folder for the data of a version: `0.10` for `0.10.0`. */
export function dataRelease(version: string): string {
  return version.split('.').slice(0, 2).join('.');
}

/** Opens the data of a release once, when it is first asked for. */
export type Catalog = (release: DataRelease) => PerfData;

/** The `perfdb` folder of this package, found upwards from this module (source tree or bundle). */
export function defaultPerfRoot(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    try {
      const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { name?: unknown };
      if (manifest.name === 'dgdr-render') return join(folder, 'perfdb');
    } catch {
      // no readable package.json here: look one folder up
    }
    if (folder === dirname(folder))
      throw new RenderError('INPUT_NOT_FOUND', { message: 'no measured data: package folder not found' });
  }
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
