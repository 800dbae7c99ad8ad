import { getIn, isDeep, isObject, type Json, type JsonObject, updateIn } from '../json.ts';
import { GRAPH_KIND, GROUP, REQUEST_KIND } from '../kinds.ts';
import { escapeUnprintable } from '../words.ts';

/** A v1alpha1 request as v1beta1 has it. */
export interface Rewritten {
  readonly request: JsonObject;
  /** Fields that have no home there, with what to do instead where there is something. */
  readonly lost: readonly string[];
}

/** Version of requests that is read here. */
const REQUEST_VERSION = `${GROUP}/v1beta1`;
const ALPHA_VERSION = `${GROUP}/v1alpha1`;

/** Whether an object is a request of the version before. */
export function isAlphaRequest({ apiVersion, kind }: JsonObject): boolean {
  return apiVersion === ALPHA_VERSION && kind === REQUEST_KIND;
}

type Path = readonly string[];

/** Where a field of v1beta1 comes from: the first of these places that says something. */
interface Home {
  readonly to: Path;
  readonly from: readonly Path[];
  readonly turn?: (value: Json) => Json | undefined;
}

const CONFIG = ['profilingConfig', 'config'];

/** A key of the free JSON, which stands in one of its groups or by itself. */
function inConfig(key: string, ...groups: readonly string[]): Path[] {
  return [...groups.map((group) => [...CONFIG, group, key]), [...CONFIG, key]];
}

/** A field of the cache of a model, under the names that it had. */
function inCache(...names: readonly string[]): Path[] {
  return names.map((name) => [...CONFIG, 'deployment', 'modelCache', name]);
}

/** As the field of the same spec, wherever both versions have it. */
function same(name: string): Home {
  return { to: [name], from: [[name]] };
}

/**
 * Where each field went (ai-dynamo 1.0.0, deploy/operator/api/v1alpha1/dynamographdeploymentrequest_conversion.go; keys of the
 * profiler's configuration: components/src/dynamo/profiler of 0.7 to 0.9). In the order in which people write v1beta1.
 */
const HOMES: readonly Home[] = [
  same('model'),
  { to: ['backend'], from: [['backend'], ...inConfig('backend', 'engine')] },
  { to: ['image'], from: [['profilingConfig', 'profilerImage']] },
  { to: ['modelCache', 'pvcName'], from: inCache('pvcName') },
  { to: ['modelCache', 'pvcModelPath'], from: inCache('modelPathInPvc', 'pvcModelPath') },
  { to: ['modelCache', 'pvcMountPath'], from: inCache('mountPath', 'pvcMountPath') },
  {
    to: ['hardware', 'gpuSku'],
    from: [...inConfig('aicSystem', 'sweep', 'hardware'), ...inConfig('gpuSku', 'hardware')],
    turn: (value) => (typeof value === 'string' ? value.toLowerCase() : value),
  },
  { to: ['hardware', 'numGpusPerNode'], from: inConfig('numGpusPerNode', 'hardware') },
  { to: ['hardware', 'totalGpus'], from: inConfig('totalGpus', 'hardware') },
  { to: ['workload', 'isl'], from: inConfig('isl', 'sla', 'workload') },
  { to: ['workload', 'osl'], from: inConfig('osl', 'sla', 'workload') },
  { to: ['sla', 'ttft'], from: inConfig('ttft', 'sla') },
  { to: ['sla', 'itl'], from: inConfig('itl', 'sla') },
  { to: ['overrides', 'profilingJob', 'template', 'spec', 'tolerations'], from: [['profilingConfig', 'tolerations']] },
  { to: ['overrides', 'dgd', 'metadata', 'name'], from: [['deploymentOverrides', 'name']] },
  { to: ['overrides', 'dgd', 'metadata', 'labels'], from: [['deploymentOverrides', 'labels']] },
  { to: ['overrides', 'dgd', 'metadata', 'annotations'], from: [['deploymentOverrides', 'annotations']] },
  { to: ['features', 'planner'], from: [[...CONFIG, 'planner']] },
  {
    to: ['features', 'mocker', 'enabled'],
    from: [['useMocker']],
    turn: (value) => (value === true ? true : undefined),
  },
];

/** What need not be said of fields that are left out. */
const WITHOUT_LOSS: readonly Path[] = [
  ['enableGpuDiscovery'],
  ['autoApply'],
  ...['useAiConfigurator', 'aicHfId', 'aicBackendVersion'].flatMap((key) => inConfig(key, 'sweep')),
];

/** Ways out for what has no home. */
const INSTEAD: Readonly<Record<string, string>> = {
  'deploymentOverrides.workersImage': 'set the image of each worker in overrides.dgd, or use --image-mirror',
  'deploymentOverrides.namespace': 'set metadata.namespace',
  'profilingConfig.configMapRef': 'write what the ConfigMap changes into overrides.dgd',
};

/** The request as v1beta1 says the same, and what of it that version has nowhere. */
export function fromAlpha(object: JsonObject): Rewritten {
  const spec = isObject(object.spec) ? object.spec : {};
  const said = HOMES.flatMap(({ to, from, turn = (value) => value }) => {
    const value = from.map((path) => findIn(spec, path)).find((one) => one !== undefined && one !== null);
    const turned = value === undefined ? undefined : turn(value);
    return turned === undefined ? [] : [{ to, value: turned }];
  });
  const made = said.reduce<JsonObject>((beta, { to, value }) => updateIn(beta, to, () => value), {});
  const typed = getIn(made, 'overrides', 'dgd') === undefined ? made : updateIn(made, ['overrides', 'dgd'], asGraph);
  // The version before did not apply unless told to.
  const autoApply = spec.autoApply === true;
  const { metadata = {} } = object;
  const request = { apiVersion: REQUEST_VERSION, kind: REQUEST_KIND, metadata, spec: { ...typed, autoApply } };
  return { request, lost: lostOf(spec) };
}

/** Longest rewritten request that a hint carries, in characters. */
const LONGEST_SHOWN = 1500;

/** What to write in the place of such a request: the request itself where it is short, and the command that prints it. */
export function alphaHint(object: JsonObject, file: string): string {
  const { request, lost } = fromAlpha(object);
  const text = escapeUnprintable(
    JSON.stringify(request)
      .replace(/"([A-Za-z][\w]*)":/g, '$1: ')
      .replace(/,(?=[\w"])/g, ', '),
  );
  const without = lost.length === 0 ? '' : `, without ${lost.join(', ')}, which it has nowhere`;
  const command = `dgdr-render migrate ${file === '' ? 'FILE' : file} prints it as ${REQUEST_VERSION}${without}`;
  return isDeep(object) || text.length > LONGEST_SHOWN ? command : `${command}: ${text}`;
}

/** An override says its version. */
function asGraph(override: Json | undefined): Json {
  return { apiVersion: ALPHA_VERSION, kind: GRAPH_KIND, ...(isObject(override) ? override : {}) };
}

/** Keys of the free JSON were written in several ways. */
function loosely(name: string): string {
  return name.toLowerCase().replace(/[-_]/g, '');
}

function findIn(value: Json, path: Path): Json | undefined {
  return path.reduce<Json | undefined>((inner, name) => {
    const own = isObject(inner) ? Object.keys(inner).find((key) => loosely(key) === loosely(name)) : undefined;
    return own === undefined ? undefined : getIn(inner, own);
  }, value);
}

const HOMES_AND_MORE = new Set(
  [...HOMES.flatMap(({ from }) => from), ...WITHOUT_LOSS].map((path) => loosely(path.join('.'))),
);

/** What neither has a home nor goes without saying, with the way out where there is one. */
function lostOf(spec: JsonObject): string[] {
  const lost = leaves(spec, []).filter((path) => !hasHome(loosely(path)));
  return lost.map((path) => (INSTEAD[path] === undefined ? path : `${path} (${INSTEAD[path]})`));
}

function hasHome(path: string): boolean {
  const end = path.lastIndexOf('.');
  return HOMES_AND_MORE.has(path) || (end > 0 && hasHome(path.slice(0, end)));
}

/** Paths of everything that says something; a list counts as one. */
function leaves(value: Json, path: Path): string[] {
  if (value === null) return [];
  if (!isObject(value)) return [path.join('.')];
  return Object.entries(value).flatMap(([name, inner]) => leaves(inner, [...path, name]));
}
