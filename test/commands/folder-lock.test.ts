import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lockFolders, WORK_FOLDER } from '../../src/commands/files/folder-lock.ts';
import { folderWith } from './harness.ts';

const signal = new AbortController().signal;
/** Waits no longer than a test should, in ms. */
const take = (...folders: string[]) => lockFolders(folders, { signal, wait: 200 });

/** What this machine is called in locks. */
const here = `${hostname()} ${readlinkSync('/proc/self/ns/pid')}`;
/** The number of a process that has ended. */
const ended = (): number => spawnSync('true').pid;
const owner = (pid: unknown, host: unknown = here): string => JSON.stringify({ pid, host });

/** A folder that is locked by hand. */
function lockedFolder(lock: string, others: Readonly<Record<string, string>> = {}): string {
  const inside = Object.entries({ lock, ...others }).map(([name, text]) => [`${WORK_FOLDER}/${name}`, text]);
  return folderWith(Object.fromEntries(inside));
}

describe('a lock', () => {
  test('is one of a kind, and leaves nothing when it is given back', async () => {
    const folder = folderWith({});
    const release = await take(folder);
    expect(JSON.parse(readFileSync(join(folder, WORK_FOLDER, 'lock'), 'utf8'))).toEqual({
      pid: process.pid,
      host: here,
    });
    release();
    expect(readdirSync(folder)).toEqual([]);
  });

  test.each([
    { title: 'of a process that runs', lock: owner(process.ppid) },
    { title: 'of another machine', lock: owner(1, 'elsewhere') },
    { title: 'of another container on this machine', lock: owner(ended(), `${hostname()} pid:[1]`) },
    { title: 'that was made just now and does not say whose it is', lock: '' },
    { title: 'that is not JSON', lock: '{' },
    { title: 'of no process', lock: owner('1') },
    { title: 'of a process without a possible number', lock: owner(2 ** 40) },
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
    { title: 'of a process that ended', lock: owner(ended()) },
    { title: 'of an earlier process with the same number', lock: owner(process.pid) },
  ])('$title is taken over, and what it staged removed, and nothing else', async ({ lock }) => {
    const folder = lockedFolder(lock, { 0: 'staged', '1.before': 'kept', guard: '', mine: 'not ours' });
    // A guard that was left behind stands in the way of taking a dead lock away.
    await expect(take(folder)).rejects.toMatchObject({ code: 'OUTPUT_FAILED' });
    const other = lockedFolder(lock, { 0: 'staged', '1.before': 'kept', mine: 'not ours' });
    const release = await take(other);
    expect(readdirSync(join(other, WORK_FOLDER)).sort()).toEqual(['lock', 'mine']);
    release();
    expect(readdirSync(join(other, WORK_FOLDER))).toEqual(['mine']);
  });

  test('that never said whose it was is taken over when it is old', async () => {
    const folder = lockedFolder('');
    utimesSync(join(folder, WORK_FOLDER, 'lock'), 1, 1);
    (await take(folder))();
    expect(readdirSync(folder)).toEqual([]);
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
  const [a, b] = [folderWith({}), lockedFolder(owner(1, 'elsewhere'))].sort();
  await expect(take(b!, a!)).rejects.toMatchObject({ code: 'OUTPUT_FAILED' });
  const left = [a!, b!].filter((folder) => existsSync(join(folder, WORK_FOLDER)));
  expect(left).toHaveLength(1);
});

test('waiting ends when the work is to end', async () => {
  const folder = lockedFolder(owner(1, 'elsewhere'));
  const controller = new AbortController();
  const waiting = lockFolders([folder], { signal: controller.signal });
  controller.abort('SIGTERM');
  await expect(waiting).rejects.toThrow(/abort/);
});

test('a folder that goes away while another run holds it is made again', async () => {
  const root = folderWith({});
  const folder = join(root, 'out');
  writeFileSync(join(root, 'keep'), '');
  (await take(folder))();
  expect(readdirSync(root).sort()).toEqual(['keep', 'out']);
});
