import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { type Run, run } from '../commands/harness.ts';
import { HANGS_MS } from '../support/limits.ts';
import { PLUGIN, writeFiles } from './argocd.ts';
import { wantHost } from './host.ts';
import { EXAMPLES, Sandbox } from './kustomize.ts';

const kustomize = wantHost('kustomize');
const REQUEST = readFileSync(join(EXAMPLES, 'transformer/qwen3-32b.yaml'), 'utf8');

describe.skipIf(kustomize === undefined)('doctor, of the plugin of Argo CD', () => {
  const sandbox = new Sandbox(kustomize ?? '');
  const bin = join(sandbox.dir, 'bin');
  beforeAll(() => symlinkSync(kustomize ?? '', join(bin, 'kustomize')));
  afterAll(() => sandbox.remove());

  let count = 0;
  function doctor(files: Readonly<Record<string, string>>, args = ['--host', 'argocd']): Promise<Run> {
    count += 1;
    const cwd = writeFiles(join(sandbox.dir, `case-${count}`), { '.keep': '', ...files });
    const argv = ['doctor', '--timeout', String(HANGS_MS / 1000), ...args];
    return run(argv, { cwd, env: { PATH: bin, HOME: sandbox.dir } });
  }

  function expectLack({ code, stdout, stderr }: Run, says: string): void {
    const found = [...stderr.matchAll(/^(?:error|warning|info) (\w+)/gm)].map(([, one]) => one);
    expect({ code, stdout, found }).toEqual({ code: 1, stdout: '', found: ['PLUGIN_INCOMPLETE'] });
    expect(stderr).toContain(says);
  }

  const shipped = (file: string): string => readFileSync(join(PLUGIN, file), 'utf8');
  const mount = (name: string, mountPath: string) => ({ name, mountPath });
  const INSTALL = stringify({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'argocd-repo-server' },
    spec: {
      template: {
        spec: {
          containers: [
            {
              name: 'argocd-repo-server',
              image: 'argocd',
              volumeMounts: [mount('plugins', '/home/argocd/cmp-server/plugins'), mount('tmp', '/tmp')],
            },
          ],
          volumes: ['var-files', 'plugins', 'tmp'].map((name) => ({ name, emptyDir: {} })),
        },
      },
    },
  });
  /** An installation with the component as it ships, but for the changes of some files. */
  const installation = (changes: Readonly<Record<string, (text: string) => string>> = {}) => ({
    'kustomization.yaml': 'namespace: argocd\nresources: [install.yaml]\ncomponents: [argocd]\n',
    'install.yaml': `${INSTALL}---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: argocd-cm}\n`,
    ...Object.fromEntries(
      ['kustomization.yaml', 'plugin.yaml', 'repo-server-patch.yaml', 'health.lua'].map((file) => [
        `argocd/${file}`,
        (changes[file] ?? String)(shipped(file)),
      ]),
    ),
  });
  const PATCH = 'repo-server-patch.yaml';
  const NEEDS = 'what Argo CD needs to render requests, all of it in plugin/argocd';

  test('what a build leaves is what the plugin renders, and what that needs is said', async () => {
    const files = { 'kustomization.yaml': 'resources: [q.yaml]\n', 'q.yaml': REQUEST };
    const { code, stdout, stderr } = await doctor(files);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(stderr).toMatch(/^kustomize build \. \(kustomize v5\.7\.1\): 0 graphs, 1 request for the plugin\n/);
    for (const need of [
      NEEDS,
      'that starts /var/run/argocd/argocd-cmp-server',
      'the socket dgdr-render.sock',
      '/home/argocd/cmp-server/config/plugin.yaml, a ConfigManagementPlugin named dgdr-render',
      '[dgdr-render, argocd, generate]',
      'spec.source.plugin.name: dgdr-render',
    ]) {
      expect(stderr).toContain(need);
    }
  });

  test('a plain folder is no build, and rendered all the same', async () => {
    const { code, stderr } = await doctor({ 'q.yaml': REQUEST });
    expect(code).toBe(0);
    expect(stderr).toMatch(
      /^\. has no kustomization; dgdr-render argocd generate in it prints what the plugin renders\n/,
    );
    expect(stderr).toContain(NEEDS);
  });

  test('a folder that is not there is an error', async () => {
    const { code, stderr } = await doctor({}, ['--host', 'argocd', 'gone']);
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining('error INPUT_NOT_FOUND') });
  });

  test('an installation with the component has all of it', async () => {
    const { code, stderr } = await doctor(installation());
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: expect.stringMatching(/: 0 graphs\nthe repo server has what the plugin needs\n$/),
    });
  });

  test('a repo server of the chart is found by its name too', async () => {
    const files = {
      'kustomization.yaml': 'resources: [install.yaml]\n',
      'install.yaml': INSTALL.replace('- name: argocd-', '- name: '),
    };
    expectLack(await doctor(files), 'no sidecar has dgdr-render');
  });

  test('other hosts do not ask for it', async () => {
    const files = installation({ [PATCH]: (text) => text.replace('runAsUser: 999', 'runAsUser: 0') });
    expect(await doctor(files, [])).toMatchObject({ code: 0, stderr: expect.not.stringContaining('repo server') });
  });

  const without = (name: string) => (text: string) =>
    text.replace(new RegExp(` {12}- name: ${name}\\n( {14}.*\\n)+`), '');
  test.each<[string, string, (text: string) => string, string]>([
    [
      'no sidecar',
      'kustomization.yaml',
      (text) => text.replace(/^ *- path: repo-server-patch.*\n/m, ''),
      'no sidecar has dgdr-render',
    ],
    [
      'another program',
      PATCH,
      (text) => text.replace('argocd-cmp-server]', 'other]'),
      'starts "/var/run/argocd/other"',
    ],
    ['the program of the image', PATCH, (text) => text.replace(/ +command: .*\n/, ''), 'starts what its image names'],
    ['no program', PATCH, without('var-files'), 'mounts nothing at /var/run/argocd'],
    ['another user', PATCH, (text) => text.replace('runAsUser: 999', 'runAsUser: 1000'), 'runs as 1000'],
    ['no user', PATCH, (text) => text.replace(/ +runAsUser: .*\n/, ''), 'names no user'],
    [
      'no socket',
      PATCH,
      without('plugins'),
      'shares no volume at /home/argocd/cmp-server/plugins with argocd-repo-server',
    ],
    [
      'no plugin.yaml',
      PATCH,
      without('dgdr-render-plugin'),
      'mounts nothing at /home/argocd/cmp-server/config/plugin.yaml',
    ],
    [
      'a plugin.yaml of another kind',
      'plugin.yaml',
      (text) => text.replace('kind: ConfigManagementPlugin', 'kind: Other'),
      'has a plugin.yaml that is none',
    ],
    [
      'another name',
      'plugin.yaml',
      (text) => text.replace('name: dgdr-render', 'name: render'),
      'makes the socket of "render"',
    ],
    ['a version', 'plugin.yaml', (text) => text.replace('spec:\n', 'spec:\n  version: v1\n'), 'as spec.version is set'],
    [
      'another command',
      'plugin.yaml',
      (text) => text.replace('argocd, generate]', 'render]'),
      'generates with "dgdr-render render"',
    ],
    ['no /tmp', PATCH, without('dgdr-render-tmp'), 'has no /tmp to write to'],
    [
      'the /tmp of the repo server',
      PATCH,
      (text) => text.replace('name: dgdr-render-tmp\n              mount', 'name: tmp\n              mount'),
      'has the /tmp of the repo server',
    ],
  ])('an installation with %s lacks it', async (_, file, change, says) => {
    const files = installation({ [file]: change });
    expect(change(shipped(file))).not.toBe(shipped(file));
    const result = await doctor(files);
    expectLack(result, says);
    expect(result.stderr).toContain('Deployment argocd/argocd-repo-server: ');
  });
});
