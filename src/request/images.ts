import { type Release, releaseFacts } from '../releases.ts';
import type { Backend } from '../serving.ts';
import { show } from '../words.ts';
import { parseImage, splitImage } from './image-syntax.ts';
import { type Mends, OURS } from './mends.ts';
import type { Report } from './report.ts';
import type { Spec } from './schema.ts';
import type { RequestDefaults } from './settings.ts';
import { waysToSay } from './ways.ts';

/** Name of the runtime image of each backend (ai-dynamo 1.3.1, profiler/utils/profile_common.py). */
const RUNTIME_NAMES: Readonly<Record<Backend, string>> = {
  trtllm: 'tensorrtllm-runtime',
  sglang: 'sglang-runtime',
  vllm: 'vllm-runtime',
};

const DEFAULT_REPOSITORY = 'nvcr.io/nvidia/ai-dynamo/dynamo-planner';

/**
 * The image of a backend's workers and Frontend: the request's image with another name. A digest names the request's own
 * image, so it is dropped with the name.
 */
export function runtimeImage(image: string, backend: Backend, mends: Mends = OURS): string {
  return rename(image, RUNTIME_NAMES[backend], mends);
}

/** The image of the Planner service, made like `runtimeImage`; the request's own for a target that has no other. */
export function plannerImage(image: string, target: Release, mends: Mends = OURS): string {
  const { plannerImage: name } = releaseFacts(target);
  return name === undefined ? image : rename(image, name, mends);
}

/** Where an image comes from that the request does not name, and what is checked. */
interface ImageSources {
  readonly defaults: RequestDefaults;
  readonly mends: Mends;
}

/** The request's image, else the configured one, else the planner image of the configured target; empty after an error. */
export function toImage(spec: Spec, { defaults, mends }: ImageSources, report: Report): string {
  const image = spec.image || defaults.image;
  if (image) return check(image, { isOwn: Boolean(spec.image), mends, report });
  if (defaults.target !== undefined) return defaultImage(defaults.target);
  report.broken('IMAGE_MISSING', {
    path: 'spec.image',
    message: 'image is missing and no target release is given to derive it from',
    hint: `set spec.image, for example ${DEFAULT_REPOSITORY}:1.3.1; or ${waysToSay(['image'], defaults)}; a target does as well: ${waysToSay(['target'], defaults)}`,
  });
  return '';
}

interface CheckOptions {
  /** Whether the request itself named the image. */
  readonly isOwn: boolean;
  readonly mends: Mends;
  readonly report: Report;
}

function check(image: string, { isOwn, mends, report }: CheckOptions): string {
  const path = 'spec.image';
  const subject = isOwn ? 'image' : "image of the project file, the function's config or the command line";
  const reference = parseImage(image);
  if (!reference) {
    report.broken('IMAGE_INVALID', {
      path,
      message: `${subject} is ${show(image)}, wanted registry/path/name:tag`,
      hint: `write an image such as ${DEFAULT_REPOSITORY}:1.3.1`,
    });
    return '';
  }
  if (reference.digest === undefined || !mends.dropsImageDigests) return image;
  if (reference.tag === undefined) {
    report.broken('IMAGE_INVALID', {
      path,
      message: `${subject} has a digest and no tag: runtime images are other images with the same tag, and a digest cannot tell theirs`,
      hint: `write ${reference.prefix}${reference.name} with a tag such as 1.3.1`,
    });
    return '';
  }
  report.warn('FIELD_IGNORED', {
    path,
    message: `the digest of ${subject} is used for that image only; runtime images are other images and get the tag ${reference.tag} alone`,
    hint: 'leave the digest out, or pin the runtime images in overrides.dgd',
  });
  return image;
}

/** The image that the operator of a release would fill in; empty for a target that is no release. */
function defaultImage(target: string): string {
  const [major = 0, minor = 0] = target.split('.').map(Number);
  const { defaultImage: image } = releaseFacts({ major, minor });
  return `${image}:${/^\d+\.\d+$/.test(target) ? `${target}.0` : target}`;
}

function rename(image: string, name: string, { dropsImageDigests }: Mends): string {
  const reference = splitImage(image);
  const tag = reference.tag === undefined ? '' : `:${reference.tag}`;
  const isKept = reference.digest !== undefined && (!dropsImageDigests || reference.name === name);
  return `${reference.prefix}${name}${tag}${isKept ? `@${reference.digest}` : ''}`;
}
