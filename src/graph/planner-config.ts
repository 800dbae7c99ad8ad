import type { Warn } from '../errors.ts';
import type { JsonObject } from '../json.ts';
import type { Profile } from '../profile/profile.ts';
import { firstRelease, printRelease, releaseFacts } from '../releases.ts';
import type { Request } from '../request/request.ts';
import { limitsOf } from '../request/sla.ts';
import { type EnginePicks, perfModelMembers } from './perf-model.ts';
import type { WorkerChoice } from './plan.ts';
import { PLANNER_PATH, type PlannerWish, readPlanner } from './planner-request.ts';
import type { AicInterpolation, AicPick, PlannerConfig } from './planner-schema.ts';

/** Where the images of Dynamo keep their files. */
export const WORKSPACE = '/workspace';

/** Points per axis of the planner's sweep (ai-dynamo 1.3.1, profiler/utils/defaults.py). */
const PREFILL_GRANULARITY = 16;
const DECODE_GRANULARITY = 6;

/** A planner's configuration for a pick. */
export interface PlannerPlan {
  readonly config: PlannerConfig;
  /** Members that came after 1.3, as the request gives them. */
  readonly additions: JsonObject;
  /** The sweep that the pick allows, which a mocker takes its latencies from too. */
  readonly interpolation: AicInterpolation | undefined;
}

/**
 * The planner's configuration: what the request says, completed by the pick. Undefined without a planner.
 * Source: ai-dynamo 1.3.1, profiler/utils/dgd_generation.py, with the mends of docs/deviations.md.
 * @throws RenderErrors as `readPlanner`. Warns with SIZED_FROM_MEMORY and FIELD_IGNORED where the planner does not fit
 * the graph or the budget.
 */
export function planPlanner(request: Request, profile: Profile, warn: Warn): PlannerPlan | undefined {
  const wish = readPlanner(request, warn);
  if (wish === undefined) return undefined;
  const { config, additions } = wish;
  warnAboutRelease(request, wish, warn);
  warnAboutMode(request, profile, config, warn);
  warnAboutBudget(request, wish, warn);
  const picks = readPicks(profile);
  const isSwept = config.pre_deployment_sweeping_mode === 'rapid';
  const isWanted = isSwept && (config.enable_throughput_scaling || request.features.mocker);
  const interpolation = isWanted ? toInterpolation(request, profile, picks) : undefined;
  const isOwnBackend = wish.isSet('backend') || !request.mends.namesPickedBackend;
  const { aic_perf_model = config.aic_perf_model, ais_perf_model } = perfModelMembers({
    request,
    profile,
    config,
    picks,
  });
  return {
    interpolation,
    additions: withPerfModel(additions, ais_perf_model),
    config: {
      ...config,
      model_name: config.model_name ?? (releaseFacts(request.target).planner.wantsModelName ? request.model : null),
      backend: isOwnBackend ? config.backend : profile.backend,
      ...engineGpus(request, profile, picks),
      profile_results_dir: `${WORKSPACE}/profiling_results`,
      aic_interpolation: interpolation ?? config.aic_interpolation,
      aic_perf_model: versioned(aic_perf_model, request, profile),
      ...slaTargets(request, wish),
    },
  };
}

/** The model of the pick where the request gives none of its own. */
function withPerfModel(additions: JsonObject, own: JsonObject | undefined): JsonObject {
  return additions.ais_perf_model === null && own !== undefined ? { ...additions, ais_perf_model: own } : additions;
}

/** Sizes of a role that the pick does not have. */
const ONE_GPU: AicPick = { tp: 1, pp: 1, dp: 1, moe_tp: 1, moe_ep: 1 };

/** Parallel sizes of both roles in the first pick; all one where it has no such roles. */
function readPicks({ picked: [first] }: Profile): EnginePicks {
  const candidate = first?.candidate;
  if (candidate?.mode !== 'disagg') return { prefill: ONE_GPU, decode: ONE_GPU };
  return { prefill: toAicPick(candidate.prefill), decode: toAicPick(candidate.decode) };
}

function toAicPick({ layout: { tp, pp, dp, moeTp, moeEp } }: WorkerChoice): AicPick {
  return { tp, pp, dp, moe_tp: moeTp, moe_ep: moeEp };
}

/** GPUs of one engine: attention and experts share the widest stage. */
function gpusOf({ tp, pp, dp, moe_tp, moe_ep }: AicPick): number {
  return pp * Math.max(tp, dp, moe_tp * moe_ep);
}

type EngineGpus = Pick<PlannerConfig, 'prefill_engine_num_gpu' | 'decode_engine_num_gpu'>;

/** GPUs of the engines that the planner scales; a graph sized from memory has one kind, which the reference takes for one GPU. */
function engineGpus({ mends }: Request, { naive }: Profile, { prefill, decode }: EnginePicks): EngineGpus {
  return naive === undefined || !mends.plansFromSizing
    ? { prefill_engine_num_gpu: gpusOf(prefill), decode_engine_num_gpu: gpusOf(decode) }
    : { prefill_engine_num_gpu: naive.gpusPerWorker, decode_engine_num_gpu: naive.gpusPerWorker };
}

/** The latencies of a mocker without a planner, for releases that give it any. */
export function mockerInterpolation(request: Request, profile: Profile): AicInterpolation | undefined {
  const { isTimedAlone } = releaseFacts(request.target).mocker;
  return isTimedAlone ? toInterpolation(request, profile, readPicks(profile)) : undefined;
}

/** What is needed to repeat the sweep of a pick of both roles; the context is twice the input, as in the reference. */
function toInterpolation(
  { model, workload }: Request,
  { chosen, system, backend }: Profile,
  { prefill, decode }: EnginePicks,
): AicInterpolation | undefined {
  if (chosen !== 'disagg') return undefined;
  return {
    hf_id: model,
    system,
    backend,
    isl: workload.isl,
    osl: workload.osl,
    sweep_max_context_length: 2 * workload.isl,
    prefill_interpolation_granularity: PREFILL_GRANULARITY,
    decode_interpolation_granularity: DECODE_GRANULARITY,
    prefill_pick: prefill,
    decode_pick: decode,
  };
}

/**
 * A model with the version of its data, as profilers from 1.4 fill it in; none where no data has one, since a planner that
 * cannot build its model skips every step, and without one goes by what it measures.
 */
function versioned(
  model: PlannerConfig['aic_perf_model'],
  { mends }: Request,
  { backendVersion }: Profile,
): PlannerConfig['aic_perf_model'] {
  if (model === null || model.backend_version !== null || !mends.namesDataVersion) return model;
  return backendVersion === null ? null : { ...model, backend_version: backendVersion };
}

/** Fields of a planner for the latencies that it knows limits of. */
const TARGET_FIELDS = { ttftMs: 'ttft_ms', tpotMs: 'itl_ms', requestMs: undefined } as const;

/** The request's own targets where the planner names none; targets that are mere defaults do not count. */
function slaTargets({ sla }: Request, { isSet }: PlannerWish): Partial<Pick<PlannerConfig, 'ttft_ms' | 'itl_ms'>> {
  const { all, isExplicit } = limitsOf(sla);
  const targets = all.flatMap(({ latency, limitMs }) => {
    const field = TARGET_FIELDS[latency];
    return field === undefined || !isExplicit || isSet(field) ? [] : [[field, limitMs] as const];
  });
  return Object.fromEntries(targets);
}

/** Warns where the target's planner cannot do what is asked, with FIELD_NEWER_THAN_TARGET. */
function warnAboutRelease({ target, locate }: Request, { config }: PlannerWish, warn: Warn): void {
  const { needsProfiles, drops, hasLoadTarget } = releaseFacts(target).planner;
  const release = printRelease(target);
  const say = (path: string, message: string, hint: string): void => {
    warn('FIELD_NEWER_THAN_TARGET', { message, path, hint, origin: locate(path) });
  };
  if (needsProfiles) {
    const message = `the planner of Dynamo ${release} reads measured profiles, which only a run in the cluster makes; it may not start`;
    say(PLANNER_PATH, message, 'set the target to 1.2 or later, or delete spec.features.planner');
  }
  if (config.optimization_target === 'load' && !hasLoadTarget) {
    const since = printRelease(firstRelease(({ planner }) => planner.hasLoadTarget)!);
    const message = `the planner of Dynamo ${release} refuses the optimization target load, which came with ${since}`;
    say(`${PLANNER_PATH}.optimization_target`, message, 'use throughput, latency or sla');
  }
  if (config.aic_perf_model !== null && drops.includes('aic_perf_model')) {
    const message = `the planner of Dynamo ${release} refuses aic_perf_model, so it is left out`;
    say(`${PLANNER_PATH}.aic_perf_model`, message, 'set ais_perf_model.roles instead');
  }
}

/** A planner looks for workers by its own mode, whatever the graph has: a pick for it has both kinds, one sized from memory is aggregated. */
function warnAboutMode(request: Request, profile: Profile, { mode }: PlannerConfig, warn: Warn): void {
  const path = `${PLANNER_PATH}.mode`;
  const isAggregated = profile.chosen === 'agg' && !request.features.mocker;
  if (!isAggregated && mode === 'agg') {
    warn('PLANNER_MODE_MISMATCH', {
      message: `the planner's mode is agg, but the graph has prefill and decode workers, of which it then scales decode alone`,
      path,
      hint: `set ${path} to disagg, or delete it`,
      origin: request.locate(path),
    });
  }
  if (profile.naive === undefined || mode === 'agg' || request.features.mocker) return;
  warn('SIZED_FROM_MEMORY', {
    message: `the graph was sized from memory and is aggregated, but the planner's mode is ${mode}, for which it looks for other workers`,
    path,
    hint: `set ${path} to agg`,
    origin: request.locate(path),
  });
}

/** The reference never takes the planner's budget from the request's. */
function warnAboutBudget({ hardware, locate }: Request, { config, isSet }: PlannerWish, warn: Warn): void {
  if (isSet('max_gpu_budget') || config.max_gpu_budget === hardware.totalGpus) return;
  const path = `${PLANNER_PATH}.max_gpu_budget`;
  warn('FIELD_IGNORED', {
    message: `totalGpus ${hardware.totalGpus} does not bound the planner, which scales up to its own max_gpu_budget of ${config.max_gpu_budget}`,
    path,
    hint: `set ${path} to ${hardware.totalGpus}`,
    origin: locate(path),
  });
}
