import type { Candidate } from '../engine/candidate.ts';
import type { Exclusion, Fullest, SweepResult } from '../engine/sweep.ts';
import type { Layout } from '../models/layout.ts';
import { fillBudget } from '../pick/default.ts';
import type { PickedCandidate, RankedCandidate } from '../pick/ranking.ts';
import type { ProfileRequest } from '../request/request.ts';
import type { Backend, Mode } from '../serving.ts';
import type { Tried } from './experiments.ts';
import type { SupportAnswer } from './support-gate.ts';

/** How one mode of serving with one backend went. */
export interface ExperimentAttempt {
  /** The reference's name of the experiment: the mode, with `auto` also the backend (`agg_trtllm`). */
  readonly name: string;
  readonly mode: Mode;
  readonly backend: Backend;
  readonly backendVersion: string;
  /** How many candidates the sweep kept, and how many of them keep the latency limit that the pick is judged by. */
  readonly candidates: number;
  readonly candidatesWithinLimit: number;
  readonly excluded: readonly Exclusion[];
  /** Layouts that were not tried because no flag of the backend expresses them. */
  readonly inexpressible: readonly Layout[];
  /** Smallest latencies in ms of any point, infinite where there is none. */
  readonly fastest: SweepResult['fastest'];
  /** What serves the most of the whole budget whatever its latencies are; undefined for a planner. */
  readonly fullest: FullestRanked | undefined;
}

interface FullestRanked extends Omit<Fullest, 'candidate'> {
  readonly ranked: RankedCandidate;
}

/** The best of one mode with one backend. */
export interface Rival {
  readonly mode: Mode;
  readonly backend: Backend;
  readonly best: PickedCandidate;
}

/** Why a profile came out as it did. */
export interface Explanation {
  /** One answer a backend that the request allows, in the order in which `auto` tries them. */
  readonly support: readonly SupportAnswer[];
  /** Empty where the request was sized from memory. */
  readonly attempts: readonly ExperimentAttempt[];
  /** What serves more and was not picked, since the pick is nearer to the targets. */
  readonly passedOver?: RankedCandidate | undefined;
  /** What else was ranked, the pick among it, in the order of picking. */
  readonly rivals?: readonly Rival[] | undefined;
}

/** What a sweep, or the pairs made of its workers, came to. */
export interface AttemptResult extends SweepResult {
  /** Whether a candidate keeps the latency limit that the pick is judged by. */
  readonly isWithin: (candidate: Candidate) => boolean;
}

/** How one mode with one backend went, in the reference's name for it. */
export function attemptOf(
  request: ProfileRequest,
  { mode, measured, inexpressible }: Tried,
  { candidates, isWithin, excluded, fastest, fullest }: AttemptResult,
): ExperimentAttempt {
  const { backend, database } = measured;
  return {
    name: request.backend === 'auto' ? `${mode}_${backend}` : mode,
    mode,
    backend,
    backendVersion: database.version,
    candidates: candidates.length,
    candidatesWithinLimit: candidates.filter(isWithin).length,
    excluded,
    inexpressible,
    fastest,
    fullest: fullest && {
      isAtMemory: fullest.isAtMemory,
      ranked: fillBudget(fullest.candidate, request.hardware.totalGpus),
    },
  };
}
