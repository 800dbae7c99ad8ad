import { LENSES } from '../../dgd/services.ts';
import { isObject, type Json, type JsonObject } from '../../json.ts';
import type { GraphVersion } from '../../releases.ts';
import type { Finishing } from '../context.ts';
import { mapLeaves, matchesPath, overridePath, type PathPattern } from '../override-paths.ts';

const LABELS_AND_ANNOTATIONS = ['labels.*', 'annotations.*'];

/** Fields of a service that a version's schema wants as text and that are easily written as numbers or booleans. */
const TEXTS_OF_SERVICE: Readonly<Record<GraphVersion, readonly PathPattern[]>> = {
  v1alpha1: [
    ...LABELS_AND_ANNOTATIONS,
    'envs.*.value',
    ...containerTexts('extraPodSpec.mainContainer'),
    ...containerTexts('extraPodSpec.containers.*'),
    ...['limits', 'requests'].flatMap((kind) =>
      ['cpu', 'memory', 'gpu', 'gpuType', 'custom.*'].map((key) => `resources.${kind}.${key}`),
    ),
    ...LABELS_AND_ANNOTATIONS.map((map) => `extraPodMetadata.${map}`),
  ],
  v1beta1: [
    ...LABELS_AND_ANNOTATIONS.map((map) => `podTemplate.metadata.${map}`),
    ...containerTexts('podTemplate.spec.containers.*'),
  ],
};

/** All such fields, of whatever version: no two share a place. */
const TEXT_FIELDS: readonly PathPattern[] = [
  ...['metadata', 'spec'].flatMap((part) => LABELS_AND_ANNOTATIONS.map((map) => `${part}.${map}`)),
  ...Object.values(LENSES).flatMap(({ version, servicesKey, envKey }) => [
    `spec.${envKey}.*.value`,
    ...TEXTS_OF_SERVICE[version].map((field) => `spec.${servicesKey}.*.${field}`),
  ]),
];

function containerTexts(container: PathPattern): PathPattern[] {
  return ['env.*.value', 'args.*', 'command.*'].map((list) => `${container}.${list}`);
}

/** The override with text in all those fields; each change is a warning (OVERRIDE_COERCED). */
export function coerceOverride(override: JsonObject, { request, warn }: Finishing): JsonObject {
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
