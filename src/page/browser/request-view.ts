import type { PageAnswer, PageFinding, PageRequest } from '../data.ts';
import { chartAxes } from './axes.ts';
import { memoryBars, stepTable } from './bars.ts';
import { type Child, el, freshId } from './dom.ts';
import { legend } from './legend.ts';
import { toPoints } from './point.ts';
import { rankedTable } from './ranked-table.ts';
import { scatter } from './scatter.ts';
import { dataTable, scrolling } from './tables.ts';
import { ViewState } from './view-state.ts';

const STATES = { ready: 'Ready', warned: 'Ready, with warnings', refused: 'Refused' } as const;

/** Everything about one request. */
export function requestView(
  { name, file, state, isLocked, findings, manifest }: PageRequest,
  answer: PageAnswer | undefined,
): HTMLElement {
  return el(
    'article',
    {},
    el('p', { class: `state ${state}` }, `${STATES[state]}${isLocked ? ', as locked' : ''}`),
    el('h2', { tabindex: -1, id: 'request-name' }, el('bdi', {}, name)),
    el('p', { class: 'file' }, file),
    ...(answer === undefined ? [] : answerHead(answer)),
    findings.length === 0 ? undefined : findingList(findings),
    ...(answer === undefined ? [] : answerSections(answer)),
    manifest && folded('The manifest', undefined, scrolling('The manifest', el('pre', {}, manifest))),
  );
}

function answerHead({ verdict: [first, ...others], figures }: PageAnswer): readonly HTMLElement[] {
  return [
    el('p', { class: 'lead' }, first?.text),
    el(
      'ul',
      { class: 'figures' },
      ...figures.map(({ label, value, note, isMet }) =>
        el(
          'li',
          { class: isMet === undefined ? undefined : isMet ? 'met' : 'missed' },
          el('span', { class: 'figure-label' }, label),
          el('span', { class: 'figure-value' }, value),
          el('span', { class: 'figure-note' }, note),
        ),
      ),
    ),
    el(
      'dl',
      { class: 'verdict' },
      ...others.map(({ label, text }) => el('div', {}, el('dt', {}, label), el('dd', {}, text))),
    ),
  ];
}

function findingList(findings: readonly PageFinding[]): HTMLElement {
  return el(
    'ul',
    { class: 'findings', 'aria-label': 'Findings' },
    ...findings.map(({ severity, code, message, path, place, hint }) =>
      el(
        'li',
        { class: severity },
        el('strong', {}, `${severity} ${code} `),
        message,
        el('span', { class: 'where' }, [path, place].filter((one) => one !== undefined).join(' · ')),
        hint === undefined ? undefined : el('span', { class: 'hint' }, hint),
      ),
    ),
  );
}

function answerSections({
  facts,
  legend: sizes,
  points,
  targets,
  memory,
  steps,
  excluded,
  whatIf,
}: PageAnswer): readonly Child[] {
  const state = new ViewState(points === undefined ? [] : toPoints(points));
  return [
    el(
      'dl',
      { class: 'facts' },
      ...facts.map(([label, value]) => el('div', {}, el('dt', {}, label), el('dd', {}, value))),
    ),
    points &&
      section(
        'What was considered',
        consideredWords(points),
        ...configurations(state, targets),
        el('p', { class: 'note' }, sizes),
      ),
    whatIf && section('What if', whatIf.words, dataTable('What if', whatIf.table)),
    memory.length === 0 ? undefined : section('Memory of a GPU', undefined, memoryBars(memory)),
    steps.length === 0
      ? undefined
      : section(
          'Where the time goes',
          'Operations of one step of the picked workers.',
          el('div', { class: 'steps' }, ...steps.map(stepTable)),
        ),
    excluded.rows.length === 0
      ? undefined
      : folded('Left out', `${excluded.rows.length} rows`, dataTable('Left out', excluded)),
  ];
}

function configurations(state: ViewState, targets: PageAnswer['targets']): readonly HTMLElement[] {
  const { speed, throughput, ttft, itl } = chartAxes(targets);
  return [
    legend(state),
    el(
      'div',
      { class: 'charts' },
      scatter(state, { title: 'Throughput against speed', x: speed, y: throughput, hasFront: true }),
      scatter(state, { title: 'Time to first token against time between tokens', x: ttft, y: itl, hasFront: false }),
    ),
    rankedTable(state),
  ];
}

function consideredWords({ considered, rows }: NonNullable<PageAnswer['points']>): string {
  const all = `${considered.toLocaleString('en')} configurations`;
  return rows.length === considered
    ? `${all}.`
    : `${all}, of which ${rows.length.toLocaleString('en')} are shown: what is ranked, the best of each mode, and others evenly.`;
}

function section(title: string, words: string | undefined, ...children: readonly Child[]): HTMLElement {
  const id = freshId();
  return el(
    'section',
    { 'aria-labelledby': id },
    el('h3', { id }, title),
    words === undefined ? undefined : el('p', { class: 'note' }, words),
    ...children,
  );
}

/** A section that begins closed. */
function folded(title: string, words: string | undefined, ...children: readonly Child[]): HTMLElement {
  return el(
    'details',
    {},
    el(
      'summary',
      {},
      el('h3', {}, title),
      words === undefined ? undefined : el('span', { class: 'note' }, ` ${words}`),
    ),
    ...children,
  );
}
