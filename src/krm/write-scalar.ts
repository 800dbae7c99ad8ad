import { Scalar } from 'yaml';
import { type StringifyContext, stringTag } from 'yaml/util';
import { RenderError } from '../errors.ts';

/** A scalar that holds a text, and how it was written, where a person wrote it. */
interface TextItem {
  readonly value: string;
  readonly type?: string;
}

/** What the writer is told about the end of a text. */
type Told = (() => void) | undefined;

/**
 * What stands in double quotes with an escape: what YAML 1.1 takes for the end of a line (U+0085, U+2028, U+2029), what
 * readers refuse or drop, and marks that turn the direction of what follows.
 */
const ESCAPED = /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF"\\]/gu;
/** The same, but for what other styles can hold. */
const FORCES_ESCAPES =
  /[^\P{Cc}\t\n]|[\p{Cs}\p{Noncharacter_Code_Point}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF]/u;
/** Tabs at an end of a line or of a text without lines, and texts of white space alone: readers differ, or refuse it. */
const FORCES_QUOTES = /^ *\t|\n *\t|\t *(?:\n|$)|^[^\n]*\t[^\n]*$|^[ \n]*$/;
/**
 * What some reader of YAML 1.1 takes for a number, a date or a word of its own where it stands without quotes; with two
 * points, as in an address, no reader does.
 */
const NEEDS_QUOTES =
  /^(?:(?!.*\..*\.)[-+]?\.?\d[\d_,:.]*(?:[eE][-+]?\d+)?|[-+]?0[xXoObB][\da-fA-F_]*|\d{4}-\d\d?-\d.*|[=.]|<<|[-+]?\.(?:inf|nan))$/i;

const NAMED_ESCAPES: Readonly<Record<string, string>> = {
  ...{ '\0': '\\0', '\x07': '\\a', '\b': '\\b', '\t': '\\t', '\n': '\\n', '\v': '\\v', '\f': '\\f', '\r': '\\r' },
  ...{ '\x1B': '\\e', '"': '\\"', '\\': '\\\\', '\x85': '\\N', '\u2028': '\\L', '\u2029': '\\P' },
};

/**
 * A text as every reader of YAML 1.1 and 1.2 reads it back. The styles are the library's, but for what it leaves to its
 * own reader.
 * @throws RenderError YAML_INVALID for what no reader or not every reader would read back
 */
export function writeText(item: TextItem, context: StringifyContext, onComment: Told, onChompKeep: Told): string {
  const { value, type } = item;
  if (FORCES_ESCAPES.test(value) || (FORCES_QUOTES.test(value) && value !== '')) return inDoubleQuotes(value);
  if (value === '<<' && context.implicitKey)
    throw unwritable('a key is the text <<, which kustomize takes for a merge');
  const isPlain = type === undefined || type === Scalar.PLAIN;
  const quoted = isPlain && NEEDS_QUOTES.test(value) ? { ...item, type: Scalar.QUOTE_DOUBLE } : item;
  return stringTag.stringify!(quoted as Scalar, context, onComment, onChompKeep);
}

/** A number with a point before its exponent, without which YAML 1.1 reads a text. Zero has no sign: Go drops it. */
export function writeNumber(value: number): string {
  if (!Number.isFinite(value)) throw new Error(`${value} is no number of YAML`);
  return String(value === 0 ? 0 : value).replace(/^(-?\d)e/, '$1.0e');
}

function inDoubleQuotes(text: string): string {
  return `"${text.replace(ESCAPED, escaped)}"`;
}

function escaped(character: string): string {
  const named = NAMED_ESCAPES[character];
  if (named !== undefined) return named;
  if (/\p{Cs}/u.test(character)) throw unwritable('a text holds half of a surrogate pair, which YAML cannot say');
  const digits = character.codePointAt(0)!.toString(16).toUpperCase();
  if (digits.length <= 2) return `\\x${digits.padStart(2, '0')}`;
  return digits.length <= 4 ? `\\u${digits.padStart(4, '0')}` : `\\U${digits.padStart(8, '0')}`;
}

function unwritable(message: string): RenderError {
  return new RenderError('YAML_INVALID', { message, hint: 'take it out of the request' });
}
