import type { RequestState } from './data.ts';
import { type Html, html } from './html.ts';

/** What the table of all requests says of one. */
export interface IndexRow {
  readonly state: RequestState;
  readonly name: string;
  /** What was picked for it, or why it was refused. */
  readonly answer: IndexAnswer | string;
}

/** What was picked for a request; undefined what is not known, or not there. */
export interface IndexAnswer {
  readonly model: string;
  /** Number and kind of the cards. */
  readonly cards: string;
  /** Mode and backend. */
  readonly servedBy: string;
  /** The workers in short. */
  readonly workers: string;
  /** GPUs that are used. */
  readonly gpus: number;
  readonly tokensPerSecPerGpu: number | undefined;
  readonly ttftMs: number | undefined;
  readonly itlMs: number | undefined;
  /** Whether all targets are met. */
  readonly meetsTargets: boolean | undefined;
  /** Of the card with the least of it. */
  readonly freePercent: number | undefined;
  /** Of an hour, where there is a price. */
  readonly cost: { readonly perHour: number; readonly currency: string } | undefined;
}

interface Column {
  readonly heading: string;
  readonly cell: (answer: IndexAnswer) => Html;
  readonly isNumber?: true;
}

const STATES = { ready: 'ready', warned: 'warnings', refused: 'refused' } as const satisfies Record<
  RequestState,
  string
>;

const COLUMNS: readonly Column[] = [
  { heading: 'model', cell: ({ model }) => textCell(model) },
  { heading: 'hardware', cell: ({ cards }) => textCell(cards) },
  { heading: 'served by', cell: ({ servedBy }) => textCell(servedBy) },
  { heading: 'workers', cell: ({ workers }) => html`<td class="words">${workers}</td>` },
  { heading: 'GPUs', cell: ({ gpus }) => numberCell(gpus, 0), isNumber: true },
  { heading: 'tokens/s/GPU', cell: ({ tokensPerSecPerGpu }) => numberCell(tokensPerSecPerGpu, 0), isNumber: true },
  { heading: 'ttft ms', cell: ({ ttftMs }) => numberCell(ttftMs, 0), isNumber: true },
  { heading: 'itl ms', cell: ({ itlMs }) => numberCell(itlMs, 1), isNumber: true },
  { heading: 'targets', cell: ({ meetsTargets }) => targetsCell(meetsTargets) },
  { heading: 'free', cell: ({ freePercent }) => numberCell(freePercent, 1, ' %'), isNumber: true },
];

const COST: Column = {
  heading: 'an hour',
  cell: ({ cost }) => (cost === undefined ? html`<td></td>` : numberCell(cost.perHour, 2, ` ${cost.currency}`)),
  isNumber: true,
};

/** The table of all requests; the row of a request leads to what the page holds of it by the address `#rN`. */
export function indexTable(rows: readonly IndexRow[]): Html {
  const columns = rows.some(hasCost) ? [...COLUMNS, COST] : COLUMNS;
  const headings = columns.map(
    ({ heading, isNumber }) => html`<th scope="col"${isNumber ? html` class="number"` : ''}>${heading}</th>`,
  );
  return html`<div class="scrolls" tabindex="0" role="region" aria-label="All requests">
<table id="index-table">
<caption class="unseen">All requests</caption>
<thead><tr><th scope="col">state</th><th scope="col">request</th>${headings}</tr></thead>
<tbody>
${rows.map((row, i) => tableRow(row, i, columns))}</tbody>
</table>
</div>`;
}

function hasCost({ answer }: IndexRow): boolean {
  return typeof answer !== 'string' && answer.cost !== undefined;
}

function tableRow({ state, name, answer }: IndexRow, position: number, columns: readonly Column[]): Html {
  const cells =
    typeof answer === 'string'
      ? html`<td class="words" colspan="${columns.length}">${answer}</td>`
      : columns.map(({ cell }) => cell(answer));
  return html`<tr data-state="${state}"><td class="mark-state ${state}">${STATES[state]}</td><th scope="row" class="name"><a href="#r${position}"><bdi>${name}</bdi></a></th>${cells}</tr>
`;
}

/** The states that rows may be filtered by, with how many rows there are of each. */
export function stateOptions(rows: readonly IndexRow[]): readonly Html[] {
  return (Object.keys(STATES) as RequestState[]).map((state) => {
    const count = rows.filter((row) => row.state === state).length;
    return html`<option value="${state}">${STATES[state]} (${count})</option>`;
  });
}

function textCell(text: string): Html {
  return html`<td>${text}</td>`;
}

function numberCell(value: number | undefined, digits: number, unit = ''): Html {
  if (value === undefined) return html`<td class="number"></td>`;
  const text = value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return html`<td class="number" data-value="${value}">${text}${unit}</td>`;
}

function targetsCell(isMet: boolean | undefined): Html {
  if (isMet === undefined) return html`<td></td>`;
  return isMet ? html`<td class="ready mark-state">met</td>` : html`<td class="refused mark-state">missed</td>`;
}
