import { createdClaims } from '../dgd/beta/claims.ts';
import { dynamoNamespace, namespaceOf } from '../dgd/dynamo-namespace.ts';
import type { GraphProblem } from '../dgd/problem.ts';
import { viewGraph } from '../dgd/services.ts';
import { getIn, isObject, type Json, type JsonObject, updateIn } from '../json.ts';
import { objectIn } from '../json-reading.ts';
import type { WorkloadOptions } from '../request/workload-options.ts';
import { admitGraph } from './admit/admit.ts';
import { checkPods } from './admit/pods.ts';
import { type Component, isWorker } from './component.ts';
import type { Facts, GraphFacts } from './facts.ts';
import { componentsOf } from './forms.ts';
import { HASH_TO_COME, hashOf, withHash } from './hash.ts';
import { backendOf } from './nodes/backend.ts';
import { accessObjects } from './objects/access.ts';
import { controllerOf, templatesOf } from './objects/controllers.ts';
import { WORKER_METADATA_CRD } from './objects/crd.ts';
import { routesOf } from './objects/ingress.ts';
import { podMonitors } from './objects/pod-monitors.ts';
import { serviceOf } from './objects/services.ts';
import type { WorkloadProblem } from './problem.ts';
import { TABLES, type Tables } from './tables/tables.ts';

/** What a graph comes to without an operator. */
export interface Workloads {
  /** In the order in which they are to be applied; none where a problem is an error. */
  readonly objects: readonly JsonObject[];
  readonly problems: readonly WorkloadProblem[];
}

/** Annotations of ours on the graph, which its workloads take over; on pods they would start new ones. */
const OURS = 'dgdr-render.dev/';
const DISCOVERY = 'nvidia.com/dynamo-discovery-backend';
/** Where vLLM keeps compiled kernels; the other engines have no place of their own. */
const CACHE_PATHS: Readonly<Record<string, string>> = { vllm: '/root/.cache/vllm' };

/**
 * The plain objects that do what Dynamo's operator would make of a graph of either version, and what they cannot do. Pure:
 * the graph is not changed, the same graph gives the same objects. Source: what the operator of 1.2, 1.3 and 1.5 made, as it
 * was recorded (`fixtures/operator`).
 */
export function toWorkloads(graph: JsonObject, options: WorkloadOptions, tables: Tables = TABLES): Workloads {
  const problems: WorkloadProblem[] = [];
  const view = viewGraph(withoutNulls(graph));
  const report = (problem: WorkloadProblem): void => {
    problems.push(problem);
  };
  const convert = ({ severity, path, message, hint = '' }: GraphProblem): void => {
    report({ code: severity === 'error' ? 'WORKLOADS_IMPOSSIBLE' : 'FIELD_IGNORED', path, message, hint });
  };
  const components = componentsOf({ view, propagated: tables.propagated, report: convert });
  const claims = createdClaims({ object: view.spec, path: ['spec'], report: convert });
  const facts = factsOf(view.graph, options, undefined);
  admitGraph({ view, components: components.map((one) => toFacts(one, facts, view.spec)), report });
  const { templates, hash } = generationOf(components, { facts, spec: view.spec, tables });
  for (const one of components) checkPods(one, templates.get(one) ?? [], report);
  const known = components.map((one) => toFacts(one, { ...facts, hash }, view.spec));
  const marks = Object.fromEntries(Object.entries(view.annotations).filter(([key]) => key.startsWith(OURS)));
  const objects = [
    ...(options.crd ? [WORKER_METADATA_CRD] : []),
    ...(known.some(({ isDiscovered }) => isDiscovered) ? accessObjects(facts, tables.rules) : []),
    ...claims.map((claim) => inNamespace(claim, facts.namespace)).sort(byName),
    ...known.flatMap((one) => serviceOf(one, tables)),
    ...known.map((one) =>
      controllerOf(one, tables, { marks, templates: finished(one, templates.get(one.component) ?? []) }),
    ),
    ...known.flatMap(routesOf),
    ...podMonitors(known),
  ];
  return { objects, problems };
}

function factsOf(graph: JsonObject, options: WorkloadOptions, hash: string | undefined): GraphFacts {
  const restart = getIn(graph, 'spec', 'restart', 'id');
  return {
    name: String(objectIn(graph, 'metadata').name ?? ''),
    namespace: namespaceOf(graph) ?? options.namespace,
    options,
    hash,
    restart: restart === undefined ? undefined : String(restart),
  };
}

function toFacts(component: Component, graph: GraphFacts, spec: JsonObject): Facts {
  const discovery = component.annotations[DISCOVERY] ?? graph.options.discovery;
  const stem = `${graph.name}-${component.name.toLowerCase()}`;
  const isNew = graph.options.updates === 'blueGreen' && isWorker(component) && graph.hash !== undefined;
  const backend = backendOf(component, spec.backendFramework);
  return {
    graph,
    component,
    name: isNew ? `${stem}-${graph.hash}` : stem,
    role: component.nodes > 1 ? 'leader' : 'main',
    backend,
    isDiscovered: discovery === 'kubernetes',
    dynamoNamespace: dynamoNamespace(graph.name, graph.namespace, component.isGlobal),
    cachePath: component.cache && (component.cache.path ?? (backend && CACHE_PATHS[backend])),
  };
}

/** The templates of every component's pods, and the hash of those of the workers; none where generations share one name. */
function generationOf(
  components: readonly Component[],
  { facts, spec, tables }: { readonly facts: GraphFacts; readonly spec: JsonObject; readonly tables: Tables },
) {
  const isShared = facts.options.updates === 'shared';
  const graph = { ...facts, hash: isShared ? undefined : HASH_TO_COME };
  const templates = new Map(components.map((one) => [one, templatesOf(toFacts(one, graph, spec), tables)]));
  const ofWorkers = components.filter(isWorker).flatMap((one) => templates.get(one) ?? []);
  return { templates, hash: isShared ? undefined : hashOf(ofWorkers) };
}

/** The templates of a component with the hash in its place, which is in those of workers alone. */
function finished({ component, graph: { hash } }: Facts, templates: readonly JsonObject[]): readonly JsonObject[] {
  return hash === undefined || !isWorker(component) ? templates : templates.map((one) => withHash(one, hash));
}

function inNamespace(object: JsonObject, namespace: string | undefined): JsonObject {
  return namespace === undefined ? object : updateIn(object, ['metadata', 'namespace'], () => namespace);
}

function byName(a: JsonObject, b: JsonObject): number {
  return String(getIn(a, 'metadata', 'name')) < String(getIn(b, 'metadata', 'name')) ? -1 : 1;
}

/** A null is as good as nothing. */
function withoutNulls(object: JsonObject): JsonObject {
  if (!hasNull(object)) return object;
  const members = Object.entries(object).filter(([, value]) => value !== null);
  return Object.fromEntries(members.map(([key, value]) => [key, isObject(value) ? withoutNulls(value) : value]));
}

function hasNull(value: Json): boolean {
  if (value === null) return true;
  if (typeof value !== 'object') return false;
  return Array.isArray(value) ? value.some(hasNull) : Object.values(value).some(hasNull);
}
