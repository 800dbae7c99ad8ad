import { getIn, isObject, type Json, type JsonObject } from './json.ts';

// JSON as an API server and an operator read it: what has the wrong type counts as empty, since its schema says so.

/** Whether a field is there. A null is dropped by the API server, so it counts as absent. */
export function isGiven(value: Json | undefined): value is Json {
  return value !== undefined && value !== null;
}

/** Whether a field is there and not an empty text, which the operator takes for absent. */
export function isFilled(value: Json | undefined): value is Json {
  return isGiven(value) && value !== '';
}

/** The object at a path; empty where there is none. */
export function objectIn(value: Json | undefined, ...path: readonly string[]): JsonObject {
  const found = getIn(value, ...path);
  return isObject(found) ? found : {};
}

/** The items of a list; empty where there is none. */
export function listIn(value: Json | undefined, ...path: readonly string[]): readonly Json[] {
  const found = getIn(value, ...path);
  return Array.isArray(found) ? found : [];
}

/** A whole number; undefined for anything else. */
export function wholeNumber(value: Json | undefined): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) ? value : undefined;
}
