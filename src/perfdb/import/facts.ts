import { RenderError } from '../../errors.ts';
import { isObject, type Json, type JsonObject } from '../../json.ts';
import { NO_ROW } from '../support.ts';
import { parseCsv } from './csv.ts';
import type { ReleaseLayout } from './layouts/layout.ts';
import type { ReleaseTree } from './tree.ts';
import { compressed } from './write-pack.ts';

type Package = Pick<ReleaseLayout, 'package'>;

/** Folder of the systems inside a release. */
export const systemsFolder = ({ package: name }: Package): string => `${name}/systems/`;
/** Source of the facts that the package has in its own code. */
const FACTS_SOURCE = 'sdk/common.py';

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
export async function readSystems(tree: ReleaseTree, layout: Package): Promise<JsonObject> {
  const folder = systemsFolder(layout);
  const systems: [string, Json][] = [];
  for (const path of tree.paths) {
    const name = path.startsWith(folder) ? /^([\w-]+)\.yaml$/.exec(path.slice(folder.length))?.[1] : undefined;
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

/** What a release knows about models: `models.json`, and the files beside it that hold what is too long for it. */
export interface ModelFiles {
  readonly value: JsonObject;
  /** Compressed JSON by its path below the root. */
  readonly files: ReadonlyMap<string, Buffer>;
}

/** Bundled model files, the family of each architecture, and the ids the reference serves from the bundle. */
export async function readModels(tree: ReleaseTree, layout: ReleaseLayout): Promise<ModelFiles> {
  const folder = `${layout.package}/model_configs/`;
  const models = new Map<string, JsonObject>();
  const files = new Map<string, Buffer>();
  for (const path of tree.paths.filter((name) => name.startsWith(folder))) {
    const match = /^(.+?)(_hf_quant)?_config\.json$/.exec(path.slice(folder.length));
    if (match === null) continue;
    const [, file = '', quant] = match;
    const id = file.replaceAll('--', '/');
    const name = quant === undefined ? 'config' : 'hfQuantConfig';
    const text = JSON.stringify(parsed(path, await readText(tree, path), parsePythonJson));
    const isLong = text.length > layout.longestInlineConfig;
    const place = `models/${file}.${name}.json.br`;
    if (isLong) files.set(place, compressed(Buffer.from(text, 'utf8'), 11));
    models.set(id, { ...models.get(id), [name]: isLong ? { file: place } : (JSON.parse(text) as Json) });
  }
  const source = (await readText(tree, `${layout.package}/${FACTS_SOURCE}`)).replace(/#.*$/gm, '');
  const pairs = pythonTexts(source, 'ARCHITECTURE_TO_MODEL_FAMILY');
  const families = pairs.flatMap((name, i) => (i % 2 === 0 ? [[name, pairs[i + 1] ?? ''] as const] : []));
  const value = {
    models: Object.fromEntries([...models].sort(byName)),
    families: Object.fromEntries(families),
    defaultModels: [...new Set(pythonTexts(source, 'DefaultHFModels'))].sort(),
  };
  return { value, files };
}

/** A row's status; what passed without having been measured on silicon counts as another status than PASS. */
function statusOf(cell: (name: string) => string, hasSource: boolean): string {
  const [status, source] = [cell('Status'), cell('Source')];
  return status === 'PASS' && hasSource && source !== 'silicon' ? `PASS of ${source || 'nothing'}` : status;
}

/** The support matrix as a grid: a row for each (system, backend, version, mode), a digit for each model. */
export async function readSupport(tree: ReleaseTree, layout: Package): Promise<JsonObject> {
  const folder = `${systemsFolder(layout)}support_matrix/`;
  const statuses: string[] = [];
  const models = new Map<string, number>();
  const places = new Map<string, Map<number, number>>();
  for (const path of tree.paths.filter((name) => name.startsWith(folder) && name.endsWith('.csv'))) {
    const [head = [], ...rows] = parsed(path, await readText(tree, path), parseCsv);
    const column = Object.fromEntries(head.map((name, i) => [name, i]));
    for (const row of rows) {
      const cell = (name: string): string => row[column[name] ?? -1] ?? '';
      const model = JSON.stringify([cell('HuggingFaceID'), cell('Architecture')]);
      const place = JSON.stringify(['System', 'Backend', 'Version', 'Mode'].map(cell));
      if (!models.has(model)) models.set(model, models.size);
      const status = statusOf(cell, head.includes('Source'));
      if (!statuses.includes(status)) statuses.push(status);
      const grid = places.get(place) ?? new Map<number, number>();
      const at = models.get(model) ?? 0;
      if (grid.has(at)) throw invalid(`${path} has two rows for ${model} at ${place}`);
      places.set(place, grid.set(at, statuses.indexOf(status)));
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
