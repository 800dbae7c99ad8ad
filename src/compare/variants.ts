import { RenderError } from '../errors.ts';
import { getIn, isObject, type Json, type JsonObject, updateIn } from '../json.ts';
import type { Resource } from '../krm/resource.ts';
import type { FieldSet, SetValue } from './set.ts';

/** Combinations of one call; beyond it nobody reads them, and they take minutes. */
const MOST_COMBINATIONS = 1000;

/** What a combination sets a field to, and what the request itself says there. */
export interface Change {
  /** As it was written, such as `sla.itl`. */
  readonly path: string;
  /** Undefined where the field is left out. */
  readonly from: Json | undefined;
  readonly to: Json | undefined;
}

/** A request with fields set, as if somebody had written them. */
export interface Variant {
  readonly resource: Resource;
  /** The value of each field that is set, in the order of the sets; of the request as written its own. */
  readonly set: readonly SetValue[];
  /** Those in which it differs from the request as written. */
  readonly changes: readonly Change[];
}

/** A request as it was written, with every combination of what is set. */
export interface Variants {
  readonly sets: readonly FieldSet[];
  readonly asWritten: Variant;
  /** The values of the last field vary first. */
  readonly combinations: readonly Variant[];
}

/** Every request of them, as written and combined. */
export function resourcesOf(all: readonly Variants[]): readonly Resource[] {
  return all.flatMap(({ asWritten, combinations }) => [asWritten, ...combinations].map(({ resource }) => resource));
}

/** The combinations of requests. @throws RenderError LIMIT_EXCEEDED */
export function variantsOf(requests: readonly Resource[], sets: readonly FieldSet[]): readonly Variants[] {
  const each = sets.length === 0 ? 0 : sets.reduce((product, { values }) => product * values.length, 1);
  if (each * requests.length > MOST_COMBINATIONS) throw tooMany(each, requests.length, sets);
  const chosen = sets.length === 0 ? [] : product(sets.map(({ values }) => values));
  return requests.map((resource) => ({
    sets,
    asWritten: { resource: { ...resource }, set: sets.map((field) => ownValue(resource, field)), changes: [] },
    combinations: chosen.map((values) => toVariant(resource, sets, values)),
  }));
}

function ownValue({ object }: Resource, { keys }: FieldSet): SetValue {
  const value = getIn(object, ...keys);
  return { text: value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value), value };
}

function tooMany(each: number, requests: number, sets: readonly FieldSet[]): RenderError {
  const counts = sets.map(({ path, values }) => `${values.length} of ${path}`).join(' times ');
  const times = requests === 1 ? '' : `, for ${requests} requests`;
  return new RenderError('LIMIT_EXCEEDED', {
    message: `${each * requests} combinations (${counts}${times}), wanted at most ${MOST_COMBINATIONS}`,
    hint: 'set fewer values, or compare in several calls',
  });
}

function product(lists: readonly (readonly SetValue[])[]): readonly (readonly SetValue[])[] {
  return lists.reduce<readonly (readonly SetValue[])[]>(
    (known, list) => known.flatMap((start) => list.map((one) => [...start, one])),
    [[]],
  );
}

/** Lines of findings stay those of the request. */
function toVariant(resource: Resource, sets: readonly FieldSet[], set: readonly SetValue[]): Variant {
  const changes = sets.flatMap((field, i): Change[] => {
    const from = getIn(resource.object, ...field.keys);
    const to = set[i]!.value;
    return JSON.stringify({ value: from }) === JSON.stringify({ value: to }) ? [] : [{ path: field.path, from, to }];
  });
  const object = sets.reduce((known, { keys }, i) => withValue(known, keys, set[i]!.value), resource.object);
  return { resource: { ...resource, object }, set, changes };
}

function withValue(object: JsonObject, keys: readonly string[], value: Json | undefined): JsonObject {
  if (value !== undefined) return updateIn(object, keys, () => value);
  const [outer, last] = [keys.slice(0, -1), keys.at(-1)];
  const parent = getIn(object, ...outer);
  if (!isObject(parent)) return object;
  return updateIn(object, outer, () => Object.fromEntries(Object.entries(parent).filter(([key]) => key !== last)));
}
