import { getIn, isObject, type Json, type JsonObject, updateIn } from '../json.ts';

/** Versions of the DynamoGraphDeployment (DGD) that are written and read. */
export type GraphVersion = 'v1alpha1' | 'v1beta1';

/** Group of the DGD and its request. */
export const GROUP = 'nvidia.com';

/** Name of the container that runs the component, in v1beta1. */
export const MAIN_CONTAINER = 'main';

/** A service (v1alpha1) or component (v1beta1) of a graph or of an override. */
export interface GraphService {
  readonly name: string;
  /** Keys from the graph's root to the service; positions of lists as numbers. */
  readonly path: readonly (string | number)[];
  /** `frontend`, `worker`, `prefill`, `decode`, `planner`, `epp`, or something else; a v1alpha1 sub type counts. */
  readonly type: string | undefined;
  readonly object: JsonObject;
  /** The pod, without its main container in v1alpha1; empty where there is none. */
  readonly podSpec: JsonObject;
  readonly mainContainer: JsonObject;
}

/** Where a version keeps its parts, counted from a service. */
const POD_SPEC: Readonly<Record<GraphVersion, readonly string[]>> = {
  v1alpha1: ['extraPodSpec'],
  v1beta1: ['podTemplate', 'spec'],
};

/** The version of a graph or of an override; what says nothing is v1alpha1, as the operator takes it. */
export function graphVersion(graph: Json | undefined): GraphVersion {
  const { apiVersion } = isObject(graph) ? graph : {};
  if (apiVersion === `${GROUP}/v1beta1`) return 'v1beta1';
  return apiVersion === undefined && Array.isArray(getIn(graph, 'spec', 'components')) ? 'v1beta1' : 'v1alpha1';
}

/** The services in their order, without entries that are no objects or, in v1beta1, have no name. */
export function graphServices(graph: Json | undefined): readonly GraphService[] {
  if (graphVersion(graph) === 'v1alpha1') {
    const services = getIn(graph, 'spec', 'services');
    return isObject(services) ? Object.entries(services).flatMap((entry) => alphaService(...entry)) : [];
  }
  const components = getIn(graph, 'spec', 'components');
  return Array.isArray(components) ? components.flatMap(betaService) : [];
}

/** The service of a name. */
export function findService(graph: Json | undefined, name: string): GraphService | undefined {
  return graphServices(graph).find((service) => service.name === name);
}

/** The arguments of a service's main container as text; empty where there are none. */
export function serviceArgs(graph: Json | undefined, name: string): readonly string[] {
  const args = findService(graph, name)?.mainContainer.args;
  return Array.isArray(args) ? args.map((arg) => (typeof arg === 'string' ? arg : JSON.stringify(arg))) : [];
}

/**
 * The lists of variables that reach a service's main container, the strongest first. Of the two lists of a v1alpha1 service
 * the one of its own wins up to Dynamo 1.3.
 */
export function serviceEnv(graph: Json | undefined, name: string): readonly (readonly Json[])[] {
  const service = findService(graph, name);
  const lists = [
    service?.object.envs,
    service?.mainContainer.env,
    getIn(graph, 'spec', 'envs'),
    getIn(graph, 'spec', 'env'),
  ];
  return lists.filter((list) => Array.isArray(list));
}

/** Nodes that one replica of a service spans; undefined for a single one. */
export function nodeCount({ object }: GraphService): Json | undefined {
  return isObject(object.multinode) ? (object.multinode.nodeCount ?? 2) : undefined;
}

/** A copy of the graph with every service's object passed through `change`. */
export function mapServices(graph: JsonObject, change: (service: GraphService) => JsonObject): JsonObject {
  const spec = isObject(graph.spec) ? graph.spec : {};
  const changed = new Map(graphServices(graph).map((service) => [service.path.at(-1), change(service)]));
  if (graphVersion(graph) === 'v1alpha1') {
    const services = isObject(spec.services) ? spec.services : {};
    const entries = Object.entries(services).map(([name, service]) => [name, changed.get(name) ?? service] as const);
    return { ...graph, spec: { ...spec, services: Object.fromEntries(entries) } };
  }
  const components = Array.isArray(spec.components) ? spec.components : [];
  return { ...graph, spec: { ...spec, components: components.map((one, index) => changed.get(index) ?? one) } };
}

/** A copy of the graph with the main container of a service passed through `change`. */
export function updateMainContainer(
  graph: JsonObject,
  name: string,
  change: (container: JsonObject) => JsonObject,
): JsonObject {
  return mapServices(graph, (service) => {
    if (service.name !== name) return service.object;
    const container = change(service.mainContainer);
    if (graphVersion(graph) === 'v1alpha1') {
      return updateIn(service.object, [...POD_SPEC.v1alpha1, 'mainContainer'], () => container);
    }
    return updateIn(service.object, [...POD_SPEC.v1beta1, 'containers'], (list) => [
      container,
      ...(Array.isArray(list) ? list.filter((one) => getIn(one, 'name') !== MAIN_CONTAINER) : []),
    ]);
  });
}

/** Keys from a service to its pod's spec. */
export function podSpecPath(graph: JsonObject): readonly string[] {
  return POD_SPEC[graphVersion(graph)];
}

function alphaService(name: string, object: Json): GraphService[] {
  if (!isObject(object)) return [];
  const { componentType, subComponentType } = object;
  const podSpec = objectAt(object, POD_SPEC.v1alpha1);
  const type = componentType === 'worker' ? (subComponentType ?? componentType) : componentType;
  return [
    {
      name,
      path: ['spec', 'services', name],
      type: typeof type === 'string' ? type : undefined,
      object,
      podSpec,
      mainContainer: objectAt(podSpec, ['mainContainer']),
    },
  ];
}

function betaService(object: Json, index: number): GraphService[] {
  if (!isObject(object) || typeof object.name !== 'string') return [];
  const podSpec = objectAt(object, POD_SPEC.v1beta1);
  const containers = Array.isArray(podSpec.containers) ? podSpec.containers : [];
  const main = containers.find((container) => getIn(container, 'name') === MAIN_CONTAINER);
  return [
    {
      name: object.name,
      path: ['spec', 'components', index],
      type: typeof object.type === 'string' ? object.type : undefined,
      object,
      podSpec,
      mainContainer: isObject(main) ? main : {},
    },
  ];
}

function objectAt(object: JsonObject, path: readonly string[]): JsonObject {
  const found = getIn(object, ...path);
  return isObject(found) ? found : {};
}
