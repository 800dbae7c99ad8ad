import fc from 'fast-check';
import { isObject, type Json, type JsonObject } from '../../src/json.ts';
import type { GraphVersion, Release } from '../../src/releases.ts';

/**
 * One value to set, at keys of which some stand for a place of the version: `$worker`, `$other` (the frontend), their pods,
 * containers and features, and `$profile` for a name.
 */
export type Edit = readonly [keys: readonly (string | number)[], value: Json];

export const VERSIONS: readonly GraphVersion[] = ['v1alpha1', 'v1beta1'];
/** Minors of the releases that are looked at. */
export const MINORS: readonly number[] = [0, 1, 2, 3, 4, 5, 6];
const IMAGE = 'nvcr.io/nvidia/ai-dynamo/vllm-runtime:1.3.1';

/** Dynamo 1.`minor`. */
export function v1(minor: number): Release {
  return { major: 1, minor };
}

/** The same small graph in both versions, which breaks no rule. */
export const BASE: Readonly<Record<GraphVersion, JsonObject>> = {
  v1alpha1: {
    apiVersion: 'nvidia.com/v1alpha1',
    kind: 'DynamoGraphDeployment',
    metadata: { name: 'demo' },
    spec: {
      backendFramework: 'vllm',
      services: {
        Frontend: { componentType: 'frontend', replicas: 1, extraPodSpec: { mainContainer: { image: IMAGE } } },
        worker: {
          componentType: 'worker',
          replicas: 2,
          resources: { limits: { gpu: '1', memory: '80Gi' } },
          extraPodSpec: { mainContainer: { image: IMAGE }, containers: [{ name: 'main', image: IMAGE }] },
        },
      },
    },
  },
  v1beta1: {
    apiVersion: 'nvidia.com/v1beta1',
    kind: 'DynamoGraphDeployment',
    metadata: { name: 'demo' },
    spec: {
      backendFramework: 'vllm',
      components: [
        {
          name: 'Frontend',
          type: 'frontend',
          replicas: 1,
          podTemplate: { spec: { containers: [{ name: 'main', image: IMAGE }] } },
        },
        {
          name: 'worker',
          type: 'worker',
          replicas: 2,
          podTemplate: {
            spec: { containers: [{ name: 'main', image: IMAGE, resources: { limits: { 'nvidia.com/gpu': 1 } } }] },
          },
        },
      ],
    },
  },
};

const WORKER = { v1alpha1: ['spec', 'services', 'worker'], v1beta1: ['spec', 'components', 1] } as const;
const OTHER = { v1alpha1: ['spec', 'services', 'Frontend'], v1beta1: ['spec', 'components', 0] } as const;
const PLACES: Readonly<Record<GraphVersion, Readonly<Record<string, readonly (string | number)[]>>>> = {
  v1alpha1: {
    $services: ['spec', 'services'],
    $worker: WORKER.v1alpha1,
    $other: OTHER.v1alpha1,
    $type: [...WORKER.v1alpha1, 'componentType'],
    $otherType: [...OTHER.v1alpha1, 'componentType'],
    $pod: [...WORKER.v1alpha1, 'extraPodSpec'],
    $main: [...WORKER.v1alpha1, 'extraPodSpec', 'mainContainer'],
    $gpus: [...WORKER.v1alpha1, 'resources', 'limits', 'gpu'],
    $memory: [...WORKER.v1alpha1, 'gpuMemoryService'],
    $failover: [...WORKER.v1alpha1, 'failover'],
    $checkpoint: [...WORKER.v1alpha1, 'checkpoint'],
    $profile: ['topologyProfile'],
  },
  v1beta1: {
    $services: ['spec', 'components'],
    $worker: WORKER.v1beta1,
    $other: OTHER.v1beta1,
    $type: [...WORKER.v1beta1, 'type'],
    $otherType: [...OTHER.v1beta1, 'type'],
    $pod: [...WORKER.v1beta1, 'podTemplate', 'spec'],
    $main: [...WORKER.v1beta1, 'podTemplate', 'spec', 'containers', 0],
    $gpus: [...WORKER.v1beta1, 'podTemplate', 'spec', 'containers', 0, 'resources', 'limits', 'nvidia.com/gpu'],
    $memory: [...WORKER.v1beta1, 'experimental', 'gpuMemoryService'],
    $failover: [...WORKER.v1beta1, 'experimental', 'failover'],
    $checkpoint: [...WORKER.v1beta1, 'experimental', 'checkpoint'],
    $profile: ['clusterTopologyName'],
  },
};

/** Keys with the places of a version put in. */
export function expand(keys: readonly (string | number)[], version: GraphVersion): (string | number)[] {
  return keys.flatMap((key) => PLACES[version][key] ?? [key]);
}

/** A copy of the graph with the values set; lists grow, and what is missing on the way is made. */
export function edit(graph: JsonObject, version: GraphVersion, edits: readonly Edit[]): JsonObject {
  const edited = edits.reduce<Json>((value, [keys, wanted]) => put(value, expand(keys, version), wanted), graph);
  if (!isObject(edited)) throw new Error('a graph is an object');
  return edited;
}

function put(value: Json | undefined, keys: readonly (string | number)[], wanted: Json): Json {
  const [key, ...rest] = keys;
  if (key === undefined) return wanted;
  if (typeof key === 'number') {
    const list: Json[] = Array.isArray(value) ? [...value] : [];
    // A gap, as in a pod that has no containers yet, becomes a container that is fine.
    while (list.length < key) list.push({ name: `filler-${list.length}`, image: 'a:1.3.1' });
    list[key] = put(list[key], rest, wanted);
    return list;
  }
  const object = isObject(value) ? value : {};
  return { ...object, [key]: put(object[key], rest, wanted) };
}

/** Keys that the checks ask for, in either version. */
const KEYS =
  `annotations autoscaling backendFramework checkpoint checkpointRef clusterTopologyName components componentType
  config configMapRef containers create custom disabled domain dynamoNamespace enabled enforcement eppConfig experimental
  extraClientContainers extraClientPods extraPodSpec failover frontendSidecar gmsClientContainers gpu gpuMemoryService host
  identity image ingress initContainers job kvTransferPolicy labelKey limits mainContainer metadata minAvailable mode
  mountPoint multinode name nodeCount numShadows order packDomain podTemplate preferredWeight priorityClassName pvcs replicas
  resources restart runtimeVersionOverride services sharedMemory sharedMemorySize size spec storageClass strategy
  subComponentType topologyConstraint topologyProfile type useAsCompilationCache volumeMounts worker __proto__ constructor`
    .trim()
    .split(/\s+/);
const VALUES = [
  '',
  'epp',
  'worker',
  'main',
  'interPod',
  'Parallel',
  'preferred',
  '8Gi',
  'a:1.5.0',
  'nvidia.com/enable-grove',
];

/** Graphs of either version with anything below the spec, mostly under keys that mean something. */
export function anyGraph(): fc.Arbitrary<JsonObject> {
  const { json } = fc.letrec<{ json: Json }>((tie) => ({
    json: fc.oneof(
      { maxDepth: 7, withCrossShrink: true },
      { weight: 1, arbitrary: fc.constantFrom<Json>(null, true, false, 0, 1, -1, 2.5, 1e21, ...VALUES) },
      { weight: 1, arbitrary: fc.string() },
      { weight: 2, arbitrary: fc.array(tie('json'), { maxLength: 3 }) },
      { weight: 6, arbitrary: fc.dictionary(fc.constantFrom(...KEYS), tie('json'), { minKeys: 1, maxKeys: 6 }) },
    ),
  }));
  return fc.tuple(fc.constantFrom(...VERSIONS), json, json, json).map(([version, metadata, spec, service]) => ({
    apiVersion: `nvidia.com/${version}`,
    metadata,
    // Chance alone makes few services.
    spec: isObject(spec) ? { ...spec, services: { a: service }, components: named(service) } : spec,
  }));
}

function named(service: Json): Json[] {
  return [service, isObject(service) ? { ...service, name: 'a' } : { name: 'a' }];
}
