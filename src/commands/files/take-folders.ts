import { realpathSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { RenderError } from '../../errors.ts';
import type { Context } from '../cli/context.ts';
import { clearWork, type HeldFolders, type LockOptions, lockFolders, workOf } from './folder-lock.ts';
import { hasJournal, undoBegun, withFellows } from './journal.ts';

/**
 * Takes `folders` for this process, after what a run that was killed began in them is taken back; what it left there is
 * removed. @throws RenderError OUTPUT_FAILED
 */
export async function takeFolders(folders: readonly string[], options: LockOptions): Promise<HeldFolders> {
  const all = withFellows(folders);
  const held = await lockFolders(all, options);
  // Another run may have begun, and been killed, while this one waited.
  if (withFellows(folders).some((folder) => !all.includes(folder))) {
    held.release();
    return takeFolders(folders, options);
  }
  try {
    takeBack(all, held);
    for (const folder of all) clearWork(workOf(folder));
    return held;
  } catch (error) {
    held.release();
    throw error;
  }
}

/**
 * Takes back what a run that was killed began in the folders of these files and paths, which are about to be read. A run that
 * goes on is waited for; where nothing can be written, or none of it helps, they are read as they are.
 */
export async function settleFolders(
  files: readonly string[],
  paths: readonly (string | undefined)[],
  { cwd, untilSafe }: Pick<Context, 'cwd' | 'untilSafe'>,
): Promise<void> {
  const named = paths.flatMap((path) => (path === undefined ? [] : [path, dirname(path)]));
  const folders = new Set([...files.map((file) => dirname(file)), ...named].map((path) => resolve(cwd, path)));
  const begun = [...folders].filter(hasJournal);
  if (begun.length === 0) return;
  try {
    await untilSafe(async (signal) => {
      const held = await takeFolders([...new Set(begun.map((folder) => realpathSync(folder)))], { signal });
      held.release();
    });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
  }
}

function takeBack(folders: readonly string[], held: HeldFolders): void {
  const { swaps, failures } = undoBegun(folders, held);
  if (failures.length === 0) return;
  throw new RenderError('OUTPUT_FAILED', {
    message: `${failures.length} of ${swaps} files of a run that was killed could not be put back: ${failures[0]}`,
    hint: 'see to that, and run it again; or restore the folder from version control',
  });
}
