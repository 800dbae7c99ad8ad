import { serviceArgs, serviceEnv } from '../../dgd/services.ts';
import { flagValue } from '../../graph/args.ts';
import { getIn, type JsonObject } from '../../json.ts';
import { firstRelease, printRelease, RELEASES, type ReleaseFacts, releaseFacts } from '../../releases.ts';
import { nearest } from '../../request/nearest.ts';
import type { Request } from '../../request/request.ts';
import type { Finishing } from '../context.ts';
import { serviceOverridePath } from '../override-paths.ts';
import { envSetting, routerSettings } from './router-settings.ts';

const FRONTEND = 'Frontend';
const PREFIX = 'DYN_ROUTER_';
const PLANE = { env: 'DYN_EVENT_PLANE', flag: '--event-plane' };

/**
 * Warns with ROUTER_SETTING_UNKNOWN about router variables and modes that the target's Frontend does not read. They came
 * from an override, since what is generated is known to every release that it is generated for.
 */
export function lintRouterSettings(graph: JsonObject, context: Finishing): void {
  const { request, mends } = context;
  if (!mends.warnsAboutRouterSettings) return;
  const facts = releaseFacts(request.target);
  const names = serviceEnv(graph, FRONTEND).flatMap((list) => list.map((entry) => String(getIn(entry, 'name'))));
  const strange = [...new Set(names)].filter(
    (name) => name.startsWith(PREFIX) && !facts.routerVariables.includes(name),
  );
  for (const name of strange) {
    const has = ({ routerVariables }: ReleaseFacts): boolean => routerVariables.includes(name);
    warnUnknown({ what: `the variable ${name}`, has, guess: nearest(name, facts.routerVariables) }, context);
  }
  const { mode } = routerSettings(graph);
  if (mode === undefined || mode === 'unknown' || facts.routerModes.includes(mode.value)) return;
  const has = ({ routerModes }: ReleaseFacts): boolean => routerModes.includes(mode.value);
  const guess = nearest(mode.value, facts.routerModes);
  warnUnknown({ what: `the router mode ${mode.value}`, has, guess }, context);
}

interface Unknown {
  readonly what: string;
  /** Whether a release knows it. */
  readonly has: (facts: ReleaseFacts) => boolean;
  readonly guess: string | undefined;
}

function warnUnknown({ what, has, guess }: Unknown, { request, warn }: Finishing): void {
  const path = serviceOverridePath(request.overrides.dgd, FRONTEND);
  const first = firstRelease(has);
  const last = RELEASES.findLast(has)?.release;
  const known =
    first === undefined || last === undefined
      ? 'no release of Dynamo does'
      : `only ${printRelease(first)} to ${printRelease(last)} do`;
  warn('ROUTER_SETTING_UNKNOWN', {
    message: `the Frontend of Dynamo ${printRelease(request.target)} does not know ${what}; ${known}`,
    path,
    hint: guess === undefined ? 'remove it, or set the target to the release that runs' : `write ${guess}`,
    origin: request.locate(path),
  });
}

/** Warns with EVENT_PLANE_MIXED where the router listens on another event plane than `publisher` publishes on. */
export function lintEventPlane(graph: JsonObject, publisher: string, { request, warn }: Finishing): void {
  const [heard, spoken] = [FRONTEND, publisher].map((service) => eventPlane(graph, service, request));
  if (heard === 'unknown' || spoken === 'unknown' || heard === spoken) return;
  const path = serviceOverridePath(request.overrides.dgd, FRONTEND);
  warn('EVENT_PLANE_MIXED', {
    message: `the Frontend listens for KV events on the event plane ${heard}, but ${publisher} publishes on ${spoken}`,
    path,
    hint: `set ${PLANE.env} to the same value everywhere, for example in spec.overrides.dgd.spec.envs (v1beta1: env)`,
    origin: request.locate(path),
  });
}

/** The event plane of a service; flags win over variables, and those over the release's default. */
function eventPlane(graph: JsonObject, service: string, { target }: Request): string {
  const flagged = flagValue(serviceArgs(graph, service), PLANE.flag);
  if (flagged !== undefined) return flagged;
  const setting = envSetting(graph, service, PLANE.env);
  if (setting === 'unknown') return setting;
  return setting?.value ?? releaseFacts(target).eventPlane;
}
