import type { FindingDetails, NoteCode, Warn } from '../errors.ts';
import { type Architecture, type ModelConfig, parseArchitecture } from '../models/architecture.ts';
import { familyUnsupported } from '../models/model.ts';
import { type KnownAlias, NOTHING_KNOWN } from '../perfdb/known-models.ts';
import type { ModelFiles } from '../perfdb/models.ts';
import type { ProfileRequest } from '../request/request.ts';
import type { Engine } from './engines.ts';
import { isLike, type SuppliedModels, suppliedFor } from './supplied-models.ts';
import { type Bundled, unknownLike, unknownModel } from './unknown-model.ts';

/** An engine with what a user says of further models. */
export function withModels(engine: Engine, supplied: SuppliedModels): Engine {
  return {
    revision: engine.revision,
    ...(engine.known !== undefined && { known: engine.known }),
    supplied,
    get data() {
      return engine.data;
    },
  };
}

/** Something to be said of how a model was found. */
interface Note extends FindingDetails {
  readonly code: NoteCode;
}

/** The files of a model, and which it is where they are those of another one. */
export interface FoundFiles {
  readonly files: ModelConfig;
  /** The model that the support matrix knows it as; undefined for itself. */
  readonly like?: string;
  readonly notes?: readonly Note[];
}

/**
 * The architecture of the requested model as the engine runs it: from the user's configuration, else a bundled one, else that
 * of the model which the user says it is like, else that of the one which the catalogue says it is another name of.
 * @throws RenderError MODEL_UNKNOWN, FAMILY_UNSUPPORTED, MODEL_INVALID or LIMIT_EXCEEDED
 */
export function findArchitecture(request: ProfileRequest, engine: Engine, warn?: Warn): Architecture {
  const { files, like, notes = [] } = findFiles(request, engine);
  for (const { code, ...details } of notes) warn?.(code, { ...details, origin: request.locate('spec.model') });
  const architecture = parseArchitecture(request.model, files);
  if (!request.mends.sizesForRequest && architecture.name !== architecture.standsFor)
    throw familyUnsupported(architecture);
  return {
    ...architecture,
    nextn: engine.revision.drafts.predictedTokens(architecture.nextn),
    ...(like !== undefined && { like }),
  };
}

function findFiles(request: ProfileRequest, engine: Engine): FoundFiles {
  const { model } = request;
  const supplied = suppliedFor(model, engine.supplied ?? {});
  if (supplied !== undefined && !isLike(supplied)) return { files: supplied };
  const like = supplied?.like;
  const bundle = bundledFor(request, engine);
  const bundled = bundledFiles(model, bundle);
  if (bundled !== undefined) return { files: bundled, notes: like === undefined ? [] : [ignoredLike(model, like)] };
  const found = like === undefined ? aliasFiles(model, bundle) : filesOfLike(like, bundle);
  if (found !== undefined) return found;
  const asked = { model, origin: request.locate('spec.model') };
  throw like === undefined ? unknownModel(asked, bundle) : unknownLike(asked, like, bundle);
}

/**
 * The files of a model by its id alone: bundled ones, or those of the model that it is another name of.
 * @throws RenderError MODEL_UNKNOWN
 */
export function lookUpModel(id: string, { data, known = NOTHING_KNOWN }: Engine): FoundFiles {
  const bundle = { data, known };
  const bundled = bundledFiles(id, bundle);
  const found = bundled === undefined ? aliasFiles(id, bundle) : { files: bundled };
  if (found === undefined) throw unknownModel({ model: id, origin: undefined }, bundle);
  return found;
}

function bundledFor({ mends }: ProfileRequest, { data, known = NOTHING_KNOWN }: Engine): Bundled {
  return { data, known: mends.knowsCatalogue ? known : NOTHING_KNOWN };
}

/** The files of a model of the engine's own data, of the catalogue or of other data. */
function bundledFiles(id: string, { data, known }: Bundled): ModelFiles | undefined {
  const { models } = data.models();
  return Object.hasOwn(models, id) ? models[id] : known.files(id);
}

/** The files of the model that a user names, by whatever name. */
function filesOfLike(like: string, bundle: Bundled): FoundFiles | undefined {
  const files = bundledFiles(like, bundle);
  return files === undefined ? aliasFiles(like, bundle) : { files, like };
}

function aliasFiles(id: string, bundle: Bundled): FoundFiles | undefined {
  const alias = bundle.known.alias(id);
  const files = alias && bundledFiles(alias.like, bundle);
  if (alias === undefined || files === undefined) return undefined;
  return { files: bundle.known.aliasFiles(alias, files), like: alias.like, notes: [aliasNote(id, alias)] };
}

function aliasNote(id: string, { like, format, isByName }: KnownAlias): Note {
  const weights = format === undefined || format === 'none' ? '' : `, its weights in ${format}`;
  const doubt = isByName ? ', by its name alone' : '';
  const message = `${id} has the shape of the bundled model ${like}${weights}${doubt}`;
  return { code: 'MODEL_ALIAS', message, path: 'spec.model' };
}

function ignoredLike(id: string, like: string): Note {
  const message = `${id} is bundled itself; that it is like ${like} counts for nothing`;
  return { code: 'FIELD_IGNORED', message, path: 'spec.model', hint: `leave out that ${id} is like ${like}` };
}
