import { isObject, type Json, type JsonObject } from '../json.ts';
import { corrupt } from './codec.ts';

/** The files of one bundled model as its publisher wrote them; NaN and infinities are null. */
interface ModelFiles {
  readonly config: JsonObject;
  readonly hfQuantConfig: JsonObject | undefined;
}

/** What the release knows about models. Model ids are case-sensitive. */
export interface ModelFacts {
  /** By model id such as `Qwen/Qwen3-32B`. */
  readonly models: Readonly<Record<string, ModelFiles>>;
  /** Model family by the first entry of a config's `architectures`. */
  readonly families: Readonly<Record<string, string>>;
  /** Ids whose bundled copy the reference uses; any other id it would download. */
  readonly defaultModels: ReadonlySet<string>;
}

/** Reads `models.json`; throws PERFDB_INVALID when it is not what the importer writes. */
export function parseModels(value: Json): ModelFacts {
  if (!isObject(value) || !isObject(value.models) || !isObject(value.families) || !Array.isArray(value.defaultModels)) {
    throw corrupt('models.json lacks models, families or defaultModels');
  }
  const models = Object.entries(value.models).map(([id, files]) => {
    if (!isObject(files) || !isObject(files.config)) throw corrupt(`model ${id} has no config`);
    const quant = files.hfQuantConfig;
    return [id, { config: files.config, hfQuantConfig: isObject(quant) ? quant : undefined }] as const;
  });
  return {
    models: Object.fromEntries(models),
    families: Object.fromEntries(Object.entries(value.families).map(([name, family]) => [name, String(family)])),
    defaultModels: new Set(value.defaultModels.map(String)),
  };
}
