import { type Finding, RenderError, RenderErrors, type Warn } from '../errors.ts';
import { buildGraph } from '../graph/graph.ts';
import type { JsonObject } from '../json.ts';
import { identityOf, refOf } from '../krm/identity.ts';
import type { Resource } from '../krm/resource.ts';
import type { ResourceFinding } from '../krm/results.ts';
import { hasClusterEntry, type LockInputs } from '../lock/find-entry.ts';
import type { LockEntry } from '../lock/lock-entry.ts';
import { finishPinned, type Merged, mergeGraph } from '../merge/merge.ts';
import type { PerfData } from '../perfdb/perfdb.ts';
import { contextParallelRows } from '../profile/context-parallel.ts';
import { pickedOperationTimes, type StepTimes } from '../profile/operation-times.ts';
import {
  type PinnedGraph,
  type Profile,
  profileRequest,
  type Row,
  type SuppliedModels,
  withModels,
} from '../profile/profile.ts';
import { type RecordedProfile, recordProfile, rememberProfiles, repeatWarnings } from '../profile/remember.ts';
import { requireRapid } from '../request/features.ts';
import { digestOf, profileInputs } from '../request/inputs.ts';
import { parseRequest } from '../request/parse-request.ts';
import type { ProfileRequest, Request, RequestDefaults } from '../request/request.ts';
import { isError, listed } from './listed-findings.ts';
import { toEntry } from './lock-entries.ts';
import { type LockedResult, type LockOptions, lockedResult, recordedIn, usedLocks } from './locked.ts';

/** The stations of the street; each throws `RenderError` or `RenderErrors` for what a user can mend. */
export interface Street {
  readonly parse: (resource: Resource, defaults: RequestDefaults, warn: Warn) => Request;
  /** Everything that the profile of a request depends on besides the measured data. */
  readonly inputs: (request: ProfileRequest) => JsonObject;
  readonly profile: (request: ProfileRequest, warn: Warn) => Profile;
  readonly graph: (request: Request, profile: Profile, warn: Warn) => JsonObject;
  readonly merge: (graph: JsonObject, request: Request, profile: Profile, warn: Warn) => Merged;
  /** Takes the place of `graph` and `merge` for a graph that a cluster made. */
  readonly finishPinned: (pinned: PinnedGraph, request: Request, profile: Profile, warn: Warn) => Merged;
  /** What only an explanation shows, since it is worked out anew. */
  readonly explain: (request: Request, profile: Profile) => Details;
}

/** Details behind a profile. */
export interface Details {
  readonly steps: readonly StepTimes[];
  /** Best rows that no flags of the backend express. */
  readonly contextParallel: readonly Row[];
}

/** The street over the measured data. */
export function openStreet(bundled: PerfData, models: SuppliedModels): Street {
  const data = withModels(bundled, models);
  const inputs = (request: ProfileRequest): JsonObject => ({
    ...profileInputs(request),
    ...modelInputs(request, models),
  });
  const profile: Street['profile'] = (request, warn) => profileRequest(request, data, warn);
  return {
    parse: parseRequest,
    inputs,
    profile: rememberProfiles(profile, (request) => digestOf(inputs(request))),
    graph: buildGraph,
    explain: (request, profile) => ({
      steps: pickedOperationTimes(request, profile, data),
      contextParallel: contextParallelRows(request, profile.explanation, data),
    }),
    merge: mergeGraph,
    finishPinned,
  };
}

/** A supplied configuration counts by its content. */
function modelInputs({ model }: ProfileRequest, models: SuppliedModels): JsonObject {
  const files = Object.hasOwn(models, model) ? models[model] : undefined;
  if (files === undefined) return {};
  const { config, hfQuantConfig = null } = files;
  return { modelConfig: digestOf({ config, hfQuantConfig }) };
}

export interface RenderOptions {
  readonly street: Street;
  /** What requests leave out. */
  readonly defaults: RequestDefaults;
  /** Whether warnings count as errors. */
  readonly isStrict: boolean;
  /** Results that requests keep; without it every request is profiled. */
  readonly lock?: LockOptions | undefined;
  /** Called before each request is worked on; `position` counts from 0. */
  readonly onStart?: ((request: Resource, position: number) => void) | undefined;
}

/** What a graph is made from. A profile has large tables, so that nothing keeps it longer than the graph takes. */
export interface Basis {
  readonly request: Request;
  readonly inputs: LockInputs;
  readonly recorded: RecordedProfile;
  /** Where the profile comes from, if it is not a new one. */
  readonly locked: LockedResult | undefined;
}

/** A request with the graph that takes its place. */
export interface RenderedGraph extends Merged {
  readonly request: Resource;
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
  readonly request: Request;
  readonly profile: Profile;
}

export interface ProfileReport {
  readonly profiles: readonly ProfiledRequest[];
  readonly findings: readonly ResourceFinding[];
}

/** Renders every request on its own: one that fails never hides another's problems. Pure but for reading the pack. */
export function renderResources(requests: readonly Resource[], options: RenderOptions): RenderReport {
  const { street, lock } = options;
  const isLocking = lock?.whenUnlocked === 'pick';
  const { done, findings } = attemptAll(requests, options, (resource, basis, warn): RenderedGraph => {
    const merged = finish(basis, street, warn);
    const entry = isLocking ? toEntry(merged.graph, basis) : undefined;
    return { request: resource, ...merged, isApplied: basis.request.autoApply, locked: basis.locked, entry };
  });
  const duplicates = findDuplicates(done);
  const atFault = new Set(duplicates.map(({ resource }) => resource));
  const notApplied = done.filter((rendered) => !rendered.isApplied).map(notAppliedFinding);
  const used = isLocking ? [] : usedLocks(done.flatMap(({ locked }) => locked ?? []));
  return {
    graphs: done.filter(({ request }) => !atFault.has(request)),
    findings: [...findings, ...duplicates, ...notApplied, ...used],
  };
}

/** The first half of the street alone: what was considered and picked for every request. */
export function profileResources(requests: readonly Resource[], options: RenderOptions): ProfileReport {
  const { done, findings } = attemptAll(requests, options, (_resource, { request, recorded }) => {
    return { request, profile: recorded.profile };
  });
  return { profiles: done, findings };
}

/** The second half of the street; what a cluster made needs only its end. */
function finish({ request, recorded: { profile } }: Basis, street: Street, warn: Warn): Merged {
  if (profile.pinned !== undefined) return street.finishPinned(profile.pinned, request, profile, warn);
  return street.merge(street.graph(request, profile, warn), request, profile, warn);
}

type Attempt<T> = (resource: Resource, basis: Basis, warn: Warn) => T;

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
  const severity = options.isStrict ? 'error' : 'warning';
  const warn: Warn = (code, details) => {
    found.push({ ...details, severity, code, origin: details.origin ?? resource.locate(details.path ?? '') });
  };
  try {
    return attempt(resource, basisOf(resource, options, warn), warn);
  } catch (error) {
    const errors = error instanceof RenderErrors ? error.errors : [error];
    for (const one of errors) {
      if (!(one instanceof RenderError)) throw one;
      found.push(one.toFinding(resource.locate(one.path ?? '')));
    }
    return undefined;
  }
}

/** The first half of the street, where a lock may stand in for the profiler. */
function basisOf(resource: Resource, { street, defaults, lock }: RenderOptions, warn: Warn): Basis {
  const acceptsThorough = lock !== undefined && hasClusterEntry(lock.locks, resource);
  const request = street.parse(resource, { ...defaults, acceptsThorough }, warn);
  const inputs = inputsFor(resource, street.inputs(request));
  const locked = lock && lockedResult(request, inputs, lock, warn);
  if (locked?.entry.cluster === undefined) requireRapid(request);
  const recorded = locked ? recordedIn(locked) : recordProfile(street.profile, request);
  repeatWarnings(request, recorded.warnings, warn);
  return { request, inputs, recorded, locked };
}

/** What a result of the request may depend on; a graph from a cluster holds whatever its spec says. */
export function inputsFor({ object }: Resource, profile: JsonObject): LockInputs {
  return { profile, cluster: { ...profile, spec: digestOf(object.spec ?? null) } };
}

/** Two requests that would write the same object: the later one is at fault. */
function findDuplicates(graphs: readonly RenderedGraph[]): ResourceFinding[] {
  const first = new Map<string, Resource>();
  return graphs.flatMap(({ request, graph, resources }) =>
    [...resources, graph].flatMap((object) => {
      const identity = identityOf(object);
      const other = first.get(identity);
      first.set(identity, other ?? request);
      return other ? [duplicateFinding(request, object, other)] : [];
    }),
  );
}

function duplicateFinding(resource: Resource, object: JsonObject, other: Resource): ResourceFinding {
  const { kind, name, namespace } = refOf(object);
  const what = object.kind === 'DynamoGraphDeployment' ? 'graph' : kind;
  const place = other.origin.file === '' ? refOf(other.object).name : `${other.origin.file}:${other.origin.line ?? 1}`;
  return {
    severity: 'error',
    code: 'REQUEST_DUPLICATE',
    message: `the ${what} ${namespace === undefined ? name : `${namespace}/${name}`} is already made by the request ${place}`,
    path: 'metadata.name',
    hint:
      what === 'graph'
        ? 'rename one of the requests, or set overrides.dgd.metadata.name'
        : `let one request make the ${what}, and the others use it`,
    origin: resource.locate('metadata.name'),
    resource,
  };
}

function notAppliedFinding({ request: resource, graph }: RenderedGraph): ResourceFinding {
  return {
    severity: 'info',
    code: 'NOT_APPLIED',
    message: `autoApply is false: the graph ${refOf(graph).name} is for review only`,
    path: 'spec.autoApply',
    origin: resource.locate('spec.autoApply'),
    resource,
  };
}
