import type { Schema } from './json-schema.ts';
import { LIST_KEYS } from './list-keys.ts';
import POD_TYPES from './pod-types.json' with { type: 'json' };

type Members = Readonly<Record<string, string>>;

/** A type of the definition of graphs that is one of Kubernetes with changes. */
interface Variant {
  readonly of: string;
  /** Not required. */
  readonly optional?: string;
  readonly added?: Members;
  /** All members where absent. */
  readonly kept?: readonly string[];
}

/** Words of the table for what is no object. `quantity` is a definition of the graph's schema. */
const WORDS: Readonly<Record<string, Schema>> = {
  text: { type: 'string' },
  boolean: { type: 'boolean' },
  int32: { type: 'integer', minimum: -(2 ** 31), maximum: 2 ** 31 - 1 },
  int64: { type: 'integer' },
  number: { type: 'number' },
  intOrText: { type: ['integer', 'string'] },
  any: {},
};

/**
 * Fields that the definition of a v1alpha1 graph does not require (ai-dynamo, deploy/operator/Makefile, manifests), and the
 * few that definitions have for metadata inside a pod template (controller-gen, generateEmbeddedObjectMeta).
 */
const VARIANTS: Readonly<Record<string, Variant>> = {
  MainContainer: { of: 'V1Container', optional: 'name' },
  ExtraPodSpec: { of: 'V1PodSpec', optional: 'containers', added: { mainContainer: 'MainContainer' } },
  V1PodTemplateSpec: { of: 'V1PodTemplateSpec', added: { metadata: 'EmbeddedMetadata' } },
  V1PersistentVolumeClaimTemplate: { of: 'V1PersistentVolumeClaimTemplate', added: { metadata: 'EmbeddedMetadata' } },
  EmbeddedMetadata: { of: 'V1ObjectMeta', kept: ['annotations', 'finalizers', 'labels', 'name', 'namespace'] },
};

const NOTATION = /^(\w+?)(\[\]|\{\})?(!)?$/;
const TYPES: Readonly<Record<string, Members>> = POD_TYPES;
const KEYS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = LIST_KEYS;
/** Schemas made so far: a graph needs few of the types. */
const SCHEMAS = new Map<string, Schema>();

/**
 * The schema of a Kubernetes type that a pod is made of, or of a variant that v1alpha1 has; undefined for any other name.
 * Fields are those of Kubernetes 1.34 (pod-types.json), without the rules on values, which custom resources do not carry.
 */
export function podSchema(name: string): Schema | undefined {
  const made = SCHEMAS.get(name);
  if (made !== undefined) return made;
  const variant = VARIANTS[name] ?? { of: name };
  const members = Object.hasOwn(TYPES, variant.of) ? TYPES[variant.of] : undefined;
  if (members === undefined) return undefined;
  const schema = toSchema(members, variant);
  SCHEMAS.set(name, schema);
  return schema;
}

function toSchema(members: Members, { of, optional, added = {}, kept }: Variant): Schema {
  const entries = Object.entries({ ...members, ...added }).filter(([member]) => kept?.includes(member) ?? true);
  const keys = KEYS[of] ?? {};
  return {
    type: 'object',
    properties: Object.fromEntries(
      entries.map(([member, notation]) => [member, memberSchema(notation, keys[member])] as const),
    ),
    required: entries
      .filter(([member, notation]) => notation.endsWith('!') && member !== optional)
      .map(([member]) => member),
    additionalProperties: false,
  };
}

/** The schema of a member from `text[]!`, as scripts/pod-types.mjs writes it. */
function memberSchema(notation: string, keys: readonly string[] | undefined): Schema {
  const [, word = '', many] = NOTATION.exec(notation) ?? [];
  const one = WORDS[word] ?? { $ref: `#/$defs/${word}` };
  if (many === '[]') return { type: 'array', items: one, ...(keys && { 'x-kubernetes-list-map-keys': keys }) };
  return many === '{}' ? { type: 'object', additionalProperties: one } : one;
}
