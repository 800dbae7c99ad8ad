import { type Candidate, leadWorker, workersByRole } from '../engine/candidate.ts';
import { fillBudget } from '../pick/default.ts';
import { paretoFront } from '../pick/pareto.ts';
import { type PickTarget, type RankedCandidate, TOP_ROWS } from '../pick/ranking.ts';
import type { Profile } from '../profile/profile.ts';
import { MODES } from '../serving.ts';
import { layoutWords } from '../verdict/layout-words.ts';
import { type PagePoints, POINT_COLUMNS, type PointColumn } from './data.ts';

/** What a request's configurations are drawn by. */
export interface PointsAsked {
  readonly profile: Profile;
  /** Everything that the sweeps kept. */
  readonly candidates: readonly Candidate[];
  readonly totalGpus: number;
  /** The latency that picks are judged by. */
  readonly target: PickTarget;
  /** How many a page holds of one request. */
  readonly most: number;
}

/** The configurations of a request for its page; undefined where none was measured. */
export function pointsOf({ profile, candidates, totalGpus, target, most }: PointsAsked): PagePoints | undefined {
  const [picked] = profile.picked;
  if (picked === undefined) return undefined;
  const ranks = ranksOf(profile);
  const all = withRanked(candidates, ranks).map((candidate) => rated(candidate, profile.pickingMode, totalGpus));
  const front = new Set(
    MODES.flatMap((mode) =>
      paretoFront(
        all.filter(({ candidate }) => candidate.mode === mode),
        target,
      ),
    ),
  );
  const rankOf = ({ candidate }: RankedCandidate): number => ranks.get(keyOf(candidate))?.rank ?? 0;
  const tierOf = (one: RankedCandidate): number => {
    const rank = rankOf(one);
    if (rank > 0 && rank <= TOP_ROWS) return 0;
    return front.has(one) ? 1 : rank > 0 ? 2 : 3;
  };
  const kept = thinned(all, tierOf, most);
  const [backends, layouts] = [names(), names()];
  const rows = kept.map((one) => {
    const { candidate } = one;
    const columns: Record<PointColumn, number> = {
      mode: MODES.indexOf(candidate.mode),
      ...workerColumns(candidate, layouts.add),
      backend: backends.add(leadWorker(candidate).engine.backend),
      ...metricColumns(one),
      rank: rankOf(one),
      front: front.has(one) ? 1 : 0,
    };
    return POINT_COLUMNS.map((column) => columns[column]);
  });
  const pickedKey = keyOf(picked.candidate);
  return {
    modes: MODES,
    backends: backends.all,
    layouts: layouts.all,
    rows,
    picked: kept.findIndex(({ candidate }) => keyOf(candidate) === pickedKey),
    considered: all.length,
  };
}

/** By the rate that picks are compared by: of the whole budget, or of one replica where a load or a planner decides how many. */
function rated(candidate: Candidate, pickingMode: Profile['pickingMode'], totalGpus: number): RankedCandidate {
  const filled = fillBudget(candidate, totalGpus);
  return pickingMode === 'default' ? filled : { ...filled, clusterRate: candidate.metrics.tokensPerSecPerGpu };
}

interface Ranked {
  readonly candidate: Candidate;
  readonly rank: number;
}

/** Candidates of the ranked tables with their places; those of the pick's own table count where there are no tables. */
function ranksOf({ experiments, picked }: Profile): ReadonlyMap<string, Ranked> {
  const tables = [picked, ...Object.values(experiments).map(({ top, further }) => [...top, ...further])];
  const ranked = tables.flatMap((table) =>
    table.map(({ candidate }, i) => [keyOf(candidate), { candidate, rank: i + 1 }] as const),
  );
  return new Map(ranked);
}

/** The candidates of the sweeps and those that were ranked beside them, such as the pairs of a planner. */
function withRanked(candidates: readonly Candidate[], ranks: ReadonlyMap<string, Ranked>): readonly Candidate[] {
  const known = new Map(
    [...[...ranks.values()].map(({ candidate }) => candidate), ...candidates].map((one) => [keyOf(one), one]),
  );
  return [...known.values()];
}

/** What tells candidates of one request apart. */
function keyOf(candidate: Candidate): string {
  const { mode, metrics } = candidate;
  const workers = workersByRole(candidate).map(([, { layout, batch, workers: count, engine }]) => [
    layout,
    batch,
    count,
    engine.backend,
  ]);
  return JSON.stringify([mode, workers, metrics.ttftMs, metrics.tpotMs]);
}

/** At most so many of them in their order: those of the first tiers, and of the tier that there is no room for evenly. */
function thinned<T>(all: readonly T[], tierOf: (one: T) => number, most: number): readonly T[] {
  const counts = new Map<number, number>();
  for (const one of all) counts.set(tierOf(one), (counts.get(tierOf(one)) ?? 0) + 1);
  let room = most;
  const rooms = new Map<number, number>();
  for (const tier of [...counts.keys()].sort((a, b) => a - b)) {
    rooms.set(tier, Math.min(room, counts.get(tier)!));
    room -= rooms.get(tier)!;
  }
  const seen = new Map<number, number>();
  return all.filter((one) => {
    const tier = tierOf(one);
    const [before, share] = [seen.get(tier) ?? 0, rooms.get(tier)! / counts.get(tier)!];
    seen.set(tier, before + 1);
    return Math.floor((before + 1) * share) > Math.floor(before * share);
  });
}

type WorkerColumn = 'layout' | 'batch' | 'workers' | 'memoryGib';
type DecodeColumn = 'decodeLayout' | 'decodeBatch' | 'decodeWorkers' | 'decodeMemoryGib';

function workerColumns(
  candidate: Candidate,
  place: (name: string) => number,
): Record<WorkerColumn | DecodeColumn, number> {
  const [[, { layout, batch, workers, memoryGib }], [, decode] = []] = workersByRole(candidate);
  return {
    layout: place(layoutWords(layout)),
    batch,
    workers,
    memoryGib,
    decodeLayout: decode === undefined ? 0 : place(layoutWords(decode.layout)),
    decodeBatch: decode?.batch ?? 0,
    decodeWorkers: decode?.workers ?? 0,
    decodeMemoryGib: decode?.memoryGib ?? 0,
  };
}

/** Digits of a figure: more than anybody sees in a picture, and a third less to carry. */
const DIGITS = 5;

function metricColumns({ candidate: { gpus, metrics }, clusterRate: tokensPerSecPerGpu }: RankedCandidate) {
  const { ttftMs, tpotMs: itlMs, requestMs, concurrency, requestsPerSec, tokensPerSecPerUser } = metrics;
  const figures = { ttftMs, itlMs, requestMs, concurrency, requestsPerSec, tokensPerSecPerUser, tokensPerSecPerGpu };
  const short = Object.entries(figures).map(([name, value]) => [name, Number(value.toPrecision(DIGITS))]);
  return { gpus, ...(Object.fromEntries(short) as typeof figures) };
}

/** Texts that stand once each, and the place of each. */
function names(): { readonly all: readonly string[]; readonly add: (name: string) => number } {
  const places = new Map<string, number>();
  const all: string[] = [];
  const add = (name: string): number => {
    const place = places.get(name) ?? all.push(name) - 1;
    places.set(name, place);
    return place;
  };
  return { all, add };
}
