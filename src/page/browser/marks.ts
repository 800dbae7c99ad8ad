import { svg } from './dom.ts';
import type { Point } from './point.ts';

/** Outlines around 0, 0 by the place of a backend: shapes tell backends apart, colours modes. */
const SHAPES = [
  (r: number) => `M${-r},0a${r},${r} 0 1,0 ${2 * r},0a${r},${r} 0 1,0 ${-2 * r},0`,
  (r: number) => `M${-r},${-r}h${2 * r}v${2 * r}h${-2 * r}z`,
  (r: number) => `M0,${-1.2 * r}l${1.2 * r},${2.1 * r}h${-2.4 * r}z`,
  (r: number) => `M0,${-1.3 * r}l${1.3 * r},${1.3 * r}l${-1.3 * r},${1.3 * r}l${-1.3 * r},${-1.3 * r}z`,
] as const;

/** The outline of a backend's mark, to be moved to its place. */
export function outline(backend: number, radius: number): string {
  return SHAPES[backend % SHAPES.length]!(radius);
}

/** The same outline at a place, so that many marks are one path. */
function outlineAt(backend: number, radius: number, x: number, y: number): string {
  return outline(backend, radius).replace(/^M(-?[\d.]+),(-?[\d.]+)/, (_, dx, dy) => {
    return `M${(x + Number(dx)).toFixed(1)},${(y + Number(dy)).toFixed(1)}`;
  });
}

/** A five-pointed star around 0, 0: the pick. */
export function star(radius: number): string {
  const corners = Array.from({ length: 10 }, (_, i) => {
    const [angle, r] = [(i * Math.PI) / 5 - Math.PI / 2, i % 2 === 0 ? radius : radius * 0.45];
    return `${(r * Math.cos(angle)).toFixed(1)},${(r * Math.sin(angle)).toFixed(1)}`;
  });
  return `M${corners.join('L')}z`;
}

/** A mark by itself, as legends have it. */
export function legendMark(d: string, className: string): SVGSVGElement {
  return svg(
    'svg',
    { viewBox: '-8 -8 16 16', width: 16, height: 16, 'aria-hidden': 'true' },
    svg('path', { d, class: className }),
  );
}

/** Marks of many configurations, a path for each mode and backend; disaggregated ones, which are few, on top. */
export function markPaths(
  points: readonly Point[],
  radius: number,
  place: (point: Point) => readonly [x: number, y: number],
) {
  const paths = new Map<string, { readonly className: string; d: string }>();
  for (const point of [...points].sort((a, b) => a.mode - b.mode)) {
    const key = `${point.mode} ${point.backend}`;
    const path = paths.get(key) ?? { className: `mark ${point.modeName}`, d: '' };
    path.d += outlineAt(point.backend, radius, ...place(point));
    paths.set(key, path);
  }
  return [...paths.values()].map(({ className, d }) => svg('path', { class: className, d }));
}
