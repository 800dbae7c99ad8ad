import { show } from '../words.ts';
import { DEFAULTS, defaultRow, SETTING_PATHS } from './defaults.ts';
import { nearest } from './nearest.ts';
import type { Report } from './report.ts';
import { KV_EVENTS, type KvEvents, ROUTER_MODES, type RouterMode, type Routing } from './request.ts';
import type { Metadata, Spec } from './schema.ts';
import type { RequestDefaults } from './settings.ts';
import { toPath } from './shape.ts';

/** Annotations below this prefix belong to this project. */
export const PREFIX = 'dgdr-render.dev/';

const MODE_ANNOTATION = `${PREFIX}${DEFAULTS['routing.mode'].annotation}`;
const EVENTS_ANNOTATION = `${PREFIX}${DEFAULTS['routing.kvEvents'].annotation}`;

/** Names below the prefix: wishes, and what a rendered graph says about itself. */
const KNOWN_ANNOTATIONS = [
  ...SETTING_PATHS.flatMap((path) => defaultRow(path).annotation ?? []),
  ...['source', 'profile', 'engine'],
];

const MODE_REASONS: Readonly<Record<string, string>> = {
  direct:
    'direct leaves the choice of the worker to the client, and behind a generated Frontend nothing makes it; the endpoint picker of a Gateway does, in a graph of your own or of a gateway recipe of Dynamo',
};

/** A wish that has been read, with the field that holds it. */
interface RoutingWish<T> {
  readonly value: T;
  readonly path: string;
  /** 0 is the strongest source. */
  readonly rank: number;
}

interface Source {
  readonly mode: unknown;
  readonly modePath: string;
  readonly kvEvents: unknown;
  readonly kvEventsPath: string;
}

/**
 * The routing wish: annotations over `features.kvRouter` over the function's config, member by member. Events that a
 * weaker source wishes for are forgotten when a stronger one chooses another mode than kv; said at least as strongly as
 * the mode, they contradict it. `kvRouter.enabled: false` takes back a kv mode of the function's config.
 */
export function toRouting(metadata: Metadata, spec: Spec, defaults: RequestDefaults, report: Report): Routing {
  const sources = toSources(metadata, spec, defaults);
  const modes = sources.map(({ mode, modePath }, rank) =>
    read(mode, { values: ROUTER_MODES, path: modePath, rank, report }),
  );
  const events = sources.map(({ kvEvents, kvEventsPath }, rank) =>
    read(kvEvents, { values: KV_EVENTS, path: kvEventsPath, rank, report }),
  );
  const mode: RoutingWish<RouterMode> | undefined = modes.find((wish) => wish !== undefined);
  const kvEvents: RoutingWish<KvEvents> | undefined = events.find((wish) => wish !== undefined);
  if (mode === undefined)
    return kvEvents === undefined ? {} : { kvEvents: kvEvents.value, ...askedAt(kvEvents, defaults) };
  if (mode.value === 'kv') return { mode: 'kv', kvEvents: kvEvents?.value ?? 'exact' };
  if (kvEvents !== undefined && kvEvents.rank <= mode.rank) {
    report.fail('ROUTING_INVALID', {
      path: kvEvents.path,
      message: `kvEvents is ${kvEvents.value}, but the router mode is ${mode.value}; only kv reads events`,
      hint: `set the router mode to kv in ${mode.path}, or delete ${kvEvents.path}`,
    });
  }
  // Of a call that says the mode too OPTION_OVERRULED tells.
  const isAlone = kvEvents !== undefined && defaults.routing?.mode === undefined;
  return { mode: mode.value, ...(isAlone && askedAt(kvEvents, defaults)) };
}

/** Where events are asked for without a mode; whether an override sets it is known later. */
function askedAt({ path, rank }: RoutingWish<KvEvents>, { sourceOf }: RequestDefaults): Pick<Routing, 'eventsAskedAt'> {
  const isAsked = rank === 0 || sourceOf?.('routing.kvEvents')?.isForCall === true;
  return isAsked ? { eventsAskedAt: path } : {};
}

/** Warns about annotations below our prefix that mean nothing. */
export function checkAnnotations({ annotations = {} }: Metadata, report: Report): void {
  for (const key of Object.keys(annotations)) {
    const name = key.slice(PREFIX.length);
    if (!key.startsWith(PREFIX) || KNOWN_ANNOTATIONS.includes(name)) continue;
    const guess = nearest(name, KNOWN_ANNOTATIONS);
    report.warn('ANNOTATION_IGNORED', {
      path: annotationPath(key),
      message: `annotation ${show(key)} is unknown and has no effect`,
      hint: guess === undefined ? `known are ${KNOWN_ANNOTATIONS.join(', ')}` : `write ${PREFIX}${guess}`,
    });
  }
}

function toSources({ annotations = {} }: Metadata, { features }: Spec, { routing = {} }: RequestDefaults): Source[] {
  const isOn = features?.kvRouter?.enabled;
  const isTakenBack = isOn === false && routing.mode === 'kv';
  return [
    {
      mode: annotations[MODE_ANNOTATION],
      modePath: annotationPath(MODE_ANNOTATION),
      kvEvents: annotations[EVENTS_ANNOTATION],
      kvEventsPath: annotationPath(EVENTS_ANNOTATION),
    },
    {
      mode: isOn === true ? 'kv' : undefined,
      modePath: 'spec.features.kvRouter.enabled',
      kvEvents: undefined,
      kvEventsPath: 'spec.features.kvRouter',
    },
    {
      mode: isTakenBack ? undefined : routing.mode,
      modePath: 'spec.routing.mode',
      kvEvents: isTakenBack ? undefined : routing.kvEvents,
      kvEventsPath: 'spec.routing.kvEvents',
    },
  ];
}

/** The field of an annotation. */
export function annotationPath(key: string): string {
  return toPath('metadata.annotations', [key]);
}

interface ReadOptions<T> {
  readonly values: readonly T[];
  readonly path: string;
  readonly rank: number;
  readonly report: Report;
}

function read<T extends string>(
  value: unknown,
  { values, path, rank, report }: ReadOptions<T>,
): RoutingWish<T> | undefined {
  if (value === undefined || value === null) return undefined;
  const known = values.find((candidate) => candidate === value);
  if (known !== undefined) return { value: known, path, rank };
  const guess = typeof value === 'string' ? nearest(value, values) : undefined;
  const reason = typeof value === 'string' && Object.hasOwn(MODE_REASONS, value) ? `: ${MODE_REASONS[value]}` : '';
  report.broken('ROUTING_INVALID', {
    path,
    message: `${path} is ${show(value)}, wanted one of ${values.join(', ')}${reason}`,
    hint: guess === undefined || reason !== '' ? `use one of ${values.join(', ')}` : `write ${guess}`,
  });
  return undefined;
}
