import { serviceArgs } from '../../dgd/services.ts';
import { flagValue, missingTokens } from '../../graph/args.ts';
import { GRAPH_BACKENDS, workerName } from '../../graph/backends.ts';
import { MODE_ROLES } from '../../graph/plan.ts';
import type { JsonObject } from '../../json.ts';
import { releaseFacts } from '../../releases.ts';
import type { Finishing } from '../context.ts';
import { serviceOverridePath } from '../override-paths.ts';

/**
 * Warns with ROLE_FLAGS_MISSING about workers of a disaggregated graph whose override took the flags away that tell them
 * their role: such a worker serves alone. The reference loses the flags itself.
 */
export function lintRoles(graph: JsonObject, { request, profile, warn, mends }: Finishing): void {
  if (!mends.warnsAboutLostRoles || request.features.mocker) return;
  const { roleFlags } = GRAPH_BACKENDS[profile.backend];
  for (const role of MODE_ROLES[profile.chosen]) {
    const service = workerName(profile.backend, role, request.target);
    const missing = missingTokens(roleFlags[role](releaseFacts(request.target)), serviceArgs(graph, service)).filter(
      (token) => token.startsWith('--'),
    );
    if (missing.length === 0) continue;
    const path = serviceOverridePath(request.overrides.dgd, service);
    warn('ROLE_FLAGS_MISSING', {
      message: `${service} is not told that it does ${role}: its arguments lack ${missing.join(', ')}`,
      path,
      hint: `append to the generated arguments of ${service} instead of replacing them, or repeat these flags`,
      origin: request.locate(path),
    });
  }
}

/**
 * Warns with ENGINE_FLAG_REFUSED about values that the reference writes and that the engine's argument parser does not take, so
 * that the worker would exit.
 */
export function lintEngineFlags(graph: JsonObject, { request, profile, warn, mends }: Finishing): void {
  if (!mends.warnsAboutRefusedFlags || request.features.mocker) return;
  for (const role of MODE_ROLES[profile.chosen]) {
    const service = workerName(profile.backend, role, request.target);
    const args = serviceArgs(graph, service);
    for (const { flag, value } of GRAPH_BACKENDS[profile.backend].refused) {
      if (flagValue(args, flag) !== value) continue;
      warn('ENGINE_FLAG_REFUSED', {
        message: `${service} is started with ${flag} ${value}, as the reference does, but no ${profile.backend} of Dynamo 1.0 to 1.6 takes that value`,
        path: 'spec.backend',
        hint: 'use another backend, or replace the arguments of the worker with a v1beta1 override (targets from 1.4)',
        origin: request.locate('spec.backend'),
      });
    }
  }
}
