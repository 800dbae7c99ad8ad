import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { parseStream } from '../../src/krm/parse-yaml.ts';
import { folderWith } from '../commands/harness.ts';
import { type BundleRun, preload, runBundle } from './bundle.ts';

const requestOf = (name: string, isl: number): string => `apiVersion: nvidia.com/v1beta1
kind: DynamoGraphDeploymentRequest
metadata: {name: ${name}}
spec:
  model: Qwen/Qwen3-0.6B
  backend: vllm
  image: registry.example.com/dynamo-planner:1.5.0
  hardware: {gpuSku: h200_sxm, totalGpus: 1, numGpusPerNode: 8}
  workload: {isl: ${isl}, osl: 16}
  sla: {ttft: 2000, itl: 30}
`;

const NAMES = ['a', 'b', 'c', 'd'];
const TEXTS = NAMES.map((name, i) => requestOf(name, 512 + 64 * i));
const FILES = Object.fromEntries(NAMES.map((name, i) => [`${name}.yaml`, TEXTS[i]!]));
const ITEMS = TEXTS.map((text) => parseStream(text, { file: 'q.yaml' })[0]?.resource?.object);
const LIST = stringify({ apiVersion: 'config.kubernetes.io/v1', kind: 'ResourceList', items: ITEMS });
/** A heap in MiB that is small for one thread, too. */
const HEAP = 72;

interface Started extends Pick<BundleRun, 'status' | 'stdout' | 'stderr'> {
  readonly threads: number;
}

function run(args: readonly string[], input: string, node: readonly string[] = []): Started {
  const file = join(folderWith({}), 'count');
  const { status, stdout, stderr } = runBundle(args, {
    ...{ cwd: folderWith(FILES), input, env: { COUNT_FILE: file } },
    node: [...preload('count-threads.mjs'), ...preload('no-network.mjs'), ...node],
  });
  // Argo CD's log has how long it took.
  const said = stderr.replace(/[\d.]+ s$/m, '');
  return { status, stdout, stderr: said, threads: Number(readFileSync(file, 'utf8')) };
}

test.each([
  { args: ['render', '.'], input: '' },
  { args: ['profile', '--format', 'json', '.'], input: '' },
  { args: ['argocd', 'generate'], input: '' },
  { args: ['function'], input: LIST },
])('$args says the same in one thread and in three, without a network', ({ args, input }) => {
  const [one, three] = ['1', '3'].map((jobs) => run([...args, '--jobs', jobs], input));
  expect(one).toMatchObject({ status: 0, threads: 0 });
  expect(one!.stdout).not.toBe('');
  expect(three).toEqual({ ...one, threads: 2 });
});

test('threads stay within a small heap', () => {
  const small = run(['render', '--jobs', '3', '.'], '', [`--max-old-space-size=${HEAP}`]);
  expect(small).toEqual(run(['render', '--jobs', '3', '.'], ''));
  expect(small.stderr).not.toContain('THREAD_LOST');
});

test('a few requests start none by themselves', () => {
  expect(run(['render', '.'], '')).toMatchObject({ status: 0, threads: 0 });
});
