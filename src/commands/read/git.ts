import { spawnSync } from 'node:child_process';
import { posix } from 'node:path';
import { RenderError } from '../../errors.ts';
import { STREAM_LIMITS } from '../../krm/parse-yaml.ts';
import { show } from '../../words.ts';
import type { Context } from '../cli/context.ts';

/** A revision of the repository that the working directory is in. Paths are relative to the working directory, with slashes. */
export interface Revision {
  /** As the user named it. */
  readonly name: string;
  /** Names of the files right in a folder, none where it is not there. */
  readonly filesIn: (folder: string) => readonly string[];
  /** The bytes of a file; undefined where it is not there. */
  readonly read: (file: string) => Buffer | undefined;
}

/**
 * What a repository says itself must start nothing and reach no network: reading objects runs neither hooks nor filters, and a
 * clone that lacks some of them does not fetch them.
 */
const HARMLESS = ['-c', 'core.fsmonitor=false', '-c', 'protocol.allow=never', '--no-replace-objects'];
const QUIET = { GIT_NO_LAZY_FETCH: '1', GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0', GIT_ALLOW_PROTOCOL: 'none' };

type Place = Pick<Context, 'cwd' | 'env'>;

/** What git says to arguments in a working directory, so that nothing is started and nothing fetched. */
export function runGit(args: readonly string[], { cwd, env }: Place) {
  const options = { cwd, env: { ...env, ...QUIET }, maxBuffer: STREAM_LIMITS.bytes };
  const { status, stdout, error } = spawnSync('git', [...HARMLESS, ...args], options);
  return { isFine: status === 0, stdout, error };
}

/**
 * Opens a revision such as `HEAD` or `origin/main`; undefined for the HEAD of a repository without a commit.
 * @throws RenderError CONFIG_INVALID where there is no repository or no such revision, or no git
 */
export function openRevision(name: string, context: Place): Revision | undefined {
  const git = (...args: readonly string[]) => runGit(args, context);
  const inside = git('rev-parse', '--show-prefix');
  if (inside.error !== undefined && !inside.isFine)
    throw invalid('git cannot be started', 'install git, or leave the option out');
  if (!inside.isFine)
    throw invalid(`there is no Git repository to look for ${show(name)} in`, 'run it inside a work tree');
  const found = git('rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`);
  if (!found.isFine) {
    if (name === 'HEAD') return undefined;
    throw invalid(
      `there is no revision ${show(name)} in this repository`,
      'name a branch, tag or commit; a shallow clone lacks others (git fetch origin NAME)',
    );
  }
  const commit = text(found.stdout).trim();
  const prefix = text(inside.stdout).replace(/\n$/, '');
  return {
    name,
    filesIn: (folder) => {
      const { isFine, stdout } = git(
        'ls-tree',
        '--full-tree',
        '-z',
        '--end-of-options',
        `${commit}:${atTop(prefix, folder)}`,
      );
      const entries = isFine ? text(stdout).split('\0') : [];
      return entries.flatMap((entry) => /^100\d{3} blob [0-9a-f]+\t([\s\S]+)$/.exec(entry)?.[1] ?? []);
    },
    read: (file) => {
      const { isFine, stdout } = git('cat-file', 'blob', `${commit}:${atTop(prefix, file)}`);
      return isFine ? stdout : undefined;
    },
  };
}

function text(bytes: Buffer | null): string {
  return bytes?.toString('utf8') ?? '';
}

/** A path from the top of the work tree, without steps up. */
function atTop(prefix: string, path: string): string {
  return posix.join(prefix, path).replace(/^\.?\/?$|\/$/, '');
}

function invalid(message: string, hint: string): RenderError {
  return new RenderError('CONFIG_INVALID', { message, hint });
}
