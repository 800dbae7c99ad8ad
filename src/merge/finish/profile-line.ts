import { findService, graphServices, serviceArgs, WORKER_TYPES } from '../../dgd/services.ts';
import { flagValue } from '../../graph/args.ts';
import { workerName } from '../../graph/backends.ts';
import type { JsonObject } from '../../json.ts';
import type { Profile } from '../../profile/profile.ts';
import { RELEASES } from '../../releases.ts';
import type { Role } from '../../serving.ts';
import type { Finishing } from '../context.ts';

/** Roles in the order in which people name them. */
const NAMED_ROLES: Readonly<Record<Profile['chosen'], readonly { readonly role: Role; readonly label: string }[]>> = {
  agg: [{ role: 'agg', label: '' }],
  disagg: [
    { role: 'prefill', label: 'prefill ' },
    { role: 'decode', label: 'decode ' },
  ],
};

/** What the flags of a mocker begin with, in all releases. */
const MOCKER_PREFIXES = [...new Set(RELEASES.flatMap(({ mocker }) => mocker.prefix ?? []))];
/** Sizes that name a parallel layout, by the flags of an engine and of a mocker; all but the first only above one. */
const SIZES = [
  { name: 'tp', flags: ['--tensor-parallel-size', ...mockerFlags('tp-size')] },
  { name: 'pp', flags: ['--pipeline-parallel-size'] },
  { name: 'dp', flags: ['--data-parallel-size', ...mockerFlags('attention-dp-size')] },
  { name: 'ep', flags: ['--expert-parallel-size', ...mockerFlags('moe-ep-size')] },
];
/** Flags that tell a mocker to take its latencies from the pick. */
const MOCKED_LATENCIES = mockerFlags('perf-model');

function mockerFlags(name: string): readonly string[] {
  return MOCKER_PREFIXES.map((prefix) => `${prefix}-${name}`);
}

/** One line on what was picked: workers as the graph has them, latencies in ms, throughput per GPU. */
export function summarize(graph: JsonObject, { request, profile }: Finishing): string {
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

function speeds({ latencies: { ttftMs, tpotMs }, picked }: Profile): string {
  const throughput = picked[0]?.candidate.metrics.tokensPerSecPerGpu ?? 0;
  return `ttft ${threeDecimals(ttftMs)} ms, itl ${threeDecimals(tpotMs)} ms, ${threeDecimals(throughput)} tokens/s/GPU`;
}

function layout(args: readonly string[]): string {
  const sizes = SIZES.map(({ name, flags }) => ({
    name,
    size: flags.map((flag) => flagValue(args, flag)).find((value) => value !== undefined) ?? '1',
  }));
  return sizes
    .filter(({ size }, index) => index === 0 || size !== '1')
    .map(({ name, size }) => `${name}${size}`)
    .join('');
}

/** At most three decimals, as the reference's tables have them. */
function threeDecimals(value: number): string {
  return String(Number(value.toFixed(3)));
}
