import type { DefaultRow } from '../../request/default-row.ts';
import { defaultRow, SETTING_PATHS, type SettingPath } from '../../request/defaults.ts';
import { hostLayer, type Layer } from '../../request/layers.ts';
import { type Settings, toSettings } from '../../request/settings.ts';
import { type Arguments, type OptionTable, UsageError } from './command.ts';

/** Option of the commands that go by locks. */
export const FROZEN_OPTION = optionsOf(['frozen']);

/** Option of the commands that render nothing and warn all the same. */
export const STRICT_OPTION = optionsOf(['strict']);

/** Options that fill what a request leaves out; the request's own words win. */
export const REQUEST_OPTIONS = optionsOf(SETTING_PATHS.filter((path) => path !== 'frozen'));

/** Rows that are about what is put out of a pick, so that a command that puts out none has no use for them. */
const OF_OUTPUT: readonly SettingPath[] = SETTING_PATHS.filter(
  (path) => ['emit', 'imageMirrors', 'fluxSubstitute'].includes(path) || path.startsWith('workloads.'),
);

/** The same for commands that put out graphs and say nothing of costs. */
export const GRAPH_OPTIONS = withoutUseFor(['prices']);

/** The same for commands that only pick. */
export const PICK_OPTIONS = withoutUseFor(OF_OUTPUT);

/** The same for commands that only pick and say nothing of costs. */
export const UNPRICED_PICK_OPTIONS = withoutUseFor([...OF_OUTPUT, 'prices']);

/**
 * What a host says of requests, every command takes: one line of options, like one project file, serves all of them. A help
 * shows those that its command uses.
 */
function withoutUseFor(paths: readonly SettingPath[]): OptionTable {
  const hidden = Object.entries(optionsOf(paths)).map(([name, spec]) => [name, { ...spec, isHidden: true }]);
  return { ...REQUEST_OPTIONS, ...Object.fromEntries(hidden) };
}

/** The options of some rows. */
export function optionsOf(paths: readonly SettingPath[]): OptionTable {
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

/** What the options say. A command without the option of a row says nothing of it. */
export function optionLayer(args: Arguments): Layer {
  const said = SETTING_PATHS.map((path) => [path, optionValue(args, path)] as const);
  const settings = toSettings(said);
  requireOneWord(settings);
  return hostLayer(settings, (path) => `option --${defaultRow(path).option?.name}`, 'command');
}

/** A configuration counts before what a model is like, so that of both for one model the latter would be lost. */
function requireOneWord({ models = [], modelLikes = [] }: Settings): void {
  const both = modelLikes.find(({ id }) => models.some((model) => model.id === id));
  if (both === undefined) return;
  const [config, like] = [defaultRow('models'), defaultRow('modelLikes')].map(({ option }) => `--${option?.name}`);
  throw new UsageError(
    `${like} ${both.id}=${both.like} has no effect beside ${config} for that model: leave one of them out`,
  );
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
