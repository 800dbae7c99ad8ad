import { RenderError } from '../errors.ts';
import type { JsonObject } from '../json.ts';
import { copyObject } from './copy.ts';
import type { Report } from './report.ts';
import type { PickingMode, Request } from './request.ts';
import { toTruth } from './scalars.ts';
import type { Spec } from './schema.ts';
import type { RequestDefaults } from './settings.ts';

const PLANNER = 'spec.features.planner';

/** Planner and mocker. Of the planner only what decides here is checked; its own schema is the graph's business. */
export function toFeatures(spec: Spec, report: Report): Request['features'] {
  const given = spec.features?.planner;
  const planner = given === undefined ? undefined : copyObject(given, PLANNER, report);
  const mocker = spec.features?.mocker?.enabled === true;
  if (planner !== undefined) {
    checkSwitch(planner, report);
    checkScaling(planner, report);
    if (mocker) checkSweeping(planner, report);
  }
  return { planner, mocker };
}

/** How a configuration is picked: for a planner, for a load, or for the whole budget (design graph.md 1.4). */
export function toPickingMode({ features, workload }: Spec): PickingMode {
  if (features?.planner !== undefined) return 'autoscale';
  const hasLoad = workload?.concurrency !== undefined || workload?.requestRate !== undefined;
  return hasLoad ? 'load_match' : 'default';
}

/** `thorough` measures on GPUs; offline there are none, so that it takes a result from a cluster. */
export function checkSearchStrategy(spec: Spec, { acceptsThorough = false }: RequestDefaults, report: Report): void {
  if (spec.searchStrategy !== 'thorough') return;
  if ((spec.backend ?? 'auto') === 'auto') {
    report.fail('SEARCH_STRATEGY_CONFLICT', {
      path: SEARCH_STRATEGY,
      message: 'searchStrategy is thorough and backend is auto, wanted one concrete backend with thorough',
      hint: 'set searchStrategy to rapid; thorough with a backend needs GPUs and cannot be rendered offline either',
    });
  } else if (!acceptsThorough) report.fail('SEARCH_STRATEGY_UNSUPPORTED', THOROUGH);
}

const SEARCH_STRATEGY = 'spec.searchStrategy';
const THOROUGH = {
  path: SEARCH_STRATEGY,
  message: 'searchStrategy is thorough, which measures on the GPUs of a cluster; offline only rapid can be rendered',
  hint: 'set searchStrategy to rapid, or pin the result: let a cluster run the request, and take its graph with dgdr-render lock --from-cluster',
};

/** Refuses to profile a request that wants measurements. @throws RenderError SEARCH_STRATEGY_UNSUPPORTED */
export function requireRapid({ searchStrategy, locate }: Request): void {
  if (searchStrategy !== 'thorough') return;
  throw new RenderError('SEARCH_STRATEGY_UNSUPPORTED', { ...THOROUGH, origin: locate(SEARCH_STRATEGY) });
}

/** A planner is on by being there: the reference drops `enabled`, and with it the wish to have none. */
function checkSwitch({ enabled }: JsonObject, report: Report): void {
  if (toTruth(enabled) !== false) return;
  report.broken('REQUEST_INVALID', {
    path: `${PLANNER}.enabled`,
    message: 'enabled is false, but the planner is on because features.planner is there',
    hint: 'delete spec.features.planner to turn it off; or delete enabled to keep it',
  });
}

/** Any target but `sla` switches load scaling on by itself (ai-dynamo 1.3.1, planner/config/planner_config.py). */
function checkScaling(planner: JsonObject, report: Report): void {
  const isThroughput = toTruth(planner.enable_throughput_scaling) ?? true;
  const isLoad = toTruth(planner.enable_load_scaling) ?? false;
  if (planner.optimization_target !== 'sla' || isThroughput || isLoad) return;
  report.fail('REQUEST_INVALID', {
    path: `${PLANNER}.enable_throughput_scaling`,
    message: 'enable_throughput_scaling and enable_load_scaling are both off, wanted at least one',
    hint: 'set enable_throughput_scaling or enable_load_scaling to true, or delete spec.features.planner',
  });
}

function checkSweeping(planner: JsonObject, report: Report): void {
  const { pre_deployment_sweeping_mode: mode = 'rapid' } = planner;
  if (mode !== 'none' && mode !== null) return;
  report.fail('MOCKER_PLANNER_CONFLICT', {
    path: `${PLANNER}.pre_deployment_sweeping_mode`,
    message: `pre_deployment_sweeping_mode is ${mode}, but a mocker takes its latencies from the sweep`,
    hint: 'set pre_deployment_sweeping_mode to rapid, or features.mocker.enabled to false',
  });
}
