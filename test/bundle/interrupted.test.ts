import { cpSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { WORK_FOLDER } from '../../src/commands/files/folder-lock.ts';
import { settleFolders } from '../../src/commands/files/take-folders.ts';
import { findFiles } from '../../src/files/find-files.ts';
import { functionRoot } from '../../src/files/root.ts';
import { folderWith } from '../commands/harness.ts';
import { type BundleRun, preload, runBundle, startBundle, writeRepository } from './bundle.ts';

/** After which kills another run follows; what it does first is tried after all of them. */
const RUNS_AGAIN = 5;
/** More changes than there are. */
const NEVER = '1000000';

/** Name to content of the files below a folder, the requests aside. */
type State = Readonly<Record<string, string>>;

function stateOf(cwd: string): State {
  const names = readdirSync(cwd, { recursive: true }).map(String).sort();
  const files = names.filter((name) => !name.endsWith('.dgdr.yaml') && statSync(join(cwd, name)).isFile());
  return Object.fromEntries(files.map((name) => [name, readFileSync(join(cwd, name), 'utf8')]));
}

const request = (name: string): string =>
  `apiVersion: nvidia.com/v1beta1\nkind: DynamoGraphDeploymentRequest\nmetadata: {name: ${name}}\nspec:\n` +
  '  model: Qwen/Qwen3-8B\n  backend: vllm\n' +
  '  hardware: {gpuSku: h100_pcie, totalGpus: 8, numGpusPerNode: 8, vramMb: 80000}\n';
const REQUESTS = { 'a/p.dgdr.yaml': request('p'), 'a/q.dgdr.yaml': request('q'), 'b/r.dgdr.yaml': request('r') };

/** What a lock is picked anew for. */
const withTargets = (text: string): string => text.replace('spec:\n', 'spec:\n  sla: {ttft: 900, itl: 40}\n');

/** The ways to write: three files in a folder of their own, three beside the requests in two folders, a lock in each. */
const WAYS = [
  { where: 'in a folder that is there', args: ['render', '--output-dir', 'out'], isThere: true, isLock: false },
  {
    where: 'in a folder that is not there yet',
    args: ['render', '--output-dir', 'out/deep'],
    isThere: false,
    isLock: false,
  },
  { where: 'beside the requests', args: ['render', '--beside'], isThere: true, isLock: false },
  { where: 'locks', args: ['lock'], isThere: true, isLock: true },
] as const;
type Way = (typeof WAYS)[number];

const oldImage = ['--image', 'r/dynamo-planner:1.3.0'];
const newImage = ['--image', 'r/dynamo-planner:1.3.1'];

/** Makes folders with requests and what an earlier run made of them. */
function preparer({ args, isThere, isLock }: Way): () => string {
  const first = folderWith(REQUESTS);
  if (isThere) expect(runBundle([...args, ...oldImage, '.'], { cwd: first }).status).toBe(0);
  if (isLock) for (const [name, text] of Object.entries(REQUESTS)) writeFileSync(join(first, name), withTargets(text));
  return () => {
    const cwd = folderWith({});
    cpSync(first, cwd, { recursive: true });
    return cwd;
  };
}

function renderWith(cwd: string, { args }: Way, fault: string, at: string, count = ''): BundleRun {
  const env = { FAULT: fault, FAULT_AT: at, FAULT_ROOT: cwd, FAULT_COUNT: count };
  return runBundle([...args, ...newImage, '.'], { cwd, env, node: preload('fault.mjs') });
}

/** What the folder holds before and after a run that nothing disturbs, and how many changes that takes. */
function undisturbed(way: Way, fault: string) {
  const prepare = preparer(way);
  const cwd = prepare();
  const before = stateOf(cwd);
  const count = join(folderWith({}), 'count');
  expect(renderWith(cwd, way, fault, NEVER, count).status).toBe(0);
  const changes = Number(readFileSync(count, 'utf8'));
  expect(changes).toBeGreaterThan(8);
  return { prepare, before, after: stateOf(cwd), changes };
}

const untilSafe = <T>(work: (signal: AbortSignal) => Promise<T>) => work(new AbortController().signal);

function withoutWork(state: State): State {
  return Object.fromEntries(Object.entries(state).filter(([name]) => !name.includes(WORK_FOLDER)));
}

/** What of our own is left in a folder. */
const leftIn = (cwd: string): string[] => {
  const names = readdirSync(cwd, { recursive: true }).map(String);
  return names.filter((name) => name.includes(WORK_FOLDER));
};

/** A new folder is enough for the signals that differ from SIGTERM by name only. */
const SIGNALS = [
  ...WAYS.filter(({ isLock }) => !isLock).map((way) => ({ way, where: way.where, signal: 'SIGTERM' })),
  { way: WAYS[1], where: WAYS[1].where, signal: 'SIGINT' },
  { way: WAYS[1], where: WAYS[1].where, signal: 'SIGHUP' },
] as const;

test.each(SIGNALS)(
  'a run that writes $where and gets $signal at any change leaves all files or none',
  ({ way, signal }) => {
    const { prepare, before, after, changes } = undisturbed(way, signal);
    const areOld = Array.from({ length: changes }, (_, i) => {
      const cwd = prepare();
      const run = renderWith(cwd, way, signal, String(i + 1));
      expect(run.signal, `change ${i + 1}: ${run.stderr}`).toBe(signal);
      const state = stateOf(cwd);
      expect([before, after], `change ${i + 1}`).toContainEqual(state);
      expect(leftIn(cwd)).toEqual([]);
      return JSON.stringify(state) === JSON.stringify(before);
    });
    // Once the files are in their places they stay.
    expect(areOld[0]).toBe(true);
    expect(areOld.at(-1)).toBe(false);
    expect(areOld).toEqual([...areOld].sort((a, b) => Number(b) - Number(a)));
  },
);

describe.each(WAYS)('a run that writes $where', (way) => {
  test('and is killed at any change leaves whole files, and whoever looks next all or none', async () => {
    const { prepare, before, after, changes } = undisturbed(way, 'SIGKILL');
    const states: string[] = [];
    for (let at = 1; at <= changes; at += 1) {
      const cwd = prepare();
      expect(renderWith(cwd, way, 'SIGKILL', String(at)).signal).toBe('SIGKILL');
      const whole = Object.entries(stateOf(cwd)).filter(([name]) => !name.includes(WORK_FOLDER));
      for (const [name, text] of whole) expect([before[name], after[name]], `${at}: ${name}`).toContain(text);
      if (way.isThere) expect(whole.map(([name]) => name)).toEqual(Object.keys(before));
      // Nothing of what is left is looked into for requests or graphs.
      const found = findFiles(['.', '**'], functionRoot(cwd)).map(({ file }) => file);
      expect(found).toEqual([...Object.keys(REQUESTS), ...whole.map(([name]) => name)].sort());
      // What check does before it reads.
      await settleFolders(Object.keys(REQUESTS), ['out', 'out/deep'], { cwd, untilSafe });
      const settled = withoutWork(stateOf(cwd));
      expect([before, after], `settled after ${at}`).toContainEqual(settled);
      states.push(JSON.stringify(Object.fromEntries(whole)), JSON.stringify(settled));
      if (at % RUNS_AGAIN > 0) continue;
      expect(renderWith(cwd, way, 'SIGTERM', NEVER).status).toBe(0);
      expect(stateOf(cwd), `after ${at}`).toEqual(after);
      expect(leftIn(cwd)).toEqual([]);
    }
    // Some kills did leave a mix.
    const pure = [before, after].map((state) => JSON.stringify(state));
    expect(states.filter((state) => !pure.includes(state))).not.toEqual([]);
  });

  test('and fails at any change leaves none and says so, unless all are in their places', () => {
    const { prepare, before, after, changes } = undisturbed(way, 'ENOSPC');
    for (let at = 1; at <= changes; at += 1) {
      const cwd = prepare();
      const { status, stderr } = renderWith(cwd, way, 'ENOSPC', String(at));
      expect(stateOf(cwd), `${at}: ${stderr}`).toMatchObject(status === 0 ? after : before);
      if (status === 0) expect(stderr).toMatch(/^3 (graphs|requests are locked)/m);
      else expect(stderr).toMatch(/^error OUTPUT_FAILED: nothing was written: ENOSPC: told to/m);
      expect(renderWith(cwd, way, 'SIGTERM', NEVER).status).toBe(0);
      expect(stateOf(cwd), `after ${at}`).toEqual(after);
      expect(leftIn(cwd)).toEqual([]);
    }
  });
});

test('signals from outside, whenever they come, leave all files or none', async () => {
  const way = WAYS[0];
  const cwd = folderWith({});
  writeRepository(cwd, 200);
  expect(runBundle([...way.args, ...newImage, '.'], { cwd }).status).toBe(0);
  // Images of the requests win; what differs between the two states is the routing.
  const states = [stateOf(cwd)];
  const started = performance.now();
  expect(runBundle([...way.args, '--router-mode', 'random', '.'], { cwd }).status).toBe(0);
  const longest = performance.now() - started;
  states.push(stateOf(cwd));
  expect(states[0]).not.toEqual(states[1]);
  for (let i = 0; i < 12; i += 1) {
    const routing = i % 2 === 0 ? [] : ['--router-mode', 'random'];
    const { child, done } = startBundle([...way.args, ...routing, '.'], { cwd });
    await sleep(longest * (0.5 + i / 20));
    child.kill('SIGTERM');
    const { signal, status } = await done;
    expect(signal === 'SIGTERM' || status === 0).toBe(true);
    expect(states).toContainEqual(stateOf(cwd));
    expect(leftIn(cwd)).toEqual([]);
  }
});

test('a run that waits for another one ends at a signal and has written nothing', async () => {
  const cwd = folderWith({ ...REQUESTS, 'out/.dgdr-render/lock': '{"pid":1,"host":"elsewhere"}' });
  const { child, done } = startBundle(['render', '--output-dir', 'out', ...newImage, '.'], { cwd });
  await sleep(2000);
  child.kill('SIGINT');
  expect((await done).signal).toBe('SIGINT');
  expect(stateOf(cwd)).toEqual({ 'out/.dgdr-render/lock': '{"pid":1,"host":"elsewhere"}' });
});
