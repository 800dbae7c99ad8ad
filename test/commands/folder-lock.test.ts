import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { WORK_FOLDER } from '../../src/commands/files/folder-lock.ts';
import { takeFolders } from '../../src/commands/files/take-folders.ts';
import { folderWith } from './harness.ts';

const signal = new AbortController().signal;
/** Waits no longer than a test should, in ms. */
const take = (...folders: string[]) => takeFolders(folders, { signal, wait: 200 });
/** Waits for longer than a run that shows nothing counts as one that goes on, in ms. */
const wait = 20_000;

const bootId = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
const here = `${bootId} ${readlinkSync('/proc/self/ns/pid')}`;
/** When a process started, as the system counts it. */
const startOf = (pid: number): string => readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')[19]!;
/** The number of a process that has ended. */
const ended = (): number => spawnSync('true').pid;
const owner = (said: Readonly<Record<string, unknown>>): string =>
  JSON.stringify({ id: 'one', pid: 1, start: '1', machine: here, host: 'somewhere', ...said });
const elsewhere = owner({ machine: 'another' });

/** A folder that is locked by hand. */
function lockedFolder(lock: string, others: Readonly<Record<string, string>> = {}): string {
  const inside = Object.entries({ lock, ...others }).map(([name, text]) => [`${WORK_FOLDER}/${name}`, text]);
  return folderWith(Object.fromEntries(inside));
}

describe('a lock', () => {
  test('is one of a kind, and leaves nothing when it is given back', async () => {
    const folder = folderWith({});
    const { id, release } = await take(folder);
    expect(JSON.parse(readFileSync(join(folder, WORK_FOLDER, 'lock'), 'utf8'))).toEqual({
      id,
      pid: process.pid,
      start: startOf(process.pid),
      machine: here,
      host: hostname(),
    });
    release();
    expect(readdirSync(folder)).toEqual([]);
  });

  test.each([
    { title: 'of a process that runs', lock: owner({ pid: process.ppid, start: startOf(process.ppid) }) },
    { title: 'of this very process', lock: owner({ pid: process.pid, start: startOf(process.pid) }) },
    { title: 'of another machine', lock: elsewhere },
    { title: 'of another container on this machine', lock: owner({ pid: ended(), machine: `${bootId} pid:[1]` }) },
    { title: 'of an earlier start of this machine', lock: owner({ pid: ended(), machine: `0 ${here.split(' ')[1]}` }) },
    { title: 'that was made just now and does not say whose it is', lock: '' },
    { title: 'that is not JSON', lock: '{' },
    { title: 'that is no object', lock: 'null' },
    { title: 'of no process', lock: owner({ pid: '1' }) },
    { title: 'of an earlier release', lock: JSON.stringify({ pid: ended(), host: hostname() }) },
  ])('$title is waited for, then an error that says what to remove', async ({ lock }) => {
    const folder = lockedFolder(lock, { 0: 'staged' });
    await expect(take(folder)).rejects.toMatchObject({
      code: 'OUTPUT_FAILED',
      message: expect.stringMatching(/^another run.* does not finish writing beside .*\.dgdr-render$/),
      hint: `wait for it; if there is none, remove ${join(folder, WORK_FOLDER)}`,
    });
    expect(readdirSync(join(folder, WORK_FOLDER)).sort()).toEqual(['0', 'lock']);
  });

  test.each([
    { title: 'of a process that ended', lock: owner({ pid: ended() }) },
    { title: 'of an earlier process with the number of this one', lock: owner({ pid: process.pid }) },
    { title: 'of an earlier process with the number of another one', lock: owner({ pid: process.ppid }) },
  ])('$title is taken over at once, and what it staged removed, and nothing else', async ({ lock }) => {
    const guards = { guard: '', 'guard-one': owner({ pid: ended() }) };
    const folder = lockedFolder(lock, {
      0: 'staged',
      '1.before': 'kept',
      mine: 'not ours',
      'guard-one': guards['guard-one'],
    });
    const { release } = await take(folder);
    expect(readdirSync(join(folder, WORK_FOLDER)).sort()).toEqual(['lock', 'mine']);
    release();
    expect(readdirSync(join(folder, WORK_FOLDER))).toEqual(['mine']);
    // A guard that does not say whose it is may be one that is about to.
    await expect(take(lockedFolder(lock, guards))).rejects.toMatchObject({ code: 'OUTPUT_FAILED' });
  });

  test('that cannot be asked for is taken over when nobody shows in it for a while, many at once', async () => {
    const locks = [elsewhere, owner({ machine: '' }), '', '{', JSON.stringify({ pid: 1, host: 'elsewhere' })];
    const folders = [...locks, elsewhere, elsewhere].map((lock) => lockedFolder(lock, { 0: 'staged', guard: '' }));
    const started = performance.now();
    const { release } = await takeFolders(folders, { signal, wait });
    // One after the other would take that long.
    expect(performance.now() - started).toBeLessThan(folders.length * 5000);
    release();
    expect(folders.flatMap((folder) => readdirSync(folder))).toEqual([]);
  });

  test('that cannot be asked for is waited for while its run shows in it', async () => {
    const folder = lockedFolder(elsewhere);
    const lock = join(folder, WORK_FOLDER, 'lock');
    const beats = setInterval(() => utimesSync(lock, new Date(), new Date()), 500);
    try {
      await expect(takeFolders([folder], { signal, wait: 8000 })).rejects.toMatchObject({ code: 'OUTPUT_FAILED' });
    } finally {
      clearInterval(beats);
    }
    expect(readFileSync(lock, 'utf8')).toBe(elsewhere);
  });

  test('shows that its run goes on', async () => {
    const folder = folderWith({});
    const { release } = await take(folder);
    const lock = join(folder, WORK_FOLDER, 'lock');
    utimesSync(lock, 1, 1);
    await sleep(2500);
    expect(statSync(lock).mtimeMs).toBeGreaterThan(1000);
    release();
  });

  test('that another run took over is not held any more, and left to that', async () => {
    const folder = folderWith({});
    const { hold, release } = await take(folder);
    hold(folder);
    const lock = join(folder, WORK_FOLDER, 'lock');
    rmSync(lock);
    writeFileSync(lock, elsewhere);
    writeFileSync(join(folder, WORK_FOLDER, '0'), 'staged');
    expect(() => hold(folder)).toThrow(/nothing was written: this run was stopped for so long/);
    release();
    expect(readdirSync(join(folder, WORK_FOLDER)).sort()).toEqual(['0', 'lock']);
  });
});

describe('a work folder', () => {
  test('that is a link is refused, and nothing behind it is touched', async () => {
    const folder = folderWith({ 'victim/0': 'mine' });
    mkdirSync(join(folder, 'out'));
    symlinkSync('../victim', join(folder, 'out', WORK_FOLDER));
    await expect(take(join(folder, 'out'))).rejects.toMatchObject({
      code: 'OUTPUT_FAILED',
      message: expect.stringMatching(/is no folder$/),
    });
    expect(readdirSync(join(folder, 'victim'))).toEqual(['0']);
  });

  test('whose lock is a link is waited for, and nothing behind it is read or written', async () => {
    const folder = lockedFolder('');
    const other = folderWith({ victim: 'mine' });
    mkdirSync(join(other, WORK_FOLDER));
    symlinkSync('../victim', join(other, WORK_FOLDER, 'lock'));
    await expect(take(other)).rejects.toMatchObject({ code: 'OUTPUT_FAILED' });
    expect(readFileSync(join(other, 'victim'), 'utf8')).toBe('mine');
    expect(existsSync(join(folder, WORK_FOLDER, 'lock'))).toBe(true);
  });
});

test('folders that are taken before one that cannot be are given back', async () => {
  const [a, b] = [folderWith({}), lockedFolder(elsewhere)].sort();
  await expect(take(b!, a!)).rejects.toMatchObject({ code: 'OUTPUT_FAILED' });
  const left = [a!, b!].filter((folder) => existsSync(join(folder, WORK_FOLDER)));
  expect(left).toHaveLength(1);
});

test('waiting ends when the work is to end', async () => {
  const folder = lockedFolder(elsewhere);
  const controller = new AbortController();
  const waiting = takeFolders([folder], { signal: controller.signal });
  controller.abort('SIGTERM');
  await expect(waiting).rejects.toThrow(/abort/);
});

test('a folder that goes away while another run holds it is made again', async () => {
  const root = folderWith({});
  const folder = join(root, 'out');
  writeFileSync(join(root, 'keep'), '');
  (await take(folder)).release();
  expect(readdirSync(root).sort()).toEqual(['keep', 'out']);
});
