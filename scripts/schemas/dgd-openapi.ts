import { graphSchema, KUBERNETES_TYPES } from '../../src/dgd/schema/check-schema.ts';
import type { Schema } from '../../src/dgd/schema/json-schema.ts';
import { GRAPH_KIND, GROUP } from '../../src/kinds.ts';
import { listRule } from '../../src/merge/override/list-rules.ts';
import type { GraphVersion } from '../../src/releases.ts';

/** As much of OpenAPI 2 as the merge of kustomize looks at. */
interface Definition {
  readonly $ref?: string;
  readonly type?: 'array';
  readonly items?: Definition;
  readonly properties?: Readonly<Record<string, Definition>>;
  readonly additionalProperties?: Definition;
  readonly 'x-kubernetes-patch-strategy'?: 'merge';
  readonly 'x-kubernetes-patch-merge-key'?: string | undefined;
  readonly 'x-kubernetes-list-map-keys'?: readonly string[];
  readonly 'x-kubernetes-group-version-kind'?: readonly Kind[];
}

interface Kind {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
}

type Definitions = Map<string, Definition>;

const METADATA = 'ObjectMeta';
const POD = 'PodSpec';
const TEMPLATE = 'PodTemplateSpec';

/** Kinds of Kubernetes with a pod, and where it is: kustomize forgets its own schema when it is given another. */
const POD_KINDS: readonly (readonly [group: string, kind: string, path: string, type: string])[] = [
  ['', 'Pod', 'spec', POD],
  ['', 'PodTemplate', 'template', TEMPLATE],
  ['', 'ReplicationController', 'spec.template', TEMPLATE],
  ['apps', 'DaemonSet', 'spec.template', TEMPLATE],
  ['apps', 'Deployment', 'spec.template', TEMPLATE],
  ['apps', 'ReplicaSet', 'spec.template', TEMPLATE],
  ['apps', 'StatefulSet', 'spec.template', TEMPLATE],
  ['batch', 'CronJob', 'spec.jobTemplate.spec.template', TEMPLATE],
  ['batch', 'Job', 'spec.template', TEMPLATE],
];

/** The other lists, but for those of a status, that kustomize v5.7.1 merges by itself (kyaml v0.20.1, kubernetesapi). */
const LIST_KINDS: readonly (readonly [group: string, kind: string, path: string, ...keys: string[]])[] = [
  ['', 'Service', 'spec.ports', 'port', 'protocol'],
  ['', 'ServiceAccount', 'secrets', 'name'],
  ['admissionregistration.k8s.io', 'MutatingWebhookConfiguration', 'webhooks', 'name'],
  ['admissionregistration.k8s.io', 'ValidatingWebhookConfiguration', 'webhooks', 'name'],
  ['storage.k8s.io', 'CSINode', 'spec.drivers', 'name'],
];

/**
 * Lists that are merged by name in an override, but not by kustomize: it keeps one of several entries with the same key
 * wherever a graph has any patch, and a claim may be mounted twice.
 */
const REPLACED = ['spec.services.*.volumeMounts'];

/**
 * The `openapi` file of a kustomization: which lists of a graph a strategic merge patch merges entry by entry, by the rules
 * that overrides are merged by, and the lists of Kubernetes' own kinds that merged before. All other lists are left out,
 * since kustomize replaces those.
 */
export function makeDgdOpenapi(): object {
  const definitions: Definitions = new Map([[METADATA, metadata()]]);
  for (const version of ['v1alpha1', 'v1beta1'] as const) addGraph(version, definitions);
  for (const [group, kind, path, type] of POD_KINDS) {
    addKind({ group, version: 'v1', kind }, nest(path, refTo(type)), definitions);
  }
  for (const [group, kind, path, ...keys] of LIST_KINDS) {
    addKind({ group, version: 'v1', kind }, nest(path, listOf(undefined, keys)), definitions);
  }
  const sorted = [...definitions].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    swagger: '2.0',
    info: { title: 'Merge keys of nvidia.com/DynamoGraphDeployment', version: 'v1beta1' },
    paths: {},
    definitions: Object.fromEntries(sorted),
  };
}

function metadata(): Definition {
  return { properties: { finalizers: listOf(undefined, []), ownerReferences: listOf(undefined, ['uid']) } };
}

function addGraph(version: GraphVersion, definitions: Definitions): void {
  const { root, definition } = graphSchema(version);
  const walk: Walk = { version, definition, definitions };
  const spec = keyed(root.properties?.spec ?? {}, ['spec'], walk);
  addKind({ group: GROUP, version, kind: GRAPH_KIND }, { properties: { spec: spec ?? {} } }, definitions);
}

interface Walk {
  readonly version: GraphVersion;
  readonly definition: (name: string) => Schema;
  /** What was found under the names that schemas refer to. */
  readonly definitions: Definitions;
}

/** What of a schema leads to lists with keys; undefined where nothing does. */
function keyed(schema: Schema, path: readonly string[], walk: Walk): Definition | undefined {
  if (schema.$ref !== undefined) return keyedReference(schema.$ref, path, walk);
  if (schema.items !== undefined) return keyedList(schema.items, path, walk);
  const { properties = {}, additionalProperties } = schema;
  const members = Object.entries(properties).flatMap(([name, member]) => {
    const found = keyed(member, [...path, name], walk);
    return found === undefined ? [] : [[name, found] as const];
  });
  const others =
    typeof additionalProperties === 'object' ? keyed(additionalProperties, [...path, '*'], walk) : undefined;
  if (members.length === 0 && others === undefined) return undefined;
  return {
    ...(members.length > 0 && { properties: Object.fromEntries(members) }),
    ...(others !== undefined && { additionalProperties: others }),
  };
}

/** Rules go by paths, and definitions by types: a type whose lists merge here and not there cannot be written down. */
function keyedReference(ref: string, path: readonly string[], walk: Walk): Definition | undefined {
  const called = ref.replace(/^.*\//, '');
  const type = KUBERNETES_TYPES[called] ?? called;
  const found = keyed(walk.definition(type), path, walk);
  if (found === undefined) return undefined;
  const name = nameOf(type, walk.version);
  const before = walk.definitions.get(name);
  if (before !== undefined && JSON.stringify(before) !== JSON.stringify(found)) {
    throw new Error(`${path.join('.')}: lists of ${name} have other keys elsewhere`);
  }
  walk.definitions.set(name, found);
  return refTo(name);
}

function keyedList(items: Schema, path: readonly string[], walk: Walk): Definition | undefined {
  if (REPLACED.includes(path.join('.'))) return undefined;
  const rule = listRule(path, 'operator');
  return typeof rule === 'object' ? listOf(keyed(items, [...path, '*'], walk), rule.keys) : undefined;
}

/** A list that is merged by keys; without any by its entries. */
function listOf(items: Definition | undefined, keys: readonly string[]): Definition {
  return {
    type: 'array',
    ...(items !== undefined && { items }),
    'x-kubernetes-patch-strategy': 'merge',
    ...(keys.length > 0 && { 'x-kubernetes-patch-merge-key': keys[0] }),
    ...(keys.length > 1 && { 'x-kubernetes-list-map-keys': keys }),
  };
}

function addKind(kind: Kind, body: Definition, definitions: Definitions): void {
  const name = [kind.group, kind.version, kind.kind].filter((part) => part !== '').join('.');
  definitions.set(name, {
    'x-kubernetes-group-version-kind': [kind],
    properties: { metadata: refTo(METADATA), ...body.properties },
  });
}

function nest(path: string, leaf: Definition): Definition {
  return path.split('.').reduceRight<Definition>((inner, key) => ({ properties: { [key]: inner } }), leaf);
}

function refTo(name: string): Definition {
  return { $ref: `#/definitions/${name}` };
}

/** Types of Kubernetes have no version, since both graphs and the other kinds share them. */
function nameOf(type: string, version: GraphVersion): string {
  return /^[a-z]/.test(type) ? `${version}.${type}` : type.replace(/^V1/, '');
}
