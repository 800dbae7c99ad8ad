import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Context } from '../../../src/commands/cli/context.ts';
import { LOCK_FILE } from '../../../src/kinds.ts';
import { openEngines } from '../../../src/profile/engines.ts';
import { openStreet, type Street } from '../../../src/render/render.ts';
import { makeThreadEntry } from '../../support/thread-entry.ts';
import { folderWith, type Run, run } from '../harness.ts';

let built: Awaited<ReturnType<typeof makeThreadEntry>>;
beforeAll(async () => {
  built = await makeThreadEntry();
});
afterAll(() => built.remove());

const engines = openEngines();
const open: Context['openStreet'] = (models) => openStreet(engines, models);
/** As if nothing could be profiled ahead: every request alone, in the order of the input. */
const openPlain: Context['openStreet'] = (models): Street => {
  const { job: _, ...street } = open(models);
  return street;
};

/** Fields of a request, which differ from those of most others. */
interface Wish {
  readonly model?: string;
  readonly backend?: string;
  readonly sku?: string;
  readonly gpus?: number;
  readonly isl?: number;
  readonly ttft?: number;
  readonly target?: string;
  readonly more?: string;
}

function requestOf(name: string, wish: Wish): string {
  const { model = 'Qwen/Qwen3-0.6B', backend = 'vllm', sku = 'h200_sxm', gpus = 1, isl = 512, ttft = 2000 } = wish;
  return `apiVersion: nvidia.com/v1beta1
kind: DynamoGraphDeploymentRequest
metadata: {name: ${name}}
spec:
  model: ${model}
  backend: ${backend}
  image: registry.example.com/dynamo-planner:${wish.target ?? '1.5.0'}
  hardware: {gpuSku: ${sku}, totalGpus: ${gpus}, numGpusPerNode: 8${wish.more ?? ''}}
  workload: {isl: ${isl}, osl: 16}
  sla: {ttft: ${ttft}, itl: 30}
`;
}

/** Good ones, some that share sweeps or everything, and every way to fail. */
const WISHES: readonly Wish[] = [
  {},
  { ttft: 900 },
  { ttft: 0.001 },
  { isl: 640 },
  { backend: 'trtllm' },
  { target: '1.3.1', isl: 300 },
  { gpus: 2, ttft: 500 },
  { sku: 'h100_pcie', more: ', vramMb: 80000' },
  { sku: 'h100_pcie' },
  { model: 'a/nobody-knows-it' },
  { model: 'deepseek-ai/DeepSeek-V3', gpus: 1 },
  { backend: 'none' },
  { gpus: 0 },
];

const filesOf = (wishes: readonly Wish[]) =>
  Object.fromEntries(wishes.map((wish, i) => [`q${i}.yaml`, requestOf(`q${i}`, wish)]));

/** A run over requests with so many helpers; undefined for none and no thought of them. */
function call(argv: readonly string[], cwd: string, helpers: number | undefined, entry = built.entry): Promise<Run> {
  if (helpers === undefined) return run(argv, { cwd, openStreet: openPlain });
  const threads = { entry, processors: 1 };
  return run([...argv, '--jobs', String(helpers + 1)], { cwd, openStreet: open, threads });
}

describe('any number of threads', () => {
  const lists = fc.array(fc.constantFrom(...WISHES), { minLength: 1, maxLength: 7 });

  test('gives the same bytes, findings and order as none', async () => {
    const cases = fc.sample(fc.tuple(lists, fc.integer({ min: 0, max: 4 })), { seed: 7, numRuns: 6 });
    for (const [wishes, helpers] of [[WISHES, 2] as const, ...cases]) {
      const cwd = folderWith(filesOf(wishes));
      for (const argv of [
        ['render', '--keep-requests', '.'],
        ['profile', '--format', 'json', '.'],
      ]) {
        expect(await call(argv, cwd, helpers), JSON.stringify(wishes)).toEqual(await call(argv, cwd, undefined));
      }
    }
  });

  test('locks the same, and a locked request is not profiled', async () => {
    const wishes = WISHES.filter((_, i) => [0, 1, 3, 4, 5, 6].includes(i));
    const [one, other] = [folderWith(filesOf(wishes)), folderWith(filesOf(wishes))];
    const plain = await call(['lock', '.'], one, undefined);
    expect(await call(['lock', '.'], other, 2)).toEqual(plain);
    const lockOf = (folder: string): string => readFileSync(join(folder, LOCK_FILE), 'utf8');
    expect(lockOf(other)).toBe(lockOf(one));
    const rendered = await call(['render', '.'], other, 3, thread('throw new Error("was started")'));
    expect(rendered.stderr).not.toContain('THREAD_LOST');
    expect(rendered).toEqual(await call(['render', '.'], one, undefined));
  });
});

/** A thread that does something else than to help. */
function thread(code: string): URL {
  return new URL(`data:text/javascript,${encodeURIComponent(code)}`);
}

const TAKE = `import { workerData } from 'node:worker_threads';
for (let i = 0; i < workerData.taken.length; i += 1) Atomics.exchange(workerData.taken, i, 1);`;

describe('a thread that dies', () => {
  test.each<[how: string, code: string, reason: RegExp]>([
    ['before it takes anything', 'process.exit(7);', /exit code 7;/],
    ['with all that it took', `${TAKE} process.exit(1);`, /exit code 1;/],
    [
      'of a bug, which it shows',
      `${TAKE} function lost() { throw new TypeError('oops'); } lost();`,
      /TypeError: oops +at lost /,
    ],
    ['of its memory', `${TAKE} const all = []; for (;;) all.push(Array(1e5).fill(0.5));`, /ERR_WORKER_OUT_OF_MEMORY/],
    ['of a file that is gone', `import 'file:///nowhere.mjs';`, /ERR_MODULE_NOT_FOUND/],
  ])('%s leaves its requests to the others', async (_, code, reason) => {
    const cwd = folderWith(filesOf([{}, { ttft: 900 }, { isl: 640 }, { isl: 700 }]));
    const plain = await call(['render', '.'], cwd, undefined);
    const { stderr, ...rest } = await call(['render', '.'], cwd, 2, thread(code));
    const lines = stderr.split('\n');
    const at = lines.findIndex((line) => line.startsWith('info THREAD_LOST: '));
    expect(lines[at]).toMatch(reason);
    expect(lines[at]).toMatch(/ended early, and 1 more: .*; the others did its work$/);
    expect({ ...rest, stderr: lines.toSpliced(at, 2).join('\n') }).toEqual(plain);
  });

  test('is no reason to fail, also strictly', async () => {
    const cwd = folderWith(filesOf([{}, { isl: 640 }]));
    const { code } = await call(['render', '--strict', '.'], cwd, 1, thread('process.exit(1)'));
    expect(code).toBe(0);
  });
});

test('a bug that a request comes upon is shown with its stack, as without threads', async () => {
  const cwd = folderWith(filesOf(WISHES.slice(0, 3)));
  const openBroken: Context['openStreet'] = (models) => ({
    ...open(models),
    profile: () => {
      throw new TypeError('a bug');
    },
  });
  const threads = { entry: thread(TAKE), processors: 1 };
  const { code, stderr } = await run(['render', '--jobs', '2', '.'], { cwd, openStreet: openBroken, threads });
  expect(code).toBe(70);
  expect(stderr).toMatch(/TypeError: a bug\n +at /);
});

describe('how many threads there are', () => {
  /** Threads that were started for so many requests: each says so by its death. */
  async function started(count: number, { processors, jobs }: { processors: number; jobs?: string }): Promise<number> {
    const cwd = folderWith(filesOf(Array.from({ length: count }, (_, i) => ({ isl: 512 + i }))));
    const given = jobs === undefined ? [] : ['--jobs', jobs];
    const threads = { entry: thread('process.exit(1)'), processors };
    const { stderr } = await run(['render', ...given, '.'], { cwd, openStreet: open, threads });
    const [, more] = /info THREAD_LOST: .* ended early(?:, and (\d+) more)?:/.exec(stderr) ?? [];
    return stderr.includes('THREAD_LOST') ? Number(more ?? 0) + 1 : 0;
  }

  test.each<[count: number, given: { processors: number; jobs?: string }, helpers: number]>([
    [44, { processors: 1 }, 0],
    [44, { processors: 2 }, 1],
    [35, { processors: 2 }, 0],
    [84, { processors: 64 }, 3],
    [1, { processors: 2, jobs: '8' }, 0],
    [3, { processors: 1, jobs: '8' }, 2],
    [44, { processors: 8, jobs: '1' }, 0],
  ])('%i requests on %o have %i helpers', async (count, given, helpers) => {
    expect(await started(count, given)).toBe(helpers);
  });

  test.each(['0', '-1', '65', '2.5', 'many', ''])('--jobs %j is a wrong call', async (jobs) => {
    const { code, stderr } = await run(['render', `--jobs=${jobs}`, '.'], { cwd: folderWith(filesOf([{}])) });
    expect(code).toBe(2);
    expect(stderr).toContain(`--jobs ${jobs} is not a number from 1 to 64`);
  });
});
