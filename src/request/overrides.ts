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

/** The claim with the model; without `pvcName` the whole block has no effect (design graph.md 3.5). */
export function toModelCache({ modelCache }: Spec, report: Report): Request['modelCache'] {
  if (modelCache === undefined) return undefined;
  const { pvcName, pvcModelPath, pvcMountPath } = modelCache;
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
