import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith, MARKING_STREET, type Run, request, run } from './harness.ts';

const render = (cwd: string, ...argv: string[]): Promise<Run> =>
  run(['render', ...argv], { cwd, street: MARKING_STREET, env: { PATH: process.env.PATH ?? '', HOME: cwd } });

/** A request whose graph needs a ConfigMap. */
const planned = (name: string): string => request(name, 'planner: {content: aaaa}');

/** Both ways in which renderings are kept, and the file of the request `<name>.yaml` that is called `<name>`. */
const STORES = [
  { store: 'beside the requests', options: [], fileOf: (name: string) => `${name}.dgd.yaml` },
  {
    store: 'in a folder',
    options: ['--output-dir', 'out'],
    fileOf: (name: string) => `out/default-${name}-dgd.yaml`,
  },
];

describe.each(STORES)('render --prune of files $store', ({ store, options, fileOf }) => {
  const prune = (cwd: string, ...argv: string[]): Promise<Run> => render(cwd, '--prune', ...options, ...argv);
  const where = store === 'in a folder' ? 'in out' : store;
  const [p, q] = [fileOf('p'), fileOf('q')];

  test('removes the file of a request that is gone, with what the graph needed, and keeps the others', async () => {
    const cwd = folderWith({ 'p.yaml': planned('p'), 'q.yaml': request('q') });
    expect((await prune(cwd)).stderr).toBe(`2 graphs ${where}, 2 changed\n  ${p}\n  ${q}\n`);
    expect((await prune(cwd)).stderr).toBe(`2 graphs ${where}, 0 changed\n`);
    rmSync(join(cwd, 'p.yaml'));
    expect(await prune(cwd)).toEqual({
      code: 0,
      stdout: '',
      stderr: `1 graph ${where}, 0 changed, 1 removed\n  ${p} (removed)\n`,
    });
    expect([existsSync(join(cwd, p)), existsSync(join(cwd, q))]).toEqual([false, true]);
  });

  test('removes the last one where no request is allowed', async () => {
    const cwd = folderWith({ 'q.yaml': request('q') });
    await prune(cwd);
    rmSync(join(cwd, 'q.yaml'));
    expect((await prune(cwd)).stderr).toMatch(/^error NO_REQUESTS/);
    expect(existsSync(join(cwd, q))).toBe(true);
    expect((await prune(cwd, '--allow-empty')).stderr).toContain('0 changed, 1 removed\n');
    expect(existsSync(join(cwd, q))).toBe(false);
  });

  test('follows a request that moved to another file', async () => {
    const cwd = folderWith({ 'p.yaml': request('p'), 'q.yaml': request('q') });
    await prune(cwd);
    mkdirSync(join(cwd, 'deep'));
    renameSync(join(cwd, 'p.yaml'), join(cwd, 'deep/p.yaml'));
    await prune(cwd);
    expect(readdirSync(cwd, { recursive: true }).filter((name) => String(name).includes('dgd'))).toHaveLength(2);
    expect((await run(['check', ...options], { cwd, street: MARKING_STREET })).code).toBe(0);
  });

  test('removes nothing when another request fails', async () => {
    const cwd = folderWith({ 'p.yaml': request('p'), 'q.yaml': request('q') });
    await prune(cwd);
    rmSync(join(cwd, 'p.yaml'));
    writeFileSync(join(cwd, 'q.yaml'), request('q', 'fail: true'));
    const { code, stderr } = await prune(cwd);
    expect({ code, errors: stderr.match(/^error \w+/gm) }).toEqual({ code: 1, errors: ['error REQUEST_INVALID'] });
    expect([existsSync(join(cwd, p)), existsSync(join(cwd, q))]).toEqual([true, true]);
  });

  test('leaves the graph of a request alone that was not looked at', async () => {
    const cwd = folderWith({ 'p.yaml': request('p'), 'q.yaml': request('q') });
    await prune(cwd);
    expect((await prune(cwd, 'q.yaml')).stderr).toBe(`1 graph ${where}, 0 changed\n`);
    expect(existsSync(join(cwd, p))).toBe(true);
  });

  test.each([
    ['without our mark', (text: string) => text.replaceAll('dgdr-render.dev/engine', 'example.com/engine')],
    ['that does not say where it comes from', (text: string) => text.replace(/.*dgdr-render.dev\/source.*\n/, '')],
    ['that came from a pipe', (text: string) => text.replace('p.yaml#0', 'stdin#0')],
  ])('leaves a graph alone %s', async (_, change) => {
    const cwd = folderWith({ 'p.yaml': request('p'), 'q.yaml': request('q') });
    await prune(cwd);
    rmSync(join(cwd, 'p.yaml'));
    const text = readFileSync(join(cwd, p), 'utf8');
    expect(change(text)).not.toBe(text);
    writeFileSync(join(cwd, p), change(text));
    expect((await prune(cwd)).stderr).toBe(`1 graph ${where}, 0 changed\n`);
    expect(readFileSync(join(cwd, p), 'utf8')).toBe(change(text));
  });

  test('leaves copies alone that somebody keeps elsewhere', async () => {
    const cwd = folderWith({ 'p.yaml': request('p') });
    await prune(cwd);
    const copies = ['copy.dgd.yaml', 'out/copy.dgd.yaml', 'out/deep/default-p-dgd.yaml'];
    mkdirSync(join(cwd, 'out/deep'), { recursive: true });
    for (const copy of copies) writeFileSync(join(cwd, copy), readFileSync(join(cwd, p)));
    expect((await prune(cwd)).stderr).toBe(`1 graph ${where}, 0 changed\n`);
    expect(copies.filter((copy) => !existsSync(join(cwd, copy)))).toEqual([]);
  });

  test.each([
    ['a foreign document', 'kind: Secret\nmetadata: {name: mine}\n', 'Secret mine'],
    [
      'what another request made',
      'kind: ConfigMap\nmetadata: {name: x, labels: {dgdr.nvidia.com/name: other}}\n',
      'ConfigMap x',
    ],
  ])('does not remove a file that also holds %s, and writes nothing', async (_, document, name) => {
    const cwd = folderWith({ 'p.yaml': request('p') });
    await prune(cwd);
    rmSync(join(cwd, 'p.yaml'));
    writeFileSync(join(cwd, 'q.yaml'), request('q'));
    writeFileSync(join(cwd, p), `${readFileSync(join(cwd, p), 'utf8')}---\n${document}`);
    const { code, stderr } = await prune(cwd);
    expect(code).toBe(1);
    expect(stderr).toMatch(
      new RegExp(`^error OUTPUT_CONFLICT ${p}:\\d+: ${p} is left over, but is not removed: it also holds ${name}, `),
    );
    expect([existsSync(join(cwd, p)), existsSync(join(cwd, q))]).toEqual([true, false]);
  });

  test('brings removed files back when another cannot be put in its place', async () => {
    const cwd = folderWith({ 'a.yaml': request('a'), 'p.yaml': request('p') });
    await prune(cwd);
    const before = readFileSync(join(cwd, p), 'utf8');
    rmSync(join(cwd, 'p.yaml'));
    writeFileSync(join(cwd, 'q.yaml'), request('q'));
    mkdirSync(join(cwd, q));
    expect((await prune(cwd)).stderr).toBe(`error OUTPUT_FAILED: nothing was written: ${q} is a folder\n`);
    expect(readFileSync(join(cwd, p), 'utf8')).toBe(before);
    expect(readdirSync(cwd, { recursive: true }).filter((name) => String(name).includes('.dgdr-render'))).toEqual([]);
  });

  test('removes a link, not what it points to', async () => {
    const cwd = folderWith({ 'p.yaml': request('p'), 'q.yaml': request('q') });
    await prune(cwd);
    renameSync(join(cwd, p), join(cwd, 'kept.txt'));
    symlinkSync(join(cwd, 'kept.txt'), join(cwd, p));
    rmSync(join(cwd, 'p.yaml'));
    expect((await prune(cwd)).stderr).toContain('1 removed\n');
    expect([existsSync(join(cwd, p)), existsSync(join(cwd, 'kept.txt'))]).toEqual([false, true]);
  });
});

describe('render --prune', () => {
  test('takes the graph of a request along that was deleted from its file', async () => {
    const cwd = folderWith({ 'q.yaml': `${request('p')}---\n${request('q')}`, 'r.yaml': request('r') });
    await render(cwd, '--prune');
    writeFileSync(join(cwd, 'q.yaml'), '# nothing left\n');
    expect((await render(cwd, '--prune')).stderr).toBe(
      '1 graph beside the requests, 0 changed, 1 removed\n  q.dgd.yaml (removed)\n',
    );
  });

  test.each([
    [['--prune', '-'], '--prune cannot be combined with - (stdin)'],
    [['--prune', '--output-dir', 'out', '-'], '--prune cannot be combined with - (stdin)'],
    [['--exit-code', '-'], '--exit-code cannot be combined with - (stdin)'],
  ])('%j is a wrong call', async (argv, says) => {
    const { code, stderr } = await render(folderWith({}), ...argv);
    expect(code).toBe(2);
    expect(stderr).toContain(says);
  });
});

describe.each(STORES)('render --exit-code of files $store', ({ store, options, fileOf }) => {
  const hook = (cwd: string): Promise<Run> => render(cwd, '--exit-code', '--prune', '--allow-empty', ...options);
  const where = store === 'in a folder' ? 'in out' : store;
  const [p, q] = [fileOf('p'), fileOf('q')];

  test('fails where a file is written or removed, and says what to do; then it is fine', async () => {
    const cwd = folderWith({ 'p.yaml': request('p') });
    expect(await hook(cwd)).toEqual({
      code: 1,
      stdout: '',
      stderr:
        `error DRIFT ${p}: the file was not what the requests render to, and has been written\n` +
        `  hint: git add ${p}\n1 graph ${where}, 1 changed\n`,
    });
    expect(await hook(cwd)).toMatchObject({ code: 0 });
    rmSync(join(cwd, 'p.yaml'));
    writeFileSync(join(cwd, 'q.yaml'), request('q'));
    expect(await hook(cwd)).toMatchObject({
      code: 1,
      stderr:
        `error DRIFT ${q}: the file was not what the requests render to, and has been written\n  hint: git add ${q}\n` +
        `error DRIFT ${p}: the file was left over, no request renders it any more, and has been removed\n  hint: git rm ${p}\n` +
        `1 graph ${where}, 1 changed, 1 removed\n`,
    });
    expect(await hook(cwd)).toMatchObject({ code: 0 });
  });

  test('fails until git knows the file, unless it is ignored', async () => {
    const cwd = folderWith({ 'p.yaml': request('p') });
    const git = (...args: string[]) =>
      expect(spawnSync('git', args, { cwd, env: { PATH: process.env.PATH, HOME: cwd } }).status).toBe(0);
    git('init', '--quiet');
    await hook(cwd);
    expect(await hook(cwd)).toEqual({
      code: 1,
      stdout: '',
      stderr: `error DRIFT ${p}: the file is what the requests render to, but git does not track it\n  hint: git add ${p}\n1 graph ${where}, 0 changed\n`,
    });
    writeFileSync(join(cwd, '.gitignore'), `/${p}\n`);
    expect((await hook(cwd)).code).toBe(0);
    rmSync(join(cwd, '.gitignore'));
    git('add', p);
    expect((await hook(cwd)).code).toBe(0);
  });

  test('is fine where there is no request', async () => {
    expect(await hook(folderWith({ 'x.yaml': 'a: {{ b }}\n\tc' }))).toMatchObject({ code: 0, stdout: '' });
  });
});

test('the command in a hint is one for a shell', async () => {
  const cwd = folderWith({ "it's here/q.yaml": request('q') });
  expect((await render(cwd, '--exit-code')).stderr).toContain("hint: git add 'it'\\''s here/q.dgd.yaml'\n");
});
