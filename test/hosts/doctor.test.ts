import { existsSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { stringify } from 'yaml';
import { type Run, run } from '../commands/harness.ts';
import { HANGS_MS } from '../support/limits.ts';
import { writeFiles } from './argocd.ts';
import { wantHost } from './host.ts';
import { EXAMPLES, Sandbox } from './kustomize.ts';

const kustomize = wantHost('kustomize');
const kubectl = wantHost('kubectl');

const read = (file: string): string => readFileSync(join(EXAMPLES, file), 'utf8');
const REQUEST = read('transformer/qwen3-32b.yaml');
const RENDER = read('transformer/render.yaml');
const GRAPHS = read('generator/graphs.yaml');
/** A config with another function. */
const withFunction = (declaration: object, config = RENDER): string =>
  config.replace(/exec:\n +path: dgdr-render-function/, JSON.stringify(declaration));
const withPath = (path: string): string => withFunction({ exec: { path } });
const kustomization = (lines: object): string => stringify(lines);

const PLAIN = kustomization({ resources: ['q.yaml'], transformers: ['render.yaml'] });
const TRANSFORMER = { 'kustomization.yaml': PLAIN, 'q.yaml': REQUEST, 'render.yaml': RENDER };
const GENERATOR = {
  'kustomization.yaml': kustomization({ generators: ['graphs.yaml'] }),
  'graphs.yaml': GRAPHS,
  'requests/q.yaml': REQUEST,
};
const ALL_FLAGS = ['--enable-alpha-plugins', '--enable-exec'];

interface Case {
  readonly title: string;
  readonly files: Readonly<Record<string, string>>;
  /** Folder that is built, below the sandbox. */
  readonly folder?: string;
  readonly args?: readonly string[];
  readonly flags?: readonly string[];
  /** Every finding, as its code, and a part of what is said. */
  readonly codes: readonly string[];
  readonly says: readonly (string | RegExp)[];
}

describe.skipIf(kustomize === undefined)('doctor, with a real kustomize', () => {
  const sandbox = new Sandbox(kustomize ?? '');
  const bin = join(sandbox.dir, 'bin');
  beforeAll(() => {
    symlinkSync(kustomize ?? '', join(bin, 'kustomize'));
    symlinkSync(process.execPath, join(bin, 'node'));
  });
  afterAll(() => sandbox.remove());

  let count = 0;
  /** Calls doctor on files of their own; nothing but kustomize, Node and the function is on the PATH. */
  async function doctor(
    { files, folder = '.', args = [], flags = [] }: Pick<Case, 'files' | 'folder' | 'args' | 'flags'>,
    env: Readonly<Record<string, string>> = {},
  ): Promise<Run & { readonly cwd: string }> {
    count += 1;
    const cwd = writeFiles(join(sandbox.dir, `case-${count}`), files);
    const limit = args.includes('--timeout') ? [] : ['--timeout', String(HANGS_MS / 1000)];
    const argv = ['doctor', ...limit, ...args, folder, ...(flags.length > 0 ? ['--', ...flags] : [])];
    return { ...(await run(argv, { cwd, env: { PATH: bin, HOME: sandbox.dir, ...env } })), cwd };
  }

  function expectFindings({ code, stdout, stderr }: Run, { codes, says }: Pick<Case, 'codes' | 'says'>): void {
    const found = [...stderr.matchAll(/^(?:error|warning|info) (\w+)/gm)].map(([, one]) => one);
    expect({ code, stdout, found }).toEqual({ code: 1, stdout: '', found: codes });
    for (const text of says) expect(stderr).toMatch(text);
  }

  test.each([
    ['a transformer', TRANSFORMER, '1 graph'],
    ['a generator', GENERATOR, '1 graph'],
    [
      'two bases, a component and a config that is written out',
      {
        'kustomization.yaml': kustomization({
          resources: ['a', 'b'],
          components: ['kv-routing'],
          transformers: [RENDER],
        }),
        'a/kustomization.yaml': 'resources: [q.yaml]\n',
        'a/q.yaml': REQUEST,
        'b/kustomization.yaml': 'nameSuffix: -b\nresources: [q.yaml]\n',
        'b/q.yaml': REQUEST,
        'kv-routing/kustomization.yaml': read('kv-routing/kustomization.yaml'),
      },
      '2 graphs',
    ],
    [
      'a request for review only',
      { ...TRANSFORMER, 'q.yaml': REQUEST.replace('spec:\n', 'spec:\n  autoApply: false\n') },
      '0 graphs',
    ],
  ])('%s with both flags is fine', async (_, files, graphs) => {
    const { code, stdout, stderr } = await doctor({ files, flags: ALL_FLAGS });
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(stderr).toBe(
      `kustomize build --enable-alpha-plugins --enable-exec . (kustomize v5.7.1): ${graphs}\n` +
        'hosts differ; ask for yours with --host kubectl, argocd, flux\n',
    );
  });

  const CASES: readonly Case[] = [
    {
      title: 'without --enable-exec a generator comes to nothing',
      files: GENERATOR,
      flags: ['--enable-alpha-plugins'],
      codes: ['FUNCTION_SKIPPED'],
      says: [
        'graphs.yaml:5 metadata.annotations: without --enable-exec the function is not started and the build succeeds with 0 graphs; with --enable-exec it succeeds with 1 graph\n',
        'hint: build with --enable-exec\n',
      ],
    },
    {
      title: 'without --enable-exec a request of a transformer stays a request',
      files: TRANSFORMER,
      flags: ['--enable-alpha-plugins', '--enable-exec=false'],
      codes: ['FUNCTION_SKIPPED'],
      says: [
        'without --enable-exec the function is not started and the build succeeds with 0 graphs; with --enable-exec it',
      ],
    },
    {
      title: 'without any flag the build fails',
      files: TRANSFORMER,
      codes: ['FUNCTION_SKIPPED'],
      says: [
        'the build fails; with --enable-alpha-plugins --enable-exec it succeeds with 1 graph',
        'hint: build with --enable-alpha-plugins --enable-exec\n',
      ],
    },
    {
      title: 'Argo CD takes its flags from argocd-cm',
      files: TRANSFORMER,
      args: ['--host', 'argocd'],
      codes: ['FUNCTION_SKIPPED'],
      says: ['set in argocd-cm kustomize.buildOptions: --enable-alpha-plugins --enable-exec\n'],
    },
    {
      title: 'Flux runs no functions',
      files: TRANSFORMER,
      args: ['--host', 'flux'],
      codes: ['FUNCTION_SKIPPED'],
      says: ['Flux runs no functions', 'hint: commit what the build prints'],
    },
    {
      title: 'a config among the resources starts nothing',
      files: { ...TRANSFORMER, 'kustomization.yaml': kustomization({ resources: ['q.yaml', 'render.yaml'] }) },
      flags: ALL_FLAGS,
      codes: ['FUNCTION_SKIPPED'],
      says: ['render.yaml:5 metadata.annotations: RenderDGDR render is listed under resources:'],
    },
    {
      title: 'a program that is not on the PATH',
      files: { ...TRANSFORMER, 'render.yaml': withPath('dgdr-render-fn') },
      flags: ALL_FLAGS,
      codes: ['FUNCTION_NOT_STARTED'],
      says: ['dgdr-render-fn is not on the PATH', 'hint: write path: dgdr-render-function'],
    },
    {
      title: 'a program that is nowhere',
      files: { ...TRANSFORMER, 'render.yaml': withPath('./plugin/fn') },
      flags: ALL_FLAGS,
      codes: ['FUNCTION_NOT_STARTED'],
      says: [/: there is no plugin\/fn\n/],
    },
    {
      title: 'a program without the permission to execute',
      files: { ...TRANSFORMER, 'render.yaml': withPath('./plugin/fn'), 'plugin/fn': '// no program yet\n' },
      flags: ALL_FLAGS,
      codes: ['FUNCTION_NOT_STARTED'],
      says: ['plugin/fn may not be executed: its mode is 644', 'git update-index --chmod=+x plugin/fn'],
    },
    {
      title: 'a program whose interpreter is missing',
      files: { ...TRANSFORMER, 'render.yaml': withPath('./plugin/fn'), 'plugin/fn': '#!/opt/no/node\n' },
      flags: ALL_FLAGS,
      codes: ['FUNCTION_NOT_STARTED'],
      says: ['plugin/fn needs /opt/no/node, which is not there'],
    },
    {
      title: 'a program whose interpreter is not on the PATH',
      files: { ...TRANSFORMER, 'render.yaml': withPath('./plugin/fn'), 'plugin/fn': '#!/usr/bin/env deno\n' },
      flags: ALL_FLAGS,
      codes: ['FUNCTION_NOT_STARTED'],
      says: ['plugin/fn needs deno, which is not on the PATH'],
    },
    {
      title: 'Argo CD takes modes away',
      files: { ...TRANSFORMER, 'render.yaml': withPath('./fn'), fn: '#!/bin/sh\ncat\n' },
      args: ['--host', 'argocd'],
      flags: ALL_FLAGS,
      codes: ['FUNCTION_NOT_STARTED'],
      says: ['Argo CD takes the permission to execute away from files'],
    },
    {
      title: 'a config of ../shared whose program is beside it',
      files: {
        'app/kustomization.yaml': kustomization({ resources: ['q.yaml'], transformers: ['../shared'] }),
        'app/q.yaml': REQUEST,
        'shared/kustomization.yaml': 'resources: [render.yaml]\n',
        'shared/render.yaml': withPath('./plugin/fn'),
        'shared/plugin/fn': '#!/bin/sh\n',
      },
      folder: 'app',
      flags: ALL_FLAGS,
      codes: ['FUNCTION_NOT_STARTED'],
      says: [
        'shared/render.yaml:5 ',
        'there is no app/plugin/fn; there is shared/plugin/fn, but a path starts at the kustomization that lists the config',
      ],
    },
    {
      title: 'a config of ../shared that is no folder',
      files: {
        'app/kustomization.yaml': kustomization({ resources: ['q.yaml'], transformers: ['../shared/render.yaml'] }),
        'app/q.yaml': REQUEST,
        'shared/render.yaml': RENDER,
      },
      folder: 'app',
      flags: ALL_FLAGS,
      codes: ['BUILD_FAILED'],
      says: ['is not in or below', 'hint: move the config below the folder, or give its own folder a kustomization'],
    },
    {
      title: 'a misspelt annotation',
      files: { ...TRANSFORMER, 'render.yaml': RENDER.replace('kubernetes.io/function', 'kubernetes.io/functions') },
      flags: ALL_FLAGS,
      codes: ['FUNCTION_INVALID'],
      says: [
        'render.yaml:6 ',
        'kustomize does not read the annotation config.kubernetes.io/functions',
        'hint: write config',
      ],
    },
    {
      title: 'a misspelt form',
      files: { ...TRANSFORMER, 'render.yaml': withFunction({ exce: { path: 'dgdr-render-function' } }) },
      flags: ALL_FLAGS,
      codes: ['FUNCTION_INVALID'],
      says: ['a function has no exce; kustomize 5 refuses it', 'hint: write exec\n'],
    },
    {
      title: 'a misspelt member',
      files: { ...TRANSFORMER, 'render.yaml': withFunction({ exec: { paht: 'dgdr-render-function' } }) },
      flags: ALL_FLAGS,
      codes: ['FUNCTION_INVALID'],
      says: ['a function has no exec.paht', 'hint: write path\n'],
    },
    {
      title: 'a config without a function',
      files: { ...TRANSFORMER, 'render.yaml': RENDER.replace(/ {2}annotations:[\s\S]*(?=spec:)/, '') },
      flags: ALL_FLAGS,
      codes: ['FUNCTION_INVALID'],
      says: ['RenderDGDR render names no function, and there is no exec plugin of its kind'],
    },
    {
      title: 'a container without docker',
      files: { ...TRANSFORMER, 'render.yaml': withFunction({ container: { image: 'registry.example.com/x:1' } }) },
      flags: ['--enable-alpha-plugins'],
      codes: ['FUNCTION_NOT_STARTED'],
      says: ['docker is not on the PATH'],
    },
    {
      title: 'a container in Argo CD',
      files: { ...TRANSFORMER, 'render.yaml': withFunction({ container: { image: 'registry.example.com/x:1' } }) },
      args: ['--host', 'argocd'],
      codes: ['FUNCTION_SKIPPED'],
      says: ['the repo server of Argo CD has no docker'],
    },
    {
      title: 'requests that nothing renders',
      files: { 'kustomization.yaml': 'resources: [q.yaml]\n', 'q.yaml': REQUEST },
      flags: ALL_FLAGS,
      codes: ['REQUEST_LEFT'],
      says: ['DynamoGraphDeploymentRequest qwen3-32b: the request is not rendered'],
    },
    {
      title: 'a request that comes out beside its graph',
      files: {
        ...GENERATOR,
        'kustomization.yaml': kustomization({ resources: ['requests/q.yaml'], generators: ['graphs.yaml'] }),
      },
      flags: ALL_FLAGS,
      codes: ['REQUEST_EMITTED'],
      says: ['the request stands beside the graph qwen3-32b-dgd that is rendered from it'],
    },
    {
      title: 'a request that is its own generator and a resource too',
      files: {
        'kustomization.yaml': kustomization({ resources: ['q.yaml'], generators: ['q.yaml'] }),
        'q.yaml': read('own-generator/qwen3-32b.yaml'),
      },
      flags: ALL_FLAGS,
      codes: ['BUILD_FAILED'],
      says: ['hint: a request that is its own generator stands under generators: alone'],
    },
    {
      title: 'a prefix without names.yaml',
      files: {
        ...GENERATOR,
        'kustomization.yaml': kustomization({ namePrefix: 'a-', generators: ['graphs.yaml'] }),
        'requests/q.yaml': `${REQUEST}  features: {planner: {optimization_target: sla}}\n`,
      },
      flags: ALL_FLAGS,
      codes: ['REFERENCE_DANGLING'],
      says: [
        /DynamoGraphDeployment a-qwen3-32b-dgd: ConfigMap (planner-config-\w{8}) is mounted, which the stream has as a-\1/,
        'list names.yaml of plugin/kustomize under configurations:',
      ],
    },
    {
      title: 'a prefix that makes names too long',
      files: {
        ...GENERATOR,
        'kustomization.yaml': kustomization({
          namePrefix: 'a-very-long-prefix-of-a-team-',
          generators: ['graphs.yaml'],
        }),
      },
      flags: ALL_FLAGS,
      codes: ['NAME_TOO_LONG'],
      says: ['shorten the name, or the prefix or suffix it was built with'],
    },
    {
      title: 'a request that fails is the failure of the build',
      files: { ...TRANSFORMER, 'q.yaml': REQUEST.replace('ttft: 1000', 'ttft: -1') },
      flags: ALL_FLAGS,
      codes: ['BUILD_FAILED'],
      says: [/kustomize build \. ended with 1: error SLA_INVALID .*spec\.sla\.ttft: /],
    },
    {
      title: 'a broken kustomization',
      files: { 'kustomization.yaml': 'resources: [gone.yaml]\n' },
      codes: ['BUILD_FAILED'],
      says: ['gone.yaml'],
    },
    {
      title: 'a folder without a kustomization',
      files: { 'q.yaml': REQUEST },
      codes: ['INPUT_NOT_FOUND'],
      says: ['there is no kustomization in .\n'],
    },
  ];

  test.each(CASES)('$title: $codes', async (one) => {
    expectFindings(await doctor(one), one);
  });

  test('findings are reported in every format', async () => {
    const { stderr } = await doctor({ files: TRANSFORMER, args: ['--report', 'json'] });
    expect(JSON.parse(stderr)).toMatchObject([
      { severity: 'error', code: 'FUNCTION_SKIPPED', file: 'render.yaml', line: 5, path: 'metadata.annotations' },
    ]);
  });

  test('docker that cannot be reached', async () => {
    const says = 'Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?';
    const files = {
      ...TRANSFORMER,
      'render.yaml': withFunction({ container: { image: 'registry.example.com/x:1' } }),
      'bin/docker': `#!/bin/sh\necho 'docker: ${says}' >&2\nexit 125\n`,
    };
    const env = { PATH: [join(sandbox.dir, `case-${count + 1}`, 'bin'), bin].join(delimiter) };
    expectFindings(await doctor({ files, flags: ['--enable-alpha-plugins'] }, env), {
      codes: ['FUNCTION_NOT_STARTED'],
      says: [`docker does not start registry.example.com/x:1: ${says}\n`],
    });
  });

  test('an exec plugin is found in its home and held to the same rules', async () => {
    const files = {
      ...TRANSFORMER,
      'render.yaml': RENDER.replace(/ {2}annotations:[\s\S]*(?=spec:)/, ''),
      'home/dgdr-render.dev/v1alpha1/renderdgdr/RenderDGDR': '// no program\n',
    };
    const env = { KUSTOMIZE_PLUGIN_HOME: join(sandbox.dir, `case-${count + 1}`, 'home') };
    expectFindings(await doctor({ files, flags: ['--enable-alpha-plugins'] }, env), {
      codes: ['FUNCTION_NOT_STARTED'],
      says: ['renderdgdr/RenderDGDR may not be executed: its mode is 644'],
    });
  });

  test.each([
    ['v4.5.7', 'ignores what it does not know in a function'],
    ['v6.0.0', 'is newer than any that was tried'],
  ])('kustomize %s is a warning', async (release, says) => {
    const files = {
      ...TRANSFORMER,
      'bin/kustomize': `#!/bin/sh\n[ "$1" = version ] && echo ${release} || exec ${kustomize} "$@"\n`,
    };
    const env = { PATH: [join(sandbox.dir, `case-${count + 1}`, 'bin'), bin].join(delimiter) };
    const { code, stderr } = await doctor({ files, flags: ALL_FLAGS }, env);
    expect(code).toBe(0);
    expect(stderr).toContain(`warning KUSTOMIZE_UNTRIED: kustomize ${release} ${says}`);
  });

  describe('programs of others', () => {
    const other = (declaration: object): string =>
      withFunction(declaration).replace('RenderDGDR', 'Other').replace('dgdr-render.dev', 'example.com');
    const stranger = (config: string, program = ': >"$0.started"\nexec /bin/cat\n') => ({
      ...TRANSFORMER,
      'kustomization.yaml': kustomization({ resources: ['q.yaml'], transformers: ['render.yaml', 'other.yaml'] }),
      'other.yaml': config,
      'plugin/other': `#!/bin/sh\n${program}`,
    });
    const OTHER = other({ exec: { path: './plugin/other' } });

    test.each([
      ['a program of the repository', './plugin/other', stranger(OTHER)],
      [
        'variables that could make another program of it',
        'dgdr-render-function',
        { ...TRANSFORMER, 'render.yaml': withFunction({ exec: { path: 'dgdr-render-function', envs: ['A=b'] } }) },
      ],
      [
        'a container',
        'registry.example.com/x:1',
        stranger(other({ container: { image: 'registry.example.com/x:1' } })),
      ],
      [
        'what another repository names',
        'what other repositories or generated configs name',
        {
          ...TRANSFORMER,
          'kustomization.yaml': kustomization({ resources: ['q.yaml'], transformers: ['render.yaml', 'gone'] }),
        },
      ],
    ])('are not started without their flags: %s', async (_, named, files) => {
      const result = await doctor({ files });
      expect(result.stderr).toContain(
        `with --enable-alpha-plugins --enable-exec was not tried, as it would start ${named} too`,
      );
      expect(existsSync(join(result.cwd, 'plugin/other.started'))).toBe(false);
    });

    test('are started with them, as the user builds', async () => {
      const { code, cwd } = await doctor({ files: stranger(OTHER), flags: ALL_FLAGS });
      expect({ code, isStarted: existsSync(join(cwd, 'plugin/other.started')) }).toEqual({ code: 0, isStarted: true });
    });

    test('a build that does not end is ended, with what it started', async () => {
      const files = stranger(OTHER, 'echo $$ >"$0.pid"\nexec /bin/sleep 600\n');
      const started = (cwd: string): string => join(cwd, 'plugin/other.pid');
      // However slow the machine is, some limit leaves the build the time to start what does not end.
      for (let seconds = 5; ; seconds *= 4) {
        const result = await doctor({ files, args: ['--timeout', String(seconds)], flags: ALL_FLAGS });
        const says = [`kustomize build . did not end within ${seconds} s`];
        expectFindings(result, { codes: ['BUILD_FAILED'], says });
        if (!existsSync(started(result.cwd))) continue;
        const pid = readFileSync(started(result.cwd), 'utf8').trim();
        await vi.waitFor(() => expect(isAlive(pid)).toBe(false), HANGS_MS);
        break;
      }
    });

    test('output without an end is cut off', async () => {
      const files = stranger(OTHER, 'exec /usr/bin/yes >&2\n');
      const result = await doctor({ files, flags: ALL_FLAGS });
      expectFindings(result, { codes: ['BUILD_FAILED'], says: ['printed more than 33554432 bytes'] });
    });
  });

  describe.skipIf(kubectl === undefined)('with kubectl', () => {
    const env = { PATH: [bin, dirname(kubectl ?? ''), process.env.PATH ?? ''].join(delimiter) };

    test('exec functions are never started', async () => {
      const args = ['--host', 'kubectl'];
      expectFindings(await doctor({ files: TRANSFORMER, args, flags: ['--enable-alpha-plugins'] }, env), {
        codes: ['FUNCTION_SKIPPED'],
        says: ['kubectl starts no exec functions, with whatever flags'],
      });
    });

    test('an exec plugin renders', async () => {
      const files = { ...TRANSFORMER, 'render.yaml': RENDER.replace(/ {2}annotations:[\s\S]*(?=spec:)/, '') };
      const home = join(sandbox.dir, 'plugins');
      const plugin = join(home, 'dgdr-render.dev/v1alpha1/renderdgdr');
      writeFiles(plugin, { '.keep': '' });
      symlinkSync(join(bin, 'dgdr-render-function'), join(plugin, 'RenderDGDR'));
      const options = { files, args: ['--host', 'kubectl'], flags: ['--enable-alpha-plugins'] };
      const { code, stderr } = await doctor(options, { ...env, KUSTOMIZE_PLUGIN_HOME: home });
      expect({ code, stderr }).toEqual({
        code: 0,
        stderr: expect.stringMatching(
          /^kubectl kustomize --enable-alpha-plugins \. \(kustomize v5\.\d+\.\d+\): 1 graph\n/,
        ),
      });
    });
  });
});

/** Whether a process is there and is not merely waiting to be buried. */
function isAlive(pid: string): boolean {
  const path = `/proc/${pid}/stat`;
  return statSync(path, { throwIfNoEntry: false }) !== undefined && !/^\d+ \(.*\) Z/.test(readFileSync(path, 'utf8'));
}
