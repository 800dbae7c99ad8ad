import * as z from 'zod';
import { RenderError, RenderErrors } from '../errors.ts';
import { isObject, type JsonObject, updateIn } from '../json.ts';
import { REQUEST_KIND } from '../kinds.ts';
import type { Resource } from '../krm/resource.ts';
import { show } from '../words.ts';
import { CONFIG_FIELDS, type DefaultRow, defaultRow, SETTING_PATHS } from './defaults.ts';
import type { FilledSettings } from './settings.ts';

/** Group and kind of the function's own config. */
export const CONFIG_API_VERSION = 'dgdr-render.dev/v1alpha1';
export const CONFIG_KIND = 'RenderDGDR';

/** The paths of the table as a config lists them. */
const CONFIG_PATHS = Object.keys(CONFIG_FIELDS).flatMap((field) =>
  SETTING_PATHS.filter((path) => path === field || path.startsWith(`${field}.`)),
);

/** Those that a text can say. */
const PAIR_PATHS = CONFIG_PATHS.filter((path) => defaultRow(path).kind.fromPair !== undefined);

/** The schema of `spec`, made of the table; the descriptions are those that editors show. */
export function functionConfigSchema() {
  const fields = Object.entries(CONFIG_FIELDS).map(([field, words]) => [field, fieldSchema(field, words)] as const);
  return z.strictObject(Object.fromEntries(fields));
}

function fieldSchema(field: string, words: string | undefined): z.ZodType {
  const own = SETTING_PATHS.find((path) => path === field);
  if (own !== undefined) return valueSchema(defaultRow(own));
  const inner = SETTING_PATHS.filter((path) => path.startsWith(`${field}.`));
  const members = inner.map((path) => [path.slice(field.length + 1), valueSchema(defaultRow(path))] as const);
  const group = z.strictObject(Object.fromEntries(members)).optional();
  return words === undefined ? group : group.describe(words);
}

function valueSchema({ kind, fallback, description }: DefaultRow): z.ZodType {
  const schema = fallback === undefined ? kind.config.optional() : kind.config.default(fallback);
  return schema.describe(description);
}

/** Reads a `RenderDGDR` or a ConfigMap of text pairs (as kpt makes it); without a config everything is default. */
export function parseFunctionConfig(config: Resource | undefined): FilledSettings {
  const isPairs = config?.object.kind === 'ConfigMap' && config.object.apiVersion === 'v1';
  const prefix = isPairs ? 'data' : 'spec';
  const spec = config === undefined ? {} : isPairs ? fromPairs(config) : fromSpec(config);
  const parsed = functionConfigSchema().safeParse(spec);
  if (!parsed.success) {
    throw new RenderErrors(parsed.error.issues.flatMap((issue) => toErrors(issue, prefix, config)));
  }
  return parsed.data as FilledSettings;
}

function fromSpec(config: Resource): JsonObject {
  const { apiVersion, kind, spec = {} } = config.object;
  if (kind !== CONFIG_KIND || apiVersion !== CONFIG_API_VERSION) {
    const what = `${show(apiVersion ?? null)} ${show(kind ?? null)}`;
    throw invalid(
      `the function config is ${what}; ${CONFIG_API_VERSION} ${CONFIG_KIND}, a ${REQUEST_KIND} or a ConfigMap was expected`,
      'kind',
      config,
    );
  }
  if (!isObject(spec)) throw invalid('spec is not an object', 'spec', config);
  return spec;
}

/** The keys of a ConfigMap are paths of the table. */
function fromPairs(config: Resource): JsonObject {
  const { data = {} } = config.object;
  if (!isObject(data)) throw invalid('data is not an object', 'data', config);
  return Object.entries(data).reduce<JsonObject>((spec, [key, value]) => {
    const path = PAIR_PATHS.find((known) => known === key);
    const read = path && defaultRow(path).kind.fromPair;
    if (!read) throw invalid(`${key} is not an option; known: ${PAIR_PATHS.join(', ')}`, `data.${key}`, config);
    if (typeof value === 'object') throw invalid('a text was expected', `data.${key}`, config);
    return updateIn(spec, key.split('.'), () => read(String(value)));
  }, {});
}

function toErrors(issue: z.core.$ZodIssue, prefix: string, config: Resource | undefined): RenderError[] {
  const path = issue.path.reduce<string>((way, step) => {
    return typeof step === 'number' ? `${way}[${step}]` : `${way}.${String(step)}`;
  }, prefix);
  if (issue.code !== 'unrecognized_keys') return [invalid(lowerFirst(issue.message), path, config)];
  return issue.keys.map((key) => invalid(`there is no option ${key}`, `${path}.${key}`, config));
}

function invalid(message: string, path: string, config: Resource | undefined, hint?: string): RenderError {
  return new RenderError('CONFIG_INVALID', { message, path, hint, origin: config?.locate(path) });
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
