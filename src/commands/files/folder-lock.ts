import { existsSync, lstatSync, mkdirSync, readdirSync, rmdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { RenderError } from '../../errors.ts';
import { BEAT_MS, newOwner, type Owner, ownerOf, readSignature, startWatch, type Watch } from './run-owner.ts';

/** The folder inside a folder that is written to. What is in it is of no use to anyone once its run is over. */
export const WORK_FOLDER = '.dgdr-render';
/** Which of the folder's files are being put in their places; while it is there, nothing else may be removed. */
export const JOURNAL = 'journal';
const LOCK = 'lock';
/** Held while a dead run's lock is taken away; each run has its own, so that none removes another's. */
const GUARD = /^guard(-|$)/;
/** Staged files, and what stood in their places: names that nobody takes for manifests. */
export const STAGED = /^\d+(\.before)?$/;

/** How long another run is waited for and how often it is looked for, in ms; writing takes far less than that. */
const WAIT_MS = 30_000;
const POLL_MS = 25;

export interface LockOptions {
  /** Ends the waiting. */
  readonly signal: AbortSignal;
  /** In ms. */
  readonly wait?: number;
}

/** Folders that no other run writes to meanwhile. */
export interface HeldFolders {
  readonly id: string;
  /**
   * Shows that this run goes on. @throws RenderError OUTPUT_FAILED where it was stopped for so long that another one took
   * a folder over
   */
  readonly hold: (folder: string) => void;
  readonly release: () => void;
}

/**
 * Takes `folders` for this process. Every run takes folders in the same order, so that no two wait for each other. What
 * is in their work folders is left to whoever holds them. @throws RenderError OUTPUT_FAILED where another run does not
 * finish
 */
export async function lockFolders(folders: readonly string[], options: LockOptions): Promise<HeldFolders> {
  const works = [...folders].sort().map(workOf);
  const run: Run = { owner: newOwner(), works, held: [], watch: startWatch() };
  const timer = setInterval(() => beat(run), BEAT_MS).unref();
  const release = (): void => {
    clearInterval(timer);
    for (const work of run.held) unlock(work, run);
    for (const work of works) removeEmpty(work);
  };
  try {
    for (const work of works) {
      await lock(work, run, options);
      run.held.push(work);
    }
  } catch (error) {
    release();
    throw error;
  }
  let beaten = performance.now();
  const hold = (folder: string): void => {
    requireHeld(workOf(folder), run);
    if (performance.now() - beaten < BEAT_MS) return;
    beat(run);
    beaten = performance.now();
  };
  return { id: run.owner.id, hold, release };
}

/** The work folder of a folder. */
export function workOf(folder: string): string {
  return join(folder, WORK_FOLDER);
}

interface Run {
  readonly owner: Owner;
  readonly works: readonly string[];
  readonly held: string[];
  readonly watch: Watch;
}

async function lock(work: string, run: Run, { signal, wait = WAIT_MS }: LockOptions): Promise<void> {
  const until = performance.now() + wait;
  if (tryLock(work, run)) return;
  // What other folders have of dead runs is watched for the same time, not one after the other.
  for (const each of run.works) for (const file of signaturesIn(each)) isGone(file, run);
  while (!tryLock(work, run)) {
    if (performance.now() > until) throw isBusy(work);
    breakDeadLock(work, run);
    // Two runs that stood in each other's way must not do so again.
    await sleep(POLL_MS * (1 + Math.random()), undefined, { signal });
  }
}

function tryLock(work: string, run: Run): boolean {
  mkdirSync(work, { recursive: true });
  requireFolder(work);
  return writeSignature(join(work, LOCK), run);
}

/** Whether a signature of this run was written; not where there is one, or where the folder just went away. */
function writeSignature(file: string, { owner }: Run): boolean {
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

function isHeld(work: string, { owner }: Run): boolean {
  return ownerOf(readSignature(join(work, LOCK))?.text ?? '')?.id === owner.id;
}

function requireHeld(work: string, run: Run): void {
  if (isHeld(work, run)) return;
  throw new RenderError('OUTPUT_FAILED', {
    message: `nothing was written: this run was stopped for so long that another one took ${work} over`,
    hint: 'run it again',
  });
}

/** As far as it goes: a run that cannot show itself is missed by others, and sees that before it changes a file. */
function beat(run: Run): void {
  const now = new Date();
  for (const work of run.held) attempt(() => utimesSync(join(work, LOCK), now, now));
}

/** As far as it goes: what stays is seen to be dead and removed by the next run. */
function unlock(work: string, run: Run): void {
  attempt(() => {
    if (!isHeld(work, run)) return;
    if (lstatSync(join(work, JOURNAL), { throwIfNoEntry: false }) === undefined) clearWork(work);
    rmSync(join(work, LOCK), { force: true });
  });
}

/** Removes a folder that is empty, and leaves any other. */
export function removeEmpty(folder: string): boolean {
  return attempt(() => rmdirSync(folder));
}

/** Removes what is staged and kept, and guards that were left behind; only the holder of the lock may. */
export function clearWork(work: string): void {
  for (const name of readdirSync(work)) {
    if (STAGED.test(name) || GUARD.test(name)) rmSync(join(work, name), { force: true, recursive: true });
  }
}

/** Under the guard a lock that is seen to be dead stays the same one until it is removed. */
function breakDeadLock(work: string, run: Run): void {
  const lockFile = join(work, LOCK);
  if (!isGone(lockFile, run)) return;
  const guard = join(work, `guard-${run.owner.id}`);
  if (!writeSignature(guard, run)) return;
  if (!isGuarded(work, guard, run) && isGone(lockFile, run)) rmSync(lockFile, { force: true, recursive: true });
  rmSync(guard, { force: true });
}

function signaturesIn(work: string): string[] {
  const names = existsSync(work) ? readdirSync(work) : [];
  return names.filter((name) => name === LOCK || GUARD.test(name)).map((name) => join(work, name));
}

/** Whether another run is about to take the lock away; guards of dead ones go. */
function isGuarded(work: string, own: string, run: Run): boolean {
  const guards = signaturesIn(work).filter((file) => file !== own && file !== join(work, LOCK));
  const left = guards.filter((file) => isGone(file, run));
  for (const file of left) rmSync(file, { force: true, recursive: true });
  return left.length < guards.length;
}

function isGone(file: string, { watch }: Run): boolean {
  const signature = readSignature(file);
  return signature !== undefined && watch.isGone(file, signature);
}

function isBusy(work: string): RenderError {
  const owner = ownerOf(readSignature(join(work, LOCK))?.text ?? '');
  const who = owner === undefined ? '' : ` (process ${owner.pid} on ${owner.host})`;
  return new RenderError('OUTPUT_FAILED', {
    message: `another run${who} does not finish writing beside ${work}`,
    hint: `wait for it; if there is none, remove ${work}`,
  });
}

/** Whether `run` succeeds; what the system refuses is no matter. */
function attempt(run: () => void): boolean {
  try {
    run();
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return false;
    throw error;
  }
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
