import type { JsonObject } from '../json.ts';
import type { Profile } from '../profile/profile.ts';
import { releaseFacts } from '../releases.ts';
import type { Request } from '../request/request.ts';
import type { AicPick, PlannerConfig } from './planner-schema.ts';

/** Parallel sizes of the engines that a planner knows, by what they do. */
export interface EnginePicks {
  readonly prefill: AicPick;
  readonly decode: AicPick;
}

/** What a planner's model of engines is made of. */
interface Modelled {
  readonly request: Request;
  readonly profile: Profile;
  readonly config: PlannerConfig;
  readonly picks: EnginePicks;
}

/**
 * The members of a planner's configuration that tell it which engines it estimates while serving, under the name that the
 * target's planner knows; empty where it is left to learn from what it sees. Without a pick of both roles only the
 * reference writes any. Source: ai-dynamo 1.3.1, 1.5.1 and 1.6.1, profiler/utils/dgd_generation.py.
 */
export function perfModelMembers(modelled: Modelled): PerfModelMembers {
  const { request, profile, config } = modelled;
  const { perfModel } = releaseFacts(request.target).planner;
  if (config.optimization_target !== 'sla' || (profile.chosen !== 'disagg' && request.mends.plansFromSizing)) return {};
  return PERF_MODELS[perfModel](modelled);
}

interface PerfModelMembers {
  readonly aic_perf_model?: PlannerConfig['aic_perf_model'];
  readonly ais_perf_model?: JsonObject;
}

/** How each form of the model is written. */
const PERF_MODELS = { aic_perf_model: aicPerfModel, ais_perf_model: aisPerfModel } as const;

/** Releases that name the data write no model for a system without any. */
function aicPerfModel({ request, profile, picks }: Modelled): PerfModelMembers {
  const { backendVersion, system, backend } = profile;
  const { namesDataVersion } = releaseFacts(request.target).planner;
  if (namesDataVersion && backendVersion === null) return {};
  const model = {
    hf_id: request.model,
    system,
    backend,
    backend_version: namesDataVersion ? backendVersion : null,
    prefill_pick: { ...picks.prefill },
    decode_pick: { ...picks.decode },
    model_arch: null,
    weight_dtype: null,
    moe_dtype: null,
    activation_dtype: null,
    kv_cache_dtype: null,
  };
  return { aic_perf_model: model };
}

/** Which engine does what a planner of each mode asks for. */
const ROLES = {
  disagg: [
    ['prefill', 'prefill'],
    ['decode', 'decode'],
  ],
  prefill: [['prefill', 'prefill']],
  decode: [['decode', 'decode']],
  agg: [['aggregated', 'decode']],
} as const satisfies Readonly<Record<PlannerConfig['mode'], readonly (readonly [string, keyof EnginePicks])[]>>;

/** One engine a role, by the data of its pick. */
function aisPerfModel({ request, profile, config, picks }: Modelled): PerfModelMembers {
  const { backendVersion, system, backend } = profile;
  if (backendVersion === null) return {};
  const identity = { model: request.model, system, backend, backend_version: backendVersion };
  const roles = ROLES[config.mode].map(([role, pick]): [string, JsonObject] => [
    role,
    { ...identity, worker_type: role, ...canonicalSizes(picks[pick]) },
  ]);
  return { ais_perf_model: { roles: Object.fromEntries(roles) } };
}

/** Sizes of an engine; those of experts are left open where there are none. */
function canonicalSizes({ tp, pp, dp, moe_tp, moe_ep }: AicPick): JsonObject {
  const hasExperts = moe_tp * moe_ep > 1;
  const [moe_tp_size, moe_ep_size] = hasExperts ? [moe_tp, moe_ep] : [null, null];
  return { tp, pp, attention_dp: dp, moe_tp_size, moe_ep_size };
}
