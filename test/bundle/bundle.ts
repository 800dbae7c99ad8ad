import { type ChildProcess, type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { HANGS_MS, withinCpu } from '../support/limits.ts';

const ROOT = resolve(import.meta.dirname, '../..');
/** The command as it is shipped. */
export const CLI = join(ROOT, 'dist/dgdr-render.mjs');

export interface BundleOptions {
  readonly cwd: string;
  readonly input?: string | Uint8Array;
  /** Arguments of Node. */
  readonly node?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Of processors; a process that uses more is killed, and its status is null. */
  readonly cpuSeconds?: number;
  /** A program with its arguments that starts the command, such as one that enters a namespace. */
  readonly within?: readonly string[];
}

export type BundleRun = Pick<SpawnSyncReturns<string>, 'status' | 'signal' | 'stdout' | 'stderr'>;

/** No answer takes that much of processors. */
const CPU_SECONDS = 120;
const MOST_OUTPUT = 2 ** 28;

/** Runs the shipped command to its end. */
export function runBundle(args: readonly string[], options: BundleOptions): BundleRun {
  const { cwd, input = '', node = [], env = {}, cpuSeconds = CPU_SECONDS, within = [] } = options;
  return spawnSync(...withinCpu(cpuSeconds, [...within, process.execPath, ...node, CLI, ...args]), {
    cwd,
    input,
    env: { ...process.env, ...env },
    timeout: HANGS_MS,
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
export function startBundle(
  args: readonly string[],
  options: Omit<BundleOptions, 'input' | 'cpuSeconds' | 'within'>,
): StartedBundle {
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
