import type { PageAnswer, PageRequest } from '../data.ts';
import { byId, el } from './dom.ts';
import { enliven, neighbours, stepLink } from './index-view.ts';
import { requestView } from './request-view.ts';

/** The page's script: the table of all requests, and one request by the part of the address after #. */
const [index, detail] = [byId('index'), byId('detail')];
const title = document.title;
let last: string | undefined;

function show(): void {
  const id = location.hash.slice(1);
  const request = read<PageRequest>('request', id);
  index.hidden = request !== undefined;
  detail.hidden = request === undefined;
  if (request === undefined) {
    document.title = title;
    detail.replaceChildren();
    if (last !== undefined) document.querySelector<HTMLElement>(`a[href="#${last}"]`)?.focus();
    last = undefined;
    return;
  }
  last = id;
  document.title = `${request.name} - ${title}`;
  const { before, after } = neighbours(id);
  const links = el(
    'nav',
    { 'aria-label': 'Requests' },
    el('a', { class: 'step', href: '#' }, '← All requests'),
    stepLink('Previous', before),
    stepLink('Next', after),
  );
  detail.replaceChildren(links, requestView(request, read<PageAnswer>('answer', id)));
  scrollTo(0, 0);
  byId('request-name').focus({ preventScroll: true });
}

/** What the page holds of a request; undefined where there is nothing, as for every other part of an address. */
function read<T>(what: 'request' | 'answer', id: string): T | undefined {
  if (!/^r\d+$/.test(id)) return undefined;
  const text = document.getElementById(`${what}-${id}`)?.textContent;
  return text == null ? undefined : JSON.parse(text);
}

/** What is folded is printed too. */
function unfold(): void {
  for (const folded of document.querySelectorAll('details')) folded.open = true;
}

enliven();
addEventListener('hashchange', show);
addEventListener('beforeprint', unfold);
if (location.hash === '' && document.querySelectorAll('#index-table tbody tr').length === 1) location.replace('#r0');
show();
