import { getIn, isObject, type Json, type JsonObject } from '../json.ts';
import { objectIn } from '../json-reading.ts';
import type { GraphService } from './lens/lens.ts';
import { graphServices, lensOf, nodeCount } from './services.ts';

/** How a command starts its backend. The mocker counts as its own: its graphs hold no engine at all. */
const BACKEND_MODULE = /(?:^|\s)-m\s+dynamo\.(vllm|sglang|trtllm|mocker)(?=[\s.]|$)/;
/** Words for a field that is absent. */
const NONE = 'none';

/** A field that keeps its value as long as the graph keeps its name. */
interface FixedField<T> {
  /** Stands before the values; empty where they speak for themselves. */
  readonly label: string;
  /** The value as people read it; undefined where it cannot be told, which counts as unchanged. */
  readonly words: (subject: T) => string | undefined;
  /** What of the value is fixed; all of it where this is absent. */
  readonly fixed?: (subject: T) => Json;
}

// Source of both tables: ai-dynamo, deploy/operator/internal/webhook/validation/dynamographdeployment.go, where it
// validates updates; `minAvailable` from 1.3 on, in the schema too.
const OF_GRAPH: readonly FixedField<JsonObject>[] = [
  { label: 'backend', words: backendOf },
  { label: 'topologyConstraint', words: graphConstraint },
];
const OF_SERVICE: readonly FixedField<GraphService>[] = [
  { label: '', words: nodesOf, fixed: spansNodes },
  // The operator fills in 1 where the field is absent.
  { label: 'minAvailable', words: ({ object }) => JSON.stringify(object.minAvailable ?? 1) },
  { label: 'topologyConstraint', words: ({ object }) => constraintOf(object.topologyConstraint, undefined) },
];

/**
 * What differs between two versions of a graph in fields that the operator refuses to change under one name, in words
 * such as `backend vllm -> sglang`; empty where it takes the update. Names of services are compared as they are written;
 * whether a graph is v1alpha1 or v1beta1 makes no difference.
 */
export function topologyChanges(previous: JsonObject, next: JsonObject): string[] {
  const older = graphServices(previous);
  const newer = graphServices(next);
  const ofServices = newer.flatMap((service) => {
    const before = older.find(({ name }) => name === service.name);
    return before === undefined ? [] : serviceChanges(before, service);
  });
  return [...setChanges(older, newer), ...fieldChanges(OF_GRAPH, previous, next), ...ofServices];
}

/** Members of a service that `topologyChanges` looks at. */
const OUTLINED = ['multinode', 'minAvailable', 'topologyConstraint'] as const;

/** The graph with nothing but its identity and what is fixed under its name: `topologyChanges` sees no difference. */
export function outlineOf(graph: JsonObject): JsonObject {
  const { apiVersion = '', kind = '' } = graph;
  const [name, namespace] = ['name', 'namespace'].map((key) => getIn(graph, 'metadata', key));
  const backendFramework = backendOf(graph);
  const topologyConstraint = getIn(graph, 'spec', 'topologyConstraint');
  const { servicesKey, holding, named } = lensOf(graph);
  const services = graphServices(graph).map(({ name: service, object }) => {
    return { name: service, value: named(service, picked(object, OUTLINED)) };
  });
  const spec = {
    ...(backendFramework !== undefined && { backendFramework }),
    ...(topologyConstraint !== undefined && { topologyConstraint }),
    [servicesKey]: holding(services),
  };
  return {
    apiVersion,
    kind,
    metadata: { ...(name !== undefined && { name }), ...(namespace !== undefined && { namespace }) },
    spec,
  };
}

function picked(object: JsonObject, keys: readonly string[]): JsonObject {
  const entries = keys.flatMap((key): [string, Json][] => {
    const value = getIn(object, key);
    return value === undefined ? [] : [[key, value]];
  });
  return Object.fromEntries(entries);
}

/** Services that came or went, as one entry. */
function setChanges(older: readonly GraphService[], newer: readonly GraphService[]): string[] {
  const sides = [
    { names: namesBeyond(newer, older), what: 'added' },
    { names: namesBeyond(older, newer), what: 'removed' },
  ].filter(({ names }) => names.length > 0);
  if (sides.length === 0) return [];
  const isOne = sides.flatMap(({ names }) => names).length === 1;
  const listed = sides.map(({ names, what }) => `${names.join(' and ')} ${what}`);
  return [`${isOne ? 'service' : 'services'} ${listed.join(', ')}`];
}

function namesBeyond(services: readonly GraphService[], others: readonly GraphService[]): string[] {
  const known = new Set(others.map(({ name }) => name));
  return services.map(({ name }) => name).filter((name) => !known.has(name));
}

function serviceChanges(previous: GraphService, next: GraphService): string[] {
  return fieldChanges(OF_SERVICE, previous, next).map((change) => `${next.name} ${change}`);
}

function fieldChanges<T>(fields: readonly FixedField<T>[], previous: T, next: T): string[] {
  return fields.flatMap(({ label, words, fixed = (subject) => words(subject) ?? null }) => {
    const before = words(previous);
    const after = words(next);
    if (before === undefined || after === undefined || fixed(previous) === fixed(next)) return [];
    return [`${label} ${before} -> ${after}`.trimStart()];
  });
}

/** The declared backend, else the one that the services start, as the operator finds it; undefined where none shows. */
function backendOf(graph: JsonObject): string | undefined {
  const declared = getIn(graph, 'spec', 'backendFramework');
  if (typeof declared === 'string' && declared !== '') return declared;
  const started = graphServices(graph).flatMap(({ mainContainer: { command, args } }) => {
    const line = [command, args].flatMap((part) => (Array.isArray(part) ? part : [])).join(' ');
    return BACKEND_MODULE.exec(line)?.[1] ?? [];
  });
  return started.length === 0 ? undefined : [...new Set(started)].sort().join(' and ');
}

function nodesOf(service: GraphService): string {
  return spansNodes(service) ? `${Number(nodeCount(service))} nodes` : 'one node';
}

/** Whether replicas span nodes. Only this is fixed: 2 nodes may become 4. */
function spansNodes(service: GraphService): boolean {
  return Number(nodeCount(service) ?? 1) > 1;
}

function graphConstraint(graph: JsonObject): string {
  const constraint = getIn(graph, 'spec', 'topologyConstraint');
  return constraintOf(constraint, objectIn(constraint)[lensOf(graph).topologyKey]);
}

/** A packing constraint of a graph or service; only that of a graph names a profile. */
function constraintOf(constraint: Json | undefined, profile: Json | undefined): string {
  if (!isObject(constraint)) return NONE;
  const parts = [
    ['profile', profile],
    ['packDomain', constraint.packDomain],
  ] as const;
  const said = parts.flatMap(([label, value]) => (typeof value === 'string' ? [`${label} ${value}`] : []));
  return said.join(', ') || 'empty';
}
