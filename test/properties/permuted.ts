import { isObject, type Json, type JsonObject } from '../../src/json.ts';

const PRIME = 31;
const WORD_SIZE = 2 ** 32;

/** A copy with the keys of every object in an order that follows from `salt`; lists keep theirs. */
export function permuted<T extends Json>(value: T, salt: number): T;
export function permuted(value: Json, salt: number): Json {
  if (Array.isArray(value)) return value.map((entry) => permuted(entry, salt));
  return isObject(value) ? permutedObject(value, salt) : value;
}

function permutedObject(object: JsonObject, salt: number): JsonObject {
  const ranked = Object.entries(object).map(([key, member]) => ({ key, member, rank: rankOf(key, salt) }));
  const ordered = ranked.toSorted((a, b) => a.rank - b.rank || (a.key < b.key ? -1 : 1));
  return Object.fromEntries(ordered.map(({ key, member }) => [key, permuted(member, salt)]));
}

/** A number that scatters keys, another way for every salt. */
function rankOf(key: string, salt: number): number {
  return (
    [...key].reduce((rank, character) => (rank * PRIME + character.codePointAt(0)!) % WORD_SIZE, salt % WORD_SIZE) %
    1009
  );
}
