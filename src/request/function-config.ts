import { isObject, type JsonObject, updateIn } from '../json.ts';
import { REQUEST_KIND } from '../kinds.ts';
import type { Resource } from '../krm/resource.ts';
import { show } from '../words.ts';
import { CONFIG_API_VERSION, CONFIG_KIND, checkConfig, invalid, pathsOf, specOf } from './config-schema.ts';
import { defaultRow } from './defaults.ts';
import type { Settings } from './settings.ts';

/** The paths that a text can say. */
const PAIR_PATHS = pathsOf('function').filter((path) => defaultRow(path).kind.fromPair !== undefined);

/** Reads a `RenderDGDR` or a ConfigMap of text pairs (as kpt makes it): what it says, without fallbacks. */
export function parseFunctionConfig(config: Resource | undefined): Settings {
  const isPairs = config?.object.kind === 'ConfigMap' && config.object.apiVersion === 'v1';
  const prefix = isPairs ? 'data' : 'spec';
  const spec = config === undefined ? {} : isPairs ? fromPairs(config) : fromSpec(config);
  return checkConfig({ form: 'function', spec, prefix, config });
}

function fromSpec(config: Resource): JsonObject {
  const what = `${show(config.object.apiVersion ?? null)} ${show(config.object.kind ?? null)}`;
  const expected = `${CONFIG_API_VERSION} ${CONFIG_KIND}, a ${REQUEST_KIND} or a ConfigMap was expected`;
  return specOf(config, `the function config is ${what}; ${expected}`);
}

/** The keys of a ConfigMap are paths of the table. */
function fromPairs(config: Resource): JsonObject {
  const { data = {} } = config.object;
  if (!isObject(data)) throw invalid('data is not an object', 'data', config);
  return Object.entries(data).reduce<JsonObject>((spec, [key, value]) => {
    const path = PAIR_PATHS.find((known) => known === key);
    const read = path && defaultRow(path).kind.fromPair;
    if (!read) throw invalid(`${key} is not an option; known: ${PAIR_PATHS.join(', ')}`, `data.${key}`, config);
    if (typeof value === 'object') throw invalid('a text was expected', `data.${key}`, config);
    return updateIn(spec, key.split('.'), () => read(String(value)));
  }, {});
}
