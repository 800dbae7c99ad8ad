import { getIn, isObject, type Json, type JsonObject, updateIn } from '../../json.ts';
import { listIn, objectIn } from '../../json-reading.ts';
import { isBefore, v1 } from '../../releases.ts';
import { containerGpus, gpuResource, RESOURCE_SIDES } from './gpu-amounts.ts';
import type { GraphLens, GraphService, ServiceEntry } from './lens.ts';

/** Name of the container that runs the component. */
export const MAIN_CONTAINER = 'main';

const SERVICES = 'components';
const POD = ['podTemplate', 'spec'] as const;
const CONTAINERS = [...POD, 'containers'] as const;

/** Components as a list, each with a pod template whose container `main` runs it. */
export const V1BETA1: GraphLens = {
  version: 'v1beta1',
  servicesKey: SERVICES,
  envKey: 'env',
  topologyKey: 'clusterTopologyName',
  podSpecPath: POD,
  featuresPath: ['experimental'],
  images: ['containers.*.image', 'initContainers.*.image', 'volumes.*.image.reference'].map(
    (image) => `${POD.join('.')}.${image}`,
  ),
  env: [
    {
      read: (service) => mainContainer(service).env,
      update: (service, change) =>
        updateMainContainer(service, (container) => ({ ...container, env: change(container.env) })),
    },
  ],
  entries: (graph) => {
    const components = getIn(graph, 'spec', SERVICES);
    if (!Array.isArray(components)) return undefined;
    return components.map((value, index) => ({ key: String(index), name: nameOf(value), value }));
  },
  holding: (entries) => entries.map(({ value }) => value),
  named: (name, component) => ({ ...component, name }),
  toService,
  updateMainContainer,
  gpus: (service) => RESOURCE_SIDES.flatMap((side) => containerGpus(service.mainContainer, side)),
  gpuSides: ({ mainContainer: container, imagePath }) => {
    const resource = gpuResource(container);
    const side = (name: (typeof RESOURCE_SIDES)[number]) => ({
      path: [...imagePath.slice(0, -1), 'resources', name, resource],
      value: objectIn(container, 'resources', name)[resource],
    });
    return { limits: side('limits'), requests: side('requests') };
  },
  requestGpus: ({ object }, amount) =>
    updateMainContainer(object, (container) =>
      updateIn(container, ['resources', 'requests', gpuResource(container)], () => amount),
    ),
  sharedMemory: ({ path, object }) => [{ path: [...path, 'sharedMemorySize'], value: object.sharedMemorySize }],
  claims: ({ path, object }) => [
    {
      path: [...path, 'compilationCache', 'pvcName'],
      value: getIn(object, 'compilationCache', 'pvcName'),
    },
  ],
  hasSwitch: (feature, target) => feature === 'checkpoint' && !isBefore(target, v1(3)),
};

function nameOf(component: Json): string {
  const name = getIn(component, 'name') ?? '';
  return typeof name === 'object' ? '' : String(name);
}

function mainContainer(component: JsonObject): JsonObject {
  const main = listIn(component, ...CONTAINERS).find(isMain);
  return isObject(main) ? main : {};
}

function isMain(container: Json): boolean {
  return getIn(container, 'name') === MAIN_CONTAINER;
}

/** The main container comes first in its list. */
function updateMainContainer(component: JsonObject, change: (container: JsonObject) => JsonObject): JsonObject {
  const container = change(mainContainer(component));
  return updateIn(component, CONTAINERS, (list) => [
    container,
    ...(Array.isArray(list) ? list.filter((one) => !isMain(one)) : []),
  ]);
}

function toService({ key, value: object }: ServiceEntry): GraphService | undefined {
  if (!isObject(object) || typeof object.name !== 'string') return undefined;
  const path = ['spec', SERVICES, Number(key)];
  const containers = [...path, ...CONTAINERS];
  const index = listIn(object, ...CONTAINERS).findIndex(isMain);
  return {
    name: object.name,
    path,
    namePath: [...path, 'name'],
    type: typeof object.type === 'string' ? object.type : undefined,
    typePath: [...path, 'type'],
    object,
    podSpec: objectIn(object, ...POD),
    podSpecPath: [...path, ...POD],
    mainContainer: mainContainer(object),
    imagePath: index < 0 ? containers : [...containers, index, 'image'],
  };
}
