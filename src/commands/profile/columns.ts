import type { Cost } from '../../verdict/cost.ts';
import { replicaWords } from '../../verdict/layout-words.ts';
import type { RankedRow } from '../../verdict/ranked.ts';
import type { Verdict } from '../../verdict/verdict.ts';

/** A column of ranked tables. */
export interface Column {
  /** As `--columns` names it. */
  readonly name: string;
  /** With its unit. */
  readonly heading: string;
  readonly value: (row: RankedRow) => string | number;
  /** Columns are left out from the largest on where a line is too short; undefined for those that are only shown when named. */
  readonly leftOut?: number;
  /** Whether it says anything about these rows, where nobody named it. */
  readonly isTelling?: (rows: readonly RankedRow[], verdict: Verdict) => boolean;
}

/** All columns, in order. */
export const COLUMNS: readonly Column[] = [
  { name: 'rank', heading: 'rank', value: ({ rank }) => rank, leftOut: 0 },
  { name: 'mode', heading: 'mode', value: ({ mode }) => mode },
  {
    name: 'backend',
    heading: 'backend',
    value: ({ deployment }) => deployment.backend,
    leftOut: 1,
    isTelling: (rows, { deployment: { backend } }) => rows.some(({ deployment }) => deployment.backend !== backend),
  },
  { name: 'workers', heading: 'workers', value: ({ deployment }) => replicaWords(deployment), leftOut: 0 },
  { name: 'replicas', heading: 'replicas', value: ({ deployment }) => deployment.replicas, leftOut: 3 },
  { name: 'gpus', heading: 'GPUs', value: ({ deployment }) => deployment.gpus, leftOut: 2 },
  {
    name: 'tokens/s/gpu',
    heading: 'tokens/s/GPU',
    value: ({ performance }) => performance.tokensPerSecPerGpu,
    leftOut: 0,
  },
  { name: 'tokens/s/user', heading: 'tokens/s/user', value: ({ performance }) => performance.tokensPerSecPerUser },
  { name: 'requests/s', heading: 'requests/s', value: ({ performance }) => performance.requestsPerSec, leftOut: 6 },
  { name: 'concurrency', heading: 'users', value: ({ performance }) => performance.concurrency, leftOut: 7 },
  { name: 'ttft', heading: 'ttft ms', value: ({ performance }) => performance.ttftMs, leftOut: 4 },
  { name: 'itl', heading: 'itl ms', value: ({ performance }) => performance.itlMs, leftOut: 4 },
  { name: 'request', heading: 'request ms', value: ({ performance }) => performance.requestMs },
  { name: 'memory', heading: 'memory GiB', value: (row) => largestMemory(row)?.usedGib ?? '' },
  { name: 'free', heading: 'free GiB', value: (row) => largestMemory(row)?.freeGib ?? '', leftOut: 8 },
  costColumn('cost', 'cost/h', 3, ({ perHour }) => perHour),
  costColumn('cost/tokens', 'cost/M tok', 2, ({ perMillionOutputTokens }) => perMillionOutputTokens),
  costColumn('cost/requests', 'cost/M req', 10, ({ perMillionRequests }) => perMillionRequests),
  { name: 'targets', heading: 'targets', value: ({ meetsTargets }) => (meetsTargets ? 'met' : 'missed'), leftOut: 5 },
];

/** A column of a cost, which is telling where there is a price; in what currency the verdict says. */
function costColumn(name: string, heading: string, leftOut: number, read: (cost: Cost) => number | undefined): Column {
  const value: Column['value'] = ({ cost }) => (cost && read(cost)) ?? '';
  return { name, heading, value, leftOut, isTelling: (rows) => rows.some((row) => value(row) !== '') };
}

/** The names that `--columns` takes. */
export const COLUMN_NAMES = COLUMNS.map(({ name }) => name);

/** The column of a name; undefined where there is none. */
export function columnNamed(name: string): Column | undefined {
  return COLUMNS.find((column) => column.name === name.toLowerCase());
}

/** Of the worker that leaves the least free. */
function largestMemory({ deployment }: RankedRow) {
  const used = deployment.workers.flatMap(({ memory }) => memory ?? []);
  return used.toSorted((a, b) => b.usedGib - a.usedGib)[0];
}

/** The columns that are shown where nobody names any. */
export function usualColumns(rows: readonly RankedRow[], verdict: Verdict): readonly Column[] {
  return COLUMNS.filter(({ leftOut, isTelling }) => leftOut !== undefined && (isTelling?.(rows, verdict) ?? true));
}
