import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gitRoot, isThere } from '../../files/root.ts';
import { type Repository, readText } from './find-repository.ts';

/** What of a repository holds names of revisions. */
const SHARED = ['refs', 'packed-refs', 'logs', 'reftable'] as const;
/** Names of revisions that each work tree has for itself. */
const OWN = ['HEAD', 'FETCH_HEAD', 'ORIG_HEAD', 'MERGE_HEAD'] as const;
/** Bytes of what is read of such names, and of the settings. */
const MOST_BYTES = 2 ** 20;
/** Digests of 64 digits. The only setting without which git cannot read a repository. */
const OBJECT_FORMAT = /^\s*objectformat\s*=\s*(sha1|sha256)\s*$/im;

/**
 * Calls `look` with a folder that git takes for the repository: the names of its revisions are there, but none of its
 * settings, hooks, attributes and grafts, so that nothing they name can be started or followed. The folder is removed
 * afterwards.
 */
export async function withView<T>(repository: Repository, look: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'dgdr-render-git-'));
  try {
    fill(folder, repository);
    return await look(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function fill(folder: string, { own, common }: Repository): void {
  const root = gitRoot(common);
  for (const name of SHARED) if (isThere(name, root)) symlinkSync(join(common, name), join(folder, name));
  for (const name of OWN) {
    const text = readText(join(own, name), root, MOST_BYTES);
    if (text !== undefined) writeFileSync(join(folder, name), text);
  }
  writeFileSync(join(folder, 'config'), settings(common));
}

/** Settings under which the objects can be read. */
function settings(common: string): string {
  const root = gitRoot(common);
  const [, format = 'sha1'] = OBJECT_FORMAT.exec(readText('config', root, MOST_BYTES) ?? '') ?? [];
  const refs = isThere('reftable', root) ? '\trefStorage = reftable\n' : '';
  const extensions = format === 'sha1' ? refs : `\tobjectFormat = ${format}\n${refs}`;
  const version = extensions === '' ? 0 : 1;
  return `[core]\n\trepositoryformatversion = ${version}\n\tbare = true\n${extensions === '' ? '' : `[extensions]\n${extensions}`}`;
}
