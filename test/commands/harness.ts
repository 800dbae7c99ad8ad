import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach } from 'vitest';
import { main } from '../../src/cli.ts';
import type { Context } from '../../src/commands/cli/context.ts';
import { RenderError, RenderErrors } from '../../src/errors.ts';
import { getIn, isObject, type JsonObject, updateIn } from '../../src/json.ts';
import { withAnnotations } from '../../src/krm/annotations.ts';
import { mergeGraph } from '../../src/merge/merge.ts';
import type { Profile } from '../../src/profile/profile.ts';
import { fromRow } from '../../src/profile/rows/from-row.ts';
import { v1 } from '../../src/releases.ts';
import type { Street } from '../../src/render/render.ts';
import { OURS } from '../../src/request/mends.ts';
import type { Request } from '../../src/request/request.ts';
import type { RequestDefaults } from '../../src/request/settings.ts';
import { toWorkloadOptions } from '../../src/request/workload-options.ts';
import { verdictOf } from '../../src/verdict/verdict.ts';

const ENGINE = 'dgdr-render 0.2.0, aiconfigurator 0.10.0, vllm 0.19.0 on h200_sxm';

/** A street without an engine: what a request's spec says happens (`fail`, `failTwice`, `warn`, `crash`, `planner.content`). */
export const FAKE_STREET: Street = {
  parse: (resource, defaults, warn) => {
    const { metadata, spec } = resource.object;
    const wish = isObject(spec) ? spec : {};
    const { name, namespace } = metadata as { name: string; namespace?: string };
    if (wish.fail === true)
      throw new RenderError('REQUEST_INVALID', { message: `${name} fails`, path: 'spec.fail', hint: 'stop it' });
    if (wish.failTwice === true) {
      const first = new RenderError('REQUEST_INVALID', { message: 'first', path: 'spec.failTwice' });
      throw new RenderErrors([first, new RenderError('MODEL_UNKNOWN', { message: 'second' })]);
    }
    if (wish.crash === true) throw new TypeError('a bug');
    if (wish.warn === true) warn('FIELD_IGNORED', { message: 'ignored', path: 'spec.warn' });
    const features = { planner: isObject(wish.planner) ? wish.planner : undefined, mocker: false };
    const { origin, source, locate } = resource;
    const known = { name, namespace, features, autoApply: wish.autoApply !== false, origin, source, locate };
    return fakeRequest(known, defaults);
  },
  inputs: ({ model }) => ({ model }),
  profile: () => FAKE_PROFILE,
  nodeGpus: () => undefined,
  graph: (request) => ({ graph: fakeGraph(request), resources: fakeResources(request) }),
  merge: (made, given) => (given.profile.pinned === undefined ? made : mergeGraph(made, given)),
  explain: () => ({ steps: [], contextParallel: [], candidates: () => [] }),
  judged: (request, profile) => ({ request, profile, cardGib: 80 }),
  verdict: (request, profile) => verdictOf({ request, profile, cardGib: 80 }),
};

/** The fake street with our marks and labels on its graphs; a request's override is the spec of its graph. */
export const MARKING_STREET: Street = {
  ...FAKE_STREET,
  parse: (resource, defaults, warn) => {
    const dgd = getIn(resource.object, 'spec', 'overrides', 'dgd');
    const overrides = { dgd: isObject(dgd) ? dgd : undefined, tolerations: [], trustRemoteCode: false };
    return { ...FAKE_STREET.parse(resource, defaults, warn), overrides };
  },
  graph: (wish) => {
    const source = { 'dgdr-render.dev/source': `${wish.source}#${wish.origin.index}` };
    const marks = { 'dgdr-render.dev/engine': ENGINE, ...(wish.source === '' ? {} : source) };
    const graph = withAnnotations(fakeGraph(wish), marks);
    const labelled = updateIn(graph, ['metadata', 'labels'], () => ({ 'dgdr.nvidia.com/name': wish.name }));
    return { graph: { ...labelled, ...wish.overrides.dgd }, resources: fakeResources(wish) };
  },
};

const FAKE_PICK = fromRow(
  {
    ...{ 'tokens/s/gpu': 900.125, 'tokens/s/user': 100, ttft: 100.5, tpot: 10, request_latency: 1100.25 },
    ...{ concurrency: 8, num_total_gpus: 4, tp: 4, bs: 8, memory: 60.5, backend: 'vllm' },
  },
  { pickingMode: 'default', totalGpus: 4 },
);

const FAKE_PROFILE: Profile = {
  system: 'h200_sxm',
  backend: 'vllm',
  backendVersion: '0.19.0',
  engine: '0.10',
  dataRelease: 'aiconfigurator 0.10.0',
  pickingMode: 'default',
  chosen: 'agg',
  wishes: {},
  latencies: { ttftMs: 100.5, tpotMs: 10, requestMs: 1100.25 },
  experiments: {
    agg: { bestThroughput: 900.125, top: [{ ...FAKE_PICK, clusterRate: 900.125 }], further: [], pareto: [] },
  },
  picked: [FAKE_PICK],
  naive: undefined,
  explanation: { support: [], attempts: [] },
  model: { isMoe: false, nextn: 0, contextLength: undefined },
};

function fakeGraph({ name, namespace, image }: Request): JsonObject {
  return {
    apiVersion: 'nvidia.com/v1alpha1',
    kind: 'DynamoGraphDeployment',
    metadata: { name: `${name}-dgd`, ...(namespace === undefined ? {} : { namespace }) },
    spec: { image },
  };
}

function fakeResources({ name, namespace, features }: Request): JsonObject[] {
  const content = features?.planner?.content;
  if (content === undefined) return [];
  const labels = { 'dgdr.nvidia.com/name': name };
  const metadata = { name: `planner-config-${content}`, ...(namespace === undefined ? {} : { namespace }), labels };
  return [{ apiVersion: 'v1', kind: 'ConfigMap', metadata }];
}

function fakeRequest(
  known: Partial<Request>,
  { image = 'none', emit = 'graph', workloads = {} }: RequestDefaults,
): Request {
  const hardware = { gpuSku: 'h200_sxm', system: 'h200_sxm', totalGpus: 8, gpusPerNode: 8, vramMb: undefined };
  // Its engine is the target's own, so that nothing is said of a neighbour.
  const goal = { target: v1(5), engine: '0.12', mends: OURS, carried: { labels: {}, annotations: {} } } as const;
  const output = { emit, workloads: toWorkloadOptions(workloads) };
  const workload = { isl: 4000, osl: 1000, concurrency: undefined, requestRatePerSec: undefined };
  const sla = { kind: 'pair', ttftMs: 2000, itlMs: 30, isExplicit: false } as const;
  return { model: 'a/b', image, hardware, workload, sla, ...goal, ...output, ...known } as Request;
}

export interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A folder with files, removed after the test. */
export function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'dgdr-render-test-'));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly stdin?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  readonly street?: Street;
  /** The street for what is said of models, in place of one for all. */
  readonly openStreet?: Context['openStreet'];
  /** Without it everything is done in one thread. */
  readonly threads?: Context['threads'];
}

/** Runs the tool in this process, on the fake street unless another is given. */
export async function run(argv: readonly string[], options: RunOptions = {}): Promise<Run> {
  const out = { stdout: '', stderr: '' };
  const code = await main(argv, {
    cwd: options.cwd ?? '/',
    env: options.env ?? {},
    readStdin: async () => Buffer.from(options.stdin ?? ''),
    stdout: (text) => {
      out.stdout += text;
    },
    stderr: (text) => {
      out.stderr += text;
    },
    untilSafe: (work) => work(new AbortController().signal),
    progress: () => {},
    isColoured: false,
    threads: options.threads ?? { entry: new URL('none:'), processors: 1 },
    openStreet: options.openStreet ?? (() => options.street ?? FAKE_STREET),
  });
  return { code, ...out };
}

/** A request whose spec holds the given lines. */
export function request(name: string, ...spec: readonly string[]): string {
  const lines = spec.map((line) => `  ${line}\n`).join('');
  return `apiVersion: nvidia.com/v1beta1\nkind: DynamoGraphDeploymentRequest\nmetadata:\n  name: ${name}\nspec:\n  model: a/b\n${lines}`;
}

/** The graph that the fake street makes of a request. */
export function graph(name: string, image = 'none'): string {
  return `apiVersion: nvidia.com/v1alpha1\nkind: DynamoGraphDeployment\nmetadata:\n  name: ${name}-dgd\nspec:\n  image: ${image}\n`;
}
