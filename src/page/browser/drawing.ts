import { type Axis, drawAxes, scaleOf } from './axes.ts';
import { svg } from './dom.ts';
import { type Frame, frameOf } from './frame.ts';
import { markPaths, outline, star } from './marks.ts';
import { isTop, type Point } from './point.ts';
import { targetRegion } from './target-region.ts';
import type { ViewState } from './view-state.ts';

/** What a scatter shows. */
export interface ScatterSpec {
  readonly title: string;
  readonly x: Axis;
  readonly y: Axis;
  /** Whether the fronts of the modes are drawn. */
  readonly hasFront: boolean;
}

type Place = readonly [x: number, y: number];

/** Sizes of marks in px. */
const RADIUS = { plain: 2.6, ranked: 4.6, star: 11, cursor: 8 } as const;
/** How near to a mark the pointer has to be, in px. */
const REACH_PX = 40;

/** The picture of a scatter, drawn anew for each size. */
export class Drawing {
  readonly surface: SVGSVGElement = svg('svg', { 'aria-hidden': 'true' });
  readonly #spec: ScatterSpec;
  readonly #state: ViewState;
  readonly #cursor = svg('path', { class: 'cursor' });
  #frame: Frame = frameOf(0);
  #places: ReadonlyMap<Point, Place> = new Map();

  constructor(spec: ScatterSpec, state: ViewState) {
    this.#spec = spec;
    this.#state = state;
  }

  get width(): number {
    return this.#frame.width;
  }

  draw(width: number): void {
    const frame = frameOf(width);
    const { left, right, top, bottom, height } = frame;
    const { x, y, hasFront } = this.#spec;
    const { points, shown } = this.#state;
    const scales = {
      x: scaleOf(x, points, [left, width - right]),
      y: scaleOf(y, points, [height - bottom, top]),
    };
    this.#frame = frame;
    this.#places = new Map(points.map((point) => [point, [scales.x.at(x.value(point)), scales.y.at(y.value(point))]]));
    const region = targetRegion(this.#spec, scales, frame);
    this.surface.setAttribute('viewBox', `0 0 ${width} ${height}`);
    this.surface.replaceChildren(
      ...(region === undefined ? [] : [region.rectangle]),
      drawAxes(frame, scales, { x: x.label, y: y.label }),
      ...this.#plain(shown),
      ...(hasFront ? this.#fronts(shown) : []),
      ...(region === undefined ? [] : [region.name]),
      ...this.#ranked(shown),
      this.#cursor,
    );
  }

  /** Rings the configuration that is looked at. */
  highlight(): void {
    const { active } = this.#state;
    this.#cursor.setAttribute('d', active === undefined ? '' : outline(0, RADIUS.cursor));
    if (active !== undefined) this.#cursor.setAttribute('transform', `translate(${this.placeOf(active).join(' ')})`);
  }

  placeOf(point: Point): Place {
    return this.#places.get(point) ?? [0, 0];
  }

  /** The configuration whose mark is nearest to a place, if one is near. */
  nearest(x: number, y: number): Point | undefined {
    let [found, least]: [Point | undefined, number] = [undefined, REACH_PX];
    for (const point of this.#state.shown) {
      const [px, py] = this.placeOf(point);
      const distance = Math.hypot(px - x, py - y);
      if (distance < least) [found, least] = [point, distance];
    }
    return found;
  }

  #plain(shown: readonly Point[]): SVGElement[] {
    const plain = shown.filter((point) => !isTop(point));
    return [svg('g', { class: 'plain' }, ...markPaths(plain, RADIUS.plain, (point) => this.placeOf(point)))];
  }

  #ranked(shown: readonly Point[]): SVGElement[] {
    const at = (point: Point): Place => this.placeOf(point);
    const ranked = shown.filter((point) => isTop(point) && !point.isPicked);
    const picked = shown.filter(({ isPicked }) => isPicked);
    const stars = picked.map((point) => {
      return svg('path', { class: 'pick', d: star(RADIUS.star), transform: `translate(${at(point).join(' ')})` });
    });
    return [svg('g', { class: 'ranked' }, ...markPaths(ranked, RADIUS.ranked, at)), ...stars];
  }

  #fronts(shown: readonly Point[]): SVGElement[] {
    const modes = [...new Set(shown.map(({ modeName }) => modeName))];
    return modes.map((mode) => {
      const front = shown.filter(({ modeName, front: isFront }) => modeName === mode && isFront === 1);
      const places = front.map((point) => this.placeOf(point)).sort(([a], [b]) => a - b);
      const d = places.map((place) => place.map((value) => value.toFixed(1)).join(',')).join('L');
      return svg('path', { class: `front ${mode}`, d: d === '' ? '' : `M${d}` });
    });
  }
}
