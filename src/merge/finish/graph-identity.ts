import { RenderError, type Warn } from '../../errors.ts';
import { getIn, isObject, type JsonObject, updateIn } from '../../json.ts';
import type { Profile } from '../../profile/profile.ts';
import type { Request } from '../../request/request.ts';
import { VERSION } from '../../version.ts';
import { overridePath } from '../override-paths.ts';
import { summarize } from './profile-line.ts';

const DNS_LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const LABEL_CHARACTERS = 63;

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

/** The graph with name, namespace, the controller's labels and the annotations that say where it comes from. */
export function applyIdentity(
  graph: JsonObject,
  request: Request,
  profile: Profile,
  { name, warn }: { readonly name: string; readonly warn: Warn },
): JsonObject {
  const { file, index } = request.origin;
  const engine = profile.backendVersion === null ? profile.backend : `${profile.backend} ${profile.backendVersion}`;
  const labels = requestLabels(request);
  warnAboutLabels(request, warn);
  const annotations = {
    // A host may not say which file a request came from.
    ...(file === '' ? {} : { 'dgdr-render.dev/source': `${file}#${index}` }),
    'dgdr-render.dev/profile': summarize(graph, request, profile),
    'dgdr-render.dev/engine': `dgdr-render ${VERSION}, ${profile.dataRelease}, ${engine} on ${profile.system}`,
  };
  return updateIn(graph, ['metadata'], (metadata) => ({
    ...(isObject(metadata) ? metadata : {}),
    name,
    ...(request.namespace === undefined ? {} : { namespace: request.namespace }),
    labels: { ...member(graph, 'labels'), ...labels },
    annotations: { ...member(graph, 'annotations'), ...annotations },
  }));
}

function member(graph: JsonObject, name: string): JsonObject {
  const found = getIn(graph, 'metadata', name);
  return isObject(found) ? found : {};
}

/** Labels that name the request on everything that is made of it, as far as they fit. */
export function requestLabels(request: Request): JsonObject {
  const fitting = namingParts(request).filter(({ value }) => value.length <= LABEL_CHARACTERS);
  return Object.fromEntries(fitting.map(({ part, value }) => [`dgdr.nvidia.com/${part}`, value]));
}

/** A label that is too long is left out with a warning (LABEL_OMITTED). */
function warnAboutLabels(request: Request, warn: Warn): void {
  for (const { part, value } of namingParts(request)) {
    if (value.length <= LABEL_CHARACTERS) continue;
    warn('LABEL_OMITTED', {
      message: `the label dgdr.nvidia.com/${part} is left out: "${value}" has ${value.length} characters`,
      path: `metadata.${part}`,
      hint: `use at most ${LABEL_CHARACTERS} characters`,
      origin: request.locate(`metadata.${part}`),
    });
  }
}

function namingParts({ name, namespace }: Request): readonly { readonly part: string; readonly value: string }[] {
  return [{ part: 'name', value: name }, ...(namespace === undefined ? [] : [{ part: 'namespace', value: namespace }])];
}
