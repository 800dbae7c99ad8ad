import { graphServices, serviceArgs } from '../../dgd/services.ts';
import { RenderError, type Warn } from '../../errors.ts';
import type { JsonObject } from '../../json.ts';
import type { Profile } from '../../profile/profile.ts';
import type { Request } from '../../request/request.ts';
import { serviceOverridePath } from '../override-paths.ts';
import { publisherName } from './apply-routing.ts';
import { EVENT_FLAGS } from './event-flags.ts';
import { lintEventPlane } from './router-lint.ts';
import { type RouterSettings, routerSettings } from './router-settings.ts';

interface Checked {
  readonly request: Request;
  readonly warn: Warn;
  readonly settings: RouterSettings;
  /** The service that has to publish events. */
  readonly publisher: string;
  /** Services whose arguments publish events. */
  readonly publishing: readonly string[];
}

/**
 * Checks that router and workers of the finished graph agree on KV events (api.md 10.4). Warns with
 * ROUTING_WITHOUT_EVENTS, EVENTS_WITHOUT_ROUTING and EVENT_PLANE_MIXED; throws ROUTING_INVALID for mode direct, where nothing chooses. The events of a
 * mocker are its own business.
 */
export function lintRouting(graph: JsonObject, request: Request, profile: Profile, warn: Warn): void {
  const { publishes } = EVENT_FLAGS[profile.backend];
  const publishing = graphServices(graph)
    .map(({ name }) => name)
    .filter((name) => publishes(serviceArgs(graph, name)));
  const settings = routerSettings(graph);
  const checked = { request, warn, settings, publisher: publisherName(request, profile), publishing };
  if (settings.mode === 'unknown') return;
  const mode = settings.mode?.value;
  if (mode === 'direct') throw directMode(request);
  if (request.features.mocker) return;
  const listens = mode === 'kv' && settings.useKvEvents !== false;
  if (listens) lintEventPlane(graph, request, checked.publisher, warn);
  if (listens && !publishing.includes(checked.publisher)) warnSilent(checked);
  for (const name of publishing) {
    if (!listens)
      warnUnheard(checked, name, mode === 'kv' ? 'the router does not listen to events' : 'routing is not by KV cache');
    else if (name !== checked.publisher) warnUnheard(checked, name, `only ${checked.publisher} prefills and publishes`);
  }
}

function warnSilent({ request, warn, publisher }: Checked): void {
  const path = serviceOverridePath(request, 'Frontend');
  warn('ROUTING_WITHOUT_EVENTS', {
    message: `the Frontend routes by KV cache, but ${publisher} publishes no KV events, so the router knows no prefixes`,
    path,
    hint: `annotate the request with dgdr-render.dev/router-mode: kv, which adds the flags to ${publisher}, or set DYN_ROUTER_USE_KV_EVENTS to "false"`,
    origin: request.locate(path),
  });
}

function warnUnheard({ request, warn }: Checked, service: string, why: string): void {
  const path = serviceOverridePath(request, service);
  warn('EVENTS_WITHOUT_ROUTING', {
    message: `${service} is told to publish KV events that nobody uses: ${why}`,
    path,
    hint: `set DYN_ROUTER_MODE to kv on the Frontend, or take the event flags off ${service}`,
    origin: request.locate(path),
  });
}

function directMode(request: Request): RenderError {
  const path = serviceOverridePath(request, 'Frontend');
  return new RenderError('ROUTING_INVALID', {
    message: 'router mode direct needs a gateway that chooses the worker, and a request renders none',
    path,
    hint: 'use another mode, such as kv or round-robin, or write the graph with its gateway by hand',
    origin: request.locate(path),
  });
}
