import { serviceArgs, serviceEnv } from '../../dgd/services.ts';
import { flagValue, hasFlag } from '../../graph/args.ts';
import { getIn, isObject, type Json } from '../../json.ts';

/** A setting of the Frontend: its text, or `unknown` where the cluster resolves it; undefined where nobody set it. */
export type Setting = { readonly value: string } | 'unknown' | undefined;

/** What the Frontend's router was told (Dynamo 1.2 to 1.6, docs/components/router). */
export interface RouterSettings {
  readonly mode: Setting;
  /** Whether the router listens to KV events; undefined means that it does. */
  readonly useKvEvents: boolean | undefined;
}

const MODE = { env: 'DYN_ROUTER_MODE', flag: '--router-mode' };
const EVENTS = { env: 'DYN_ROUTER_USE_KV_EVENTS', on: '--router-kv-events', off: '--no-router-kv-events' };

/** Names of the two variables. */
export const ROUTER_ENV = { mode: MODE.env, useKvEvents: EVENTS.env };

/** The router settings in a graph or override of either version. Flags win over variables. */
export function routerSettings(graph: Json | undefined): RouterSettings {
  const args = serviceArgs(graph, 'Frontend');
  const flagged = flagValue(args, MODE.flag);
  return {
    mode: flagged === undefined ? envSetting(graph, 'Frontend', MODE.env) : { value: flagged },
    useKvEvents: eventsSetting(graph, args),
  };
}

function eventsSetting(graph: Json | undefined, args: readonly string[]): boolean | undefined {
  if (hasFlag(args, EVENTS.off)) return false;
  if (hasFlag(args, EVENTS.on)) return true;
  const setting = envSetting(graph, 'Frontend', EVENTS.env);
  if (setting === undefined || setting === 'unknown') return undefined;
  return !['false', '0', 'no', 'off'].includes(setting.value.toLowerCase());
}

/** What a service's main container gets for a variable. */
export function envSetting(graph: Json | undefined, service: string, name: string): Setting {
  for (const list of serviceEnv(graph, service)) {
    const entry = list.findLast((item) => getIn(item, 'name') === name);
    if (!isObject(entry)) continue;
    const { value } = entry;
    return value === undefined || value === null || typeof value === 'object' ? 'unknown' : { value: String(value) };
  }
  return undefined;
}
