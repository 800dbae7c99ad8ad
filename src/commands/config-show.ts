import { join } from 'node:path';
import type { Finding, Origin } from '../errors.ts';
import { toSlashes } from '../files/paths.ts';
import { commandLineRoot, lookAt, type Root } from '../files/root.ts';
import { PROJECT_FILE } from '../kinds.ts';
import type { Resource } from '../krm/resource.ts';
import { defaultRow, SETTING_PATHS, type SettingPath } from '../request/defaults.ts';
import { saidByRequest } from '../request/locate-value.ts';
import { settingAt } from '../request/settings.ts';
import { formatTable } from '../tables/text.ts';
import { type Arguments, type Command, UsageError } from './cli/command.ts';
import type { Context } from './cli/context.ts';
import { jsonText } from './cli/json-text.ts';
import { oneLine } from './cli/one-line.ts';
import { type Outcome, REPORT_OPTIONS, runReported } from './cli/outcome.ts';
import { FROZEN_OPTION, oneOf, optionLayer, REQUEST_OPTIONS } from './cli/request-options.ts';
import { readInput, STDIN } from './read/read-input.ts';
import { openSettings, type SettingsAt, strictly } from './read/settings-at.ts';

/** `config show`: what counts for requests, and where it comes from. */
export const CONFIG_SHOW: Command = {
  name: 'config show',
  synopsis: '[PATH]',
  summary: 'Shows what counts for a request or a folder, and where each value comes from.',
  details:
    'A request says a value itself, or an option of this call does, or the project file dgdr-render.yaml, or it is\n' +
    'built in. Takes the options of render. Renders nothing.\n',
  options: {
    format: { type: 'string', value: 'NAME', help: 'text (default) or json' },
    ...FROZEN_OPTION,
    ...REPORT_OPTIONS,
    ...REQUEST_OPTIONS,
  },
  run: (args, context) => runReported(args, context, () => showConfig(args, context)),
};

/** A value that counts. */
interface Shown {
  readonly setting: SettingPath;
  readonly value: unknown;
  /** Who says it: `request`, an option, a file with its line, or `built-in`. */
  readonly from: string;
}

/** What counts somewhere. */
interface Part {
  /** A request by its file and place in it, or a folder. */
  readonly of: string;
  readonly values: readonly Shown[];
}

async function showConfig(args: Arguments, context: Context): Promise<Outcome> {
  const [path = '.', ...others] = args.positionals;
  if (others.length > 0) throw new UsageError('one path was expected');
  const format = oneOf(args, 'format', ['json', 'text']) ?? 'text';
  const root = commandLineRoot(context.cwd, path === STDIN ? [] : [path]);
  const settings = openSettings(optionLayer(args), root);
  const input = await readInput([path], { settings }, context);
  const files = input.requests.length > 0 ? input.requests.map(({ origin }) => origin.file) : [fileIn(path, root)];
  const parts =
    input.requests.length > 0
      ? input.requests.map((request) => toPart(request, settings))
      : files.map((file) => ({ of: path, values: valuesAt(file, undefined, settings) }));
  const findings = [...input.findings, ...aboutProjects(files, settings)];
  return { findings, output: format === 'json' ? toJson(parts) : parts.map(toText).join('\n'), notes: '' };
}

/** A file as it could stand in a folder; what is no folder stays. */
function fileIn(path: string, root: Root): string {
  if (path === STDIN) return path;
  return lookAt(path, root).stat?.isDirectory() === true ? toSlashes(join(path, PROJECT_FILE)) : path;
}

/** What is to be said of the project files that count, once each. */
function aboutProjects(files: readonly string[], { projectOf, at }: SettingsAt): Finding[] {
  const said = new Map(
    files.flatMap((file) => {
      const { errors, warnings } = projectOf(file);
      return [...errors, ...warnings].map((one) => [one, strictly(one, at(file))] as const);
    }),
  );
  return [...said.values()];
}

function toPart(request: Resource, settings: SettingsAt): Part {
  const { file, index } = request.origin;
  return { of: `${file}#${index}`, values: valuesAt(file, request, settings) };
}

function valuesAt(file: string, request: Resource | undefined, { at }: SettingsAt): Shown[] {
  const { settings, sourceOf } = at(file);
  return SETTING_PATHS.flatMap((setting): Shown[] => {
    const { only, isInternal = false } = defaultRow(setting);
    if (only === 'function' || isInternal) return [];
    const own = request && saidByRequest(request, setting);
    if (own !== undefined) return [{ setting, value: own.value, from: placed('request', own.origin) }];
    const value = settingAt(settings, setting);
    if (value === undefined) return [];
    const source = sourceOf(setting);
    return [{ setting, value, from: source === undefined ? 'built-in' : placed(source.words, source.origin) }];
  });
}

function placed(words: string, origin: Origin | undefined): string {
  if (origin === undefined) return words;
  return `${words === 'request' ? 'request, ' : ''}${origin.file}:${origin.line ?? 1}`;
}

function toJson(parts: readonly Part[]): string {
  return `${jsonText(parts, 1)}\n`;
}

function toText({ of, values }: Part): string {
  const rows = values.map(({ setting, value, from }) => [setting, textOf(value), from]);
  return `${oneLine(of)}\n${formatTable(['setting', 'value', 'from'], rows)}`;
}

function textOf(value: unknown): string {
  return oneLine(typeof value === 'string' ? value : JSON.stringify(value));
}
