import { getIn, serviceArgs } from '../graph/access.ts';
import { flagValue } from '../graph/args.ts';
import { GRAPH_BACKENDS } from '../graph/backends.ts';
import { isNaive, type Role } from '../graph/plan.ts';
import type { JsonObject } from '../json.ts';
import type { Profile } from '../profile.ts';

/** Roles in the order in which people name them. */
const NAMED_ROLES: Readonly<Record<Profile['chosen'], readonly { readonly role: Role; readonly label: string }[]>> = {
  agg: [{ role: 'agg', label: '' }],
  disagg: [
    { role: 'prefill', label: 'prefill ' },
    { role: 'decode', label: 'decode ' },
  ],
};

/** Sizes that name a parallel layout; all but the first only where they are above one. */
const SIZES = [
  ['tp', '--tensor-parallel-size'],
  ['pp', '--pipeline-parallel-size'],
  ['dp', '--data-parallel-size'],
  ['ep', '--expert-parallel-size'],
] as const;

/** One line on what was picked: workers as the graph has them, latencies in ms, throughput per GPU. */
export function summarize(graph: JsonObject, profile: Profile): string {
  const workers = NAMED_ROLES[profile.chosen].map(({ role, label }) => {
    const service = GRAPH_BACKENDS[profile.backend].services[role].name;
    const replicas = getIn(graph, 'spec', 'services', service, 'replicas') ?? 1;
    return `${replicas}x ${label}${layout(serviceArgs(graph, service))}`;
  });
  const topology = `${profile.chosen} ${workers.join(' + ')}`;
  if (isNaive(profile)) return `${topology}, sized from memory without measurements`;
  const { ttft, tpot } = profile.latencies;
  const throughput = Number(profile.picked[0]?.['tokens/s/gpu']);
  return `${topology}, ttft ${rounded(ttft)} ms, itl ${rounded(tpot)} ms, ${rounded(throughput)} tokens/s/GPU`;
}

function layout(args: readonly string[]): string {
  const sizes = SIZES.map(([name, flag]) => ({ name, size: flagValue(args, flag) ?? '1' }));
  return sizes
    .filter(({ size }, index) => index === 0 || size !== '1')
    .map(({ name, size }) => `${name}${size}`)
    .join('');
}

/** At most three decimals, as the reference's tables have them. */
function rounded(value: number): string {
  return String(Number(value.toFixed(3)));
}
