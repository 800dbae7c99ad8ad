import { type Finding, findingOf, type NoteCode } from '../../errors.ts';
import { sayOnce } from '../../files/budget.ts';
import { argocdRoot, type Root } from '../../files/root.ts';
import { emitYaml } from '../../krm/emit-yaml.ts';
import { exitCodeOf, type ResourceFinding } from '../../krm/results.ts';
import { findUnserved } from '../../render/built/served.ts';
import { placeDocuments } from '../../render/compare/replace.ts';
import type { LockOptions } from '../../render/locked.ts';
import type { RenderedGraph, RenderReport } from '../../render/render.ts';
import { SILENCE } from '../../request/layers.ts';
import { isRequest } from '../../request/parse-request.ts';
import { counted } from '../../words.ts';
import { type Arguments, type Command, UsageError } from '../cli/command.ts';
import type { Context } from '../cli/context.ts';
import type { BuildOptions } from '../read/kustomize-build.ts';
import { readInput } from '../read/read-input.ts';
import { readLocksBeside } from '../read/read-locks.ts';
import { openSettings, type SettingsAt, withTerms } from '../read/settings-at.ts';
import { reportText } from '../reporters/text.ts';
import { renderInThreads } from '../threads/in-threads.ts';
import { JOBS_OPTION, jobsOf, type Threads } from '../threads/threads.ts';
import { type Manifest, type Manifests, readManifests } from './manifests.ts';
import { announceParameters, nameParameterModels, parseParameters } from './parameters.ts';

/** `argocd generate`: the manifests of an application, as a config management plugin prints them. */
export const ARGOCD_GENERATE: Command = {
  name: 'argocd generate',
  synopsis: '',
  summary: 'Renders an Argo CD application, as a config management plugin.',
  details:
    'Prints every manifest below this folder, or what kustomize build makes of it where a kustomization\n' +
    'stands here, with graphs in the place of requests. Options are the parameters of the application, from\n' +
    'ARGOCD_APP_PARAMETERS, PARAM_<NAME> or ARGOCD_ENV_<NAME>; see plugin/argocd/README.md.\n',
  options: {
    ...JOBS_OPTION,
    'allow-remote': { type: 'boolean', help: 'let kustomize fetch what a kustomization names elsewhere' },
  },
  run: async (args, given) => {
    const context = withoutArguments(args, given);
    return generate({ context, jobs: jobsOf(args), build: { allowsRemote: args.isSet('allow-remote') } });
  },
};

/** `argocd discover`: whether an application is one for the plugin. */
export const ARGOCD_DISCOVER: Command = {
  name: 'argocd discover',
  synopsis: '',
  summary: 'Names the requests below this folder, for the discovery of Argo CD.',
  options: {},
  run: async (args, context) => discover(withoutArguments(args, context)),
};

/** `argocd parameters`: what an application may set. */
export const ARGOCD_PARAMETERS: Command = {
  name: 'argocd parameters',
  synopsis: '',
  summary: 'Prints the parameters that the plugin announces to Argo CD, as JSON.',
  options: {},
  run: async (args, context) => {
    withoutArguments(args, context).stdout(`${JSON.stringify(announceParameters(), null, 2)}\n`);
    return 0;
  },
};

/** How many errors the UI is given. */
const MAX_ERRORS = 20;
/** Codes of what may be why there is nothing to apply. */
const EXPLAINING: readonly string[] = ['LINK_SKIPPED', 'TEMPLATE_SKIPPED', 'REQUEST_NEAR_MISS'] satisfies NoteCode[];

/** The context of a call that takes no arguments. Throws UsageError where there are some. */
export function withoutArguments({ positionals }: Arguments, context: Context): Context {
  if (positionals.length > 0) throw new UsageError('no argument was expected');
  return context;
}

/** An application stays in its folder of the copy of the repository. */
export function rootOf({ cwd, env }: Context): Root {
  return argocdRoot(cwd, env.ARGOCD_APP_SOURCE_PATH);
}

interface Generating extends Threads {
  readonly context: Context;
  readonly build: BuildOptions;
}

/** Nothing goes to stdout before the last finding is known: Argo CD would take it for the whole application. */
async function generate({ context, jobs, build }: Generating): Promise<number> {
  const parameters = parseParameters(context.env);
  const settings = openSettings(parameters.layer, rootOf(context), nameParameterModels);
  const read = readManifests(settings, context, build);
  const { graphs, findings } = await renderAll(read, settings, { context, jobs });
  const stream = toStream(read.manifests, graphs);
  const unserved = findUnserved(graphs, context.env.KUBE_API_VERSIONS, settings.at('').settings.strict);
  const all = sayOnce([...read.findings, ...findings, ...unserved]);
  const isBlank = exitCodeOf(all) === 0 && !parameters.allowsEmpty && (read.requests.length === 0 || stream === '');
  return answer([...all, ...(isBlank ? [nothingToApply(read, context)] : [])], { stream, read, graphs, context });
}

async function renderAll(
  { requests }: Manifests,
  settings: SettingsAt,
  { context, jobs }: Pick<Generating, 'context' | 'jobs'>,
): Promise<RenderReport> {
  if (requests.length === 0) return { graphs: [], findings: [] };
  const terms = withTerms(requests, settings, context);
  const { locks, findings } = readLocksBeside(requests, settings.root);
  const lock: LockOptions = { locks, whenUnlocked: 'warn', isLocking: false };
  const report = await renderInThreads(terms.requests, { termsOf: terms.termsOf, lock }, { context, jobs });
  return { ...report, findings: [...terms.findings, ...findings, ...report.findings] };
}

interface Generated {
  readonly stream: string;
  readonly read: Manifests;
  readonly graphs: readonly RenderedGraph[];
  readonly context: Context;
}

function answer(findings: readonly ResourceFinding[], { stream, read, graphs, context }: Generated): number {
  const code = exitCodeOf(findings);
  const requests = counted(read.requests.length, 'request');
  if (code === 0) context.stdout(stream);
  context.stderr(
    code === 0 ? toLog(findings, { graphs, requests, context }) : toInterface(findings, { requests, context }),
  );
  return code;
}

/** What a run came to, for its log. */
interface Logged extends Pick<Generated, 'graphs' | 'context'> {
  /** How many there were, in words. */
  readonly requests: string;
}

/** On success only the log of the sidecar has what was on stderr. */
function toLog(findings: readonly ResourceFinding[], { graphs, requests, context }: Logged): string {
  if (context.isQuiet === true) return reportText(findings, context);
  const applied = graphs.filter(({ isApplied }) => isApplied).length;
  const seconds = (performance.now() / 1000).toFixed(1);
  return `${reportText(findings, context)}${applied} of ${requests} to apply, ${seconds} s\n`;
}

/** On failure the UI shows stderr as one text: without warnings, but for what explains an empty one, and not too much of it. */
function toInterface(findings: readonly ResourceFinding[], { requests, context }: Omit<Logged, 'graphs'>): string {
  const errors = findings.filter(({ severity, code }) => severity === 'error' || EXPLAINING.includes(code));
  const more = errors.length > MAX_ERRORS ? `${errors.length - MAX_ERRORS} more errors\n` : '';
  const report = reportText(errors.slice(0, MAX_ERRORS), context);
  return context.isQuiet === true ? `${report}${more}` : `${report}${more}nothing was generated for ${requests}\n`;
}

/** Argo CD prunes what an application no longer prints, so that a wrong path or branch must not look like success. */
function nothingToApply({ requests }: Manifests, { env }: Context): Finding {
  const where = env.ARGOCD_APP_SOURCE_PATH || '.';
  return findingOf('NO_REQUESTS', {
    message:
      requests.length === 0
        ? `no DynamoGraphDeploymentRequest in ${where}`
        : `every DynamoGraphDeploymentRequest in ${where} says autoApply: false, and there is nothing else`,
    hint: 'check path and targetRevision; to have everything pruned, set the parameter allow-empty to "true"',
  });
}

/**
 * Every manifest in its order; graphs take the places of older ones and of their requests, which go away. A graph for
 * review takes an older one away too: that is what `render` wrote for people to read.
 */
function toStream(manifests: readonly Manifest[], graphs: readonly RenderedGraph[]): string {
  const objects = manifests.flatMap(({ resource }) => (resource === undefined ? [] : [resource.object]));
  const { inPlace, following } = placeDocuments(objects, graphs);
  return manifests
    .flatMap(({ text, resource }) => {
      const fresh = resource && (inPlace.get(resource.object) ?? following.get(resource.object));
      if (fresh !== undefined)
        return fresh.filter(({ rendered }) => rendered.isApplied).map(({ document }) => emitYaml(document));
      return resource && isRequest(resource.object) ? [] : [text];
    })
    .map(toDocument)
    .join('');
}

/**
 * A document as Argo CD's reader takes it: that cuts only at lines of three dashes, drops the rest of such a line, knows
 * no directives, and takes a stream that starts with a brace for JSON.
 */
function toDocument(text: string): string {
  const marker = text.search(/^---(?=[ \t\r\n]|$)/m);
  const marked = marker < 0 ? `---\n${text}` : text.slice(marker).replace(/^---[ \t]+(?=[^#\s])/, '---\n');
  return marked.endsWith('\n') ? marked : `${marked}\n`;
}

/** Whatever is printed is a match. A broken request is one too, so that generating says what is wrong with it. */
async function discover(context: Context): Promise<number> {
  const { requests, findings } = await readInput(['.'], { settings: openSettings(SILENCE, rootOf(context)) }, context);
  const broken = findings.filter(({ severity }) => severity === 'error');
  const files = [...requests, ...broken].map(({ origin }) => origin?.file ?? '');
  context.stdout([...new Set(files)].map((file) => `${file}\n`).join(''));
  return 0;
}
