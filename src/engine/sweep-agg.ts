import { memo } from '../memo.ts';
import type { Layout } from '../models/layout.ts';
import { attempt, DataMissing } from '../operations/data-missing.ts';
import { type AggResult, aggCandidate, requestRate } from './agg-candidate.ts';
import type { AggPoint } from './backends.ts';
import type { AggCandidate } from './candidate.ts';
import { fitsGpu } from './fit.ts';
import { meanLength, mixedStep, mixedStepMs } from './mixed-step.ts';
import type { AggSweep } from './revision.ts';
import { floorDivide, round3 } from './rounding.ts';
import { quickSort } from './row-order.ts';
import type { Exclusion, Fullest, SweepResult } from './sweep.ts';
import { ANY_LATENCY, type LatencyTarget } from './targets.ts';
import { createWorker, type EngineContext, type Worker } from './worker.ts';

/** What points are asked for: sequence lengths in tokens, and layouts. */
export interface PointQuery {
  readonly isl: number;
  readonly osl: number;
  readonly layouts: readonly Layout[];
}

/** What was asked of a sweep: points, and the latency limits to filter them by. */
export interface SweepQuery extends PointQuery {
  readonly targets: readonly LatencyTarget[];
}

/** Numbers of prefill tokens a mixed step takes on, ascending. Source: sdk/sweep.py, `_agg_ctx_tokens_list`. */
export function contextTokenSteps(
  isl: number,
  { minChunkTokens, maxChunkTokens }: Pick<AggSweep, 'minChunkTokens' | 'maxChunkTokens'>,
): readonly number[] {
  const largest = Math.max(maxChunkTokens, 2 * isl);
  const small = Math.max(isl, minChunkTokens);
  const big = Math.ceil(Math.max(1024, minChunkTokens, Math.floor(largest / 8)) / isl) * isl;
  const found: number[] = [];
  for (let tokens = small; tokens <= largest; tokens += tokens < maxChunkTokens ? small : big) found.push(tokens);
  return [...new Set([...found, isl, 2 * isl])].sort((a, b) => a - b);
}

/** Operating points of a layout in columns: a sweep has thousands, of which the targets keep few. */
interface PointColumns {
  readonly batch: number[];
  readonly contextTokens: number[];
  readonly ttftMs: number[];
  readonly tpotMs: number[];
  /** Output tokens a second of one pipeline and data-parallel rank. */
  readonly tokensPerSec: number[];
  /** Rounded, as the points of a target are ranked by it. */
  readonly requestsPerSec: number[];
  /** Memory of one GPU, rounded as candidates have it. */
  readonly memoryGib: number[];
}

type StepMix = Pick<AggResult, 'prefills' | 'decodes' | 'stepTokens'>;

/** The points of a layout, and why the first one is not among them that was left out for want of data. */
interface EvaluatedLayout {
  readonly columns: PointColumns;
  /** Where points stand in the columns, in the order in which they were evaluated. */
  readonly places: readonly number[];
  /** The candidate of a place, the same whenever it is asked for. */
  readonly candidateAt: (place: number) => AggCandidate;
  readonly missing: DataMissing | undefined;
}

/** A layout with its points, or why it has none. */
interface SweptLayout {
  readonly layout: Layout;
  readonly found: EvaluatedLayout | DataMissing;
}

type SweptBy = Pick<AggSweep, 'keptPerTarget' | 'batches'>;

/** The points of aggregated workers, which do not depend on any target. */
export interface AggPoints extends Pick<SweepResult, 'fullest'>, SweptBy {
  readonly layouts: readonly SweptLayout[];
}

/** Sweeps batch and chunk size of every layout. Source: aiconfigurator 0.10.0, sdk/sweep.py, `sweep_agg`. */
export function aggPoints(context: EngineContext, query: PointQuery): AggPoints {
  const layouts = query.layouts.map((layout) => {
    return { layout, found: attempt(() => evaluateLayout(context, createWorker(context, layout), query)) };
  });
  return toPoints(layouts, context.revision.sweep.agg);
}

function toPoints(layouts: readonly SweptLayout[], { keptPerTarget, batches }: SweptBy): AggPoints {
  return { keptPerTarget, batches, layouts, fullest: fullestOf(layouts, batches) };
}

function fullestOf(layouts: readonly SweptLayout[], batches: readonly number[]): Fullest | undefined {
  const best = layouts.flatMap(({ found }) => {
    if (found instanceof DataMissing) return [];
    const [first] = bestOf(found, 1)(ANY_LATENCY);
    const largest = found.columns.batch[found.places.at(-1) ?? 0];
    return first === undefined
      ? []
      : [{ candidate: first, isAtMemory: first.worker.batch === largest && largest !== batches.at(-1) }];
  });
  return best.reduce<Fullest | undefined>((a, b) => (a === undefined || servesMore(b, a) ? b : a), undefined);
}

function servesMore(a: Fullest, b: Fullest): boolean {
  return a.candidate.metrics.tokensPerSecPerGpu > b.candidate.metrics.tokensPerSecPerGpu;
}

/** The points whose worker needs no more memory a GPU. */
export function pointsWithin(points: AggPoints, mostGib: number): AggPoints {
  if (mostGib === Number.POSITIVE_INFINITY) return points;
  const within = points.layouts.map(({ layout, found }): SweptLayout => {
    if (found instanceof DataMissing) return { layout, found };
    const { memoryGib } = found.columns;
    return { layout, found: { ...found, places: found.places.filter((place) => memoryGib[place]! <= mostGib) } };
  });
  return toPoints(within, points);
}

/** Points, each evaluated once and filtered for every target. */
export function sweepAgg(context: EngineContext, { targets, ...query }: SweepQuery): SweepResult {
  return keepBest(aggPoints(context, query), targets);
}

/** The best points for every target. */
export function keepBest(
  { keptPerTarget, layouts, fullest }: AggPoints,
  targets: readonly LatencyTarget[],
): SweepResult {
  const kept = new Set<AggCandidate>();
  const excluded: Exclusion[] = [];
  const fastest = { ttftMs: Number.POSITIVE_INFINITY, tpotMs: Number.POSITIVE_INFINITY };
  for (const { layout, found } of layouts) {
    const exclude = (reason: Exclusion['reason'], detail: string): void =>
      void excluded.push({ layout, role: 'agg', reason, detail });
    if (found instanceof DataMissing) {
      exclude('data', found.message);
      continue;
    }
    const { columns, places, missing } = found;
    for (const place of places) {
      fastest.ttftMs = Math.min(fastest.ttftMs, columns.ttftMs[place]!);
      fastest.tpotMs = Math.min(fastest.tpotMs, columns.tpotMs[place]!);
    }
    const before = kept.size;
    const bestFor = bestOf(found, keptPerTarget);
    for (const target of targets) for (const best of bestFor(target)) kept.add(best);
    if (places.length === 0 && missing !== undefined) exclude('data', missing.message);
    else if (places.length === 0) exclude('memory', 'does not fit the GPU memory');
    else if (kept.size === before) exclude('latency', 'no batch size meets the latency targets');
  }
  const candidates = quickSort([...kept], ({ metrics }) => metrics.tokensPerSecPerGpu, 'descending');
  return { candidates, excluded, fastest, fullest };
}

/** The points within a target that serve the most; sorted anew for each set, since equal ones stand by what is sorted. */
function bestOf(
  { columns: { ttftMs, tpotMs, requestsPerSec }, places, candidateAt }: EvaluatedLayout,
  count: number,
): (target: LatencyTarget) => readonly AggCandidate[] {
  // Of targets with one limit for the first token the tighter ones leave the fewer points, so that their number says which.
  const known = new Map<string, readonly AggCandidate[]>();
  return (target) => {
    const within = places.filter((place) => tpotMs[place]! <= target.tpotMs && ttftMs[place]! <= target.ttftMs);
    const key = `${target.ttftMs} ${within.length}`;
    const best =
      known.get(key) ??
      quickSort(within, (place) => requestsPerSec[place]!, 'descending')
        .slice(0, count)
        .map(candidateAt);
    known.set(key, best);
    return best;
  };
}

/** @throws DataMissing where that drops the whole layout */
function evaluateLayout(context: EngineContext, worker: Worker, { isl, osl }: PointQuery): EvaluatedLayout {
  const columns = noPoints();
  let missing: DataMissing | undefined;
  const seen = new Set<number>();
  const { agg } = context.revision.sweep;
  const chunks = contextTokenSteps(isl, agg);
  const pointOf = (batch: number, contextTokens: number): AggPoint => {
    return { isl, osl, batch, contextTokens, steps: Math.ceil((isl * batch) / contextTokens) };
  };
  for (const batch of agg.batches) {
    for (const contextTokens of chunks) {
      const prefills = Math.ceil(contextTokens / isl);
      if (batch < prefills || (batch > 1 && batch - prefills < 1)) break;
      const point = pointOf(batch, contextTokens);
      const balance = balanceOf(point);
      if (balance > 1) {
        // Points that decode equally many sequences are equivalent; the first one stands for all.
        const decoding = floorDivide(batch, balance);
        if (decoding > 1 && seen.has(decoding)) continue;
        seen.add(decoding);
      }
      const isFitting = attempt(() => evaluatePoint(context, worker, point, columns));
      if (isFitting === false) break;
      if (isFitting instanceof DataMissing) {
        if (agg.whereMissing === 'layout') throw isFitting;
        missing ??= isFitting;
      }
    }
  }
  const candidateAt = memo((place: number) => {
    const point = pointOf(columns.batch[place]!, columns.contextTokens[place]!);
    const { batch, contextTokens, steps } = point;
    const { prefills, decodes, stepTokens } = mixOf(point);
    // Every member by its name: a spread takes Node longer than all the rest of a candidate.
    return aggCandidate(context, worker, {
      isl,
      osl,
      batch,
      contextTokens,
      steps,
      ttftMs: columns.ttftMs[place]!,
      tpotMs: columns.tpotMs[place]!,
      tokensPerSec: columns.tokensPerSec[place]!,
      memoryGib: columns.memoryGib[place]!,
      balance: balanceOf(point),
      prefills,
      decodes,
      stepTokens,
    });
  });
  return { columns, places: columns.batch.map((_, place) => place), candidateAt, missing };
}

function noPoints(): PointColumns {
  return { batch: [], contextTokens: [], ttftMs: [], tpotMs: [], tokensPerSec: [], requestsPerSec: [], memoryGib: [] };
}

/** Mixed steps until all prompts are prefilled, as a share of the steps that an answer takes. */
function balanceOf({ isl, osl, batch, contextTokens }: Omit<AggPoint, 'steps'>): number {
  return (isl * batch) / contextTokens / osl;
}

/** The sequences of a mixed step that prefill and that decode, and its tokens. */
function mixOf({ isl, batch, contextTokens }: Pick<AggPoint, 'isl' | 'batch' | 'contextTokens'>): StepMix {
  const prefills = batch === 1 ? 1 : Math.ceil(contextTokens / isl);
  const decodes = batch === 1 ? 1 : batch - prefills;
  return { prefills, decodes, stepTokens: batch > 1 ? decodes + contextTokens : contextTokens };
}

/** Adds a point to the columns; false where it does not fit the memory. @throws DataMissing */
function evaluatePoint(context: EngineContext, worker: Worker, point: AggPoint, columns: PointColumns): boolean {
  const { isl, osl, batch, contextTokens } = point;
  const { ttftMs, tpotMs, tokensPerSec } = pointTimes(context, worker, point);
  const memory = worker.memory(batch, context.backend.aggActivationTokens(mixOf(point).stepTokens), isl + osl);
  if (!fitsGpu(memory, context, { role: 'agg', layout: worker.layout })) return false;
  columns.batch.push(batch);
  columns.contextTokens.push(contextTokens);
  columns.ttftMs.push(ttftMs);
  columns.tpotMs.push(tpotMs);
  columns.tokensPerSec.push(tokensPerSec);
  columns.requestsPerSec.push(round3(requestRate({ tokensPerSec, osl }, worker.layout)));
  columns.memoryGib.push(round3(memory.totalGib));
  return true;
}

interface PointTimes {
  readonly ttftMs: number;
  readonly tpotMs: number;
  /** Output tokens a second of one pipeline and data-parallel rank. */
  readonly tokensPerSec: number;
}

/** Source: aiconfigurator 0.10.0, sdk/backends/base_backend.py, `run_agg`. */
function pointTimes({ backend, architecture }: EngineContext, worker: Worker, point: AggPoint): PointTimes {
  const { isl, osl, batch, contextTokens, steps } = point;
  const isSingle = batch === 1;
  const mixed = isSingle ? 1 : steps;
  const decodeOnly = isSingle ? osl - 1 : Math.max(osl - steps, 0);
  const mixedForTpot = isSingle ? 0 : decodeOnly === 0 ? mixed : backend.mixedStepsForTpot(mixed);
  const mixedMs = mixedStepMs(worker, mixedStep(backend, point));
  const decodeMs = decodeOnly > 0 || isSingle ? sum(worker.generationTimes(batch, meanLength(point))) : 0;
  const ttftMs =
    (mixedMs * Math.ceil(isl / contextTokens) + backend.dispatchOverheadMs(architecture.layers)) *
    backend.queueFactor(point);
  const tpotSteps = mixedForTpot + decodeOnly;
  const tpotMs = tpotSteps > 0 ? (mixedMs * mixedForTpot + decodeMs * decodeOnly) / tpotSteps : 0;
  const totalMs = mixed * mixedMs + decodeOnly * decodeMs;
  const uncapped = osl > 1 && totalMs > 0 ? (1000 / totalMs) * batch * (osl - 1) : 0;
  const tokensPerSec = Math.min(uncapped, backend.throughputCap(point, ttftMs + tpotMs * Math.max(osl - 1, 0)));
  return { ttftMs, tpotMs, tokensPerSec };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
