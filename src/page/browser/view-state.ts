import type { Point } from './point.ts';

/** What has changed: which configurations are shown, or which one is looked at. */
export type Change = 'shown' | 'active';
type Listener = (what: Change) => void;

/** What the charts and the table of a request show together: which configurations, and which one is looked at. */
export class ViewState {
  readonly points: readonly Point[];
  /** `mode` and `backend` names that are not shown. */
  readonly #hidden = new Set<string>();
  readonly #listeners: Listener[] = [];
  #active: Point | undefined;

  constructor(points: readonly Point[]) {
    this.points = points;
  }

  get active(): Point | undefined {
    return this.#active;
  }

  /** The configurations that are shown. */
  get shown(): readonly Point[] {
    return this.points.filter(
      ({ modeName, backendName }) => !this.#hidden.has(modeName) && !this.#hidden.has(backendName),
    );
  }

  /** Shows or hides all configurations of a mode or backend. */
  show(name: string, isShown: boolean): void {
    if (isShown) this.#hidden.delete(name);
    else this.#hidden.add(name);
    this.#changed('shown');
  }

  /** Looks at one configuration, or at none. */
  look(point: Point | undefined): void {
    if (point === this.#active) return;
    this.#active = point;
    this.#changed('active');
  }

  onChange(listener: Listener): void {
    this.#listeners.push(listener);
  }

  #changed(what: Change): void {
    for (const listener of this.#listeners) listener(what);
  }
}
