import { GROUP, type GraphVersion, graphVersion } from '../../dgd/services.ts';
import { RenderError } from '../../errors.ts';
import { getIn, isObject, type Json, type JsonObject } from '../../json.ts';
import { printRelease, type ReleaseFacts, releaseFacts } from '../../releases.ts';
import type { Request } from '../../request/request.ts';
import { overridePath } from '../override-paths.ts';

export const KIND = 'DynamoGraphDeployment';
/** The one key that would change an object's prototype instead of a member. */
const FORBIDDEN_KEY = '__proto__';

/**
 * Refuses an override that cannot be merged or would break the graph: another kind, a version that the target's profiler
 * does not read, nulls and other non-objects where services are expected, arguments that are no list. Throws
 * OVERRIDE_INVALID and OVERRIDE_VERSION_UNSUPPORTED. The reference looks at none of this, so under its compat only the
 * dangerous key counts. `names` are those of the graph's services; what is said about others is left out later.
 */
export function checkOverride(request: Request, dgd: JsonObject, names: readonly string[]): void {
  refuseForbiddenKeys(request, dgd, []);
  if (request.compat === 'reference') return;
  const facts = releaseFacts(request.target);
  checkEnvelope(request, dgd, facts);
  if (facts.overrideMerge === 'operator') refuseDeletions(request, dgd);
  for (const path of [['metadata'], ['metadata', 'labels'], ['metadata', 'annotations'], ['spec']]) {
    requireObject(request, dgd, path);
  }
  CHECK_SERVICES[graphVersion(dgd)](request, dgd, names);
}

function checkEnvelope(request: Request, dgd: JsonObject, { graphVersion: written }: ReleaseFacts): void {
  const { apiVersion, kind } = dgd;
  if (kind !== undefined && kind !== KIND) throw invalid(request, ['kind'], `kind is ${text(kind)}`, `use ${KIND}`);
  const known = written === 'v1beta1' ? ['v1alpha1', 'v1beta1'] : ['v1alpha1'];
  const versions = known.map((version) => `${GROUP}/${version}`);
  if (apiVersion !== undefined && !versions.some((version) => version === apiVersion)) {
    throw badVersion(request, ['apiVersion'], `apiVersion is ${text(apiVersion)}`, versions);
  }
  const { spec } = dgd;
  const isBeta = apiVersion === `${GROUP}/v1beta1`;
  const stray = isBeta ? 'services' : 'components';
  if (getIn(spec, stray) !== undefined) {
    throw badVersion(request, ['spec', stray], `${stray} belong to ${isBeta ? 'v1alpha1' : 'v1beta1'}`, versions);
  }
  if (written === 'v1beta1' && (apiVersion === undefined) !== (kind === undefined)) {
    const missing = apiVersion === undefined ? 'apiVersion' : 'kind';
    throw invalid(request, [missing], `${missing} is missing beside the other one`, 'give both apiVersion and kind');
  }
}

/** From 1.4 an override cannot delete: the operator's merge refuses nulls and a status. */
function refuseDeletions(request: Request, dgd: JsonObject): void {
  if (dgd.status !== undefined) throw invalid(request, ['status'], 'status is not merged', 'remove status');
  const path = findNull(dgd, []);
  if (path === undefined) return;
  const message = `${overridePath(path)} is null, and from 1.4 an override cannot delete a field`;
  throw invalid(request, path, message, 'remove the key, or give the value that is wanted');
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
  Record<GraphVersion, (request: Request, dgd: JsonObject, names: readonly string[]) => void>
> = {
  v1alpha1: checkAlphaServices,
  v1beta1: checkComponents,
};

function checkAlphaServices(request: Request, dgd: JsonObject, names: readonly string[]): void {
  requireObject(request, dgd, ['spec', 'services']);
  for (const service of names) {
    const path = ['spec', 'services', service];
    requireObject(request, dgd, path);
    requireObject(request, dgd, [...path, 'extraPodSpec']);
    requireObject(request, dgd, [...path, 'extraPodSpec', 'mainContainer']);
    requireArgs(request, dgd, [...path, 'extraPodSpec', 'mainContainer', 'args']);
  }
}

function checkComponents(request: Request, dgd: JsonObject, names: readonly string[]): void {
  const components = named(request, dgd, ['spec', 'components']);
  for (const [index, component] of components.entries()) {
    if (!names.includes(String(component.name))) continue;
    const path = ['spec', 'components', String(index)];
    requireObject(request, dgd, [...path, 'podTemplate']);
    requireObject(request, dgd, [...path, 'podTemplate', 'spec']);
    const podSpec = [...path, 'podTemplate', 'spec', 'containers'];
    if (getIn(component, 'podTemplate', 'spec', 'containers') === undefined) continue;
    const containers = named(request, dgd, podSpec);
    for (const position of containers.keys()) requireArgs(request, dgd, [...podSpec, String(position), 'args']);
  }
}

/** A list whose entries are merged by name, so that each needs one of its own. */
function named(request: Request, dgd: JsonObject, path: readonly string[]): readonly JsonObject[] {
  const list = at(dgd, path);
  if (list === undefined) return [];
  if (!Array.isArray(list))
    throw invalid(request, path, `${overridePath(path)} is ${text(list)}, not a list`, 'give a list');
  const seen = new Set<string>();
  return list.map((entry, index) => {
    const place = [...path, String(index)];
    const name = getIn(entry, 'name');
    if (!isObject(entry) || typeof name !== 'string' || name === '') {
      throw invalid(request, place, `${overridePath(place)} has no name`, 'give the name by which it is merged');
    }
    if (seen.has(name))
      throw invalid(request, place, `${overridePath(place)} repeats the name ${name}`, 'name each once');
    seen.add(name);
    return entry;
  });
}

function requireObject(request: Request, dgd: JsonObject, path: readonly string[]): void {
  const value = at(dgd, path);
  if (value === undefined || isObject(value)) return;
  const hint = value === null ? 'remove the key: an override cannot delete this' : 'give a map';
  throw invalid(request, path, `${overridePath(path)} is ${text(value)}, not a map`, hint);
}

/** Null is allowed up to 1.3: it takes the generated arguments away. */
function requireArgs(request: Request, dgd: JsonObject, path: readonly string[]): void {
  const value = at(dgd, path);
  if (value === undefined || value === null) return;
  const bad = Array.isArray(value) ? value.find((item) => typeof item === 'object') : value;
  if (bad === undefined) return;
  throw invalid(request, path, `args hold ${text(bad)}`, 'give a list with one text per flag and one per value');
}

function at(value: Json | undefined, path: readonly string[]): Json | undefined {
  return path.reduce<Json | undefined>((current, key) => {
    return Array.isArray(current) ? current[Number(key)] : getIn(current, key);
  }, value);
}

function refuseForbiddenKeys(request: Request, value: Json, path: readonly string[]): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, member] of Object.entries(value)) {
    if (key === FORBIDDEN_KEY) throw invalid(request, path, `the key ${FORBIDDEN_KEY} is not allowed`, `remove ${key}`);
    refuseForbiddenKeys(request, member, [...path, key]);
  }
}

function badVersion(
  request: Request,
  keys: readonly string[],
  found: string,
  versions: readonly string[],
): RenderError {
  const path = overridePath(keys);
  return new RenderError('OVERRIDE_VERSION_UNSUPPORTED', {
    message: `${found}, but overrides for Dynamo ${printRelease(request.target)} are read as ${versions.join(' or ')}`,
    path,
    hint:
      versions.length > 1
        ? 'use services with v1alpha1 and components with v1beta1'
        : `write the override as ${versions[0]} with spec.services`,
    origin: request.locate(path),
  });
}

/** OVERRIDE_INVALID for a field of the override. */
export function invalid(request: Request, keys: readonly string[], message: string, hint: string): RenderError {
  const path = overridePath(keys);
  return new RenderError('OVERRIDE_INVALID', { message, path, hint, origin: request.locate(path) });
}

function text(value: Json): string {
  return JSON.stringify(value);
}
