import { inOneVersion } from '../../dgd/beta/to-beta.ts';
import { groupBy } from '../../group-by.ts';
import type { JsonObject } from '../../json.ts';
import type { Resource } from '../../krm/resource.ts';
import { isGraph } from '../../outputs/graph.ts';
import { isRendered } from '../../outputs/mark.ts';
import type { RenderedGraph } from '../render.ts';
import { type Change, objectChanges } from './changes.ts';
import { whyChanged } from './provenance.ts';
import { slotOf } from './replace.ts';

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
    const pairs = rendered.documents.map((object) => {
      const known = bySlot.get(slotOf(object))?.find((one) => !taken.has(one));
      if (known !== undefined) taken.add(known);
      return { object, known };
    });
    const marked = pairs.find(({ object }) => isRendered(object));
    const why = marked?.known === undefined ? 'request' : whyChanged(marked.known.object, marked.object);
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
  const [before, after] =
    isGraph(known.object) && isGraph(object) ? inOneVersion(known.object, object) : [known.object, object];
  const changes = objectChanges(before, after);
  return changes.length === 0 ? [] : [{ kind: 'changed', committed: known, rendered, object, changes, why }];
}
