import { getIn, isObject, updateIn } from '../../json.ts';
import { objectIn } from '../../json-reading.ts';
import { containerGpus, RESOURCE_SIDES } from './gpu-amounts.ts';
import type { GraphLens, GraphService, ListPlace, ServiceEntry } from './lens.ts';

const SERVICES = 'services';
const POD = 'extraPodSpec';
const MAIN = [POD, 'mainContainer'] as const;

/** Services as a map by name, each with fields of its own beside those of its pod. */
export const V1ALPHA1: GraphLens = {
  version: 'v1alpha1',
  servicesKey: SERVICES,
  envKey: 'envs',
  topologyKey: 'topologyProfile',
  podSpecPath: [POD],
  featuresPath: [],
  images: [
    'frontendSidecar.image',
    `${MAIN.join('.')}.image`,
    `${POD}.containers.*.image`,
    `${POD}.initContainers.*.image`,
    `${POD}.volumes.*.image.reference`,
  ],
  // Of the two lists the service's own wins up to Dynamo 1.3.
  env: [listAt('envs'), listAt(...MAIN, 'env')],
  entries: (graph) => {
    const services = getIn(graph, 'spec', SERVICES);
    if (!isObject(services)) return undefined;
    return Object.entries(services).map(([name, value]) => ({ key: name, name, value }));
  },
  holding: (entries) => Object.fromEntries(entries.map(({ name, value }) => [name, value])),
  named: (_name, service) => service,
  toService,
  updateMainContainer: (service, change) => updateIn(service, MAIN, () => change(objectIn(service, ...MAIN))),
  gpus: ({ object, mainContainer }) =>
    RESOURCE_SIDES.flatMap((side) => [...containerGpus(mainContainer, side), objectIn(object, 'resources', side).gpu]),
  gpuSides: ({ path, object }) => {
    const side = (name: (typeof RESOURCE_SIDES)[number]) => ({
      path: [...path, 'resources', name, 'gpu'],
      value: objectIn(object, 'resources', name).gpu,
    });
    return { limits: side('limits'), requests: side('requests') };
  },
  requestGpus: ({ object }, amount) => updateIn(object, ['resources', 'requests', 'gpu'], () => amount),
  sharedMemory: ({ path, object }) => [
    { path: [...path, 'sharedMemory', 'size'], value: objectIn(object, 'sharedMemory').size },
  ],
  claims: () => [],
  hasSwitch: () => true,
};

function listAt(...keys: readonly string[]): ListPlace {
  return {
    read: (service) => getIn(service, ...keys),
    update: (service, change) => updateIn(service, keys, change),
  };
}

function toService({ name, value: object }: ServiceEntry): GraphService | undefined {
  if (!isObject(object)) return undefined;
  const { componentType, subComponentType } = object;
  const type = componentType === 'worker' ? (subComponentType ?? componentType) : componentType;
  const path = ['spec', SERVICES, name];
  return {
    name,
    path,
    namePath: path,
    type: typeof type === 'string' ? type : undefined,
    typePath: [...path, 'componentType'],
    object,
    podSpec: objectIn(object, POD),
    podSpecPath: [...path, POD],
    mainContainer: objectIn(object, ...MAIN),
    imagePath: [...path, ...MAIN, 'image'],
  };
}
