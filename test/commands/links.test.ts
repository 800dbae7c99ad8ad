import { cpSync, lstatSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith, graph, MARKING_STREET, type Run, request, run } from './harness.ts';

const SECRET = 'secretword';
/** What a file outside would say of itself in an error about it: an alias, an unknown key, a name. */
const OUTSIDE = `a: *${SECRET}\n${SECRET}: 1\nkind: ${SECRET}\n`;

/** A folder `work` with a request, links to what is outside of it, and what is there. */
function workWith(links: Readonly<Record<string, string>>, files: Readonly<Record<string, string>> = {}): string {
  const inside = Object.entries({ 'q.yaml': request('q'), ...files }).map(([name, text]) => [`work/${name}`, text]);
  const outer = folderWith({ ...Object.fromEntries(inside), 'outside/secret': OUTSIDE, 'outside/q.yaml': OUTSIDE });
  for (const [name, target] of Object.entries(links)) {
    mkdirSync(dirname(join(outer, 'work', name)), { recursive: true });
    symlinkSync(target, join(outer, 'work', name));
  }
  return join(outer, 'work');
}

const listOf = (spec: string): string =>
  `apiVersion: config.kubernetes.io/v1\nkind: ResourceList\nitems: []\nfunctionConfig:\n  apiVersion: dgdr-render.dev/v1alpha1\n  kind: RenderDGDR\n  metadata: {name: render}\n  spec: ${spec}\n`;
const generate = (cwd: string, spec = '{requests: [q.yaml]}') => run(['function'], { cwd, stdin: listOf(spec) });

/** Every way to render what stands in a folder. */
const WAYS: Readonly<Record<string, (cwd: string) => Promise<Run>>> = {
  render: (cwd) => run(['render'], { cwd }),
  'render q.yaml': (cwd) => run(['render', 'q.yaml'], { cwd }),
  'render --beside': (cwd) => run(['render', '--beside'], { cwd }),
  'render --output-dir': (cwd) => run(['render', '--output-dir', 'graphs'], { cwd }),
  check: (cwd) => run(['check'], { cwd }),
  lock: (cwd) => run(['lock'], { cwd }),
  'argocd generate': (cwd) => run(['argocd', 'generate'], { cwd }),
  function: (cwd) => generate(cwd),
};

describe('a lock that a link leads out of the folder to is not read', () => {
  test.each(Object.keys(WAYS))('%s', async (way) => {
    for (const target of ['../outside/secret', '/proc/self/environ']) {
      const cwd = workWith({ 'dgdr.lock.yaml': target });
      const { code, stdout, stderr } = await WAYS[way]!(cwd);
      expect(code).toBe(1);
      expect(stderr).toMatch(/^error PATH_OUTSIDE_ROOT dgdr\.lock\.yaml: the link leads out of/m);
      expect(stderr).not.toContain('LINK_SKIPPED');
      expect(stdout + stderr).not.toContain(SECRET);
      expect(stdout).not.toContain('kind: DynamoGraphDeployment\n');
      expect(lstatSync(join(cwd, 'dgdr.lock.yaml')).isSymbolicLink()).toBe(true);
    }
  });

  test('nor one that leads to nothing taken for none', async () => {
    const { code, stderr } = await run(['render'], { cwd: workWith({ 'dgdr.lock.yaml': 'gone.yaml' }) });
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: expect.stringMatching(/^error INPUT_NOT_FOUND dgdr\.lock\.yaml: the link leads to nothing: ENOENT\n/),
    });
  });

  test('and a link to a lock in the folder is one', async () => {
    const cwd = workWith({ 'dgdr.lock.yaml': 'locks/a.yaml' }, { 'locks/a.yaml': 'kind: Other\napiVersion: v1\n' });
    const { stderr } = await run(['render', 'q.yaml'], { cwd });
    expect(stderr).toMatch(/^error LOCK_INVALID dgdr\.lock\.yaml: there is no ProfileLock/);
  });
});

describe('what a link leads out of the folder to is neither read nor written', () => {
  const OUT = 'PATH_OUTSIDE_ROOT';
  test.each([
    { title: 'a request', links: { 'r.yaml': '../outside/q.yaml' }, argv: ['render', 'r.yaml'] },
    { title: 'the folder of a request', links: { a: '../outside' }, argv: ['render', 'a/q.yaml'] },
    { title: 'a folder of requests', links: { a: '../outside' }, argv: ['render', 'a'] },
    { title: 'a folder of a glob', links: { a: '../outside' }, argv: ['render', 'a/*.yaml'] },
    { title: 'a committed graph', links: { 'q.dgd.yaml': '../outside/secret' }, argv: ['check', 'q.yaml'] },
    {
      title: 'a committed graph of a folder',
      links: { 'graphs/default-q-dgd.yaml': '../../outside/secret' },
      argv: ['check', 'q.yaml', '--output-dir', 'graphs'],
    },
    {
      title: 'a folder of graphs',
      links: { graphs: '../outside' },
      argv: ['check', 'q.yaml', '--output-dir', 'graphs'],
    },
    {
      title: 'a graph that may be left over',
      links: { 'p.dgd.yaml': '../outside/secret' },
      argv: ['render', '--prune', 'q.yaml'],
    },
    {
      title: 'a graph of a folder that may be left over',
      links: { 'graphs/x.yaml': '../../outside/secret' },
      argv: ['render', '--prune', '--output-dir', 'graphs', 'q.yaml'],
    },
    {
      title: 'an earlier rendering',
      links: { 'old.yaml': '../outside/secret' },
      argv: ['render', '--previous', 'old.yaml', 'q.yaml'],
    },
    {
      title: 'one of a folder of earlier renderings',
      links: { 'old/x.yaml': '../../outside/secret' },
      argv: ['render', '--previous', 'old', 'q.yaml'],
    },
    {
      title: 'a folder of earlier renderings',
      links: { old: '../outside' },
      argv: ['render', '--previous', 'old', 'q.yaml'],
    },
    {
      title: 'the configuration of a model',
      links: { 'm.json': '../outside/secret' },
      argv: ['render', '--model-config', 'a/b=m.json', 'q.yaml'],
    },
    {
      title: 'the folder of a configuration',
      links: { m: '../outside' },
      argv: ['profile', '--model-config', 'a/b=m', 'q.yaml'],
    },
    {
      title: 'what stands beside a configuration',
      links: { 'm/hf_quant_config.json': '../../outside/secret' },
      argv: ['render', '--model-config', 'a/b=m', 'q.yaml'],
    },
    {
      title: 'a report',
      links: { 'r.json': '../outside/secret' },
      argv: ['check', '--report-file', 'r.json', 'q.yaml'],
    },
    {
      title: 'the folder of a report',
      links: { reports: '../outside' },
      argv: ['check', '--report-file', 'reports/r.json', 'q.yaml'],
    },
    { title: 'the folder of a lock', links: { a: '../outside' }, argv: ['lock', 'a/q.yaml'] },
    {
      title: 'the config of an exec plugin',
      links: { 'config.yaml': '../outside/secret' },
      argv: ['function', 'config.yaml'],
    },
  ])('$title', async ({ links, argv }) => {
    const model = { 'm/config.json': '{"architectures": ["X"]}' };
    const cwd = workWith(links as unknown as Record<string, string>, 'm' in links ? {} : model);
    const { code, stdout, stderr } = await run(argv, { cwd });
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining(`error ${OUT}`) });
    expect(stdout + stderr).not.toContain(SECRET);
    expect(readFileSync(join(cwd, '../outside/secret'), 'utf8')).toBe(OUTSIDE);
    expect(readFileSync(join(cwd, '../outside/q.yaml'), 'utf8')).toBe(OUTSIDE);
  });

  test('a model of an application or a function config', async () => {
    const cwd = workWith({ 'm.json': '../outside/secret' });
    const set = JSON.stringify([{ name: 'model-config', map: { 'a/b': 'm.json' } }]);
    const runs = [
      await run(['argocd', 'init'], { cwd, env: { ARGOCD_APP_PARAMETERS: set } }),
      await run(['argocd', 'generate'], { cwd, env: { ARGOCD_APP_PARAMETERS: set } }),
      await generate(cwd, '{requests: [q.yaml], models: [{id: a/b, config: m.json}]}'),
    ];
    for (const { code, stdout, stderr } of runs) {
      expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining('error PATH_OUTSIDE_ROOT') });
      expect(stdout + stderr).not.toContain(SECRET);
    }
  });

  test.each([
    { file: 'q.dgd.yaml', argv: ['render', '--beside', 'q.yaml'] },
    { file: 'graphs/default-q-dgd.yaml', argv: ['render', '--output-dir', 'graphs', 'q.yaml'] },
  ])('$file gives way to the graph', async ({ file, argv }) => {
    const cwd = workWith({ [file]: join('../'.repeat(file.split('/').length), 'outside/secret') });
    expect(await run(argv, { cwd })).toMatchObject({ code: 0 });
    expect(readFileSync(join(cwd, file), 'utf8')).toBe(graph('q'));
    expect(lstatSync(join(cwd, file)).isFile()).toBe(true);
    expect(readFileSync(join(cwd, '../outside/secret'), 'utf8')).toBe(OUTSIDE);
  });
});

describe('a request that is a link', () => {
  /** A work tree whose `app` has a link to a request of `shared` and one that leads out of it. */
  function repository(): string {
    const outer = folderWith({
      'repository/.git/HEAD': '',
      'repository/shared/chat.yaml': request('chat'),
      'repository/app/other.yaml': request('other'),
      'secret.yaml': OUTSIDE,
    });
    symlinkSync('../shared/chat.yaml', join(outer, 'repository/app/chat.yaml'));
    symlinkSync('../../secret.yaml', join(outer, 'repository/app/out.yaml'));
    return join(outer, 'repository');
  }

  const LEADS_OUT = 'the link is not followed: it leads out of the folder that may be read';

  test('to a file of the work tree is rendered where it stands, on a command line and in a hook', async () => {
    const top = repository();
    const cwd = join(top, 'app');
    const wanted = { code: 0, stdout: `${graph('chat')}---\n${graph('other')}` };
    expect(await run(['render', 'app'], { cwd: top })).toMatchObject(wanted);
    const here = await run(['render'], { cwd });
    expect(here).toMatchObject(wanted);
    expect(here.stderr).toMatch(new RegExp(`^warning LINK_SKIPPED out\\.yaml: ${LEADS_OUT}\\n`));
    expect(here.stdout + here.stderr).not.toContain(SECRET);
    const hook = await run(['render', '--prune', '--exit-code'], { cwd, street: MARKING_STREET });
    expect(hook.stderr).toContain('DRIFT chat.dgd.yaml: ');
    const written = readFileSync(join(cwd, 'chat.dgd.yaml'), 'utf8');
    expect(written).toContain('dgdr-render.dev/source: app/chat.yaml#0\n');
    expect(await run(['check'], { cwd, street: MARKING_STREET })).toMatchObject({ code: 0 });
  });

  test('and the file it leads to are one in a stream, and one each beside them', async () => {
    const cwd = repository();
    rmSync(join(cwd, 'app/out.yaml'));
    const stream = await run(['render'], { cwd, street: MARKING_STREET });
    expect(stream.stdout.match(/source: .*/g)).toEqual(['source: app/other.yaml#0', 'source: shared/chat.yaml#0']);
    const beside = await run(['render', '--beside'], { cwd });
    expect(beside.stderr).toBe(
      '3 graphs beside the requests, 3 changed\n  app/chat.dgd.yaml\n  app/other.dgd.yaml\n  shared/chat.dgd.yaml\n',
    );
    expect(await run(['check'], { cwd })).toMatchObject({ code: 0 });
  });

  test('stays in the folder of an application and of a function', async () => {
    const cwd = join(repository(), 'app');
    const env = { ARGOCD_APP_SOURCE_PATH: 'app' };
    const argocd = await run(['argocd', 'generate'], { cwd, env });
    expect(argocd).toMatchObject({ code: 0, stdout: `---\n${graph('other')}` });
    const warnings = ['chat', 'out'].map((name) => `warning LINK_SKIPPED ${name}.yaml: ${LEADS_OUT}`);
    expect(argocd.stderr.match(/^warning .*$/gm)).toEqual(warnings);
    const made = await generate(cwd, '{requests: ["*.yaml"]}');
    expect(made.code).toBe(0);
    expect(made.stderr.match(/^warning .*$/gm)).toEqual(warnings);
    expect(await generate(cwd, '{requests: [chat.yaml]}')).toMatchObject({ code: 1 });
    expect((await run(['argocd', 'discover'], { cwd, env })).stdout).toBe('other.yaml\n');
  });

  test('that is skipped is an error where warnings are, and says why there is nothing', async () => {
    const cwd = join(repository(), 'app');
    const strict = JSON.stringify([{ name: 'strict', string: 'true' }]);
    for (const { code, stderr } of [
      await run(['render', '--strict'], { cwd }),
      await run(['argocd', 'generate'], { cwd, env: { ARGOCD_APP_PARAMETERS: strict } }),
      await generate(cwd, '{requests: ["*.yaml"], strict: true}'),
    ]) {
      expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining('error LINK_SKIPPED out.yaml: ') });
    }
    for (const name of ['other.yaml', 'chat.yaml']) rmSync(join(cwd, name));
    const empty = await run(['render'], { cwd });
    expect(empty.code).toBe(1);
    expect(empty.stderr).toMatch(/^warning LINK_SKIPPED out\.yaml: .*\n.*\nerror NO_REQUESTS: /);
    const application = await run(['argocd', 'generate'], { cwd });
    expect(application.stderr).toMatch(/^warning LINK_SKIPPED out\.yaml: .*\n.*\nerror NO_REQUESTS: /);
    expect((await generate(cwd, '{requests: ["*.yaml"]}')).stderr).toContain(
      'hint: out.yaml: the link is not followed',
    );
  });

  test('of a foreign name, or to a folder, is not spoken of', async () => {
    const cwd = workWith({ 'notes.txt': '/etc/hostname', folder: '../outside', 'folder.yaml': '../outside' });
    expect(await run(['render'], { cwd })).toEqual({ code: 0, stdout: graph('q'), stderr: '' });
  });
});

describe('a report', () => {
  const check = (cwd: string) => run(['check', '--report', 'json', '--report-file', 'r.json', 'q.yaml'], { cwd });

  test('stays whole where a new one cannot be written', async () => {
    const cwd = workWith({}, { 'r.json': 'whole' });
    // What stands in the way of the file that is written first.
    mkdirSync(join(cwd, `.dgdr-render-${process.pid}/x`), { recursive: true });
    const { code, stderr } = await check(cwd);
    expect(code).toBe(1);
    expect(stderr).toContain('error OUTPUT_FAILED: the report r.json was not written: ');
    expect(readFileSync(join(cwd, 'r.json'), 'utf8')).toBe('whole');
  });

  test('takes the place of a link to nothing', async () => {
    const cwd = workWith({ 'r.json': '../outside/gone.json' });
    await check(cwd);
    expect(lstatSync(join(cwd, 'r.json')).isFile()).toBe(true);
  });
});

describe('graphs name their requests from the root', () => {
  const sources = ({ stdout }: Run) => stdout.match(/(?<=dgdr-render\.dev\/source: ).*/g);
  const render = (argv: readonly string[], cwd: string, stdin = '') =>
    run(['render', ...argv], { cwd, stdin, street: MARKING_STREET });

  test('and come out the same from every working directory of a work tree', async () => {
    const top = folderWith({ '.git/HEAD': '', 'a/b/q.yaml': request('q'), 'a/p.yaml': request('p') });
    const runs = await Promise.all([
      render(['.'], top),
      render(['.'], join(top, 'a')),
      render(['..'], join(top, 'a/b')),
      render([top], '/'),
    ]);
    expect(sources(runs[0]!)).toEqual(['a/b/q.yaml#0', 'a/p.yaml#0']);
    expect(runs.slice(0, 3).map(({ stdout }) => stdout)).toEqual(Array.from({ length: 3 }, () => runs[0]?.stdout));
    expect(sources(runs[3]!)).toEqual([`${top.slice(1)}/a/b/q.yaml#0`, `${top.slice(1)}/a/p.yaml#0`]);
  });

  test('also the files that are written, so that check and prune find them from anywhere', async () => {
    const top = folderWith({ '.git/HEAD': '', 'a/q.yaml': request('q'), 'a/p.yaml': request('p') });
    const cwd = join(top, 'a');
    await run(['render', '--beside'], { cwd, street: MARKING_STREET });
    expect(await run(['check'], { cwd: top, street: MARKING_STREET })).toMatchObject({ code: 0 });
    await run(['render', '--output-dir', 'graphs', '.'], { cwd: top, street: MARKING_STREET });
    rmSync(join(cwd, 'p.yaml'));
    const pruned = await run(['render', '--prune', '--output-dir', '../graphs', '.'], { cwd, street: MARKING_STREET });
    expect(pruned.stderr).toBe(
      '1 graph in ../graphs, 0 changed, 1 removed\n  ../graphs/default-p-dgd.yaml (removed)\n',
    );
    const beside = await run(['render', '--prune', '.'], { cwd, street: MARKING_STREET });
    expect(beside.stderr).toBe('1 graph beside the requests, 0 changed, 1 removed\n  p.dgd.yaml (removed)\n');
  });

  test('a graph that an earlier release named from the working directory is kept while its request is there', async () => {
    const top = folderWith({ '.git/HEAD': '', 'a/q.yaml': request('q'), 'a/p.yaml': request('p') });
    const cwd = join(top, 'a');
    await run(['render', '--output-dir', 'graphs', '.'], { cwd, street: MARKING_STREET });
    const file = join(cwd, 'graphs/default-p-dgd.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace('a/p.yaml#0', 'p.yaml#0'));
    const options = ['--prune', '--output-dir', 'graphs'];
    await run(['render', ...options, 'q.yaml'], { cwd, street: MARKING_STREET });
    expect(readFileSync(file, 'utf8')).toContain('p-dgd');
  });

  test('an application from the top of its copy, and stdin not at all', async () => {
    const copy = folderWith({ 'serving/chat/q.yaml': request('q') });
    const cwd = join(copy, 'serving/chat');
    const env = { ARGOCD_APP_SOURCE_PATH: 'serving/chat' };
    expect(sources(await run(['argocd', 'generate'], { cwd, env, street: MARKING_STREET }))).toEqual([
      'serving/chat/q.yaml#0',
    ]);
    expect(sources(await render(['-'], cwd, request('q')))).toBeNull();
  });

  test('of a copy without its history as of the repository', async () => {
    const top = folderWith({ '.git/HEAD': '', 'q.yaml': request('q') });
    const copy = folderWith({});
    cpSync(join(top, 'q.yaml'), join(copy, 'q.yaml'));
    expect((await render(['.'], copy)).stdout).toBe((await render(['.'], top)).stdout);
  });
});
