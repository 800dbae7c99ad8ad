import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RenderError } from '../errors.ts';
import { isObject, type Json, type JsonObject } from '../json.ts';
import { corrupt } from './codec.ts';
import { hashOf } from './index-file.ts';
import type { ModelFacts, ModelFiles } from './models.ts';
import { packageFolder } from './package-folder.ts';

/** An id whose model has the shape of another one. */
export interface KnownAlias {
  readonly like: string;
  /** How its checkpoint is quantised, by the name of the format; undefined where it is like the other one's. */
  readonly format: string | undefined;
  /** Whether only its name says so. */
  readonly isByName: boolean;
  /** Fields of the configuration with other values. */
  readonly set: JsonObject;
  /** As its publisher counts them, scales of quantised weights among them; undefined where that is not known. */
  readonly parameters: number | undefined;
}

/** A model by its published facts. */
interface KnownConfig {
  readonly config: JsonObject;
  readonly parameters: number;
}

/** Models that are known besides those of a release of measured data. Model ids are case-sensitive. */
export interface KnownModels {
  /** The files of a model that is described here or comes with any release of measured data. */
  files(id: string): ModelFiles | undefined;
  /** The model that an id is another name or another checkpoint of. */
  alias(id: string): KnownAlias | undefined;
  /** The files of an alias of a model, whose files are given. */
  aliasFiles(alias: KnownAlias, files: ModelFiles): ModelFiles;
  /** The model whose shape an id has by what little is known of it. */
  likely(id: string): string | undefined;
  /** Parameters of a model that is described here. */
  parameters(id: string): number | undefined;
  /** Every id that leads to files: described here or in measured data, and all aliases. */
  ids(): readonly string[];
  /** Ids of the models that have files of their own: described here or with any release of measured data. */
  described(): readonly string[];
  /** Ids that are other names. */
  aliases(): readonly string[];
}

/** No models besides those of the data, as the reference knows none. */
export const NOTHING_KNOWN: KnownModels = {
  files: () => undefined,
  alias: () => undefined,
  aliasFiles: (_, files) => files,
  likely: () => undefined,
  parameters: () => undefined,
  ids: () => [],
  described: () => [],
  aliases: () => [],
};

/** A way in which checkpoints say that they are quantised. */
interface Format {
  readonly config?: JsonObject;
  readonly hf?: JsonObject;
}

interface Catalogue {
  readonly formats: ReadonlyMap<string, Format>;
  readonly configs: ReadonlyMap<string, KnownConfig>;
  readonly aliases: ReadonlyMap<string, KnownAlias>;
  readonly likely: ReadonlyMap<string, string>;
}

const FORMAT = 1;
const FILE = 'models.json';

/**
 * The models of the folder `catalogue` of this package, and those of `others`. Nothing is read before a model is asked for
 * that no release of measured data has. @throws RenderError INPUT_NOT_FOUND or PERFDB_INVALID, when it is read
 */
export function openKnownModels(others: () => readonly ModelFacts[], root?: string): KnownModels {
  let read: Catalogue | undefined;
  const catalogue = (): Catalogue => {
    read ??= readCatalogue(root ?? packageFolder('catalogue'));
    return read;
  };
  const fromOthers = (id: string): ModelFiles | undefined => {
    const facts = others().find(({ models }) => Object.hasOwn(models, id));
    return facts?.models[id];
  };
  const described = (): readonly string[] => [
    ...new Set([...others().flatMap(({ models }) => Object.keys(models)), ...catalogue().configs.keys()]),
  ];
  return {
    files: (id) => {
      const known = catalogue().configs.get(id);
      return known === undefined ? fromOthers(id) : { config: known.config, hfQuantConfig: undefined };
    },
    alias: (id) => catalogue().aliases.get(id),
    aliasFiles: ({ format, set }, files) => withFormat(withFields(files, set), format, catalogue()),
    likely: (id) => catalogue().likely.get(id),
    parameters: (id) => catalogue().configs.get(id)?.parameters,
    ids: () => [...new Set([...described(), ...catalogue().aliases.keys()])],
    described,
    aliases: () => [...catalogue().aliases.keys()],
  };
}

/** Fields go where the configuration has them: of the text model or of the whole. */
function withFields(files: ModelFiles, set: JsonObject): ModelFiles {
  const { text_config: text } = files.config;
  if (!isObject(text)) return { ...files, config: { ...files.config, ...set } };
  const inner = Object.entries(set).filter(([key]) => Object.hasOwn(text, key));
  const outer = Object.entries(set).filter(([key]) => !Object.hasOwn(text, key));
  const config = { ...files.config, ...Object.fromEntries(outer) };
  return { ...files, config: { ...config, text_config: { ...text, ...Object.fromEntries(inner) } } };
}

/** The files of a checkpoint of the same shape in another format. */
function withFormat(files: ModelFiles, name: string | undefined, { formats }: Catalogue): ModelFiles {
  if (name === undefined) return files;
  const format = formats.get(name);
  if (format === undefined) throw corrupt(`${FILE} has no format ${name}`);
  const { quantization_config: _, text_config: text, ...rest } = files.config;
  const plain = { ...rest, ...(text !== undefined && { text_config: withoutQuantisation(text) }) };
  return {
    config: { ...plain, ...(format.config && { quantization_config: format.config }) },
    hfQuantConfig: format.hf && { quantization: format.hf },
  };
}

function withoutQuantisation(text: Json): Json {
  if (!isObject(text)) return text;
  const { quantization_config: _, ...rest } = text;
  return rest;
}

function readCatalogue(root: string): Catalogue {
  const index = parse(readBytes(root, 'index.json'), 'index.json');
  if (index.format !== FORMAT) throw corrupt(`the catalogue has format ${index.format}, this release reads ${FORMAT}`);
  const bytes = readBytes(root, FILE);
  if (!isObject(index.files) || index.files[FILE] !== hashOf(bytes)) {
    throw corrupt(`${FILE} of the catalogue is not the file that its index.json was made with`);
  }
  const all = parse(bytes, FILE);
  return {
    formats: entriesOf(all.formats, (value) => value as Format),
    configs: entriesOf(all.configs, ({ config, parameters }) => {
      if (!isObject(config) || typeof parameters !== 'number') throw corrupt(`${FILE} has a model without facts`);
      return { config, parameters };
    }),
    aliases: entriesOf(all.aliases, toAlias),
    likely: new Map(Object.entries(isObject(all.likely) ? all.likely : {}).map(([id, like]) => [id, String(like)])),
  };
}

function toAlias({ like, format, isByName, set, parameters }: JsonObject): KnownAlias {
  return {
    like: String(like),
    format: format === undefined ? undefined : String(format),
    isByName: isByName === true,
    set: isObject(set) ? set : {},
    parameters: typeof parameters === 'number' ? parameters : undefined,
  };
}

function entriesOf<T>(value: Json | undefined, read: (entry: JsonObject) => T): ReadonlyMap<string, T> {
  if (!isObject(value)) throw corrupt(`${FILE} of the catalogue lacks a part`);
  return new Map(
    Object.entries(value).map(([id, entry]) => {
      if (!isObject(entry)) throw corrupt(`${FILE} of the catalogue has an entry ${id} that is no object`);
      return [id, read(entry)] as const;
    }),
  );
}

function readBytes(root: string, name: string): Buffer {
  try {
    return readFileSync(join(root, name));
  } catch (error) {
    throw new RenderError('INPUT_NOT_FOUND', {
      message: `no catalogue of models: cannot read ${name} (${String((error as NodeJS.ErrnoException).code)})`,
      hint: 'reinstall the package',
    });
  }
}

function parse(bytes: Buffer, name: string): JsonObject {
  try {
    const value = JSON.parse(bytes.toString('utf8')) as Json;
    if (isObject(value)) return value;
  } catch {
    // said below
  }
  throw corrupt(`${name} of the catalogue is not JSON`);
}
