import { type Layout, layoutLabel } from '../models/layout.ts';
import { DataMissing } from './data-missing.ts';
import { type DisaggContexts, disaggRow, type Pair, type StaticWorker } from './disagg-row.ts';
import { isOutOfMemory, type MemoryUse } from './memory.ts';
import { pairChooser } from './rate-match.ts';
import { round3 } from './rounding.ts';
import { quickSort, stableSort } from './row-order.ts';
import { type Exclusion, type Row, range, type SweepResult } from './sweep-agg.ts';
import type { LatencyTarget } from './targets.ts';
import { createWorker, type EngineContext, type Worker } from './worker.ts';

/** What was asked of single workers; lengths in tokens. */
export interface StageQuery {
  readonly isl: number;
  readonly osl: number;
  readonly prefillLayouts: readonly Layout[];
  readonly decodeLayouts: readonly Layout[];
}

/** What was asked of a disaggregated sweep. */
export interface DisaggQuery extends StageQuery {
  readonly targets: readonly LatencyTarget[];
  /** GPUs that one replica (some prefill and some decode workers) may take. */
  readonly maxReplicaGpus: number;
}

const PREFILL_BATCHES = [1];
const DECODE_BATCHES = [...range(1, 16, 1), ...range(16, 32, 2), ...range(32, 128, 4), ...range(128, 512, 8), 512];
const REPLICA_GPUS = [1, 2, 4, 8, ...range(16, 129, 8)];
/** Measured steps run a little faster than a serving engine. Source: sdk/task_v2.py. */
const PREFILL_LATENCY_FACTOR = 1.1;
const DECODE_LATENCY_FACTOR = 1.08;
/** Queueing before prefill lengthens the first token. Source: sdk/picking.py. */
const TTFT_QUEUE_FACTOR = 1.8;
const DECODE_STRIDE = 32;
const KEPT_PER_TARGET = 5;

/** Single workers of both stages; the first token of a prefill worker includes its wait for other requests. */
export interface DisaggStages extends Pick<SweepResult, 'excluded' | 'fastest'> {
  readonly prefill: readonly StaticWorker[];
  readonly decode: readonly StaticWorker[];
}

/** Every layout and batch of both stages that fits the memory. */
export function disaggStages(contexts: DisaggContexts, query: StageQuery): DisaggStages {
  const excluded: Exclusion[] = [];
  const prefill = staticWorkers(contexts.prefill, query.prefillLayouts, 'prefill', excluded, (context, worker) =>
    prefillWorkers(context, worker, query),
  );
  const decode = staticWorkers(contexts.decode, query.decodeLayouts, 'decode', excluded, (context, worker) =>
    decodeWorkers(context, worker, query),
  );
  const queued = prefill.map((worker) => ({ ...worker, ttftMs: worker.ttftMs * TTFT_QUEUE_FACTOR }));
  const fastest = { ttftMs: smallest(queued.map((w) => w.ttftMs)), tpotMs: smallest(decode.map((w) => w.tpotMs)) };
  return { prefill: queued, decode, excluded, fastest };
}

/** Source: aiconfigurator 0.10.0, sdk/sweep.py, `sweep_disagg`. */
export function sweepDisagg(contexts: DisaggContexts, query: DisaggQuery): SweepResult {
  const { prefill, decode, excluded, fastest } = disaggStages(contexts, query);
  const choosePairs = pairChooser(prefill, decode, {
    osl: query.osl,
    replicaGpus: REPLICA_GPUS.filter((gpus) => gpus <= query.maxReplicaGpus),
    pairsStages: contexts.prefill.backend.pairsStages,
  });
  const rowOf = pairRows(contexts, query);
  const rows = new Set<Row>();
  for (const target of query.targets) {
    const best = choosePairs(target).map(rowOf);
    for (const row of stableSort(best, tokensPerSecPerGpu, 'descending').slice(0, KEPT_PER_TARGET)) rows.add(row);
  }
  return { rows: quickSort([...rows], tokensPerSecPerGpu, 'descending'), excluded, fastest };
}

/** The row of a pair of workers, made once: many targets choose the same pair. */
function pairRows(contexts: DisaggContexts, query: DisaggQuery): (pair: Pair) => Row {
  const known = new Map<StaticWorker, Map<StaticWorker, Row>>();
  return (pair) => {
    const ofDecode = known.get(pair.decode) ?? new Map<StaticWorker, Row>();
    known.set(pair.decode, ofDecode);
    const row = ofDecode.get(pair.prefill) ?? disaggRow(contexts, pair, query);
    ofDecode.set(pair.prefill, row);
    return row;
  };
}

function tokensPerSecPerGpu(row: Row): number {
  return row['tokens/s/gpu'] as number;
}

function smallest(values: readonly number[]): number {
  return values.reduce((low, value) => Math.min(low, value), Number.POSITIVE_INFINITY);
}

/** Rows of every layout; a layout whose data ends keeps the batches it got to. */
function staticWorkers(
  context: EngineContext,
  layouts: readonly Layout[],
  role: 'prefill' | 'decode',
  excluded: Exclusion[],
  run: (context: EngineContext, worker: Worker) => Iterable<StaticWorker>,
): readonly StaticWorker[] {
  const rows: StaticWorker[] = [];
  for (const layout of layouts) {
    const before = rows.length;
    try {
      for (const row of run(context, createWorker(context, layout))) rows.push(row);
      if (rows.length === before)
        excluded.push({ layout, role, reason: 'memory', detail: 'does not fit the GPU memory' });
    } catch (error) {
      if (!(error instanceof DataMissing)) throw error;
      excluded.push({ layout, role, reason: 'data', detail: error.message });
    }
  }
  return rows;
}

function* prefillWorkers(context: EngineContext, worker: Worker, { isl }: StageQuery): Generator<StaticWorker> {
  for (const batch of PREFILL_BATCHES) {
    const ttftMs = scaledSum(worker.contextTimes(batch, isl), PREFILL_LATENCY_FACTOR);
    const memory = worker.memory(batch, isl * batch, isl + 1);
    if (isOutOfMemory(memory, context.system)) return;
    yield staticWorker(worker, { batch, ttftMs, tpotMs: 0, latencyMs: ttftMs, memory });
  }
}

function* decodeWorkers(context: EngineContext, worker: Worker, { isl, osl }: StageQuery): Generator<StaticWorker> {
  for (const batch of DECODE_BATCHES) {
    const totalMs = decodeMs(worker, batch, isl, osl);
    const tpotMs = osl <= 1 ? 0 : totalMs / (osl - 1);
    const memory = worker.memory(batch, batch, isl + osl);
    if (isOutOfMemory(memory, context.system)) return;
    yield staticWorker(worker, { batch, ttftMs: 0, tpotMs, latencyMs: tpotMs * Math.max(osl - 1, 0), memory });
  }
}

/** Time in ms of all decode steps of a batch; the length is sampled every 32 steps, operations are summed one by one. */
function decodeMs(worker: Worker, batch: number, isl: number, osl: number): number {
  const totals = worker.generationNames.map(() => 0);
  for (let step = 0; step < osl - 1; step += DECODE_STRIDE) {
    const repeats = Math.min(DECODE_STRIDE, osl - 1 - step);
    const times = worker.generationTimes(batch, isl + step + 1);
    for (let i = 0; i < totals.length; i += 1) totals[i]! += times[i]! * repeats;
  }
  return scaledSum(totals, DECODE_LATENCY_FACTOR);
}

function scaledSum(times: readonly number[], factor: number): number {
  return times.reduce((total, ms) => total + ms * factor, 0);
}

interface StaticTimes {
  readonly batch: number;
  readonly ttftMs: number;
  readonly tpotMs: number;
  readonly latencyMs: number;
  readonly memory: MemoryUse;
}

/** One worker's figures, rounded before they are matched. */
function staticWorker(
  { layout, gpus }: Worker,
  { batch, ttftMs, tpotMs, latencyMs, memory }: StaticTimes,
): StaticWorker {
  const { tp, pp, dp } = layout;
  const requestsPerSec = latencyMs === 0 ? 0 : ((batch * dp) / latencyMs) * 1000 * pp;
  return {
    layout,
    label: layoutLabel(layout),
    gpus,
    batch,
    globalBatch: batch * dp,
    ttftMs: round3(ttftMs),
    tpotMs: round3(tpotMs),
    tokensPerSecPerUser: tpotMs === 0 ? 0 : round3(1000 / tpotMs),
    requestsPerSec: round3(requestsPerSec),
    requestsPerSecPerGpu: round3(requestsPerSec / tp / pp / dp),
    memoryGib: round3(memory.totalGib),
  };
}
