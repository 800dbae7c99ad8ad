import type { QuantModes } from '../../operations/quant-modes.ts';
import type { Latencies } from '../pick-outcome.ts';

/**
 * A candidate in the reference's column names, which locks, `profile` and recorded runs have.
 * Source: aiconfigurator 0.10.0, sdk/common.py, ColumnsAgg and ColumnsDisagg.
 */
export type Row = Readonly<Record<string, string | number>>;

/** Latencies in ms in the reference's column names. */
export interface LatencyColumns {
  readonly ttft: number;
  readonly tpot: number;
  readonly request_latency: number;
}

/** What columns of a worker start with: nothing in aggregated serving, else its role. */
export type Prefix = '' | '(p)' | '(d)';

/** Modes of a worker with their columns, in order. */
export const QUANT_COLUMNS = [
  ['gemm', 'gemm'],
  ['kvCache', 'kvcache'],
  ['fmha', 'fmha'],
  ['moe', 'moe'],
  ['comm', 'comm'],
] as const satisfies readonly (readonly [keyof QuantModes, string])[];

export function toLatencyColumns({ ttftMs, tpotMs, requestMs }: Latencies): LatencyColumns {
  return { ttft: ttftMs, tpot: tpotMs, request_latency: requestMs };
}

export function fromLatencyColumns({ ttft, tpot, request_latency }: LatencyColumns): Latencies {
  return { ttftMs: ttft, tpotMs: tpot, requestMs: request_latency };
}
