import { describe, expect, it } from 'vitest';
import { DataMissing } from '../../../src/operations/data-missing.ts';
import { farFieldOf, type OpenFarField } from '../../../src/operations/resolver/far-field.ts';
import { gridOf } from '../../../src/operations/resolver/grid.ts';
import { nearestPathOf } from '../../../src/operations/resolver/nearest-path.ts';
import { madeSlice } from './made-slice.ts';

const AXES = ['x', 'y'] as const;
const product = (point: ArrayLike<number>): number => point[0]! * point[1]!;

interface Options {
  readonly rootAxis?: number;
  readonly speedOfLight?: typeof product;
  readonly farField?: OpenFarField;
}

const timed = (
  rows: readonly (readonly number[])[],
  { rootAxis, speedOfLight = product, farField = farFieldOf }: Options = {},
) => {
  const time = gridOf(madeSlice(AXES, rows), {
    axes: AXES,
    speedOfLight,
    farField,
    ...(rootAxis !== undefined && { rootAxis }),
  });
  return (x: number, y: number): number => time(Float64Array.of(x, y));
};

const RECTANGLE = [
  [1, 1, 1],
  [1, 3, 9],
  [3, 1, 5],
  [3, 3, 25],
];

describe('inside its points a grid', () => {
  const time = timed(RECTANGLE);

  it.each([
    ['gives a measured point as it is', 3, 1, 5],
    ['blends along one axis where the other is met', 1, 2, 5],
    ['blends the inner axis first, then the outer one', 2, 2, (5 + 15) / 2],
  ])('%s', (_, x, y, wanted) => {
    expect(time(x, y)).toBe(wanted);
  });

  it('blends square roots along an axis that is said to be one of squares', () => {
    const rooted = timed(RECTANGLE, { rootAxis: 1 });
    expect(rooted(1, 2)).toBe(4);
    expect(rooted(2, 1)).toBe(3);
    expect(
      timed(
        [
          [1, 1, -1],
          [1, 3, 4],
        ],
        { rootAxis: 1 },
      )(1, 2),
    ).toBe(1);
  });

  it('answers by the one branch that reaches so far, in proportion to the roofline', () => {
    const ragged = timed([...RECTANGLE, [3, 7, 70]]);
    expect(ragged(2, 5)).toBe(((25 + 70) / 2) * (10 / 15));
    const other = timed([
      [1, 1, 1],
      [1, 7, 14],
      [3, 1, 5],
      [3, 3, 25],
    ]);
    expect(other(2, 4)).toBe((1 + 13 * 0.5) * (8 / 4));
  });

  it('leaves that branch’s time as it is where the roofline tells nothing', () => {
    const speedOfLight = (point: ArrayLike<number>): number => (point[0] === 2 ? Number.NaN : 1);
    expect(timed([...RECTANGLE, [3, 7, 70]], { speedOfLight })(2, 5)).toBe((25 + 70) / 2);
  });
});

describe('outside its points a grid of the nearest path', () => {
  const time = timed(
    [
      [2, 2, 8],
      [2, 8, 64],
      [8, 2, 32],
      [8, 4, 99],
    ],
    { farField: nearestPathOf },
  );

  it.each([
    ['takes the nearest key of the outer axis, then the end of the inner one', 20, 9, 20 * 9 * (99 / 32)],
    ['goes below the first keys', 1, 1, 8 / 4],
    ['of two equally near keys takes the smaller one', 5, 10, 5 * 10 * (64 / 16)],
    ['takes a near key of the inner axis too', 9, 3.5, 9 * 3.5 * (99 / 32)],
    ['stays on the path, however near another point is', 5.5, 9, 5.5 * 9 * (99 / 32)],
  ])('%s', (_, x, y, wanted) => {
    expect(time(x, y)).toBeCloseTo(wanted, 9);
  });

  it('has no time where the roofline or the point on the path tells nothing', () => {
    expect(() => time(20, 0)).toThrow(DataMissing);
    const [nothing] = [
      [2, 2, 0],
      [8, 8, 5],
    ].map((_, __, rows) => timed(rows, { farField: nearestPathOf }));
    expect(() => nothing!(1, 1)).toThrow(DataMissing);
    expect(nothing!(16, 8)).toBe(10);
  });
});

describe('outside its points a grid', () => {
  it('of one axis carries the nearest end over', () => {
    const time = gridOf(
      madeSlice(
        ['x'],
        [
          [2, 4],
          [8, 10],
        ],
      ),
      { axes: ['x'], speedOfLight: (point) => point[0]!, farField: farFieldOf },
    );
    expect([1, 16].map((x) => time(Float64Array.of(x)))).toEqual([2, 20]);
    expect(() => time(Float64Array.of(0))).toThrow(DataMissing);
  });

  it('gives the share of the roofline that all points reach', () => {
    const time = timed(RECTANGLE.map(([x, y]) => [x!, y!, x! * y! * 4]));
    expect(time(6, 9)).toBeCloseTo(6 * 9 * 4, 9);
  });

  it('weighs two points by the inverse squares of their distances where there is no fifth one', () => {
    const time = timed([
      [1, 1, 1],
      [1, 4, 2],
    ]);
    // Two doublings from the first and four from the second, whose shares are 1 and 2.
    const share = (1 / 4 + 2 / 16) / (1 / 4 + 1 / 16);
    expect(time(1, 1 / 4)).toBeCloseTo(0.25 / share, 9);
  });

  it('passes over points that took no time or have no roofline', () => {
    const time = timed(
      [
        [1, 1, 0],
        [1, 2, 2],
        [1, 4, 4],
      ],
      { speedOfLight: (point) => (point[1] === 4 ? 0 : 10) },
    );
    expect(time(1, 8)).toBeCloseTo(2, 9);
  });

  it.each([
    ['a point where the roofline tells nothing', RECTANGLE, 0, 1],
    [
      'points of which none is of use',
      [
        [1, 1, 0],
        [1, 2, -1],
      ],
      2,
      2,
    ],
  ])('has no answer for %s', (_, rows, x, y) => {
    expect(() => timed(rows)(x, y)).toThrow(DataMissing);
  });
});

describe('the nearest points of a ragged grid are those of a search through all', () => {
  const rows = [1, 2, 4, 8, 16].flatMap((x, i) =>
    [1, 3, 9, 27, 81].slice(0, 5 - (i % 3)).map((y, j) => [x, y, 0.1 * x * y + ((i * 7 + j * 5) % 11)]),
  );
  const time = timed(rows);

  it.each([
    [0.5, 0.5],
    [20, 1],
    [3, 500],
    [16, 90],
    [200, 0.1],
    [1, 82],
    [40, 3],
  ])('at %d, %d', (x, y) => {
    expect(time(x, y)).toBe(byLookingAtAll(rows, [x, y]));
  });
});

/** The rule as engine notes state it: sort all points by distance, weigh the first four against the fifth. */
function byLookingAtAll(rows: readonly (readonly number[])[], [x, y]: readonly [number, number]): number {
  const log = (value: number): number => Math.log2(Math.max(value, 1e-12));
  const near = rows
    .map(([a, b, ms]) => {
      const [dx, dy] = [log(a!) - log(x), log(b!) - log(y)];
      return { distance: Math.sqrt(dx * dx + dy * dy), share: (a! * b!) / ms! };
    })
    .sort((a, b) => a.distance - b.distance);
  const radius = near[4]!.distance;
  let [sum, weights] = [0, 0];
  for (const { distance, share } of near.slice(0, 4)) {
    const faded = Math.max(radius - distance, 0) / (radius * distance + 1e-12);
    sum += faded * faded * share;
    weights += faded * faded;
  }
  return (x * y) / (sum / weights);
}
