import type { GraphProblem } from '../../dgd/problem.ts';
import { graphServices, graphVersion, runtimeRelease } from '../../dgd/services.ts';
import { type Code, type FindingDetails, findingOf } from '../../errors.ts';
import { gpuMismatches, lostModels } from '../../graph/worker-fit.ts';
import type { JsonObject } from '../../json.ts';
import { annotationsOf } from '../../krm/annotations.ts';
import { doubtsOf } from '../../krm/doubts.ts';
import { refOf } from '../../krm/identity.ts';
import type { Resource } from '../../krm/resource.ts';
import type { ResourceFinding } from '../../krm/results.ts';
import { ADMISSION_CODES, graphProblems } from '../../merge/finish/admit.ts';
import { nameProblems } from '../../merge/finish/name-lengths.ts';
import { graphPath } from '../../merge/finish/problems.ts';
import { topologyWords } from '../../merge/finish/profile-line.ts';
import { firstRelease, isBefore, printRelease, type Release } from '../../releases.ts';
import { ASSUMED } from '../../request/target.ts';
import { MODES } from '../../serving.ts';

/** How built graphs are looked at. */
export interface BuiltOptions {
  /** Release of the operator; undefined to have it from each graph. */
  readonly target: Release | undefined;
  /** Whether warnings count as errors. */
  readonly isStrict: boolean;
}

/** A finding about a built resource, at the line of its field. */
export function builtFinding(
  code: Code,
  details: FindingDetails & { readonly resource: Resource },
  isStrict = false,
): ResourceFinding {
  return findingOf(code, { ...details, origin: details.resource.locate(details.path ?? '') }, isStrict);
}

/**
 * What the API server, the operator's webhook and its limits for names have against a graph as it was built. Kustomize may
 * have given it another name than it was rendered with, and patches another shape.
 */
export function checkBuiltGraph(resource: Resource, { target, isStrict }: BuiltOptions): ResourceFinding[] {
  const find = (code: Code, details: FindingDetails) => builtFinding(code, { ...details, resource }, isStrict);
  const { release, assumption } = releaseOf(resource.object, target);
  const { name } = refOf(resource.object);
  const { tooLong, risky } = nameProblems(resource.object, name);
  const problems = graphProblems(resource.object, release).map((problem) =>
    find(ADMISSION_CODES[problem.severity], toDetails(problem)),
  );
  const path = 'metadata.name';
  return [
    ...(assumption === undefined ? [] : [find('TARGET_ASSUMED', assumption)]),
    ...doubtsOf(resource).map(({ code, note }) => find(code, note)),
    ...problems,
    ...gpuMismatches(resource.object).map((problem) => find('GPUS_MISMATCH', toDetails(problem))),
    ...lostModels(resource.object).map((problem) => find('MODEL_FLAG_MISSING', toDetails(problem))),
    ...outdatedProfile(resource.object).map((details) => find('PROFILE_OUTDATED', details)),
    ...(tooLong === undefined
      ? []
      : [find('NAME_TOO_LONG', { path, message: tooLong.message, hint: shorten(tooLong.longest) })]),
    ...risky.map(({ message, budget }) => find('NAME_LONG', { path, message, hint: shorten(Math.max(budget, 1)) })),
  ];
}

function toDetails({ path, message, hint }: GraphProblem): FindingDetails {
  return { path: graphPath(path), message, hint };
}

const PROFILE = 'dgdr-render.dev/profile';

/** An annotation of ours that tells of another topology than the graph has, whose latencies are then those of another. */
function outdatedProfile(graph: JsonObject): FindingDetails[] {
  const said = annotationsOf(graph)[PROFILE];
  const mode = MODES.find((name) => said?.startsWith(`${name} `));
  // What a cluster made names its services as that cluster does.
  if (said === undefined || mode === undefined || said.endsWith('profiled in a cluster')) return [];
  const [topology = ''] = said.split(', ');
  const found = topologyWords(graph, mode);
  if (found === topology) return [];
  const message = `the annotation says ${topology}, but the graph has ${found ?? 'other workers'}`;
  const hint =
    'say the change in overrides.dgd of the request and render it again, or remove the annotation with the patch';
  return [{ path: `metadata.annotations.${PROFILE}`, message, hint }];
}

function shorten(most: number): string {
  return `shorten the name, or the prefix or suffix it was built with, to at most ${most} characters`;
}

/**
 * The release whose operator a graph is for: the target, else the newest that its images tell, and at least the first one that
 * graphs of its version are rendered for (1.4 for v1beta1), whatever image it was given.
 */
function releaseOf(
  graph: JsonObject,
  target: Release | undefined,
): { readonly release: Release; readonly assumption?: FindingDetails } {
  if (target !== undefined) return { release: target };
  const version = graphVersion(graph);
  const least = firstRelease((facts) => facts.graphVersion === version) ?? ASSUMED;
  const told = graphServices(graph).flatMap((service) => runtimeRelease(service) ?? []);
  const newest = told.reduce<Release | undefined>((best, one) => (best && isBefore(one, best) ? best : one), undefined);
  const release = isBefore(newest ?? ASSUMED, least) ? least : (newest ?? ASSUMED);
  if (newest !== undefined) return { release };
  const message = `no image tells the Dynamo release of the graph; ${printRelease(release)} is assumed`;
  return { release, assumption: { path: 'spec', message, hint: 'name the release of the operator with --target' } };
}
