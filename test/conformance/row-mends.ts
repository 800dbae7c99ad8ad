import type { Row } from '../../src/profile/rows/row.ts';
import type { PickingMode, Request } from '../../src/request/request.ts';
import { gpus } from './describe-pick.ts';
import { byColumns, numberOf, type RankRules, type RowOrder } from './rank-check.ts';
import { targetOrder } from './targets-first.ts';

/** A mend of docs/deviations.md that leaves recorded rows out of the ranking, or changes them. */
export interface RowMend {
  /** The row's first column. */
  readonly topic: string;
  readonly modes: readonly PickingMode[];
  readonly isRuledOut: (row: Row, request: Request) => boolean;
  readonly adjust: (row: Row, request: Request) => Row;
  /** Why a recorded pick that the mend touches is not ours. */
  readonly reason: (row: Row, request: Request) => string;
}

const RATE = 'tokens/s/gpu';
const CLUSTER_RATE = 'tokens/s/gpu_cluster';
const GPUS = 'num_total_gpus';
const NEEDED_GPUS = 'total_gpus_needed';
const REPLICAS = 'replicas_needed';
const SERVED = 'load_served_pct';

/** Ranks that share one sequence, of an aggregated or a prefill worker. */
export function sharedRanks(row: Row): number {
  return Math.max(Number(row.cp ?? 1), Number(row['(p)cp'] ?? 1));
}

function unchanged(row: Row): Row {
  return row;
}

/** A row that needs more GPUs than there are, with the replicas that they hold. */
function withinBudget(row: Row, { hardware: { totalGpus } }: Request): Row {
  if (!(numberOf(row, NEEDED_GPUS) > totalGpus)) return row;
  const each = numberOf(row, GPUS);
  const replicas = Math.max(1, Math.floor(totalGpus / each));
  return {
    ...row,
    [REPLICAS]: replicas,
    [NEEDED_GPUS]: replicas * each,
    [SERVED]: Math.round((1000 * replicas) / numberOf(row, REPLICAS)) / 10,
    [CLUSTER_RATE]: (numberOf(row, RATE) * replicas * each) / totalGpus,
  };
}

/** Mends of single rows. */
export const ROW_MENDS: readonly RowMend[] = [
  {
    topic: 'context-parallel rows (SGLang)',
    modes: ['default', 'load_match'],
    isRuledOut: (row) => sharedRanks(row) > 1,
    adjust: unchanged,
    reason: (row) => `no flag expresses the ${sharedRanks(row)} ranks that share each sequence of the recorded pick`,
  },
  {
    topic: 'load that the budget cannot serve',
    modes: ['load_match'],
    isRuledOut: () => false,
    adjust: withinBudget,
    reason: (row, { hardware }) => `the recorded pick needs ${gpus(row[NEEDED_GPUS])} of ${hardware.totalGpus}`,
  },
  {
    topic: 'planner: GPUs and backend',
    modes: ['autoscale'],
    isRuledOut: (row, { hardware }) => numberOf(row, GPUS) > hardware.totalGpus,
    adjust: unchanged,
    reason: (row, { hardware }) => `the recorded pair needs ${gpus(row[GPUS])} of ${hardware.totalGpus}`,
  },
];

/** The mends that leave out or change at least one of the rows. */
export function touchingMends(rows: readonly Row[], request: Request): readonly RowMend[] {
  return ROW_MENDS.filter(
    ({ modes, isRuledOut, adjust }) =>
      modes.includes(request.pickingMode) &&
      rows.some((row) => isRuledOut(row, request) || adjust(row, request) !== row),
  );
}

/** What is ranked by in each way of picking. */
const ORDERS: Readonly<Record<PickingMode, (targets: RowOrder) => RowOrder>> = {
  default: (targets) => (a, b) => targets(a, b) || byColumns([CLUSTER_RATE, -1])(a, b),
  load_match: (targets) => (a, b) =>
    Number(isCapped(a)) - Number(isCapped(b)) ||
    targets(a, b) ||
    servedPercent(b) - servedPercent(a) ||
    byColumns([NEEDED_GPUS, 1], [RATE, -1])(a, b),
  autoscale: () => byColumns([RATE, -1]),
};

/** The order of the reference, which looks at no target where it compares rows of different tables. */
const anyTarget: RowOrder = () => 0;

function isCapped(row: Row): boolean {
  return row[SERVED] !== undefined;
}

function servedPercent(row: Row): number {
  return Number(row[SERVED] ?? 100);
}

/** The rules of a request; `auto` merges its backends' rows by their rates in the reference, also where it matches a load. */
export function rankRules(request: Request): RankRules {
  const mends = ROW_MENDS.filter(({ modes }) => modes.includes(request.pickingMode));
  const orderOf = ORDERS[request.pickingMode];
  const isMerge = request.backend === 'auto' && request.pickingMode !== 'autoscale';
  return {
    isRuledOut: (row) => mends.some(({ isRuledOut }) => isRuledOut(row, request)),
    adjust: (row) => mends.reduce((current, { adjust }) => adjust(current, request), row),
    refills: request.pickingMode === 'autoscale',
    order: orderOf(targetOrder(request)),
    orderWithoutTargets: orderOf(anyTarget),
    recordedOrder: (isMerge ? ORDERS.default : orderOf)(anyTarget),
  };
}
