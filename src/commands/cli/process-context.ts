import { writeSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import * as z from 'zod';
import { isSystemError, RenderError } from '../../errors.ts';
import { STREAM_LIMITS } from '../../krm/parse-yaml.ts';
import { openEngines } from '../../profile/engines.ts';
import { openStreet } from '../../render/render.ts';
import { reportText } from '../reporters/text.ts';
import { compileLater } from './compile-later.ts';
import type { Context } from './context.ts';
import { holdSignals } from './hold-signals.ts';
import { NO_PROGRESS, type ProgressOptions, progressLine } from './progress.ts';
import { cannotPrint, type Printed, printTo } from './streams.ts';
import { toFindings } from './to-findings.ts';

/** The context of the running process. */
function processContext(): Context {
  const { env, stderr, stdin, stdout } = process;
  const isTerminal = stderr.isTTY === true && env.TERM !== 'dumb';
  const line = isTerminal ? progressLine(terminal(stderr)) : NO_PROGRESS;
  const print = (name: Printed) => {
    const write = printTo(name, process[name]);
    return (text: string) => {
      line.erase();
      write(text);
    };
  };
  return {
    cwd: workingFolder(),
    env,
    readStdin: () => readAll(stdin),
    stdout: print('stdout'),
    stderr: print('stderr'),
    untilSafe: holdSignals,
    progress: line.show,
    columns: stdout.isTTY === true ? stdout.columns || undefined : undefined,
    isColoured: isTerminal && (env.NO_COLOR ?? '') === '',
    threads: { entry: new URL('./dgdr-render-thread.mjs', import.meta.url), processors: availableParallelism() },
    openStreet: (models) => openStreet(openEngines(), models),
  };
}

/** Some terminals say that they have no columns. */
function terminal(stream: NodeJS.WriteStream): ProgressOptions {
  return {
    write: (text) => void stream.write(text),
    columns: () => stream.columns || DEFAULT_COLUMNS,
    now: () => performance.now(),
  };
}

const DEFAULT_COLUMNS = 80;

/** All bytes, or a little more than is ever accepted: the parsers then say so. */
async function readAll(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes > STREAM_LIMITS.bytes) break;
  }
  return Buffer.concat(chunks);
}

/** Somebody may have removed it. */
function workingFolder(): string {
  try {
    return process.cwd();
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw new RenderError('INPUT_NOT_FOUND', {
      message: `the working directory cannot be read: ${error.code}`,
      hint: 'change to a folder that exists',
    });
  }
}

const CANNOT_PRINT = 1;

/**
 * Runs an entry point to its exit code; output drains before the process ends. What cannot be printed makes 1 of it, and a
 * line on stderr; work that goes on meanwhile is not broken off, since it may be writing files.
 */
export async function runProcess(main: (context: Context) => Promise<number>): Promise<void> {
  compileLater();
  // Schemas see too few values for code that would be made of them, and no text becomes code here.
  z.config({ jitless: true });
  const failures: RenderError[] = [];
  for (const name of ['stdout', 'stderr'] as const) {
    process[name].on('error', (error: NodeJS.ErrnoException) => failures.push(cannotPrint(name, error)));
  }
  process.on('exit', (code) => {
    if (failures.length === 0) return;
    sayLast(failures.slice(0, 1));
    process.exitCode = code === 0 ? CANNOT_PRINT : code;
  });
  try {
    process.exitCode = await main(processContext());
  } catch (error) {
    if (!(error instanceof RenderError)) throw error;
    failures.push(error);
  }
}

/** Past the streams, which may not get to it any more. There is nowhere else to say that stderr itself is closed. */
function sayLast(errors: readonly RenderError[]): void {
  try {
    writeSync(process.stderr.fd, reportText(errors.flatMap(toFindings), { isColoured: false }));
  } catch (error) {
    if (!isSystemError(error)) throw error;
  }
}
