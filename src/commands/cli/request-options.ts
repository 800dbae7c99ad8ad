import type { Street } from '../../render/render.ts';
import { type DefaultRow, defaultRow, SETTING_PATHS, type SettingPath } from '../../request/defaults.ts';
import { type RequestDefaults, toSettings } from '../../request/settings.ts';
import { readModelConfigs } from '../read/model-configs.ts';
import { type Arguments, type OptionTable, UsageError } from './command.ts';
import type { Context } from './context.ts';

/** Option of the commands that go by locks. */
export const FROZEN_OPTION = optionsOf(['frozen']);

/** Option of the commands that render nothing and warn all the same. */
export const STRICT_OPTION = optionsOf(['strict']);

/** Options that fill what a request leaves out; the request's own words win. */
export const REQUEST_OPTIONS = optionsOf(SETTING_PATHS.filter((path) => path !== 'frozen'));

function optionsOf(paths: readonly SettingPath[]): OptionTable {
  return Object.fromEntries(paths.map(defaultRow).flatMap(toOption));
}

function toOption({ kind, option, description, isInternal = false }: DefaultRow): [string, OptionTable[string]][] {
  if (option === undefined) return [];
  const { name, value, help = withSmallLetter(description) } = option;
  const spec = { type: kind.option === 'flag' ? 'boolean' : 'string', help } as const;
  const { isRepeatable = false } = kind;
  return [[name, { ...spec, ...(value !== undefined && { value }), isRepeatable, isHidden: isInternal }]];
}

function withSmallLetter(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** The defaults that the options spell out. */
export function requestDefaults(args: Arguments): RequestDefaults {
  const paths = SETTING_PATHS.filter((path) => defaultRow(path).about === 'request');
  return toSettings(paths.map((path) => [path, optionValue(args, path)]));
}

/** What the option of a setting says; undefined where it is not given. */
function optionValue(args: Arguments, path: SettingPath): unknown {
  const { kind, option } = defaultRow(path);
  if (option === undefined) return undefined;
  if (kind.option === 'flag') return args.isSet(option.name) || undefined;
  const text = args.text(option.name);
  const texts = kind.isRepeatable ? args.texts(option.name) : text === undefined ? [] : [text];
  if (texts.length === 0) return undefined;
  const reading = kind.option(texts);
  if ('problem' in reading) throw new UsageError(`--${option.name}${reading.problem}`);
  return reading.value;
}

/** The value of an option that must be one of a closed set. */
export function oneOf<T extends string>(args: Arguments, name: string, known: readonly T[]): T | undefined {
  const text = args.text(name);
  const found = known.find((value) => value === text);
  if (text !== undefined && found === undefined) {
    throw new UsageError(`--${name} ${text} is not one of ${known.join(', ')}`);
  }
  return found;
}

/** Opens the street with the models that the options supply. @throws RenderErrors */
export function openStreetFor(args: Arguments, context: Context): Street {
  const { models = [] } = toSettings([['models', optionValue(args, 'models')]]);
  return context.openStreet(readModelConfigs(models, { cwd: context.cwd, isConfined: false }));
}
