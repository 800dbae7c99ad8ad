import { ARGOCD_DISCOVER, ARGOCD_GENERATE, ARGOCD_PARAMETERS } from './commands/argocd/argocd.ts';
import { ARGOCD_INIT } from './commands/argocd/argocd-init.ts';
import { CHECK } from './commands/check/check.ts';
import { type Command, runCommand, UsageError } from './commands/cli/command.ts';
import type { Context } from './commands/cli/context.ts';
import { toFindings } from './commands/cli/to-findings.ts';
import { CONFIG_SHOW } from './commands/config-show.ts';
import { DOCTOR } from './commands/doctor/doctor.ts';
import { FUNCTION } from './commands/function/function.ts';
import { HARDWARE } from './commands/hardware.ts';
import { INIT } from './commands/init/init.ts';
import { LOCK } from './commands/lock/lock-command.ts';
import { MODELS_ADD } from './commands/models/models-add.ts';
import { MODELS_LIST } from './commands/models/models-list.ts';
import { MODELS_SHOW } from './commands/models/models-show.ts';
import { PERFDB_DIFF } from './commands/perfdb-diff.ts';
import { PERFDB_IMPORT } from './commands/perfdb-import.ts';
import { PERFDB_SHOW } from './commands/perfdb-show.ts';
import { PROFILE } from './commands/profile/profile-command.ts';
import { RENDER } from './commands/render.ts';
import { reportText } from './commands/reporters/text.ts';
import { WORKLOADS } from './commands/workloads.ts';
import { isSystemError, RenderError, RenderErrors } from './errors.ts';
import { exitCodeOf } from './krm/results.ts';
import { VERSION } from './version.ts';

const COMMANDS: readonly Command[] = [
  INIT,
  RENDER,
  CHECK,
  WORKLOADS,
  LOCK,
  PROFILE,
  CONFIG_SHOW,
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
  const [first] = argv;
  if (first === '--version') {
    context.stdout(`${VERSION}\n`);
    return 0;
  }
  if (first === '--help' || first === 'help') {
    context.stdout(overview());
    return 0;
  }
  const command = commandOf(argv);
  if (command === undefined) {
    throw new UsageError(
      first === undefined ? 'a command was expected' : `there is no command ${argv.slice(0, 2).join(' ')}`,
    );
  }
  return runCommand(command, argv.slice(command.name.split(' ').length), context);
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

function overview(): string {
  const width = Math.max(...COMMANDS.map(({ name }) => name.length));
  const lines = COMMANDS.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`);
  return (
    'usage: dgdr-render COMMAND [--help]\n\n' +
    'Renders DynamoGraphDeploymentRequest manifests into DynamoGraphDeployment manifests, offline.\n\n' +
    `${lines.join('\n')}\n\nexit codes: 0 fine, 1 errors in the input or drift, 2 wrong call or function config, 70 a bug\n`
  );
}
