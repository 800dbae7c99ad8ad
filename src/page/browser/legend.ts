import { el } from './dom.ts';
import { legendMark, outline, star } from './marks.ts';
import type { ViewState } from './view-state.ts';

/** What colours and shapes mean, each with a box that hides what it stands for. */
export function legend(state: ViewState): HTMLElement {
  const modes = [...new Set(state.points.map(({ modeName }) => modeName))];
  const backends = [...new Map(state.points.map(({ backendName, backend }) => [backendName, backend]))];
  const boxes = [
    ...modes.map((mode) => choice(state, mode, legendMark(outline(0, 5), `mark ${mode}`))),
    ...(backends.length > 1
      ? backends.map(([name, place]) => choice(state, name, legendMark(outline(place, 5), 'mark')))
      : []),
  ];
  return el(
    'fieldset',
    { class: 'legend' },
    el('legend', { class: 'unseen' }, 'Configurations that are shown'),
    ...boxes,
    el('span', { class: 'key' }, legendMark(star(8), 'pick'), 'the pick'),
    el('span', { class: 'key' }, legendMark('M-8,4L-2,-2L8,-4', 'front'), 'best of its mode'),
  );
}

function choice(state: ViewState, name: string, mark: SVGElement): HTMLElement {
  const box = el('input', { type: 'checkbox', checked: '' });
  box.addEventListener('change', () => state.show(name, box.checked));
  return el('label', {}, box, mark, name);
}
