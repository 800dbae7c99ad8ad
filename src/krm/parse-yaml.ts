import { Composer, type Document, Lexer, LineCounter, Parser, type YAMLError } from 'yaml';
import { type Origin, RenderError } from '../errors.ts';
import {
  type Budget,
  MOST_BYTES,
  newBudget,
  takeBytes,
  takeCharacters,
  takeDocuments,
  takePart,
  takeToken,
} from '../files/budget.ts';
import { isObject, type Json } from '../json.ts';
import { quote } from '../words.ts';
import { lineFinder } from './locate.ts';
import { countNewlines, cutAt } from './pieces.ts';
import { plainValue } from './plain-value.ts';
import type { Resource } from './resource.ts';
import { SCALAR_SCHEMA } from './scalar-tags.ts';
import { documentStarts } from './split-stream.ts';
import { yamlWords } from './yaml-words.ts';

/** How much YAML is accepted; beyond it the input is refused with `INPUT_TOO_LARGE`. */
export interface YamlLimits {
  /** UTF-8 bytes of the whole stream. */
  readonly bytes: number;
  /** Pieces of syntax in a document, of which usual YAML has one in eight bytes. Each takes up to 500 bytes of memory. */
  readonly tokens: number;
  /** Collections inside each other. */
  readonly nesting: number;
  /** Alias nodes in a document. */
  readonly aliases: number;
  /** Values that the aliases of a document stand for. */
  readonly unfolded: number;
}

/** Bounds of a file that a person wrote: 1 MiB, 500,000 tokens, nesting 100, 100 aliases for 10,000 values. */
export const REQUEST_LIMITS: YamlLimits = {
  bytes: 2 ** 20,
  tokens: 500_000,
  nesting: 100,
  aliases: 100,
  unfolded: 10_000,
};
/** Bounds of what a host hands over on stdin, with everything else it carries: 32 MiB, as many tokens as a run has. */
export const STREAM_LIMITS: YamlLimits = {
  bytes: MOST_BYTES,
  tokens: Number.POSITIVE_INFINITY,
  nesting: 500,
  aliases: 10_000,
  unfolded: 1_000_000,
};

/** Of one scalar: more than a cluster takes of a whole object, and each of a quoted one takes 40 bytes while it is read. */
const MOST_CHARACTERS = 2 ** 20;

/**
 * One document of a stream: its exact text and, where it was parsed and is an object, the resource. Documents beside each other that
 * are not parsed are one.
 */
export interface StreamDocument {
  readonly text: string;
  readonly resource: Resource | undefined;
}

export interface ParseOptions {
  /** Name of the stream in findings; relative and slash-separated. */
  readonly file: string;
  /** The same from the root, empty where there is no file; by default what findings say. */
  readonly source?: string;
  readonly limits?: YamlLimits;
  /** Documents whose text does not hold this word, fits the expression or is not taken by it are foreign and stay unparsed. */
  readonly mustMention?: string | RegExp | ((text: string) => boolean) | undefined;
  /** Which documents that are not read are kept apart from each other all the same. */
  readonly isAlone?: ((text: string) => boolean) | undefined;
  /** That of the run; a text that is read alone has its own. */
  readonly budget?: Budget | undefined;
}

/** Splits a YAML stream into its documents; their texts joined are the stream. Throws on broken or oversized YAML. */
export function parseStream(text: string, options: ParseOptions): StreamDocument[] {
  const { file, source = file, limits = REQUEST_LIMITS, mustMention = '', budget = newBudget() } = options;
  requireSize(Buffer.byteLength(text), limits, { file, index: 0 });
  const start = { file, index: 0 };
  const starts = documentStarts(text, () => takePart(budget, start));
  const pieces = cutAt(text, starts, { isRead: testOf(mustMention), isAlone: options.isAlone });
  takeDocuments(budget, pieces.filter(({ isRead }) => isRead).length, start);
  return pieces.map(({ text: own, position: index, line, isRead }) => {
    const parsed = isRead ? parseDocument(own, { file, index, line }, { limits, budget }) : undefined;
    return { text: own, resource: parsed && { ...parsed, source } };
  });
}

function testOf(mention: NonNullable<ParseOptions['mustMention']>): (text: string) => boolean {
  if (typeof mention === 'function') return mention;
  return (text) => (typeof mention === 'string' ? text.includes(mention) : mention.test(text));
}

/** Throws `INPUT_TOO_LARGE` when `bytes` is beyond the limit. */
export function requireSize(bytes: number, limits: YamlLimits, origin: Origin): void {
  if (bytes <= limits.bytes) return;
  throw new RenderError('INPUT_TOO_LARGE', {
    message: `${bytes} bytes of YAML, at most ${limits.bytes} are read`,
    origin,
    hint: 'split the file, or name only the files that hold requests',
  });
}

/** Bytes as text, which count on a budget; `YAML_INVALID` where they are not UTF-8, `INPUT_TOO_LARGE` where they are too many. */
export function decodeUtf8(bytes: Uint8Array, file: string, budget: Budget): string {
  takeBytes(budget, bytes.length, { file, index: 0 });
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new RenderError('YAML_INVALID', { message: 'the bytes are not UTF-8', origin: { file, index: 0 } });
  }
}

/**
 * JSON's types and nothing else, also where a directive or a tag asks for dates, sets or binary data, which the library
 * makes objects of. What a key may be is the matter of `plainValue`.
 */
const COMPOSER = {
  ...SCALAR_SCHEMA,
  resolveKnownTags: false,
  uniqueKeys: false,
  prettyErrors: false,
} as const;

export interface ComposeOptions {
  readonly limits: YamlLimits;
  readonly budget?: Budget | undefined;
  /** Whether nodes know their tokens, to be found in the text again; that takes half as much memory again. */
  readonly keepsTokens?: boolean;
}

/** A parsed document with its value and the place of every field. `text` starts at line `origin.line`. */
export function composeDocument(
  text: string,
  origin: Required<Origin>,
  { limits, budget, keepsTokens = false }: ComposeOptions,
): ComposedDocument | undefined {
  // Lists come from programs, whose own ends of lines are looked for where an item is ours (`doubtsOf`).
  if (!keepsTokens) requireReadable(text, origin);
  const lines = new LineCounter();
  const composer = new Composer({ ...COMPOSER, keepSourceTokens: keepsTokens });
  const documents = [...composer.compose(tokens(text, lines, origin, { limits, budget }))];
  const [document, second] = documents;
  if (document === undefined) return undefined;
  const at = (offset: number): Required<Origin> => ({ ...origin, line: lines.linePos(offset).line + origin.line - 1 });
  const error = document.errors[0] ?? second?.errors[0];
  if (error) throw yamlInvalid(error, at);
  const start = document.contents?.range ? at(document.contents.range[0]) : origin;
  const lineOf = lineFinder(document.contents, lines);
  const locate = (path: string): Origin => {
    const line = lineOf(path);
    return line === undefined ? start : { ...origin, line: line + origin.line - 1 };
  };
  const [strange] = document.warnings.map((warning) => yamlInvalid(warning, at));
  return { document, value: plainValue(document, { limits, at }), strange, origin: start, locate };
}

/** What YAML 1.1 takes for the end of a line, and what Go refuses: as such they may stand in double quotes as escapes alone. */
const UNREADABLE = /[^\P{Cc}\t\n\r]|[\u2028\u2029\uFFFE\uFFFF]|\r(?!\n)/u;

function requireReadable(text: string, origin: Required<Origin>): void {
  const found = UNREADABLE.exec(text);
  if (found === null) return;
  const line = countNewlines(text.slice(0, found.index)) + origin.line;
  throw new RenderError('YAML_INVALID', {
    message: `the character ${quote(found[0])} ends a line to some readers of YAML, or is refused`,
    origin: { ...origin, line },
    hint: 'write it as an escape in double quotes, such as "\\L" for U+2028',
  });
}

export interface ComposedDocument {
  readonly document: Document;
  readonly value: Json;
  /** What is read as if it were not there, such as an unknown tag; an error where the document is ours. */
  readonly strange: RenderError | undefined;
  readonly origin: Required<Origin>;
  readonly locate: (path: string) => Origin;
}

function parseDocument(
  text: string,
  origin: Required<Origin>,
  options: ComposeOptions,
): Omit<Resource, 'source'> | undefined {
  const composed = composeDocument(text, origin, options);
  if (composed === undefined || !isObject(composed.value)) return undefined;
  if (composed.strange !== undefined) throw composed.strange;
  return { object: composed.value, document: composed.document, origin: composed.origin, locate: composed.locate };
}

/** The parser's tokens, stopping where there are too many or collections nest too deeply: composing them would recurse. */
function* tokens(
  text: string,
  lines: LineCounter,
  origin: Required<Origin>,
  { limits, budget }: ComposeOptions,
): Generator<TokenOf> {
  const parser = new Parser(lines.addNewLine);
  let count = 0;
  const here = () => ({ ...origin, line: lines.linePos(parser.offset).line + origin.line - 1 });
  lines.addNewLine(0);
  for (const lexeme of new Lexer().lex(text)) {
    yield* parser.next(lexeme);
    count += 1;
    const characters = isComment(lexeme) ? 0 : lexeme.length;
    if (budget !== undefined) {
      takeToken(budget, here);
      takeCharacters(budget, characters, here);
    }
    const isTooDeep = openCollections(parser, limits.nesting) > limits.nesting;
    const why = isTooDeep
      ? `collections nest deeper than ${limits.nesting}`
      : characters > MOST_CHARACTERS
        ? `a text of more than ${MOST_CHARACTERS} characters`
        : count > limits.tokens && `more than ${limits.tokens} tokens of YAML`;
    if (why) throw new RenderError('INPUT_TOO_LARGE', { message: why, origin: here() });
  }
  yield* parser.end();
}

/** Comments are passed by, whatever their length; they end with their line, which a block text that starts like one does not. */
function isComment(lexeme: string): boolean {
  return lexeme.startsWith('#') && !lexeme.includes('\n');
}

/** How many collections are open; counted only where the parser's stack is high enough for too many. */
function openCollections(parser: Parser, limit: number): number {
  if (parser.stack.length <= limit) return 0;
  return parser.stack.filter(({ type }) => COLLECTIONS.includes(type)).length;
}

const COLLECTIONS: readonly string[] = ['block-map', 'block-seq', 'flow-collection'];

type TokenOf = ReturnType<Parser['parse']> extends Generator<infer T> ? T : never;

function yamlInvalid(error: YAMLError, at: (offset: number) => Origin): RenderError {
  return new RenderError('YAML_INVALID', { ...yamlWords(error), origin: at(error.pos[0]) });
}
