import * as z from 'zod';
import { RenderError, RenderErrors } from '../../errors.ts';
import type { DefaultRow } from '../../request/default-row.ts';
import { DEFAULTS, defaultRow, SETTING_PATHS } from '../../request/defaults.ts';
import { IN_OUR_WORDS } from '../../request/issue-words.ts';
import { hostLayer, type Layer } from '../../request/layers.ts';
import { toSettings } from '../../request/settings.ts';
import { FLAG, type ModelSetting } from '../../request/value-kinds.ts';
import type { Context } from '../cli/context.ts';
import type { ModelSource } from '../read/model-configs.ts';

/** What is about applications alone, and about no request. */
const ALLOW_EMPTY = {
  about: 'run',
  kind: FLAG,
  description: 'Succeed where there is no request or nothing to apply; Argo CD prunes what was there',
  fallback: false,
  parameter: { name: 'allow-empty', title: 'Allow empty' },
} as const satisfies DefaultRow;

/** An entry of a plugin's `parameters.static`; `string` is the default that holds where nothing is set. */
export interface Announcement {
  readonly name: string;
  readonly title: string;
  readonly tooltip: string;
  readonly itemType?: string;
  readonly collectionType?: string;
  readonly string?: string;
}

/** What an Application may set, under the names of the options of `render`; also what is announced to the UI. */
const PARAMETERS = [...SETTING_PATHS.map(defaultRow), ALLOW_EMPTY].flatMap(toParameter);
const NAMES = PARAMETERS.map(({ announcement }) => announcement.name);
const SCHEMA = z.strictObject(
  Object.fromEntries(PARAMETERS.map(({ announcement, schema }) => [announcement.name, schema.optional()])),
);

function toParameter({ parameter, kind, description, fallback }: DefaultRow) {
  if (parameter === undefined) return [];
  const { name, title, tooltip = description } = parameter;
  const string = typeof fallback === 'boolean' ? { string: String(fallback) } : {};
  const announcement: Announcement = { name, title, tooltip, ...kind.announced, ...string };
  return [{ announcement, schema: kind.parameter }];
}

/** How the repo server hands over what an Application sets (`ARGOCD_APP_PARAMETERS`, Argo CD 2.5 and later). */
const SET = z
  .array(
    z.object({
      name: z.string(),
      string: z.string().nullish(),
      array: z.array(z.string()).nullish(),
      map: z.record(z.string(), z.string()).nullish(),
    }),
  )
  .nullable();

/** Checked parameters of an Application. */
export interface ArgocdParameters {
  readonly layer: Layer;
  readonly allowsEmpty: boolean;
}

/** The parameters as a plugin announces them to the UI, in the order of the schema. */
export function announceParameters(): Announcement[] {
  return PARAMETERS.map(({ announcement }) => announcement);
}

/**
 * Parameters from the environment: `ARGOCD_APP_PARAMETERS` before `PARAM_<NAME>` before `ARGOCD_ENV_<NAME>`, which a
 * sidecar may set for all its applications. Empty text counts as not set. @throws RenderErrors
 */
export function parseParameters(env: Context['env']): ArgocdParameters {
  const parsed = SCHEMA.safeParse(setParameters(env), IN_OUR_WORDS);
  if (!parsed.success) throw new RenderErrors(parsed.error.issues.flatMap(toErrors));
  const { data } = parsed;
  const said = SETTING_PATHS.map((path) => {
    const name = defaultRow(path).parameter?.name;
    return [path, name === undefined ? undefined : data[name]] as const;
  });
  return {
    // Nothing to warn about: what Argo CD applies does not pass through Flux.
    layer: hostLayer(
      { ...toSettings([...said, ...destination(env)]), fluxSubstitute: 'enabled' },
      (path) => {
        return `parameter ${defaultRow(path).parameter?.name}`;
      },
      'application',
    ),
    allowsEmpty: data[ALLOW_EMPTY.parameter.name] === true,
  };
}

/** Where the application goes: the namespace of plain workloads whose graph names none. */
function destination({ ARGOCD_APP_NAMESPACE: namespace }: Context['env']) {
  return [['workloads.namespace', namespace || undefined]] as const;
}

/** What the environment sets, by name and unchecked; parameters of the application before variables. @throws RenderError */
export function setParameters(env: Context['env']): Readonly<Record<string, unknown>> {
  return { ...fromVariables(env), ...fromApplication(env) };
}

/** The configurations of `model-config`, each with the field that names it. */
export function nameParameterModels(models: readonly ModelSetting[]): ModelSource[] {
  return models.map((model) => ({ ...model, field: parameter(DEFAULTS.models.parameter.name) }));
}

/** Variable names as Argo CD makes them: capitals, digits and underscores. */
function fromVariables(env: Context['env']): Record<string, string> {
  const entries = NAMES.map((name) => {
    const variable = name.toUpperCase().replace(/[^A-Z0-9_]/g, '_');
    return [name, env[`PARAM_${variable}`] || env[`ARGOCD_ENV_${variable}`] || ''] as const;
  });
  return Object.fromEntries(entries.filter(([, text]) => text !== ''));
}

function fromApplication(env: Context['env']): Record<string, unknown> {
  const parsed = SET.safeParse(parseJson(env.ARGOCD_APP_PARAMETERS || 'null'));
  if (!parsed.success) throw invalid('ARGOCD_APP_PARAMETERS', 'a list of parameters was expected');
  const entries = (parsed.data ?? []).map(({ name, string, array, map }) => [name, map ?? array ?? string ?? '']);
  return Object.fromEntries(entries.filter(([, value]) => value !== ''));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw invalid('ARGOCD_APP_PARAMETERS', 'the text is no JSON');
  }
}

function toErrors(issue: z.core.$ZodIssue): RenderError[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => invalid(parameter(key), `there is no such parameter; known: ${NAMES.join(', ')}`));
  }
  return [invalid(parameter(issue.path.join('.')), issue.message)];
}

/** The field of an Application that sets a parameter. */
export function parameter(name: string): string {
  return `spec.source.plugin.parameters[${name}]`;
}

function invalid(path: string, message: string): RenderError {
  return new RenderError('CONFIG_INVALID', { message, path });
}
