import { isDeepStrictEqual } from 'node:util';
import { getIn, isObject, type Json, type JsonObject, updateIn } from '../../src/json.ts';
import { comparable } from '../support/documents.ts';

/** Where a planner's ConfigMap holds its configuration. */
export const PLANNER_CONFIG = ['data', 'planner_config.json'] as const;

/** A document without names, nulls and what the renderer adds to the metadata, and with the planner's configuration parsed. */
export function readable(document: JsonObject): JsonObject {
  const bare = comparable(document);
  if (!isObject(bare)) throw new Error('a document is no object');
  const config = parsed(getIn(bare, ...PLANNER_CONFIG));
  return config === undefined ? bare : updateIn(bare, PLANNER_CONFIG, () => config);
}

/** JSON of a text; undefined where it is none. */
function parsed(text: Json | undefined): Json | undefined {
  if (typeof text !== 'string') return undefined;
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/** Each place where two manifests differ, with what stands there and what was expected. */
export function differences(got: Json | undefined, want: Json | undefined, path = ''): readonly string[] {
  if (isDeepStrictEqual(got, want)) return [];
  if (isObject(got) && isObject(want)) {
    const keys = [...new Set([...Object.keys(want), ...Object.keys(got)])];
    return keys.flatMap((key) => differences(got[key], want[key], path === '' ? key : `${path}.${key}`));
  }
  if (!Array.isArray(got) || !Array.isArray(want)) return [`${path}: ${print(got)}, expected ${print(want)}`];
  if ([...got, ...want].every((item) => typeof item === 'string')) return [`${path}: ${wordChanges(got, want)}`];
  const length = Math.max(got.length, want.length);
  return Array.from({ length }, (_, index) => differences(got[index], want[index], `${path}[${index}]`)).flat();
}

/** Paths below which a document holds a null. */
export function nullPaths(value: Json, path = ''): readonly string[] {
  if (value === null) return [path];
  if (typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, member]) => nullPaths(member, path === '' ? key : `${path}.${key}`));
}

function print(value: Json | undefined): string {
  return value === undefined ? 'nothing' : JSON.stringify(value);
}

/** What a list of words lost and gained; where it is neither, their order differs. */
function wordChanges(got: readonly Json[], want: readonly Json[]): string {
  const [lost, gained] = [without(want, got), without(got, want)];
  if (lost.length === 0 && gained.length === 0) return 'in another order';
  const parts = { lost, gained };
  const said = Object.entries(parts).filter(([, words]) => words.length > 0);
  return said.map(([what, words]) => `${what} ${words.join(' ')}`).join(', ');
}

/** The items of a list that are left when those of another are taken away, one for one. */
function without(list: readonly Json[], taken: readonly Json[]): Json[] {
  const rest = [...taken];
  return list.filter((item) => {
    const index = rest.indexOf(item);
    if (index >= 0) rest.splice(index, 1);
    return index < 0;
  });
}
