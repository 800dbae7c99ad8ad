import { el } from './dom.ts';
import { figure, isTop, type Point } from './point.ts';
import { sortHeadings } from './sort-headings.ts';
import { type SortOrder, type SortValue, sorted } from './sorting.ts';
import { scrolling } from './tables.ts';
import type { ViewState } from './view-state.ts';

interface Column {
  readonly heading: string;
  readonly value: (point: Point) => SortValue;
  readonly isText?: true;
}

const COLUMNS: readonly Column[] = [
  { heading: 'rank', value: ({ rank }) => (rank === 0 ? undefined : rank) },
  { heading: 'mode', value: ({ modeName }) => modeName, isText: true },
  { heading: 'backend', value: ({ backendName }) => backendName, isText: true },
  { heading: 'workers', value: ({ workersText }) => workersText, isText: true },
  { heading: 'GPUs', value: ({ gpus }) => gpus },
  { heading: 'tokens/s/GPU', value: ({ tokensPerSecPerGpu }) => tokensPerSecPerGpu },
  { heading: 'tokens/s/user', value: ({ tokensPerSecPerUser }) => tokensPerSecPerUser },
  { heading: 'ttft ms', value: ({ ttftMs }) => ttftMs },
  { heading: 'itl ms', value: ({ itlMs }) => itlMs },
  { heading: 'request ms', value: ({ requestMs }) => requestMs },
  { heading: 'in flight', value: ({ concurrency }) => concurrency },
  { heading: 'memory GiB', value: ({ memoryGib, decodeMemoryGib }) => Math.max(memoryGib, decodeMemoryGib) },
];

const WORKERS = COLUMNS.findIndex(({ heading }) => heading === 'workers');

/** Which of the configurations the table lists. */
const VIEWS: readonly { readonly label: string; readonly has: (point: Point) => boolean }[] = [
  { label: 'first of each mode', has: isTop },
  { label: 'ranked', has: ({ rank }) => rank > 0 },
  { label: 'best of each mode', has: ({ front }) => front === 1 },
  { label: 'all', has: () => true },
];

/** Rows that a table begins with, and that each further click adds. */
const ROWS_AT_ONCE = 100;

/** The table of the configurations that the charts show: what is ranked, the fronts, or all; every column sorts. */
export function rankedTable(state: ViewState): HTMLElement {
  let view = VIEWS[0]!;
  let order: SortOrder | undefined;
  let most = ROWS_AT_ONCE;
  const headings = COLUMNS.map(({ heading, isText }) =>
    el('th', { scope: 'col', class: isText ? undefined : 'number' }, heading),
  );
  const body = el('tbody');
  const count = el('p', { class: 'count', role: 'status' });
  const more = el('button', { type: 'button' }, 'Show more');
  const fill = (): void => {
    const rows = state.shown.filter(view.has);
    const value = COLUMNS[order?.column ?? 0]!.value;
    const all = order === undefined ? byRank(rows) : sorted(rows, value, order.isDescending);
    const listed = all.slice(0, most);
    body.replaceChildren(...listed.map((point) => rowOf(point, state)));
    count.textContent = `${listed.length} of ${rows.length} configurations`;
    more.hidden = listed.length === rows.length;
  };
  sortHeadings(headings, (wanted) => {
    order = wanted;
    fill();
  });
  more.addEventListener('click', () => {
    most += ROWS_AT_ONCE;
    fill();
  });
  state.onChange((what) => (what === 'shown' ? fill() : mark(body, state)));
  fill();
  const caption = 'Configurations';
  return el(
    'div',
    {},
    viewChoice((wanted) => {
      view = wanted;
      most = ROWS_AT_ONCE;
      fill();
    }),
    scrolling(
      caption,
      el(
        'table',
        { class: 'ranked-table' },
        el('caption', { class: 'unseen' }, caption),
        el('thead', {}, el('tr', {}, ...headings)),
        body,
      ),
    ),
    el('div', { class: 'below' }, count, more),
  );
}

/** The pick first, then what is ranked, by mode. */
function byRank(points: readonly Point[]): readonly Point[] {
  const place = ({ isPicked, rank, mode }: Point): number => (isPicked ? -1 : rank === 0 ? 1e6 : mode * 1e3 + rank);
  return sorted(points, place, false);
}

const pointOfRow = new WeakMap<Element, Point>();

function rowOf(point: Point, state: ViewState): HTMLTableRowElement {
  const cells = COLUMNS.map(({ value, isText }, i) => {
    const text = value(point);
    if (i === 0) return el('th', { scope: 'row', class: 'number' }, `${point.isPicked ? '★ ' : ''}${text ?? ''}`);
    return el(
      'td',
      { class: isText ? (i === WORKERS ? 'words' : undefined) : 'number' },
      typeof text === 'number' ? figure(text) : text,
    );
  });
  const row = el('tr', { class: point.isPicked ? 'picked' : undefined }, ...cells);
  row.addEventListener('pointerenter', () => state.look(point));
  row.addEventListener('pointerleave', () => state.look(undefined));
  pointOfRow.set(row, point);
  return row;
}

/** Marks the row of the configuration that is looked at. */
function mark(body: HTMLElement, { active }: ViewState): void {
  for (const row of body.children)
    row.classList.toggle('active', active !== undefined && pointOfRow.get(row) === active);
}

function viewChoice(choose: (view: (typeof VIEWS)[number]) => void): HTMLElement {
  const boxes = VIEWS.map((view, i) => {
    const box = el('input', { type: 'radio', name: 'view', checked: i === 0 ? '' : undefined });
    box.addEventListener('change', () => choose(view));
    return el('label', {}, box, view.label);
  });
  return el('fieldset', { class: 'legend' }, el('legend', { class: 'unseen' }, 'Rows of the table'), ...boxes);
}
