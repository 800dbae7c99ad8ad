import { type Finding, findingOf, findingsOfFailure } from '../errors.ts';
import type { JsonObject } from '../json.ts';
import { REQUEST_KIND } from '../kinds.ts';
import { itemsOf } from '../krm/list-items.ts';
import { parseStream, REQUEST_LIMITS, STREAM_LIMITS, type YamlLimits } from '../krm/parse-yaml.ts';
import type { Resource } from '../krm/resource.ts';
import { openEngines } from '../profile/engines.ts';
import type { SuppliedModels } from '../profile/supplied-models.ts';
import { openStreet, type Street, type Terms } from '../render/render.ts';
import { checkConfig } from '../request/config-schema.ts';
import { SETTING_PATHS, type SettingPath } from '../request/defaults.ts';
import { type Layer, resolveLayers } from '../request/layers.ts';
import { isRequest } from '../request/parse-request.ts';
import { type FilledSettings, type Settings, settingAt } from '../request/settings.ts';
import { requireFiles, requireModels } from './door.ts';

/** A file that is handed in. */
export interface TextFile {
  /** What findings call it; nothing is read by it. */
  readonly name: string;
  /** YAML or JSON, at most 1 MiB of it. */
  readonly text: string;
}

/** What counts for all requests of a call. */
export interface Options {
  /**
   * What requests leave out, and how they are treated: the `spec` of a project file (docs/project-file.md) as an object,
   * such as `{ target: '1.5', hardware: { totalGpus: 16 } }`; `plugin/schemas/dgdr-render.schema.json` has all of it. Paths
   * in it are not read.
   */
  readonly settings?: JsonObject;
  /** Models that are not bundled, by id: `{ config }` with the parsed `config.json` of a checkpoint, or `{ like }`. */
  readonly models?: SuppliedModels;
}

/** What the files of a call hold, and what counts for them. */
export interface Given {
  readonly requests: readonly Resource[];
  readonly terms: Terms;
  readonly settings: FilledSettings;
  /** Why files could not be read. */
  readonly findings: readonly Finding[];
}

/** Graphs in a file may be many, and each is longer than its request. */
const GRAPH_LIMITS: YamlLimits = { ...REQUEST_LIMITS, bytes: STREAM_LIMITS.bytes };

/** Settings about files beside requests, of which there are none here. */
const OF_FILES: readonly SettingPath[] = ['exclude', 'extends', 'frozen', 'models', 'modelLikes'];

/**
 * The requests of files with the terms of a call.
 * @throws RenderErrors CONFIG_INVALID for settings that there are not, or what is no file
 */
export function readGiven(files: readonly TextFile[], { settings = {}, models = {} }: Options): Given {
  requireFiles(files, 'files');
  requireModels(models);
  const said = checkConfig({ form: 'project', spec: settings, prefix: 'settings', config: undefined });
  const layer: Layer = { settings: said, sourceOf: (path) => ({ words: `settings.${path}` }) };
  const resolved = resolveLayers([layer]);
  const { requests, findings } = readRequests(files);
  const { strict: isStrict, frozen: isFrozen } = resolved.settings;
  const defaults = { ...resolved.settings, sourceOf: resolved.sourceOf };
  return {
    requests,
    findings: [...ignoredOf(said), ...findings],
    settings: resolved.settings,
    terms: { street: streetWith(models), defaults, isStrict, isFrozen },
  };
}

function ignoredOf(said: Settings): Finding[] {
  const ignored = SETTING_PATHS.filter((path) => OF_FILES.includes(path) && settingAt(said, path) !== undefined);
  return ignored.map((path) =>
    findingOf('FIELD_IGNORED', {
      message: `${path} is about files beside requests, which nothing here reads`,
      path: `settings.${path}`,
      hint: path.startsWith('model') ? 'say it in options.models' : `leave ${path} out`,
    }),
  );
}

/** The objects of files, also those inside of lists. @throws RenderError YAML_INVALID or INPUT_TOO_LARGE */
export function readObjects({ name, text }: TextFile): readonly Resource[] {
  return parseStream(text, { file: name, limits: GRAPH_LIMITS }).flatMap(({ resource }) => opened(resource));
}

function readRequests(files: readonly TextFile[]): Pick<Given, 'requests' | 'findings'> {
  const findings: Finding[] = [];
  const requests = files.flatMap(({ name, text }) => {
    try {
      const documents = parseStream(text, { file: name, mustMention: REQUEST_KIND });
      return documents.flatMap(({ resource }) => opened(resource)).filter(({ object }) => isRequest(object));
    } catch (error) {
      findings.push(...findingsOfFailure(error));
      return [];
    }
  });
  return { requests, findings };
}

function opened(resource: Resource | undefined): readonly Resource[] {
  return resource === undefined ? [] : (itemsOf(resource) ?? [resource]);
}

let plain: Street | undefined;

/** One street for all calls that say nothing of models, so that what they share is not done twice. */
function streetWith(models: SuppliedModels): Street {
  if (Object.keys(models).length > 0) return openStreet(openEngines(), models);
  plain ??= openStreet(openEngines(), {});
  return plain;
}
