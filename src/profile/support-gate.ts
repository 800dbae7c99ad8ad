import type { Warn } from '../errors.ts';
import type { Architecture } from '../models/architecture.ts';
import { standInOf } from '../models/stand-ins.ts';
import type { PerfData } from '../perfdb/perfdb.ts';
import type { ProfileRequest } from '../request/request.ts';
import type { Backend } from '../serving.ts';
import { wantedBackends } from './measured.ts';

/** What the support matrix says of a model on one backend and system, counted over its disaggregated runs. */
export interface SupportAnswer {
  readonly backend: Backend;
  /** Runs of the model itself; for a model without any, those of its architecture; none of either, or none but assumed. */
  readonly source: 'matrix' | 'majority' | 'none' | 'assumed';
  readonly isSupported: boolean;
  readonly pass: number;
  readonly total: number;
}

/**
 * Whether the reference would model the request with each backend it may end with, or only size it from memory: a
 * listed model needs one run that passed, any other more than half of the runs of its architecture. What is another name of
 * a bundled model is asked for by that.
 * Source: aiconfigurator 0.10.0, sdk/common.py, `check_support`.
 */
export function askSupport(
  request: ProfileRequest,
  architecture: Architecture,
  data: PerfData,
): readonly SupportAnswer[] {
  const { system } = request.hardware;
  return wantedBackends(request).map((backend) => {
    const answer = askAt({ system, backend }, { architecture, data });
    const isAssumed =
      request.support === 'assumed' && canAssume(answer, architecture) && data.database(system, backend) !== undefined;
    return isAssumed ? { ...answer, source: 'assumed', isSupported: true } : answer;
  });
}

/** Whose runs are counted, in which data. */
interface Asked {
  readonly architecture: Architecture;
  readonly data: PerfData;
}

/** What the matrix says of a model at one place. */
export function askAt(
  { system, backend }: { readonly system: string; readonly backend: Backend },
  { architecture, data }: Asked,
): SupportAnswer {
  const matrix = data.support();
  const own = matrix.byModel(architecture.like ?? architecture.id, system, backend);
  if (own !== undefined) return { backend, source: 'matrix', isSupported: own.pass > 0, ...own };
  const kin = matrix.byArchitecture(architecture.name, system, backend);
  return { backend, source: kin.total > 0 ? 'majority' : 'none', isSupported: kin.pass * 2 > kin.total, ...kin };
}

/** Whether nothing but the want of a recorded run keeps a model from being ranked. */
export function canAssume({ source }: SupportAnswer, { model }: Architecture): boolean {
  return source === 'none' && model !== 'unmodelled';
}

/** Says in words what the support matrix answered. */
export function supportInWords({ backend, source, pass, total }: SupportAnswer): string {
  const counted = `${pass} of ${total} recorded`;
  return {
    matrix: `${counted} runs of the model with ${backend} passed`,
    majority: `${counted} runs of its architecture with ${backend} passed`,
    none: `no run of the model or its architecture with ${backend} is recorded`,
    assumed: `no run of the model or its architecture with ${backend} is recorded, support is assumed`,
  }[source];
}

/** Warns where the picked backend is not one that runs of the model itself vouch for. */
export function warnAboutSupport(
  request: ProfileRequest,
  { answer, architecture }: { readonly answer: SupportAnswer | undefined; readonly architecture: Architecture },
  warn: Warn,
): void {
  if (answer === undefined || (answer.source === 'matrix' && answer.isSupported)) return;
  const place = { path: 'spec.model', origin: request.locate('spec.model') };
  if (answer.source === 'assumed') {
    warn('SUPPORT_ASSUMED', {
      message: `no run of ${architecture.name} with ${answer.backend} is recorded on ${request.hardware.gpuSku}; ${request.model} is ranked as ${likenessInWords(architecture)}`,
      hint: 'measure the deployment against the latency targets, or leave support out to have it sized from memory',
      ...place,
    });
    return;
  }
  warn('SUPPORT_INFERRED', {
    message: `the support matrix does not vouch for ${request.model} on ${request.hardware.system}: ${supportInWords(answer)}`,
    ...place,
  });
}

/** As what a model without a recorded run is ranked, and in what its layers differ from that. */
export function likenessInWords({ name, standsFor, family }: Architecture): string {
  const standIn = standInOf(name);
  if (standIn === undefined || standsFor === name) return `a model of the family ${family}`;
  const { verdict, differences = 'none that is timed' } = standIn;
  const how = verdict === 'same' ? 'has the same layers' : 'is near';
  return `${standIn.like} (${family}), which ${how}; differences: ${differences}`;
}
