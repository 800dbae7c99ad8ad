import { getIn, type Json, type JsonObject } from '../../json.ts';
import { listIn } from '../../json-reading.ts';
import type { Facts } from '../facts.ts';
import type { VolumeRow } from '../tables/volumes.ts';

/** Mounts of a main container, and the volumes of its pod. */
interface Mounted {
  readonly mounts: Json[];
  readonly volumes: Json[];
}

/**
 * The user's mounts and volumes, the cache for compiled kernels, and what every pod has. A mount that no volume is for gets
 * the claim of its name. Volumes stand in the order of the mounts, those without one after them.
 */
export function mounted({ component, cachePath }: Facts, rows: readonly VolumeRow[]): Mounted {
  const given = listIn(component.main, 'volumeMounts');
  const cached =
    cachePath === undefined || component.cache === undefined ? [] : [cacheMount(component.cache.claim, cachePath)];
  const own = rows.flatMap((row) => {
    const source = row.source(component);
    return source === undefined ? [] : [{ ...row, source }];
  });
  const paths = new Set<Json | undefined>(own.map(({ mountPath }) => mountPath));
  const taken = new Set<Json | undefined>(own.map(({ name }) => name));
  const cachePaths = new Set<Json | undefined>(cached.map(({ mountPath }) => mountPath));
  const mounts = [...given.filter((mount) => !cachePaths.has(getIn(mount, 'mountPath'))), ...cached].filter(
    (mount) => !paths.has(getIn(mount, 'mountPath')),
  );
  const volumes = listIn(component.podSpec, 'volumes').filter((volume) => !taken.has(getIn(volume, 'name')));
  return {
    mounts: [...mounts, ...own.map(({ name, mountPath }) => ({ name, mountPath }))],
    volumes: [...inOrderOfMounts(volumes, mounts, taken), ...own.map(({ name, source }) => ({ name, ...source }))],
  };
}

function cacheMount(claim: string, mountPath: string): { readonly name: string; readonly mountPath: string } {
  return { name: claim, mountPath };
}

function inOrderOfMounts(
  volumes: readonly Json[],
  mounts: readonly Json[],
  taken: ReadonlySet<Json | undefined>,
): Json[] {
  const byName = new Map(volumes.map((volume) => [getIn(volume, 'name'), volume]));
  const names = [...new Set(mounts.map((mount) => getIn(mount, 'name')))].filter((name) => !taken.has(name));
  const first = names.flatMap((name) => (typeof name === 'string' ? [byName.get(name) ?? claimVolume(name)] : []));
  return [...first, ...volumes.filter((volume) => !names.includes(getIn(volume, 'name') ?? null))];
}

function claimVolume(name: string): JsonObject {
  return { name, persistentVolumeClaim: { claimName: name } };
}
