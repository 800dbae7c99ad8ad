import { expect, test } from 'vitest';
import { quote, show } from '../src/words.ts';

test.each<[value: unknown, shown: string]>([
  ['kv', '"kv"'],
  ['a "b"', '"a \\"b\\""'],
  ['x'.repeat(60), `"${'x'.repeat(60)}"`],
  ['x'.repeat(61), `"${'x'.repeat(60)}..."`],
  ['\u001b[31mred', '"\\u001b[31mred"'],
  ['\u009b31m', '"\\u{9b}31m"'],
  ['a\u202eb\u2028c', '"a\\u{202e}b\\u{2028}c"'],
  [8, '8'],
  [null, 'null'],
  [undefined, 'undefined'],
  [[1, 2], 'a list'],
  [{ a: 1 }, 'a mapping'],
])('a message shows %j as %s', (value, shown) => {
  expect(show(value)).toBe(shown);
});

test('a quoted text is never cut', () => {
  expect(quote('x'.repeat(300))).toBe(`"${'x'.repeat(300)}"`);
});
