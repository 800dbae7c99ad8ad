import type { Mode } from '../serving.ts';
import {
  clusterRate,
  metric,
  type PickTarget,
  type RankedCandidate,
  type RankedTable,
  type RankMends,
} from './ranking.ts';
import { byTargets, type CandidateOrder } from './targets.ts';

/** How ranked tables are merged and chosen from; both say less than 0 where the first of the two is better. */
export interface PickOrder {
  readonly candidates: CandidateOrder;
  readonly tables: (a: RankedTable, b: RankedTable) => number;
}

/** What an order depends on. */
export interface OrderQuery {
  readonly isLoadMatch: boolean;
  readonly target: PickTarget;
  readonly mends: RankMends;
}

/**
 * The order of a request: what meets its targets, then throughput, or for a load what serves it, then what meets the
 * targets, then GPUs. The reference knows throughput alone, also where it matches a load.
 */
export function pickOrder({ isLoadMatch, target, mends }: OrderQuery): PickOrder {
  const targets = mends.meetsTargetsFirst ? byTargets(target) : (): number => 0;
  if (isLoadMatch && mends.choosesByServedLoad) {
    const candidates = byServedLoad(targets);
    return { candidates, tables: byFirst(candidates) };
  }
  const tables = byFirst(targets);
  return {
    candidates: (a, b) => targets(a, b) || clusterRate(b) - clusterRate(a),
    tables: (a, b) => tables(a, b) || b.bestThroughput - a.bestThroughput,
  };
}

/** A ranked table with the mode it belongs to. */
export interface ModeTable {
  readonly mode: Mode;
  readonly ranked: RankedTable;
}

/** The better of the tables; of equals the earlier, which is the aggregated one. */
export function chooseTable<Table extends ModeTable>(
  tables: readonly Table[],
  order: Pick<PickOrder, 'tables'>,
): Table | undefined {
  return tables.reduce<Table | undefined>(
    (best, table) => (best === undefined || order.tables(table.ranked, best.ranked) < 0 ? table : best),
    undefined,
  );
}

/** Tables by their first candidates; one without any is the worse. */
function byFirst(order: CandidateOrder): PickOrder['tables'] {
  return ({ top: [a] }, { top: [b] }) => {
    if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
    return order(a, b);
  };
}

const rate = metric('tokensPerSecPerGpu');

/**
 * Orders candidates of a load match: what serves the load within the budget, then what meets the targets, then what
 * serves more of it, then what takes fewer GPUs, then what has the higher rate per GPU.
 */
export function byServedLoad(targets: CandidateOrder): CandidateOrder {
  const servesAll = (one: RankedCandidate): number => Number(servedPercent(one) === 100);
  return (a, b) =>
    servesAll(b) - servesAll(a) ||
    targets(a, b) ||
    servedPercent(b) - servedPercent(a) ||
    loadGpus(a) - loadGpus(b) ||
    rate(b) - rate(a);
}

/** Below 100 for everything whose replicas were capped, also where the share is rounded up to it. */
function servedPercent({ load }: RankedCandidate): number {
  return load?.servedPercent === undefined ? 100 : Math.min(load.servedPercent, 99.9);
}

function loadGpus({ load, budgetGpus }: RankedCandidate): number {
  return load?.gpus ?? budgetGpus;
}
