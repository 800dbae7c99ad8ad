import { memo } from '../memo.ts';
import { type Layout, layoutLabel } from '../models/layout.ts';
import { DataMissing } from '../operations/data-missing.ts';
import type { DisaggCandidate } from './candidate.ts';
import { type DisaggContexts, disaggCandidate, type Pair, type StaticWorker } from './disagg-candidate.ts';
import { fitsGpu } from './fit.ts';
import type { MemoryUse } from './memory.ts';
import { pairChooser } from './rate-match.ts';
import type { StageSweep } from './revision.ts';
import { round3 } from './rounding.ts';
import { quickSort } from './row-order.ts';
import type { Exclusion, SweepResult } from './sweep.ts';
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
  const { ttftQueueFactor } = contexts.prefill.revision.sweep.stages;
  const queued = prefill.map((worker) => ({ ...worker, ttftMs: worker.ttftMs * ttftQueueFactor }));
  const fastest = { ttftMs: smallest(queued.map((w) => w.ttftMs)), tpotMs: smallest(decode.map((w) => w.tpotMs)) };
  return { prefill: queued, decode, excluded, fastest };
}

/** Source: aiconfigurator 0.10.0, sdk/sweep.py, `sweep_disagg`. */
export function sweepDisagg(contexts: DisaggContexts, query: DisaggQuery): SweepResult {
  const { prefill, decode, excluded, fastest } = disaggStages(contexts, query);
  const { revision, backend } = contexts.prefill;
  const { osl, maxReplicaGpus } = query;
  const { matching } = revision;
  const { keptPerTarget } = revision.sweep.stages;
  const choosePairs = pairChooser(prefill, decode, { osl, maxReplicaGpus, matching, pairsStages: backend.pairsStages });
  // Many targets choose the same pair, and each is one candidate.
  const candidateOf = memo((pair: Pair) => disaggCandidate(contexts, pair, query));
  const kept = new Set<DisaggCandidate>();
  for (const target of query.targets) {
    const best = choosePairs(target).map(candidateOf);
    for (const one of quickSort(best, tokensPerSecPerGpu, 'descending').slice(0, keptPerTarget)) kept.add(one);
  }
  return { candidates: quickSort([...kept], tokensPerSecPerGpu, 'descending'), excluded, fastest };
}

function tokensPerSecPerGpu({ metrics }: DisaggCandidate): number {
  return metrics.tokensPerSecPerGpu;
}

function smallest(values: readonly number[]): number {
  return values.reduce((low, value) => Math.min(low, value), Number.POSITIVE_INFINITY);
}

/** Workers of every layout; a layout whose data ends keeps the batches it got to. */
function staticWorkers(
  context: EngineContext,
  layouts: readonly Layout[],
  role: 'prefill' | 'decode',
  excluded: Exclusion[],
  run: (context: EngineContext, worker: Worker) => Iterable<StaticWorker>,
): readonly StaticWorker[] {
  const workers: StaticWorker[] = [];
  for (const layout of layouts) {
    const before = workers.length;
    try {
      for (const one of run(context, createWorker(context, layout))) workers.push(one);
      if (workers.length === before)
        excluded.push({ layout, role, reason: 'memory', detail: 'does not fit the GPU memory' });
    } catch (error) {
      if (!(error instanceof DataMissing)) throw error;
      excluded.push({ layout, role, reason: 'data', detail: error.message });
    }
  }
  return workers;
}

function* prefillWorkers(context: EngineContext, worker: Worker, { isl }: StageQuery): Generator<StaticWorker> {
  const { prefillBatches, prefillLatencyFactor } = context.revision.sweep.stages;
  for (const batch of prefillBatches) {
    const ttftMs = scaledSum(worker.contextTimes(batch, isl), prefillLatencyFactor);
    const memory = worker.memory(batch, isl * batch, isl + 1);
    if (!fitsGpu(memory, context, { role: 'prefill', layout: worker.layout })) return;
    yield staticWorker(worker, { batch, ttftMs, tpotMs: 0, latencyMs: ttftMs, memory });
  }
}

function* decodeWorkers(context: EngineContext, worker: Worker, { isl, osl }: StageQuery): Generator<StaticWorker> {
  const { stages } = context.revision.sweep;
  for (const batch of stages.decodeBatches) {
    const memory = worker.memory(batch, batch, isl + osl);
    // Missing data goes before memory, and shows in the first step; the others are many where answers are long.
    if (osl > 1) worker.generationTimesOnce(batch, isl + 1);
    if (!fitsGpu(memory, context, { role: 'decode', layout: worker.layout })) return;
    const totalMs = decodeMs(worker, { batch, isl, osl }, stages);
    const tpotMs = osl <= 1 ? 0 : totalMs / (osl - 1);
    yield staticWorker(worker, { batch, ttftMs: 0, tpotMs, latencyMs: tpotMs * Math.max(osl - 1, 0), memory });
  }
}

/** Time in ms of all decode steps of a batch; the length is sampled once a stride, operations are summed one by one. */
function decodeMs(
  worker: Worker,
  { batch, isl, osl }: { readonly batch: number; readonly isl: number; readonly osl: number },
  { decodeStride, decodeLatencyFactor }: StageSweep,
): number {
  const totals = worker.generationNames.map(() => 0);
  for (let step = 0; step < osl - 1; step += decodeStride) {
    const repeats = Math.min(decodeStride, osl - 1 - step);
    const times = worker.generationTimesOnce(batch, isl + step + 1);
    for (let i = 0; i < totals.length; i += 1) totals[i]! += times[i]! * repeats;
  }
  return scaledSum(totals, decodeLatencyFactor);
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
