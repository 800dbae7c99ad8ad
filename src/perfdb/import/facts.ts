import { RenderError } from '../../errors.ts';
import { isObject, type Json, type JsonObject } from '../../json.ts';
import { NO_ROW } from '../support.ts';
import { parseCsv } from './csv.ts';
import type { ReleaseTree } from './tree.ts';

const PACKAGE = 'aiconfigurator';
export const SYSTEMS = `${PACKAGE}/systems/`;
const MODEL_CONFIGS = `${PACKAGE}/model_configs/`;
const MATRIX = `${SYSTEMS}support_matrix/`;
const FACTS_SOURCE = `${PACKAGE}/sdk/common.py`;

const invalid = (message: string): RenderError => new RenderError('PERFDB_INVALID', { message });
const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1);

async function readText(tree: ReleaseTree, path: string): Promise<string> {
  return (await tree.read(path)).toString('utf8');
}

/** Parses the text of a file of the release; what the parser refuses is PERFDB_INVALID. */
function parsed<T>(path: string, text: string, parse: (text: string) => T): T {
  try {
    return parse(text);
  } catch (error) {
    throw invalid(`${path} is damaged: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Parses one YAML file of the release. */
export async function readYaml(tree: ReleaseTree, path: string): Promise<Json> {
  const { parse } = await import('yaml');
  return parsed(path, await readText(tree, path), (text) => parse(text) as Json);
}

/** Every systems/<name>.yaml by name, as it is. */
export async function readSystems(tree: ReleaseTree): Promise<JsonObject> {
  const systems: [string, Json][] = [];
  for (const path of tree.paths) {
    const name = path.startsWith(SYSTEMS) ? /^([\w-]+)\.yaml$/.exec(path.slice(SYSTEMS.length))?.[1] : undefined;
    if (name === undefined) continue;
    const spec = await readYaml(tree, path);
    if (isObject(spec) && isObject(spec.gpu)) systems.push([name, spec]);
  }
  return Object.fromEntries(systems.sort(byName));
}

/** Python's JSON may hold bare NaN and infinities, which become null; quoted ones stay. */
function parsePythonJson(text: string): Json {
  return JSON.parse(
    text.replace(/"(?:[^"\\]|\\.)*"|-?\bInfinity\b|\bNaN\b/g, (found) => (found.startsWith('"') ? found : 'null')),
  ) as Json;
}

/** Texts inside the collection that Python source without comments assigns to `name`; `*other` takes in another one. */
function pythonTexts(source: string, name: string): readonly string[] {
  const found = new RegExp(`^${name}\\b[^=\\n]*=\\s*(?:frozenset\\(\\s*)?[({[]([^)}\\]]*)[)}\\]]`, 'm').exec(
    source,
  )?.[1];
  if (found === undefined) throw invalid(`${FACTS_SOURCE} has no ${name}`);
  return [...found.matchAll(/"([^"\n]*)"|\*(\w+)/g)].flatMap(([, text, other]) =>
    other === undefined ? [text ?? ''] : pythonTexts(source, other),
  );
}

/** Bundled model files, the family of each architecture, and the ids the reference serves from the bundle. */
export async function readModels(tree: ReleaseTree): Promise<JsonObject> {
  const models = new Map<string, JsonObject>();
  for (const path of tree.paths.filter((name) => name.startsWith(MODEL_CONFIGS))) {
    const match = /^(.+?)(_hf_quant)?_config\.json$/.exec(path.slice(MODEL_CONFIGS.length));
    if (match === null) continue;
    const [, file = '', quant] = match;
    const id = file.replaceAll('--', '/');
    const value = parsed(path, await readText(tree, path), parsePythonJson);
    models.set(id, { ...models.get(id), [quant === undefined ? 'config' : 'hfQuantConfig']: value });
  }
  const source = (await readText(tree, FACTS_SOURCE)).replace(/#.*$/gm, '');
  const pairs = pythonTexts(source, 'ARCHITECTURE_TO_MODEL_FAMILY');
  const families = pairs.flatMap((name, i) => (i % 2 === 0 ? [[name, pairs[i + 1] ?? ''] as const] : []));
  return {
    models: Object.fromEntries([...models].sort(byName)),
    families: Object.fromEntries(families),
    defaultModels: [...new Set(pythonTexts(source, 'DefaultHFModels'))].sort(),
  };
}

/** The support matrix as a grid: a row for each (system, backend, version, mode), a digit for each model. */
export async function readSupport(tree: ReleaseTree): Promise<JsonObject> {
  const statuses: string[] = [];
  const models = new Map<string, number>();
  const places = new Map<string, Map<number, number>>();
  for (const path of tree.paths.filter((name) => name.startsWith(MATRIX) && name.endsWith('.csv'))) {
    const [head = [], ...rows] = parsed(path, await readText(tree, path), parseCsv);
    const column = Object.fromEntries(head.map((name, i) => [name, i]));
    for (const row of rows) {
      const cell = (name: string): string => row[column[name] ?? -1] ?? '';
      const model = JSON.stringify([cell('HuggingFaceID'), cell('Architecture')]);
      const place = JSON.stringify(['System', 'Backend', 'Version', 'Mode'].map(cell));
      if (!models.has(model)) models.set(model, models.size);
      if (!statuses.includes(cell('Status'))) statuses.push(cell('Status'));
      const grid = places.get(place) ?? new Map<number, number>();
      const at = models.get(model) ?? 0;
      if (grid.has(at)) throw invalid(`${path} has two rows for ${model} at ${place}`);
      places.set(place, grid.set(at, statuses.indexOf(cell('Status'))));
    }
  }
  const line = (grid: ReadonlyMap<number, number>): string =>
    Array.from({ length: models.size }, (_, i) => grid.get(i) ?? NO_ROW).join('');
  return {
    statuses,
    models: [...models.keys()].map((model) => JSON.parse(model) as Json),
    places: [...places].map(([place, grid]) => [...(JSON.parse(place) as string[]), line(grid)]),
  };
}
