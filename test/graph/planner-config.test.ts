import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { RenderErrors } from '../../src/errors.ts';
import { planPlanner } from '../../src/graph/planner-config.ts';
import { emitPlannerJson } from '../../src/graph/planner-json.ts';
import { readPlanner } from '../../src/graph/planner-request.ts';
import type { JsonObject } from '../../src/json.ts';
import { releaseFacts } from '../../src/releases.ts';
import { OURS } from '../../src/request/mends.ts';
import type { Request } from '../../src/request/request.ts';
import { readProfile, readRequest } from '../support/graphs.ts';
import { collectWarnings, ignoreWarnings } from '../support/warnings.ts';

const PATH = 'spec.features.planner';
const VERSION = readProfile('planner-rapid').backendVersion;

interface Recorded {
  readonly given: JsonObject;
  /** Null where the reference refuses. */
  readonly written: string | null;
}

const recorded: readonly Recorded[] = JSON.parse(
  readFileSync(new URL('../../fixtures/graph/planner-config/recorded.json', import.meta.url), 'utf8'),
);

function withPlanner(planner: JsonObject, change: Partial<Request> = {}): Request {
  return { ...readRequest('planner-rapid'), features: { planner, mocker: false }, ...change };
}

/** The errors of settings as `code path`. */
function errorsOf(planner: JsonObject): string[] {
  try {
    readPlanner(withPlanner(planner), ignoreWarnings);
  } catch (error) {
    if (error instanceof RenderErrors) return error.errors.map(({ code, path }) => `${code} ${path}`);
    throw error;
  }
  return [];
}

describe('settings are read and printed as the reference does', () => {
  test.each(recorded)('$given', ({ given, written }) => {
    const wish = written === null ? undefined : readPlanner(withPlanner(given), ignoreWarnings);
    if (wish === undefined) expect(errorsOf(given)).not.toEqual([]);
    else expect(emitPlannerJson(wish.config, {}, releaseFacts({ major: 1, minor: 3 }).planner)).toBe(written);
  });
});

describe('refusals name their field', () => {
  const load = { optimization_target: 'load' };
  const sla = { optimization_target: 'sla' };
  test.each<[JsonObject, string[]]>([
    [{ ttft: -1 }, ['ttft']],
    [{ itl_ms: 'fast' }, ['itl_ms']],
    [{ report_interval_hours: 0 }, ['report_interval_hours']],
    [{ fpm_sample_bucket_size: 15 }, ['fpm_sample_bucket_size']],
    [{ environment: 'global-planner' }, ['global_planner_namespace']],
    [{ ...load, mode: 'prefill' }, ['prefill_scale_up_queue_tokens', 'prefill_scale_down_queue_tokens']],
    [{ ...load, mode: 'agg' }, ['decode_scale_up_kv_rate', 'decode_scale_down_kv_rate']],
    [{ ...load, mode: 'agg', decode_scale_up_kv_rate: 2, decode_scale_down_kv_rate: 2 }, ['decode_scale_up_kv_rate']],
    [{ decode_scale_down_kv_rate: 101 }, ['decode_scale_down_kv_rate']],
    [{ speculative_nextn: -1 }, ['speculative_nextn']],
    [{ ...sla, throughput_adjustment_interval: 0 }, ['throughput_adjustment_interval']],
    [{ ...sla, enable_load_scaling: true, load_adjustment_interval: 180 }, ['load_adjustment_interval']],
    [{ scheduling: { scale_interval_seconds: 2 } }, ['scheduling.scale_interval_seconds']],
    [{ scheduling: { gateway: { tls: true } } }, ['scheduling.gateway.tls']],
    [
      { plugin_registration: { in_process_plugins: [{ module: 'm', class: 'C', plugin_id: 'p', priority: 1 }] } },
      ['plugin_registration.in_process_plugins[0].plugin_type'],
    ],
    [
      { aic_perf_model: { hf_id: 'm', system: 's', backend: 'vllm', decode_pick: {} } },
      ['aic_perf_model.prefill_pick'],
    ],
  ])('%j', (planner, fields) => {
    expect(errorsOf(planner)).toEqual(fields.map((field) => `REQUEST_INVALID ${PATH}.${field}`));
  });

  test('a thorough sweep needs GPUs', () => {
    expect(errorsOf({ pre_deployment_sweeping_mode: 'thorough' })).toEqual([
      `SEARCH_STRATEGY_UNSUPPORTED ${PATH}.pre_deployment_sweeping_mode`,
    ]);
  });
});

describe('warnings', () => {
  test('an unknown setting and one that belongs to the environment have no effect', () => {
    const { warn, seen } = collectWarnings();
    const planner = { max_gpu_budgets: 9, namespace: 'x', aic_interpolation: null };
    const wish = readPlanner(withPlanner(planner), warn);
    expect(seen).toMatchObject([
      { code: 'REQUEST_UNKNOWN_FIELD', path: `${PATH}.max_gpu_budgets`, hint: 'write max_gpu_budget' },
      { code: 'FIELD_IGNORED', path: `${PATH}.namespace` },
    ]);
    expect(wish?.config).toEqual(readPlanner(withPlanner({}), ignoreWarnings)?.config);
  });

  test('a budget of its own, and a mode that finds no workers in an aggregated graph', () => {
    const { warn, seen } = collectWarnings();
    const request = { ...readRequest('naive-h100-pcie'), features: { planner: {}, mocker: false } };
    const wide = { ...request, hardware: { ...request.hardware, totalGpus: 16 } };
    planPlanner(wide, readProfile('naive-h100-pcie'), warn);
    expect(seen).toMatchObject([
      { code: 'SIZED_FROM_MEMORY', path: `${PATH}.mode` },
      { code: 'FIELD_IGNORED', path: `${PATH}.max_gpu_budget` },
    ]);
    const set = { ...wide, features: { planner: { mode: 'agg', max_gpu_budget: 8 }, mocker: false } };
    expect(planPlanner(set, readProfile('naive-h100-pcie'), warn)).toBeDefined();
    expect(seen).toHaveLength(2);
  });
});

describe('the pick completes the settings', () => {
  const plan = (planner: JsonObject, change: Partial<Request> = {}, name = 'planner-rapid') =>
    planPlanner(withPlanner(planner, change), readProfile(name), ignoreWarnings)!.config;

  test('targets of the request are taken where the planner sets none and the user said them', () => {
    const sla = { kind: 'pair', ttftMs: 300, itlMs: 20, isExplicit: true } as const;
    expect(plan({}, { sla })).toMatchObject({ ttft_ms: 300, itl_ms: 20 });
    expect(plan({ ttft: 9 }, { sla })).toMatchObject({ ttft_ms: 9, itl_ms: 20 });
    expect(plan({}, { sla: { ...sla, isExplicit: false } })).toMatchObject({ ttft_ms: 500, itl_ms: 50 });
    expect(plan({}, { sla: { kind: 'e2e', e2eLatencyMs: 9 } })).toMatchObject({ ttft_ms: 500, itl_ms: 50 });
  });

  test('the backend is the resolved one unless it is set; the reference keeps vllm', () => {
    expect(plan({}).backend).toBe('trtllm');
    expect(plan({ backend: 'mocker' }).backend).toBe('mocker');
    expect(plan({}, { mends: { ...OURS, namesPickedBackend: false } }).backend).toBe('vllm');
  });

  test('what the planner needs of the engine depends on its target and its sweep', () => {
    expect(plan({})).toMatchObject({ aic_interpolation: null, aic_perf_model: null });
    expect(plan({ optimization_target: 'sla' })).toMatchObject({
      aic_interpolation: { backend: 'trtllm', sweep_max_context_length: 8000 },
      aic_perf_model: { backend: 'trtllm', backend_version: VERSION },
    });
    const none = plan({ optimization_target: 'sla', pre_deployment_sweeping_mode: 'none' });
    expect(none).toMatchObject({ aic_interpolation: null, aic_perf_model: { system: 'h200_sxm' } });
    const mocker = { features: { planner: {}, mocker: true } };
    expect(plan({}, mocker)).toMatchObject({ aic_interpolation: { hf_id: 'Qwen/Qwen3-32B' }, aic_perf_model: null });
  });

  test('a model of engines has the version of its data, or is none; the reference leaves it out', () => {
    const sla = { optimization_target: 'sla' };
    const own = { ...sla, aic_perf_model: { ...plan(sla).aic_perf_model, backend_version: null } };
    expect(plan(own)).toMatchObject({ aic_perf_model: { backend_version: VERSION } });
    const unnamed = { ...OURS, namesDataVersion: false };
    expect(plan(sla, { mends: unnamed })).toMatchObject({ aic_perf_model: { backend_version: null } });
    const request = withPlanner(sla);
    const unmeasured = { ...readProfile('planner-rapid'), backendVersion: null };
    expect(planPlanner(request, unmeasured, ignoreWarnings)?.config.aic_perf_model).toBeNull();
  });

  test.each([
    ['agg', ['PLANNER_MODE_MISMATCH']],
    ['disagg', []],
    ['prefill', []],
    ['decode', []],
  ])('a mode %s on a graph with workers of both kinds: %j', (mode, codes) => {
    const { warn, seen } = collectWarnings();
    planPlanner(withPlanner({ mode, max_gpu_budget: 8 }), readProfile('planner-rapid'), warn);
    expect(seen.map(({ code }) => code)).toEqual(codes);
    for (const { path } of seen) expect(path).toBe(`${PATH}.mode`);
  });

  test('a graph sized from memory tells its real GPUs and no pick', () => {
    const planner = { optimization_target: 'sla' };
    const own = { prefill_engine_num_gpu: 2, decode_engine_num_gpu: 2, aic_interpolation: null, aic_perf_model: null };
    expect(plan(planner, {}, 'naive-h100-pcie')).toMatchObject(own);
    expect(
      plan(planner, { mends: { ...OURS, plansFromSizing: false, namesDataVersion: false } }, 'naive-h100-pcie'),
    ).toMatchObject({
      prefill_engine_num_gpu: 1,
      decode_engine_num_gpu: 1,
      aic_interpolation: null,
      aic_perf_model: { prefill_pick: { tp: 1 } },
    });
  });
});
