import type { Layout } from '../models/layout.ts';
import type { Role } from '../serving.ts';
import { aggRow, requestRate } from './agg-row.ts';
import type { AggPoint } from './backends.ts';
import { DataMissing } from './data-missing.ts';
import { isOutOfKvCache, isOutOfMemory } from './memory.ts';
import { floorDivide, round3 } from './rounding.ts';
import { stableSort } from './row-order.ts';
import type { LatencyTarget } from './targets.ts';
import { createWorker, type EngineContext, type Worker } from './worker.ts';

export type Row = Readonly<Record<string, string | number>>;

/** What was asked of a sweep: sequence lengths in tokens and the latency limits to filter by. */
export interface SweepQuery {
  readonly isl: number;
  readonly osl: number;
  readonly layouts: readonly Layout[];
  readonly targets: readonly LatencyTarget[];
}

/** Why a layout gave no rows. */
export interface Exclusion {
  readonly layout: Layout;
  readonly role: Role;
  readonly reason: 'memory' | 'data' | 'latency';
  readonly detail: string;
}

/** Rows that meet a target, best first, and what was left out. */
export interface SweepResult {
  readonly rows: readonly Row[];
  readonly excluded: readonly Exclusion[];
  /** Smallest latencies in ms that any point reached, whether it met a target or not. */
  readonly fastest: { readonly ttftMs: number; readonly tpotMs: number };
}

const BATCHES = [
  ...range(1, 16, 1),
  ...range(16, 32, 4),
  ...range(32, 64, 8),
  ...range(64, 256, 16),
  ...range(256, 512, 32),
  512,
];
const KEPT_PER_TARGET = 10;
const MAX_CHUNK_TOKENS = 8192;
const MIN_CHUNK_TOKENS = 512;

/** Numbers from `from` below `to`. */
export function range(from: number, to: number, step: number): number[] {
  return Array.from({ length: Math.ceil((to - from) / step) }, (_, i) => from + i * step);
}

/** Numbers of prefill tokens a mixed step takes on, ascending. Source: sdk/sweep.py, `_agg_ctx_tokens_list`. */
export function contextTokenSteps(isl: number): readonly number[] {
  const largest = Math.max(MAX_CHUNK_TOKENS, 2 * isl);
  const small = Math.max(isl, MIN_CHUNK_TOKENS);
  const big = Math.ceil(Math.max(1024, MIN_CHUNK_TOKENS, Math.floor(largest / 8)) / isl) * isl;
  const found: number[] = [];
  for (let tokens = small; tokens <= largest; tokens += tokens < MAX_CHUNK_TOKENS ? small : big) found.push(tokens);
  return [...new Set([...found, isl, 2 * isl])].sort((a, b) => a - b);
}

/** One evaluated operating point, before rounding. */
interface Candidate {
  readonly ttftMs: number;
  readonly tpotMs: number;
  /** Rounded, as the rows of a target are ranked by it. */
  readonly requestsPerSec: number;
  /** Made when a target first keeps the point. */
  readonly row: () => Row;
}

/**
 * Sweeps batch and chunk size of every layout. Points do not depend on the targets, so each is evaluated once and
 * filtered for every target. Source: aiconfigurator 0.10.0, sdk/sweep.py, `sweep_agg`.
 */
export function sweepAgg(context: EngineContext, query: SweepQuery): SweepResult {
  const kept = new Set<Row>();
  const excluded: Exclusion[] = [];
  const fastest = { ttftMs: Number.POSITIVE_INFINITY, tpotMs: Number.POSITIVE_INFINITY };
  for (const layout of query.layouts) {
    const exclude = (reason: Exclusion['reason'], detail: string): void =>
      void excluded.push({ layout, role: 'agg', reason, detail });
    let candidates: readonly Candidate[];
    try {
      candidates = evaluateLayout(context, createWorker(context, layout), query);
    } catch (error) {
      if (!(error instanceof DataMissing)) throw error;
      exclude('data', error.message);
      continue;
    }
    for (const { ttftMs, tpotMs } of candidates) {
      fastest.ttftMs = Math.min(fastest.ttftMs, ttftMs);
      fastest.tpotMs = Math.min(fastest.tpotMs, tpotMs);
    }
    const before = kept.size;
    const ranked = stableSort(candidates, ({ requestsPerSec }) => requestsPerSec, 'descending');
    for (const target of query.targets) for (const row of bestForTarget(ranked, target)) kept.add(row);
    if (candidates.length === 0) exclude('memory', 'does not fit the GPU memory');
    else if (kept.size === before) exclude('latency', 'no batch size meets the latency targets');
  }
  return { rows: stableSort([...kept], (row) => row['tokens/s/gpu'] as number, 'descending'), excluded, fastest };
}

/** The first ranked points within a target. */
function bestForTarget(ranked: readonly Candidate[], { ttftMs, tpotMs }: LatencyTarget): readonly Row[] {
  const within = ranked.filter((candidate) => candidate.tpotMs <= tpotMs && candidate.ttftMs <= ttftMs);
  return within.slice(0, KEPT_PER_TARGET).map(({ row }) => row());
}

/** @throws DataMissing, which drops the whole layout */
function evaluateLayout(context: EngineContext, worker: Worker, { isl, osl }: SweepQuery): readonly Candidate[] {
  const candidates: Candidate[] = [];
  const seen = new Set<number>();
  const chunks = contextTokenSteps(isl);
  for (const batch of BATCHES) {
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
      const candidate = evaluatePoint(context, worker, point, balance);
      if (candidate === undefined) break;
      candidates.push(candidate);
    }
  }
  return candidates;
}

/** Undefined where the point does not fit the memory. */
function evaluatePoint(
  context: EngineContext,
  worker: Worker,
  point: AggPoint,
  balance: number,
): Candidate | undefined {
  const { isl, osl, batch, contextTokens } = point;
  const prefills = batch === 1 ? 1 : Math.ceil(contextTokens / isl);
  const decodes = batch === 1 ? 1 : batch - prefills;
  const stepTokens = batch > 1 ? decodes + contextTokens : contextTokens;
  const times = pointTimes(context, worker, point);
  const { backend, system } = context;
  const memory = worker.memory(batch, backend.aggActivationTokens(stepTokens), isl + osl);
  if (isOutOfMemory(memory, system) || isOutOfKvCache(memory, backend, system)) return undefined;
  const memoryGib = memory.totalGib;
  const result = { ...point, ...times, memoryGib, balance, prefills, decodes, stepTokens };
  let row: Row | undefined;
  return {
    ttftMs: times.ttftMs,
    tpotMs: times.tpotMs,
    requestsPerSec: round3(requestRate(result, worker.layout)),
    row: () => {
      row ??= aggRow(context, worker, result);
      return row;
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
  const mixedDecodes = isSingle ? 0 : backend.mixedDecodeBatch(point);
  const mixed = isSingle ? 1 : steps;
  const decodeOnly = isSingle ? osl - 1 : Math.max(osl - steps, 0);
  const mixedForTpot = isSingle ? 0 : decodeOnly === 0 ? mixed : backend.mixedStepsForTpot(mixed);
  const mixedMs = mixedStepMs(worker, point, mixedDecodes);
  const decodeMs = decodeOnly > 0 || isSingle ? sum(worker.generationTimes(batch, isl + Math.floor(osl / 2) + 1)) : 0;
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

/**
 * A step that prefills `contextTokens` while `decodes` sequences decode; what is named attention is timed by its own
 * shapes. Latent attention has another name and is timed like everything else (reproduced on purpose).
 */
function mixedStepMs(worker: Worker, { isl, osl, contextTokens }: AggPoint, decodes: number): number {
  const attention = worker.contextNames.indexOf('context_attention');
  const together = worker.contextTimes(1, contextTokens + decodes);
  const rest = together.reduce((total, ms, i) => (i === attention ? total : total + ms), 0);
  const prefills = worker.contextTimes(Math.ceil(contextTokens / isl), isl);
  const prefillAttention = (prefills[attention] ?? 0) / Math.ceil(isl / contextTokens);
  if (decodes === 0) return rest + prefillAttention;
  const decodeAttention = worker.generationNames.indexOf('generation_attention');
  const decoding = worker.generationTimes(decodes, isl + Math.floor(osl / 2) + 1);
  return rest + prefillAttention + (decoding[decodeAttention] ?? 0);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
