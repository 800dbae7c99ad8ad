import { type Candidate, leadWorker } from '../engine/candidate.ts';
import type { RatedCandidate } from '../pick/ranking.ts';
import type { Sla } from '../request/request.ts';
import { type Backend, MODES, type Mode } from '../serving.ts';
import { upTo3Decimals } from './figures.ts';
import { candidateWords } from './layout-words.ts';
import { meetsAll, targetResults } from './targets.ts';
import type { Judged } from './verdict.ts';

/** A point of the front: what one user gets against what a GPU gives all of them. */
export interface FrontPoint {
  readonly mode: Mode;
  readonly backend: Backend;
  /** The workers of one replica. */
  readonly workers: string;
  readonly tokensPerSecPerUser: number;
  /** By the GPUs of the whole budget, or of one replica where a load is matched. */
  readonly tokensPerSecPerGpu: number;
  readonly ttftMs: number;
  readonly itlMs: number;
  readonly requestMs: number;
  readonly meetsTargets: boolean;
  readonly isPick: boolean;
}

/** What no other candidate of its mode beats in both; the pick is a point of its own where the front does not have it. */
export function frontOf({ request: { sla }, profile }: Judged): readonly FrontPoint[] {
  const [pick] = profile.picked;
  const points = MODES.flatMap((mode) => {
    const front = profile.experiments[mode]?.pareto ?? [];
    return front.map((one) => toPoint(one, sla, isSame(one.candidate, pick?.candidate)));
  });
  const isThere = pick === undefined || points.some(({ isPick }) => isPick);
  return isThere ? points : [...points, toPoint(pick, sla, true)];
}

/** By content: a profile from another thread holds copies. */
function isSame(a: Candidate, b: Candidate | undefined): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

interface Rated extends Partial<Pick<RatedCandidate, 'clusterRate'>> {
  readonly candidate: Candidate;
}

function toPoint({ candidate, clusterRate }: Rated, sla: Sla, isPick: boolean): FrontPoint {
  const { tokensPerSecPerUser, tokensPerSecPerGpu, ttftMs, tpotMs, requestMs } = candidate.metrics;
  const latencies = { ttftMs, itlMs: tpotMs, requestMs };
  return {
    mode: candidate.mode,
    // What sweeps make names one of ours.
    backend: leadWorker(candidate).engine.backend as Backend,
    workers: candidateWords(candidate),
    tokensPerSecPerUser: upTo3Decimals(tokensPerSecPerUser),
    tokensPerSecPerGpu: upTo3Decimals(clusterRate ?? tokensPerSecPerGpu),
    ...latencies,
    meetsTargets: meetsAll(targetResults(sla, latencies)) ?? false,
    isPick,
  };
}
