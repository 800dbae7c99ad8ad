import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { joinStream, splitStream } from '../../src/krm/split-stream.ts';

describe('splitting a stream', () => {
  test.each([
    { title: 'nothing', text: '', documents: [] },
    { title: 'one document', text: 'a: 1\n', documents: ['a: 1\n'] },
    { title: 'a marker without a document before it', text: '---\na: 1\n', documents: ['---\na: 1\n'] },
    {
      title: 'comments before a marker belong to what follows',
      text: '# x\n\n---\na: 1\n',
      documents: ['# x\n\n---\na: 1\n'],
    },
    { title: 'two documents', text: 'a: 1\n--- # two\nb: 2', documents: ['a: 1\n', '--- # two\nb: 2'] },
    {
      title: 'an end and directives',
      text: 'a: 1\n...\n%YAML 1.2\n---\nb: 2\n',
      documents: ['a: 1\n...\n', '%YAML 1.2\n---\nb: 2\n'],
    },
    { title: 'a comment at the end', text: 'a: 1\n...\n# end\n', documents: ['a: 1\n...\n# end\n'] },
    { title: 'dashes inside a block scalar are text', text: 'a: |\n  ---\n  b\n', documents: ['a: |\n  ---\n  b\n'] },
    { title: 'four dashes are no marker', text: '----\n', documents: ['----\n'] },
    { title: 'Windows line ends', text: 'a: 1\r\n---\r\nb: 2\r\n', documents: ['a: 1\r\n', '---\r\nb: 2\r\n'] },
  ])('$title', ({ text, documents }) => {
    expect(splitStream(text)).toEqual(documents);
    expect(joinStream(splitStream(text))).toBe(text);
  });

  test('joining what was split gives the same bytes, whatever the lines', () => {
    const line = fc.constantFrom('---', '...', '# c', '', '%YAML 1.2', 'a: 1', '- x', '--- b', ' ---', '\uFEFF---');
    const stream = fc.tuple(fc.array(line), fc.constantFrom('\n', '\r\n'), fc.boolean());
    fc.assert(
      fc.property(stream, ([lines, end, isEnded]) => {
        const text = lines.join(end) + (isEnded ? end : '');
        expect(joinStream(splitStream(text))).toBe(text);
      }),
    );
  });
});

test('documents without a marker get one, and a line end where it is missing', () => {
  expect(joinStream(['a: 1', 'b: 2\n', '---\nc: 3\n'])).toBe('a: 1\n---\nb: 2\n---\nc: 3\n');
});
