import { isDeepStrictEqual } from 'node:util';
import type { GraphService } from '../../../src/dgd/lens/lens.ts';
import { mapServices } from '../../../src/dgd/services.ts';
import { isObject, type Json, type JsonObject, updateIn } from '../../../src/json.ts';
import type { Request } from '../../../src/request/request.ts';
import {
  flagValue,
  MAIN_CONTAINER,
  type ManifestMend,
  type MendContext,
  mapGraph,
  withArgs,
  withValue,
} from './mend.ts';

type ModelCache = NonNullable<Request['modelCache']>;

/** Where the reference and we look for the model; `hfHome` is set where the path is no path but the model's id. */
interface Places {
  readonly reference: string;
  readonly ours: string;
  readonly hfHome: string | undefined;
}

const MODEL_FLAGS = ['--model', '--model-path'];
const slashless = (path: string): string => path.replace(/^\/+|\/+$/g, '');
const joined = (mount: string, path: string): string => `/${slashless(mount)}/${slashless(path)}`;

/** Undefined where both look in the same place. */
function placesOf({ request, profile }: MendContext): Places | undefined {
  const cache = request.modelCache;
  if (cache === undefined || request.features.mocker) return undefined;
  const { pvcMountPath: mount, pvcModelPath: path } = cache;
  if (path === undefined) return { ...pathless(cache, profile.naive !== undefined), ours: request.model };
  if (!`${path}/`.startsWith(`${mount}/`)) return undefined;
  return { reference: joined(mount, path), ours: joined(mount, path.slice(mount.length)), hfHome: undefined };
}

/** Without a path the reference repeats the mount; where it sizes from memory it takes the mount. */
function pathless({ pvcMountPath: mount }: ModelCache, isNaive: boolean): Omit<Places, 'ours'> {
  return { reference: isNaive ? mount : joined(mount, mount), hfHome: mount };
}

function withPlace(service: GraphService, { reference, ours, hfHome }: Places, model: string): JsonObject {
  const { object, mainContainer } = service;
  const args = Array.isArray(mainContainer.args) ? mainContainer.args.map(String) : [];
  const flag = MODEL_FLAGS.find((name) => flagValue(args, name) === reference);
  if (flag === undefined) return object;
  const frontend = ['--model-name', model, '--model-path', reference];
  const isCommandNeeded = hfHome === undefined || !isDeepStrictEqual(args, frontend);
  const placed = isCommandNeeded ? withArgs(service, withValue(args, flag, ours)) : withoutCommand(object);
  return hfHome === undefined ? placed : updateIn(placed, [...MAIN_CONTAINER, 'env'], (env) => withHome(env, hfHome));
}

/** A Frontend that need not be told a path has the operator's command. */
function withoutCommand(service: JsonObject): JsonObject {
  return updateIn(service, MAIN_CONTAINER, (container) => {
    const { command: _command, args: _args, ...rest } = isObject(container) ? container : {};
    return rest;
  });
}

function withHome(env: Json | undefined, value: string): Json {
  const given = Array.isArray(env) ? env : [];
  const isSet = given.some((entry) => isObject(entry) && entry.name === 'HF_HOME');
  return isSet ? given : [{ name: 'HF_HOME', value }, ...given];
}

/** The model's place in a claim, and the home of the cache where the claim holds one. */
export const CACHE_MEND: ManifestMend = {
  topic: '`modelCache` without a path, or a path that holds the mount',
  apply: (documents, context) => {
    const places = placesOf(context);
    if (places === undefined) return documents;
    return mapGraph(documents, (graph) =>
      mapServices(graph, (service) => withPlace(service, places, context.request.model)),
    );
  },
};
