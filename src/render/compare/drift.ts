import { toBeta } from '../../dgd/beta/to-beta.ts';
import { graphVersion } from '../../dgd/services.ts';
import { groupBy } from '../../group-by.ts';
import type { JsonObject } from '../../json.ts';
import type { Resource } from '../../krm/resource.ts';
import type { RenderedGraph } from '../render.ts';
import { type Change, objectChanges } from './changes.ts';
import { whyChanged } from './provenance.ts';
import { documentsOf, slotOf } from './replace.ts';
import { isGraph } from './stable.ts';

/** An object that is committed in one form and rendered in another, or is only one of the two. */
export type Drift =
  | {
      readonly kind: 'changed';
      readonly committed: Resource;
      readonly rendered: RenderedGraph;
      readonly object: JsonObject;
      /** At least one. */
      readonly changes: readonly Change[];
      readonly why: string;
    }
  | { readonly kind: 'missing'; readonly rendered: RenderedGraph; readonly object: JsonObject }
  | { readonly kind: 'extra'; readonly committed: Resource; readonly object: JsonObject };

/**
 * Holds what a file has against what is rendered into it, object by object: by kind, namespace and name, a planner's
 * ConfigMap by its request. Layout, comments and the order of documents are no drift. Extra objects come last.
 */
export function findDrift(graphs: readonly RenderedGraph[], committed: readonly Resource[]): Drift[] {
  const bySlot = groupBy(committed, ({ object }) => slotOf(object));
  const taken = new Set<Resource>();
  const drifts = graphs.flatMap((rendered) => {
    const pairs = documentsOf(rendered).map((object) => {
      const known = bySlot.get(slotOf(object))?.find((one) => !taken.has(one));
      if (known !== undefined) taken.add(known);
      return { object, known };
    });
    const graph = pairs.find(({ object }) => object === rendered.graph)?.known;
    const why = graph === undefined ? 'request' : whyChanged(graph.object, rendered.graph);
    return pairs.flatMap(({ object, known }) => compareOne(rendered, { object, known, why }));
  });
  const left = committed.filter((one) => !taken.has(one));
  return [...drifts, ...left.map((one): Drift => ({ kind: 'extra', committed: one, object: one.object }))];
}

interface Pair {
  readonly object: JsonObject;
  readonly known: Resource | undefined;
  readonly why: string;
}

function compareOne(rendered: RenderedGraph, { object, known, why }: Pair): Drift[] {
  if (known === undefined) return [{ kind: 'missing', rendered, object }];
  const changes = objectChanges(...inOneVersion(known.object, object));
  return changes.length === 0 ? [] : [{ kind: 'changed', committed: known, rendered, object, changes, why }];
}

/** Graphs of two versions are compared in the newer one, so that only what became different shows. */
function inOneVersion(before: JsonObject, after: JsonObject): [JsonObject, JsonObject] {
  if (!isGraph(before) || !isGraph(after) || graphVersion(before) === graphVersion(after)) return [before, after];
  return [asBeta(before), asBeta(after)];
}

function asBeta(graph: JsonObject): JsonObject {
  if (graphVersion(graph) === 'v1beta1') return graph;
  return { ...toBeta(graph).graph, apiVersion: graph.apiVersion ?? '' };
}
