import { describe, expect, it } from 'vitest';
import { getAt, MOST_NESTING, parseObject } from '../src/json.ts';

const nested = (depth: number): string => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;

describe('a text that should hold a JSON object', () => {
  it.each([
    ['an object', '{"a": [1, {"b": null}]}', { a: [1, { b: null }] }],
    ['nothing', '', undefined],
    ['no JSON', '{"a"', undefined],
    ['a list', '[1]', undefined],
    ['nothing by its name', 'null', undefined],
    ['an object a million deep', nested(1_000_000), undefined],
    ['an object one too deep', nested(MOST_NESTING + 1), undefined],
  ])('and holds %s', (_, text, value) => {
    expect(parseObject(text)).toEqual(value);
  });

  it('may nest as deep as YAML', () => {
    expect(parseObject(nested(MOST_NESTING))).toBeDefined();
  });

  it('has keys that nobody inherits', () => {
    expect(Object.keys(parseObject('{"__proto__": {"polluted": true}}') ?? {})).toEqual(['__proto__']);
    expect({}).not.toHaveProperty('polluted');
  });
});

describe('what stands at a path', () => {
  const value = { list: [{ name: 'a' }, { name: 'b' }], map: { '1': 'one' } };

  it.each([
    ['an entry of a list by its position', ['list', '1', 'name'], 'b'],
    ['a member whose name is a number', ['map', '1'], 'one'],
    ['the value itself where the path is empty', [], value],
    ['nothing behind the end of a list', ['list', '2', 'name'], undefined],
    ['nothing below a text', ['list', '0', 'name', 'length'], undefined],
    ['nothing that is inherited', ['map', 'toString'], undefined],
  ])('is %s', (_, path, found) => {
    expect(getAt(value, path)).toEqual(found);
  });
});
