import { basename, dirname, join } from 'node:path';
import { type Finding, type Origin, RenderError, RenderErrors } from '../../errors.ts';
import { findOne } from '../../files/find-files.ts';
import { type FileBytes, readFile } from '../../files/read-file.ts';
import { lookAt, projectRoot, type ReadablePath, type Root } from '../../files/root.ts';
import { isDeep, isObject, type Json, type JsonObject, MOST_NESTING } from '../../json.ts';
import { REQUEST_LIMITS } from '../../krm/parse-yaml.ts';
import type { SuppliedModels } from '../../profile/models.ts';
import type { Street } from '../../render/render.ts';
import type { Layer, Resolved } from '../../request/layers.ts';
import type { ModelPath } from '../../request/value-kinds.ts';
import type { Context } from '../cli/context.ts';
import { toFindings } from '../cli/to-findings.ts';

/** A model that is not bundled, and where that was said. */
export interface ModelSource extends ModelPath {
  /** Where it was said: a field of the function's config. */
  readonly field?: string;
  readonly origin?: Origin | undefined;
}

const CONFIG_FILE = 'config.json';
const QUANT_FILE = 'hf_quant_config.json';

/** A host, and where the paths of its models lead. */
interface ModelHost {
  readonly host: Layer;
  readonly root: Root;
  /** The models of the host with the field or option that names each. */
  readonly named?: ModelNames | undefined;
}

export type ModelNames = (models: readonly ModelPath[]) => readonly ModelSource[];

/**
 * Opens streets, one for each list of models that counts somewhere. Throws what is wrong with models of the host; of those
 * of a project file it gives the findings.
 */
export function openStreets(
  { host, root, named = (models) => models }: ModelHost,
  context: Pick<Context, 'openStreet'>,
) {
  const known = new Map<readonly ModelPath[] | undefined, Street | { readonly errors: readonly Finding[] }>();
  const open = ({
    settings: { models = [] },
    sourceOf,
  }: Resolved): Street | { readonly errors: readonly Finding[] } => {
    if (models.length === 0) return context.openStreet({});
    if (models === host.settings.models) return context.openStreet(readModelConfigs(named(models), root));
    const source = sourceOf('models');
    const sources = models.map((model, i) => {
      const field = `spec.models[${i}].config`;
      return { ...model, field, origin: source?.locate?.(field) };
    });
    try {
      return context.openStreet(readModelConfigs(sources, projectRoot(root)));
    } catch (error) {
      return { errors: toFindings(error) };
    }
  };
  return (resolved: Resolved): Street | { readonly errors: readonly Finding[] } => {
    const { models } = resolved.settings;
    const street = known.get(models) ?? open(resolved);
    known.set(models, street);
    return street;
  };
}

/**
 * Reads Hugging Face configurations: a `config.json`, or a folder that holds one; an `hf_quant_config.json` beside it
 * is read too. Every source is tried; throws `RenderErrors` with all that went wrong. Nothing is read
 * that leads out of the root, links resolved.
 */
export function readModelConfigs(sources: readonly ModelSource[], root: Root): SuppliedModels {
  const errors: RenderError[] = [];
  const models = new Map<string, SuppliedModels[string]>();
  for (const { id, config, field, origin } of sources) {
    try {
      models.set(id, readModel(config, root));
    } catch (error) {
      for (const { message, code } of toFindings(error)) {
        const place = { path: field, origin, hint: 'name a Hugging Face config.json or the folder that holds it' };
        errors.push(new RenderError(code as RenderError['code'], { ...place, message: `model ${id}: ${message}` }));
      }
    }
  }
  if (errors.length > 0) throw new RenderErrors(errors);
  return Object.fromEntries(models);
}

function readModel(path: string, root: Root): SuppliedModels[string] {
  const isFolder = findOne(path, root).stat.isDirectory();
  const config = isFolder ? join(path, CONFIG_FILE) : path;
  const quant = join(dirname(config), QUANT_FILE);
  const hasQuant = basename(config) === CONFIG_FILE && lookAt(quant, root).path !== undefined;
  const read = (file: string): JsonObject => readObject(findOne(file, root).path, basename(file));
  return { config: read(config), hfQuantConfig: hasQuant ? read(quant) : undefined };
}

/** Python writes infinities and NaN as bare words, which JSON does not have; they mean nothing here. */
const BARE_WORDS = /([:[,]\s*)(?:-?Infinity|NaN)(?=\s*[,\]}])/g;

function readObject(path: ReadablePath, name: string): JsonObject {
  const value = parseJson(textOf(path, name).replace(BARE_WORDS, '$1null'), name);
  if (!isObject(value)) throw new RenderError('MODEL_INVALID', { message: `${name} holds no object` });
  if (!isDeep(value)) return value;
  throw new RenderError('MODEL_INVALID', { message: `${name} nests deeper than ${MOST_NESTING}` });
}

function parseJson(text: string, name: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch (error) {
    const reason = error instanceof Error ? error.message : error;
    throw new RenderError('MODEL_INVALID', { message: `${name} is not JSON: ${reason}` });
  }
}

function textOf(path: ReadablePath, name: string): string {
  const { bytes, size } = bytesOf(path, name);
  if (bytes !== undefined) return bytes.toString('utf8');
  throw new RenderError('INPUT_TOO_LARGE', {
    message: `${name} has ${size} bytes, at most ${REQUEST_LIMITS.bytes} are read`,
  });
}

function bytesOf(path: ReadablePath, name: string): FileBytes {
  try {
    const read = readFile(path, REQUEST_LIMITS.bytes);
    if (read !== undefined) return read;
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new RenderError('INPUT_NOT_FOUND', { message: `${name} cannot be read: ${reason}` });
  }
  throw new RenderError('INPUT_NOT_FOUND', { message: `${name} is no file` });
}
