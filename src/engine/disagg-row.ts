import type { Layout } from '../models/layout.ts';
import { quantColumns, rounded } from './agg-row.ts';
import type { EngineContext } from './worker.ts';

/** One worker of a stage; figures are rounded, times in ms, rates per second. */
export interface StaticWorker {
  readonly layout: Layout;
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

/** Share of a worker's rate that is left when the two stages are matched. Source: aiconfigurator 0.10.0, sdk/sweep.py. */
export const PREFILL_RATE_SHARE = 0.9;
export const DECODE_RATE_SHARE = 0.92;

/** What a replica serves; context-parallel ranks are not counted as GPUs here (as in the reference). */
export function pairRates(
  { prefill, decode, counts }: Pair,
  osl: number,
): { readonly requestsPerSec: number; readonly gpus: number; readonly tokensPerSecPerGpu: number } {
  const requestsPerSec = Math.min(
    prefill.requestsPerSec * counts.prefills * PREFILL_RATE_SHARE,
    decode.requestsPerSec * counts.decodes * DECODE_RATE_SHARE,
  );
  const size = ({ layout }: StaticWorker): number => layout.pp * layout.tp * layout.dp;
  const gpus = size(prefill) * counts.prefills + size(decode) * counts.decodes;
  return { requestsPerSec, gpus, tokensPerSecPerGpu: (requestsPerSec * osl) / gpus };
}

/** The reference's columns of a matched pair, rounded to three decimals (sdk/common.py, ColumnsDisagg). */
export function disaggRow(
  contexts: DisaggContexts,
  pair: Pair,
  { isl, osl }: { readonly isl: number; readonly osl: number },
): Record<string, string | number> {
  const { prefill, decode, counts } = pair;
  const { requestsPerSec, gpus, tokensPerSecPerGpu } = pairRates(pair, osl);
  return rounded({
    model: contexts.prefill.architecture.id,
    isl,
    osl,
    prefix: 0,
    concurrency: decode.globalBatch * counts.decodes,
    request_rate: requestsPerSec,
    '(p)bs': prefill.batch,
    '(p)global_bs': prefill.globalBatch,
    '(p)workers': counts.prefills,
    '(d)bs': decode.batch,
    '(d)global_bs': decode.globalBatch,
    '(d)workers': counts.decodes,
    ttft: prefill.ttftMs,
    tpot: decode.tpotMs,
    request_latency: prefill.ttftMs + decode.tpotMs * Math.max(osl - 1, 0),
    encoder_latency: 0,
    'seq/s': requestsPerSec,
    'seq/s/gpu': requestsPerSec / gpus,
    'tokens/s': requestsPerSec * osl,
    'tokens/s/gpu': tokensPerSecPerGpu,
    'tokens/s/user': decode.tokensPerSecPerUser,
    '(p)seq/s/worker': prefill.requestsPerSec,
    '(d)seq/s/worker': decode.requestsPerSec,
    num_total_gpus: gpus,
    ...workerColumns('(p)', contexts.prefill, prefill),
    ...workerColumns('(d)', contexts.decode, decode),
    '(e)workers': 0,
    '(e)tp': 0,
    '(e)pp': 0,
    '(e)parallel': '',
    '(e)memory': 0,
    power_w: 0,
  });
}

/** Only prefill workers split a sequence, so only they have a context-parallel column. */
function workerColumns(
  prefix: '(p)' | '(d)',
  context: EngineContext,
  worker: StaticWorker,
): Record<string, string | number> {
  const { tp, pp, dp, moeTp, moeEp, cp } = worker.layout;
  return {
    [`${prefix}tp`]: tp,
    [`${prefix}pp`]: pp,
    [`${prefix}dp`]: dp,
    [`${prefix}moe_tp`]: moeTp,
    [`${prefix}moe_ep`]: moeEp,
    ...(prefix === '(p)' ? { '(p)cp': cp } : {}),
    [`${prefix}parallel`]: worker.label,
    ...quantColumns(context, prefix),
    [`${prefix}memory`]: worker.memoryGib,
    [`${prefix}backend`]: context.backendName,
    [`${prefix}version`]: context.backendVersion,
    [`${prefix}system`]: context.systemName,
  };
}
