import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { RenderError } from '../../src/errors.ts';
import { parseStream } from '../../src/krm/parse-yaml.ts';
import { hold } from '../properties/runs.ts';

function failureOf(text: string): { code: string; line: number | undefined; message: string } {
  try {
    parseStream(text, { file: 'q.yaml' });
  } catch (error) {
    if (error instanceof RenderError) return { code: error.code, line: error.origin?.line, message: error.message };
    throw error;
  }
  throw new Error('nothing failed');
}

const keys = (count: number): string => Array.from({ length: count }, (_, i) => `k${i}: 1`).join(', ');
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
    { title: '101 aliases', text: `a: &a 1\nb: [${'*a, '.repeat(101)}]\n`, code: 'INPUT_TOO_LARGE', line: 2 },
    {
      title: 'a mapping of 1,000 keys merged 100 times',
      text: `a: &a {${keys(1000)}}\n${Array.from({ length: 100 }, (_, i) => `b${i}: {<<: *a}\n`).join('')}`,
      code: 'INPUT_TOO_LARGE',
      line: 6,
    },
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
      line: 5,
    },
    { title: 'an alias of nothing', text: 'a: 1\nb: *x\n', code: 'YAML_INVALID', line: 2 },
    { title: 'a key twice', text: 'a: 1\nb:\n  c: 1\n  c: 2\n', code: 'YAML_INVALID', line: 4 },
    { title: 'a key as number and as text', text: 'a: 1\n1: x\n"1": y\n', code: 'YAML_INVALID', line: 3 },
    { title: 'a merge of a number', text: 'a: 1\n<<: 1\n', code: 'YAML_INVALID', line: 2 },
    { title: 'a merge of a list of numbers', text: 'a: 1\n<<: [1]\n', code: 'YAML_INVALID', line: 2 },
    { title: 'an alias inside its own anchor', text: 'a: 1\nb: &b {c: *b}\n', code: 'YAML_INVALID', line: 2 },
    { title: 'a mapping as a key', text: 'a: 1\n? {b: 1}\n: x\n', code: 'YAML_INVALID', line: 2 },
    { title: 'a key that is nothing', text: 'a: 1\n~: x\n', code: 'YAML_INVALID', line: 2 },
    { title: 'a tag of another language', text: 'a: 1\nb: !!js/function "x"\n', code: 'YAML_INVALID', line: 2 },
    { title: 'binary data', text: 'a: 1\nb: !!binary aGk=\n', code: 'YAML_INVALID', line: 2 },
    { title: 'a set', text: 'a: 1\nb: !!set {c, d}\n', code: 'YAML_INVALID', line: 2 },
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

describe('values', () => {
  const objectIn = (text: string): unknown => parseStream(text, { file: 'q.yaml' })[0]?.resource?.object;

  test.each([
    {
      title: 'dates and truth words of YAML 1.1',
      text: '%YAML 1.1\n---\na: 2001-01-01\nb: yes\n',
      value: { a: '2001-01-01', b: 'yes' },
    },
    { title: 'numbers and truth values as keys', text: '1: a\ntrue: b\n', value: { 1: 'a', true: 'b' } },
    { title: 'a quoted merge key', text: '"<<": 1\n', value: { '<<': 1 } },
    {
      title: 'a merge key as Go writes it',
      text: 'a: &a {b: 1}\nc: {!!merge <<: *a}\n',
      value: { a: { b: 1 }, c: { b: 1 } },
    },
    { title: 'an anchor on a key', text: '&k a: 1\nb: *k\n', value: { a: 1, b: 'a' } },
  ])('$title are read', ({ text, value }) => {
    expect(objectIn(text)).toEqual(value);
  });

  // The library's own reading, on documents that are small enough for it.
  test('are those of the YAML library, anchors and merges included', () => {
    const scalar = fc.oneof(
      fc.constantFrom('~', 'true', '.5', '0x1F', '1e3', '""', "'x'", 'text'),
      fc.string().map((text) => JSON.stringify(text)),
    );
    const { node } = fc.letrec<{ node: string; map: string }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 3 },
        scalar,
        fc.constantFrom('*a', '*b'),
        tie('map'),
        fc.array(tie('node'), { maxLength: 3 }).map((items) => `[${items.join(', ')}]`),
      ),
      map: fc
        .array(fc.tuple(fc.constantFrom('a', 'b', 'c', '<<', '__proto__', '1'), tie('node')), { maxLength: 4 })
        .map((members) => {
          const written = members.map(([key, value]) => `${key}: ${key === '<<' ? '[*a, *b]' : value}`);
          return `{${written.join(', ')}}`;
        }),
    }));
    const stream = fc.tuple(node, fc.array(node, { maxLength: 4 })).map(([one, rest]) => {
      return `a: &a {x: 1, y: 2}\nb: &b {y: 3, z: 4}\nc: ${one}\nd: &b {v: 5}\ne: [${rest.join(', ')}]\n`;
    });
    hold(
      fc.property(stream, (text) => {
        const [theirs] = parseAllDocuments(text, { merge: true });
        if (theirs === undefined || theirs.errors.length > 0) expect(() => objectIn(text)).toThrow(RenderError);
        else expect(objectIn(text)).toEqual(theirs.toJS());
      }),
      300,
    );
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
