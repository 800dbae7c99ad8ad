import type { Origin } from '../errors.ts';
import { SETTING_PATHS, type SettingPath } from './defaults.ts';
import type { HostKind } from './host-kind.ts';
import { type FilledSettings, type Settings, settingAt, toSettings, withFallbacks } from './settings.ts';

/** Who says a value. */
export interface Source {
  /** For people: `option --target`, or the name of a file. */
  readonly words: string;
  /** Whether it was said for this call alone, so that a request that says otherwise deserves a word. */
  readonly isForCall?: boolean | undefined;
  /** Where it stands, in a project file. */
  readonly origin?: Origin | undefined;
  /** Where what is inside of it stands, such as `spec.models[0].config`. */
  readonly locate?: ((path: string) => Origin) | undefined;
}

/** What one voice says, and as what each value of it is known. */
export interface Layer {
  readonly settings: Settings;
  /** Which kind of host speaks; absent of a project file. */
  readonly host?: HostKind | undefined;
  readonly sourceOf: (path: SettingPath) => Source;
}

/** Names of what host a value is from, by the names that it has there. */
export function hostLayer(settings: Settings, nameOf: (path: SettingPath) => string, host: HostKind): Layer {
  const isForCall = host === 'command';
  return { settings, host, sourceOf: (path) => ({ words: nameOf(path), isForCall }) };
}

/** What counts, and who said it; nobody where it is the fallback or nothing. */
export interface Resolved {
  readonly settings: FilledSettings;
  readonly sourceOf: (path: SettingPath) => Source | undefined;
}

/** Several voices as one, the first that says something counting: field by field, lists as a whole. */
export function mergeLayers(layers: readonly Layer[]): Pick<Layer, 'settings'> & Pick<Resolved, 'sourceOf'> {
  const by = (path: SettingPath): Layer | undefined => {
    return layers.find(({ settings }) => settingAt(settings, path) !== undefined);
  };
  const said = SETTING_PATHS.map((path) => [path, settingAt(by(path)?.settings ?? {}, path)] as const);
  return { settings: toSettings(said), sourceOf: (path) => by(path)?.sourceOf(path) };
}

/** What counts where these voices speak, the strongest first. */
export function resolveLayers(layers: readonly Layer[]): Resolved {
  const { settings, sourceOf } = mergeLayers(layers);
  return { settings: withFallbacks(settings), sourceOf };
}

/** A voice that says nothing. */
export const SILENCE: Layer = { settings: {}, sourceOf: () => ({ words: 'nobody' }) };
