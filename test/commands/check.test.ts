import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../src/json.ts';
import { openEngines } from '../../src/profile/engines.ts';
import { openStreet } from '../../src/render/render.ts';
import { folderWith, MARKING_STREET, type Run, request, run } from './harness.ts';

const tool = (cwd: string, ...argv: string[]): Promise<Run> => run(argv, { cwd, street: MARKING_STREET });
const check = (cwd: string, ...argv: string[]): Promise<Run> => tool(cwd, 'check', ...argv);

const worker = (replicas: number, ...args: string[]): JsonObject => ({
  replicas,
  extraPodSpec: { mainContainer: { command: ['python3', '-m', 'dynamo.vllm'], args } },
});
const wish = (name: string, services: JsonObject): string =>
  request(name, `overrides: {dgd: ${JSON.stringify({ spec: { services } })}}`);
const CHAT = wish('chat', { Frontend: { replicas: 1 }, decode: worker(2, '--max-num-seqs', '512') });

/** Both ways in which renderings are kept, and the file of the request q.yaml. */
const STORES = [
  { store: 'beside the requests', render: ['--beside'], options: [], file: 'q.dgd.yaml' },
  {
    store: 'in a folder',
    render: ['--output-dir', 'out'],
    options: ['--output-dir', 'out'],
    file: 'out/default-chat-dgd.yaml',
  },
];

/** A folder whose requests are rendered and kept. */
async function kept(files: Readonly<Record<string, string>>, ...render: string[]): Promise<string> {
  const cwd = folderWith(files);
  expect(await tool(cwd, 'render', ...render, '.')).toMatchObject({ code: 0 });
  return cwd;
}

function edit(cwd: string, file: string, change: (text: string) => string): void {
  const text = readFileSync(join(cwd, file), 'utf8');
  expect(change(text)).not.toBe(text);
  writeFileSync(join(cwd, file), change(text));
}

describe.each(STORES)('check of files $store', ({ render, options, file }) => {
  test('is fine where they are as rendered, whatever their layout and comments', async () => {
    const cwd = await kept({ 'q.yaml': CHAT }, ...render);
    edit(cwd, file, (text) => `# mine\n${text.replace('replicas: 2', 'replicas:   2 # two')}`);
    expect(await check(cwd, ...options)).toEqual({ code: 0, stdout: '', stderr: '1 graph is as rendered\n' });
  });

  test('says what changed in a request, and writes nothing', async () => {
    const cwd = await kept({ 'q.yaml': CHAT }, ...render);
    edit(cwd, 'q.yaml', (text) => text.replace('"replicas":2', '"replicas":3').replace('"512"', '"64","--x"'));
    const before = readFileSync(join(cwd, file), 'utf8');
    const { code, stdout, stderr } = await check(cwd, ...options);
    expect({ code, stdout }).toEqual({
      code: 1,
      stdout:
        'default/chat-dgd: services.decode.replicas: 2 -> 3\n' +
        'default/chat-dgd: services.decode.extraPodSpec.mainContainer.args: --max-num-seqs 512 -> 64\n' +
        'default/chat-dgd: services.decode.extraPodSpec.mainContainer.args: + --x\n' +
        'default/chat-dgd: why: request, its options or an edit of the file\n',
    });
    expect(stderr).toBe(
      `error DRIFT ${file}:15 spec.services.decode.replicas: default/chat-dgd is not as rendered: 2 -> 3, and 2 more differences; why: request, its options or an edit of the file\n` +
        `  hint: run dgdr-render render ${render.join(' ')} with the same paths and options\n`,
    );
    expect(readFileSync(join(cwd, file), 'utf8')).toBe(before);
  });

  test('says where another release is the reason', async () => {
    const cwd = await kept({ 'q.yaml': CHAT }, ...render);
    edit(cwd, file, (text) =>
      text.replace('dgdr-render 0.2.0', 'dgdr-render 0.0.9').replace('replicas: 2', 'replicas: 1'),
    );
    expect((await check(cwd, ...options)).stdout).toContain(
      'default/chat-dgd: services.decode.replicas: 1 -> 2\n' +
        'default/chat-dgd: why: tool release (dgdr-render 0.0.9 -> dgdr-render 0.2.0)\n',
    );
  });

  test('says that the operator refuses another topology, too', async () => {
    const cwd = await kept({ 'q.yaml': CHAT }, ...render);
    edit(cwd, 'q.yaml', (text) => text.replace('"decode"', '"prefill":{"replicas":1},"decode"'));
    const { code, stdout, stderr } = await check(cwd, ...options);
    expect({ code, stdout }).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('services.prefill: + {"replicas":1}\n'),
    });
    expect(stderr).toContain(
      `error TOPOLOGY_CHANGED q.yaml:4 metadata.name: the operator refuses this update of the graph chat-dgd (${file}:1): service prefill added\n`,
    );
  });

  test('misses files and objects', async () => {
    const cwd = await kept({ 'q.yaml': CHAT }, ...render);
    writeFileSync(join(cwd, file), '# nothing\n');
    const empty = await check(cwd, ...options);
    rmSync(join(cwd, file));
    const gone = await check(cwd, ...options);
    expect(gone).toEqual(empty);
    expect(gone).toEqual({
      code: 1,
      stdout: `default/chat-dgd: missing in ${file}\n`,
      stderr: `error DRIFT q.yaml:4: default/chat-dgd is missing in ${file}\n  hint: run dgdr-render render ${render.join(' ')} with the same paths and options\n`,
    });
  });

  test('finds documents that no request renders', async () => {
    const cwd = await kept({ 'q.yaml': CHAT }, ...render);
    edit(cwd, file, (text) => `${text}---\nkind: ConfigMap\nmetadata: {name: x, namespace: y}\n---\n${text}`);
    const { code, stdout, stderr } = await check(cwd, ...options);
    expect({ code, stdout }).toEqual({
      code: 1,
      stdout: `ConfigMap y/x: extra in ${file}, no request renders it\ndefault/chat-dgd: extra in ${file}, no request renders it\n`,
    });
    expect(stderr.match(/^error DRIFT \S+/gm)).toEqual([`error DRIFT ${file}:26:`, `error DRIFT ${file}:29:`]);
  });

  test('finds graphs whose request is gone, and no others', async () => {
    const cwd = await kept({ 'q.yaml': CHAT, 'old.yaml': wish('old', {}), 'x.dgd.yaml': 'kind: X\n' }, ...render);
    const left = file.replace('chat', 'old').replace('q.', 'old.');
    expect(await check(cwd, ...options)).toMatchObject({ code: 0 });
    expect(await check(cwd, ...options, 'q.yaml')).toMatchObject({ code: 0, stdout: '' });
    rmSync(join(cwd, 'old.yaml'));
    for (const path of ['.', 'q.yaml']) {
      expect(await check(cwd, ...options, path)).toEqual({
        code: 1,
        stdout: `default/old-dgd: left over in ${left}, no request renders it any more\n`,
        stderr: `error DRIFT ${left}:1: default/old-dgd is left over in ${left}, no request renders it any more\n  hint: delete the file (render --prune does it), and the graph in the cluster unless another file has it\n`,
      });
    }
    edit(cwd, left, (text) => text.replaceAll('dgdr-render.dev', 'example.com'));
    expect(await check(cwd, ...options)).toMatchObject({ code: 0 });
  });

  test('compares what it can where a request fails', async () => {
    const cwd = await kept({ 'q.yaml': CHAT, 'bad.yaml': request('bad') }, ...render);
    writeFileSync(join(cwd, 'bad.yaml'), request('bad', 'fail: true'));
    const fine = await check(cwd, ...options);
    expect(fine).toMatchObject({ code: 1, stdout: '' });
    expect(fine.stderr).toMatch(
      /^error REQUEST_INVALID bad\.yaml:7 .*\n.*\n1 of 2 requests failed and were not compared\n$/,
    );
    edit(cwd, 'q.yaml', (text) => text.replace('"replicas":2', '"replicas":3'));
    expect((await check(cwd, ...options)).stdout).toContain('replicas: 2 -> 3\n');
  });

  test('reports a committed file that cannot be read', async () => {
    const cwd = await kept({ 'q.yaml': CHAT }, ...render);
    writeFileSync(join(cwd, file), 'a: [\n');
    const { code, stdout, stderr } = await check(cwd, ...options, 'q.yaml');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(new RegExp(`^error YAML_INVALID ${file}:\\d+: .*\n {2}hint: .*\n$`));
  });
});

describe('check', () => {
  test('compares every request of a file with its own graph, and a ConfigMap of another hash with its older self', async () => {
    const planned = (content: string): string => `${CHAT}---\n${request('p', `planner: {content: ${content}}`)}`;
    const cwd = await kept({ 'q.yaml': planned('aaaa') }, '--beside');
    writeFileSync(join(cwd, 'q.yaml'), planned('bbbb'));
    expect((await check(cwd)).stdout).toBe(
      'ConfigMap default/planner-config-bbbb: metadata.name: planner-config-aaaa -> planner-config-bbbb\n' +
        'ConfigMap default/planner-config-bbbb: why: request, its options or an edit of the file\n',
    );
  });

  test('does not call extra what a failed request of the same file may render', async () => {
    const both = (spec: string): string => `${CHAT}---\n${request('p', spec)}`;
    const cwd = await kept({ 'q.yaml': both('x: 1') }, '--beside');
    writeFileSync(join(cwd, 'q.yaml'), both('fail: true'));
    expect(await check(cwd)).toMatchObject({ code: 1, stdout: '' });
  });

  test('shows text of committed files without control characters', async () => {
    const cwd = await kept({ 'q.yaml': CHAT }, '--beside');
    edit(cwd, 'q.dgd.yaml', (text) => text.replace('replicas: 2', 'replicas: "\\e[2J\\u009b\\n::error::x"'));
    const { stdout, stderr } = await check(cwd);
    expect(stdout.split('\n')).toHaveLength(3);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that there are none is what is tested
    expect(stdout + stderr).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/);
  });

  test('of two request files for one is a conflict, and nothing is compared', async () => {
    const cwd = folderWith({ 'q.yaml': CHAT, 'q.dgdr.yaml': wish('other', {}) });
    const { code, stdout, stderr } = await check(cwd);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^error OUTPUT_CONFLICT q\.yaml: /);
  });

  test('wants a request, unless none is allowed', async () => {
    const cwd = folderWith({ 'x.yaml': 'kind: X\n' });
    expect((await check(cwd)).stderr).toMatch(/^error NO_REQUESTS: /);
    expect(await check(cwd, '--allow-empty')).toEqual({ code: 0, stdout: '', stderr: '0 graphs are as rendered\n' });
  });

  test('reports a broken file once, whether it was read for requests or for what is left over', async () => {
    const broken = `kind: DynamoGraphDeployment # dgdr-render.dev/engine\nkind: DynamoGraphDeploymentRequest\n`;
    const cwd = await kept({ 'q.yaml': CHAT }, '--beside');
    writeFileSync(join(cwd, 'x.dgd.yaml'), broken);
    expect((await check(cwd)).stderr.match(/^error.*/gm)).toEqual([
      expect.stringMatching(/^error YAML_INVALID x\.dgd\.yaml:2: /),
    ]);
    expect((await check(cwd, 'q.yaml')).stderr.match(/^error.*/gm)).toHaveLength(1);
  });

  test('of graphs that nobody rendered here says nothing, however broken', async () => {
    const cwd = await kept({ 'q.yaml': CHAT }, '--beside');
    writeFileSync(join(cwd, 'chart.dgd.yaml'), 'kind: DynamoGraphDeployment\nmetadata: {{ name }}\n\tx');
    expect(await check(cwd)).toMatchObject({ code: 0 });
  });
  test('of a folder that is not there misses every graph, and does not make it', async () => {
    const cwd = folderWith({ 'q.yaml': CHAT });
    expect((await check(cwd, '--output-dir', 'out')).stdout).toBe(
      'default/chat-dgd: missing in out/default-chat-dgd.yaml\n',
    );
    expect(existsSync(join(cwd, 'out'))).toBe(false);
  });
});

describe('of the measured data', () => {
  const text = readFileSync(new URL('../../fixtures/requests/qwen3-8b-l40s.dgdr.yaml', import.meta.url), 'utf8');
  const real = (cwd: string, ...argv: string[]): Promise<Run> =>
    run(argv, { cwd, street: openStreet(openEngines(), {}) });

  test('check passes after render, and names what more GPUs change', async () => {
    const cwd = folderWith({ 'q.dgdr.yaml': text });
    await real(cwd, 'render', '--beside');
    const { stderr, ...passed } = await real(cwd, 'check');
    expect(passed).toEqual({ code: 0, stdout: '' });
    expect(stderr).toMatch(/^info ENGINE_NEAR .*\n1 graph is as rendered\n$/);
    edit(cwd, 'q.dgdr.yaml', (yaml) => yaml.replace('totalGpus: 4', 'totalGpus: 8'));
    const { code, stdout } = await real(cwd, 'check');
    expect(code).toBe(1);
    expect(stdout.split('\n').slice(1)).toEqual([
      'default/qwen3-8b-l40s-dgd: services.VllmDecodeWorker.replicas: 4 -> 8',
      'default/qwen3-8b-l40s-dgd: why: request',
      '',
    ]);
  });

  test('check compares graphs of two versions in the newer one', async () => {
    // A single GPU, for which both engines pick the same.
    const cwd = folderWith({ 'q.dgdr.yaml': text.replace('totalGpus: 4', 'totalGpus: 1') });
    await real(cwd, 'render', '--beside', '--target', '1.3');
    const { stdout, stderr } = await real(cwd, 'check', '--target', '1.4');
    expect(stdout).toContain('apiVersion: nvidia.com/v1alpha1 -> nvidia.com/v1beta1\n');
    expect(stdout).not.toContain('services');
    expect(stderr).not.toContain('TOPOLOGY_CHANGED');
  });
});
