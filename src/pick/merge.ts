import type { PickOrder } from './choose.ts';
import { paretoFront } from './pareto.ts';
import { cutToTop, type PickTarget, type RankedTable } from './ranking.ts';

/** A ranked table of one backend. */
export interface BackendTable {
  readonly backend: string;
  readonly ranked: RankedTable;
}

/**
 * One mode's tables of several backends as one, every candidate with its `backend`: the best of their top ones, and the
 * pareto front of their fronts. Source: aiconfigurator 0.10.0, cli/utils.py, `merge_experiment_results_by_mode`.
 */
export function mergeBackends(
  tables: readonly BackendTable[],
  target: PickTarget,
  order: Pick<PickOrder, 'candidates'>,
): RankedTable {
  const all = tables.flatMap(({ backend, ranked }) => ranked.top.map((one) => ({ ...one, backend })));
  const fronts = tables.flatMap(({ backend, ranked }) => ranked.pareto.map((one) => ({ ...one, backend })));
  const merged = cutToTop(all.sort(order.candidates));
  const rest = tables.flatMap(({ backend, ranked }) => ranked.further.map((one) => ({ ...one, backend })));
  const further = [...merged.further, ...rest].sort(order.candidates);
  return {
    bestThroughput: merged.top[0]?.clusterRate ?? 0,
    top: merged.top,
    further,
    pareto: paretoFront(fronts, target),
  };
}
