import { el } from './dom.ts';
import { nextOrder, type SortOrder } from './sorting.ts';

/** Makes buttons of the headings of a table, each of which sorts by its column. */
export function sortHeadings(headings: readonly HTMLTableCellElement[], onSort: (order: SortOrder) => void): void {
  let order: SortOrder | undefined;
  headings.forEach((heading, column) => {
    const button = el('button', { type: 'button', class: 'sort' }, ...heading.childNodes, arrow());
    heading.replaceChildren(button);
    button.addEventListener('click', () => {
      order = nextOrder(order, column, heading.classList.contains('number'));
      for (const other of headings) other.removeAttribute('aria-sort');
      heading.setAttribute('aria-sort', order.isDescending ? 'descending' : 'ascending');
      onSort(order);
    });
  });
}

/** Which way a table is sorted, for the eye; `aria-sort` says it to everybody else. */
function arrow(): HTMLElement {
  return el('span', { class: 'way', 'aria-hidden': 'true' });
}
