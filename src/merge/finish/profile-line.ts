import { findService, graphServices, serviceArgs, WORKER_TYPES } from '../../dgd/services.ts';
import { flagValue } from '../../graph/args.ts';
import { workerName } from '../../graph/backends.ts';
import { replicaGpus, replicasOf, workersOf } from '../../graph/worker-fit.ts';
import type { JsonObject } from '../../json.ts';
import type { Profile } from '../../profile/profile.ts';
import { RELEASES } from '../../releases.ts';
import { hasWishes, WISHED, wishWords } from '../../request/wishes.ts';
import type { Mode, Role } from '../../serving.ts';
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
/** What stands for latencies where an override changed what they were estimated for. */
const OVERRIDDEN = 'overridden';
/** Flags that tell a mocker to take its latencies from the pick. */
const MOCKED_LATENCIES = mockerFlags('perf-model');

function mockerFlags(name: string): readonly string[] {
  return MOCKER_PREFIXES.map((prefix) => `${prefix}-${name}`);
}

/** One line on what was picked: workers as the graph has them, latencies in ms, throughput per GPU; and as what it was wished. */
export function summarize(graph: JsonObject, finishing: Finishing): string {
  const { wishes } = finishing.profile;
  const wished = hasWishes(wishes) ? `${WISHED}${wishWords(wishes)}` : '';
  return `${picked(graph, finishing)}${wished}`;
}

function picked(graph: JsonObject, { request, profile, generated }: Finishing): string {
  if (profile.pinned !== undefined) return summarizePinned(graph, profile);
  if (request.features.mocker) return summarizeMocker(graph, { profile, generated });
  const workers = NAMED_ROLES[profile.chosen].map(({ role, label }) => {
    const name = workerName(profile.backend, role, request.target);
    return `${replicaWords(graph, name)}x ${label}${layout(serviceArgs(graph, name))}`;
  });
  const topology = `${profile.chosen} ${workers.join(' + ')}`;
  if (isReshaped(graph, generated)) return `${topology}, ${OVERRIDDEN}`;
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
function summarizeMocker(graph: JsonObject, { profile, generated }: Pick<Finishing, 'profile' | 'generated'>): string {
  const isMeasured = serviceArgs(graph, 'decode').some((arg) => MOCKED_LATENCIES.includes(arg));
  const workers = (['prefill', 'decode'] as const).map((name) => {
    return `${replicaWords(graph, name)}x ${name}${isMeasured ? ` ${layout(serviceArgs(graph, name))}` : ''}`;
  });
  if (isMeasured && isReshaped(graph, generated)) return `mocker ${workers.join(' + ')}, ${OVERRIDDEN}`;
  return `mocker ${workers.join(' + ')}, ${isMeasured ? speeds(profile) : 'latencies of its own'}`;
}

function replicaWords(graph: JsonObject, service: string): string {
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

/** Whether an override gave workers other replicas, GPUs or parallel sizes than the pick has. */
function isReshaped(graph: JsonObject, generated: JsonObject): boolean {
  return JSON.stringify(shapesOf(graph)) !== JSON.stringify(shapesOf(generated));
}

function shapesOf(graph: JsonObject): readonly (string | number | null)[][] {
  return workersOf(graph).map((service) => {
    const { name } = service;
    return [name, replicasOf(service), replicaGpus(graph, service) ?? null, layout(serviceArgs(graph, name))];
  });
}

/** The topology that the annotation of a graph should begin with; undefined where the graph has no such workers. */
export function topologyWords(graph: JsonObject, mode: Mode): string | undefined {
  const workers = workersOf(graph);
  const words = NAMED_ROLES[mode].map(({ role, label }) => {
    // The only worker of an aggregated graph is of the type decode beside a planner.
    const found = workers.filter(({ type }) => role === 'agg' || type === role);
    const [first] = found;
    if (first === undefined || found.length > 1) return undefined;
    return `${replicasOf(first)}x ${label}${layout(serviceArgs(graph, first.name))}`;
  });
  return words.includes(undefined) ? undefined : `${mode} ${words.join(' + ')}`;
}

/** At most three decimals, as the reference's tables have them. */
function threeDecimals(value: number): string {
  return String(Number(value.toFixed(3)));
}
