import type { Origin } from '../errors.ts';
import type { DefaultRow } from './default-row.ts';
import { type DEFAULTS, defaultRow, type HeadOf, SETTING_PATHS, type SettingPath } from './defaults.ts';
import type { HostKind } from './host-kind.ts';
import type { ConfigKind } from './value-kinds.ts';

type Rows = typeof DEFAULTS;
type ValueAt<P extends SettingPath> = Rows[P]['kind'] extends ConfigKind<infer T> ? T : never;
type PathAbout<A extends DefaultRow['about']> = {
  [P in SettingPath]: Rows[P]['about'] extends A ? P : never;
}[SettingPath];
/** Fields right below `spec` with a fallback; those of a group are filled too, member by member. */
type FilledPath = {
  [P in SettingPath]: Rows[P] extends { fallback: unknown } ? (P extends HeadOf<P> ? P : never) : never;
}[SettingPath];

/** Values by their paths as a config nests them; what is absent was not said. */
type Nested<P extends SettingPath> = {
  readonly [H in HeadOf<P>]?:
    | (H extends P
        ? ValueAt<H>
        : { readonly [M in P as M extends `${H}.${infer Name}` ? Name : never]?: ValueAt<M> | undefined })
    | undefined;
};

/** What a host sets, of whatever the table has. */
export type Settings = Nested<SettingPath>;

/** The same with what holds where nobody says anything. */
export type FilledSettings = Settings & { readonly [P in FilledPath]: ValueAt<P> };

/** What requests leave out and a host supplies. */
export interface RequestDefaults extends Nested<PathAbout<'request'>> {
  /** Whether there is a result that a cluster made, so that `searchStrategy: thorough` can stand; default false. */
  readonly acceptsThorough?: boolean | undefined;
  /** Who calls, in whose words hints speak. */
  readonly host?: HostKind | undefined;
  /** Who said a default, and where. */
  readonly sourceOf?: ((path: SettingPath) => SaidBy | undefined) | undefined;
}

/** Who said a default, as far as a request is concerned. */
interface SaidBy {
  readonly words: string;
  readonly origin?: Origin | undefined;
  readonly isForCall?: boolean | undefined;
}

/** Settings from values by their paths; undefined ones were not said. */
export function toSettings(values: Iterable<readonly [path: SettingPath, value: unknown]>): Settings {
  const settings: Record<string, unknown> = {};
  for (const [path, value] of values) {
    if (value === undefined) continue;
    const [head = '', member] = path.split('.');
    settings[head] = member === undefined ? value : { ...Object(settings[head]), [member]: value };
  }
  return settings;
}

/** Settings with the fallbacks of the table for what they do not say. */
export function withFallbacks(settings: Settings): FilledSettings {
  const fallbacks = SETTING_PATHS.map((path) => [path, defaultRow(path).fallback] as const);
  const said = SETTING_PATHS.map((path) => [path, settingAt(settings, path)] as const);
  return toSettings([...fallbacks, ...said]) as FilledSettings;
}

/** The value of settings at a path of the table. */
export function settingAt(settings: Settings, path: SettingPath): unknown {
  return path.split('.').reduce<unknown>((value, key) => Object(value)[key], settings);
}
