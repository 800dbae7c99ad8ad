import { describe, expect, test } from 'vitest';
import { isLabelKey, isNamed } from '../../src/dgd/rules/name-syntax.ts';

const of = (length: number): string => 'a'.repeat(length);

describe('a name has at most as many characters as the API server takes', () => {
  test.each([
    ['label', 63],
    ['subdomain', 253],
    ['labelValue', 63],
    ['keyName', 63],
  ] as const)('%s: %d', (form, most) => {
    expect([isNamed(form, of(most)), isNamed(form, of(most + 1))]).toEqual([true, false]);
  });

  test('only a label may have an empty value', () => {
    expect((['label', 'subdomain', 'keyName', 'labelValue'] as const).filter((form) => isNamed(form, ''))).toEqual([
      'labelValue',
    ]);
  });
});

test.each([
  ['app', true],
  [of(63), true],
  [of(64), false],
  ['example.com/app', true],
  [`example.com/${of(63)}`, true],
  [`example.com/${of(64)}`, false],
  [`${of(63)}.com/app`, true],
  [`${of(253)}/app`, true],
  [`${of(254)}/app`, false],
  ['Example.com/app', false],
  ['/app', false],
  ['example.com/', false],
  ['a/b/c', false],
])('%s as the key of a label: %s', (key, isKey) => {
  expect(isLabelKey(key)).toBe(isKey);
});
