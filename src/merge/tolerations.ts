import { isDeepStrictEqual } from 'node:util';
import { graphServices, updateIn } from '../graph/access.ts';
import type { Json, JsonObject } from '../json.ts';

/**
 * The graph with `tolerations` on the pods of every service, after those that are there, none twice
 * (ai-dynamo 1.3.1, profiler/utils/profile_common.py).
 */
export function addTolerations(graph: JsonObject, tolerations: readonly JsonObject[]): JsonObject {
  if (tolerations.length === 0) return graph;
  return graphServices(graph).reduce(
    (current, [name]) =>
      updateIn(current, ['spec', 'services', name, 'extraPodSpec', 'tolerations'], (existing) =>
        union(Array.isArray(existing) ? existing : [], tolerations),
      ),
    graph,
  );
}

function union(existing: readonly Json[], added: readonly Json[]): Json[] {
  const list = [...existing];
  for (const entry of added) {
    if (!list.some((other) => isDeepStrictEqual(other, entry))) list.push(entry);
  }
  return list;
}
