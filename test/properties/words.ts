import fc from 'fast-check';
import { isObject, type Json, type JsonObject } from '../../src/json.ts';

/** Members of an object by name. */
export type Model = Readonly<Record<string, fc.Arbitrary<Json>>>;

/** Stands for a text, a quantity and a whole number that occur nowhere else in a request. */
export const WORD = fc.constant('~');
export const AMOUNT = fc.constant('~q');
const NUMBER_MARK = -77_777;
export const NUMBER = fc.constant(NUMBER_MARK);

/** Numbers start here, so that none is taken for a count that is generated. */
const FIRST_NUMBER = 20_000;

/** An object with any of the members. */
export function some(model: Model): fc.Arbitrary<JsonObject> {
  return fc.record(model, { requiredKeys: [] }).map((members) => ({ ...members }) as JsonObject);
}

/** An object with at most `most` of the members, where there are too many for all. */
export function few(model: Model, most = 4): fc.Arbitrary<JsonObject> {
  const members = Object.entries(model).map(([key, value]) => value.map((one) => [key, one] as const));
  if (members.length === 0) return fc.constant({});
  return fc
    .uniqueArray(fc.oneof(...members), { selector: ([key]) => key, maxLength: most })
    .map((chosen) => Object.fromEntries(chosen));
}

/** An object with every member. */
export function all(model: Model): fc.Arbitrary<JsonObject> {
  return fc.record(model).map((members) => ({ ...members }));
}

/** A list of at most two entries. */
export function list(entry: fc.Arbitrary<Json>): fc.Arbitrary<Json[]> {
  return fc.array(entry, { maxLength: 2 });
}

/** A copy in which every word, amount and number is one of its own. */
export function withOwnWords(value: JsonObject): JsonObject {
  let count = 0;
  const change = (one: Json): Json => {
    if (Array.isArray(one)) return one.map(change);
    if (isObject(one)) return Object.fromEntries(Object.entries(one).map(([key, member]) => [key, change(member)]));
    count += 1;
    if (one === NUMBER_MARK) return FIRST_NUMBER + count;
    if (one === '~q') return `${FIRST_NUMBER + count}Mi`;
    return typeof one === 'string' ? one.replaceAll('~', `own${count}`) : one;
  };
  return change(value) as JsonObject;
}
