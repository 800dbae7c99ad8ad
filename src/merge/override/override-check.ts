import { graphVersion, LENSES } from '../../dgd/services.ts';
import { RenderError } from '../../errors.ts';
import { getAt, getIn, isObject, type Json, type JsonObject } from '../../json.ts';
import { GRAPH_KIND, GROUP } from '../../kinds.ts';
import { GRAPH_VERSIONS, type GraphVersion, printRelease, type ReleaseFacts, releaseFacts } from '../../releases.ts';
import type { Finishing } from '../context.ts';
import { overridePath } from '../override-paths.ts';

/** The one key that would change an object's prototype instead of a member. */
const FORBIDDEN_KEY = '__proto__';

/**
 * Refuses an override that cannot be merged or would break the graph: another kind, a version that the target's profiler
 * does not read, nulls and other non-objects where services are expected, arguments that are no list. Throws
 * OVERRIDE_INVALID and OVERRIDE_VERSION_UNSUPPORTED. The reference looks at none of this; the dangerous key is refused
 * without the mend too. `names` are those of the graph's services; what is said about others is left out later.
 */
export function checkOverride(dgd: JsonObject, names: readonly string[], context: Finishing): void {
  refuseForbiddenKeys(dgd, [], context);
  if (!context.mends.refusesBrokenOverrides) return;
  const facts = releaseFacts(context.request.target);
  checkEnvelope(dgd, facts, context);
  if (facts.overrideMerge === 'operator') refuseDeletions(dgd, context);
  for (const path of [['metadata'], ['metadata', 'labels'], ['metadata', 'annotations'], ['spec']]) {
    requireObject(dgd, path, context);
  }
  CHECK_SERVICES[graphVersion(dgd)](dgd, names, context);
}

function checkEnvelope(dgd: JsonObject, facts: ReleaseFacts, context: Finishing): void {
  const { apiVersion, kind } = dgd;
  if (kind !== undefined && kind !== GRAPH_KIND) {
    throw invalid(['kind'], { message: `kind is ${text(kind)}`, hint: `use ${GRAPH_KIND}` }, context);
  }
  const versions = GRAPH_VERSIONS.slice(0, GRAPH_VERSIONS.indexOf(facts.graphVersion) + 1);
  const declared = versions.find((version) => apiVersion === `${GROUP}/${version}`);
  if (apiVersion !== undefined && declared === undefined) {
    throw badVersion(['apiVersion'], { found: `apiVersion is ${text(apiVersion)}`, versions }, context);
  }
  const { servicesKey } = LENSES[declared ?? 'v1alpha1'];
  const others = Object.values(LENSES).filter((lens) => lens.servicesKey !== servicesKey);
  const stray = others.find((lens) => getIn(dgd.spec, lens.servicesKey) !== undefined);
  if (stray !== undefined) {
    const found = `${stray.servicesKey} belong to ${stray.version}`;
    throw badVersion(['spec', stray.servicesKey], { found, versions }, context);
  }
  if (facts.overrideMerge === 'operator' && (apiVersion === undefined) !== (kind === undefined)) {
    const missing = apiVersion === undefined ? 'apiVersion' : 'kind';
    throw invalid(
      [missing],
      { message: `${missing} is missing beside the other one`, hint: 'give both apiVersion and kind' },
      context,
    );
  }
}

/** From 1.4 an override cannot delete: the operator's merge refuses nulls and a status. */
function refuseDeletions(dgd: JsonObject, context: Finishing): void {
  if (dgd.status !== undefined)
    throw invalid(['status'], { message: 'status is not merged', hint: 'remove status' }, context);
  const path = findNull(dgd, []);
  if (path === undefined) return;
  const message = `${overridePath(path)} is null, and from 1.4 an override cannot delete a field`;
  throw invalid(path, { message, hint: 'remove the key, or give the value that is wanted' }, context);
}

function findNull(value: Json, path: readonly string[]): readonly string[] | undefined {
  if (value === null) return path;
  if (typeof value !== 'object') return undefined;
  for (const [key, member] of Object.entries(value)) {
    const found = findNull(member, [...path, key]);
    if (found !== undefined) return found;
  }
  return undefined;
}

const CHECK_SERVICES: Readonly<
  Record<GraphVersion, (dgd: JsonObject, names: readonly string[], context: Finishing) => void>
> = {
  v1alpha1: checkAlphaServices,
  v1beta1: checkComponents,
};

function checkAlphaServices(dgd: JsonObject, names: readonly string[], context: Finishing): void {
  requireObject(dgd, ['spec', 'services'], context);
  for (const service of names) {
    const path = ['spec', 'services', service];
    requireObject(dgd, path, context);
    requireObject(dgd, [...path, 'extraPodSpec'], context);
    requireObject(dgd, [...path, 'extraPodSpec', 'mainContainer'], context);
    requireArgs(dgd, [...path, 'extraPodSpec', 'mainContainer', 'args'], context);
  }
}

function checkComponents(dgd: JsonObject, names: readonly string[], context: Finishing): void {
  const components = named(dgd, ['spec', 'components'], context);
  for (const [index, component] of components.entries()) {
    if (!names.includes(String(component.name))) continue;
    const path = ['spec', 'components', String(index)];
    requireObject(dgd, [...path, 'podTemplate'], context);
    requireObject(dgd, [...path, 'podTemplate', 'spec'], context);
    const podSpec = [...path, 'podTemplate', 'spec', 'containers'];
    if (getIn(component, 'podTemplate', 'spec', 'containers') === undefined) continue;
    const containers = named(dgd, podSpec, context);
    for (const position of containers.keys()) requireArgs(dgd, [...podSpec, String(position), 'args'], context);
  }
}

/** A list whose entries are merged by name, so that each needs one of its own. */
function named(dgd: JsonObject, path: readonly string[], context: Finishing): readonly JsonObject[] {
  const list = getAt(dgd, path);
  if (list === undefined) return [];
  if (!Array.isArray(list))
    throw invalid(
      path,
      { message: `${overridePath(path)} is ${text(list)}, not a list`, hint: 'give a list' },
      context,
    );
  const seen = new Set<string>();
  return list.map((entry, index) => {
    const place = [...path, String(index)];
    const name = getIn(entry, 'name');
    if (!isObject(entry) || typeof name !== 'string' || name === '') {
      throw invalid(
        place,
        { message: `${overridePath(place)} has no name`, hint: 'give the name by which it is merged' },
        context,
      );
    }
    if (seen.has(name))
      throw invalid(
        place,
        { message: `${overridePath(place)} repeats the name ${name}`, hint: 'name each once' },
        context,
      );
    seen.add(name);
    return entry;
  });
}

function requireObject(dgd: JsonObject, path: readonly string[], context: Finishing): void {
  const value = getAt(dgd, path);
  if (value === undefined || isObject(value)) return;
  const hint = value === null ? 'remove the key: an override cannot delete this' : 'give a map';
  throw invalid(path, { message: `${overridePath(path)} is ${text(value)}, not a map`, hint }, context);
}

/** Null is allowed up to 1.3: it takes the generated arguments away. */
function requireArgs(dgd: JsonObject, path: readonly string[], context: Finishing): void {
  const value = getAt(dgd, path);
  if (value === undefined || value === null) return;
  const bad = Array.isArray(value) ? value.find((item) => typeof item === 'object') : value;
  if (bad === undefined) return;
  throw invalid(
    path,
    { message: `args hold ${text(bad)}`, hint: 'give a list with one text per flag and one per value' },
    context,
  );
}

function refuseForbiddenKeys(value: Json, path: readonly string[], context: Finishing): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, member] of Object.entries(value)) {
    if (key === FORBIDDEN_KEY)
      throw invalid(path, { message: `the key ${FORBIDDEN_KEY} is not allowed`, hint: `remove ${key}` }, context);
    refuseForbiddenKeys(member, [...path, key], context);
  }
}

interface BadVersion {
  readonly found: string;
  /** What is read instead. */
  readonly versions: readonly GraphVersion[];
}

function badVersion(keys: readonly string[], { found, versions }: BadVersion, { request }: Finishing): RenderError {
  const path = overridePath(keys);
  const named = versions.map((version) => `${GROUP}/${version}`);
  return new RenderError('OVERRIDE_VERSION_UNSUPPORTED', {
    message: `${found}, but overrides for Dynamo ${printRelease(request.target)} are read as ${named.join(' or ')}`,
    path,
    hint:
      versions.length > 1
        ? `use ${versions.map((version) => `${LENSES[version].servicesKey} with ${version}`).join(' and ')}`
        : `write the override as ${named[0]} with spec.services`,
    origin: request.locate(path),
  });
}

/** OVERRIDE_INVALID for a field of the override. */
export function invalid(
  keys: readonly string[],
  { message, hint }: { readonly message: string; readonly hint: string },
  { request }: Finishing,
): RenderError {
  const path = overridePath(keys);
  return new RenderError('OVERRIDE_INVALID', { message, path, hint, origin: request.locate(path) });
}

function text(value: Json): string {
  return JSON.stringify(value);
}
