import { createHash } from 'node:crypto';
import { type JsonObject, updateIn } from '../json.ts';
import type { Profile } from '../profile/profile.ts';
import { releaseFacts } from '../releases.ts';
import { plannerImage } from '../request/images.ts';
import type { Mends } from '../request/mends.ts';
import type { Request } from '../request/request.ts';
import { type PlannerPlan, WORKSPACE } from './planner-config.ts';
import { emitPlannerJson } from './planner-json.ts';
import type { PlannerConfig } from './planner-schema.ts';

/** Services of a graph by name, in order. */
export type Services = Readonly<Record<string, JsonObject>>;

/** Name of the planner's service. */
const PLANNER_SERVICE = 'Planner';
const CONFIG_FILE = 'planner_config.json';
const CONFIG_MOUNT = `${WORKSPACE}/planner_config`;
const HASH_CHARACTERS = 8;

/** What a planner works for. */
interface Planned {
  readonly request: Request;
  readonly profile: Profile;
}

/**
 * The planner's configuration, named by its content, so that a changed configuration rolls the planner. The request's name counts as content, since
 * it is on the ConfigMap as a label: two requests never share one.
 */
function toConfigMap({ name, target }: Request, { config, additions }: PlannerPlan) {
  const text = emitPlannerJson(config, additions, releaseFacts(target).planner);
  const hash = createHash('sha256').update(`${name}\n${text}`).digest('hex').slice(0, HASH_CHARACTERS);
  return { name: `planner-config-${hash}`, data: { [CONFIG_FILE]: text } };
}

/**
 * The services with a planner after them, if there is a plan for one, and the ConfigMap that it reads: scaling adapters on
 * the workers that it scales, self-benchmarks of vLLM. Source: ai-dynamo 1.3.1, profiler/utils/dgd_generation.py.
 */
export function addPlanner(services: Services, plan: PlannerPlan | undefined, planned: Planned) {
  if (plan === undefined) return { services, resources: [] };
  const { name, data } = toConfigMap(planned.request, plan);
  const configMap: JsonObject = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, data };
  const planner = plannerService(planned.request, name);
  return {
    services: { ...preparedWorkers(services, plan, planned), [PLANNER_SERVICE]: planner },
    resources: [configMap],
  };
}

function preparedWorkers(services: Services, { config }: PlannerPlan, { request, profile }: Planned): Services {
  const benchmarked =
    profile.backend === 'vllm' && !request.features.mocker
      ? mapWorkers(services, (name, worker) => addBenchmark(worker, benchmarkRole(name, worker, request.mends)))
      : services;
  return config.advisory
    ? benchmarked
    : mapWorkers(benchmarked, (name, worker) => addScaling(name, worker, config.mode));
}

function mapWorkers(services: Services, change: (name: string, worker: JsonObject) => JsonObject): Services {
  const entries = Object.entries(services).map(([name, service]): [string, JsonObject] => [
    name,
    service.componentType === 'worker' ? change(name, service) : service,
  ]);
  return Object.fromEntries(entries);
}

type SubComponent = 'prefill' | 'decode';
type Mode = PlannerConfig['mode'];

/** What a worker measures about itself at its start; the reference goes by its name and takes an aggregated one for decode. */
function benchmarkRole(name: string, { subComponentType }: JsonObject, { benchmarksByRole }: Mends): string {
  const role = benchmarksByRole ? subComponentType : roleInName(name);
  return typeof role === 'string' ? role : 'agg';
}

function addBenchmark(worker: JsonObject, role: string): JsonObject {
  return updateIn(worker, ['extraPodSpec', 'mainContainer', 'env'], (env) => [
    ...(Array.isArray(env) ? env : []),
    { name: 'DYN_BENCHMARK_MODE', value: role },
  ]);
}

/** Kinds of workers that a planner scales in each of its modes. */
const SCALED: Readonly<Record<Mode, readonly SubComponent[]>> = {
  disagg: ['prefill', 'decode'],
  prefill: ['prefill'],
  decode: ['decode'],
  agg: ['decode'],
};

/** A worker without a kind of its own gets the one by which the planner finds it. */
function addScaling(name: string, worker: JsonObject, mode: Mode): JsonObject {
  const untyped = mode === 'agg' ? 'decode' : undefined;
  const kind = SCALED[mode].find((one) => one === (worker.subComponentType ?? roleInName(name) ?? untyped));
  if (kind === undefined) return worker;
  return { ...worker, subComponentType: kind, scalingAdapter: { enabled: true } };
}

function roleInName(name: string): SubComponent | undefined {
  return (['prefill', 'decode'] as const).find((role) => name.toLowerCase().includes(role));
}

function plannerService({ image, target, mends }: Request, configMap: string): JsonObject {
  return {
    componentType: 'planner',
    replicas: 1,
    extraPodSpec: {
      mainContainer: {
        image: plannerImage(image, target, mends),
        workingDir: `${WORKSPACE}/components/src/dynamo/planner`,
        command: ['python3', '-m', 'dynamo.planner'],
        args: ['--config', `${CONFIG_MOUNT}/${CONFIG_FILE}`],
        volumeMounts: [{ name: configMap, mountPath: CONFIG_MOUNT, readOnly: true }],
      },
      volumes: [{ name: configMap, configMap: { name: configMap } }],
    },
  };
}
