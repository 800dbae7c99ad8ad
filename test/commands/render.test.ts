import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith, graph, request, run } from './harness.ts';

const FOREIGN =
  'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: x}   # odd   spacing\ndata:\n    answer: on\n    "n":   0o17\n';

describe('render of files', () => {
  test('prints graphs in the order of the file names, and no foreign document', async () => {
    const cwd = folderWith({
      'b.yaml': request('b'),
      'a.yml': `${FOREIGN}---\n${request('a')}`,
      'c.txt': request('c'),
    });
    expect(await run(['render'], { cwd })).toEqual({ code: 0, stdout: `${graph('a')}---\n${graph('b')}`, stderr: '' });
  });

  test.each([
    { title: 'a file', argv: ['a.yaml'] },
    { title: 'a folder', argv: ['sub'] },
    { title: 'a glob', argv: ['s*/**/*.yaml'] },
    { title: 'the same file in three ways', argv: ['sub/q.yaml', './sub', 'sub/*.yaml'] },
  ])('finds requests by $title', async ({ argv }) => {
    const cwd = folderWith({ 'a.yaml': request('q'), 'sub/q.yaml': request('q') });
    expect(await run(['render', ...argv], { cwd })).toMatchObject({ code: 0, stdout: graph('q') });
  });

  test('skips foreign YAML in folders, however broken or large', async () => {
    const large = `kind: CustomResourceDefinition\nspec: {names: {kind: DynamoGraphDeploymentRequest}}\n#${'x'.repeat(2 ** 20)}\n`;
    const cwd = folderWith({ 'broken.yaml': 'a: {{ .Values.x }}\n\tb', 'crd.yaml': large, 'q.yaml': request('q') });
    expect(await run(['render', '.'], { cwd })).toEqual({ code: 0, stdout: graph('q'), stderr: '' });
  });

  test('an older graph in the file is not printed again', async () => {
    const cwd = folderWith({ 'q.yaml': `${graph('q', 'old')}---\n${request('q')}` });
    expect((await run(['render', '.'], { cwd })).stdout).toBe(graph('q'));
  });

  test('options fill what requests leave out', async () => {
    const cwd = folderWith({ 'q.yaml': request('q') });
    expect((await run(['render', '--image', 'img:1', 'q.yaml'], { cwd })).stdout).toBe(graph('q', 'img:1'));
  });

  test('--keep-requests prints the request as it was written, before its graph', async () => {
    const cwd = folderWith({ 'q.yaml': `# mine\n${request('q')}` });
    const { stdout } = await run(['render', '--keep-requests', 'q.yaml'], { cwd });
    expect(stdout).toBe(`# mine\n${request('q')}---\n${graph('q')}`);
  });

  test('a review-only graph is printed and mentioned, also with --strict', async () => {
    const cwd = folderWith({ 'q.yaml': request('q', 'autoApply: false') });
    const result = await run(['render', '--strict', 'q.yaml'], { cwd });
    expect(result).toMatchObject({ code: 0, stdout: graph('q') });
    expect(result.stderr).toMatch(/^info NOT_APPLIED q\.yaml:7 spec\.autoApply: /);
  });
});

describe('what goes wrong', () => {
  test.each([
    { title: 'no request', files: { 'x.yaml': FOREIGN }, argv: ['.'], code: 1, says: /^error NO_REQUESTS: / },
    {
      title: 'no such file',
      files: {},
      argv: ['q.yaml'],
      code: 1,
      says: /^error INPUT_NOT_FOUND: there is no file or folder q\.yaml/,
    },
    {
      title: 'a glob that fits nothing',
      files: {},
      argv: ['*.yaml'],
      code: 1,
      says: /^error INPUT_NOT_FOUND: no file fits/,
    },
    {
      title: 'broken YAML in a named file',
      files: { 'q.yaml': 'a: 1\na: 2\n' },
      argv: ['q.yaml'],
      code: 1,
      says: /^error YAML_INVALID q\.yaml:2: the key "a" is there twice/,
    },
    {
      title: 'a broken request in a folder',
      files: { 'q.yaml': `${request('q')}\t: x\n` },
      argv: ['.'],
      code: 1,
      says: /^error YAML_INVALID q\.yaml:\d+: /,
    },
    {
      title: 'bytes that are not UTF-8',
      files: { 'q.yaml': request('q') },
      argv: ['-'],
      stdin: new Uint8Array([0xff, 0xfe, 0x41]),
      code: 1,
      says: /^error YAML_INVALID stdin: /,
    },
    {
      title: 'a failing request',
      files: { 'q.yaml': request('q', 'fail: true') },
      argv: ['.'],
      code: 1,
      says: /^error REQUEST_INVALID q\.yaml:7 spec\.fail: q fails\n {2}hint: stop it\n/,
    },
    {
      title: 'two problems of one request',
      files: { 'q.yaml': request('q', 'failTwice: true') },
      argv: ['.'],
      code: 1,
      says: /^error REQUEST_INVALID q\.yaml:7 .*\nerror MODEL_UNKNOWN q\.yaml:1: second\n/,
    },
    {
      title: 'a warning with --strict',
      files: { 'q.yaml': request('q', 'warn: true') },
      argv: ['--strict', '.'],
      code: 1,
      says: /^error FIELD_IGNORED q\.yaml:7 spec\.warn: /,
    },
    {
      title: 'two requests for one graph',
      files: { 'a.yaml': request('q'), 'b.yaml': request('q') },
      argv: ['.'],
      code: 1,
      says: /^error REQUEST_DUPLICATE b\.yaml:4 metadata\.name: .* a\.yaml:1\n/,
    },
    {
      title: 'an unknown option',
      files: {},
      argv: ['--nope'],
      code: 2,
      says: /^dgdr-render: unknown option '--nope'\n {2}hint: see dgdr-render render --help\n$/,
    },
    {
      title: 'a count that is none',
      files: {},
      argv: ['--total-gpus', '0'],
      code: 2,
      says: /--total-gpus 0 is not a whole number/,
    },
    {
      title: 'an unknown router mode',
      files: {},
      argv: ['--router-mode', 'direct'],
      code: 2,
      says: /--router-mode direct is not one of round-robin/,
    },
    { title: 'stdin beside files', files: {}, argv: ['-', 'q.yaml'], code: 2, says: /cannot be combined/ },
    {
      title: 'a bug',
      files: { 'q.yaml': request('q', 'crash: true') },
      argv: ['.'],
      code: 70,
      says: /this is a bug.*\nTypeError: a bug\n/,
    },
  ])('$title: exit code $code', async ({ files, argv, stdin = '', code, says }) => {
    const result = await run(['render', ...argv], { cwd: folderWith(files as Record<string, string>), stdin });
    expect(result).toMatchObject({ code, stdout: '' });
    expect(result.stderr).toMatch(says);
  });

  test('a warning alone changes neither output nor exit code', async () => {
    const cwd = folderWith({ 'q.yaml': request('q', 'warn: true') });
    const result = await run(['render', '.'], { cwd });
    expect(result).toEqual({
      code: 0,
      stdout: graph('q'),
      stderr: 'warning FIELD_IGNORED q.yaml:7 spec.warn: ignored\n',
    });
  });

  test('one bad file does not hide the findings of the others', async () => {
    const cwd = folderWith({ 'a.yaml': 'a: [', 'b.yaml': request('b', 'fail: true') });
    const { stderr } = await run(['render', 'a.yaml', 'gone.yaml', 'b.yaml'], { cwd });
    expect(stderr.match(/^error \w+/gm)).toEqual([
      'error INPUT_NOT_FOUND',
      'error YAML_INVALID',
      'error REQUEST_INVALID',
    ]);
  });

  test('text from a manifest cannot move the cursor', async () => {
    const cwd = folderWith({ 'q.yaml': request('"a\\e[2Jb\\nc"', 'fail: true') });
    expect((await run(['render', '.'], { cwd })).stderr).toContain('a [2Jb c fails');
  });
});

describe('render of stdin', () => {
  const render = (stdin: string, ...argv: string[]) => run(['render', '-', ...argv], { stdin });

  test.each([
    { title: 'one document', stdin: FOREIGN },
    {
      title: 'markers, comments and an end',
      stdin: `# head\n---\n${FOREIGN}# after\n--- # next\n${FOREIGN}...\n# tail\n---\n- 1\n`,
    },
    {
      title: 'Windows line ends and no last newline',
      stdin: `${FOREIGN}---\n${FOREIGN}`.replaceAll('\n', '\r\n').trimEnd(),
    },
    { title: 'a template that is not YAML', stdin: 'a: {{ x }}\n---\n\tb' },
    { title: 'nothing', stdin: '' },
  ])('without requests passes through byte for byte: $title', async ({ stdin }) => {
    expect(await render(stdin, '--allow-empty')).toEqual({ code: 0, stdout: stdin, stderr: '' });
  });

  test('a graph takes the place of its request between untouched documents', async () => {
    const { stdout } = await render(`${FOREIGN}---\n# wish\n${request('q')}---\n${FOREIGN}`);
    expect(stdout).toBe(`${FOREIGN}---\n${graph('q')}---\n${FOREIGN}`);
  });

  test('a graph keeps the comment by which Helm 3 names its template, and no other', async () => {
    const source = '# Source: chart/templates/q.yaml\n';
    const { stdout } = await render(`---\n${source}${FOREIGN}---\n${source}# wish\n${request('q')}`);
    expect(stdout).toBe(`---\n${source}${FOREIGN}---\n${source}${graph('q')}`);
  });

  test('everything that a request came to keeps the annotation by which Helm 4 names its template', async () => {
    const annotation = '  annotations:\n    postrenderer.helm.sh/postrender-filename: chart/templates/q.yaml\n';
    const wish = request('q', 'planner: {content: aaaa}').replace('spec:\n', `${annotation}spec:\n`);
    const { stdout } = await render(wish);
    expect(stdout.split('---\n').map((text) => text.includes(annotation))).toEqual([true, true]);
  });

  test('--only-applied leaves graphs for review out, and older ones that stand for them', async () => {
    const review = request('p', 'autoApply: false');
    const { code, stdout, stderr } = await render(
      `${FOREIGN}---\n${review}---\n${request('q')}---\n${graph('p', 'old')}`,
      '--only-applied',
    );
    expect({ code, stdout }).toEqual({ code: 0, stdout: `${FOREIGN}---\n${graph('q')}` });
    expect(stderr).toMatch(/^info NOT_APPLIED stdin:/);
    expect((await render(review, '--only-applied', '--keep-requests')).stdout).toBe(review);
    expect((await render(review)).stdout).toBe(graph('p'));
  });

  test('a second run replaces the graph by kind and name', async () => {
    const once = await render(`${request('q')}---\n${FOREIGN}`, '--keep-requests', '--image', 'old');
    const twice = await render(once.stdout, '--keep-requests', '--image', 'new');
    expect(twice.stdout).toBe(once.stdout.replace('image: old', 'image: new'));
    expect((await render(twice.stdout, '--keep-requests', '--image', 'new')).stdout).toBe(twice.stdout);
  });

  test('rendering the output changes nothing', async () => {
    const { stdout } = await render(`${FOREIGN}---\n${request('q')}`);
    expect((await render(stdout, '--allow-empty')).stdout).toBe(stdout);
  });

  test('prints nothing when a request fails', async () => {
    expect(await render(`${FOREIGN}---\n${request('q', 'fail: true')}`)).toMatchObject({ code: 1, stdout: '' });
  });
});

describe('--output-dir', () => {
  const ten = Object.fromEntries(Array.from({ length: 10 }, (_, i) => [`q${i}.yaml`, request(`q${i}`)]));

  test('writes a file a graph, named by namespace and name, and leaves nothing else', async () => {
    const cwd = folderWith({ ...ten, 'q9.yaml': request('q9').replace('  name: q9', '  name: q9\n  namespace: prod') });
    const { code, stdout, stderr } = await run(['render', '--output-dir', 'out/deep', '.'], { cwd });
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(stderr).toContain('10 graphs in out/deep, 10 changed\n');
    const names = readdirSync(join(cwd, 'out/deep')).sort();
    expect(names).toEqual([...Array.from({ length: 9 }, (_, i) => `default-q${i}-dgd.yaml`), 'prod-q9-dgd.yaml']);
    expect(readFileSync(join(cwd, 'out/deep/default-q3-dgd.yaml'), 'utf8')).toBe(graph('q3'));
  });

  test('writes none when one of ten requests is bad, and does not even make the folder', async () => {
    const cwd = folderWith({ ...ten, 'q5.yaml': request('q5', 'fail: true') });
    const { code, stderr } = await run(['render', '--output-dir', 'out', '.'], { cwd });
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^error REQUEST_INVALID q5\.yaml:7[\s\S]*\nnothing was rendered: 1 of 10 requests failed\n$/,
    );
    expect(readdirSync(cwd)).not.toContain('out');
  });

  test('equal files are not written again', async () => {
    const cwd = folderWith({ 'q.yaml': request('q') });
    await run(['render', '--output-dir', 'out', 'q.yaml'], { cwd });
    const before = statSync(join(cwd, 'out/default-q-dgd.yaml'), { bigint: true }).mtimeNs;
    const { stderr } = await run(['render', '--output-dir', 'out', 'q.yaml'], { cwd });
    expect(stderr).toBe('1 graph in out, 0 changed\n');
    expect(statSync(join(cwd, 'out/default-q-dgd.yaml'), { bigint: true }).mtimeNs).toBe(before);
  });

  test('takes everything back when a file cannot be put in its place', async () => {
    const cwd = folderWith({ 'a.yaml': request('a'), 'b.yaml': request('b'), 'out/default-a-dgd.yaml': 'mine' });
    mkdirSync(join(cwd, 'out/default-b-dgd.yaml'));
    const { code, stderr } = await run(['render', '--output-dir', 'out', 'a.yaml', 'b.yaml'], { cwd });
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: 'error OUTPUT_FAILED: nothing was written: out/default-b-dgd.yaml is a folder\n',
    });
    expect(readFileSync(join(cwd, 'out/default-a-dgd.yaml'), 'utf8')).toBe('mine');
    expect(readdirSync(join(cwd, 'out')).sort()).toEqual(['default-a-dgd.yaml', 'default-b-dgd.yaml']);
  });

  test('replaces a link instead of writing through it', async () => {
    const cwd = folderWith({ 'q.yaml': request('q'), 'victim.txt': 'mine', 'out/x.yaml': '' });
    symlinkSync('../victim.txt', join(cwd, 'out/default-q-dgd.yaml'));
    expect((await run(['render', '--output-dir', 'out', 'q.yaml'], { cwd })).code).toBe(0);
    expect(readFileSync(join(cwd, 'victim.txt'), 'utf8')).toBe('mine');
    expect(readFileSync(join(cwd, 'out/default-q-dgd.yaml'), 'utf8')).toBe(graph('q'));
  });

  test.each([
    { title: 'the folder itself', link: 'out', target: '../outside', argv: ['--output-dir', 'out'] },
    { title: 'a folder above it', link: 'a', target: '../outside', argv: ['--output-dir', 'a/b/c'] },
    { title: 'an absolute one', link: 'out', target: '/', argv: ['--output-dir', 'out'] },
    { title: 'the folder of a request', link: 'a', target: '../outside', argv: ['--beside', 'a/q.yaml'] },
  ])('a link that leads out of the working directory is refused: $title', async ({ link, target, argv }) => {
    const root = folderWith({ 'work/q.yaml': request('q'), 'outside/q.yaml': request('q') });
    const cwd = join(root, 'work');
    symlinkSync(target, join(cwd, link));
    const { code, stderr } = await run(['render', ...argv, ...(argv.includes('--beside') ? [] : ['q.yaml'])], { cwd });
    expect({ code, stderr }).toMatchObject({ code: 1, stderr: expect.stringMatching(/^error PATH_OUTSIDE_ROOT: /) });
    expect(readdirSync(join(root, 'outside'))).toEqual(['q.yaml']);
    expect(readdirSync(cwd).sort()).toEqual([link, 'q.yaml'].sort());
    expect(readdirSync('/').filter((name) => name.includes('dgd'))).toEqual([]);
  });

  test('a folder outside may be named, and a link may lead to one inside', async () => {
    const root = folderWith({ 'work/q.yaml': request('q'), 'work/real/x': '' });
    const cwd = join(root, 'work');
    symlinkSync('real', join(cwd, 'link'));
    for (const dir of ['../outside', join(root, 'absolute'), 'link']) {
      expect(await run(['render', '--output-dir', dir, 'q.yaml'], { cwd })).toMatchObject({ code: 0 });
    }
    expect(readdirSync(join(cwd, 'real')).sort()).toEqual(['default-q-dgd.yaml', 'x']);
    expect(readdirSync(root).sort()).toEqual(['absolute', 'outside', 'work']);
  });

  test('what is neither a file nor a link is not replaced', async () => {
    const cwd = folderWith({ 'q.yaml': request('q'), 'out/x': '' });
    expect(spawnSync('mkfifo', [join(cwd, 'out/default-q-dgd.yaml')]).status).toBe(0);
    expect(await run(['render', '--output-dir', 'out', 'q.yaml'], { cwd })).toMatchObject({
      code: 1,
      stderr: 'error OUTPUT_FAILED: nothing was written: out/default-q-dgd.yaml is no file\n',
    });
  });

  test('two graphs for one file are a conflict', async () => {
    const inDefault = request('q').replace('  name: q', '  name: q\n  namespace: default');
    const cwd = folderWith({ 'a.yaml': request('q'), 'b.yaml': inDefault });
    const { code, stderr } = await run(['render', '--output-dir', 'out', '.'], { cwd });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^error OUTPUT_CONFLICT b\.yaml:4: /);
  });

  test('a name that is no file name is refused', async () => {
    const cwd = folderWith({ 'q.yaml': request('../../evil') });
    expect((await run(['render', '--output-dir', 'out', '.'], { cwd })).stderr).toMatch(/^error NAME_INVALID /);
    expect(readdirSync(cwd)).toEqual(['q.yaml']);
  });
});

describe('links', () => {
  test('a folder follows links to files of the working directory and none out of it', async () => {
    const outer = folderWith({
      'work/data/..v1/q.yaml': request('q'),
      'work/shared.yaml': request('shared'),
      'work/other/x.yaml': request('x'),
      'outside.yaml': request('outside'),
    });
    const cwd = join(outer, 'work');
    symlinkSync('..v1/q.yaml', join(cwd, 'data/q.yaml'));
    symlinkSync('../shared.yaml', join(cwd, 'data/a.yaml'));
    symlinkSync('../../outside.yaml', join(cwd, 'data/out.yaml'));
    symlinkSync('../other', join(cwd, 'data/other'));
    symlinkSync('.', join(cwd, 'data/loop'));
    writeFileSync(join(cwd, 'data/dangling.txt'), '');
    symlinkSync('nowhere.yaml', join(cwd, 'data/dangling.yaml'));
    const { code, stdout, stderr } = await run(['render', 'data'], { cwd });
    expect({ code, stdout }).toEqual({ code: 0, stdout: `${graph('shared')}---\n${graph('q')}` });
    expect(stderr.match(/^\w+ \w+ \S+: .*/gm)).toEqual([
      'warning LINK_SKIPPED data/dangling.yaml: the link is not followed: it leads to nothing (ENOENT)',
      'warning LINK_SKIPPED data/out.yaml: the link is not followed: it leads out of the folder that may be read',
    ]);
  });
});
