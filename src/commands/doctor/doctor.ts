import { relative, resolve } from 'node:path';
import { type ErrorCode, findingOf } from '../../errors.ts';
import { newBudget } from '../../files/budget.ts';
import { buildRoot, lookAt, type Root } from '../../files/root.ts';
import { describeRef, refOf } from '../../krm/identity.ts';
import type { Resource } from '../../krm/resource.ts';
import { exitCodeOf, type ResourceFinding } from '../../krm/results.ts';
import { checkBuilt } from '../../render/built/built.ts';
import { builtGraphs } from '../../render/built/built-workloads.ts';
import { missingGraphs } from '../../render/built/missing-graphs.ts';
import { isRequest } from '../../request/parse-request.ts';
import { counted } from '../../words.ts';
import { type Arguments, type Command, UsageError } from '../cli/command.ts';
import type { Context } from '../cli/context.ts';
import { findOnPath } from '../cli/find-on-path.ts';
import { type Outcome, REPORT_OPTIONS, runReported } from '../cli/outcome.ts';
import { oneOf } from '../cli/request-options.ts';
import { findKustomization } from '../read/kustomize-build.ts';
import { readBuilt, readMentioning } from '../read/read-built.ts';
import { explainFailure, type Ran, runBounded } from './build.ts';
import { type Examined, examine, skipped } from './examine.ts';
import { HOST_NAMES, HOSTS, type Host, type HostName, type Plugin } from './hosts.ts';
import { readTree } from './kustomizations.ts';
import { askRelease, checkRelease } from './release.ts';
import { notStarted } from './start.ts';

/** `doctor`: whether the build of a folder renders its requests, and what is missing. */
export const DOCTOR: Command = {
  name: 'doctor',
  synopsis: '[DIR] [-- FLAGS...]',
  summary: 'Builds a kustomization as a host does, and says why its requests are not rendered.',
  details:
    'Runs kustomize build or kubectl kustomize on DIR (default: this folder) with the FLAGS that you use.\n' +
    'A build starts the functions that the kustomization names, whoever wrote it, where FLAGS allow that.\n' +
    'Flags that are missing are tried too, but only where nothing but dgdr-render-function of the PATH\n' +
    'would be started. Nothing is written.\n' +
    'With --host argocd it says what the plugin of plugin/argocd needs on the repo server, and on the folder of\n' +
    'an installation of Argo CD what of that is missing; requests that the build leaves are for the plugin then.\n',
  options: {
    host: { type: 'string', value: 'NAME', help: `what builds: ${HOST_NAMES.join(', ')}; else what is on the PATH` },
    timeout: { type: 'string', value: 'SECONDS', help: 'how long a build may take, 60 by default' },
    ...REPORT_OPTIONS,
  },
  run: (args, context) => runReported(args, context, () => doctor(args, context)),
};

const TIMEOUT_SECONDS = '60';
/** Codes of what a function that is not started explains. */
const UNRENDERED: readonly string[] = ['GRAPH_MISSING', 'REQUEST_LEFT'] satisfies ErrorCode[];
const BUILT_OPTIONS = { target: undefined, isStrict: false } as const;
/** What kustomize says without `--enable-alpha-plugins` (v5.7.1). */
const PLUGINS_OFF = /external plugins disabled/;
/** What docker says itself, and not the function in it. */
const DOCKER_FAILED = /^docker: (.*)/m;

/** A build that was asked for. */
interface Wanted {
  readonly hostName: HostName;
  readonly host: Host;
  /** As the user names it. */
  readonly dir: string;
  /** Flags of the host and of the user. */
  readonly flags: readonly string[];
  readonly timeoutMs: number;
}

async function doctor(args: Arguments, context: Context): Promise<Outcome> {
  const wanted = toWanted(args, context);
  const { host, flags, timeoutMs } = wanted;
  const folder = resolve(context.cwd, wanted.dir);
  const root = buildRoot(context.cwd, folder);
  if (isPlainFor(host, folder, root)) return toOutcome([], '', plainNotes(wanted));
  const examined = examine(readTree(folder, root), { host, flags, context });
  const program = findOnPath(host.program, context.env);
  if (program === undefined) return toOutcome([noProgram(host), ...examined.findings], '', host.plugin?.needs() ?? '');
  const call = { program, cwd: context.cwd, env: context.env, timeoutMs };
  const release = await askRelease(host.program, call);
  const build = (all: readonly string[]): Promise<Ran> => runBounded({ ...call, args: [host.verb, ...all, folder] });
  const given = await build(flags);
  const isTried = examined.missing.length > 0 && examined.strangers.length === 0;
  const tried = isTried ? await build([...flags, ...examined.missing]) : undefined;
  const findings = [...checkRelease(release), ...examined.findings, ...judge({ wanted, examined, given, tried })];
  return toOutcome(findings, summarize(wanted, examined, { given, release }), needsOf(wanted, tried ?? given));
}

/** A folder without a kustomization is no build, but a plugin renders it too. */
function isPlainFor({ plugin }: Host, folder: string, root: Root): boolean {
  return plugin !== undefined && lookAt(folder, root).stat?.isDirectory() === true && !findKustomization(folder);
}

function plainNotes({ host, dir }: Wanted): string {
  const line = `${dir} has no kustomization; dgdr-render argocd generate in it prints what the plugin renders\n`;
  return line + (host.plugin?.needs() ?? '');
}

/** What must be there for the host's plugin, unless its own installation was built and is checked. */
function needsOf({ host: { plugin } }: Wanted, ran: Ran): string {
  if (plugin === undefined) return '';
  const lacks = ran.failure === undefined ? lacksOf(plugin, ran) : undefined;
  if (lacks === undefined) return plugin.needs();
  return lacks.length === 0 ? 'the repo server has what the plugin needs\n' : '';
}

function lacksOf({ mention, check }: Plugin, { stdout }: Ran): ResourceFinding[] | undefined {
  return check(readMentioning(mention, Buffer.from(stdout), { file: 'build', budget: newBudget() }));
}

function toWanted(args: Arguments, { cwd, env }: Context): Wanted {
  const { dir, own } = dirAndFlags(args.positionals);
  const seconds = args.text('timeout') ?? TIMEOUT_SECONDS;
  if (!/^[1-9]\d{0,4}$/.test(seconds)) throw new UsageError(`--timeout ${seconds} is not a whole number above 0`);
  const hasOnlyKubectl = findOnPath('kustomize', env) === undefined && findOnPath('kubectl', env) !== undefined;
  const hostName = oneOf(args, 'host', HOST_NAMES) ?? (hasOnlyKubectl ? 'kubectl' : 'kustomize');
  const host: Host = HOSTS[hostName];
  const shown = relative(cwd, resolve(cwd, dir)) || '.';
  return { hostName, host, dir: shown, flags: [...host.flags, ...own], timeoutMs: Number(seconds) * 1000 };
}

/** What stands before and after `--`, which the parser takes away. */
function dirAndFlags(positionals: readonly string[]): { readonly dir: string; readonly own: readonly string[] } {
  const [first = '.', ...rest] = positionals;
  const [dir, own] = first.startsWith('-') ? ['.', positionals] : [first, rest];
  if (own[0] !== undefined && !own[0].startsWith('-')) throw new UsageError('one folder was expected; flags follow --');
  const output = own.find((flag) => /^(-o|--output(=|$))/.test(flag));
  if (output !== undefined) throw new UsageError(`the build has to print what it makes, without ${output}`);
  return { dir, own };
}

interface Builds {
  readonly wanted: Wanted;
  readonly examined: Examined;
  /** With the flags of the call. */
  readonly given: Ran;
  /** With those that were missing. */
  readonly tried: Ran | undefined;
}

/** What the builds show. A failure that something else explains is not told again. */
function judge(builds: Builds): ResourceFinding[] {
  const { wanted, examined, given, tried } = builds;
  const off = switchedOff(builds);
  const last = tried ?? given;
  const isExplained = examined.findings.length > 0 || (tried === undefined && PLUGINS_OFF.test(given.stderr));
  if (last.failure !== undefined) return [...off, ...(isExplained ? [] : [failed(last, wanted, examined)])];
  if (off.length > 0 && tried === undefined) return off;
  const built = builtOf(last);
  const objects = built.map(({ object }) => object);
  const found = [...missingGraphs(examined.requests, objects), ...checkBuilt(built, BUILT_OPTIONS).map(byName)];
  const { plugin } = wanted.host;
  const installed = plugin === undefined ? [] : (lacksOf(plugin, last) ?? []);
  // Without a function of ours a plugin renders what the build leaves.
  const isExcused = examined.findings.length > 0 || (plugin !== undefined && examined.programs.length === 0);
  return [...off, ...installed, ...found.filter(({ code }) => !isExcused || !UNRENDERED.includes(code))];
}

/** A finding about something that was printed, which people know by its name and not by a line. */
function byName(finding: ResourceFinding): ResourceFinding {
  const name = finding.resource === undefined ? 'the build' : describeRef(refOf(finding.resource.object));
  return { ...finding, message: `${name}: ${finding.message}`, origin: undefined };
}

/** Why the functions are off, with what the two builds came to. */
function switchedOff({ wanted, examined: { missing, strangers, programs }, given, tried }: Builds): ResourceFinding[] {
  const [first] = programs;
  if (first === undefined || missing.length === 0) return [];
  const names = missing.join(' ');
  const other =
    tried === undefined
      ? `a build with ${names} was not tried, as it would start ${strangers.join(', ')} too`
      : `with ${names} it ${describeBuild(tried)}`;
  const message = `without ${names} the function is not started and the build ${describeBuild(given)}; ${other}`;
  return [skipped(first.listed.resource, message, `${wanted.host.whereFlags} ${names}`)];
}

function describeBuild(ran: Ran): string {
  return ran.failure === undefined ? `succeeds with ${countGraphs(ran)}` : 'fails';
}

function failed(ran: Ran, { host, dir }: Wanted, { programs }: Examined): ResourceFinding {
  const container = programs.find(({ form }) => form === 'container');
  const docker = DOCKER_FAILED.exec(ran.stderr)?.[1];
  if (container !== undefined && docker !== undefined) {
    const message = `docker does not start ${container.name}: ${docker}`;
    return notStarted(container, { message, hint: 'start docker, make the image reachable, or use the exec form' });
  }
  const { message, hint } = explainFailure(`${host.program} ${host.verb} ${dir}`, ran);
  return findingOf('BUILD_FAILED', { message, hint });
}

function noProgram({ program }: Host): ResourceFinding {
  const hint = `install ${program}, or choose another host with --host`;
  return findingOf('INPUT_NOT_FOUND', { message: `${program} is not on the PATH`, hint });
}

/** The summary is of a build without errors; what a host needs is said in any case. */
function toOutcome(findings: readonly ResourceFinding[], summary: string, needs: string): Outcome {
  return { findings, output: '', notes: (exitCodeOf(findings) === 0 ? summary : '') + needs };
}

/** The build in one line and, where functions are used, what other hosts make of them. */
function summarize(
  { hostName, host, flags, dir }: Wanted,
  { programs }: Examined,
  { given, release }: { readonly given: Ran; readonly release: string | undefined },
): string {
  const version = release === undefined ? '' : ` (kustomize ${release})`;
  const line = `${[host.program, host.verb, ...flags, dir].join(' ')}${version}: ${countGraphs(given)}${countLeft(host, given)}\n`;
  const others = HOST_NAMES.filter((name) => name !== hostName).join(', ');
  return programs.length === 0 ? line : `${line}hosts differ; ask for yours with --host ${others}\n`;
}

function countGraphs(ran: Ran): string {
  return counted(builtGraphs(builtOf(ran).map(({ object }) => object)).length, 'graph');
}

/** What a host's plugin has still to render. */
function countLeft({ plugin }: Host, ran: Ran): string {
  const count = plugin === undefined ? 0 : builtOf(ran).filter(({ object }) => isRequest(object)).length;
  return count === 0 ? '' : `, ${counted(count, 'request')} for the plugin`;
}

function builtOf({ stdout }: Ran): Resource[] {
  return readBuilt(Buffer.from(stdout), 'build', newBudget());
}
