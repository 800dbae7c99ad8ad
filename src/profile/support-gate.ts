import type { Warn } from '../errors.ts';
import type { Architecture } from '../models/architecture.ts';
import type { PerfData } from '../perfdb/perfdb.ts';
import type { ProfileRequest } from '../request/request.ts';
import type { Backend } from '../serving.ts';
import { wantedBackends } from './measured.ts';

/** What the support matrix says of a model on one backend and system, counted over its disaggregated runs. */
export interface SupportAnswer {
  readonly backend: Backend;
  /** Runs of the model itself; for a model without any, those of its architecture; none of either. */
  readonly source: 'matrix' | 'majority' | 'none';
  readonly isSupported: boolean;
  readonly pass: number;
  readonly total: number;
}

/**
 * Whether the reference would model the request with each backend it may end with, or only size it from memory: a
 * listed model needs one run that passed, any other more than half of the runs of its architecture.
 * Source: aiconfigurator 0.10.0, sdk/common.py, `check_support`.
 */
export function askSupport(
  request: ProfileRequest,
  architecture: Architecture,
  data: PerfData,
): readonly SupportAnswer[] {
  const { system } = request.hardware;
  const matrix = data.support();
  return wantedBackends(request).map((backend) => {
    const own = matrix.byModel(request.model, system, backend);
    if (own !== undefined) return { backend, source: 'matrix', isSupported: own.pass > 0, ...own };
    const kin = matrix.byArchitecture(architecture.name, system, backend);
    return { backend, source: kin.total > 0 ? 'majority' : 'none', isSupported: kin.pass * 2 > kin.total, ...kin };
  });
}

/** Says in words what the support matrix answered. */
export function supportInWords({ backend, source, pass, total }: SupportAnswer): string {
  const counted = `${pass} of ${total} recorded`;
  return {
    matrix: `${counted} runs of the model with ${backend} passed`,
    majority: `${counted} runs of its architecture with ${backend} passed`,
    none: `no run of the model or its architecture with ${backend} is recorded`,
  }[source];
}

/** Warns where the picked backend is not one that runs of the model itself vouch for. */
export function warnAboutSupport(request: ProfileRequest, answer: SupportAnswer | undefined, warn: Warn): void {
  if (answer === undefined || (answer.source === 'matrix' && answer.isSupported)) return;
  warn('SUPPORT_INFERRED', {
    message: `the support matrix does not vouch for ${request.model} on ${request.hardware.system}: ${supportInWords(answer)}`,
    path: 'spec.model',
    origin: request.locate('spec.model'),
  });
}
