import { graphServices, nodeCount } from '../../dgd/services.ts';
import { topologyChanges } from '../../dgd/topology.ts';
import { findingOf, type Origin } from '../../errors.ts';
import { groupBy } from '../../group-by.ts';
import { getIn, isObject, type JsonObject } from '../../json.ts';
import { identityOf, refOf } from '../../krm/identity.ts';
import type { Resource } from '../../krm/resource.ts';
import type { ResourceFinding } from '../../krm/results.ts';
import { COMBINED_CHARACTERS, LEADER_SUFFIX } from '../../merge/finish/name-lengths.ts';
import type { RenderedGraph } from '../render.ts';

const OVERRIDE_NAME = ['spec', 'overrides', 'dgd', 'metadata', 'name'] as const;
/** A name that counts its generations: `chat-dgd-2`. */
const NUMBERED = /^(.+)-(\d{1,6})$/;

/** A rendered graph as far as it is compared here. */
export type StableGraph = Pick<RenderedGraph, 'request' | 'graph' | 'form'>;

/** A graph of an earlier rendering, and where it stands. */
export type PreviousGraph = Pick<Resource, 'object' | 'origin'>;

/**
 * Holds rendered graphs against those of a previous rendering with the same kind, namespace and name: an error
 * TOPOLOGY_CHANGED where the operator would refuse the update, an info WORKLOADS_REPLACED where plain workloads are put out. Without a namespace matches without a namespace. A graph
 * that stands there several times is compared once where the copies agree on the topology, else CONFIG_INVALID: what
 * runs under the name is not known then. Graphs that no request renders any more are left alone.
 */
export function checkStable(graphs: readonly StableGraph[], previous: readonly PreviousGraph[]): ResourceFinding[] {
  const freeName = namer([...graphs.map(({ graph }) => graph), ...previous.map(({ object }) => object)]);
  const known = groupBy(previous, ({ object }) => identityOf(object));
  return graphs.flatMap((rendered) => {
    const [first, ...copies] = known.get(identityOf(rendered.graph)) ?? [];
    if (first === undefined) return [];
    const other = copies.find(({ object }) => topologyChanges(first.object, object).length > 0);
    if (other !== undefined) return [ambiguousFinding(rendered, first, other)];
    const changes = topologyChanges(first.object, rendered.graph);
    if (changes.length === 0) return [];
    if (rendered.form === 'workloads') return [replacedFinding(rendered, first, changes)];
    return [changedFinding(rendered, first, { changes, newName: freeName(rendered.graph) })];
  });
}

function changedFinding(
  { request: resource, graph }: StableGraph,
  known: PreviousGraph,
  { changes, newName }: { readonly changes: readonly string[]; readonly newName: string },
): ResourceFinding {
  const { name } = refOf(graph);
  const path = getIn(resource.object, ...OVERRIDE_NAME) === name ? OVERRIDE_NAME.join('.') : 'metadata.name';
  return findingOf('TOPOLOGY_CHANGED', {
    message: `the operator refuses this update of the graph ${name} (${placeOf(known.origin)}): ${changes.join('; ')}`,
    path,
    hint: `set ${OVERRIDE_NAME.join('.')} to ${newName}, and delete the graph ${name} once ${newName} serves`,
    origin: resource.locate(path),
    resource,
  });
}

/** No operator is asked: what the graph came to before are other objects, which whoever applies them removes. */
function replacedFinding(
  { request: resource, graph }: StableGraph,
  known: PreviousGraph,
  changes: readonly string[],
): ResourceFinding {
  return findingOf('WORKLOADS_REPLACED', {
    message: `the workloads of the graph ${refOf(graph).name} (${placeOf(known.origin)}) become others: ${changes.join('; ')}`,
    path: 'metadata.name',
    hint: 'let whoever applies them prune what is gone',
    origin: resource.locate('metadata.name'),
    resource,
  });
}

function ambiguousFinding(
  { request: resource, graph }: StableGraph,
  known: PreviousGraph,
  other: PreviousGraph,
): ResourceFinding {
  const places = `${placeOf(known.origin)} and ${placeOf(other.origin)}`;
  return findingOf('CONFIG_INVALID', {
    message: `the previous graph ${refOf(graph).name} is there twice, with different topologies: ${places}`,
    hint: 'name the file or folder that holds the previous rendering alone',
    origin: other.origin,
    resource,
  });
}

function placeOf({ file, line = 1 }: Origin): string {
  return `${file}:${line}`;
}

/** Proposes names that neither a graph nor an earlier proposal has in the namespace. */
function namer(graphs: readonly JsonObject[]): (graph: JsonObject) => string {
  const taken = new Set(graphs.map(identityOf));
  return (graph) => {
    const { name } = refOf(graph);
    const [, stem = name, number = '1'] = NUMBERED.exec(name) ?? [];
    const characters = nameCharacters(graph, name);
    for (let next = Number(number) + 1; ; next += 1) {
      const candidate = shorten(stem, `-${next}`, characters);
      const identity = identityOf(renamed(graph, candidate));
      if (taken.has(identity)) continue;
      taken.add(identity);
      return candidate;
    }
  };
}

function renamed(graph: JsonObject, name: string): JsonObject {
  return { ...graph, metadata: { ...(isObject(graph.metadata) ? graph.metadata : {}), name } };
}

/** The stem as far as there is room for it before the suffix; all of it where nothing would be left. */
function shorten(stem: string, suffix: string, characters: number): string {
  const room = Math.max(characters - suffix.length, 0);
  const kept = stem.slice(0, room).replace(/-+$/, '');
  return `${kept === '' ? stem : kept}${suffix}`;
}

/** How long a graph's new name may be; the tighter limits of services that span nodes count where the old name kept them. */
function nameCharacters(graph: JsonObject, name: string): number {
  const limits = graphServices(graph).flatMap((service) => {
    const single = COMBINED_CHARACTERS - service.name.length;
    const leader = single - service.name.length - LEADER_SUFFIX.length;
    return nodeCount(service) !== undefined && name.length <= leader ? [single, leader] : [single];
  });
  return Math.min(COMBINED_CHARACTERS, ...limits);
}
