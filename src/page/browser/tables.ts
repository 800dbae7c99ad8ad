import type { PageTable } from '../data.ts';
import { type Child, el } from './dom.ts';
import { sortHeadings } from './sort-headings.ts';
import { sorted } from './sorting.ts';

/** A table whose columns sort, in a box that scrolls where it is wide; a column is one of numbers where all that it has are. */
export function dataTable(caption: string, { columns, rows }: PageTable): HTMLElement {
  const isNumber = columns.map((_, i) => {
    const filled = rows.map((row) => row[i]).filter((cell) => cell !== '');
    return filled.length > 0 && filled.every((cell) => typeof cell === 'number');
  });
  const classOf = (i: number): string | undefined => (isNumber[i] ? 'number' : undefined);
  const headings = columns.map((name, i) => el('th', { scope: 'col', class: classOf(i) }, name));
  const body = el('tbody');
  const fill = (all: PageTable['rows']): void => {
    body.replaceChildren(
      ...all.map((row) => el('tr', {}, ...row.map((cell, i) => el('td', { class: classOf(i) }, textOf(cell))))),
    );
  };
  fill(rows);
  sortHeadings(headings, ({ column, isDescending }) =>
    fill(sorted(rows, (row) => (row[column] === '' ? undefined : row[column]), isDescending)),
  );
  return scrolling(
    caption,
    el('table', {}, el('caption', { class: 'unseen' }, caption), el('thead', {}, el('tr', {}, ...headings)), body),
  );
}

/** A box that scrolls sideways, by keys as well. */
export function scrolling(label: string, ...children: readonly Child[]): HTMLElement {
  return el('div', { class: 'scrolls', tabindex: 0, role: 'region', 'aria-label': label }, ...children);
}

function textOf(cell: string | number): string {
  return typeof cell === 'number' ? cell.toLocaleString('en', { maximumFractionDigits: 3 }) : cell;
}
