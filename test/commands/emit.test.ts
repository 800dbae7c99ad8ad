import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { refOf } from '../../src/krm/identity.ts';
import { parseDocuments } from '../support/documents.ts';
import { folderWith, MARKING_STREET, request, run } from './harness.ts';

const POD = '{mainContainer: {image: "i:1.3.1", command: [python3, -m, dynamo.vllm], args: [--model, m]}}';
/** A request whose graph has a frontend and a worker. */
function asked(name: string, ...metadata: readonly string[]): string {
  const services = `{Frontend: {componentType: frontend, extraPodSpec: ${POD}}, Worker: {componentType: worker, extraPodSpec: ${POD}}}`;
  const text = request(name, `overrides: {dgd: {spec: {services: ${services}}}}`);
  return metadata.length === 0 ? text : text.replace(`  name: ${name}\n`, `  name: ${name}\n${metadata.join('\n')}\n`);
}

const street = MARKING_STREET;
const WORKLOADS = ['--emit', 'workloads', '--workloads-namespace', 'team'];

function kinds(text: string): Record<string, number> {
  const all = parseDocuments(text).map((object) => refOf(object).kind);
  return Object.fromEntries([...new Set(all)].map((kind) => [kind, all.filter((one) => one === kind).length]));
}

const PLAIN = { ServiceAccount: 1, Role: 1, RoleBinding: 1, Service: 2, Deployment: 2 };

test('plain workloads are printed in the place of the graph, with the labels of the request', async () => {
  const { code, stdout, stderr } = await run(['render', '-', ...WORKLOADS], { stdin: asked('q'), street });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(kinds(stdout)).toEqual(PLAIN);
  expect(stdout.match(/dgdr\.nvidia\.com\/name: q/g)).toHaveLength(7);
  expect(stdout.match(/dgdr-render\.dev\/engine/g)).toHaveLength(2);
});

test('files beside requests and in folders', async () => {
  const cwd = folderWith({ 'a/q.yaml': asked('q') });
  const beside = await run(['render', 'a', '--beside', ...WORKLOADS], { cwd, street });
  expect(beside.stderr).toContain('1 graph beside the requests, 1 changed\n  a/q.workloads.yaml');
  const folder = await run(['render', 'a', '--output-dir', 'out', ...WORKLOADS], { cwd, street });
  expect(folder.stderr).toContain('out/default-q-dgd.yaml');
  for (const argv of [[], ['out']]) {
    const where = argv.length === 0 ? ['check', 'a'] : ['check', 'a', '--output-dir', 'out'];
    const checked = await run([...where, ...WORKLOADS], { cwd, street });
    expect(checked).toMatchObject({ code: 0, stdout: '' });
    expect(checked.stderr).toContain('1 graph is as rendered');
  }
});

test('check says which object differs, and in what', async () => {
  const cwd = folderWith({ 'q.yaml': asked('q') });
  await run(['render', '.', '--beside', ...WORKLOADS], { cwd, street });
  const { code, stdout } = await run(
    ['check', '.', '--emit', 'workloads', '--workloads-namespace', 'team', '--fs-group', '7'],
    { cwd, street },
  );
  expect(code).toBe(1);
  expect(stdout).toContain('fsGroup: 1000 -> 7');
});

test.each([
  { from: [], to: WORKLOADS, gone: 'q.dgd.yaml', kept: 'q.workloads.yaml' },
  { from: WORKLOADS, to: [], gone: 'q.workloads.yaml', kept: 'q.dgd.yaml' },
])(
  'the file of the other form ($gone) is left over for check, and --prune removes it',
  async ({ from, to, gone, kept }) => {
    const cwd = folderWith({ 'q.yaml': asked('q') });
    await run(['render', '.', '--beside', ...from], { cwd, street });
    await run(['render', '.', '--beside', ...to], { cwd, street });
    expect([gone, kept].map((name) => existsSync(join(cwd, name)))).toEqual([true, true]);
    const checked = await run(['check', '.', ...to], { cwd, street });
    expect(checked.code).toBe(1);
    expect(checked.stdout).toContain(`left over in ${gone}`);
    const pruned = await run(['render', '.', '--beside', '--prune', ...to], { cwd, street });
    expect(pruned.stderr).toContain(`${gone} (removed)`);
    expect([gone, kept].map((name) => existsSync(join(cwd, name)))).toEqual([false, true]);
    expect((await run(['check', '.', ...to], { cwd, street })).code).toBe(0);
  },
);

test('the file of a request that is gone is pruned, whatever it holds', async () => {
  const cwd = folderWith({ 'q.yaml': asked('q'), 'r.yaml': asked('r') });
  await run(['render', '.', '--output-dir', 'out', ...WORKLOADS], { cwd, street });
  const fewer = folderWith({ 'q.yaml': asked('q'), 'r.yaml': '# nothing\n' });
  const text = readFileSync(join(cwd, 'out/default-r-dgd.yaml'), 'utf8');
  const both = folderWith({ 'q.yaml': asked('q'), 'r.yaml': '# nothing\n', 'out/default-r-dgd.yaml': text });
  expect(existsSync(join(fewer, 'out'))).toBe(false);
  const { stderr } = await run(['render', '.', '--output-dir', 'out', '--prune', ...WORKLOADS], { cwd: both, street });
  expect(stderr).toContain('default-r-dgd.yaml (removed)');
});

test('a stream that holds another form already has one form after it', async () => {
  const stdin = asked('q');
  const graphs = await run(['render', '-', '--keep-requests'], { stdin, street });
  const plain = await run(['render', '-', '--keep-requests', ...WORKLOADS], { stdin: graphs.stdout, street });
  expect(kinds(plain.stdout)).toEqual({ DynamoGraphDeploymentRequest: 1, ...PLAIN });
  const again = await run(['render', '-', '--keep-requests', ...WORKLOADS], { stdin: plain.stdout, street });
  expect(again.stdout).toBe(plain.stdout);
  const back = await run(['render', '-', '--keep-requests', '--workloads-namespace', 'team'], {
    stdin: plain.stdout,
    street,
  });
  expect(kinds(back.stdout)).toEqual({ DynamoGraphDeploymentRequest: 1, DynamoGraphDeployment: 1 });
});

test('another generation of workers replaces the one before in a stream', async () => {
  const first = await run(['render', '-', '--keep-requests', ...WORKLOADS, '--updates', 'blueGreen'], {
    stdin: asked('q'),
    street,
  });
  const changed = first.stdout.replace('[--model, m]', '[--model, n]');
  const second = await run(['render', '-', '--keep-requests', ...WORKLOADS, '--updates', 'blueGreen'], {
    stdin: changed,
    street,
  });
  expect(kinds(second.stdout)).toEqual({ DynamoGraphDeploymentRequest: 1, ...PLAIN });
});

test('graphs that see each other are warned of in both forms', async () => {
  const stdin = [asked('chat', '  namespace: team'), asked('chat-dgd', '  namespace: team')].join('---\n');
  for (const argv of [[], WORKLOADS]) {
    const { code, stderr } = await run(['render', '-', ...argv], { stdin, street });
    expect(code).toBe(0);
    expect(stderr).toMatch(
      /^warning GRAPHS_SEE_EACH_OTHER stdin:\d+ metadata.name: the frontend of the graph chat-dgd also sends/m,
    );
  }
  const strict = await run(['render', '-', '--strict'], { stdin, street });
  expect(strict.code).toBe(1);
});
