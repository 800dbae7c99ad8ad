/** A pair of latency limits in ms that a sweep filters by. */
export interface LatencyTarget {
  readonly ttftMs: number;
  readonly tpotMs: number;
}

const FIXED_TTFT_MS = [300, 400, 500, 600, 800, 1000, 1200, 1400, 1600, 2000, 3000, 5000, 8000];
const TTFT_SHARES = [0.1, 0.2, 0.3, 0.5, 0.7];

/** Swept token times, whatever the user's own: 1..19, then 20, 25, ..., 295 ms. Source: sdk/task_v2.py. */
const TPOT_MS = [...Array.from({ length: 19 }, (_, i) => i + 1), ...Array.from({ length: 56 }, (_, i) => 20 + 5 * i)];

/** Targets of a request with a first-token limit in ms. */
export function pairTargets(ttftMs: number): readonly LatencyTarget[] {
  return TPOT_MS.map((tpotMs) => ({ ttftMs, tpotMs }));
}

/** Ways to split an end-to-end latency in ms into first token and the `osl - 1` others. Source: sdk/utils.py. */
export function endToEndTargets(latencyMs: number, ttftMs: number, osl: number): readonly LatencyTarget[] {
  const shares = TTFT_SHARES.map((share) => latencyMs * share).filter((ms) => ms < 300 || ms > 8000);
  const candidates = [...new Set([...FIXED_TTFT_MS, ...shares, ttftMs])];
  return candidates
    .filter((ms) => ms < latencyMs)
    .sort((a, b) => a - b)
    .map((ms) => ({ ttftMs: ms, tpotMs: (latencyMs - ms) / (osl - 1) }));
}
