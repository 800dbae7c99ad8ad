import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { isObject, type Json, type JsonObject } from '../../src/json.ts';
import { emitYaml } from '../../src/krm/emit-yaml.ts';

describe('the writer', () => {
  test.each([
    {
      title: 'keys keep their order, lists are flush',
      value: { b: [{ c: 1, a: 2 }], a: {} },
      text: 'b:\n- c: 1\n  a: 2\na: {}\n',
    },
    {
      title: 'long text is not folded',
      value: { a: 'word '.repeat(60).trim() },
      text: `a: ${'word '.repeat(60).trim()}\n`,
    },
    { title: 'lines are a block', value: { a: 'one\ntwo\n' }, text: 'a: |\n  one\n  two\n' },
    { title: 'JSON stays readable', value: { a: '{"b":1}' }, text: 'a: \'{"b":1}\'\n' },
  ])('$title', ({ value, text }) => {
    expect(emitYaml(value)).toBe(text);
  });

  test.each([
    'on',
    'no',
    'y',
    '12:30:45',
    '1_000',
    '0777',
    '0o17',
    '4',
    '1e3',
    'null',
    '~',
    'true',
    '2001-01-01',
    '',
    '<<',
  ])('the text %j is quoted, since a YAML 1.1 reader takes it for something else', (text) => {
    expect(emitYaml({ a: text })).toMatch(/^a: ["'].*["']\n$/);
  });

  test('a value used twice is written twice', () => {
    const shared = { x: 1 };
    expect(emitYaml({ a: shared, b: shared })).toBe('a:\n  x: 1\nb:\n  x: 1\n');
  });

  test('what is written reads back the same; a key that kustomize takes for a merge is refused', () => {
    const json = fc.dictionary(fc.oneof({ weight: 20, arbitrary: fc.string() }, fc.constant('<<')), fc.jsonValue(), {
      minKeys: 1,
    });
    fc.assert(
      fc.property(json, (value) => {
        const plain = JSON.parse(JSON.stringify(value)) as JsonObject;
        if (hasMergeKey(plain)) expect(() => emitYaml(plain)).toThrow('a key is the text <<');
        else expect(parse(emitYaml(plain))).toEqual(plain);
      }),
    );
  });
});

function hasMergeKey(value: Json): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return (isObject(value) && Object.hasOwn(value, '<<')) || Object.values(value).some(hasMergeKey);
}
