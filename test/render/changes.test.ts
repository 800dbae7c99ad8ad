import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isObject, type Json, type JsonObject } from '../../src/json.ts';
import { objectChanges } from '../../src/render/compare/changes.ts';

const changes = (before: Json, after: Json): string[] =>
  objectChanges({ x: before }, { x: after }).map(({ path, text }) => `${path}: ${text}`);

describe('values', () => {
  test.each<{ title: string; before: Json; after: Json; says: string[] }>([
    { title: 'nothing', before: { a: 1, b: [1] }, after: { b: [1], a: 1 }, says: [] },
    { title: 'a number', before: 2, after: 3, says: ['x: 2 -> 3'] },
    { title: 'text that looks like one', before: '4', after: 4, says: ['x: "4" -> 4'] },
    { title: 'a word', before: 'a/b:1', after: 'a/b:2', says: ['x: a/b:1 -> a/b:2'] },
    { title: 'text that could be misread', before: 'true', after: 'a  # b', says: ['x: "true" -> "a  # b"'] },
    { title: 'a field that came', before: {}, after: { a: { b: 1 } }, says: ['x.a: + {"b":1}'] },
    { title: 'a field that went', before: { a: null }, after: {}, says: ['x.a: - null'] },
    { title: 'another shape', before: [1], after: { a: 1 }, says: ['x: [1] -> {"a":1}'] },
    { title: 'a key with dots', before: { 'a.b/c': 1 }, after: { 'a.b/c': 2 }, says: ['x.a.b/c: 1 -> 2'] },
    {
      title: 'a long value',
      before: 'a',
      after: 'b'.repeat(500),
      says: [`x: a -> ${'b'.repeat(120)}... (500 characters)`],
    },
    { title: 'lines', before: 'a\nb\nc', after: 'a\nd\nc', says: ['x: - b', 'x: + d'] },
    {
      title: 'JSON in a text',
      before: '{"ttft": 500, "mode": "agg"}',
      after: '{"ttft": 600, "mode": "agg"}',
      says: ['x.ttft: 500 -> 600'],
    },
    {
      title: 'only the layout of JSON',
      before: '{"a":1}',
      after: '{"a": 1}',
      says: ['x: "{\\"a\\":1}" -> "{\\"a\\": 1}"'],
    },
  ])('$title', ({ before, after, says }) => {
    expect(changes(before, after)).toEqual(says);
  });

  test('of objects with keys of every object', () => {
    const evil = JSON.parse('{"__proto__": 1, "constructor": 2}') as JsonObject;
    expect(objectChanges({}, evil).map(({ path, text }) => `${path} ${text}`)).toEqual([
      '__proto__ + 1',
      'constructor + 2',
    ]);
  });
});

describe('arguments', () => {
  test.each<{ title: string; before: string; after: string; says: string[] }>([
    { title: 'a value', before: '--a 1 --b 2', after: '--a 1 --b 3', says: ['--b 2 -> 3'] },
    {
      title: 'values that change places',
      before: '--tp 4 --pp 1',
      after: '--tp 1 --pp 4',
      says: ['--tp 4 -> 1', '--pp 1 -> 4'],
    },
    { title: 'a flag that came', before: '--a 1', after: '--a 1 --x --b 2', says: ['+ --x', '+ --b 2'] },
    { title: 'a flag that went', before: '--a 1 --b 2', after: '--b 2', says: ['- --a 1'] },
    { title: 'a flag that got a value', before: '--a', after: '--a 1', says: ['--a -> --a 1'] },
    { title: 'a flag in one word', before: '--a=1 -x', after: '--a=2 -x', says: ['--a=1 -> --a=2'] },
    { title: 'doubled flags', before: '--a 1', after: '--a 1 --a 1', says: ['+ --a 1'] },
    { title: 'a negative value', before: '--a -1', after: '--a -2', says: ['--a -1 -> -2'] },
    {
      title: 'words before the flags',
      before: 'python3 -m vllm',
      after: 'python -m vllm',
      says: ['- python3', '+ python'],
    },
    { title: 'JSON', before: '--c {"a":1}', after: '--c {"a":2}', says: ['--c {"a":1} -> {"a":2}'] },
  ])('$title', ({ before, after, says }) => {
    expect(changes(before.split(' '), after.split(' '))).toEqual(says.map((line) => `x: ${line}`));
  });

  test.each<{ title: string; before: Json; after: Json; says: string }>([
    {
      title: 'a word with blanks is quoted, so that it stays one word',
      before: ['--a', 'b c'],
      after: ['--a', 'b\nd'],
      says: 'x: --a "b c" -> "b\\nd"',
    },
    { title: 'a number is no word', before: ['--a', '1'], after: ['--a', 1], says: 'x[1]: "1" -> 1' },
    {
      title: 'long words start where they differ',
      before: ['--a', `${'x'.repeat(500)}1`],
      after: ['--a', `${'x'.repeat(500)}2`],
      says: `x: --a ...${'x'.repeat(30)}1 -> ...${'x'.repeat(30)}2`,
    },
  ])('$title', ({ before, after, says }) => {
    expect(changes(before, after)).toEqual([says]);
  });
});

describe('lists', () => {
  const named = (...entries: [string, Json][]): Json => entries.map(([name, value]) => ({ name, value }));

  test.each<{ title: string; before: Json; after: Json; says: string[] }>([
    {
      title: 'match by name',
      before: named(['a', 1], ['b', 2]),
      after: named(['b', 3], ['a', 1], ['c', 4]),
      says: ['x.b.value: 2 -> 3', 'x.c: + {"name":"c","value":4}', 'x: order a, b -> b, a'],
    },
    {
      title: 'lose an entry',
      before: named(['a', 1], ['b', 2]),
      after: named(['b', 2]),
      says: ['x.a: - {"name":"a","value":1}'],
    },
    {
      title: 'match by position where a name is there twice',
      before: named(['a', 1], ['a', 2]),
      after: named(['a', 1], ['a', 3]),
      says: ['x[1].value: 2 -> 3'],
    },
    {
      title: 'match by position without names',
      before: [{ k: 1 }],
      after: [{ k: 2 }, { k: 3 }],
      says: ['x[0].k: 1 -> 2', 'x[1]: + {"k":3}'],
    },
  ])('$title', ({ before, after, says }) => {
    expect(changes(before, after)).toEqual(says);
  });

  test('say where an entry stands in the older object', () => {
    const component = (name: string, replicas: number): Json => ({ name, replicas });
    const [change] = objectChanges(
      { spec: { components: [component('Frontend', 1), component('decode', 2)] } },
      { spec: { components: [component('decode', 3), component('Frontend', 1)] } },
    );
    expect(change).toEqual({
      path: 'spec.components.decode.replicas',
      field: 'spec.components[1].replicas',
      text: '2 -> 3',
    });
  });
});

describe('objects', () => {
  const sorted = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(sorted);
    if (!isObject(value)) return value;
    const keys = Object.keys(value).sort();
    return Object.fromEntries(keys.map((key) => [key, sorted(value[key]!)]));
  };
  const word = fc.constantFrom('--a', '--b=1', '-c', '1', 'x y', '{"a":1}', '{"a": 1}', 'l\nm', '');
  const { value } = fc.letrec<{ value: Json }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      word,
      fc.constantFrom(1, 2, true, null),
      fc.array(word, { maxLength: 4 }),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.array(fc.record({ name: fc.constantFrom('a', 'b', 'c'), v: tie('value') }), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom('a', 'b'), tie('value')),
    ),
  }));

  test('have no changes exactly where they say the same', () => {
    fc.assert(
      fc.property(value, value, (before, after) => {
        const isSame = JSON.stringify(sorted(before)) === JSON.stringify(sorted(after));
        expect(changes(before, after).length === 0).toBe(isSame);
        expect(changes(before, structuredClone(before))).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });
});
