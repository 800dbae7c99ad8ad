import { type Finding, findingOf, RenderError } from '../../errors.ts';
import { commandLineRoot, outputThrough } from '../../files/root.ts';
import type { Context } from '../cli/context.ts';
import { replaceFile } from './replace-file.ts';

/** A file that an option names, and what it is for people. */
interface NamedFile {
  readonly what: string;
  readonly file: string;
  readonly text: string;
}

/** Writes it, at once for whoever reads it. Gives why it was not written, OUTPUT_FAILED or PATH_OUTSIDE_ROOT. */
export async function writeNamed(
  { what, file, text }: NamedFile,
  { cwd, untilSafe }: Pick<Context, 'cwd' | 'untilSafe'>,
): Promise<readonly Finding[]> {
  try {
    await untilSafe(async () => replaceFile(outputThrough(file, commandLineRoot(cwd)), text));
    return [];
  } catch (error) {
    if (error instanceof RenderError) return [error.toFinding()];
    if (!(error instanceof Error && 'code' in error)) throw error;
    const message = `the ${what} ${file} was not written: ${String(error.code)}`;
    return [findingOf('OUTPUT_FAILED', { message, hint: 'name a file in a folder that exists' })];
  }
}
