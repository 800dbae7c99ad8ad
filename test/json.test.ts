import { describe, expect, it } from 'vitest';
import { MOST_NESTING, parseObject } from '../src/json.ts';

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
