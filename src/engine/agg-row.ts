import { type Layout, layoutLabel } from '../models/layout.ts';
import type { AggPoint } from './backends.ts';
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

/** The reference's columns of an aggregated point, rounded to three decimals (sdk/common.py, ColumnsAgg). */
export function aggRow(
  context: EngineContext,
  { layout, gpus }: Worker,
  result: AggResult,
): Record<string, string | number> {
  const { tp, pp, dp, moeTp, moeEp, cp } = layout;
  const { isl, osl, batch, ttftMs, tpotMs } = result;
  const tokensPerSec = result.tokensPerSec * (pp * dp);
  const requestsPerSec = requestRate(result, layout);
  return rounded({
    model: context.architecture.id,
    isl,
    osl,
    prefix: 0,
    concurrency: batch * pp * dp,
    request_rate: requestsPerSec,
    bs: batch,
    global_bs: batch * dp,
    ttft: ttftMs,
    tpot: tpotMs,
    request_latency: ttftMs + tpotMs * Math.max(osl - 1, 0),
    encoder_latency: 0,
    encoder_memory: 0,
    'seq/s': requestsPerSec,
    'seq/s/gpu': requestsPerSec / pp / tp / dp / cp,
    'tokens/s': tokensPerSec,
    'tokens/s/gpu': tokensPerSec / pp / tp / dp / cp,
    'tokens/s/user': osl > 1 && tpotMs > 0 ? 1000 / tpotMs : 0,
    num_total_gpus: gpus,
    tp,
    pp,
    dp,
    moe_tp: moeTp,
    moe_ep: moeEp,
    cp,
    parallel: layoutLabel(layout),
    ...quantColumns(context, ''),
    memory: result.memoryGib,
    balance_score: result.balance,
    num_ctx_reqs: result.prefills,
    num_gen_reqs: result.decodes,
    num_tokens: result.stepTokens,
    ctx_tokens: result.contextTokens,
    gen_tokens: result.decodes,
    backend: context.backendName,
    version: context.backendVersion,
    system: context.systemName,
    power_w: 0,
  });
}

/** Requests a second of one worker with all its pipeline and data-parallel ranks. */
export function requestRate(
  { tokensPerSec, osl }: Pick<AggResult, 'tokensPerSec' | 'osl'>,
  { pp, dp }: Layout,
): number {
  return osl > 1 ? (tokensPerSec * (pp * dp)) / (osl - 1) : 0;
}

/** The modes a worker runs in, as columns with a role prefix such as `(p)`. */
export function quantColumns({ quant }: EngineContext, prefix: string): Record<string, string> {
  return {
    [`${prefix}gemm`]: quant.gemm,
    [`${prefix}kvcache`]: quant.kvCache,
    [`${prefix}fmha`]: quant.fmha,
    [`${prefix}moe`]: quant.moe,
    [`${prefix}comm`]: quant.comm,
  };
}

/** Rounds every number of a row that was just made to three decimals, in place: sweeps make thousands of them. */
export function rounded<Columns extends Record<string, string | number>>(columns: Columns): Columns {
  const row: Record<string, string | number> = columns;
  for (const name in row) {
    const value = row[name];
    if (typeof value === 'number') row[name] = round3(value);
  }
  return columns;
}
