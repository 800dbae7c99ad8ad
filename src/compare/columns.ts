import type { Cell } from '../tables/cell.ts';
import type { CriterionName } from './best.ts';
import type { Combination } from './comparison.ts';
import type { Figures } from './figures.ts';

/** A column of a comparison. */
export interface Column {
  /** For people; units are in it. */
  readonly heading: string;
  readonly read: (figures: Figures, combination: Combination) => Cell;
  /** The smaller, the sooner it is among those that fit a width; 0 always is. */
  readonly rank: number;
  /** The `--by` for which it stays all the same. */
  readonly decides?: CriterionName;
}

/** What people see of a combination, in order. A column that nothing has is left out. */
export const COLUMNS: readonly Column[] = [
  { heading: 'mode', rank: 0, read: ({ mode }) => mode },
  { heading: 'backend', rank: 4, read: ({ backend }) => backend },
  { heading: 'workers', rank: 9, read: ({ workers }) => workers },
  { heading: 'GPUs', rank: 0, read: ({ gpus }) => gpus },
  { heading: 'needed', rank: 0, read: ({ neededGpus }) => neededGpus },
  { heading: 'requests/s', rank: 5, read: ({ requestsPerSec }) => requestsPerSec },
  { heading: 'users', rank: 10, read: ({ concurrency }) => concurrency },
  { heading: 'tokens/s/GPU', rank: 0, read: ({ tokensPerSecPerGpu }) => tokensPerSecPerGpu },
  { heading: 'factor', rank: 7, read: (_, { factor }) => factor ?? null },
  { heading: 'ttft ms', rank: 2, decides: 'ttft', read: ({ ttftMs }) => ttftMs },
  { heading: 'itl ms', rank: 1, decides: 'itl', read: ({ itlMs }) => itlMs },
  { heading: 'free %', rank: 8, read: ({ memoryFreePercent }) => memoryFreePercent },
  { heading: 'cost/h', rank: 3, read: ({ costPerHour }) => costPerHour },
  { heading: 'needed/h', rank: 1, decides: 'cost', read: ({ neededCostPerHour }) => neededCostPerHour },
  {
    heading: 'cost/M tok',
    rank: 2,
    decides: 'cost',
    read: ({ costPerMillionOutputTokens }) => costPerMillionOutputTokens,
  },
  { heading: 'cost/M req', rank: 6, read: ({ costPerMillionRequests }) => costPerMillionRequests },
];

/** What costs are in, in words; nothing where there are none. */
export function costNote(rows: readonly Combination[]): string {
  const currencies = [...new Set(rows.flatMap(({ figures }) => figures?.currency ?? []))];
  if (currencies.length === 0) return '';
  return `Costs are in ${currencies.join(' and ')}: an hour of the GPUs, and a million output tokens or requests at full load.`;
}

/** What is to be noted of a combination: codes of what was refused and warned about. */
export function notesOf({ refusals, warnings }: Combination): string {
  return [...new Set([...refusals, ...warnings].map(({ code }) => code))].join(' ');
}
