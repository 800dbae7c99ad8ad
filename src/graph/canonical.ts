import { graphVersion } from '../dgd/services.ts';
import { isObject, type Json, type JsonObject } from '../json.ts';
import type { GraphVersion } from '../releases.ts';

/** Key order of an object: named keys first, the rest as given (or by name), with the shapes of its members. */
interface Shape {
  readonly keys?: readonly string[];
  readonly sorted?: boolean;
  readonly members?: Readonly<Record<string, Shape>>;
  /** Shape of every member, for maps and lists. */
  readonly each?: Shape;
}

const CONTAINER: Shape = {
  keys: ['name', 'image', 'imagePullPolicy', 'workingDir', 'command', 'args', 'env', 'envFrom', 'ports', 'resources'],
  members: { resources: { keys: ['limits', 'requests'] } },
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

const COMPONENT: Shape = {
  keys: [
    'name',
    'type',
    'replicas',
    'minAvailable',
    'multinode',
    'scalingAdapter',
    'sharedMemorySize',
    'compilationCache',
    'modelRef',
    'runtimeVersionOverride',
    'podTemplate',
  ],
  members: {
    podTemplate: {
      keys: ['metadata', 'spec'],
      members: {
        spec: { keys: ['containers', 'initContainers', 'volumes'], members: { containers: { each: CONTAINER } } },
      },
    },
  },
};
const SPEC: Readonly<Record<GraphVersion, Shape>> = {
  v1alpha1: { keys: ['backendFramework', 'envs', 'pvcs', 'services'], members: { services: { each: SERVICE } } },
  v1beta1: { keys: ['backendFramework', 'env', 'components'], members: { components: { each: COMPONENT } } },
};
const METADATA: Shape = {
  keys: ['name', 'namespace', 'labels', 'annotations'],
  members: { labels: { sorted: true }, annotations: { sorted: true } },
};

/**
 * A copy of the graph in canonical form: keys in Kubernetes-conventional order, services in the order in which the graph
 * was built, no nulls. Empty objects stay, as they can carry meaning.
 */
export function canonicalGraph(graph: JsonObject): JsonObject {
  const keys = ['apiVersion', 'kind', 'metadata', 'spec'];
  return canonicalObject(graph, { keys, members: { metadata: METADATA, spec: SPEC[graphVersion(graph)] } });
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
  if (Array.isArray(value)) {
    return value.filter((item) => item !== null).map((item) => canonicalValue(item, shape.each ?? {}));
  }
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
