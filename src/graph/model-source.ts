import type { V1EnvVar } from '@kubernetes/client-node';
import type { JsonObject } from '../json.ts';
import type { Compat, Request } from '../request/request.ts';

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

/** How a claim becomes a path: ours, or what ai-dynamo 1.3.1 does (design graph.md 3.5, quirks 11 to 13). */
const LOCATE: Readonly<Record<Compat, (cache: ModelCache, model: string, naive: boolean) => Location>> = {
  ours: (cache, model) => {
    const path = stripMount(cache);
    return path === ''
      ? { path: model, hfHome: cache.pvcMountPath }
      : { path: joinPath(cache.pvcMountPath, path), hfHome: undefined };
  },
  reference: (cache, _model, naive) => {
    if (cache.pvcModelPath === undefined && naive) return { path: cache.pvcMountPath, hfHome: cache.pvcMountPath };
    return { path: joinPath(cache.pvcMountPath, cache.pvcModelPath ?? cache.pvcMountPath), hfHome: undefined };
  },
};

/** Model flag, claim and cache home of a request. `naive` says that the graph was sized without measurements. */
export function resolveModel(request: Request, naive: boolean): ModelSource {
  const cache = request.modelCache;
  if (cache === undefined) return { path: request.model, hfHome: undefined, claim: undefined };
  return {
    ...LOCATE[request.compat](cache, request.model, naive),
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
