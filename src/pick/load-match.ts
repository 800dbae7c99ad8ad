import { round1 } from '../engine/rounding.ts';
import type { Row } from '../engine/sweep-agg.ts';
import type { Mode } from '../serving.ts';
import { paretoFront } from './pareto.ts';
import {
  bestOfEachGroup,
  CLUSTER_COLUMN,
  MODE_TABLES,
  numberIn,
  type PickTarget,
  RATE_COLUMN,
  type RankedRows,
  type Rules,
  TOP_ROWS,
} from './rows.ts';

/** The load to serve, in the unit of the column that says what one replica serves: requests/s or requests in flight. */
export interface Load {
  readonly column: 'seq/s' | 'concurrency';
  readonly amount: number;
}

export interface LoadQuery {
  readonly load: Load;
  readonly maxGpus: number;
  readonly target: PickTarget;
  readonly rules: Rules;
}

/** Percentage of the replicas a load needs that the budget holds; only on rows that do not serve all of it. */
export const SERVED_COLUMN = 'load_served_pct';
export const GPUS_COLUMN = 'total_gpus_needed';

const REPLICAS_COLUMN = 'replicas_needed';

/**
 * Ranks rows by the fewest GPUs that serve a load, one row a layout. Where the budget holds none of them, replicas are
 * capped and the rows compete for throughput; where no row keeps the latency limit, for the smallest latency, which
 * the reference does without a look at the budget. Source: aiconfigurator 0.10.0, sdk/pareto_analysis.py,
 * `get_best_configs_for_target_load`.
 */
export function pickLoadMatch(mode: Mode, sweepRows: readonly Row[], query: LoadQuery): RankedRows {
  const { target } = query;
  const { sort } = MODE_TABLES[mode];
  const within = sweepRows.filter((row) => numberIn(row, target.column) <= target.limitMs);
  const ranked =
    within.length > 0
      ? rankWithinLimit(mode, withReplicas(within, query.load), query.maxGpus)
      : rankByLatency(mode, withReplicas(sweepRows, query.load), query);
  const top = ranked.slice(0, TOP_ROWS);
  const plain = sweepRows.map((row) => ({ ...row, [CLUSTER_COLUMN]: numberIn(row, RATE_COLUMN) }));
  return { bestThroughput: scoreOf(top[0], query), top, pareto: paretoFront(plain, target, sort) };
}

function rankWithinLimit(mode: Mode, rows: readonly Row[], maxGpus: number): readonly Row[] {
  const { groupColumn, sort } = MODE_TABLES[mode];
  const fitting = rows.filter((row) => numberIn(row, GPUS_COLUMN) <= maxGpus);
  if (fitting.length > 0) return [...bestOfEachGroup(fitting, groupColumn, GPUS_COLUMN, 'smallest')].sort(byGpus);
  const capped = rows.map((row) => withinBudget(row, maxGpus));
  const best = bestOfEachGroup(capped, groupColumn, CLUSTER_COLUMN);
  return sort(best, (row) => numberIn(row, CLUSTER_COLUMN), 'descending');
}

function rankByLatency(mode: Mode, rows: readonly Row[], { target, maxGpus, rules }: LoadQuery): readonly Row[] {
  const { groupColumn, sort } = MODE_TABLES[mode];
  const candidates = rules === 'reference' ? rows : rows.map((row) => withinBudget(row, maxGpus));
  const best = bestOfEachGroup(candidates, groupColumn, target.column, 'smallest');
  return sort(best, (row) => numberIn(row, target.column), 'ascending');
}

/** Rows with the replicas and GPUs that serve the whole load; rows that serve nothing are left out. */
function withReplicas(rows: readonly Row[], { column, amount }: Load): readonly Row[] {
  return rows.flatMap((row) => {
    const replicas = Math.max(1, Math.ceil(amount / numberIn(row, column)));
    if (!Number.isFinite(replicas)) return [];
    return [
      {
        ...row,
        [CLUSTER_COLUMN]: numberIn(row, RATE_COLUMN),
        [REPLICAS_COLUMN]: replicas,
        [GPUS_COLUMN]: replicas * numberIn(row, 'num_total_gpus'),
      },
    ];
  });
}

/** A row that needs more than the budget, with the replicas that it holds and the share of those wanted. */
function withinBudget(row: Row, maxGpus: number): Row {
  if (numberIn(row, GPUS_COLUMN) <= maxGpus) return row;
  const gpus = numberIn(row, 'num_total_gpus');
  const replicas = Math.max(1, Math.floor(maxGpus / gpus));
  return {
    ...row,
    [REPLICAS_COLUMN]: replicas,
    [GPUS_COLUMN]: replicas * gpus,
    [SERVED_COLUMN]: round1((replicas / numberIn(row, REPLICAS_COLUMN)) * 100),
    [CLUSTER_COLUMN]: (numberIn(row, RATE_COLUMN) * replicas * gpus) / maxGpus,
  };
}

function byGpus(a: Row, b: Row): number {
  return numberIn(a, GPUS_COLUMN) - numberIn(b, GPUS_COLUMN) || numberIn(b, RATE_COLUMN) - numberIn(a, RATE_COLUMN);
}

/** The reference mixes two scales: 1 / GPUs below the budget, tokens/s/GPU at it. */
function scoreOf(row: Row | undefined, { rules, maxGpus }: LoadQuery): number {
  if (row === undefined) return 0;
  const gpus = numberIn(row, GPUS_COLUMN);
  return rules === 'reference' && gpus < maxGpus ? 1 / gpus : numberIn(row, CLUSTER_COLUMN);
}
