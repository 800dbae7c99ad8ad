import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, sep } from 'node:path';
import { RenderError } from '../../errors.ts';
import { MOST_BYTES } from '../../files/budget.ts';
import { show } from '../../words.ts';
import { damaged, type Revision, type TreeEntry } from './revision.ts';

/** Files that may be a request, a project file, a lock, a kustomization, a chart, or the configuration of a model. */
const OF_INTEREST = /(\.(ya?ml|json)|\/Kustomization)$/;
/** Bytes of all of them together: a repository of many thousand requests has a few MB. */
const MOST_COPIED_BYTES = 2 ** 28;
/** Bytes of a path that a link leads to. */
const MOST_LINK_BYTES = 4096;

/**
 * Calls `look` with a folder that holds the manifests of a revision, models' configurations and links as they are committed: no filter
 * of the repository runs over them, and nothing is written outside of the folder. It is removed afterwards.
 * @throws RenderError INPUT_TOO_LARGE, PATH_OUTSIDE_ROOT or REVISION_DAMAGED
 */
export async function withCopy<T>(
  revision: Pick<Revision, 'name' | 'all' | 'read' | 'prefix'>,
  look: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'dgdr-render-revision-')));
  try {
    copy(revision, folder);
    return await look(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function copy({ name, all, read, prefix }: Pick<Revision, 'name' | 'all' | 'read' | 'prefix'>, folder: string): void {
  const entries = all().filter(isOfInterest);
  const bytes = entries.reduce((sum, { size = 0 }) => sum + size, 0);
  if (bytes > MOST_COPIED_BYTES) {
    throw new RenderError('INPUT_TOO_LARGE', {
      message: `the YAML and JSON of the revision ${name} has ${bytes} bytes, at most ${MOST_COPIED_BYTES} are read`,
    });
  }
  const outside = entries.find(({ path }) => !isPlain(path));
  if (outside !== undefined) {
    throw new RenderError('PATH_OUTSIDE_ROOT', {
      message: `the revision ${name} has a path that no work tree may have: ${show(outside.path)}`,
    });
  }
  mkdirSync(join(folder, prefix), { recursive: true });
  const contents = read(entries);
  const made = entries.map((entry, i) => ({ ...entry, content: contents[i]! }));
  // Links come last, so that nothing is written through one.
  for (const kind of ['file', 'link'] as const) {
    for (const entry of made) if (entry.kind === kind) put(entry, { folder, name });
  }
}

/** What stands for bytes that are no UTF-8. */
const UNDECODED = '\uFFFD';

/**
 * What is too large to be read is no request; a submodule is another repository. Names that are no UTF-8 are not found in a
 * work tree either.
 */
function isOfInterest({ kind, path, size = 0 }: TreeEntry): boolean {
  if (path.includes(UNDECODED)) return false;
  if (kind === 'file') return OF_INTEREST.test(`/${path}`) && size <= MOST_BYTES;
  return kind === 'link' && size <= MOST_LINK_BYTES;
}

/** Whether a path stays below the folder that it starts in, and out of what git keeps for itself. */
function isPlain(path: string): boolean {
  const parts = path.split(sep === '/' ? sep : /[/\\]/);
  return parts.every((part) => !['', '.', '..', '.git'].includes(part.toLowerCase()));
}

type Made = TreeEntry & { readonly content: Buffer };

function put(
  { kind, path, content }: Made,
  { folder, name }: { readonly folder: string; readonly name: string },
): void {
  const place = join(folder, path);
  try {
    mkdirSync(dirname(place), { recursive: true });
    if (kind === 'link') symlinkSync(content.toString('utf8'), place);
    else writeFileSync(place, content, { flag: 'wx' });
  } catch (error) {
    // A tree that has a path twice, or below a file, or a link to a text that is no path.
    if (error instanceof Error && 'code' in error && TREE_FAULTS.includes(String(error.code)))
      throw damaged(name, show(path));
    throw error;
  }
}

const TREE_FAULTS = ['EEXIST', 'ENOTDIR', 'EISDIR', 'ERR_INVALID_ARG_VALUE', 'ENAMETOOLONG', 'ENOENT'];
