import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { align } from '../../src/render/compare/align.ts';

const words = (text: string): string[] => text.split('');

/** Equal words as they are, words taken away in brackets, words put in after a plus. */
function shown(before: string, after: string): string {
  return align(words(before), words(after))
    .map((pair) => {
      if (pair.after === undefined) return `[${before[pair.before!]}]`;
      return pair.before === undefined ? `+${after[pair.after]}` : before[pair.before];
    })
    .join('');
}

describe('align', () => {
  test.each([
    { before: '', after: '', gives: '' },
    { before: 'abc', after: 'abc', gives: 'abc' },
    { before: '', after: 'ab', gives: '+a+b' },
    { before: 'ab', after: '', gives: '[a][b]' },
    { before: 'abcd', after: 'abxd', gives: 'ab[c]+xd' },
    { before: 'abcd', after: 'bcda', gives: '[a]bcd+a' },
    { before: 'abab', after: 'ab', gives: 'ab[a][b]' },
    { before: 'abc', after: 'xyz', gives: '[a][b][c]+x+y+z' },
  ])('lays $before beside $after', ({ before, after, gives }) => {
    expect(shown(before, after)).toBe(gives);
  });

  test('has every position of both once and in order, and only equal words together', () => {
    const list = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 });
    fc.assert(
      fc.property(list, list, (before, after) => {
        const pairs = align(before, after);
        const positions = (key: 'before' | 'after') => pairs.flatMap((pair) => pair[key] ?? []);
        expect(positions('before')).toEqual(before.map((_, i) => i));
        expect(positions('after')).toEqual(after.map((_, i) => i));
        for (const pair of pairs.filter((one) => one.before !== undefined && one.after !== undefined)) {
          expect(before[pair.before!]).toBe(after[pair.after!]);
        }
      }),
    );
  });

  test('gives up on what would take long, but not on equal ends', () => {
    const long = (from: number) => ['same', ...Array.from({ length: 3000 }, (_, i) => String(from + i)), 'end'];
    const pairs = align(long(0), long(1));
    expect(pairs).toHaveLength(6002);
    expect([pairs[0], pairs.at(-1)]).toEqual([
      { before: 0, after: 0 },
      { before: 3001, after: 3001 },
    ]);
  });
});
