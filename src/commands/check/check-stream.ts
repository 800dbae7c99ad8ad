import { type ErrorCode, type Finding, findingOf, RenderError, RenderErrors } from '../../errors.ts';
import { commandLineRoot, type Root } from '../../files/root.ts';
import { exitCodeOf } from '../../krm/results.ts';
import type { Release } from '../../releases.ts';
import { checkBuilt } from '../../render/built/built.ts';
import { builtGraphs } from '../../render/built/built-workloads.ts';
import type { Source } from '../../request/layers.ts';
import { parseTarget } from '../../request/target.ts';
import { counted } from '../../words.ts';
import { type Arguments, COMMON, UsageError } from '../cli/command.ts';
import type { Context } from '../cli/context.ts';
import { requireUsed } from '../cli/idle-options.ts';
import { type Outcome, REPORT_OPTIONS } from '../cli/outcome.ts';
import { optionLayer } from '../cli/request-options.ts';
import { readBuilt } from '../read/read-built.ts';
import { openSettings } from '../read/settings-at.ts';

const FILE = 'stdin';
/** Options that mean something for what is built already, besides those of every command. */
const USED: readonly string[] = ['target', 'strict', 'allow-empty', ...Object.keys({ ...REPORT_OPTIONS, ...COMMON })];

/**
 * `check -`: whether what a build prints on stdin can be applied, such as `kustomize build | dgdr-render check -`. Nothing is
 * rendered or compared.
 */
export async function checkStream(args: Arguments, context: Context): Promise<Outcome> {
  refuseOthers(args);
  const root = commandLineRoot(context.cwd);
  const { settings, release } = settingsHere(args, root);
  const resources = readBuilt(await context.readStdin(), FILE, root.budget);
  const count = builtGraphs(resources.map(({ object }) => object)).length;
  const found = checkBuilt(resources, { target: release, isStrict: settings.strict });
  const isEmpty = count === 0 && exitCodeOf(found) === 0 && !args.isSet('allow-empty');
  const findings = isEmpty ? [...found, noGraphs()] : found;
  const isFine = exitCodeOf(findings) === 0;
  return { findings, output: '', notes: isFine ? `${counted(count, 'graph')} can be applied\n` : '' };
}

/** What counts in the working directory, whose project file is the one of a stream. Throws what is wrong with it. */
function settingsHere(args: Arguments, root: Root) {
  const { at, projectOf } = openSettings(optionLayer(args), root);
  const { settings, sourceOf } = at(FILE);
  const { errors } = projectOf(FILE);
  if (errors.length > 0) throw new RenderErrors(errors.map((one) => new RenderError(one.code as ErrorCode, one)));
  return { settings, release: releaseOf(settings.target, sourceOf('target')) };
}

function releaseOf(target: string | undefined, source: Source | undefined): Release | undefined {
  if (target === undefined) return undefined;
  try {
    return parseTarget(target, source?.origin ? 'spec.target' : '--target');
  } catch (error) {
    if (!(error instanceof RenderError)) throw error;
    throw new RenderError(error.code, { ...error.toFinding(source?.origin) });
  }
}

function refuseOthers(args: Arguments): void {
  if (args.positionals.length > 1) throw new UsageError('- (stdin) cannot be combined with other paths');
  requireUsed(args, USED, 'what is built already (-)');
}

/** An empty build is a trap: kustomize prints nothing and succeeds where it may not start the function. */
function noGraphs(): Finding {
  return findingOf('NO_REQUESTS', {
    message: `no DynamoGraphDeployment on ${FILE}`,
    hint: 'build with --enable-alpha-plugins --enable-exec, or allow none with --allow-empty',
  });
}
