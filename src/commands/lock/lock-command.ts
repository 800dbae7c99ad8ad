import { posix } from 'node:path';
import { type RequestName, readRequest } from '../../cluster/requests.ts';
import type { Finding } from '../../errors.ts';
import { foundBeside, namesIn } from '../../files/find-files.ts';
import { commandLineRoot, type Root } from '../../files/root.ts';
import { LOCK_FILE } from '../../kinds.ts';
import { refOf } from '../../krm/identity.ts';
import { readWanted } from '../../krm/read-wanted.ts';
import type { Resource } from '../../krm/resource.ts';
import { exitCodeOf } from '../../krm/results.ts';
import { entryName, type LockEntry } from '../../lock/lock-entry.ts';
import { emitLock, type Lock } from '../../lock/lock-file.ts';
import { checkStable } from '../../render/compare/stable.ts';
import { entryChanges, outlinesOf } from '../../render/lock-entries.ts';
import type { RenderedGraph, RenderOptions } from '../../render/render.ts';
import type { Request } from '../../request/request.ts';
import { counted } from '../../words.ts';
import { CLUSTER_OPTIONS, openClusterFor } from '../cli/cluster-options.ts';
import { type Arguments, type Command, UsageError } from '../cli/command.ts';
import type { Context } from '../cli/context.ts';
import { oneLine } from '../cli/one-line.ts';
import { type Outcome, REPORT_OPTIONS, runReported } from '../cli/outcome.ts';
import { optionLayer, UNPRICED_PICK_OPTIONS } from '../cli/request-options.ts';
import { rethrowBugs, toFindings } from '../cli/to-findings.ts';
import { settleFolders } from '../files/take-folders.ts';
import { writeAllOrNothing } from '../files/write-files.ts';
import { isEmptyInput, noRequests, readInput, STDIN } from '../read/read-input.ts';
import { readLocksBeside } from '../read/read-locks.ts';
import { showProgress } from '../read/render-input.ts';
import { REQUESTS } from '../read/request-files.ts';
import { openSettings, type WithTerms, withTerms } from '../read/settings-at.ts';
import { renderInThreads } from '../threads/in-threads.ts';
import { JOBS_OPTION, jobsOf } from '../threads/threads.ts';
import { type ClusterLocks, FROM_CLUSTER_OPTION, readClusterLocks } from './from-cluster.ts';
import { isMeant, unknownNames } from './named.ts';
import { TAKE_OPTION, takeOf, takesOf, unknownTakes } from './take.ts';

/** `lock`: keeps what requests were profiled to. */
export const LOCK: Command = {
  name: 'lock',
  synopsis: '[PATH...]',
  summary: `Writes what was picked for each request to ${LOCK_FILE} beside it.`,
  details:
    'From then on render, check and the function take the pick from there as long as its inputs are the same,\n' +
    'also after an update of this tool or its data. Entries that hold stay as they are; those whose inputs\n' +
    'changed are picked anew. Prints what changes. A change that a running graph cannot take is an error.\n' +
    'With --take another row of the ranking is kept until the inputs change; see profile for the rows.\n' +
    'A name that requests of several namespaces have is given with its namespace, as NAMESPACE/NAME.\n' +
    'With --from-cluster a lock holds the graph that a cluster made of the request, of thorough ones too.\n',
  options: {
    update: {
      type: 'string',
      value: 'NAME',
      isRepeatable: true,
      help: 'pick that request anew, named as NAME or NAMESPACE/NAME; may be repeated',
    },
    ...TAKE_OPTION,
    ...FROM_CLUSTER_OPTION,
    ...CLUSTER_OPTIONS,
    'update-all': { type: 'boolean', help: 'pick every request anew' },
    'allow-empty': { type: 'boolean', help: 'find no request and still succeed' },
    ...JOBS_OPTION,
    ...REPORT_OPTIONS,
    ...UNPRICED_PICK_OPTIONS,
  },
  idle: [
    {
      options: Object.keys(CLUSTER_OPTIONS),
      without: 'from-cluster',
      why: 'a cluster is asked for results alone; leave it out, or take them from there',
    },
    {
      options: ['take'],
      beside: ['from-cluster'],
      why: 'it picks a row that is ranked here; leave one of them out',
    },
    {
      options: ['update-all'],
      beside: ['from-cluster'],
      why: 'every result is read anew then; leave it out, or name requests with --update',
    },
    {
      options: ['update'],
      beside: ['update-all'],
      why: 'every request is picked anew then; leave one of them out',
    },
  ],
  run: (args, context) => runReported(args, context, () => lock(args, context)),
};

async function lock(args: Arguments, context: Context): Promise<Outcome> {
  const patterns = args.positionals.length > 0 ? args.positionals : ['.'];
  if (patterns.includes(STDIN)) throw new UsageError('- (stdin) has no folder for a lock');
  const root = commandLineRoot(context.cwd, patterns);
  const settings = openSettings(optionLayer(args), root);
  const input = await readInput(patterns, { settings, scopeOf: folderOf }, context);
  await settleFolders(input.files, [], context);
  const isEmpty = isEmptyInput(input) && !args.isSet('allow-empty');
  const read = readLocksBeside(input.requests, root);
  const takes = takesOf(args);
  const unknown = [
    ...unknownNames(args.texts('update'), input.requests, { option: 'update', purpose: 'update' }),
    ...unknownTakes(takes, input.requests),
  ];
  const before = [
    ...input.findings,
    ...read.findings,
    ...unknown,
    ...(isEmpty ? [noRequests(patterns, { mayBeEmpty: true })] : []),
  ];
  if (input.requests.length === 0 || exitCodeOf(before) !== 0) return { findings: before, output: '', notes: '' };
  const terms = withTerms(input.requests, settings, context);
  const cluster = await clusterLocks(terms, args, context);
  const options: RenderOptions = {
    termsOf: terms.termsOf,
    // What a cluster has goes before what was locked.
    lock: {
      locks: [...cluster.locks, ...read.locks],
      whenUnlocked: 'pick',
      isLocking: true,
      isRenewed: renewal(args),
      takeOf: takeOf(takes),
    },
    scopeOf: input.scopeOf,
    onStart: showProgress('locking', terms.requests, context),
  };
  const { graphs, findings } = await renderInThreads(terms.requests, options, { context, jobs: jobsOf(args) });
  const unstable = checkStable(graphs, read.locks.flatMap(outlinesOf));
  const all = [...before, ...terms.findings, ...cluster.findings, ...findings, ...unstable];
  if (exitCodeOf(all) !== 0) return { findings: all, output: '', notes: 'nothing was locked\n' };
  return write(planLocks(graphs, read.locks, root), { findings: all, root }, context);
}

/** The results of the requests in a cluster, where they are asked for; with --update of those named. */
async function clusterLocks(
  { requests, termsOf }: WithTerms,
  args: Arguments,
  context: Context,
): Promise<ClusterLocks> {
  if (!args.isSet('from-cluster')) return { locks: [], findings: [] };
  const names = args.texts('update');
  const wanted = requests.filter(({ object }) => {
    const { name, namespace } = refOf(object);
    return names.length === 0 || names.some((one) => isMeant(one, { name, namespace }));
  });
  const cluster = await openClusterFor(args, context);
  const read = (request: RequestName) => readRequest(cluster, request);
  return readClusterLocks(wanted, { termsOf, read });
}

/** Which requests are picked anew although their inputs are the same. */
function renewal(args: Arguments): (request: Request) => boolean {
  if (args.isSet('from-cluster')) return () => false;
  const names = args.texts('update');
  return (request) => args.isSet('update-all') || names.some((name) => isMeant(name, request));
}

/** A lock file as it is to be, and as it was. */
interface PlannedLock {
  /** Relative to the working directory. */
  readonly name: string;
  readonly before: readonly LockEntry[];
  readonly after: readonly LockEntry[];
}

/** The folder of a request, which has a lock of its own. */
function folderOf({ origin }: Resource): string {
  return posix.dirname(origin.file);
}

/** One lock a folder: the entries of this run, and those of requests that are still there but were not looked at. */
function planLocks(graphs: readonly RenderedGraph[], locks: readonly Lock[], root: Root): PlannedLock[] {
  const folders = new Map<string, LockEntry[]>();
  for (const { request, entry } of graphs) {
    const folder = folderOf(request);
    const entries = folders.get(folder) ?? [];
    folders.set(folder, entries);
    if (entry !== undefined) entries.push(entry);
  }
  return [...folders].map(([folder, fresh]) => {
    const name = posix.join(folder, LOCK_FILE);
    const before = locks.filter(({ resource }) => resource.origin.file === name).flatMap(({ entries }) => entries);
    const renewed = new Set(fresh.map(entryName));
    const isThere = presence(folder, root);
    const others = before.filter((entry) => !renewed.has(entryName(entry)) && isThere(entry));
    return { name, before, after: [...fresh, ...others] };
  });
}

/** Whether a request stands in the folder; all count as there where a file of it cannot be read. */
function presence(folder: string, root: Root): (entry: LockEntry) => boolean {
  try {
    const names = namesIn(folder, root).filter((name) => /\.(ya?ml|json)$/.test(name));
    const files = names.flatMap(
      (name) => foundBeside(posix.join(folder, name), root, { isNamed: false, use: 'request' }) ?? [],
    );
    const requests = files.flatMap((file) => readWanted(file, REQUESTS));
    const there = new Set(requests.map(({ resource }) => entryName(refOf(resource.object))));
    return (entry) => there.has(entryName(entry));
  } catch (error) {
    rethrowBugs(error);
    return () => true;
  }
}

async function write(
  planned: readonly PlannedLock[],
  { findings, root }: { readonly findings: readonly Finding[]; readonly root: Root },
  context: Context,
): Promise<Outcome> {
  const locks = planned.map(({ name, after }) => ({ name, text: emitLock(after) }));
  try {
    const changes = { files: locks, removals: [] };
    const changed = await context.untilSafe((signal) => writeAllOrNothing(changes, { root, signal }));
    const count = planned.flatMap(({ after }) => after).length;
    const names = changed.map((name) => `  ${oneLine(name)}\n`).join('');
    const files = changed.length === 0 ? 'no file' : counted(changed.length, 'file');
    const what = `${count} ${count === 1 ? 'request is' : 'requests are'} locked, ${files} changed`;
    return { findings, output: planned.map(describe).join(''), notes: `${what}\n${names}` };
  } catch (error) {
    return { findings: [...findings, ...toFindings(error)], output: '', notes: '' };
  }
}

/** What changes, as lines such as `inference/chat: picked.ttft: 345.793 -> 360.1`. */
function describe({ before, after }: PlannedLock): string {
  const older = new Map(before.map((entry) => [entryName(entry), entry]));
  const newer = new Set(after.map(entryName));
  const lines = after.flatMap((entry) => {
    const known = older.get(entryName(entry));
    if (known === undefined) return [`${entryName(entry)}: locked: ${entry.summary}`];
    return entryChanges(known, entry).map(({ path, text }) => `${entryName(entry)}: ${path}: ${text}`);
  });
  const gone = before.filter((entry) => !newer.has(entryName(entry)));
  return [...lines, ...gone.map((entry) => `${entryName(entry)}: removed, there is no such request any more`)]
    .map((line) => `${oneLine(line)}\n`)
    .join('');
}
