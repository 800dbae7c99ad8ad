import { RenderError } from '../errors.ts';
import { parseImage } from './images.ts';
import type { Report } from './report.ts';
import type { TargetRelease } from './request.ts';
import { show } from './shape.ts';

const RELEASE = /^(0|[1-9]\d{0,3})\.(0|[1-9]\d{0,3})(?:\.(?:0|[1-9]\d{0,3}))?$/;

/** x.y.z at the start of an image tag, each at most four digits without leading zeros, as for `runtimeVersionOverride`. */
const TAG_RELEASE = /^v?((?:0|[1-9]\d{0,3})(?:\.(?:0|[1-9]\d{0,3})){2})(?!\d)/;

/** First release with DGDR v1beta1 and last one whose profiler writes v1alpha1 graphs (design api.md 1). */
const OLDEST: TargetRelease = { major: 1, minor: 0 };
const NEWEST: TargetRelease = { major: 1, minor: 3 };

/** What is assumed when nothing names a release. */
const ASSUMED: TargetRelease = NEWEST;

/**
 * A Dynamo release such as `1.3` or `1.3.1`.
 * @throws RenderError TARGET_UNSUPPORTED when it is malformed or outside 1.0 to 1.3; `path` names its field.
 */
function parseTarget(text: string, path = 'spec.target'): TargetRelease {
  const match = RELEASE.exec(text);
  if (!match) {
    throw new RenderError('TARGET_UNSUPPORTED', {
      path,
      message: `target is ${show(text)}, wanted a Dynamo release such as 1.3`,
      hint: `write ${printRelease(NEWEST)}`,
    });
  }
  const target = { major: Number(match[1]), minor: Number(match[2]) };
  if (isBefore(target, OLDEST) || isBefore(NEWEST, target)) {
    throw new RenderError('TARGET_UNSUPPORTED', {
      path,
      message: `target release is ${printRelease(target)}, but graphs are written as v1alpha1, for targets ${printRelease(OLDEST)} to ${printRelease(NEWEST)} only`,
      hint: `set the target to ${printRelease(NEWEST)} with spec.target of the function's config or --target: v1alpha1 is served by every operator from 1.0 to 1.6`,
    });
  }
  return target;
}

/** Whether release `a` came before release `b`. */
export function isBefore(a: TargetRelease, b: TargetRelease): boolean {
  return a.major < b.major || (a.major === b.major && a.minor < b.minor);
}

/** `1.3` for a release. */
export function printRelease({ major, minor }: TargetRelease): string {
  return `${major}.${minor}`;
}

/** Where a release may be named, strongest first. */
interface TargetSources {
  readonly configured: string | undefined;
  readonly runtimeVersionOverride: string | undefined;
  readonly image: string;
}

/** The release to write for; a warning when nothing names one. */
export function toTarget({ configured, runtimeVersionOverride, image }: TargetSources, report: Report): TargetRelease {
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
    hint: `set spec.target of the function's config or --target, for example ${printRelease(ASSUMED)}`,
  });
  return ASSUMED;
}

function collect(text: string, path: string, report: Report): TargetRelease {
  try {
    return parseTarget(text, path);
  } catch (error) {
    if (!(error instanceof RenderError)) throw error;
    report.broken(error.code, { path, message: error.message, hint: error.hint });
    return ASSUMED;
  }
}
