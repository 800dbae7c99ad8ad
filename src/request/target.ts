import { RenderError } from '../errors.ts';
import { PROJECT_FILE } from '../kinds.ts';
import { type EngineName, isBefore, newestRelease, printRelease, type Release, releaseFacts } from '../releases.ts';
import { show } from '../words.ts';
import { parseImage } from './image-syntax.ts';
import { type Compat, type Mends, mendsOf, RECORDED_REFERENCES } from './mends.ts';
import type { Report } from './report.ts';

const RELEASE = /^(0|[1-9]\d{0,3})\.(0|[1-9]\d{0,3})(?:\.(?:0|[1-9]\d{0,3}))?$/;

/** x.y.z at the start of an image tag, each at most four digits without leading zeros, as for `runtimeVersionOverride`. */
const TAG_RELEASE = /^v?((?:0|[1-9]\d{0,3})(?:\.(?:0|[1-9]\d{0,3})){2})(?!\d)/;

/** First release with DGDR v1beta1, and the last one whose differences are known. */
const OLDEST: Release = { major: 1, minor: 0 };
const NEWEST: Release = newestRelease();

/** What is assumed when nothing names a release: the one that the reference is of. */
export const ASSUMED: Release = { major: 1, minor: 3 };

/**
 * A Dynamo release such as `1.3` or `1.3.1`.
 * @throws RenderError TARGET_UNSUPPORTED when it is malformed or before 1.0; `path` names its field.
 */
export function parseTarget(text: string, path = 'spec.target'): Release {
  const match = RELEASE.exec(text);
  if (!match) {
    throw new RenderError('TARGET_UNSUPPORTED', {
      path,
      message: `target is ${show(text)}, wanted a Dynamo release such as 1.3`,
      hint: `write ${printRelease(ASSUMED)}`,
    });
  }
  const target = { major: Number(match[1]), minor: Number(match[2]) };
  if (isBefore(target, OLDEST)) {
    throw new RenderError('TARGET_UNSUPPORTED', {
      path,
      message: `target release is ${printRelease(target)}, which reads no DGDR of v1beta1; the first that does is ${printRelease(OLDEST)}`,
      hint: `set the target to ${printRelease(ASSUMED)} with spec.target of ${PROJECT_FILE} or of the function's config, or --target`,
    });
  }
  return target;
}

/** Where a release may be named, strongest first. */
interface TargetSources {
  readonly compat: Compat | undefined;
  readonly configured: string | undefined;
  readonly runtimeVersionOverride: string | undefined;
  readonly image: string;
}

/** What a request is rendered for, and by what. */
interface Goal {
  /** The release to write for. */
  readonly target: Release;
  /** The generation of the engine that profiles for it. */
  readonly engine: EngineName;
  readonly mends: Mends;
}

/**
 * The release to write for with the engine of its row, a warning when nothing names one. Runs of the reference write as the
 * recorded profiler of that release does, over the engine that it was recorded with; where none was, they are refused.
 */
export function toGoal(sources: TargetSources, report: Report): Goal {
  const target = namedTarget(sources, report);
  const { engine, recordedProfiler } = releaseFacts(target);
  const mends = mendsOf(sources.compat);
  if (mends.writesForTarget) return { target, engine, mends };
  if (recordedProfiler === undefined) refuseUnrecorded(target, report);
  const { release, ...recorded } = RECORDED_REFERENCES[recordedProfiler ?? '1.3'];
  return { target: release, ...recorded };
}

function refuseUnrecorded(target: Release, report: Report): void {
  const recorded = Object.keys(RECORDED_REFERENCES).join(', ');
  report.broken('TARGET_UNSUPPORTED', {
    path: 'spec.target',
    message: `compat is reference, and no answer of the profiler of ${printRelease(target)} is recorded`,
    hint: `set the target to one of ${recorded}, or leave compat out`,
  });
}

function namedTarget({ configured, runtimeVersionOverride, image }: TargetSources, report: Report): Release {
  const sources = [
    { text: configured, path: 'spec.target' },
    { text: runtimeVersionOverride, path: 'spec.runtimeVersionOverride' },
    { text: TAG_RELEASE.exec(parseImage(image)?.tag ?? '')?.[1], path: 'spec.image' },
  ];
  for (const { text, path } of sources) {
    if (text !== undefined) return collect(text, path, report);
  }
  report.warn('TARGET_ASSUMED', {
    path: 'spec.image',
    message: `no release is named: the tag of image ${show(image)} is no version; ${printRelease(ASSUMED)} is assumed`,
    hint: `set spec.target of ${PROJECT_FILE} or of the function's config, or --target, for example ${printRelease(ASSUMED)}`,
  });
  return ASSUMED;
}

function collect(text: string, path: string, report: Report): Release {
  try {
    const target = parseTarget(text, path);
    warnAboutNewer(target, path, report);
    return target;
  } catch (error) {
    if (!(error instanceof RenderError)) throw error;
    report.broken(error.code, { path, message: error.message, hint: error.hint });
    return ASSUMED;
  }
}

/** Later releases get the rules of the newest one known. */
function warnAboutNewer(target: Release, path: string, report: Report): void {
  if (!isBefore(NEWEST, target)) return;
  report.warn('TARGET_ASSUMED', {
    path,
    message: `release ${printRelease(target)} is newer than ${printRelease(NEWEST)}, the last one whose differences are known; its graph is written as for ${printRelease(NEWEST)}`,
    hint: `update dgdr-render, or set the target to ${printRelease(NEWEST)} to say that this is meant`,
  });
}
