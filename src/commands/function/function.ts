import { type Finding, RenderError } from '../../errors.ts';
import { addFor, sayOnce } from '../../files/budget.ts';
import { commandLineRoot, functionRoot, type Root } from '../../files/root.ts';
import { decodeUtf8, REQUEST_LIMITS, requireSize } from '../../krm/parse-yaml.ts';
import type { Resource } from '../../krm/resource.ts';
import {
  EMPTY_LIST,
  itemsBesidesConfig,
  type ReadItem,
  type ResourceList,
  readItems,
} from '../../krm/resource-list.ts';
import { exitCodeOf, type ResourceFinding } from '../../krm/results.ts';
import type { LockOptions } from '../../render/locked.ts';
import { CONFIG_KIND } from '../../request/config-schema.ts';
import { parseFunctionConfig } from '../../request/function-config.ts';
import { hostLayer } from '../../request/layers.ts';
import { isRequest } from '../../request/parse-request.ts';
import type { Settings } from '../../request/settings.ts';
import type { Arguments, Command } from '../cli/command.ts';
import type { Context } from '../cli/context.ts';
import { toFindings } from '../cli/to-findings.ts';
import { configRequests } from '../read/config-requests.ts';
import { nearMisses, strictlyAt } from '../read/near-misses.ts';
import { locksAmong, type ReadLocks, readLocksBeside } from '../read/read-locks.ts';
import { openSettings, type SettingsAt, withTerms } from '../read/settings-at.ts';
import { reportText } from '../reporters/text.ts';
import { renderInThreads } from '../threads/in-threads.ts';
import { JOBS_OPTION, jobsOf, type Threads } from '../threads/threads.ts';
import { answerItems, openLists, withoutProject } from './items.ts';
import { type Answer, type Wire, wireOf } from './wire.ts';

/** `function`: a KRM function on stdin and stdout. */
export const FUNCTION: Command = {
  name: 'function',
  synopsis: '[CONFIG]',
  summary: 'Renders as a KRM function, for kustomize and kpt.',
  details:
    'Reads a ResourceList on stdin and answers with one on stdout: as a transformer it renders the requests\n' +
    'among the items, as a generator those that its config names. With a file CONFIG, as kustomize starts\n' +
    'exec plugins, resources come and go as plain YAML.\n',
  options: JOBS_OPTION,
  run: runFunction,
};

/** What is to be done: the requests to render and how. */
interface Task {
  readonly requests: readonly Resource[];
  /** Locks are items like requests, or stand beside the files that the config names. */
  readonly read: ReadLocks;
}

async function runFunction(args: Arguments, context: Context): Promise<number> {
  const { positionals } = args;
  const root = functionRoot(context.cwd);
  // The file with the config is the word of whoever calls, which may stand anywhere.
  const wire = wireOf(positionals, { ...commandLineRoot(context.cwd), budget: root.budget });
  const call = { wire, root, context, jobs: jobsOf(args) };
  const { list, answer } = await answerBytes(await context.readStdin(), call);
  context.stdout(wire.write(list, answer));
  context.stderr(reportText(answer.findings, context));
  return exitCodeOf(answer.findings);
}

/** How the host speaks, and what may be read. */
interface Call extends Threads {
  readonly context: Context;
  readonly wire: Wire;
  readonly root: Root;
}

/** On failure the items go back as they came, so that the answer is a valid list whatever happens. */
async function answerBytes(bytes: Uint8Array, call: Call): Promise<{ list: ResourceList; answer: Answer }> {
  const { wire, root } = call;
  let list = EMPTY_LIST;
  try {
    list = wire.read(decodeUtf8(bytes, 'stdin', root.budget), root);
    return { list, answer: await answerList(list, call) };
  } catch (error) {
    return { list, answer: { items: list.items, findings: aboutConfig(toFindings(error), list.functionConfig) } };
  }
}

async function answerList(list: ResourceList, { root, context, jobs }: Omit<Call, 'wire'>): Promise<Answer> {
  const opened = { ...list, items: openLists(list.items) };
  const config = configOf(list);
  const settings = settingsFor(list, config, root);
  const { requests, read } = toTask(opened, config, settings);
  if (requests.length === 0) {
    const failed = exitCodeOf(read.findings) !== 0;
    return { items: failed ? list.items : list.items.map(withoutProject), findings: read.findings };
  }
  const terms = withTerms(requests, settings, context);
  const lock: LockOptions = { locks: read.locks, whenUnlocked: 'warn', isLocking: false };
  const options = { termsOf: terms.termsOf, lock };
  const { graphs, findings } = await renderInThreads(terms.requests, options, { context, jobs });
  const all = sayOnce([...terms.findings, ...read.findings, ...findings]);
  if (exitCodeOf(all) !== 0) return { items: list.items, findings: all };
  return { items: answerItems(opened.items, graphs, config.keepRequests ?? true), findings: all };
}

/** A request that is its own config says nothing else. */
function configOf({ functionConfig }: ResourceList): Settings {
  return parseFunctionConfig(functionConfig && isRequest(functionConfig.object) ? undefined : functionConfig);
}

/** What the config says, over the project files. The configurations that it names stay below the working directory. */
function settingsFor({ functionConfig }: ResourceList, config: Settings, root: Root): SettingsAt {
  return openSettings(
    hostLayer(config, () => "the function's config", 'function'),
    root,
    (models) =>
      models.map((model, i) => {
        const field = `spec.models[${i}].${model.config === undefined ? 'like' : 'config'}`;
        return { ...model, field, origin: functionConfig?.locate(field) };
      }),
  );
}

/** kustomize hands a generator its own config as the only item; that is how the two roles are told apart. */
function toTask(list: ResourceList, { requests: named }: Settings, settings: SettingsAt): Task {
  const { functionConfig } = list;
  const fromFiles = (requests: readonly Resource[], said: readonly Finding[] = []): Task => {
    const { locks, findings } = readLocksBeside(requests, settings.root);
    return { requests, read: { locks, findings: [...said, ...findings] } };
  };
  if (functionConfig && isRequest(functionConfig.object)) return fromFiles([ownItem(list, functionConfig)]);
  const others = itemsBesidesConfig(list);
  if (named === undefined || functionConfig === undefined) {
    if (others.length === 0 && functionConfig?.object.kind === CONFIG_KIND) throw withoutRequests(functionConfig);
    const known = readItems(others);
    const items = known.filter(({ resource }) => isRequest(resource.object));
    const near = nearMisses(
      known.map(({ resource }) => resource),
      strictlyAt(settings),
    );
    for (const item of items) requireRequestSize(item);
    const requests = items.map(({ resource }) => resource);
    addFor(settings.root.budget, requests.length);
    const { locks, findings } = locksAmong(known.map(({ resource }) => resource));
    return { requests, read: { locks, findings: [...near, ...findings] } };
  }
  if (others.length > 0) throw asTransformer(functionConfig);
  const said: Finding[] = [];
  const requests = configRequests(functionConfig, named, { settings, say: (finding) => said.push(finding) });
  return fromFiles(requests, said);
}

/** An item that was not written as a block counts as it is printed. */
function requireRequestSize({ resource, text }: ReadItem): void {
  requireSize(Buffer.byteLength(text ?? JSON.stringify(resource.object)), REQUEST_LIMITS, resource.origin);
}

/** The item that is the config itself, so that its graph follows it; without one the config stands alone. */
function ownItem(list: ResourceList, functionConfig: Resource): Resource {
  const others = new Set(itemsBesidesConfig(list));
  return list.items.find((item) => !others.has(item))?.resource ?? functionConfig;
}

function withoutRequests(config: Resource): RenderError {
  return new RenderError('CONFIG_INVALID', {
    message: 'there is nothing to render: as a generator the config has to name requests',
    path: 'spec.requests',
    origin: config.locate('spec'),
    hint: 'list request files in spec.requests, or name the config under transformers: beside resources with requests',
  });
}

function asTransformer(config: Resource): RenderError {
  return new RenderError('CONFIG_INVALID', {
    message: 'a transformer renders the requests among the resources and takes no list of its own',
    path: 'spec.requests',
    origin: config.locate('spec.requests'),
    hint: 'remove spec.requests, or name the config under generators:',
  });
}

/** Findings without a place of their own are about the config. */
function aboutConfig(findings: readonly Finding[], config: Resource | undefined): ResourceFinding[] {
  return findings.map((finding) => (config && finding.path !== undefined ? { ...finding, resource: config } : finding));
}
