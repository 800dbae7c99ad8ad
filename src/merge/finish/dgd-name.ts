import { RenderError } from '../../errors.ts';
import { getIn } from '../../json.ts';
import type { Request } from '../../request/request.ts';
import { overridePath } from '../override-paths.ts';

const DNS_LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
/** Characters of a DNS label, and of the value of a Kubernetes label. */
export const LABEL_CHARACTERS = 63;

/** A DGD name and the request field it comes from. */
export interface DgdName {
  readonly name: string;
  readonly path: 'metadata.name' | 'spec.overrides.dgd.metadata.name';
}

/**
 * Name of the graph: the override's, else the request's with `-dgd`, as the controller does it.
 * Throws NAME_INVALID unless it is a DNS label of at most 63 characters, OVERRIDE_INVALID where it is no text.
 */
export function dgdName(request: Request): DgdName {
  const given = getIn(request.overrides.dgd, 'metadata', 'name') ?? '';
  if (typeof given !== 'string') {
    const path = overridePath(['metadata', 'name']);
    throw new RenderError('OVERRIDE_INVALID', {
      message: `${path} is ${JSON.stringify(given)}, not text`,
      path,
      hint: `quote the name`,
      origin: request.locate(path),
    });
  }
  const found: DgdName =
    given === ''
      ? { name: `${request.name}-dgd`, path: 'metadata.name' }
      : { name: given, path: 'spec.overrides.dgd.metadata.name' };
  if (found.name.length <= LABEL_CHARACTERS && DNS_LABEL.test(found.name)) return found;
  throw new RenderError('NAME_INVALID', {
    message: `the graph's name "${found.name}" is no DNS label`,
    path: found.path,
    hint: `use at most ${LABEL_CHARACTERS} lower-case letters, digits and inner hyphens`,
    origin: request.locate(found.path),
  });
}
