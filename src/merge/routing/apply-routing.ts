import { addEnv, serviceArgs, updateMainContainer } from '../../dgd/services.ts';
import { hasFlag, missingTokens } from '../../graph/args.ts';
import { overrideArgs, workerName } from '../../graph/backends.ts';
import type { Json, JsonObject } from '../../json.ts';
import type { Profile } from '../../profile/profile.ts';
import type { Request } from '../../request/request.ts';
import type { Role } from '../../serving.ts';
import type { Finishing } from '../context.ts';
import { EVENT_FLAGS } from './event-flags.ts';
import { ROUTER_ENV, type RouterSettings, routerSettings } from './router-settings.ts';

/** The role that prefills and so publishes KV events: decode workers are chosen by load. */
const PUBLISHING_ROLE: Readonly<Record<Profile['chosen'], Role>> = { agg: 'agg', disagg: 'prefill' };

/** Name of the service that publishes KV events. */
export function publisherName({ request: { target }, profile: { backend, chosen } }: Finishing): string {
  return workerName(backend, PUBLISHING_ROLE[chosen], target);
}

/**
 * The graph with what the request's routing wish needs: variables on the Frontend, event flags on the worker that
 * prefills. What the override sets is left to it, and in a graph from a cluster what that sets.
 */
export function applyRouting(graph: JsonObject, context: Finishing): JsonObject {
  const { request, profile } = context;
  const { mode, kvEvents } = request.routing;
  if (mode === undefined && kvEvents === undefined) return graph;
  const said = routerSettings(profile.pinned === undefined ? request.overrides.dgd : graph);
  const env = routingEnv(request, said);
  const withEnv = env.length === 0 ? graph : addEnv(graph, 'Frontend', env);
  // A mocker's events have flags of their own and are on unless switched off.
  const needsFlags = wantsEvents(request, said) && !request.features.mocker;
  return needsFlags ? addEventFlags(withEnv, context) : withEnv;
}

/** The mode in force: the override's, else the wish's. */
function effectiveMode(request: Request, said: RouterSettings): string | undefined {
  if (said.mode === undefined) return request.routing.mode;
  return said.mode === 'unknown' ? undefined : said.mode.value;
}

function routingEnv(request: Request, said: RouterSettings): Json[] {
  const { mode, kvEvents } = request.routing;
  const approximate =
    kvEvents === 'approximate' && said.useKvEvents === undefined && effectiveMode(request, said) === 'kv';
  return [
    ...(mode !== undefined && said.mode === undefined ? [{ name: ROUTER_ENV.mode, value: mode }] : []),
    ...(approximate ? [{ name: ROUTER_ENV.useKvEvents, value: 'false' }] : []),
  ];
}

function wantsEvents(request: Request, said: RouterSettings): boolean {
  return effectiveMode(request, said) === 'kv' && (said.useKvEvents ?? request.routing.kvEvents !== 'approximate');
}

function addEventFlags(graph: JsonObject, context: Finishing): JsonObject {
  const { request, profile } = context;
  const service = publisherName(context);
  const { flags, corrections } = EVENT_FLAGS[profile.backend];
  const override = overrideArgs(request, profile.backend, PUBLISHING_ROLE[profile.chosen]);
  const present = serviceArgs(graph, service);
  const corrected = corrections.filter(({ flag }) => !hasFlag(override, flag)).reduce(correctValue, present);
  const added = missingTokens(flags(request.target), [...override, ...present]);
  return updateMainContainer(graph, service, (container) => ({ ...container, args: [...corrected, ...added] }));
}

/** Generated arguments, always flag and value as two tokens, with another value for one flag. */
function correctValue(
  args: readonly string[],
  { flag, value }: { readonly flag: string; readonly value: string },
): readonly string[] {
  return args.map((arg, index) => (args[index - 1] === flag ? value : arg));
}
