import * as z from 'zod';
import { RenderError, RenderErrors } from '../../errors.ts';
import type { SuppliedModels } from '../../profile/profile.ts';
import { findMirrorProblem, parseMirrors } from '../../request/mirrors.ts';
import { KV_EVENTS, type RequestDefaults, ROUTER_MODES } from '../../request/request.ts';
import type { Context } from '../cli/context.ts';
import { readModelConfigs } from '../read/model-configs.ts';

const TEXT = z.string().optional();
const COUNT = z
  .string()
  .regex(/^[1-9]\d{0,8}$/, 'a whole number above 0 was expected')
  .transform(Number)
  .optional();
const RELEASE = z
  .string()
  .regex(/^\d+\.\d+(\.\d+)?$/, 'a release such as 1.3 was expected')
  .optional();
/** Argo CD knows no other values than text. */
const FLAG = z
  .enum(['true', 'false'])
  .default('false')
  .transform((text) => text === 'true');

/** A map of an Application, or text from a variable, which a sidecar may set for all of them. */
const MIRRORS = z
  .union([z.record(z.string(), z.string()), z.string()], 'a map or pairs such as nvcr.io=registry.example.com expected')
  .default({})
  .transform((given, { addIssue }) => {
    const mirrors =
      typeof given === 'string'
        ? parseMirrors(given)
        : Object.entries(given).map(([source, mirror]) => ({ source, mirror }));
    const problem = findMirrorProblem(mirrors);
    if (problem) addIssue({ code: 'custom', message: problem.message });
    return mirrors;
  });

/** What an Application may set, under the names of the options of `render`; also what is announced to the UI. */
const PARAMETERS = z.strictObject({
  image: TEXT.meta({ title: 'Image', description: 'Image of requests that name none' }),
  'image-mirror': MIRRORS.meta({
    title: 'Image mirrors',
    description: 'Registries, with or without a path, to where their images are taken from instead',
    collectionType: 'map',
  }),
  target: RELEASE.meta({ title: 'Dynamo release', description: 'Release that the graphs are for, such as 1.3' }),
  'gpu-sku': TEXT.meta({ title: 'GPU', description: 'hardware.gpuSku of requests that name none' }),
  'total-gpus': COUNT.meta({
    title: 'GPU budget',
    description: 'hardware.totalGpus of requests that name none',
    itemType: 'number',
  }),
  'num-gpus-per-node': COUNT.meta({
    title: 'GPUs a node',
    description: 'hardware.numGpusPerNode of requests that name none',
    itemType: 'number',
  }),
  'vram-mb': COUNT.meta({
    title: 'GPU memory',
    description: 'hardware.vramMb of requests that name none, MiB a GPU',
    itemType: 'number',
  }),
  'router-mode': z
    .enum(ROUTER_MODES)
    .optional()
    .meta({
      title: 'Router mode',
      description: `Routing of requests that say nothing: ${ROUTER_MODES.join(', ')}`,
    }),
  'kv-events': z
    .enum(KV_EVENTS)
    .optional()
    .meta({ title: 'KV events', description: `KV events with router mode kv: ${KV_EVENTS.join(', ')}` }),
  'model-config': z.record(z.string(), z.string()).default({}).meta({
    title: 'Models',
    description: 'Models that are not bundled: id to the path of its config.json, below the application',
    collectionType: 'map',
  }),
  strict: FLAG.meta({ title: 'Strict', description: 'Count warnings as errors', itemType: 'boolean' }),
  frozen: FLAG.meta({
    title: 'Frozen',
    description: 'A request that is not in the lock beside it for its inputs is an error',
    itemType: 'boolean',
  }),
  'allow-empty': FLAG.meta({
    title: 'Allow empty',
    description: 'Succeed where there is no request or nothing to apply; Argo CD prunes what was there',
    itemType: 'boolean',
  }),
});

type Name = keyof typeof PARAMETERS.shape;
const NAMES = Object.keys(PARAMETERS.shape) as Name[];

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
  readonly defaults: RequestDefaults;
  /** Model ids to paths from the application's folder. */
  readonly models: Readonly<Record<string, string>>;
  readonly isStrict: boolean;
  readonly isFrozen: boolean;
  readonly allowsEmpty: boolean;
}

/** An entry of a plugin's `parameters.static`; `string` is the default that holds where nothing is set. */
export interface Announcement {
  readonly name: string;
  readonly title: string;
  readonly tooltip: string;
  readonly itemType?: string;
  readonly collectionType?: string;
  readonly string?: string;
}

/** The parameters as a plugin announces them to the UI, in the order of the schema. */
export function announceParameters(): Announcement[] {
  return NAMES.map((name) => {
    const { title = '', description = '', itemType, collectionType } = PARAMETERS.shape[name].meta() ?? {};
    const fallback = PARAMETERS.shape[name].parse(undefined);
    return {
      name,
      title,
      tooltip: description,
      ...(typeof itemType === 'string' && { itemType }),
      ...(typeof collectionType === 'string' && { collectionType }),
      ...(typeof fallback === 'boolean' && { string: String(fallback) }),
    };
  });
}

/**
 * Parameters from the environment: `ARGOCD_APP_PARAMETERS` before `PARAM_<NAME>` before `ARGOCD_ENV_<NAME>`, which a
 * sidecar may set for all its applications. Empty text counts as not set. @throws RenderErrors
 */
export function parseParameters(env: Context['env']): ArgocdParameters {
  const parsed = PARAMETERS.safeParse(setParameters(env));
  if (!parsed.success) throw new RenderErrors(parsed.error.issues.flatMap(toErrors));
  const { data } = parsed;
  return {
    defaults: {
      image: data.image,
      imageMirrors: data['image-mirror'],
      target: data.target,
      hardware: {
        gpuSku: data['gpu-sku'],
        totalGpus: data['total-gpus'],
        numGpusPerNode: data['num-gpus-per-node'],
        vramMb: data['vram-mb'],
      },
      routing: { mode: data['router-mode'], kvEvents: data['kv-events'] },
      // Nothing to warn about: what Argo CD applies does not pass through Flux.
      fluxSubstitute: 'enabled',
    },
    models: data['model-config'],
    isStrict: data.strict,
    isFrozen: data.frozen,
    allowsEmpty: data['allow-empty'],
  };
}

/** What the environment sets, by name and unchecked; parameters of the application before variables. @throws RenderError */
export function setParameters(env: Context['env']): Readonly<Record<string, unknown>> {
  return { ...fromVariables(env), ...fromApplication(env) };
}

/** The configurations of `model-config`; nothing outside the application's folder is read. @throws RenderErrors */
export function readParameterModels(models: ArgocdParameters['models'], cwd: string): SuppliedModels {
  const sources = Object.entries(models).map(([id, path]) => ({ id, path, field: parameter('model-config') }));
  return readModelConfigs(sources, { cwd, isConfined: true });
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
  const message = issue.message.charAt(0).toLowerCase() + issue.message.slice(1);
  return [invalid(parameter(issue.path.join('.')), message)];
}

/** The field of an Application that sets a parameter. */
export function parameter(name: string): string {
  return `spec.source.plugin.parameters[${name}]`;
}

function invalid(path: string, message: string): RenderError {
  return new RenderError('CONFIG_INVALID', { message, path });
}
