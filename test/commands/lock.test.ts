import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse, parseAllDocuments, stringify } from 'yaml';
import type { JsonObject } from '../../src/json.ts';
import { openEngines } from '../../src/profile/engines.ts';
import { openStreet } from '../../src/render/render.ts';
import { folderWith, run } from './harness.ts';

const REQUEST = readFileSync(join(import.meta.dirname, '../../fixtures/requests/qwen3-8b-l40s.dgdr.yaml'), 'utf8');
const street = openStreet(openEngines(), {});
const LOCK = 'dgdr.lock.yaml';

/** What every run says of an engine that stands in for that of the target, at its first request. */
const near = (file = 'chat.yaml'): string =>
  `info ENGINE_NEAR ${file}:1: Dynamo 1.2 profiles with aiconfigurator 0.9, for which aiconfigurator 0.10.0 stands in here\n`;

/** What every rendering says besides, of a request whose name stands in the same line of each file. */
const needs = (file = 'chat.yaml'): string =>
  `info CLUSTER_NEEDS ${file}:4 metadata.name: pods start only where the cluster has Secret hf-token-secret with HF_TOKEN in the namespace of the graph\n  hint: kubectl create secret generic hf-token-secret --from-literal=HF_TOKEN=TOKEN; for public models envFromSecret: null in an override of each service drops it\n`;

const named = (name: string, text = REQUEST): string => text.replace('qwen3-8b-l40s', name);
const withGpus = (gpus: number): string => REQUEST.replace(/totalGpus: 4\n/, `totalGpus: ${gpus}\n`);

async function call(cwd: string, ...argv: readonly string[]) {
  return run(argv, { cwd, street });
}

async function lockedFolder(files: Readonly<Record<string, string>> = { 'chat.yaml': REQUEST }): Promise<string> {
  const cwd = folderWith(files);
  expect(await call(cwd, 'lock')).toMatchObject({ code: 0 });
  return cwd;
}

const read = (cwd: string, file = LOCK): string => readFileSync(join(cwd, file), 'utf8');

/** Changes the lock as another release, or somebody's hand, would have written it. */
function editLock(cwd: string, edit: (entry: JsonObject) => void, file = LOCK): void {
  const lock = parse(read(cwd, file));
  for (const entry of lock.requests) edit(entry);
  writeFileSync(join(cwd, file), stringify(lock));
}

/** As if an older release had picked two GPUs for each worker. */
function asPickedBefore(entry: JsonObject): void {
  entry.engine = 'dgdr-render 0.0.9';
  const { picked } = entry.profile as { picked: JsonObject };
  Object.assign(picked, { tp: 2, num_total_gpus: 2, parallel: 'tp2pp1dp1etp1ep1' });
}

describe('lock', () => {
  test('writes a lock beside the requests, says what was picked, and changes nothing the second time', async () => {
    const cwd = folderWith({ 'a/chat.yaml': REQUEST, 'b/q.yaml': named('other'), 'b/values.yaml': 'x: {{ y }}' });
    expect(await call(cwd, 'lock')).toEqual({
      code: 0,
      stdout:
        'default/qwen3-8b-l40s: locked: agg 4x tp1, ttft 319.529 ms, itl 59.905 ms, 1040.463 tokens/s/GPU\n' +
        'default/other: locked: agg 4x tp1, ttft 319.529 ms, itl 59.905 ms, 1040.463 tokens/s/GPU\n',
      stderr: `${near('a/chat.yaml')}2 requests are locked, 2 files changed\n  a/dgdr.lock.yaml\n  b/dgdr.lock.yaml\n`,
    });
    const before = read(cwd, `b/${LOCK}`);
    expect(await call(cwd, 'lock')).toEqual({
      code: 0,
      stdout: '',
      stderr: `${near('a/chat.yaml')}2 requests are locked, no file changed\n`,
    });
    expect(read(cwd, `b/${LOCK}`)).toBe(before);
  });

  test('a lock holds the inputs and their digest, both releases, the pick and the runner-up, and nothing of the machine', async () => {
    const cwd = await lockedFolder();
    const lock = parse(read(cwd));
    expect(lock).toMatchObject({
      apiVersion: 'dgdr-render.dev/v1alpha1',
      kind: 'ProfileLock',
      metadata: { annotations: { 'config.kubernetes.io/local-config': 'true' } },
      requests: [
        {
          name: 'qwen3-8b-l40s',
          engine: 'dgdr-render 0.2.0',
          data: 'aiconfigurator 0.10.0',
          digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
          inputs: { model: 'Qwen/Qwen3-8B', workload: { isl: 1000, osl: 200 }, hardware: { totalGpus: 4 } },
          profile: {
            chosen: 'agg',
            picked: { 'tokens/s/gpu': 1040.463, parallel: 'tp1pp1dp1etp1ep1' },
            runnerUp: { 'tokens/s/gpu': 788.355, parallel: 'tp2pp1dp1etp1ep1' },
          },
          graph: {
            metadata: { name: 'qwen3-8b-l40s-dgd' },
            spec: { services: { Frontend: {}, VllmDecodeWorker: {} } },
          },
        },
      ],
    });
    expect(read(cwd)).not.toContain(cwd);
  });

  test('--update picks one request anew and shows the numbers; the others keep what was picked', async () => {
    const cwd = await lockedFolder({ 'chat.yaml': named('chat'), 'code.yaml': named('code') });
    editLock(cwd, asPickedBefore);
    const { code, stdout } = await call(cwd, 'lock', '--update', 'default/chat');
    expect(code).toBe(0);
    expect(stdout).toContain('default/chat: engine: dgdr-render 0.0.9 -> dgdr-render 0.2.0\n');
    expect(stdout).toContain('default/chat: picked.num_total_gpus: 2 -> 1\n');
    expect(stdout).not.toContain('default/code: engine');
    const [chat, coder] = parse(read(cwd)).requests;
    expect(chat.profile.picked.tp).toBe(1);
    expect(coder.profile.picked.tp).toBe(2);
    expect(await call(cwd, 'lock', '--update-all')).toMatchObject({ code: 0 });
    expect(parse(read(cwd)).requests[1].profile.picked.tp).toBe(1);
  });

  test('--update of an unknown name is an error', async () => {
    const cwd = await lockedFolder();
    expect(await call(cwd, 'lock', '--update', 'chta')).toMatchObject({
      code: 1,
      stderr: 'error INPUT_NOT_FOUND: there is no request chta to update\n  hint: known: default/qwen3-8b-l40s\n',
    });
  });

  test('an entry whose inputs changed is picked anew, with the inputs among what changed', async () => {
    const cwd = await lockedFolder();
    writeFileSync(join(cwd, 'chat.yaml'), withGpus(8));
    const { code, stdout } = await call(cwd, 'lock');
    expect(code).toBe(0);
    expect(stdout).toContain('default/qwen3-8b-l40s: inputs.hardware.totalGpus: 4 -> 8\n');
    expect(await call(cwd, 'render', '--frozen')).toMatchObject({ code: 0 });
  });

  test('entries of requests that are gone go too, those of requests that were not looked at stay', async () => {
    const cwd = await lockedFolder({
      'chat.yaml': named('chat'),
      'code.yaml': named('code'),
      'old.yaml': named('old'),
    });
    rmSync(join(cwd, 'old.yaml'));
    expect(await call(cwd, 'lock', 'chat.yaml')).toMatchObject({
      code: 0,
      stdout: 'default/old: removed, there is no such request any more\n',
    });
    expect(parse(read(cwd)).requests.map(({ name }: { name: string }) => name)).toEqual(['chat', 'code']);
  });

  test('a change that a running graph cannot take is refused under its name, and nothing is written', async () => {
    const cwd = await lockedFolder({ 'chat.yaml': named('chat'), 'code.yaml': named('code') });
    const disagg = REQUEST.replace('ttft: 1500', 'ttft: 140').replace('itl: 60', 'itl: 59');
    writeFileSync(join(cwd, 'chat.yaml'), named('chat', disagg));
    writeFileSync(join(cwd, 'code.yaml'), named('code', withGpus(8)));
    const before = read(cwd);
    const refused = await call(cwd, 'lock');
    expect(refused).toMatchObject({ code: 1, stdout: '' });
    expect(refused.stderr).toMatch(
      /error TOPOLOGY_CHANGED chat.yaml:4 metadata.name: the operator refuses this update of the graph chat-dgd \(dgdr.lock.yaml:\d+\): service VllmPrefillWorker added\n {2}hint: set spec.overrides.dgd.metadata.name to chat-dgd-2/,
    );
    expect(read(cwd)).toBe(before);
    const renamed =
      '  overrides:\n    dgd: {apiVersion: nvidia.com/v1alpha1, kind: DynamoGraphDeployment, metadata: {name: chat-dgd-2}}\n';
    writeFileSync(join(cwd, 'chat.yaml'), named('chat', disagg) + renamed);
    expect(await call(cwd, 'lock')).toMatchObject({ code: 0 });
  });

  test.each([
    ['nothing is written when a request fails', REQUEST.replace('ttft: 1500', 'ttft: -1'), 'SLA_INVALID'],
    ['no request is an error', 'a: b\n', 'NO_REQUESTS'],
  ])('%s', async (_, text, code) => {
    const cwd = folderWith({ 'chat.yaml': text });
    const failed = await call(cwd, 'lock');
    expect(failed).toMatchObject({ code: 1, stdout: '' });
    expect(failed.stderr).toContain(`error ${code}`);
    expect(existsSync(join(cwd, LOCK))).toBe(false);
  });

  test('stdin has no folder for a lock', async () => {
    expect(await run(['lock', '-'], { stdin: REQUEST })).toMatchObject({ code: 2 });
  });
});

describe('render and check with a lock', () => {
  test('take the pick from the lock and say so', async () => {
    const cwd = await lockedFolder();
    editLock(cwd, asPickedBefore);
    const { code, stdout, stderr } = await call(cwd, 'render');
    expect(code).toBe(0);
    expect(stdout).toContain('agg 2x tp2');
    expect(stderr).toBe(
      `info LOCK_USED dgdr.lock.yaml:1: 1 request is rendered as locked with dgdr-render 0.0.9, aiconfigurator 0.10.0; this is dgdr-render 0.2.0\n${near()}${needs()}`,
    );
    await call(cwd, 'render', '--beside');
    expect(await call(cwd, 'check')).toMatchObject({ code: 0, stdout: '' });
    rmSync(join(cwd, LOCK));
    expect((await call(cwd, 'check')).stdout).toContain('services.VllmDecodeWorker.replicas: 2 -> 4');
  });

  test('an entry for other inputs is a warning and not used; with --frozen it is an error', async () => {
    const cwd = await lockedFolder();
    writeFileSync(join(cwd, 'chat.yaml'), withGpus(8));
    const { code, stdout, stderr } = await call(cwd, 'render');
    expect(code).toBe(0);
    expect(stdout).toContain('agg 8x tp1');
    expect(stderr).toBe(
      'warning LOCK_STALE chat.yaml:4 metadata.name: the lock holds for other inputs (hardware.totalGpus 4 -> 8): picked anew\n' +
        `  hint: run dgdr-render lock and commit what it writes\n${near()}${needs()}`,
    );
    for (const command of ['render', 'check']) {
      const frozen = await call(cwd, command, '--frozen');
      expect(frozen.code).toBe(1);
      expect(frozen.stderr).toContain('error LOCK_FROZEN chat.yaml:4 metadata.name: the lock holds for other inputs');
    }
  });

  test('a request that is not in the lock beside it is a warning; without any lock nothing is said', async () => {
    const cwd = await lockedFolder();
    writeFileSync(join(cwd, 'new.yaml'), named('new', withGpus(8)));
    expect((await call(cwd, 'render')).stderr).toContain('warning LOCK_MISSING new.yaml:4 metadata.name');
    rmSync(join(cwd, LOCK));
    expect((await call(cwd, 'render')).stderr).toBe(near() + needs());
    expect((await call(cwd, 'render', '--frozen')).stderr).toContain('error LOCK_FROZEN new.yaml:4');
  });

  test('a lock holds for its own folder only', async () => {
    const cwd = await lockedFolder({ 'a/chat.yaml': REQUEST });
    writeFileSync(join(cwd, 'chat.yaml'), named('other'));
    expect((await call(cwd, 'render', '--frozen', 'chat.yaml')).code).toBe(1);
    expect((await call(cwd, 'render', '--frozen', 'a')).code).toBe(0);
  });

  test('what decides the profile makes a lock stale, what is added to the graph does not', async () => {
    const cwd = await lockedFolder();
    const spec = (lines: string): void => writeFileSync(join(cwd, 'chat.yaml'), REQUEST + lines);
    for (const lines of [
      '  overrides: {dgd: {apiVersion: nvidia.com/v1alpha1, kind: DynamoGraphDeployment, metadata: {name: x}}}\n',
      '  autoApply: false\n',
      '  modelCache: {pvcName: models}\n',
    ]) {
      spec(lines);
      expect(await call(cwd, 'render', '--frozen', '--router-mode', 'kv')).toMatchObject({ code: 0 });
    }
    for (const lines of ['  features: {mocker: {enabled: true}}\n', '  features: {planner: {}}\n']) {
      spec(lines);
      expect(await call(cwd, 'render', '--frozen')).toMatchObject({ code: 1 });
    }
  });

  test.each([
    [
      'inputs that were edited',
      (entry: JsonObject) => Object.assign(entry.inputs as JsonObject, { model: 'x' }),
      'requests[0]',
      'the inputs are not those of the digest',
    ],
    [
      'a column that is no number or text',
      (entry: JsonObject) => Object.assign((entry.profile as { picked: JsonObject }).picked, { tp: [1] }),
      'requests[0].profile.picked.tp',
      'a text or a finite number was expected, not a list',
    ],
    [
      'a pick that is missing',
      (entry: JsonObject) => delete (entry.profile as JsonObject).picked,
      'requests[0]',
      'one of profile.picked, profile.naive and cluster was expected',
    ],
    [
      'an unknown member',
      (entry: JsonObject) => Object.assign(entry, { extra: 1 }),
      'requests[0]',
      'there is no "extra"',
    ],
  ])('%s: LOCK_INVALID on its line, and nothing is rendered', async (_, edit, path, says) => {
    const cwd = await lockedFolder();
    editLock(cwd, (entry) => void edit(entry));
    const { code, stdout, stderr } = await call(cwd, 'render');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^error LOCK_INVALID dgdr\.lock\.yaml:\d+ /);
    expect(stderr).toContain(` ${path}: `);
    expect(stderr).toContain(says);
  });

  test.each([
    ['is no lock', 'a: b\n', 'LOCK_INVALID'],
    ['has a merge conflict', '<<<<<<< ours\na: b\n=======\n', 'YAML_INVALID'],
    ['is no list', 'apiVersion: dgdr-render.dev/v1alpha1\nkind: ProfileLock\nrequests: {}\n', 'LOCK_INVALID'],
  ])('a lock that %s is an error', async (_, text, code) => {
    const cwd = folderWith({ 'chat.yaml': REQUEST, [LOCK]: text });
    const failed = await call(cwd, 'render');
    expect(failed).toMatchObject({ code: 1, stdout: '' });
    expect(failed.stderr).toContain(`error ${code} ${LOCK}`);
  });
});

describe('locks in hosts', () => {
  const item = (text: string): JsonObject => parse(text);
  const list = (...items: readonly JsonObject[]) => ({
    apiVersion: 'config.kubernetes.io/v1',
    kind: 'ResourceList',
    items,
  });
  const fn = async (input: object, cwd?: string) => {
    const result = await run(['function'], { stdin: stringify(input), street, ...(cwd !== undefined && { cwd }) });
    return { ...result, answer: parse(result.stdout) };
  };
  const lockText = async (): Promise<string> => {
    const cwd = await lockedFolder();
    editLock(cwd, asPickedBefore);
    return read(cwd);
  };

  test('the function takes a lock among its items, also for a request with a prefix, and leaves it there', async () => {
    const lock = item(await lockText());
    const { code, answer, stderr } = await fn(list(item(named('team-a-q')), lock));
    expect(code).toBe(0);
    expect(JSON.stringify(answer)).toContain('agg 2x tp2');
    expect(stderr).toContain('info LOCK_USED');
    expect(answer.items.at(-1)).toEqual(lock);
  });

  test('frozen in its config makes a request without an entry an error', async () => {
    const functionConfig = { apiVersion: 'dgdr-render.dev/v1alpha1', kind: 'RenderDGDR', spec: { frozen: true } };
    const { code, stderr } = await fn({ ...list(item(REQUEST)), functionConfig });
    expect(code).toBe(1);
    expect(stderr).toContain('error LOCK_FROZEN');
  });

  test('as a generator it reads the lock beside the files that it reads', async () => {
    const cwd = folderWith({ 'serving/chat.yaml': REQUEST, [`serving/${LOCK}`]: await lockText() });
    const spec = { requests: ['serving'], frozen: true };
    const functionConfig = {
      apiVersion: 'dgdr-render.dev/v1alpha1',
      kind: 'RenderDGDR',
      metadata: { name: 'x' },
      spec,
    };
    const { code, answer } = await fn({ ...list(), functionConfig }, cwd);
    expect(code).toBe(0);
    expect(JSON.stringify(answer)).toContain('agg 2x tp2');
  });

  test('argocd generate goes by the lock and never prints it', async () => {
    const cwd = folderWith({ 'serving/chat.yaml': REQUEST, [`serving/${LOCK}`]: await lockText() });
    const { code, stdout } = await run(['argocd', 'generate'], { cwd, street, env: { PARAM_FROZEN: 'true' } });
    expect(code).toBe(0);
    expect(parseAllDocuments(stdout).map((document) => document.get('kind'))).toEqual(['DynamoGraphDeployment']);
    expect(stdout).toContain('agg 2x tp2');
  });
});
