import { type ChildProcess, type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const ROOT = resolve(import.meta.dirname, '../..');
/** The command as it is shipped. */
export const CLI = join(ROOT, 'dist/dgdr-render.mjs');

export interface BundleOptions {
  readonly cwd: string;
  readonly input?: string | Uint8Array;
  /** Arguments of Node. */
  readonly node?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** In ms; a process that takes longer is killed, and its status is null. */
  readonly timeout?: number;
}

export type BundleRun = Pick<SpawnSyncReturns<string>, 'status' | 'signal' | 'stdout' | 'stderr'>;

/** No answer takes that long, in ms: what does hangs. */
const TIMEOUT = 60_000;
const MOST_OUTPUT = 2 ** 28;

/** Runs the shipped command to its end. */
export function runBundle(args: readonly string[], options: BundleOptions): BundleRun {
  const { cwd, input = '', node = [], env = {}, timeout = TIMEOUT } = options;
  return spawnSync(process.execPath, [...node, CLI, ...args], {
    cwd,
    input,
    env: { ...process.env, ...env },
    timeout,
    killSignal: 'SIGKILL',
    encoding: 'utf8',
    maxBuffer: MOST_OUTPUT,
  });
}

/** The shipped command as a process that goes on beside others. */
export interface StartedBundle {
  readonly child: ChildProcess;
  readonly done: Promise<BundleRun>;
}

/** Starts the shipped command without waiting for it. */
export function startBundle(args: readonly string[], options: Omit<BundleOptions, 'input' | 'timeout'>): StartedBundle {
  const { cwd, node = [], env = {} } = options;
  const child = spawn(process.execPath, [...node, CLI, ...args], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text) => {
    printed.stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    printed.stderr += text;
  });
  const done = new Promise<BundleRun>((resolveRun) => {
    child.on('close', (status, signal) => resolveRun({ status, signal, ...printed }));
  });
  return { child, done };
}

/** The argument that has Node load a module of `preload/` before the command. */
export function preload(name: string): readonly string[] {
  return ['--import', pathToFileURL(join(import.meta.dirname, 'preload', name)).href];
}

/** Writes a repository with many requests; see the script. */
export function writeRepository(folder: string, count: number): void {
  const { status } = spawnSync(process.execPath, [join(ROOT, 'scripts/load-repository.mjs'), folder, String(count)]);
  if (status !== 0) throw new Error('the repository was not written');
}
