import { lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import type { Entry, ZipFile } from 'yauzl';
import { RenderError } from '../../errors.ts';

/** Bounds on a release, against hostile or broken archives; aiconfigurator 0.10.0 has about 700 files and 110 MB. */
const MAX_FILE_BYTES = 64 * 1024 * 1024;
const MAX_TOTAL_BYTES = 1024 * 1024 * 1024;
const MAX_FILES = 20_000;

/** Packages that a release may have its data in. */
const PACKAGES = ['aiconfigurator_core', 'aiconfigurator'];

/** The folders and files of a package that the pack is made from, and the metadata that names the release. */
const WANTED = new RegExp(
  `^(?:${PACKAGES.join('|')})(?:/(?:systems/|model_configs/|sdk/common\\.py$)|-[^/]+\\.dist-info/METADATA$)`,
);

/** A release on disk or in an archive; paths are slash-separated, relative to the folder that holds the package. */
export interface ReleaseTree {
  readonly paths: readonly string[];
  read(path: string): Promise<Buffer>;
  close(): void;
}

const invalid = (message: string): RenderError => new RenderError('PERFDB_INVALID', { message });
const notFound = (path: string): RenderError =>
  new RenderError('INPUT_NOT_FOUND', {
    message: `no aiconfigurator release at ${path}`,
    hint: 'name the wheel (.whl), the installed package folder, or its systems folder',
  });

/** Counts files and bytes of a release and refuses what no real one has. */
function budget(): (name: string, bytes: number) => void {
  let files = 0;
  let total = 0;
  return (name, bytes) => {
    files += 1;
    total += bytes;
    if (bytes > MAX_FILE_BYTES || total > MAX_TOTAL_BYTES || files > MAX_FILES) {
      throw invalid(`the release is larger than any known one (at ${name})`);
    }
  };
}

const isSafe = (name: string): boolean =>
  !name.startsWith('/') && !name.includes('\\') && !name.includes('\0') && !name.split('/').includes('..');

/** Plain files below `folder`, sorted; links are not followed. */
function walk(root: string, relative: string): string[] {
  return readdirSync(join(root, relative), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = `${relative}/${entry.name}`;
      if (entry.isDirectory()) return walk(root, path);
      return entry.isFile() ? [path] : [];
    });
}

const packagesIn = (folder: string): readonly string[] =>
  PACKAGES.filter((name) => statSync(join(folder, name), { throwIfNoEntry: false })?.isDirectory() === true);

/** The folder that holds the package, when `path` is that folder, the package, or its systems folder. */
function folderOfPackage(path: string): string {
  const folder = resolve(path);
  const parent = dirname(folder);
  if (PACKAGES.includes(basename(folder))) return parent;
  if (basename(folder) === 'systems' && PACKAGES.includes(basename(parent))) return dirname(parent);
  if (packagesIn(folder).length > 0) return folder;
  throw notFound(path);
}

function openFolder(path: string): ReleaseTree {
  const root = folderOfPackage(path);
  const infos = readdirSync(root).filter((name) => WANTED.test(`${name}/METADATA`));
  const found = [
    ...packagesIn(root).flatMap((name) => walk(root, name)),
    ...infos.map((name) => `${name}/METADATA`),
  ].filter((name) => WANTED.test(name));
  const check = budget();
  for (const name of found) check(name, lstatSync(join(root, name)).size);
  const known = new Set(found);
  return {
    paths: found.sort(),
    read: async (name) => {
      if (!known.has(name)) throw invalid(`the release has no ${name}`);
      return readFileSync(join(root, name.split('/').join(sep)));
    },
    close: () => {},
  };
}

/** The wanted files of an archive by name; refuses unsafe names anywhere in it. */
async function readEntries(zip: ZipFile): Promise<ReadonlyMap<string, Entry>> {
  const check = budget();
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) {
    const name = entry.fileName;
    if (!isSafe(name)) throw invalid(`the archive has an unsafe file name: ${JSON.stringify(name)}`);
    if (!WANTED.test(name) || name.endsWith('/')) continue;
    check(name, entry.uncompressedSize);
    entries.set(name, entry);
  }
  return entries;
}

/** Runs `work`; what the zip library throws becomes PERFDB_INVALID. */
async function guarded<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof RenderError) throw error;
    throw invalid(`${path} is not a readable wheel: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function openArchive(path: string): Promise<ReleaseTree> {
  const yauzl = await import('yauzl');
  const zip = await yauzl.openPromise(path, { lazyEntries: true, autoClose: false, decodeStrings: true });
  const entries = await readEntries(zip).catch((error: unknown) => {
    zip.close();
    throw error;
  });
  return {
    paths: [...entries.keys()].sort(),
    read: (name) =>
      guarded(path, async () => {
        const entry = entries.get(name);
        if (entry === undefined) throw invalid(`the release has no ${name}`);
        const chunks: Buffer[] = [];
        for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
        return Buffer.concat(chunks);
      }),
    close: () => zip.close(),
  };
}

/** Opens a release: a wheel (zip), an unpacked one, the package folder, or its systems folder. */
export async function openRelease(path: string): Promise<ReleaseTree> {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) throw notFound(path);
  return found.isDirectory() ? openFolder(path) : guarded(path, () => openArchive(path));
}
