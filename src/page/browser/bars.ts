import type { MemoryBar, PageStep } from '../data.ts';
import { el } from './dom.ts';
import { figure } from './point.ts';
import { scrolling } from './tables.ts';

/** Operations of a step that are listed by name; the others are summed up. */
const MOST_OPERATIONS = 8;

/** Memory of each worker's GPUs beside what the card has. */
export function memoryBars(bars: readonly MemoryBar[]): HTMLElement {
  return el('div', { class: 'bars' }, ...bars.map(memoryBar));
}

function memoryBar({ label, usedGib, cardGib }: MemoryBar): HTMLElement {
  const percent = cardGib === undefined ? undefined : (100 * usedGib) / cardGib;
  const words =
    cardGib === undefined || percent === undefined
      ? `${figure(usedGib)} GiB`
      : `${figure(usedGib)} of ${figure(cardGib)} GiB, ${figure(100 - percent)} % free`;
  return el(
    'div',
    { class: 'bar-row' },
    el('span', { class: 'bar-label' }, label),
    bar(percent ?? 100, percent !== undefined && percent > 95 ? 'tight' : ''),
    el('span', { class: 'bar-value' }, words),
  );
}

/** The operations of a step by the time that they take together, longest first. */
export function stepTable({ title, operations }: PageStep): HTMLElement {
  const byTime = [...operations].sort((a, b) => b.totalMs - a.totalMs);
  const totalMs = byTime.reduce((sum, one) => sum + one.totalMs, 0);
  const listed = byTime.length > MOST_OPERATIONS + 1 ? byTime.slice(0, MOST_OPERATIONS) : byTime;
  const rest = byTime.slice(listed.length);
  const restMs = rest.reduce((sum, one) => sum + one.totalMs, 0);
  const others = { name: `${rest.length} others`, count: 0, totalMs: restMs, source: '' };
  const rows = rest.length === 0 ? listed : [...listed, others];
  const longest = Math.max(...rows.map((row) => row.totalMs));
  const caption = `${title}, ${figure(totalMs)} ms`;
  const cells = rows.map(({ name, totalMs: ms, count, source }) =>
    el(
      'tr',
      {},
      el('th', { scope: 'row' }, name),
      el('td', { class: 'bar-cell' }, bar((100 * ms) / longest, '')),
      el('td', { class: 'number' }, figure(ms)),
      el('td', { class: 'number' }, `${figure((100 * ms) / totalMs)} %`),
      el('td', { class: 'number' }, count === 0 ? '' : figure(count)),
      el('td', {}, source),
    ),
  );
  const headings = ['operation', 'share', 'ms', '% of the step', 'times', 'from'];
  return scrolling(
    caption,
    el(
      'table',
      { class: 'step' },
      el('caption', {}, caption),
      el(
        'thead',
        {},
        el(
          'tr',
          {},
          ...headings.map((name, i) => el('th', { scope: 'col', class: i > 1 && i < 5 ? 'number' : undefined }, name)),
        ),
      ),
      el('tbody', {}, ...cells),
    ),
  );
}

/** A bar of so many percent; what it says stands beside it in words. */
function bar(percent: number, className: string): HTMLElement {
  const fill = el('span', { class: `fill ${className}` });
  fill.style.width = `${Math.max(0, Math.min(100, percent)).toFixed(2)}%`;
  return el('span', { class: 'bar', 'aria-hidden': 'true' }, fill);
}
