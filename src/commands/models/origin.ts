import { createHash } from 'node:crypto';

/** Beside the files of a model: where they are from. */
export const ORIGIN_FILE = 'origin.json';

/** A file as it was taken. */
interface TakenFile {
  readonly name: string;
  readonly text: string;
}

/** What is kept of where the files of a model are from: the model, its page, the commit, and what each file held then. */
export function originOf(
  model: string,
  { source, revision }: { readonly source: string; readonly revision: string | undefined },
  files: readonly TakenFile[],
): string {
  const hashes = files.map(({ name, text }) => [name, `sha256:${createHash('sha256').update(text).digest('hex')}`]);
  const origin = { model, source, revision, files: Object.fromEntries(hashes) };
  return `${JSON.stringify(origin, undefined, 2)}\n`;
}
