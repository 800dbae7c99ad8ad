import { isObject, type JsonObject } from '../json.ts';
import { annotationsOf } from '../krm/annotations.ts';

// What merge/finish/graph-identity.ts writes: annotations on every graph, labels on everything that is made of a request.
/** Annotation that says what rendered an object: our mark. */
export const ENGINE = 'dgdr-render.dev/engine';
export const SOURCE = 'dgdr-render.dev/source';
/** Label by which an object names its request. */
export const REQUEST_LABEL = 'dgdr.nvidia.com/name';

/** Whether an object says that this tool rendered it. */
export function isRendered(object: JsonObject): boolean {
  return annotationsOf(object)[ENGINE] !== undefined;
}

/** The file whose request an object was rendered from, as it was named then; undefined where the object does not say. */
export function sourceFile(object: JsonObject): string | undefined {
  return /^(.+)#\d+$/.exec(annotationsOf(object)[SOURCE] ?? '')?.[1];
}

/** The value of a label that is text. */
export function labelOf({ metadata }: JsonObject, label: string): string | undefined {
  const labels = isObject(metadata) && isObject(metadata.labels) ? metadata.labels : {};
  const value = Object.hasOwn(labels, label) ? labels[label] : undefined;
  return typeof value === 'string' ? value : undefined;
}
