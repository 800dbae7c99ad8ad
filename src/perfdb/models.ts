import { isObject, type Json, type JsonObject } from '../json.ts';
import { corrupt } from './codec.ts';
import { once } from './once.ts';

/** The files of one bundled model as its publisher wrote them; NaN and infinities are null. */
export interface ModelFiles {
  /** `config.json`; one that is long lies in a file of its own, which is read when it is first asked for. */
  readonly config: JsonObject;
  /** `hf_quant_config.json`, where there is one. */
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

/** A path of a configuration below the root: plain names, so that no `models.json` can point elsewhere. */
const CONFIG_FILE = /^models\/[\w.-]+\.json\.br$/;

/** One of a model's files: what stands in `models.json`, or what `read` finds where that points to. */
function fileOf(value: Json | undefined, read: (name: string) => Json): () => JsonObject | undefined {
  if (!isObject(value)) return () => undefined;
  const { file, ...inline } = value;
  if (typeof file !== 'string' || Object.keys(inline).length > 0) return () => value;
  if (!CONFIG_FILE.test(file)) throw corrupt(`models.json names an impossible file: ${JSON.stringify(file)}`);
  return once(() => {
    const found = read(file);
    if (!isObject(found)) throw corrupt(`${file} is not an object`);
    return found;
  });
}

/**
 * Reads `models.json`; `read` gives a file beside it. Throws PERFDB_INVALID when one is not what the importer writes: the
 * files beside it when they are asked for.
 */
export function parseModels(value: Json, read: (name: string) => Json): ModelFacts {
  if (!isObject(value) || !isObject(value.models) || !isObject(value.families) || !Array.isArray(value.defaultModels)) {
    throw corrupt('models.json lacks models, families or defaultModels');
  }
  const models = Object.entries(value.models).map(([id, files]) => {
    if (!isObject(files) || !isObject(files.config)) throw corrupt(`model ${id} has no config`);
    const [config, quant] = [fileOf(files.config, read), fileOf(files.hfQuantConfig, read)];
    const model: ModelFiles = {
      get config() {
        return config() ?? {};
      },
      get hfQuantConfig() {
        return quant();
      },
    };
    return [id, model] as const;
  });
  return {
    models: Object.fromEntries(models),
    families: Object.fromEntries(Object.entries(value.families).map(([name, family]) => [name, String(family)])),
    defaultModels: new Set(value.defaultModels.map(String)),
  };
}
