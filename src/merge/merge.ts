import { canonicalGraph } from '../graph/canonical.ts';
import type { Made } from '../graph/made.ts';
import { type Given, onGraph, onlyLook, type Step } from './context.ts';
import { convertToTarget } from './convert.ts';
import { admit } from './finish/admit.ts';
import { lintCards } from './finish/card-lint.ts';
import { dgdName } from './finish/dgd-name.ts';
import { lintFit } from './finish/fit-lint.ts';
import { lintVariables, preventSubstitution } from './finish/flux-variables.ts';
import { applyIdentity } from './finish/graph-identity.ts';
import { applyImageMirrors } from './finish/image-mirrors.ts';
import { checkNameLengths } from './finish/name-lengths.ts';
import { lintEngineFlags, lintRoles } from './finish/role-lint.ts';
import { addRuntimeVersion } from './finish/runtime-version.ts';
import { withoutServerFields } from './finish/server-fields.ts';
import { addTolerations } from './finish/tolerations.ts';
import { applyOverride } from './override/apply-override.ts';
import { foldEngineSettings } from './override/engine-settings.ts';
import { requestLimitedGpus } from './override/request-gpus.ts';
import { applyRouting } from './routing/apply-routing.ts';
import { lintRouterSettings } from './routing/router-lint.ts';
import { lintRouting } from './routing/routing-lint.ts';

/**
 * What is done to a graph on its way out, in this order. Routing comes before the override, which has the last word; names
 * and images when nothing can set others any more; the checks last, on what is delivered.
 */
const STEPS: readonly Step[] = [
  { name: 'server fields', only: 'pinned', run: onGraph(withoutServerFields) },
  { name: 'routing', run: onGraph(applyRouting) },
  { name: 'override', only: 'generated', run: applyOverride },
  { name: 'requests of GPUs', only: 'generated', run: onGraph(requestLimitedGpus) },
  { name: 'engine settings', only: 'generated', run: onGraph(foldEngineSettings) },
  { name: 'runtime version', only: 'generated', run: onGraph(addRuntimeVersion) },
  { name: 'version of the target', only: 'pinned', run: convertToTarget },
  { name: 'tolerations', only: 'generated', run: onGraph(addTolerations) },
  { name: 'lengths of names', run: onlyLook(checkNameLengths) },
  { name: 'image mirrors', run: onGraph(applyImageMirrors) },
  { name: 'identity', run: applyIdentity },
  { name: "Flux's substitution", run: preventSubstitution },
  { name: 'canonical form', run: onGraph(canonicalGraph) },
  { name: 'admission', run: onlyLook(admit) },
  { name: 'role flags', run: onlyLook(lintRoles) },
  { name: 'engine flags', run: onlyLook(lintEngineFlags) },
  { name: 'GPUs and models of workers', only: 'generated', run: onlyLook(lintFit) },
  { name: 'cards', only: 'generated', run: onlyLook(lintCards) },
  { name: 'routing by events', run: onlyLook(lintRouting) },
  { name: 'router settings', run: onlyLook(lintRouterSettings) },
  { name: 'variables', run: lintVariables },
];

/** The steps of a kind of graph. */
export function stepsFor(kind: NonNullable<Step['only']>): readonly Step[] {
  return STEPS.filter(({ only }) => only === undefined || only === kind);
}

/**
 * The finished graph in the version of the target, checked as an API server would, and what it needs beside itself. `made` is
 * what `buildGraph` gives, v1alpha1 whatever the target, or what a cluster made of the request, overrides included, where the
 * profile is pinned to that.
 * Throws OVERRIDE_INVALID, OVERRIDE_VERSION_UNSUPPORTED, CONVERSION_IMPOSSIBLE, ROUTING_INVALID, NAME_INVALID,
 * NAME_TOO_LONG and ADMISSION_REFUSED.
 */
export function mergeGraph(made: Made, given: Given): Made {
  const { request, profile } = given;
  const context = { ...given, name: dgdName(request), mends: request.mends, generated: made.graph };
  const steps = stepsFor(profile.pinned === undefined ? 'generated' : 'pinned');
  return steps.reduce((current, { run }) => run(current, context), made);
}
