import { isObject, type Json, type JsonObject, parseObject } from '../../json.ts';
import { changeInWords, inWords, spelled } from './change-words.ts';
import { argumentChanges, lineChanges } from './list-changes.ts';

/** One thing that differs between two objects. */
export interface Change {
  /** Where, with entries of lists by their names: `spec.components.decode.replicas`. */
  readonly path: string;
  /** Where in the older object, with entries of lists by their positions: `spec.components[1].replicas`. */
  readonly field: string;
  /** What: `2 -> 3`, `+ 3`, `- 2`. */
  readonly text: string;
}

type ChangePlace = Pick<Change, 'path' | 'field'>;
type Maybe = Json | undefined;

/**
 * What differs between two objects, in the order of the older one. Entries of lists are matched by name where all have
 * one, lists of words word by word; JSON inside texts is compared as JSON. The order of keys is no difference.
 */
export function objectChanges(before: JsonObject, after: JsonObject): Change[] {
  return memberChanges(before, after, { path: '', field: '' });
}

function compare(before: Maybe, after: Maybe, place: ChangePlace): Change[] {
  if (before === undefined || after === undefined) return onesided(before, after, place);
  if (isObject(before) && isObject(after)) return memberChanges(before, after, place);
  if (Array.isArray(before) && Array.isArray(after)) return listChanges(before, after, place);
  if (typeof before === 'string' && typeof after === 'string') return textChanges(before, after, place);
  return JSON.stringify(before) === JSON.stringify(after) ? [] : [replaced(before, after, place)];
}

function onesided(before: Maybe, after: Maybe, place: ChangePlace): Change[] {
  if (before !== undefined) return [{ ...place, text: `- ${inWords(before)}` }];
  return after === undefined ? [] : [{ ...place, text: `+ ${inWords(after)}` }];
}

function replaced(before: Json, after: Json, place: ChangePlace): Change {
  return { ...place, text: changeInWords(spelled(before), spelled(after)) };
}

function memberChanges(before: JsonObject, after: JsonObject, place: ChangePlace): Change[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].flatMap((key) => compare(own(before, key), own(after, key), inside(place, key)));
}

/** Keys such as `__proto__` may be anyone's. */
function own(object: JsonObject, key: string): Maybe {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

function listChanges(before: readonly Json[], after: readonly Json[], place: ChangePlace): Change[] {
  const older = byName(before);
  const newer = byName(after);
  if (older !== undefined && newer !== undefined) return namedChanges(older, newer, place);
  if (areWords(before) && areWords(after)) return argumentChanges(before, after).map((text) => ({ ...place, text }));
  return Array.from({ length: Math.max(before.length, after.length) }, (_, i) => i).flatMap((i) => {
    const at = { path: `${place.path}[${i}]`, field: `${place.field}[${i}]` };
    return compare(before[i], after[i], at);
  });
}

function areWords(list: readonly Json[]): list is readonly string[] {
  return list.every((item) => typeof item === 'string');
}

/** The entries of a list by name, in order; undefined where one has none or two share one. */
function byName(list: readonly Json[]): ReadonlyMap<string, Json> | undefined {
  const entries = list.flatMap((item) => (isObject(item) && typeof item.name === 'string' ? [[item.name, item]] : []));
  const named = new Map(entries as [string, Json][]);
  return named.size === list.length ? named : undefined;
}

function namedChanges(
  before: ReadonlyMap<string, Json>,
  after: ReadonlyMap<string, Json>,
  place: ChangePlace,
): Change[] {
  const positions = [...before.keys()];
  const changes = [...new Set([...positions, ...after.keys()])].flatMap((name) => {
    const position = positions.indexOf(name);
    const field = position === -1 ? place.field : `${place.field}[${position}]`;
    return compare(before.get(name), after.get(name), { path: `${place.path}.${name}`, field });
  });
  const kept = positions.filter((name) => after.has(name));
  const next = [...after.keys()].filter((name) => before.has(name));
  if (kept.every((name, i) => name === next[i])) return changes;
  return [...changes, { ...place, text: `order ${kept.join(', ')} -> ${next.join(', ')}` }];
}

function textChanges(before: string, after: string, place: ChangePlace): Change[] {
  if (before === after) return [];
  const inner = jsonChanges(before, after, place);
  if (inner !== undefined && inner.length > 0) return inner;
  if (!before.includes('\n') || !after.includes('\n')) return [replaced(before, after, place)];
  return lineChanges(before, after).map((text) => ({ ...place, text }));
}

/** Changes of the JSON objects that two texts hold; undefined where they do not. */
function jsonChanges(before: string, after: string, place: ChangePlace): Change[] | undefined {
  const older = parsed(before);
  const newer = parsed(after);
  return older && newer && memberChanges(older, newer, place).map((change) => ({ ...change, field: place.field }));
}

function parsed(text: string): JsonObject | undefined {
  return text.trimStart().startsWith('{') ? parseObject(text) : undefined;
}

function inside({ path, field }: ChangePlace, key: string): ChangePlace {
  const step = (text: string): string => (text === '' ? key : `${text}.${key}`);
  return { path: step(path), field: step(field) };
}
