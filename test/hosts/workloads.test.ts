import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parse, parseAllDocuments, stringify } from 'yaml';
import { getIn, type JsonObject, updateIn } from '../../src/json.ts';
import { refOf } from '../../src/krm/identity.ts';
import { toWorkloads } from '../../src/workloads/workloads.ts';
import { SUPPLEMENTS } from '../support/operator-supplements.ts';
import { DGDR_RENDER, PLUGIN, sidecarFolder, startServer, writeFiles } from './argocd.ts';
import { wantHost } from './host.ts';
import { EXAMPLES, Sandbox } from './kustomize.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const OPERATOR = join(ROOT, 'fixtures/operator');
const KUBERNETES = join(ROOT, 'plugin/kubernetes');
const REQUEST = readFileSync(join(EXAMPLES, 'transformer/qwen3-32b.yaml'), 'utf8');

const kustomize = wantHost('kustomize');
const server = wantHost('argocd-cmp-server');
const argocdHealth = wantHost('argocd-health');
const fluxBuild = wantHost('flux-build');
const fluxHealth = wantHost('flux-health');

const tool = (args: readonly string[], input: string) => {
  const { status, stdout, stderr } = spawnSync(DGDR_RENDER, args, { input, encoding: 'utf8', cwd: ROOT });
  return { status, stdout, stderr };
};
const plain = (name: string, ...args: readonly string[]): string =>
  tool(['workloads', '-', ...args], readFileSync(join(OPERATOR, name, 'dgd.yaml'), 'utf8')).stdout;
const objectsIn = (text: string): JsonObject[] => parseAllDocuments(text).map((one) => one.toJS() as JsonObject);
const find = (objects: readonly JsonObject[], kind: string): JsonObject => objects.find((one) => one.kind === kind)!;
const header = { apiVersion: 'kustomize.config.k8s.io/v1beta1', kind: 'Kustomization' };

describe.skipIf(kustomize === undefined)('kustomize build', () => {
  const sandbox = new Sandbox(kustomize ?? '');
  afterAll(() => sandbox.remove());

  test('a transformer emits plain workloads, and names and namespaces of the kustomization reach all of them', () => {
    const render = parse(readFileSync(join(EXAMPLES, 'transformer/render.yaml'), 'utf8'));
    sandbox.write({
      'base/kustomization.yaml': stringify({ ...header, resources: ['q.yaml'], transformers: ['render.yaml'] }),
      'base/q.yaml': REQUEST,
      'base/render.yaml': stringify({ ...render, spec: { ...render.spec, emit: 'workloads' } }),
      'over/kustomization.yaml': stringify({
        ...header,
        resources: ['../base'],
        namePrefix: 'dev-',
        namespace: 'team',
      }),
    });
    const { status, stdout, objects } = sandbox.build('over');
    expect(status).toBe(0);
    expect(objects.filter(({ kind }) => kind === 'DynamoGraphDeployment')).toEqual([]);
    const account = 'dev-qwen3-32b-dgd-k8s-service-discovery';
    expect(find(objects, 'RoleBinding')).toMatchObject({
      roleRef: { name: `${account}-role` },
      subjects: [{ kind: 'ServiceAccount', name: account, namespace: 'team' }],
    });
    const pods = objects
      .filter(({ kind }) => kind === 'Deployment')
      .map((one) => getIn(one, 'spec', 'template', 'spec', 'serviceAccountName'));
    expect(new Set(pods)).toEqual(new Set([account]));
    expect(tool(['check', '-'], stdout)).toMatchObject({
      status: 0,
      stderr: expect.stringContaining('1 graph can be applied'),
    });
  });

  test('names in the pods of a LeaderWorkerSet follow a prefix with names.yaml, and check - says so without', () => {
    sandbox.write({
      'group/objects.yaml': plain('sglang-multinode'),
      'group/names.yaml': readFileSync(join(EXAMPLES, 'names.yaml'), 'utf8'),
      'group/kustomization.yaml': stringify({
        ...header,
        resources: ['objects.yaml'],
        namePrefix: 'dev-',
        configurations: ['names.yaml'],
      }),
      'bare/objects.yaml': plain('sglang-multinode'),
      'bare/kustomization.yaml': stringify({ ...header, resources: ['objects.yaml'], namePrefix: 'dev-' }),
    });
    const { status, stdout } = sandbox.build('group');
    expect(status).toBe(0);
    expect(stdout).not.toMatch(/serviceAccountName: sg-/);
    expect(tool(['check', '-'], stdout).status).toBe(0);
    expect(tool(['check', '-'], sandbox.build('bare').stdout)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('REFERENCE_DANGLING'),
    });
  });

  test('the host behind a VirtualService follows a prefix with names.yaml', () => {
    const [made] = SUPPLEMENTS.flatMap(({ graph, options }) => toWorkloads(graph, options).objects).filter(
      ({ kind }) => kind === 'VirtualService',
    );
    expect(made).toMatchObject({ spec: { http: [{ route: [{ destination: { host: refOf(made!).name } }] }] } });
    const metadata = { name: refOf(made!).name };
    const service = { apiVersion: 'v1', kind: 'Service', metadata, spec: { ports: [{ port: 8000 }] } };
    sandbox.write({
      'mesh/objects.yaml': [service, updateIn(made!, ['metadata'], () => metadata)]
        .map((one) => stringify(one))
        .join('---\n'),
      'mesh/names.yaml': readFileSync(join(EXAMPLES, 'names.yaml'), 'utf8'),
      'mesh/kustomization.yaml': stringify({
        ...header,
        resources: ['objects.yaml'],
        namePrefix: 'dev-',
        configurations: ['names.yaml'],
      }),
    });
    const { status, objects } = sandbox.build('mesh');
    expect(status).toBe(0);
    const host = `dev-${refOf(made!).name}`;
    expect(find(objects, 'VirtualService')).toMatchObject({ spec: { http: [{ route: [{ destination: { host } }] }] } });
  });

  test('the example keeps claims from being pruned, by Argo CD and by Flux', () => {
    sandbox.write({
      'kept/serving-chat-dgd.yaml': plain('pvc-create'),
      'kept/kustomization.yaml': readFileSync(join(KUBERNETES, 'argocd/keep-claims.yaml'), 'utf8'),
    });
    const { status, objects } = sandbox.build('kept');
    expect(status).toBe(0);
    const claims = objects.filter(({ kind }) => kind === 'PersistentVolumeClaim');
    expect(claims.map(({ metadata }) => getIn(metadata, 'name')).sort()).toEqual(['compile', 'weights']);
    for (const { metadata } of claims) {
      expect(getIn(metadata, 'annotations')).toEqual({
        'argocd.argoproj.io/sync-options': 'Prune=false',
        'kustomize.toolkit.fluxcd.io/prune': 'disabled',
      });
    }
  });
});

describe.skipIf(server === undefined)('argocd-cmp-server v3.2.12', () => {
  test('generates plain workloads where the parameter emit asks for them', async () => {
    const folder = sidecarFolder({ 'dgdr-render': DGDR_RENDER, kustomize });
    const cmp = await startServer(server ?? '', folder, readFileSync(join(PLUGIN, 'plugin.yaml'), 'utf8'));
    try {
      const repository = writeFiles(mkdtempSync(join(folder, 'repository-')), { 'q.yaml': REQUEST });
      const { manifests } = await cmp.generate({ repository, parameters: [{ name: 'emit', string: 'workloads' }] });
      const { stdout } = tool(['render', '-', '--emit', 'workloads', '--workloads-namespace', 'serving'], REQUEST);
      const rendered = objectsIn(
        stdout.replaceAll(/(\n *)(dgdr-render\.dev\/profile: .*)/g, '$1$2$1dgdr-render.dev/source: q.yaml#0'),
      );
      expect(manifests).toEqual(rendered);
    } finally {
      await cmp.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

/** What LeaderWorkerSet's controller may say of two groups. */
const GROUPS = [
  // Without a status Flux does not ask the expressions.
  { title: 'nothing yet', status: undefined, argocd: 'Progressing', flux: 'Unknown' },
  {
    title: 'one of two ready',
    status: {
      replicas: 2,
      readyReplicas: 1,
      updatedReplicas: 2,
      conditions: [{ type: 'Progressing', status: 'True' }],
    },
    argocd: 'Progressing',
    flux: 'InProgress',
  },
  {
    title: 'both ready',
    status: { replicas: 2, readyReplicas: 2, updatedReplicas: 2, conditions: [{ type: 'Available', status: 'True' }] },
    argocd: 'Healthy',
    flux: 'Current',
  },
] as const;

function groupWith(status: (typeof GROUPS)[number]['status']): JsonObject {
  const group = {
    apiVersion: 'leaderworkerset.x-k8s.io/v1',
    kind: 'LeaderWorkerSet',
    metadata: { name: 'g', generation: 1 },
    spec: { replicas: 2 },
  };
  return status === undefined ? group : ({ ...group, status } as unknown as JsonObject);
}

describe.skipIf(argocdHealth === undefined)('the health of a LeaderWorkerSet in the Lua of Argo CD v3.2.12', () => {
  test.each(GROUPS)('$title: $argocd', ({ status, argocd }) => {
    const folder = mkdtempSync(join(tmpdir(), 'dgdr-workloads-'));
    const map = parse(readFileSync(join(KUBERNETES, 'argocd/argocd-cm.yaml'), 'utf8')) as {
      data: Record<string, string>;
    };
    const [[key = '', script = ''] = []] = Object.entries(map.data);
    expect(key).toBe('resource.customizations.health.leaderworkerset.x-k8s.io_LeaderWorkerSet');
    writeFileSync(join(folder, 'health.lua'), script);
    const { stdout } = spawnSync(argocdHealth ?? '', [join(folder, 'health.lua')], {
      input: JSON.stringify(groupWith(status)),
      encoding: 'utf8',
    });
    rmSync(folder, { recursive: true, force: true });
    expect(JSON.parse(stdout)).toMatchObject({ status: argocd });
  });
});

const FLUX = readFileSync(join(KUBERNETES, 'flux/serving.yaml'), 'utf8');

describe.skipIf(fluxHealth === undefined)('the health of a LeaderWorkerSet in the CEL of Flux 2.9.5', () => {
  test.each(GROUPS)('$title: $flux', ({ status, flux }) => {
    const { stdout } = spawnSync(fluxHealth ?? '', [join(KUBERNETES, 'flux/serving.yaml')], {
      input: JSON.stringify(groupWith(status)),
      encoding: 'utf8',
    });
    expect(JSON.parse(stdout)).toMatchObject({ status: flux });
  });
});

describe.skipIf(fluxBuild === undefined)('what Flux 2.9.5 applies', () => {
  test('is every object, in the target namespace', () => {
    const folder = mkdtempSync(join(tmpdir(), 'dgdr-workloads-'));
    const files = { 'apps/serving/serving-mock.yaml': plain('mocker-disagg'), 'clusters/serving.yaml': FLUX };
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    const { status, stdout, stderr } = spawnSync(fluxBuild ?? '', [folder, join(folder, 'clusters/serving.yaml')], {
      encoding: 'utf8',
    });
    rmSync(folder, { recursive: true, force: true });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const sorted = (objects: readonly JsonObject[]) => objects.map((one) => JSON.stringify(sortKeys(one))).sort();
    expect(sorted(objectsIn(stdout))).toEqual(sorted(objectsIn(plain('mocker-disagg'))));
  });
});

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, sortKeys(one)]),
  );
}
