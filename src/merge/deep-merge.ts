import { deepmergeCustom } from 'deepmerge-ts';
import { isObject, type Json, type JsonObject } from '../json.ts';
import { type KeyedRule, type ListRule, listRule, type MergeRules } from './list-rules.ts';

/** What a member counts as where an entry leaves it out, when entries are compared by their keys. */
const KEY_DEFAULTS: Readonly<Record<string, string>> = { protocol: 'TCP' };

type List = readonly unknown[];

/**
 * `override` merged over `base`: objects key by key, lists by the table of `list-rules.ts`, everything else replaces, nulls
 * too. Neither argument is changed.
 */
export function mergeOverride(base: JsonObject, override: JsonObject, rules: MergeRules): JsonObject {
  return mergeAt(base, override, { path: [], rules });
}

interface Place {
  readonly path: readonly string[];
  readonly rules: MergeRules;
}

function mergeAt(base: JsonObject, override: JsonObject, { path: root, rules }: Place): JsonObject {
  const merge = deepmergeCustom<unknown, Record<never, never>, readonly string[]>(
    {
      metaDataUpdater: (path, { key }) => (key === undefined ? (path ?? root) : [...(path ?? root), String(key)]),
      mergeArrays: (lists: readonly List[], _utils, path = root) => {
        const [first = [], second] = lists;
        return second === undefined ? [...first] : mergeLists(first, second, { path, rules });
      },
    },
    root,
  );
  const merged: unknown = merge(base, override);
  return isObject(merged) ? merged : base;
}

function mergeLists(base: List, override: List, place: Place): unknown[] {
  const rule: ListRule = listRule(place.path, place.rules);
  if (rule === 'append') return [...base, ...override];
  if (rule === 'replace') return [...override];
  if (rule === 'byName')
    return [...base.filter((entry) => !override.some((other) => isSame(entry, other, NAME))), ...override];
  return mergeKeyed(base, override, rule, place);
}

const NAME = ['name'];

/** Entries of the same keys are merged in their place, the others follow. */
function mergeKeyed(base: List, override: List, rule: KeyedRule, place: Place): unknown[] {
  const partners = base.map((entry) => override.filter((other) => isSame(entry, other, rule.keys)));
  const merged = base.map((entry, index) =>
    (partners[index] ?? []).reduce((current, other) => mergeEntry(current, other, rule, place), entry),
  );
  const met = new Set(partners.flat());
  return [...merged, ...override.filter((other) => !met.has(other))];
}

function mergeEntry(base: unknown, override: unknown, { keys, isUnion }: KeyedRule, place: Place): unknown {
  if (!isObject(base) || !isObject(override)) return override;
  const isOther = Object.keys(override).some((key) => !keys.includes(key) && !Object.hasOwn(base, key));
  if (isUnion && isOther) return override;
  return mergeAt(base, override, { ...place, path: [...place.path, '*'] });
}

function isSame(entry: unknown, other: unknown, keys: readonly string[]): boolean {
  if (!isObject(entry) || !isObject(other)) return entry === other;
  return keys.every((key) => keyOf(entry, key) === keyOf(other, key));
}

function keyOf(entry: JsonObject, key: string): Json | undefined {
  return entry[key] ?? KEY_DEFAULTS[key];
}
