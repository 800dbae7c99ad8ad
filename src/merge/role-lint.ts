import { serviceArgs } from '../dgd/services.ts';
import type { Warn } from '../errors.ts';
import { missingTokens } from '../graph/args.ts';
import { GRAPH_BACKENDS, workerName } from '../graph/backends.ts';
import { MODE_ROLES } from '../graph/plan.ts';
import type { JsonObject } from '../json.ts';
import type { Profile } from '../profile.ts';
import type { Request } from '../request/request.ts';
import { serviceOverridePath } from './paths.ts';

/**
 * Warns with ROLE_FLAGS_MISSING about workers of a disaggregated graph whose override took the flags away that tell them
 * their role: such a worker serves alone. The reference loses the flags itself, so nothing is said under its compat.
 */
export function lintRoles(graph: JsonObject, request: Request, profile: Profile, warn: Warn): void {
  if (request.compat === 'reference' || request.features.mocker) return;
  const { roleFlags } = GRAPH_BACKENDS[profile.backend];
  for (const role of MODE_ROLES[profile.chosen]) {
    const service = workerName(profile.backend, role, request.target);
    const missing = missingTokens(roleFlags[role], serviceArgs(graph, service)).filter((token) =>
      token.startsWith('--'),
    );
    if (missing.length === 0) continue;
    const path = serviceOverridePath(request, service);
    warn('ROLE_FLAGS_MISSING', {
      message: `${service} is not told that it does ${role}: its arguments lack ${missing.join(', ')}`,
      path,
      hint: `append to the generated arguments of ${service} instead of replacing them, or repeat these flags`,
      origin: request.locate(path),
    });
  }
}
