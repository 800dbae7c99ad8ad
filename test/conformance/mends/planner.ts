import { isDeepStrictEqual } from 'node:util';
import { mapServices } from '../../../src/dgd/services.ts';
import { getIn, isObject, type Json, type JsonObject, updateIn } from '../../../src/json.ts';
import {
  type Documents,
  MAIN_CONTAINER,
  type ManifestMend,
  type MendContext,
  mapConfig,
  mapGraph,
  mapWorkers,
} from './mend.ts';

/** What the reference's planner is told, whatever was picked. */
const ANY_BACKEND = 'vllm';

function withPickedBackend(documents: Documents, { request, profile }: MendContext): Documents {
  const isGiven = request.features.planner?.backend !== undefined;
  return mapConfig(documents, (config) =>
    isGiven || config.backend !== ANY_BACKEND ? config : { ...config, backend: profile.backend },
  );
}

function withDataVersion(documents: Documents, { profile: { backendVersion, naive } }: MendContext): Documents {
  return mapConfig(documents, (config) => {
    const model = config.aic_perf_model;
    const isUnnamed = naive === undefined && isObject(model) && model.backend_version === null;
    return isUnnamed ? { ...config, aic_perf_model: { ...model, backend_version: backendVersion } } : config;
  });
}

const ENGINE_GPUS = ['prefill_engine_num_gpu', 'decode_engine_num_gpu'];
const NO_PICK = { tp: 1, pp: 1, dp: 1, moe_tp: 1, moe_ep: 1 };

/** Real workers where the graph was sized from memory: the reference takes them for one GPU, and makes a model of that. */
function withSizedWorkers(documents: Documents, { profile: { naive } }: MendContext): Documents {
  if (naive === undefined) return documents;
  return mapConfig(documents, (config) => {
    const unsized = ENGINE_GPUS.filter((key) => config[key] === 1);
    const sized = { ...config, ...Object.fromEntries(unsized.map((key) => [key, naive.gpusPerWorker])) };
    return isEmptyModel(config.aic_perf_model) ? { ...sized, aic_perf_model: null } : sized;
  });
}

function isEmptyModel(model: Json | undefined): boolean {
  return (
    isObject(model) && isDeepStrictEqual(model.prefill_pick, NO_PICK) && isDeepStrictEqual(model.decode_pick, NO_PICK)
  );
}

const BENCHMARK = { name: 'DYN_BENCHMARK_MODE', value: 'decode' };

function withBenchmarkRole(documents: Documents): Documents {
  return mapWorkers(documents, ({ object, role, module }) => {
    const path = [...MAIN_CONTAINER, 'env'];
    const env = getIn(object, ...path);
    if (role !== 'agg' || module !== 'dynamo.vllm' || !Array.isArray(env)) return object;
    const told = env.map((entry) => (isDeepStrictEqual(entry, BENCHMARK) ? { ...BENCHMARK, value: 'agg' } : entry));
    return updateIn(object, path, () => told);
  });
}

const RESULTS = '/profiling_results';
const WORKSPACE = '/workspace';

/** The folder of the machine that profiled, in the planner's configuration and service. */
function withWorkspace(documents: Documents): Documents {
  const config = documents.map((document) => getIn(document, 'data', 'planner_config.json')).find(isObject);
  const results = config?.profile_results_dir;
  if (typeof results !== 'string' || !results.endsWith(RESULTS)) return documents;
  const root = results.slice(0, -RESULTS.length);
  const moved = mapConfig(documents, (found) => ({ ...found, profile_results_dir: `${WORKSPACE}${RESULTS}` }));
  return mapGraph(moved, (graph) =>
    mapServices(graph, ({ object }) => (object.componentType === 'planner' ? moveService(object, root) : object)),
  );
}

function moveService(service: JsonObject, root: string): JsonObject {
  return updateIn(service, MAIN_CONTAINER, (container) => moveText(container ?? {}, root));
}

function moveText(value: Json, root: string): Json {
  if (typeof value === 'string') return value.startsWith(`${root}/`) ? WORKSPACE + value.slice(root.length) : value;
  if (Array.isArray(value)) return value.map((item) => moveText(item, root));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, moveText(member, root)]));
}

/** Mends of the planner's configuration and service, and of what it makes workers measure. */
export const PLANNER_MENDS: readonly ManifestMend[] = [
  { topic: "backend in the planner's configuration", apply: withPickedBackend },
  { topic: "version of the data in the planner's model of engines", apply: withDataVersion },
  { topic: 'planner on a graph sized from memory', apply: withSizedWorkers },
  { topic: 'self-benchmark of an aggregated vLLM worker', apply: withBenchmarkRole },
  { topic: "the planner's paths", apply: withWorkspace },
];
