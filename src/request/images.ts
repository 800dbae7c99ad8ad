import { type Release, releaseFacts } from '../releases.ts';
import type { Backend } from '../serving.ts';
import type { Report } from './report.ts';
import type { Compat, RequestDefaults } from './request.ts';
import type { Spec } from './schema.ts';
import { show } from './shape.ts';

/** `prefix` is everything up to the last slash, with it. */
interface ImageReference {
  readonly prefix: string;
  readonly name: string;
  readonly tag: string | undefined;
  readonly digest: string | undefined;
}

/** Name of the runtime image of each backend (ai-dynamo 1.3.1, profiler/utils/profile_common.py). */
const RUNTIME_NAMES: Readonly<Record<Backend, string>> = {
  trtllm: 'tensorrtllm-runtime',
  sglang: 'sglang-runtime',
  vllm: 'vllm-runtime',
};

const DEFAULT_REPOSITORY = 'nvcr.io/nvidia/ai-dynamo/dynamo-planner';

const HOST = /^(?:[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?|\[[0-9a-fA-F:]+\])(?::\d{1,5})?$/;
const NAME = /^[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*$/;
const TAG = /^\w[\w.-]{0,127}$/;
const DIGEST = /^[A-Za-z][A-Za-z0-9]*(?:[+._-][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]+$/;

/** The parts of an image reference, or undefined when it is none. */
export function parseImage(image: string): ImageReference | undefined {
  const reference = split(image);
  const { name, tag, digest } = reference;
  const [host, ...path] = reference.prefix.split('/').slice(0, -1);
  const isPrefix =
    host === undefined || ((HOST.test(host) || NAME.test(host)) && path.every((part) => NAME.test(part)));
  const isName =
    NAME.test(name) && (tag === undefined || TAG.test(tag)) && (digest === undefined || DIGEST.test(digest));
  return isPrefix && isName ? reference : undefined;
}

/** Whether a text is a registry, alone or with a path. A host has a dot, a port, or the name `localhost` (docker/reference). */
export function isImagePrefix(text: string): boolean {
  const [host = '', ...path] = text.split('/');
  return HOST.test(host) && (/[.:]/.test(host) || host === 'localhost') && path.every((part) => NAME.test(part));
}

/**
 * The image of a backend's workers and Frontend: the request's image with another name. A digest names the request's own
 * image, so it is dropped with the name unless `compat` is `reference`.
 */
export function runtimeImage(image: string, backend: Backend, compat: Compat = 'ours'): string {
  return rename(image, RUNTIME_NAMES[backend], compat);
}

/** The image of the Planner service, made like `runtimeImage`; the request's own for a target that has no other. */
export function plannerImage(image: string, target: Release, compat: Compat = 'ours'): string {
  const { plannerImage: name } = releaseFacts(target);
  return name === undefined ? image : rename(image, name, compat);
}

/** The request's image, else the configured one, else the planner image of the configured target; empty after an error. */
export function toImage(spec: Spec, defaults: RequestDefaults, report: Report): string {
  const image = spec.image || defaults.image;
  if (image) return check(image, { isOwn: Boolean(spec.image), compat: defaults.compat ?? 'ours', report });
  if (defaults.target !== undefined) return defaultImage(defaults.target);
  report.broken('IMAGE_MISSING', {
    path: 'spec.image',
    message: 'image is missing and no target release is given to derive it from',
    hint: `set spec.image, for example ${DEFAULT_REPOSITORY}:1.3.1, or give a target with spec.target of the function's config or --target`,
  });
  return '';
}

interface CheckOptions {
  /** Whether the request itself named the image. */
  readonly isOwn: boolean;
  readonly compat: Compat;
  readonly report: Report;
}

function check(image: string, { isOwn, compat, report }: CheckOptions): string {
  const path = 'spec.image';
  const subject = isOwn ? 'image' : "image of the function's config or the command line";
  const reference = parseImage(image);
  if (!reference) {
    report.broken('IMAGE_INVALID', {
      path,
      message: `${subject} is ${show(image)}, wanted registry/path/name:tag`,
      hint: `write an image such as ${DEFAULT_REPOSITORY}:1.3.1`,
    });
    return '';
  }
  if (reference.digest === undefined || compat === 'reference') return image;
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

function rename(image: string, name: string, compat: Compat): string {
  const reference = split(image);
  const tag = reference.tag === undefined ? '' : `:${reference.tag}`;
  const isKept = reference.digest !== undefined && (compat === 'reference' || reference.name === name);
  return `${reference.prefix}${name}${tag}${isKept ? `@${reference.digest}` : ''}`;
}

/** The last slash ends the prefix, the first `@` after it begins the digest, the last colon before that the tag. */
function split(image: string): ImageReference {
  const nameStart = image.lastIndexOf('/') + 1;
  const [nameAndTag = '', ...digest] = image.slice(nameStart).split('@');
  const colon = nameAndTag.lastIndexOf(':');
  return {
    prefix: image.slice(0, nameStart),
    name: colon < 0 ? nameAndTag : nameAndTag.slice(0, colon),
    tag: colon < 0 ? undefined : nameAndTag.slice(colon + 1),
    digest: digest.length === 0 ? undefined : digest.join('@'),
  };
}
