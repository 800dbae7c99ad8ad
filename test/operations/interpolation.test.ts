import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DataMissing } from '../../src/operations/data-missing.ts';
import { cloughTocher } from '../../src/operations/grid/clough-tocher.ts';
import { denseGrid } from '../../src/operations/grid/dense-grid.ts';
import { bracket, interpolate1d, lookup3, scattered } from '../../src/operations/grid/interpolation.ts';
import { linearSurface } from '../../src/operations/grid/triangulation.ts';

interface Recorded {
  surfaces: { points: [number, number, number][]; at: [number, number]; cubic: number | null; linear: number | null }[];
  grids: {
    usesSqrtY: boolean;
    targets: [number[], number[], number[]];
    measured: [number, number, number, number][];
    filled: [number, number, number, number][];
    queries: { at: [number, number, number]; bilinear: number | string; cubic: number | string }[];
  }[];
}

const recorded = JSON.parse(
  readFileSync(new URL('../../fixtures/engine/interpolation.json', import.meta.url), 'utf8'),
) as Recorded;

const outcome = (compute: () => number): number | string => {
  try {
    return compute();
  } catch (error) {
    if (error instanceof DataMissing) return 'missing';
    throw error;
  }
};

describe('surfaces over four scattered points equal the reference', () => {
  it.each([
    ['cubic', cloughTocher],
    ['linear', linearSurface],
  ] as const)('%s', (name, surface) => {
    for (const { points, at, ...values } of recorded.surfaces) {
      const got = scattered(
        points.map(([u, v, value]) => ({ u, v, value })),
        at[0],
        at[1],
        surface,
      );
      const want = values[name];
      if (want === null) expect(got, `${points} at ${at}`).toBeNaN();
      else expect(Math.abs(got / want - 1), `${points} at ${at}`).toBeLessThan(1e-9);
    }
    expect(recorded.surfaces.length).toBe(120);
  });
});

describe('grids are filled up as the reference fills them', () => {
  it.each(recorded.grids.map((grid, index) => [index, grid] as const))('grid %i', (_, recordedGrid) => {
    const column = (position: number): number[] => recordedGrid.measured.map((row) => row[position]!);
    const [targetX, targetY, targetZ] = recordedGrid.targets;
    const grid = denseGrid(
      { x: column(0), y: column(1), z: column(2), value: column(3) },
      { targetX, targetY, targetZ, usesSqrtY: recordedGrid.usesSqrtY },
    );
    let cells = 0;
    for (const [x, y, z, value] of recordedGrid.filled) {
      expect(grid.value(x, y, z), `${x} ${y} ${z}`).toBe(value);
      cells += 1;
    }
    expect(countCells(grid)).toBe(cells);
    for (const { at, ...values } of recordedGrid.queries) {
      for (const method of ['bilinear', 'cubic'] as const) {
        const got = outcome(() => lookup3(grid, ...at, method));
        const want = values[method];
        if (typeof want === 'string') expect(got, `${method} at ${at}: ${want}`).toBe('missing');
        else expect(Math.abs((got as number) - want) / Math.abs(want || 1), `${method} at ${at}`).toBeLessThan(1e-9);
      }
    }
  });
});

function countCells(grid: ReturnType<typeof denseGrid>): number {
  let cells = 0;
  for (const x of Array.from(grid.xKeys)) {
    for (const y of Array.from(grid.yKeys(x))) cells += grid.row(x, y)?.keys.length ?? 0;
  }
  return cells;
}

describe('bracket', () => {
  it.each([
    [5, [1, 4, 8], false, [4, 8]],
    [4, [1, 4, 8], true, [4, 4]],
    [0, [1, 4, 8], false, [1, 4]],
    [9, [1, 4, 8], false, [4, 8]],
    [3, [3], true, [3, 3]],
    [7, [3], false, [3, 3]],
  ])('puts %d of %j between its neighbours (inner %s)', (x, keys, inner, wanted) => {
    expect(bracket(x, keys, inner)).toEqual(wanted);
  });

  it.each([
    [0, [1, 4]],
    [5, [1, 4]],
    [1, [3]],
    [1, []],
  ])('has no answer inside for %d of %j', (x, keys) => {
    expect(() => bracket(x, keys, true)).toThrow(DataMissing);
  });
});

describe('interpolate1d', () => {
  it('goes on rising outside, and stays where data falls', () => {
    expect(interpolate1d(1, 2, 10, 20, 4)).toBe(40);
    expect(interpolate1d(1, 2, 20, 10, 4)).toBe(20);
    expect(interpolate1d(1, 2, 20, 10, 0)).toBe(20);
    expect(interpolate1d(1, 2, 20, 10, 1.5)).toBe(15);
  });
});
