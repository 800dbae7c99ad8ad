import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { runBundle } from './bundle.ts';

const SOUND = readFileSync(resolve(import.meta.dirname, '../../fixtures/requests/qwen3-8b-l40s.dgdr.yaml'), 'utf8');
/** What a call may take, whatever it is given within the limits. */
const CPU_SECONDS = 10;

const folder = mkdtempSync(join(tmpdir(), 'dgdr-bounded-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** As many copies of a document as make up so many bytes. */
function copies(document: string, bytes: number): string {
  return document.repeat(Math.floor(bytes / document.length));
}

const REQUESTS = 'kind: DynamoGraphDeploymentRequest\n---\n';
const MARKED = 'apiVersion: v1\nkind: X\nmetadata: {annotations: {dgdr-render.dev/x: y}}\n---\n';
const GRAPHS = `apiVersion: nvidia.com/v1alpha1\nkind: DynamoGraphDeployment\nspec: {a: [${'1, '.repeat(200)}]}\n---\n`;
const FOREIGN = 'apiVersion: v1\nkind: X\nmetadata: {name: a}\n---\n';

const GRAPH =
  'apiVersion: nvidia.com/v1alpha1\nkind: DynamoGraphDeployment\nmetadata: {name: g, annotations: {dgdr-render.dev/engine: x}}\nspec: {a: [1, 2, 3, 4, 5, 6, 7, 8, 9]}\n';
const CONFIG = 'apiVersion: dgdr-render.dev/v1alpha1\nkind: RenderDGDR\nmetadata: {name: render}\n';
const LABELLED =
  'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: planner-config-0123, labels: {dgdr.nvidia.com/name: q}}\ndata: {a: b, c: d, e: f}\n---\n';

function itemOf(document: string): string {
  return document.replace(/^(?=.)/gm, '  ').replace('  ', '- ');
}

function listOf(items: string): string {
  return `apiVersion: config.kubernetes.io/v1\nkind: ResourceList\nitems:\n${itemOf(SOUND)}${items}`;
}

function flowList(bytes: number): string {
  return `{"apiVersion": "config.kubernetes.io/v1", "kind": "ResourceList", "items": [${copies('{"kind": "X", "a": [1, 2, 3]}, ', bytes)}{}]}`;
}

function lockOf(bytes: number): string {
  return `apiVersion: dgdr-render.dev/v1alpha1\nkind: ProfileLock\nrequests:\n${copies('- {name: a, b: [1, 2, 3]}\n', bytes)}`;
}

function manyGraphs(folder: string, count: number): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, i) => [`${folder}/default-g${i}.yaml`, copies(`${GRAPH}---\n`, 4e5)]),
  );
}

const cases = [
  { title: 'a stream of tiny requests', args: ['render', '-'], input: copies(REQUESTS, 50e6) },
  { title: 'a stream of graphs', args: ['render', '-'], input: copies(GRAPHS, 8e6) },
  { title: 'a built stream of tiny graphs', args: ['check', '-'], input: copies(REQUESTS, 50e6) },
  { title: 'a file of tiny requests', args: ['render', 'a.yaml'], files: { 'a.yaml': copies(REQUESTS, 1e6) } },
  { title: 'a folder of small files', args: ['render', '.'], files: manyFiles(60) },
  {
    title: 'an application of marked documents',
    args: ['argocd', 'generate'],
    files: { 'a.yaml': copies(MARKED, 30e6), 'b.yaml': copies(MARKED, 30e6), 'c.dgdr.yaml': SOUND },
  },
];

function manyFiles(count: number): Record<string, string> {
  return Object.fromEntries(Array.from({ length: count }, (_, i) => [`f${i}.yaml`, copies(REQUESTS, 5e5)]));
}

function call(args: readonly string[], { input = '', files = {}, cpuSeconds = CPU_SECONDS, heapMib = 500 }: Given) {
  rmSync(folder, { recursive: true });
  mkdirSync(folder);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return runBundle(args, { cwd: folder, node: [`--max-old-space-size=${heapMib}`], cpuSeconds, input });
}

interface Given {
  readonly input?: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly cpuSeconds?: number;
  readonly heapMib?: number;
}

describe('more input than anybody has is refused once, in bounded time and memory', () => {
  test.each(cases)('$title', ({ args, ...given }) => {
    const { status, signal, stderr } = call(args, given);
    expect({ status, signal }).toEqual({ status: 1, signal: null });
    expect(stderr.match(/INPUT_TOO_LARGE/g)).toHaveLength(1);
  });
});

test('10 MB of what is no request are passed through in a few seconds of a processor, start of the program included', () => {
  const input = copies(FOREIGN, 10e6);
  const { status, stdout } = call(['render', '--allow-empty', '-'], { input, cpuSeconds: 3 });
  expect(status).toBe(0);
  expect(stdout).toBe(input);
});

test('and so are 10 MB of items of a ResourceList', () => {
  const input = `apiVersion: config.kubernetes.io/v1\nkind: ResourceList\nitems:\n${copies(itemOf(FOREIGN.replace('---\n', '')), 10e6)}`;
  const { status, stdout } = call(['function'], { input, cpuSeconds: 3, heapMib: 100 });
  expect(status).toBe(0);
  expect(stdout).toBe(input);
});

/** A call that takes in what is more than a run may read, beside a sound request, and in which the tool is the one who reads it. */
const SHARED = [
  { title: 'items of a ResourceList', args: ['function'], input: listOf(copies(itemOf(GRAPH), 20e6)) },
  { title: 'a ResourceList that is not written as a block', args: ['function'], input: flowList(20e6) },
  {
    title: 'documents of an exec plugin',
    args: ['function', 'config.yaml'],
    files: { 'config.yaml': CONFIG },
    input: copies(`${GRAPH}---\n`, 20e6),
  },
  { title: 'a lock', args: ['render', '.'], files: { 'a.dgdr.yaml': SOUND, 'dgdr.lock.yaml': lockOf(10e6) } },
  {
    title: 'an earlier rendering',
    args: ['render', '--previous', 'old', 'a.dgdr.yaml'],
    files: { 'a.dgdr.yaml': SOUND, ...manyGraphs('old', 30) },
  },
  {
    title: 'committed graphs',
    args: ['check', '--output-dir', 'old', 'a.dgdr.yaml'],
    files: { 'a.dgdr.yaml': SOUND, ...manyGraphs('old', 30) },
  },
  {
    title: 'configurations of models',
    args: [
      'render',
      ...Array.from({ length: 40 }, (_, i) => ['--model-config', `a/b${i}=model.json`]).flat(),
      'a.dgdr.yaml',
    ],
    files: { 'a.dgdr.yaml': SOUND, 'model.json': JSON.stringify({ a: 'x'.repeat(1e6) }) },
  },
  {
    title: 'older ConfigMaps that stand on stdin among other resources',
    args: ['render', '-'],
    input: `${SOUND}---\n${copies(LABELLED, 20e6)}`,
  },
];

describe('everything that a run reads counts on one budget', () => {
  test.each(SHARED)('$title', ({ args, ...given }) => {
    const { status, signal, stderr } = call(args, given);
    expect({ status, signal }, stderr.slice(0, 500)).toEqual({ status: 1, signal: null });
    expect(stderr.match(/INPUT_TOO_LARGE/g)).toHaveLength(1);
  });
});

const LATENT = 'deepseek-ai/DeepSeek-V3';

describe('the longest answers and prompts end within the same bounds', () => {
  const requests = [
    { title: 'a short prompt', isl: 1, osl: 2_097_151, backend: 'trtllm' },
    { title: 'a short prompt of a model with a latent cache', isl: 1, osl: 2_097_151, backend: 'auto', model: LATENT },
    { title: 'both long, of such a model', isl: 1_000_000, osl: 1_000_000, backend: 'auto', model: LATENT },
    { title: 'a short prompt, on SGLang', isl: 1, osl: 1_000_000, backend: 'sglang' },
    { title: 'a short prompt, on whatever backend', isl: 1, osl: 1_000_000, backend: 'auto' },
    { title: 'a long prompt', isl: 2_000_000, osl: 97_151, backend: 'trtllm' },
  ];
  const releases = ['1.3.0', '1.4.0', '1.5.1'];
  const cases = releases.flatMap((release) => requests.map((request) => ({ ...request, release })));
  test.each(cases)('$title, for $release', ({ release, isl, osl, backend, model = 'openai/gpt-oss-20b' }) => {
    const request = `apiVersion: nvidia.com/v1beta1
kind: DynamoGraphDeploymentRequest
metadata: {name: long}
spec:
  model: ${model}
  backend: ${backend}
  image: registry.example.com/dynamo-planner:${release}
  hardware: {gpuSku: gb300, totalGpus: 16384, numGpusPerNode: 8}
  workload: {isl: ${isl}, osl: ${osl}}
  sla: {ttft: 10000000, itl: 10000000}
`;
    const { status, signal } = call(['render', 'a.yaml'], { files: { 'a.yaml': request } });
    expect(signal).toBeNull();
    expect(status).toBeOneOf([0, 1]);
  });
});
