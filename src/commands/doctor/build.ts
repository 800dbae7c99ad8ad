import { spawn } from 'node:child_process';
import type { FindingDetails } from '../../errors.ts';
import { STREAM_LIMITS } from '../../krm/parse-yaml.ts';
import type { Context } from '../cli/context.ts';
import { oneLine } from '../cli/one-line.ts';

/** A program to run, and for how long at most. */
export interface Call {
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Context['env'];
  readonly timeoutMs: number;
}

/** What came of a program. */
export interface Ran {
  readonly stdout: string;
  readonly stderr: string;
  /** How it ended, in words; undefined after exit code 0. */
  readonly failure: string | undefined;
}

/** Characters of a program's complaint that are repeated. */
const MAX_SAID = 2000;
/** What kustomize says that a hint helps with (v5.7.1). */
const HINTS: readonly (readonly [RegExp, string])[] = [
  [
    /is not in or below/,
    'move the config below the folder, or give its own folder a kustomization with the config under resources: and list that folder',
  ],
  [
    /behavior must be merge or replace/,
    'a request that is its own generator stands under generators: alone; remove it from resources:',
  ],
];

/**
 * Runs a program without a shell and without input, in a process group of its own, which is killed as a whole when it takes
 * too long or prints too much: what a build starts would outlive it otherwise.
 */
export function runBounded({ program, args, cwd, env, timeoutMs }: Call): Promise<Ran> {
  return new Promise((done) => {
    const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    const output = { stdout: [] as Buffer[], stderr: [] as Buffer[], bytes: 0 };
    let failure: string | undefined;
    const stop = (why: string): void => {
      failure ??= why;
      killGroup(child.pid);
    };
    const interrupt = (): void => stop('was interrupted');
    const timer = setTimeout(() => stop(`did not end within ${timeoutMs / 1000} s`), timeoutMs);
    for (const signal of SIGNALS) process.once(signal, interrupt);
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].on('data', (chunk: Buffer) => {
        output[name].push(chunk);
        output.bytes += chunk.length;
        if (output.bytes > STREAM_LIMITS.bytes) stop(`printed more than ${STREAM_LIMITS.bytes} bytes`);
      });
    }
    child.on('error', (error) => stop(`did not run: ${error.message}`));
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      for (const one of SIGNALS) process.off(one, interrupt);
      if (code !== 0) failure ??= `ended with ${signal ?? code}`;
      done({ stdout: textOf(output.stdout), stderr: textOf(output.stderr), failure });
    });
  });
}

/** A failed build for people: what it said, and what helps where that is known. */
export function explainFailure(command: string, { failure = '', stderr }: Ran): FindingDetails {
  const said = oneLine(stderr.trim()).slice(0, MAX_SAID);
  const hint = HINTS.find(([pattern]) => pattern.test(said))?.[1];
  return { message: `${command} ${failure}${said === '' ? '' : `: ${said}`}`, hint };
}

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    // It ended by itself.
    if (!(error instanceof Error && 'code' in error)) throw error;
  }
}

function textOf(chunks: readonly Buffer[]): string {
  return Buffer.concat(chunks).toString('utf8');
}
