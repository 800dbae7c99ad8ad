import type { Layout } from '../models/layout.ts';
import { attempt, DataMissing } from '../operations/data-missing.ts';
import { aggCandidate, requestRate } from './agg-candidate.ts';
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

/** One evaluated operating point, before rounding. */
interface EvaluatedPoint {
  readonly ttftMs: number;
  readonly tpotMs: number;
  /** Rounded, as the points of a target are ranked by it. */
  readonly requestsPerSec: number;
  /** Memory of one GPU, rounded as candidates have it. */
  readonly memoryGib: number;
  /** Made when a target first keeps the point. */
  readonly candidate: () => AggCandidate;
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
    const [first] = bestOfPoints(found.points, 1)(ANY_LATENCY);
    const largest = found.points.at(-1)?.candidate().worker.batch;
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
    return { layout, found: { ...found, points: found.points.filter(({ memoryGib }) => memoryGib <= mostGib) } };
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
    const { points, missing } = found;
    for (const { ttftMs, tpotMs } of points) {
      fastest.ttftMs = Math.min(fastest.ttftMs, ttftMs);
      fastest.tpotMs = Math.min(fastest.tpotMs, tpotMs);
    }
    const before = kept.size;
    const bestFor = bestOfPoints(points, keptPerTarget);
    for (const target of targets) for (const best of bestFor(target)) kept.add(best);
    if (points.length === 0 && missing !== undefined) exclude('data', missing.message);
    else if (points.length === 0) exclude('memory', 'does not fit the GPU memory');
    else if (kept.size === before) exclude('latency', 'no batch size meets the latency targets');
  }
  const candidates = quickSort([...kept], ({ metrics }) => metrics.tokensPerSecPerGpu, 'descending');
  return { candidates, excluded, fastest, fullest };
}

/** The points within a target that serve the most; sorted anew for each set, since equal ones stand by what is sorted. */
function bestOfPoints(
  points: readonly EvaluatedPoint[],
  count: number,
): (target: LatencyTarget) => readonly AggCandidate[] {
  // Of targets with one limit for the first token the tighter ones leave the fewer points, so that their number says which.
  const known = new Map<string, readonly AggCandidate[]>();
  return ({ ttftMs, tpotMs }) => {
    const within = points.filter((point) => point.tpotMs <= tpotMs && point.ttftMs <= ttftMs);
    const key = `${ttftMs} ${within.length}`;
    const best =
      known.get(key) ??
      quickSort(within, ({ requestsPerSec }) => requestsPerSec, 'descending')
        .slice(0, count)
        .map(({ candidate }) => candidate());
    known.set(key, best);
    return best;
  };
}

/** The points of a layout, and why the first one is not among them that was left out for want of data. */
interface EvaluatedLayout {
  readonly points: readonly EvaluatedPoint[];
  readonly missing: DataMissing | undefined;
}

/** @throws DataMissing where that drops the whole layout */
function evaluateLayout(context: EngineContext, worker: Worker, { isl, osl }: PointQuery): EvaluatedLayout {
  const points: EvaluatedPoint[] = [];
  let missing: DataMissing | undefined;
  const seen = new Set<number>();
  const { agg } = context.revision.sweep;
  const chunks = contextTokenSteps(isl, agg);
  for (const batch of agg.batches) {
    for (const contextTokens of chunks) {
      const prefills = Math.ceil(contextTokens / isl);
      if (batch < prefills || (batch > 1 && batch - prefills < 1)) break;
      const balance = (isl * batch) / contextTokens / osl;
      if (balance > 1) {
        // Points that decode equally many sequences are equivalent; the first one stands for all.
        const decoding = floorDivide(batch, balance);
        if (decoding > 1 && seen.has(decoding)) continue;
        seen.add(decoding);
      }
      const point = { isl, osl, batch, contextTokens, steps: Math.ceil((isl * batch) / contextTokens) };
      const evaluated = attempt(() => evaluatePoint(context, worker, point, balance));
      if (evaluated === undefined) break;
      if (evaluated instanceof DataMissing) {
        if (agg.whereMissing === 'layout') throw evaluated;
        missing ??= evaluated;
      } else points.push(evaluated);
    }
  }
  return { points, missing };
}

/** Undefined where the point does not fit the memory. */
function evaluatePoint(
  context: EngineContext,
  worker: Worker,
  point: AggPoint,
  balance: number,
): EvaluatedPoint | undefined {
  const { isl, osl, batch, contextTokens } = point;
  const prefills = batch === 1 ? 1 : Math.ceil(contextTokens / isl);
  const decodes = batch === 1 ? 1 : batch - prefills;
  const stepTokens = batch > 1 ? decodes + contextTokens : contextTokens;
  const { ttftMs, tpotMs, tokensPerSec } = pointTimes(context, worker, point);
  const memory = worker.memory(batch, context.backend.aggActivationTokens(stepTokens), isl + osl);
  if (!fitsGpu(memory, context, { role: 'agg', layout: worker.layout })) return undefined;
  let candidate: AggCandidate | undefined;
  const make = (): AggCandidate => {
    const { steps } = point;
    // Every member by its name: a spread takes Node longer than all the rest of a candidate.
    return aggCandidate(context, worker, {
      isl,
      osl,
      batch,
      contextTokens,
      steps,
      ttftMs,
      tpotMs,
      tokensPerSec,
      memoryGib: memory.totalGib,
      balance,
      prefills,
      decodes,
      stepTokens,
    });
  };
  return {
    ttftMs,
    tpotMs,
    requestsPerSec: round3(requestRate({ tokensPerSec, osl }, worker.layout)),
    memoryGib: round3(memory.totalGib),
    candidate: () => {
      candidate ??= make();
      return candidate;
    },
  };
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
