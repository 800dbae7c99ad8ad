import { type Finding, RenderError, RenderErrors, type Warn } from './errors.ts';
import { buildGraph } from './graph/graph.ts';
import type { JsonObject } from './json.ts';
import { identityOf, refOf } from './krm/identity.ts';
import type { Resource } from './krm/resource.ts';
import type { ResourceFinding } from './krm/results.ts';
import { type Merged, mergeGraph } from './merge/merge.ts';
import type { PerfData } from './perfdb/perfdb.ts';
import { contextParallelRows } from './profile/context-parallel.ts';
import { pickedOperationTimes, type StepTimes } from './profile/operation-times.ts';
import { type Profile, profileRequest, type Row, type SuppliedModels, withModels } from './profile.ts';
import { parseRequest } from './request/parse-request.ts';
import type { Request, RequestDefaults } from './request/request.ts';

/** The stations of the street; each throws `RenderError` or `RenderErrors` for what a user can mend. */
export interface Street {
  readonly parse: (resource: Resource, defaults: RequestDefaults, warn: Warn) => Request;
  readonly profile: (request: Request, warn: Warn) => Profile;
  readonly graph: (request: Request, profile: Profile, warn: Warn) => JsonObject;
  readonly merge: (graph: JsonObject, request: Request, profile: Profile, warn: Warn) => Merged;
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
  return {
    parse: parseRequest,
    profile: (request, warn) => profileRequest(request, data, warn),
    graph: buildGraph,
    explain: (request, profile) => ({
      steps: pickedOperationTimes(request, profile, data),
      contextParallel: contextParallelRows(request, profile.explanation, data),
    }),
    merge: mergeGraph,
  };
}

export interface RenderOptions {
  readonly street: Street;
  /** What requests leave out. */
  readonly defaults: RequestDefaults;
  /** Whether warnings count as errors. */
  readonly isStrict: boolean;
}

/** A request with the graph that takes its place. */
export interface RenderedGraph extends Merged {
  readonly request: Resource;
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
  const { street } = options;
  const { done, findings } = attemptAll(requests, options, (resource, request, profile, warn) => {
    const merged = street.merge(street.graph(request, profile, warn), request, profile, warn);
    return { request: resource, ...merged, isApplied: request.autoApply };
  });
  const duplicates = findDuplicates(done);
  const notApplied = done.filter((rendered) => !rendered.isApplied).map(notAppliedFinding);
  return {
    graphs: done.filter(({ request }) => !duplicates.some((duplicate) => duplicate.resource === request)),
    findings: [...findings, ...duplicates, ...notApplied],
  };
}

/** The first half of the street alone: what was considered and picked for every request. */
export function profileResources(requests: readonly Resource[], options: RenderOptions): ProfileReport {
  const { done, findings } = attemptAll(requests, options, (_resource, request, profile) => ({ request, profile }));
  return { profiles: done, findings };
}

type Attempt<T> = (resource: Resource, request: Request, profile: Profile, warn: Warn) => T;

function attemptAll<T>(requests: readonly Resource[], options: RenderOptions, attempt: Attempt<T>) {
  const done: T[] = [];
  const findings: ResourceFinding[] = [];
  for (const resource of requests) {
    const own: Finding[] = [];
    const result = attemptOne(resource, options, attempt, own);
    findings.push(...own.map((finding) => ({ ...finding, resource })));
    if (result !== undefined && !own.some((finding) => finding.severity === 'error')) done.push(result);
  }
  return { done, findings };
}

function attemptOne<T>(
  resource: Resource,
  options: RenderOptions,
  attempt: Attempt<T>,
  found: Finding[],
): T | undefined {
  const { street, defaults, isStrict } = options;
  const severity = isStrict ? 'error' : 'warning';
  const warn: Warn = (code, details) => {
    found.push({ ...details, severity, code, origin: details.origin ?? resource.locate(details.path ?? '') });
  };
  try {
    const request = street.parse(resource, defaults, warn);
    return attempt(resource, request, street.profile(request, warn), warn);
  } catch (error) {
    const errors = error instanceof RenderErrors ? error.errors : [error];
    for (const one of errors) {
      if (!(one instanceof RenderError)) throw one;
      found.push(one.toFinding(resource.locate(one.path ?? '')));
    }
    return undefined;
  }
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
