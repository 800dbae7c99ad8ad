import * as z from 'zod';
import { RenderError, RenderErrors } from '../errors.ts';
import { isObject, type Json, type JsonObject } from '../json.ts';
import type { Resource } from './resource.ts';

/** Group and kind of the function's own config. */
export const CONFIG_API_VERSION = 'dgdr-render.dev/v1alpha1';
export const CONFIG_KIND = 'RenderDGDR';

/** The closed sets that a config may choose from, and what else belongs to the request room, which this one does not know. */
export interface ConfigSets<Mode extends string, Events extends string> {
  readonly modes: readonly Mode[];
  readonly kvEvents: readonly Events[];
  readonly parseMirrors: (text: string) => Mirror[];
  readonly findMirrorProblem: (
    mirrors: readonly Mirror[],
  ) => { readonly index: number; readonly field: string; readonly message: string } | undefined;
}

interface Mirror {
  readonly source: string;
  readonly mirror: string;
}

const COUNT = z.int().positive();
const TEXT = z.string().min(1);
const RELEASE_WANTED = 'a release in quotes such as "1.3" was expected';

/** The schema of `spec`; the descriptions are those that editors show. */
export function functionConfigSchema<Mode extends string, Events extends string>(sets: ConfigSets<Mode, Events>) {
  const { modes, kvEvents, findMirrorProblem } = sets;
  return z.strictObject({
    requests: z
      .array(z.union([TEXT, z.custom<JsonObject>(isObject, 'a path or a request was expected')]))
      .min(1)
      .optional()
      .describe('Requests to render as a generator: paths and globs below the working directory, or whole requests'),
    hardware: z
      .strictObject({
        gpuSku: TEXT.optional().describe('hardware.gpuSku of requests that name none'),
        totalGpus: COUNT.optional().describe('hardware.totalGpus of requests that name none'),
        numGpusPerNode: COUNT.optional().describe('hardware.numGpusPerNode of requests that name none'),
        vramMb: z.number().positive().optional().describe('hardware.vramMb of requests that name none, MiB a GPU'),
      })
      .optional()
      .describe('What requests leave out, since nothing can be discovered offline'),
    image: TEXT.optional().describe('Image of requests that name none'),
    imageMirrors: z
      .array(
        z.strictObject({
          source: z.string().describe('Registry, or path in one'),
          mirror: z.string().describe('What stands in its place'),
        }),
      )
      .optional()
      .superRefine((mirrors, { addIssue }) => {
        const problem = findMirrorProblem(mirrors ?? []);
        if (problem) addIssue({ code: 'custom', path: [problem.index, problem.field], message: problem.message });
      })
      .describe('Images of a registry, or of a path in one, are written as those of a mirror; the longest source wins'),
    routing: z
      .strictObject({
        mode: z.enum(modes).optional().describe('Router mode'),
        kvEvents: z.enum(kvEvents).optional().describe('KV events with router mode kv'),
      })
      .optional()
      .describe('Routing of requests that say nothing'),
    models: z
      .array(
        z.strictObject({
          id: TEXT.describe('Id of the model'),
          config: TEXT.describe('Path of its config.json, or of the folder that holds it, below the working directory'),
        }),
      )
      .optional()
      .describe('Models that are not bundled'),
    strict: z.boolean().default(false).describe('Count warnings as errors'),
    frozen: z
      .boolean()
      .default(false)
      .describe('Whether a request that is not in the lock beside it for its inputs is an error'),
    target: z
      .string(RELEASE_WANTED)
      .regex(/^\d+\.\d+(\.\d+)?$/, RELEASE_WANTED)
      .optional()
      .describe('Dynamo release that the graphs are for, in quotes, such as "1.3"'),
    keepRequests: z.boolean().default(true).describe('Keep the requests in the output, marked local-config'),
    fluxSubstitute: z
      .enum(['disabled', 'enabled'])
      .optional()
      .describe(
        'Whether Flux may substitute variables in graphs; a graph that has some is warned about where it is not said',
      ),
    compat: z.enum(['ours', 'reference']).default('ours'),
  });
}

/** The checked `spec` of a `RenderDGDR`; see decisions on the function config in docs/architecture.md. */
export type FunctionConfig<Mode extends string, Events extends string> = z.infer<
  ReturnType<typeof functionConfigSchema<Mode, Events>>
>;

type ReadPair = (text: string, sets: Pick<ConfigSets<string, string>, 'parseMirrors'>) => Json;

/** How a value of a ConfigMap is read; its keys are paths below `spec`. */
const PAIRS: Readonly<Record<string, ReadPair>> = {
  requests: (text) => text.split(/[\s,]+/).filter((part) => part !== ''),
  'hardware.gpuSku': String,
  'hardware.totalGpus': toNumber,
  'hardware.numGpusPerNode': toNumber,
  'hardware.vramMb': toNumber,
  image: String,
  imageMirrors: (text, { parseMirrors }) => parseMirrors(text).map((mirror) => ({ ...mirror })),
  'routing.mode': String,
  'routing.kvEvents': String,
  strict: toBoolean,
  frozen: toBoolean,
  target: String,
  keepRequests: toBoolean,
  fluxSubstitute: String,
  compat: String,
};

/** Reads a `RenderDGDR` or a ConfigMap of text pairs (as kpt makes it); without a config everything is default. */
export function parseFunctionConfig<Mode extends string, Events extends string>(
  config: Resource | undefined,
  sets: ConfigSets<Mode, Events>,
): FunctionConfig<Mode, Events> {
  const isPairs = config?.object.kind === 'ConfigMap' && config.object.apiVersion === 'v1';
  const prefix = isPairs ? 'data' : 'spec';
  const spec = config === undefined ? {} : isPairs ? fromPairs(config, sets) : fromSpec(config);
  const parsed = functionConfigSchema(sets).safeParse(spec);
  if (!parsed.success) {
    throw new RenderErrors(parsed.error.issues.flatMap((issue) => toErrors(issue, prefix, config)));
  }
  return parsed.data as FunctionConfig<Mode, Events>;
}

function fromSpec(config: Resource): JsonObject {
  const { apiVersion, kind, spec = {} } = config.object;
  if (kind !== CONFIG_KIND || apiVersion !== CONFIG_API_VERSION) {
    const what = `${JSON.stringify(apiVersion ?? null)} ${JSON.stringify(kind ?? null)}`;
    throw invalid(
      `the function config is ${what}; ${CONFIG_API_VERSION} ${CONFIG_KIND}, a DynamoGraphDeploymentRequest or a ConfigMap was expected`,
      'kind',
      config,
    );
  }
  if (!isObject(spec)) throw invalid('spec is not an object', 'spec', config);
  return spec;
}

function fromPairs(config: Resource, sets: Parameters<ReadPair>[1]): JsonObject {
  const { data = {} } = config.object;
  if (!isObject(data)) throw invalid('data is not an object', 'data', config);
  const spec: JsonObject = {};
  for (const [key, value] of Object.entries(data)) {
    const read = Object.hasOwn(PAIRS, key) ? PAIRS[key] : undefined;
    if (!read) throw invalid(`${key} is not an option; known: ${Object.keys(PAIRS).join(', ')}`, `data.${key}`, config);
    if (typeof value === 'object') throw invalid('a text was expected', `data.${key}`, config);
    const [outer = '', inner] = key.split('.');
    const parent = isObject(spec[outer]) ? spec[outer] : {};
    spec[outer] = inner === undefined ? read(String(value), sets) : { ...parent, [inner]: read(String(value), sets) };
  }
  return spec;
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

function toNumber(text: string): Json {
  return text.trim() === '' || Number.isNaN(Number(text)) ? text : Number(text);
}

function toBoolean(text: string): Json {
  return text === 'true' ? true : text === 'false' ? false : text;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
