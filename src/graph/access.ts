import { isObject, type Json, type JsonObject } from '../json.ts';

/** The value at `path` below `value`; undefined where a step is missing or not an object. Inherited keys do not count. */
export function getIn(value: Json | undefined, ...path: readonly string[]): Json | undefined {
  let current = value;
  for (const key of path) {
    if (!isObject(current) || !Object.hasOwn(current, key)) return undefined;
    current = current[key];
  }
  return current;
}

/** A copy of `object` with the value at `path` changed; missing objects on the way are made. `object` stays as it is. */
export function updateIn(
  object: JsonObject,
  path: readonly string[],
  change: (value: Json | undefined) => Json,
): JsonObject {
  const [key, ...rest] = path;
  if (key === undefined) return object;
  const value = getIn(object, key);
  const next = rest.length === 0 ? change(value) : updateIn(isObject(value) ? value : {}, rest, change);
  return { ...object, [key]: next };
}

/** The services of a v1alpha1 graph in their order, without entries that are no objects. */
export function graphServices(graph: Json | undefined): readonly (readonly [string, JsonObject])[] {
  const services = getIn(graph, 'spec', 'services');
  if (!isObject(services)) return [];
  return Object.entries(services).flatMap(([name, service]) => (isObject(service) ? [[name, service] as const] : []));
}

/** Where a service keeps the arguments of its main container, counted from the service. */
export const ARGS_PATH = ['extraPodSpec', 'mainContainer', 'args'] as const;

/** The arguments of a service's main container as text; empty where there are none. */
export function serviceArgs(graph: Json | undefined, service: string): readonly string[] {
  const args = getIn(graph, 'spec', 'services', service, ...ARGS_PATH);
  return Array.isArray(args) ? args.map((arg) => (typeof arg === 'string' ? arg : JSON.stringify(arg))) : [];
}
