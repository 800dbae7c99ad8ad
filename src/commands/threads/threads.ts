import { Worker } from 'node:worker_threads';
import { type Finding, findingOf } from '../../errors.ts';
import type { Resource } from '../../krm/resource.ts';
import type { ProfileExtent } from '../../profile/profile-job.ts';
import { type HelperRun, type Helpers, profileAhead, type SharedWork } from '../../render/ahead.ts';
import type { RenderOptions } from '../../render/render.ts';
import { type Arguments, type OptionTable, UsageError } from '../cli/command.ts';
import type { Context } from '../cli/context.ts';
import { oneLine } from '../cli/one-line.ts';
import type { HelperMessage, HelperTask } from './helper.ts';

/** Threads where nobody says how many: a container may see more processors than it may use, and each takes memory. */
const MOST_BY_DEFAULT = 4;
/** Sweeps that are worth a thread, in which Node compiles and optimizes everything anew. */
const SWEEPS_EACH = 20;
/** Most that may be asked for. */
const MOST_JOBS = 64;
/** Memory of a helping thread in MiB, beside the tables it reads; one that needs more ends, and the others do its work. */
const HEAP_MIB = 256;

/** The option of commands that may have many requests to profile. */
export const JOBS_OPTION = {
  jobs: {
    type: 'string',
    value: 'N',
    help: `threads that profile; by default one a processor, ${MOST_BY_DEFAULT} at most, fewer for few requests`,
  },
} as const satisfies OptionTable;

/** What `--jobs` says; undefined where it is not given. @throws UsageError */
export function jobsOf(args: Arguments): number | undefined {
  const text = args.text('jobs');
  if (text === undefined) return undefined;
  const jobs = Number(text);
  if (/^\d+$/.test(text) && jobs >= 1 && jobs <= MOST_JOBS) return jobs;
  throw new UsageError(`--jobs ${text} is not a number from 1 to ${MOST_JOBS}`);
}

/** How many threads may work on requests: as many as are asked for, or what the machine and the work are worth. */
export interface Threads {
  readonly context: Pick<Context, 'threads'>;
  readonly jobs: number | undefined;
}

/** Options under which requests are rendered as before, only that their profiles are made already, by several threads. */
export async function aheadOf(
  requests: readonly Resource[],
  { options, extent }: { readonly options: RenderOptions; readonly extent: ProfileExtent },
  { context: { threads }, jobs }: Threads,
): Promise<{ readonly options: RenderOptions; readonly findings: readonly Finding[] }> {
  const helpers: Helpers = {
    start: (work, answered) =>
      startHelpers(work, { entry: threads.entry, count: helperCount(work, jobs, threads) }, answered),
  };
  const ahead = await profileAhead(requests, options, { helpers, extent });
  return { options: ahead.options, findings: lostFindings(ahead.lost) };
}

/** Besides the main thread, which works too. */
function helperCount({ groups }: SharedWork, jobs: number | undefined, { processors }: Context['threads']): number {
  const sweeps = groups.flat().reduce((sum, { sweptBackends }) => sum + sweptBackends, 0);
  const worth = jobs ?? Math.min(processors, MOST_BY_DEFAULT, Math.floor(sweeps / SWEEPS_EACH));
  return Math.max(0, Math.min(worth, groups.length) - 1);
}

interface Starting {
  readonly entry: URL;
  readonly count: number;
}

function startHelpers(
  work: SharedWork,
  { entry, count }: Starting,
  answered: Parameters<Helpers['start']>[1],
): HelperRun {
  const runs = Array.from({ length: count }, (_, index) => {
    const from = Math.floor(((index + 1) * work.groups.length) / (count + 1));
    return runHelper(entry, { ...work, from }, ({ id, answer }) => answered(id, answer));
  });
  return { count, ended: Promise.all(runs).then((reasons) => reasons.flatMap((reason) => reason ?? [])) };
}

/** Resolves when the thread has ended, to why if that was early. It is handed no variable of the environment. */
function runHelper(
  entry: URL,
  task: HelperTask,
  onMessage: (message: HelperMessage) => void,
): Promise<string | undefined> {
  return new Promise((resolve) => {
    try {
      const limits = { maxOldGenerationSizeMb: HEAP_MIB };
      const worker = new Worker(entry, { workerData: task, env: {}, resourceLimits: limits });
      let reason: string | undefined;
      worker.on('message', onMessage);
      worker.on('error', (error) => {
        reason = reasonOf(error);
      });
      worker.on('exit', (code) => resolve(reason ?? (code === 0 ? undefined : `exit code ${code}`)));
    } catch (error) {
      resolve(reasonOf(error));
    }
  });
}

/** What memory and the system refuse in short, everything else with its stack, since that is a bug. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error ? `${String(error.code)}, ${error.message}` : (error.stack ?? error.message);
}

/** Nothing else says so, since the rest did the work. */
function lostFindings([first, ...others]: readonly string[]): readonly Finding[] {
  if (first === undefined) return [];
  const more = others.length === 0 ? '' : `, and ${others.length} more`;
  return [
    findingOf('THREAD_LOST', {
      message: `a thread that profiled ended early${more}: ${oneLine(first)}; the others did its work`,
      hint: 'give the process more memory, or profile in fewer threads with --jobs',
    }),
  ];
}
