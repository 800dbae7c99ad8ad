import type { Json, JsonObject } from '../../json.ts';
import { complain, type Part, partsAt, present, refuseOthers, without } from './part.ts';

const PVC_FIELDS = ['name', 'create', 'storageClass', 'size', 'volumeAccessMode'] as const;
/** What a claim is made of; without `create` these do nothing. */
const MAKING = ['storageClass', 'size', 'volumeAccessMode'] as const;

/** The claims that a v1alpha1 service mounts. */
export interface ClaimMounts {
  /** Where compiled kernels are kept. The operator mounts it by itself, volume and all. */
  readonly cache: Part | undefined;
  readonly others: readonly Part[];
}

/**
 * The mounts of a service. Only the first compilation cache is one; another is an ordinary mount, as it always was, but for
 * its default path, without which it is an error.
 */
export function claimMounts(service: Part): ClaimMounts {
  const mounts = partsAt(service, 'volumeMounts');
  const cache = mounts.find(({ object }) => object.useAsCompilationCache === true);
  const others = mounts.filter((mount) => mount !== cache);
  for (const mount of others) refusePathless(mount);
  if (cache !== undefined) refuseOthers(cache, ['name', 'mountPoint', 'useAsCompilationCache']);
  return { cache, others };
}

/** The cache as `compilationCache` has it. */
export function compilationCache({ cache }: ClaimMounts): JsonObject | undefined {
  return cache && present({ pvcName: cache.object.name, mountPath: cache.object.mountPoint });
}

/** The other mounts as a container has them; what v1alpha1 does not know of a mount stays as it is. */
export function containerMounts({ others }: ClaimMounts): JsonObject[] {
  return others.map(({ object }) => ({
    ...without(object, ['mountPoint', 'useAsCompilationCache']),
    ...present({ mountPath: object.mountPoint }),
  }));
}

/** Volumes for the claims of the other mounts, named like the claim, where the pod has no volume of that name. */
export function claimVolumes({ others }: ClaimMounts, podVolumes: readonly Part[]): JsonObject[] {
  const taken = new Set(podVolumes.map(({ object }) => object.name));
  const claims = new Set(others.flatMap(({ object: { name } }) => (typeof name === 'string' ? [name] : [])));
  return [...claims]
    .filter((claim) => !taken.has(claim))
    .map((claim) => ({ name: claim, persistentVolumeClaim: { claimName: claim } }));
}

/**
 * The claims that v1alpha1 would create, as PersistentVolumeClaims without namespace and labels. One that lacks a field is
 * an error, as it is for the operator.
 */
export function createdClaims(spec: Part): JsonObject[] {
  return partsAt(spec, 'pvcs').flatMap((pvc) => {
    refuseOthers(pvc, PVC_FIELDS);
    if (pvc.object.create === true) return createdClaim(pvc);
    warnIdle(pvc);
    return [];
  });
}

function createdClaim(pvc: Part): JsonObject[] {
  const field = (key: string): Json => pvc.object[key] ?? '';
  const missing = ['name', ...MAKING].filter((key) => field(key) === '');
  for (const key of missing) {
    const message = `the claim ${field('name') || 'without a name'} is to be created and has no ${key}`;
    complain(pvc, { at: [key], message, hint: `give ${key}, or create the claim yourself and leave out create` });
  }
  if (missing.length > 0) return [];
  return [
    {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { name: field('name') },
      spec: {
        accessModes: [field('volumeAccessMode')],
        resources: { requests: { storage: field('size') } },
        storageClassName: field('storageClass'),
      },
    },
  ];
}

function warnIdle(pvc: Part): void {
  for (const key of MAKING.filter((field) => pvc.object[field] !== undefined)) {
    const message = `${key} does nothing for a claim that is not created, and is left out`;
    complain(pvc, { severity: 'warning', at: [key], message, hint: 'remove it, or set create to true' });
  }
}

function refusePathless(mount: Part): void {
  const { mountPoint, mountPath } = mount.object;
  if ((mountPoint ?? '') === '') {
    const message = 'the mount has no mountPoint, and only the first compilation cache has a default';
    complain(mount, { at: ['mountPoint'], message, hint: 'give mountPoint' });
  }
  if (mountPath !== undefined) {
    const message = 'mountPath is called mountPoint in v1alpha1';
    complain(mount, { at: ['mountPath'], message, hint: 'write mountPoint' });
  }
}
