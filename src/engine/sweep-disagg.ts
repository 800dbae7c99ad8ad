import { memo } from '../memo.ts';
import { type Layout, layoutLabel } from '../models/layout.ts';
import { attempt, DataMissing } from '../operations/data-missing.ts';
import type { DisaggCandidate, StageChoice } from './candidate.ts';
import { type DisaggContexts, disaggCandidate, type Pair, type StaticWorker } from './disagg-candidate.ts';
import { fitsGpu } from './fit.ts';
import type { MemoryUse } from './memory.ts';
import { pairChooser } from './rate-match.ts';
import { round3 } from './rounding.ts';
import { quickSort } from './row-order.ts';
import { stepsBelow } from './steps.ts';
import type { Exclusion, SweepResult } from './sweep.ts';
import { ANY_LATENCY, type LatencyTarget } from './targets.ts';
import { createWorker, type EngineContext, type Worker } from './worker.ts';

/** What was asked of single workers; lengths in tokens. */
export interface StageQuery {
  readonly isl: number;
  readonly osl: number;
  readonly prefillLayouts: readonly Layout[];
  readonly decodeLayouts: readonly Layout[];
}

/** What pairs are asked for. */
export interface PairQuery extends StageQuery {
  /** GPUs that one replica (some prefill and some decode workers) may take. */
  readonly maxReplicaGpus: number;
}

/** What was asked of a disaggregated sweep. */
export interface DisaggQuery extends PairQuery {
  readonly targets: readonly LatencyTarget[];
}

/** The workers of both stages with the best pairs for a target, which are made when a target first wants them. */
export interface DisaggPairs extends Pick<SweepResult, 'excluded' | 'fastest' | 'fullest'> {
  readonly best: (target: LatencyTarget) => readonly DisaggCandidate[];
}

const UNFIT = { reason: 'memory', detail: 'does not fit the GPU memory' } as const;

/** Layouts of each stage whose experts have exchanges of their own. */
type SpreadStages = Readonly<Record<'prefill' | 'decode', ReadonlySet<Layout>>>;

/** Single workers of both stages; the first token of a prefill worker includes its wait for other requests. */
export interface DisaggStages extends Pick<SweepResult, 'excluded' | 'fastest'> {
  readonly prefill: readonly StaticWorker[];
  readonly decode: readonly StaticWorker[];
}

/** Every layout and batch of both stages that fits the memory. */
export function disaggStages(contexts: DisaggContexts, query: StageQuery): DisaggStages {
  const prefill = staticWorkers(contexts.prefill, query.prefillLayouts, prefillRun(contexts.prefill, query));
  const decode = staticWorkers(contexts.decode, query.decodeLayouts, decodeRun(contexts.decode, query));
  const { ttftQueueFactor } = contexts.prefill.revision.sweep.stages;
  const queued = prefill.workers.map((worker) => ({ ...worker, ttftMs: worker.ttftMs * ttftQueueFactor }));
  return toStages(queued, decode.workers, [...prefill.excluded, ...decode.excluded]);
}

/** The workers that need no more memory a GPU; a layout that loses all of its workers counts as one that does not fit. */
export function stagesWithin(stages: DisaggStages, mostGib: number): DisaggStages {
  if (mostGib === Number.POSITIVE_INFINITY) return stages;
  const { prefill, decode, excluded } = stages;
  const isWithin = ({ memoryGib }: StaticWorker): boolean => memoryGib <= mostGib;
  const [prefills, decodes] = [prefill.filter(isWithin), decode.filter(isWithin)];
  const lost = [...lostLayouts('prefill', prefill, prefills), ...lostLayouts('decode', decode, decodes)];
  return toStages(prefills, decodes, [...excluded, ...lost]);
}

function lostLayouts(role: StageRun['role'], all: readonly StaticWorker[], left: readonly StaticWorker[]): Exclusion[] {
  const kept = new Set(left.map(({ layout }) => layout));
  const lost = new Set(all.map(({ layout }) => layout).filter((layout) => !kept.has(layout)));
  return [...lost].map((layout) => ({ layout, role, ...UNFIT }));
}

function toStages(
  prefill: readonly StaticWorker[],
  decode: readonly StaticWorker[],
  excluded: readonly Exclusion[],
): DisaggStages {
  const ttftMs = smallest(prefill.map((worker) => worker.ttftMs));
  const tpotMs = smallest(decode.map((worker) => worker.tpotMs));
  return { prefill, decode, excluded, fastest: { ttftMs, tpotMs } };
}

/** Source: aiconfigurator 0.10.0, sdk/sweep.py, `sweep_disagg`. */
export function sweepDisagg(contexts: DisaggContexts, { targets, ...query }: DisaggQuery): SweepResult {
  return keepPairs(disaggPairs(contexts, query, disaggStages(contexts, query)), targets);
}

/** How the workers of both stages are put together; which ones are does not depend on what was paired before. */
export function disaggPairs(
  contexts: DisaggContexts,
  query: PairQuery,
  { prefill, decode, excluded, fastest }: DisaggStages,
): DisaggPairs {
  const { revision, backend } = contexts.prefill;
  const { osl, maxReplicaGpus } = query;
  const { keptPerTarget } = revision.sweep.stages;
  const spreads: SpreadStages = {
    prefill: spreadLayouts(contexts.prefill, query.prefillLayouts),
    decode: spreadLayouts(contexts.decode, query.decodeLayouts),
  };
  const matching = { ...revision.matching, replicaGpus: replicaSizes(contexts, spreads) };
  const pairsStages = (one: Layout, other: Layout): boolean =>
    backend.pairsStages(one, other) || spreads.prefill.has(one) || spreads.decode.has(other);
  const choosePairs = pairChooser(prefill, decode, { osl, maxReplicaGpus, matching, pairsStages });
  // Many targets choose the same pair, and each is one candidate.
  const candidateOf = memo((pair: Pair) => disaggCandidate(contexts, pair, query));
  const best: DisaggPairs['best'] = (target) =>
    quickSort(choosePairs(target).map(candidateOf), tokensPerSecPerGpu, 'descending').slice(0, keptPerTarget);
  const [first] = best(ANY_LATENCY);
  const fullest = first && { candidate: first, isAtMemory: isAtMemory(first.decode, decode, contexts.decode) };
  return { best, excluded, fastest, fullest };
}

/** Whether a worker has the largest batch of its layout, and the memory held no larger one. */
function isAtMemory(
  { layout, batch }: StageChoice,
  workers: readonly StaticWorker[],
  { revision }: EngineContext,
): boolean {
  const largest = workers.findLast((worker) => worker.layout === layout)?.batch;
  return batch === largest && batch !== revision.sweep.stages.decodeBatches.at(-1);
}

/** The best pairs for every target. */
export function keepPairs(
  { best, excluded, fastest, fullest }: DisaggPairs,
  targets: readonly LatencyTarget[],
): SweepResult {
  const kept = new Set(targets.flatMap(best));
  return { candidates: quickSort([...kept], tokensPerSecPerGpu, 'descending'), excluded, fastest, fullest };
}

/** The layouts of a stage whose experts have exchanges of their own. */
function spreadLayouts({ spread }: EngineContext, layouts: readonly Layout[]): ReadonlySet<Layout> {
  return new Set(
    layouts.filter((layout) => {
      const found = attempt(() => spread.of(layout));
      return found !== undefined && !(found instanceof DataMissing);
    }),
  );
}

/** GPUs that replicas may have: any number where the workers of a stage may spread their experts over nodes. */
function replicaSizes({ prefill, decode }: DisaggContexts, spreads: SpreadStages): readonly number[] {
  const { spread, matching } = prefill.revision;
  const isWide = (context: EngineContext, layouts: ReadonlySet<Layout>): boolean =>
    Object.keys(context.spread.widened).length > 0 && layouts.size > 0;
  if (spread === undefined || !(isWide(prefill, spreads.prefill) || isWide(decode, spreads.decode)))
    return matching.replicaGpus;
  return stepsBelow(1, spread.maxReplicaGpus + 1, 1);
}

function tokensPerSecPerGpu({ metrics }: DisaggCandidate): number {
  return metrics.tokensPerSecPerGpu;
}

function smallest(values: readonly number[]): number {
  return values.reduce((low, value) => Math.min(low, value), Number.POSITIVE_INFINITY);
}

/** How one stage is run: a worker at a batch, undefined where it does not fit the memory. @throws DataMissing */
interface StageRun {
  readonly role: 'prefill' | 'decode';
  readonly batches: readonly number[];
  readonly at: (worker: Worker, batch: number) => StaticWorker | undefined;
}

/** Workers of every layout, and the layouts that have none. */
function staticWorkers(context: EngineContext, layouts: readonly Layout[], run: StageRun): StageWorkers {
  const excluded: Exclusion[] = [];
  const workers = layouts.flatMap((layout) => {
    const worker = attempt(() => createWorker(context, layout));
    const found = worker instanceof DataMissing ? { workers: [], missing: worker } : atBatches(context, worker, run);
    const { role } = run;
    if (found.missing !== undefined) excluded.push({ layout, role, reason: 'data', detail: found.missing.message });
    else if (found.workers.length === 0) excluded.push({ layout, role, ...UNFIT });
    return found.workers;
  });
  return { workers, excluded };
}

interface StageWorkers {
  readonly workers: readonly StaticWorker[];
  readonly excluded: readonly Exclusion[];
}

/** The batches of a layout that fit the memory, up to the first one without data or without those. */
function atBatches(
  context: EngineContext,
  worker: Worker,
  { batches, at }: StageRun,
): { readonly workers: readonly StaticWorker[]; readonly missing: DataMissing | undefined } {
  const endsWhereMissing = context.revision.sweep.stages.whereMissing === 'layout';
  const workers: StaticWorker[] = [];
  let missing: DataMissing | undefined;
  for (const batch of batches) {
    const one = attempt(() => at(worker, batch));
    if (one === undefined) break;
    if (!(one instanceof DataMissing)) workers.push(one);
    else {
      missing ??= one;
      if (endsWhereMissing) break;
    }
  }
  return { workers, missing: endsWhereMissing || workers.length === 0 ? missing : undefined };
}

function prefillRun(context: EngineContext, { isl }: StageQuery): StageRun {
  const { prefillBatches, prefillLatencyFactor } = context.revision.sweep.stages;
  return {
    role: 'prefill',
    batches: prefillBatches,
    at: (worker, batch) => {
      const ttftMs = scaledSum(worker.contextTimes(batch, isl), prefillLatencyFactor);
      const memory = worker.memory(batch, isl * batch, isl + 1);
      if (!fitsGpu(memory, context, { role: 'prefill', layout: worker.layout })) return undefined;
      return staticWorker(worker, { batch, ttftMs, tpotMs: 0, latencyMs: ttftMs, memory });
    },
  };
}

function decodeRun(context: EngineContext, { isl, osl }: StageQuery): StageRun {
  const { stages } = context.revision.sweep;
  return {
    role: 'decode',
    batches: stages.decodeBatches,
    at: (worker, batch) => {
      const memory = worker.memory(batch, batch, isl + osl);
      // Missing data goes before memory, and shows in the first step; the others are many where answers are long.
      if (osl > 1) worker.generationTimes(batch, isl + 1);
      if (!fitsGpu(memory, context, { role: 'decode', layout: worker.layout })) return undefined;
      const totals = worker.decodeTotals({ batch, isl, osl, stride: stages.decodeStride });
      const totalMs = scaledSum(totals, stages.decodeLatencyFactor);
      const tpotMs = osl <= 1 ? 0 : totalMs / (osl - 1);
      return staticWorker(worker, { batch, ttftMs: 0, tpotMs, latencyMs: tpotMs * Math.max(osl - 1, 0), memory });
    },
  };
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
  { layout, quant, gpus }: Worker,
  { batch, ttftMs, tpotMs, latencyMs, memory }: StaticTimes,
): StaticWorker {
  const { tp, pp, dp } = layout;
  const requestsPerSec = latencyMs === 0 ? 0 : ((batch * dp) / latencyMs) * 1000 * pp;
  return {
    layout,
    quant,
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
