import { lensOf, mapServices } from '../../dgd/services.ts';
import { isObject, type Json, type JsonObject, updateIn } from '../../json.ts';
import type { Finishing } from '../context.ts';

/**
 * The graph with the request's tolerations on the pods of every service, after those that are there, none twice
 * (ai-dynamo 1.3.1, profiler/utils/profile_common.py).
 */
export function addTolerations(graph: JsonObject, { request }: Finishing): JsonObject {
  const { tolerations } = request.overrides;
  if (tolerations.length === 0) return graph;
  const path = [...lensOf(graph).podSpecPath, 'tolerations'];
  return mapServices(graph, ({ object }) =>
    updateIn(object, path, (existing) => union(Array.isArray(existing) ? existing : [], tolerations)),
  );
}

function union(existing: readonly Json[], added: readonly Json[]): Json[] {
  const known = new Set(existing.map(sortedText));
  const missing = added.filter((entry) => {
    const text = sortedText(entry);
    return !known.has(text) && known.add(text);
  });
  return [...existing, ...missing];
}

/** The same text for values that differ in the order of their keys alone. */
function sortedText(value: Json): string {
  return JSON.stringify(value, (_key, inner: Json) => (isObject(inner) ? Object.entries(inner).sort(byKey) : inner));
}

function byKey([a]: [string, Json], [b]: [string, Json]): number {
  return a < b ? -1 : 1;
}
