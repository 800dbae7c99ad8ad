import type { Finding } from '../../errors.ts';
import { findFiles } from '../../files/find-files.ts';
import type { Root } from '../../files/root.ts';
import { GRAPH_KIND } from '../../kinds.ts';
import { GRAPH_FILE_LIMITS, readWanted, type WantedDocument } from '../../krm/read-wanted.ts';
import { isGraph } from '../../outputs/graph.ts';
import type { PreviousGraph } from '../../render/compare/stable.ts';
import type { OptionTable } from '../cli/command.ts';
import { toFindings } from '../cli/to-findings.ts';

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
  readonly graphs: readonly PreviousGraph[];
  /** What could not be read. */
  readonly findings: readonly Finding[];
}

const GRAPHS = { isWanted: isGraph, mention: GRAPH_KIND, limits: GRAPH_FILE_LIMITS, isInLists: true };

/**
 * The graphs of a file, or of every YAML file below a folder; all other documents in it, requests too, are skipped, and
 * no graph at all is a first rendering. Every file is tried; `known` findings, of files that hold both, are not repeated.
 */
export function readPrevious(path: string | undefined, root: Root, known: readonly Finding[]): Previous {
  const findings: Finding[] = [];
  const said = new Set(known.map(wordsOf));
  const note = (error: unknown): void => {
    for (const finding of toFindings(error)) if (!said.has(wordsOf(finding))) findings.push(finding);
  };
  const attempt = <T>(read: () => T[]): T[] => {
    try {
      return read();
    } catch (error) {
      note(error);
      return [];
    }
  };
  const files = findFiles(path === undefined ? [] : [path], root, { fail: note });
  const graphs = files.flatMap((file) => attempt(() => readWanted(file, GRAPHS).map(toPrevious)));
  return { graphs, findings };
}

/** Without its YAML, which takes many times the memory of the value. */
function toPrevious({ resource: { object, origin } }: WantedDocument): PreviousGraph {
  return { object, origin };
}

function wordsOf({ code, message, origin }: Finding): string {
  return [code, origin?.file, origin?.line, message].join('\n');
}
