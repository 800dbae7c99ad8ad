import type { Row } from '../engine/sweep-agg.ts';
import type { RankedRows } from '../pick/rows.ts';
import { numberIn } from '../pick/rows.ts';
import type { Backend, Mode } from '../serving.ts';
import type { Attempt } from './explanation.ts';
import type { MeasuredBackend } from './measured.ts';

/** Latencies in ms. */
export interface Latencies {
  readonly ttft: number;
  readonly tpot: number;
  readonly request_latency: number;
}

/** What a way of picking came to. */
export interface Outcome {
  readonly backend: Backend;
  /** Version of the measured data; null where nothing was measured. */
  readonly backendVersion: string | null;
  readonly chosen: Mode;
  readonly latencies: Latencies;
  readonly experiments: Readonly<Record<string, RankedRows>>;
  readonly picked: readonly Row[];
  readonly attempts: readonly Attempt[];
}

export const NO_LATENCIES: Latencies = { ttft: 0, tpot: 0, request_latency: 0 };

/** Latencies of a picked row. */
export function latenciesOf(row: Row): Latencies {
  const [ttft, tpot] = [numberIn(row, 'ttft'), numberIn(row, 'tpot')];
  return { ttft, tpot, request_latency: numberIn(row, 'request_latency') };
}

/** The backend among those tried, as an outcome names it. */
export function resolved({ backend, database }: MeasuredBackend): Pick<Outcome, 'backend' | 'backendVersion'> {
  return { backend, backendVersion: database.version };
}
