import type { Mode } from '../serving.ts';
import { type LoadMends, metric, type RankedCandidate, type RankedTable } from './ranking.ts';

/** What experiments are chosen and merged by: throughput of the whole budget, or the load that is served. */
export type Criterion = 'throughput' | 'load';

/** The criterion of a request. The reference knows throughput alone, also where it matches a load. */
export function criterionOf(
  isLoadMatch: boolean,
  { choosesByServedLoad }: Pick<LoadMends, 'choosesByServedLoad'>,
): Criterion {
  return isLoadMatch && choosesByServedLoad ? 'load' : 'throughput';
}

/** A ranked table with the mode it belongs to. */
export interface ModeTable {
  readonly mode: Mode;
  readonly ranked: RankedTable;
}

/** The better of the tables; of equals the earlier, which is the aggregated one. */
export function chooseTable<Table extends ModeTable>(
  tables: readonly Table[],
  criterion: Criterion,
): Table | undefined {
  const isBetter = BETTER[criterion];
  return tables.reduce<Table | undefined>(
    (best, table) => (best === undefined || isBetter(table.ranked, best.ranked) ? table : best),
    undefined,
  );
}

const BETTER: Readonly<Record<Criterion, (a: RankedTable, b: RankedTable) => boolean>> = {
  throughput: (a, b) => a.bestThroughput > b.bestThroughput,
  load: ({ top: [a] }, { top: [b] }) => a !== undefined && (b === undefined || byServedLoad(a, b) < 0),
};

const rate = metric('tokensPerSecPerGpu');

/**
 * Orders candidates of a load match: what serves more of the load within the budget, then what takes fewer GPUs, then
 * what has the higher rate per GPU.
 */
export function byServedLoad(a: RankedCandidate, b: RankedCandidate): number {
  return servedPercent(b) - servedPercent(a) || loadGpus(a) - loadGpus(b) || rate(b) - rate(a);
}

/** Below 100 for everything whose replicas were capped, also where the share is rounded up to it. */
function servedPercent({ load }: RankedCandidate): number {
  return load?.servedPercent === undefined ? 100 : Math.min(load.servedPercent, 99.9);
}

function loadGpus({ load, budgetGpus }: RankedCandidate): number {
  return load?.gpus ?? budgetGpus;
}
