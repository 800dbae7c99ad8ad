import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { JsonObject } from '../../src/json.ts';
import { refOf } from '../../src/krm/identity.ts';
import { WORKLOAD_DEFAULTS } from '../../src/request/workload-options.ts';
import { toWorkloads } from '../../src/workloads/workloads.ts';
import { parseDocuments } from '../support/documents.ts';
import { operatorCase, REFUSED, RENDERED_CASES } from '../support/operator.ts';
import { folderWith, run } from './harness.ts';

function graph(name: string, more = '', type = 'worker', image = 'i:1.3.1'): string {
  return `apiVersion: nvidia.com/v1alpha1
kind: DynamoGraphDeployment
metadata:
  name: ${name}
  namespace: team
spec:
  services:
    Frontend: {componentType: frontend, extraPodSpec: {mainContainer: {image: '${image}'}}}
    Worker:
      componentType: ${type}
      extraPodSpec: {mainContainer: {image: '${image}', command: [python3, -m, dynamo.vllm], args: [--model, m]}}
${more}`;
}

function namesIn(stdout: string): string[] {
  return parseDocuments(stdout).map((object: JsonObject) => `${refOf(object).kind} ${refOf(object).name}`);
}

const CHAT = [
  'ServiceAccount chat-k8s-service-discovery',
  'Role chat-k8s-service-discovery-role',
  'RoleBinding chat-k8s-service-discovery-binding',
  'Service chat-frontend',
  'Service chat-worker',
  'Deployment chat-frontend',
  'Deployment chat-worker',
];

test.each(RENDERED_CASES)(
  'the objects of $name are printed in their order',
  async ({ name, graph: given, options }) => {
    const stdin = readFileSync(`fixtures/operator/${name}/dgd.yaml`, 'utf8');
    const platform = ['--discovery', 'etcd=dynamo-platform-etcd.dynamo-system.svc.cluster.local:2379'];
    const nats = ['--event-plane', 'nats=nats://dynamo-platform-nats.dynamo-system.svc.cluster.local:4222'];
    const argv = name === 'platform' ? [...platform, ...nats] : [];
    const { code, stdout } = await run(['workloads', '-', '--workloads-namespace', 'default', ...argv], { stdin });
    expect(code).toBe(0);
    expect(parseDocuments(stdout)).toEqual(toWorkloads(given, options).objects);
  },
);

test.each(Object.keys(REFUSED))('%s is refused with a way out, and nothing is printed', async (name) => {
  const stdin = readFileSync(`fixtures/operator/${name}/dgd.yaml`, 'utf8');
  const { code, stdout, stderr } = await run(['workloads', '-'], { stdin });
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toMatch(/^error NEEDS_OPERATOR stdin:\d+ spec\.services\..*\n {2}hint: ./m);
  expect(operatorCase(name).options).toEqual({ ...WORKLOAD_DEFAULTS, namespace: 'default' });
});

test('what stands beside a graph passes through, in its place', async () => {
  const before = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a} # kept\n';
  const after = 'apiVersion: example.com/v1\nkind: Other\nmetadata:\n    name: b\n';
  const cwd = folderWith({ 'g.yaml': [before, graph('chat'), after].join('---\n') });
  const { stdout, stderr } = await run(['workloads', 'g.yaml'], { cwd });
  expect(stderr).toBe('');
  expect(namesIn(stdout)).toEqual(['ConfigMap a', ...CHAT, 'Other b']);
  expect([stdout.startsWith(before), stdout.endsWith(after)]).toEqual([true, true]);
});

test('graphs of folders, globs and lists are found, and files of others are left alone', async () => {
  const list = `apiVersion: v1\nkind: List\nitems:\n- ${graph('listed').trimEnd().replaceAll('\n', '\n  ')}\n`;
  const cwd = folderWith({ 'a/g.yaml': graph('chat'), 'b/l.yaml': list, 'b/other.yaml': 'kind: Other\n' });
  const { stdout } = await run(['workloads', 'a', 'b/*.yaml'], { cwd });
  expect(namesIn(stdout)).toEqual([...CHAT, ...CHAT.map((one) => one.replace('chat', 'listed'))]);
});

test('the nearest project file says what options do not', async () => {
  const project =
    'apiVersion: dgdr-render.dev/v1alpha1\nkind: RenderDGDR\nspec:\n  workloads: {updates: shared, imagePullSecrets: [reg]}\n';
  const cwd = folderWith({ 'dgdr-render.yaml': project, 'g.yaml': graph('chat') });
  const { stdout } = await run(['workloads', 'g.yaml'], { cwd });
  expect(stdout).not.toContain('worker-hash');
  expect(stdout).toContain('imagePullSecrets:\n      - name: reg');
  expect((await run(['workloads', 'g.yaml', '--updates', 'generation'], { cwd })).stdout).toContain('worker-hash');
});

test('images are taken from their mirrors', async () => {
  const stdin = graph('chat', '', 'worker', 'nvcr.io/nvidia/ai-dynamo/vllm-runtime:1.3.1');
  const argv = ['workloads', '-', '--image-mirror', 'nvcr.io=mirror.example.com/nvcr'];
  const { stdout, stderr } = await run(argv, { stdin });
  expect(stderr).toBe('');
  expect(stdout.match(/image: .*/g)).toEqual(
    Array(2).fill('image: mirror.example.com/nvcr/nvidia/ai-dynamo/vllm-runtime:1.3.1'),
  );
});

test('the CRD of the cluster stands once before all', async () => {
  const stdin = [graph('chat'), graph('other')].join('---\n');
  const { stdout } = await run(['workloads', '-', '--crd'], { stdin });
  const names = namesIn(stdout);
  expect(names[0]).toBe('CustomResourceDefinition dynamoworkermetadatas.nvidia.com');
  expect(names.filter((name) => name.startsWith('CustomResource'))).toHaveLength(1);
});

test.each([
  { what: 'no graph', stdin: 'kind: Other\n', says: /^error NO_REQUESTS: no DynamoGraphDeployment in stdin/ },
  {
    what: 'a request',
    stdin: 'apiVersion: nvidia.com/v1beta1\nkind: DynamoGraphDeploymentRequest\nmetadata: {name: q}\nspec: {}\n',
    says: /^error REQUEST_LEFT stdin:2 kind: .*\n {2}hint: render it: dgdr-render render --emit workloads/,
  },
  {
    what: 'a field of a wrong type',
    stdin: graph('chat').replace('services:', 'services: []\n  envs:'),
    says: /^error ADMISSION_REFUSED/,
  },
  {
    what: 'two graphs of one name',
    stdin: [graph('chat'), graph('chat')].join('---\n'),
    says: /^error OBJECT_DUPLICATE stdin/m,
  },
])('$what is an error', async ({ stdin, says }) => {
  const { code, stdout, stderr } = await run(['workloads', '-'], { stdin });
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toMatch(says);
});

test.each([
  { argv: [], says: /name files with graphs, or - for stdin/ },
  { argv: ['-', 'g.yaml'], says: /cannot be combined/ },
  { argv: ['-', '--discovery', 'consul'], says: /--discovery consul is not kubernetes or etcd=ADDRESS/ },
  { argv: ['-', '--event-plane', 'nats='], says: /--event-plane nats= is not zmq or nats=ADDRESS/ },
  { argv: ['-', '--fs-group', '-1'], says: /fs-group/ },
  { argv: ['-', '--fs-group', '0'], says: /--fs-group 0 is not the number of a group, or none/ },
  { argv: ['-', '--image-pull-secret', 'A b'], says: /--image-pull-secret A b is not the name of a Secret/ },
  { argv: ['-', '--workloads-namespace', 'a.b'], says: /--workloads-namespace a.b is not the name of a namespace/ },
])('a call with $argv is a wrong one', async ({ argv, says }) => {
  const { code, stderr } = await run(['workloads', ...argv], { stdin: graph('chat') });
  expect(code).toBe(2);
  expect(stderr).toMatch(says);
});

test.each([
  { first: 'chat', second: 'chat-v2', seen: 'chat-v2' },
  { first: 'chat-v2', second: 'chat', seen: 'chat-v2' },
  { first: 'chat', second: 'talk', seen: undefined },
])(
  'the graphs $first and $second of a namespace: workers of $seen are seen by the other',
  async ({ first, second, seen }) => {
    const stdin = [graph(first), graph(second)].join('---\n');
    const { code, stderr } = await run(['workloads', '-'], { stdin });
    expect(code).toBe(0);
    const found =
      /^warning GRAPHS_SEE_EACH_OTHER .*: the frontend of the graph (\S+) also sends requests to the workers of (\S+):/m.exec(
        stderr,
      );
    expect(found?.[2]).toBe(seen);
    expect(stderr.match(/GRAPHS_SEE/g) ?? []).toHaveLength(seen === undefined ? 0 : 1);
  },
);

test('graphs of other namespaces are out of sight', async () => {
  const stdin = [graph('chat'), graph('chat-v2').replace('namespace: team', 'namespace: other')].join('---\n');
  expect((await run(['workloads', '-'], { stdin })).stderr).toBe('');
});
