import { type Alias, Composer, type Document, Lexer, LineCounter, Parser, visit } from 'yaml';
import { type Origin, RenderError } from '../errors.ts';
import { isObject } from '../json.ts';
import { lineOf } from './locate.ts';
import type { Resource } from './resource.ts';
import { splitStream } from './split-stream.ts';

/** How much YAML is accepted; beyond it the input is refused with `INPUT_TOO_LARGE`. */
export interface YamlLimits {
  /** UTF-8 bytes of the whole stream. */
  readonly bytes: number;
  /** Collections inside each other. */
  readonly nesting: number;
  /** Alias nodes in a document, and how often an alias may unfold. */
  readonly aliases: number;
}

/** Bounds of a file that a person wrote: 1 MiB, nesting 100, 100 aliases. */
export const REQUEST_LIMITS: YamlLimits = { bytes: 2 ** 20, nesting: 100, aliases: 100 };
/** Bounds of what a host hands over on stdin, with everything else it carries: 64 MiB. */
export const STREAM_LIMITS: YamlLimits = { bytes: 2 ** 26, nesting: 500, aliases: 10_000 };

/** One document of a stream: its exact text and, where it was parsed and is an object, the resource. */
export interface StreamDocument {
  readonly text: string;
  readonly resource: Resource | undefined;
}

export interface ParseOptions {
  /** Name of the stream in findings; relative and slash-separated. */
  readonly file: string;
  readonly limits?: YamlLimits;
  /** Documents whose text does not hold this word, or what fits the expression, are foreign and stay unparsed. */
  readonly mustMention?: string | RegExp | undefined;
}

/** Splits a YAML stream into its documents; their texts joined are the stream. Throws on broken or oversized YAML. */
export function parseStream(text: string, options: ParseOptions): StreamDocument[] {
  const { file, limits = REQUEST_LIMITS, mustMention = '' } = options;
  requireSize(Buffer.byteLength(text), limits, { file, index: 0 });
  let line = 1;
  return splitStream(text).map((chunk, index) => {
    const origin = { file, index, line };
    line += countNewlines(chunk);
    const isForeign = typeof mustMention === 'string' ? !chunk.includes(mustMention) : !mustMention.test(chunk);
    const resource = isForeign ? undefined : parseDocument(chunk, origin, limits);
    return { text: chunk, resource };
  });
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

/** Bytes as text; `YAML_INVALID` where they are not UTF-8. */
export function decodeUtf8(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new RenderError('YAML_INVALID', { message: 'the bytes are not UTF-8', origin: { file, index: 0 } });
  }
}

/** A parsed document with its value and the place of every field. `text` starts at line `origin.line`. */
export function composeDocument(
  text: string,
  origin: Required<Origin>,
  limits: YamlLimits,
): ComposedDocument | undefined {
  const lines = new LineCounter();
  const composer = new Composer({ prettyErrors: false, merge: true, keepSourceTokens: true });
  const documents = [...composer.compose(tokens(text, lines, origin, limits))];
  const [document, second] = documents;
  if (document === undefined) return undefined;
  const toLine = (offset: number): number => lines.linePos(offset).line + origin.line - 1;
  const error = document.errors[0] ?? second?.errors[0];
  if (error) throw yamlInvalid(error.message, { ...origin, line: toLine(error.pos[0]) });
  requireFewAliases(document, origin, limits);
  const line = document.contents?.range ? toLine(document.contents.range[0]) : origin.line;
  const locate = (path: string): Origin => {
    const found = lineOf(document.contents, path, lines);
    return found === undefined ? { ...origin, line } : { ...origin, line: found + origin.line - 1 };
  };
  return { document, value: plainValue(document, toLine, origin, limits), origin: { ...origin, line }, locate };
}

export interface ComposedDocument {
  readonly document: Document;
  readonly value: unknown;
  readonly origin: Required<Origin>;
  readonly locate: (path: string) => Origin;
}

function parseDocument(text: string, origin: Required<Origin>, limits: YamlLimits): Resource | undefined {
  const composed = composeDocument(text, origin, limits);
  if (composed === undefined || !isObject(composed.value)) return undefined;
  return { object: composed.value, document: composed.document, origin: composed.origin, locate: composed.locate };
}

/** The parser's tokens, stopping where collections nest too deeply: composing them would recurse. */
function* tokens(text: string, lines: LineCounter, origin: Required<Origin>, limits: YamlLimits): Generator<TokenOf> {
  const parser = new Parser(lines.addNewLine);
  lines.addNewLine(0);
  for (const lexeme of new Lexer().lex(text)) {
    yield* parser.next(lexeme);
    if (openCollections(parser, limits.nesting) > limits.nesting) {
      const { line } = lines.linePos(parser.offset);
      throw new RenderError('INPUT_TOO_LARGE', {
        message: `collections nest deeper than ${limits.nesting}`,
        origin: { ...origin, line: line + origin.line - 1 },
      });
    }
  }
  yield* parser.end();
}
/** How many collections are open; counted only where the parser's stack is high enough for too many. */
function openCollections(parser: Parser, limit: number): number {
  if (parser.stack.length <= limit) return 0;
  return parser.stack.filter(({ type }) => COLLECTIONS.includes(type)).length;
}

const COLLECTIONS: readonly string[] = ['block-map', 'block-seq', 'flow-collection'];

type TokenOf = ReturnType<Parser['parse']> extends Generator<infer T> ? T : never;

function requireFewAliases(document: Document, origin: Origin, limits: YamlLimits): void {
  let count = 0;
  const Alias = (_key: unknown, _node: Alias): void => {
    count += 1;
  };
  visit(document, { Alias });
  if (count > limits.aliases) throw tooManyAliases(origin, limits);
}

function plainValue(document: Document, toLine: ToLine, origin: Origin, limits: YamlLimits): unknown {
  try {
    // The anchor itself counts as one use.
    return document.toJS({ maxAliasCount: limits.aliases + 1 });
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    if (error.message.startsWith('Excessive alias count')) throw tooManyAliases(origin, limits);
    throw unresolvedAlias(document, toLine, origin);
  }
}

type ToLine = (offset: number) => number;

function unresolvedAlias(document: Document, toLine: ToLine, origin: Origin): RenderError {
  let line = origin.line ?? 1;
  let name = '';
  visit(document, {
    Alias(_key, node) {
      if (node.resolve(document) !== undefined) return undefined;
      line = toLine(node.range?.[0] ?? 0);
      name = node.source;
      return visit.BREAK;
    },
  });
  return yamlInvalid(`the alias *${name} has no anchor before it`, { ...origin, line });
}

function tooManyAliases(origin: Origin, limits: YamlLimits): RenderError {
  return new RenderError('INPUT_TOO_LARGE', {
    message: `the aliases of the document unfold more than ${limits.aliases} times`,
    origin,
    hint: 'write the repeated values out',
  });
}

function yamlInvalid(reason: string, origin: Origin): RenderError {
  const message = reason.charAt(0).toLowerCase() + reason.slice(1).replace(/\.$/, '');
  return new RenderError('YAML_INVALID', { message, origin });
}

function countNewlines(text: string): number {
  return text.split('\n').length - 1;
}
