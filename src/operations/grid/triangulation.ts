/** Three indices into a list of points. */
export type Triangle = readonly [number, number, number];

interface Place {
  readonly u: number;
  readonly v: number;
}

/** Rounding room of the point-in-triangle test. */
const EDGE_TOLERANCE = 1e-12;

/**
 * Triangles of three or four points given as two rows of equal u: (u0, low), (u0, high), (u1, low), (u1, high). A
 * rectangle is cut from low-low to high-high, another trapezoid by the Delaunay rule (SciPy 1.17 does the same).
 */
export function triangulate(points: readonly Place[]): readonly Triangle[] {
  if (points.length === 3) return [[0, 1, 2]];
  if (isInCircumcircle(points, [3, 1, 0], points[2]!)) {
    return [
      [0, 1, 2],
      [3, 1, 2],
    ];
  }
  return [
    [3, 1, 0],
    [2, 3, 0],
  ];
}

/** Barycentric coordinates of (u, v) in a triangle. */
export function barycentric(
  points: readonly Place[],
  triangle: Triangle,
  u: number,
  v: number,
): readonly [number, number, number] {
  const [a, b, c] = triangle.map((i) => points[i]!) as [Place, Place, Place];
  const determinant = (a.u - c.u) * (b.v - c.v) - (b.u - c.u) * (a.v - c.v);
  const first = ((u - c.u) * (b.v - c.v) - (b.u - c.u) * (v - c.v)) / determinant;
  const second = ((a.u - c.u) * (v - c.v) - (u - c.u) * (a.v - c.v)) / determinant;
  return [first, second, 1 - first - second];
}

/** Whether barycentric coordinates lie in their triangle, its edges included. */
export function inTriangle(coordinates: readonly [number, number, number]): boolean {
  return coordinates.every((part) => part >= -EDGE_TOLERANCE);
}

function isInCircumcircle(points: readonly Place[], triangle: Triangle, place: Place): boolean {
  const [a, b, c] = triangle.map((i) => points[i]!) as [Place, Place, Place];
  const rows = [a, b, c].map((p) => [p.u - place.u, p.v - place.v] as const);
  const [[ax, ay], [bx, by], [cx, cy]] = rows as [
    readonly [number, number],
    readonly [number, number],
    readonly [number, number],
  ];
  const squares = [ax * ax + ay * ay, bx * bx + by * by, cx * cx + cy * cy] as const;
  const determinant =
    squares[0] * (bx * cy - cx * by) - squares[1] * (ax * cy - cx * ay) + squares[2] * (ax * by - bx * ay);
  const orientation = (b.u - a.u) * (c.v - a.v) - (c.u - a.u) * (b.v - a.v);
  return (orientation > 0 ? determinant : -determinant) > 0;
}

/** Piecewise linear surface through three or four points, NaN outside their hull. */
export function linearSurface(points: readonly (Place & { readonly value: number })[], u: number, v: number): number {
  for (const triangle of triangulate(points)) {
    const parts = barycentric(points, triangle, u, v);
    if (!inTriangle(parts)) continue;
    return triangle.reduce((sum, corner, i) => sum + parts[i]! * points[corner]!.value, 0);
  }
  return Number.NaN;
}
