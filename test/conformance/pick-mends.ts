import type { Row } from '../../src/profile/rows/row.ts';
import type { Request } from '../../src/request/request.ts';
import type { RecordedPicks } from './compare-profile.ts';
import { compareNumbers, compareRows, isSameRow } from './compare-rows.ts';
import { gpus } from './describe-pick.ts';
import type { ProfileRows } from './profile-rows.ts';
import { explainTop, numberOf, type RowOrder } from './rank-check.ts';
import { rankRules, touchingMends } from './row-mends.ts';
import { missesTarget, TARGETS_FIRST } from './targets-first.ts';

/** How our pick follows from the recorded rows. */
export interface PickExplanation {
  readonly isSamePick: boolean;
  readonly mends: readonly string[];
  readonly unexplained: readonly string[];
  /** Why the picks differ; empty where they do not. */
  readonly reasons: readonly string[];
}

/** What one rule has to say about a profile. */
type Finding = Pick<PickExplanation, 'mends' | 'unexplained'>;
type Tables = Readonly<Record<string, { readonly top: readonly Row[] }>>;

/** A default profile beside the recorded one. */
export interface PickComparison {
  readonly request: Request;
  readonly ours: ProfileRows;
  readonly recorded: RecordedPicks;
  /** The recorded tables, or those of the reference's rules without the layouts that we leave out. */
  readonly experiments: RecordedPicks['experiments'];
}

const CONTEXT_PARALLEL = 'context-parallel rows (SGLang)';
const LOAD_MATCH = 'load match, aggregated against disaggregated';
const AUTO_LATENCIES = 'best latencies after an `auto` merge';
const PLANNER = 'planner: GPUs and backend';
const CLUSTER_RATE = 'tokens/s/gpu_cluster';
const RATE = 'tokens/s/gpu';
const SPEED = 'tokens/s/user';
const AGREED: Finding = { mends: [], unexplained: [] };
/** What the reference takes for `auto` with a planner. */
const PLANNER_AUTO = 'vllm';

/** Explains tables, scores, choice and latencies by the mends that change picks. */
export function explainPick(comparison: PickComparison): PickExplanation {
  const findings = CHECKS.flatMap((check) => check(comparison));
  const isSamePick = hasSamePick(comparison);
  const reasons = isSamePick ? [] : reasonsOf(comparison);
  const isReasonless = !isSamePick && reasons.length === 0;
  return {
    isSamePick,
    reasons,
    mends: [...new Set(findings.flatMap(({ mends }) => mends))],
    unexplained: [...findings.flatMap(({ unexplained }) => unexplained), ...(isReasonless ? ['another pick'] : [])],
  };
}

function hasSamePick({ ours, recorded }: PickComparison): boolean {
  const [mine, theirs] = [ours.picked[0], recorded.picked[0]];
  const isSameFirst = mine !== undefined && theirs !== undefined ? isSameRow(mine, theirs) : mine === theirs;
  return isSameFirst && ours.chosen === recorded.chosen_exp && ours.backend === recorded.resolved_backend;
}

/** Every part of a profile is looked at by one of these. */
const CHECKS: readonly ((comparison: PickComparison) => readonly Finding[])[] = [
  checkTables,
  checkScores,
  checkChoice,
  checkPicked,
  checkLatencies,
];

function checkTables({ request, ours, recorded, experiments = {} }: PickComparison): Finding[] {
  const names = [...new Set([...Object.keys(experiments), ...Object.keys(ours.experiments)])];
  return names.flatMap((name) => {
    const [mine, theirs, before] = [ours.experiments[name], experiments[name], recorded.experiments?.[name]];
    if (mine === undefined || theirs === undefined || before === undefined) return unexplained(`${name}: on one side`);
    const top = checkTop(`${name}.top`, mine.top, { request, recorded: before.top, reference: theirs.top });
    const fronts = compareRows(`${name}.pareto`, mine.pareto, theirs.pareto, SPEED).failures;
    const isSameFront = compareRows(name, mine.pareto, before.pareto, SPEED).failures.length === 0;
    const touching = isSameFront ? [] : touchingMends(before.pareto, request);
    return [top, { mends: touching.map(({ topic }) => topic), unexplained: fronts }];
  });
}

interface TopTables {
  readonly request: Request;
  readonly recorded: readonly Row[];
  /** The recorded rows, or those of the reference's rules without the layouts that we leave out. */
  readonly reference: readonly Row[];
}

function checkTop(name: string, ours: readonly Row[], { request, recorded, reference }: TopTables): Finding {
  const problems = explainTop(ours, reference, rankRules(request)).map((problem) => `${name}: ${problem}`);
  const isRecorded = compareRows(name, ours, recorded, CLUSTER_RATE).failures.length === 0;
  if (isRecorded) return { mends: [], unexplained: problems };
  const mends = touchingMends(recorded, request).map(({ topic }) => topic);
  const isReordered = request.backend === 'auto' && request.pickingMode === 'load_match';
  const isNearest = request.pickingMode === 'default' && ours.some((row) => missesTarget(row, request));
  const topics = [...mends, ...(isReordered ? [LOAD_MATCH] : []), ...(isNearest ? [TARGETS_FIRST] : [])];
  return { mends: topics, unexplained: topics.length === 0 && problems.length === 0 ? [name] : problems };
}

/** What experiments are compared by: the rate of the first row, for which a load match of the reference has 1 / GPUs. */
function checkScores({ request, ours, recorded }: PickComparison): Finding[] {
  return Object.entries(ours.experiments).map(([name, { top, bestThroughput }]) => {
    const rate = top[0] === undefined ? 0 : numberOf(top[0], CLUSTER_RATE);
    if (compareNumbers(bestThroughput, rate) !== 0) return unexplained(`${name}: scored ${bestThroughput}`);
    const theirs = recorded.experiments?.[name];
    const first = theirs?.top[0];
    const isRate = compareNumbers(theirs?.best_throughput ?? 0, first ? numberOf(first, CLUSTER_RATE) : 0) === 0;
    return isRate || request.pickingMode !== 'load_match' ? AGREED : mended(LOAD_MATCH);
  });
}

/** The better of the tables by our order; of equals the aggregated one. A mocker alone has workers of both kinds. */
function choiceOf(tables: Tables, { features, pickingMode }: Request, order: RowOrder): string | undefined {
  const firsts = ['agg', 'disagg'].flatMap((name) => {
    const row = tables[name]?.top[0];
    return row === undefined ? [] : [{ name, row }];
  });
  const split = firsts.find(({ name }) => name === 'disagg');
  if (features.mocker && pickingMode !== 'autoscale' && split !== undefined) return split.name;
  return firsts.reduce<(typeof firsts)[number] | undefined>(
    (best, one) => (best === undefined || order(one.row, best.row) < 0 ? one : best),
    undefined,
  )?.name;
}

function checkChoice(comparison: PickComparison): Finding[] {
  const { request, ours } = comparison;
  const { order } = rankRules(request);
  const choice = choiceOf(ours.experiments, request, order);
  if (choice !== undefined && choice !== ours.chosen) return [unexplained(`chosen ${ours.chosen}, not ${choice}`)];
  return otherChoices(comparison).map(({ topic }) => mended(topic));
}

/** A mend by which our order chooses another of the reference's tables, with the reason. */
interface OtherChoice {
  readonly topic: string;
  readonly reason: string;
}

/** Without targets only the order of a load match is another than the reference's; what they change is their mend's. */
function otherChoices({ request, recorded, experiments = {} }: PickComparison): readonly OtherChoice[] {
  if (request.pickingMode === 'autoscale') return [];
  const { order, orderWithoutTargets } = rankRules(request);
  const byLoad = choiceOf(recorded.experiments ?? {}, request, orderWithoutTargets);
  const byTargets = choiceOf(experiments, request, order);
  const before = request.pickingMode === 'load_match' ? byLoad : recorded.chosen_exp;
  const choices: OtherChoice[] = [];
  if (before !== undefined && before !== recorded.chosen_exp)
    choices.push({ topic: LOAD_MATCH, reason: scores(recorded) });
  if (byTargets !== undefined && byTargets !== before)
    choices.push({ topic: TARGETS_FIRST, reason: `the first row of ${byTargets} is nearer to the target or meets it` });
  return choices;
}

/** The picks are the chosen table; a planner's stand alone. */
function checkPicked(comparison: PickComparison): Finding[] {
  const { request, ours, recorded } = comparison;
  const table = ours.experiments[ours.chosen]?.top;
  if (table !== undefined) {
    const isTable = compareRows('picked', ours.picked, table, CLUSTER_RATE).failures.length === 0;
    return isTable ? [] : [unexplained('picked: not the chosen rows')];
  }
  if (ours.backend !== recorded.resolved_backend) return [checkOtherBackend(comparison)];
  return [checkTop('picked', ours.picked, { request, recorded: recorded.picked, reference: recorded.picked })];
}

/** With `auto` a planner gets the best backend: one that does no less than the recorded pairs within the budget. */
function checkOtherBackend({ request, ours, recorded }: PickComparison): Finding {
  const { isRuledOut } = rankRules(request);
  const isPlanner = request.pickingMode === 'autoscale' && request.backend === 'auto';
  const rate = ours.picked[0] ? numberOf(ours.picked[0], RATE) : 0;
  const isBest = recorded.picked.every((row) => isRuledOut(row) || compareNumbers(numberOf(row, RATE), rate) <= 0);
  const isMended = isPlanner && isBest && recorded.resolved_backend === PLANNER_AUTO && !ours.picked.some(isRuledOut);
  return isMended ? mended(PLANNER) : unexplained(`backend ${ours.backend}, recorded ${recorded.resolved_backend}`);
}

/** Latencies are those of the first pick; after an `auto` merge the reference says zero. */
function checkLatencies(comparison: PickComparison): Finding[] {
  const { request, ours, recorded } = comparison;
  const row = ours.picked[0];
  return Object.entries(ours.latencies).map(([column, value]) => {
    const picked = row === undefined ? 0 : numberOf(row, column);
    const theirs = recorded.best_latencies[column] ?? Number.NaN;
    if (compareNumbers(value, picked) !== 0) return unexplained(`latencies.${column}: ${value}, picked ${picked}`);
    if (theirs === 0 && picked !== 0 && request.backend === 'auto') return mended(AUTO_LATENCIES);
    const isAgreed = compareNumbers(value, theirs) === 0 || !hasSamePick(comparison);
    return isAgreed ? AGREED : unexplained(`latencies.${column}: ${value}, recorded ${theirs}`);
  });
}

/** Why the recorded pick is not ours: the row itself, the choice between tables, or the backend. */
function reasonsOf(comparison: PickComparison): readonly string[] {
  const { request, ours, recorded } = comparison;
  const row = recorded.picked[0];
  const touching = row === undefined ? [] : touchingMends([row], request);
  const reasons = touching.map(({ topic, reason }) => `${topic}: ${reason(row!, request)}`);
  reasons.push(...otherChoices(comparison).map(({ topic, reason }) => `${topic}: ${reason}`));
  const isMerge = request.backend === 'auto' && request.pickingMode === 'load_match';
  if (reasons.length === 0 && isMerge) reasons.push(`${LOAD_MATCH}: backends are merged by the load that they serve`);
  if (request.backend === 'auto' && request.pickingMode === 'autoscale' && ours.backend !== recorded.resolved_backend)
    reasons.push(`${PLANNER}: the reference takes ${PLANNER_AUTO} for auto`);
  const settled = comparison.experiments?.[recorded.chosen_exp]?.top[0];
  if (reasons.length === 0 && row !== undefined && settled !== undefined && !isSameRow(settled, row))
    reasons.push(`${CONTEXT_PARALLEL}: without them another of the equal rows leads`);
  return reasons;
}

function scores({ experiments = {}, chosen_exp }: RecordedPicks): string {
  const said = Object.entries(experiments).map(([name, { best_throughput, top }]) => {
    const needed = gpus(top[0]?.total_gpus_needed);
    return `${name} scores ${best_throughput} and needs ${needed} at ${top[0]?.[RATE]} tokens/s/GPU`;
  });
  return `the reference chooses ${chosen_exp} by scores on two scales, where we take fewer GPUs, then the higher rate (${said.join('; ')})`;
}

function mended(topic: string): Finding {
  return { mends: [topic], unexplained: [] };
}

function unexplained(problem: string): Finding {
  return { mends: [], unexplained: [problem] };
}
