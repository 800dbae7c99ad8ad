import type { Row } from '../engine/sweep-agg.ts';
import type { Mode } from '../serving.ts';
import { GPUS_COLUMN, SERVED_COLUMN } from './load-match.ts';
import { numberIn, RATE_COLUMN, type RankedRows, type Rules } from './rows.ts';

/** What experiments are chosen and merged by: throughput of the whole budget, or the load that is served. */
export type Criterion = 'throughput' | 'load';

/** The criterion of a request. The reference knows throughput alone, also where it matches a load. */
export function criterionOf(isLoadMatch: boolean, rules: Rules): Criterion {
  return isLoadMatch && rules === 'ours' ? 'load' : 'throughput';
}

/** A ranked table with the mode it belongs to. */
export interface ModeTable {
  readonly mode: Mode;
  readonly ranked: RankedRows;
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

const BETTER: Readonly<Record<Criterion, (a: RankedRows, b: RankedRows) => boolean>> = {
  throughput: (a, b) => a.bestThroughput > b.bestThroughput,
  load: ({ top: [a] }, { top: [b] }) => a !== undefined && (b === undefined || byServedLoad(a, b) < 0),
};

/**
 * Orders rows of a load match: what serves more of the load within the budget, then what takes fewer GPUs, then what
 * has the higher rate per GPU.
 */
export function byServedLoad(a: Row, b: Row): number {
  return (
    servedPercent(b) - servedPercent(a) ||
    numberIn(a, GPUS_COLUMN) - numberIn(b, GPUS_COLUMN) ||
    numberIn(b, RATE_COLUMN) - numberIn(a, RATE_COLUMN)
  );
}

/** Below 100 for every row whose replicas were capped, also where the share is rounded up to it. */
function servedPercent(row: Row): number {
  const percent = numberIn(row, SERVED_COLUMN);
  return Number.isNaN(percent) ? 100 : Math.min(percent, 99.9);
}
