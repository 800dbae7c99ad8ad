import { expect, test } from 'vitest';
import { progressLine } from '../../src/commands/cli/progress.ts';

/** A progress line on a clock and a terminal of the test's own. */
function line(columns = 80) {
  const clock = { ms: 1000 };
  const written: string[] = [];
  const progress = progressLine({
    write: (text) => void written.push(text),
    columns: () => columns,
    now: () => clock.ms,
  });
  return { ...progress, written, clock };
}

test('nothing is shown in the first half second, then ten lines a second at most', () => {
  const { show, written, clock } = line();
  for (; clock.ms < 3000; clock.ms += 1) show(String(clock.ms));
  expect(written).toHaveLength(15);
  expect(written[0]).toBe('\r\u001B[K1500');
  expect(written[1]).toBe('\r\u001B[K1600');
});

test('the line is erased once, and only where there is one', () => {
  const { show, erase, written, clock } = line();
  erase();
  show('too soon');
  erase();
  expect(written).toEqual([]);
  clock.ms = 2000;
  show('a');
  erase();
  erase();
  expect(written).toEqual(['\r\u001B[Ka', '\r\u001B[K']);
});

test.each([
  { title: 'is cut one column before the last', columns: 6, text: 'abcdefgh', shown: 'abcde' },
  { title: 'counts wide characters twice', columns: 6, text: 'ab\u4E2D\u6587', shown: 'ab\u4E2D' },
  { title: 'keeps no control characters', columns: 20, text: 'a\u001B[2Jb\nc', shown: 'a [2Jb c' },
  { title: 'is left out where there is no room', columns: 0, text: 'abc', shown: '' },
])('a text $title', ({ columns, text, shown }) => {
  const { show, written, clock } = line(columns);
  clock.ms = 2000;
  show(text);
  expect(written).toEqual([`\r\u001B[K${shown}`]);
});
