import type { V1EnvVar } from '@kubernetes/client-node';
import type { JsonObject } from '../json.ts';
import type { Request } from '../request/request.ts';

/** Secret with the Hugging Face token that the reference's base graphs name; users can override it per service. */
export const TOKEN_SECRET = 'hf-token-secret';

/** Where workers load the model from. */
export interface ModelSource {
  /** Value of the model flag: a model id, or a path inside the container. */
  readonly path: string;
  /** Home of the Hugging Face cache, where the claim holds one. */
  readonly hfHome: string | undefined;
  readonly claim: { readonly name: string; readonly mountPoint: string } | undefined;
}

type ModelCache = NonNullable<Request['modelCache']>;
type Location = Pick<ModelSource, 'path' | 'hfHome'>;

/** The path inside the claim; the claim itself is the cache where there is none. */
function locate(cache: ModelCache, model: string): Location {
  const path = stripMount(cache);
  return path === ''
    ? { path: model, hfHome: cache.pvcMountPath }
    : { path: joinPath(cache.pvcMountPath, path), hfHome: undefined };
}

/** What ai-dynamo 1.3.1 does (design graph.md 3.5, quirks 11 to 13). */
function locateAsReference(cache: ModelCache, naive: boolean): Location {
  if (cache.pvcModelPath === undefined && naive) return { path: cache.pvcMountPath, hfHome: cache.pvcMountPath };
  return { path: joinPath(cache.pvcMountPath, cache.pvcModelPath ?? cache.pvcMountPath), hfHome: undefined };
}

/** Model flag, claim and cache home of a request. `naive` says that the graph was sized without measurements. */
export function resolveModel(request: Request, naive: boolean): ModelSource {
  const cache = request.modelCache;
  if (cache === undefined) return { path: request.model, hfHome: undefined, claim: undefined };
  const location = request.mends.stripsModelMount ? locate(cache, request.model) : locateAsReference(cache, naive);
  return {
    ...location,
    claim: { name: cache.pvcName, mountPoint: cache.pvcMountPath },
  };
}

/** Whether the Frontend has to be told the path: only a file system path is one that it can check. */
export function isFilePath(path: string): boolean {
  return path.startsWith('/') || path.startsWith('.');
}

/** The claim's mount on a service; empty without a claim. */
export function mountFields({ claim }: ModelSource): JsonObject {
  return claim === undefined ? {} : { volumeMounts: [{ ...claim }] };
}

/** The variable that points Hugging Face at the claim, for a main container; empty where a path says it all. */
export function hfHomeFields({ hfHome }: ModelSource): JsonObject {
  return hfHome === undefined ? {} : { env: [{ name: 'HF_HOME', value: hfHome }] satisfies V1EnvVar[] };
}

function joinPath(mount: string, path: string): string {
  return `${mount.replace(/\/+$/, '')}/${trimSlashes(path)}`;
}

/** The path inside the claim, without a mount path in front of it. */
function stripMount({ pvcModelPath = '', pvcMountPath }: ModelCache): string {
  const mount = `${pvcMountPath.replace(/\/+$/, '')}/`;
  const path = `${pvcModelPath.trim()}/`;
  return trimSlashes(path.startsWith(mount) ? path.slice(mount.length) : path);
}

function trimSlashes(path: string): string {
  return path.replace(/^[\s/]+|[\s/]+$/g, '');
}
