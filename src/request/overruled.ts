import type { Resource } from '../krm/resource.ts';
import { show } from '../words.ts';
import { defaultRow, SETTING_PATHS } from './defaults.ts';
import { saidByRequest } from './locate-value.ts';
import type { Report } from './report.ts';
import { type RequestDefaults, settingAt } from './settings.ts';

/**
 * Warns where whoever calls says one thing and the request another: the request's word counts, which must not be a surprise.
 * Project files and the config of a function are there for what requests leave out, and are not meant.
 */
export function warnAboutOverruled(resource: Resource, defaults: RequestDefaults, report: Report): void {
  for (const setting of SETTING_PATHS) {
    const said = defaults.sourceOf?.(setting);
    if (said?.isForCall !== true || defaultRow(setting).about !== 'request') continue;
    const own = saidByRequest(resource, setting);
    const asked = settingAt(defaults, setting);
    if (own === undefined || asked === undefined || isSame(own.value, asked)) continue;
    report.warn('OPTION_OVERRULED', {
      path: own.path,
      message: `${said.words} says ${shown(asked)}, but the request itself says ${shown(own.value)}, which counts`,
      hint: 'change the request, or leave the option out: it only fills in what a request leaves out',
      origin: own.origin,
    });
  }
}

function isSame(own: unknown, asked: unknown): boolean {
  return typeof own === 'object' ? JSON.stringify(own) === JSON.stringify(asked) : String(own) === String(asked);
}

function shown(value: unknown): string {
  return typeof value === 'string' && /^[\w./:@-]{1,200}$/.test(value) ? value : show(value);
}
