import { findService } from '../dgd/services.ts';
import { isObject, type Json, type JsonObject } from '../json.ts';

/** A path pattern: keys joined by dots; `*` is any key or list item, `<worker>` any service but Frontend and Planner. */
export type PathPattern = string;

const NOT_WORKERS = ['Frontend', 'Planner'];

/** Whether a path, one entry a key, fits the pattern. */
export function matchesPath(pattern: PathPattern, path: readonly string[]): boolean {
  const parts = pattern.split('.');
  return parts.length === path.length && parts.every((part, index) => matchesKey(part, path[index] ?? ''));
}

function matchesKey(part: string, key: string): boolean {
  if (part === '<worker>') return !NOT_WORKERS.includes(key);
  return part === '*' || part === key;
}

/** A path as fields are written in messages, below `spec.overrides.dgd`. */
export function overridePath(path: readonly string[]): string {
  return path.reduce((text, key) => (/^\d+$/.test(key) ? `${text}[${key}]` : `${text}.${key}`), 'spec.overrides.dgd');
}

/** The field of the override that is about a service, else the override as a whole. */
export function serviceOverridePath(override: JsonObject | undefined, service: string): string {
  return overridePath(findService(override, service)?.path.map(String) ?? []);
}

/** A copy of `value` with every scalar and null passed through `change`. */
export function mapLeaves(
  value: Json,
  change: (leaf: Json, path: readonly string[]) => Json,
  path: readonly string[] = [],
): Json {
  if (Array.isArray(value)) return value.map((item, index) => mapLeaves(item, change, [...path, String(index)]));
  if (!isObject(value)) return change(value, path);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapLeaves(item, change, [...path, key])]));
}
