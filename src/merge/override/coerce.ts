import { isObject, type Json, type JsonObject } from '../../json.ts';
import { mapLeaves, matchesPath, overridePath, type PathPattern } from '../override-paths.ts';
import type { OverrideContext } from './override.ts';

const ALPHA = 'spec.services.*';
const BETA = 'spec.components.*.podTemplate';

/** Fields that the schemas want as text and that are easily written as numbers or booleans. */
const TEXT_FIELDS: readonly PathPattern[] = [
  'metadata.labels.*',
  'metadata.annotations.*',
  'spec.labels.*',
  'spec.annotations.*',
  'spec.envs.*.value',
  'spec.env.*.value',
  `${ALPHA}.labels.*`,
  `${ALPHA}.annotations.*`,
  `${ALPHA}.envs.*.value`,
  ...containerTexts(`${ALPHA}.extraPodSpec.mainContainer`),
  ...containerTexts(`${ALPHA}.extraPodSpec.containers.*`),
  ...['limits', 'requests'].flatMap((kind) =>
    ['cpu', 'memory', 'gpu', 'gpuType', 'custom.*'].map((key) => `${ALPHA}.resources.${kind}.${key}`),
  ),
  ...['labels.*', 'annotations.*'].flatMap((key) => [`${ALPHA}.extraPodMetadata.${key}`, `${BETA}.metadata.${key}`]),
  ...containerTexts(`${BETA}.spec.containers.*`),
];

function containerTexts(container: PathPattern): PathPattern[] {
  return ['env.*.value', 'args.*', 'command.*'].map((list) => `${container}.${list}`);
}

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
