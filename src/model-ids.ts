import { posix } from 'node:path';

/** Name of a model, or of who publishes it, on a hub. */
const NAME = /^[A-Za-z0-9_][A-Za-z0-9_.-]*$/;
/** Longest id that a hub gives. */
export const LONGEST_ID = 192;

/** Folder of configurations that were fetched, beside requests or above them; each is in folders named like its model. */
export const MODELS_FOLDER = 'dgdr-models';

/** Whether a text is the id of a model on a hub; then it is one or two names of folders as well. */
export function isHubId(id: string): boolean {
  if (id.length > LONGEST_ID) return false;
  const names = id.split('/');
  return names.length <= 2 && names.every((name) => NAME.test(name) && !/\.\.|\.$/.test(name));
}

/** Characters that mean nothing to a shell. */
const PLAIN = /^[\w./-]+$/;

/**
 * The command that brings the configuration of a model to where rendering finds it for a file, named from the working
 * directory; undefined for what is no id of a hub.
 */
export function addModelCommand(id: string, file: string): string | undefined {
  if (!isHubId(id)) return undefined;
  const folder = posix.dirname(file);
  const isBelow = folder !== '..' && !folder.startsWith('../') && !posix.isAbsolute(folder);
  const to = isBelow ? '' : ` --to ${PLAIN.test(folder) ? folder : `'${folder.replaceAll("'", `'\\''`)}'`}`;
  return `dgdr-render models add ${id}${to}`;
}
