import { graphVersion, mapServices } from '../../dgd/services.ts';
import type { JsonObject } from '../../json.ts';
import type { Finishing } from '../context.ts';

/** The request's runtime version on every component that has none of its own; services of v1alpha1 have no such field. */
export function addRuntimeVersion(graph: JsonObject, { request }: Finishing): JsonObject {
  const { runtimeVersionOverride } = request;
  if (runtimeVersionOverride === undefined || graphVersion(graph) === 'v1alpha1') return graph;
  return mapServices(graph, ({ object }) => ({ runtimeVersionOverride, ...object }));
}
