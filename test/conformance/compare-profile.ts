import type { Row } from '../../src/profile/rows/row.ts';
import { type Agreement, compareRows, joined } from './compare-rows.ts';
import type { ProfileRows } from './profile-rows.ts';

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
export function compareProfile(profile: ProfileRows, recorded: RecordedPicks): Agreement {
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
  const names = ['ttft', 'tpot', 'request_latency'] as const;
  const latencies = Object.fromEntries(names.map((name) => [name, recorded.best_latencies[name] ?? Number.NaN]));
  parts.push(
    compareRows('picked', profile.picked, recorded.picked, RANK_COLUMN),
    compareRows('latencies', [{ ...profile.latencies }], [latencies], 'ttft'),
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
