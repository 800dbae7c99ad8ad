import type { Row } from '../../src/engine/sweep-agg.ts';
import type { PickTarget } from '../../src/pick/rows.ts';

/** What a hand-made row says; everything else follows from it. */
export interface Sketch {
  readonly layout?: string;
  readonly gpus?: number;
  /** Requests/s and requests in flight of one replica. */
  readonly rate?: number;
  readonly inFlight?: number;
  /** Tokens/s and GPU. */
  readonly tokens?: number;
  readonly tpot?: number;
  readonly latency?: number;
}

/** A row of either mode with the columns that picking reads. */
export function row(sketch: Sketch = {}): Row {
  const { layout = 'tp1', gpus = 1, rate = 1, inFlight = 10, tokens = 100, tpot = 20, latency = 1000 } = sketch;
  return {
    parallel: layout,
    '(d)parallel': layout,
    num_total_gpus: gpus,
    'seq/s': rate,
    concurrency: inFlight,
    'tokens/s/gpu': tokens,
    'tokens/s/user': 1000 / tpot,
    tpot,
    request_latency: latency,
  };
}

export const TPOT_30: PickTarget = { column: 'tpot', limitMs: 30, tieColumn: 'tokens/s/user' };
export const LATENCY_2000: PickTarget = {
  column: 'request_latency',
  limitMs: 2000,
  tieColumn: 'request_latency',
};

/** Layout and a few columns of each row, in order. */
export function outline(rows: readonly Row[], ...columns: string[]): (string | number | undefined)[][] {
  return rows.map((found) => [found.parallel, ...columns.map((column) => found[column])]);
}
