import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { runBundle } from './bundle.ts';

const SOUND = readFileSync(resolve(import.meta.dirname, '../../fixtures/requests/qwen3-8b-l40s.dgdr.yaml'), 'utf8');
/** What a call may take, whatever it is given within the limits. */
const CPU_SECONDS = 10;
const MEMORY = '--max-old-space-size=500';

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

function call(args: readonly string[], { input = '', files = {}, cpuSeconds = CPU_SECONDS }: Given) {
  rmSync(folder, { recursive: true });
  mkdirSync(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return runBundle(args, { cwd: folder, node: [MEMORY], cpuSeconds, input });
}

interface Given {
  readonly input?: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly cpuSeconds?: number;
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

describe('the longest answers and prompts end within the same bounds', () => {
  test.each([
    { title: 'a short prompt', isl: 1, osl: 2_097_151, backend: 'trtllm' },
    { title: 'a short prompt, on whatever backend', isl: 1, osl: 1_000_000, backend: 'auto' },
    { title: 'a long prompt', isl: 2_000_000, osl: 97_151, backend: 'trtllm' },
  ])('$title', ({ isl, osl, backend }) => {
    const request = `apiVersion: nvidia.com/v1beta1
kind: DynamoGraphDeploymentRequest
metadata: {name: long}
spec:
  model: openai/gpt-oss-20b
  backend: ${backend}
  image: registry.example.com/dynamo-planner:1.5.0
  hardware: {gpuSku: gb300, totalGpus: 16384, numGpusPerNode: 8}
  workload: {isl: ${isl}, osl: ${osl}}
  sla: {ttft: 10000000, itl: 10000000}
`;
    const { status, signal } = call(['render', 'a.yaml'], { files: { 'a.yaml': request } });
    expect(signal).toBeNull();
    expect(status).toBeOneOf([0, 1]);
  });
});
