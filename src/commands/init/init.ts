import { findingOf, RenderError } from '../../errors.ts';
import { commandLineRoot, outputPath, type Root } from '../../files/root.ts';
import { PROJECT_FILE } from '../../kinds.ts';
import { SILENCE } from '../../request/layers.ts';
import { counted } from '../../words.ts';
import { type Arguments, type Command, UsageError } from '../cli/command.ts';
import type { Context } from '../cli/context.ts';
import { type Outcome, REPORT_OPTIONS, runReported } from '../cli/outcome.ts';
import { createFile } from '../files/replace-file.ts';
import { readPrevious } from '../read/previous.ts';
import { readInput } from '../read/read-input.ts';
import { openSettings } from '../read/settings-at.ts';
import { findHere } from './find-here.ts';
import { projectText } from './project-text.ts';

/** `init`: a project file to start with. */
export const INIT: Command = {
  name: 'init',
  synopsis: '',
  summary: `Writes a commented ${PROJECT_FILE} from what it finds in this folder.`,
  details:
    'Looks at the requests and graphs of this folder and below: the release and the registry of their images, and the\n' +
    'GPUs where all requests name the same. Asks nothing, and never overwrites a file.\n',
  options: REPORT_OPTIONS,
  run: (args, context) => runReported(args, context, () => init(args, context)),
};

async function init(args: Arguments, context: Context): Promise<Outcome> {
  if (args.positionals.length > 0) throw new UsageError('no argument was expected');
  const root = commandLineRoot(context.cwd);
  const { requests, findings } = await readInput(['.'], { settings: openSettings(SILENCE, root) }, context);
  const graphs = readPrevious('.', root, []).graphs;
  // A folder without a request is a good place to start as well.
  const known = findings
    .filter(({ code }) => code !== 'INPUT_NOT_FOUND')
    .map((one) => ({ ...one, severity: 'warning' as const }));
  const found = findHere(requests, graphs);
  try {
    await context.untilSafe(async () => create(projectText(found), root));
  } catch (error) {
    return { findings: [...known, toFinding(error)], output: '', notes: '' };
  }
  const where = `${PROJECT_FILE} is written, from ${counted(requests.length, 'request')} and ${counted(graphs.length, 'graph')}`;
  return { findings: known, output: '', notes: `${where}\n  see what counts with dgdr-render config show\n` };
}

function create(text: string, root: Root): void {
  createFile(outputPath(PROJECT_FILE, root), text);
}

function toFinding(error: unknown) {
  if (error instanceof RenderError) return error.toFinding();
  if (!(error instanceof Error && 'code' in error)) throw error;
  const isThere = error.code === 'EEXIST';
  return findingOf('OUTPUT_FAILED', {
    message: isThere ? `${PROJECT_FILE} is there already and was left alone` : `nothing was written: ${error.message}`,
    hint: isThere ? 'change it, or remove it first' : 'run it in a folder that can be written to',
  });
}
