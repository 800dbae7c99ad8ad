import type { JsonObject } from '../../json.ts';
import type { GraphFacts } from '../facts.ts';

/** What an object is called, and what it is marked with. */
interface Metadata {
  readonly name: string;
  readonly labels?: JsonObject;
  readonly annotations?: JsonObject;
}

/** Name and namespace of an object, before its labels and annotations; what is empty is left out. */
export function metadata({ namespace }: GraphFacts, { name, labels = {}, annotations = {} }: Metadata): JsonObject {
  return {
    name,
    ...(namespace !== undefined && { namespace }),
    ...(Object.keys(labels).length > 0 && { labels }),
    ...(Object.keys(annotations).length > 0 && { annotations }),
  };
}
