import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { RenderError } from '../../errors.ts';

/** The folder inside a folder that is written to. What is in it is of no use to anyone once its run is over. */
export const WORK_FOLDER = '.dgdr-render';
const LOCK = 'lock';
/** Held while a dead run's lock is taken away, so that nobody takes away the next one instead. */
const GUARD = 'guard';
/** Staged files, and what stood in their places: names that nobody takes for manifests. */
const STAGED = /^\d+(\.before)?$/;

/** How long another run is waited for and how often it is looked for, in ms; writing takes far less than that. */
const WAIT_MS = 30_000;
const POLL_MS = 25;
/** Age in ms from which a lock that does not say whose it is counts as left behind. */
const FORGOTTEN_MS = 10_000;

/** Who holds a lock. */
interface Owner {
  readonly pid: number;
  /** What numbers the process: a machine, or a container on it. */
  readonly host: string;
}

export interface LockOptions {
  /** Ends the waiting. */
  readonly signal: AbortSignal;
  /** In ms. */
  readonly wait?: number;
}

/**
 * Takes `folders` for this process and returns how to give them back. What a run that was killed left in them is removed.
 * Every run takes folders in the same order, so that no two wait for each other. @throws RenderError OUTPUT_FAILED where
 * another run does not finish
 */
export async function lockFolders(folders: readonly string[], options: LockOptions): Promise<() => void> {
  const works = [...folders].sort().map((folder) => join(folder, WORK_FOLDER));
  const held: string[] = [];
  const release = (): void => {
    for (const work of held) unlock(work);
    for (const work of works) removeEmpty(work);
  };
  try {
    for (const work of works) {
      await lock(work, options);
      held.push(work);
      clear(work);
    }
    return release;
  } catch (error) {
    release();
    throw error;
  }
}

async function lock(work: string, { signal, wait = WAIT_MS }: LockOptions): Promise<void> {
  const until = performance.now() + wait;
  while (!tryLock(work)) {
    if (performance.now() > until) throw isBusy(work);
    breakDeadLock(work);
    await sleep(POLL_MS, undefined, { signal });
  }
}

function tryLock(work: string): boolean {
  mkdirSync(work, { recursive: true });
  requireFolder(work);
  const owner: Owner = { pid: process.pid, host: thisHost() };
  const file = join(work, LOCK);
  try {
    // The run before this one may take its empty folder away at any moment.
    return !failed(() => writeFileSync(file, JSON.stringify(owner), { flag: 'wx' }), 'EEXIST', 'ENOENT');
  } catch (error) {
    // It was made, but not filled.
    rmSync(file, { force: true });
    throw error;
  }
}

/** A link in its place would lead staged files, and their removal, to wherever it points. */
function requireFolder(work: string): void {
  if (lstatSync(work, { throwIfNoEntry: false })?.isDirectory() !== false) return;
  throw new RenderError('OUTPUT_FAILED', { message: `${work} is no folder`, hint: `remove ${work}` });
}

/** As far as it goes: what stays is seen to be dead and removed by the next run. */
function unlock(work: string): void {
  try {
    clear(work);
    rmSync(join(work, LOCK), { force: true });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
  }
}

/** Removes a folder that is empty, and leaves any other. */
export function removeEmpty(folder: string): boolean {
  try {
    rmdirSync(folder);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return false;
    throw error;
  }
}

/** Removes what is staged and a guard that was left behind; only the holder of the lock may. */
function clear(work: string): void {
  for (const name of readdirSync(work)) {
    if (STAGED.test(name) || name === GUARD) rmSync(join(work, name), { force: true, recursive: true });
  }
}

/** Under the guard a lock that is seen to be dead stays the same one until it is removed. */
function breakDeadLock(work: string): void {
  const [lockFile, guard] = [join(work, LOCK), join(work, GUARD)];
  if (!isDead(lockFile) || failed(() => writeFileSync(guard, '', { flag: 'wx' }), 'EEXIST', 'ENOENT')) return;
  if (isDead(lockFile)) rmSync(lockFile, { force: true });
  rmSync(guard, { force: true });
}

function isDead(lockFile: string): boolean {
  const stat = lstatSync(lockFile, { throwIfNoEntry: false });
  if (stat?.isFile() !== true) return false;
  const owner = readOwner(lockFile);
  if (owner === undefined) return Date.now() - stat.mtimeMs > FORGOTTEN_MS;
  // A lock with the number of this process is from an earlier one.
  return owner.host === thisHost() && (owner.pid === process.pid || !isRunning(owner.pid));
}

function readOwner(lockFile: string): Owner | undefined {
  try {
    const { pid, host } = JSON.parse(readFileSync(lockFile, 'utf8')) as Partial<Owner>;
    return Number.isInteger(pid) && typeof host === 'string' ? { pid: Number(pid), host } : undefined;
  } catch {
    return undefined;
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}

/** Containers share a machine's name, but not its process numbers. */
function thisHost(): string {
  try {
    return `${hostname()} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return hostname();
  }
}

function isBusy(work: string): RenderError {
  const owner = readOwner(join(work, LOCK));
  const who = owner === undefined ? '' : ` (process ${owner.pid} on ${owner.host})`;
  return new RenderError('OUTPUT_FAILED', {
    message: `another run${who} does not finish writing beside ${work}`,
    hint: `wait for it; if there is none, remove ${work}`,
  });
}

/** Whether `run` fails with one of the system's codes; it throws where it fails otherwise. */
function failed(run: () => void, ...codes: readonly string[]): boolean {
  try {
    run();
    return false;
  } catch (error) {
    if (error instanceof Error && 'code' in error && codes.includes(String(error.code))) return true;
    throw error;
  }
}
