import V1ALPHA1 from '../../src/dgd/schema/dgd-v1alpha1.schema.json' with { type: 'json' };
import V1BETA1 from '../../src/dgd/schema/dgd-v1beta1.schema.json' with { type: 'json' };
import type { Schema as GraphSchema } from '../../src/dgd/schema/json-schema.ts';
import { podSchema } from '../../src/dgd/schema/pod-schema.ts';
import type { JsonObject } from '../../src/json.ts';
import DGDR from './dgdr-v1beta1.schema.json' with { type: 'json' };

/** JSON Schema, as far as the three files use it. */
interface Schema extends Omit<GraphSchema, 'properties' | 'items' | 'additionalProperties'> {
  readonly anyOf?: readonly Schema[];
  readonly exclusiveMinimum?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly additionalProperties?: boolean | Schema;
}

interface Document extends Schema {
  readonly $defs: Readonly<Record<string, Schema>>;
}

/** Definitions that the files leave open, with the type of Kubernetes that closes them (as src/dgd/schema/check-schema.ts). */
const KUBERNETES: Readonly<Record<string, string>> = {
  container: 'MainContainer',
  envVar: 'V1EnvVar',
  extraPodSpec: 'ExtraPodSpec',
  objectMeta: 'V1ObjectMeta',
  podTemplate: 'V1PodTemplateSpec',
  probe: 'V1Probe',
};

const OPEN = { 'x-kubernetes-preserve-unknown-fields': true };
/** Words that a structural schema of a CRD has too, with the same meaning. */
const KEPT = ['enum', 'minLength', 'maxLength', 'pattern', 'minimum', 'maximum', 'maxItems', 'required'] as const;

/** The CRD of graphs with one of its versions: two at once would take Dynamo's own conversion. */
export function graphCrd(version: 'v1alpha1' | 'v1beta1'): JsonObject {
  const document = version === 'v1alpha1' ? V1ALPHA1 : V1BETA1;
  return crd({ kind: 'DynamoGraphDeployment', short: 'dgd', version }, document as Document);
}

/** The CRD of requests. */
export function requestCrd(): JsonObject {
  return crd({ kind: 'DynamoGraphDeploymentRequest', short: 'dgdr', version: 'v1beta1' }, DGDR as Document);
}

function crd({ kind, short, version }: Readonly<Record<string, string>>, document: Document): JsonObject {
  const singular = kind!.toLowerCase();
  const { spec } = document.properties ?? {};
  const schema = {
    type: 'object',
    properties: {
      apiVersion: { type: 'string' },
      kind: { type: 'string' },
      metadata: { type: 'object' },
      spec: structural(spec ?? {}, document),
      status: { type: 'object', ...OPEN },
    },
    required: ['spec'],
  };
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `${singular}s.nvidia.com` },
    spec: {
      group: 'nvidia.com',
      scope: 'Namespaced',
      names: { kind: kind!, plural: `${singular}s`, singular, shortNames: [short!] },
      versions: [
        {
          name: version!,
          served: true,
          storage: true,
          subresources: { status: {} },
          schema: { openAPIV3Schema: schema },
        },
      ],
    },
  };
}

/** The structural schema of a CRD; rules across fields, which the API server has as CEL, are left out. */
function structural(schema: Schema, document: Document): JsonObject {
  if (schema.$ref !== undefined) return structural(definition(schema.$ref.replace('#/$defs/', ''), document), document);
  const { anyOf, type } = schema;
  const solid = anyOf?.filter((one) => one.type !== 'null');
  if (solid?.length === 1 && solid[0] !== undefined) return { ...structural(solid[0], document), nullable: true };
  // Quantities and ports: text or a number.
  if (Array.isArray(type) || solid !== undefined) return { 'x-kubernetes-int-or-string': true };
  if (type === undefined && schema.const === undefined) return OPEN;
  const kept = Object.fromEntries(KEPT.filter((key) => schema[key] !== undefined).map((key) => [key, schema[key]]));
  return {
    type: (type as string | undefined) ?? 'string',
    ...(kept as JsonObject),
    ...(schema.const !== undefined && { enum: [schema.const] }),
    ...(schema.exclusiveMinimum !== undefined && { minimum: schema.exclusiveMinimum, exclusiveMinimum: true }),
    ...(schema.items !== undefined && { items: structural(schema.items, document) }),
    ...(type === 'object' && members(schema, document)),
  };
}

function members({ properties, additionalProperties }: Schema, document: Document): JsonObject {
  if (typeof additionalProperties === 'object')
    return { additionalProperties: structural(additionalProperties, document) };
  const entries = Object.entries(properties ?? {}).map(([name, member]) => [name, structural(member, document)]);
  return {
    ...(entries.length > 0 && { properties: Object.fromEntries(entries) }),
    ...(additionalProperties !== false && OPEN),
  };
}

function definition(name: string, document: Document): Schema {
  const found = podSchema(KUBERNETES[name] ?? name) ?? document.$defs[name];
  if (found === undefined) throw new Error(`no definition ${name}`);
  return found as Schema;
}
