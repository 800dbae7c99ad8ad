import type { Profile, Row } from '../../src/profile/profile.ts';
import { type Agreement, compareRows, joined } from './compare-rows.ts';

/** What the reference profiler answered: `picks.json`. */
export interface RecordedPicks {
  readonly experiments?: Readonly<
    Record<string, { readonly best_throughput: number; readonly top: readonly Row[]; readonly pareto: readonly Row[] }>
  >;
  readonly chosen_exp: string;
  readonly resolved_backend: string;
  readonly best_latencies: Readonly<Record<string, number>>;
  readonly picked: readonly Row[];
}

const RANK_COLUMN = 'tokens/s/gpu_cluster';

/** Every ranked and every pareto row, the pick, its latencies. */
export function compareProfile(profile: Profile, recorded: RecordedPicks): Agreement {
  const paretoColumn = 'tokens/s/user';
  const experiments = recorded.experiments ?? {};
  const parts = [...new Set([...Object.keys(experiments), ...Object.keys(profile.experiments)])].flatMap((name) => {
    const [got, want] = [profile.experiments[name], experiments[name]];
    if (got === undefined || want === undefined)
      return [failed(`${name}: only ${got === undefined ? 'recorded' : 'computed'}`)];
    return [
      compareRows(`${name}.top`, got.top, want.top, RANK_COLUMN),
      compareRows(`${name}.pareto`, got.pareto, want.pareto, paretoColumn),
      compareRows(`${name}.best`, [{ best: got.bestThroughput }], [{ best: want.best_throughput }], 'best'),
    ];
  });
  const latencies = Object.keys(profile.latencies).map((column) => recorded.best_latencies[column] ?? Number.NaN);
  parts.push(
    compareRows('picked', profile.picked, recorded.picked, RANK_COLUMN),
    compareRows(
      'latencies',
      [{ ...Object.values(profile.latencies) }] as unknown as Row[],
      [{ ...latencies }] as unknown as Row[],
      '0',
    ),
  );
  if (profile.chosen !== recorded.chosen_exp)
    parts.push(failed(`chosen ${profile.chosen}, recorded ${recorded.chosen_exp}`));
  if (profile.backend !== recorded.resolved_backend)
    parts.push(failed(`backend ${profile.backend}, recorded ${recorded.resolved_backend}`));
  return joined(parts);
}

function failed(failure: string): Agreement {
  return { rows: 0, worst: 0, failures: [failure] };
}
