import type { Layout } from '../models/layout.ts';
import type { QuantModes } from '../operations/quant-modes.ts';
import { engineOf } from './agg-candidate.ts';
import type { DisaggCandidate, Metrics, StageChoice } from './candidate.ts';
import type { Matching } from './revision.ts';
import { round3 } from './rounding.ts';
import type { EngineContext } from './worker.ts';

/** One worker of a stage; figures are rounded, times in ms, rates per second. */
export interface StaticWorker {
  readonly layout: Layout;
  readonly quant: QuantModes;
  readonly label: string;
  readonly gpus: number;
  readonly batch: number;
  readonly globalBatch: number;
  readonly ttftMs: number;
  readonly tpotMs: number;
  readonly tokensPerSecPerUser: number;
  readonly requestsPerSec: number;
  readonly requestsPerSecPerGpu: number;
  readonly memoryGib: number;
}

/** Workers of each stage in one replica. */
export interface Match {
  readonly prefills: number;
  readonly decodes: number;
}

/** A prefill and a decode worker with their numbers in a replica. */
export interface Pair {
  readonly prefill: StaticWorker;
  readonly decode: StaticWorker;
  readonly counts: Match;
}

/** Prefill and decode of one experiment; their quantisation may differ. */
export interface DisaggContexts {
  readonly prefill: EngineContext;
  readonly decode: EngineContext;
}

/** What a replica serves. */
interface PairRates {
  readonly requestsPerSec: number;
  readonly gpus: number;
  readonly tokensPerSecPerGpu: number;
}

/** What a replica serves by one revision's rules. */
export function pairRates(
  { prefill, decode, counts }: Pair,
  osl: number,
  { prefillRateShare, decodeRateShare, countedGpus }: Matching,
): PairRates {
  const requestsPerSec = Math.min(
    prefill.requestsPerSec * counts.prefills * prefillRateShare,
    decode.requestsPerSec * counts.decodes * decodeRateShare,
  );
  const gpus = countedGpus(prefill.layout) * counts.prefills + countedGpus(decode.layout) * counts.decodes;
  return { requestsPerSec, gpus, tokensPerSecPerGpu: (requestsPerSec * osl) / gpus };
}

/** A matched pair as a candidate. */
export function disaggCandidate(
  contexts: DisaggContexts,
  pair: Pair,
  { isl, osl }: { readonly isl: number; readonly osl: number },
): DisaggCandidate {
  const { prefill, decode, counts } = pair;
  const rates = pairRates(pair, osl, contexts.prefill.revision.matching);
  return {
    mode: 'disagg',
    model: contexts.prefill.architecture.id,
    isl,
    osl,
    gpus: rates.gpus,
    prefill: stageChoice(contexts.prefill, prefill, counts.prefills),
    decode: stageChoice(contexts.decode, decode, counts.decodes),
    metrics: metricsOf(pair, osl, rates),
  };
}

function metricsOf(
  { prefill, decode, counts }: Pair,
  osl: number,
  { requestsPerSec, gpus, tokensPerSecPerGpu }: PairRates,
): Metrics {
  return {
    ttftMs: round3(prefill.ttftMs),
    tpotMs: round3(decode.tpotMs),
    requestMs: round3(prefill.ttftMs + decode.tpotMs * Math.max(osl - 1, 0)),
    concurrency: decode.globalBatch * counts.decodes,
    requestsPerSec: round3(requestsPerSec),
    requestsPerSecPerGpu: round3(requestsPerSec / gpus),
    tokensPerSec: round3(requestsPerSec * osl),
    tokensPerSecPerGpu: round3(tokensPerSecPerGpu),
    tokensPerSecPerUser: round3(decode.tokensPerSecPerUser),
  };
}

function stageChoice(context: EngineContext, worker: StaticWorker, workers: number): StageChoice {
  const { layout, quant, batch, memoryGib, requestsPerSec } = worker;
  return {
    layout,
    batch,
    workers,
    quant,
    memoryGib: round3(memoryGib),
    engine: engineOf(context),
    requestsPerSec: round3(requestsPerSec),
  };
}
