import { show } from '../words.ts';
import { copyObject } from './copy.ts';
import type { Report } from './report.ts';
import type { Request } from './request.ts';
import type { Spec } from './schema.ts';

const DEFAULT_MOUNT_PATH = '/opt/model-cache';

/** The user's patches; an empty `overrides.dgd` counts as absent (design graph.md 4.1). */
export function toOverrides({ overrides = {} }: Spec, report: Report): Request['overrides'] {
  const { dgd = {}, profilingJob, trustRemoteCode = false } = overrides;
  const path = 'spec.overrides.profilingJob.template.spec.tolerations';
  const tolerations = profilingJob?.template?.spec?.tolerations ?? [];
  return {
    dgd: Object.keys(dgd).length === 0 ? undefined : copyObject(dgd, 'spec.overrides.dgd', report),
    tolerations: tolerations.map((toleration, index) => copyObject(toleration, `${path}[${index}]`, report)),
    trustRemoteCode,
  };
}

const PLACEHOLDER = /<[^<>]*>/;

/** Guides write `<commit-hash>` for what everyone has to fill in; no file or claim is called so. */
function checkPlaceholders(modelCache: NonNullable<Spec['modelCache']>, report: Report): void {
  for (const [field, value] of Object.entries(modelCache)) {
    const placeholder = typeof value === 'string' ? PLACEHOLDER.exec(value)?.[0] : undefined;
    if (placeholder === undefined) continue;
    report.fail('REQUEST_INVALID', {
      path: `spec.modelCache.${field}`,
      message: `${field} is ${show(value ?? null)}, in which ${show(placeholder)} stands for something`,
      hint: `write what it stands for; the commit hash of a snapshot is the name of its folder below snapshots/`,
    });
  }
}

/** The claim with the model; without `pvcName` the whole block has no effect (design graph.md 3.5). */
export function toModelCache({ modelCache }: Spec, report: Report): Request['modelCache'] {
  if (modelCache === undefined) return undefined;
  const { pvcName, pvcModelPath, pvcMountPath } = modelCache;
  checkPlaceholders(modelCache, report);
  if (pvcName) {
    return { pvcName, pvcModelPath: pvcModelPath || undefined, pvcMountPath: pvcMountPath || DEFAULT_MOUNT_PATH };
  }
  if (pvcModelPath || pvcMountPath) {
    report.warn('FIELD_IGNORED', {
      path: 'spec.modelCache',
      message: 'modelCache has no pvcName, so nothing is mounted',
      hint: 'set spec.modelCache.pvcName, or delete spec.modelCache',
    });
  }
  return undefined;
}
