import type { Backend, Role } from '../serving.ts';

/** Generations of the engine, the oldest first; each has a row of `engine/revisions.ts`. */
export const ENGINE_NAMES = ['0.10', '0.11', '0.12', '0.13'] as const;
export type EngineName = (typeof ENGINE_NAMES)[number];

/** Releases whose own profiler answered the recorded requests, which `compat: reference` goes by. */
export type RecordedProfiler = '1.3' | '1.5' | '1.6';

/** Versions of the DynamoGraphDeployment (DGD) that are written and read, the oldest first. */
export const GRAPH_VERSIONS = ['v1alpha1', 'v1beta1'] as const;
export type GraphVersion = (typeof GRAPH_VERSIONS)[number];

/** A Dynamo release, from `x.y.z`; patches do not differ in what is written. */
export interface Release {
  readonly major: number;
  readonly minor: number;
}

/** Everything in which what is written for one release differs from another. */
export interface ReleaseFacts extends RouterFacts {
  readonly release: Release;
  /** The engine that stands for the one of the release's own profiler. */
  readonly engine: EngineName;
  /** What the release's own profiler runs, for people: a package and its version as the wheel asks for it. */
  readonly ownEngine: string;
  /** Whether `engine` is the twin of the release's own: what is between the two is its date alone. */
  readonly hasTwinEngine: boolean;
  /** The profiler whose recorded answers `compat: reference` goes by; undefined where none of the release can be had. */
  readonly recordedProfiler: RecordedProfiler | undefined;
  /** Version in which the graph is written. */
  readonly graphVersion: GraphVersion;
  /** Whose rules `overrides.dgd` is merged by: the profiler's, or those of the CRD's schema. */
  readonly overrideMerge: 'profiler' | 'operator';
  /** Whether a v1beta1 container may say `$patch: {args: append}`. */
  readonly hasArgsPatch: boolean;
  /** What happens to an override for a service that the graph lacks. */
  readonly unknownService: 'warning' | 'error';
  /** Whether its profiler spells out the Frontend's command, which operators fill in. */
  readonly writesFrontendCommand: boolean;
  /** Workers of each backend. */
  readonly backends: BackendTable;
  /** Whether its profiler refuses models with code of their own that the request does not trust. */
  readonly refusesCustomCode: boolean;
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

/** What the router of a release reads. */
export interface RouterFacts {
  /** How router events travel between processes unless DYN_EVENT_PLANE says otherwise, with Kubernetes discovery. */
  readonly eventPlane: 'nats' | 'zmq';
  readonly routerModes: readonly string[];
  /** Variables that the Frontend's router reads. */
  readonly routerVariables: readonly string[];
}

/** How the workers of a backend are called. */
interface BackendFacts {
  readonly workers: WorkerNames;
  /** Names by which an override may still call them. */
  readonly formerWorkers: WorkerNames | undefined;
  /** Whether the release's own profiler tells disaggregated workers their role. */
  readonly keepsRoleFlags: boolean;
}

type WorkerNames = Readonly<Record<Role, string>>;

export interface BackendTable extends Readonly<Record<Backend, BackendFacts>> {
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
  /** Whether its profiler has DeepSeek-V4 predict further tokens. */
  readonly draftsDeepSeekV4: boolean;
}

export interface VllmFacts extends BackendFacts {
  /** Whether the worker still reads `--is-prefill-worker` and `--is-decode-worker`. */
  readonly hasOldRoleFlags: boolean;
  /** Whether the release's own profiler limits the context to the lengths of the request. */
  readonly writesContextLength: boolean;
  /** What the workers do in a transfer; undefined where the worker is told nothing. */
  readonly kvRoles: { readonly prefill: string; readonly decode: string | undefined };
}

/** How a planner of the release reads its configuration, against that of 1.3. */
export interface PlannerFacts {
  /** Members that it calls otherwise. */
  readonly renames: Readonly<Record<string, string>>;
  /** Members whose presence it refuses. */
  readonly drops: readonly string[];
  /** Members that came later, passed on as they are given, with what they are where they are not. */
  readonly adds: Readonly<Record<string, number | boolean | null>>;
  /** Whether it has the optimization target `load`. */
  readonly hasLoadTarget: boolean;
  /** Whether it has to be told the model's name. */
  readonly wantsModelName: boolean;
  /** Whether its model of engines names the version of the measured data. */
  readonly namesDataVersion: boolean;
  /** The member that holds its model of engines. */
  readonly perfModel: 'aic_perf_model' | 'ais_perf_model';
  /** Whether it starts with measured profiles only, which a run in the cluster makes. */
  readonly needsProfiles: boolean;
}

/** How a mocker of the release is told the latencies of an engine. */
export interface MockerFacts {
  /** What its flags begin with; undefined where it has none. */
  readonly prefix: string | undefined;
  readonly hasBackend: boolean;
  /** How the version of the measured data is named: as the latest one, as the one of the pick, or not at all. */
  readonly backendVersion: 'current' | 'measured' | undefined;
  /** Whether sizes of experts are left out where both are one. */
  readonly omitsUnitExperts: boolean;
  /** Whether it gets latencies without a planner too. */
  readonly isTimedAlone: boolean;
}
