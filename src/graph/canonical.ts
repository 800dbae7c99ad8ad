import { isObject, type Json, type JsonObject } from '../json.ts';

/** Key order of an object: named keys first, the rest as given (or by name), with the shapes of its members. */
interface Shape {
  readonly keys?: readonly string[];
  readonly sorted?: boolean;
  readonly members?: Readonly<Record<string, Shape>>;
  /** Shape of every member, for maps. */
  readonly each?: Shape;
}

const CONTAINER: Shape = {
  keys: ['name', 'image', 'imagePullPolicy', 'workingDir', 'command', 'args', 'env', 'envFrom', 'ports', 'resources'],
};
const SERVICE: Shape = {
  keys: [
    'componentType',
    'subComponentType',
    'replicas',
    'minAvailable',
    'multinode',
    'scalingAdapter',
    'labels',
    'annotations',
    'resources',
    'sharedMemory',
    'envFromSecret',
    'envs',
    'volumeMounts',
    'livenessProbe',
    'readinessProbe',
    'extraPodMetadata',
    'extraPodSpec',
  ],
  members: {
    resources: { keys: ['limits', 'requests'], each: { keys: ['cpu', 'memory', 'gpu', 'gpuType', 'custom'] } },
    extraPodSpec: { keys: ['mainContainer'], members: { mainContainer: CONTAINER } },
  },
};

/** Key order of a v1alpha1 graph: Kubernetes-conventional, services in the order in which the graph was built. */
const GRAPH: Shape = {
  keys: ['apiVersion', 'kind', 'metadata', 'spec'],
  members: {
    metadata: {
      keys: ['name', 'namespace', 'labels', 'annotations'],
      members: { labels: { sorted: true }, annotations: { sorted: true } },
    },
    spec: { keys: ['backendFramework', 'envs', 'pvcs', 'services'], members: { services: { each: SERVICE } } },
  },
};

/** A copy of the graph in canonical form: fixed key order, no nulls. Empty objects stay, as they can carry meaning. */
export function canonicalGraph(graph: JsonObject): JsonObject {
  return canonicalObject(graph, GRAPH);
}

function canonicalObject(object: JsonObject, shape: Shape): JsonObject {
  return Object.fromEntries(
    orderedKeys(object, shape).flatMap((key) => {
      const value = object[key];
      if (value === undefined || value === null) return [];
      return [[key, canonicalValue(value, memberShape(shape, key))]];
    }),
  );
}

function canonicalValue(value: Json, shape: Shape): Json {
  if (Array.isArray(value)) return value.filter((item) => item !== null).map((item) => canonicalValue(item, {}));
  return isObject(value) ? canonicalObject(value, shape) : value;
}

function memberShape({ members = {}, each = {} }: Shape, key: string): Shape {
  return Object.hasOwn(members, key) ? (members[key] ?? each) : each;
}

function orderedKeys(object: JsonObject, { keys = [], sorted = false }: Shape): readonly string[] {
  const first = keys.filter((key) => Object.hasOwn(object, key));
  const rest = Object.keys(object).filter((key) => !first.includes(key));
  return [...first, ...(sorted ? rest.sort() : rest)];
}
