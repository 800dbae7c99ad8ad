/** Plain JSON values, as YAML documents hold them. */
export type Json = string | number | boolean | null | Json[] | JsonObject;
export interface JsonObject {
  [key: string]: Json;
}

/** Whether `value` is a JSON object (not null, not a list). */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value at `path` below `value`; undefined where a step is missing or not an object. Inherited keys do not count. */
export function getIn(value: Json | undefined, ...path: readonly string[]): Json | undefined {
  let current = value;
  for (const key of path) {
    if (!isObject(current) || !Object.hasOwn(current, key)) return undefined;
    current = current[key];
  }
  return current;
}

/** The same for a path that leads through lists too, whose positions are keys like others. */
export function getAt(value: Json | undefined, path: readonly string[]): Json | undefined {
  return path.reduce<Json | undefined>((current, key) => {
    return Array.isArray(current) ? current[Number(key)] : getIn(current, key);
  }, value);
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

/** Collections inside each other that a JSON text may have; YAML documents of people have the same limit. */
export const MOST_NESTING = 100;

/** The JSON object that a text holds; undefined where it holds none, or one that nests too deeply to be walked. */
export function parseObject(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) && !isDeep(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a value nests deeper than `MOST_NESTING`; looked for level by level, since a walk into the depth is the danger. */
export function isDeep(value: Json): boolean {
  let level: Json[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MOST_NESTING) return true;
    level = level.flatMap((inner) => (typeof inner === 'object' && inner !== null ? Object.values(inner) : []));
  }
  return false;
}
