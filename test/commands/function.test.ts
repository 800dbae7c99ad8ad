import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { folderWith, graph, type Run, request, run } from './harness.ts';

const CONFIG = { apiVersion: 'dgdr-render.dev/v1alpha1', kind: 'RenderDGDR', metadata: { name: 'render' } };
const MAP = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: x} # odd\ndata: {a: on,   b: 0o17}\n';

interface Answer extends Run {
  // biome-ignore lint/suspicious/noExplicitAny: assertions walk the answer
  readonly list: any;
}

/** A ResourceList of YAML items, flush or indented as hosts write it. */
function listOf(items: readonly string[], config?: object, { version = 'v1', indent = '' } = {}): string {
  const body = items.map((item) =>
    item
      .trimEnd()
      .split('\n')
      .map((line, i) => `${indent}${i === 0 ? '- ' : '  '}${line}\n`)
      .join(''),
  );
  const functionConfig = config === undefined ? '' : `functionConfig: ${JSON.stringify(config)}\n`;
  return `apiVersion: config.kubernetes.io/${version}\nkind: ResourceList\nitems:${items.length > 0 ? '' : ' []'}\n${body.join('')}${functionConfig}`;
}

async function call(stdin: string, cwd = '/'): Promise<Answer> {
  const result = await run(['function'], { stdin, cwd });
  return { ...result, list: parse(result.stdout) };
}

const names = ({ list }: Answer): string[] =>
  list.items.map((item: { kind: string; metadata: { name: string } }) => `${item.kind}/${item.metadata.name}`);

describe('as a transformer', () => {
  test('the request stays, marked local-config, and its graph follows; all else keeps its bytes', async () => {
    const { code, stdout, stderr } = await call(
      listOf([MAP, `# wish\n${request('q')}`, MAP], { ...CONFIG, spec: { image: 'i' } }),
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const marked = request('q').replace(
      '  name: q\n',
      '  name: q\n  annotations:\n    config.kubernetes.io/local-config: "true"\n',
    );
    expect(stdout).toBe(listOf([MAP, `# wish\n${marked}`, graph('q', 'i'), MAP]));
  });

  test.each(['v1', 'v1beta1'])('a list of %s is answered with one', async (version) => {
    expect((await call(listOf([MAP], undefined, { version }))).stdout).toBe(listOf([MAP], undefined, { version }));
  });

  test('lists that are indented below items stay so', async () => {
    const { stdout } = await call(listOf([MAP, request('q')], undefined, { indent: '  ' }));
    expect(stdout).toContain(listOf([MAP], undefined, { indent: '  ' }));
    expect(parse(stdout).items).toHaveLength(3);
  });

  test('JSON is YAML', async () => {
    const items = [parse(MAP), parse(request('q'))];
    const answer = await call(JSON.stringify({ apiVersion: 'config.kubernetes.io/v1', kind: 'ResourceList', items }));
    expect(answer.code).toBe(0);
    expect(answer.list.items[0]).toEqual(items[0]);
    expect(names(answer)).toEqual(['ConfigMap/x', 'DynamoGraphDeploymentRequest/q', 'DynamoGraphDeployment/q-dgd']);
  });

  test('aliases between items are written out', async () => {
    const text = listOf(['kind: A\nmetadata: {name: a}\ndata: &d {x: 1}', 'kind: B\nmetadata: {name: b}\ndata: *d']);
    expect((await call(text)).list.items[1].data).toEqual({ x: 1 });
  });

  test('a list without requests goes back as it came', async () => {
    expect((await call(listOf([MAP, MAP], { ...CONFIG, spec: {} }))).stdout).toBe(listOf([MAP, MAP]));
  });

  test('a request that is not looked at stays, whatever its metadata is', async () => {
    const other = request('other').replace(/metadata:\n.*\n/, 'metadata: null\n');
    const { code, list } = await call(listOf([other], parse(request('q'))));
    expect(code).toBe(0);
    expect(list.items[0].metadata).toEqual({ annotations: { 'config.kubernetes.io/local-config': 'true' } });
  });

  test('keepRequests false drops the request', async () => {
    expect(names(await call(listOf([request('q')], { ...CONFIG, spec: { keepRequests: false } })))).toEqual([
      'DynamoGraphDeployment/q-dgd',
    ]);
  });

  test('a graph for review only is marked local-config', async () => {
    const { list, code } = await call(listOf([request('q', 'autoApply: false')]));
    expect(code).toBe(0);
    expect(list.items[1].metadata.annotations).toEqual({ 'config.kubernetes.io/local-config': 'true' });
    expect(list.results).toMatchObject([{ severity: 'info', tags: { code: 'NOT_APPLIED' } }]);
  });
});

describe('hosts that write items back to files', () => {
  const at = (yaml: string, path: string, index: number): string => {
    const lines = ['config.kubernetes.io', 'internal.config.kubernetes.io'].map(
      (p) => `    ${p}/path: '${path}'\n    ${p}/index: '${index}'\n`,
    );
    return yaml.replace('metadata:\n', `metadata:\n  annotations:\n${lines.join('')}`);
  };

  test('a graph gets a place beside its request, in both spellings, and no two the same one', async () => {
    const { list } = await call(listOf([at(request('a'), 'dir/q.yaml', 0), at(request('b'), 'dir/q.yaml', 1)]));
    const places = list.items.filter((item: { kind: string }) => item.kind === 'DynamoGraphDeployment');
    expect(places.map((item: { metadata: { annotations: object } }) => item.metadata.annotations)).toEqual(
      [0, 1].map((index) => ({
        'config.kubernetes.io/path': 'dir/q.dgd.yaml',
        'internal.config.kubernetes.io/path': 'dir/q.dgd.yaml',
        'config.kubernetes.io/index': String(index),
        'internal.config.kubernetes.io/index': String(index),
      })),
    );
  });

  test('a second run replaces the graph where it is, and keeps what the host wrote on it', async () => {
    const older = at(graph('q', 'old'), 'graphs.yaml', 4).replace(
      'annotations:\n',
      "annotations:\n    config.k8s.io/id: '7'\n    mine: x\n",
    );
    const { list } = await call(listOf([older, at(request('q'), 'q.yaml', 0)], { ...CONFIG, spec: { image: 'new' } }));
    expect(list.items).toHaveLength(2);
    expect(list.items[0]).toMatchObject({
      spec: { image: 'new' },
      metadata: { annotations: { 'config.k8s.io/id': '7' } },
    });
    expect(list.items[0].metadata.annotations).toMatchObject({
      'config.kubernetes.io/path': 'graphs.yaml',
      'config.kubernetes.io/index': '4',
    });
    expect(list.items[0].metadata.annotations).not.toHaveProperty('mine');
  });

  test('calling it on its own answer changes nothing', async () => {
    const once = await call(listOf([MAP, at(request('q'), 'q.yaml', 0)]));
    expect((await call(once.stdout)).stdout).toBe(once.stdout);
  });
});

describe('as a generator', () => {
  const own = (config: object): string => listOf([JSON.stringify(config)], config);

  test('renders files, globs and inline requests of its config, each document once', async () => {
    const cwd = folderWith({ 'a.yaml': request('a'), 'more/b.yaml': `${request('b')}---\n${request('c')}` });
    const config = { ...CONFIG, spec: { requests: ['a.yaml', 'more/*.yaml', 'more', parse(request('inline'))] } };
    const answer = await call(own(config), cwd);
    expect({ code: answer.code, stderr: answer.stderr }).toEqual({ code: 0, stderr: '' });
    expect(names(answer)).toEqual([
      'RenderDGDR/render',
      ...['a', 'b', 'c', 'inline'].map((name) => `DynamoGraphDeployment/${name}-dgd`),
    ]);
  });

  test('a request that is its own config is rendered, whether it is among the items or not', async () => {
    const config = parse(request('q'));
    expect(names(await call(own(config)))).toEqual(['DynamoGraphDeploymentRequest/q', 'DynamoGraphDeployment/q-dgd']);
    expect(names(await call(listOf([], config)))).toEqual(['DynamoGraphDeployment/q-dgd']);
    expect(names(await call(listOf([request('other')], config)))).toEqual([
      'DynamoGraphDeploymentRequest/other',
      'DynamoGraphDeployment/q-dgd',
    ]);
  });

  test.each([
    {
      title: 'no requests',
      requests: undefined,
      code: 2,
      says: /^error CONFIG_INVALID RenderDGDR render spec\.requests: there is nothing to render/,
    },
    {
      title: 'a way out of the folder',
      requests: ['../x.yaml'],
      code: 1,
      says: /^error PATH_OUTSIDE_ROOT RenderDGDR render spec\.requests\[0\]: /,
    },
    { title: 'an absolute way out', requests: ['/etc/hostname'], code: 1, says: /^error PATH_OUTSIDE_ROOT / },
    { title: 'a glob out of the folder', requests: ['../*.yaml'], code: 1, says: /^error PATH_OUTSIDE_ROOT / },
    { title: 'a glob that turns back', requests: ['s*/../../*.yaml'], code: 1, says: /^error PATH_OUTSIDE_ROOT / },
    { title: 'a link out of the folder', requests: ['link.yaml'], code: 1, says: /^error PATH_OUTSIDE_ROOT / },
    { title: 'a linked folder outside', requests: ['linked'], code: 1, says: /^error PATH_OUTSIDE_ROOT / },
    { title: 'a glob below a linked folder', requests: ['linked/*'], code: 1, says: /^error PATH_OUTSIDE_ROOT / },
    {
      title: 'a missing file',
      requests: ['q.yaml', 'gone.yaml'],
      code: 1,
      says: /^error INPUT_NOT_FOUND RenderDGDR render spec\.requests\[1\]: .*\n {2}hint: paths start at \//,
    },
    {
      title: 'a file without a request',
      requests: ['foreign.yaml'],
      code: 1,
      says: /^error NO_REQUESTS .*no DynamoGraphDeploymentRequest in foreign\.yaml/,
    },
    {
      title: 'something that is no request',
      requests: [{ kind: 'Pod' }],
      code: 2,
      says: /^error CONFIG_INVALID .*spec\.requests\[0\]: neither a path nor/,
    },
    { title: 'an empty list', requests: [], code: 2, says: /^error CONFIG_INVALID .*spec\.requests: / },
  ])('$title: exit code $code', async ({ requests, code, says }) => {
    const outside = folderWith({ 'x.yaml': request('x') });
    const cwd = folderWith({ 'q.yaml': request('q'), 'foreign.yaml': MAP, 'sub/y.yaml': MAP });
    symlinkSync(join(outside, 'x.yaml'), join(cwd, 'link.yaml'));
    symlinkSync(outside, join(cwd, 'linked'));
    const config = { ...CONFIG, spec: requests === undefined ? {} : { requests } };
    const answer = await call(own(config), cwd);
    expect(answer.code).toBe(code);
    expect(answer.stderr).toMatch(says);
    expect(answer.list).toMatchObject({ kind: 'ResourceList', items: [config] });
    expect(answer.list.results).not.toHaveLength(0);
  });

  test('a finding about an inline request points into the config', async () => {
    const { stderr } = await call(own({ ...CONFIG, spec: { requests: [parse(request('q', 'fail: true'))] } }));
    expect(stderr).toMatch(/^error REQUEST_INVALID DynamoGraphDeploymentRequest q spec\.fail: q fails\n/);
  });
});

describe('findings', () => {
  test('are results with reference, field, file and code, and the items go back as they came', async () => {
    const bad = request('q', 'fail: true').replace(
      'metadata:\n',
      "metadata:\n  annotations: {config.kubernetes.io/path: q.yaml, config.kubernetes.io/index: '2'}\n",
    );
    const text = listOf([MAP, bad, request('good')]);
    const { code, stdout, list, stderr } = await call(text);
    expect(code).toBe(1);
    expect(stderr).toBe('error REQUEST_INVALID q.yaml spec.fail: q fails\n  hint: stop it\n');
    expect(stdout.startsWith(text)).toBe(true);
    expect(list.results).toEqual([
      {
        message: 'q fails',
        severity: 'error',
        resourceRef: { apiVersion: 'nvidia.com/v1beta1', kind: 'DynamoGraphDeploymentRequest', name: 'q' },
        field: { path: 'spec.fail' },
        file: { path: 'q.yaml', index: 2 },
        tags: { code: 'REQUEST_INVALID', hint: 'stop it' },
      },
    ]);
  });

  test('strict turns warnings into errors', async () => {
    const warned = listOf([request('q', 'warn: true')]);
    expect(await call(warned)).toMatchObject({
      code: 0,
      list: { results: [{ severity: 'warning', tags: { code: 'FIELD_IGNORED' } }] },
    });
    const strict = await call(listOf([request('q', 'warn: true')], { ...CONFIG, spec: { strict: true } }));
    expect(strict).toMatchObject({ code: 1, list: { results: [{ severity: 'error' }] } });
    expect(names(strict)).toEqual(['DynamoGraphDeploymentRequest/q']);
  });

  test.each([
    { title: 'an option that there is none of', spec: { stict: true }, path: 'spec.stict' },
    { title: 'a nested one', spec: { hardware: { gpus: 1 } }, path: 'spec.hardware.gpus' },
    { title: 'a count that is none', spec: { hardware: { totalGpus: 0 } }, path: 'spec.hardware.totalGpus' },
    { title: 'a release without quotes', spec: { target: 1.3 }, path: 'spec.target' },
    { title: 'direct routing', spec: { routing: { mode: 'direct' } }, path: 'spec.routing.mode' },
    { title: 'a word of no meaning to Flux', spec: { fluxSubstitute: 'no' }, path: 'spec.fluxSubstitute' },
    { title: 'models', spec: { models: {} }, path: 'spec.models' },
    { title: 'a list as a transformer', spec: { requests: ['q.yaml'] }, path: 'spec.requests' },
  ])('$title in the config: exit code 2', async ({ spec, path }) => {
    const { code, stderr, list } = await call(listOf([request('q')], { ...CONFIG, spec }));
    expect(code).toBe(2);
    expect(stderr).toContain(`error CONFIG_INVALID RenderDGDR render ${path}: `);
    expect(list.results).toMatchObject([{ field: { path }, resourceRef: { kind: 'RenderDGDR' } }]);
  });

  test.each([
    { title: 'prose', text: 'hello' },
    { title: 'nothing', text: '' },
    { title: 'broken YAML', text: 'a: [' },
    { title: 'another version', text: listOf([], undefined, { version: 'v9' }) },
    { title: 'items that are no objects', text: listOf(['1']) },
  ])('$title instead of a ResourceList is answered with an empty one', async ({ text }) => {
    const { code, list, stderr } = await call(text);
    expect(code).toBe(1);
    expect(list).toMatchObject({ apiVersion: 'config.kubernetes.io/v1', kind: 'ResourceList', items: [] });
    expect(list.results).toHaveLength(1);
    expect(stderr).toMatch(/^error (RESOURCE_LIST|YAML)_INVALID/);
  });
});

describe('a ConfigMap as config', () => {
  const config = (data: object): object => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'c' }, data });

  test('holds the options as text', async () => {
    const data = { image: 'i', 'hardware.totalGpus': '8', 'routing.mode': 'kv', keepRequests: 'false', strict: 'true' };
    const { list } = await call(listOf([request('q')], config(data)));
    expect(list.items).toEqual([parse(graph('q', 'i'))]);
  });

  test.each([
    { data: { nope: 'x' }, path: 'data.nope' },
    { data: { 'hardware.totalGpus': 'many' }, path: 'data.hardware.totalGpus' },
    { data: { strict: 'yes' }, path: 'data.strict' },
    { data: { fluxSubstitute: 'off' }, path: 'data.fluxSubstitute' },
    { data: { target: { toString: '1.4' } }, path: 'data.target' },
  ])('$path is refused', async ({ data, path }) => {
    const { code, stderr } = await call(listOf([request('q')], config(data)));
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringContaining(`error CONFIG_INVALID ConfigMap c ${path}: `),
    });
  });
});

describe('as an exec plugin of kustomize', () => {
  const plugin = (config: string, stdin = '', spec: readonly string[] = ['config.yaml']) =>
    run(['function', ...spec], { stdin, cwd: folderWith({ 'config.yaml': config, 'requests/q.yaml': request('q') }) });
  const render = (spec: string): string => `${JSON.stringify(CONFIG).slice(0, -1)}, spec: ${spec}}\n`;

  test('a transformer gives back the stream with marked requests and their graphs; all else keeps its bytes', async () => {
    const stream = `# first\n${MAP}---\n${request('q')}---\n${MAP}`;
    const marked = request('q').replace(
      '  name: q\n',
      '  name: q\n  annotations:\n    config.kubernetes.io/local-config: "true"\n',
    );
    expect(await plugin(render('{image: i}'), stream)).toEqual({
      code: 0,
      stdout: `# first\n${MAP}---\n${marked}---\n${graph('q', 'i')}---\n${MAP}`,
      stderr: '',
    });
  });

  test('a stream without requests comes back as it was', async () => {
    const stream = `---\n${MAP}---\n# nothing\n---\n${MAP}`;
    expect(await plugin(render('{}'), stream)).toEqual({ code: 0, stdout: `---\n${MAP}---\n${MAP}`, stderr: '' });
  });

  test.each([
    ['that names its requests', render('{requests: [requests/*.yaml]}')],
    ['that is a request', request('q')],
  ])('a generator %s prints the graph', async (_, config) => {
    const { code, stdout } = await plugin(config);
    expect({ code, kinds: parseAllDocuments(stdout).map((one) => one.toJS().kind) }).toEqual({
      code: 0,
      kinds: ['DynamoGraphDeployment'],
    });
  });

  test.each([
    ['a request that fails', render('{}'), request('q', 'fail: true'), 1, 'error REQUEST_INVALID'],
    ['an unknown option', render('{nope: 1}'), MAP, 2, 'error CONFIG_INVALID RenderDGDR render spec.nope: '],
    ['a config without a resource', '# nothing\n', MAP, 2, 'the config file holds no resource, not one'],
    ['a config with two', `${MAP}---\n${MAP}`, MAP, 2, 'the config file holds 2 resources, not one'],
  ])('%s prints nothing for kustomize to read', async (_, config, stdin, code, says) => {
    const result = await plugin(config, stdin);
    expect(result).toEqual({ code, stdout: '', stderr: expect.stringContaining(says) });
  });

  test.each([
    ['a file that is not there', ['gone.yaml'], 1, 'error INPUT_NOT_FOUND'],
    ['a folder', ['requests'], 2, 'requests is no file with a config'],
    ['two files', ['config.yaml', 'config.yaml'], 2, 'one file with the config was expected'],
  ])('%s is refused', async (_, args, code, says) => {
    expect(await plugin(MAP, '', args)).toEqual({ code, stdout: '', stderr: expect.stringContaining(says) });
  });
});
