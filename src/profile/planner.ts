import type { Row } from '../engine/sweep-agg.ts';
import { RenderError } from '../errors.ts';
import type { Architecture } from '../models/architecture.ts';
import { type AutoscaleQuery, PLANNER_TPOT_MS, pickAutoscale } from '../pick/autoscale.ts';
import { numberIn, RATE_COLUMN } from '../pick/rows.ts';
import type { ProfileRequest } from '../request/request.ts';
import type { Backend } from '../serving.ts';
import { type PlannerStages, runStages } from './experiments.ts';
import { type Attempt, attemptOf } from './explanation.ts';
import { infeasible } from './infeasible.ts';
import type { MeasuredBackend } from './measured.ts';
import { latenciesOf, type Outcome, resolved } from './outcome.ts';

/** What the reference takes for `auto`, whether it was measured to be good or not. */
const REFERENCE_AUTO: Backend = 'vllm';

/** The ranked pairs of one backend. */
interface Paired extends PlannerStages {
  readonly rows: readonly Row[];
}

/**
 * One prefill and one decode worker for a planner to scale: no rate matching, no experiments.
 * Source: ai-dynamo 1.4.2, profiler/rapid.py, `_run_autoscale_sim`.
 * @throws RenderError NOT_MEASURED or NO_FEASIBLE_CONFIG
 */
export function pickForPlanner(
  request: ProfileRequest,
  architecture: Architecture,
  backends: readonly MeasuredBackend[],
): Outcome {
  requireTwoGpus(request);
  const query = autoscaleQuery(request);
  const tried = backends.filter(isTried(request)).map((measured): Paired => {
    const planner = runStages(request, architecture, measured);
    return { ...planner, rows: pickAutoscale({ ...planner.stages, contexts: planner.contexts }, query) };
  });
  const attempts = tried.map((paired) => toAttempt(request, paired));
  const best = tried.reduce<Paired | undefined>((a, b) => (isBetter(b.rows[0], a?.rows[0], query) ? b : a), undefined);
  const row = best?.rows[0];
  if (best === undefined || row === undefined) throw noRoom(request, tried) ?? infeasible(request, attempts);
  return {
    ...resolved(best.measured),
    chosen: 'disagg',
    latencies: latenciesOf(row),
    experiments: {},
    picked: best.rows,
    attempts,
  };
}

function isTried({ backend, compat }: ProfileRequest): (measured: MeasuredBackend) => boolean {
  return (measured) => backend !== 'auto' || compat === 'ours' || measured.backend === REFERENCE_AUTO;
}

/** An end-to-end limit stands for the first token's; only the mend looks at the budget. */
function autoscaleQuery({ workload, sla, hardware, compat }: ProfileRequest): AutoscaleQuery {
  return {
    isl: workload.isl,
    osl: workload.osl,
    ttftMs: sla.kind === 'pair' ? sla.ttftMs : sla.e2eLatencyMs,
    maxGpus: compat === 'reference' ? Number.POSITIVE_INFINITY : hardware.totalGpus,
  };
}

/** Between backends as within one: what keeps the limits goes first, then the higher rate per GPU. */
function isBetter(a: Row | undefined, b: Row | undefined, { ttftMs }: AutoscaleQuery): boolean {
  if (a === undefined || b === undefined) return a !== undefined;
  const within = (row: Row): number =>
    Number(numberIn(row, 'ttft') < ttftMs && numberIn(row, 'tpot') < PLANNER_TPOT_MS);
  return (within(a) - within(b) || numberIn(a, RATE_COLUMN) - numberIn(b, RATE_COLUMN)) > 0;
}

function toAttempt(request: ProfileRequest, paired: Paired): Attempt {
  const { excluded, fastest } = paired.stages;
  const isWithin = (row: Row): boolean => numberIn(row, 'tpot') < PLANNER_TPOT_MS;
  return attemptOf(request, paired, { rows: paired.rows, isWithin, excluded, fastest });
}

function requireTwoGpus({ hardware, locate }: ProfileRequest): void {
  if (hardware.totalGpus >= 2) return;
  throw new RenderError('NO_FEASIBLE_CONFIG', {
    message: `a planner scales prefill and decode workers on their own, which takes 2 GPUs; totalGpus is ${hardware.totalGpus}`,
    path: 'spec.hardware.totalGpus',
    origin: locate('spec.hardware.totalGpus'),
    hint: 'set totalGpus to 2 or more, or remove features.planner',
  });
}

/** Both kinds of worker exist, but the budget does not hold one of each. */
function noRoom({ hardware, locate, model }: ProfileRequest, tried: readonly Paired[]): RenderError | undefined {
  const smallest = (workers: PlannerStages['stages']['prefill']): number =>
    workers.reduce((least, { gpus }) => Math.min(least, gpus), Number.POSITIVE_INFINITY);
  const neededGpus = tried.reduce(
    (least, { stages }) => Math.min(least, smallest(stages.prefill) + smallest(stages.decode)),
    Number.POSITIVE_INFINITY,
  );
  if (!Number.isFinite(neededGpus)) return undefined;
  return new RenderError('NO_FEASIBLE_CONFIG', {
    message: `one prefill and one decode worker of ${model} take ${neededGpus} GPUs at least; totalGpus is ${hardware.totalGpus}`,
    path: 'spec.hardware.totalGpus',
    origin: locate('spec.hardware.totalGpus'),
    hint: `set totalGpus to ${neededGpus} or more, or choose a GPU with more memory or a quantised checkpoint`,
  });
}
