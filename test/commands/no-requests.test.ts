import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith, graph, MARKING_STREET, request, run } from './harness.ts';

const PATCH =
  'apiVersion: nvidia.com/v1beta1\nkind: DynamoGraphDeploymentRequest\nmetadata:\n  name: q\nspec:\n  fail: true\n';
const listOf = (requests: string): string =>
  `apiVersion: config.kubernetes.io/v1\nkind: ResourceList\nitems: []\nfunctionConfig:\n  apiVersion: dgdr-render.dev/v1alpha1\n  kind: RenderDGDR\n  metadata: {name: render}\n  spec: {requests: ${requests}}\n`;

describe('files that a kustomization lists as parts of a build are no requests', () => {
  test.each([
    ['patches', 'patches: [{path: p.yaml, target: {kind: X}}]'],
    ['strategic merge patches', 'patchesStrategicMerge: [p.yaml]'],
    ['JSON patches', 'patchesJson6902: [{path: p.yaml, target: {kind: X}}]'],
    ['configurations', 'configurations: [./p.yaml]'],
    ['transformers', 'transformers: [p.yaml]'],
    ['generators', 'generators: [p.yaml]'],
  ])('%s', async (_, kustomization) => {
    const cwd = folderWith({
      'base/q.yaml': request('q'),
      'base/kustomization.yaml': 'resources: [q.yaml]\n',
      'overlays/prod/kustomization.yaml': `resources: [../../base]\n${kustomization}\n`,
      'overlays/prod/p.yaml': PATCH,
    });
    for (const argv of [['render'], ['render', '.'], ['render', '**/*.yaml']]) {
      expect(await run(argv, { cwd })).toEqual({ code: 0, stdout: graph('q'), stderr: '' });
    }
    const hook = await run(['render', '--prune', '--exit-code', '--allow-empty'], { cwd });
    expect(hook.stderr.match(/^error .*$/gm)).toEqual([expect.stringMatching(/^error DRIFT base\/q\.dgd\.yaml: /)]);
    expect(await run(['check'], { cwd })).toMatchObject({ code: 0, stderr: '1 graph is as rendered\n' });
    expect(await run(['lock'], { cwd })).toMatchObject({ code: 0 });
    expect(await run(['argocd', 'discover'], { cwd })).toMatchObject({ stdout: 'base/q.yaml\n' });
    expect(await run(['argocd', 'generate'], { cwd })).toMatchObject({ code: 0, stdout: `---\n${graph('q')}` });
    expect(await run(['function'], { cwd, stdin: listOf("['**/*.yaml']") })).toMatchObject({ code: 0 });
  });

  const KUSTOMIZATION = 'patches: [{path: patches/p.yaml}]\n';
  test.each([
    { title: 'one of a folder above', files: { 'kustomization.yml': KUSTOMIZATION, 'patches/p.yaml': PATCH } },
    { title: 'one without an ending', files: { Kustomization: KUSTOMIZATION, 'patches/p.yaml': PATCH } },
    {
      title: 'a folder of another one',
      files: { 'o/kustomization.yaml': 'components: [../parts]\n', 'parts/deep/p.yaml': PATCH },
    },
  ])('$title', async ({ files }) => {
    const cwd = folderWith({ ...(files as unknown as Record<string, string>), 'q.yaml': request('q') });
    expect(await run(['render'], { cwd })).toEqual({ code: 0, stdout: graph('q'), stderr: '' });
  });

  test('also where a folder below the kustomization is looked at, and unless they are named', async () => {
    const cwd = folderWith({ 'kustomization.yaml': KUSTOMIZATION, 'patches/p.yaml': PATCH });
    expect(await run(['render', '--allow-empty', 'patches'], { cwd })).toMatchObject({ code: 0, stdout: '' });
    const named = await run(['render', 'patches/p.yaml'], { cwd });
    expect(named.stderr).toMatch(/^error REQUEST_INVALID patches\/p\.yaml:6 spec\.fail/);
  });

  test.each([
    ['a patch that is written out', 'patches: [{patch: "kind: X"}]'],
    ['a file of another folder', 'patches: [{path: x/q.yaml}, {path: ../q.yaml}]'],
    ['a resource', 'resources: [q.yaml]'],
    ['a kustomization that cannot be read', 'patches: ['],
    ['a kustomization that mentions one', 'kind: [ # DynamoGraphDeploymentRequest'],
    ['entries that are none', 'patches: {path: q.yaml}\ncomponents: [1, null, ""]\n'],
  ])('%s does not make one of a request', async (_, kustomization) => {
    const cwd = folderWith({ 'kustomization.yaml': kustomization, 'q.yaml': request('q') });
    expect(await run(['render'], { cwd })).toMatchObject({ code: 0, stdout: graph('q') });
  });
});

describe('a file that says so holds no request', () => {
  const IGNORE = '# dgdr-render: ignore\n';
  test.each([
    ['on the first line', `${IGNORE}${PATCH}`, true],
    [
      'after other comments, a marker and blank lines',
      `\uFEFF# a\n\n%YAML 1.2\n---\n  #dgdr-render:ignore \r\n${PATCH}`,
      true,
    ],
    ['after content', `${PATCH}${IGNORE}`, false],
    ['after a document', `a: 1\n---\n${IGNORE}${PATCH}`, false],
    ['with more words', `# dgdr-render: ignore this\n${PATCH}`, false],
    ['in a text', `a: |\n  ${IGNORE}---\n${PATCH}`, false],
  ])('%s', async (_, text, isIgnored) => {
    const cwd = folderWith({ 'p.yaml': text, 'q.yaml': request('q') });
    const rendered = isIgnored ? { code: 0, stdout: graph('q'), stderr: '' } : { code: 1, stdout: '' };
    expect(await run(['render'], { cwd })).toMatchObject(rendered);
    const made = await run(['argocd', 'generate'], { cwd });
    expect(made.code).toBe(isIgnored ? 0 : 1);
    if (isIgnored) expect(made.stdout).toBe(`---\n${graph('q')}`);
  });

  test('also where it is named', async () => {
    const cwd = folderWith({ 'p.yaml': `${IGNORE}${PATCH}` });
    expect((await run(['render', 'p.yaml'], { cwd })).stderr).toMatch(/^error NO_REQUESTS: /);
  });

  test('what else is in it is applied by Argo CD', async () => {
    const map = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: m}\n';
    const cwd = folderWith({ 'p.yaml': `${IGNORE}${PATCH}---\n${map}`, 'q.yaml': request('q') });
    expect((await run(['argocd', 'generate'], { cwd })).stdout).toBe(`---\n${map}---\n${graph('q')}`);
  });

  test('so that the graph that was made of it is left over', async () => {
    const cwd = folderWith({ 'p.yaml': request('p'), 'q.yaml': request('q') });
    await run(['render', '--beside'], { cwd, street: MARKING_STREET });
    const ignored = folderWith({
      ...Object.fromEntries(['q.yaml', 'p.dgd.yaml', 'q.dgd.yaml'].map((n) => [n, readFileSync(join(cwd, n), 'utf8')])),
      'p.yaml': `${IGNORE}${request('p')}`,
    });
    const { stderr } = await run(['render', '--prune'], { cwd: ignored, street: MARKING_STREET });
    expect(stderr).toContain('p.dgd.yaml (removed)');
  });
});

describe('a template of a chart is no request', () => {
  const TEMPLATE = request('{{ .Release.Name }}');
  const CHART = { 'chart/Chart.yaml': 'apiVersion: v2\nname: c\n', 'chart/templates/q.yaml': TEMPLATE };
  const SAYS =
    'info TEMPLATE_SKIPPED chart/templates/q.yaml: {{ }} in a chart: the file is a template of Helm and no request yet';

  test.each([['chart'], ['.'], ['chart/templates'], ['chart/templates/q.yaml']])('of %s', async (path) => {
    const { code, stdout, stderr } = await run(['render', path], { cwd: folderWith(CHART) });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr.split('\n').slice(0, 3)).toEqual([
      SAYS,
      '  hint: helm template NAME chart | dgdr-render render -',
      `error NO_REQUESTS: no DynamoGraphDeploymentRequest in ${path}`,
    ]);
  });

  test('is said once, and hinders nothing', async () => {
    const cwd = folderWith({
      ...CHART,
      'chart/templates/r.yaml': `a: "{{ x }}"\n---\n${TEMPLATE}`,
      'q.yaml': request('q'),
    });
    for (const argv of [['render'], ['render', '--strict']]) {
      const { code, stdout, stderr } = await run(argv, { cwd });
      expect({ code, stdout }).toEqual({ code: 0, stdout: graph('q') });
      expect(stderr).toBe(`${SAYS}, and so is 1 more file\n  hint: helm template NAME chart | dgdr-render render -\n`);
    }
    expect(await run(['render', '--beside', '--allow-empty', 'chart'], { cwd })).toMatchObject({ code: 0 });
  });

  test('for Argo CD either, which shows why there is nothing', async () => {
    const cwd = join(folderWith(CHART), 'chart');
    const { code, stdout, stderr } = await run(['argocd', 'generate'], { cwd });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(
      /^info TEMPLATE_SKIPPED templates\/q\.yaml: .*\n {2}hint: helm template NAME \. \| .*\nerror NO_REQUESTS/,
    );
    expect(await run(['argocd', 'discover'], { cwd })).toMatchObject({ stdout: '' });
  });

  test('for a function either', async () => {
    const { code, stderr } = await run(['function'], { cwd: folderWith(CHART), stdin: listOf('[chart]') });
    expect(code).toBe(1);
    expect(stderr).toMatch(/error NO_REQUESTS .*\n {2}hint: chart\/templates\/q\.yaml: \{\{ \}\} in a chart/);
  });

  test.each([
    ['braces outside of a chart', { 'a/q.yaml': TEMPLATE }, 1],
    ['a chart in another folder', { 'b/Chart.yaml': 'name: c\n', 'a/q.yaml': TEMPLATE }, 1],
    ['a request of a chart without them', { 'Chart.yaml': 'name: c\n', 'a/q.yaml': request('q') }, 0],
  ])('%s are looked at', async (_, files, code) => {
    const result = await run(['render'], { cwd: folderWith(files as unknown as Record<string, string>) });
    expect(result.code).toBe(code);
    expect(result.stderr).not.toContain('TEMPLATE_SKIPPED');
    if (code === 1) expect(result.stderr).toContain('error PLACEHOLDER_LEFT a/q.yaml');
  });
});

describe('--exclude', () => {
  const files = { 'q.yaml': request('q'), 'old/p.yaml': PATCH, 'old/deep/p.yaml': PATCH, 'x/.p.yaml': PATCH };
  test.each([[['old']], [['old/**']], [['**/p.yaml']], [['old/p.yaml', 'old/deep']], [['./old/', 'nothing/*.yaml']]])(
    'leaves out what %j names',
    async (globs) => {
      const cwd = folderWith(files);
      const options = globs.flatMap((glob) => ['--exclude', glob]);
      expect(await run(['render', ...options], { cwd })).toEqual({ code: 0, stdout: graph('q'), stderr: '' });
      const named = await run(['render', ...options, 'q.yaml', 'old/p.yaml', 'old'], { cwd });
      expect(named).toEqual({ code: 0, stdout: graph('q'), stderr: '' });
      for (const command of ['check', 'lock']) {
        const { stderr } = await run([command, ...options, '.'], { cwd });
        expect(stderr).not.toContain('old/');
      }
    },
  );

  test('is a wrong call where it means nothing, and bounded like other globs', async () => {
    const cwd = folderWith(files);
    expect(await run(['check', '--exclude', 'old', '-'], { cwd })).toMatchObject({ code: 2 });
    const { code, stderr } = await run(['render', '--exclude', '*a*b*c*d*'], { cwd });
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringMatching(/^error INPUT_TOO_LARGE/) });
  });
});

describe('two requests of one name', () => {
  const files = { 'a/q.yaml': request('q'), 'b/q.yaml': request('q') };
  const DUPLICATE = /error REQUEST_DUPLICATE b\/q\.yaml:4 metadata\.name: the graph q-dgd is already made by/;

  test.each([['--beside'], ['--prune'], ['--exit-code']])('of two folders do not collide with %s', async (option) => {
    const cwd = folderWith(files);
    expect((await run(['render', option], { cwd })).stderr).not.toContain('REQUEST_DUPLICATE');
    for (const file of ['a/q.dgd.yaml', 'b/q.dgd.yaml']) expect(readFileSync(join(cwd, file), 'utf8')).toBe(graph('q'));
    expect(await run(['check'], { cwd })).toMatchObject({ code: 0, stderr: '2 graphs are as rendered\n' });
    expect(await run(['lock'], { cwd })).toMatchObject({ code: 0 });
  });

  test.each([
    ['a stream', ['render']],
    ['an output folder', ['render', '--output-dir', 'out']],
    ['a compared folder', ['check', '--output-dir', 'out']],
    ['an application', ['argocd', 'generate']],
  ])('collide in %s', async (_, argv) => {
    const { code, stderr } = await run(argv, { cwd: folderWith(files) });
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringMatching(DUPLICATE) });
  });

  test('of one folder collide there too', async () => {
    const cwd = folderWith({ 'b/p.yaml': request('q'), 'b/q.yaml': request('q') });
    expect(await run(['render', '--beside'], { cwd })).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(DUPLICATE),
    });
  });
});

test.each([
  { argv: ['render', 'p.yaml'], isKnown: true },
  { argv: ['check', 'p.yaml'], isKnown: true },
  { argv: ['lock', 'p.yaml'], isKnown: true },
  { argv: ['profile', 'p.yaml'], isKnown: false },
  { argv: ['compare', 'p.yaml'], isKnown: false },
  { argv: ['page', 'p.yaml', '--output', 'p.html'], isKnown: false },
  { argv: ['migrate', 'p.yaml'], isKnown: false },
])('$argv.0 names --allow-empty only where it knows that: $isKnown', async ({ argv, isKnown }) => {
  const cwd = folderWith({ 'p.yaml': 'a: b\n' });
  const { stderr } = await run(argv, { cwd });
  expect(stderr).toMatch(/^error NO_REQUESTS: /m);
  expect(stderr.includes('--allow-empty')).toBe(isKnown);
  expect((await run([...argv, '--allow-empty'], { cwd })).code === 0).toBe(isKnown);
});
