import type { Finding } from '../errors.ts';
import { findFiles } from '../krm/find-files.ts';
import { readWanted } from '../krm/read-wanted.ts';
import type { Resource } from '../krm/resource.ts';
import { isGraph } from '../render/stable.ts';
import type { OptionTable } from './command.ts';
import { toFindings } from './read-input.ts';

/** Option of the commands that hold graphs against an earlier rendering. */
export const PREVIOUS_OPTION = {
  previous: {
    type: 'string',
    value: 'FILE|DIR',
    help: 'rendering before this one: changes that the operator refuses are errors',
  },
} as const satisfies OptionTable;

/** What was rendered before. */
export interface Previous {
  /** In the order of the files' names. */
  readonly graphs: readonly Resource[];
  /** What could not be read. */
  readonly findings: readonly Finding[];
}

const GRAPHS = { isWanted: isGraph, mention: 'DynamoGraphDeployment' } as const;

/**
 * The graphs of a file, or of every YAML file below a folder; all other documents in it, requests too, are skipped, and
 * no graph at all is a first rendering. Every file is tried; `known` findings, of files that hold both, are not repeated.
 */
export function readPrevious(path: string | undefined, cwd: string, known: readonly Finding[]): Previous {
  const findings: Finding[] = [];
  const attempt = <T>(read: () => T[]): T[] => {
    try {
      return read();
    } catch (error) {
      findings.push(...toFindings(error).filter((finding) => !known.some((one) => isSame(one, finding))));
      return [];
    }
  };
  const files = attempt(() => findFiles(path === undefined ? [] : [path], { cwd, isConfined: false }));
  const graphs = files.flatMap((file) => attempt(() => readWanted(file, GRAPHS)));
  return { graphs: graphs.map(({ resource }) => resource), findings };
}

function isSame(a: Finding, b: Finding): boolean {
  return (
    a.code === b.code &&
    a.message === b.message &&
    a.origin?.file === b.origin?.file &&
    a.origin?.line === b.origin?.line
  );
}
