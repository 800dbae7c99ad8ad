import { expect, it } from 'vitest';
import { stepsBelow } from '../../src/engine/steps.ts';

it.each([
  [1, 4, 1, [1, 2, 3]],
  [16, 32, 4, [16, 20, 24, 28]],
  [16, 33, 8, [16, 24, 32]],
  [5, 5, 1, []],
])('from %d below %d in steps of %d are %j', (from, to, step, wanted) => {
  expect(stepsBelow(from, to, step)).toEqual(wanted);
});
