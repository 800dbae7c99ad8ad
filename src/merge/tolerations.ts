import { isDeepStrictEqual } from 'node:util';
import { mapServices, podSpecPath } from '../dgd/services.ts';
import { type Json, type JsonObject, updateIn } from '../json.ts';

/**
 * The graph with `tolerations` on the pods of every service, after those that are there, none twice
 * (ai-dynamo 1.3.1, profiler/utils/profile_common.py).
 */
export function addTolerations(graph: JsonObject, tolerations: readonly JsonObject[]): JsonObject {
  if (tolerations.length === 0) return graph;
  const path = [...podSpecPath(graph), 'tolerations'];
  return mapServices(graph, ({ object }) =>
    updateIn(object, path, (existing) => union(Array.isArray(existing) ? existing : [], tolerations)),
  );
}

function union(existing: readonly Json[], added: readonly Json[]): Json[] {
  const list = [...existing];
  for (const entry of added) {
    if (!list.some((other) => isDeepStrictEqual(other, entry))) list.push(entry);
  }
  return list;
}
