import { expect, test } from 'vitest';
import { spelled, spelledWord } from '../../src/render/compare/change-words.ts';

test('a change shows no character that steers a terminal', () => {
  expect(spelled({ a: 'b\u009bc' })).toBe('{"a":"b\\u{9b}c"}');
  expect(spelledWord('--x=\u009b2J')).toBe('"--x=\\u{9b}2J"');
  expect(spelledWord('--x=\\u{9b}2J')).toBe('--x=\\u{9b}2J');
});
