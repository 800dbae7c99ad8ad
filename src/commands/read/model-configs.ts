import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { type Origin, RenderError, RenderErrors } from '../../errors.ts';
import { isDeep, isObject, type Json, type JsonObject, MOST_NESTING } from '../../json.ts';
import { existingPath, type FindOptions } from '../../krm/find-files.ts';
import { REQUEST_LIMITS } from '../../krm/parse-yaml.ts';
import type { SuppliedModels } from '../../profile/models.ts';
import type { ModelPath } from '../../request/value-kinds.ts';
import { toFindings } from '../cli/to-findings.ts';

/** A model that is not bundled, and where that was said. */
export interface ModelSource extends ModelPath {
  /** Where it was said: a field of the function's config. */
  readonly field?: string;
  readonly origin?: Origin | undefined;
}

const CONFIG_FILE = 'config.json';
const QUANT_FILE = 'hf_quant_config.json';

/**
 * Reads Hugging Face configurations: a `config.json`, or a folder that holds one; an `hf_quant_config.json` beside it
 * is read too. Every source is tried; throws `RenderErrors` with all that went wrong. With `isConfined` nothing
 * outside `cwd` is read, links resolved.
 */
export function readModelConfigs(sources: readonly ModelSource[], options: FindOptions): SuppliedModels {
  const errors: RenderError[] = [];
  const models = new Map<string, SuppliedModels[string]>();
  for (const { id, config, field, origin } of sources) {
    try {
      models.set(id, readModel(config, options));
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

function readModel(path: string, options: FindOptions): SuppliedModels[string] {
  const isFolder = statSync(existingPath(path, options)).isDirectory();
  const config = isFolder ? join(path, CONFIG_FILE) : path;
  const quant = join(dirname(config), QUANT_FILE);
  const hasQuant = basename(config) === CONFIG_FILE && existsSync(resolve(options.cwd, quant));
  const read = (file: string): JsonObject => readObject(existingPath(file, options));
  return { config: read(config), hfQuantConfig: hasQuant ? read(quant) : undefined };
}

/** Python writes infinities and NaN as bare words, which JSON does not have; they mean nothing here. */
const BARE_WORDS = /([:[,]\s*)(?:-?Infinity|NaN)(?=\s*[,\]}])/g;

function readObject(path: string): JsonObject {
  const name = basename(path);
  const { size } = statSync(path);
  if (size > REQUEST_LIMITS.bytes) {
    throw new RenderError('INPUT_TOO_LARGE', {
      message: `${name} has ${size} bytes, at most ${REQUEST_LIMITS.bytes} are read`,
    });
  }
  const value = parseJson(textOf(path).replace(BARE_WORDS, '$1null'), name);
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

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new RenderError('INPUT_NOT_FOUND', { message: `${basename(path)} cannot be read: ${reason}` });
  }
}
