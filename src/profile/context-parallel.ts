import { clusterRate, type RankedCandidate } from '../pick/ranking.ts';
import type { Mends } from '../request/mends.ts';
import type { ProfileRequest } from '../request/request.ts';
import { compareExperiments } from './compare.ts';
import type { Explanation } from './explanation.ts';
import type { Opened } from './measured.ts';

/** The mends without which the reference's own rows come out, in its order. */
const AS_RANKED_BY_REFERENCE = {
  leavesOutContextParallel: false,
  meetsTargetsFirst: false,
  choosesByServedLoad: false,
  capsEveryRow: false,
} as const satisfies Partial<Mends>;

/**
 * The candidates, best first, that the reference would rank and we leave out because no flag of the backend splits
 * sequences over ranks. It sweeps again with those layouts, so only an explanation asks for it; empty where none was
 * left out.
 */
export function contextParallelCandidates(
  request: ProfileRequest,
  { attempts }: Explanation,
  { architecture, backends }: Opened,
): readonly RankedCandidate[] {
  const concerned = attempts.filter(({ inexpressible }) => inexpressible.length > 0);
  if (concerned.length === 0 || request.pickingMode === 'autoscale') return [];
  const tried = backends.filter(({ backend }) => concerned.some((attempt) => attempt.backend === backend));
  const mends = { ...request.mends, ...AS_RANKED_BY_REFERENCE };
  const all = compareExperiments({ ...request, mends }, { architecture, backends: tried });
  return Object.values(all.experiments)
    .flatMap(({ top }) => top)
    .filter(splitsSequences)
    .sort((a, b) => clusterRate(b) - clusterRate(a));
}

function splitsSequences({ candidate }: RankedCandidate): boolean {
  const { layout } = candidate.mode === 'agg' ? candidate.worker : candidate.prefill;
  return layout.cp > 1;
}
