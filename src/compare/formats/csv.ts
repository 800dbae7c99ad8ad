import type { Cell } from '../../tables/cell.ts';
import { toCsv } from '../../tables/csv.ts';
import type { Combination, Comparison } from '../comparison.ts';
import type { Figures } from '../figures.ts';
import { rowsOf } from './text.ts';

/** Every figure, in the order of its column. */
const FIGURES: Readonly<Record<keyof Figures, true>> = {
  ...{ mode: true, backend: true, backendVersion: true, gpuSku: true, workers: true, replicas: true },
  ...{ gpus: true, budgetGpus: true, neededGpus: true, requestsPerSec: true, concurrency: true, tokensPerSec: true },
  ...{ tokensPerSecPerGpu: true, tokensPerSecPerUser: true, ttftMs: true, itlMs: true, requestMs: true },
  ...{ meetsTargets: true, servesLoad: true, memoryFreePercent: true, currency: true, costPerHour: true },
  ...{ costPerMillionOutputTokens: true, costPerMillionRequests: true, neededCostPerHour: true },
};
const FIGURE_NAMES = Object.keys(FIGURES) as (keyof Figures)[];

/** Comparisons as one table with every figure; columns have the names of the JSON. All comparisons set the same fields. */
export function comparisonCsv(comparisons: readonly Comparison[]): string {
  const paths = comparisons[0]?.paths ?? [];
  const heading = [
    'namespace',
    'name',
    ...paths,
    'isAsWritten',
    'isBest',
    ...FIGURE_NAMES,
    'factor',
    'refusals',
    'warnings',
  ];
  return toCsv(
    heading,
    comparisons.flatMap((one) => rowsOf(one).map((row) => toRow(one, row))),
  );
}

function toRow({ namespace, name, asWritten }: Comparison, row: Combination): Cell[] {
  const { set, isBest, figures, factor, refusals, warnings } = row;
  return [
    ...[namespace ?? null, name, ...set.map(({ text }) => text || null), row === asWritten, isBest],
    ...FIGURE_NAMES.map((figure) => figures?.[figure] ?? null),
    factor ?? null,
    refusals.map(({ code, message }) => `${code} ${message}`).join('; ') || null,
    warnings.map(({ code }) => code).join(' ') || null,
  ];
}
