import { mixedStepMs } from '../../src/engine/mixed-step.ts';
import { createWorker, type EngineContext, type Worker } from '../../src/engine/worker.ts';
import { parseArchitecture } from '../../src/models/architecture.ts';
import type { Layout } from '../../src/models/layout.ts';
import { familyModel } from '../../src/models/model.ts';
import { DataMissing } from '../../src/operations/data-missing.ts';
import { type Operation, weightBytes } from '../../src/operations/operations.ts';
import { operationTimer } from '../../src/operations/timer.ts';
import type { Engine } from '../../src/profile/engines.ts';
import { roleContext } from '../../src/profile/experiments.ts';
import type { Backend, Role } from '../../src/serving.ts';
import { ourWords, type RecordedRow, rowName, rowWords } from './reference-operation.ts';

/** Lists, times and memory of one model at one place, as the reference gave them. */
export interface RecordedFamily {
  readonly model: string;
  readonly family: string;
  readonly system: string;
  readonly backend: Backend;
  readonly version: string;
  readonly engine: string;
  /** Tokens that a decode step predicts besides the next one; none where it is left out. */
  readonly nextn?: number;
  readonly modes: Modes;
  readonly disaggModes?: Readonly<Record<'prefill' | 'decode', Modes>>;
  readonly layouts: readonly RecordedLayout[];
}

type Modes = Readonly<Record<'gemm' | 'moe' | 'kvcache' | 'fmha', string>>;

interface RecordedLayout {
  readonly layout: readonly [tp: number, pp: number, dp: number, moeTp: number, moeEp: number, cp: number];
  readonly error?: string;
  readonly points?: readonly (readonly [batch: number, isl: number, osl: number])[];
  readonly context?: readonly RecordedTimes[];
  readonly contextErrors?: readonly string[];
  readonly generation?: readonly RecordedTimes[];
  readonly generationErrors?: readonly string[];
  readonly weights?: readonly (readonly [string, number])[];
  readonly kvBytes?: Readonly<Record<string, number>>;
  readonly memory?: Readonly<Record<string, { readonly total: number; readonly kvcache: number }>>;
  readonly mixed?: string | { readonly latency: number };
}

type RecordedTimes = RecordedRow & {
  /** By point; null where a list was not timed, or for all but the first operation of a name. */
  readonly ms: readonly (number | null)[] | null;
};

/** How many values were compared, how far the worst is off (relative), and what disagrees. */
export interface FamilyAgreement {
  readonly compared: number;
  readonly worst: number;
  readonly failures: readonly string[];
}

/** The mixed step that was recorded. */
const MIXED = { contextTokens: 4096, isl: 2048, prefills: 2, chunks: 1, decodes: 6, decodeLength: 2048 + 128 + 1 };
const DECODE_STRIDE = 32;
const TOLERANCE = 1e-12;

/** Compares everything of a recording. */
export function compareFamily(recorded: RecordedFamily, engine: Engine): FamilyAgreement {
  const tally = new Tally();
  const contexts = { agg: contextOf(recorded, engine, 'agg') };
  tally.same('version', contexts.agg.backendVersion, recorded.version);
  tally.same('family', contexts.agg.architecture.family ?? 'none', recorded.family);
  const roles = Object.entries({ agg: recorded.modes, ...recorded.disaggModes }) as [Role, Modes][];
  for (const [role, modes] of roles) {
    const { gemm, moe, kvCache, fmha } = contextOf(recorded, engine, role).quant;
    const ours = { gemm, moe, kvCache, fmha };
    tally.same(`${role} modes`, JSON.stringify(ours), JSON.stringify(inOurOrder(modes)));
  }
  for (const layout of recorded.layouts) compareLayout(contexts.agg, layout, tally);
  return tally;
}

function inOurOrder({ gemm, moe, kvcache: kvCache, fmha }: Modes) {
  return { gemm, moe, kvCache, fmha };
}

/** Drafts are those of the recording. */
function contextOf(
  { model, system: systemName, backend, nextn = 0 }: RecordedFamily,
  engine: Engine,
  role: Role,
): EngineContext {
  const { revision, data } = engine;
  const [database, system] = [data.database(systemName, backend), data.systems[systemName]];
  const files = data.models().models[model];
  if (database === undefined || system === undefined || files === undefined)
    throw new Error(`${model} with ${backend} on ${systemName} is not modelled`);
  const architecture = { ...parseArchitecture(model, files), nextn };
  const operationTime = operationTimer({ database, system, lookups: revision.lookups });
  return roleContext(architecture, { backend, revision, database, system, operationTime }, role);
}

function compareLayout(context: EngineContext, recorded: RecordedLayout, tally: Tally): void {
  const [tp, pp, dp, moeTp, moeEp, cp] = recorded.layout;
  const label = recorded.layout.join(' ');
  const worker = tried(() => createWorker(context, { tp, pp, dp, moeTp, moeEp, cp }));
  tally.same(
    `${label} made`,
    worker === undefined ? 'refused' : 'made',
    recorded.error === undefined ? 'made' : 'refused',
  );
  if (worker === undefined || recorded.error !== undefined) return;
  const check = { context, worker, recorded, tally, label };
  comparePhase(check, 'context');
  comparePhase(check, 'generation');
  compareWeights(check);
  compareMemory(check, { tp, pp, dp, moeTp, moeEp, cp });
  compareMixed(check);
}

interface Check {
  readonly context: EngineContext;
  readonly worker: Worker;
  readonly recorded: RecordedLayout;
  readonly tally: Tally;
  readonly label: string;
}

function comparePhase({ worker, recorded, tally, label }: Check, phase: 'context' | 'generation'): void {
  const ops: readonly Operation[] = phase === 'context' ? worker.contextOps : worker.generationOps;
  const rows = recorded[phase] ?? [];
  tally.same(`${label} ${phase}`, ops.map(ourWords).join('\n'), rows.map(rowWords).join('\n'));
  const names = phase === 'context' ? worker.contextNames : worker.generationNames;
  for (const [at, [batch, isl, osl]] of (recorded.points ?? []).entries()) {
    const times = tried(() =>
      phase === 'context'
        ? worker.contextTimes(batch, isl)
        : worker.decodeTotals({ batch, isl, osl, stride: DECODE_STRIDE }),
    );
    const wanted = recorded[`${phase}Errors`]?.[at];
    const place = `${label} ${phase} at ${batch} ${isl} ${osl}`;
    tally.same(place, times === undefined ? 'missing' : 'timed', wanted ? 'missing' : 'timed');
    if (times === undefined || wanted) continue;
    for (const [i, name] of names.entries()) {
      const row = rows.find((one) => rowName(one) === name);
      tally.near(`${place} ${name}`, times[i]!, row?.ms?.[at] ?? Number.NaN);
    }
  }
}

function compareWeights({ worker, recorded, tally, label }: Check): void {
  const weighed = worker.contextOps.map((op) => [op.name, weightBytes(op)] as const).filter(([, bytes]) => bytes > 0);
  const wanted = (recorded.weights ?? []).filter(([, bytes]) => bytes > 0);
  tally.same(`${label} weights`, weighed.map(([name]) => name).join(' '), wanted.map(([name]) => name).join(' '));
  for (const [i, [name, bytes]] of wanted.entries())
    tally.near(`${label} weights of ${name}`, weighed[i]?.[1] ?? Number.NaN, bytes);
}

function compareMemory({ context, worker, recorded, tally, label }: Check, layout: Layout): void {
  const { architecture, quant, backendName: backend, revision } = context;
  const plan = { architecture, layout, quant, backend, revision: revision.models };
  for (const [tokens, bytes] of Object.entries(recorded.kvBytes ?? {}))
    tally.near(
      `${label} cache of ${tokens}`,
      familyModel(architecture).kvBytesPerSequence(plan, Number(tokens)),
      bytes,
    );
  for (const [point, { total, kvcache }] of Object.entries(recorded.memory ?? {})) {
    const [batch, isl, osl, tokens] = (point.match(/\d+/g) ?? []).map(Number) as [number, number, number, number];
    const { totalGib, kvCacheGib } = worker.memory(batch, tokens || isl * batch, isl + osl);
    tally.near(`${label} memory at ${point}`, totalGib, total);
    tally.near(`${label} cache at ${point}`, kvCacheGib, kvcache);
  }
}

function compareMixed({ worker, recorded: { mixed }, tally, label }: Check): void {
  if (mixed === undefined) return;
  const ms = tried(() => mixedStepMs(worker, MIXED));
  tally.same(`${label} mixed`, ms === undefined ? 'missing' : 'timed', typeof mixed === 'string' ? 'missing' : 'timed');
  if (ms !== undefined && typeof mixed !== 'string') tally.near(`${label} mixed`, ms, mixed.latency);
}

function tried<Value>(ask: () => Value): Value | undefined {
  try {
    return ask();
  } catch (error) {
    if (error instanceof DataMissing) return undefined;
    throw error;
  }
}

class Tally implements FamilyAgreement {
  compared = 0;
  worst = 0;
  readonly failures: string[] = [];

  same(what: string, ours: string, theirs: string): void {
    this.compared += 1;
    if (ours !== theirs) this.failures.push(`${what}: ${ours}, recorded ${theirs}`);
  }

  near(what: string, ours: number, theirs: number): void {
    this.compared += 1;
    if (ours === theirs) return;
    const off = Math.abs(ours - theirs) / Math.max(Math.abs(ours), Math.abs(theirs));
    this.worst = Math.max(this.worst, off);
    if (!(off <= TOLERANCE)) this.failures.push(`${what}: ${ours}, recorded ${theirs}`);
  }
}
