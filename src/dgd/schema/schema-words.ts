import type { Json } from '../../json.ts';
import { show } from '../../words.ts';

/** JSON Schema's types in the words of a message. */
const TYPE_WORDS: Readonly<Record<string, string>> = {
  string: 'a text',
  integer: 'an integer',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a mapping',
};

/** Names of fields, labels and resources as they are usually written. */
const PLAIN_NAME = /^[\w./-]{1,100}$/;
/** Texts that are of another type without their quotes. */
const BARE: Readonly<Record<string, RegExp>> = {
  integer: /^-?(0|[1-9]\d{0,14})$/,
  number: /^-?(0|[1-9]\d{0,14})(\.\d+)?$/,
  boolean: /^(true|false)$/,
};
/** Fields that a hint lists before it leaves out those with another first letter. */
const LISTED = 12;

/** The name of a field in a message; quoted where it is unusual. */
export function nameWords(name: string): string {
  return PLAIN_NAME.test(name) ? name : show(name);
}

/** `an integer or a text` for the types that a place takes. */
export function typeWords(types: readonly string[]): string {
  return types.map((type) => TYPE_WORDS[type] ?? type).join(' or ');
}

/** What to do about a scalar that only lacks its quotes or has them without need; undefined for anything else. */
export function typeHint(value: Json, types: readonly string[]): string | undefined {
  if (typeof value === 'string') {
    return types.some((type) => BARE[type]?.test(value)) ? `write ${value} without quotes` : undefined;
  }
  const isPlain = typeof value === 'number' || typeof value === 'boolean';
  return isPlain && types.includes('string') ? `quote it: "${value}"` : undefined;
}

/** The fields that a misspelt one may stand for: all of a few, else those with its first letter. */
export function unknownFieldHint(name: string, known: readonly string[]): string {
  const first = name.slice(0, 1).toLowerCase();
  const alike = known.filter((field) => field.slice(0, 1).toLowerCase() === first);
  if (known.length > LISTED) return alike.length === 0 ? 'remove it' : `fields with ${first} are ${alike.join(', ')}`;
  return known.length === 0 ? 'remove it' : `known are ${known.join(', ')}`;
}
