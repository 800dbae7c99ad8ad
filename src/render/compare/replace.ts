import { groupBy } from '../../group-by.ts';
import type { JsonObject } from '../../json.ts';
import { identityOf, refOf } from '../../krm/identity.ts';
import { labelOf, REQUEST_LABEL } from '../../outputs/mark.ts';
import { isMadeOf } from '../../outputs/outputs.ts';
import type { RenderedGraph } from '../render.ts';

/** Names of planner ConfigMaps: ours end in a hash of the content, the profiler's in four random digits. */
const PLANNER_CONFIG_NAME = /^planner-config-[0-9a-f]{4,8}$/;

/** One document of a rendering and the older object whose place it takes, if there is one. */
export interface PlacedDocument {
  readonly document: JsonObject;
  readonly rendered: RenderedGraph;
  readonly replaces: JsonObject | undefined;
}

/** Where rendered documents go among the objects that came in. */
export interface Placement {
  /** What stands in the place of an older object; an empty list takes it away. */
  readonly inPlace: ReadonlyMap<JsonObject, readonly PlacedDocument[]>;
  /** What follows a request, by the request's object. */
  readonly following: ReadonlyMap<JsonObject, readonly PlacedDocument[]>;
}

/**
 * Rendered documents take the places of older ones of the same identity; a planner's ConfigMap that of any older one of
 * its request, whose hash may differ. What has no older one stands before the next document that has, else after the
 * request. An older ConfigMap that nothing replaces goes away, and so does what the graph came to in another form.
 */
export function placeDocuments(objects: readonly JsonObject[], graphs: readonly RenderedGraph[]): Placement {
  const older = groupBy(objects, slotOf);
  const byRequest = groupBy(objects, (object) => labelOf(object, REQUEST_LABEL) ?? '');
  const inPlace = new Map<JsonObject, readonly PlacedDocument[]>();
  const following = new Map<JsonObject, readonly PlacedDocument[]>();
  for (const rendered of graphs) {
    let waiting: PlacedDocument[] = [];
    for (const object of older.get(requestSlot(rendered)) ?? []) inPlace.set(object, []);
    for (const document of rendered.documents) {
      const [replaces, ...others] = older.get(slotOf(document)) ?? [];
      waiting.push({ document, rendered, replaces });
      if (replaces === undefined) continue;
      for (const other of others) inPlace.set(other, []);
      inPlace.set(replaces, waiting);
      waiting = [];
    }
    following.set(rendered.request.object, waiting);
    const { name, namespace = rendered.namespace } = refOf(rendered.graph);
    const graph = namespace === undefined ? { name } : { name, namespace };
    for (const object of byRequest.get(refOf(rendered.request.object).name) ?? []) {
      if (!inPlace.has(object) && [graph, refOf(rendered.graph)].some((one) => isMadeOf(object, one)))
        inPlace.set(object, []);
    }
  }
  return { inPlace, following };
}

/** A key that an object shares with everything that would take its place. */
export function slotOf(object: JsonObject): string {
  const { kind, name, namespace } = refOf(object);
  const request = labelOf(object, REQUEST_LABEL);
  const isPlannerConfig = kind === 'ConfigMap' && PLANNER_CONFIG_NAME.test(name) && request !== undefined;
  return isPlannerConfig ? plannerSlot(namespace, request) : identityOf(object);
}

/** The key of the planner ConfigMaps that a rendered request has or had. */
function requestSlot({ request }: RenderedGraph): string {
  const { name, namespace } = refOf(request.object);
  return plannerSlot(namespace, name);
}

function plannerSlot(namespace: string | undefined, request: string): string {
  return ['planner config', namespace ?? '', request].join('\n');
}
