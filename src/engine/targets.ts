import type { TargetRules } from './revision.ts';

/** A pair of latency limits in ms that a sweep filters by. */
export interface LatencyTarget {
  readonly ttftMs: number;
  readonly tpotMs: number;
}

/** No limit at all. */
export const ANY_LATENCY: LatencyTarget = { ttftMs: Number.POSITIVE_INFINITY, tpotMs: Number.POSITIVE_INFINITY };

/** Targets of a request with a first-token limit in ms. Source: aiconfigurator 0.10.0, sdk/task_v2.py. */
export function pairTargets(ttftMs: number, rules: TargetRules): readonly LatencyTarget[] {
  return rules.tpotMs.map((tpotMs) => ({ ttftMs, tpotMs }));
}

/**
 * Ways to split an end-to-end latency in ms into first token and the `osl - 1` others. The reference would also split at
 * a first-token limit, but it has the whole latency there, which leaves nothing. Source: sdk/utils.py.
 */
export function endToEndTargets(latencyMs: number, osl: number, rules: TargetRules): readonly LatencyTarget[] {
  const shares = rules.ttftShares.map((share) => latencyMs * share).filter((ms) => ms < 300 || ms > 8000);
  return [...new Set([...rules.fixedTtftMs, ...shares])]
    .filter((ms) => ms < latencyMs)
    .sort((a, b) => a - b)
    .map((ms) => ({ ttftMs: ms, tpotMs: (latencyMs - ms) / (osl - 1) }));
}
