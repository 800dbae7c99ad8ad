import * as z from 'zod';
import { RenderError, RenderErrors } from '../errors.ts';
import { isObject, type JsonObject } from '../json.ts';
import { doubtsOf } from '../krm/doubts.ts';
import type { Resource } from '../krm/resource.ts';
import type { ConfigForm, DefaultRow } from './default-row.ts';
import { CONFIG_FIELDS, defaultRow, SETTING_PATHS } from './defaults.ts';
import { IN_OUR_WORDS } from './issue-words.ts';
import { nearest } from './nearest.ts';
import type { Settings } from './settings.ts';

/** Group and kind of a config, in every form. */
export const CONFIG_API_VERSION = 'dgdr-render.dev/v1alpha1';
export const CONFIG_KIND = 'RenderDGDR';

/** Fields that mean something in one form of config only, or later: what is said of them elsewhere. */
const ELSEWHERE: Readonly<Record<ConfigForm, Readonly<Record<string, string>>>> = {
  project: {
    requests: 'requests are not named in a project file: they are found, and may be left out with exclude',
    keepRequests: "keepRequests is for the function's config alone",
    compat: "compat is for the function's config alone",
  },
  function: {
    exclude: 'exclude is for a project file alone',
    extends: 'extends is for a project file alone',
  },
};

/** The paths of the table that a form of config has, as it lists them. */
export function pathsOf(form: ConfigForm) {
  return Object.keys(CONFIG_FIELDS)
    .flatMap((field) => SETTING_PATHS.filter((path) => isBelow(path, field)))
    .filter((path) => (defaultRow(path).only ?? form) === form);
}

function isBelow(path: string, field: string): boolean {
  return path === field || path.startsWith(`${field}.`);
}

/** The schema of `spec`, made of the table; the descriptions are those that editors show. With `fills` it has the fallbacks. */
export function configSchema(form: ConfigForm, fills: boolean) {
  const paths = pathsOf(form);
  const known = Object.entries(CONFIG_FIELDS).filter(([field]) => paths.some((path) => isBelow(path, field)));
  return z.strictObject(
    Object.fromEntries(known.map(([field, words]) => [field, fieldSchema({ field, words, fills, form })])),
  );
}

interface Field {
  readonly field: string;
  readonly words: string | undefined;
  readonly fills: boolean;
  readonly form: ConfigForm;
}

function fieldSchema({ field, words, fills, form }: Field): z.ZodType {
  const own = SETTING_PATHS.find((path) => path === field);
  if (own !== undefined) return valueSchema(defaultRow(own), fills);
  const inner = pathsOf(form).filter((path) => isBelow(path, field));
  const members = inner.map((path) => [path.slice(field.length + 1), valueSchema(defaultRow(path), fills)] as const);
  const group = z.strictObject(Object.fromEntries(members)).optional();
  return words === undefined ? group : group.describe(words);
}

function valueSchema({ kind, fallback, description }: DefaultRow, fills: boolean): z.ZodType {
  const schema = fallback === undefined || !fills ? kind.config.optional() : kind.config.default(fallback);
  return schema.describe(description);
}

/** What is checked: the `spec` of a config, or the `data` of a ConfigMap. */
interface Given {
  readonly form: ConfigForm;
  readonly spec: JsonObject;
  /** The field that holds it. */
  readonly prefix: string;
  readonly config: Resource | undefined;
}

/** What a config says, without fallbacks. @throws RenderErrors CONFIG_INVALID */
export function checkConfig({ form, spec, prefix, config }: Given): Settings {
  requireClear(config);
  const parsed = configSchema(form, false).safeParse(spec, IN_OUR_WORDS);
  if (parsed.success) return parsed.data as Settings;
  throw new RenderErrors(parsed.error.issues.flatMap((issue) => toErrors(issue, { form, prefix, config })));
}

/** Values that kustomize and we would not read as the same are refused. */
function requireClear(config: Resource | undefined): void {
  const doubts = config === undefined ? [] : doubtsOf(config).filter(({ code }) => code === 'YAML_INVALID');
  if (doubts.length === 0) return;
  throw new RenderErrors(doubts.map(({ note }) => invalid(note.message, note.path, config, note.hint)));
}

/** The `spec` of a config, whose group and kind are held against ours. @throws RenderError CONFIG_INVALID */
export function specOf(config: Resource, expected: string): JsonObject {
  const { apiVersion, kind, spec } = config.object;
  if (kind !== CONFIG_KIND || apiVersion !== CONFIG_API_VERSION) throw invalid(expected, 'kind', config);
  if (!isObject(spec ?? {})) throw invalid('spec is not an object', 'spec', config);
  return isObject(spec) ? spec : {};
}

function toErrors(issue: z.core.$ZodIssue, { form, prefix, config }: Omit<Given, 'spec'>): RenderError[] {
  const path = issue.path.reduce<string>((way, step) => {
    return typeof step === 'number' ? `${way}[${step}]` : `${way}.${String(step)}`;
  }, prefix);
  if (issue.code !== 'unrecognized_keys') return [invalid(issue.message, path, config)];
  return issue.keys.map((key) =>
    invalid(wordsOfUnknown(key, form), `${path}.${key}`, config, meant(key, path.slice(prefix.length), form)),
  );
}

function wordsOfUnknown(key: string, form: ConfigForm): string {
  const elsewhere = ELSEWHERE[form];
  return (Object.hasOwn(elsewhere, key) ? elsewhere[key] : undefined) ?? `there is no option ${key}`;
}

/** The field that a key may stand for, among those of its group. */
function meant(key: string, group: string, form: ConfigForm): string | undefined {
  if (Object.hasOwn(ELSEWHERE[form], key)) return undefined;
  const below = group.replace(/^\./, '');
  const own = [...pathsOf(form), ...Object.keys(CONFIG_FIELDS)].filter((path) => below === '' || isBelow(path, below));
  const names = own.map((path) => path.slice(below === '' ? 0 : below.length + 1).split('.')[0] ?? '');
  const near = nearest(key, [...new Set(names)]);
  return near === undefined ? undefined : `did you mean ${near}?`;
}

export function invalid(message: string, path: string, config: Resource | undefined, hint?: string): RenderError {
  return new RenderError('CONFIG_INVALID', { message, path, origin: config?.locate(path), hint });
}
