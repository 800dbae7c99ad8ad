import { isObject, type Json, type JsonObject } from '../../src/json.ts';

/** Component types that v1alpha1 writes as a worker with a sub type. */
const SUB_TYPES: readonly Json[] = ['prefill', 'decode'];
/** Members of a component that v1alpha1 has under another name or in another shape. */
const RESHAPED = [
  'name',
  'type',
  'podTemplate',
  'sharedMemorySize',
  'compilationCache',
  'scalingAdapter',
  'frontendSidecar',
  'experimental',
];
/** Features that are off unless enabled. */
export const SWITCHED = ['ingress', 'autoscaling', 'scalingAdapter', 'gpuMemoryService', 'failover', 'checkpoint'];
/** Members of the main container with a field of their own in a v1alpha1 service. */
const DEDICATED = ['name', 'resources', 'env', 'volumeMounts', 'livenessProbe', 'readinessProbe'];

/**
 * A v1beta1 graph in v1alpha1 (api.md 5.2), with the claims beside it as pvcs. Written apart from the way forth, for tests
 * only: it undoes what was made of a `frontendSidecar` and of mounted claims, which 5.2 leaves to a saved annotation.
 */
export function toAlpha(graph: JsonObject, claims: readonly JsonObject[]): JsonObject {
  const { env, components, topologyConstraint, ...spec } = objectOf(graph.spec);
  return {
    ...graph,
    apiVersion: 'nvidia.com/v1alpha1',
    spec: {
      ...spec,
      ...optional('envs', env),
      ...optional('pvcs', claims.length === 0 ? undefined : claims.map(alphaClaim)),
      ...optional('topologyConstraint', topologyConstraint && alphaTopology(objectOf(topologyConstraint))),
      services: Object.fromEntries(listOf(components).map((component) => [component.name, toService(component)])),
    },
  };
}

/**
 * A v1alpha1 graph in the form in which the way there and back ends:
 * - nulls, empty lists and maps, features that are off and claims that are not created are left out;
 * - `prefill` and `decode` are workers with a sub type;
 * - resources, variables and probes of the main container join those of the service, resources under their native names;
 * - `envFromSecret` joins `envFrom` of the main container, which has no name;
 * - mounts of claims are sorted, and only the first compilation cache is marked as one.
 */
export function normalAlpha(graph: JsonObject): JsonObject {
  const { services, pvcs, ...spec } = objectOf(graph.spec);
  const entries = Object.entries(objectOf(services));
  const normal = entries.map(([name, service]) => [name, normalService(objectOf(service))]);
  const created = listOf(pvcs).filter(({ create }) => create === true);
  return objectOf(compact({ ...graph, spec: { ...spec, pvcs: [...created], services: Object.fromEntries(normal) } }));
}

function normalService({ envFromSecret, ...service }: JsonObject): JsonObject {
  const { mainContainer, ...pod } = objectOf(service.extraPodSpec);
  const { name: _name, resources, env, livenessProbe, readinessProbe, ...main } = objectOf(mainContainer);
  const isSubType = service.componentType !== undefined && SUB_TYPES.includes(service.componentType);
  const features = SWITCHED.filter((key) => objectOf(service[key]).enabled !== true);
  return {
    ...service,
    ...(isSubType ? { componentType: 'worker', subComponentType: service.componentType! } : {}),
    ...Object.fromEntries(features.map((key) => [key, null])),
    resources: joinedResources(objectOf(service.resources), objectOf(resources)),
    envs: [...listOf(service.envs), ...listOf(env)],
    livenessProbe: service.livenessProbe ?? livenessProbe ?? null,
    readinessProbe: service.readinessProbe ?? readinessProbe ?? null,
    volumeMounts: normalMounts(listOf(service.volumeMounts)),
    extraPodSpec: {
      ...pod,
      mainContainer: {
        ...main,
        envFrom: envFromSecret
          ? [{ secretRef: { name: envFromSecret } }, ...listOf(main.envFrom)]
          : (main.envFrom ?? null),
      },
    },
  };
}

function joinedResources(own: JsonObject, native: JsonObject): JsonObject {
  const side = (key: string): JsonObject => {
    const { gpu, gpuType = 'nvidia.com/gpu', custom, ...rest } = objectOf(own[key]);
    return { ...rest, ...optional(String(gpuType), gpu), ...objectOf(custom), ...objectOf(native[key]) };
  };
  const claims = [...listOf(own.claims), ...listOf(native.claims)];
  return { requests: side('requests'), limits: side('limits'), claims };
}

function normalMounts(mounts: readonly JsonObject[]): JsonObject[] {
  const cache = mounts.find(({ useAsCompilationCache }) => useAsCompilationCache === true);
  const marked = mounts.map((mount) => (mount === cache ? mount : { ...mount, useAsCompilationCache: null }));
  return marked.toSorted(byText);
}

function byText(one: JsonObject, other: JsonObject): number {
  const [first, second] = [one, other].map(({ name, mountPoint = '' }) => `${name} ${mountPoint}`);
  return first! < second! ? -1 : 1;
}

function compact(value: Json): Json {
  if (Array.isArray(value)) return value.map(compact);
  if (!isObject(value)) return value;
  const members = Object.entries(value).map(([key, member]) => [key, compact(member)] as const);
  return Object.fromEntries(members.filter(([, member]) => member !== null && !isEmpty(member)));
}

function isEmpty(value: Json): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

function alphaClaim({ metadata, spec }: JsonObject): JsonObject {
  const { storageClassName, accessModes, resources } = objectOf(spec);
  return {
    name: objectOf(metadata).name!,
    create: true,
    storageClass: storageClassName!,
    size: objectOf(objectOf(resources).requests).storage!,
    volumeAccessMode: (accessModes as Json[])[0]!,
  };
}

function alphaTopology({ clusterTopologyName, ...rest }: JsonObject): JsonObject {
  return { topologyProfile: clusterTopologyName!, ...rest };
}

function toService(component: JsonObject): JsonObject {
  const { type, sharedMemorySize: size, scalingAdapter } = component;
  const isSubType = type !== undefined && SUB_TYPES.includes(type);
  const same = Object.entries(component).filter(([key]) => !RESHAPED.includes(key));
  return {
    ...Object.fromEntries(same),
    ...optional('componentType', isSubType ? 'worker' : type),
    ...optional('subComponentType', isSubType ? type : undefined),
    ...optional('sharedMemory', size && (size === '0' ? { disabled: true } : { size })),
    ...optional('scalingAdapter', scalingAdapter && { enabled: true }),
    ...alphaFeatures(objectOf(component.experimental)),
    ...alphaPod(component),
  };
}

function alphaFeatures({ checkpoint, gpuMemoryService, failover }: JsonObject): JsonObject {
  const switchedOn = (feature: Json | undefined): Json | undefined => {
    if (!isObject(feature)) return undefined;
    const { mode } = feature;
    const lowered = typeof mode === 'string' ? { mode: `${mode[0]!.toLowerCase()}${mode.slice(1)}` } : {};
    return { ...feature, ...lowered, enabled: true };
  };
  return {
    ...optional('checkpoint', checkpoint),
    ...optional('gpuMemoryService', switchedOn(gpuMemoryService)),
    ...optional('failover', switchedOn(failover)),
  };
}

function alphaPod({ podTemplate, compilationCache, frontendSidecar }: JsonObject): JsonObject {
  const { metadata, spec } = objectOf(podTemplate);
  const { containers, volumes, ...pod } = objectOf(spec);
  const [main = {}, ...others] = listOf(containers);
  const mounted = listOf(main.volumeMounts);
  const claimed = listOf(volumes).filter((volume) => isMountedClaim(volume, mounted));
  const isClaim = ({ name }: JsonObject): boolean => claimed.some((volume) => volume.name === name);
  const ownMounts = mounted.filter((mount) => !isClaim(mount));
  const mainContainer = Object.fromEntries(Object.entries(main).filter(([key]) => !DEDICATED.includes(key)));
  const sidecar = others.find(({ name }) => name === frontendSidecar);
  return {
    ...optional('resources', main.resources && alphaResources(objectOf(main.resources))),
    ...optional('envs', main.env),
    ...optional('livenessProbe', main.livenessProbe),
    ...optional('readinessProbe', main.readinessProbe),
    ...optional('extraPodMetadata', metadata),
    ...optional('frontendSidecar', sidecar && alphaSidecar(sidecar)),
    volumeMounts: [...alphaCache(compilationCache), ...mounted.filter(isClaim).map(alphaMount)],
    extraPodSpec: {
      ...pod,
      containers: others.filter((container) => container !== sidecar),
      volumes: listOf(volumes).filter((volume) => !claimed.includes(volume)),
      mainContainer: { ...mainContainer, volumeMounts: ownMounts },
    },
  };
}

/** Whether a volume is nothing but a claim of its own name, which v1alpha1 would make of a mount. */
function isMountedClaim({ name, persistentVolumeClaim }: JsonObject, mounts: readonly JsonObject[]): boolean {
  const { claimName, ...rest } = objectOf(persistentVolumeClaim);
  const isOwn = claimName !== undefined && claimName === name && Object.keys(rest).length === 0;
  return isOwn && mounts.some((mount) => mount.name === name);
}

function alphaResources({ requests, limits, ...rest }: JsonObject): JsonObject {
  return { ...rest, ...optional('requests', alphaSide(requests)), ...optional('limits', alphaSide(limits)) };
}

function alphaSide(side: Json | undefined): JsonObject | undefined {
  if (side === undefined) return undefined;
  const { cpu, memory, 'nvidia.com/gpu': gpu, ...custom } = objectOf(side);
  return { ...optional('cpu', cpu), ...optional('memory', memory), ...optional('gpu', gpu), custom };
}

function alphaCache(cache: Json | undefined): JsonObject[] {
  if (cache === undefined) return [];
  const { pvcName, mountPath } = objectOf(cache);
  return [{ name: pvcName!, useAsCompilationCache: true, ...optional('mountPoint', mountPath) }];
}

function alphaMount({ mountPath, ...mount }: JsonObject): JsonObject {
  return { ...mount, mountPoint: mountPath! };
}

function alphaSidecar({ name: _name, env, envFrom, ...rest }: JsonObject): JsonObject {
  const [source] = listOf(envFrom);
  return { ...rest, ...optional('envs', env), ...optional('envFromSecret', source && objectOf(source.secretRef).name) };
}

function optional(key: string, value: Json | undefined): JsonObject {
  return value === undefined ? {} : { [key]: value };
}

function objectOf(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {};
}

function listOf(value: Json | undefined): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}
