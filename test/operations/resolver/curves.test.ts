import { describe, expect, it } from 'vitest';
import { DataMissing } from '../../../src/operations/data-missing.ts';
import { curvesOf, curveTime } from '../../../src/operations/resolver/curves.ts';
import { madeSlice } from './made-slice.ts';

const curve = { keys: [2, 4, 16], latencyMs: [3, 5, 29] };
const same = (x: number): number => x;

describe('a measured curve', () => {
  it.each([
    ['a measured point as it is', 4, 5],
    ['the straight line between neighbours', 10, 17],
    ['the last point times the roofline above it', 32, 58],
    ['the first point times the roofline below it', 1, 1.5],
  ])('gives %s', (_, x, wanted) => {
    expect(curveTime(curve, x, same)).toBe(wanted);
  });

  it('of one point serves either side', () => {
    const single = { keys: [8], latencyMs: [4] };
    expect([4, 8, 24].map((x) => curveTime(single, x, same))).toEqual([2, 4, 12]);
  });

  it.each([
    ['without points', { keys: [], latencyMs: [] }, 1],
    ['at nothing: the roofline is 0', curve, 0],
    ['beyond a point that took no time', { keys: [2], latencyMs: [0] }, 3],
  ])('tells nothing %s', (_, given, x) => {
    expect(() => curveTime(given, x, same)).toThrow(DataMissing);
  });
});

it('the curves of a slice are cut where the columns before change', () => {
  const slice = madeSlice(
    ['tp', 'ep', 'tokens'],
    [
      [1, 1, 8, 10],
      [1, 1, 9, 11],
      [1, 2, 8, 12],
      [2, 1, 8, 13],
    ],
  );
  const curves = [...curvesOf(slice, ['tp', 'ep'], 'tokens')].map(([id, { keys, latencyMs }]) => [
    id,
    [...Array.from(keys)],
    [...Array.from(latencyMs)],
  ]);
  expect(curves).toEqual([
    ['1 1', [8, 9], [10, 11]],
    ['1 2', [8], [12]],
    ['2 1', [8], [13]],
  ]);
});
