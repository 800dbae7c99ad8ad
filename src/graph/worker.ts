import type { Warn } from '../errors.ts';
import type { Profile } from '../profile/profile.ts';
import { releaseFacts } from '../releases.ts';
import type { Request } from '../request/request.ts';
import type { EngineWorker, GraphBackend } from './backend.ts';
import { hardwareFacts } from './facts.ts';
import type { PickedWorker } from './plan.ts';
import { SLACK_TOKENS } from './rules.ts';

/** Lengths that the reference uses for graphs sized without measurements, whatever the request says. */
const NAIVE_REFERENCE = { isl: 4000, osl: 1000 };

/** A planned worker with the facts that its engine's flags depend on. */
export function engineWorker(request: Request, profile: Profile, plan: PickedWorker): EngineWorker {
  const naive = profile.naive !== undefined;
  const { isl, osl } = naive && !request.mends.forwardsLengths ? NAIVE_REFERENCE : request.workload;
  const wanted = isl + osl + SLACK_TOKENS;
  const release = releaseFacts(request.target);
  return {
    ...plan,
    model: request.model,
    engineVersion: profile.backendVersion,
    isMoe: profile.model.isMoe,
    nextn: naive ? 0 : profile.model.nextn,
    isl,
    osl,
    maxModelLen: request.mends.clampsContext ? Math.min(wanted, profile.model.contextLength ?? wanted) : wanted,
    writesContextLength: release.backends.vllm.writesContextLength || request.mends.keepsContextLength,
    facts: hardwareFacts(request.hardware.system),
    release,
  };
}

/** Warns with CONTEXT_CLAMPED where a context flag was held down to what the model can do. */
export function warnContext(
  request: Request,
  profile: Profile,
  backend: GraphBackend,
  workers: readonly EngineWorker[],
  warn: Warn,
): void {
  for (const worker of workers) {
    const wanted = worker.isl + worker.osl + SLACK_TOKENS;
    if (backend.contextFlag === undefined || worker.role !== 'agg' || worker.maxModelLen >= wanted) continue;
    warn('CONTEXT_CLAMPED', {
      message: `isl + osl + ${SLACK_TOKENS} is ${wanted} tokens, but ${request.model} has a context of ${profile.model.contextLength}; ${backend.contextFlag} is ${worker.maxModelLen}`,
      path: 'spec.workload',
      hint: `keep isl + osl at or below ${worker.maxModelLen - SLACK_TOKENS}`,
      origin: request.locate('spec.workload'),
    });
  }
}
