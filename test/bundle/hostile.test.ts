import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { codesOf } from '../../src/errors.ts';
import { withinCpu } from '../support/limits.ts';
import { type BundleRun, runBundle } from './bundle.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const HOSTILE = join(ROOT, 'fixtures/hostile');
const SOUND = readFileSync(join(ROOT, 'fixtures/requests/qwen3-8b-l40s.dgdr.yaml'), 'utf8');
/** MiB of memory that no input may take more than. */
const MEMORY = '--max-old-space-size=768';
/** Of processors, beyond which a call is killed; the slowest input takes a tenth of it. */
const CPU_SECONDS = 60;

const outer = mkdtempSync(join(tmpdir(), 'dgdr-hostile-'));
const repository = join(outer, 'repository');
afterAll(() => rmSync(outer, { recursive: true, force: true }));

/** A fresh repository, with something beside it that nobody may touch. */
function fresh(files: Readonly<Record<string, string | Uint8Array>>): void {
  rmSync(repository, { recursive: true, force: true });
  mkdirSync(repository);
  writeFileSync(join(outer, 'outside.yaml'), SOUND);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(repository, name, '..'), { recursive: true });
    writeFileSync(join(repository, name), content);
  }
}

function call(
  args: readonly string[],
  options: { input?: string | Uint8Array; env?: Record<string, string> } = {},
): BundleRun {
  return runBundle(args, { cwd: repository, node: [MEMORY], cpuSeconds: CPU_SECONDS, ...options });
}

const KNOWN = new RegExp(`\\b(${codesOf('error').join('|')})\\b`);
// biome-ignore lint/suspicious/noControlCharactersInRegex: they move a terminal's cursor or hide what follows
const CONTROL = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/;

/** What every answer keeps: it is a success or has a code, is plain text, and left everything outside alone. */
function expectTame({ status, signal, stdout, stderr }: BundleRun): void {
  expect({ status, signal, stderr }).toEqual({ status: expect.toBeOneOf([0, 1, 2]), signal: null, stderr });
  if (status !== 0) expect(stderr).toMatch(KNOWN);
  expect(stderr).not.toMatch(CONTROL);
  expect(stdout).not.toContain('polluted');
  expect(readdirSync(outer).sort()).toEqual(['outside.yaml', 'repository']);
  expect(readFileSync(join(outer, 'outside.yaml'), 'utf8')).toBe(SOUND);
}

/** Documents of the corpus and the code that `render` ends with; undefined where it renders. */
const REQUESTS: Readonly<Record<string, string | undefined>> = {
  'alias-bomb': 'INPUT_TOO_LARGE',
  'alias-of-itself': 'YAML_INVALID',
  'binary-tag': 'YAML_INVALID',
  'bom-crlf': undefined,
  'duplicate-keys': 'YAML_INVALID',
  'escape-sequences': 'REQUEST_INVALID',
  'helm-template': 'PLACEHOLDER_LEFT',
  'largest-numbers': 'REQUEST_INVALID',
  'merge-keys': undefined,
  'name-leads-out': 'NAME_INVALID',
  'namespace-leads-out': 'NAME_INVALID',
  'not-utf8': 'YAML_INVALID',
  nul: 'YAML_INVALID',
  numbers: 'REQUEST_INVALID',
  'override-name-leads-out': 'NAME_INVALID',
  'override-of-everything': 'REQUEST_INVALID',
  'prototype-in-override': 'ADMISSION_REFUSED',
  'prototype-in-planner': undefined,
  'regex-bait': 'REQUEST_INVALID',
  tags: 'YAML_INVALID',
  'workflow-command': 'REQUEST_INVALID',
};
const LISTS: Readonly<Record<string, string>> = {
  'config-leads-out': 'PATH_OUTSIDE_ROOT',
  'config-prototype': 'CONFIG_INVALID',
  'list-of-nothing': 'RESOURCE_LIST_INVALID',
  'list-truncated': 'YAML_INVALID',
};
const OTHERS = ['lock-leads-nowhere'];

const bytesOf = (name: string): Buffer => readFileSync(join(HOSTILE, `${name}.yaml`));

test('every document of the corpus is tried', () => {
  // What fuzzing kept is a folder: test/fuzz/corpus.test.ts.
  const files = readdirSync(HOSTILE).filter((name) => name !== 'fuzz');
  const names = files.map((name) => name.replace('.yaml', ''));
  expect(names.sort()).toEqual([...Object.keys(REQUESTS), ...Object.keys(LISTS), ...OTHERS].sort());
});

describe('a hostile request', () => {
  test.each(Object.entries(REQUESTS))('%s: render says %s, and no command does more', (name, code) => {
    const bytes = bytesOf(name);
    fresh({ 'q.yaml': bytes });
    const rendered = call(['render', '--output-dir', 'out', 'q.yaml']);
    expectTame(rendered);
    expect(rendered.status).toBe(code === undefined ? 0 : 1);
    if (code !== undefined) expect(rendered.stderr).toContain(`error ${code} `);
    expect(readdirSync(repository).sort()).toEqual(code === undefined ? ['out', 'q.yaml'] : ['q.yaml']);
    for (const args of [['check'], ['lock'], ['argocd', 'generate']]) expectTame(call(args));
    expectTame(call(['render', '-'], { input: bytes }));
    expectTame(call(['function'], { input: bytes }));
  });

  test.each(['json', 'sarif', 'github'])('is no way into a report as %s', (format) => {
    fresh(
      Object.fromEntries(
        ['escape-sequences', 'workflow-command', 'regex-bait'].map((name) => [`${name}.yaml`, bytesOf(name)]),
      ),
    );
    const { status, stderr } = call(['render', '--report', format, '.']);
    expect(status).toBe(1);
    expect(stderr).not.toMatch(CONTROL);
    if (format === 'github')
      expect(
        stderr
          .trimEnd()
          .split('\n')
          .filter((line) => !/^::(error|warning|notice) /.test(line) && !/^\S.*\d/.test(line)),
      ).toEqual([]);
    else expect(() => JSON.parse(stderr)).not.toThrow();
    expect(stderr).not.toMatch(/^::error file=\/etc\/passwd/m);
  });
});

describe('a hostile call of the function', () => {
  test.each(Object.entries(LISTS))('%s ends with %s', (name, code) => {
    fresh({ 'x.yaml': 'a: b\n' });
    symlinkSync(join(outer, 'outside.yaml'), join(repository, 'link.yaml'));
    const answered = call(['function'], { input: bytesOf(name) });
    expectTame(answered);
    expect(answered.status).not.toBe(0);
    expect(answered.stderr).toContain(`error ${code}`);
    expect(answered.stdout).not.toContain('DynamoGraphDeployment\n');
  });
});

describe('hostile files', () => {
  test('a lock that is none of ours', () => {
    fresh({ 'q.yaml': SOUND, 'dgdr.lock.yaml': bytesOf('lock-leads-nowhere') });
    const rendered = call(['render']);
    expectTame(rendered);
    expect(rendered.stderr).toContain('error LOCK_INVALID dgdr.lock.yaml:');
  });

  test.each([
    ['--output-dir', ['render', '--output-dir', 'link', 'q.yaml']],
    ['--output-dir below it', ['render', '--output-dir', 'link/deeper', 'q.yaml']],
  ])('a link out of the repository is no place to write to: %s', (_, args) => {
    fresh({ 'q.yaml': SOUND });
    symlinkSync(outer, join(repository, 'link'));
    const rendered = call(args);
    expectTame(rendered);
    expect(rendered.stderr).toContain('error PATH_OUTSIDE_ROOT');
  });

  test('links out of the folder, in circles and to nothing are not followed, and pipes, sockets and devices not waited for', async () => {
    fresh({ 'q.yaml': SOUND });
    symlinkSync(join(outer, 'outside.yaml'), join(repository, 'out.yaml'));
    symlinkSync(repository, join(repository, 'circle'));
    symlinkSync(join(repository, 'self.yaml'), join(repository, 'self.yaml'));
    symlinkSync('/dev/zero', join(repository, 'zero.yaml'));
    expect(spawnSync('mkfifo', [join(repository, 'pipe.yaml')]).status).toBe(0);
    const server = await new Promise<Server>((done) => {
      const listening = createServer().listen(join(repository, 'socket.yaml'), () => done(listening));
    });
    for (const args of [['render'], ['check'], ['lock'], ['argocd', 'generate'], ['render', '--beside']])
      expectTame(call(args));
    expect(call(['render']).stdout.match(/^kind: DynamoGraphDeployment$/gm)).toHaveLength(1);
    for (const name of ['pipe.yaml', 'zero.yaml', 'self.yaml']) {
      const named = call(['render', name]);
      expectTame(named);
      expect(named.status).toBe(1);
    }
    await new Promise((done) => server.close(done));
  });
});

/** Documents that are made here, since they are large. */
const LARGE: readonly (readonly [string, string])[] = [
  ['collections in collections', SOUND.replace('isl: 1000', `isl: ${'['.repeat(100_000)}`)],
  [
    'mappings in mappings',
    `${SOUND}  features:\n    planner:\n${Array.from({ length: 3000 }, (_, i) => `${' '.repeat(6 + i)}a:\n`).join('')}`,
  ],
  ['a scalar of two mebibytes', SOUND.replace('Qwen/Qwen3-8B', 'x'.repeat(2 ** 21))],
  ['a folded scalar of many lines', SOUND.replace('Qwen/Qwen3-8B', `>\n${'    x\n'.repeat(150_000)}`)],
  ['half a million tokens', `${SOUND}  features:\n    planner: [${'[],'.repeat(200_000)}]\n`],
  [
    'a list of wrong entries',
    `${SOUND}  overrides: {profilingJob: {template: {spec: {tolerations: [${'1,'.repeat(100_000)}]}}}}\n`,
  ],
  [
    'JSON in JSON in an argument',
    `${SOUND.replace('backend: vllm', 'backend: trtllm')}  overrides: {dgd: {apiVersion: nvidia.com/v1alpha1, kind: DynamoGraphDeployment, spec: {services: {TRTLLMWorker: {extraPodSpec: {mainContainer: {args: [--override-engine-args, '${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}']}}}}}}}\n`,
  ],
  ['a hundred thousand documents', `${SOUND}${'---\n'.repeat(100_000)}`],
  [
    'a hundred thousand keys',
    `${SOUND}  features:\n    planner:\n${Array.from({ length: 60_000 }, (_, i) => `      k${i}: 1\n`).join('')}`,
  ],
  ['a hundred thousand anchors', SOUND + Array.from({ length: 50_000 }, (_, i) => `# &a${i} *a${i}\n`).join('')],
];

test.each(LARGE)('%s: a coded error or a graph, in bounded processor time and memory', (_, text) => {
  fresh({ 'q.yaml': text });
  expectTame(call(['render', 'q.yaml']));
  expectTame(call(['render', '-'], { input: text }));
  expectTame(
    call(['function'], {
      input: `apiVersion: config.kubernetes.io/v1\nkind: ResourceList\nitems:\n- ${text.replaceAll('\n', '\n  ')}`,
    }),
  );
});

describe('a broken pack', () => {
  const copy = mkdtempSync(join(tmpdir(), 'dgdr-pack-'));
  const pack = join(copy, 'perfdb/0.10/l40s/vllm-0.22.0.pack');
  const sound = readFileSync(join(ROOT, 'perfdb/0.10/l40s/vllm-0.22.0.pack'));
  beforeAll(() => {
    for (const name of ['dist', 'perfdb', 'package.json']) {
      cpSync(join(ROOT, name), join(copy, name), { recursive: true });
    }
  });
  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  function renderWith(bytes: Uint8Array) {
    writeFileSync(pack, bytes);
    fresh({ 'q.yaml': SOUND });
    const args = [MEMORY, join(copy, 'dist/dgdr-render.mjs'), 'render', 'q.yaml'];
    const { status, stdout, stderr } = spawnSync(...withinCpu(CPU_SECONDS, [process.execPath, ...args]), {
      cwd: repository,
      encoding: 'utf8',
    });
    return { status, stdout, stderr };
  }

  test.each([
    ['is cut off', sound.subarray(0, 1000)],
    ['is empty', sound.subarray(0, 0)],
    ['is something else', Buffer.from(SOUND)],
    [
      'claims a header of four gigabytes',
      Buffer.concat([sound.subarray(0, 12), Buffer.alloc(8, 0xff), sound.subarray(20)]),
    ],
  ])('that %s is PERFDB_INVALID', (_, bytes) => {
    const refused = { status: 1, stdout: '', stderr: expect.stringContaining('error PERFDB_INVALID') };
    expect(renderWith(bytes)).toEqual(refused);
  });

  test.each([0, 0.001, 0.01, 0.1, 0.3, 0.5, 0.7, 0.9, 1])('with a bit turned, %d of the way, it is too', (part) => {
    const bytes = Buffer.from(sound);
    const at = Math.floor((bytes.length - 1) * part);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    const { status, stdout, stderr } = renderWith(bytes);
    expect({ status, stdout, stderr }).toEqual({
      ...{ status: 1, stdout: '' },
      stderr: expect.stringContaining('error PERFDB_INVALID'),
    });
  });
});
