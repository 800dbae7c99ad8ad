import type { Warn } from '../../errors.ts';
import type { Made } from '../../graph/made.ts';
import { getIn, isObject, type JsonObject, updateIn } from '../../json.ts';
import { answeredBy } from '../../profile/engine-words.ts';
import type { Carried } from '../../request/carried.ts';
import type { Request } from '../../request/request.ts';
import { VERSION } from '../../version.ts';
import type { Finishing } from '../context.ts';
import { LABEL_CHARACTERS } from './dgd-name.ts';
import { summarize } from './profile-line.ts';

/**
 * The graph with name, namespace, the controller's labels and the annotations that say where it comes from, and what is
 * beside it with the namespace and labels that the controller gives it. Warns with LABEL_OMITTED.
 */
export function applyIdentity({ graph, resources }: Made, context: Finishing): Made {
  const { request, warn } = context;
  warnAboutLabels(request, warn);
  return { graph: identified(graph, context), resources: resources.map((object) => owned(object, request)) };
}

function identified(graph: JsonObject, context: Finishing): JsonObject {
  const { request, profile, name } = context;
  const { source, origin } = request;
  const carried = carriedBy(request);
  const engine = profile.backendVersion === null ? profile.backend : `${profile.backend} ${profile.backendVersion}`;
  const annotations = {
    // A host may not say which file a request came from.
    ...(source === '' ? {} : { 'dgdr-render.dev/source': `${source}#${origin.index}` }),
    'dgdr-render.dev/profile': summarize(graph, context),
    'dgdr-render.dev/engine': `dgdr-render ${VERSION}, ${answeredBy(profile)}, ${engine} on ${profile.system}`,
  };
  return updateIn(graph, ['metadata'], (metadata) => ({
    ...(isObject(metadata) ? metadata : {}),
    name: name.name,
    ...namespaceOf(request),
    labels: { ...carried.labels, ...member(graph, 'labels'), ...requestLabels(request) },
    annotations: { ...carried.annotations, ...member(graph, 'annotations'), ...annotations },
  }));
}

function owned({ apiVersion = '', kind = '', metadata, ...rest }: JsonObject, request: Request): JsonObject {
  const { labels, annotations } = carriedBy(request);
  const own = {
    ...(isObject(metadata) ? metadata : {}),
    ...namespaceOf(request),
    labels: { ...labels, ...requestLabels(request) },
    ...(Object.keys(annotations).length === 0 ? {} : { annotations: { ...annotations } }),
  };
  return { apiVersion, kind, metadata: own, ...rest };
}

/** What selectors, owners and policies know the request by, so that they find what is made of it. */
function carriedBy({ carried, mends }: Request): Carried {
  return mends.carriesMetadata ? carried : NOTHING;
}

const NOTHING: Carried = { labels: {}, annotations: {} };

function namespaceOf({ namespace }: Request): JsonObject {
  return namespace === undefined ? {} : { namespace };
}

function member(graph: JsonObject, name: string): JsonObject {
  const found = getIn(graph, 'metadata', name);
  return isObject(found) ? found : {};
}

/** Labels that name the request on everything that is made of it, as far as they fit. */
function requestLabels(request: Request): JsonObject {
  const fitting = namingParts(request).filter(({ value }) => value.length <= LABEL_CHARACTERS);
  return Object.fromEntries(fitting.map(({ part, value }) => [`dgdr.nvidia.com/${part}`, value]));
}

/** A label that is too long is left out with a warning. */
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
