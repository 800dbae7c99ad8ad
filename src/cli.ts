import { ARGOCD_DISCOVER, ARGOCD_GENERATE, ARGOCD_PARAMETERS } from './commands/argocd/argocd.ts';
import { ARGOCD_INIT } from './commands/argocd/argocd-init.ts';
import { CHECK } from './commands/check/check.ts';
import { type Command, helpOf, runCommand, UsageError } from './commands/cli/command.ts';
import type { Context } from './commands/cli/context.ts';
import { didYouMean } from './commands/cli/did-you-mean.ts';
import { toFindings } from './commands/cli/to-findings.ts';
import { CODES_COMMAND } from './commands/codes/codes.ts';
import { COMPARE } from './commands/compare.ts';
import { completionOf } from './commands/completion.ts';
import { CONFIG_SHOW } from './commands/config-show.ts';
import { DIFF } from './commands/diff/diff-command.ts';
import { DOCTOR } from './commands/doctor/doctor.ts';
import { FUNCTION } from './commands/function/function.ts';
import { HARDWARE } from './commands/hardware.ts';
import { INIT } from './commands/init/init.ts';
import { LOCK } from './commands/lock/lock-command.ts';
import { MIGRATE } from './commands/migrate.ts';
import { MODELS_ADD } from './commands/models/models-add.ts';
import { MODELS_LIST } from './commands/models/models-list.ts';
import { MODELS_SHOW } from './commands/models/models-show.ts';
import { PAGE } from './commands/page/page-command.ts';
import { PERFDB_DIFF } from './commands/perfdb/perfdb-diff.ts';
import { PERFDB_IMPORT } from './commands/perfdb/perfdb-import.ts';
import { PERFDB_SHOW } from './commands/perfdb/perfdb-show.ts';
import { PROFILE } from './commands/profile/profile-command.ts';
import { RENDER } from './commands/render.ts';
import { reportText } from './commands/reporters/text.ts';
import { WORKLOADS } from './commands/workloads.ts';
import { isSystemError, RenderError, RenderErrors } from './errors.ts';
import { exitCodeOf } from './krm/results.ts';
import { VERSION } from './version.ts';

/** Every command, in the order of the overview. */
export const COMMANDS: readonly Command[] = [
  INIT,
  RENDER,
  CHECK,
  DIFF,
  WORKLOADS,
  LOCK,
  PROFILE,
  COMPARE,
  PAGE,
  CONFIG_SHOW,
  MIGRATE,
  HARDWARE,
  DOCTOR,
  FUNCTION,
  ARGOCD_INIT,
  ARGOCD_GENERATE,
  ARGOCD_PARAMETERS,
  ARGOCD_DISCOVER,
  MODELS_LIST,
  MODELS_SHOW,
  MODELS_ADD,
  PERFDB_SHOW,
  PERFDB_DIFF,
  PERFDB_IMPORT,
  CODES_COMMAND,
  completionOf(() => COMMANDS),
];
const EXIT_USAGE = 2;
const EXIT_BUG = 70;

/** Runs the tool. Resolves to the exit code: 0 fine, 1 a finding of severity error, 2 a wrong call, 70 a bug. */
export async function main(argv: readonly string[], context: Context): Promise<number> {
  try {
    return await dispatch(argv, context);
  } catch (error) {
    return explain(error, argv, context);
  }
}

async function dispatch(argv: readonly string[], context: Context): Promise<number> {
  const [first, ...rest] = argv;
  if (first === '--version' || first === '-v') {
    context.stdout(`${VERSION}\n`);
    return 0;
  }
  if (first === '--help' || first === '-h' || first === 'help') {
    context.stdout(helpAbout(first === 'help' ? rest.filter((word) => !isHelp(word)) : []));
    return 0;
  }
  const command = commandOf(argv);
  if (command === undefined) return aboutGroup(argv, context);
  return runCommand(command, argv.slice(command.name.split(' ').length), context);
}

function isHelp(word: string | undefined): boolean {
  return word === '--help' || word === '-h';
}

/** The help of a command, of the commands that begin with a word, or of the tool. */
function helpAbout(words: readonly string[]): string {
  if (words.length === 0) return overview(COMMANDS);
  const command = commandOf(words);
  if (command !== undefined) return helpOf(command);
  const group = groupOf(words);
  if (group.length === 0) throw new UsageError(unknownCommand(words));
  return overview(group);
}

/** A word that several commands begin with says nothing by itself, but may be asked about. */
function aboutGroup(argv: readonly string[], context: Context): number {
  const [first, second] = argv;
  const group = groupOf(argv.slice(0, 1));
  if (group.length > 0 && isHelp(second)) {
    context.stdout(overview(group));
    return 0;
  }
  if (first === undefined) throw new UsageError('a command was expected');
  if (group.length > 0 && second === undefined) {
    throw new UsageError(`there is no command ${first}, but ${group.map(({ name }) => name).join(', ')}`);
  }
  throw new UsageError(unknownCommand(argv));
}

function groupOf([word, ...others]: readonly string[]): readonly Command[] {
  return others.length > 0 ? [] : COMMANDS.filter(({ name }) => name.startsWith(`${word} `));
}

function unknownCommand(argv: readonly string[]): string {
  const words = argv.slice(0, 2).filter((word) => !word.startsWith('-'));
  const names = COMMANDS.map(({ name }) => name);
  const near = didYouMean(words.join(' '), names) || didYouMean(words[0] ?? '', names);
  return `there is no command ${argv.slice(0, 2).join(' ')}${near}`;
}

function commandOf(argv: readonly string[]): Command | undefined {
  return COMMANDS.find(({ name }) => name.split(' ').every((word, i) => argv[i] === word));
}

function explain(error: unknown, argv: readonly string[], context: Context): number {
  if (error instanceof UsageError) {
    const name = commandOf(argv)?.name;
    context.stderr(
      `dgdr-render: ${error.message}\n  hint: see dgdr-render ${name === undefined ? '' : `${name} `}--help\n`,
    );
    return EXIT_USAGE;
  }
  if (error instanceof RenderError || error instanceof RenderErrors || isSystemError(error)) {
    const findings = toFindings(error);
    context.stderr(reportText(findings, context));
    return exitCodeOf(findings);
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  context.stderr(`dgdr-render ${VERSION}: this is a bug, please report it with the request\n${stack}\n`);
  return EXIT_BUG;
}

function overview(commands: readonly Command[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  const lines = commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`);
  return (
    'usage: dgdr-render COMMAND [--help]\n\n' +
    'Renders DynamoGraphDeploymentRequest manifests into DynamoGraphDeployment manifests, offline.\n\n' +
    `${lines.join('\n')}\n\nexit codes: 0 fine, 1 errors in the input or drift, 2 wrong call or function config, 70 a bug\n`
  );
}
