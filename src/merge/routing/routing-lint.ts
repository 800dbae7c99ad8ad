import { graphServices, serviceArgs } from '../../dgd/services.ts';
import { RenderError } from '../../errors.ts';
import type { JsonObject } from '../../json.ts';
import type { Request } from '../../request/request.ts';
import type { Finishing } from '../context.ts';
import { serviceOverridePath } from '../override-paths.ts';
import { publisherName } from './apply-routing.ts';
import { EVENT_FLAGS } from './event-flags.ts';
import { lintEventPlane } from './router-lint.ts';
import { routerSettings } from './router-settings.ts';

/**
 * Checks that router and workers of the finished graph agree on KV events (api.md 10.4). Warns with
 * ROUTING_WITHOUT_EVENTS, EVENTS_WITHOUT_ROUTING, EVENT_PLANE_MIXED and FIELD_IGNORED; throws ROUTING_INVALID for mode direct,
 * where nothing chooses. The events of a mocker are its own business.
 */
export function lintRouting(graph: JsonObject, context: Finishing): void {
  const { request } = context;
  const { publishes } = EVENT_FLAGS[context.profile.backend];
  const publishing = graphServices(graph)
    .map(({ name }) => name)
    .filter((name) => publishes(serviceArgs(graph, name)));
  const settings = routerSettings(graph);
  const publisher = publisherName(context);
  if (settings.mode === 'unknown') return;
  const mode = settings.mode?.value;
  if (mode === 'direct') throw directMode(request);
  if (mode !== 'kv') warnUnread(context);
  if (request.features.mocker) return;
  const listens = mode === 'kv' && settings.useKvEvents !== false;
  if (listens) lintEventPlane(graph, publisher, context);
  if (listens && !publishing.includes(publisher)) warnSilent(publisher, context);
  for (const name of publishing) {
    if (!listens)
      warnUnheard(name, mode === 'kv' ? 'the router does not listen to events' : 'routing is not by KV cache', context);
    else if (name !== publisher) warnUnheard(name, `only ${publisher} prefills and publishes`, context);
  }
}

function warnUnread({ request, warn }: Finishing): void {
  const { eventsAskedAt: path } = request.routing;
  if (path === undefined) return;
  warn('FIELD_IGNORED', {
    message: 'KV events are asked for, but the router mode is not kv, and only that reads them',
    path,
    hint: 'say the router mode kv too, or leave KV events out',
    origin: request.locate(path),
  });
}

function warnSilent(publisher: string, { request, warn }: Finishing): void {
  const path = serviceOverridePath(request.overrides.dgd, 'Frontend');
  warn('ROUTING_WITHOUT_EVENTS', {
    message: `the Frontend routes by KV cache, but ${publisher} publishes no KV events, so the router knows no prefixes`,
    path,
    hint: `annotate the request with dgdr-render.dev/router-mode: kv, which adds the flags to ${publisher}, or set DYN_ROUTER_USE_KV_EVENTS to "false"`,
    origin: request.locate(path),
  });
}

function warnUnheard(service: string, why: string, { request, warn }: Finishing): void {
  const path = serviceOverridePath(request.overrides.dgd, service);
  warn('EVENTS_WITHOUT_ROUTING', {
    message: `${service} is told to publish KV events that nobody uses: ${why}`,
    path,
    hint: `set DYN_ROUTER_MODE to kv on the Frontend, or take the event flags off ${service}`,
    origin: request.locate(path),
  });
}

function directMode(request: Request): RenderError {
  const path = serviceOverridePath(request.overrides.dgd, 'Frontend');
  return new RenderError('ROUTING_INVALID', {
    message: 'router mode direct needs a gateway that chooses the worker, and a request renders none',
    path,
    hint: 'use another mode, such as kv or round-robin, or write the graph with its gateway by hand',
    origin: request.locate(path),
  });
}
