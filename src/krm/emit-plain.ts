import { isObject, type Json, type JsonObject } from '../json.ts';
import { writeNumber } from './write-scalar.ts';

/** How the library writes one text or key; slow, so that its answers are kept. */
interface Scalars {
  readonly text: (value: string) => string;
  readonly key: (value: string) => string;
}

/** Texts that are written over and over, such as the names of fields; more are not kept. */
const MOST_KEPT = 20_000;
/** Longer texts are not kept. */
const MOST_CHARACTERS = 200;
/** Longer keys stand by themselves in YAML; the limit of the library is near a thousand. */
const LONGEST_KEY = 500;
/** Names, paths and images, which stand as they are to every reader. */
const SIMPLE = /^[A-Za-z_/](?:[\w./-]|:(?=\w))*$/;
/** But for words that some reader takes for no text. */
const WORDS = /^(?:y|n|yes|no|on|off|true|false|null|e[\d_]*)$/i;
/** What is written otherwise by where it stands: several lines, and what may be the mark of a document. */
const PLACED = /[\n\r\u0085\u2028\u2029]|^(?:---|\.\.\.)/;

/** Thrown, and caught here, where a value is one that only the library can write. */
class Unwritable extends Error {}

function giveUp(): never {
  throw new Unwritable();
}

/**
 * A writer of plain values in the one style, in bytes the same as the library's; undefined from it for values that are
 * written by where they stand, which the library has to write.
 */
export function plainWriter(library: Scalars): (object: JsonObject) => string | undefined {
  const key = kept(library.key);
  const scalars: Scalars = {
    text: kept(library.text),
    key: (value) => (value.length > LONGEST_KEY ? giveUp() : key(value)),
  };
  return (object) => {
    const lines: string[] = [];
    try {
      writeMap(object, '', lines, scalars);
    } catch (error) {
      if (error instanceof Unwritable) return undefined;
      throw error;
    }
    return lines.length === 0 ? undefined : `${lines.join('\n')}\n`;
  };
}

/** Remembers what was written for a text. */
function kept(write: (value: string) => string): (value: string) => string {
  const known = new Map<string, string>();
  return (value) => {
    if (SIMPLE.test(value) && !WORDS.test(value)) return value;
    const found = known.get(value);
    if (found !== undefined) return found;
    if (PLACED.test(value)) giveUp();
    const text = write(value);
    if (text.includes('\n')) giveUp();
    if (known.size < MOST_KEPT && value.length <= MOST_CHARACTERS) known.set(value, text);
    return text;
  };
}

type Lines = string[];

function writeMap(object: JsonObject, indent: string, lines: Lines, scalars: Scalars): void {
  for (const key of Object.keys(object))
    writeMember(`${indent}${scalars.key(key)}:`, object[key] ?? null, { indent, lines, scalars });
}

interface Place {
  readonly indent: string;
  readonly lines: Lines;
  readonly scalars: Scalars;
}

function writeMember(head: string, value: Json, { indent, lines, scalars }: Place): void {
  const single = inline(value, scalars);
  if (single !== undefined) {
    lines.push(`${head} ${single}`);
    return;
  }
  lines.push(head);
  // Lists stand flush with their key.
  if (Array.isArray(value)) writeList(value, indent, lines, scalars);
  else writeMap(value as JsonObject, `${indent}  `, lines, scalars);
}

function writeList(list: readonly Json[], indent: string, lines: Lines, scalars: Scalars): void {
  const inner = `${indent}  `;
  for (const value of list) {
    const single = inline(value, scalars);
    if (single !== undefined) {
      lines.push(`${indent}- ${single}`);
      continue;
    }
    const at = lines.length;
    if (Array.isArray(value)) writeList(value, inner, lines, scalars);
    else writeMap(value as JsonObject, inner, lines, scalars);
    lines[at] = `${indent}- ${lines[at]!.slice(inner.length)}`;
  }
}

/** What stands on the line of its key; undefined for what has lines of its own. */
function inline(value: Json, scalars: Scalars): string | undefined {
  if (typeof value === 'string') return scalars.text(value);
  if (typeof value === 'number') return writeNumber(value);
  if (typeof value === 'boolean' || value === null) return String(value);
  if (Array.isArray(value)) return value.length === 0 ? '[]' : undefined;
  return isObject(value) && Object.keys(value).length === 0 ? '{}' : undefined;
}
