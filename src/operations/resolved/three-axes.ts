import type { GridTime } from '../resolver/grid.ts';

/** Time in ms at three coordinates of a grid, the outermost axis first. @throws DataMissing */
export type ThreeAxes = (outer: number, middle: number, inner: number) => number;

/** A grid of three axes as a function of its coordinates. */
export function threeAxes(timeAt: GridTime): ThreeAxes {
  const point = new Float64Array(3);
  return (outer, middle, inner) => {
    point[0] = outer;
    point[1] = middle;
    point[2] = inner;
    return timeAt(point);
  };
}
