import { posix, relative } from 'node:path';
import { RenderError } from '../../errors.ts';
import { toSlashes } from '../../files/paths.ts';
import type { Root } from '../../files/root.ts';
import { show } from '../../words.ts';
import type { Context } from '../cli/context.ts';
import { findRepository, type Repository } from './find-repository.ts';
import { withView } from './repository-view.ts';
import { type Ask, gitOver } from './run-git.ts';

/** Something that a revision holds under a path. */
export interface TreeEntry {
  readonly kind: 'file' | 'link' | 'submodule';
  /** From the top of the tree, with slashes. */
  readonly path: string;
  readonly hash: string;
  /** In bytes; undefined where that is not known, since the clone lacks the object, and of a submodule. */
  readonly size: number | undefined;
}

/** A revision of a repository. */
export interface Revision {
  /** As the user named it. */
  readonly name: string;
  /** Of the repository, the digits of the commit. */
  readonly commit: string;
  /** From the top of the tree to the working directory; empty, or with a slash at the end. */
  readonly prefix: string;
  /** Everything in it, sorted by path. Throws REVISION_DAMAGED. */
  readonly all: () => readonly TreeEntry[];
  /** The files right in a folder, named from the top; none where there is no such folder. */
  readonly filesIn: (folder: string) => readonly TreeEntry[];
  /** The bytes of entries in their order. Throws REVISION_DAMAGED where one is not there. */
  readonly read: (entries: readonly TreeEntry[]) => readonly Buffer[];
}

/** Bytes of the longest list of a tree: some million paths. */
const MOST_LISTED_BYTES = 2 ** 27;
/** Bytes that are asked for at once. */
const MOST_READ_BYTES = 2 ** 25;

/**
 * Calls `look` with a revision such as `HEAD` or `origin/main`, which is undefined for the HEAD of a repository without a commit.
 * Git runs without a shell, and over a view of the repository that has none of its settings, hooks, filters and attributes.
 * @throws RenderError GIT_MISSING, GIT_NO_REPOSITORY, GIT_BARE, GIT_FOLDER_LOST, GIT_REFUSED, REVISION_INVALID,
 * REVISION_UNKNOWN, REVISION_SHALLOW or REVISION_DAMAGED
 */
export async function withRevision<T>(
  name: string,
  { root, env }: { readonly root: Pick<Root, 'top' | 'cwd'>; readonly env: Context['env'] },
  look: (revision: Revision | undefined) => Promise<T>,
): Promise<T> {
  if (name.startsWith('-') || name === '' || /[\0\n]/.test(name)) throw invalid(name);
  const repository = findRepository(root);
  return withView(repository, async (view) => {
    const ask = gitOver(view, repository, env);
    const commit = resolveCommit(name, ask, repository);
    if (commit === undefined) return look(undefined);
    const inside = toSlashes(relative(root.top, root.cwd));
    return look({ name, commit, prefix: inside === '' ? '' : `${inside}/`, ...readersOf({ name, commit }, ask) });
  });
}

function resolveCommit(name: string, ask: Ask, { isShallow }: Repository): string | undefined {
  const found = ask(['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`]);
  if (found !== undefined) return found.toString('utf8').trim();
  const object = ask(['rev-parse', '--verify', '--quiet', '--end-of-options', name])?.toString('utf8').trim();
  if (object === undefined && name === 'HEAD') return undefined;
  if (isShallow) {
    throw new RenderError('REVISION_SHALLOW', {
      message: `there is no revision ${show(name)} in this clone, which lacks older ones`,
      hint: 'git fetch --unshallow, or clone with more depth (fetch-depth: 0, GIT_DEPTH: 0)',
    });
  }
  // The digits of a commit say nothing of whether there is one.
  const isNamed = object !== undefined && object !== name;
  if (isNamed && ask(['cat-file', '-e', object]) === undefined) throw damaged(name, 'the commit');
  throw new RenderError('REVISION_UNKNOWN', {
    message: `there is no revision ${show(name)} in this repository`,
    hint: 'name a branch, tag or commit, and paths after it; git fetch origin NAME brings one of the server',
  });
}

function invalid(name: string): RenderError {
  return new RenderError('REVISION_INVALID', {
    message: `${show(name)} can be no revision`,
    hint: 'name a branch, tag or commit, which never begins with a dash',
  });
}

const MODES: Readonly<Record<string, TreeEntry['kind']>> = {
  '100644': 'file',
  '100755': 'file',
  '100664': 'file',
  '120000': 'link',
  '160000': 'submodule',
};
const ENTRY = /^(\d{6}) (?:blob|commit) ([0-9a-f]+) +(\S+)\t([\s\S]+)$/;

function readersOf(
  { name, commit }: Pick<Revision, 'name' | 'commit'>,
  ask: Ask,
): Pick<Revision, 'all' | 'filesIn' | 'read'> {
  const list = (args: readonly string[], tree: string): TreeEntry[] | undefined => {
    const mostBytes = MOST_LISTED_BYTES;
    const listed = ask(['ls-tree', '-z', '-l', '--full-tree', ...args, '--end-of-options', tree], { mostBytes });
    return listed?.toString('utf8').split('\0').flatMap(toEntry);
  };
  return {
    all: () => {
      const entries = list(['-r'], commit);
      if (entries === undefined) throw damaged(name, 'the folders');
      return entries;
    },
    filesIn: (folder) => {
      const inFolder = folder === '' ? '' : `${folder}/`;
      const entries = list([], `${commit}:${folder}`) ?? [];
      return entries.flatMap((entry) => {
        return entry.kind === 'file' ? [{ ...entry, path: `${inFolder}${entry.path}` }] : [];
      });
    },
    read: (entries) => inBatches(entries).flatMap((batch) => readBatch(batch, { name, ask })),
  };
}

function toEntry(line: string): TreeEntry[] {
  const [, mode = '', hash = '', size = '', path = ''] = ENTRY.exec(line) ?? [];
  const kind = MODES[mode];
  return kind === undefined ? [] : [{ kind, path, hash, size: /^\d+$/.test(size) ? Number(size) : undefined }];
}

function inBatches(entries: readonly TreeEntry[]): TreeEntry[][] {
  const batches: TreeEntry[][] = [];
  let left = 0;
  for (const entry of entries) {
    left -= entry.size ?? 0;
    if (left <= 0 || batches.length === 0) {
      batches.push([]);
      left = MOST_READ_BYTES;
    }
    batches.at(-1)?.push(entry);
  }
  return batches;
}

/** `HASH blob SIZE`, a line end, the bytes and another line end for each; `HASH missing` for what is not there. */
function readBatch(
  entries: readonly TreeEntry[],
  { name, ask }: { readonly name: string; readonly ask: Ask },
): Buffer[] {
  const lacking = entries.find(({ size }) => size === undefined);
  if (lacking !== undefined) throw damaged(name, show(lacking.path));
  const bytes = entries.reduce((sum, { size = 0, hash }) => sum + size + 2 * hash.length, 0);
  const input = entries.map(({ hash }) => `${hash}\n`).join('');
  const answer = ask(['cat-file', '--batch'], { input, mostBytes: bytes + MOST_READ_BYTES });
  let at = 0;
  return entries.map(({ path }) => {
    const end = answer?.indexOf('\n', at) ?? -1;
    const [, size] = /^[0-9a-f]+ blob (\d+)$/.exec(answer?.toString('latin1', at, end) ?? '') ?? [];
    if (answer === undefined || size === undefined) throw damaged(name, show(path));
    const start = end + 1;
    at = start + Number(size) + 1;
    return answer.subarray(start, start + Number(size));
  });
}

/** A revision that lacks an object, or whose paths are none. */
export function damaged(name: string, what: string): RenderError {
  return new RenderError('REVISION_DAMAGED', {
    message: `the clone lacks ${what} of the revision ${show(name)}, or has it broken`,
    hint: 'git fetch --refetch --filter=blob:limit=1g of a partial clone, or clone anew; git fsck says what is broken',
  });
}

/** A path from the working directory as one from the top, without steps up; empty for the top. */
export function atTop({ prefix }: Pick<Revision, 'prefix'>, path: string): string {
  return posix.join(prefix, path).replace(/^\.?\/?$|\/$/, '');
}

/** What a file of a revision is called in messages: `main:serving/chat.yaml`. */
export function shownAt({ name }: Pick<Revision, 'name'>, file: string): string {
  return `${name}:${file}`;
}
