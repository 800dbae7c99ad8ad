import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { repositoryIn } from '../../test/support/repository.ts';
import { printedBy } from './real-runs.ts';

/** A repository that a page tells of, in a folder of its own. */
export interface Stage {
  /** Copies a file of this repository to a path of the stage. */
  readonly take: (from: string, to: string) => void;
  /** Changes a text of a file. Throws where it is not there. */
  readonly edit: (file: string, from: string, to: string) => void;
  readonly remove: (file: string) => void;
  readonly commit: () => void;
  /** Runs a command line of the tool and gives what it prints. */
  readonly run: (line: string) => Promise<string>;
}

/** Opens an empty repository for some work, with files of the repository at `root` at hand, and removes it then. */
export async function onStage<Value>(root: string, work: (stage: Stage) => Promise<Value>): Promise<Value> {
  const folder = mkdtempSync(join(tmpdir(), 'dgdr-render-docs-'));
  try {
    return await work(stageIn(folder, root));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function stageIn(folder: string, root: string): Stage {
  const { write, commit } = repositoryIn(folder, {});
  return {
    take: (from, to) => {
      mkdirSync(dirname(join(folder, to)), { recursive: true });
      copyFileSync(join(root, from), join(folder, to));
    },
    edit: (file, from, to) => {
      const text = readFileSync(join(folder, file), 'utf8');
      if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
      write({ [file]: text.replace(from, () => to) });
    },
    remove: (file) => write({ [file]: undefined }),
    commit,
    run: (line) => printedBy(line, folder),
  };
}
