import { spawnSync } from 'node:child_process';
import { dirname } from 'node:path';
import { STREAM_LIMITS } from '../../krm/parse-yaml.ts';
import type { Context } from '../cli/context.ts';

/**
 * Those of the files that a commit would leave out: git neither tracks nor ignores them. None outside a repository and
 * where there is no git. Names are relative to the working directory, with slashes.
 */
export function untrackedFiles(files: readonly string[], { cwd, env }: Pick<Context, 'cwd' | 'env'>): string[] {
  const folders = [...new Set(files.map((file) => dirname(file)))];
  if (folders.length === 0) return [];
  const listing = [
    '-c',
    'core.fsmonitor=false',
    '--literal-pathspecs',
    'ls-files',
    '--others',
    '--exclude-standard',
    '-z',
    '--',
    ...folders,
  ];
  const { status, stdout } = spawnSync('git', listing, { cwd, env, encoding: 'utf8', maxBuffer: STREAM_LIMITS.bytes });
  const untracked = new Set(status === 0 ? stdout.split('\0') : []);
  return files.filter((file) => untracked.has(file));
}
