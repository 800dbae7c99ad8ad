import type { Candidate, Metrics, MixedStep, StageChoice, WorkerChoice } from '../../engine/candidate.ts';
import { onePair } from '../../pick/autoscale.ts';
import { deployWithin, type LoadShare, loadBudget, type PickedCandidate } from '../../pick/ranking.ts';
import type { PickingMode } from '../../request/request.ts';
import { type Prefix, QUANT_COLUMNS, type Row } from './row.ts';

/** What a row does not say of the pick that it stands for. */
export interface RowContext {
  readonly pickingMode: PickingMode;
  readonly totalGpus: number;
}

/**
 * The pick that a row stands for, with how often the budget holds it. Reads every row that `toRow` makes and those of
 * recorded runs; of what a row lacks, counts are 1 and figures 0. An aggregated row does not tell whether its table ranked several backends.
 */
export function fromRow(row: Row, { pickingMode, totalGpus }: RowContext): PickedCandidate {
  const candidate = toCandidate(row);
  const load = loadOf(row);
  const { 'tokens/s/gpu_cluster': clusterRate, backend } = row;
  const budgetGpus = load === undefined ? totalGpus : loadBudget(load, totalGpus);
  return {
    ...(pickingMode === 'autoscale' ? onePair(candidate) : { candidate, ...deployWithin(candidate, budgetGpus) }),
    ...(clusterRate !== undefined && { clusterRate: Number(clusterRate) }),
    ...(load && { load }),
    ...(candidate.mode === 'disagg' && backend !== undefined && { backend: String(backend) }),
  };
}

function toCandidate(row: Row): Candidate {
  const base = {
    model: text(row, 'model'),
    isl: figure(row, 'isl'),
    osl: figure(row, 'osl'),
    gpus: count(row, 'num_total_gpus'),
    metrics: metricsOf(row),
  };
  if (row['(d)tp'] === undefined) return { ...base, mode: 'agg', worker: workerOf(row, ''), step: stepOf(row) };
  return { ...base, mode: 'disagg', prefill: stageOf(row, '(p)'), decode: stageOf(row, '(d)') };
}

function metricsOf(row: Row): Metrics {
  return {
    ttftMs: figure(row, 'ttft'),
    tpotMs: figure(row, 'tpot'),
    requestMs: figure(row, 'request_latency'),
    concurrency: figure(row, 'concurrency'),
    requestsPerSec: figure(row, 'seq/s'),
    requestsPerSecPerGpu: figure(row, 'seq/s/gpu'),
    tokensPerSec: figure(row, 'tokens/s'),
    tokensPerSecPerGpu: figure(row, 'tokens/s/gpu'),
    tokensPerSecPerUser: figure(row, 'tokens/s/user'),
  };
}

function stepOf(row: Row): MixedStep {
  return {
    contextTokens: figure(row, 'ctx_tokens'),
    tokens: figure(row, 'num_tokens'),
    prefills: figure(row, 'num_ctx_reqs'),
    decodes: figure(row, 'num_gen_reqs'),
    balance: figure(row, 'balance_score'),
  };
}

function stageOf(row: Row, prefix: Prefix): StageChoice {
  return { ...workerOf(row, prefix), requestsPerSec: figure(row, `${prefix}seq/s/worker`) };
}

/** An aggregated row stands for one worker whatever count it has. */
function workerOf(row: Row, prefix: Prefix): WorkerChoice {
  const size = (name: string): number => count(row, `${prefix}${name}`);
  const named = (name: string): string => text(row, `${prefix}${name}`);
  const quant = QUANT_COLUMNS.flatMap(([mode, column]) => {
    return row[`${prefix}${column}`] === undefined ? [] : [[mode, named(column)] as const];
  });
  return {
    layout: {
      tp: size('tp'),
      pp: size('pp'),
      dp: size('dp'),
      moeTp: size('moe_tp'),
      moeEp: size('moe_ep'),
      cp: size('cp'),
    },
    batch: size('bs'),
    workers: prefix === '' ? 1 : Math.max(size('workers'), 1),
    quant: Object.fromEntries(quant),
    memoryGib: figure(row, `${prefix}memory`),
    engine: { backend: named('backend'), version: named('version'), system: named('system') },
  };
}

function loadOf(row: Row): LoadShare | undefined {
  const gpus = figure(row, 'total_gpus_needed');
  if (gpus < 1) return undefined;
  const { load_served_pct: percent } = row;
  return {
    replicas: figure(row, 'replicas_needed'),
    gpus: Math.trunc(gpus),
    ...(percent !== undefined && { servedPercent: Number(percent) }),
  };
}

function count(row: Row, column: string): number {
  return Math.trunc(figure(row, column, 1));
}

/** Numbers may be text, as NaN is in recorded rows. */
function figure(row: Row, column: string, otherwise = 0): number {
  const value = Number(row[column] ?? otherwise);
  return Number.isNaN(value) ? otherwise : value;
}

function text(row: Row, column: string): string {
  return String(row[column] ?? '');
}
