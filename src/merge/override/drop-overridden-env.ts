import { findService, lensOf, mapServices } from '../../dgd/services.ts';
import { getIn, isObject, type Json, type JsonObject } from '../../json.ts';

/**
 * A generated graph without the variables that the override, of the same version, names in another list of the same service:
 * v1alpha1 has two of them, and which one wins has changed between releases of the operator. The user's word is to win in all.
 */
export function dropOverriddenEnv(graph: JsonObject, override: JsonObject): JsonObject {
  const { env } = lensOf(graph);
  return mapServices(graph, ({ name, object }) => {
    const said = findService(override, name)?.object;
    if (said === undefined) return object;
    return env.reduce((service, place) => {
      const others = env.filter((other) => other !== place).flatMap(({ read }) => namesIn(read(said)));
      const list = place.read(service);
      if (!Array.isArray(list) || !list.some((entry) => others.includes(nameOf(entry)))) return service;
      const kept = list.filter((entry) => !others.includes(nameOf(entry)));
      // Nulls go away in the end, and an empty list with them.
      return place.update(service, () => (kept.length > 0 ? kept : null));
    }, object);
  });
}

function namesIn(list: Json | undefined): (Json | undefined)[] {
  return Array.isArray(list) ? list.filter(isObject).map(nameOf) : [];
}

function nameOf(entry: Json): Json | undefined {
  return getIn(entry, 'name');
}
