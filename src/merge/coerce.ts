import { isObject, type Json, type JsonObject } from '../json.ts';
import type { OverrideContext } from './override.ts';
import { mapLeaves, matchesPath, overridePath, type PathPattern } from './paths.ts';

/** Fields that the v1alpha1 schema wants as text and that are easily written as numbers or booleans. */
const TEXT_FIELDS: readonly PathPattern[] = [
  'metadata.labels.*',
  'metadata.annotations.*',
  'spec.envs.*.value',
  'spec.services.*.envs.*.value',
  'spec.services.*.extraPodSpec.mainContainer.env.*.value',
  'spec.services.*.extraPodSpec.mainContainer.args.*',
  'spec.services.*.extraPodSpec.mainContainer.command.*',
  'spec.services.*.resources.limits.cpu',
  'spec.services.*.resources.limits.gpu',
  'spec.services.*.resources.limits.custom.*',
  'spec.services.*.resources.requests.cpu',
  'spec.services.*.resources.requests.gpu',
  'spec.services.*.resources.requests.custom.*',
];

/** The override with text in all those fields; each change is a warning (OVERRIDE_COERCED). */
export function coerceOverride({ request, warn }: OverrideContext, override: JsonObject): JsonObject {
  const coerce = (leaf: Json, path: readonly string[]): Json => {
    if (leaf === null || typeof leaf === 'string') return leaf;
    if (!TEXT_FIELDS.some((pattern) => matchesPath(pattern, path))) return leaf;
    const field = overridePath(path);
    warn('OVERRIDE_COERCED', {
      message: `${field} is ${JSON.stringify(leaf)}, where text is wanted; it is taken as "${leaf}"`,
      path: field,
      hint: `quote it: "${leaf}"`,
      origin: request.locate(field),
    });
    return String(leaf);
  };
  const coerced = mapLeaves(override, coerce);
  return isObject(coerced) ? coerced : override;
}
