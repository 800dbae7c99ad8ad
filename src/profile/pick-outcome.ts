import type { Metrics } from '../engine/candidate.ts';
import type { PickedCandidate, RankedCandidate, RankedTable } from '../pick/ranking.ts';
import type { Backend, Mode } from '../serving.ts';
import type { ExperimentAttempt, Rival } from './explanation.ts';
import type { MeasuredBackend } from './measured.ts';

/** Latencies of a pick. */
export type Latencies = Pick<Metrics, 'ttftMs' | 'tpotMs' | 'requestMs'>;

/** What would be picked if nothing were wished. */
export interface Unwished {
  readonly backend: Backend;
  readonly pick: PickedCandidate;
}

/** What a way of picking came to. */
export interface PickOutcome {
  readonly backend: Backend;
  /** Version of the measured data; null where nothing was measured. */
  readonly backendVersion: string | null;
  readonly chosen: Mode;
  readonly latencies: Latencies;
  readonly experiments: Readonly<Partial<Record<Mode, RankedTable>>>;
  readonly picked: readonly PickedCandidate[];
  /** What serves more and was not picked, since the pick is nearer to the targets. */
  readonly passedOver?: RankedCandidate | undefined;
  /** What would be picked if nothing were wished; absent where that is the pick. */
  readonly unwished?: Unwished | undefined;
  readonly attempts: readonly ExperimentAttempt[];
  /** The best of each mode with each backend, in the order of picking. */
  readonly rivals?: readonly Rival[];
}

export const NO_LATENCIES: Latencies = { ttftMs: 0, tpotMs: 0, requestMs: 0 };

/** Latencies of a pick. */
export function latenciesOf({ candidate: { metrics } }: PickedCandidate): Latencies {
  const { ttftMs, tpotMs, requestMs } = metrics;
  return { ttftMs, tpotMs, requestMs };
}

/** The backend among those tried, as an outcome names it. */
export function resolved({ backend, database }: MeasuredBackend): Pick<PickOutcome, 'backend' | 'backendVersion'> {
  return { backend, backendVersion: database.version };
}
