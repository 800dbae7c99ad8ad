import { barycentric, inTriangle, type Triangle, triangulate } from './triangulation.ts';

/** A measured value over a plane with the coordinates u and v. */
export interface Point2 {
  readonly u: number;
  readonly v: number;
  readonly value: number;
}

interface Gradient {
  u: number;
  v: number;
}

const MAX_SWEEPS = 400;
const TOLERANCE = 1e-6;

/**
 * Piecewise cubic, C1 surface through three or four points, NaN outside their hull.
 * Method: Alfeld 1984 with curvature-minimising gradients (Nielson 1983), with the stopping rule of SciPy 1.17's
 * CloughTocher2DInterpolator, since the reference's numbers depend on where the iteration stops.
 */
export function cloughTocher(points: readonly Point2[], u: number, v: number): number {
  const triangles = triangulate(points);
  const triangle = triangles.find((candidate) => inTriangle(barycentric(points, candidate, u, v)));
  if (triangle === undefined) return Number.NaN;
  const gradients = estimateGradients(points, triangles);
  const neighbour = triangles.find((candidate) => candidate !== triangle);
  return evaluate(points, gradients, triangle, neighbour, barycentric(points, triangle, u, v));
}

function estimateGradients(points: readonly Point2[], triangles: readonly Triangle[]): Gradient[] {
  const neighbours = points.map((_, i) => {
    const linked = triangles.filter((t) => t.includes(i)).flat();
    return [...new Set(linked)].filter((j) => j !== i).sort((a, b) => a - b);
  });
  const gradients: Gradient[] = points.map(() => ({ u: 0, v: 0 }));
  for (let sweep = 0; sweep < MAX_SWEEPS; sweep += 1) {
    let worst = 0;
    for (let i = 0; i < points.length; i += 1) {
      worst = Math.max(worst, relaxVertex(points, gradients, i, neighbours[i]!));
    }
    if (worst < TOLERANCE) break;
  }
  return gradients;
}

/** Sets the gradient at vertex `i` to the minimum of the edge curvatures; returns the change. */
function relaxVertex(points: readonly Point2[], gradients: Gradient[], i: number, linked: readonly number[]): number {
  let [q0, q1, q3, s0, s1] = [0, 0, 0, 0, 0];
  const from = points[i]!;
  for (const j of linked) {
    const to = points[j]!;
    const eu = to.u - from.u;
    const ev = to.v - from.v;
    const length = Math.sqrt(eu * eu + ev * ev);
    const cube = length * length * length;
    const slope = eu * gradients[j]!.u + ev * gradients[j]!.v;
    q0 += (4 * eu * eu) / cube;
    q1 += (4 * eu * ev) / cube;
    q3 += (4 * ev * ev) / cube;
    const rise = (6 * (from.value - to.value) + 2 * slope) / cube;
    s0 += rise * eu;
    s1 += rise * ev;
  }
  const determinant = q0 * q3 - q1 * q1;
  const ru = (q3 * s0 - q1 * s1) / determinant;
  const rv = (-q1 * s0 + q0 * s1) / determinant;
  const gradient = gradients[i]!;
  const change = Math.max(Math.abs(gradient.u + ru), Math.abs(gradient.v + rv));
  gradient.u = -ru;
  gradient.v = -rv;
  return change / Math.max(1, Math.abs(ru), Math.abs(rv));
}

/** Bezier form of the macro-element split at the centroid; names of control points follow design/engine 3.1. */
function evaluate(
  points: readonly Point2[],
  gradients: readonly Gradient[],
  triangle: Triangle,
  neighbour: Triangle | undefined,
  b: readonly [number, number, number],
): number {
  const [P1, P2, P3] = triangle.map((i) => points[i]!) as [Point2, Point2, Point2];
  const [g1, g2, g3] = triangle.map((i) => gradients[i]!) as [Gradient, Gradient, Gradient];
  const dot = (g: Gradient, from: Point2, to: Point2): number => g.u * (to.u - from.u) + g.v * (to.v - from.v);
  const [f1, f2, f3] = [P1.value, P2.value, P3.value];
  const p12 = f1 + dot(g1, P1, P2) / 3;
  const p13 = f1 + dot(g1, P1, P3) / 3;
  const p21 = f2 + dot(g2, P2, P1) / 3;
  const p23 = f2 + dot(g2, P2, P3) / 3;
  const p32 = f3 + dot(g3, P3, P2) / 3;
  const p31 = f3 + dot(g3, P3, P1) / 3;
  const q1 = (p12 + p13 + f1) / 3;
  const q2 = (p21 + f2 + p23) / 3;
  const q3 = (p31 + p32 + f3) / 3;
  const [w1, w2, w3] = edgeWeights(points, triangle, neighbour);
  const m1 = (w1 * (-f2 + 3 * p23 - 3 * p32 + f3) + (-f2 + 2 * p23 - p32 + q3 + q2)) / 2;
  const m2 = (w2 * (-f3 + 3 * p31 - 3 * p13 + f1) + (-f3 + 2 * p31 - p13 + q1 + q3)) / 2;
  const m3 = (w3 * (-f1 + 3 * p12 - 3 * p21 + f2) + (-f1 + 2 * p12 - p21 + q1 + q2)) / 2;
  const r1 = (m3 + m2 + q1) / 3;
  const r2 = (m3 + m1 + q2) / 3;
  const r3 = (m2 + m1 + q3) / 3;
  const r0 = (r1 + r2 + r3) / 3;
  const t = Math.min(b[0], b[1], b[2]);
  const [B1, B2, B3, B4] = [b[0] - t, b[1] - t, b[2] - t, 3 * t];
  return (
    B1 ** 3 * f1 +
    3 * B1 ** 2 * B2 * p12 +
    3 * B1 ** 2 * B3 * p13 +
    3 * B1 ** 2 * B4 * q1 +
    3 * B1 * B2 ** 2 * p21 +
    6 * B1 * B2 * B4 * m3 +
    3 * B1 * B3 ** 2 * p31 +
    6 * B1 * B3 * B4 * m2 +
    3 * B1 * B4 ** 2 * r1 +
    B2 ** 3 * f2 +
    3 * B2 ** 2 * B3 * p23 +
    3 * B2 ** 2 * B4 * q2 +
    3 * B2 * B3 ** 2 * p32 +
    6 * B2 * B3 * B4 * m1 +
    3 * B2 * B4 ** 2 * r2 +
    B3 ** 3 * f3 +
    3 * B3 ** 2 * B4 * q3 +
    3 * B3 * B4 ** 2 * r3 +
    B4 ** 3 * r0
  );
}

/** How the normal derivative bends across each edge (opposite vertex 1, 2, 3): towards the neighbour's centroid. */
function edgeWeights(
  points: readonly Point2[],
  triangle: Triangle,
  neighbour: Triangle | undefined,
): [number, number, number] {
  const weights: [number, number, number] = [-0.5, -0.5, -0.5];
  if (neighbour === undefined) return weights;
  const opposite = triangle.findIndex((i) => !neighbour.includes(i));
  const centroid = neighbour.map((i) => points[i]!);
  const [c1, c2, c3] = barycentric(
    points,
    triangle,
    (centroid[0]!.u + centroid[1]!.u + centroid[2]!.u) / 3,
    (centroid[0]!.v + centroid[1]!.v + centroid[2]!.v) / 3,
  );
  if (opposite === 0) weights[0] = (2 * c3 + c2 - 1) / (2 - 3 * c3 - 3 * c2);
  if (opposite === 1) weights[1] = (2 * c1 + c3 - 1) / (2 - 3 * c1 - 3 * c3);
  if (opposite === 2) weights[2] = (2 * c2 + c1 - 1) / (2 - 3 * c2 - 3 * c1);
  return weights;
}
