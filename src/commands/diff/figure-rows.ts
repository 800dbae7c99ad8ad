import { type Figures, verdictFigures } from '../../compare/figures.ts';
import type { Cell } from '../../tables/cell.ts';
import type { Verdict } from '../../verdict/verdict.ts';
import type { Answer } from './answers.ts';
import type { RequestChange } from './review.ts';

/** A figure of a request, before and after. */
interface FigureRow {
  /** For people; units are in it. */
  readonly label: string;
  readonly read: (figures: Figures, verdict: Verdict) => Cell;
}

/** What people are shown of a pick, in order; what neither side has is left out. */
const FIGURE_ROWS: readonly FigureRow[] = [
  { label: 'mode', read: ({ mode }) => mode },
  { label: 'backend', read: ({ backend, backendVersion }) => [backend, backendVersion ?? []].flat().join(' ') },
  { label: 'GPU', read: ({ gpuSku }) => gpuSku },
  { label: 'workers', read: ({ workers }) => workers },
  { label: 'replicas', read: ({ replicas }) => replicas },
  { label: 'GPUs', read: ({ gpus }) => gpus },
  { label: 'GPUs allowed', read: ({ budgetGpus }) => budgetGpus },
  { label: 'requests/s', read: ({ requestsPerSec }) => requestsPerSec },
  { label: 'users', read: ({ concurrency }) => concurrency },
  { label: 'tokens/s/GPU', read: ({ tokensPerSecPerGpu }) => tokensPerSecPerGpu },
  { label: 'ttft ms', read: ({ ttftMs }) => ttftMs },
  { label: 'ttft target ms', read: (_, verdict) => targetOf(verdict, 'ttft') },
  { label: 'itl ms', read: ({ itlMs }) => itlMs },
  { label: 'itl target ms', read: (_, verdict) => targetOf(verdict, 'itl') },
  { label: 'request ms', read: ({ requestMs }) => requestMs },
  { label: 'request target ms', read: (_, verdict) => targetOf(verdict, 'e2eLatency') },
  { label: 'meets the targets', read: ({ meetsTargets }) => inWords(meetsTargets) },
  { label: 'serves the load', read: ({ servesLoad }) => inWords(servesLoad) },
  { label: 'free memory %', read: ({ memoryFreePercent }) => memoryFreePercent },
  { label: 'currency', read: ({ currency }) => currency },
  { label: 'cost an hour', read: ({ costPerHour }) => costPerHour },
  { label: 'cost of 1M output tokens', read: ({ costPerMillionOutputTokens }) => costPerMillionOutputTokens },
  { label: 'cost of 1M requests', read: ({ costPerMillionRequests }) => costPerMillionRequests },
  { label: 'engine', read: (_, { engine }) => engine.words },
];

function targetOf({ targets }: Verdict, wanted: Verdict['targets'][number]['field']): number | null {
  return targets.find(({ field }) => field === wanted)?.limitMs ?? null;
}

function inWords(isSo: boolean | null): string | null {
  return isSo === null ? null : isSo ? 'yes' : 'no';
}

/** A figure with its values; `change` is empty where it is the same, or no number. */
export interface ShownRow {
  readonly label: string;
  readonly before: Cell;
  readonly after: Cell;
  readonly change: string;
}

/** The figures of a change that at least one side has. */
export function shownRows({ before, after }: Pick<RequestChange, 'before' | 'after'>): ShownRow[] {
  const [older, newer] = [valuesOf(before), valuesOf(after)];
  return FIGURE_ROWS.flatMap(({ label }, i) => {
    const values = { before: older[i] ?? null, after: newer[i] ?? null };
    if (values.before === null && values.after === null) return [];
    return [{ label, ...values, change: changeOf(values.before, values.after) }];
  });
}

/** Heading and cells of a change: both sides with what differs, or the only one. */
export function figureTable(change: Pick<RequestChange, 'before' | 'after'>): {
  readonly heading: readonly string[];
  readonly cells: readonly (readonly string[])[];
} {
  const rows = shownRows(change);
  const both = [
    ['before', ({ before }: ShownRow) => inText(before)],
    ['after', ({ after }: ShownRow) => inText(after)],
    ['change', ({ change: by }: ShownRow) => by],
  ] as const;
  const only = both.filter(([side]) => side !== 'change' && change[side]?.verdict !== undefined);
  const columns = only.length === 1 ? only : both;
  return {
    heading: ['', ...columns.map(([name]) => name)],
    cells: rows.map((row) => [row.label, ...columns.map(([, read]) => read(row))]),
  };
}

function inText(cell: Cell): string {
  return cell === null ? '-' : String(cell);
}

function valuesOf(answer: Answer | undefined): Cell[] {
  const verdict = answer?.verdict;
  if (verdict === undefined) return [];
  const figures = verdictFigures(verdict);
  return FIGURE_ROWS.map(({ read }) => read(figures, verdict));
}

/** `+12.5 %` of numbers, `changed` of other values. */
function changeOf(before: Cell, after: Cell): string {
  if (before === after || before === null || after === null) return '';
  if (typeof before !== 'number' || typeof after !== 'number' || before === 0) return 'changed';
  const percent = (after / before - 1) * 100;
  return `${percent < 0 ? '-' : '+'}${Math.abs(percent).toFixed(1)} %`;
}
