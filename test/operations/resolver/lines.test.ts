import { describe, expect, it } from 'vitest';
import { DataMissing } from '../../../src/operations/data-missing.ts';
import { farFieldOf } from '../../../src/operations/resolver/far-field.ts';
import { gridOf, openGrid } from '../../../src/operations/resolver/grid.ts';
import { nearestPathOf } from '../../../src/operations/resolver/nearest-path.ts';
import { placesOf } from '../../../src/operations/resolver/places.ts';
import { madeSlice } from './made-slice.ts';

const AXES = ['x', 'y', 'z'] as const;
const product = (point: ArrayLike<number>): number => point[0]! * point[1]! * point[2]!;

type Rows = readonly (readonly number[])[];

const POWERS = [1, 2, 4, 8, 16];
/** Keys that lie symmetrically around others, so that distances tie, and branches of several lengths. */
const SYMMETRIC: Rows = POWERS.flatMap((x, i) =>
  POWERS.flatMap((y, j) =>
    [1, 4, 16, 64, 256, 1024]
      .slice(0, 6 - ((i + j) % 3))
      .map((z, k) => [x, y, z, x * y * z * (1 + ((i * 7 + j * 5 + k * 3) % 11))]),
  ),
);
/** The same with keys that are no powers, so that what would tie is rounded to different distances. */
const UNEVEN: Rows = SYMMETRIC.map(([x, y, z, ms]) => [x! * 3, y! * 5, z! + 7, ms!]);
const FEW: Rows = SYMMETRIC.slice(0, 3);
const USELESS: Rows = SYMMETRIC.map(([x, y, z, ms], i) => [x!, y!, z!, i % 3 === 0 ? 0 : ms!]);

const made = (rows: Rows, farField = farFieldOf) =>
  [madeSlice(AXES, rows), { axes: AXES, speedOfLight: product, farField }] as const;

/** As the first time that a grid is asked for at all. */
function alone(rows: Rows, point: readonly number[], farField = farFieldOf): number {
  return gridOf(...made(rows, farField))(Float64Array.from(point));
}

/** The times at all keys, each by itself. */
function allAlone(rows: Rows, [x, y]: readonly [number, number]): ReadonlyMap<number, number> {
  return new Map([...keys].map((z) => [z, alone(rows, [x, y, z])]));
}

const keys = Float64Array.from({ length: 300 }, (_, i) => Math.floor(1.047 ** i) + i);
const OUTER = [
  [4, 4],
  [8, 2],
  [3, 5],
  [6, 10],
  [12, 20],
  [40, 0.5],
  [0.3, 33],
] as const;

describe.each([
  ['symmetric points', SYMMETRIC],
  ['points at uneven distances', UNEVEN],
  ['fewer points than are weighed', FEW],
  ['points of which many are of no use', USELESS],
])('along the last axis, the times of %s are those of single points', (_, rows) => {
  it.each(OUTER)('at %d, %d, added for many places at once', (x, y) => {
    const sums = new Float64Array(keys.length).fill(1);
    openGrid(...made(rows)).addAlong([x, y], placesOf(keys), sums);
    expect([...sums]).toEqual([...allAlone(rows, [x, y]).values()].map((ms) => 1 + ms));
  });
});

describe.each([
  ['symmetric points', SYMMETRIC],
  ['points at uneven distances', UNEVEN],
])('by the nearest path, the times of %s along the last axis are those of single points', (_, rows) => {
  it.each(OUTER)('at %d, %d, added for many places at once', (x, y) => {
    const sums = new Float64Array(keys.length);
    openGrid(...made(rows, nearestPathOf)).addAlong([x, y], placesOf(keys), sums);
    expect([...sums]).toEqual([...keys].map((z) => alone(rows, [x, y, z], nearestPathOf)));
  });
});

it('a line takes up where its branches end, and between branches that do not meet', () => {
  const rows = [
    [1, 1, 1, 3],
    [1, 1, 4, 5],
    [1, 2, 64, 70],
    [1, 2, 256, 300],
  ];
  const sums = new Float64Array(keys.length);
  openGrid(...made(rows)).addAlong([1, 1.5], placesOf(keys), sums);
  expect([...sums]).toEqual([...allAlone(rows, [1, 1.5]).values()]);
});

it('a line of one axis goes on beyond its ends', () => {
  const slice = madeSlice(
    ['x'],
    [
      [2, 4],
      [8, 10],
    ],
  );
  const { addAlong } = openGrid(slice, { axes: ['x'], speedOfLight: (point) => point[0]!, farField: farFieldOf });
  const sums = new Float64Array(3);
  addAlong([], placesOf(Float64Array.of(1, 5, 16)), sums);
  expect([...sums]).toEqual([2, 7, 20]);
});

it.each([
  ['the roofline tells nothing', SYMMETRIC, [0, 1], 'the roofline tells nothing'],
  ['no point is of use', SYMMETRIC.map(([x, y, z]) => [x!, y!, z!, 0]), [40, 1], 'no measured point is of use'],
] as const)('a line has no times where %s', (_, rows, outer, message) => {
  const { addAlong } = openGrid(...made(rows));
  const add = () => addAlong(outer, placesOf(keys), new Float64Array(keys.length));
  expect(add).toThrow(DataMissing);
  expect(add).toThrow(message);
});
