import { type Document, isMap } from 'yaml';
import type { Origin } from '../errors.ts';
import type { JsonObject } from '../json.ts';
import { emptyDocument } from './scalar-tags.ts';

/** One Kubernetes object of a YAML stream. `document` keeps comments and order; `object` is its plain value. */
export interface Resource {
  readonly object: JsonObject;
  readonly document: Document;
  readonly origin: Origin;
  /** Its file from the root, slash-separated, as the graph of a request names it; empty where no file is known. */
  readonly source: string;
  /** Origin with the line of a field path such as `spec.sla.ttft` or `spec.services.Frontend.envs[0]`; the nearest parent's line where the field is absent. */
  readonly locate: (path: string) => Origin;
}

/** A part of a resource as one of its own, such as an item of a List; findings stay at its place in the whole. */
export function partOf(resource: Resource, object: JsonObject, { keys, path }: PartPlace): Resource {
  const document = emptyDocument();
  const written = resource.document.getIn(keys, true);
  // An alias stands for something elsewhere.
  document.contents = isMap(written) ? written : document.createNode(object, { aliasDuplicateObjects: false });
  const locate: Resource['locate'] = (field) => resource.locate(field === '' ? path : `${path}.${field}`);
  return { ...resource, object, document, locate };
}

interface PartPlace {
  readonly keys: readonly (string | number)[];
  /** The same, as findings show it. */
  readonly path: string;
}
