import type { Json, JsonObject } from '../../json.ts';
import { claimMounts, compilationCache } from './claims.ts';
import { complain, nonEmpty, type Part, partAt, present, refuseOthers, without } from './part.ts';
import { podMembers } from './pod.ts';

/** The types that v1beta1 knows. */
const COMPONENT_TYPES: readonly Json[] = ['frontend', 'worker', 'prefill', 'decode', 'planner', 'epp'];
/** Sub types of a worker that are types of their own in v1beta1. */
const PROMOTED: readonly Json[] = ['prefill', 'decode'];
/** Fields of the same name and meaning in both versions. */
const SAME = [
  'replicas',
  'minAvailable',
  'multinode',
  'modelRef',
  'eppConfig',
  'topologyConstraint',
  'globalDynamoNamespace',
  'runtimeVersionOverride',
] as const;
/** Fields with another place in v1beta1. */
const MOVED = [
  'componentType',
  'subComponentType',
  'resources',
  'envs',
  'envFromSecret',
  'volumeMounts',
  'sharedMemory',
  'extraPodMetadata',
  'extraPodSpec',
  'livenessProbe',
  'readinessProbe',
  'scalingAdapter',
  'frontendSidecar',
  'checkpoint',
  'gpuMemoryService',
  'failover',
] as const;
/** Modes of GPU memory service and failover, in the spelling of v1beta1. */
const MODES: ReadonlyMap<Json | undefined, Json> = new Map([
  ['intraPod', 'IntraPod'],
  ['interPod', 'InterPod'],
]);

/** What a homeless field is judged by. */
interface Names {
  readonly service: string;
  readonly graph: string;
}
interface Homeless {
  /** An error where the field does something, and a warning where it does not. */
  readonly severity: 'error' | 'warning';
  /** Whether a value is worth a word; what is off or empty is not. */
  readonly counts: (value: Json, names: Names) => boolean;
  readonly message: string;
  readonly hint: (names: Names) => string;
}

const IN_POD_METADATA = () => 'write them under extraPodMetadata, which becomes podTemplate.metadata';
/**
 * Fields without a place in v1beta1. Sources: api.md 5.1, and for the name of the Service `GetDCDResourceName` of ai-dynamo,
 * deploy/operator/internal/dynamo/graph.go.
 */
const HOMELESS: Readonly<Record<string, Homeless>> = {
  annotations: {
    severity: 'error',
    counts: saysSomething,
    message: 'a component of v1beta1 has no annotations of its own',
    hint: IN_POD_METADATA,
  },
  labels: {
    severity: 'error',
    counts: saysSomething,
    message: 'a component of v1beta1 has no labels of its own',
    hint: IN_POD_METADATA,
  },
  ingress: {
    severity: 'error',
    counts: isOn,
    message: 'v1beta1 makes no ingress',
    hint: ({ graph, service }) => `write an Ingress of your own for the Service ${graph}-${service.toLowerCase()}`,
  },
  autoscaling: {
    severity: 'warning',
    counts: isOn,
    message: 'autoscaling does nothing, and is left out',
    hint: () => 'remove it, or set scalingAdapter.enabled and scale with a planner or autoscaler',
  },
  dynamoNamespace: {
    severity: 'warning',
    counts: saysSomething,
    message: 'dynamoNamespace does nothing, and is left out',
    hint: () => 'remove it: the namespace is made of those of Kubernetes and the name of the graph',
  },
  serviceName: {
    severity: 'warning',
    counts: (value, { service }) => saysSomething(value) && value !== service,
    message: 'serviceName does nothing, and is left out',
    hint: ({ service }) => `remove it: the component is called ${service}`,
  },
};

/** A v1alpha1 service as a v1beta1 component; `graph` is the graph's name. */
export function toComponent(service: Part, name: string, graph: string): JsonObject {
  refuseOthers(service, [...SAME, ...MOVED, ...Object.keys(HOMELESS)]);
  reportHomeless(service, { service: name, graph });
  const mounts = claimMounts(service);
  return {
    name,
    ...present({ type: componentType(service) }),
    ...present(Object.fromEntries(SAME.map((key) => [key, service.object[key]]))),
    ...present({
      sharedMemorySize: sharedMemorySize(partAt(service, 'sharedMemory')),
      compilationCache: compilationCache(mounts),
      scalingAdapter: scalingAdapter(partAt(service, 'scalingAdapter')),
      experimental: nonEmpty(experimental(service)),
    }),
    ...podMembers(service, mounts),
  };
}

function reportHomeless(service: Part, names: Names): void {
  for (const [key, { severity, counts, message, hint }] of Object.entries(HOMELESS)) {
    const value = service.object[key];
    if (value === undefined || !counts(value, names)) continue;
    complain(service, { severity, at: [key], message, hint: hint(names) });
  }
}

function componentType(service: Part): Json | undefined {
  const { componentType: general, subComponentType: special } = service.object;
  const type = general === 'worker' && special !== undefined && PROMOTED.includes(special) ? special : general;
  if (type !== undefined && !COMPONENT_TYPES.includes(type)) {
    const hint = `use one of ${COMPONENT_TYPES.join(', ')}`;
    complain(service, {
      at: ['componentType'],
      message: `v1beta1 has no component type ${JSON.stringify(type)}`,
      hint,
    });
  }
  if (special !== undefined && special !== type) {
    const message = `a ${general ?? 'component'} with subComponentType ${special} has no type of its own in v1beta1`;
    complain(service, { severity: 'warning', at: ['subComponentType'], message, hint: 'remove subComponentType' });
  }
  return type;
}

/** Size of `/dev/shm`: 0 for none at all, undefined for what the operator gives. */
function sharedMemorySize(memory: Part | undefined): Json | undefined {
  if (memory === undefined) return undefined;
  refuseOthers(memory, ['disabled', 'size']);
  const { disabled, size } = memory.object;
  if (disabled !== true) return size;
  if (size !== undefined) {
    complain(memory, {
      at: ['size'],
      message: 'shared memory is disabled and has a size',
      hint: 'keep one of the two',
    });
  }
  return '0';
}

function scalingAdapter(adapter: Part | undefined): JsonObject | undefined {
  if (adapter === undefined || !isOn(adapter.object)) return undefined;
  refuseOthers(adapter, ['enabled']);
  return {};
}

function experimental(service: Part): JsonObject {
  const [memory, failover, checkpoint] = ['gpuMemoryService', 'failover', 'checkpoint'].map((key) => {
    const feature = partAt(service, key);
    return feature !== undefined && isOn(feature.object) ? feature : undefined;
  });
  return present({
    gpuMemoryService: memory && gpuMemoryService(memory),
    failover: failover && withMode(failover.object),
    checkpoint: checkpoint?.object,
  });
}

function gpuMemoryService(memory: Part): JsonObject {
  if (saysSomething(memory.object.extraClientPods ?? [])) {
    const message = 'extraClientPods is reserved, and the operator refuses it in v1beta1 as well';
    complain(memory, { at: ['extraClientPods'], message, hint: 'remove it, or use extraClientContainers' });
  }
  return without(withMode(memory.object), ['extraClientPods']);
}

/** A feature as v1beta1 writes it: on by being there. */
function withMode(feature: JsonObject): JsonObject {
  const { mode } = feature;
  return { ...without(feature, ['enabled', 'mode']), ...present({ mode: MODES.get(mode) ?? mode }) };
}

/** Whether a feature is enabled; a switch of a wrong kind counts, so that nothing goes off unsaid. */
function isOn(feature: Json): boolean {
  const { enabled = false } = typeof feature === 'object' && feature !== null && !Array.isArray(feature) ? feature : {};
  return enabled !== false;
}

/** Whether a value is neither an empty text nor an empty list or map; what stands there without content does nothing. */
function saysSomething(value: Json): boolean {
  return value !== '' && nonEmpty(value) !== undefined;
}
