import type { DisaggContexts } from '../engine/disagg-candidate.ts';
import { expertSpreading } from '../engine/expert-spread.ts';
import { missingModes } from '../engine/measured-modes.ts';
import { quantModes } from '../engine/role-quant.ts';
import { workerLayouts } from '../engine/search-space.ts';
import type { SweepResult } from '../engine/sweep.ts';
import { type AggPoints, aggPoints, keepBest, pointsWithin } from '../engine/sweep-agg.ts';
import {
  type DisaggPairs,
  type DisaggStages,
  disaggPairs,
  disaggStages,
  keepPairs,
  type StageQuery,
  stagesWithin,
} from '../engine/sweep-disagg.ts';
import { endToEndTargets, type LatencyTarget, pairTargets } from '../engine/targets.ts';
import type { EngineContext } from '../engine/worker.ts';
import type { Architecture } from '../models/architecture.ts';
import type { Layout } from '../models/layout.ts';
import type { ProfileRequest } from '../request/request.ts';
import { limitsOf } from '../request/sla.ts';
import { MODES, type Mode, type Role } from '../serving.ts';
import type { MeasuredBackend } from './measured.ts';
import { allowsMode, mostMemoryGib } from './wish-limits.ts';

/** One mode of serving with one backend. */
export interface Tried {
  readonly mode: Mode;
  readonly measured: MeasuredBackend;
  /** Layouts that were left out because no flag of the backend expresses them. */
  readonly inexpressible: readonly Layout[];
}

/** What the sweep of one experiment came to. */
export interface Experiment extends Tried {
  readonly sweep: SweepResult;
}

/** The workers that a planner's pick chooses from. */
export interface PlannerStages extends Tried {
  readonly contexts: DisaggContexts;
  readonly stages: DisaggStages;
}

const NOTHING = { ttftMs: Number.POSITIVE_INFINITY, tpotMs: Number.POSITIVE_INFINITY };

/** Sweeps the modes that are allowed: aggregated serving, and disaggregated serving where there are two GPUs for it. */
export function sweepBackend(
  request: ProfileRequest,
  architecture: Architecture,
  measured: MeasuredBackend,
): readonly Experiment[] {
  const { wishes, sla, hardware } = request;
  const modes = MODES.filter((mode) => allowsMode(wishes, mode) && hardware.totalGpus >= LEAST_GPUS[mode]);
  const limits = JSON.stringify([limitsOf(sla).firstToken, wishes.memoryHeadroomPercent]);
  return modes.map((mode) => measured.once(`${mode} ${limits}`, () => SWEEPS[mode](request, architecture, measured)));
}

/** GPUs without which a mode of serving has no replica. */
const LEAST_GPUS = { agg: 1, disagg: 2 } as const satisfies Record<Mode, number>;

const SWEEPS = { agg: sweepAggregated, disagg: sweepDisaggregated } as const satisfies Record<Mode, unknown>;

function sweepAggregated(request: ProfileRequest, architecture: Architecture, measured: MeasuredBackend): Experiment {
  const { isl, osl } = request.workload;
  const agg = prepare(request, architecture, measured, 'agg');
  const { inexpressible, context, layouts, missing } = agg;
  const points = (): AggPoints => measured.once('points', () => aggPoints(context, { isl, osl, layouts }));
  const within = (): AggPoints => pointsWithin(points(), mostMemoryGib(request.wishes, measured.system));
  const sweep = missing.length > 0 ? unmeasured(agg) : keepBest(within(), targetsOf(request, measured));
  return { mode: 'agg', measured, inexpressible, sweep };
}

function sweepDisaggregated(
  request: ProfileRequest,
  architecture: Architecture,
  measured: MeasuredBackend,
): Experiment {
  const { tried, contexts, query, missing } = prepareStages(request, architecture, measured);
  const { memoryHeadroomPercent = 0 } = request.wishes;
  const asked = { ...query, maxReplicaGpus: request.hardware.totalGpus };
  const pairs = (): DisaggPairs =>
    measured.once(`pairs ${memoryHeadroomPercent}`, () =>
      disaggPairs(contexts, asked, stagesOf(request, { measured, contexts, query })),
    );
  return { ...tried, sweep: missing ?? keepPairs(pairs(), targetsOf(request, measured)) };
}

/** Runs the single workers of both stages without matching them. */
export function runStages(
  request: ProfileRequest,
  architecture: Architecture,
  measured: MeasuredBackend,
): PlannerStages {
  const { tried, contexts, query, missing } = prepareStages(request, architecture, measured);
  const stages =
    missing === undefined ? stagesOf(request, { measured, contexts, query }) : { ...missing, prefill: [], decode: [] };
  return { ...tried, contexts, stages };
}

/** What single workers are made of. */
interface StageParts {
  readonly measured: MeasuredBackend;
  readonly contexts: DisaggContexts;
  readonly query: StageQuery;
}

/** The single workers of both stages, whether a planner wants them or they are paired. */
function stagesOf({ wishes }: ProfileRequest, { measured, contexts, query }: StageParts): DisaggStages {
  const stages = measured.once('stages', () => disaggStages(contexts, query));
  return stagesWithin(stages, mostMemoryGib(wishes, measured.system));
}

/** Both stages of disaggregated serving, or why neither can be timed. */
interface PreparedStages {
  readonly tried: Tried;
  readonly contexts: DisaggContexts;
  readonly query: StageQuery;
  readonly missing: SweepResult | undefined;
}

function prepareStages(request: ProfileRequest, architecture: Architecture, measured: MeasuredBackend): PreparedStages {
  const { isl, osl } = request.workload;
  const prefill = prepare(request, architecture, measured, 'prefill');
  const decode = prepare(request, architecture, measured, 'decode');
  const missing = [...prefill.missing, ...decode.missing];
  return {
    tried: { mode: 'disagg', measured, inexpressible: prefill.inexpressible },
    contexts: { prefill: prefill.context, decode: decode.context },
    query: { isl, osl, prefillLayouts: prefill.layouts, decodeLayouts: decode.layouts },
    missing: missing.length > 0 ? unmeasured({ ...prefill, missing }) : undefined,
  };
}

interface Prepared {
  readonly role: Role;
  readonly context: EngineContext;
  readonly layouts: readonly Layout[];
  readonly inexpressible: readonly Layout[];
  /** Modes that were not measured, in words. */
  readonly missing: readonly string[];
}

/** What the engine needs to time workers of one role. */
export function roleContext(
  architecture: Architecture,
  measured: Omit<MeasuredBackend, 'once'>,
  role: Role,
): EngineContext {
  const { backend, revision, database, system } = measured;
  const scope = { architecture, database, system, role };
  const quant = quantModes(scope, revision.quantisation);
  return {
    architecture,
    quant,
    backendName: backend,
    backendVersion: database.version,
    revision,
    backend: revision.backends[backend],
    systemName: database.system,
    system,
    spread: expertSpreading({ ...scope, quant }, revision.spread),
    operationTime: measured.operationTime,
  };
}

/** What a sweep of one role starts from, which no target changes. */
function prepare(request: ProfileRequest, architecture: Architecture, measured: MeasuredBackend, role: Role): Prepared {
  return measured.once(`prepared ${role}`, () => prepareAnew(request, architecture, measured, role));
}

function prepareAnew(
  request: ProfileRequest,
  architecture: Architecture,
  measured: MeasuredBackend,
  role: Role,
): Prepared {
  const { revision, database, system } = measured;
  const context = roleContext(architecture, measured, role);
  const { layouts: sizes } = revision;
  const maxGpus = request.hardware.totalGpus;
  const { widened } = context.spread;
  const scope = { architecture, backend: context.backend, sizes, system, maxGpus, role, widened };
  const all = workerLayouts(scope);
  const isExpressible = ({ cp }: Layout): boolean => !request.mends.leavesOutContextParallel || cp === 1;
  const [layouts, inexpressible] = [all.filter(isExpressible), all.filter((layout) => !isExpressible(layout))];
  return {
    role,
    context,
    layouts,
    inexpressible,
    missing: missingModes(database, context.quant, { architecture, system, role }, revision),
  };
}

function unmeasured({ role, layouts, missing }: Prepared): SweepResult {
  const detail = `not measured: ${[...new Set(missing)].join(', ')}`;
  const excluded = layouts.map((layout) => ({ layout, role, reason: 'data', detail }) as const);
  return { candidates: [], excluded, fastest: NOTHING, fullest: undefined };
}

/** Token times are swept whatever the request's own limit is; an end-to-end limit is split into both latencies. */
function targetsOf(
  { sla, workload: { osl } }: ProfileRequest,
  { revision: { targets: rules } }: MeasuredBackend,
): readonly LatencyTarget[] {
  const { latency, limitMs } = limitsOf(sla).firstToken;
  return latency === 'requestMs' ? endToEndTargets(limitMs, osl, rules) : pairTargets(limitMs, rules);
}
