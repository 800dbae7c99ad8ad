import { describe, expect, test } from 'vitest';
import { RenderError } from '../../src/errors.ts';
import { parseStream } from '../../src/krm/parse-yaml.ts';

function failureOf(text: string): { code: string; line: number | undefined; message: string } {
  try {
    parseStream(text, { file: 'q.yaml' });
  } catch (error) {
    if (error instanceof RenderError) return { code: error.code, line: error.origin?.line, message: error.message };
    throw error;
  }
  throw new Error('nothing failed');
}

const nested = (depth: number): string => Array.from({ length: depth }, (_, i) => `${' '.repeat(i)}a:\n`).join('');

describe('hostile YAML ends in a coded error with its line', () => {
  test.each([
    { title: 'a file over 1 MiB', text: `a: ${'x'.repeat(2 ** 20)}`, code: 'INPUT_TOO_LARGE', line: undefined },
    { title: 'flow lists nested 1,000,000 deep', text: '['.repeat(1_000_000), code: 'INPUT_TOO_LARGE', line: 1 },
    {
      title: 'compact lists nested 100,000 deep',
      text: `a:\n${'- '.repeat(100_000)}`,
      code: 'INPUT_TOO_LARGE',
      line: 2,
    },
    { title: 'block maps nested 101 deep', text: nested(101), code: 'INPUT_TOO_LARGE', line: 101 },
    { title: '101 aliases', text: `a: &a 1\nb: [${'*a, '.repeat(101)}]\n`, code: 'INPUT_TOO_LARGE', line: 1 },
    {
      title: 'aliases that unfold to a billion',
      text: Array.from(
        { length: 10 },
        (_, i) =>
          `a${i}: &a${i} [${
            i === 0
              ? 'x'
              : Array(10)
                  .fill(`*a${i - 1}`)
                  .join(', ')
          }]\n`,
      ).join(''),
      code: 'INPUT_TOO_LARGE',
      line: 1,
    },
    { title: 'an alias of nothing', text: 'a: 1\nb: *x\n', code: 'YAML_INVALID', line: 2 },
    { title: 'a key twice', text: 'a: 1\nb:\n  c: 1\n  c: 2\n', code: 'YAML_INVALID', line: 4 },
    { title: 'a tab as indentation', text: 'a:\n\tb: 1\n', code: 'YAML_INVALID', line: 2 },
    { title: 'an open list in the second document', text: 'a: 1\n---\nb: [\n', code: 'YAML_INVALID', line: 4 },
  ])('$title', ({ text, code, line }) => {
    expect(failureOf(text)).toMatchObject({ code, line });
  });

  test('100 levels and 100 aliases are read', () => {
    expect(parseStream(nested(100), { file: 'q.yaml' })).toHaveLength(1);
    expect(parseStream(`a: &a 1\nb: [${'*a, '.repeat(100)}]\n`, { file: 'q.yaml' })).toHaveLength(1);
  });

  test('a key named __proto__ is a key like any other', () => {
    const [document] = parseStream('__proto__: {polluted: true}\n', { file: 'q.yaml' });
    expect(Object.hasOwn(document?.resource?.object ?? {}, '__proto__')).toBe(true);
    expect({}).not.toHaveProperty('polluted');
  });
});

describe('places', () => {
  const text = [
    '# licence',
    '---',
    'kind: A',
    'metadata:',
    '  annotations:',
    '    example.com/a.b: x',
    '    example.com/a: y',
    'spec:',
    '  list:',
    '  - name: first',
    '  - name: second',
    '    deep: {x: 1,',
    '      y: 2}',
    '---',
    'kind: B',
    '',
  ].join('\n');
  const [first, second] = parseStream(text, { file: 'dir/q.yaml' });

  test.each([
    ['', 3],
    ['kind', 3],
    ['metadata.annotations.example.com/a.b', 6],
    ['metadata.annotations.example.com/a', 7],
    ['metadata.annotations["example.com/a"]', 7],
    ['spec.list[1]', 11],
    ['spec.list[1].deep.y', 13],
    ['spec.list[9].name', 9],
    ['spec.gone.deeper', 8],
    ['status', 3],
  ])('%s is at line %i', (path, line) => {
    expect(first?.resource?.locate(path)).toEqual({ file: 'dir/q.yaml', index: 0, line });
  });

  test('documents count from 0, lines go on through the file', () => {
    expect(second?.resource?.origin).toEqual({ file: 'dir/q.yaml', index: 1, line: 15 });
    expect(second?.resource?.locate('kind').line).toBe(15);
  });
});

test('documents that do not mention the word stay unparsed', () => {
  const documents = parseStream('kind: A\n---\n{{ template }}\n', { file: 'q.yaml', mustMention: 'kind: A' });
  expect(documents.map(({ resource }) => resource?.object)).toEqual([{ kind: 'A' }, undefined]);
});
