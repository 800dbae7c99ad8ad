import { GROUP, type GraphVersion, graphVersion } from '../../dgd/services.ts';
import type { Warn } from '../../errors.ts';
import { getIn, isObject, type JsonObject } from '../../json.ts';
import type { Profile } from '../../profile/profile.ts';
import { releaseFacts } from '../../releases.ts';
import type { Request } from '../../request/request.ts';
import { overridePath } from '../override-paths.ts';
import { coerceOverride } from './coerce.ts';
import { checkOverride, KIND } from './override-check.ts';
import { keepServices, serviceNames } from './override-services.ts';

/** Annotations that belong to the operator's conversion between the graph versions. */
const CONVERSION_PREFIX = 'nvidia.com/dgd-';
const METADATA_MERGED = ['labels', 'annotations'];
/** Envelope members that are never merged; apiVersion and kind are checked instead, the name is read by identity.ts. */
const ENVELOPE = ['apiVersion', 'kind', 'metadata'];

/** Who works on an override: its request, and where warnings go. */
export interface OverrideContext {
  readonly request: Request;
  readonly warn: Warn;
}

/** The part of an override that is merged, and the version of the graph that it is merged into. */
export interface Override {
  readonly version: GraphVersion;
  readonly content: JsonObject;
}

/**
 * The part of `overrides.dgd` that may be merged into `graph`: envelope checked and taken off, services that the graph
 * lacks left out with a warning (from 1.6 refused), names of older releases translated, scalars made text where the
 * schema wants text. Empty where there is no override. Throws OVERRIDE_INVALID and OVERRIDE_VERSION_UNSUPPORTED.
 */
export function readOverride(context: OverrideContext, graph: JsonObject, profile: Profile): Override {
  const { request } = context;
  const { dgd } = request.overrides;
  if (dgd === undefined || Object.keys(dgd).length === 0) return { version: 'v1alpha1', content: {} };
  const names = serviceNames(graph, request, profile);
  checkOverride(request, dgd, [...names.known, ...names.renamed.keys()]);
  if (request.compat === 'reference') {
    return { version: 'v1alpha1', content: keepServices(context, readParts(context, dgd), names) };
  }
  warnAboutVersion(context, dgd);
  const content = keepServices(context, readParts(context, coerceOverride(context, dgd)), names);
  return { version: graphVersion(dgd), content };
}

/** From 1.4 the operator's merge reads both versions and warns about an override that names neither. */
function warnAboutVersion({ request, warn }: OverrideContext, dgd: JsonObject): void {
  if (releaseFacts(request.target).overrideMerge === 'profiler' || dgd.apiVersion !== undefined) return;
  warn('OVERRIDE_VERSION_ASSUMED', {
    message: 'the override names no apiVersion and kind; it is taken as v1alpha1',
    path: 'spec.overrides.dgd',
    hint: `add apiVersion: ${GROUP}/v1alpha1 and kind: ${KIND} to spec.overrides.dgd`,
    origin: request.locate('spec.overrides.dgd'),
  });
}

/** Labels and annotations of the metadata, and the spec. */
function readParts(context: OverrideContext, dgd: JsonObject): JsonObject {
  return { ...readMetadata(context, dgd), ...readRest(context, dgd) };
}

/** Labels and annotations, the only metadata that is merged. */
function readMetadata(context: OverrideContext, dgd: JsonObject): JsonObject {
  const metadata = getIn(dgd, 'metadata');
  if (!isObject(metadata)) return {};
  for (const key of Object.keys(metadata)) {
    if (key === 'name' || METADATA_MERGED.includes(key)) continue;
    ignore(context, ['metadata', key], 'of the metadata only name, labels and annotations are used');
  }
  const kept = METADATA_MERGED.flatMap((key) => {
    const map = metadata[key];
    return isObject(map) ? [[key, dropConversion(context, key, map)] as const] : [];
  });
  return kept.length === 0 ? {} : { metadata: Object.fromEntries(kept) };
}

function dropConversion(context: OverrideContext, member: string, map: JsonObject): JsonObject {
  const entries = Object.entries(map).filter(([key]) => {
    const drop = context.request.compat === 'ours' && member === 'annotations' && key.startsWith(CONVERSION_PREFIX);
    if (drop) ignore(context, ['metadata', member, key], 'it belongs to the operator');
    return !drop;
  });
  return Object.fromEntries(entries);
}

/** Everything beside the envelope: the spec; other members are no input of a graph, though the reference merges them. */
function readRest(context: OverrideContext, dgd: JsonObject): JsonObject {
  const members = Object.entries(dgd).filter(([key]) => {
    if (ENVELOPE.includes(key)) return false;
    if (key === 'spec' || context.request.compat === 'reference') return true;
    ignore(context, [key], 'only metadata and spec are merged');
    return false;
  });
  return Object.fromEntries(members);
}

function ignore({ request, warn }: OverrideContext, keys: readonly string[], why: string): void {
  const path = overridePath(keys);
  warn('OVERRIDE_IGNORED_FIELD', {
    message: `${path} is left out: ${why}`,
    path,
    hint: `remove ${path}`,
    origin: request.locate(path),
  });
}
