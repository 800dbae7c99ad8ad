import type { AggPoint } from '../engine/backends.ts';
import type { Row } from '../engine/sweep-agg.ts';
import { createWorker, type EngineContext } from '../engine/worker.ts';
import type { Layout } from '../models/layout.ts';
import type { Operation } from '../models/operations.ts';
import type { PerfData } from '../perfdb/perfdb.ts';
import { numberIn } from '../pick/rows.ts';
import type { ProfileRequest } from '../request/request.ts';
import type { Role } from '../serving.ts';
import { roleContext } from './experiments.ts';
import { measuredBackends } from './measured.ts';
import { findArchitecture } from './models.ts';
import type { Profile } from './profile.ts';

/** Time of one operation in a step. */
interface OperationLine {
  readonly name: string;
  /** How often it runs; fractional under multi-token prediction. */
  readonly count: number;
  readonly onceMs: number;
  readonly totalMs: number;
  /** Measured in which table, or estimated from what. */
  readonly source: string;
}

/** The operations of one step of the picked workers. */
export interface StepTimes {
  readonly title: string;
  readonly lines: readonly OperationLine[];
}

/** Where the time of each kind of operation comes from. */
const SOURCES: Readonly<Record<Operation['kind'], string>> = {
  embedding: 'estimated from memory bandwidth',
  elementWise: 'estimated from memory bandwidth',
  pointToPoint: 'estimated from link bandwidth',
  gemm: 'measured: gemm',
  contextAttention: 'measured: context_attention; estimated: cache writes, rotary embedding',
  generationAttention: 'measured: generation_attention',
  contextMlaModule: 'measured: mla_context_module',
  generationMlaModule: 'measured: mla_generation_module',
  contextMla: 'measured: context_mla',
  generationMla: 'measured: generation_mla',
  mlaBmm: 'measured: mla_bmm',
  experts: 'measured: moe',
  moeDispatch: 'measured: custom_allreduce, nccl',
  collective: 'measured: nccl',
  customAllReduce: 'measured: custom_allreduce',
  fallback: 'measured as one block, or as the sum of its parts',
  overlap: 'the longer of two branches that run at once',
};

const STATIC_GEMM = 'estimated: gemm in fp8 less computescale and scale_matrix';

/**
 * Times of every operation in the steps that the first pick is made of; empty where nothing was measured. Decode steps
 * are taken at the mean length of a request. Prefill and decode workers of a pick are 1.1 and 1.08 times as slow as the
 * sums here (aiconfigurator 0.10.0, sdk/task_v2.py).
 */
export function pickedOperationTimes(request: ProfileRequest, profile: Profile, data: PerfData): readonly StepTimes[] {
  const row = profile.picked[0];
  if (row === undefined) return [];
  const measured = measuredBackends(request, data).find(({ backend }) => backend === profile.backend)!;
  const architecture = findArchitecture(request, data);
  const context = (role: Role): EngineContext => roleContext(architecture, measured, role);
  const { isl, osl } = request.workload;
  const meanLength = isl + Math.floor(osl / 2) + 1;
  if (profile.chosen === 'agg') return aggSteps(context('agg'), row, { isl, osl, meanLength });
  return [
    prefillStep(context('prefill'), layoutOf(row, '(p)'), numberIn(row, '(p)bs'), isl),
    decodeStep(context('decode'), layoutOf(row, '(d)'), numberIn(row, '(d)bs'), meanLength),
  ];
}

interface Lengths {
  readonly isl: number;
  readonly osl: number;
  readonly meanLength: number;
}

function aggSteps(context: EngineContext, row: Row, { isl, osl, meanLength }: Lengths): readonly StepTimes[] {
  const [batch, contextTokens] = [numberIn(row, 'bs'), numberIn(row, 'ctx_tokens')];
  const point: AggPoint = { isl, osl, batch, contextTokens, steps: Math.ceil((isl * batch) / contextTokens) };
  const decodes = batch === 1 ? 0 : context.backend.mixedDecodeBatch(point);
  const layout = layoutOf(row, '');
  const { contextOps, generationOps } = createWorker(context, layout);
  const prefills = Math.ceil(contextTokens / isl);
  const chunks = Math.ceil(isl / contextTokens);
  const tokens = contextTokens + decodes;
  const mixed = contextOps.map((op) => {
    if (op.name !== 'context_attention') return timed(context, op, 1, tokens);
    const line = timed(context, op, prefills, isl);
    return { ...line, onceMs: line.onceMs / chunks, totalMs: line.totalMs / chunks };
  });
  const attention = decodes === 0 ? [] : generationOps.filter(({ name }) => name === 'generation_attention');
  const title = `mixed step: ${contextTokens} prefill tokens, ${decodes} decoding sequences`;
  return [
    { title, lines: [...mixed, ...attention.map((op) => decoded(context, op, decodes, meanLength))] },
    decodeStep(context, layout, batch, meanLength),
  ];
}

function prefillStep(context: EngineContext, layout: Layout, batch: number, length: number): StepTimes {
  const lines = createWorker(context, layout).contextOps.map((op) => timed(context, op, batch, length));
  return { title: `prefill step: ${batch} sequences of ${length} tokens`, lines };
}

function decodeStep(context: EngineContext, layout: Layout, batch: number, length: number): StepTimes {
  const lines = createWorker(context, layout).generationOps.map((op) => decoded(context, op, batch, length));
  return { title: `decode step: ${batch} sequences at ${length} tokens`, lines };
}

function timed(context: EngineContext, op: Operation, batch: number, sequenceLength: number): OperationLine {
  const tokens = op.name.includes('logits_gemm') ? batch : batch * sequenceLength;
  return line(op, context.operationTime(op, { tokens, batch, sequenceLength }));
}

function decoded(context: EngineContext, op: Operation, sequences: number, sequenceLength: number): OperationLine {
  const batch = sequences * (context.architecture.nextn + 1);
  return line(op, context.operationTime(op, { tokens: batch, batch, sequenceLength }));
}

function line(op: Operation, totalMs: number): OperationLine {
  const source = op.kind === 'gemm' && op.quant === 'fp8_static' ? STATIC_GEMM : SOURCES[op.kind];
  return { name: op.name, count: op.count, onceMs: op.count === 0 ? 0 : totalMs / op.count, totalMs, source };
}

function layoutOf(row: Row, prefix: '' | '(p)' | '(d)'): Layout {
  const size = (name: string): number => Number(row[`${prefix}${name}`] ?? 1);
  return {
    tp: size('tp'),
    pp: size('pp'),
    dp: size('dp'),
    moeTp: size('moe_tp'),
    moeEp: size('moe_ep'),
    cp: size('cp'),
  };
}
