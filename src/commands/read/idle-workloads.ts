import { type Finding, findingOf } from '../../errors.ts';
import { defaultRow, SETTING_PATHS, type SettingPath } from '../../request/defaults.ts';
import { saidByRequest } from '../../request/locate-value.ts';
import { settingAt } from '../../request/settings.ts';
import type { OutputForm } from '../../request/workload-options.ts';
import type { Input } from './read-input.ts';

const WORKLOADS: OutputForm = 'workloads';
/** Older workloads are known again by their namespace, in whatever form a graph is put out now. */
const OF_BOTH_FORMS: readonly SettingPath[] = ['workloads.namespace'];
const PATHS = SETTING_PATHS.filter((path) => path.startsWith(`${WORKLOADS}.`) && !OF_BOTH_FORMS.includes(path));

type Read = Pick<Input, 'requests' | 'settings'>;

/**
 * What is said of options about plain workloads where no request is put out as such. Requests and project files may say
 * themselves that they are, so that this is known once they are read, and no wrong call: one line may serve many folders.
 */
export function idleWorkloadOptions(...read: readonly Read[]): readonly Finding[] {
  if (read.every(({ requests }) => requests.length === 0) || read.some(hasWorkloads)) return [];
  const options = new Set(read.flatMap(({ settings }) => optionsAmong(settings.host)));
  return [...options].map((option) =>
    findingOf('OPTION_UNUSED', {
      message: `--${option} is about plain workloads, and no request is put out as such`,
      hint: `add --emit ${WORKLOADS}, or leave the option out`,
    }),
  );
}

function hasWorkloads({ requests, settings }: Read): boolean {
  return requests.some((request) => {
    const form = saidByRequest(request, 'emit')?.value ?? settings.at(request.origin.file).settings.emit;
    return form === WORKLOADS;
  });
}

/** Those of a call: project files and the configs of hosts are there for many requests. */
function optionsAmong({ settings, host }: Read['settings']['host']): readonly string[] {
  if (host !== 'command') return [];
  const said = PATHS.filter((path) => settingAt(settings, path) !== undefined);
  return said.flatMap((path) => defaultRow(path).option?.name ?? []);
}
