import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { openEngines } from '../../src/profile/engines.ts';
import { openStreet } from '../../src/render/render.ts';
import { WORKLOAD_DEFAULTS } from '../../src/request/workload-options.ts';
import { FAKE_STREET, folderWith, graph, request, run } from './harness.ts';

const HEAD = 'apiVersion: dgdr-render.dev/v1alpha1\nkind: RenderDGDR\n';
const project = (...lines: readonly string[]): string => `${HEAD}spec:\n${lines.map((line) => `  ${line}\n`).join('')}`;
/** A folder that is the top of a work tree. */
const repository = (files: Readonly<Record<string, string>>): string => folderWith({ '.git/HEAD': '', ...files });
/** What a request came to stands in its graph as the image. */
const imagesOf = (stdout: string): string[] =>
  [...stdout.matchAll(/^ {2}image: (.*)$/gm)].map((match) => match[1] ?? '');

/** What `config show` says of plain workloads where nobody says anything. */
const BUILT_IN_WORKLOADS = Object.fromEntries(
  Object.entries(WORKLOAD_DEFAULTS)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => [`workloads.${name}`, [value, 'built-in']]),
);

describe('the nearest project file up to the root counts, as a whole', () => {
  const files = {
    'dgdr-render.yaml': project('image: top:1'),
    'a/q.yaml': request('a'),
    'b/dgdr-render.yaml': project('target: "1.3"'),
    'b/q.yaml': request('b'),
    'c/dgdr-render.yaml': project('extends: ../dgdr-render.yaml', 'target: "1.3"'),
    'c/deep/q.yaml': request('c'),
  };

  test.each([
    ['.', ['top:1', 'none', 'top:1']],
    ['a', ['top:1']],
    ['c/deep', ['top:1']],
  ])('from %s', async (folder, images) => {
    const cwd = repository(files);
    const there = await run(['render', '.'], { cwd: join(cwd, folder) });
    expect(imagesOf(there.stdout)).toEqual(images);
    expect(imagesOf((await run(['render', folder], { cwd })).stdout)).toEqual(images);
  });

  test('nothing above the root is looked for', async () => {
    const cwd = folderWith({
      'dgdr-render.yaml': project('image: above:1'),
      'in/.git/HEAD': '',
      'in/q.yaml': request('a'),
    });
    expect(imagesOf((await run(['render', '.'], { cwd: join(cwd, 'in') })).stdout)).toEqual(['none']);
  });

  test('without a work tree the working directory is the root', async () => {
    const cwd = folderWith({ 'dgdr-render.yaml': project('image: here:1'), 'in/q.yaml': request('a') });
    expect(imagesOf((await run(['render', '.'], { cwd })).stdout)).toEqual(['here:1']);
    expect(imagesOf((await run(['render', '.'], { cwd: join(cwd, 'in') })).stdout)).toEqual(['none']);
  });

  test('an option goes before it, and stdin takes that of the working directory', async () => {
    const cwd = repository(files);
    const [plain, said] = [
      ['render', '-'],
      ['render', '-', '--image', 'mine:1'],
    ];
    expect(imagesOf((await run(plain, { cwd, stdin: request('q') })).stdout)).toEqual(['top:1']);
    expect(imagesOf((await run(said, { cwd, stdin: request('q') })).stdout)).toEqual(['mine:1']);
  });

  test('extending merges maps field by field, and replaces lists', async () => {
    const cwd = repository({
      'base.yaml': project(
        'hardware: {gpuSku: l40s, totalGpus: 8}',
        'imageMirrors: [{source: a.io, mirror: b.io}]',
        'routing: {mode: kv}',
      ),
      'dgdr-render.yaml': project(
        'extends: base.yaml',
        'hardware: {totalGpus: 4}',
        'imageMirrors: [{source: c.io, mirror: d.io}]',
      ),
    });
    const { stdout } = await run(['config', 'show', '--format', 'json'], { cwd });
    const [{ values }] = JSON.parse(stdout) as [{ values: { setting: string; value: unknown; from: string }[] }];
    expect(Object.fromEntries(values.map(({ setting, value, from }) => [setting, [value, from]]))).toEqual({
      'hardware.gpuSku': ['l40s', 'base.yaml:4'],
      'hardware.totalGpus': [4, 'dgdr-render.yaml:5'],
      imageMirrors: [[{ source: 'c.io', mirror: 'd.io' }], 'dgdr-render.yaml:6'],
      'routing.mode': ['kv', 'base.yaml:6'],
      support: ['recorded', 'built-in'],
      extends: ['base.yaml', 'dgdr-render.yaml:4'],
      emit: ['graph', 'built-in'],
      ...BUILT_IN_WORKLOADS,
      strict: [false, 'built-in'],
      frozen: [false, 'built-in'],
    });
  });
});

test('one name in two folders, each with its own file: no collision beside them', async () => {
  const cwd = repository({
    'a/dgdr-render.yaml': project('image: a:1'),
    'a/q.yaml': request('q'),
    'b/dgdr-render.yaml': project('image: b:1'),
    'b/q.yaml': request('q'),
  });
  expect(await run(['render', '--beside'], { cwd })).toMatchObject({ code: 0 });
  expect(imagesOf(readFileSync(join(cwd, 'a/q.dgd.yaml'), 'utf8'))).toEqual(['a:1']);
  expect(imagesOf(readFileSync(join(cwd, 'b/q.dgd.yaml'), 'utf8'))).toEqual(['b:1']);
  expect(await run(['check'], { cwd })).toMatchObject({ code: 0 });
});

test('strict and frozen count for the requests of the file that says them', async () => {
  const warning = request('q', 'warn: true');
  const cwd = repository({
    'a/dgdr-render.yaml': project('strict: true'),
    'a/q.yaml': warning,
    'b/q.yaml': warning.replace('name: q', 'name: r'),
    'c/dgdr-render.yaml': project('frozen: true'),
    'c/q.yaml': request('s'),
    'd/q.yaml': request('t'),
  });
  const { code, stderr } = await run(['render', '.'], { cwd });
  expect(code).toBe(1);
  expect(stderr.split('\n').filter((line) => /^(error|warning)/.test(line))).toEqual([
    'error FIELD_IGNORED a/q.yaml:7 spec.warn: ignored',
    'warning FIELD_IGNORED b/q.yaml:7 spec.warn: ignored',
    expect.stringMatching(/^error LOCK_FROZEN c\/q\.yaml:\d+ metadata\.name: /),
  ]);
});

describe('files that a project file leaves out', () => {
  const files = {
    'dgdr-render.yaml': project('exclude: [drafts, "*/old.yaml"]'),
    'app/q.yaml': request('q'),
    'app/old.yaml': request('old'),
    'drafts/d.yaml': request('d'),
  };

  test('are looked at by no host, not even where they are named', async () => {
    const cwd = repository(files);
    expect((await run(['render', '.'], { cwd })).stdout).toBe(graph('q'));
    expect((await run(['render', '.'], { cwd: join(cwd, 'app') })).stdout).toBe(graph('q'));
    expect(await run(['render', 'drafts/d.yaml'], { cwd })).toMatchObject({ code: 1, stdout: '' });
    const argocd = await run(['argocd', 'generate'], { cwd, env: { ARGOCD_APP_SOURCE_PATH: '.' } });
    expect(argocd.stdout).toBe(`---\n${graph('q')}`);
  });

  test.each(['/etc/**', '../**', 'a/../../b', 'a/{b,../../c}'])('the glob %s stays below the file', async (glob) => {
    const cwd = repository({ 'dgdr-render.yaml': project(`exclude: ["${glob}"]`), 'q.yaml': request('q') });
    const { code, stderr } = await run(['render', '.'], { cwd });
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringContaining('error CONFIG_INVALID dgdr-render.yaml:4 spec.exclude[0]: '),
    });
  });
});

describe('models of a project file', () => {
  test('are named from its folder, also above the working directory', async () => {
    const cwd = repository({
      'dgdr-render.yaml': project('models: [{id: a/b, config: models/b}]'),
      'models/b/config.json': '{"architectures": []}',
      'app/q.yaml': request('q'),
    });
    expect(await run(['render', '.'], { cwd: join(cwd, 'app') })).toMatchObject({ code: 0, stdout: graph('q') });
  });

  test.each([
    ['config: ../outside', 'PATH_OUTSIDE_ROOT', 'spec.models[0].config'],
    ['config: none', 'INPUT_NOT_FOUND', 'spec.models[0].config'],
  ])('%s', async (words, code, message) => {
    const cwd = repository({
      'dgdr-render.yaml': project('models:', '- id: a/b', `  ${words}`),
      'q.yaml': request('q'),
    });
    const { stdout, stderr } = await run(['render', '.'], { cwd });
    expect({ stdout, stderr }).toEqual({
      stdout: '',
      stderr: expect.stringContaining(`error ${code} dgdr-render.yaml:6 ${message}`),
    });
  });
});

/** Makes a project file beside a request. */
type Make = (folder: string, outside: string) => void;
const write =
  (text: string, name = 'dgdr-render.yaml'): Make =>
  (folder) => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  };
const HOSTILE: readonly (readonly [what: string, make: Make, code: string])[] = [
  ['extends what is outside', write(project('extends: ../../secret.yaml')), 'PATH_OUTSIDE_ROOT'],
  [
    'extends an absolute path',
    (folder, outside) => write(project(`extends: ${outside}/secret.yaml`))(folder, outside),
    'PATH_OUTSIDE_ROOT',
  ],
  ['extends itself', write(project('extends: dgdr-render.yaml')), 'EXTENDS_CIRCULAR'],
  [
    'extends itself by a link',
    (folder) => {
      write(project('extends: other.yaml'))(folder, '');
      symlinkSync('dgdr-render.yaml', join(folder, 'other.yaml'));
    },
    'EXTENDS_CIRCULAR',
  ],
  [
    'extends too many',
    (folder) => {
      for (let i = 0; i < 20; i++) {
        write(project(`extends: ${i === 0 ? 'e/' : ''}${i + 1}.part`), i === 0 ? 'dgdr-render.yaml' : `e/${i}.part`)(
          folder,
          '',
        );
      }
    },
    'EXTENDS_CIRCULAR',
  ],
  ['extends nothing that is there', write(project('extends: none.yaml')), 'INPUT_NOT_FOUND'],
  ['extends a folder', write(project('extends: .')), 'INPUT_NOT_FOUND'],
  [
    'is a link that leads out',
    (folder, outside) => symlinkSync(join(outside, 'secret.yaml'), join(folder, 'dgdr-render.yaml')),
    'PATH_OUTSIDE_ROOT',
  ],
  ['is a link to nothing', (folder) => symlinkSync('none', join(folder, 'dgdr-render.yaml')), 'INPUT_NOT_FOUND'],
  ['is a folder', (folder) => mkdirSync(join(folder, 'dgdr-render.yaml')), 'INPUT_NOT_FOUND'],
  ['is a pipe', (folder) => void execFileSync('mkfifo', [join(folder, 'dgdr-render.yaml')]), 'INPUT_NOT_FOUND'],
  [
    'has 64 MiB',
    (folder) => {
      write('')(folder, '');
      truncateSync(join(folder, 'dgdr-render.yaml'), 64 * 2 ** 20);
    },
    'INPUT_TOO_LARGE',
  ],
  ['is empty', write(''), 'CONFIG_INVALID'],
  ['is no YAML', write('spec: ['), 'YAML_INVALID'],
  [
    'is no UTF-8',
    (folder) => writeFileSync(join(folder, 'dgdr-render.yaml'), Buffer.from([0xff, 0xfe, 0x41])),
    'YAML_INVALID',
  ],
  ['is a request', write(request('q')), 'CONFIG_INVALID'],
  ['is of another version', write(HEAD.replace('v1alpha1', 'v2')), 'CONFIG_INVALID'],
  ['has two documents', write(`${project('strict: true')}---\n${project('strict: true')}`), 'CONFIG_INVALID'],
  ['names requests', write(project('requests: [q.yaml]')), 'CONFIG_INVALID'],
  ['keeps requests', write(project('keepRequests: true')), 'CONFIG_INVALID'],
  ['turns mends off', write(project('compat: reference')), 'CONFIG_INVALID'],
  ['misspells a field', write(project('imageMirror: []')), 'CONFIG_INVALID'],
  ['has a list for its spec', write(`${HEAD}spec: []\n`), 'CONFIG_INVALID'],
];

test('a field of another form of config is not proposed in its own place', async () => {
  const cwd = folderWith({ '.git/HEAD': '', 'q.yaml': request('q'), 'dgdr-render.yaml': project('compat: reference') });
  const { stderr } = await run(['render', '.'], { cwd });
  expect(stderr).toContain("spec.compat: compat is for the function's config alone\n");
  expect(stderr).not.toContain('did you mean');
});

describe('a project file that', () => {
  test.each(HOSTILE)('%s has a code at every host, and nothing outside is read', async (_what, make, code) => {
    const outer = folderWith({
      'secret.yaml': `${project('image: secret:1')}# SECRET`,
      'in/.git/HEAD': '',
      'in/app/q.yaml': request('q'),
    });
    const folder = join(outer, 'in/app');
    make(folder, outer);
    const list = JSON.stringify({
      apiVersion: 'config.kubernetes.io/v1',
      kind: 'ResourceList',
      items: [parse(request('q'))],
    });
    const hosts = [
      await run(['render', '.'], { cwd: folder }),
      await run(['render', 'app'], { cwd: join(outer, 'in') }),
      await run(['check', '.'], { cwd: folder }),
      await run(['lock', '.'], { cwd: folder }),
      await run(['profile', '.'], { cwd: folder }),
      await run(['render', '-'], { cwd: folder, stdin: request('q') }),
      await run(['config', 'show'], { cwd: folder }),
      await run(['argocd', 'generate'], { cwd: folder }),
      await run(['function'], { cwd: folder, stdin: list }),
    ];
    for (const [i, { code: exit, stdout, stderr }] of hosts.entries()) {
      expect({ i, exit, stderr }).toEqual({
        i,
        exit: code === 'CONFIG_INVALID' ? 2 : 1,
        stderr: expect.stringContaining(`error ${code} `),
      });
      expect(stderr.split(`error ${code} `)).toHaveLength(2);
      expect(`${stdout}${stderr}`).not.toMatch(/SECRET|secret:1|DynamoGraphDeployment\b.*-dgd/);
    }
    expect(readdirSync(folder).filter((name) => name.includes('lock') || name.includes('.dgd.'))).toEqual([]);
  });

  test('is a link inside the root counts where the link stands', async () => {
    const cwd = repository({ 'shared/p.yaml': project('image: linked:1'), 'app/q.yaml': request('q') });
    symlinkSync('../shared/p.yaml', join(cwd, 'app/dgdr-render.yaml'));
    expect(imagesOf((await run(['render', 'app'], { cwd })).stdout)).toEqual(['linked:1']);
  });

  test('is called .yml is told of, and does not count', async () => {
    const cwd = repository({ 'dgdr-render.yml': project('image: no:1'), 'app/q.yaml': request('q') });
    const { code, stdout, stderr } = await run(['render', '.'], { cwd });
    expect({ code, images: imagesOf(stdout) }).toEqual({ code: 0, images: ['none'] });
    expect(stderr).toContain('warning PROJECT_FILE_MISNAMED dgdr-render.yml: ');
  });

  test('is broken matters to no folder without a request below it', async () => {
    const cwd = repository({ 'q.yaml': request('q'), 'other/dgdr-render.yaml': 'spec: [', 'other/m.yaml': 'a: 1\n' });
    expect(await run(['render', '.'], { cwd })).toEqual({ code: 0, stdout: graph('q'), stderr: '' });
  });
});

describe('a project file is no resource', () => {
  test('of an application', async () => {
    const own = { 'dgdr-render.yaml': project('extends: part.yaml'), 'part.yaml': project('image: p:1') };
    const cwd = repository({ ...own, 'q.yaml': request('q') });
    expect((await run(['argocd', 'generate'], { cwd })).stdout).toBe(`---\n${graph('q', 'p:1')}`);
  });

  test('for a cluster among the items of a function, where it stays for hosts that write items back', async () => {
    const cwd = repository({ 'dgdr-render.yaml': project('image: p:1') });
    const items = [parse(project('image: p:1')), parse(request('q'))];
    const stdin = JSON.stringify({ apiVersion: 'config.kubernetes.io/v1', kind: 'ResourceList', items });
    const { stdout } = await run(['function'], { cwd, stdin });
    const answered = parse(stdout).items as { kind: string; metadata?: { annotations?: object } }[];
    expect(answered.map(({ kind }) => kind)).toEqual([
      'RenderDGDR',
      'DynamoGraphDeploymentRequest',
      'DynamoGraphDeployment',
    ]);
    expect(answered[0]?.metadata?.annotations).toEqual({ 'config.kubernetes.io/local-config': 'true' });
    expect(imagesOf(stdout.replace(/^ +image/gm, '  image')).at(-1)).toBe('p:1');
  });

  test('and the config of a function and parameters of an application go before it', async () => {
    const cwd = repository({ 'dgdr-render.yaml': project('image: p:1'), 'q.yaml': request('q') });
    const functionConfig = parse(project('image: f:1'));
    const list = {
      apiVersion: 'config.kubernetes.io/v1',
      kind: 'ResourceList',
      items: [parse(request('q'))],
      functionConfig,
    };
    expect((await run(['function'], { cwd, stdin: JSON.stringify(list) })).stdout).toContain('image: f:1');
    const env = { ARGOCD_ENV_IMAGE: 'a:1' };
    expect((await run(['argocd', 'generate'], { cwd, env })).stdout).toBe(`---\n${graph('q', 'a:1')}`);
  });
});

test('a finding about a value of the project file names its line', async () => {
  const cwd = repository({ 'dgdr-render.yaml': project('hardware:', '  gpuSku: h9000'), 'q.yaml': request('q') });
  const street: typeof FAKE_STREET = {
    ...FAKE_STREET,
    parse: (resource, defaults, warn) => {
      warn('SKU_UNKNOWN_TO_OPERATOR', { message: 'so', path: 'spec.hardware.gpuSku' });
      return FAKE_STREET.parse(resource, defaults, warn);
    },
  };
  const { stderr } = await run(['render', '.'], { cwd, street });
  expect(stderr).toContain('warning SKU_UNKNOWN_TO_OPERATOR dgdr-render.yaml:5 spec.hardware.gpuSku: so');
});

describe('init', () => {
  test('writes a file from what is there, which counts', async () => {
    const image = 'image: m.example.com/n/nvidia/ai-dynamo/dynamo-planner:1.3.1';
    const hardware = 'hardware: {gpuSku: l40s, totalGpus: 4, numGpusPerNode: 4}';
    const cwd = repository({ 'app/q.yaml': request('q', image, hardware) });
    expect(await run(['init'], { cwd })).toMatchObject({ code: 0, stdout: '' });
    expect(parse(readFileSync(join(cwd, 'dgdr-render.yaml'), 'utf8'))).toEqual({
      ...parse(HEAD),
      spec: {
        target: '1.3',
        imageMirrors: [{ source: 'nvcr.io', mirror: 'm.example.com/n' }],
        hardware: { gpuSku: 'l40s', numGpusPerNode: 4 },
      },
    });
    expect(await run(['config', 'show'], { cwd })).toMatchObject({ code: 0, stderr: '' });
  });

  test('writes examples alone where there is nothing, each of which can be used', async () => {
    const cwd = repository({});
    expect(await run(['init'], { cwd })).toMatchObject({ code: 0 });
    const text = readFileSync(join(cwd, 'dgdr-render.yaml'), 'utf8');
    expect(parse(text)).toEqual({ ...parse(HEAD), spec: null });
    const open = text.replace(/^ {2}# (?=[a-zA-Z]+:|- | {2})/gm, '  ').replace(/^ {2}extends: .*\n/m, '');
    writeFileSync(join(cwd, 'dgdr-render.yaml'), open);
    expect(Object.keys(parse(open).spec)).toHaveLength(16);
    expect(await run(['config', 'show'], { cwd })).toMatchObject({ code: 0, stderr: '' });
  });

  test.each<[string, Make]>([
    ['a file', write('mine')],
    ['a link', (folder) => symlinkSync('nowhere', join(folder, 'dgdr-render.yaml'))],
    ['a folder', (folder) => mkdirSync(join(folder, 'dgdr-render.yaml'))],
  ])('leaves %s alone', async (_what, make) => {
    const cwd = repository({});
    make(cwd, cwd);
    const before = readdirSync(cwd);
    const { code, stderr } = await run(['init'], { cwd });
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining('OUTPUT_FAILED') });
    expect(readdirSync(cwd)).toEqual(before);
  });
});

test('what is wrong with a default is said at its line, also of a request that needs none', async () => {
  const own = 'hardware: {gpuSku: l40s, totalGpus: 4, numGpusPerNode: 4}';
  const cwd = repository({
    'dgdr-render.yaml': project('hardware: {gpuSku: h9000}', 'target: "1.3"'),
    'q.yaml': request('q', 'backend: vllm', own),
  });
  const street = openStreet(openEngines(), {});
  const { stderr } = await run(['render', '.'], { cwd, street });
  expect(stderr).toMatch(/^error CONFIG_INVALID dgdr-render\.yaml:4 spec\.hardware\.gpuSku: gpuSku is "h9000"/);
});

test('a lock holds the values that count, whoever said them, and not the file', async () => {
  const hardware = 'hardware: {gpuSku: l40s, totalGpus: 4, numGpusPerNode: 4}';
  const asked = ['backend: vllm', 'workload: {isl: 1000, osl: 200}', 'sla: {ttft: 1500, itl: 60}'];
  const text = request('q', ...asked).replace('a/b', 'Qwen/Qwen3-8B');
  const street = openStreet(openEngines(), {});
  const cwd = repository({ 'dgdr-render.yaml': project(hardware, 'target: "1.3"'), 'q.yaml': text });
  expect(await run(['lock', '.'], { cwd, street })).toMatchObject({ code: 0 });
  const lock = readFileSync(join(cwd, 'dgdr.lock.yaml'), 'utf8');
  expect(lock).not.toContain('dgdr-render.yaml');
  rmSync(join(cwd, 'dgdr-render.yaml'));
  const said = ['--gpu-sku', 'l40s', '--total-gpus', '4', '--num-gpus-per-node', '4', '--target', '1.3'];
  expect(await run(['render', '.', '--frozen', ...said], { cwd, street })).toMatchObject({ code: 0 });
});
