import type { ScatterSpec } from './drawing.ts';
import type { Point } from './point.ts';

type Step = (points: readonly Point[], active: Point, spec: ScatterSpec) => Point | undefined;

/** The next configuration along a side of the chart; the last one has none after it. */
function along(side: 'x' | 'y', way: 1 | -1): Step {
  return (points, active, spec) => {
    const { value } = spec[side];
    const sorted = [...points].sort((a, b) => value(a) - value(b));
    return sorted[sorted.indexOf(active) + way] ?? active;
  };
}

/** What each key leads to from the configuration that is looked at. */
const STEPS: ReadonlyMap<string, Step> = new Map<string, Step>([
  ['ArrowRight', along('x', 1)],
  ['ArrowLeft', along('x', -1)],
  ['ArrowUp', along('y', 1)],
  ['ArrowDown', along('y', -1)],
  ['Home', pickOf],
  ['Escape', () => undefined],
]);

/** Whether a key is one of the chart's. */
export function isStep(key: string): boolean {
  return STEPS.has(key);
}

/** The configuration that a key leads to; from none, every key but Escape leads to the pick. */
export function stepFrom(
  key: string,
  points: readonly Point[],
  active: Point | undefined,
  spec: ScatterSpec,
): Point | undefined {
  if (active === undefined) return key === 'Escape' ? undefined : pickOf(points);
  return STEPS.get(key)?.(points, active, spec);
}

function pickOf(points: readonly Point[]): Point | undefined {
  return points.find(({ isPicked }) => isPicked) ?? points[0];
}
