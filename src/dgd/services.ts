import { getIn, isObject, type Json, type JsonObject, updateIn } from '../json.ts';
import { isFilled, listIn, objectIn } from '../json-reading.ts';
import { GROUP } from '../kinds.ts';
import { GRAPH_VERSIONS, type GraphVersion, type Release } from '../releases.ts';
import type { GraphLens, GraphService } from './lens/lens.ts';
import { V1ALPHA1 } from './lens/v1alpha1.ts';
import { V1BETA1 } from './lens/v1beta1.ts';
import type { Path } from './problem.ts';

/** Kinds of services that run an engine. */
export const WORKER_TYPES: readonly string[] = ['worker', 'prefill', 'decode'];

/** Annotations of the operator's own conversion between the versions start so; they are no one else's. */
export const CONVERSION_PREFIX = 'nvidia.com/dgd-';

/** Tags that tell the runtime's version. Source: ai-dynamo, deploy/operator/internal/runtimeversion, 1.4. */
const IDENTIFIER = '(?:0|[1-9]\\d*|\\d*[A-Za-z-][\\dA-Za-z-]*)';
const VERSION_TAG = new RegExp(
  `^[vV]?(0|[1-9]\\d*)\\.(0|[1-9]\\d*)\\.(?:0|[1-9]\\d*)(?:-${IDENTIFIER}(?:\\.${IDENTIFIER})*)?(?:\\+[\\dA-Za-z.-]+)?$`,
);
const TAG = /:([^:/]+)$/;

/** How a version is read and written. */
export const LENSES: Readonly<Record<GraphVersion, GraphLens>> = { v1alpha1: V1ALPHA1, v1beta1: V1BETA1 };

/** A graph of either version with the parts that most of what looks at it needs; what has the wrong type is empty. */
export interface Graph {
  readonly graph: JsonObject;
  readonly lens: GraphLens;
  readonly spec: JsonObject;
  /** Of the graph's own metadata. */
  readonly annotations: JsonObject;
  readonly services: readonly GraphService[];
}

/** A container of a pod, with the keys that lead to it. */
export interface PodContainer {
  readonly container: JsonObject;
  readonly path: Path;
  /** Whether it runs the component. */
  readonly isMain: boolean;
}

/** The version of a graph or of an override; what says nothing is v1alpha1, as the operator takes it. */
export function graphVersion(graph: Json | undefined): GraphVersion {
  const { apiVersion } = isObject(graph) ? graph : {};
  const named = GRAPH_VERSIONS.find((version) => apiVersion === `${GROUP}/${version}`);
  if (named !== undefined) return named;
  return apiVersion === undefined && V1BETA1.entries(graph) !== undefined ? 'v1beta1' : 'v1alpha1';
}

/** The row of the version of a graph or of an override. */
export function lensOf(graph: Json | undefined): GraphLens {
  return LENSES[graphVersion(graph)];
}

/** The parts of a graph. */
export function viewGraph(graph: JsonObject): Graph {
  return {
    graph,
    lens: lensOf(graph),
    spec: objectIn(graph, 'spec'),
    annotations: objectIn(graph, 'metadata', 'annotations'),
    services: graphServices(graph),
  };
}

/** The services in their order, without entries that are no objects or, in v1beta1, have no name. */
export function graphServices(graph: Json | undefined): readonly GraphService[] {
  const { entries, toService } = lensOf(graph);
  return (entries(graph) ?? []).flatMap((entry) => toService(entry) ?? []);
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

/** The lists of variables that reach a service's main container, the strongest first. */
export function serviceEnv(graph: Json | undefined, name: string): readonly (readonly Json[])[] {
  const { env, envKey } = lensOf(graph);
  const own = env.map(({ read }) => read(findService(graph, name)?.object ?? {}));
  return [...own, getIn(graph, 'spec', envKey)].filter((list) => Array.isArray(list));
}

/** Nodes that one replica of a service spans; undefined for a single one. */
export function nodeCount({ object }: GraphService): Json | undefined {
  return isObject(object.multinode) ? (object.multinode.nodeCount ?? 2) : undefined;
}

/**
 * The runtime release that an operator of 1.4 and later takes a service for: its override, else the tag of its image;
 * undefined where neither tells it.
 */
export function runtimeRelease({ object, mainContainer }: GraphService): Release | undefined {
  const declared = object.runtimeVersionOverride;
  const text = isFilled(declared) ? declared : imageTag(mainContainer.image);
  const match = typeof text === 'string' ? VERSION_TAG.exec(text.trim()) : null;
  return match === null ? undefined : { major: Number(match[1]), minor: Number(match[2]) };
}

/** The tag of an image, a digest cut off; undefined for none. */
function imageTag(image: Json | undefined): string | undefined {
  return typeof image === 'string' ? TAG.exec((image.split('@')[0] ?? '').trim())?.[1] : undefined;
}

/** The containers of a service's pod; in v1beta1 the main one is among the first kind. */
export function podContainers(
  { podSpec, podSpecPath, imagePath }: GraphService,
  kind: 'containers' | 'initContainers',
): PodContainer[] {
  const [mainKind, mainIndex] = imagePath.slice(podSpecPath.length);
  return listIn(podSpec, kind).flatMap((container, index) => {
    if (!isObject(container)) return [];
    return [{ container, path: [...podSpecPath, kind, index], isMain: kind === mainKind && index === mainIndex }];
  });
}

/** A copy of the graph with every service's object passed through `change`. */
export function mapServices(graph: JsonObject, change: (service: GraphService) => JsonObject): JsonObject {
  const { entries, holding, toService, servicesKey } = lensOf(graph);
  const changed = (entries(graph) ?? []).map((entry) => {
    const service = toService(entry);
    return service === undefined ? entry : { ...entry, value: change(service) };
  });
  return updateIn(graph, ['spec', servicesKey], () => holding(changed));
}

/** A copy of the graph with the main container of a service passed through `change`. */
export function updateMainContainer(
  graph: JsonObject,
  name: string,
  change: (container: JsonObject) => JsonObject,
): JsonObject {
  const lens = lensOf(graph);
  return mapServices(graph, (service) =>
    service.name === name ? lens.updateMainContainer(service.object, change) : service.object,
  );
}

/** A copy of the graph with variables of a service's main container added where generated ones stand. */
export function addEnv(graph: JsonObject, name: string, variables: readonly Json[]): JsonObject {
  const [{ update }] = lensOf(graph).env;
  return mapServices(graph, ({ name: own, object }) =>
    own === name ? update(object, (list) => [...(Array.isArray(list) ? list : []), ...variables]) : object,
  );
}
