import type { Sla } from '../request/request.ts';
import { type LatencyLimit, limitsOf } from '../request/sla.ts';
import type { Performance } from './performance.ts';

/** Members of a performance that a target may limit, by the names that candidates have for them. */
const LATENCIES = { ttftMs: 'ttftMs', tpotMs: 'itlMs', requestMs: 'requestMs' } as const satisfies Record<
  LatencyLimit['latency'],
  keyof Performance
>;

/** A latency beside its target. */
export interface TargetResult {
  /** Field of `spec.sla`. */
  readonly field: LatencyLimit['field'];
  readonly limitMs: number;
  /** Undefined where no performance was estimated. */
  readonly reachedMs: number | undefined;
  readonly isMet: boolean | undefined;
  /** Whether the request says it itself; else it is a default. */
  readonly isSaid: boolean;
}

/** What targets limit. */
type Latencies = Pick<Performance, (typeof LATENCIES)[keyof typeof LATENCIES]>;

/** Every target of a request beside what a deployment reaches. */
export function targetResults(sla: Sla, performance: Latencies | undefined): readonly TargetResult[] {
  const { all, said } = limitsOf(sla);
  return all.map((limit) => {
    const reachedMs = performance?.[LATENCIES[limit.latency]];
    return {
      field: limit.field,
      limitMs: limit.limitMs,
      reachedMs,
      isMet: reachedMs === undefined ? undefined : reachedMs <= limit.limitMs,
      isSaid: said.includes(limit),
    };
  });
}

/** Whether all targets are met; undefined where no performance was estimated. */
export function meetsAll(targets: readonly TargetResult[]): boolean | undefined {
  return targets.some(({ isMet }) => isMet === undefined) ? undefined : targets.every(({ isMet }) => isMet);
}
