import type { Warn } from '../errors.ts';
import { ARGS_PATH, serviceArgs, updateIn } from '../graph/access.ts';
import { GRAPH_BACKENDS } from '../graph/backends.ts';
import { canonicalGraph } from '../graph/canonical.ts';
import { MODE_ROLES } from '../graph/plan.ts';
import type { JsonObject } from '../json.ts';
import type { Profile } from '../profile.ts';
import type { Request } from '../request/request.ts';
import { mergeOverride } from './deep-merge.ts';
import { applyIdentity, dgdName } from './identity.ts';
import { checkNameLengths } from './limits.ts';
import { readOverride } from './override.ts';
import { applyRouting } from './routing.ts';
import { lintRouting } from './routing-lint.ts';
import { addTolerations } from './tolerations.ts';

/**
 * The finished graph: routing, then `overrides.dgd`, tolerations, name, labels and annotations, in canonical form.
 * Throws OVERRIDE_INVALID, OVERRIDE_VERSION_UNSUPPORTED, ROUTING_INVALID, NAME_INVALID and NAME_TOO_LONG.
 */
export function mergeGraph(graph: JsonObject, request: Request, profile: Profile, warn: Warn): JsonObject {
  const dgd = dgdName(request);
  const override = readOverride({ request, warn, backend: GRAPH_BACKENDS[profile.backend] }, graph);
  const routed = applyRouting(graph, request, profile);
  const merged = applyOverride(routed, override, request, profile);
  const tolerating = addTolerations(merged, request.overrides.tolerations);
  checkNameLengths(tolerating, request, dgd, warn);
  const finished = canonicalGraph(applyIdentity(tolerating, request, profile, { name: dgd.name, warn }));
  lintRouting(finished, request, profile, warn);
  return finished;
}

/**
 * Merges once; under `compat: reference` twice, with the closing arguments in between, as ai-dynamo 1.3.1 does. A
 * mocker's graph takes the place of the engine's after the first time.
 */
function applyOverride(graph: JsonObject, override: JsonObject, request: Request, profile: Profile): JsonObject {
  if (request.compat === 'ours' || request.features.mocker) return mergeOverride(graph, override, request.compat);
  const open = changeWorkerArgs(graph, profile, (args, closing) => args.slice(0, args.length - closing.length));
  const once = mergeOverride(open, override, 'reference');
  const closed = changeWorkerArgs(once, profile, (args, closing) => [...args, ...closing]);
  return mergeOverride(closed, override, 'reference');
}

function changeWorkerArgs(
  graph: JsonObject,
  profile: Profile,
  change: (args: readonly string[], closing: readonly string[]) => readonly string[],
): JsonObject {
  const { services, closingArgs } = GRAPH_BACKENDS[profile.backend];
  if (closingArgs.length === 0) return graph;
  return MODE_ROLES[profile.chosen].reduce((current, role) => {
    const { name } = services[role];
    const args = change(serviceArgs(current, name), closingArgs);
    return updateIn(current, ['spec', 'services', name, ...ARGS_PATH], () => [...args]);
  }, graph);
}
