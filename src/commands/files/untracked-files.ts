import { dirname } from 'node:path';
import type { Context } from '../cli/context.ts';
import { askGit } from '../git/run-git.ts';

/**
 * Those of the files that a commit would leave out: git neither tracks nor ignores them. None outside a repository and
 * where there is no git. Names are relative to the working directory, with slashes.
 */
export function untrackedFiles(files: readonly string[], context: Pick<Context, 'cwd' | 'env'>): string[] {
  const folders = [...new Set(files.map((file) => dirname(file)))];
  if (folders.length === 0) return [];
  const listing = ['--literal-pathspecs', 'ls-files', '--others', '--exclude-standard', '-z', '--', ...folders];
  const { isFine, stdout } = askGit(listing, context);
  const untracked = new Set(isFine ? stdout.toString('utf8').split('\0') : []);
  return files.filter((file) => untracked.has(file));
}
