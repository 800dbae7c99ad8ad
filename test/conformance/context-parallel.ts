import { compareExperiments } from '../../src/profile/compare.ts';
import type { Engine } from '../../src/profile/engines.ts';
import { openMeasured } from '../../src/profile/measured.ts';
import { profileRequest } from '../../src/profile/profile.ts';
import { toRow } from '../../src/profile/rows/to-row.ts';
import type { Request } from '../../src/request/request.ts';
import { compareProfile, type RecordedPicks } from './compare-profile.ts';
import { toProfileRows } from './profile-rows.ts';
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
export function withoutContextParallel(reference: Request, recorded: RecordedPicks, engine: Engine): MendedTables {
  const { experiments = {} } = recorded;
  const rows = Object.values(experiments).flatMap(({ top, pareto }) => [...top, ...pareto]);
  if (!rows.some((row) => sharedRanks(row) > 1)) return { experiments: recorded.experiments, unexplained: [] };
  const profile = profileRequest(reference, engine, () => {});
  const { failures } = compareProfile(toProfileRows(profile), recorded);
  return {
    experiments: sweepWithout(reference, engine),
    unexplained: failures.map((failure) => `reference rules: ${failure}`),
  };
}

/** An engine without layouts whose ranks share a sequence. */
export function withoutSharedRanks({ data, revision }: Engine): Engine {
  const { trtllm, sglang, vllm } = revision.backends;
  const backends = { trtllm, sglang: { ...sglang, contextParallelSizes: [1] }, vllm };
  return { data, revision: { ...revision, backends } };
}

function sweepWithout(reference: Request, engine: Engine): NonNullable<RecordedPicks['experiments']> {
  const { experiments } = compareExperiments(reference, openMeasured(reference, withoutSharedRanks(engine)));
  const tables = Object.entries(experiments).map(
    ([name, { bestThroughput, top, pareto }]) =>
      [name, { best_throughput: bestThroughput, top: top.map(toRow), pareto: pareto.map(toRow) }] as const,
  );
  return Object.fromEntries(tables);
}
