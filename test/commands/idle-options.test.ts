import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../../src/cli.ts';
import type { IdleOptions } from '../../src/commands/cli/idle-options.ts';
import { repositoryIn } from '../support/repository.ts';
import { folderWith, request, run } from './harness.ts';

/** An option as a call writes it, with a value where it takes one. */
function written(command: (typeof COMMANDS)[number], name: string): string {
  return command.options[name]?.type === 'boolean' ? `--${name}` : `--${name}=x`;
}

const others = (rule: IdleOptions): readonly string[] => ('without' in rule ? [rule.without] : rule.beside);
const CASES = COMMANDS.flatMap((command) =>
  (command.idle ?? []).flatMap((rule) =>
    rule.options.flatMap((option) =>
      others(rule).map((other) => ({ command, rule, option, other, says: `${command.name}: --${option}, --${other}` })),
    ),
  ),
);

describe('an option without effect', () => {
  test('is known to commands that write files, lock and fetch', () => {
    expect([...new Set(CASES.map(({ command }) => command.name))]).toEqual(['render', 'lock', 'models add']);
    const names = CASES.flatMap(({ command, option, other }) => [option, other].map((name) => command.options[name]));
    expect(names).not.toContain(undefined);
  });

  test.each(CASES)('is a wrong call: $says', async ({ command, rule, option, other }) => {
    const alone = [...command.name.split(' '), written(command, option)];
    const argv = 'without' in rule ? alone : [...alone, written(command, other)];
    const how = 'without' in rule ? 'without' : 'beside';
    const { code, stdout, stderr } = await run(argv, { cwd: folderWith({}) });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(`--${option} has no effect ${how} --${other}: ${rule.why}\n`);
  });
});

const EMITTING = request('q').replace('  name: q', '  name: q\n  annotations: {dgdr-render.dev/emit: workloads}');
const WORKLOAD_OPTIONS = [['--crd'], ['--discovery', 'etcd=http://etcd:2379'], ['--fs-group', 'none']];

describe('an option about plain workloads', () => {
  test.each(WORKLOAD_OPTIONS)('%s is said to be unused where no request is put out as such', async (...option) => {
    const cwd = folderWith({ 'q.yaml': request('q') });
    for (const command of [['render'], ['render', '--beside'], ['check'], ['page', '--output', 'p.html']]) {
      const { code, stderr } = await run([...command, ...option, '.'], { cwd });
      expect(code).toBe(0);
      expect(stderr).toContain(
        `info OPTION_UNUSED: ${option[0]} is about plain workloads, and no request is put out as such\n`,
      );
    }
  });

  test('is used where a request, the project file or the call says so', async () => {
    const project = 'apiVersion: dgdr-render.dev/v1alpha1\nkind: RenderDGDR\nspec: {emit: workloads}\n';
    for (const [files, ...more] of [
      [{ 'q.yaml': EMITTING, 'r.yaml': request('r') }],
      [{ 'q.yaml': request('q'), 'dgdr-render.yaml': project }],
      [{ 'q.yaml': request('q') }, '--emit', 'workloads'],
    ] as const) {
      expect(await run(['render', '--crd', ...more], { cwd: folderWith(files) })).not.toMatchObject({
        stderr: expect.stringContaining('OPTION_UNUSED'),
      });
    }
  });

  test('is said to be unused by diff where neither side has such a request', async () => {
    const { folder } = repositoryIn(folderWith({}), { 'q.yaml': request('q') });
    const { code, stderr } = await run(['diff', 'HEAD', '--crd'], { cwd: folder });
    expect([code, stderr]).toEqual([0, expect.stringContaining('OPTION_UNUSED: --crd is about plain workloads')]);
    const emitting = await run(['diff', 'HEAD', '--crd', '--emit', 'workloads'], { cwd: folder });
    expect(emitting).toMatchObject({ code: 0, stderr: expect.not.stringContaining('OPTION_UNUSED') });
  });
});

test.each([['render'], ['profile'], ['compare', '--set', 'sla.itl=10'], ['page', '--output', 'p.html']])(
  'globs leave nothing out of stdin: %s',
  async (...command) => {
    const { code, stderr } = await run([...command, '--exclude', 'x', '-'], {
      cwd: folderWith({}),
      stdin: request('q'),
    });
    expect([code, stderr]).toEqual([
      2,
      expect.stringContaining('--exclude has no effect on - (stdin), where no files are looked for: leave it out'),
    ]);
  },
);

test.each([['--jobs', '2'], ['--report', 'json'], ['--strict'], ['--target', '1.5'], ['--exclude', 'x']])(
  'releases of data are compared without %s, which is about requests',
  async (...option) => {
    const { code, stdout, stderr } = await run(['perfdb', 'diff', '0.10', '0.12', ...option]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(`${option[0]} has no effect on data alone: name requests whose picks are compared`);
  },
);

test('options of what a host says of requests are for all commands that read some, and shown where they are used', async () => {
  const shown = (name: string): readonly string[] =>
    COMMANDS.flatMap((one) => (name in one.options && one.options[name]?.isHidden !== true ? [one.name] : []));
  expect(shown('price')).toEqual(['diff', 'profile', 'compare', 'page', 'config show']);
  expect(shown('emit')).toEqual(['render', 'check', 'diff', 'page', 'config show']);
  const taking = COMMANDS.filter(({ options }) => 'target' in options && 'strict' in options);
  expect(taking.map(({ name }) => name)).toEqual(
    [...shown('emit'), ...['lock', 'profile', 'compare', 'perfdb diff']].sort(byOverview),
  );
  for (const { options } of taking) expect(options).toMatchObject({ price: {}, emit: {}, crd: {} });
});

function byOverview(a: string, b: string): number {
  const names = COMMANDS.map(({ name }) => name);
  return names.indexOf(a) - names.indexOf(b);
}

describe('--quiet', () => {
  const WARNED = request('q', 'warn: true');

  test.each(['text', 'json', 'sarif', 'github', 'gitlab', 'junit'])(
    'leaves errors alone on stderr: %s',
    async (format) => {
      const cwd = folderWith({ 'q.yaml': WARNED });
      const loud = await run(['profile', 'q.yaml', '--report', format], { cwd });
      const quiet = await run(['profile', 'q.yaml', '--report', format, '-q'], { cwd });
      expect(loud.stderr).toContain('q.yaml');
      expect(quiet.stderr).not.toContain('q.yaml');
      expect({ ...quiet, stderr: '' }).toEqual({ ...loud, stderr: '' });
    },
  );

  test("leaves a report file whole, and Argo CD's log empty", async () => {
    const cwd = folderWith({ 'q.yaml': WARNED });
    const env = { ARGOCD_APP_SOURCE_PATH: '.' };
    expect((await run(['argocd', 'generate'], { cwd, env })).stderr).toContain('FIELD_IGNORED');
    expect(await run(['argocd', 'generate', '-q'], { cwd, env })).toMatchObject({ code: 0, stderr: '' });
    expect(await run(['argocd', 'init', '-q'], { cwd, env })).toMatchObject({ code: 0, stderr: '', stdout: 'ready\n' });
  });
});
