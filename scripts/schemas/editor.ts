import { getIn, isObject, type Json, type JsonObject, updateIn } from '../../src/json.ts';
import { GROUP, PROJECT_FILE, REQUEST_KIND } from '../../src/kinds.ts';
import { CONFIG_API_VERSION, CONFIG_KIND, configSchema } from '../../src/request/config-schema.ts';
import type { ConfigForm } from '../../src/request/default-row.ts';
import { defaultRow, SETTING_PATHS } from '../../src/request/defaults.ts';
import { dgdrSchema } from '../../src/request/schema.ts';
import { REQUEST_WORDS } from './request-words.ts';
import { toOpenapi } from './zod-schema.ts';

/** Options for conformance runs only, which no help names either. */
const HIDDEN: readonly string[] = SETTING_PATHS.filter((path) => defaultRow(path).isInternal);
/** What the API server demands of a request. */
const REQUIRED = ['model'];

/** The schema of requests (DGDR v1beta1) for editors. */
export function makeRequestSchema(): object {
  return forEditors(`${REQUEST_KIND} ${GROUP}/v1beta1`, openapiOfRequests());
}

/** The schema of the function's config for editors. */
export function makeConfigSchema(): object {
  return forEditors(`${CONFIG_KIND} ${CONFIG_API_VERSION}`, openapiOfConfig('function'));
}

/** The schema of project files for editors. */
export function makeProjectSchema(): object {
  const schema = forEditors(`${PROJECT_FILE} ${CONFIG_API_VERSION}`, openapiOfConfig('project'));
  return { ...schema, required: ['apiVersion', 'kind'] };
}

/** What describes the function to catalogues of KRM functions (kyaml, fn/framework/function_definition.go). */
export function makeFunctionDefinition(): object {
  const [group = '', version = ''] = CONFIG_API_VERSION.split('/');
  return {
    apiVersion: 'config.kubernetes.io/v1alpha1',
    kind: 'KRMFunctionDefinition',
    metadata: { name: 'dgdr-render' },
    spec: {
      group,
      names: { kind: CONFIG_KIND },
      description: 'Renders DynamoGraphDeploymentRequest manifests into DynamoGraphDeployment manifests, offline',
      tags: ['generator', 'transformer', 'dynamo'],
      versions: [
        {
          name: version,
          schema: { openAPIV3Schema: openapiOfConfig('function') },
          idempotent: true,
          license: 'Apache-2.0',
          runtime: { exec: { path: 'dgdr-render-function' } },
        },
      ],
    },
  };
}

function openapiOfRequests(): JsonObject {
  const { properties } = toOpenapi(dgdrSchema) as { readonly properties: { readonly spec: JsonObject } };
  const spec = Object.entries(REQUEST_WORDS).reduce(describe, properties.spec);
  return envelope(`${GROUP}/v1beta1`, REQUEST_KIND, { ...spec, required: REQUIRED });
}

/** A field of a schema with a description. Throws where there is no such field. */
function describe(schema: JsonObject, [path, description]: readonly [string, string]): JsonObject {
  const keys = path.split('.').flatMap((name) => ['properties', name]);
  if (!isObject(getIn(schema, ...keys))) throw new Error(`requests have no field ${path}`);
  return updateIn(schema, keys, (field) => ({ description, ...(isObject(field) ? field : {}) }));
}

function openapiOfConfig(form: ConfigForm): JsonObject {
  const spec = toOpenapi(configSchema(form, true));
  const { required: _hasDefaults, properties, ...others } = spec;
  const shown = Object.entries(properties as JsonObject).filter(([name]) => !HIDDEN.includes(name));
  return envelope(CONFIG_API_VERSION, CONFIG_KIND, { ...others, properties: Object.fromEntries(shown) });
}

function envelope(apiVersion: string, kind: string, spec: JsonObject): JsonObject {
  return {
    type: 'object',
    properties: {
      apiVersion: { type: 'string', enum: [apiVersion] },
      kind: { type: 'string', enum: [kind] },
      metadata: { type: 'object', properties: { name: { type: 'string' } }, required: ['name'] },
      spec,
    },
    required: ['apiVersion', 'kind', 'metadata', ...('required' in spec ? ['spec'] : [])],
  };
}

/** As JSON Schema, with every field closed but those of Kubernetes: editors underline a misspelt one. */
function forEditors(title: string, schema: JsonObject): object {
  const { properties, ...others } = schema as { readonly properties: JsonObject };
  const { spec, ...header } = properties;
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title,
    ...others,
    properties: { ...header, spec: closed(spec ?? {}) },
  };
}

/** Fields whose inside belongs to Kubernetes. */
const OPEN = ['profilingJob'];

function closed(schema: Json): Json {
  if (Array.isArray(schema)) return schema.map(closed);
  if (!isObject(schema)) return schema;
  const { properties, exclusiveMinimum, minimum, ...others } = schema;
  if (exclusiveMinimum === true) return { ...others, exclusiveMinimum: minimum ?? 0 };
  if (!isObject(properties)) return Object.fromEntries(Object.entries(schema).map(([key, one]) => [key, closed(one)]));
  const members = Object.entries(properties).map(([name, one]) => [name, OPEN.includes(name) ? one : closed(one)]);
  return { ...schema, properties: Object.fromEntries(members), additionalProperties: false };
}
