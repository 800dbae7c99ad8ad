import { expect, it } from 'vitest';
import { RenderError } from '../../src/errors.ts';
import { parseStream, STREAM_LIMITS } from '../../src/krm/parse-yaml.ts';

/** What is said of a text that is no YAML, with its line. */
function refusalOf(text: string): string {
  try {
    parseStream(text, { file: 'q.yaml', limits: STREAM_LIMITS });
  } catch (error) {
    if (error instanceof RenderError) return `${error.code} ${error.origin?.line}: ${error.message}`;
    throw error;
  }
  return 'nothing';
}

it.each([
  [
    'a list without an end',
    'a: [1, 2\nb: 3\n',
    '2: a line is not indented like those that it belongs to, or a bracket has no end',
  ],
  ['a text without an end', 'a: "b\n', '2: a quote, a bracket, a comma, a space or a colon is missing'],
  [
    'two colons in a line',
    'a: b: c\n',
    '1: a mapping or a list stands where a text can, as where a line has ": " twice',
  ],
  ['a tab before a key', 'a:\n\tb: 1\n', '2: a tab indents a line'],
  ['a line that is no pair', 'a: 1\nb\nc: 2\n', '2: a quote, a bracket, a comma, a space or a colon is missing'],
  ['an escape that is none', 'a: "\\d"\n', '1: a text in double quotes has an escape that YAML does not know'],
  ['a text that starts with @', 'a: @b\n', '1: a text without quotes cannot start like this'],
  [
    'a line farther left than its neighbours',
    'a:\n    b: 1\n  c: 2\n',
    '3: a line is not indented like those that it belongs to, or a bracket has no end',
  ],
  ['an alias without an anchor', 'a: *b\n', '1: the alias *b has no anchor before it'],
  [
    'a list in brackets that goes on as a block',
    'a: [\n- 1\n]\n',
    '2: a line is not indented like those that it belongs to, or a bracket has no end',
  ],
])('%s is refused in our own words', (_, text, says) => {
  expect(refusalOf(text)).toBe(`YAML_INVALID ${says}`);
});
