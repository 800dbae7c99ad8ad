import { findService, mapServices } from '../../dgd/services.ts';
import { getIn, isObject, type Json, type JsonObject, updateIn } from '../../json.ts';

/** The two lists of a v1alpha1 service that become the variables of its main container. */
const ENV_LISTS: readonly (readonly string[])[] = [['envs'], ['extraPodSpec', 'mainContainer', 'env']];

/**
 * A generated v1alpha1 graph without the variables that the override names in the other one of the two lists: which list wins
 * has changed between releases of the operator, and the user's word is to win in all of them.
 */
export function giveWay(graph: JsonObject, override: JsonObject): JsonObject {
  return mapServices(graph, ({ name, object }) => {
    const said = findService(override, name)?.object;
    if (said === undefined) return object;
    return ENV_LISTS.reduce((service, path) => {
      const others = ENV_LISTS.filter((other) => other !== path).flatMap((other) => namesIn(getIn(said, ...other)));
      const list = getIn(service, ...path);
      if (!Array.isArray(list) || !list.some((entry) => others.includes(nameOf(entry)))) return service;
      const kept = list.filter((entry) => !others.includes(nameOf(entry)));
      // Nulls go away in the end, and an empty list with them.
      return updateIn(service, path, () => (kept.length > 0 ? kept : null));
    }, object);
  });
}

function namesIn(list: Json | undefined): (Json | undefined)[] {
  return Array.isArray(list) ? list.filter(isObject).map(nameOf) : [];
}

function nameOf(entry: Json): Json | undefined {
  return getIn(entry, 'name');
}
