import type { Prices } from '../request/prices.ts';
import { costOf, withCost } from './cost.ts';
import { type FrontPoint, frontOf } from './front.ts';
import { type RankedRow, rankedRows, USUAL_ROWS } from './ranked.ts';
import { type Judged, type Verdict, verdictOf } from './verdict.ts';

/** A verdict with what it was picked from. */
export interface Answer {
  readonly verdict: Verdict;
  /** Rows of each mode up to the wanted number, the chosen mode first. */
  readonly ranked: readonly RankedRow[];
  readonly front: readonly FrontPoint[];
}

/** How much is answered. */
export interface Wanted {
  /** Rows of each mode; five by default. */
  readonly topRows?: number | undefined;
  /** What GPUs cost; nothing is said of costs without. */
  readonly prices?: Prices | undefined;
}

/** The answer to a request with its profile. */
export function verdictWithRanking(judged: Judged, { topRows = USUAL_ROWS, prices }: Wanted = {}): Answer {
  const { gpuSku } = judged.request.hardware;
  return {
    verdict: withCost(verdictOf(judged), prices),
    ranked: rankedRows(judged)
      .filter(({ rank }) => rank <= topRows)
      .map((row) => ({ ...row, cost: costOf(row, { gpuSku, prices }) })),
    front: frontOf(judged),
  };
}
