import { findService, graphServices, serviceArgs } from '../../dgd/services.ts';
import { flagValue } from '../../graph/args.ts';
import { workerName } from '../../graph/backends.ts';
import type { JsonObject } from '../../json.ts';
import type { Profile } from '../../profile/profile.ts';
import type { Request } from '../../request/request.ts';
import type { Role } from '../../serving.ts';

/** Roles in the order in which people name them. */
const NAMED_ROLES: Readonly<Record<Profile['chosen'], readonly { readonly role: Role; readonly label: string }[]>> = {
  agg: [{ role: 'agg', label: '' }],
  disagg: [
    { role: 'prefill', label: 'prefill ' },
    { role: 'decode', label: 'decode ' },
  ],
};

/** Types of services that serve a model. */
const WORKER_TYPES = ['worker', 'prefill', 'decode'];

/** Sizes that name a parallel layout, by the flags of an engine and of a mocker; all but the first only above one. */
const SIZES = [
  ['tp', '--tensor-parallel-size', '--aic-tp-size', '--ais-tp-size'],
  ['pp', '--pipeline-parallel-size'],
  ['dp', '--data-parallel-size', '--aic-attention-dp-size', '--ais-attention-dp-size'],
  ['ep', '--expert-parallel-size', '--aic-moe-ep-size', '--ais-moe-ep-size'],
] as const;
/** Flags that tell a mocker to take its latencies from the pick. */
const MOCKED_LATENCIES = ['--aic-perf-model', '--ais-perf-model'];

/** One line on what was picked: workers as the graph has them, latencies in ms, throughput per GPU. */
export function summarize(graph: JsonObject, request: Request, profile: Profile): string {
  if (profile.pinned !== undefined) return summarizePinned(graph, profile);
  if (request.features.mocker) return summarizeMocker(graph, profile);
  const workers = NAMED_ROLES[profile.chosen].map(({ role, label }) => {
    const name = workerName(profile.backend, role, request.target);
    return `${replicasOf(graph, name)}x ${label}${layout(serviceArgs(graph, name))}`;
  });
  const topology = `${profile.chosen} ${workers.join(' + ')}`;
  return profile.naive === undefined
    ? `${topology}, ${speeds(profile)}`
    : `${topology}, sized from memory without measurements`;
}

/** A cluster of another release may call the workers otherwise. */
function summarizePinned(graph: JsonObject, { chosen }: Profile): string {
  const workers = graphServices(graph).filter(({ type }) => WORKER_TYPES.includes(type ?? ''));
  const words = workers.map(
    ({ name, object: { replicas = 1 } }) => `${replicas}x ${name} ${layout(serviceArgs(graph, name))}`,
  );
  return `${chosen} ${words.join(' + ')}, profiled in a cluster`;
}

/** Without the pick's latencies the mocker has a model of its own, which stands for no engine. */
function summarizeMocker(graph: JsonObject, profile: Profile): string {
  const isMeasured = serviceArgs(graph, 'decode').some((arg) => MOCKED_LATENCIES.includes(arg));
  const workers = (['prefill', 'decode'] as const).map((name) => {
    return `${replicasOf(graph, name)}x ${name}${isMeasured ? ` ${layout(serviceArgs(graph, name))}` : ''}`;
  });
  return `mocker ${workers.join(' + ')}, ${isMeasured ? speeds(profile) : 'latencies of its own'}`;
}

function replicasOf(graph: JsonObject, service: string): string {
  return String(findService(graph, service)?.object.replicas ?? 1);
}

function speeds({ latencies, picked }: Profile): string {
  const throughput = Number(picked[0]?.['tokens/s/gpu']);
  return `ttft ${rounded(latencies.ttft)} ms, itl ${rounded(latencies.tpot)} ms, ${rounded(throughput)} tokens/s/GPU`;
}

function layout(args: readonly string[]): string {
  const sizes = SIZES.map(([name, ...flags]) => ({
    name,
    size: flags.map((flag) => flagValue(args, flag)).find((value) => value !== undefined) ?? '1',
  }));
  return sizes
    .filter(({ size }, index) => index === 0 || size !== '1')
    .map(({ name, size }) => `${name}${size}`)
    .join('');
}

/** At most three decimals, as the reference's tables have them. */
function rounded(value: number): string {
  return String(Number(value.toFixed(3)));
}
