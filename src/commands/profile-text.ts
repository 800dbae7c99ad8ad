import type { Row } from '../profile.ts';
import type { ProfiledRequest } from '../render.ts';
import { formatTable } from './table.ts';

/** Columns for people, in their order: the reference's name, ours with the unit. Rows lack some of them. */
const COLUMNS: readonly (readonly [column: string, heading: string])[] = [
  ['tokens/s/gpu', 'tokens/s/GPU'],
  ['tokens/s/user', 'tokens/s/user'],
  ['ttft', 'ttft ms'],
  ['tpot', 'tpot ms'],
  ['request_latency', 'request ms'],
  ['concurrency', 'concurrency'],
  ['num_total_gpus', 'GPUs'],
  ['backend', 'backend'],
  ['parallel', 'parallel'],
  ['bs', 'batch'],
  ['memory', 'memory GiB'],
  ['(p)parallel', 'prefill'],
  ['(p)workers', 'workers'],
  ['(p)bs', 'batch'],
  ['(p)memory', 'memory GiB'],
  ['(d)parallel', 'decode'],
  ['(d)workers', 'workers'],
  ['(d)bs', 'batch'],
  ['(d)memory', 'memory GiB'],
];

/** What was considered and picked, as ranked tables. */
export function formatProfiles(profiles: readonly ProfiledRequest[]): string {
  return profiles.map(formatProfile).join('\n');
}

function formatProfile({ request, profile }: ProfiledRequest): string {
  const { latencies, chosen, system, backend, backendVersion, dataRelease, pickingMode } = profile;
  const name = request.namespace === undefined ? request.name : `${request.namespace}/${request.name}`;
  const engine = backendVersion === null ? `${backend}, not measured` : `${backend} ${backendVersion} (${dataRelease})`;
  const head =
    `${name}: ${request.model} on ${system}, ${engine}, picking ${pickingMode}\n` +
    `chosen: ${chosen}, ttft ${latencies.ttft} ms, tpot ${latencies.tpot} ms, request ${latencies.request_latency} ms\n`;
  const tables = Object.entries(profile.experiments).map(([title, { top, bestThroughput }]) => {
    return section(`${title}, best ${bestThroughput} tokens/s/GPU`, top);
  });
  return [head, section('picked', profile.picked), ...tables].join('\n');
}

function section(title: string, rows: readonly Row[]): string {
  if (rows.length === 0) return `${title}: none\n`;
  const columns = COLUMNS.filter(([column]) => rows.some((row) => row[column] !== undefined));
  const cells = rows.map((row, i) => [i + 1, ...columns.map(([column]) => row[column] ?? '')]);
  return `${title}\n${formatTable(['rank', ...columns.map(([, heading]) => heading)], cells)}`;
}
