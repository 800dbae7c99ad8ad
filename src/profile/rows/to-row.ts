import type { AggCandidate, DisaggCandidate, Metrics, StageChoice, WorkerChoice } from '../../engine/candidate.ts';
import { type Layout, layoutLabel } from '../../models/layout.ts';
import type { PickedCandidate } from '../../pick/ranking.ts';
import { type Prefix, QUANT_COLUMNS, type Row } from './row.ts';

/** A candidate with what a ranking made of it as a row, columns in the reference's order. */
export function toRow({
  candidate,
  clusterRate,
  load,
  backend,
}: Pick<PickedCandidate, 'candidate' | 'clusterRate' | 'load' | 'backend'>): Row {
  return {
    ...(candidate.mode === 'agg' ? aggColumns(candidate) : disaggColumns(candidate)),
    ...(clusterRate !== undefined && { 'tokens/s/gpu_cluster': clusterRate }),
    ...(load && { replicas_needed: load.replicas, total_gpus_needed: load.gpus }),
    ...(load?.servedPercent !== undefined && { load_served_pct: load.servedPercent }),
    ...(backend !== undefined && { backend }),
  };
}

/** What every row begins with. */
function loadColumns({ model, isl, osl, metrics }: AggCandidate | DisaggCandidate): Row {
  const { concurrency, requestsPerSec } = metrics;
  return { model, isl, osl, prefix: 0, concurrency, request_rate: requestsPerSec };
}

function aggColumns(candidate: AggCandidate): Row {
  const { worker, step, metrics } = candidate;
  const { batch, layout } = worker;
  return {
    ...loadColumns(candidate),
    bs: batch,
    global_bs: batch * layout.dp,
    ttft: metrics.ttftMs,
    tpot: metrics.tpotMs,
    request_latency: metrics.requestMs,
    encoder_latency: 0,
    encoder_memory: 0,
    ...rateColumns(metrics),
    num_total_gpus: candidate.gpus,
    ...layoutColumns(layout, ''),
    cp: layout.cp,
    parallel: layoutLabel(layout),
    ...quantColumns(worker, ''),
    memory: worker.memoryGib,
    balance_score: step.balance,
    num_ctx_reqs: step.prefills,
    num_gen_reqs: step.decodes,
    num_tokens: step.tokens,
    ctx_tokens: step.contextTokens,
    gen_tokens: step.decodes,
    ...engineColumns(worker, ''),
    power_w: 0,
  };
}

function disaggColumns(candidate: DisaggCandidate): Row {
  const { prefill, decode, metrics } = candidate;
  return {
    ...loadColumns(candidate),
    ...countColumns(prefill, '(p)'),
    ...countColumns(decode, '(d)'),
    ttft: metrics.ttftMs,
    tpot: metrics.tpotMs,
    request_latency: metrics.requestMs,
    encoder_latency: 0,
    ...rateColumns(metrics),
    '(p)seq/s/worker': prefill.requestsPerSec,
    '(d)seq/s/worker': decode.requestsPerSec,
    num_total_gpus: candidate.gpus,
    ...layoutColumns(prefill.layout, '(p)'),
    // Only prefill workers split a sequence, so only they have a column for it.
    '(p)cp': prefill.layout.cp,
    ...stageColumns(prefill, '(p)'),
    ...layoutColumns(decode.layout, '(d)'),
    ...stageColumns(decode, '(d)'),
    '(e)workers': 0,
    '(e)tp': 0,
    '(e)pp': 0,
    '(e)parallel': '',
    '(e)memory': 0,
    power_w: 0,
  };
}

function rateColumns(metrics: Metrics): Row {
  return {
    'seq/s': metrics.requestsPerSec,
    'seq/s/gpu': metrics.requestsPerSecPerGpu,
    'tokens/s': metrics.tokensPerSec,
    'tokens/s/gpu': metrics.tokensPerSecPerGpu,
    'tokens/s/user': metrics.tokensPerSecPerUser,
  };
}

function countColumns({ batch, layout, workers }: WorkerChoice, prefix: Prefix): Row {
  return { [`${prefix}bs`]: batch, [`${prefix}global_bs`]: batch * layout.dp, [`${prefix}workers`]: workers };
}

function layoutColumns({ tp, pp, dp, moeTp, moeEp }: Layout, prefix: Prefix): Row {
  return {
    [`${prefix}tp`]: tp,
    [`${prefix}pp`]: pp,
    [`${prefix}dp`]: dp,
    [`${prefix}moe_tp`]: moeTp,
    [`${prefix}moe_ep`]: moeEp,
  };
}

function stageColumns(worker: StageChoice, prefix: Prefix): Row {
  return {
    [`${prefix}parallel`]: layoutLabel(worker.layout),
    ...quantColumns(worker, prefix),
    [`${prefix}memory`]: worker.memoryGib,
    ...engineColumns(worker, prefix),
  };
}

function engineColumns({ engine: { backend, version, system } }: WorkerChoice, prefix: Prefix): Row {
  return { [`${prefix}backend`]: backend, [`${prefix}version`]: version, [`${prefix}system`]: system };
}

/** The modes that a worker runs in. */
function quantColumns({ quant }: WorkerChoice, prefix: Prefix): Row {
  const columns = QUANT_COLUMNS.flatMap(([mode, column]) => {
    const name = quant[mode];
    return name === undefined ? [] : [[`${prefix}${column}`, name] as const];
  });
  return Object.fromEntries(columns);
}
