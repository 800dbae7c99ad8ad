import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bilinearAlong } from '../../src/operations/grid/along-z.ts';
import { denseGrid } from '../../src/operations/grid/dense-grid.ts';
import { lookup3 } from '../../src/operations/grid/interpolation.ts';
import { hold } from '../properties/runs.ts';

const AXIS = { x: [1, 4, 8], y: [1, 2, 8], z: [1, 16, 128, 1024] };
const POINTS = AXIS.x.flatMap((x) => AXIS.y.flatMap((y) => AXIS.z.map((z) => ({ x, y, z }))));

/** What a look-up says, or that there is no data. */
function outcome(look: () => number): number | string {
  try {
    return look();
  } catch (error) {
    return String(error);
  }
}

test('a line along z has the very values of single look-ups, in whatever order they are asked for', () => {
  const values = fc.array(fc.double({ min: 0.001, max: 1000, noNaN: true }), {
    minLength: POINTS.length,
    maxLength: POINTS.length,
  });
  const lengths = fc.array(fc.integer({ min: 1, max: 1200 }), { minLength: 5, maxLength: 60 });
  hold(
    fc.property(values, lengths, fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }), (value, zs, x, y) => {
      const axis = (name: 'x' | 'y' | 'z') => POINTS.map((point) => point[name]);
      const points = { x: axis('x'), y: axis('y'), z: axis('z'), value };
      const grid = denseGrid(points, { targetX: [2, 4], targetY: [4], targetZ: [64, 512] });
      const line = bilinearAlong(grid, x, y);
      for (const z of zs) expect(outcome(() => line(z))).toBe(outcome(() => lookup3(grid, x, y, z, 'bilinear')));
    }),
    300,
  );
});
