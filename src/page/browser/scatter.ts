import { el, freshId } from './dom.ts';
import { Drawing, type ScatterSpec } from './drawing.ts';
import { isStep, stepFrom } from './key-steps.ts';
import { type Point, pointSentence } from './point.ts';
import { tipOf } from './tip.ts';
import type { ViewState } from './view-state.ts';

const HINT = 'Arrow keys go from one configuration to the next, Home goes to the pick, Escape leaves it.';

/** A scatter of configurations: the pointer and the arrow keys go from one to the next. */
export function scatter(state: ViewState, spec: ScatterSpec): HTMLElement {
  const hint = freshId();
  const drawing = new Drawing(spec, state);
  const tip = el('div', { class: 'tip', hidden: '' });
  const spoken = el('p', { class: 'unseen', role: 'status' });
  const chart = el(
    'div',
    { class: 'chart', tabindex: 0, role: 'application', 'aria-label': spec.title, 'aria-describedby': hint },
    drawing.surface,
    tip,
  );
  const follow = (): void => {
    drawing.highlight();
    showTip(tip, drawing, state.active);
    // Of two charts that show one configuration the one that is used says it.
    if (document.activeElement === chart) spoken.textContent = state.active ? pointSentence(state.active) : '';
  };
  const redraw = (): void => {
    if (chart.clientWidth > 0) drawing.draw(chart.clientWidth);
    follow();
  };
  state.onChange((what) => (what === 'shown' ? redraw() : follow()));
  new ResizeObserver(redraw).observe(chart);
  listen(chart, { state, spec, drawing });
  return el(
    'figure',
    {},
    el('figcaption', {}, spec.title),
    chart,
    el('p', { class: 'unseen', id: hint }, HINT),
    spoken,
  );
}

interface Listening {
  readonly state: ViewState;
  readonly spec: ScatterSpec;
  readonly drawing: Drawing;
}

function listen(chart: HTMLElement, { state, spec, drawing }: Listening): void {
  const leave = (): void => state.look(undefined);
  chart.addEventListener('pointermove', ({ clientX, clientY }) => {
    const { left, top } = chart.getBoundingClientRect();
    state.look(drawing.nearest(clientX - left, clientY - top));
  });
  chart.addEventListener('pointerleave', leave);
  chart.addEventListener('blur', leave);
  chart.addEventListener('keydown', (event) => {
    if (!isStep(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    state.look(stepFrom(event.key, state.shown, state.active, spec));
  });
}

/** Beside its mark, inside of the chart. */
function showTip(tip: HTMLElement, drawing: Drawing, point: Point | undefined): void {
  tip.hidden = point === undefined;
  if (point === undefined) return;
  const [x, y] = drawing.placeOf(point);
  tip.replaceChildren(...tipOf(point));
  tip.style.left = `${Math.max(0, Math.min(x + 14, drawing.width - tip.offsetWidth))}px`;
  const above = y - tip.offsetHeight - 12;
  tip.style.top = `${above > 0 ? above : y + 16}px`;
}
