import { show } from '../words.ts';
import { isImagePrefix, parseImage } from './image-syntax.ts';
import type { ImageMirror } from './request.ts';

/** What is wrong with one of several mirrors. */
export interface MirrorProblem {
  /** Position of the mirror. */
  readonly index: number;
  readonly field: keyof ImageMirror;
  readonly message: string;
}

/** Where an image without a registry comes from, and one without a folder there (containers/image, docker/reference). */
const DEFAULT_REGISTRY = 'docker.io';
const DEFAULT_FOLDER = 'library';

/** The first thing that is wrong with mirrors: each names two places with their registries, and no source comes twice. */
export function findMirrorProblem(mirrors: readonly ImageMirror[]): MirrorProblem | undefined {
  for (const [index, mirror] of mirrors.entries()) {
    for (const field of ['source', 'mirror'] as const) {
      const problem = { index, field, message: `${show(mirror[field])} is no registry with or without a path` };
      if (!isImagePrefix(mirror[field])) return { ...problem, message: `${problem.message}, such as nvcr.io/nvidia` };
    }
    const { source } = mirror;
    if (mirrors.findIndex((other) => other.source === source) < index) {
      return { index, field: 'source', message: `${show(source)} has a mirror already` };
    }
  }
  return undefined;
}

/** Mirrors as people write them in one text: `SOURCE=MIRROR` with blanks or commas between them. */
export function parseMirrors(text: string): ImageMirror[] {
  const parts = text.split(/[\s,]+/).filter((part) => part !== '');
  return parts.map((part) => {
    const at = part.indexOf('=');
    return at < 0 ? { source: part, mirror: '' } : { source: part.slice(0, at), mirror: part.slice(at + 1) };
  });
}

/**
 * The image with the longest source that it begins with replaced by the mirror. Sources end where a part of the path does,
 * so that `nvcr.io/nvidia` is none of `nvcr.io/nvidia-old/x`; `busybox` is `docker.io/library/busybox`. What is no
 * image stays, as a placeholder that someone else fills in.
 */
export function mirrorImage(image: string, mirrors: readonly ImageMirror[]): string {
  if (parseImage(image) === undefined) return image;
  const full = withRegistry(image);
  const [best] = mirrors
    .filter(({ source }) => isPrefix(source, full))
    .sort((a, b) => b.source.length - a.source.length);
  return best === undefined ? image : `${best.mirror}${full.slice(best.source.length)}`;
}

/** A source is followed by the rest of the path or, where it is a whole repository, by a tag, a digest or nothing. */
function isPrefix(source: string, image: string): boolean {
  if (!image.startsWith(source)) return false;
  const next = image.charAt(source.length);
  return next === '/' || (source.includes('/') && [':', '@', ''].includes(next));
}

function withRegistry(image: string): string {
  const parts = image.split('/');
  if (parts.length === 1) return `${DEFAULT_REGISTRY}/${DEFAULT_FOLDER}/${image}`;
  return isImagePrefix(parts[0] ?? '') ? image : `${DEFAULT_REGISTRY}/${image}`;
}
