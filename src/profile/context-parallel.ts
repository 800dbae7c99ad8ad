import type { Row } from '../engine/sweep-agg.ts';
import type { PerfData } from '../perfdb/perfdb.ts';
import { CLUSTER_COLUMN, numberIn } from '../pick/rows.ts';
import type { ProfileRequest } from '../request/request.ts';
import { compareExperiments } from './compare.ts';
import type { Explanation } from './explanation.ts';
import { measuredBackends } from './measured.ts';
import { findArchitecture } from './models.ts';

/** Columns that say over how many ranks a worker splits a sequence. */
const COLUMNS = ['cp', '(p)cp'];

/**
 * The rows, best first, that the reference would rank and we leave out because no flag of the backend splits sequences
 * over ranks. It sweeps again with those layouts, so only an explanation asks for it; empty where none was left out.
 */
export function contextParallelRows(
  request: ProfileRequest,
  { attempts }: Explanation,
  data: PerfData,
): readonly Row[] {
  const concerned = attempts.filter(({ inexpressible }) => inexpressible.length > 0);
  if (concerned.length === 0 || request.pickingMode === 'autoscale') return [];
  const backends = measuredBackends(request, data).filter(({ backend }) =>
    concerned.some((attempt) => attempt.backend === backend),
  );
  const all = compareExperiments({ ...request, compat: 'reference' }, findArchitecture(request, data), backends);
  return Object.values(all.experiments)
    .flatMap(({ top }) => top)
    .filter((row) => COLUMNS.some((column) => Number(row[column]) > 1))
    .sort((a, b) => numberIn(b, CLUSTER_COLUMN) - numberIn(a, CLUSTER_COLUMN));
}
