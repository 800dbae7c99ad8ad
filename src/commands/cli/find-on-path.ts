import { type Stats, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Context } from './context.ts';

const MODE_EXECUTABLE = 0o111;

/** The path of a program of the PATH that can be executed. */
export function findOnPath(name: string, { PATH = '' }: Context['env']): string | undefined {
  const candidates = PATH.split(delimiter).map((folder) => join(folder, name));
  return candidates.find((path) => isExecutable(statSync(path, { throwIfNoEntry: false })));
}

/** Whether what is there is a program. */
export function isExecutable(stat: Stats | undefined): boolean {
  return stat?.isFile() === true && (stat.mode & MODE_EXECUTABLE) !== 0;
}
