import { graphSchema, KUBERNETES_TYPES } from '../../src/dgd/schema/check-schema.ts';
import type { Schema } from '../../src/dgd/schema/json-schema.ts';
import type { Json, JsonObject } from '../../src/json.ts';
import { GROUP } from '../../src/kinds.ts';
import type { GraphVersion } from '../../src/releases.ts';

/**
 * The CustomResourceDefinition of graphs as far as this project knows it: its own schemas with the pod schemas of
 * Kubernetes itself (.ci/apiserver-schema puts them in for `$kubernetes`), list types, defaults and rules. The facts that
 * the schemas of src/ do not have are from ai-dynamo, deploy/operator/api/{v1alpha1,v1beta1} (August 2026).
 */
export function graphDefinition(): JsonObject {
  const names = { plural: 'dynamographdeployments', singular: 'dynamographdeployment' };
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `${names.plural}.${GROUP}` },
    spec: {
      group: GROUP,
      scope: 'Namespaced',
      names: { ...names, kind: 'DynamoGraphDeployment', listKind: 'DynamoGraphDeploymentList' },
      versions: (['v1beta1', 'v1alpha1'] as const).map((name) => ({
        name,
        served: true,
        storage: name === 'v1beta1',
        subresources: { status: {} },
        schema: { openAPIV3Schema: rootOf(name) },
      })),
    },
  };
}

/** What stands for the types of Kubernetes; a null takes a key away (deploy/operator/Makefile, manifests). */
const KUBERNETES: Readonly<Record<string, JsonObject>> = {
  MainContainer: { $kubernetes: 'Container', required: null },
  ExtraPodSpec: {
    $kubernetes: 'PodSpec',
    required: null,
    properties: { mainContainer: { $kubernetes: 'Container', required: null } },
  },
  V1EnvVar: { $kubernetes: 'EnvVar' },
  V1PodTemplateSpec: { $kubernetes: 'PodTemplateSpec' },
  V1Probe: { $kubernetes: 'Probe' },
};

type ByVersion<T> = Readonly<Record<GraphVersion, Readonly<Record<string, T>>>>;

/** Keys of lists that are maps, by the definition and member; sets are `uniqueItems` in the schemas. */
const LIST_KEYS: ByVersion<string> = {
  v1alpha1: { 'gpuMemoryService.extraClientPods': 'name' },
  v1beta1: { 'spec.components': 'name', 'gpuMemoryService.extraClientPods': 'name' },
};

const DEFAULTS: ByVersion<Json> = {
  v1alpha1: { 'multinode.nodeCount': 2, 'gpuMemoryService.mode': 'intraPod', 'failover.mode': 'intraPod' },
  v1beta1: { 'multinode.nodeCount': 2, 'gpuMemoryService.mode': 'IntraPod', 'failover.mode': 'IntraPod' },
};

/** Rules in CEL by their names in src/dgd/rules/. */
type Rules = Readonly<Record<string, string>>;

const AVAILABLE: Rules = {
  'minAvailable is at most the replicas':
    '!has(self.minAvailable) || (has(self.replicas) ? self.replicas == 0 || self.minAvailable <= self.replicas : self.minAvailable <= 1)',
};
const POLICY: Rules = {
  'a transfer policy has one topology':
    "(has(self.labelKey) && self.labelKey != '') != (has(self.clusterTopologyName) && self.clusterTopologyName != '')",
  'a preference has a weight': "!has(self.enforcement) || self.enforcement != 'preferred' || has(self.preferredWeight)",
  'a weight belongs to a preference':
    "!has(self.preferredWeight) || (has(self.enforcement) && self.enforcement == 'preferred')",
  'the label of a transfer policy fits': "!has(self.labelKey) || self.labelKey.lastIndexOf('/') <= 253",
};
const CHECKPOINT: Rules = {
  'a checkpoint that exists needs no job': "!has(self.job) || !has(self.checkpointRef) || self.checkpointRef == ''",
};
const memoryRules = (mode: string): Rules => ({
  'client pods are reserved': '!has(self.extraClientPods) || size(self.extraClientPods) == 0',
  'client containers are intra-pod': `!has(self.extraClientContainers) || size(self.extraClientContainers) == 0 || self.mode == '${mode}'`,
});

const RULES: ByVersion<Rules> = {
  v1alpha1: {
    service: AVAILABLE,
    kvTransferPolicy: POLICY,
    checkpoint: CHECKPOINT,
    gpuMemoryService: memoryRules('intraPod'),
    pvc: {
      'created claims are complete':
        '!has(self.create) || !self.create || (has(self.size) && has(self.storageClass) && has(self.volumeAccessMode))',
    },
    sharedMemory: {
      'disabled shared memory has no size': '!has(self.disabled) || !self.disabled || !has(self.size)',
    },
  },
  v1beta1: {
    component: {
      ...AVAILABLE,
      'eppConfig is for the picker': "!has(self.eppConfig) || (has(self.type) && self.type == 'epp')",
    },
    'spec.components': {
      'one endpoint picker': "self.filter(c, has(c.type) && c.type == 'epp').size() <= 1",
      'names differ by more than case': 'self.all(a, self.exists_one(b, b.name.lowerAscii() == a.name.lowerAscii()))',
    },
    kvTransferPolicy: POLICY,
    checkpoint: CHECKPOINT,
    gpuMemoryService: memoryRules('IntraPod'),
    eppConfig: { 'one source of a picker': 'has(self.configMapRef) != has(self.config)' },
  },
};

interface Walk {
  readonly version: GraphVersion;
  readonly definition: (name: string) => Schema;
}

function rootOf(version: GraphVersion): JsonObject {
  const { root, definition } = graphSchema(version);
  const { properties = {} } = root;
  const made = objectOf({ properties: { spec: properties.spec ?? {} } }, '', { version, definition });
  const text = { type: 'string' };
  const open = { type: 'object', 'x-kubernetes-preserve-unknown-fields': true };
  const envelope = { apiVersion: text, kind: text, metadata: { type: 'object' }, status: open };
  return { ...made, properties: { ...envelope, ...(made.properties as JsonObject) } };
}

/** A schema without what a definition cannot say; `place` is the definition, or the definition and the member. */
function structural(schema: Schema, place: string, walk: Walk): JsonObject {
  const made = ofType(schema, place, walk);
  const fallback = DEFAULTS[walk.version][place];
  const rules = Object.entries(RULES[walk.version][place] ?? {}).map(([message, rule]) => ({ message, rule }));
  return {
    ...made,
    ...(fallback !== undefined && { default: fallback }),
    ...(rules.length > 0 && { 'x-kubernetes-validations': rules }),
  };
}

function ofType(schema: Schema, place: string, walk: Walk): JsonObject {
  if (schema.$ref !== undefined) return ofReference(schema.$ref.replace('#/$defs/', ''), walk);
  const types = [schema.type ?? []].flat();
  if (types.length > 1) return { 'x-kubernetes-int-or-string': true, ...limitsOf(schema) };
  if (schema.items !== undefined) return listOf(schema, schema.items, place, walk);
  if (types[0] === 'object') return objectOf(schema, place, walk);
  return { type: types[0] ?? 'string', ...(types[0] === 'integer' && { format: 'int32' }), ...limitsOf(schema) };
}

function ofReference(name: string, walk: Walk): JsonObject {
  const type = KUBERNETES_TYPES[name] ?? name;
  return structuredClone(KUBERNETES[type]) ?? structural(walk.definition(type), name, walk);
}

function listOf(schema: Schema, items: Schema, place: string, walk: Walk): JsonObject {
  const key = LIST_KEYS[walk.version][place];
  return {
    type: 'array',
    items: structural(items, `${place}.items`, walk),
    ...limitsOf(schema),
    ...(schema.uniqueItems && { 'x-kubernetes-list-type': 'set' }),
    ...(key !== undefined && { 'x-kubernetes-list-type': 'map', 'x-kubernetes-list-map-keys': [key] }),
  };
}

function objectOf(schema: Schema, place: string, walk: Walk): JsonObject {
  const { properties, required = [], additionalProperties } = schema;
  const members = Object.entries(properties ?? {}).map(
    ([name, member]) => [name, structural(member, place === '' ? name : `${place}.${name}`, walk)] as const,
  );
  const isOpen = properties === undefined && additionalProperties === undefined;
  return {
    type: 'object',
    ...limitsOf(schema),
    ...(members.length > 0 && { properties: Object.fromEntries(members) }),
    ...(required.length > 0 && { required: [...required] }),
    ...(typeof additionalProperties === 'object' && {
      additionalProperties: structural(additionalProperties, `${place}.*`, walk),
    }),
    ...(isOpen && { 'x-kubernetes-preserve-unknown-fields': true }),
  };
}

const LIMITS = [
  'enum',
  'minLength',
  'maxLength',
  'pattern',
  'minimum',
  'maximum',
  'maxItems',
  'maxProperties',
] as const;

function limitsOf(schema: Schema): JsonObject {
  return Object.fromEntries(LIMITS.flatMap((key) => (schema[key] === undefined ? [] : [[key, schema[key] as Json]])));
}
