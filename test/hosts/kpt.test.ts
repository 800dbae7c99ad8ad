import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { wantHost } from './host.ts';

const kpt = wantHost('kpt');

const ROOT = resolve(import.meta.dirname, '../..');
const REQUEST = readFileSync(join(ROOT, 'plugin/kpt/package/serving/chat.dgdr.yaml'), 'utf8');
const PLANNER = readFileSync(join(ROOT, 'fixtures/goldens/planner-rapid/dgdr.yaml'), 'utf8');
const LOCAL = 'annotations:\n    config.kubernetes.io/local-config: "true"\n';
const CONFIG = `apiVersion: dgdr-render.dev/v1alpha1\nkind: RenderDGDR\nmetadata:\n  name: render # mine\n  ${LOCAL}spec:\n  target: "1.4"\n  routing:\n    mode: kv\n`;
const MAP =
  '# of the team\nkind: ConfigMap\napiVersion: v1\nmetadata:\n  name: other # odd\ndata:\n  b: "1"\n  a: "0"\n';

const kptfile = (pipeline: string): string =>
  `apiVersion: kpt.dev/v1\nkind: Kptfile\nmetadata:\n  name: serving # the package\npipeline:\n  mutators:\n    - exec: dgdr-render-function\n${pipeline}`;

type Files = Readonly<Record<string, string>>;

const EXEC = ['--exec', 'dgdr-render-function'];
const PAIRS = ['routing.mode=kv', 'target=1.4'];
/** Every way to run the function with the same options: what is called, and what the package needs for it. */
const WAYS: readonly { readonly way: string; readonly args: readonly string[]; readonly files: Files }[] = [
  { way: 'eval with pairs', args: ['eval', 'package', ...EXEC, '--', ...PAIRS], files: {} },
  {
    way: 'eval with a config',
    args: ['eval', 'package', ...EXEC, '--fn-config', 'package/render.yaml'],
    files: { 'render.yaml': CONFIG },
  },
  {
    way: 'render with pairs',
    args: ['render', 'package', '--allow-exec'],
    files: { Kptfile: kptfile('      configMap:\n        routing.mode: kv\n        target: "1.4"\n') },
  },
  {
    way: 'render with a config',
    args: ['render', 'package', '--allow-exec'],
    files: { Kptfile: kptfile('      configPath: render.yaml\n'), 'render.yaml': CONFIG },
  },
];

describe.skipIf(kpt === undefined)('kpt fn', () => {
  const work = mkdtempSync(join(tmpdir(), 'dgdr-kpt-'));
  afterAll(() => rmSync(work, { recursive: true, force: true }));
  mkdirSync(join(work, 'bin'));
  for (const name of ['dgdr-render', 'dgdr-render-function']) {
    symlinkSync(join(ROOT, `dist/${name}.mjs`), join(work, 'bin', name));
  }
  const env = {
    PATH: [join(work, 'bin'), dirname(process.execPath), process.env.PATH].join(delimiter),
    HOME: work,
  };

  const call = (cwd: string, program: string, args: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync(program, args, { cwd, env, encoding: 'utf8' });
    return { code: status, said: stdout + stderr };
  };

  /** A folder that holds the package. */
  const folderOf = (files: Files): string => {
    const folder = mkdtempSync(join(work, 'case-'));
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, 'package', name)), { recursive: true });
      writeFileSync(join(folder, 'package', name), text);
    }
    return folder;
  };
  const read = (folder: string): Record<string, string> => {
    const entries = readdirSync(join(folder, 'package'), { recursive: true, withFileTypes: true });
    const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    const named = paths.map((path) => [path.slice(join(folder, 'package/').length), readFileSync(path, 'utf8')]);
    return Object.fromEntries(named.sort());
  };
  const fn = (folder: string, ...args: string[]) => call(folder, kpt ?? '', ['fn', ...args]);

  describe.each(WAYS)('$way', ({ args, files }) => {
    test('puts a graph beside its request and changes nothing else but the mark on the request', () => {
      const before = { ...files, 'deep/chat.dgdr.yaml': REQUEST, 'other.yaml': MAP };
      const folder = folderOf(before);
      expect(fn(folder, ...args)).toMatchObject({ code: 0 });
      const { 'deep/chat.dgd.yaml': graph = '', ...after } = read(folder);
      expect(after).toEqual({ ...before, 'deep/chat.dgdr.yaml': REQUEST.replace('spec:\n', `  ${LOCAL}spec:\n`) });
      expect(graph).toContain('apiVersion: nvidia.com/v1beta1\n');
      expect(graph).toContain('dgdr-render.dev/source: deep/chat.dgdr.yaml#0\n');
      expect(graph).toMatch(/name: DYN_ROUTER_MODE\n +value: kv\n/);
    });

    test('run twice gives the same bytes, which check knows', () => {
      const both = `${REQUEST}---\n${PLANNER}`;
      const folder = folderOf({
        ...files,
        'deep/both.yaml': both,
        'chat.dgdr.yaml': REQUEST.replace('chat', 'second'),
      });
      expect(fn(folder, ...args)).toMatchObject({ code: 0 });
      const once = read(folder);
      const kinds = parseAllDocuments(once['deep/both.dgd.yaml'] ?? '').map((document) => document.get('kind'));
      expect(kinds).toEqual(['DynamoGraphDeployment', 'ConfigMap', 'DynamoGraphDeployment']);
      expect(fn(folder, ...args)).toMatchObject({ code: 0 });
      expect(read(folder)).toEqual(once);
      const check = call(join(folder, 'package'), 'dgdr-render', ['check', '--router-mode', 'kv', '--target', '1.4']);
      expect(check).toMatchObject({ code: 0, said: expect.stringContaining('3 graphs are as rendered\n') });
    });

    test('a changed request changes its graph where it stands', () => {
      const folder = folderOf({ ...files, 'chat.yaml': REQUEST });
      fn(folder, ...args);
      const { 'chat.yaml': marked = '', 'chat.dgd.yaml': graph = '' } = read(folder);
      rmSync(join(folder, 'package/chat.dgd.yaml'));
      writeFileSync(join(folder, 'package/graphs.yaml'), `${MAP}---\n${graph}`);
      writeFileSync(join(folder, 'package/chat.yaml'), marked.replace('totalGpus: 4', 'totalGpus: 8'));
      expect(fn(folder, ...args)).toMatchObject({ code: 0 });
      const after = read(folder);
      expect(Object.keys(after)).not.toContain('chat.dgd.yaml');
      expect(after['graphs.yaml']).toContain(MAP);
      expect(after['graphs.yaml']).toContain('disagg 4x prefill tp1 + 2x decode tp2, ');
    });

    test('a bad request is a result with its place, and no file changes', () => {
      const before = { ...files, 'bad.yaml': REQUEST.replace('ttft: 1500', 'ttft: -1'), 'good.yaml': REQUEST };
      const folder = folderOf(before);
      const [verb = '', target = '', ...rest] = args;
      const { code, said } = fn(folder, verb, target, '--results-dir', 'results', ...rest);
      expect(code).toBe(1);
      expect(said).toContain(
        '[error] nvidia.com/v1beta1/DynamoGraphDeploymentRequest/chat spec.sla.ttft: ttft is -1 ms, wanted more than 0\n',
      );
      expect(parse(readFileSync(join(folder, 'results/results.yaml'), 'utf8'))).toMatchObject({
        kind: 'FunctionResultList',
        exitCode: 1,
        items: [
          {
            exitCode: 1,
            stderr: expect.stringMatching(/^error SLA_INVALID bad\.yaml spec\.sla\.ttft: .*\n {2}hint: /),
            results: [
              {
                severity: 'error',
                field: { path: 'spec.sla.ttft' },
                file: { path: 'bad.yaml' },
                tags: { code: 'SLA_INVALID', hint: expect.any(String) },
              },
              { severity: 'info', file: { path: 'good.yaml' }, tags: { code: 'ENGINE_NEAR' } },
              {
                severity: 'info',
                field: { path: 'metadata.name' },
                file: { path: 'good.yaml' },
                tags: { code: 'CLUSTER_NEEDS', hint: expect.any(String) },
              },
            ],
          },
        ],
      });
      expect(read(folder)).toEqual(before);
    });
  });

  test.each([
    ['a pair', ['--', 'rooting.mode=kv'], 'data.rooting.mode: rooting.mode is not an option; known: requests, '],
    ['a value', ['--', 'hardware.totalGpus=many'], 'data.hardware.totalGpus: a finite number was expected, not '],
  ])('%s that is not known is a result about the config', (_, pairs, says) => {
    const folder = folderOf({ 'chat.yaml': REQUEST });
    const { code, said } = fn(folder, 'eval', 'package', ...EXEC, ...pairs);
    expect(code).toBe(1);
    expect(said).toContain(says);
    expect(read(folder)).toEqual({ 'chat.yaml': REQUEST });
  });

  test('what is left over in a package is found and removed by the command', () => {
    const folder = folderOf({ 'p.yaml': REQUEST, 'q.yaml': REQUEST.replace('name: chat', 'name: other') });
    fn(folder, 'eval', 'package', ...EXEC);
    rmSync(join(folder, 'package/p.yaml'));
    fn(folder, 'eval', 'package', ...EXEC);
    expect(Object.keys(read(folder))).toEqual(['p.dgd.yaml', 'q.dgd.yaml', 'q.yaml']);
    expect(call(join(folder, 'package'), 'dgdr-render', ['render', '--prune']).code).toBe(0);
    expect(Object.keys(read(folder))).toEqual(['q.dgd.yaml', 'q.yaml']);
  });

  test('the example renders, with --allow-exec only', () => {
    const folder = mkdtempSync(join(work, 'case-'));
    cpSync(join(ROOT, 'plugin/kpt/package'), join(folder, 'package'), { recursive: true });
    const before = read(folder);
    expect(fn(folder, 'render', 'package').code).toBe(1);
    expect(read(folder)).toEqual(before);
    expect(fn(folder, 'render', 'package', '--allow-exec').code).toBe(0);
    expect(Object.keys(read(folder))).toEqual([
      'Kptfile',
      'render.yaml',
      'serving/chat.dgd.yaml',
      'serving/chat.dgdr.yaml',
    ]);
  });
});
