import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { findService } from '../../src/dgd/services.ts';
import { wantHost, withoutNotes } from './host.ts';
import { EXAMPLES, Sandbox } from './kustomize.ts';

const kustomize = wantHost('kustomize');

const REQUEST = readFileSync(join(EXAMPLES, 'transformer/qwen3-32b.yaml'), 'utf8');
const RENDER = readFileSync(join(EXAMPLES, 'transformer/render.yaml'), 'utf8');

function kustomization(lines: Readonly<Record<string, unknown>>): string {
  const header = { apiVersion: 'kustomize.config.k8s.io/v1beta1', kind: 'Kustomization' };
  return JSON.stringify({ ...header, ...lines });
}

describe.skipIf(kustomize === undefined)('kustomize build', () => {
  const sandbox = new Sandbox(kustomize ?? '');
  afterAll(() => sandbox.remove());

  test('as a transformer the graph takes the place of the request, under the prefixed name and in the namespace', () => {
    sandbox.copyExample('transformer');
    const { status, stderr, objects } = sandbox.build('transformer');
    expect({ status, stderr: withoutNotes(stderr) }).toEqual({ status: 0, stderr: '' });
    expect(objects).toMatchObject([
      {
        kind: 'DynamoGraphDeployment',
        metadata: {
          name: 'team-a-qwen3-32b-dgd',
          namespace: 'inference',
          labels: { 'dgdr.nvidia.com/name': 'team-a-qwen3-32b', 'dgdr.nvidia.com/namespace': 'inference' },
          annotations: { 'dgdr-render.dev/source': 'qwen3-32b.yaml#0' },
        },
      },
    ]);
  });

  test('building twice gives the same bytes', () => {
    sandbox.copyExample('transformer');
    expect(sandbox.build('transformer').stdout).toBe(sandbox.build('transformer').stdout);
  });

  test('without origin annotations the source is left out', () => {
    sandbox.write({
      'plain/kustomization.yaml': kustomization({ resources: ['q.yaml'], transformers: ['render.yaml'] }),
      'plain/q.yaml': REQUEST,
      'plain/render.yaml': RENDER,
    });
    const { objects } = sandbox.build('plain');
    expect(objects).toMatchObject([{ metadata: { name: 'qwen3-32b-dgd' } }]);
    expect(JSON.stringify(objects)).not.toMatch(/dgdr-render\.dev\/source|config\.kubernetes\.io/);
  });

  test('other resources pass through a transformer', () => {
    const map = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: other\ndata:\n  answer: "on"\n';
    sandbox.write({
      'mixed/kustomization.yaml': kustomization({ resources: ['other.yaml', 'q.yaml'], transformers: ['render.yaml'] }),
      'mixed/other.yaml': map,
      'mixed/q.yaml': REQUEST,
      'mixed/render.yaml': RENDER,
    });
    const { objects } = sandbox.build('mixed');
    expect(objects.map(({ kind }) => kind).sort()).toEqual(['ConfigMap', 'DynamoGraphDeployment']);
    expect(objects).toContainEqual({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'other' },
      data: { answer: 'on' },
    });
  });

  test.each([
    { example: 'generator', source: 'requests/qwen3-32b.yaml#0' },
    { example: 'own-generator', source: undefined },
  ])('the example $example renders and takes the namespace', ({ example, source }) => {
    sandbox.copyExample(example);
    const { status, stderr, objects } = sandbox.build(example);
    expect({ status, stderr: withoutNotes(stderr) }).toEqual({ status: 0, stderr: '' });
    expect(objects).toMatchObject([
      { kind: 'DynamoGraphDeployment', metadata: { name: 'qwen3-32b-dgd', namespace: 'inference' } },
    ]);
    expect(objects[0]).toHaveProperty('metadata.labels', { 'dgdr.nvidia.com/name': 'qwen3-32b' });
    if (source === undefined) expect(JSON.stringify(objects)).not.toContain('dgdr-render.dev/source');
    else expect(JSON.stringify(objects)).toContain(source);
  });

  test.each(['generator', 'own-generator'])('kustomize prefixes the graph of the %s after it was made', (example) => {
    sandbox.copyExample(example);
    sandbox.write({ 'over/kustomization.yaml': kustomization({ namePrefix: 'pre-', resources: [`../${example}`] }) });
    const { objects } = sandbox.build('over');
    expect(objects).toMatchObject([
      { metadata: { name: 'pre-qwen3-32b-dgd', labels: { 'dgdr.nvidia.com/name': 'qwen3-32b' } } },
    ]);
  });

  test("a lock among the resources holds through prefixes and Go's YAML, and does not come out", () => {
    const frozen = parse(RENDER);
    frozen.spec = { ...frozen.spec, frozen: true };
    const lock = (folder: string): string => {
      const { status } = spawnSync(process.execPath, [resolve('dist/dgdr-render.mjs'), 'lock'], { cwd: folder });
      expect(status).toBe(0);
      return readFileSync(join(folder, 'dgdr.lock.yaml'), 'utf8');
    };
    const resources = ['q.yaml', 'dgdr.lock.yaml'];
    const files = { 'locked/q.yaml': REQUEST, 'locked/render.yaml': stringify(frozen) };
    sandbox.write(files);
    const before = lock(join(sandbox.dir, 'locked'));
    sandbox.write({
      'locked/dgdr.lock.yaml': before.replace(/engine: .*/, 'engine: dgdr-render 0.0.9'),
      'locked/kustomization.yaml': kustomization({ namePrefix: 'a-', resources, transformers: ['render.yaml'] }),
    });
    const { status, stderr, objects } = sandbox.build('locked');
    expect({ status, stderr }).toEqual({ status: 0, stderr: expect.stringContaining('dgdr-render 0.0.9') });
    expect(objects).toMatchObject([{ kind: 'DynamoGraphDeployment', metadata: { name: 'a-qwen3-32b-dgd' } }]);
    sandbox.write({
      'locked/kustomization.yaml': kustomization({ resources: ['q.yaml'], transformers: ['render.yaml'] }),
    });
    expect(sandbox.build('locked')).toMatchObject({ status: 1, stderr: expect.stringContaining('LOCK_FROZEN') });
  });

  test('a prefix beside a generator reaches the graph too', () => {
    const example = (file: string): string => readFileSync(join(EXAMPLES, 'own-generator', file), 'utf8');
    sandbox.write({
      'beside/kustomization.yaml': kustomization({ namePrefix: 'pre-', namespace: 'prod', generators: ['q.yaml'] }),
      'beside/q.yaml': example('qwen3-32b.yaml'),
    });
    expect(sandbox.build('beside').objects).toMatchObject([
      { metadata: { name: 'pre-qwen3-32b-dgd', namespace: 'prod' } },
    ]);
  });

  test.each([
    ['with the shipped name references the volume of a planner follows its renamed ConfigMap', ['names.yaml'], '1.3'],
    ['so it does in v1beta1', ['names.yaml'], '1.5'],
    ['without them it does not', [], '1.3'],
  ])('%s', (_, configurations, target) => {
    const request = readFileSync(join(EXAMPLES, 'own-generator/qwen3-32b.yaml'), 'utf8');
    sandbox.write({
      'planner/kustomization.yaml': kustomization({ namePrefix: 'pre-', generators: ['q.yaml'], configurations }),
      'planner/q.yaml': `${request.replace(/dynamo-planner:\S+/, `dynamo-planner:${target}.0`)}  features: {planner: {optimization_target: sla}}\n`,
      'planner/names.yaml': readFileSync(join(EXAMPLES, 'names.yaml'), 'utf8'),
    });
    const { objects } = sandbox.build('planner');
    const configMap = objects.find(({ kind }) => kind === 'ConfigMap') as { metadata: { name: string } };
    const graph = objects.find(({ kind }) => kind === 'DynamoGraphDeployment');
    expect(graph?.apiVersion).toBe(target === '1.3' ? 'nvidia.com/v1alpha1' : 'nvidia.com/v1beta1');
    expect(configMap.metadata.name).toMatch(/^pre-planner-config-[0-9a-f]{8}$/);
    const prefix = configurations.length > 0 ? 'pre-' : '';
    expect(findService(graph, 'Planner')?.podSpec.volumes).toMatchObject([
      { configMap: { name: `${prefix}${configMap.metadata.name.slice('pre-'.length)}` } },
    ]);
  });

  test('a claim that a v1beta1 graph makes is followed by the volume that mounts it', () => {
    const request = readFileSync(join(EXAMPLES, 'own-generator/qwen3-32b.yaml'), 'utf8');
    const pvcs = [
      { name: 'cache', create: true, storageClass: 'fast', size: '1Gi', volumeAccessMode: 'ReadWriteMany' },
    ];
    const frontend = { volumeMounts: [{ name: 'cache', mountPoint: '/cache' }] };
    const header = { apiVersion: 'nvidia.com/v1alpha1', kind: 'DynamoGraphDeployment' };
    const overrides = { dgd: { ...header, spec: { pvcs, services: { Frontend: frontend } } } };
    sandbox.write({
      'claim/kustomization.yaml': kustomization({
        ...{ namePrefix: 'pre-', generators: ['q.yaml'], configurations: ['names.yaml'] },
      }),
      'claim/q.yaml': `${request.replace(/dynamo-planner:\S+/, 'dynamo-planner:1.5.0')}  overrides: ${JSON.stringify(overrides)}\n`,
      'claim/names.yaml': readFileSync(join(EXAMPLES, 'names.yaml'), 'utf8'),
    });
    const { objects, stderr } = sandbox.build('claim');
    expect(withoutNotes(stderr)).toBe('');
    expect(objects.find(({ kind }) => kind === 'PersistentVolumeClaim')).toMatchObject({
      metadata: { name: 'pre-cache' },
      spec: { accessModes: ['ReadWriteMany'], storageClassName: 'fast', resources: { requests: { storage: '1Gi' } } },
    });
    const graph = objects.find(({ kind }) => kind === 'DynamoGraphDeployment');
    expect(findService(graph, 'Frontend')).toMatchObject({
      podSpec: { volumes: [{ name: 'cache', persistentVolumeClaim: { claimName: 'pre-cache' } }] },
      mainContainer: { volumeMounts: [{ name: 'cache', mountPath: '/cache' }] },
    });
  });

  test('an overlay renames the graph that its base rendered, and can patch it', () => {
    sandbox.copyExample('transformer');
    const patch = JSON.stringify({
      apiVersion: 'nvidia.com/v1alpha1',
      kind: 'DynamoGraphDeployment',
      metadata: { name: 'team-a-qwen3-32b-dgd', namespace: 'inference' },
      spec: { services: { Frontend: { replicas: 2 } } },
    });
    sandbox.write({
      'overlay/kustomization.yaml': kustomization({
        namePrefix: 'prod-',
        namespace: 'prod',
        resources: ['../transformer'],
        patches: [{ path: 'patch.yaml' }],
      }),
      'overlay/patch.yaml': patch,
    });
    expect(sandbox.build('overlay').objects).toMatchObject([
      {
        metadata: {
          name: 'prod-team-a-qwen3-32b-dgd',
          namespace: 'prod',
          labels: { 'dgdr.nvidia.com/name': 'team-a-qwen3-32b', 'dgdr.nvidia.com/namespace': 'inference' },
        },
        spec: { services: { Frontend: { replicas: 2 } } },
      },
    ]);
  });

  test('an overlay that renders sees the patched request of its base', () => {
    sandbox.write({
      'late/base/kustomization.yaml': kustomization({ resources: ['q.yaml'] }),
      'late/base/q.yaml': REQUEST,
      'late/kustomization.yaml': kustomization({
        nameSuffix: '-x',
        resources: ['base'],
        transformers: ['render.yaml'],
        patches: [
          {
            patch: '[{"op": "replace", "path": "/spec/hardware/totalGpus", "value": 4}]',
            target: { name: 'qwen3-32b' },
          },
        ],
      }),
      'late/render.yaml': RENDER,
    });
    expect(sandbox.build('late').objects).toMatchObject([
      { metadata: { name: 'qwen3-32b-x-dgd' }, spec: { services: { VllmDecodeWorker: { replicas: 1 } } } },
    ]);
  });

  test('one bad request of two fails the build, and stderr names it', () => {
    sandbox.write({
      'bad/kustomization.yaml': kustomization({ generators: ['graphs.yaml'] }),
      'bad/graphs.yaml': RENDER.replace('spec: {}', 'spec:\n  requests: [good.yaml, bad.yaml]'),
      'bad/good.yaml': REQUEST,
      'bad/bad.yaml': REQUEST.replace('name: qwen3-32b', 'name: broken').replace('ttft: 1000', 'ttft: -1'),
    });
    const { status, stdout, stderr } = sandbox.build('bad');
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(/^error \w+ bad\.yaml:19 spec\.sla\.ttft: /m);
    expect(withoutNotes(stderr)).not.toContain('good.yaml');
  });

  test('a transformer names the bad request where no file is known', () => {
    sandbox.write({
      'nameless/kustomization.yaml': kustomization({
        namePrefix: 'pre-',
        resources: ['q.yaml'],
        transformers: ['render.yaml'],
      }),
      'nameless/q.yaml': REQUEST.replace('ttft: 1000', 'ttft: -1'),
      'nameless/render.yaml': RENDER,
    });
    const { status, stderr } = sandbox.build('nameless');
    expect(status).toBe(1);
    expect(stderr).toMatch(/^error \w+ DynamoGraphDeploymentRequest pre-qwen3-32b spec\.sla\.ttft: /m);
  });

  test.each([
    { title: 'a generator without requests', role: 'generators', spec: 'spec: {}', says: /spec\.requests/ },
    {
      title: 'a generator that leaves its folder',
      role: 'generators',
      spec: 'spec: {requests: [../q.yaml]}',
      says: /PATH_OUTSIDE_ROOT/,
    },
    {
      title: 'a transformer with requests',
      role: 'transformers',
      spec: 'spec: {requests: [q.yaml]}',
      says: /CONFIG_INVALID/,
    },
  ])('$title is refused', ({ role, spec, says }) => {
    sandbox.write({
      'refused/kustomization.yaml': kustomization({ resources: ['q.yaml'], [role]: ['render.yaml'] }),
      'refused/q.yaml': REQUEST,
      'refused/render.yaml': RENDER.replace('spec: {}', spec),
    });
    const { status, stdout, stderr } = sandbox.build('refused');
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(says);
  });

  test('a request for review only leaves nothing to apply', () => {
    sandbox.write({
      'review/kustomization.yaml': kustomization({ resources: ['q.yaml'], transformers: ['render.yaml'] }),
      'review/q.yaml': REQUEST.replace('spec:\n', 'spec:\n  autoApply: false\n'),
      'review/render.yaml': RENDER,
    });
    const { status, stdout, stderr } = sandbox.build('review');
    expect({ status, stdout: stdout.trim() }).toEqual({ status: 0, stdout: '' });
    expect(stderr).toContain('NOT_APPLIED');
  });

  test('without --enable-exec kustomize skips the function: no output, exit 0, as the README warns', () => {
    sandbox.copyExample('generator');
    const { status, stdout, stderr } = sandbox.build('generator', ['--enable-alpha-plugins']);
    expect({ status, stdout: stdout.trim(), stderr }).toEqual({ status: 0, stdout: '', stderr: '' });
  });
});
