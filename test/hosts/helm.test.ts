import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import manifest from '../../package.json' with { type: 'json' };
import { wantHost } from './host.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const PLUGIN = join(ROOT, 'plugin/helm');

const REQUEST = `# The request of a release.
apiVersion: nvidia.com/v1beta1
kind: DynamoGraphDeploymentRequest
metadata:
  name: {{ .Release.Name }}
  namespace: {{ .Release.Namespace }}
spec:
  model: Qwen/Qwen3-8B
  backend: vllm
  image: nvcr.io/nvidia/ai-dynamo/dynamo-planner:1.3.1
  autoApply: {{ .Values.apply }}
  hardware:
    gpuSku: l40s
    totalGpus: 4
    numGpusPerNode: 4
  workload:
    isl: 1000
    osl: 200
  sla:
    ttft: {{ .Values.ttft }}
    itl: 60
`;
const SERVICE = `apiVersion: v1
kind: Service
metadata:
  name: front # odd
spec:
  ports:
  - port: 80
`;
const HOOK = `apiVersion: v1
kind: ConfigMap
metadata:
  name: hooked
  annotations:
    helm.sh/hook: pre-install
data: {a: "on", b: "0o17"}
`;

const work = mkdtempSync(join(tmpdir(), 'dgdr-helm-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

/** A chart of these templates; its name. */
function chart(name: string, templates: Readonly<Record<string, string>>): string {
  const files = {
    'Chart.yaml': 'apiVersion: v2\nname: serving\nversion: 0.1.0\n',
    'values.yaml': 'ttft: 1500\napply: true\n',
    ...Object.fromEntries(Object.entries(templates).map(([file, text]) => [`templates/${file}`, text])),
  };
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(work, name, file)), { recursive: true });
    writeFileSync(join(work, name, file), text);
  }
  return name;
}

const SERVING = chart('serving', { 'chat.yaml': REQUEST, 'service.yaml': SERVICE, 'hook.yaml': HOOK });
const PLAIN = chart('plain', { 'service.yaml': SERVICE, 'hook.yaml': HOOK });
const ALONE = chart('alone', { 'chat.yaml': REQUEST });

mkdirSync(join(work, 'bin'));
symlinkSync(join(ROOT, 'dist/dgdr-render.mjs'), join(work, 'bin/dgdr-render'));

function call(program: string, args: readonly string[]) {
  const env = {
    PATH: [join(work, 'bin'), dirname(process.execPath), process.env.PATH].join(delimiter),
    HOME: work,
  };
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: work, env, encoding: 'utf8' });
  return { code: status, stdout, stderr };
}

/** Helm 3 hands the arguments to a program; Helm 4 has them in the plugin. */
const HELMS = [
  {
    release: 'Helm 3.22.0',
    helm: wantHost('helm-3'),
    isFour: false,
    flags: ['--post-renderer', 'dgdr-render', ...['render', '-', '--allow-empty', '--only-applied'].map(argument)],
  },
  { release: 'Helm 4.0.4', helm: wantHost('helm-4'), isFour: true, flags: ['--post-renderer', 'dgdr-render'] },
];

function argument(text: string): string {
  return `--post-renderer-args=${text}`;
}

test('the plugin has the version of the package', () => {
  expect(parse(readFileSync(join(PLUGIN, 'plugin.yaml'), 'utf8')).version).toBe(manifest.version);
});

describe.each(HELMS.filter(({ helm }) => helm !== undefined))('$release', ({ helm = '', isFour, flags }) => {
  const plain = (name: string, ...args: string[]) => call(helm, ['template', 'chat', name, ...args]);
  const template = (name: string, ...args: string[]) => plain(name, ...flags, ...args);

  beforeAll(() => {
    if (isFour) expect(call(helm, ['plugin', 'install', PLUGIN])).toMatchObject({ code: 0 });
  });

  test('puts a graph in the place of a request and leaves everything else as it is', () => {
    const { code, stdout } = template(SERVING, '--namespace', 'serving');
    const others = (text: string): string[] => text.split('---\n').filter((one) => !one.includes('DynamoGraph'));
    expect(code).toBe(0);
    expect(others(stdout)).toEqual(others(plain(SERVING, '--namespace', 'serving').stdout));
    const objects = parseAllDocuments(stdout).map((document) => document.toJS());
    expect(objects.map(({ kind }) => kind).sort()).toEqual(['ConfigMap', 'DynamoGraphDeployment', 'Service']);
    expect(objects.find(({ kind }) => kind === 'DynamoGraphDeployment')).toMatchObject({
      metadata: { name: 'chat-dgd', namespace: 'serving' },
      spec: { services: { VllmDecodeWorker: { replicas: 4 } } },
    });
  });

  test('lets a chart without a request pass through', () => {
    const { code, stdout } = template(PLAIN);
    expect(code).toBe(0);
    expect(stdout).toBe(plain(PLAIN).stdout);
  });

  test('takes further arguments', () => {
    const { code, stdout } = template(ALONE, argument('--target'), argument('1.4'));
    expect(code).toBe(0);
    expect(parse(stdout)).toMatchObject({ apiVersion: 'nvidia.com/v1beta1', kind: 'DynamoGraphDeployment' });
  });

  test('still knows which template a graph came from', () => {
    const shown = template(SERVING, '--show-only', 'templates/chat.yaml');
    expect(shown.code).toBe(0);
    expect(shown.stdout).toMatch(
      /^---\n# Source: serving\/templates\/chat\.yaml\napiVersion: \S+\nkind: DynamoGraphDeployment\n/,
    );
    expect(shown.stdout).not.toContain('postrenderer.helm.sh');
  });

  test('fails where a request is bad', () => {
    const { code, stdout, stderr } = template(SERVING, '--set', 'ttft=-1', argument('--report-file=findings.txt'));
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    const error = /error SLA_INVALID stdin:\d+ spec\.sla\.ttft: ttft is -1 ms, wanted more than 0\n/;
    expect(readFileSync(join(work, 'findings.txt'), 'utf8')).toMatch(error);
    // Helm 4 keeps to itself what a post-renderer says.
    if (isFour) expect(stderr).toContain('plugin "dgdr-render" exited with error');
    else expect(stderr).toMatch(error);
  });

  test('installs nothing of a request that says autoApply: false', () => {
    const { code, stdout } = template(SERVING, '--set', 'apply=false');
    expect(code).toBe(0);
    expect(stdout).not.toContain('DynamoGraphDeployment');
  });

  test('a chart of nothing but such requests is empty, which Helm 4 refuses', () => {
    const { code, stdout, stderr } = template(ALONE, '--set', 'apply=false');
    expect({ code, stdout: stdout.trim() }).toEqual({ code: isFour ? 1 : 0, stdout: '' });
    if (isFour) expect(stderr).toContain('post-renderer "dgdr-render" produced empty output');
  });

  test('in a pipe the graph is the same, and what is wrong is said', () => {
    const pipe = (set: string) =>
      call('bash', [
        '-c',
        `set -o pipefail; '${helm}' template chat serving --set ${set} | dgdr-render render - --allow-empty`,
      ]);
    const graphOf = (text: string) => text.split('---\n').find((one) => one.includes('DynamoGraph'));
    expect(graphOf(pipe('ttft=1500').stdout)).toBe(graphOf(template(SERVING).stdout));
    const bad = pipe('ttft=-1');
    expect(bad).toMatchObject({ code: 1, stdout: '' });
    expect(bad.stderr).toContain('error SLA_INVALID stdin:');
  });
});
