import { expect, test } from 'vitest';
import { takeGroups } from '../../src/render/take-groups.ts';

const none = (count: number) => new Int32Array(new SharedArrayBuffer(4 * count));

test.each<[from: number, order: number[]]>([
  [0, [0, 1, 2, 3]],
  [3, [3, 0, 1, 2]],
])('one thread takes all, from %i on and round', (from, order) => {
  expect([...takeGroups(none(4), from)]).toEqual(order);
});

test('each group goes to one of several threads, and who is done helps the others', () => {
  const taken = none(6);
  const [one, other] = [takeGroups(taken, 0), takeGroups(taken, 3)];
  const next = (thread: Generator<number>): number | undefined => thread.next().value;
  expect([next(one), next(other), next(other), next(other), next(other), next(one), next(other)]).toEqual([
    0,
    3,
    4,
    5,
    1,
    2,
    undefined,
  ]);
  expect([...taken]).toEqual([1, 1, 1, 1, 1, 1]);
});

test('there may be none', () => {
  expect([...takeGroups(none(0), 0)]).toEqual([]);
});
