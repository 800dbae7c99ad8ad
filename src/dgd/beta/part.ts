import { isDeepStrictEqual } from 'node:util';
import { getIn, isObject, type Json, type JsonObject } from '../../json.ts';
import type { GraphProblem } from '../problem.ts';

type Path = GraphProblem['path'];

/** An object of a v1alpha1 graph on its way to v1beta1. */
export interface Part {
  readonly object: JsonObject;
  /** Keys that lead to it from the graph's root. */
  readonly path: Path;
  readonly report: (problem: GraphProblem) => void;
}

/** A problem of a part; an error at the part itself where nothing else is said. */
interface Complaint {
  readonly severity?: GraphProblem['severity'];
  /** Keys from the part to the field. */
  readonly at?: Path;
  readonly message: string;
  readonly hint: string;
}

/** A value that others of its name may overrule. What has no name stands for itself. */
export interface Named {
  readonly name: string | undefined;
  readonly value: Json;
  readonly path: Path;
}

/** Reports a problem of a part. */
export function complain(part: Part, { severity = 'error', at = [], message, hint }: Complaint): void {
  part.report({ severity, path: [...part.path, ...at], message, hint });
}

/** The object at a key of a part; undefined where there is none. Any other value is an error. */
export function partAt(part: Part | undefined, key: string): Part | undefined {
  const value = getIn(part?.object, key);
  return part === undefined || value === undefined ? undefined : toPart(part, [key], value);
}

/** The objects of the list at a key of a part, none where there is no list. Anything but objects is an error. */
export function partsAt(part: Part | undefined, key: string): Part[] {
  const value = getIn(part?.object, key);
  if (part === undefined || value === undefined) return [];
  if (Array.isArray(value)) return value.flatMap((entry, index) => toPart(part, [key, index], entry) ?? []);
  complain(part, { at: [key], message: `${key} is no list`, hint: 'give a list' });
  return [];
}

/** Reports each member of a part that `known` does not name, as none of them has a place in v1beta1. */
export function refuseOthers(part: Part, known: readonly string[]): void {
  const others = Object.keys(part.object).filter((key) => !known.includes(key));
  for (const key of others) {
    const message = `v1beta1 has no place for ${key}, and v1alpha1 does not know it here`;
    complain(part, { at: [key], message, hint: `remove it, or write one of ${known.join(', ')}` });
  }
}

/**
 * The entries with one of each name: the last, in the place of the first. A warning for each value that is lost, which a
 * repetition of the same value is not.
 */
export function overlay(entries: readonly Named[], report: Part['report']): Named[] {
  const kept: Named[] = [];
  const places = new Map<string, number>();
  for (const entry of entries) {
    const { name } = entry;
    const index = (name === undefined ? undefined : places.get(name)) ?? kept.length;
    const overruled = kept[index];
    kept[index] = entry;
    if (name !== undefined) places.set(name, index);
    if (overruled === undefined || isDeepStrictEqual(overruled.value, entry.value)) continue;
    const message = `${entry.name} has another value further on, which counts`;
    report({ severity: 'warning', path: overruled.path, message, hint: 'give it in one place' });
  }
  return kept;
}

/** The members of an object that `keys` do not name. */
export function without(object: JsonObject, keys: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([key]) => !keys.includes(key)));
}

/** The members that have a value. */
export function present(members: Readonly<Record<string, Json | undefined>>): JsonObject {
  return Object.fromEntries(
    Object.entries(members).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
}

/** The value itself, or undefined for an empty list or object. */
export function nonEmpty<T extends Json>(value: T): T | undefined {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0 ? undefined : value;
}

function toPart({ path, report }: Part, keys: Path, value: Json): Part | undefined {
  const part = { path: [...path, ...keys], report, object: isObject(value) ? value : {} };
  if (isObject(value)) return part;
  complain(part, { message: `${keys.join('.')} is no map`, hint: 'give a map' });
  return undefined;
}
