import { deepmergeCustom } from 'deepmerge-ts';
import { isObject, type JsonObject } from '../json.ts';
import type { Compat } from '../request/request.ts';
import { matchesPath, type PathPattern } from './paths.ts';

/** What happens to a list that both sides have: the override's follows, its entries win by name, or it replaces. */
type ListRule = 'append' | 'byName' | 'replace';

/**
 * Lists that are not simply replaced (ai-dynamo 1.3.1, config_modifiers/protocol.py). In ours, entries that the renderer
 * generated survive unless the user names the same entry; the reference loses them.
 */
const LIST_RULES: readonly {
  readonly path: PathPattern;
  readonly ours: ListRule;
  readonly reference: ListRule;
}[] = [
  { path: 'spec.services.<worker>.extraPodSpec.mainContainer.args', ours: 'append', reference: 'append' },
  { path: 'spec.pvcs', ours: 'byName', reference: 'replace' },
  { path: 'spec.services.*.envs', ours: 'byName', reference: 'replace' },
  { path: 'spec.services.*.volumeMounts', ours: 'byName', reference: 'replace' },
  { path: 'spec.services.*.extraPodSpec.volumes', ours: 'byName', reference: 'replace' },
  { path: 'spec.services.*.extraPodSpec.mainContainer.env', ours: 'byName', reference: 'replace' },
  { path: 'spec.services.*.extraPodSpec.mainContainer.volumeMounts', ours: 'byName', reference: 'replace' },
];

type MergeLists = (base: readonly unknown[], override: readonly unknown[]) => unknown[];

const MERGE_LISTS: Readonly<Record<ListRule, MergeLists>> = {
  append: (base, override) => [...base, ...override],
  byName: (base, override) => [
    ...base.filter((entry) => !override.some((other) => entryName(other) === entryName(entry))),
    ...override,
  ],
  replace: (_base, override) => [...override],
};

const MERGE: Readonly<Record<Compat, (base: JsonObject, override: JsonObject) => JsonObject>> = {
  ours: mergeWith('ours'),
  reference: mergeWith('reference'),
};

/**
 * `override` merged over `base`: objects key by key, lists by the rules above, everything else replaces, nulls too.
 * Neither argument is changed.
 */
export function mergeOverride(base: JsonObject, override: JsonObject, compat: Compat): JsonObject {
  return MERGE[compat](base, override);
}

function mergeWith(compat: Compat): (base: JsonObject, override: JsonObject) => JsonObject {
  const merge = deepmergeCustom<unknown, Record<never, never>, readonly string[]>({
    metaDataUpdater: (path, { key }) => (key === undefined ? (path ?? []) : [...(path ?? []), String(key)]),
    mergeArrays: (lists: readonly (readonly unknown[])[], _utils, path) => {
      const [base = [], override] = lists;
      return override === undefined ? [...base] : MERGE_LISTS[listRule(path ?? [], compat)](base, override);
    },
  });
  return (base, override) => {
    const merged: unknown = merge(base, override);
    return isObject(merged) ? merged : base;
  };
}

function listRule(path: readonly string[], compat: Compat): ListRule {
  return LIST_RULES.find((rule) => matchesPath(rule.path, path))?.[compat] ?? 'replace';
}

function entryName(entry: unknown): unknown {
  return isObject(entry) ? entry.name : entry;
}
