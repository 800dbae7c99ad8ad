import { isObject, type JsonObject } from '../../json.ts';

/** The graph without a cluster's own entries in the metadata and without the status, which are no part of what is asked for. */
export function withoutServerFields({ apiVersion = '', kind = '', metadata, spec = {} }: JsonObject): JsonObject {
  const { name = '', labels = {}, annotations = {} } = isObject(metadata) ? metadata : {};
  return { apiVersion, kind, metadata: { name, labels, annotations }, spec };
}
