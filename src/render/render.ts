import { type Finding, findingOf, RenderError, RenderErrors, type Warn } from '../errors.ts';
import { buildGraph } from '../graph/graph.ts';
import type { Made } from '../graph/made.ts';
import type { JsonObject } from '../json.ts';
import { identityOf, refOf } from '../krm/identity.ts';
import type { Resource } from '../krm/resource.ts';
import type { ResourceFinding } from '../krm/results.ts';
import { hasClusterEntry, type LockInputs } from '../lock/find-entry.ts';
import type { LockEntry } from '../lock/lock-entry.ts';
import type { Given } from '../merge/context.ts';
import { mergeGraph } from '../merge/merge.ts';
import { isGraph } from '../outputs/graph.ts';
import { OUTPUTS } from '../outputs/outputs.ts';
import type { AskedRequest } from '../profile/answering.ts';
import { cardGib } from '../profile/card-memory.ts';
import type { Engine, Engines } from '../profile/engines.ts';
import { type Details, explainProfile } from '../profile/explain.ts';
import type { Profile } from '../profile/profile.ts';
import type { ProfileJob } from '../profile/profile-job.ts';
import { openProfiling } from '../profile/profiling.ts';
import { recordProfile, repeatWarnings } from '../profile/remember.ts';
import type { SuppliedModels } from '../profile/supplied-models.ts';
import { requireRapid } from '../request/features.ts';
import { digestOf } from '../request/inputs.ts';
import { locateValue } from '../request/locate-value.ts';
import { parseRequest } from '../request/parse-request.ts';
import type { Request } from '../request/request.ts';
import type { RequestDefaults } from '../request/settings.ts';
import type { OutputForm } from '../request/workload-options.ts';
import { type Judged, type Verdict, verdictOf } from '../verdict/verdict.ts';
import { clusterNeeds } from './cluster-needs.ts';
import { isError, listed } from './listed-findings.ts';
import { toEntry } from './lock-entries.ts';
import { type LockedResult, type LockOptions, lockedResult, recordedIn, usedLocks } from './locked.ts';
import { engineFacts, nearEngines } from './near-engines.ts';
import type { RecordedRequest } from './recorded-request.ts';
import { findSights, sightsOf } from './sight.ts';

/** The stations of the street; each throws `RenderError` or `RenderErrors` for what a user can mend. */
export interface Street {
  readonly parse: (resource: Resource, defaults: RequestDefaults, warn: Warn) => Request;
  /** Everything that the profile of a request depends on. */
  readonly inputs: (request: Request) => JsonObject;
  readonly profile: (request: AskedRequest, warn: Warn) => Profile;
  /** `profile` as a piece of work for another thread; absent where there is nothing to be gained. */
  readonly job?: (request: AskedRequest) => ProfileJob;
  /** `nodeGpus` of a profile, for one that was kept without it; undefined also where nobody asks. */
  readonly nodeGpus: (request: Request) => number | undefined;
  readonly graph: (request: Request, profile: Profile, warn: Warn) => Made;
  /** Finishes what `graph` gives, or what a cluster made where the profile is pinned to that. */
  readonly merge: (made: Made, given: Given) => Made;
  /** What only an explanation shows, since it is worked out anew. */
  readonly explain: (request: Request, profile: Profile) => Details;
  /** What a verdict is made from, also for a profile from a lock. */
  readonly judged: (request: Request, profile: Profile) => Judged;
  /** The answer in figures, also for a profile from a lock. */
  readonly verdict: (request: Request, profile: Profile) => Verdict;
}

/** The street over the engines that requests name, with further models. */
export function openStreet(engines: Engines, models: SuppliedModels): Street {
  const { engineOf, answering, inputs, profile, job } = openProfiling(engines, models);
  const judged: Street['judged'] = (request, profile) => {
    return { request, profile, cardGib: cardGib(request, answering(request).engine) };
  };
  return {
    parse: parseRequest,
    inputs,
    profile,
    job,
    // Only a graph without the mend asks, so that a locked request needs no data.
    nodeGpus: (request) => (request.mends.usesNodeSize ? undefined : nodeGpusOf(engineOf(request), request)),
    graph: buildGraph,
    explain: (request, profile) => explainProfile(request, profile, answering(request).engine),
    merge: mergeGraph,
    judged,
    verdict: (request, profile) => verdictOf(judged(request, profile)),
  };
}

function nodeGpusOf({ data }: Engine, { hardware }: Request): number | undefined {
  return data.systems[hardware.system]?.numGpusPerNode;
}

/** How a request is rendered. */
export interface Terms {
  readonly street: Street;
  /** What the request leaves out. */
  readonly defaults: RequestDefaults;
  /** Whether warnings count as errors. */
  readonly isStrict: boolean;
  /** Whether a request without an entry for its inputs is an error, also where the lock says `warn`. */
  readonly isFrozen?: boolean;
}

interface RunOptions {
  /** Results that requests keep; without it every request is profiled. */
  readonly lock?: LockOptions | undefined;
  /** What tells requests apart whose objects may have one name, such as their folders; without it none may. */
  readonly scopeOf?: ((request: Resource) => string) | undefined;
  /** Called before each request is worked on; `position` counts from 0. */
  readonly onStart?: ((request: Resource, position: number) => void) | undefined;
  /** Called with what each graph is made of, also where that fails then. */
  readonly onProfiled?: ((profiled: ProfiledRequest) => void) | undefined;
}

/** How requests are rendered: all on the same terms, or each on its own. */
export type RenderOptions = RunOptions &
  ((Terms & { readonly termsOf?: undefined }) | { readonly termsOf: (request: Resource) => Terms });

/** The terms of one of the requests. */
export function termsFor(request: Resource, options: RenderOptions): Terms {
  return options.termsOf === undefined ? options : options.termsOf(request);
}

/** A request with the graph that takes its place. */
export interface RenderedGraph {
  readonly request: Resource;
  /** The graph, whatever form it is put out in: the subject of locks, of its name and of its topology. */
  readonly graph: JsonObject;
  readonly form: OutputForm;
  /** Namespace of plain workloads where the graph names none, if that is known. */
  readonly namespace?: string | undefined;
  /** What is put out, in the order in which it is to be applied. */
  readonly documents: readonly JsonObject[];
  /** The entry that it was rendered from, if its profile is not a new one. */
  readonly locked?: LockedResult | undefined;
  /** The entry to keep, where locks are being made. */
  readonly entry?: LockEntry | undefined;
  /** False where the request says `autoApply: false`: rendered for review only. */
  readonly isApplied: boolean;
}

export interface RenderReport {
  /** In the order of the requests; none of a request that failed. */
  readonly graphs: readonly RenderedGraph[];
  readonly findings: readonly ResourceFinding[];
}

export interface ProfiledRequest {
  readonly resource: Resource;
  readonly request: Request;
  readonly profile: Profile;
}

export interface ProfileReport {
  readonly profiles: readonly ProfiledRequest[];
  readonly findings: readonly ResourceFinding[];
}

/** Renders every request on its own: one that fails never hides another's problems. Pure but for reading the pack. */
export function renderResources(requests: readonly Resource[], options: RenderOptions): RenderReport {
  const isLocking = options.lock?.isLocking ?? false;
  const answered: Parameters<typeof nearEngines>[0][number][] = [];
  const { done, findings } = attemptAll(requests, options, (resource, recorded, warn): RenderedGraph => {
    const { request, locked } = recorded;
    const profiled = { resource, request, profile: recorded.recorded.profile };
    answered.push({ resource, request, profile: engineFacts(profiled.profile) });
    options.onProfiled?.(profiled);
    const merged = finish(recorded, termsFor(resource, options).street, warn);
    const documents = OUTPUTS[request.emit].documents(merged, { request, warn });
    const entry = isLocking ? toEntry(merged.graph, recorded) : undefined;
    return {
      request: resource,
      graph: merged.graph,
      form: request.emit,
      namespace: request.workloads.namespace,
      documents,
      isApplied: request.autoApply,
      locked,
      entry,
    };
  });
  const duplicates = findDuplicates(done, options.scopeOf);
  const atFault = new Set(duplicates.map(({ resource }) => resource));
  const notApplied = done.filter((rendered) => !rendered.isApplied).map(notAppliedFinding);
  const used = isLocking ? [] : usedLocks(done.flatMap(({ locked }) => locked ?? []));
  return {
    graphs: done.filter(({ request }) => !atFault.has(request)),
    findings: [
      ...findings,
      ...duplicates,
      ...findSeeing(done, options),
      ...notApplied,
      ...used,
      ...nearEngines(answered),
      ...(isLocking ? [] : clusterNeeds(done)),
    ],
  };
}

/** The first half of the street alone: what was considered and picked for every request. */
export function profileResources(requests: readonly Resource[], options: RenderOptions): ProfileReport {
  const { done, findings } = attemptAll(requests, options, (resource, { request, recorded }) => {
    return { resource, request, profile: recorded.profile };
  });
  return { profiles: done, findings: [...findings, ...nearEngines(done)] };
}

/** The second half of the street; what a cluster made needs only its end. */
function finish({ request, recorded: { profile } }: RecordedRequest, street: Street, warn: Warn): Made {
  const made = profile.pinned ?? street.graph(request, profile, warn);
  return street.merge(made, { request, profile, warn });
}

type Attempt<T> = (resource: Resource, recorded: RecordedRequest, warn: Warn) => T;

function attemptAll<T>(requests: readonly Resource[], options: RenderOptions, attempt: Attempt<T>) {
  const done: T[] = [];
  const findings: ResourceFinding[] = [];
  for (const [position, resource] of requests.entries()) {
    options.onStart?.(resource, position);
    const own: Finding[] = [];
    const result = attemptOne(resource, options, attempt, own);
    for (const finding of listed(own, resource)) findings.push({ ...finding, resource });
    if (result !== undefined && !own.some(isError)) done.push(result);
  }
  return { done, findings };
}

function attemptOne<T>(
  resource: Resource,
  options: RenderOptions,
  attempt: Attempt<T>,
  found: Finding[],
): T | undefined {
  const terms = termsFor(resource, options);
  const located = { ...resource, locate: locateValue(resource, terms.defaults) };
  const warn: Warn = (code, details) => {
    const origin = details.origin ?? located.locate(details.path ?? '');
    found.push(findingOf(code, { ...details, origin }, terms.isStrict));
  };
  try {
    return attempt(resource, recordedRequest(located, terms, { lock: options.lock, warn }), warn);
  } catch (error) {
    const errors = error instanceof RenderErrors ? error.errors : [error];
    for (const one of errors) {
      if (!(one instanceof RenderError)) throw one;
      found.push(one.toFinding(located.locate(one.path ?? '')));
    }
    return undefined;
  }
}

/** The first half of the street, where a lock may stand in for the profiler. */
function recordedRequest(resource: Resource, terms: Terms, looking: Looking): RecordedRequest {
  const { street } = terms;
  const { request, inputs, locked } = lookUp(resource, terms, looking);
  const recorded = locked
    ? recordedIn(locked, request, street.nodeGpus(request))
    : recordProfile(street.profile, request);
  repeatWarnings(request, recorded.warnings, looking.warn);
  return { request, inputs, recorded, locked };
}

/** Where a request is looked up, and who is told about it. */
interface Looking {
  readonly lock: LockOptions | undefined;
  readonly warn: Warn;
}

/** A request with the entry that holds for it, before anything is profiled. Throws what is wrong with either. */
export function lookUp(
  resource: Resource,
  { street, defaults, isFrozen = false }: Terms,
  { lock: given, warn }: Looking,
): Omit<RecordedRequest, 'recorded'> {
  const isFailing = isFrozen && given?.whenUnlocked === 'warn';
  const lock = given && isFailing ? { ...given, whenUnlocked: 'fail' as const } : given;
  const acceptsThorough = lock !== undefined && hasClusterEntry(lock.locks, resource);
  const request = taking(street.parse(resource, { ...defaults, acceptsThorough }, warn), lock);
  const inputs = inputsFor(resource, street.inputs(request));
  const locked = lock && lockedResult(request, inputs, lock, warn);
  if (locked?.entry.cluster === undefined) requireRapid(request);
  return { request, inputs, locked };
}

/** A request with the row that is to be taken of it. */
function taking(request: Request, lock: LockOptions | undefined): Request {
  const take = lock?.takeOf?.(request);
  return take === undefined ? request : { ...request, wishes: { ...request.wishes, take } };
}

/** What a result of the request may depend on; a graph from a cluster holds whatever its spec says. */
export function inputsFor({ object }: Resource, profile: JsonObject): LockInputs {
  return { profile, cluster: { ...profile, spec: digestOf(object.spec ?? null) } };
}

/** Graphs of one scope whose frontends and workers would meet. */
function findSeeing(graphs: readonly RenderedGraph[], options: RenderOptions): ResourceFinding[] {
  const sighted = graphs.flatMap(({ request: resource, graph, namespace }) => {
    return sightsOf(graph, { resource, path: 'metadata.name' }, namespace).map((one) => {
      return { ...one, place: `${options.scopeOf?.(resource) ?? ''}\n${one.place}` };
    });
  });
  return findSights(sighted, (request) => termsFor(request, options).isStrict);
}

/** Two requests of one scope that would write the same object: the later one is at fault. */
function findDuplicates(graphs: readonly RenderedGraph[], scopeOf: RenderOptions['scopeOf']): ResourceFinding[] {
  const first = new Map<string, Resource>();
  return graphs.flatMap(({ request, documents }) =>
    documents.flatMap((object) => {
      const identity = `${scopeOf?.(request) ?? ''}\n${identityOf(object)}`;
      const other = first.get(identity);
      first.set(identity, other ?? request);
      return other ? [duplicateFinding(request, object, other)] : [];
    }),
  );
}

function duplicateFinding(resource: Resource, object: JsonObject, other: Resource): ResourceFinding {
  const { kind, name, namespace } = refOf(object);
  const what = isGraph(object) ? 'graph' : kind;
  const place = other.origin.file === '' ? refOf(other.object).name : `${other.origin.file}:${other.origin.line ?? 1}`;
  return findingOf('REQUEST_DUPLICATE', {
    message: `the ${what} ${namespace === undefined ? name : `${namespace}/${name}`} is already made by the request ${place}`,
    path: 'metadata.name',
    hint:
      what === 'graph'
        ? 'rename one of the requests, or set overrides.dgd.metadata.name'
        : `let one request make the ${what}, and the others use it`,
    origin: resource.locate('metadata.name'),
    resource,
  });
}

function notAppliedFinding({ request: resource, graph }: RenderedGraph): ResourceFinding {
  return findingOf('NOT_APPLIED', {
    message: `autoApply is false: the graph ${refOf(graph).name} is for review only`,
    path: 'spec.autoApply',
    origin: resource.locate('spec.autoApply'),
    resource,
  });
}
