import type { Candidate } from '../engine/candidate.ts';
import { chooseTable, criterionOf, type ModeTable } from '../pick/choose.ts';
import { pickDefault } from '../pick/default.ts';
import { type Load, pickLoadMatch } from '../pick/load-match.ts';
import { mergeBackends } from '../pick/merge.ts';
import type { RankedTable } from '../pick/ranking.ts';
import type { ProfileRequest } from '../request/request.ts';
import { limitsOf } from '../request/sla.ts';
import { type Experiment, sweepBackend } from './experiments.ts';
import { attemptOf, type ExperimentAttempt } from './explanation.ts';
import { infeasible } from './infeasible.ts';
import type { Opened } from './measured.ts';
import { latenciesOf, NO_LATENCIES, type PickOutcome, resolved } from './pick-outcome.ts';

interface Ranked extends Experiment {
  readonly ranked: RankedTable;
}

/**
 * Sweeps and ranks every experiment and chooses between aggregated and disaggregated serving, and with `auto` between
 * backends. Source: aiconfigurator 0.10.0, cli/main.py, `_execute_tasks`; ai-dynamo 1.4.2, profiler/rapid.py.
 * @throws RenderError NOT_MEASURED or NO_FEASIBLE_CONFIG
 */
export function compareExperiments(request: ProfileRequest, opened: Opened): PickOutcome {
  const tried = sweepAll(request, opened);
  const attempts = tried.map((experiment) => toAttempt(request, experiment));
  const found = tried.filter(({ sweep }) => sweep.candidates.length > 0);
  const results = found.map((experiment) => ({ ...experiment, ranked: rank(request, experiment) }));
  const tables = request.backend === 'auto' ? mergeByMode(request, results) : results;
  const best = chooseTable(tables, criterionOf(request.pickingMode === 'load_match', request.mends));
  const chosen = needsStages(request) ? (disaggregated(tables) ?? best) : best;
  const first = chosen?.ranked.top[0];
  if (chosen === undefined || first === undefined) throw infeasible(request, attempts);
  const isUnnamed = request.backend === 'auto' && !request.mends.reportsMergedLatencies;
  return {
    ...resolved(opened.backends.find(({ backend }) => backend === first.backend) ?? opened.backends[0]!),
    chosen: chosen.mode,
    latencies: isUnnamed ? NO_LATENCIES : latenciesOf(first),
    experiments: Object.fromEntries(tables.map(({ mode, ranked }) => [mode, ranked])),
    picked: chosen.ranked.top,
    attempts,
  };
}

/** Sweeps every mode of serving with every backend. */
export function sweepAll(request: ProfileRequest, { architecture, backends }: Opened): readonly Experiment[] {
  return backends.flatMap((measured) => sweepBackend(request, architecture, measured));
}

function rank({ hardware, workload, sla, mends }: ProfileRequest, { sweep }: Experiment): RankedTable {
  const target = limitsOf(sla).judged;
  const load = loadOf(workload);
  return load === undefined
    ? pickDefault(sweep.candidates, hardware.totalGpus, target)
    : pickLoadMatch(sweep.candidates, { load, maxGpus: hardware.totalGpus, target, mends });
}

/** The load that a request asks to be matched. */
export function loadOf({ requestRatePerSec, concurrency }: ProfileRequest['workload']): Load | undefined {
  if (requestRatePerSec !== undefined) return { metric: 'requestsPerSec', amount: requestRatePerSec };
  return concurrency === undefined ? undefined : { metric: 'concurrency', amount: concurrency };
}

/** Both modes are there after a merge, also where one has no candidates. */
function mergeByMode(request: ProfileRequest, results: readonly Ranked[]): readonly ModeTable[] {
  const criterion = criterionOf(request.pickingMode === 'load_match', request.mends);
  return (['agg', 'disagg'] as const).map((mode) => {
    const tables = results
      .filter((result) => result.mode === mode)
      .map(({ measured, ranked }) => ({ backend: measured.backend, ranked }));
    return { mode, ranked: mergeBackends(tables, limitsOf(request.sla).judged, criterion) };
  });
}

/** A mocker without a planner simulates prefill and decode workers of their own. Source: `needs_profile_data`. */
function needsStages({ features, pickingMode }: ProfileRequest): boolean {
  return features.mocker && pickingMode !== 'autoscale';
}

function disaggregated(tables: readonly ModeTable[]): ModeTable | undefined {
  return tables.find(({ mode, ranked }) => mode === 'disagg' && ranked.top.length > 0);
}

function toAttempt(request: ProfileRequest, experiment: Experiment): ExperimentAttempt {
  const { latency, limitMs } = limitsOf(request.sla).judged;
  const isWithin = ({ metrics }: Candidate): boolean => metrics[latency] <= limitMs;
  return attemptOf(request, experiment, { ...experiment.sweep, isWithin });
}
