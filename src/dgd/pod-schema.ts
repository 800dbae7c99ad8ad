import type { Schema } from './json-schema.ts';
import POD_TYPES from './pod-types.json' with { type: 'json' };

/** A type of Dynamo that is one of Kubernetes with changes. */
interface Variant {
  readonly of: string;
  readonly optional: string;
  readonly added: Readonly<Record<string, string>>;
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

/** Fields that the definition of a v1alpha1 graph does not require (ai-dynamo, deploy/operator/Makefile, manifests). */
const VARIANTS: Readonly<Record<string, Variant>> = {
  MainContainer: { of: 'V1Container', optional: 'name', added: {} },
  ExtraPodSpec: { of: 'V1PodSpec', optional: 'containers', added: { mainContainer: 'MainContainer' } },
};

const NOTATION = /^(\w+?)(\[\]|\{\})?(!)?$/;
const TYPES: Readonly<Record<string, Readonly<Record<string, string>>>> = POD_TYPES;
/** Schemas made so far: a graph needs few of the types. */
const SCHEMAS = new Map<string, Schema>();

/**
 * The schema of a Kubernetes type that a pod is made of, or of a variant that v1alpha1 has; undefined for any other name.
 * Fields are those of Kubernetes 1.34 (pod-types.json), without the rules on values, which custom resources do not carry.
 */
export function podSchema(name: string): Schema | undefined {
  const made = SCHEMAS.get(name);
  if (made !== undefined) return made;
  const { of, optional, added } = VARIANTS[name] ?? { of: name, optional: undefined, added: {} };
  const members = Object.hasOwn(TYPES, of) ? TYPES[of] : undefined;
  if (members === undefined) return undefined;
  const schema = toSchema({ ...members, ...added }, optional);
  SCHEMAS.set(name, schema);
  return schema;
}

function toSchema(members: Readonly<Record<string, string>>, optional: string | undefined): Schema {
  const entries = Object.entries(members);
  return {
    type: 'object',
    properties: Object.fromEntries(entries.map(([member, notation]) => [member, memberSchema(notation)])),
    required: entries
      .filter(([member, notation]) => notation.endsWith('!') && member !== optional)
      .map(([member]) => member),
    additionalProperties: false,
  };
}

/** The schema of a member from `text[]!`, as scripts/pod-types.mjs writes it. */
function memberSchema(notation: string): Schema {
  const [, word = '', many] = NOTATION.exec(notation) ?? [];
  const one = WORDS[word] ?? { $ref: `#/$defs/${word}` };
  if (many === '[]') return { type: 'array', items: one };
  return many === '{}' ? { type: 'object', additionalProperties: one } : one;
}
