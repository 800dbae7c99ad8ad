import { dynamoNamespaces, namespaceOf, sees } from '../dgd/dynamo-namespace.ts';
import { graphServices, WORKER_TYPES } from '../dgd/services.ts';
import { type FindingDetails, findingOf } from '../errors.ts';
import { groupBy } from '../group-by.ts';
import { getIn, type JsonObject } from '../json.ts';
import { GRAPH_LABEL, NAMESPACE_LABEL, TYPE_LABEL } from '../kinds.ts';
import { refOf } from '../krm/identity.ts';
import type { Resource } from '../krm/resource.ts';
import type { ResourceFinding } from '../krm/results.ts';

/** One side of a graph as others of its namespace see it. */
export interface Sighted {
  readonly graph: string;
  /** What it is seen in: a namespace of a cluster. */
  readonly place: string;
  readonly dynamoNamespace: string;
  readonly hasFrontend: boolean;
  readonly hasWorkers: boolean;
  readonly resource: Resource;
  /** The field that names it. */
  readonly path: string;
}

const FRONTEND = 'frontend';
const HINT = 'rename one of the graphs, so that neither name begins with the other, or use two namespaces';

/** A graph by its Dynamo namespaces; `fallback` is the namespace of one that names none. */
export function sightsOf(graph: JsonObject, about: Pick<Sighted, 'resource' | 'path'>, fallback?: string): Sighted[] {
  const types = graphServices(graph).map(({ type = '' }) => type);
  return dynamoNamespaces(graph, fallback).map((dynamoNamespace) => ({
    ...about,
    graph: refOf(graph).name,
    place: namespaceOf(graph) ?? fallback ?? '',
    dynamoNamespace,
    hasFrontend: types.includes(FRONTEND),
    hasWorkers: types.some((type) => WORKER_TYPES.includes(type)),
  }));
}

/** A Deployment or LeaderWorkerSet of plain workloads, by what its pods say. */
export function sightsOfWorkload(resource: Resource): Sighted[] {
  const { object } = resource;
  const label = (key: string): string => String(getIn(podLabels(object), key) ?? '');
  const dynamoNamespace = label(NAMESPACE_LABEL);
  const type = label(TYPE_LABEL);
  if (dynamoNamespace === '') return [];
  return [
    {
      graph: label(GRAPH_LABEL),
      place: refOf(object).namespace ?? '',
      dynamoNamespace,
      hasFrontend: type === FRONTEND,
      hasWorkers: WORKER_TYPES.includes(type),
      resource,
      path: 'metadata.name',
    },
  ];
}

function podLabels(object: JsonObject): JsonObject {
  const single = getIn(object, 'spec', 'template', 'metadata', 'labels');
  const labels = single ?? getIn(object, 'spec', 'leaderWorkerTemplate', 'leaderTemplate', 'metadata', 'labels');
  return Object(labels ?? {});
}

/**
 * GRAPHS_SEE_EACH_OTHER where the frontend of one graph of a namespace takes the workers of another for its own: it goes by
 * the beginning of their names. Each pair of graphs once, at the graph whose workers are seen.
 */
export function findSights(sighted: readonly Sighted[], isStrict: (resource: Resource) => boolean): ResourceFinding[] {
  const pairs = [...groupBy(sighted, ({ place }) => place).values()].flatMap(pairsOf);
  const said = new Set<string>();
  return pairs.flatMap(([frontend, workers]) => {
    const key = [frontend.place, frontend.graph, workers.graph].join('\n');
    if (said.has(key)) return [];
    said.add(key);
    const { resource, path } = workers;
    const details: FindingDetails = { message: wordsOf(frontend, workers), path, hint: HINT };
    const origin = resource.locate(path);
    return [{ ...findingOf('GRAPHS_SEE_EACH_OTHER', { ...details, origin }, isStrict(resource)), resource }];
  });
}

function wordsOf(frontend: Sighted, workers: Sighted): string {
  const names = `${workers.dynamoNamespace} begins with ${frontend.dynamoNamespace}`;
  const why = workers.dynamoNamespace.startsWith(frontend.dynamoNamespace) ? names : 'it takes every name';
  return `the frontend of the graph ${frontend.graph} also sends requests to the workers of ${workers.graph}: ${why}`;
}

/** In the order of their names those that begin alike stand together, behind the name that they begin with. */
function pairsOf(sighted: readonly Sighted[]): (readonly [Sighted, Sighted])[] {
  const byName = groupBy(sighted, ({ dynamoNamespace }) => dynamoNamespace);
  const takingAll = [...byName.keys()].filter((name) => sees(name, ''));
  let open = takingAll;
  return [...byName.keys()].toSorted().flatMap((name) => {
    open = open.filter((frontend) => sees(frontend, name));
    if (!open.includes(name)) open = [...open, name];
    const frontends = open.flatMap((one) => byName.get(one)!.filter(({ hasFrontend }) => hasFrontend));
    const workers = byName.get(name)!;
    return workers.flatMap((one) =>
      frontends.flatMap((frontend) => (isOther(frontend, one) ? [[frontend, one] as const] : [])),
    );
  });
}

/** Whether workers are of another graph. Graphs that share the global name mean to. */
function isOther(frontend: Sighted, workers: Sighted): boolean {
  const isShared = sees(frontend.dynamoNamespace, '') && frontend.dynamoNamespace === workers.dynamoNamespace;
  return workers.hasWorkers && workers.graph !== frontend.graph && !isShared;
}
