import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { getIn, isObject, type Json, type JsonObject } from '../../src/json.ts';
import { openEngines } from '../../src/profile/engines.ts';
import { openStreet, type Street } from '../../src/render/render.ts';
import type { Request } from '../../src/request/request.ts';
import { FAKE_STREET, folderWith, type Run, request as requestText, run } from './harness.ts';

/** The fake street, where a request's override is the whole graph. */
const STREET: Street = {
  ...FAKE_STREET,
  parse: (resource, defaults, warn) => {
    const request: Request = FAKE_STREET.parse(resource, defaults, warn);
    const dgd = getIn(resource.object, 'spec', 'overrides', 'dgd');
    return { ...request, overrides: { dgd: isObject(dgd) ? dgd : undefined, tolerations: [], trustRemoteCode: false } };
  },
  graph: (request, profile, warn) => {
    const { dgd = {} } = request.overrides;
    const { graph, resources } = FAKE_STREET.graph(request, profile, warn);
    const metadata = { ...(graph.metadata as JsonObject), ...(isObject(dgd.metadata) ? dgd.metadata : {}) };
    return { graph: { ...graph, ...dgd, metadata }, resources };
  },
};

const render = (cwd: string, ...argv: string[]): Promise<Run> => renderOn(STREET, cwd, argv);

function renderOn(street: Street, cwd: string, argv: readonly string[]): Promise<Run> {
  return run(['render', ...argv], { cwd, street });
}

const worker = (changes: JsonObject = {}, module = 'vllm', ...args: string[]): JsonObject => ({
  componentType: 'worker',
  replicas: 1,
  extraPodSpec: { mainContainer: { image: 'i:1', command: ['python3', '-m', `dynamo.${module}`], args } },
  ...changes,
});
const AGG = { Frontend: {}, VllmDecodeWorker: worker() };
const DISAGG = { Frontend: {}, VllmPrefillWorker: worker(), VllmDecodeWorker: worker() };

const request = (name: string, services: JsonObject, dgd: JsonObject = {}): string =>
  requestText(name, `overrides: {dgd: ${JSON.stringify({ ...dgd, spec: { services } })}}`);

/** A folder with the requests, and in `old` what the first ones gave. */
async function rendered(before: Readonly<Record<string, string>>, after = before): Promise<string> {
  const cwd = folderWith(before);
  expect(await render(cwd, '--output-dir', 'old', '.')).toMatchObject({ code: 0 });
  const old = readdirSync(join(cwd, 'old')).map((name) => [
    `old/${name}`,
    readFileSync(join(cwd, 'old', name), 'utf8'),
  ]);
  return folderWith({ ...Object.fromEntries(old), ...after });
}

describe('render --previous', () => {
  test.each<{ title: string; services: JsonObject }>([
    { title: 'nothing', services: AGG },
    { title: 'replicas', services: { ...AGG, VllmDecodeWorker: worker({ replicas: 3 }) } },
    { title: 'arguments', services: { ...AGG, VllmDecodeWorker: worker({}, 'vllm', '--max-num-seqs', '8') } },
    {
      title: 'the image',
      services: {
        ...AGG,
        VllmDecodeWorker: worker({
          extraPodSpec: { mainContainer: { image: 'i:2', command: ['python3', '-m', 'dynamo.vllm'] } },
        }),
      },
    },
  ])('prints what it would without it where $title changed', async ({ services }) => {
    const cwd = await rendered({ 'q.yaml': request('q', AGG) }, { 'q.yaml': request('q', services) });
    const plain = await render(cwd, 'q.yaml');
    expect(plain).toMatchObject({ code: 0, stderr: '' });
    expect(await render(cwd, '--previous', 'old', 'q.yaml')).toEqual(plain);
    expect(await render(cwd, '--previous', 'old/default-q-dgd.yaml', '--strict', 'q.yaml')).toEqual(plain);
  });

  test.each<{ title: string; services: JsonObject; says: string }>([
    { title: 'agg to disagg', services: DISAGG, says: 'service VllmPrefillWorker added' },
    {
      title: 'another backend',
      services: { Frontend: {}, decode: worker({}, 'sglang') },
      says: 'services decode added, VllmDecodeWorker removed; backend vllm -> sglang',
    },
    {
      title: 'another class of nodes',
      services: { ...AGG, VllmDecodeWorker: worker({ multinode: { nodeCount: 2 } }) },
      says: 'VllmDecodeWorker one node -> 2 nodes',
    },
    {
      title: 'minAvailable',
      services: { ...AGG, VllmDecodeWorker: worker({ replicas: 2, minAvailable: 2 }) },
      says: 'VllmDecodeWorker minAvailable 1 -> 2',
    },
  ])('fails on $title, whether strict or not', async ({ services, says }) => {
    const cwd = await rendered({ 'q.yaml': request('q', AGG) }, { 'q.yaml': request('q', services) });
    for (const argv of [['q.yaml'], ['--strict', 'q.yaml'], ['--keep-requests', 'q.yaml']]) {
      expect(await render(cwd, '--previous', 'old', ...argv)).toEqual({
        code: 1,
        stdout: '',
        stderr:
          `error TOPOLOGY_CHANGED q.yaml:4 metadata.name: the operator refuses this update of the graph q-dgd (old/default-q-dgd.yaml:1): ${says}\n` +
          '  hint: set spec.overrides.dgd.metadata.name to q-dgd-2, and delete the graph q-dgd once q-dgd-2 serves\n' +
          'nothing was rendered: 1 of 1 requests failed\n',
      });
    }
  });

  test('takes the proposed name, beside the old graph', async () => {
    const renamed = request('q', DISAGG, { metadata: { name: 'q-dgd-2' } });
    const cwd = await rendered({ 'q.yaml': request('q', AGG) }, { 'q.yaml': renamed });
    expect(await render(cwd, '--previous', 'old', '--output-dir', 'old', 'q.yaml')).toMatchObject({ code: 0 });
    expect(readdirSync(join(cwd, 'old'))).toEqual(['default-q-dgd-2.yaml', 'default-q-dgd.yaml']);
    expect(await render(cwd, '--previous', 'old', 'q.yaml')).toMatchObject({ code: 0, stderr: '' });
  });

  test('sees a v1alpha1 graph in its v1beta1 form as the same', async () => {
    const components: Json[] = Object.keys(DISAGG).map((name) => ({
      name,
      podTemplate: { spec: { containers: [{ name: 'main', command: ['python3', '-m', 'dynamo.vllm'] }] } },
    }));
    const beta = (list: Json[]): string => {
      const dgd = { apiVersion: 'nvidia.com/v1beta1', spec: { components: list } };
      return requestText('q', `overrides: {dgd: ${JSON.stringify(dgd)}}`);
    };
    const cwd = await rendered({ 'q.yaml': request('q', DISAGG) }, { 'q.yaml': beta(components) });
    expect(await render(cwd, '--previous', 'old', 'q.yaml')).toMatchObject({ code: 0, stderr: '' });
    const less = await rendered({ 'q.yaml': request('q', DISAGG) }, { 'q.yaml': beta(components.slice(1)) });
    expect((await render(less, '--previous', 'old', 'q.yaml')).stderr).toContain('service Frontend removed\n');
  });

  test('shows every finding of several requests and writes nothing', async () => {
    const before = { 'a.yaml': request('a', AGG), 'b.yaml': request('b', AGG), 'c.yaml': request('c', AGG) };
    const after = { ...before, 'b.yaml': request('b', DISAGG), 'c.yaml': requestText('c', 'fail: true') };
    const cwd = await rendered(before, after);
    const { code, stdout, stderr } = await render(cwd, '--previous', 'old', '--output-dir', 'new', '.');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr.match(/^(error \w+ \S+|nothing.*)/gm)).toEqual([
      'error REQUEST_INVALID c.yaml:7',
      'error TOPOLOGY_CHANGED b.yaml:4',
      'nothing was rendered: 2 of 3 requests failed',
    ]);
    expect(readdirSync(cwd)).not.toContain('new');
  });

  test('leaves the output folder alone where it is the previous one too', async () => {
    const cwd = await rendered({ 'q.yaml': request('q', AGG) }, { 'q.yaml': request('q', DISAGG) });
    const before = readFileSync(join(cwd, 'old/default-q-dgd.yaml'), 'utf8');
    expect((await render(cwd, '--previous', 'old', '--output-dir', 'old', 'q.yaml')).code).toBe(1);
    expect(readFileSync(join(cwd, 'old/default-q-dgd.yaml'), 'utf8')).toBe(before);
  });
});

describe('what --previous names', () => {
  const FOREIGN = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: x}\n';
  const TEMPLATE = 'a: {{ .Values.x }}\n\tb';

  test('may be a folder with requests and unrelated YAML, the one that is rendered too', async () => {
    const files = { 'q.yaml': request('q', AGG), 'x/map.yaml': FOREIGN, 'x/template.yaml': TEMPLATE };
    const cwd = await rendered(files, { ...files, 'q.yaml': request('q', DISAGG) });
    expect((await render(cwd, '--previous', '.', '.')).stderr).toMatch(/^error TOPOLOGY_CHANGED q\.yaml:4 /);
  });

  test('may be a stream of several documents', async () => {
    const files = { 'p.yaml': request('p', AGG), 'q.yaml': request('q', AGG) };
    const cwd = folderWith(files);
    const { stdout } = await render(cwd, '.');
    const next = folderWith({ ...files, 'q.yaml': request('q', DISAGG), 'all.txt': `${FOREIGN}---\n${stdout}` });
    const { stderr } = await render(next, '--previous', 'all.txt', '.');
    expect(stderr.match(/^error.*/gm)).toEqual([
      expect.stringMatching(/^error TOPOLOGY_CHANGED q\.yaml:4 .*all\.txt:\d+/),
    ]);
  });

  test.each([
    { title: 'a folder without graphs', files: { 'old/x.yaml': FOREIGN, 'old/t.yaml': TEMPLATE }, previous: 'old' },
    { title: 'a file without graphs', files: { 'old.yaml': FOREIGN }, previous: 'old.yaml' },
  ])('may be $title: a first rendering', async ({ files, previous }) => {
    const cwd = folderWith({ ...(files as Record<string, string>), 'q.yaml': request('q', AGG) });
    expect(await render(cwd, '--previous', previous, 'q.yaml')).toMatchObject({ code: 0, stderr: '' });
  });

  test('may hold graphs that nobody requests any more', async () => {
    const cwd = await rendered({ 'gone.yaml': request('gone', AGG) }, { 'q.yaml': request('q', AGG) });
    expect(await render(cwd, '--previous', 'old', 'q.yaml')).toMatchObject({ code: 0, stderr: '' });
  });

  test.each([
    {
      title: 'a missing path',
      files: {},
      previous: 'gone',
      code: 1,
      says: /^error INPUT_NOT_FOUND: there is no file or folder gone\n/,
    },
    {
      title: 'broken YAML of a graph',
      files: { 'old/q.yaml': 'kind: DynamoGraphDeployment\nkind: x\n' },
      previous: 'old',
      code: 1,
      says: /^error YAML_INVALID old\/q\.yaml:2: /,
    },
    {
      title: 'any broken YAML in a named file',
      files: { 'old.yaml': TEMPLATE },
      previous: 'old.yaml',
      code: 1,
      says: /^error YAML_INVALID old\.yaml:\d+: /,
    },
    {
      title: 'a file with too much in it',
      files: { 'old/q.yaml': `kind: DynamoGraphDeployment\nspec: [${'a,'.repeat(300_000)}]\n` },
      previous: 'old',
      code: 1,
      says: /^error INPUT_TOO_LARGE old\/q\.yaml:\d+: more than 500000 tokens of YAML/,
    },
  ])('must be readable: $title', async ({ files, previous, code, says }) => {
    const cwd = folderWith({ ...(files as Record<string, string>), 'q.yaml': request('q', AGG) });
    const result = await render(cwd, '--previous', previous, 'q.yaml');
    expect(result).toMatchObject({ code, stdout: '' });
    expect(result.stderr).toMatch(says);
    expect(result.stderr).toMatch(/\nnothing was rendered: the input has errors\n$/);
  });

  test('is reported once where requests come from the same broken file', async () => {
    const cwd = folderWith({ 'q.yaml': `${request('q', AGG)}\t: x\n` });
    expect((await render(cwd, '--previous', '.', '.')).stderr.match(/^error/gm)).toHaveLength(1);
  });

  test('must not hold a graph in two topologies: exit code 2', async () => {
    const cwd = await rendered({ 'q.yaml': request('q', AGG) });
    const other = readFileSync(join(cwd, 'old/default-q-dgd.yaml'), 'utf8').replace('Frontend', 'Other');
    const old = readFileSync(join(cwd, 'old/default-q-dgd.yaml'), 'utf8');
    const both = folderWith({ 'q.yaml': request('q', AGG), 'old/a.yaml': old, 'old/b.yaml': other });
    expect(await render(both, '--previous', 'old', 'q.yaml')).toEqual({
      code: 2,
      stdout: '',
      stderr:
        'error CONFIG_INVALID old/b.yaml:1: the previous graph q-dgd is there twice, with different topologies: old/a.yaml:1 and old/b.yaml:1\n' +
        '  hint: name the file or folder that holds the previous rendering alone\n' +
        'nothing was rendered: 1 of 1 requests failed\n',
    });
    const copies = folderWith({ 'q.yaml': request('q', AGG), 'old/a.yaml': old, 'old/b.yaml': old });
    expect(await render(copies, '--previous', 'old', 'q.yaml')).toMatchObject({ code: 0, stderr: '' });
  });
});

test('graphs of the measured data: the same request passes, another backend does not', async () => {
  const street = openStreet(openEngines(), {});
  const text = readFileSync(new URL('../../fixtures/requests/qwen3-8b-l40s.dgdr.yaml', import.meta.url), 'utf8');
  const cwd = folderWith({ 'q.yaml': text, 'other.yaml': text.replace('backend: vllm', 'backend: trtllm') });
  expect(await renderOn(street, cwd, ['--output-dir', 'old', 'q.yaml'])).toMatchObject({ code: 0 });
  expect(await renderOn(street, cwd, ['--previous', 'old', 'q.yaml'])).toMatchObject({ code: 0 });
  const { code, stdout, stderr } = await renderOn(street, cwd, ['--previous', 'old', 'other.yaml']);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toContain('services TRTLLMWorker added, VllmDecodeWorker removed; backend vllm -> trtllm\n');
  expect(stderr).toContain('set spec.overrides.dgd.metadata.name to qwen3-8b-l40s-dgd-2, ');
});
