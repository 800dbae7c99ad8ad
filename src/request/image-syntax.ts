/** The parts of an image; `prefix` is everything up to the last slash, with it. */
interface ImageReference {
  readonly prefix: string;
  readonly name: string;
  readonly tag: string | undefined;
  readonly digest: string | undefined;
}

const HOST = /^(?:[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?|\[[0-9a-fA-F:]+\])(?::\d{1,5})?$/;
const NAME = /^[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*$/;
const TAG = /^\w[\w.-]{0,127}$/;
const DIGEST = /^[A-Za-z][A-Za-z0-9]*(?:[+._-][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]+$/;

/** The parts of an image reference, or undefined when it is none. */
export function parseImage(image: string): ImageReference | undefined {
  const reference = splitImage(image);
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

/** The last slash ends the prefix, the first `@` after it begins the digest, the last colon before that the tag. */
export function splitImage(image: string): ImageReference {
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
