import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach } from 'vitest';
import { main } from '../../src/cli.ts';
import { RenderError, RenderErrors } from '../../src/errors.ts';
import { getIn, isObject, updateIn } from '../../src/json.ts';
import { withAnnotations } from '../../src/krm/annotations.ts';
import { finishPinned } from '../../src/merge/merge.ts';
import type { Profile } from '../../src/profile/profile.ts';
import type { Street } from '../../src/render/render.ts';
import type { Request, RequestDefaults } from '../../src/request/request.ts';

const ENGINE = 'dgdr-render 0.1.0, aiconfigurator 0.10.0, vllm 0.19.0 on h200_sxm';

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
    const { origin, locate } = resource;
    const known = { name, namespace, features, autoApply: wish.autoApply !== false, origin, locate };
    return fakeRequest(known, defaults);
  },
  inputs: ({ model }) => ({ model }),
  profile: () => FAKE_PROFILE,
  graph: (request) => ({
    apiVersion: 'nvidia.com/v1alpha1',
    kind: 'DynamoGraphDeployment',
    metadata: {
      name: `${request.name}-dgd`,
      ...(request.namespace === undefined ? {} : { namespace: request.namespace }),
    },
    spec: { image: request.image },
  }),
  merge: (graph, { name, namespace, features }) => {
    const content = features?.planner?.content;
    if (content === undefined) return { graph, resources: [] };
    const labels = { 'dgdr.nvidia.com/name': name };
    const metadata = { name: `planner-config-${content}`, ...(namespace === undefined ? {} : { namespace }), labels };
    return { graph, resources: [{ apiVersion: 'v1', kind: 'ConfigMap', metadata }] };
  },
  finishPinned,
  explain: () => ({ steps: [], contextParallel: [] }),
};

/** The fake street with our marks and labels on its graphs; a request's override is the spec of its graph. */
export const MARKING_STREET: Street = {
  ...FAKE_STREET,
  parse: (resource, defaults, warn) => {
    const dgd = getIn(resource.object, 'spec', 'overrides', 'dgd');
    const overrides = { dgd: isObject(dgd) ? dgd : undefined, tolerations: [], trustRemoteCode: false };
    return { ...FAKE_STREET.parse(resource, defaults, warn), overrides };
  },
  graph: (wish, profile, warn) => {
    const { file, index } = wish.origin;
    const marks = { 'dgdr-render.dev/engine': ENGINE, 'dgdr-render.dev/source': `${file}#${index}` };
    const graph = withAnnotations(FAKE_STREET.graph(wish, profile, warn), marks);
    const labelled = updateIn(graph, ['metadata', 'labels'], () => ({ 'dgdr.nvidia.com/name': wish.name }));
    return { ...labelled, ...wish.overrides.dgd };
  },
};

const FAKE_PROFILE: Profile = {
  system: 'h200_sxm',
  backend: 'vllm',
  backendVersion: '0.19.0',
  dataRelease: 'aiconfigurator 0.10.0',
  pickingMode: 'default',
  chosen: 'agg',
  latencies: { ttft: 100.5, tpot: 10, request_latency: 1100.25 },
  experiments: { agg: { bestThroughput: 900.125, top: [{ 'tokens/s/gpu': 900.125, tpot: 10 }], pareto: [] } },
  picked: [{ 'tokens/s/gpu': 900.125, ttft: 100.5, parallel: 'tp4' }],
  naive: undefined,
  explanation: { support: [], attempts: [] },
  model: { isMoe: false, nextn: 0, contextLength: undefined },
};

function fakeRequest(known: Partial<Request>, { image = 'none' }: RequestDefaults): Request {
  return { model: 'a/b', image, ...known } as Request;
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
    openStreet: () => options.street ?? FAKE_STREET,
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
