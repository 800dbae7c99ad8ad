import { metric, type PickTarget, type RankedCandidate } from './ranking.ts';

/** Orders two candidates; less than 0 where the first is better. */
export type CandidateOrder = (a: RankedCandidate, b: RankedCandidate) => number;

/** Whether a candidate keeps the limit that it is judged by; what a sweep keeps has kept that of the first token. */
export function meetsTarget({ latency, limitMs }: PickTarget): (one: Pick<RankedCandidate, 'candidate'>) => boolean {
  const latencyMs = metric(latency);
  return (one) => latencyMs(one) <= limitMs;
}

/** Orders candidates by their targets: what keeps the limit first; of two that miss it the nearer one. */
export function byTargets(target: PickTarget): CandidateOrder {
  const latencyMs = metric(target.latency);
  const isMet = meetsTarget(target);
  return (a, b) => (isMet(a) || isMet(b) ? Number(isMet(b)) - Number(isMet(a)) : latencyMs(a) - latencyMs(b));
}
