import type { JsonObject } from '../json.ts';
import {
  bookkeepingOf,
  hasPath,
  LOCAL_CONFIG,
  placeAnnotations,
  placeOf,
  withAnnotations,
} from '../krm/annotations.ts';
import { markLocalConfig } from '../krm/emit-resource-list.ts';
import { graphFileBeside } from '../krm/find-files.ts';
import { identityOf } from '../krm/identity.ts';
import type { ListItem } from '../krm/resource-list.ts';
import type { RenderedGraph } from '../render.ts';
import { isRequest } from '../request/parse-request.ts';

/**
 * The items of the answer: everything in its order; a graph follows its request or takes the place of an older one of
 * the same name. Requests stay, marked local-config: hosts that write items back would delete the files of missing ones.
 */
export function answerItems(
  items: readonly ListItem[],
  graphs: readonly RenderedGraph[],
  keepsRequests: boolean,
): (ListItem | JsonObject)[] {
  const older = new Map(items.map(({ resource }) => [identityOf(resource.object), resource.object]));
  const nextPlace = placer(items);
  const finished = graphs.map((rendered) => ({
    ...rendered,
    replaces: older.get(identityOf(rendered.graph)),
    object: finish(rendered, older.get(identityOf(rendered.graph)), nextPlace),
  }));
  const answered = items.flatMap((item) => {
    const { object } = item.resource;
    const replacement = finished.find(({ replaces }) => replaces === object);
    if (replacement) return [replacement.object];
    const own = finished.filter(({ request, replaces }) => request.object === object && !replaces);
    const kept = !isRequest(object) ? [item] : keepsRequests ? [markLocalConfig(item)] : [];
    return [...kept, ...own.map((one) => one.object)];
  });
  const placed = new Set(items.map(({ resource }) => resource.object));
  const generated = finished.filter(({ request, replaces }) => !replaces && !placed.has(request.object));
  return [...answered, ...generated.map(({ object }) => object)];
}

type Placer = (request: JsonObject) => Record<string, string>;

function finish(rendered: RenderedGraph, older: JsonObject | undefined, place: Placer): JsonObject {
  const { request, graph, isApplied } = rendered;
  const review: Record<string, string> = isApplied ? {} : { [LOCAL_CONFIG]: 'true' };
  return withAnnotations(graph, { ...review, ...(older ? bookkeepingOf(older) : place(request.object)) });
}

/** Gives graphs of requests that live in files a place beside them; a file counts its documents, and no two share one. */
function placer(items: readonly ListItem[]): Placer {
  const taken = new Set(items.map(({ resource }) => placeKey(placeOf(resource.object))));
  return (request) => {
    const place = placeOf(request);
    if (place === undefined || !hasPath(request)) return {};
    const path = graphFileBeside(place.path);
    let index = 0;
    while (taken.has(placeKey({ path, index }))) index += 1;
    taken.add(placeKey({ path, index }));
    return placeAnnotations(path, index);
  };
}

function placeKey(place: { path: string; index: number } | undefined): string {
  return place ? `${place.path}\n${place.index}` : '';
}
