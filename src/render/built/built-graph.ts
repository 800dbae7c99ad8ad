import { runtimeRelease } from '../../dgd/rules/runtime-images.ts';
import { graphServices, graphVersion } from '../../dgd/services.ts';
import type { ErrorCode, FindingDetails, WarningCode } from '../../errors.ts';
import type { JsonObject } from '../../json.ts';
import { refOf } from '../../krm/identity.ts';
import type { Resource } from '../../krm/resource.ts';
import type { ResourceFinding } from '../../krm/results.ts';
import { ADMISSION_CODES, graphProblems } from '../../merge/finish/admit.ts';
import { nameProblems } from '../../merge/finish/name-lengths.ts';
import { graphPath } from '../../merge/finish/problems.ts';
import { firstRelease, isBefore, printRelease, type Release } from '../../releases.ts';
import { ASSUMED } from '../../request/target.ts';

/** How built graphs are looked at. */
export interface BuiltOptions {
  /** Release of the operator; undefined to have it from each graph. */
  readonly target: Release | undefined;
  /** Whether warnings count as errors. */
  readonly isStrict: boolean;
}

/** A finding about a built resource, at the line of its field. */
export function builtFinding(
  resource: Resource,
  code: ErrorCode | WarningCode,
  details: FindingDetails & { readonly severity: 'error' | 'warning' },
): ResourceFinding {
  return { ...details, code, resource, origin: resource.locate(details.path ?? '') };
}

/**
 * What the API server, the operator's webhook and its limits for names have against a graph as it was built. Kustomize may
 * have given it another name than it was rendered with, and patches another shape.
 */
export function checkBuiltGraph(resource: Resource, { target, isStrict }: BuiltOptions): ResourceFinding[] {
  const warning = isStrict ? 'error' : 'warning';
  const { release, assumption } = releaseOf(resource.object, target);
  const { name } = refOf(resource.object);
  const { tooLong, risky } = nameProblems(resource.object, name);
  const problems = graphProblems(resource.object, release).map(({ severity, path, message, hint }) => {
    const details = {
      severity: severity === 'error' ? severity : warning,
      path: graphPath(path),
      message,
      hint,
    } as const;
    return builtFinding(resource, ADMISSION_CODES[severity], details);
  });
  const path = 'metadata.name';
  return [
    ...(assumption === undefined
      ? []
      : [builtFinding(resource, 'TARGET_ASSUMED', { severity: warning, ...assumption })]),
    ...problems,
    ...(tooLong === undefined
      ? []
      : [
          builtFinding(resource, 'NAME_TOO_LONG', {
            severity: 'error',
            path,
            message: tooLong.message,
            hint: shorten(tooLong.longest),
          }),
        ]),
    ...risky.map(({ message, budget }) =>
      builtFinding(resource, 'NAME_LONG', { severity: warning, path, message, hint: shorten(Math.max(budget, 1)) }),
    ),
  ];
}

function shorten(most: number): string {
  return `shorten the name, or the prefix or suffix it was built with, to at most ${most} characters`;
}

/**
 * The release whose operator a graph is for: the target, else the newest that its images tell. A v1beta1 graph is for 1.4 at
 * least, since none is rendered for an older one, whatever image it was given.
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
  if (newest !== undefined) return { release: isBefore(newest, least) ? least : newest };
  const release = version === 'v1beta1' ? least : ASSUMED;
  const message = `no image tells the Dynamo release of the graph; ${printRelease(release)} is assumed`;
  return { release, assumption: { path: 'spec', message, hint: 'name the release of the operator with --target' } };
}
