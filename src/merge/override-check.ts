import { RenderError } from '../errors.ts';
import { ARGS_PATH, getIn, serviceArgs } from '../graph/access.ts';
import { hasFlag } from '../graph/args.ts';
import type { GraphBackend } from '../graph/backend.ts';
import { isObject, type Json, type JsonObject } from '../json.ts';
import type { Request } from '../request/request.ts';
import { overridePath } from './paths.ts';

const KIND = 'DynamoGraphDeployment';
const API_VERSION = 'nvidia.com/v1alpha1';
/** The one key that would change an object's prototype instead of a member. */
const FORBIDDEN_KEY = '__proto__';

/**
 * Refuses an override that cannot be merged into a v1alpha1 graph or would break it: another kind or version, nulls and
 * other non-objects where services are expected, arguments that are no list or that the engine refuses. Throws OVERRIDE_INVALID and
 * OVERRIDE_VERSION_UNSUPPORTED. The reference looks at none of this, so under its compat only the dangerous key counts.
 */
export function checkOverride(
  request: Request,
  dgd: JsonObject,
  { graph, backend }: { readonly graph: JsonObject; readonly backend: GraphBackend },
): void {
  refuseForbiddenKeys(request, dgd, []);
  if (request.compat === 'reference') return;
  const { apiVersion = API_VERSION, kind = KIND } = dgd;
  if (kind !== KIND) throw invalid(request, ['kind'], `kind is ${text(kind)}`, `use ${KIND}`);
  if (apiVersion !== API_VERSION) throw badVersion(request, ['apiVersion'], `apiVersion is ${text(apiVersion)}`);
  if (getIn(dgd, 'spec', 'components') !== undefined) {
    throw badVersion(request, ['spec', 'components'], 'components belong to v1beta1');
  }
  for (const path of [
    ['metadata'],
    ['metadata', 'labels'],
    ['metadata', 'annotations'],
    ['spec'],
    ['spec', 'services'],
  ]) {
    requireObject(request, dgd, path);
  }
  for (const service of Object.keys(getIn(graph, 'spec', 'services') ?? {})) {
    const path = ['spec', 'services', service];
    requireObject(request, dgd, path);
    requireObject(request, dgd, [...path, 'extraPodSpec']);
    requireObject(request, dgd, [...path, 'extraPodSpec', 'mainContainer']);
    requireArgs(request, dgd, [...path, ...ARGS_PATH]);
    refuseConflicts(request, service, backend);
  }
}

function requireObject(request: Request, dgd: JsonObject, path: readonly string[]): void {
  const value = getIn(dgd, ...path);
  if (value === undefined || isObject(value)) return;
  const hint = value === null ? 'remove the key: an override cannot delete this' : 'give a map';
  throw invalid(request, path, `${overridePath(path)} is ${text(value)}, not a map`, hint);
}

/** Null is allowed: it takes the generated arguments away. */
function requireArgs(request: Request, dgd: JsonObject, path: readonly string[]): void {
  const value = getIn(dgd, ...path);
  if (value === undefined || value === null) return;
  const bad = Array.isArray(value) ? value.find((item) => typeof item === 'object') : value;
  if (bad === undefined) return;
  throw invalid(request, path, `args hold ${text(bad)}`, 'give a list with one text per flag and one per value');
}

/** Flags that would stop the worker, as it refuses them next to the generated ones. */
function refuseConflicts(request: Request, service: string, { conflicts }: GraphBackend): void {
  const args = serviceArgs(request.overrides.dgd, service);
  const found = conflicts.find(({ flag }) => hasFlag(args, flag));
  if (found === undefined) return;
  const path = ['spec', 'services', service, ...ARGS_PATH];
  const message = `${found.flag} and the generated flags exclude each other, so ${service} would not start`;
  throw invalid(request, path, message, `write ${found.instead}`);
}

function refuseForbiddenKeys(request: Request, value: Json, path: readonly string[]): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, member] of Object.entries(value)) {
    if (key === FORBIDDEN_KEY) throw invalid(request, path, `the key ${FORBIDDEN_KEY} is not allowed`, `remove ${key}`);
    refuseForbiddenKeys(request, member, [...path, key]);
  }
}

function badVersion(request: Request, keys: readonly string[], found: string): RenderError {
  const path = overridePath(keys);
  const { major, minor } = request.target;
  return new RenderError('OVERRIDE_VERSION_UNSUPPORTED', {
    message: `${found}, but graphs for Dynamo ${major}.${minor} are ${API_VERSION}`,
    path,
    hint: `write the override as ${API_VERSION} with spec.services`,
    origin: request.locate(path),
  });
}

function invalid(request: Request, keys: readonly string[], message: string, hint: string): RenderError {
  const path = overridePath(keys);
  return new RenderError('OVERRIDE_INVALID', { message, path, hint, origin: request.locate(path) });
}

function text(value: Json): string {
  return JSON.stringify(value);
}
