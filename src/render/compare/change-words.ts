import type { Json } from '../../json.ts';
import { escapeUnprintable, isPrintable, quote } from '../../words.ts';

/** Characters of a value that are shown. */
const SHOWN_CHARACTERS = 120;
/** Characters before the first difference that are shown of long values. */
const CONTEXT_CHARACTERS = 30;

/** A value as people read it: plain words as they are, what could be taken for something else in quotes, cut where long. */
export function inWords(value: Json): string {
  return cut(spelled(value));
}

/** Both values of a change. Long ones start shortly before they differ. */
export function changeInWords(before: string, after: string): string {
  const longest = Math.max(before.length, after.length);
  const skipped = longest <= SHOWN_CHARACTERS ? 0 : Math.max(commonLength(before, after) - CONTEXT_CHARACTERS, 0);
  const [from, to] = [before, after].map((text) => cut(skipped === 0 ? text : `...${text.slice(skipped)}`));
  return `${from} -> ${to}`;
}

/** The whole value as one line, of another spelling for every other value. */
export function spelled(value: Json): string {
  return typeof value === 'string' && isPlain(value) ? value : escapeUnprintable(JSON.stringify(value));
}

/** A word of a command line: in quotes only where it would not read as one word. */
export function spelledWord(word: string): string {
  return /^[^\s"]\S*$/.test(word) && isPrintable(word) ? word : quote(word);
}

/** As much of a text as is shown. */
export function cut(text: string): string {
  if (text.length <= SHOWN_CHARACTERS) return text;
  return `${text.slice(0, SHOWN_CHARACTERS)}... (${text.length} characters)`;
}

function commonLength(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}

function isPlain(text: string): boolean {
  if (!/^[\w.:/@,=+*-][\w.:/@,=+* -]*$/.test(text) || text.endsWith(' ')) return false;
  return !/^(true|false|null|[-+]?[\d.][\d.e+-]*)$/i.test(text);
}
