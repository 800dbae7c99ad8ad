import { CONVERSION_PREFIX, graphVersion } from '../../dgd/services.ts';
import { getIn, isObject, type JsonObject } from '../../json.ts';
import { GRAPH_KIND, GROUP } from '../../kinds.ts';
import { releaseFacts } from '../../releases.ts';
import type { Finishing } from '../context.ts';
import { overridePath } from '../override-paths.ts';
import { coerceOverride } from './coerce.ts';
import { checkOverride } from './override-check.ts';
import type { Override } from './override-merge.ts';
import { keepServices, serviceNames } from './override-services.ts';

const METADATA_MERGED = ['labels', 'annotations'];
/** Envelope members that are never merged; apiVersion and kind are checked instead, the name is read by dgd-name.ts. */
const ENVELOPE = ['apiVersion', 'kind', 'metadata'];

/**
 * The part of `overrides.dgd` that may be merged into `graph`: envelope checked and taken off, services that the graph
 * lacks left out with a warning (from 1.6 refused), names of older releases translated, scalars made text where the
 * schema wants text. Empty where there is no override. Throws OVERRIDE_INVALID and OVERRIDE_VERSION_UNSUPPORTED.
 */
export function readOverride(graph: JsonObject, context: Finishing): Override {
  const { dgd } = context.request.overrides;
  if (dgd === undefined || Object.keys(dgd).length === 0) return { version: 'v1alpha1', content: {} };
  const names = serviceNames(graph, context);
  checkOverride(dgd, [...names.known, ...names.renamed.keys()], context);
  warnAboutVersion(dgd, context);
  const coerced = context.mends.coercesOverrides ? coerceOverride(dgd, context) : dgd;
  return { version: graphVersion(dgd), content: keepServices(readParts(coerced, context), names, context) };
}

/** From 1.4 the operator's merge reads both versions and warns about an override that names neither. */
function warnAboutVersion(dgd: JsonObject, { request, warn }: Finishing): void {
  if (releaseFacts(request.target).overrideMerge === 'profiler' || dgd.apiVersion !== undefined) return;
  warn('OVERRIDE_VERSION_ASSUMED', {
    message: 'the override names no apiVersion and kind; it is taken as v1alpha1',
    path: 'spec.overrides.dgd',
    hint: `add apiVersion: ${GROUP}/v1alpha1 and kind: ${GRAPH_KIND} to spec.overrides.dgd`,
    origin: request.locate('spec.overrides.dgd'),
  });
}

/** Labels and annotations of the metadata, and the spec. */
function readParts(dgd: JsonObject, context: Finishing): JsonObject {
  return { ...readMetadata(dgd, context), ...readRest(dgd, context) };
}

/** Labels and annotations, the only metadata that is merged. */
function readMetadata(dgd: JsonObject, context: Finishing): JsonObject {
  const metadata = getIn(dgd, 'metadata');
  if (!isObject(metadata)) return {};
  for (const key of Object.keys(metadata)) {
    if (key === 'name' || METADATA_MERGED.includes(key)) continue;
    ignore(['metadata', key], 'of the metadata only name, labels and annotations are used', context);
  }
  const kept = METADATA_MERGED.flatMap((key) => {
    const map = metadata[key];
    return isObject(map) ? [[key, dropConversion(map, key, context)] as const] : [];
  });
  return kept.length === 0 ? {} : { metadata: Object.fromEntries(kept) };
}

function dropConversion(map: JsonObject, member: string, context: Finishing): JsonObject {
  if (!context.mends.dropsStrayMembers || member !== 'annotations') return map;
  const entries = Object.entries(map).filter(([key]) => {
    if (!key.startsWith(CONVERSION_PREFIX)) return true;
    ignore(['metadata', member, key], 'it belongs to the operator', context);
    return false;
  });
  return Object.fromEntries(entries);
}

/** Everything beside the envelope: the spec; other members are no input of a graph, though the reference merges them. */
function readRest(dgd: JsonObject, context: Finishing): JsonObject {
  const members = Object.entries(dgd).filter(([key]) => {
    if (ENVELOPE.includes(key)) return false;
    if (key === 'spec' || !context.mends.dropsStrayMembers) return true;
    ignore([key], 'only metadata and spec are merged', context);
    return false;
  });
  return Object.fromEntries(members);
}

function ignore(keys: readonly string[], why: string, { request, warn }: Finishing): void {
  const path = overridePath(keys);
  warn('OVERRIDE_IGNORED_FIELD', {
    message: `${path} is left out: ${why}`,
    path,
    hint: `remove ${path}`,
    origin: request.locate(path),
  });
}
