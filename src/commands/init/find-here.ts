import { getIn, isObject, type Json } from '../../json.ts';
import type { Resource } from '../../krm/resource.ts';
import { parseImage } from '../../request/image-syntax.ts';
import type { ImageMirror } from '../../request/request.ts';

/** What the requests and graphs of a folder have in common. */
export interface Here {
  /** `x.y` of the images of all requests. */
  readonly target: string | undefined;
  readonly mirrors: readonly ImageMirror[];
  /** What all requests that say something say alike. */
  readonly hardware: { readonly gpuSku: Json | undefined; readonly numGpusPerNode: Json | undefined };
}

const REGISTRY = 'nvcr.io';
/** Where the images of Dynamo are below their registry; a mirror keeps that part of the path. */
const DYNAMO = /^(.+)\/(nvidia\/ai-dynamo\/)$/;
const RELEASE = /^v?(\d{1,4}\.\d{1,4})\.\d/;

/** Looks at requests and graphs; what they contradict each other about is not found. */
export function findHere(requests: readonly Resource[], graphs: readonly Pick<Resource, 'object'>[]): Here {
  const own = requests.flatMap(({ object }) => textOf(getIn(object, 'spec', 'image')));
  const images = [...own, ...graphs.flatMap(({ object }) => imagesIn(object))];
  const releases = own.map((image) => RELEASE.exec(parseImage(image)?.tag ?? '')?.[1]);
  const registries = images.flatMap((image) => DYNAMO.exec(parseImage(image)?.prefix ?? '')?.[1] ?? []);
  const mirror = common(registries.filter((registry) => registry !== REGISTRY));
  const field = (name: string): Json | undefined =>
    common(requests.flatMap(({ object }) => getIn(object, 'spec', 'hardware', name) ?? []));
  return {
    target: own.length === requests.length ? common(releases) : undefined,
    mirrors: mirror === undefined ? [] : [{ source: REGISTRY, mirror }],
    hardware: { gpuSku: field('gpuSku'), numGpusPerNode: field('numGpusPerNode') },
  };
}

/** The value that all of them have; undefined where they differ or there is none. */
function common<T>(values: readonly T[]): T | undefined {
  const [first, ...others] = new Set(values);
  return others.length === 0 ? first : undefined;
}

function textOf(value: Json | undefined): string[] {
  return typeof value === 'string' && value !== '' ? [value] : [];
}

function imagesIn(value: Json): string[] {
  if (Array.isArray(value)) return value.flatMap(imagesIn);
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, one]) => (key === 'image' ? textOf(one) : imagesIn(one)));
}
