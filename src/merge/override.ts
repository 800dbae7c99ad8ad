import type { Warn } from '../errors.ts';
import { getIn } from '../graph/access.ts';
import type { GraphBackend } from '../graph/backend.ts';
import { isObject, type JsonObject } from '../json.ts';
import type { Request } from '../request/request.ts';
import { coerceOverride } from './coerce.ts';
import { checkOverride } from './override-check.ts';
import { overridePath } from './paths.ts';

/** Annotations that belong to the operator's conversion between the graph versions. */
const CONVERSION_PREFIX = 'nvidia.com/dgd-';
const METADATA_MERGED = ['labels', 'annotations'];
/** Envelope members that are never merged; apiVersion and kind are checked instead, the name is read by identity.ts. */
const ENVELOPE = ['apiVersion', 'kind', 'metadata'];

/** Who works on an override: its request, and where warnings go. */
export interface OverrideContext {
  readonly request: Request;
  readonly backend: GraphBackend;
  readonly warn: Warn;
}

/**
 * The part of `overrides.dgd` that may be merged into `graph`: envelope checked and taken off, services that the graph
 * lacks left out with a warning, scalars made text where the schema wants text. Empty where there is no override.
 * Throws OVERRIDE_INVALID and OVERRIDE_VERSION_UNSUPPORTED.
 */
export function readOverride(context: OverrideContext, graph: JsonObject): JsonObject {
  const dgd = context.request.overrides.dgd;
  if (dgd === undefined || Object.keys(dgd).length === 0) return {};
  checkOverride(context.request, dgd, { graph, backend: context.backend });
  const ours = context.request.compat === 'ours';
  const coerced = ours ? coerceOverride(context, dgd) : dgd;
  return dropUnknownServices(context, { ...readMetadata(context, coerced), ...readRest(context, coerced) }, graph);
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

function dropUnknownServices(context: OverrideContext, override: JsonObject, graph: JsonObject): JsonObject {
  const spec = getIn(override, 'spec');
  const services = getIn(spec, 'services');
  if (!isObject(spec) || !isObject(services)) return override;
  const known = Object.keys(getIn(graph, 'spec', 'services') ?? {});
  const kept = Object.entries(services).filter(([name]) => known.includes(name) || warnUnknown(context, name, known));
  return { ...override, spec: { ...spec, services: Object.fromEntries(kept) } };
}

/** Warns about a service that the graph lacks; false, as such a service is not kept. */
function warnUnknown({ request, warn }: OverrideContext, name: string, known: readonly string[]): false {
  const path = overridePath(['spec', 'services', name]);
  warn('OVERRIDE_UNKNOWN_SERVICE', {
    message: `the graph has no service ${name}, so its override is left out`,
    path,
    hint: `use one of the services that exist: ${known.join(', ')}`,
    origin: request.locate(path),
  });
  return false;
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
