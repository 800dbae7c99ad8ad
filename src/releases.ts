import type { Backend, Role } from './serving.ts';

/** Generations of the engine; each has a row of `engine/revisions.ts`. */
export type EngineName = '0.10';

/** Versions of the DynamoGraphDeployment (DGD) that are written and read, the oldest first. */
export const GRAPH_VERSIONS = ['v1alpha1', 'v1beta1'] as const;
export type GraphVersion = (typeof GRAPH_VERSIONS)[number];

/** A Dynamo release, from `x.y.z`; patches do not differ in what is written. */
export interface Release {
  readonly major: number;
  readonly minor: number;
}

/** Everything in which what is written for one release differs from another. */
export interface ReleaseFacts {
  readonly release: Release;
  /** The engine that stands for the one of the release's own profiler. */
  readonly engine: EngineName;
  /** Version in which the graph is written. */
  readonly graphVersion: GraphVersion;
  /** Whose rules `overrides.dgd` is merged by: the profiler's, or those of the CRD's schema. */
  readonly overrideMerge: 'profiler' | 'operator';
  /** Whether a v1beta1 container may say `$patch: {args: append}`. */
  readonly hasArgsPatch: boolean;
  /** What happens to an override for a service that the graph lacks. */
  readonly unknownService: 'warning' | 'error';
  /** Workers of each backend. */
  readonly backends: BackendTable;
  /** How router events travel between processes unless DYN_EVENT_PLANE says otherwise, with Kubernetes discovery. */
  readonly eventPlane: 'nats' | 'zmq';
  readonly routerModes: readonly string[];
  /** Variables that the Frontend's router reads. */
  readonly routerVariables: readonly string[];
  /** Values of `hardware.gpuSku` that the operator accepts in a request. */
  readonly skus: readonly string[];
  /** Fields of a request that came after 1.0 and that the operator knows. */
  readonly requestFields: readonly string[];
  /** Image that a request without one gets, without its tag. */
  readonly defaultImage: string;
  /** Name of the planner's image; undefined where it is the request's own. */
  readonly plannerImage: string | undefined;
  readonly planner: PlannerFacts;
  readonly mocker: MockerFacts;
}

/** How the workers of a backend are called. */
interface BackendFacts {
  readonly workers: WorkerNames;
  /** Names by which an override may still call them. */
  readonly formerWorkers: WorkerNames | undefined;
}

type WorkerNames = Readonly<Record<Role, string>>;

interface BackendTable extends Readonly<Record<Backend, BackendFacts>> {
  readonly trtllm: TrtllmFacts;
  readonly sglang: SglangFacts;
  readonly vllm: VllmFacts;
}

interface TrtllmFacts extends BackendFacts {
  /** Whether the worker reads single engine settings (`--trtllm.<key>`); else they are JSON. */
  readonly hasEngineFlags: boolean;
  /** Its switch for KV events; older spellings are understood as well. */
  readonly eventsFlag: string;
}

interface SglangFacts extends BackendFacts {
  /** Its flag for the batch sizes of CUDA graphs. */
  readonly graphBatchesFlag: string;
  /** Whether a prefill worker gets a request for each of its attention ranks. */
  readonly hasRequestPerRank: boolean;
}

export interface VllmFacts extends BackendFacts {
  /** Whether the worker still reads `--is-prefill-worker` and `--is-decode-worker`. */
  readonly hasOldRoleFlags: boolean;
  /** What the workers do in a transfer; undefined where the worker is told nothing. */
  readonly kvRoles: { readonly prefill: string; readonly decode: string | undefined };
}

/** How a planner of the release reads its configuration, against that of 1.3. */
export interface PlannerFacts {
  /** Members that it calls otherwise. */
  readonly renames: Readonly<Record<string, string>>;
  /** Members whose presence it refuses. */
  readonly drops: readonly string[];
  /** Members that came later and are passed on as they are given. */
  readonly adds: readonly string[];
  /** Whether it has the optimization target `load`. */
  readonly hasLoadTarget: boolean;
  /** Whether it has to be told the model's name. */
  readonly wantsModelName: boolean;
  /** Whether it starts with measured profiles only, which a run in the cluster makes. */
  readonly needsProfiles: boolean;
}

/** How a mocker of the release is told the latencies of an engine. */
export interface MockerFacts {
  /** What its flags begin with; undefined where it has none. */
  readonly prefix: string | undefined;
  readonly hasBackend: boolean;
  /** Version of the measured data, where it has to be named. */
  readonly backendVersion: string | undefined;
  /** Whether sizes of experts are left out where both are one. */
  readonly omitsUnitExperts: boolean;
  /** Whether it gets latencies without a planner too. */
  readonly isTimedAlone: boolean;
}

const REGISTRY = 'nvcr.io/nvidia/ai-dynamo';

// Sources: the wheels of ai-dynamo 1.0.2, 1.1.1, 1.2.1, 1.3.1, 1.4.2, 1.5.1 and 1.6.1 (profiler, planner, frontend,
// common/configuration), and the operator's documentation of those releases.
const R1_0: ReleaseFacts = {
  release: { major: 1, minor: 0 },
  engine: '0.10',
  graphVersion: 'v1alpha1',
  overrideMerge: 'profiler',
  hasArgsPatch: false,
  unknownService: 'warning',
  backends: {
    trtllm: {
      workers: { agg: 'TRTLLMWorker', prefill: 'TRTLLMPrefillWorker', decode: 'TRTLLMDecodeWorker' },
      formerWorkers: undefined,
      hasEngineFlags: false,
      eventsFlag: '--publish-events-and-metrics',
    },
    sglang: {
      workers: { agg: 'decode', prefill: 'prefill', decode: 'decode' },
      formerWorkers: undefined,
      graphBatchesFlag: '--cuda-graph-bs',
      hasRequestPerRank: false,
    },
    vllm: {
      workers: { agg: 'VllmDecodeWorker', prefill: 'VllmPrefillWorker', decode: 'VllmDecodeWorker' },
      formerWorkers: undefined,
      hasOldRoleFlags: true,
      kvRoles: { prefill: 'kv_both', decode: undefined },
    },
  },
  eventPlane: 'nats',
  routerModes: ['round-robin', 'random', 'kv', 'direct'],
  routerVariables: [
    'DYN_ROUTER_ASSUME_KV_REUSE',
    'DYN_ROUTER_BLOCK_SIZE',
    'DYN_ROUTER_DURABLE_KV_EVENTS',
    'DYN_ROUTER_ENDPOINT',
    'DYN_ROUTER_EVENT_THREADS',
    'DYN_ROUTER_KV_OVERLAP_SCORE_WEIGHT',
    'DYN_ROUTER_MAX_TREE_SIZE',
    'DYN_ROUTER_MODE',
    'DYN_ROUTER_PRUNE_TARGET_RATIO',
    'DYN_ROUTER_QUEUE_THRESHOLD',
    'DYN_ROUTER_REPLICA_SYNC',
    'DYN_ROUTER_RESET_STATES',
    'DYN_ROUTER_SNAPSHOT_THRESHOLD',
    'DYN_ROUTER_TEMPERATURE',
    'DYN_ROUTER_TRACK_ACTIVE_BLOCKS',
    'DYN_ROUTER_TRACK_OUTPUT_BLOCKS',
    'DYN_ROUTER_TTL_SECS',
    'DYN_ROUTER_USE_KV_EVENTS',
  ],
  skus: ['gb200_sxm', 'b200_sxm', 'h200_sxm', 'h100_sxm', 'a100_sxm', 'l40s'],
  requestFields: [],
  defaultImage: `${REGISTRY}/dynamo-frontend`,
  plannerImage: undefined,
  planner: {
    renames: {
      ttft_ms: 'ttft',
      itl_ms: 'itl',
      throughput_adjustment_interval_seconds: 'throughput_adjustment_interval',
      load_adjustment_interval_seconds: 'load_adjustment_interval',
      advisory: 'no_operation',
    },
    drops: [],
    adds: [],
    hasLoadTarget: false,
    wantsModelName: false,
    needsProfiles: true,
  },
  mocker: {
    prefix: undefined,
    hasBackend: false,
    backendVersion: undefined,
    omitsUnitExperts: false,
    isTimedAlone: false,
  },
};
const R1_1: ReleaseFacts = {
  ...R1_0,
  release: { major: 1, minor: 1 },
  routerModes: [...R1_0.routerModes, 'power-of-two', 'least-loaded', 'device-aware-weighted'],
  routerVariables: [
    ...R1_0.routerVariables,
    'DYN_ROUTER_MIN_INITIAL_WORKERS',
    'DYN_ROUTER_PREFILL_LOAD_MODEL',
    'DYN_ROUTER_QUEUE_POLICY',
    'DYN_ROUTER_TRACK_PREFILL_TOKENS',
  ],
  skus: [...R1_0.skus, 'h100_pcie', 'a100_pcie', 'l40', 'l4', 'v100_sxm', 'v100_pcie', 't4', 'mi200', 'mi300'],
  requestFields: ['spec.hardware.interconnect', 'spec.hardware.rdma', 'spec.sla.optimizationType'],
  defaultImage: `${REGISTRY}/dynamo-planner`,
  plannerImage: 'dynamo-planner',
  backends: { ...R1_0.backends, trtllm: { ...R1_0.backends.trtllm, hasEngineFlags: true } },
  mocker: { ...R1_0.mocker, prefix: '--aic' },
};
const R1_2: ReleaseFacts = {
  ...R1_1,
  release: { major: 1, minor: 2 },
  routerVariables: [
    ...without(R1_1.routerVariables, 'DYN_ROUTER_MAX_TREE_SIZE', 'DYN_ROUTER_PRUNE_TARGET_RATIO'),
    'DYN_ROUTER_KV_OVERLAP_SCORE_CREDIT',
    'DYN_ROUTER_LOAD_AWARE',
    'DYN_ROUTER_PREFILL_LOAD_SCALE',
  ],
  skus: [...R1_1.skus, 'a30'],
  backends: {
    ...R1_1.backends,
    trtllm: {
      ...R1_1.backends.trtllm,
      workers: { ...R1_1.backends.trtllm.workers, prefill: 'prefill', decode: 'decode' },
    },
  },
  planner: { ...R1_1.planner, renames: {}, needsProfiles: false },
  mocker: { ...R1_1.mocker, hasBackend: true },
};
const R1_3: ReleaseFacts = {
  ...R1_2,
  release: { major: 1, minor: 3 },
  backends: { ...R1_2.backends, trtllm: { ...R1_2.backends.trtllm, eventsFlag: '--publish-kv-events' } },
  eventPlane: 'zmq',
  routerVariables: [
    ...R1_2.routerVariables,
    'DYN_ROUTER_DISK_CACHE_HIT_WEIGHT',
    'DYN_ROUTER_HOST_CACHE_HIT_WEIGHT',
    'DYN_ROUTER_KV_OVERLAP_SCORE_CREDIT_DECAY',
    'DYN_ROUTER_POLICY_CONFIG',
    'DYN_ROUTER_PREDICTED_TTL_SECS',
    'DYN_ROUTER_SESSION_AFFINITY_TTL_SECS',
  ],
  skus: [...R1_2.skus, 'gb10'],
  planner: { ...R1_2.planner, hasLoadTarget: true },
};
const R1_4: ReleaseFacts = {
  ...R1_3,
  release: { major: 1, minor: 4 },
  graphVersion: 'v1beta1',
  overrideMerge: 'operator',
  routerVariables: [
    ...without(
      R1_3.routerVariables,
      'DYN_ROUTER_DURABLE_KV_EVENTS',
      'DYN_ROUTER_RESET_STATES',
      'DYN_ROUTER_SNAPSHOT_THRESHOLD',
    ),
    'DYN_ROUTER_DECODE_ACTIVE_REQUEST_WEIGHT',
    'DYN_ROUTER_TRACKING_HASH',
    'DYN_ROUTER_TRACKING_KEY_FILE',
    'DYN_ROUTER_TRACKING_KEY_ID',
  ],
  requestFields: [...R1_3.requestFields, 'spec.runtimeVersionOverride'],
  backends: { ...R1_3.backends, vllm: { ...R1_3.backends.vllm, hasOldRoleFlags: false } },
};
const R1_5: ReleaseFacts = {
  ...R1_4,
  release: { major: 1, minor: 5 },
  hasArgsPatch: true,
  routerVariables: [
    ...R1_4.routerVariables,
    'DYN_ROUTER_APPROXIMATE_CACHE_POLICY',
    'DYN_ROUTER_CONDITIONAL_DISAGG',
    'DYN_ROUTER_CONDITIONAL_DISAGG_CONFIG',
    'DYN_ROUTER_DECODE_POLICY',
    'DYN_ROUTER_PREFILL_POLICY',
    'DYN_ROUTER_SESSION_AFFINITY_MODE',
  ],
  requestFields: [...R1_4.requestFields, 'spec.features.kvRouter.enabled'],
  backends: { ...R1_4.backends, sglang: { ...R1_4.backends.sglang, hasRequestPerRank: true } },
  planner: {
    ...R1_4.planner,
    adds: [
      'prefill_min_endpoint',
      'decode_min_endpoint',
      'control_api_port',
      'enable_power_awareness',
      'total_gpu_power_limit',
    ],
  },
  mocker: { ...R1_4.mocker, backendVersion: 'current', isTimedAlone: true },
};
const R1_6: ReleaseFacts = {
  ...R1_5,
  release: { major: 1, minor: 6 },
  unknownService: 'error',
  backends: {
    ...R1_5.backends,
    sglang: { ...R1_5.backends.sglang, graphBatchesFlag: '--cuda-graph-bs-decode' },
    vllm: {
      ...R1_5.backends.vllm,
      workers: { agg: 'worker', prefill: 'prefill', decode: 'decode' },
      formerWorkers: R1_5.backends.vllm.workers,
      kvRoles: { prefill: 'kv_producer', decode: 'kv_consumer' },
    },
  },
  skus: [...R1_5.skus, 'gb200', 'vr_nvl72', 'b300_sxm'],
  requestFields: [...R1_5.requestFields, 'spec.overrides.trustRemoteCode'],
  planner: {
    ...R1_5.planner,
    drops: ['aic_perf_model'],
    adds: [...R1_5.planner.adds, 'max_throughput_scaling_replicas', 'ais_perf_model'],
    wantsModelName: true,
  },
  mocker: { ...R1_5.mocker, prefix: '--ais', omitsUnitExperts: true },
};

/** One row a release, oldest first. */
export const RELEASES: readonly ReleaseFacts[] = [R1_0, R1_1, R1_2, R1_3, R1_4, R1_5, R1_6];

/** Dynamo 1.`minor`. */
export function v1(minor: number): Release {
  return { major: 1, minor };
}

/** The row of a target: the newest one that is not after it. */
export function releaseFacts(target: Release): ReleaseFacts {
  return RELEASES.findLast(({ release }) => !isBefore(target, release)) ?? R1_0;
}

/** The last release whose differences are known. */
export function newestRelease(): Release {
  return R1_6.release;
}

/** The first release whose row `has` something; undefined where none does. */
export function firstRelease(has: (facts: ReleaseFacts) => boolean): Release | undefined {
  return RELEASES.find(has)?.release;
}

/** Whether release `a` came before release `b`. */
export function isBefore(a: Release, b: Release): boolean {
  return a.major < b.major || (a.major === b.major && a.minor < b.minor);
}

/** `1.3` for a release. */
export function printRelease({ major, minor }: Release): string {
  return `${major}.${minor}`;
}

function without(names: readonly string[], ...gone: readonly string[]): string[] {
  return names.filter((name) => !gone.includes(name));
}
