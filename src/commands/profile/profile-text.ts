import { answeredBy } from '../../profile/engine-words.ts';
import type { Details } from '../../profile/explain.ts';
import type { Profile } from '../../profile/profile.ts';
import { toRow } from '../../profile/rows/to-row.ts';
import type { ProfiledRequest } from '../../render/render.ts';
import { formatTable } from '../cli/text-table.ts';
import { formatExplanation, formatStep, upTo3Decimals } from './explanation-text.ts';

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

/** A profile with what `--explain` adds. */
export interface ExplainedProfile extends ProfiledRequest {
  readonly details?: Details;
}

/** What was considered, left out and picked, as ranked tables. */
export function formatProfiles(profiles: readonly ExplainedProfile[]): string {
  return profiles.map(formatProfile).join('\n');
}

function formatProfile({ request, profile, details }: ExplainedProfile): string {
  const tables = Object.entries(profile.experiments).map(([title, { top, bestThroughput }]) => {
    return section(`${title}, best ${bestThroughput} tokens/s/GPU`, top);
  });
  const steps = details?.steps.map(formatStep) ?? [];
  const inexpressible = details?.contextParallel ?? [];
  const left =
    inexpressible.length === 0 ? [] : [section('not expressible in flags (context parallel)', inexpressible)];
  const picked = profile.naive === undefined ? [section('picked', profile.picked)] : [];
  const blocks = [
    head(request, profile),
    ...picked,
    ...tables,
    formatExplanation(profile.explanation, { picked: profile.picked, sla: request.sla }),
    ...left,
    ...steps,
  ];
  return blocks.filter((block) => block !== '').join('\n');
}

function head(request: ProfiledRequest['request'], profile: ProfiledRequest['profile']): string {
  const { latencies, chosen, system, backend, backendVersion, pickingMode, naive } = profile;
  const name = request.namespace === undefined ? request.name : `${request.namespace}/${request.name}`;
  const engine =
    backendVersion === null ? `${backend}, not measured` : `${backend} ${backendVersion} (${answeredBy(profile)})`;
  const title = `${name}: ${request.model} on ${system}, ${engine}, picking ${pickingMode}\n`;
  if (naive !== undefined) {
    const { replicas, gpusPerWorker, weightsGib } = naive;
    return `${title}sized from memory: ${replicas} workers of ${gpusPerWorker} GPUs for ${upTo3Decimals(weightsGib)} GiB of weights\n`;
  }
  const { ttftMs, tpotMs, requestMs } = latencies;
  return `${title}chosen: ${chosen}, ttft ${ttftMs} ms, tpot ${tpotMs} ms, request ${requestMs} ms\n`;
}

function section(title: string, ranked: Profile['picked']): string {
  if (ranked.length === 0) return `${title}: none\n`;
  const rows = ranked.map(toRow);
  const columns = COLUMNS.filter(([column]) => rows.some((row) => row[column] !== undefined));
  const cells = rows.map((row, i) => [i + 1, ...columns.map(([column]) => row[column] ?? '')]);
  return `${title}\n${formatTable(['rank', ...columns.map(([, heading]) => heading)], cells)}`;
}
