import type { Layout } from '../models/layout.ts';
import type { AggPoint } from './backends.ts';
import type { AggCandidate, MeasuredEngine, Metrics } from './candidate.ts';
import { round3 } from './rounding.ts';
import type { EngineContext, Worker } from './worker.ts';

/** What an aggregated point measured, times in ms, rates per second. */
export interface AggResult extends AggPoint {
  readonly ttftMs: number;
  readonly tpotMs: number;
  readonly tokensPerSec: number;
  readonly memoryGib: number;
  readonly balance: number;
  readonly prefills: number;
  readonly decodes: number;
  readonly stepTokens: number;
}

/** An aggregated point as a candidate: one worker is a replica. */
export function aggCandidate(context: EngineContext, { layout, quant, gpus }: Worker, result: AggResult): AggCandidate {
  const { isl, osl, batch, contextTokens, prefills, decodes, stepTokens, balance, memoryGib } = result;
  return {
    mode: 'agg',
    model: context.architecture.id,
    isl,
    osl,
    gpus,
    worker: {
      layout,
      batch,
      workers: 1,
      quant,
      memoryGib: round3(memoryGib),
      engine: engineOf(context),
    },
    step: { contextTokens, tokens: stepTokens, prefills, decodes, balance: round3(balance) },
    metrics: metricsOf(result, layout),
  };
}

/** Source: aiconfigurator 0.10.0, sdk/backends/base_backend.py, `run_agg`. */
function metricsOf(result: AggResult, layout: Layout): Metrics {
  const { tp, pp, dp, cp } = layout;
  const { osl, batch, ttftMs, tpotMs } = result;
  const tokensPerSec = result.tokensPerSec * (pp * dp);
  const requestsPerSec = requestRate(result, layout);
  return {
    ttftMs: round3(ttftMs),
    tpotMs: round3(tpotMs),
    requestMs: round3(ttftMs + tpotMs * Math.max(osl - 1, 0)),
    concurrency: batch * pp * dp,
    requestsPerSec: round3(requestsPerSec),
    requestsPerSecPerGpu: round3(requestsPerSec / pp / tp / dp / cp),
    tokensPerSec: round3(tokensPerSec),
    tokensPerSecPerGpu: round3(tokensPerSec / pp / tp / dp / cp),
    tokensPerSecPerUser: osl > 1 && tpotMs > 0 ? round3(1000 / tpotMs) : 0,
  };
}

/** Requests a second of one worker with all its pipeline and data-parallel ranks. */
export function requestRate(
  { tokensPerSec, osl }: Pick<AggResult, 'tokensPerSec' | 'osl'>,
  { pp, dp }: Layout,
): number {
  return osl > 1 ? (tokensPerSec * (pp * dp)) / (osl - 1) : 0;
}

/** The engine of a context, as candidates name it. */
export function engineOf({ backendName, backendVersion, systemName }: EngineContext): MeasuredEngine {
  return { backend: backendName, version: backendVersion, system: systemName };
}
