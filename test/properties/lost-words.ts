import { isDeepStrictEqual } from 'node:util';
import { isObject, type Json, type JsonObject } from '../../src/json.ts';

/** Lists whose entries differ by name: one of a name counts, however the list is merged. */
const NAMED = ['env', 'envs', 'pvcs', 'volumes', 'containers', 'initContainers', 'components'];
/** Lists whose entries hold one of several members, so that nothing generated may be left in the user's. */
const WHOLE = ['env', 'envs'];
const ENGINE_FLAG = '--override-engine-args';

/**
 * Fields of `asked` that are not in `found`, with what counts as being there: members of objects one by one, entries of
 * lists in any order, arguments at the end, numbers also as text, engine settings inside the engine's JSON. Nulls take
 * away; empty objects and instructions to the merge say nothing that could be lost.
 */
export function lostWords(asked: Json, found: Json | undefined, path: string): string[] {
  if (Array.isArray(asked)) return lostEntries(asked, found, path);
  if (isObject(asked)) {
    const members = Object.entries(asked).filter(([key]) => key !== '$patch');
    return members.flatMap(([key, value]) => lostWords(value, memberOf(found, key), `${path}.${key}`));
  }
  if (asked === null) return found === undefined ? [] : [path];
  return found === asked || found === String(asked) ? [] : [path];
}

function memberOf(value: Json | undefined, key: string): Json | undefined {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

function lostEntries(asked: readonly Json[], found: Json | undefined, path: string): string[] {
  if (asked.length === 0) return [];
  if (!Array.isArray(found)) return [path];
  const key = path.slice(path.lastIndexOf('.') + 1);
  if (key === 'args') return hasArgs(asked.map(String), found.map(String)) ? [] : [path];
  if (asked.every((entry) => !isObject(entry))) return isSameList(asked, found) ? [] : [path];
  const lost = NAMED.includes(key) ? lostNamed : lostAnywhere;
  return asked.flatMap((entry, index) => lost(entry, found, `${path}[${index}]`, WHOLE.includes(key)));
}

function isSameList(asked: readonly Json[], found: readonly Json[]): boolean {
  return isDeepStrictEqual(asked.map(String), found.map(String));
}

function lostAnywhere(entry: Json, found: readonly Json[], path: string): string[] {
  return found.some((other) => lostWords(entry, other, path).length === 0) ? [] : [path];
}

/** An entry by its name, which there is once. */
function lostNamed(entry: Json, found: readonly Json[], path: string, isWhole: boolean): string[] {
  const same = found.filter((other) => memberOf(other, 'name') === memberOf(entry, 'name'));
  const [only = {}] = same;
  if (same.length > 1) return [`${path} is there ${same.length} times`];
  const isMixed = isWhole && isObject(only) && Object.keys(only).length > Object.keys(Object(entry)).length;
  return isMixed ? [`${path} is mixed with what was generated`] : lostWords(entry, only, path);
}

function hasArgs(asked: readonly string[], found: readonly string[]): boolean {
  const wanted = splitSettings(asked);
  const given = splitSettings(found);
  const end = given.others.slice(given.others.length - wanted.others.length);
  return isDeepStrictEqual(end, wanted.others) && lostWords(wanted.settings, given.settings, '').length === 0;
}

/** Arguments apart from the engine's settings, which are one JSON text beside its flag or after it. */
function splitSettings(args: readonly string[]): { others: readonly string[]; settings: JsonObject } {
  const at = args.findIndex((arg) => arg.startsWith(ENGINE_FLAG));
  const [flag = '', value = ''] = args.slice(at);
  if (at < 0) return { others: args, settings: {} };
  const isJoined = flag.includes('=');
  const text = isJoined ? flag.slice(flag.indexOf('=') + 1) : value;
  const others = args.filter((_arg, index) => index !== at && (isJoined || index !== at + 1));
  return { others, settings: JSON.parse(text) };
}
