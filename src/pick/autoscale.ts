import { type Candidate, replicaGpus } from '../engine/candidate.ts';
import { type DisaggContexts, disaggCandidate, type Pair, type StaticWorker } from '../engine/disagg-candidate.ts';
import { quickSort } from '../engine/row-order.ts';
import { deployWithin, metric, type PickedCandidate, TOP_ROWS } from './ranking.ts';

/** Workers of one backend, with the first token of a prefill worker including its wait for other requests. */
export interface AutoscaleWorkers {
  readonly contexts: DisaggContexts;
  readonly prefill: readonly StaticWorker[];
  readonly decode: readonly StaticWorker[];
}

/** What a planner's pick is asked for: lengths in tokens, the limits of first token and token time in ms. */
export interface AutoscaleQuery {
  readonly isl: number;
  readonly osl: number;
  readonly ttftMs: number;
  readonly tpotMs: number;
  /** Layouts of each kind that are paired. */
  readonly keptLayouts: number;
  /** GPUs that one worker of each kind may take together; the reference does not look. */
  readonly maxGpus: number;
}

/**
 * The best pairs of one prefill and one decode worker, which a planner then scales on its own. Workers are ranked by
 * rate, or by latency where none keeps its limit. Source: aiconfigurator 0.10.0, sdk/picking.py, `pick_autoscale`.
 */
export function pickAutoscale(
  { contexts, prefill, decode }: AutoscaleWorkers,
  query: AutoscaleQuery,
): readonly PickedCandidate[] {
  const prefills = leavingRoom(prefill, decode, query);
  const decodes = leavingRoom(decode, prefill, query);
  const best = pairs(
    byRate(prefills, query.ttftMs).slice(0, query.keptLayouts),
    byRate(decodes, query.tpotMs).slice(0, query.keptLayouts),
    query,
  );
  // Beyond the reference: where the budget holds none of its pairs, those of all layouts by latency.
  const found = best.length > 0 ? best : pairs(byLatency(prefills), byLatency(decodes), query);
  const picked = found.map((pair) => onePair(disaggCandidate(contexts, pair, query)));
  return quickSort(picked, metric('tokensPerSecPerGpu'), 'descending').slice(0, TOP_ROWS);
}

/** What a planner starts from is the pair itself: to fill the budget is its own work. */
export function onePair(candidate: Candidate): PickedCandidate {
  return { candidate, ...deployWithin(candidate, replicaGpus(candidate)) };
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
