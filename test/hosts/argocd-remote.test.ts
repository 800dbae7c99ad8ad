import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runBundle } from '../bundle/bundle.ts';
import { folderWith } from '../commands/harness.ts';
import { wantHost } from './host.ts';

const kustomize = wantHost('kustomize');

/** A server that writes down who asks it, and a git that writes down that it was started. */
const TRAPS = mkdtempSync(join(tmpdir(), 'dgdr-traps-'));
const TRAP_FILES = {
  'server.mjs': `import { appendFileSync, renameSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
const server = createServer((request, response) => {
  appendFileSync('log', request.url + '\\n');
  response.end('apiVersion: v1\\nkind: ConfigMap\\nmetadata: {name: remote}\\n');
}).on('connection', () => appendFileSync('log', 'connection\\n'));
server.listen(0, '127.0.0.1', () => {
  writeFileSync('port.new', server.address().port + ' ' + process.pid);
  renameSync('port.new', 'port');
});
`,
  'bin/git': '#!/bin/sh\necho "git $*" >> "$(dirname "$0")/../log"\nexit 1\n',
};
const LOG = join(TRAPS, 'log');
let port = '';
/** The process in whose namespace the server listens. */
let namespace = '';

/**
 * A network of its own with nothing in it but the server, in which the tool is started beside it. Where the machine lets nobody make
 * one, the server listens on the loopback of the machine, and what it is not asked is all that is seen.
 */
const ALONE = ['unshare', '--map-root-user', '--net', 'sh', '-c', 'ip link set lo up && exec "$@"', 'sh'] as const;
const ENTER = ['nsenter', '--user', '--net', '--preserve-credentials', '--target'] as const;
const canBeAlone =
  spawnSync(ALONE[0], [...ALONE.slice(1), 'true']).status === 0 && spawnSync(ENTER[0], ['--version']).status === 0;
const START: readonly string[] = canBeAlone ? ALONE : [];
const within = (): readonly string[] => (canBeAlone ? [...ENTER, namespace] : []);
let server: ReturnType<typeof spawn> | undefined;

beforeAll(async () => {
  mkdirSync(join(TRAPS, 'bin'));
  for (const [name, text] of Object.entries(TRAP_FILES)) writeFileSync(join(TRAPS, name), text);
  chmodSync(join(TRAPS, 'bin/git'), 0o755);
  if (kustomize !== undefined) symlinkSync(kustomize, join(TRAPS, 'bin/kustomize'));
  const [program, ...args] = [...START, process.execPath, 'server.mjs'] as const;
  server = spawn(program!, args, { cwd: TRAPS, stdio: 'ignore' });
  while (!existsSync(join(TRAPS, 'port'))) await new Promise((done) => setTimeout(done, 20));
  [port, namespace] = readFileSync(join(TRAPS, 'port'), 'utf8').split(' ') as [string, string];
});
afterAll(() => {
  server?.kill();
  rmSync(TRAPS, { recursive: true, force: true });
});

const REQUEST = `apiVersion: nvidia.com/v1beta1
kind: DynamoGraphDeploymentRequest
metadata: {name: x}
spec:
  model: Qwen/Qwen3-0.6B
  backend: vllm
  image: nvcr.io/nvidia/ai-dynamo/dynamo-planner:1.2.1
  hardware: {gpuSku: l40s, totalGpus: 2, numGpusPerNode: 2}
`;
const MAP = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: m}\n';
const WITH_REQUEST = 'resources: [r.yaml]\n';

/** What `argocd generate` says in the folder `app` of a repository, and what the traps saw. */
function generate(files: Readonly<Record<string, string>>, ...options: readonly string[]) {
  const repository = folderWith({ 'app/r.yaml': REQUEST });
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(repository, name)), { recursive: true });
    writeFileSync(join(repository, name), text.replaceAll('PORT', port));
  }
  writeFileSync(LOG, '');
  const env = {
    PATH: `${join(TRAPS, 'bin')}:/usr/bin:/bin`,
    ARGOCD_APP_SOURCE_PATH: 'app',
  };
  const run = runBundle(['argocd', 'generate', ...options], { cwd: join(repository, 'app'), env, within: within() });
  return { ...run, seen: readFileSync(LOG, 'utf8') };
}

const URL = 'http://127.0.0.1:PORT/x.yaml';
const builtin = (kind: string, fields: string): string =>
  `apiVersion: builtin\nkind: ${kind}\nmetadata: {name: b}\n${fields}\n`;

/** The kustomization of the application, with what else it needs. */
type Files = Readonly<Record<string, string>>;
const CASES: readonly (readonly [title: string, kustomization: string, files?: Files])[] = [
  ['a resource', `resources: [r.yaml, '${URL}']\n`],
  ['a resource in capital letters', `resources: [r.yaml, 'HTTP://127.0.0.1:PORT/x.yaml']\n`],
  ['a field in other letters', `${WITH_REQUEST}Bases: ['${URL}']\n`],
  ['a field with a long s', `reſources: [r.yaml, '${URL}']\n`],
  ['a field that is merged in', `commonAnnotations: &a {a: b}\n<<: {resources: [r.yaml, '${URL}']}\n`],
  ['a value behind an alias', `commonAnnotations: {a: &a '${URL}'}\nresources: [r.yaml, *a]\n`],
  ['a component', `${WITH_REQUEST}components: ['${URL}']\n`],
  ['a base', `${WITH_REQUEST}bases: ['${URL}']\n`],
  ['a clone', 'resources: [r.yaml, "git::file:///etc/x?ref=main"]\n'],
  ['a clone by file', 'resources: [r.yaml, "file:///etc/x//y?ref=main"]\n'],
  ['a clone by ssh', 'resources: [r.yaml, "git@127.0.0.1:a/b"]\n'],
  ['a clone by ssh with a slash', 'resources: [r.yaml, "git@127.0.0.1/a/b"]\n'],
  ['a clone by ssh, as an address', 'resources: [r.yaml, "ssh://git@127.0.0.1/a/b"]\n'],
  ['a clone of github', 'resources: [r.yaml, github.com/a/b]\n'],
  ['a clone of github with a colon', 'resources: [r.yaml, "GitHub.com:a/b"]\n'],
  ['a clone as a base', `${WITH_REQUEST}bases: ["https://127.0.0.1:PORT/a/b?ref=v1"]\n`],
  ['a patch', `${WITH_REQUEST}patches: [{path: '${URL}'}]\n`],
  ['a patch as text', `${WITH_REQUEST}patches: ['${URL}']\n`],
  ['a strategic merge', `${WITH_REQUEST}patchesStrategicMerge: ['${URL}']\n`],
  ['a JSON patch', `${WITH_REQUEST}patchesJson6902: [{target: {kind: X, version: v1, name: x}, path: '${URL}'}]\n`],
  ['a replacement', `${WITH_REQUEST}replacements: [{path: '${URL}'}]\n`],
  ['a file of a ConfigMap', `${WITH_REQUEST}configMapGenerator: [{name: c, files: ['${URL}']}]\n`],
  ['a file of a ConfigMap under a key', `${WITH_REQUEST}configMapGenerator: [{name: c, files: ['key=${URL}']}]\n`],
  ['variables of a ConfigMap', `${WITH_REQUEST}configMapGenerator: [{name: c, envs: ['${URL}']}]\n`],
  ['variables of a Secret', `${WITH_REQUEST}secretGenerator: [{name: c, env: '${URL}'}]\n`],
  ['a CRD', `${WITH_REQUEST}crds: ['${URL}']\n`],
  ['a schema', `${WITH_REQUEST}openapi: {path: '${URL}'}\n`],
  ['configurations', `${WITH_REQUEST}configurations: ['${URL}']\n`],
  ['a chart', `${WITH_REQUEST}helmCharts: [{name: c, repo: 'http://127.0.0.1:PORT'}]\n`],
  ['a chart, the older way', `${WITH_REQUEST}helmChartInflationGenerator: [{chartName: c, chartRepoUrl: '${URL}'}]\n`],
  ['a generator', `${WITH_REQUEST}generators: ['${URL}']\n`],
  ['a transformer', `${WITH_REQUEST}transformers: ['${URL}']\n`],
  ['a validator', `${WITH_REQUEST}validators: ['${URL}']\n`],
  [
    'a generator as text',
    `${WITH_REQUEST}generators:\n- |\n  ${builtin('ConfigMapGenerator', `files: ['${URL}']`).replaceAll('\n', '\n  ').trim()}\n`,
  ],
  [
    'the file of a generator',
    `${WITH_REQUEST}generators: [g.yaml]\n`,
    { 'app/g.yaml': builtin('ConfigMapGenerator', `Files: ['${URL}']`) },
  ],
  [
    'the file of a transformer',
    `${WITH_REQUEST}transformers: [t.yaml]\n`,
    { 'app/t.yaml': builtin('PatchTransformer', `path: '${URL}'`) },
  ],
  [
    'a folder of generators',
    `${WITH_REQUEST}generators: [g]\n`,
    {
      'app/g/kustomization.yaml': 'resources: [g.yaml]\n',
      'app/g/g.yaml': builtin('ConfigMapGenerator', `files: ['${URL}']`),
    },
  ],
  [
    'a folder of generators that puts an address together',
    `${WITH_REQUEST}generators: [g]\n`,
    {
      'app/g/kustomization.yaml': `resources: [g.yaml]\npatches: [{patch: '[{op: replace, path: /files/0, value: "${URL}"}]', target: {kind: ConfigMapGenerator}}]\n`,
      'app/g/g.yaml': builtin('ConfigMapGenerator', 'files: [x]'),
    },
  ],
  [
    'a base of a base',
    'resources: [r.yaml, ../base]\n',
    { 'base/kustomization.yml': 'resources: [deep]\n', 'base/deep/Kustomization': `resources: ['${URL}']\n` },
  ],
];
const REMOTE = CASES.map(([title, kustomization, files]) => ({ title, kustomization, files }));

describe.skipIf(kustomize === undefined)('argocd generate', () => {
  test('is looked at in a network that has nothing but the loopback, where a machine lets anybody make one', () => {
    const [program, ...args] = [...within(), 'cat', '/proc/net/dev'];
    const { stdout } = spawnSync(program!, args, { encoding: 'utf8' });
    const names = stdout.match(/^ *\w+:/gm)?.map((name) => name.trim());
    expect(names).toEqual(canBeAlone ? ['lo:'] : expect.arrayContaining(['lo:']));
  });

  test.each(REMOTE)('does not fetch $title', ({ kustomization, files = {} }) => {
    const { status, stdout, stderr, seen } = generate({ 'app/kustomization.yaml': kustomization, ...files });
    expect({ status, stdout, seen }).toEqual({ status: 1, stdout: '', seen: '' });
    expect(stderr).toMatch(/^error REMOTE_REFUSED \S+:\d+ .+\n {2}hint: .*--allow-remote\nnothing was generated/);
  });

  test('fetches it where who runs the sidecar allows that, which these tests would see', () => {
    const fetched = generate({ 'app/kustomization.yaml': `resources: [r.yaml, '${URL}']\n` }, '--allow-remote');
    expect(fetched.stdout).toContain('name: remote');
    expect(fetched.seen).toBe('connection\n/x.yaml\n');
    expect(generate({ 'app/kustomization.yaml': 'resources: ["git@127.0.0.1:a/b"]\n' }, '--allow-remote').seen).toMatch(
      /^git /,
    );
  });

  /** Nothing of it is caught before, so that what holds is that kustomize finds no git. */
  test('has no git for kustomize in any case', () => {
    const { seen, stderr } = generate({ 'app/kustomization.yaml': 'resources: [r.yaml, elsewhere]\n' });
    expect(seen).toBe('');
    expect(stderr).toMatch(/^error INPUT_NOT_FOUND: kustomize build ended with 1: /);
  });

  test.each([
    [
      'texts with addresses',
      {
        'app/kustomization.yaml': `${WITH_REQUEST}configMapGenerator: [{name: c, literals: ['A=${URL}']}]\ncommonAnnotations: {a: '${URL}'}\n`,
      },
    ],
    [
      'images',
      {
        'app/kustomization.yaml': `${WITH_REQUEST}images: [{name: 'a.b:5000/c', newName: 'd.e:5000/f', newTag: '1'}]\n`,
      },
    ],
    [
      'patches as text',
      {
        'app/kustomization.yaml': `${WITH_REQUEST}patches: [{target: {kind: X}, patch: "- op: add\\n  path: /a\\n  value: '${URL}'"}]\n`,
      },
    ],
    [
      'strategic merges as text',
      {
        'app/kustomization.yaml': `resources: [r.yaml, m.yaml]\npatchesStrategicMerge:\n- |\n  apiVersion: v1\n  kind: ConfigMap\n  metadata: {name: m}\n  data: {a: '${URL}'}\n`,
        'app/m.yaml': MAP,
      },
    ],
    [
      'a base beside it',
      {
        'app/kustomization.yaml': 'resources: [r.yaml, ../base]\n',
        'base/kustomization.yaml': 'resources: [m.yaml]\n',
        'base/m.yaml': MAP,
      },
    ],
    [
      'files of generators',
      {
        'app/kustomization.yaml': `${WITH_REQUEST}generators: [g]\n`,
        'app/g/kustomization.yaml': 'resources: [g.yaml]\n',
        'app/g/g.yaml': builtin('ConfigMapGenerator', `literals: ['A=${URL}']`),
      },
    ],
  ])('builds %s', (_, files) => {
    const { status, stdout, stderr, seen } = generate(files);
    expect({ status, stderr, seen }).toMatchObject({ status: 0, seen: '' });
    expect(stdout).toContain('kind: DynamoGraphDeployment\n');
  });

  test.each([
    ['a folder above the repository', '../../other'],
    ['a link out of the repository', 'link'],
    ['a way through a link', 'link/../other'],
  ])('does not build %s', (_, way) => {
    const other = folderWith({ 'other/kustomization.yaml': 'resources: [m.yaml]\n', 'other/m.yaml': MAP });
    const repository = join(other, 'copy');
    mkdirSync(join(repository, 'app'), { recursive: true });
    symlinkSync(join(other, 'other'), join(repository, 'app/link'));
    writeFileSync(join(repository, 'app/kustomization.yaml'), `resources: [r.yaml, '${way}']\n`);
    writeFileSync(join(repository, 'app/r.yaml'), REQUEST);
    const env = { PATH: `${join(TRAPS, 'bin')}:/usr/bin:/bin`, ARGOCD_APP_SOURCE_PATH: 'app' };
    const { status, stdout, stderr } = runBundle(['argocd', 'generate'], {
      cwd: join(repository, 'app'),
      env,
      within: within(),
    });
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    // The last one is a folder of the application by its name, which is not there.
    expect(stderr).toMatch(
      /^error (PATH_OUTSIDE_ROOT kustomization\.yaml:1 resources: "|INPUT_NOT_FOUND: kustomize build ended)/,
    );
  });

  test('reads no kustomization through a link out of the repository', () => {
    const outside = folderWith({ 'other/private.yaml': 'a: *secretword\n' });
    const app = join(outside, 'copy/app');
    mkdirSync(app, { recursive: true });
    writeFileSync(join(app, 'r.yaml'), REQUEST);
    symlinkSync(join(outside, 'other/private.yaml'), join(app, 'kustomization.yaml'));
    const env = { PATH: `${join(TRAPS, 'bin')}:/usr/bin:/bin`, ARGOCD_APP_SOURCE_PATH: 'app' };
    const { status, stdout, stderr } = runBundle(['argocd', 'generate'], { cwd: app, env, within: within() });
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(/^error PATH_OUTSIDE_ROOT/);
    expect(stderr).not.toContain('secretword');
  });

  test.each([
    ['that is no YAML', 'resources: [', 'YAML_INVALID'],
    ['with a field twice', `${WITH_REQUEST}resources: ['${URL}']\n`, 'YAML_INVALID'],
    ['with hidden text', 'resources: [r.yaml, !!binary aHR0cDovLzEyNy4wLjAuMS94]\n', 'YAML_INVALID'],
    ['that is too large', `${WITH_REQUEST}${'# a\n'.repeat(300_000)}`, 'INPUT_TOO_LARGE'],
  ])('refuses a kustomization %s before kustomize reads it', (_, kustomization, code) => {
    const { status, stderr, seen } = generate({ 'app/kustomization.yaml': kustomization });
    expect({ status, seen }).toEqual({ status: 1, seen: '' });
    expect(stderr).toMatch(new RegExp(`^error ${code} kustomization\\.yaml`));
  });
});
