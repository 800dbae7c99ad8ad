import { dirname, join, resolve } from 'node:path';
import { RenderError } from '../../errors.ts';
import { readFile } from '../../files/read-file.ts';
import { gitRoot, isThere, lookAt, type Root } from '../../files/root.ts';

/** Where a repository keeps what is read of it. Paths are absolute. */
export interface Repository {
  /** Top of the work tree. */
  readonly top: string;
  /** Of this work tree: its HEAD. */
  readonly own: string;
  /** Of all its work trees: branches, tags and objects. */
  readonly common: string;
  readonly isShallow: boolean;
}

/** Bytes of a file that names a folder. */
const MOST_BYTES = 4096;
const BARE = ['HEAD', 'objects', 'refs'];

/**
 * The repository of the work tree whose top is a folder, found as git finds it and without starting it. A linked work tree
 * and a submodule have a file in the place of the folder `.git`.
 * @throws RenderError GIT_NO_REPOSITORY, GIT_BARE or GIT_FOLDER_LOST
 */
export function findRepository({ top, cwd }: Pick<Root, 'top' | 'cwd'>): Repository {
  const root = gitRoot(top);
  const found = lookAt('.git', root);
  if (found.path === undefined) throw notInWorkTree(cwd);
  const own = found.stat.isDirectory() ? found.path : linkedFolder(found.path, root);
  const common = readLine(join(own, 'commondir'), root);
  const shared = common === undefined ? own : resolve(own, common);
  if (!isThere(join(shared, 'objects'), root)) throw lost(top, shared);
  return { top, own, common: shared, isShallow: isThere(join(shared, 'shallow'), root) };
}

function notInWorkTree(cwd: string): RenderError {
  const root = gitRoot(cwd);
  const bare = [cwd, dirname(cwd)].find((folder) => BARE.every((name) => isThere(join(folder, name), root)));
  if (bare === undefined) {
    return new RenderError('GIT_NO_REPOSITORY', {
      message: `${cwd} is in no Git repository`,
      hint: 'run it inside a work tree',
    });
  }
  return new RenderError('GIT_BARE', {
    message: `${bare} is a repository without a work tree, so that there are no files to compare`,
    hint: 'git worktree add FOLDER BRANCH, and run it there',
  });
}

/** The folder that a file `.git` names. */
function linkedFolder(file: string, root: Root): string {
  const [, named] = /^gitdir: (.+)$/.exec(readLine(file, root) ?? '') ?? [];
  const folder = named === undefined ? undefined : resolve(dirname(file), named);
  if (folder !== undefined && isThere(join(folder, 'HEAD'), root)) return folder;
  throw lost(dirname(file), folder ?? 'no folder');
}

function lost(top: string, folder: string): RenderError {
  return new RenderError('GIT_FOLDER_LOST', {
    message: `the work tree ${top} belongs to ${folder}, where no repository is`,
    hint: 'git worktree repair in the repository that it belongs to, or clone anew',
  });
}

/** The first line of a small file of a repository; undefined where there is no such file. */
function readLine(file: string, root: Root): string | undefined {
  return readText(file, root, MOST_BYTES)?.split('\n', 1)[0];
}

/** The text of a file of a repository; undefined where there is none, or one of more bytes. */
export function readText(file: string, root: Root, mostBytes: number): string | undefined {
  const { path } = lookAt(file, root);
  if (path === undefined) return undefined;
  return readFile(path, mostBytes)?.bytes?.toString('utf8');
}
