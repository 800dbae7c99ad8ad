import { sweepAll } from '../../src/profile/compare.ts';
import type { Engine } from '../../src/profile/engines.ts';
import { openMeasured } from '../../src/profile/measured.ts';
import { profileRequest } from '../../src/profile/profile.ts';
import type { Row } from '../../src/profile/rows/row.ts';
import { toRow } from '../../src/profile/rows/to-row.ts';
import type { Request } from '../../src/request/request.ts';
import { compareProfile, type RecordedPicks } from './compare-profile.ts';
import { compareNumbers } from './compare-rows.ts';
import { type MendedTables, withoutSharedRanks } from './context-parallel.ts';
import { toProfileRows } from './profile-rows.ts';
import { byColumns, numberOf, type RowOrder } from './rank-check.ts';

/** The row of docs/deviations.md. */
export const TARGETS_FIRST = 'latency targets against throughput';

const RATE = 'tokens/s/gpu';
const CLUSTER_RATE = 'tokens/s/gpu_cluster';
const GPUS = 'num_total_gpus';
const TOP_ROWS = 5;

/** The column that picks are judged by, and its limit in ms. */
function judged({ sla }: Request): readonly [column: string, limitMs: number] {
  return sla.kind === 'e2e' ? ['request_latency', sla.e2eLatencyMs] : ['tpot', sla.itlMs];
}

/** Whether a row misses the target that picks are judged by. */
export function missesTarget(row: Row, request: Request): boolean {
  const [column, limitMs] = judged(request);
  return numberOf(row, column) > limitMs;
}

/** What meets the target first, else what is nearer to it. */
export function targetOrder(request: Request): RowOrder {
  const [column] = judged(request);
  return (a, b) => {
    const [isMissed, isOtherMissed] = [missesTarget(a, request), missesTarget(b, request)];
    if (!isMissed || !isOtherMissed) return Number(isMissed) - Number(isOtherMissed);
    return compareNumbers(numberOf(a, column), numberOf(b, column));
  };
}

/**
 * The tables in which nothing meets the target as they are where the nearest wins. The reference looks for it only among
 * the best rates of the layouts, so the recorded rows do not hold it: its rules are run again, which has to give every
 * recorded row, and everything that its sweeps kept is ranked here by nearness.
 */
export function withNearestRows(
  reference: Request,
  recorded: RecordedPicks,
  { tables, engine }: { readonly tables: MendedTables; readonly engine: Engine },
): MendedTables {
  const { experiments = {} } = tables;
  const missing = Object.keys(experiments).filter((name) => isMissing(experiments[name]?.top ?? [], reference));
  if (reference.pickingMode !== 'default' || missing.length === 0) return tables;
  const { failures } = compareProfile(toProfileRows(profileRequest(reference, engine, () => {})), recorded);
  const swept = sweepAll(reference, openMeasured(reference, withoutSharedRanks(engine)));
  const nearest = missing.map((name) => {
    const rows = swept
      .filter(({ mode }) => mode === name)
      .flatMap(({ sweep, measured: { backend } }) =>
        sweep.candidates.map((candidate) => filled(toRow({ candidate }), reference, backend)),
      );
    const top = nearestOfEachLayout(rows, reference);
    return [name, { ...experiments[name]!, top, best_throughput: numberOf(top[0]!, CLUSTER_RATE) }] as const;
  });
  return {
    experiments: { ...experiments, ...Object.fromEntries(nearest) },
    unexplained: [...tables.unexplained, ...failures.map((failure) => `reference rules: ${failure}`)],
  };
}

function isMissing(top: readonly Row[], request: Request): boolean {
  return top[0] !== undefined && missesTarget(top[0], request);
}

/** A row with the rate of the whole budget, and after an `auto` merge with its backend. */
function filled(row: Row, { hardware: { totalGpus }, backend }: Request, own: string): Row {
  const gpus = numberOf(row, GPUS);
  const rate = (numberOf(row, RATE) * Math.floor(totalGpus / gpus) * gpus) / totalGpus;
  return { ...row, [CLUSTER_RATE]: rate, ...(backend === 'auto' && { backend: own }) };
}

function nearestOfEachLayout(rows: readonly Row[], request: Request): readonly Row[] {
  const [column] = judged(request);
  const sorted = [...rows].sort(byColumns([column, 1], [CLUSTER_RATE, -1]));
  const first = new Map<string, Row>();
  for (const row of sorted) {
    const layout = `${row.backend ?? ''} ${row.parallel ?? row['(d)parallel']}`;
    if (!first.has(layout)) first.set(layout, row);
  }
  return [...first.values()].slice(0, TOP_ROWS);
}
