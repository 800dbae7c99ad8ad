import { isObject, type Json, parseObject } from '../../json.ts';

// What the reference does to arguments between and after its two merges (ai-dynamo 1.3.1, profiler/utils/config.py and
// config_modifiers/{trtllm,vllm}.py). Only the reference's merge does the same: items of a list are never split otherwise.

const JSON_FLAG = '--override-engine-args';
const CHUNKED_PREFILL = 'enable_chunked_prefill';
const CHUNKED_FLAG = `--trtllm.${CHUNKED_PREFILL}`;
/** Tokens of a shell pipeline, before which the reference puts what it adds. */
const PIPELINE = ['|', '2>&1'];

/** Arguments with chunked prefill on: in the user's JSON where there is one, else as a flag. */
export function withChunkedPrefill(args: Json | undefined): string[] {
  const tokens = withoutFlag(breakArguments(args));
  const json = tokens.indexOf(JSON_FLAG);
  if (json >= 0) return tokens.map((token, index) => (index === json + 1 ? switchOn(token) : token));
  const end = Math.min(...PIPELINE.map((stop) => tokens.indexOf(stop)).filter((at) => at >= 0), tokens.length);
  return [...tokens.slice(0, end), CHUNKED_FLAG, 'true', ...tokens.slice(end)];
}

/**
 * The arguments of vLLM's decoding worker after its check, which takes them apart twice, so that a quoted part with blanks
 * falls apart too; unchanged where they are no list of text.
 */
export function splitDecodeArgs(args: Json | undefined): Json | undefined {
  if (!Array.isArray(args) || args.some((arg) => typeof arg !== 'string')) return args;
  try {
    return breakArguments(breakArguments(args));
  } catch (error) {
    if (error instanceof UnclosedQuote) return args;
    throw error;
  }
}

/** Items with blanks fall apart as in a shell, unless they look like JSON; nulls go away. */
function breakArguments(args: Json | undefined): string[] {
  if (typeof args === 'string') return splitWords(args);
  if (!Array.isArray(args)) return [];
  return args.flatMap((arg) => {
    if (arg === null) return [];
    if (typeof arg !== 'string') return [JSON.stringify(arg)];
    return /[ \t]/.test(arg) && !/^\s*[{[]/.test(arg) ? splitWords(arg) : [arg];
  });
}

function withoutFlag(tokens: readonly string[]): string[] {
  return tokens.filter((token, index) => {
    const isValue = tokens[index - 1] === CHUNKED_FLAG && !token.startsWith('--');
    return token !== CHUNKED_FLAG && !isValue;
  });
}

function switchOn(text: string): string {
  const value = parseObject(text);
  return value === undefined ? text : printJson({ ...value, [CHUNKED_PREFILL]: true });
}

/** JSON with the blanks of Python's printer. */
function printJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(printJson).join(', ')}]`;
  if (!isObject(value)) return JSON.stringify(value);
  return `{${Object.entries(value)
    .map(([key, member]) => `${JSON.stringify(key)}: ${printJson(member)}`)
    .join(', ')}}`;
}

class UnclosedQuote extends Error {}

/** One piece of a word: blanks, a quoted part, an escaped character, or plain text. */
const PIECE = /(\s+)|'([^']*)'|"((?:[^"\\]|\\[\s\S])*)"|\\([\s\S])|([^\s'"\\]+)/gy;

/** Words as a POSIX shell splits them (Python's shlex.split). */
function splitWords(text: string): string[] {
  const words: string[] = [];
  let word: string | undefined;
  let end = 0;
  for (const [whole, blank, single, double, escaped, plain] of text.matchAll(PIECE)) {
    end += whole.length;
    if (blank === undefined) {
      word = `${word ?? ''}${single ?? double?.replace(/\\(["\\])/g, '$1') ?? escaped ?? plain ?? ''}`;
    } else if (word !== undefined) {
      words.push(word);
      word = undefined;
    }
  }
  if (end < text.length) throw new UnclosedQuote(text);
  return word === undefined ? words : [...words, word];
}
