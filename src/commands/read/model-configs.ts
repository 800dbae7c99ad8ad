import { basename, dirname, join } from 'node:path';
import { type Origin, RenderError, RenderErrors } from '../../errors.ts';
import { type Budget, takeBytes } from '../../files/budget.ts';
import { findOne } from '../../files/find-files.ts';
import { type FileBytes, readFile } from '../../files/read-file.ts';
import { lookAt, type ReadablePath, type Root } from '../../files/root.ts';
import { isDeep, isObject, type Json, type JsonObject, MOST_NESTING } from '../../json.ts';
import { REQUEST_LIMITS } from '../../krm/parse-yaml.ts';
import type { SuppliedModels } from '../../profile/supplied-models.ts';
import type { ModelSetting } from '../../request/value-kinds.ts';
import { toFindings } from '../cli/to-findings.ts';

/** What is said of a model that is not bundled, and where. */
export interface ModelSource extends ModelSetting {
  /** The field of the function's config, or of an application, that says it. */
  readonly field?: string;
  readonly origin?: Origin | undefined;
}

export const CONFIG_FILE = 'config.json';
export const QUANT_FILE = 'hf_quant_config.json';

/**
 * What sources say of models. Reads Hugging Face configurations: a `config.json`, or a folder that holds one; an
 * `hf_quant_config.json` beside it is read too. Every source is tried; throws `RenderErrors` with all that went wrong.
 * Nothing is read that leads out of the root, links resolved.
 */
export function readModelConfigs(sources: readonly ModelSource[], root: Root): SuppliedModels {
  const errors: RenderError[] = [];
  const models = new Map<string, SuppliedModels[string]>();
  for (const { id, config, like = '', field, origin } of sources) {
    try {
      models.set(id, config === undefined ? { like } : readModel(config, root));
    } catch (error) {
      for (const { message, code } of toFindings(error)) {
        const place = { path: field, origin, hint: 'name a Hugging Face config.json or the folder that holds it' };
        errors.push(new RenderError(code as RenderError['code'], { ...place, message: `model ${id}: ${message}` }));
      }
      // It is about none of the others.
      if (root.budget.spent !== undefined) break;
    }
  }
  if (errors.length > 0) throw new RenderErrors(errors);
  return Object.fromEntries(models);
}

function readModel(path: string, root: Root): SuppliedModels[string] {
  const { config, quant } = readModelTexts(path, root);
  return {
    config: parseModelFile(config.text, config.name),
    hfQuantConfig: quant === undefined ? undefined : parseModelFile(quant, QUANT_FILE),
  };
}

/** The texts of a model's files: of a `config.json`, or of the folder that holds it, and of what stands beside it. */
export function readModelTexts(
  path: string,
  root: Root,
): { readonly config: { readonly name: string; readonly text: string }; readonly quant: string | undefined } {
  const isFolder = findOne(path, root).stat.isDirectory();
  const config = isFolder ? join(path, CONFIG_FILE) : path;
  const name = basename(config);
  const quant = join(dirname(config), QUANT_FILE);
  const hasQuant = name === CONFIG_FILE && lookAt(quant, root).path !== undefined;
  const read = (file: string): string =>
    textOf(findOne(file, root).path, { name: basename(file), budget: root.budget });
  return { config: { name, text: read(config) }, quant: hasQuant ? read(quant) : undefined };
}

/** A file by its name in findings, and what it counts on. */
interface ModelFile {
  readonly name: string;
  readonly budget: Budget;
}

/** Python writes infinities and NaN as bare words, which JSON does not have; they mean nothing here. */
const BARE_WORDS = /([:[,]\s*)(?:-?Infinity|NaN)(?=\s*[,\]}])/g;

/** The object of a configuration, named for messages. @throws RenderError MODEL_INVALID */
export function parseModelFile(text: string, name: string): JsonObject {
  const value = parseJson(text.replace(BARE_WORDS, '$1null'), name);
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

function textOf(path: ReadablePath, { name, budget }: ModelFile): string {
  const { bytes, size } = bytesOf(path, name);
  takeBytes(budget, size, { file: name, index: 0 });
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
