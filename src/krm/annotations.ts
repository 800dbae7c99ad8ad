import { isObject, type JsonObject } from '../json.ts';

/** Marks a resource as input for tools, not to be applied (kustomize drops it, kpt keeps it in its file). */
export const LOCAL_CONFIG = 'config.kubernetes.io/local-config';
/** Both spellings of the annotation that names an item's file (KRM Functions Specification v1 and its predecessor). */
const PATH_SPELLINGS = ['config.kubernetes.io/path', 'internal.config.kubernetes.io/path'] as const;
/** Both spellings of the annotation that counts the documents of an item's file from 0. */
const INDEX_SPELLINGS = ['config.kubernetes.io/index', 'internal.config.kubernetes.io/index'] as const;
/** kustomize's record of where a resource came from, written with `buildMetadata: [originAnnotations]`. */
const ORIGIN = 'config.kubernetes.io/origin';

/** Annotations by which an orchestrator recognises an item; whoever replaces the item keeps them. */
const BOOKKEEPING = /^(internal\.config\.kubernetes\.io\/|config\.k8s\.io\/id$|kustomize\.config\.k8s\.io\/id$)/;

/** The annotations of a resource that are text, empty when there are none. */
export function annotationsOf(object: JsonObject): Readonly<Record<string, string>> {
  const { metadata } = object;
  if (!isObject(metadata) || !isObject(metadata.annotations)) return {};
  const texts = Object.entries(metadata.annotations).filter((entry): entry is [string, string] => {
    return typeof entry[1] === 'string';
  });
  return Object.fromEntries(texts);
}

/** A copy of `object` with `added` among its annotations; the order of what was there stays. */
export function withAnnotations(object: JsonObject, added: Readonly<Record<string, string>>): JsonObject {
  if (Object.keys(added).length === 0) return object;
  const metadata = isObject(object.metadata) ? object.metadata : {};
  const annotations = isObject(metadata.annotations) ? metadata.annotations : {};
  return { ...object, metadata: { ...metadata, annotations: { ...annotations, ...added } } };
}

/** File and index that the item's annotations name; `undefined` without a path. */
export function placeOf(object: JsonObject): { path: string; index: number } | undefined {
  const annotations = annotationsOf(object);
  const path = firstOf(annotations, PATH_SPELLINGS) ?? originPath(annotations[ORIGIN]);
  if (path === undefined) return undefined;
  const isOwnPath = firstOf(annotations, PATH_SPELLINGS) !== undefined;
  const index = isOwnPath ? Number(firstOf(annotations, INDEX_SPELLINGS) ?? 0) : 0;
  return { path, index: Number.isSafeInteger(index) && index >= 0 ? index : 0 };
}

/** Path annotations in both spellings, as the orchestrators set them. */
export function placeAnnotations(path: string, index: number): Record<string, string> {
  return {
    ...Object.fromEntries(PATH_SPELLINGS.map((name) => [name, path])),
    ...Object.fromEntries(INDEX_SPELLINGS.map((name) => [name, String(index)])),
  };
}

/** Whether an orchestrator that writes files back said where this item lives. */
export function hasPath(object: JsonObject): boolean {
  return firstOf(annotationsOf(object), PATH_SPELLINGS) !== undefined;
}

/** What a replacement has to take over from the item it replaces: file, index, and the orchestrator's own marks. */
export function bookkeepingOf(object: JsonObject): Record<string, string> {
  const places: readonly string[] = [...PATH_SPELLINGS, ...INDEX_SPELLINGS];
  const kept = Object.entries(annotationsOf(object)).filter(
    ([name]) => places.includes(name) || BOOKKEEPING.test(name),
  );
  return Object.fromEntries(kept);
}

function firstOf(annotations: Readonly<Record<string, string>>, names: readonly string[]): string | undefined {
  return names.map((name) => annotations[name]).find((value) => value !== undefined);
}

/** The `path` line of kustomize's origin annotation, a small YAML map in a string. */
function originPath(origin: string | undefined): string | undefined {
  return /^path: (.+)$/m.exec(origin ?? '')?.[1];
}
