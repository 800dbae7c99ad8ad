import { isObject } from './json.ts';

/** How much of a value a message shows, in UTF-16 units. */
const SHOWN_LENGTH = 60;

/** What shows as nothing or steers a terminal. */
const UNPRINTABLE = /[\p{C}\u2028\u2029]/gu;

/**
 * A value as a message shows it: bounded, without control characters, and never walked into, since it may nest without
 * end. Every message about a value that came from elsewhere takes it through here.
 */
export function show(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (isObject(value)) return 'a mapping';
  if (typeof value !== 'string') return String(value);
  return quote(value.length > SHOWN_LENGTH ? `${value.slice(0, SHOWN_LENGTH)}...` : value);
}

/** The whole text in quotes, with every character that shows as nothing or steers a terminal escaped. */
export function quote(text: string): string {
  return escapeUnprintable(JSON.stringify(text));
}

/** JSON without characters that show as nothing or steer a terminal; they stand in its texts alone. */
export function escapeUnprintable(json: string): string {
  return json.replace(UNPRINTABLE, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
}

/** Such as `1 request` and `2 requests`. */
export function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

/** Whether a text can be shown as it is. */
export function isPrintable(text: string): boolean {
  return escapeUnprintable(text) === text;
}
