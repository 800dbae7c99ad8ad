import { byId, el } from './dom.ts';
import { sortHeadings } from './sort-headings.ts';
import { type SortValue, sorted } from './sorting.ts';

/** Makes the table of all requests, which the page is written with, one that is filtered and sorted. */
export function enliven(): void {
  const table = byId('index-table') as HTMLTableElement;
  const body = table.tBodies[0]!;
  const rows = [...body.rows];
  const texts = new Map(rows.map((row) => [row, row.textContent?.toLowerCase() ?? '']));
  const [search, state, count] = [
    byId('search') as HTMLInputElement,
    byId('state') as HTMLSelectElement,
    byId('count'),
  ];
  const filter = (): void => {
    const words = search.value
      .toLowerCase()
      .split(/\s+/)
      .filter((word) => word !== '');
    const isShown = (row: HTMLTableRowElement): boolean =>
      (state.value === '' || row.dataset.state === state.value) &&
      words.every((word) => texts.get(row)?.includes(word));
    for (const row of rows) row.hidden = !isShown(row);
    const shown = rows.filter((row) => !row.hidden).length;
    count.textContent = `${shown.toLocaleString('en')} of ${rows.length.toLocaleString('en')} requests`;
  };
  sortHeadings([...table.tHead!.rows[0]!.cells], ({ column, isDescending }) => {
    body.append(...sorted(rows, (row) => sortValueOf(row.cells[column]), isDescending));
  });
  search.addEventListener('input', filter);
  state.addEventListener('change', filter);
  byId('filters').hidden = false;
  filter();
}

/** What a cell is sorted by: its figure, where it says one, else its text. */
function sortValueOf(cell: HTMLTableCellElement | undefined): SortValue {
  if (cell === undefined) return undefined;
  const { value } = cell.dataset;
  if (value !== undefined) return Number(value);
  return cell.textContent === '' ? undefined : (cell.textContent ?? undefined);
}

/** Links to what is before and after a request, in the order of the table as it stands. */
export function neighbours(id: string): { readonly before: string | undefined; readonly after: string | undefined } {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('#index-table tbody tr:not([hidden]) a')];
  const place = links.findIndex(({ hash }) => hash === `#${id}`);
  return { before: links[place - 1]?.hash, after: place < 0 ? undefined : links[place + 1]?.hash };
}

/** A link as a button, or the same greyed out where it leads nowhere. */
export function stepLink(label: string, hash: string | undefined): HTMLElement {
  return hash === undefined ? el('span', { class: 'step off' }, label) : el('a', { class: 'step', href: hash }, label);
}
