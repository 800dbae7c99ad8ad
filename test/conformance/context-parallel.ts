import type { PerfData } from '../../src/perfdb/perfdb.ts';
import { compareExperiments } from '../../src/profile/compare.ts';
import { measuredBackends } from '../../src/profile/measured.ts';
import { findArchitecture } from '../../src/profile/models.ts';
import { profileRequest } from '../../src/profile/profile.ts';
import type { Request } from '../../src/request/request.ts';
import { compareProfile, type RecordedPicks } from './compare-profile.ts';
import { sharedRanks } from './row-mends.ts';

/** The tables of a recording as the reference would have them without context-parallel layouts. */
export interface MendedTables {
  readonly experiments: RecordedPicks['experiments'];
  readonly unexplained: readonly string[];
}

/**
 * Leaving layouts out changes which pairs a sweep keeps, so the recorded tables alone do not say what is left. Where
 * they hold such rows, the reference's rules are run twice: with the layouts, which has to give every recorded row, and
 * without them.
 */
export function withoutContextParallel(reference: Request, recorded: RecordedPicks, data: PerfData): MendedTables {
  const { experiments = {} } = recorded;
  const rows = Object.values(experiments).flatMap(({ top, pareto }) => [...top, ...pareto]);
  if (!rows.some((row) => sharedRanks(row) > 1)) return { experiments: recorded.experiments, unexplained: [] };
  const { failures } = compareProfile(
    profileRequest(reference, data, () => {}),
    recorded,
  );
  return {
    experiments: sweepWithout(reference, data),
    unexplained: failures.map((failure) => `reference rules: ${failure}`),
  };
}

function sweepWithout(reference: Request, data: PerfData): NonNullable<RecordedPicks['experiments']> {
  const backends = measuredBackends(reference, data).map((measured) => ({
    ...measured,
    model: { ...measured.model, contextParallelSizes: [1] },
  }));
  const { experiments } = compareExperiments(reference, findArchitecture(reference, data), backends);
  const tables = Object.entries(experiments).map(
    ([name, { bestThroughput, top, pareto }]) => [name, { best_throughput: bestThroughput, top, pareto }] as const,
  );
  return Object.fromEntries(tables);
}
