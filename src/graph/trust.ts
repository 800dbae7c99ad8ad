import { RenderError } from '../errors.ts';
import type { Profile } from '../profile/profile.ts';
import { printRelease } from '../releases.ts';
import type { Request } from '../request/request.ts';
import { missingTokens, type OptionalFlag } from './args.ts';
import type { EngineWorker, GraphBackend } from './backend.ts';
import { isFilePath, type ModelSource } from './model-source.ts';

/** What a worker's trust in the code of its model goes by. */
interface TrustContext {
  readonly request: Request;
  readonly profile: Profile;
  readonly backend: GraphBackend;
  readonly model: ModelSource;
}

/** The field by which a request trusts the code of its model, in releases that know it. */
const TRUST_FIELD = 'spec.overrides.trustRemoteCode';

/**
 * The flag by which a worker may run the code that its model brings: where the request asks for it, and for a model in a
 * folder, which nobody changes unseen. `given` are the arguments that the worker has anyway.
 * Source: ai-dynamo 1.4.2 and 1.6.1, profiler/utils/dgd_materialization.py.
 * @throws RenderError REMOTE_CODE_UNTRUSTED for a model that can change at its origin, as profilers from 1.4 on do
 */
export function trustFlags(
  context: TrustContext,
  { release }: EngineWorker,
  given: readonly string[],
): readonly OptionalFlag[] {
  const { request, profile, backend, model } = context;
  const { trustRemoteCode: flag, needsTrust } = backend;
  const knowsField = release.requestFields.includes(TRUST_FIELD);
  const { writesRoleFlags } = request.mends;
  // A profiler that does not know the field reads past it, and refuses as if nobody had trusted the code.
  if (request.overrides.trustRemoteCode && (writesRoleFlags || knowsField))
    return writesRoleFlags || needsTrust ? [flag] : [];
  const isAsked = needsTrust && release.refusesCustomCode && profile.model.hasCustomCode === true;
  if (!isAsked || missingTokens([flag], given).length === 0) return [];
  if (isFilePath(model.path)) return [flag];
  throw untrusted(context, knowsField);
}

function untrusted({ request, backend, profile }: TrustContext, knowsField: boolean): RenderError {
  const { model, target, locate } = request;
  const { flag } = backend.trustRemoteCode;
  const how = knowsField
    ? `set ${TRUST_FIELD} to true`
    : `set ${flag} in the arguments of every worker in spec.overrides.dgd`;
  return new RenderError('REMOTE_CODE_UNTRUSTED', {
    message: `${model} brings code of its own (auto_map in its config.json), which ${profile.backend} runs only with ${flag}; the profiler of Dynamo ${printRelease(target)} refuses it unless the request trusts it`,
    path: 'spec.model',
    origin: locate('spec.model'),
    hint: `${how} if this code is meant to run`,
  });
}
