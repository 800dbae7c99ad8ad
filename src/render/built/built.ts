import { viewGraph } from '../../dgd/services.ts';
import { getIn, isObject, type Json, type JsonObject } from '../../json.ts';
import { annotationsOf, LOCAL_CONFIG } from '../../krm/annotations.ts';
import { describeRef, identityOf, refOf } from '../../krm/identity.ts';
import type { Resource } from '../../krm/resource.ts';
import type { ResourceFinding } from '../../krm/results.ts';
import { graphPath } from '../../merge/finish/problems.ts';
import { isGraph } from '../../outputs/graph.ts';
import { REQUEST_LABEL } from '../../outputs/mark.ts';
import { nearMissOf } from '../../request/near-miss.ts';
import { isRequest } from '../../request/parse-request.ts';
import { findSights, sightsOf, sightsOfWorkload } from '../sight.ts';
import { type BuiltOptions, builtFinding, checkBuiltGraph } from './built-graph.ts';
import { checkBuiltWorkloads, isBuiltWorkload } from './built-workloads.ts';

/** A planner's ConfigMap, whatever a kustomization puts around its name. */
const PLANNER_CONFIG = /planner-config-[0-9a-f]{8}/;

/**
 * What is wrong with the resources that a build printed, before they are applied: graphs that would be refused, objects that
 * stand twice, requests that nobody rendered, and volumes whose object was renamed. In the order of the stream.
 */
export function checkBuilt(resources: readonly Resource[], options: BuiltOptions): ResourceFinding[] {
  const graphs = resources.filter(({ object }) => isGraph(object));
  const findings = [
    ...graphs.flatMap((graph) => checkBuiltGraph(graph, options)),
    ...findTwins(resources.filter(({ object }) => isOurs(object))),
    ...findRequests(resources, graphs),
    ...findNearMisses(resources, options),
    ...graphs.flatMap((graph) => findDangling(graph, resources)),
    ...checkBuiltWorkloads(resources),
    ...findSights(sightedAmong(resources), () => options.isStrict),
  ];
  return findings.sort((a, b) => (a.origin?.line ?? 0) - (b.origin?.line ?? 0));
}

/** Graphs and plain workloads of graphs, as the processes of others see them. */
function sightedAmong(resources: readonly Resource[]) {
  return resources.flatMap((resource) => {
    if (isGraph(resource.object)) return sightsOf(resource.object, { resource, path: 'metadata.name' });
    return isBuiltWorkload(resource.object) ? sightsOfWorkload(resource) : [];
  });
}

/** A graph, or something that was made beside one. */
function isOurs(object: JsonObject): boolean {
  return isGraph(object) || requestOf(object) !== undefined;
}

function requestOf(object: JsonObject): Json | undefined {
  const { metadata } = object;
  return isObject(metadata) && isObject(metadata.labels) ? metadata.labels[REQUEST_LABEL] : undefined;
}

/** Objects of one identity, whatever their version: the last one applied wins. */
function findTwins(resources: readonly Resource[]): ResourceFinding[] {
  const first = new Map<string, Resource>();
  return resources.flatMap((resource) => {
    const identity = identityOf(resource.object);
    const other = first.get(identity);
    first.set(identity, other ?? resource);
    if (other === undefined) return [];
    const message = `${describeRef(refOf(resource.object))} stands in the stream already, at line ${other.origin.line ?? 1}`;
    const hint = 'build it once, or give one of the two another name or namespace';
    return [builtFinding('OBJECT_DUPLICATE', { resource, path: 'metadata.name', message, hint })];
  });
}

/** Requests that would be applied: the operator renders them, next to whatever was rendered here. */
function findRequests(resources: readonly Resource[], graphs: readonly Resource[]): ResourceFinding[] {
  const requests = resources.filter(
    ({ object }) => isRequest(object) && annotationsOf(object)[LOCAL_CONFIG] !== 'true',
  );
  return requests.map((request) => {
    const { name } = refOf(request.object);
    const made = graphs.find(({ object }) => requestOf(object) === name || refOf(object).name === `${name}-dgd`);
    const { code, ...words } = made === undefined ? LEFT : emittedBeside(made.object);
    return builtFinding(code, { ...words, resource: request, path: 'kind' });
  });
}

/** What nobody rendered since it is not quite a request. */
function findNearMisses(resources: readonly Resource[], { isStrict }: BuiltOptions): ResourceFinding[] {
  return resources.flatMap((resource) => {
    const near = nearMissOf(resource.object);
    return near === undefined ? [] : [builtFinding('REQUEST_NEAR_MISS', { ...near, resource }, isStrict)];
  });
}

const LEFT = {
  code: 'REQUEST_LEFT',
  message: 'the request is not rendered',
  hint: 'list the function under transformers:, or render the request before it is built',
} as const;

function emittedBeside(graph: JsonObject) {
  return {
    code: 'REQUEST_EMITTED',
    message: `the request stands beside the graph ${refOf(graph).name} that is rendered from it, and the operator would render it again`,
    hint: 'keep one of the two out of the build',
  } as const;
}

/** An object that a graph's pods need, with the field that names it. */
interface Reference {
  readonly kind: 'ConfigMap' | 'PersistentVolumeClaim';
  readonly name: Json | undefined;
  readonly path: readonly (string | number)[];
}

/** Names of rendered objects that no longer lead to one. Objects of others may be in the cluster already. */
function findDangling(graph: Resource, resources: readonly Resource[]): ResourceFinding[] {
  const { namespace } = refOf(graph.object);
  return referencesOf(graph.object).flatMap(({ kind, name, path }) => {
    if (typeof name !== 'string') return [];
    const alike = resources.filter(({ object }) => object.kind === kind && object.apiVersion === 'v1');
    const isThere = alike.some(({ object }) => refOf(object).name === name && refOf(object).namespace === namespace);
    const renamed = alike.find(({ object }) => requestOf(object) !== undefined && refOf(object).name.includes(name));
    const isPlanner = kind === 'ConfigMap' && PLANNER_CONFIG.test(name);
    if (isThere || (renamed === undefined && !isPlanner)) return [];
    const found = renamed === undefined ? 'which is not in the stream' : `which the stream has as ${whole(renamed)}`;
    const hint =
      renamed === undefined
        ? 'keep what was rendered beside the graph in the build'
        : 'list names.yaml of plugin/kustomize under configurations: of the kustomization that renames it';
    const details = { path: graphPath(path), message: `${kind} ${name} is mounted, ${found}`, hint };
    return [builtFinding('REFERENCE_DANGLING', { ...details, resource: graph })];
  });
}

function whole({ object }: Resource): string {
  const { name, namespace } = refOf(object);
  return namespace === undefined ? name : `${namespace}/${name}`;
}

function referencesOf(graph: JsonObject): Reference[] {
  const { lens, services } = viewGraph(graph);
  return services.flatMap((service) => {
    const { podSpecPath, podSpec } = service;
    const { volumes } = podSpec;
    const mounted = (Array.isArray(volumes) ? volumes : []).flatMap((volume, index): Reference[] => {
      const at = [...podSpecPath, 'volumes', index];
      return [
        { kind: 'ConfigMap', name: getIn(volume, 'configMap', 'name'), path: [...at, 'configMap', 'name'] },
        {
          kind: 'PersistentVolumeClaim',
          name: getIn(volume, 'persistentVolumeClaim', 'claimName'),
          path: [...at, 'persistentVolumeClaim', 'claimName'],
        },
      ];
    });
    const claims = lens.claims(service).map(({ path, value }): Reference => {
      return { kind: 'PersistentVolumeClaim', name: value, path };
    });
    return [...mounted, ...claims];
  });
}
