import type { PageTarget } from '../data.ts';
import { svg } from './dom.ts';
import type { Frame, Scales } from './frame.ts';
import type { Point } from './point.ts';
import { linearScale, logScale, type Scale } from './scale.ts';

/** A figure of configurations along one side of a chart. */
export interface Axis {
  readonly label: string;
  readonly value: (point: Point) => number;
  /** Where the target region ends, in units of the axis; undefined where nothing is limited along it. */
  readonly limit?: number | undefined;
  /** Whether the region lies above its limit. */
  readonly isMoreBetter: boolean;
  /** Latencies are seen in proportion, since those far over a target matter least. */
  readonly isLogarithmic?: boolean;
}

/** Width in px of an axis that each tick wants. */
const TICK_PX = { x: 80, y: 45 } as const;

const COMPACT = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 2 });

/** The scale of an axis over some configurations, its limit included. */
export function scaleOf(
  { value, limit, isLogarithmic = false }: Axis,
  points: readonly Point[],
  range: readonly [number, number],
): Scale {
  const values = [...points.map(value), ...(limit === undefined ? [] : [limit])].filter(
    (one) => Number.isFinite(one) && one > 0,
  );
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (values.length === 0) return linearScale(1, range);
  if (isLogarithmic) return logScale([low * 0.9, high * 1.1], range);
  return linearScale(high * 1.04, range);
}

/** Lines and numbers of both axes. */
export function drawAxes(frame: Frame, { x, y }: Scales, labels: { readonly x: string; readonly y: string }) {
  const { width, height, left, right, top, bottom } = frame;
  const [xs, ys] = [ticksOf(x, (width - left - right) / TICK_PX.x), ticksOf(y, (height - top - bottom) / TICK_PX.y)];
  return svg(
    'g',
    { class: 'axes' },
    ...xs.map(({ at, text }) =>
      tick(`M${at},${top}V${height - bottom}`, { x: at, y: height - bottom + 18, 'text-anchor': 'middle' }, text),
    ),
    ...ys.map(({ at, text }) =>
      tick(`M${left},${at}H${width - right}`, { x: left - 8, y: at + 4, 'text-anchor': 'end' }, text),
    ),
    svg('text', { class: 'label', x: width - right, y: height - 6, 'text-anchor': 'end' }, `${labels.x} →`),
    svg('text', { class: 'label', x: 4, y: 14 }, `↑ ${labels.y}`),
  );
}

function tick(d: string, place: Readonly<Record<string, string | number>>, text: string): SVGGElement {
  return svg('g', {}, svg('path', { class: 'grid', d }), svg('text', place, text));
}

function ticksOf(scale: Scale, count: number): { readonly at: number; readonly text: string }[] {
  const named = scale.ticks(Math.max(2, Math.round(count)));
  return named.map((value) => ({ at: Math.round(scale.at(value) * 10) / 10, text: COMPACT.format(value) }));
}

/** What the axes of the two charts show. Throughput is drawn against speed for one user, or against the whole latency that is limited. */
export function chartAxes(targets: readonly PageTarget[]) {
  const limitOf = (latency: PageTarget['latency']): number | undefined => {
    return targets.find((target) => target.latency === latency)?.limitMs;
  };
  const [itl, request] = [limitOf('itlMs'), limitOf('requestMs')];
  const speed: Axis = {
    label: 'tokens/s for one user',
    value: (point) => point.tokensPerSecPerUser,
    limit: itl && 1000 / itl,
    isMoreBetter: true,
  };
  const whole: Axis = {
    label: 'request latency, ms',
    value: (point) => point.requestMs,
    limit: request,
    isMoreBetter: false,
  };
  return {
    speed: request === undefined ? speed : whole,
    throughput: { label: 'tokens/s per GPU', value: (point: Point) => point.tokensPerSecPerGpu, isMoreBetter: true },
    ttft: {
      label: 'ttft, ms',
      value: (point: Point) => point.ttftMs,
      limit: limitOf('ttftMs'),
      isLogarithmic: true,
      isMoreBetter: false,
    },
    itl: {
      label: 'itl, ms',
      value: (point: Point) => point.itlMs,
      limit: itl,
      isMoreBetter: false,
      isLogarithmic: true,
    },
  } as const satisfies Record<string, Axis>;
}
