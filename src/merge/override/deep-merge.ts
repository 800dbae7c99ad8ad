import { deepmergeCustom } from 'deepmerge-ts';
import { KEY_DEFAULTS } from '../../dgd/schema/list-keys.ts';
import { isObject, type Json, type JsonObject } from '../../json.ts';
import { isAtomicMap, type KeyedRule, type ListRule, type ListRules, listRule } from './list-rules.ts';

type List = readonly unknown[];

/**
 * `override` merged over `base`: objects key by key, lists and what counts as one value by the tables of `list-rules.ts`,
 * everything else replaces, nulls too. Neither argument is changed.
 */
export function mergeOverride(base: JsonObject, override: JsonObject, rules: ListRules): JsonObject {
  return mergeAt(base, override, { path: [], rules });
}

interface Place {
  readonly path: readonly string[];
  readonly rules: ListRules;
}

function mergeAt(base: JsonObject, override: JsonObject, { path: root, rules }: Place): JsonObject {
  const merge = deepmergeCustom<unknown, Record<never, never>, readonly string[]>(
    {
      metaDataUpdater: (path, { key }) => (key === undefined ? (path ?? root) : [...(path ?? root), String(key)]),
      mergeRecords: (values, { actions }, path = root) =>
        isAtomicMap(path, rules) ? { ...values.at(-1) } : actions.defaultMerge,
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

/**
 * Entries of the same keys are merged. The override's entries keep their order, since a variable may refer to one before it,
 * and each entry of the base alone stays in front of what followed it (structured-merge-diff v6, typed/merge.go).
 */
function mergeKeyed(base: List, override: List, rule: KeyedRule, place: Place): unknown[] {
  const isIn = (list: List, entry: unknown): boolean => list.some((other) => isSame(entry, other, rule.keys));
  const awaited = override.filter((entry) => isIn(base, entry));
  const left = [...base];
  const merged: unknown[] = [];
  const takeBase = (): void => {
    while (left.length > 0 && !(awaited.length > 0 && isSame(left[0], awaited[0], rule.keys))) {
      const entry = left.shift();
      if (!isIn(override, entry)) merged.push(entry);
    }
  };
  for (const entry of override) {
    takeBase();
    const partner = base.find((other) => isSame(entry, other, rule.keys));
    merged.push(partner === undefined ? entry : mergeEntry(partner, entry, rule, place));
    if (partner !== undefined) awaited.shift();
  }
  takeBase();
  return merged;
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
