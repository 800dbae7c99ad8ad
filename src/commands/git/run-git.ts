import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { RenderError } from '../../errors.ts';
import { STREAM_LIMITS } from '../../krm/parse-yaml.ts';
import type { Context } from '../cli/context.ts';
import { oneLine } from '../cli/one-line.ts';
import type { Repository } from './find-repository.ts';

type Environment = Context['env'];

/** What an answer of git is: its bytes, or that there is none. */
interface Answer {
  readonly isFine: boolean;
  readonly stdout: Buffer;
  readonly stderr: string;
  readonly error: (Error & { readonly code?: string }) | undefined;
}

interface Call {
  readonly cwd: string;
  readonly env: Environment;
  readonly input?: string;
  readonly mostBytes?: number;
}

/** No answer takes so long, in ms, but one that waits for somebody. */
const LIMIT_MS = 60_000;
/** A clone that lacks objects does not fetch them, whatever it says of where they are, and nobody is asked for a password. */
const OFFLINE = {
  GIT_NO_LAZY_FETCH: '1',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_TERMINAL_PROMPT: '0',
  GIT_ALLOW_PROTOCOL: 'none',
};
const HARMLESS = ['-c', 'core.fsmonitor=false', '-c', 'protocol.allow=never', '--no-replace-objects', '--no-pager'];

function spawnGit(args: readonly string[], { cwd, env, input = '', mostBytes = STREAM_LIMITS.bytes }: Call): Answer {
  const options = { cwd, env: { ...env, ...OFFLINE }, input, maxBuffer: mostBytes, timeout: LIMIT_MS };
  const { status, stdout, stderr, error } = spawnSync('git', [...HARMLESS, ...args], {
    ...options,
    killSignal: 'SIGKILL',
  });
  return { isFine: status === 0, stdout: stdout ?? Buffer.alloc(0), stderr: String(stderr ?? ''), error };
}

/**
 * What git says in a working directory as its user has set it up there: what it tracks and ignores. Its settings are obeyed
 * as far as they start nothing.
 */
export function askGit(args: readonly string[], { cwd, env }: Pick<Context, 'cwd' | 'env'>): Answer {
  return spawnGit(args, { cwd, env });
}

/** Variables by which the surroundings set git up: a hook's, a user's settings, programs to ask and to show with. */
const SETTING_UP = /^(GIT_.*|HOME|XDG_CONFIG_HOME|PAGER|EDITOR|VISUAL|SSH_.*|LC_ALL|LANGUAGE)$/i;

/** Asks git for what a repository keeps, by no settings but our own. Undefined where it has no answer. */
export type Ask = (
  args: readonly string[],
  options?: { readonly input?: string; readonly mostBytes?: number },
) => Buffer | undefined;

/**
 * Git over a view of a repository (repository-view.ts), which has none of its settings; those of the user and of the machine
 * are left out too. Throws GIT_MISSING, GIT_REFUSED, and INPUT_TOO_LARGE where an answer is longer than it may be.
 */
export function gitOver(view: string, { common }: Repository, env: Environment): Ask {
  const kept = Object.fromEntries(Object.entries(env).filter(([name]) => !SETTING_UP.test(name)));
  const own = {
    ...kept,
    ...{ GIT_DIR: view, GIT_OBJECT_DIRECTORY: join(common, 'objects'), LC_ALL: 'C' },
    ...{ GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null', GIT_ATTR_NOSYSTEM: '1' },
  };
  return (args, options = {}) => {
    const { isFine, stdout, stderr, error } = spawnGit(args, { cwd: view, env: own, ...options });
    if (error?.code === 'ENOBUFS') throw tooLarge(args[0]);
    if (error?.code === 'ETIMEDOUT')
      throw refused(
        `no answer within ${LIMIT_MS / 1000} s`,
        'try git rev-parse HEAD there; another program may hold the repository',
      );
    if (error !== undefined && !isFine) throw missing(error);
    if (isFine) return stdout;
    const said = oneLine(stderr.trim());
    if (NOT_READABLE.test(said)) throw refused(said, 'git fsck in the repository says what is wrong');
    return undefined;
  };
}

/** What git says of a repository as a whole, not of what was asked for. */
const NOT_READABLE = /not a git repository|unknown repository extension|expected git repo version|bad config/i;

function tooLarge(what = 'git'): RenderError {
  return new RenderError('INPUT_TOO_LARGE', {
    message: `what git ${what} answers has more bytes than are read`,
    hint: 'name fewer folders',
  });
}

function refused(message: string, hint: string): RenderError {
  return new RenderError('GIT_REFUSED', { message: `git does not read the repository: ${message}`, hint });
}

function missing(error: Error): RenderError {
  return new RenderError('GIT_MISSING', {
    message: `git cannot be started: ${error.message}`,
    hint: 'put git 2.30 or newer on the PATH',
  });
}
