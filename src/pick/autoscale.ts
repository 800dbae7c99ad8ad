import { type DisaggContexts, disaggRow, type Pair, type StaticWorker } from '../engine/disagg-row.ts';
import { stableSort } from '../engine/row-order.ts';
import type { Row } from '../engine/sweep-agg.ts';
import { numberIn, RATE_COLUMN, TOP_ROWS } from './rows.ts';

/** Workers of one backend, with the first token of a prefill worker including its wait for other requests. */
export interface AutoscaleWorkers {
  readonly contexts: DisaggContexts;
  readonly prefill: readonly StaticWorker[];
  readonly decode: readonly StaticWorker[];
}

/** What a planner's pick is asked for: lengths in tokens, the first-token limit in ms. */
export interface AutoscaleQuery {
  readonly isl: number;
  readonly osl: number;
  readonly ttftMs: number;
  /** GPUs that one worker of each kind may take together; the reference does not look. */
  readonly maxGpus: number;
}

/** Longest token time in ms of a decode worker, whatever the request says. Source: sdk/task_v2.py, the largest swept. */
export const PLANNER_TPOT_MS = 295;

/** Layouts of each kind that are paired. */
const KEPT = 5;

/**
 * The best pairs of one prefill and one decode worker, which a planner then scales on its own. Workers are ranked by
 * rate, or by latency where none keeps its limit. Source: aiconfigurator 0.10.0, sdk/picking.py, `pick_autoscale`.
 */
export function pickAutoscale({ contexts, prefill, decode }: AutoscaleWorkers, query: AutoscaleQuery): readonly Row[] {
  const prefills = leavingRoom(prefill, decode, query);
  const decodes = leavingRoom(decode, prefill, query);
  const best = pairs(
    byRate(prefills, query.ttftMs).slice(0, KEPT),
    byRate(decodes, PLANNER_TPOT_MS).slice(0, KEPT),
    query,
  );
  // Beyond the reference: where the budget holds none of its pairs, those of all layouts by latency.
  const found = best.length > 0 ? best : pairs(byLatency(prefills), byLatency(decodes), query);
  const rows = found.map((pair) => disaggRow(contexts, pair, query));
  return stableSort(rows, (row) => numberIn(row, RATE_COLUMN), 'descending').slice(0, TOP_ROWS);
}

/** Workers beside which the smallest worker of the other kind still has room. */
function leavingRoom(
  workers: readonly StaticWorker[],
  others: readonly StaticWorker[],
  { maxGpus }: AutoscaleQuery,
): readonly StaticWorker[] {
  const room = maxGpus - others.reduce((least, { gpus }) => Math.min(least, gpus), Number.POSITIVE_INFINITY);
  return workers.filter(({ gpus }) => gpus <= room);
}

function pairs(
  prefills: readonly StaticWorker[],
  decodes: readonly StaticWorker[],
  { maxGpus }: AutoscaleQuery,
): readonly Pair[] {
  const counts = { prefills: 1, decodes: 1 };
  return prefills.flatMap((prefill) =>
    decodes.flatMap((decode) => (prefill.gpus + decode.gpus <= maxGpus ? [{ prefill, decode, counts }] : [])),
  );
}

/** The best worker of each layout by rate per GPU among those that keep the limit, by latency where none does. */
function byRate(workers: readonly StaticWorker[], limitMs: number): readonly StaticWorker[] {
  const within = workers.filter((worker) => latencyMs(worker) < limitMs);
  if (within.length === 0) return byLatency(workers);
  return firstOfEachLayout(
    within.sort((a, b) => b.requestsPerSecPerGpu - a.requestsPerSecPerGpu || a.globalBatch - b.globalBatch),
  );
}

function byLatency(workers: readonly StaticWorker[]): readonly StaticWorker[] {
  return firstOfEachLayout(
    [...workers].sort((a, b) => latencyMs(a) - latencyMs(b) || b.requestsPerSecPerGpu - a.requestsPerSecPerGpu),
  );
}

/** The latency that a stage is judged by; a worker of one stage has none of the other's. */
function latencyMs({ ttftMs, tpotMs }: StaticWorker): number {
  return ttftMs + tpotMs;
}

function firstOfEachLayout(ranked: readonly StaticWorker[]): readonly StaticWorker[] {
  const first = new Map<string, StaticWorker>();
  for (const worker of ranked) if (!first.has(worker.label)) first.set(worker.label, worker);
  return [...first.values()];
}
