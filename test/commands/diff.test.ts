import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import SCHEMA from '../../plugin/schemas/diff.schema.json' with { type: 'json' };
import type { Street } from '../../src/render/render.ts';
import { digestOf } from '../../src/request/inputs.ts';
import { gitIn, repositoryIn, type Scratch } from '../support/repository.ts';
import { folderWith, graph, MARKING_STREET, type RunOptions, request, run } from './harness.ts';

const ENV = { PATH: process.env.PATH ?? '' };
const isValid = new Ajv().compile(SCHEMA);

/** The fake street, to which everything in the spec of a request makes a difference. */
const STREET: Street = {
  ...MARKING_STREET,
  parse: (resource, defaults, warn) => {
    const parsed = MARKING_STREET.parse(resource, defaults, warn);
    return { ...parsed, said: resource.object.spec } as typeof parsed;
  },
};

/** A repository with requests, by their file names. */
const repository = (files: Readonly<Record<string, string>>): Scratch => repositoryIn(folderWith({}), files);

interface Change {
  readonly change: string;
  readonly name: string;
  readonly file: string;
  readonly previousFile: string | null;
  readonly causes: readonly { readonly input: string; readonly details: readonly string[] }[];
  readonly before: { readonly figures: object | null; readonly refusals: readonly { readonly code: string }[] } | null;
  readonly after: Change['before'];
  readonly refusal: { readonly code: string; readonly message: string } | null;
}

interface Answer {
  readonly code: number;
  readonly stderr: string;
  readonly changes: readonly Change[];
  readonly summary: Readonly<Record<string, number>>;
  /** Names of the requests that were profiled, in order. */
  readonly profiled: readonly string[];
}

/** What `diff` says in a folder, as the published schema has it. */
async function diff(cwd: string, argv: readonly string[] = ['HEAD'], options: RunOptions = {}): Promise<Answer> {
  const profiled: string[] = [];
  const street: Street = {
    ...STREET,
    profile: (asked, warn) => {
      profiled.push((asked as unknown as { name: string }).name);
      return STREET.profile(asked, warn);
    },
  };
  const argumentsOf = ['diff', '--format', 'json', ...argv];
  const { code, stdout, stderr } = await run(argumentsOf, { cwd, env: ENV, street, ...options });
  const json = stdout === '' ? { requests: [], summary: {} } : JSON.parse(stdout);
  if (stdout !== '') expect([isValid(json), isValid.errors]).toEqual([true, null]);
  return { code, stderr, changes: json.requests, summary: json.summary, profiled };
}

const wish = (name: string, service: string): string =>
  request(name, `overrides: {dgd: {spec: {services: {${service}: {componentType: worker}}}}}`);

describe('what becomes of requests', () => {
  const files = { 'a/one.yaml': request('one'), 'a/two.yaml': request('two'), 'b/three.yaml': request('three') };

  test('nothing that did not change is profiled or told of', async () => {
    const { folder, write } = repository(files);
    // A comment and the order of keys are no change.
    write({ 'a/one.yaml': `# a comment\n${request('one')}` });
    expect(await diff(folder)).toMatchObject({ code: 0, changes: [], profiled: [], summary: { unchanged: 3 } });
  });

  test('what came, went, changed and moved', async () => {
    const { folder, write } = repository(files);
    write({
      'a/one.yaml': request('one', 'warn: true'),
      'a/two.yaml': undefined,
      'b/three.yaml': undefined,
      'c/renamed.yaml': request('three'),
      'c/new.yaml': request('new'),
    });
    const { code, stderr, changes, summary, profiled } = await diff(folder);
    expect(code).toBe(0);
    expect(changes.map(({ change, name, file, previousFile }) => [change, name, file, previousFile])).toEqual([
      ['changed', 'one', 'a/one.yaml', null],
      ['added', 'new', 'c/new.yaml', null],
      ['moved', 'three', 'c/renamed.yaml', 'b/three.yaml'],
      ['removed', 'two', 'a/two.yaml', null],
    ]);
    expect(summary).toMatchObject({ added: 1, removed: 1, changed: 1, moved: 1, unchanged: 0 });
    expect(stderr).toContain('info REQUEST_MOVED c/renamed.yaml:4');
    expect([...profiled].sort()).toEqual(['new', 'one', 'one', 'two']);
    expect(changes.map(({ before, after }) => [before !== null, after !== null])).toEqual([
      [true, true],
      [false, true],
      [false, false],
      [true, false],
    ]);
  });

  test('one that moved and changed is one change', async () => {
    const { folder, write } = repository({ 'a.yaml': request('q') });
    write({ 'a.yaml': undefined, 'b.yaml': request('q', 'warn: true') });
    const { changes } = await diff(folder);
    expect(changes).toMatchObject([{ change: 'changed', file: 'b.yaml', previousFile: 'a.yaml' }]);
  });

  // Other systems keep no such names.
  test.runIf(process.platform === 'linux')('a file whose name is no UTF-8 is read on neither side', async () => {
    const { folder, commit } = repository({ 'q.yaml': request('q') });
    const place = Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([0xff]), Buffer.from('.yaml')]);
    writeFileSync(place, request('r'));
    commit();
    expect(await diff(folder)).toMatchObject({ code: 0, changes: [], summary: { unchanged: 1 } });
  });

  test('one name in two folders is two requests', async () => {
    const { folder, write } = repository({ 'a/q.yaml': request('q'), 'b/q.yaml': request('q') });
    write({ 'b/q.yaml': request('q', 'warn: true') });
    expect((await diff(folder)).changes).toMatchObject([{ change: 'changed', file: 'b/q.yaml' }]);
  });

  test('only the paths of the call count, from any folder, also such as went', async () => {
    const { folder, write } = repository(files);
    write({ 'a/one.yaml': request('one', 'warn: true'), 'b/three.yaml': undefined });
    expect((await diff(folder, ['HEAD', 'a'])).changes).toMatchObject([{ name: 'one' }]);
    expect((await diff(join(folder, 'a'))).changes).toMatchObject([{ name: 'one', file: 'one.yaml' }]);
    const gone = await diff(folder, ['HEAD', 'b/three.yaml']);
    expect(gone).toMatchObject({ code: 0, changes: [{ change: 'removed', name: 'three' }] });
    expect(await diff(join(folder, 'a'), ['HEAD', '../b'])).toMatchObject({ code: 0, changes: [{ name: 'three' }] });
    const nowhere = await diff(folder, ['HEAD', 'nowhere']);
    expect(nowhere).toMatchObject({ code: 1, stderr: expect.stringContaining('INPUT_NOT_FOUND') });
    const outside = await diff(folder, ['HEAD', '..']);
    expect(outside).toMatchObject({ code: 1, stderr: expect.stringContaining('PATH_OUTSIDE_ROOT') });
  });

  test('what cannot be rendered, or read, on one side stands there with its reason', async () => {
    const { folder, write } = repository({
      'a.yaml': request('a', 'fail: true'),
      'b.yaml': 'x: [\n# DynamoGraphDeploymentRequest\n',
      'c.yaml': request('c'),
    });
    write({ 'a.yaml': request('a'), 'b.yaml': request('b'), 'c.yaml': `${request('c')}x: [\n` });
    const { code, changes, summary } = await diff(folder);
    expect(code).toBe(1);
    const sides = changes.map(({ change, name, before, after }) => [
      name,
      change,
      ...[before, after].map((side) => side?.refusals.map((one) => one.code)),
    ]);
    expect(sides).toEqual([
      ['a', 'changed', ['REQUEST_INVALID'], []],
      ['b', 'changed', ['YAML_INVALID'], []],
      ['c', 'changed', [], ['YAML_INVALID']],
    ]);
    expect(summary.failed).toBe(1);
  });
});

describe('what caused it', () => {
  const PROJECT = (spec: string): string => `apiVersion: dgdr-render.dev/v1alpha1\nkind: RenderDGDR\nspec: ${spec}\n`;
  const causes = ({ changes }: Answer) => changes.map(({ name, causes: all }) => [name, all]);

  test('the request, with its fields', async () => {
    const { folder, write } = repository({ 'q.yaml': request('q', 'sla: {itl: 60}') });
    write({ 'q.yaml': request('q', 'sla: {itl: 30}', 'warn: true') });
    const details = ['spec.sla.itl: 60 -> 30', 'spec.warn: + true'];
    expect(causes(await diff(folder))).toEqual([['q', [{ input: 'request', details }]]]);
  });

  test('the project file that counts at the revision, and the one that counts now', async () => {
    const { folder, write } = repository({
      'dgdr-render.yaml': PROJECT('{image: old}'),
      'a/one.yaml': request('one'),
      'b/two.yaml': request('two'),
    });
    write({ 'a/dgdr-render.yaml': PROJECT('{image: new}') });
    const details = ['image: old -> new'];
    expect(causes(await diff(folder))).toEqual([['one', [{ input: 'projectFile', details }]]]);
    // From the folder itself it is the same: project files are looked for up to the top.
    expect(causes(await diff(join(folder, 'a')))).toEqual([['one', [{ input: 'projectFile', details }]]]);
    // What says nothing about the requests changes none.
    write({ 'a/dgdr-render.yaml': PROJECT('{image: old, strict: true}') });
    expect(await diff(folder)).toMatchObject({ changes: [], profiled: [] });
  });

  test('both, where both changed', async () => {
    const { folder, write } = repository({ 'q.yaml': request('q') });
    write({ 'q.yaml': request('q', 'warn: true'), 'dgdr-render.yaml': PROJECT('{image: new}') });
    const [change] = (await diff(folder)).changes;
    expect(change?.causes.map(({ input }) => input)).toEqual(['request', 'projectFile']);
  });

  test('the lock beside it, which came, has another pick, or another release made it', async () => {
    const { folder, write, commit } = repository({ 'q.yaml': request('q') });
    expect(await run(['lock'], { cwd: folder, street: STREET })).toMatchObject({ code: 0 });
    const locked = readFileSync(join(folder, 'dgdr.lock.yaml'), 'utf8');
    const [came] = (await diff(folder)).changes;
    expect(came?.causes).toEqual([{ input: 'lock', details: [expect.stringMatching(/^locked: /)] }]);
    commit();
    expect(await diff(folder)).toMatchObject({ changes: [], profiled: [] });
    write({
      'dgdr.lock.yaml': locked
        .replaceAll('ttft: 100.5', 'ttft: 90.5')
        .replace(/engine: dgdr-render .*/, 'engine: dgdr-render 0.1.0'),
    });
    const { changes, profiled } = await diff(folder);
    expect(changes[0]?.causes.map(({ input }) => input)).toEqual(['lock', 'release']);
    expect(changes[0]?.causes[1]?.details).toEqual([
      expect.stringMatching(/^engine: dgdr-render .* -> dgdr-render 0\.1\.0$/),
    ]);
    // What is locked is not profiled.
    expect(profiled).toEqual([]);
    write({ 'dgdr.lock.yaml': 'broken' });
    expect(await diff(folder)).toMatchObject({ code: 1, stderr: expect.stringContaining('dgdr.lock.yaml') });
  });

  test('the configuration of a model that was fetched', async () => {
    const place = 'dgdr-models/a/b/config.json';
    const { folder, write } = repository({ 'serving/q.yaml': request('q'), [place]: '{"x": 1}' });
    const openStreet: RunOptions['openStreet'] = (models) => ({
      ...STREET,
      inputs: () => ({ modelConfig: digestOf(JSON.parse(JSON.stringify(models))) }),
    });
    expect(await diff(folder, ['HEAD'], { openStreet })).toMatchObject({ changes: [] });
    write({ [place]: '{"x": 2}' });
    const [change] = (await diff(join(folder, 'serving'), ['HEAD'], { openStreet })).changes;
    expect(change?.causes).toEqual([{ input: 'model', details: ['another config.json'] }]);
  });

  test('another release, by what the committed graphs say', async () => {
    const committed = (release: string): string =>
      graph('q').replace(
        'name: q-dgd',
        `name: q-dgd\n  annotations:\n    dgdr-render.dev/engine: dgdr-render ${release}, aiconfigurator 0.10.0, vllm 0.19.0 on h200_sxm\n    dgdr-render.dev/source: q.yaml#0`,
      );
    const { folder, write } = repository({ 'q.yaml': request('q'), 'q.dgd.yaml': committed('0.1.0') });
    write({ 'q.dgd.yaml': committed('0.2.0') });
    const details = ['tool release (dgdr-render 0.1.0 -> dgdr-render 0.2.0)'];
    expect(causes(await diff(folder))).toEqual([['q', [{ input: 'release', details }]]]);
    write({ 'q.dgd.yaml': committed('0.1.0').replace('image: none', 'image: edited') });
    expect(causes(await diff(folder))).toEqual([['q', [{ input: 'graph', details: ['spec.image: none -> edited'] }]]]);
  });
});

describe('whether the operator refuses the update', () => {
  test('of a graph that is committed at the revision', async () => {
    const { folder, write, commit } = repository({ 'serving/q.yaml': wish('q', 'decode') });
    await run(['render', '--beside'], { cwd: folder, street: MARKING_STREET });
    commit();
    write({ 'serving/q.yaml': wish('q', 'prefill') });
    const { code, stderr, changes, summary } = await diff(folder);
    expect(code).toBe(1);
    expect(summary.refused).toBe(1);
    expect(changes[0]?.refusal).toMatchObject({
      code: 'TOPOLOGY_CHANGED',
      message: expect.stringContaining('(HEAD:serving/q.dgd.yaml:1): services prefill added, decode removed'),
    });
    expect(stderr).toContain('error TOPOLOGY_CHANGED serving/q.yaml:4 metadata.name');
  });

  test('of one that no file has, by what it was rendered to', async () => {
    const { folder, write } = repository({ 'q.yaml': wish('q', 'decode') });
    write({ 'q.yaml': wish('q', 'prefill') });
    const [change] = (await diff(folder)).changes;
    expect(change?.refusal?.message).toContain('(HEAD:q.yaml:1): services prefill added, decode removed');
  });

  test('of one that moved to another folder, whose graph is the same in the cluster', async () => {
    const { folder, write } = repository({ 'a/q.yaml': wish('q', 'decode'), 'a/r.yaml': wish('r', 'decode') });
    write({ 'a/q.yaml': undefined, 'b/q.yaml': wish('q', 'prefill') });
    const { code, changes } = await diff(folder);
    expect(code).toBe(1);
    expect(changes).toMatchObject([{ change: 'changed', file: 'b/q.yaml', previousFile: 'a/q.yaml' }]);
    expect(changes[0]?.refusal?.message).toContain('(HEAD:a/q.yaml:1): services prefill added, decode removed');
  });

  test('of one in a folder for graphs', async () => {
    const { folder, write, commit } = repository({ 'q.yaml': wish('q', 'decode') });
    await run(['render', '--output-dir', 'deploy'], { cwd: folder, street: MARKING_STREET });
    commit();
    write({ 'q.yaml': wish('q', 'prefill') });
    const [change] = (await diff(folder, ['HEAD', '--output-dir', 'deploy'])).changes;
    expect(change?.refusal?.message).toContain('(HEAD:deploy/default-q-dgd.yaml:1)');
  });
});

describe('a large repository', () => {
  test('of 1,000 requests profiles those 10 that changed, before and after', async () => {
    const names = Array.from({ length: 1000 }, (_, i) => `q${i}`);
    const files = names.map((name, i) => [`team-${i % 10}/${name}.yaml`, request(name)] as const);
    const { folder, write } = repository(Object.fromEntries(files));
    const changed = files.filter((_, i) => i % 100 === 7);
    write(Object.fromEntries(changed.map(([file, text]) => [file, `${text}  warn: true\n`])));
    const { profiled, summary } = await diff(folder);
    expect(summary).toMatchObject({ changed: 10, unchanged: 990 });
    const wanted = changed.map(([file]) => file.replace(/^.*\/|\.yaml$/g, ''));
    expect([...profiled].sort()).toEqual([...wanted, ...wanted].sort());
  });
});

describe('every kind of repository', () => {
  const changed = async (folder: string, argv?: readonly string[]) => {
    const { code, stderr, changes } = await diff(folder, argv);
    return { code, stderr, names: changes.map(({ name }) => name) };
  };

  test('a linked work tree, and a shallow clone as far as it reaches', async () => {
    const { folder, git, commit, write } = repository({ 'q.yaml': request('q') });
    write({ 'q.yaml': request('q', 'warn: true') });
    commit();
    const linked = join(folderWith({}), 'linked');
    git('worktree', 'add', '--quiet', '--detach', linked);
    expect(await changed(linked, ['HEAD~1'])).toMatchObject({ code: 0, names: ['q'] });
    rmSync(linked, { recursive: true });
    const clone = folderWith({});
    gitIn(clone)('clone', '--quiet', '--depth', '1', `file://${folder}`, '.');
    expect(await changed(clone)).toMatchObject({ code: 0, names: [] });
    const older = await changed(clone, ['HEAD~1']);
    expect(older).toMatchObject({ code: 1, stderr: expect.stringContaining('error REVISION_SHALLOW: ') });
  });

  test('a bare one has no files to compare', async () => {
    const bare = folderWith({});
    gitIn(bare)('clone', '--quiet', '--bare', repository({ 'q.yaml': request('q') }).folder, '.');
    expect(await changed(bare)).toMatchObject({ code: 1, stderr: expect.stringContaining('error GIT_BARE: ') });
  });

  test('a submodule is left out with a word, and compared from inside', async () => {
    const inner = repository({ 'inner.yaml': request('inner') });
    const { folder, git, commit } = repository({ 'q.yaml': request('q') });
    git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', inner.folder, 'sub');
    commit();
    writeFileSync(join(folder, 'sub/inner.yaml'), request('inner', 'warn: true'));
    const { code, stderr, names } = await changed(folder);
    expect({ code, names }).toEqual({ code: 0, names: [] });
    expect(stderr).toContain('warning SUBMODULE_SKIPPED: sub is a repository of its own: 1 request is not compared');
    expect(await changed(join(folder, 'sub'))).toMatchObject({ code: 0, names: ['inner'] });
  });

  test('links that lead out are followed on neither side', async () => {
    const outside = folderWith({ 'secret.yaml': request('secret') });
    const { folder, commit } = repository({ 'q.yaml': request('q') });
    symlinkSync(join(outside, 'secret.yaml'), join(folder, 'link.yaml'));
    symlinkSync('/proc/self/environ', join(folder, 'environ.yaml'));
    mkdirSync(join(folder, 'in'));
    symlinkSync('../q.yaml', join(folder, 'in/same.yaml'));
    commit();
    rmSync(join(folder, 'link.yaml'));
    const { code, names } = await changed(folder);
    expect({ code, names }).toEqual({ code: 0, names: [] });
  });

  test.each([
    ['REVISION_UNKNOWN', ['nope']],
    ['REVISION_INVALID', ['--', '--output=x']],
    ['REVISION_INVALID', ['--', '-x']],
  ])('%s for %j', async (code, argv) => {
    const { stderr } = await changed(repository({ 'q.yaml': request('q') }).folder, argv);
    expect(stderr).toContain(`error ${code}: `);
  });

  test('one without a commit, without a revision, and with stdin', async () => {
    const empty = folderWith({ 'q.yaml': request('q') });
    gitIn(empty)('init', '--quiet');
    expect(await changed(empty)).toMatchObject({
      stderr: expect.stringContaining('error REVISION_UNKNOWN: there is no commit'),
    });
    expect(await changed(empty, [])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('a revision was expected'),
    });
    expect(await changed(empty, ['HEAD', '-'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('is in no revision'),
    });
  });

  test('filters, attributes and hooks of a hostile one are not run, and it leaves nothing behind', async () => {
    const mark = join(folderWith({}), 'started');
    const { folder, write, git } = repository({
      'q.yaml': request('q'),
      '.gitattributes': '*.yaml filter=x diff=x export-subst\n',
    });
    const program = `touch '${mark}'; cat`;
    for (const name of ['filter.x.clean', 'filter.x.smudge', 'diff.x.textconv', 'diff.external', 'core.pager'])
      git('config', name, program);
    git('config', 'core.fsmonitor', program);
    const before = readFileSync(join(folder, '.git/index'));
    write({ 'q.yaml': request('q', 'warn: true') });
    expect(await changed(folder)).toMatchObject({ code: 0, names: ['q'] });
    expect(() => readFileSync(mark)).toThrow('ENOENT');
    expect(readFileSync(join(folder, '.git/index'))).toEqual(before);
  });
});

describe('for people', () => {
  const hostile = 'a`|<b>@me</b>';
  const prepared = async () => {
    const scratch = repository({ 'q.yaml': wish('q', 'decode'), 'r.yaml': request('r') });
    scratch.write({
      'q.yaml': wish('q', 'prefill'),
      'r.yaml': request('r', `note: "${hostile}"`, 'model2: x'),
      's.yaml': request('s'),
    });
    return scratch;
  };
  const print = async (folder: string, format: string) =>
    run(['diff', '--format', format, '-q', 'HEAD'], { cwd: folder, env: ENV, street: STREET });
  const stable = (text: string): string => text.replace(/\([0-9a-f]{10}\)/g, '(COMMIT)');

  test('text', async () => {
    const { stdout } = await print((await prepared()).folder, 'text');
    expect(stable(stdout)).toMatchSnapshot();
  });

  test('markdown: a marker line, one screen, details folded, and no text of a request is markup', async () => {
    const { stdout } = await print((await prepared()).folder, 'markdown');
    expect(stable(stdout)).toMatchSnapshot();
    const [marker] = stdout.split('\n');
    expect(marker).toBe('<!-- dgdr-render diff: . -->');
    const code = stdout.replace(/(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g, '').replaceAll(/<code>.*?<\/code>/g, '');
    expect(code).not.toMatch(/@me|<b>/);
  });

  test('markdown of many requests fits a comment', async () => {
    const files = Array.from({ length: 300 }, (_, i) => [`q${i}.yaml`, request(`q${i}`)] as const);
    const { folder, write } = repository({ 'x.yaml': request('x') });
    write(Object.fromEntries(files));
    const { stdout } = await print(folder, 'markdown');
    expect(Buffer.byteLength(stdout)).toBeLessThan(65_536);
    expect(stdout).toMatch(/\nThe details of \d+ more are left out/);
    expect(stdout.split('<details>')[0]!.split('\n').length).toBeLessThan(40);
  });
});
