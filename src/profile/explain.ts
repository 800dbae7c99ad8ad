import type { Candidate } from '../engine/candidate.ts';
import type { PickedCandidate } from '../pick/ranking.ts';
import type { ProfileRequest } from '../request/request.ts';
import { sweepAll } from './compare.ts';
import { contextParallelCandidates } from './context-parallel.ts';
import type { Engine } from './engines.ts';
import { type Opened, openMeasured } from './measured.ts';
import { pickedOperationTimes, type StepReport } from './operation-times.ts';
import type { Profile } from './profile.ts';

/** Details behind a profile, which it does not keep since they are large or slow to make. */
export interface Details {
  readonly steps: readonly StepReport[];
  /** The best of what no flags of the backend express. */
  readonly contextParallel: readonly PickedCandidate[];
  /** Everything that the sweeps kept, ranked or not; sweeps again. */
  readonly candidates: () => readonly Candidate[];
}

/** Works out anew what a profile was made of; nothing where it was sized from memory. */
export function explainProfile(request: ProfileRequest, profile: Profile, engine: Engine): Details {
  if (profile.picked.length === 0) return { steps: [], contextParallel: [], candidates: () => [] };
  const opened = openMeasured(request, engine);
  return {
    steps: pickedOperationTimes(request, profile, opened),
    contextParallel: contextParallelCandidates(request, profile.explanation, opened),
    candidates: () => consideredCandidates(request, profile, opened),
  };
}

/** A planner's pairs are made of their workers, not swept. */
function consideredCandidates(request: ProfileRequest, { picked }: Profile, opened: Opened): readonly Candidate[] {
  if (request.pickingMode === 'autoscale') return picked.map(({ candidate }) => candidate);
  return sweepAll(request, opened).flatMap(({ sweep }) => sweep.candidates);
}
