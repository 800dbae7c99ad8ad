import { expertSpreading } from '../../src/engine/expert-spread.ts';
import { REVISIONS } from '../../src/engine/revisions.ts';
import { quantModes } from '../../src/engine/role-quant.ts';
import { createWorker, type EngineContext, prefillPoint, type Worker } from '../../src/engine/worker.ts';
import { parseArchitecture } from '../../src/models/architecture.ts';
import { DataMissing } from '../../src/operations/data-missing.ts';
import type { StepPoint } from '../../src/operations/kind.ts';
import { type Operation, weightBytes } from '../../src/operations/operations.ts';
import { operationTimer } from '../../src/operations/timer.ts';
import type { Engine } from '../../src/profile/engines.ts';
import type { EngineName } from '../../src/releases.ts';
import type { Backend } from '../../src/serving.ts';

type RecordedRow = readonly [name: string, ...times: (number | string)[]];

/** Times of single operations as the reference gave them, over every parallel choice. */
export interface RecordedOperations {
  /** What they were recorded from, such as `aiconfigurator-core 0.12.0`; the first generation's do not say. */
  readonly engine?: string;
  readonly model: string;
  readonly system: string;
  readonly backend: Backend;
  readonly version: string;
  /** Quantisation modes of an aggregated worker, such as `GEMMQuantMode.fp8_block`. */
  readonly modes: Readonly<Record<string, string>>;
  readonly contextPoints: readonly (readonly [batch: number, length: number])[];
  readonly generationPoints: readonly (readonly [batch: number, length: number])[];
  readonly choices: readonly RecordedChoice[];
}

interface RecordedChoice {
  readonly tp: number;
  readonly pp: number;
  readonly dp: number;
  readonly moe_tp: number;
  readonly moe_ep: number;
  readonly cp: number;
  readonly error?: string;
  readonly context: readonly RecordedRow[];
  readonly generation: readonly RecordedRow[];
  readonly weights: readonly (readonly [string, number])[];
}

/** How computed and recorded operations agree. */
export interface OperationAgreement {
  readonly compared: number;
  /** Values equal to the last digit. */
  readonly exact: number;
  readonly worst: number;
  readonly failures: readonly string[];
}

/** The generation of the engine that a recording is of. */
export function recordedGeneration({ engine }: RecordedOperations): EngineName {
  const version = /(\d+\.\d+)\.\d+$/.exec(engine ?? '')?.[1] ?? '0.10';
  const known = Object.values(REVISIONS).find(({ name }) => name === version);
  if (known === undefined) throw new Error(`recorded from ${engine}, which there is no engine for`);
  return known.name;
}

const OPERATION_TOLERANCE = 1e-6;

/** Compares every time, every error and every weight of a recording. */
export function compareOperations(recorded: RecordedOperations, engine: Engine): OperationAgreement {
  const context = engineContext(recorded, engine);
  const tally = { compared: 0, exact: 0, worst: 0, failures: [] as string[] };
  if (context.backendVersion !== recorded.version)
    tally.failures.push(`version ${context.backendVersion}, recorded ${recorded.version}`);
  const modes = Object.entries(recorded.modes).map(([, mode]) => mode.split('.')[1] ?? mode);
  const { gemm, moe, kvCache, fmha, comm } = context.quant;
  compareValue(tally, 'modes', [gemm, moe, kvCache, fmha, comm].join(' '), modes.join(' '));
  for (const choice of recorded.choices) {
    const label = `tp${choice.tp}dp${choice.dp}etp${choice.moe_tp}ep${choice.moe_ep}cp${choice.cp}`;
    const check = (what: string, got: number | string, want: number | string): void =>
      compareValue(tally, `${label} ${what}`, got, want);
    const worker = tryWorker(context, choice);
    check('worker', typeof worker === 'string' ? 'error' : 'made', choice.error === undefined ? 'made' : 'error');
    if (typeof worker === 'string' || choice.error !== undefined) continue;
    comparePhase(
      context,
      worker.contextOps,
      choice.context,
      recorded.contextPoints,
      ([batch, length]) => prefillPoint(batch, length),
      check,
    );
    comparePhase(
      context,
      worker.generationOps,
      choice.generation,
      recorded.generationPoints,
      ([batch, sequenceLength]) => ({ tokens: batch, batch, sequenceLength }),
      check,
    );
    compareWeights(worker.contextOps, choice.weights, check);
  }
  return tally;
}

function engineContext(recorded: RecordedOperations, { revision, data }: Engine): EngineContext {
  const files = data.models().models[recorded.model];
  const database = data.database(recorded.system, recorded.backend);
  const system = data.systems[recorded.system];
  if (files === undefined || database === undefined || system === undefined) {
    throw new Error(`${recorded.model} with ${recorded.backend} on ${recorded.system} is not modelled`);
  }
  const read = parseArchitecture(recorded.model, files);
  const architecture = { ...read, nextn: revision.drafts.predictedTokens(read.nextn) };
  const scope = { architecture, database, system, role: 'agg' as const };
  const quant = quantModes(scope, revision.quantisation);
  return {
    architecture,
    quant,
    spread: expertSpreading({ ...scope, quant }, revision.spread),
    backendName: recorded.backend,
    backendVersion: database.version,
    revision,
    backend: revision.backends[recorded.backend],
    systemName: recorded.system,
    system,
    operationTime: operationTimer({ database, system, lookups: revision.lookups }),
  };
}

function tryWorker(context: EngineContext, { tp, pp, dp, moe_tp, moe_ep, cp }: RecordedChoice): Worker | string {
  try {
    return createWorker(context, { tp, pp, dp, moeTp: moe_tp, moeEp: moe_ep, cp });
  } catch (error) {
    if (error instanceof DataMissing) return error.message;
    throw error;
  }
}

/** Some recordings leave out what has no weights. */
function compareWeights(ops: readonly Operation[], recorded: RecordedChoice['weights'], check: Check): void {
  const weighed = ops.map((op) => [op.name, weightBytes(op)] as const).filter(([, bytes]) => bytes > 0);
  for (const [i, [name, bytes]] of recorded.filter(([, bytes]) => bytes > 0).entries()) {
    const [found, computed] = weighed[i] ?? [];
    check(`weights of ${name}`, found === name ? computed! : 'missing', bytes);
  }
}

type Point = readonly [batch: number, length: number];
type Check = (what: string, got: number | string, want: number | string) => void;

function comparePhase(
  context: EngineContext,
  ops: readonly Operation[],
  rows: readonly RecordedRow[],
  points: readonly Point[],
  stepOf: (point: Point) => StepPoint,
  check: Check,
): void {
  check('operations', ops.map(({ name }) => name).join(' '), rows.map(([name]) => name).join(' '));
  for (const [i, op] of ops.entries()) {
    for (const [j, point] of points.entries()) {
      const want = rows[i]?.[j + 1] ?? 'missing';
      check(`${op.name} at ${point}`, time(context, op, stepOf(point)), typeof want === 'string' ? 'error' : want);
    }
  }
}

function time(context: EngineContext, op: Operation, step: StepPoint): number | string {
  try {
    return context.operationTime(op, step);
  } catch (error) {
    if (error instanceof DataMissing) return 'error';
    throw error;
  }
}

function compareValue(
  tally: { compared: number; exact: number; worst: number; failures: string[] },
  what: string,
  got: number | string,
  want: number | string,
): void {
  tally.compared += 1;
  if (got === want) {
    tally.exact += 1;
    return;
  }
  const difference =
    typeof got === 'number' && typeof want === 'number'
      ? Math.abs(got - want) / Math.abs(want || got)
      : Number.POSITIVE_INFINITY;
  tally.worst = Math.max(tally.worst, difference);
  if (difference > OPERATION_TOLERANCE) tally.failures.push(`${what}: ${got}, recorded ${want}`);
}
