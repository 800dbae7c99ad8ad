import { findMirrorProblem, parseMirrors } from './mirrors.ts';
import { KV_EVENTS, ROUTER_MODES } from './request.ts';

/** What the schema of the function's config takes from requests. */
export const CONFIG_SETS = { modes: ROUTER_MODES, kvEvents: KV_EVENTS, parseMirrors, findMirrorProblem } as const;
