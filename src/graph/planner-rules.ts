import type { PlannerConfig, PlannerMember } from './planner-schema.ts';

/** What the planner refuses although each member by itself is fine. */
export interface PlannerRule {
  /** Member, or path below one, that the refusal is about. */
  readonly at: PlannerMember | `${PlannerMember}.${string}`;
  readonly isBroken: (config: PlannerConfig) => boolean;
  readonly says: (config: PlannerConfig) => string;
  readonly hint: string;
}

const scalesPrefill = ({ mode }: PlannerConfig) => mode === 'disagg' || mode === 'prefill';
const scalesDecode = ({ mode }: PlannerConfig) => mode !== 'prefill';

/** A threshold that the target `load` cannot do without. */
function threshold(at: PlannerMember, isScaled: (config: PlannerConfig) => boolean): PlannerRule {
  return {
    at,
    isBroken: (config) => config.optimization_target === 'load' && isScaled(config) && config[at] === null,
    says: ({ mode }) => `${at} is missing, which optimization_target load needs with mode ${mode}`,
    hint: `set ${at}, or optimization_target to throughput, latency or sla`,
  };
}

/** Scaling up has to begin above where scaling down ends. */
function order(
  up: 'prefill_scale_up_queue_tokens' | 'decode_scale_up_kv_rate',
  down: 'prefill_scale_down_queue_tokens' | 'decode_scale_down_kv_rate',
  isScaled: (config: PlannerConfig) => boolean,
): PlannerRule {
  return {
    at: up,
    isBroken: (config) => {
      const [high, low] = [config[up], config[down]];
      return config.optimization_target === 'load' && isScaled(config) && high !== null && low !== null && high <= low;
    },
    says: (config) => `${up} is ${config[up]} and ${down} is ${config[down]}, wanted the first above the second`,
    hint: `raise ${up} or lower ${down}`,
  };
}

function perfModelPick(
  pick: 'prefill_pick' | 'decode_pick',
  isScaled: (config: PlannerConfig) => boolean,
): PlannerRule {
  return {
    at: `aic_perf_model.${pick}`,
    isBroken: (config) => isScaled(config) && config.aic_perf_model !== null && config.aic_perf_model[pick] === null,
    says: ({ mode }) => `${pick} is missing from aic_perf_model, which mode ${mode} needs`,
    hint: `set aic_perf_model.${pick}, or delete aic_perf_model: the pick fills it in`,
  };
}

const THROUGHPUT = 'throughput_adjustment_interval_seconds';
const LOAD = 'load_adjustment_interval_seconds';

/** Rules across members (ai-dynamo 1.3.1, planner/config/planner_config.py); the flags of both scalings are in force. */
export const PLANNER_RULES: readonly PlannerRule[] = [
  {
    at: 'global_planner_namespace',
    isBroken: (config) => config.environment === 'global-planner' && !config.global_planner_namespace,
    says: () => 'global_planner_namespace is missing, which environment global-planner needs',
    hint: 'set global_planner_namespace to the namespace of the GlobalPlanner, or environment to kubernetes',
  },
  threshold('prefill_scale_up_queue_tokens', scalesPrefill),
  threshold('prefill_scale_down_queue_tokens', scalesPrefill),
  order('prefill_scale_up_queue_tokens', 'prefill_scale_down_queue_tokens', scalesPrefill),
  threshold('decode_scale_up_kv_rate', scalesDecode),
  threshold('decode_scale_down_kv_rate', scalesDecode),
  order('decode_scale_up_kv_rate', 'decode_scale_down_kv_rate', scalesDecode),
  perfModelPick('prefill_pick', scalesPrefill),
  perfModelPick('decode_pick', scalesDecode),
  {
    at: THROUGHPUT,
    isBroken: (config) => config.enable_throughput_scaling && config[THROUGHPUT] <= 0,
    says: (config) => `${THROUGHPUT} is ${config[THROUGHPUT]}, wanted more than 0 with throughput scaling`,
    hint: `set ${THROUGHPUT} to a positive number of seconds such as 180`,
  },
  {
    at: LOAD,
    isBroken: (config) =>
      config.enable_load_scaling && config.enable_throughput_scaling && config[LOAD] >= config[THROUGHPUT],
    says: (config) =>
      `${LOAD} is ${config[LOAD]} and ${THROUGHPUT} ${config[THROUGHPUT]}, wanted the first below the second`,
    hint: `lower ${LOAD}, or switch one kind of scaling off`,
  },
  {
    at: 'scheduling.scale_interval_seconds',
    isBroken: (config) =>
      activeIntervals(config).some((interval) => !isMultiple(interval, config.scheduling.scale_interval_seconds)),
    says: (config) =>
      `scale_interval_seconds is ${config.scheduling.scale_interval_seconds}, which does not divide ${activeIntervals(config).join(' and ')}`,
    hint: `delete scale_interval_seconds: it follows from ${LOAD} and ${THROUGHPUT}`,
  },
];

/** Intervals in seconds that the planner's ticks have to meet. */
export function activeIntervals(config: PlannerConfig): readonly number[] {
  return config.enable_throughput_scaling ? [config[LOAD], config[THROUGHPUT]] : [config[LOAD]];
}

/** The reference's tolerance: 1e-9, relative or absolute. */
function isMultiple(value: number, base: number): boolean {
  const ratio = value / base;
  const nearest = Math.round(ratio);
  return Math.abs(ratio - nearest) <= 1e-9 * Math.max(1, Math.abs(ratio), Math.abs(nearest));
}
