import type { Architecture } from '../models/architecture.ts';
import { chooseTable, criterionOf, type ModeTable } from '../pick/choose.ts';
import { pickDefault } from '../pick/default.ts';
import { type Load, pickLoadMatch } from '../pick/load-match.ts';
import { mergeBackends } from '../pick/merge.ts';
import { numberIn, type PickTarget, type RankedRows } from '../pick/rows.ts';
import type { ProfileRequest, Sla } from '../request/request.ts';
import { type Experiment, sweepBackend } from './experiments.ts';
import { type Attempt, attemptOf } from './explanation.ts';
import { infeasible } from './infeasible.ts';
import type { MeasuredBackend } from './measured.ts';
import { latenciesOf, NO_LATENCIES, type Outcome, resolved } from './outcome.ts';

interface Ranked extends Experiment {
  readonly ranked: RankedRows;
}

/**
 * Sweeps and ranks every experiment and chooses between aggregated and disaggregated serving, and with `auto` between
 * backends. Source: aiconfigurator 0.10.0, cli/main.py, `_execute_tasks`; ai-dynamo 1.4.2, profiler/rapid.py.
 * @throws RenderError NOT_MEASURED or NO_FEASIBLE_CONFIG
 */
export function compareExperiments(
  request: ProfileRequest,
  architecture: Architecture,
  backends: readonly MeasuredBackend[],
): Outcome {
  const tried = backends.flatMap((measured) => sweepBackend(request, architecture, measured));
  const attempts = tried.map((experiment) => toAttempt(request, experiment));
  const found = tried.filter(({ sweep }) => sweep.rows.length > 0);
  const results = found.map((experiment) => ({ ...experiment, ranked: rank(request, experiment) }));
  const tables = request.backend === 'auto' ? mergeByMode(request, results) : results;
  const best = chooseTable(tables, criterionOf(request.pickingMode === 'load_match', request.compat));
  const chosen = needsStages(request) ? (disaggregated(tables) ?? best) : best;
  const row = chosen?.ranked.top[0];
  if (chosen === undefined || row === undefined) throw infeasible(request, attempts);
  const isUnnamed = request.backend === 'auto' && request.compat === 'reference';
  return {
    ...resolved(backends.find(({ backend }) => backend === row.backend) ?? backends[0]!),
    chosen: chosen.mode,
    latencies: isUnnamed ? NO_LATENCIES : latenciesOf(row),
    experiments: Object.fromEntries(tables.map(({ mode, ranked }) => [mode, ranked])),
    picked: chosen.ranked.top,
    attempts,
  };
}

function rank({ hardware, workload, sla, compat }: ProfileRequest, { mode, sweep }: Experiment): RankedRows {
  const target = pickTarget(sla);
  const load = loadOf(workload);
  return load === undefined
    ? pickDefault(mode, sweep.rows, hardware.totalGpus, target)
    : pickLoadMatch(mode, sweep.rows, { load, maxGpus: hardware.totalGpus, target, rules: compat });
}

/** The load that a request asks to be matched. */
export function loadOf({ requestRatePerSec, concurrency }: ProfileRequest['workload']): Load | undefined {
  if (requestRatePerSec !== undefined) return { column: 'seq/s', amount: requestRatePerSec };
  return concurrency === undefined ? undefined : { column: 'concurrency', amount: concurrency };
}

/** Both modes are there after a merge, also where one has no rows. */
function mergeByMode(request: ProfileRequest, results: readonly Ranked[]): readonly ModeTable[] {
  const criterion = criterionOf(request.pickingMode === 'load_match', request.compat);
  return (['agg', 'disagg'] as const).map((mode) => {
    const tables = results
      .filter((result) => result.mode === mode)
      .map(({ measured, ranked }) => ({ backend: measured.backend, ranked }));
    return { mode, ranked: mergeBackends(mode, tables, pickTarget(request.sla), criterion) };
  });
}

/** A mocker without a planner simulates prefill and decode workers of their own. Source: `needs_profile_data`. */
function needsStages({ features, pickingMode }: ProfileRequest): boolean {
  return features.mocker && pickingMode !== 'autoscale';
}

function disaggregated(tables: readonly ModeTable[]): ModeTable | undefined {
  return tables.find(({ mode, ranked }) => mode === 'disagg' && ranked.top.length > 0);
}

function toAttempt(request: ProfileRequest, experiment: Experiment): Attempt {
  const { column, limitMs } = pickTarget(request.sla);
  return attemptOf(request, experiment, { ...experiment.sweep, isWithin: (row) => numberIn(row, column) <= limitMs });
}

function pickTarget(sla: Sla): PickTarget {
  return sla.kind === 'pair'
    ? { column: 'tpot', limitMs: sla.itlMs, tieColumn: 'tokens/s/user' }
    : { column: 'request_latency', limitMs: sla.e2eLatencyMs, tieColumn: 'request_latency' };
}
