import type { Axis } from './axes.ts';
import { svg } from './dom.ts';
import type { Frame, Scales } from './frame.ts';
import type { Scale } from './scale.ts';

/** The rectangle in which all targets along two axes are met, and its name; nothing where there is no target along them. */
export function targetRegion(
  axes: { readonly x: Axis; readonly y: Axis },
  scales: Scales,
  { width, height, left, right, top, bottom }: Frame,
): { readonly rectangle: SVGElement; readonly name: SVGElement } | undefined {
  if (axes.x.limit === undefined && axes.y.limit === undefined) return undefined;
  const [x0, x1] = span(axes.x, scales.x, [left, width - right]);
  const [y1, y0] = span(axes.y, scales.y, [height - bottom, top]);
  const size = { width: Math.max(0, x1 - x0), height: Math.max(0, y1 - y0) };
  return {
    rectangle: svg('rect', { class: 'region', x: x0, y: y0, ...size }),
    name: svg('text', { class: 'region-name', x: x1 - 6, y: y0 + 14, 'text-anchor': 'end' }, 'meets the targets'),
  };
}

/** The part of an axis in which its target is met, from its low end to its high one. */
function span(
  { limit, isMoreBetter }: Axis,
  scale: Scale,
  [low, high]: readonly [number, number],
): readonly [number, number] {
  if (limit === undefined) return [low, high];
  return isMoreBetter ? [scale.at(limit), high] : [low, scale.at(limit)];
}
