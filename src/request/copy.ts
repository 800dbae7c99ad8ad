import { isObject, type Json, type JsonObject } from '../json.ts';
import type { Report } from './report.ts';
import { toPath } from './shape.ts';

/** No Kubernetes name may begin with an underscore, so this key is never meant; a careless merge would obey it. */
const UNSAFE_KEY = '__proto__';

/** A deep copy of user content without `__proto__` keys, each of which is reported at its place below `path`. */
export function copyObject(value: JsonObject, path: string, report: Report): JsonObject {
  const entries = Object.entries(value).filter(([key]) => {
    if (key === UNSAFE_KEY) {
      report.warn('REQUEST_UNKNOWN_FIELD', {
        path: toPath(path, [key]),
        message: `${UNSAFE_KEY} is not a field of any Kubernetes object and is left out`,
        hint: 'delete it',
      });
    }
    return key !== UNSAFE_KEY;
  });
  return Object.fromEntries(entries.map(([key, inner]) => [key, copy(inner, toPath(path, [key]), report)]));
}

function copy(value: Json, path: string, report: Report): Json {
  if (Array.isArray(value)) return value.map((inner, index) => copy(inner, toPath(path, [index]), report));
  return isObject(value) ? copyObject(value, path, report) : value;
}

/** Freezes a value and everything in it, functions excepted. */
export function freezeDeep<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const inner of Object.values(value)) freezeDeep(inner);
  return Object.freeze(value);
}
