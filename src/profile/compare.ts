import type { Candidate } from '../engine/candidate.ts';
import { chooseTable, type ModeTable, type PickOrder, pickOrder } from '../pick/choose.ts';
import { pickDefault } from '../pick/default.ts';
import { type Load, pickLoadMatch } from '../pick/load-match.ts';
import { mergeBackends } from '../pick/merge.ts';
import type { RankedCandidate, RankedTable } from '../pick/ranking.ts';
import type { ProfileRequest } from '../request/request.ts';
import { limitsOf } from '../request/sla.ts';
import { MODES } from '../serving.ts';
import { type Experiment, sweepBackend } from './experiments.ts';
import { attemptOf, type ExperimentAttempt, type Rival } from './explanation.ts';
import { infeasible } from './infeasible.ts';
import type { Opened } from './measured.ts';
import { latenciesOf, NO_LATENCIES, type PickOutcome, resolved } from './pick-outcome.ts';
import { takeFirst } from './wishes.ts';

interface Ranked extends Experiment {
  readonly ranked: RankedTable;
}

/**
 * Sweeps and ranks every experiment and chooses between aggregated and disaggregated serving, and with `auto` between
 * backends; `tried` is what was swept for it already.
 * Source: aiconfigurator 0.10.0, cli/main.py, `_execute_tasks`; ai-dynamo 1.4.2, profiler/rapid.py.
 * @throws RenderError NOT_MEASURED or NO_FEASIBLE_CONFIG
 */
export function compareExperiments(
  request: ProfileRequest,
  opened: Opened,
  tried: readonly Experiment[] = sweepAll(request, opened),
): PickOutcome {
  const attempts = tried.map((experiment) => toAttempt(request, experiment));
  const found = tried.filter(({ sweep }) => sweep.candidates.length > 0);
  const { tables, chosen, rivals } = choose(request, found);
  if (chosen?.ranked.top[0] === undefined) throw infeasible(request, opened.architecture, attempts);
  const { mode, rows } = pickedRows(request, tables, chosen);
  const first = rows[0]!;
  const isUnnamed = request.backend === 'auto' && !request.mends.reportsMergedLatencies;
  return {
    ...resolved(opened.backends.find(({ backend }) => backend === first.backend) ?? opened.backends[0]!),
    chosen: mode,
    latencies: isUnnamed ? NO_LATENCIES : latenciesOf(first),
    experiments: Object.fromEntries(tables.map(({ mode, ranked }) => [mode, ranked])),
    picked: rows,
    passedOver: passedOver(request, found, first),
    attempts,
    rivals,
  };
}

/** The first of the chosen table, or the row that is wished of whichever. */
function pickedRows(request: ProfileRequest, tables: readonly ModeTable[], chosen: ModeTable) {
  const { take } = request.wishes;
  if (take === undefined) return { mode: chosen.mode, rows: chosen.ranked.top };
  const top = tables.find(({ mode }) => mode === take.mode)?.ranked.top ?? [];
  return { mode: take.mode, rows: takeFirst(request, take, top) };
}

interface Chosen {
  readonly tables: readonly ModeTable[];
  readonly chosen: ModeTable | undefined;
  readonly rivals: readonly Rival[];
}

/** The tables of both modes, and the better one by the mends of the request. */
function choose(request: ProfileRequest, found: readonly Experiment[]): Chosen {
  const results = found.map((experiment) => ({ ...experiment, ranked: rank(request, experiment) }));
  const isLoadMatch = request.pickingMode === 'load_match';
  const order = pickOrder({ isLoadMatch, target: limitsOf(request.sla).judged, mends: request.mends });
  const tables = request.backend === 'auto' ? mergeByMode(request, results, order) : results;
  const best = chooseTable(tables, order);
  return {
    tables,
    chosen: needsStages(request) ? (disaggregated(tables) ?? best) : best,
    rivals: toRivals(results, order),
  };
}

function toRivals(results: readonly Ranked[], order: PickOrder): readonly Rival[] {
  const best = results.flatMap(({ mode, measured, ranked }) => {
    const [first] = ranked.top;
    return first === undefined ? [] : [{ mode, backend: measured.backend, best: first }];
  });
  return best.sort((a, b) => order.candidates(a.best, b.best));
}

/** What would have been picked if targets did not go first; undefined where that is the pick. */
function passedOver(
  request: ProfileRequest,
  found: readonly Experiment[],
  picked: RankedCandidate,
): RankedCandidate | undefined {
  const { latency, limitMs } = limitsOf(request.sla).judged;
  const canMiss = found.some(({ sweep }) => sweep.candidates.every(({ metrics }) => metrics[latency] > limitMs));
  if (!canMiss || !request.mends.meetsTargetsFirst || request.wishes.take !== undefined) return undefined;
  const mends = { ...request.mends, meetsTargetsFirst: false };
  const other = choose({ ...request, mends }, found).chosen?.ranked.top[0];
  return other?.candidate === picked.candidate ? undefined : other;
}

/** Sweeps every mode of serving with every backend. */
export function sweepAll(request: ProfileRequest, { architecture, backends }: Opened): readonly Experiment[] {
  return backends.flatMap((measured) => sweepBackend(request, architecture, measured));
}

function rank({ hardware, workload, sla, mends }: ProfileRequest, { sweep, measured }: Experiment): RankedTable {
  const target = limitsOf(sla).judged;
  const { holdsLoadToBudget: holdsToBudget } = measured.revision.matching;
  const load = loadOf(workload);
  return load === undefined
    ? pickDefault(sweep.candidates, { totalGpus: hardware.totalGpus, target, mends })
    : pickLoadMatch(sweep.candidates, { load, maxGpus: hardware.totalGpus, holdsToBudget, target, mends });
}

/** The load that a request asks to be matched. */
export function loadOf({ requestRatePerSec, concurrency }: ProfileRequest['workload']): Load | undefined {
  if (requestRatePerSec !== undefined) return { metric: 'requestsPerSec', amount: requestRatePerSec };
  return concurrency === undefined ? undefined : { metric: 'concurrency', amount: concurrency };
}

/** Both modes are there after a merge, also where one has no candidates. */
function mergeByMode({ sla }: ProfileRequest, results: readonly Ranked[], order: PickOrder): readonly ModeTable[] {
  return MODES.map((mode) => {
    const tables = results
      .filter((result) => result.mode === mode)
      .map(({ measured, ranked }) => ({ backend: measured.backend, ranked }));
    return { mode, ranked: mergeBackends(tables, limitsOf(sla).judged, order) };
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
