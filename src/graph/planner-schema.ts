import * as z from 'zod';
import { isObject, type JsonObject } from '../json.ts';
import { integer, number, text, truth } from '../request/scalars.ts';
import { BACKENDS } from '../serving.ts';

// The planner's configuration (ai-dynamo 1.3.1, planner/config/*.py, planner/plugins/{registry,transport}/config.py).
// The order of the members is the order in which they are written.

type Schema = z.core.$ZodType;

/** Members that are written as floats even where their value is whole. */
const FLOATS = new WeakSet<Schema>();

function float(bounds: z.ZodNumber = z.number()) {
  const schema = number.pipe(bounds);
  FLOATS.add(schema);
  return schema;
}

/** Whether a schema without its wrappers is that of a float. */
export function isFloat(schema: Schema | undefined): boolean {
  return schema !== undefined && FLOATS.has(schema);
}

/** A schema without defaults and nullability around it. */
export function bareSchema(schema: Schema): Schema {
  const isWrapped =
    schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault || schema instanceof z.ZodNullable;
  return isWrapped ? bareSchema(schema.unwrap()) : schema;
}

const orNull = <T extends z.ZodType>(schema: T) => schema.nullable().default(null);
const atLeast = (least: number) => integer.pipe(z.number().min(least));
const positive = () => float(z.number().positive());
const notNegative = () => float(z.number().min(0));
const someText = text.refine((value) => value !== '', 'a text that is not empty');
const texts = z.array(text).default([]);
const mapping = z.custom<JsonObject>(isObject, 'a mapping of fields');

const pick = z.object({
  tp: integer.default(1),
  pp: integer.default(1),
  dp: integer.default(1),
  moe_tp: integer.default(1),
  moe_ep: integer.default(1),
});

const aicInterpolation = z.object({
  hf_id: text,
  system: text,
  backend: z.enum(BACKENDS),
  isl: atLeast(1),
  osl: atLeast(1),
  sweep_max_context_length: atLeast(1),
  prefill_interpolation_granularity: atLeast(1),
  decode_interpolation_granularity: atLeast(1),
  prefill_pick: pick,
  decode_pick: pick,
});

const aicPerfModel = z.object({
  hf_id: text,
  system: text,
  backend: z.enum(BACKENDS),
  backend_version: orNull(text),
  prefill_pick: orNull(pick),
  decode_pick: orNull(pick),
  model_arch: orNull(text),
  weight_dtype: orNull(text),
  moe_dtype: orNull(text),
  activation_dtype: orNull(text),
  kv_cache_dtype: orNull(text),
});

const HOLD_POLICIES = ['ACCEPT_WHEN_IDLE', 'HOLD_LAST'] as const;
const pluginType = z.enum(['predict', 'propose', 'reconcile', 'constrain']);

/** The reference takes a policy by name or number and writes its number. */
const holdPolicy = z
  .preprocess(
    (value) =>
      HOLD_POLICIES.find(
        (policy, number) => number === value || (typeof value === 'string' && policy === value.toUpperCase()),
      ) ?? value,
    z.enum(HOLD_POLICIES),
  )
  .transform((policy) => HOLD_POLICIES.indexOf(policy));

const externalPlugin = z.object({
  plugin_id: someText,
  plugin_type: pluginType,
  priority: integer,
  endpoint: someText,
  auth_token: text.default(''),
  protocol_version: text.default('1.0'),
  version: text.default('v1'),
  execution_interval_seconds: notNegative().default(0),
  hold_policy: holdPolicy.default(HOLD_POLICIES.indexOf('HOLD_LAST')),
  needs: texts,
  requires_produced_fields: texts,
  observation_window_seconds: notNegative().default(0),
});

/** `class` is read under that name and written with an underscore, which the planner accepts too. */
const inProcessPlugin = z.object({
  module: text,
  class_: text,
  plugin_id: text,
  plugin_type: pluginType,
  priority: integer,
  execution_interval_seconds: float().default(0),
  hold_policy: z.enum(HOLD_POLICIES).default('ACCEPT_WHEN_IDLE'),
  needs: texts,
  requires_produced_fields: texts,
  observation_window_seconds: notNegative().default(0),
  kwargs: mapping.default({}),
});

const gateway = z.object({
  enabled: truth.default(false),
  listen: text.default('unix:///var/run/dynamo/planner/registry.sock'),
  allow_insecure: truth.default(false),
});

const scheduling = z.object({
  tick_max_duration_seconds: positive().default(30),
  external_plugins: z.array(externalPlugin).default([]),
  gateway: gateway.prefault({}),
  scale_interval_seconds: positive().default(5),
});

const transport = z.object({
  allow_insecure_grpc: truth.default(false),
  request_timeout_seconds: positive().default(5),
  keepalive_time_ms: integer.default(30_000),
  max_message_size_bytes: integer.default(10 * 2 ** 20),
});

const pluginRegistration = z.object({
  auth: z
    .object({
      trusted_sources: z.array(z.enum(['static_secret', 'allow_unauthenticated'])).default([]),
      static_secrets: z.record(z.string(), text).default({}),
    })
    .prefault({}),
  transport: transport.prefault({}),
  protocol_version_min: text.default('1.0'),
  protocol_version_max: text.default('1.0'),
  heartbeat_timeout_seconds: float().default(15),
  heartbeat_missed_threshold: integer.default(2),
  in_process_plugins: z.array(inProcessPlugin).default([]),
  admin: z.object({ mode: z.enum(['allow_all', 'k8s_rbac']).default('allow_all') }).prefault({}),
});

const kvRate = float(z.number().min(0).max(100));

/** `features.planner` with every default; floats, intervals in seconds and latencies in ms as their names say. */
export const plannerSchema = z.object({
  pre_deployment_sweeping_mode: z.enum(['none', 'rapid', 'thorough']).nullable().default('rapid'),
  environment: z.enum(['kubernetes', 'virtual', 'global-planner']).default('kubernetes'),
  backend: z.enum(['vllm', 'sglang', 'trtllm', 'mocker']).default('vllm'),
  mode: z.enum(['disagg', 'prefill', 'decode', 'agg']).default('disagg'),
  optimization_target: z.enum(['throughput', 'latency', 'load', 'sla']).default('throughput'),
  log_dir: orNull(text),
  throughput_adjustment_interval_seconds: integer.default(180),
  max_gpu_budget: integer.default(8),
  min_gpu_budget: integer.default(-1),
  min_endpoint: integer.default(1),
  decode_engine_num_gpu: orNull(integer),
  prefill_engine_num_gpu: orNull(integer),
  profile_results_dir: text.default('profiling_results'),
  aic_interpolation: orNull(aicInterpolation),
  aic_perf_model: orNull(aicPerfModel),
  ttft_ms: positive().default(500),
  itl_ms: float().default(50),
  load_predictor: text.default('arima'),
  load_predictor_log1p: truth.default(false),
  prophet_window_size: integer.default(50),
  load_predictor_warmup_trace: orNull(text),
  kalman_q_level: float().default(1),
  kalman_q_trend: float().default(0.1),
  kalman_r: float().default(10),
  kalman_min_points: integer.default(5),
  metric_reporting_prometheus_port: integer.default(0),
  throughput_metrics_source: z.enum(['frontend', 'router']).default('frontend'),
  model_name: orNull(text),
  global_planner_namespace: orNull(text),
  enable_throughput_scaling: truth.default(true),
  enable_load_scaling: truth.default(false),
  load_adjustment_interval_seconds: atLeast(1).default(5),
  max_num_fpm_samples: integer.default(64),
  fpm_sample_bucket_size: atLeast(0)
    .refine((size) => Number.isInteger(Math.sqrt(size)), 'a square number such as 16')
    .default(16),
  load_scaling_down_sensitivity: integer.default(80),
  prefill_scale_up_queue_tokens: orNull(atLeast(0)),
  prefill_scale_down_queue_tokens: orNull(atLeast(0)),
  decode_scale_up_kv_rate: orNull(kvRate),
  decode_scale_down_kv_rate: orNull(kvRate),
  load_min_observations: integer.default(5),
  speculative_nextn: atLeast(0).default(0),
  advisory: truth.default(false),
  report_interval_hours: positive().nullable().default(24),
  report_output_dir: text.default('./planner_reports'),
  report_filename: orNull(text),
  report_write_gzip_log: truth.default(true),
  live_dashboard_port: integer.default(8080),
  scheduling: scheduling.prefault({}),
  plugin_registration: pluginRegistration.prefault({}),
});

export type PlannerConfig = z.output<typeof plannerSchema>;
export type PlannerMember = keyof PlannerConfig;
export type AicInterpolation = z.output<typeof aicInterpolation>;
export type AicPick = z.output<typeof pick>;
