import type { JsonObject } from '../../json.ts';
import {
  bookkeepingOf,
  hasPath,
  LOCAL_CONFIG,
  placeAnnotations,
  placeOf,
  withAnnotations,
} from '../../krm/annotations.ts';
import { markLocalConfig } from '../../krm/emit-resource-list.ts';
import { itemsOf } from '../../krm/list-items.ts';
import { type ListItem, type ReadItem, readItems, toResource } from '../../krm/resource-list.ts';
import { fileBeside } from '../../outputs/outputs.ts';
import { type PlacedDocument, placeDocuments } from '../../render/compare/replace.ts';
import type { RenderedGraph } from '../../render/render.ts';
import { CONFIG_API_VERSION, CONFIG_KIND } from '../../request/config-schema.ts';
import { isRequest } from '../../request/parse-request.ts';
import type { OutputForm } from '../../request/workload-options.ts';

/**
 * The items of the answer: everything in its order; what a request came to follows it or takes the place of older items.
 * Requests stay, marked local-config: hosts that write items back would delete the files of missing ones.
 */
export function answerItems(
  items: readonly ListItem[],
  graphs: readonly RenderedGraph[],
  keepsRequests: boolean,
): (ListItem | JsonObject)[] {
  const objects = readItems(items).map(({ resource }) => resource.object);
  const { inPlace, following } = placeDocuments(objects, graphs);
  const nextPlace = placer(items);
  const answered = items.flatMap((item) => {
    if (item.resource === undefined) return [item];
    const { object } = item.resource;
    const replacement = inPlace.get(object);
    if (replacement) return replacement.map((one) => finish(one, nextPlace));
    const kept = !isRequest(object) ? [withoutProject(item)] : keepsRequests ? [markLocalConfig(item)] : [];
    return [...kept, ...(following.get(object) ?? []).map((one) => finish(one, nextPlace))];
  });
  const present = new Set(objects);
  const generated = [...following].flatMap(([request, documents]) => (present.has(request) ? [] : documents));
  return [...answered, ...generated.map((one) => finish(one, nextPlace))];
}

/** An item as it is answered: a project file stays where hosts write items back, and is no resource for a cluster. */
export function withoutProject(item: ListItem): ListItem | JsonObject {
  if (item.resource === undefined) return item;
  const { apiVersion, kind } = item.resource.object;
  return apiVersion === CONFIG_API_VERSION && kind === CONFIG_KIND ? markLocalConfig(item) : item;
}

/**
 * The items, and in the place of a list with requests what is in it: hosts take such lists apart themselves, but not all
 * do. Where the host said which file the list is from, its items are documents of that file.
 */
export function openLists(items: readonly ListItem[]): ListItem[] {
  return items.flatMap((item, position): ListItem[] => {
    if (item.resource === undefined) return [item];
    const opened = itemsOf(item.resource) ?? [];
    if (!opened.some(({ object }) => isRequest(object))) return [item];
    return opened.map(({ object }, i) => {
      return { resource: toResource(placedLike(item, object, i), undefined, position), text: undefined };
    });
  });
}

function placedLike({ resource: list }: ReadItem, object: JsonObject, offset: number): JsonObject {
  const place = hasPath(list.object) ? placeOf(list.object) : undefined;
  return place === undefined ? object : withAnnotations(object, placeAnnotations(place.path, place.index + offset));
}

type Placer = (request: JsonObject, form: OutputForm) => Record<string, string>;

function finish({ document, rendered, replaces }: PlacedDocument, place: Placer): JsonObject {
  const { request, form, isApplied } = rendered;
  const review: Record<string, string> = isApplied ? {} : { [LOCAL_CONFIG]: 'true' };
  return withAnnotations(document, {
    ...review,
    ...(replaces ? bookkeepingOf(replaces) : place(request.object, form)),
  });
}

/** Gives documents of requests that live in files a place beside them; a file counts its documents, and no two share one. */
function placer(items: readonly ListItem[]): Placer {
  const taken = new Set(readItems(items).map(({ resource }) => placeKey(placeOf(resource.object))));
  const next = new Map<string, number>();
  return (request, form) => {
    const place = placeOf(request);
    if (place === undefined || !hasPath(request)) return {};
    const path = fileBeside(form, place.path);
    let index = next.get(path) ?? 0;
    while (taken.has(placeKey({ path, index }))) index += 1;
    next.set(path, index + 1);
    return placeAnnotations(path, index);
  };
}

function placeKey(place: { path: string; index: number } | undefined): string {
  return place ? `${place.path}\n${place.index}` : '';
}
