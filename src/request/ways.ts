import { PROJECT_FILE } from '../kinds.ts';
import { defaultRow, type SettingPath } from './defaults.ts';
import type { HostKind } from './host-kind.ts';
import type { RequestDefaults } from './settings.ts';

/** How a host takes a setting, as a hint says it; a host that takes none is silent. */
type Wording = (paths: readonly SettingPath[]) => string;

const OF_HOST: Readonly<Record<HostKind, Wording>> = {
  command: (paths) => `give ${listed(paths.flatMap((path) => optionOf(path)))}`,
  application: (paths) => {
    const names = paths.flatMap((path) => defaultRow(path).parameter?.name ?? []);
    return `set the ${names.length === 1 ? 'parameter' : 'parameters'} ${listed(names)}`;
  },
  function: (paths) => `set ${listed(paths.map((path) => `spec.${path}`))} of the function's config`,
};

/** Where settings that a request leaves out may be said: in the words of the host that was called, and in the project file. */
export function waysToSay(paths: readonly SettingPath[], { host }: RequestDefaults): string {
  const inProject = `set ${listed(paths.map((path) => `spec.${path}`))} in ${PROJECT_FILE}`;
  const words = host === undefined ? OF_HOST.function : OF_HOST[host];
  return `${words(paths)}, or ${inProject}`;
}

function optionOf(path: SettingPath): string[] {
  const { option } = defaultRow(path);
  return option === undefined ? [] : [`--${option.name}`];
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
