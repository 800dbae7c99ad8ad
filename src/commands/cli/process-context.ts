import { STREAM_LIMITS } from '../../krm/parse-yaml.ts';
import { bundledEngines } from '../../profile/engines.ts';
import { openStreet } from '../../render/render.ts';
import type { Context } from './context.ts';
import { holdSignals } from './hold-signals.ts';
import { NO_PROGRESS, type ProgressOptions, progressLine } from './progress.ts';

/** The context of the running process. */
function processContext(): Context {
  const { env, stderr, stdin, stdout } = process;
  const isTerminal = stderr.isTTY === true && env.TERM !== 'dumb';
  const line = isTerminal ? progressLine(terminal(stderr)) : NO_PROGRESS;
  const printTo = (stream: NodeJS.WriteStream) => (text: string) => {
    line.erase();
    stream.write(text);
  };
  return {
    cwd: process.cwd(),
    env,
    readStdin: () => readAll(stdin),
    stdout: printTo(stdout),
    stderr: printTo(stderr),
    untilSafe: holdSignals,
    progress: line.show,
    isColoured: isTerminal && (env.NO_COLOR ?? '') === '',
    openStreet: (models) => openStreet(bundledEngines(), models),
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

/** Runs an entry point to its exit code; output drains before the process ends, a reader that went away is no error. */
export async function runProcess(main: (context: Context) => Promise<number>): Promise<void> {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      process.exit();
    });
  }
  process.exitCode = await main(processContext());
}
