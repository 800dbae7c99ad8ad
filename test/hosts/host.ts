import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/** Where the scripts of `.ci/hosts/` put programs. */
const BIN = join(homedir(), '.cache/dgdr-render-hosts/bin');

/** A program that a script of `.ci/hosts/` brought or the PATH has, or undefined. */
export function findHost(name: string): string | undefined {
  const folders = [BIN, ...(process.env.PATH ?? '').split(delimiter)];
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

/**
 * The program whose tests follow. Where it is missing one line says that they are skipped; under `CI=true` that is an
 * error unless no registry has the program (`isOptional`).
 */
export function wantHost(name: string, { isOptional = false } = {}): string | undefined {
  const found = findHost(name);
  if (found !== undefined) return found;
  if (process.env.CI === 'true' && !isOptional) throw new Error(`${name} is needed: see .ci/hosts`);
  console.log(`skipped: ${name}`);
  return undefined;
}
