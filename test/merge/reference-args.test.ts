import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { splitDecodeArgs, withChunkedPrefill } from '../../src/merge/override/reference-args.ts';

interface Recorded {
  readonly text: string;
  /** Null where the reference finds no closing quotation and leaves the arguments alone. */
  readonly words: readonly string[] | null;
}

const recorded: readonly Recorded[] = JSON.parse(
  readFileSync(new URL('../../fixtures/graph/shell-words/recorded.json', import.meta.url), 'utf8'),
);

describe('items fall apart as in the reference', () => {
  test.each(recorded)('$text', ({ text, words }) => {
    expect(splitDecodeArgs([text])).toEqual(words ?? [text]);
  });

  test('quoted parts with blanks do too, but not JSON (recorded run)', () => {
    const words = ['--chat-template', '/x', 'y', 'z', '{"a b": 1}'];
    expect(splitDecodeArgs(["--chat-template '/x y' z", '{"a b": 1}'])).toEqual(words);
  });

  test('only lists of text are touched', () => {
    expect(splitDecodeArgs('--a b')).toBe('--a b');
    expect(splitDecodeArgs(['--a b', 1])).toEqual(['--a b', 1]);
    expect(splitDecodeArgs(undefined)).toBeUndefined();
  });
});

describe('chunked prefill', () => {
  test.each([
    ['is a flag at the end', ['--a'], ['--a', '--trtllm.enable_chunked_prefill', 'true']],
    ['stands before a pipeline', ['--a', '|', 'tee'], ['--a', '--trtllm.enable_chunked_prefill', 'true', '|', 'tee']],
    [
      'replaces what was there, with its value',
      ['--trtllm.enable_chunked_prefill', 'false', '--trtllm.enable_chunked_prefill', '--b'],
      ['--b', '--trtllm.enable_chunked_prefill', 'true'],
    ],
    [
      'goes into JSON, with the blanks of Python',
      ['--override-engine-args', '{"a":[1,2],"b":{"c":"d"}}'],
      ['--override-engine-args', '{"a": [1, 2], "b": {"c": "d"}, "enable_chunked_prefill": true}'],
    ],
    ['leaves JSON alone that cannot be read', ['--override-engine-args', '{'], ['--override-engine-args', '{']],
    ['leaves other values alone', ['--override-engine-args', '[1]'], ['--override-engine-args', '[1]']],
    ['takes a text apart', '--a b', ['--a', 'b', '--trtllm.enable_chunked_prefill', 'true']],
  ])('%s', (_name, args, expected) => {
    expect(withChunkedPrefill(args)).toEqual(expected);
  });
});
