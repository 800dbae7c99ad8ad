import * as z from 'zod';

// The reference reads a request with pydantic 2 in lax mode: texts that hold a number or a truth value count as such
// (checked with ai-dynamo 1.3.1). Left out on purpose: truth values as numbers, and numbers that are not finite.

const INTEGER_TEXT = /^[+-]?\d+(?:_\d+)*(?:\.0+)?$/;
const NUMBER_TEXT = /^[+-]?(?:\d+(?:_\d+)*(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;
const LONGEST_NUMBER = 64;

/** Texts and numbers that pydantic reads as truth values. */
const TRUTH: ReadonlyMap<string, boolean> = new Map([
  ...['1', 'true', 't', 'yes', 'y', 'on'].map((word) => [word, true] as const),
  ...['0', 'false', 'f', 'no', 'n', 'off'].map((word) => [word, false] as const),
]);

const CONTROL_CHARACTER = /[\p{Cc}\u2028\u2029]/u;

/** Longest text of a request's field, in UTF-16 units. */
const LONGEST_TEXT = 512;

function toNumber(pattern: RegExp): (value: unknown) => unknown {
  return (value) => {
    if (typeof value !== 'string' || value.length > LONGEST_NUMBER) return value;
    const text = value.trim();
    return pattern.test(text) ? Number(text.replaceAll('_', '')) : value;
  };
}

/** A whole number, also as text such as `"8"`. */
export const integer = z.preprocess(toNumber(INTEGER_TEXT), z.int());

/** A finite number, also as text. */
export const number = z.preprocess(toNumber(NUMBER_TEXT), z.number());

/** A truth value, also as one of pydantic's words for it. */
export const truth = z.preprocess((value) => toTruth(value) ?? value, z.boolean());

/** `value` as a truth value the way the reference reads one; undefined when it is none. */
export function toTruth(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  return typeof value === 'string' || typeof value === 'number' ? TRUTH.get(String(value).toLowerCase()) : undefined;
}

/** A text of bounded length without control characters. */
export const text = z
  .string()
  .max(LONGEST_TEXT)
  .refine((value) => !CONTROL_CHARACTER.test(value), 'a text without control characters');
