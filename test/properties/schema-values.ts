import fc from 'fast-check';
import V1ALPHA1 from '../../src/dgd/schema/dgd-v1alpha1.schema.json' with { type: 'json' };
import V1BETA1 from '../../src/dgd/schema/dgd-v1beta1.schema.json' with { type: 'json' };
import type { Schema } from '../../src/dgd/schema/json-schema.ts';
import { podSchema } from '../../src/dgd/schema/pod-schema.ts';
import type { Json, JsonObject } from '../../src/json.ts';
import type { GraphVersion } from '../../src/releases.ts';
import { AMOUNT, all, few, list, NUMBER, some, WORD } from './words.ts';

type Values = fc.Arbitrary<Json>;
type Definitions = Readonly<Record<string, Schema>>;

const DEFINITIONS: Readonly<Record<GraphVersion, Definitions>> = { v1alpha1: V1ALPHA1.$defs, v1beta1: V1BETA1.$defs };
/** Definitions that the schemas leave to Kubernetes. */
const KUBERNETES: Readonly<Record<string, string>> = {
  container: 'MainContainer',
  envVar: 'V1EnvVar',
  extraPodSpec: 'ExtraPodSpec',
  podTemplate: 'V1PodTemplateSpec',
  probe: 'V1Probe',
};
/** Texts for patterns that a plain word does not fit, by the beginning of the schema's title. */
const PATTERNED: readonly (readonly [title: string, values: Values])[] = [
  ['a quantity', AMOUNT],
  ['a version', fc.constantFrom('1.4.0', '1.5.2')],
];
/** Objects inside each other before only what has to be there is made. */
const DEPTH = 4;
/** Members of an object beside the required ones. */
const MOST_MEMBERS = 3;

/** Values made so far, by version, definition and depth: types hold one another. */
const MADE = new Map<string, Values>();

/** Objects of a definition: of Dynamo's schema in that version, or a type of Kubernetes. */
export function valuesOf(version: GraphVersion, name: string, depth = DEPTH): fc.Arbitrary<JsonObject> {
  const key = `${version} ${name} ${depth}`;
  const made = MADE.get(key) ?? ofSchema(version, definitionOf(version, name), depth);
  MADE.set(key, made);
  return made as fc.Arbitrary<JsonObject>;
}

/** The members of a definition by name, for objects that take some of them from elsewhere. */
export function membersOf(version: GraphVersion, name: string): Readonly<Record<string, Values>> {
  const { properties = {} } = definitionOf(version, name);
  const entries = Object.entries(properties).map(([key, schema]) => [key, ofSchema(version, schema, DEPTH)] as const);
  return Object.fromEntries(entries);
}

function definitionOf(version: GraphVersion, name: string): Schema {
  const found = podSchema(KUBERNETES[name] ?? name) ?? DEFINITIONS[version][name];
  if (found === undefined) throw new Error(`no definition ${name}`);
  return found;
}

function ofSchema(version: GraphVersion, schema: Schema, depth: number): Values {
  if (schema.$ref !== undefined) return valuesOf(version, schema.$ref.replace('#/$defs/', ''), depth);
  const [type = 'any', ...others] = [schema.type ?? []].flat();
  if (others.length > 0 && schema.pattern === undefined) return fc.oneof(NUMBER, WORD);
  return OF_TYPE[schema.pattern === undefined ? type : 'string']!(schema, version, depth);
}

const OF_TYPE: Readonly<Record<string, (schema: Schema, version: GraphVersion, depth: number) => Values>> = {
  any: () => fc.oneof(WORD, NUMBER, list(WORD)),
  string: texts,
  integer: ({ minimum = 1, maximum = 2 ** 31 }) => (maximum < 2 ** 16 ? fc.constant(minimum) : NUMBER),
  number: () => fc.constantFrom(0.25, 1),
  boolean: () => fc.boolean(),
  array: ({ items = {} }, version, depth) => (depth <= 0 ? fc.constant([]) : list(ofSchema(version, items, depth))),
  object: objects,
};

function texts({ const: only, enum: few = only === undefined ? undefined : [only], pattern, title = '' }: Schema) {
  if (few !== undefined) return fc.constantFrom(...few);
  const patterned = PATTERNED.find(([start]) => title.startsWith(start));
  return pattern === undefined || patterned === undefined ? WORD : patterned[1];
}

function objects(schema: Schema, version: GraphVersion, depth: number): fc.Arbitrary<JsonObject> {
  const { properties, required = [], additionalProperties } = schema;
  if (properties === undefined) {
    const member = typeof additionalProperties === 'object' ? ofSchema(version, additionalProperties, depth - 1) : WORD;
    return some({ 'example.com/a': member, b: member });
  }
  const made = Object.entries(properties)
    .filter(([key]) => depth > 0 || required.includes(key))
    .map(([key, member]) => [key, ofSchema(version, member, depth - 1)] as const);
  const mandatory = Object.fromEntries(made.filter(([key]) => required.includes(key)));
  const optional = Object.fromEntries(made.filter(([key]) => !required.includes(key)));
  return fc.tuple(all(mandatory), few(optional, MOST_MEMBERS)).map(([must, may]) => ({ ...may, ...must }));
}
