import { type Candidate, leadWorker, type StageChoice, type WorkerChoice } from '../../src/engine/candidate.ts';
import type { Layout } from '../../src/models/layout.ts';
import type { PickTarget, RatedCandidate } from '../../src/pick/ranking.ts';
import type { Mode } from '../../src/serving.ts';

/** What a hand-made candidate says; everything else follows from it. */
export interface Sketch {
  /** Tensor parallel size that names its layout. */
  readonly tp?: number;
  readonly gpus?: number;
  /** Requests/s and requests in flight of one replica. */
  readonly rate?: number;
  readonly inFlight?: number;
  /** Tokens/s and GPU. */
  readonly tokens?: number;
  readonly tpotMs?: number;
  readonly requestMs?: number;
}

const ENGINE = { backend: 'vllm', version: '1', system: 'h200_sxm' };

function worker(layout: Partial<Layout>): WorkerChoice {
  const whole = { tp: 1, pp: 1, dp: 1, moeTp: 1, moeEp: 1, cp: 1, ...layout };
  return { layout: whole, batch: 1, workers: 1, quant: {}, memoryGib: 1, engine: ENGINE };
}

function stage(layout: Partial<Layout>): StageChoice {
  return { ...worker(layout), requestsPerSec: 1 };
}

/** An aggregated candidate with the figures that picking reads. */
export function candidate(sketch: Sketch = {}): Candidate {
  const { tp = 1, gpus = 1 } = sketch;
  const step = { contextTokens: 1000, tokens: 1000, prefills: 1, decodes: 0, balance: 1 };
  return {
    mode: 'agg',
    ...{ model: 'a/model', isl: 1000, osl: 100, gpus, step, metrics: metricsOf(sketch) },
    worker: worker({ tp }),
  };
}

/** The same as a disaggregated one, whose decode workers have the layout. */
export function pair(sketch: Sketch = {}): Candidate {
  const { tp = 1, gpus = 1 } = sketch;
  return {
    mode: 'disagg',
    ...{ model: 'a/model', isl: 1000, osl: 100, gpus, metrics: metricsOf(sketch) },
    prefill: stage({}),
    decode: stage({ tp }),
  };
}

/** A candidate of either mode. */
export const CANDIDATE_OF: Readonly<Record<Mode, (sketch?: Sketch) => Candidate>> = { agg: candidate, disagg: pair };

function metricsOf({ rate = 1, inFlight = 10, tokens = 100, tpotMs = 20, requestMs = 1000 }: Sketch) {
  return {
    ttftMs: 100,
    tpotMs,
    requestMs,
    concurrency: inFlight,
    requestsPerSec: rate,
    requestsPerSecPerGpu: rate,
    tokensPerSec: tokens,
    tokensPerSecPerGpu: tokens,
    tokensPerSecPerUser: 1000 / tpotMs,
  };
}

export const TPOT_30: PickTarget = { latency: 'tpotMs', limitMs: 30 };
export const LATENCY_2000: PickTarget = { latency: 'requestMs', limitMs: 2000 };

/** Tensor parallel size that names a candidate's layout. */
export function sizeOf({ candidate: one }: RatedCandidate): number {
  return leadWorker(one).layout.tp;
}

/** Layout and some numbers of each candidate, in order. */
export function outline<Rated extends RatedCandidate>(
  ranked: readonly Rated[],
  ...numbers: ((one: Rated) => number | undefined)[]
): (number | undefined)[][] {
  return ranked.map((one) => [sizeOf(one), ...numbers.map((number) => number(one))]);
}
