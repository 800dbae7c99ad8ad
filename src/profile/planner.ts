import type { Candidate } from '../engine/candidate.ts';
import type { TargetRules } from '../engine/revision.ts';
import { RenderError } from '../errors.ts';
import { type AutoscaleQuery, pickAutoscale } from '../pick/autoscale.ts';
import { metric, type PickedCandidate } from '../pick/ranking.ts';
import type { ProfileRequest } from '../request/request.ts';
import { limitsOf } from '../request/sla.ts';
import type { Backend } from '../serving.ts';
import { type PlannerStages, runStages } from './experiments.ts';
import { attemptOf, type ExperimentAttempt } from './explanation.ts';
import { infeasible } from './infeasible.ts';
import type { MeasuredBackend, Opened } from './measured.ts';
import { latenciesOf, type PickOutcome, resolved } from './pick-outcome.ts';
import { allowsMode } from './wish-limits.ts';
import { takeFirst } from './wishes.ts';

/** What the reference takes for `auto`, whether it was measured to be good or not. */
const REFERENCE_AUTO: Backend = 'vllm';

const rate = metric('tokensPerSecPerGpu');

/** The ranked pairs of one backend. */
interface Paired extends PlannerStages {
  readonly picked: readonly PickedCandidate[];
}

/**
 * One prefill and one decode worker for a planner to scale: no rate matching, no experiments.
 * Source: ai-dynamo 1.4.2, profiler/rapid.py, `_run_autoscale_sim`.
 * @throws RenderError NOT_MEASURED or NO_FEASIBLE_CONFIG
 */
export function pickForPlanner(request: ProfileRequest, { architecture, backends }: Opened): PickOutcome {
  requireTwoGpus(request);
  const query = autoscaleQuery(request, backends[0]!.revision.targets.planner);
  const tried = backends.filter(isTried(request)).map((measured): Paired => {
    const planner = runStages(request, architecture, measured);
    return { ...planner, picked: pickAutoscale({ ...planner.stages, contexts: planner.contexts }, query) };
  });
  const attempts = tried.map((paired) => toAttempt(request, paired));
  const best = tried.reduce<Paired | undefined>(
    (a, b) => (isBetter(b.picked[0], a?.picked[0], query) ? b : a),
    undefined,
  );
  if (best?.picked[0] === undefined) throw noRoom(request, tried) ?? infeasible(request, architecture, attempts);
  const rows = pickedRows(request, best.picked);
  return {
    ...resolved(best.measured),
    chosen: 'disagg',
    latencies: latenciesOf(rows[0]!),
    experiments: {},
    picked: rows,
    attempts,
  };
}

/** Pairs are all that there is to take. */
function pickedRows(request: ProfileRequest, pairs: readonly PickedCandidate[]): readonly PickedCandidate[] {
  const { take } = request.wishes;
  return take === undefined ? pairs : takeFirst(request, take, take.mode === 'disagg' ? pairs : []);
}

function isTried({ backend, mends, wishes }: ProfileRequest): (measured: MeasuredBackend) => boolean {
  if (!allowsMode(wishes, 'disagg')) return () => false;
  return (measured) => backend !== 'auto' || mends.boundsPlannerPairs || measured.backend === REFERENCE_AUTO;
}

/** An end-to-end limit stands for the first token's; only the mend looks at the budget. */
function autoscaleQuery(
  { workload, sla, hardware, mends }: ProfileRequest,
  { tpotMs, keptLayouts }: TargetRules['planner'],
): AutoscaleQuery {
  return {
    isl: workload.isl,
    osl: workload.osl,
    ttftMs: limitsOf(sla).firstToken.limitMs,
    tpotMs,
    keptLayouts,
    maxGpus: mends.boundsPlannerPairs ? hardware.totalGpus : Number.POSITIVE_INFINITY,
  };
}

/** Between backends as within one: what keeps the limits goes first, then the higher rate per GPU. */
function isBetter(
  a: PickedCandidate | undefined,
  b: PickedCandidate | undefined,
  { ttftMs, tpotMs }: AutoscaleQuery,
): boolean {
  if (a === undefined || b === undefined) return a !== undefined;
  const within = ({ candidate: { metrics } }: PickedCandidate): number =>
    Number(metrics.ttftMs < ttftMs && metrics.tpotMs < tpotMs);
  return (within(a) - within(b) || rate(a) - rate(b)) > 0;
}

function toAttempt(request: ProfileRequest, { picked, stages, ...tried }: Paired): ExperimentAttempt {
  const { excluded, fastest } = stages;
  const { tpotMs } = tried.measured.revision.targets.planner;
  const isWithin = ({ metrics }: Candidate): boolean => metrics.tpotMs < tpotMs;
  return attemptOf(request, tried, {
    candidates: picked.map(({ candidate }) => candidate),
    isWithin,
    excluded,
    fastest,
    fullest: undefined,
  });
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
