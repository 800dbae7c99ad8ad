import type { z } from 'zod';
import { show } from '../words.ts';

/** What a schema finds wrong, before it is put into words or after. */
type Issue = z.core.$ZodRawIssue | z.core.$ZodIssue;

/** What a kind of value is called, and what to write. */
interface TypeWords {
  readonly wanted: string;
  readonly hint: string;
}

const MAPPING: TypeWords = { wanted: 'a mapping of fields', hint: 'write the fields below it, or leave it out' };

/** Kinds of values as schemas name them (Zod 4, `expected` of `invalid_type`). */
const TYPE_WORDS: Readonly<Record<string, TypeWords>> = {
  string: { wanted: 'a text', hint: 'write a text, and quote one that reads as a number or a truth value' },
  int: { wanted: 'a whole number', hint: 'write a whole number such as 8' },
  number: { wanted: 'a finite number', hint: 'write a number such as 8' },
  boolean: { wanted: 'true or false', hint: 'write true or false' },
  object: MAPPING,
  record: MAPPING,
  array: { wanted: 'a list', hint: 'write a list, or leave it out' },
};

/** How many keys that a schema does not know are named. */
const MOST_KEYS = 5;

/**
 * How every reader asks a schema: what is wrong comes in our words, unless the schema has words of its own, and nothing
 * that the library would say reaches users.
 */
export const IN_OUR_WORDS = { error: describeIssue, reportInput: true } as const;

/** What is wrong, as a message after the name of a field. */
function describeIssue(issue: Issue): string {
  if (issue.code === 'unrecognized_keys') {
    const known = issue.keys.slice(0, MOST_KEYS).map(show);
    return `there is no ${[...known, ...(issue.keys.length > MOST_KEYS ? ['...'] : [])].join(', ')}`;
  }
  const expected = `${wantedBy(issue)} was expected`;
  return issue.input === undefined ? expected : `${expected}, not ${show(issue.input)}`;
}

/** What to write where a kind of value, as schemas name it, was wanted. */
export function typeHint(kind: string): string {
  return TYPE_WORDS[kind]?.hint ?? `write ${kind}`;
}

/** What a schema wants in the place of the value that it found. */
export function wantedBy(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return TYPE_WORDS[issue.expected]?.wanted ?? issue.expected;
    case 'invalid_value':
      return issue.values.length === 1 ? show(issue.values[0]) : `one of ${issue.values.join(', ')}`;
    case 'too_small':
      return sized(issue.origin, `${issue.inclusive === false ? 'more than' : 'at least'} ${issue.minimum}`);
    case 'too_big':
      return sized(issue.origin, `${issue.inclusive === false ? 'less than' : 'at most'} ${issue.maximum}`);
    case 'invalid_union':
      return eitherOf(issue.errors);
    default:
      return issue.message ?? 'another value';
  }
}

/** A bound of a number, or of what is counted in a text or a list. */
function sized(origin: string, bound: string): string {
  if (origin === 'string') return bound === 'at least 1' ? 'a text that is not empty' : `${bound} characters`;
  return origin === 'array' ? `a list of ${bound}` : bound;
}

/** What each of several schemas wants of the same value. */
function eitherOf(errors: readonly (readonly z.core.$ZodIssue[])[]): string {
  const wanted = errors.flatMap((issues) => issues.slice(0, 1).map(wantedBy));
  return [...new Set(wanted)].join(' or ') || 'another value';
}
