/** `--strict` counts warnings as errors; an info is one whatever is asked for. */
type Severity = 'error' | 'warning' | 'info';
/**
 * Every code of a finding, with the one severity it has. What each means in full, and what to do, is in `commands/codes/`; a code is never reused for
 * another meaning.
 */
declare const CODES: {
  readonly YAML_INVALID: {
    readonly severity: 'error';
    readonly meaning: 'The YAML cannot be read';
  };
  readonly INPUT_TOO_LARGE: {
    readonly severity: 'error';
    readonly meaning: 'A file, stream or nesting is over the limit';
  };
  readonly INPUT_NOT_FOUND: {
    readonly severity: 'error';
    readonly meaning: 'A named file, folder or the data cannot be read';
  };
  readonly PATH_OUTSIDE_ROOT: {
    readonly severity: 'error';
    readonly meaning: 'A path leaves the folder it has to stay in';
  };
  readonly REMOTE_REFUSED: {
    readonly severity: 'error';
    readonly meaning: 'A kustomization names what would have to be fetched';
  };
  readonly RESOURCE_LIST_INVALID: {
    readonly severity: 'error';
    readonly meaning: 'Stdin of the function is no ResourceList';
  };
  readonly CONFIG_INVALID: {
    readonly severity: 'error';
    readonly meaning: 'The project file, the config of the function or an option is wrong';
  };
  readonly EXTENDS_CIRCULAR: {
    readonly severity: 'error';
    readonly meaning: 'A project file extends itself, or too many others in a row';
  };
  readonly NO_REQUESTS: {
    readonly severity: 'error';
    readonly meaning: 'There is no request';
  };
  readonly REQUEST_INVALID: {
    readonly severity: 'error';
    readonly meaning: 'A field of the request has the wrong type, value or shape';
  };
  readonly PLACEHOLDER_LEFT: {
    readonly severity: 'error';
    readonly meaning: 'Text that another program should have replaced is left';
  };
  readonly REQUEST_VERSION_UNSUPPORTED: {
    readonly severity: 'error';
    readonly meaning: 'The request is not nvidia.com/v1beta1';
  };
  readonly REQUEST_DUPLICATE: {
    readonly severity: 'error';
    readonly meaning: 'Two requests give a graph of the same name';
  };
  readonly IMAGE_MISSING: {
    readonly severity: 'error';
    readonly meaning: 'There is no image and no target to derive it from';
  };
  readonly IMAGE_INVALID: {
    readonly severity: 'error';
    readonly meaning: 'The image cannot be used';
  };
  readonly HARDWARE_MISSING: {
    readonly severity: 'error';
    readonly meaning: 'The hardware is not described';
  };
  readonly LOAD_CONFLICT: {
    readonly severity: 'error';
    readonly meaning: 'Concurrency and request rate are both given';
  };
  readonly SLA_CONFLICT: {
    readonly severity: 'error';
    readonly meaning: 'An end-to-end latency stands beside token latencies';
  };
  readonly SLA_INCOMPLETE: {
    readonly severity: 'error';
    readonly meaning: 'One of a pair of latency targets is missing';
  };
  readonly SLA_INVALID: {
    readonly severity: 'error';
    readonly meaning: 'A latency target is zero or less';
  };
  readonly SEARCH_STRATEGY_CONFLICT: {
    readonly severity: 'error';
    readonly meaning: 'The search strategy does not fit the backend';
  };
  readonly SEARCH_STRATEGY_UNSUPPORTED: {
    readonly severity: 'error';
    readonly meaning: 'The search strategy needs GPUs';
  };
  readonly MOCKER_PLANNER_CONFLICT: {
    readonly severity: 'error';
    readonly meaning: 'The mocker does not fit the planner';
  };
  readonly LIMIT_EXCEEDED: {
    readonly severity: 'error';
    readonly meaning: 'A size is over its limit';
  };
  readonly ROUTING_INVALID: {
    readonly severity: 'error';
    readonly meaning: 'The routing that is asked for does not exist';
  };
  readonly TARGET_UNSUPPORTED: {
    readonly severity: 'error';
    readonly meaning: 'The target is no release, or one before 1.0';
  };
  readonly LOCK_INVALID: {
    readonly severity: 'error';
    readonly meaning: 'A lock is not as it was written';
  };
  readonly LOCK_FROZEN: {
    readonly severity: 'error';
    readonly meaning: 'A request is not locked for its inputs, and none may be picked anew';
  };
  readonly CLUSTER_RESULT_MISSING: {
    readonly severity: 'error';
    readonly meaning: 'The request in the cluster has no finished graph';
  };
  readonly CLUSTER_REQUEST_DIFFERS: {
    readonly severity: 'error';
    readonly meaning: 'The request in the cluster says something else';
  };
  readonly MODEL_UNKNOWN: {
    readonly severity: 'error';
    readonly meaning: 'The model is not bundled';
  };
  readonly MODEL_INVALID: {
    readonly severity: 'error';
    readonly meaning: 'The configuration of the model cannot be modelled';
  };
  readonly FAMILY_UNSUPPORTED: {
    readonly severity: 'error';
    readonly meaning: 'The family of the model is not modelled';
  };
  readonly NOT_MEASURED: {
    readonly severity: 'error';
    readonly meaning: 'There is no measured data for model, backend and GPU together';
  };
  readonly BACKEND_UNSUPPORTED: {
    readonly severity: 'error';
    readonly meaning: 'The backend is not modelled';
  };
  readonly REMOTE_CODE_UNTRUSTED: {
    readonly severity: 'error';
    readonly meaning: 'The model brings code of its own that nobody trusted';
  };
  readonly FEATURE_UNSUPPORTED: {
    readonly severity: 'error';
    readonly meaning: 'The feature is not modelled';
  };
  readonly NO_FEASIBLE_CONFIG: {
    readonly severity: 'error';
    readonly meaning: 'Nothing fits, or nothing is fast enough';
  };
  readonly TAKE_IMPOSSIBLE: {
    readonly severity: 'error';
    readonly meaning: 'There is no ranked row of the name that is to be taken';
  };
  readonly COSTS_INCOMPARABLE: {
    readonly severity: 'error';
    readonly meaning: 'A GPU has no price, or prices are in several currencies';
  };
  readonly PERFDB_INVALID: {
    readonly severity: 'error';
    readonly meaning: 'The measured data is broken';
  };
  readonly OVERRIDE_INVALID: {
    readonly severity: 'error';
    readonly meaning: 'The override cannot be merged';
  };
  readonly OVERRIDE_VERSION_UNSUPPORTED: {
    readonly severity: 'error';
    readonly meaning: 'The version of the override does not fit the target';
  };
  readonly NAME_INVALID: {
    readonly severity: 'error';
    readonly meaning: 'A name is no DNS label';
  };
  readonly NAME_TOO_LONG: {
    readonly severity: 'error';
    readonly meaning: 'The names of the graph and a service are too long together';
  };
  readonly NEEDS_OPERATOR: {
    readonly severity: 'error';
    readonly meaning: 'A field of the graph needs the operator, and there is to be none';
  };
  readonly WORKLOADS_IMPOSSIBLE: {
    readonly severity: 'error';
    readonly meaning: 'No plain workloads can be made of a part of the graph';
  };
  readonly SERVICE_NAMES_COLLIDE: {
    readonly severity: 'error';
    readonly meaning: 'Two services of a graph give objects of the same name';
  };
  readonly CONVERSION_IMPOSSIBLE: {
    readonly severity: 'error';
    readonly meaning: 'The override sets a field that a v1beta1 graph cannot have';
  };
  readonly ADMISSION_REFUSED: {
    readonly severity: 'error';
    readonly meaning: 'The API server or the webhook would refuse the graph';
  };
  readonly TOPOLOGY_CHANGED: {
    readonly severity: 'error';
    readonly meaning: 'The operator would refuse the update of the graph';
  };
  readonly KUBECONFIG_INVALID: {
    readonly severity: 'error';
    readonly meaning: 'The kubeconfig, a context or a login of it cannot be used';
  };
  readonly CLUSTER_UNREACHABLE: {
    readonly severity: 'error';
    readonly meaning: 'The API server gives no proper answer';
  };
  readonly CLUSTER_REFUSED: {
    readonly severity: 'error';
    readonly meaning: 'The API server refuses to answer';
  };
  readonly CLUSTER_NOT_FOUND: {
    readonly severity: 'error';
    readonly meaning: 'The request is not in the cluster';
  };
  readonly GPU_NODES_MISSING: {
    readonly severity: 'error';
    readonly meaning: 'No node has the labels of GPU feature discovery';
  };
  readonly GPU_UNKNOWN: {
    readonly severity: 'error';
    readonly meaning: 'No release has a SKU for the GPUs of the nodes';
  };
  readonly GRAPH_VERSION_NOT_SERVED: {
    readonly severity: 'error';
    readonly meaning: 'The cluster does not serve the version of the graph';
  };
  readonly HUB_UNREACHABLE: {
    readonly severity: 'error';
    readonly meaning: 'The hub of models gives no proper answer';
  };
  readonly HUB_REFUSED: {
    readonly severity: 'error';
    readonly meaning: 'The hub of models wants a token, or an account with access';
  };
  readonly HUB_NOT_FOUND: {
    readonly severity: 'error';
    readonly meaning: 'The model, its revision or a file of it is not on the hub';
  };
  readonly GIT_MISSING: {
    readonly severity: 'error';
    readonly meaning: 'Git cannot be started';
  };
  readonly GIT_NO_REPOSITORY: {
    readonly severity: 'error';
    readonly meaning: 'There is no Git repository to look for a revision in';
  };
  readonly GIT_BARE: {
    readonly severity: 'error';
    readonly meaning: 'The repository has no work tree';
  };
  readonly GIT_FOLDER_LOST: {
    readonly severity: 'error';
    readonly meaning: 'A linked work tree or submodule has lost its repository';
  };
  readonly GIT_REFUSED: {
    readonly severity: 'error';
    readonly meaning: 'Git does not read the repository';
  };
  readonly REVISION_INVALID: {
    readonly severity: 'error';
    readonly meaning: 'A text can be no revision';
  };
  readonly REVISION_UNKNOWN: {
    readonly severity: 'error';
    readonly meaning: 'The repository has no such revision';
  };
  readonly REVISION_SHALLOW: {
    readonly severity: 'error';
    readonly meaning: 'A shallow clone has no such revision';
  };
  readonly REVISION_DAMAGED: {
    readonly severity: 'error';
    readonly meaning: 'The clone lacks objects of the revision';
  };
  readonly REQUEST_LEFT: {
    readonly severity: 'error';
    readonly meaning: 'A built stream still has a request';
  };
  readonly OBJECT_DUPLICATE: {
    readonly severity: 'error';
    readonly meaning: 'A built stream has an object twice';
  };
  readonly REFERENCE_DANGLING: {
    readonly severity: 'error';
    readonly meaning: 'A volume mounts an object that the build has under another name, or not at all';
  };
  readonly BUILD_FAILED: {
    readonly severity: 'error';
    readonly meaning: 'The build of the kustomization fails';
  };
  readonly FUNCTION_INVALID: {
    readonly severity: 'error';
    readonly meaning: 'The function of a config is not declared as kustomize reads it';
  };
  readonly FUNCTION_SKIPPED: {
    readonly severity: 'error';
    readonly meaning: 'The build does not start the function';
  };
  readonly FUNCTION_NOT_STARTED: {
    readonly severity: 'error';
    readonly meaning: 'The program of the function cannot be started';
  };
  readonly PLUGIN_INCOMPLETE: {
    readonly severity: 'error';
    readonly meaning: 'An installation of Argo CD lacks what the plugin needs';
  };
  readonly GRAPH_MISSING: {
    readonly severity: 'error';
    readonly meaning: 'The build renders a request to nothing';
  };
  readonly REQUEST_EMITTED: {
    readonly severity: 'error';
    readonly meaning: 'The build has a request beside its graph';
  };
  readonly DRIFT: {
    readonly severity: 'error';
    readonly meaning: 'A committed file is not what the requests render to';
  };
  readonly OUTPUT_CONFLICT: {
    readonly severity: 'error';
    readonly meaning: 'Two renderings claim one file';
  };
  readonly OUTPUT_FAILED: {
    readonly severity: 'error';
    readonly meaning: 'The output cannot be written';
  };
  readonly REQUEST_NEAR_MISS: {
    readonly severity: 'warning';
    readonly meaning: 'A document is nearly a request';
  };
  readonly REQUEST_UNKNOWN_FIELD: {
    readonly severity: 'warning';
    readonly meaning: 'No release has the field';
  };
  readonly FIELD_IGNORED: {
    readonly severity: 'warning';
    readonly meaning: 'The field has no effect here';
  };
  readonly OPTION_OVERRULED: {
    readonly severity: 'warning';
    readonly meaning: 'A request says something else than an option of the call';
  };
  readonly OPTION_UNUSED: {
    readonly severity: 'info';
    readonly meaning: 'An option of the call is about what no request asks for';
  };
  readonly YAML_AMBIGUOUS: {
    readonly severity: 'warning';
    readonly meaning: 'A word is a text to some readers of YAML and a truth value to others';
  };
  readonly TARGET_ASSUMED: {
    readonly severity: 'warning';
    readonly meaning: 'The release is assumed';
  };
  readonly SKU_UNKNOWN_TO_OPERATOR: {
    readonly severity: 'warning';
    readonly meaning: 'The operator of the target does not know the GPU';
  };
  readonly FIELD_NEWER_THAN_TARGET: {
    readonly severity: 'warning';
    readonly meaning: 'The target does not have the field';
  };
  readonly SLA_NOT_MET: {
    readonly severity: 'warning';
    readonly meaning: 'The pick misses the latency target';
  };
  readonly WISH_COSTS: {
    readonly severity: 'info';
    readonly meaning: 'What is wished of the pick keeps another one from being picked';
  };
  readonly LOAD_NOT_SERVED: {
    readonly severity: 'warning';
    readonly meaning: 'The budget does not serve the load';
  };
  readonly SIZED_FROM_MEMORY: {
    readonly severity: 'warning';
    readonly meaning: 'Sized from the weights alone';
  };
  readonly CONTEXT_CLAMPED: {
    readonly severity: 'warning';
    readonly meaning: 'The length was cut to the context of the model';
  };
  readonly ENGINE_FOREIGN: {
    readonly severity: 'warning';
    readonly meaning: 'Another engine answers than that of the target';
  };
  readonly SUPPORT_ASSUMED: {
    readonly severity: 'warning';
    readonly meaning: 'The model is ranked without a recorded run of its architecture';
  };
  readonly SUPPORT_INFERRED: {
    readonly severity: 'warning';
    readonly meaning: 'Support is inferred from the architecture';
  };
  readonly OVERRIDE_UNKNOWN_SERVICE: {
    readonly severity: 'warning';
    readonly meaning: 'The override names a service that is not there';
  };
  readonly OVERRIDE_IGNORED_FIELD: {
    readonly severity: 'warning';
    readonly meaning: 'A part of the override is left out';
  };
  readonly GPUS_MISMATCH: {
    readonly severity: 'warning';
    readonly meaning: 'A worker has other GPUs than its arguments want';
  };
  readonly MODEL_FLAG_MISSING: {
    readonly severity: 'warning';
    readonly meaning: 'The arguments of a worker name no model';
  };
  readonly BUDGET_EXCEEDED: {
    readonly severity: 'warning';
    readonly meaning: 'The workers take more GPUs than the request allows';
  };
  readonly PLANNER_MODE_MISMATCH: {
    readonly severity: 'warning';
    readonly meaning: "The planner's mode is not that of the graph";
  };
  readonly PROFILE_OUTDATED: {
    readonly severity: 'warning';
    readonly meaning: 'A graph is no longer what its annotation says';
  };
  readonly OVERRIDE_COERCED: {
    readonly severity: 'warning';
    readonly meaning: 'A value of the override was turned to text';
  };
  readonly OVERRIDE_VERSION_ASSUMED: {
    readonly severity: 'warning';
    readonly meaning: 'The version of the override is assumed';
  };
  readonly CONVERSION_DROPPED: {
    readonly severity: 'warning';
    readonly meaning: 'A field without effect is left out of the v1beta1 graph';
  };
  readonly ADMISSION_AT_RISK: {
    readonly severity: 'warning';
    readonly meaning: 'Whether the graph is admitted depends on the cluster';
  };
  readonly VARIABLES_AT_RISK: {
    readonly severity: 'warning';
    readonly meaning: 'Flux may substitute text of the graph';
  };
  readonly ENGINE_FLAG_REFUSED: {
    readonly severity: 'warning';
    readonly meaning: 'No known engine takes the value of a flag';
  };
  readonly DATA_TYPE_UNSUPPORTED: {
    readonly severity: 'warning';
    readonly meaning: 'The GPU lacks the data type of the checkpoint';
  };
  readonly GPU_VENDOR_MISMATCH: {
    readonly severity: 'warning';
    readonly meaning: 'A worker asks for the GPUs of another vendor';
  };
  readonly ROLE_FLAGS_MISSING: {
    readonly severity: 'warning';
    readonly meaning: 'A worker is not told its role';
  };
  readonly ROUTER_SETTING_UNKNOWN: {
    readonly severity: 'warning';
    readonly meaning: 'The router of the target does not know the setting';
  };
  readonly EVENT_PLANE_MIXED: {
    readonly severity: 'warning';
    readonly meaning: 'Frontend and worker use different event planes';
  };
  readonly ROUTING_WITHOUT_EVENTS: {
    readonly severity: 'warning';
    readonly meaning: 'The router waits for events that no worker publishes';
  };
  readonly EVENTS_WITHOUT_ROUTING: {
    readonly severity: 'warning';
    readonly meaning: 'A worker publishes events that no router reads';
  };
  readonly NAME_LONG: {
    readonly severity: 'warning';
    readonly meaning: 'A name is near its limit';
  };
  readonly LABEL_OMITTED: {
    readonly severity: 'warning';
    readonly meaning: 'A label is left out, its value is too long';
  };
  readonly GRAPHS_SEE_EACH_OTHER: {
    readonly severity: 'warning';
    readonly meaning: 'The frontend of a graph also sends requests to the workers of another one';
  };
  readonly WORKLOADS_REDUCED: {
    readonly severity: 'warning';
    readonly meaning: 'A field of the graph does less without the operator';
  };
  readonly WORKLOADS_REPLACED: {
    readonly severity: 'info';
    readonly meaning: 'Plain workloads take the place of others that an operator would not have exchanged';
  };
  readonly NAMESPACE_UNKNOWN: {
    readonly severity: 'warning';
    readonly meaning: 'Objects that name their namespace do not know it';
  };
  readonly PULL_SECRET_MISSING: {
    readonly severity: 'warning';
    readonly meaning: 'Pods may lack the secret of a private registry';
  };
  readonly GRAPH_NOT_SERVED: {
    readonly severity: 'warning';
    readonly meaning: 'The cluster has no Dynamo graphs yet';
  };
  readonly ENGINE_NEAR: {
    readonly severity: 'info';
    readonly meaning: 'A neighbour of the engine of the target answers';
  };
  readonly CLUSTER_NEEDS: {
    readonly severity: 'info';
    readonly meaning: 'Pods need Secrets or claims that the cluster must have';
  };
  readonly THREAD_LOST: {
    readonly severity: 'info';
    readonly meaning: 'A thread that profiled ended early, and the others did its work';
  };
  readonly NOT_APPLIED: {
    readonly severity: 'info';
    readonly meaning: 'The graph is rendered for review only';
  };
  readonly LOCK_USED: {
    readonly severity: 'info';
    readonly meaning: 'Requests are rendered as they were locked';
  };
  readonly LOCK_STALE: {
    readonly severity: 'warning';
    readonly meaning: 'The lock of a request holds for other inputs';
  };
  readonly LOCK_MISSING: {
    readonly severity: 'warning';
    readonly meaning: 'A request is not in the lock beside it';
  };
  readonly ANNOTATION_IGNORED: {
    readonly severity: 'warning';
    readonly meaning: 'An annotation of ours is not known';
  };
  readonly GPU_NODES_SKIPPED: {
    readonly severity: 'warning';
    readonly meaning: 'Nodes with GPUs are left out';
  };
  readonly GPU_NODES_DIFFER: {
    readonly severity: 'warning';
    readonly meaning: 'The nodes have different GPUs, or different numbers of them';
  };
  readonly GPU_NODES_UNAVAILABLE: {
    readonly severity: 'warning';
    readonly meaning: 'Nodes that are counted take no pods now';
  };
  readonly GPU_FORM_ASSUMED: {
    readonly severity: 'warning';
    readonly meaning: 'Whether the GPUs are SXM modules or PCIe cards is assumed';
  };
  readonly GPU_TOTAL_CUT: {
    readonly severity: 'warning';
    readonly meaning: 'The number of GPUs is cut to what a discovery may plan with';
  };
  readonly RDMA_UNKNOWN: {
    readonly severity: 'warning';
    readonly meaning: 'Whether there is RDMA may not be looked up';
  };
  readonly KUSTOMIZE_UNTRIED: {
    readonly severity: 'warning';
    readonly meaning: 'The release of kustomize was not tried with functions';
  };
  readonly SUBMODULE_SKIPPED: {
    readonly severity: 'warning';
    readonly meaning: 'A submodule is not compared';
  };
  readonly REQUEST_MOVED: {
    readonly severity: 'info';
    readonly meaning: 'A request stands in another file than before';
  };
  readonly LINK_SKIPPED: {
    readonly severity: 'warning';
    readonly meaning: 'A link is not followed';
  };
  readonly PROJECT_FILE_MISNAMED: {
    readonly severity: 'warning';
    readonly meaning: 'A file has nearly the name of a project file';
  };
  readonly MODEL_ALIAS: {
    readonly severity: 'info';
    readonly meaning: 'The model is another name of a bundled one';
  };
  readonly TEMPLATE_SKIPPED: {
    readonly severity: 'info';
    readonly meaning: 'A template of a chart is no request';
  };
};
type Code = keyof typeof CODES;
type CodeOf<S extends Severity> = { [C in Code]: (typeof CODES)[C]['severity'] extends S ? C : never }[Code];
type ErrorCode = CodeOf<'error'>;
/** Where a document came from: `file` is relative and slash-separated, `index` counts documents from 0, `line` from 1. */
interface Origin {
  readonly file: string;
  readonly index: number;
  readonly line?: number;
}
/** What every finding says besides its code. `path` is a field such as `spec.sla.ttft`; `hint` is an action. */
interface FindingDetails {
  readonly message: string;
  readonly path?: string | undefined;
  readonly hint?: string | undefined;
  readonly origin?: Origin | undefined;
}
/** One error or warning, as reporters print it. */
interface Finding extends FindingDetails {
  readonly severity: Severity;
  readonly code: Code;
}
/** The only error class: an expected failure with a code. Anything else that is thrown is a bug. */
declare class RenderError extends Error {
  readonly code: ErrorCode;
  readonly path: string | undefined;
  readonly hint: string | undefined;
  readonly origin: Origin | undefined;
  constructor(code: ErrorCode, details: FindingDetails);
  /** The error as a finding; `origin` fills in where the error itself names no place. */
  toFinding(origin?: Origin): Finding;
}
/** Several failures of one input, reported together. */
declare class RenderErrors extends Error {
  readonly errors: readonly RenderError[];
  constructor(errors: readonly RenderError[]);
}
/** Plain JSON values, as YAML documents hold them. */
type Json = string | number | boolean | null | Json[] | JsonObject;
interface JsonObject {
  [key: string]: Json;
}
/** Parallel layout of one worker; every member is a count of GPUs or ranks. */
interface Layout {
  readonly tp: number;
  readonly pp: number;
  readonly dp: number;
  readonly moeTp: number;
  readonly moeEp: number;
  readonly cp: number;
}
/** Backends in the order in which `auto` tries them (aiconfigurator 0.10.0, sdk/common.py). */
declare const BACKENDS: readonly ['trtllm', 'sglang', 'vllm'];
type Backend = (typeof BACKENDS)[number];
/** Ways to serve: every worker does all, or prefill and decode are workers of their own. */
declare const MODES: readonly ['agg', 'disagg'];
type Mode = (typeof MODES)[number];
/** What a worker does in a mode. */
type Role = 'agg' | 'prefill' | 'decode';
type PickingMode = 'default' | 'load_match' | 'autoscale';
/** A Hugging Face `config.json` with its optional `hf_quant_config.json`. */
interface ModelConfig {
  readonly config: JsonObject;
  readonly hfQuantConfig?: JsonObject | undefined;
}
/** A model that a user says has the shape of a bundled one. */
interface ModelLike {
  /** Id of the bundled one. */
  readonly like: string;
}
/** What a user says of models, by model id as requests name it: a configuration, or which bundled model one is like. */
type SuppliedModels = Readonly<Record<string, ModelConfig | ModelLike>>;
/** What a deployment was estimated to do at full load, all its replicas together. */
interface Performance {
  readonly requestsPerSec: number;
  /** Requests in flight, which is users that wait for an answer at one time. */
  readonly concurrency: number;
  /** Output tokens. */
  readonly tokensPerSec: number;
  /** By the GPUs that are used. */
  readonly tokensPerSecPerGpu: number;
  /** By the GPUs of the whole budget, or of those that a load takes; candidates are compared by it. */
  readonly tokensPerSecPerBudgetGpu: number;
  readonly tokensPerSecPerUser: number;
  readonly ttftMs: number;
  readonly itlMs: number;
  /** From the request to its last token. */
  readonly requestMs: number;
}
/** The best of what was not picked: of the other mode, or of another backend. */
interface Alternative {
  readonly kind: 'mode' | 'backend';
  readonly mode: Mode;
  readonly backend: Backend;
  readonly replicas: number;
  readonly gpus: number;
  readonly performance: Performance;
  readonly meetsTargets: boolean;
  /** Tokens/s/GPU of the pick by those of this one; undefined where this one serves nothing. */
  readonly factor: number | undefined;
}
/** What a deployment costs at a price that the user gave; nothing is assumed where there is none. */
interface Cost {
  /** As the price names it, such as `USD`. */
  readonly currency: string;
  /** Of one GPU, as the price says. */
  readonly perGpuHour: number;
  /** Of all GPUs that the deployment uses. */
  readonly perHour: number;
  /** At full load; undefined where no performance was estimated. */
  readonly perMillionOutputTokens: number | undefined;
  /** At full load; undefined where no performance was estimated. */
  readonly perMillionRequests: number | undefined;
}
/** Memory of one GPU of a worker, in GiB. */
interface MemoryShare {
  readonly usedGib: number;
  /** What the card has, or what `hardware.vramMb` leaves of it; undefined where neither is known. */
  readonly cardGib: number | undefined;
  readonly freeGib: number | undefined;
  /** Of the card. */
  readonly freePercent: number | undefined;
}
/** What is deployed: workers, how often, and the GPUs that they take. */
interface Deployment {
  readonly mode: Mode;
  readonly backend: Backend;
  /** Version of the measured data; null where nothing was measured. */
  readonly backendVersion: string | null;
  /** Replicas of the group of workers that was picked; 1 where a cluster made the graph. */
  readonly replicas: number;
  /** GPUs of all replicas together. */
  readonly gpus: number;
  /** `hardware.totalGpus`. */
  readonly budgetGpus: number;
  /** In disaggregated serving prefill goes first. */
  readonly workers: readonly DeployedWorker[];
}
/** The workers of one role. */
interface DeployedWorker {
  readonly role: Role;
  /** In all replicas together. */
  readonly count: number;
  /** Of one worker. */
  readonly gpus: number;
  /** Undefined where a cluster made the graph. */
  readonly layout: Layout | undefined;
  /** Sequences that one data-parallel rank batches; undefined where a cluster made the graph. */
  readonly batch: number | undefined;
  /** Undefined where nothing was estimated. */
  readonly memory: MemoryShare | undefined;
}
/** Where something is deployed. */
/**
 * How near the engine that answered is to the one of the target's own profiler: its twin, its neighbour, one of another
 * generation since its own has no such family, or none, where a cluster profiled.
 */
type Nearness = 'twin' | 'near' | 'foreign' | 'none';
/** What answered, and how near that is to what the target itself would say. */
interface EngineStanding {
  /** The generation, such as `0.12`. */
  readonly name: string;
  /** Release that the measured data came from, such as `aiconfigurator 0.12.0`. */
  readonly data: string;
  /** Both in words. */
  readonly words: string;
  readonly nearness: Nearness;
  /** Release of Dynamo that the graph is written for, such as `1.5`. */
  readonly target: string;
  /** What profilers of that release run, in words. */
  readonly targetEngine: string;
  /** Whose recorded runs vouch for the numbers; undefined where nobody was asked, as in a lock. */
  readonly support: 'model' | 'architecture' | 'assumed' | undefined;
}
declare const TARGETS: readonly ['ttft', 'itl', 'e2eLatency'];
/**
 * The latency targets. An explicit null differs from an absent field here: null takes a default away, so that one null
 * leaves half a pair, and the pair counts as said beside e2eLatency unless both halves are null (design graph.md 1.2).
 */
/** A latency that a request limits. */
interface LatencyLimit {
  /** The latency as candidates name it. */
  readonly latency: 'ttftMs' | 'tpotMs' | 'requestMs';
  readonly limitMs: number;
  /** Field of `spec.sla`. */
  readonly field: (typeof TARGETS)[number];
}
/** The load that a request asks for, beside what is deployed for it. */
interface LoadResult {
  /** Field of `spec.workload`. */
  readonly field: 'requestRate' | 'concurrency';
  /** Requests/s or requests in flight. */
  readonly wanted: number;
  /** What the deployment serves at full load. */
  readonly served: number;
  readonly isServed: boolean;
  /** GPUs with which the picked group of workers would serve it, whatever the budget is. */
  readonly neededGpus: number;
}
/** What keeps a deployment from serving more. */
type Limit = {
  /** Something that the memory holds serves more of the budget, and misses a target. */readonly by: 'target'; /** The fields of `spec.sla` that it misses. */
  readonly fields: readonly LatencyLimit['field'][]; /** What it would do. */
  readonly without: Performance;
} /** The card holds no larger batch, and no target is in the way. */ | {
  readonly by: 'memory';
} /** Only more GPUs serve more; so many would serve the load that was asked for. */ | {
  readonly by: 'budget';
  readonly neededGpus?: number | undefined;
} /** Nothing: the load that was asked for is served. */ | {
  readonly by: 'load';
};
/** A latency beside its target. */
interface TargetResult {
  /** Field of `spec.sla`. */
  readonly field: LatencyLimit['field'];
  readonly limitMs: number;
  /** Undefined where no performance was estimated. */
  readonly reachedMs: number | undefined;
  readonly isMet: boolean | undefined;
  /** Whether the request says it itself; else it is a default. */
  readonly isSaid: boolean;
}
/** What was wished of a pick, and what that costs. */
interface WishResult {
  readonly servingMode: Mode | undefined;
  /** Of the memory of each GPU. */
  readonly memoryHeadroomPercent: number | undefined;
  /** The row that was taken, such as `disagg:2`. */
  readonly take: string | undefined;
  /** What would be picked without; undefined where that is the pick, or not known, as in a lock. */
  readonly without: Unwished | undefined;
}
/** What would be picked if nothing were wished. */
interface Unwished {
  readonly mode: Mode;
  readonly backend: Backend;
  readonly replicas: number;
  readonly gpus: number;
  readonly performance: Performance;
  /** Tokens/s/GPU of the pick by those of this one; below 1 is what the wish costs. */
  readonly factor: number | undefined;
}
/** How a pick came about: ranked by measured data, sized from the memory of the card alone, or made by a cluster. */
type Basis = 'ranked' | 'sized' | 'pinned';
/**
 * What was picked for a request and why, in figures: plain data that every format, comparison and page shows. Figures have
 * at most three decimals, so that all of them show the same. Members that are undefined are not known, and never guessed.
 */
interface Verdict {
  readonly name: string;
  readonly namespace: string | undefined;
  readonly model: string;
  readonly gpuSku: string;
  /** The engine's name of the card and its nodes. */
  readonly system: string;
  /** Lengths in tokens. */
  readonly isl: number;
  readonly osl: number;
  readonly basis: Basis;
  readonly pickingMode: PickingMode;
  readonly engine: EngineStanding;
  readonly deployment: Deployment;
  /** Undefined where nothing was measured. */
  readonly performance: Performance | undefined;
  /** One or two: ttft and itl, or e2eLatency. */
  readonly targets: readonly TargetResult[];
  /** Undefined where no performance was estimated. */
  readonly meetsTargets: boolean | undefined;
  /** Only where the request asks for a load. */
  readonly load: LoadResult | undefined;
  /** Empty where nothing else was ranked, as in a lock. */
  readonly alternatives: readonly Alternative[];
  /** Undefined where it is not known, as in a lock and for a planner's pick. */
  readonly limit: Limit | undefined;
  /** Only where something was wished. */
  readonly wishes: WishResult | undefined;
  /** Only where there is a price for the card. */
  readonly cost?: Cost | undefined;
}
/** What a combination was estimated to do, flat; null where something is not known or not asked for. */
interface Figures {
  readonly mode: string;
  readonly backend: string;
  /** Version of the measured data. */
  readonly backendVersion: string | null;
  readonly gpuSku: string;
  /** Workers of each role in all replicas together, such as `4x prefill tp1 b1 + 2x decode tp2 b52`. */
  readonly workers: string;
  readonly replicas: number;
  /** GPUs of all workers, and those that may be used. */
  readonly gpus: number;
  readonly budgetGpus: number;
  /** GPUs that serve the load that is asked for, whatever the budget is. */
  readonly neededGpus: number | null;
  readonly requestsPerSec: number | null;
  /** Requests in flight. */
  readonly concurrency: number | null;
  readonly tokensPerSec: number | null;
  /** By the GPUs of the budget, or of those that a load takes; what picks are ranked by. */
  readonly tokensPerSecPerGpu: number | null;
  readonly tokensPerSecPerUser: number | null;
  readonly ttftMs: number | null;
  readonly itlMs: number | null;
  readonly requestMs: number | null;
  readonly meetsTargets: boolean | null;
  readonly servesLoad: boolean | null;
  /** Of the GPU that has the least left. */
  readonly memoryFreePercent: number | null;
  readonly currency: string | null;
  readonly costPerHour: number | null;
  readonly costPerMillionOutputTokens: number | null;
  readonly costPerMillionRequests: number | null;
  /** Of the GPUs that serve the load. */
  readonly neededCostPerHour: number | null;
}
/** Every `--by`: what meets the targets goes first, then what serves the load, then this. */
declare const CRITERIA: {
  readonly throughput: {
    readonly measure: ({
      tokensPerSecPerGpu
    }: Figures) => number | undefined;
    readonly better: 'larger';
  };
  readonly cost: {
    readonly measure: ({
      neededCostPerHour,
      costPerMillionOutputTokens
    }: Figures, isLoaded: boolean) => number | undefined;
    readonly better: 'smaller';
    readonly isForWholeLoad: true;
  };
  readonly gpus: {
    readonly measure: ({
      neededGpus,
      gpus,
      tokensPerSec
    }: Figures, isLoaded: boolean) => number | undefined;
    readonly better: 'smaller';
    readonly isForWholeLoad: true;
  };
  readonly ttft: {
    readonly measure: ({
      ttftMs
    }: Figures) => number | undefined;
    readonly better: 'smaller';
  };
  readonly itl: {
    readonly measure: ({
      itlMs
    }: Figures) => number | undefined;
    readonly better: 'smaller';
  };
};
type CriterionName = keyof typeof CRITERIA;
/** A value that a field is set to, as it was written; undefined where the field is left out. */
interface SetValue {
  readonly text: string;
  readonly value: Json | undefined;
}
/** What a combination sets a field to, and what the request itself says there. */
interface Change {
  /** As it was written, such as `sla.itl`. */
  readonly path: string;
  /** Undefined where the field is left out. */
  readonly from: Json | undefined;
  readonly to: Json | undefined;
}
/** A combination beside the request as it was written. */
interface Combination {
  /** The value of each field that is set. */
  readonly set: readonly SetValue[];
  /** What differs from the request as written. */
  readonly changes: readonly Change[];
  readonly isBest: boolean;
  /** Undefined where it was refused. */
  readonly verdict: Verdict | undefined;
  readonly figures: Figures | undefined;
  /** Tokens/s/GPU by those of the request as written. */
  readonly factor: number | undefined;
  /** Why it was refused: at least one where there is no verdict. */
  readonly refusals: readonly Finding[];
  readonly warnings: readonly Finding[];
}
/** Everything that was asked of one request, side by side. */
interface Comparison {
  readonly name: string;
  readonly namespace: string | undefined;
  /** Where the request stands. */
  readonly file: string;
  readonly by: CriterionName;
  /** The fields that are set, in their order. */
  readonly paths: readonly string[];
  readonly asWritten: Combination;
  readonly combinations: readonly Combination[];
  /** Why none is the best, where that cannot be said. */
  readonly incomparable: Finding | undefined;
}
/** A point of the front: what one user gets against what a GPU gives all of them. */
interface FrontPoint {
  readonly mode: Mode;
  readonly backend: Backend;
  /** The workers of one replica. */
  readonly workers: string;
  readonly tokensPerSecPerUser: number;
  /** By the GPUs of the whole budget, or of one replica where a load is matched. */
  readonly tokensPerSecPerGpu: number;
  readonly ttftMs: number;
  readonly itlMs: number;
  readonly requestMs: number;
  readonly meetsTargets: boolean;
  readonly isPick: boolean;
}
/** One row of a ranking, as it would be deployed. */
interface RankedRow {
  readonly mode: Mode;
  /** Within its mode, from 1. */
  readonly rank: number;
  readonly isPick: boolean;
  readonly deployment: Deployment;
  readonly performance: Performance;
  readonly meetsTargets: boolean;
  /** Only where there is a price for the card. */
  readonly cost?: Cost | undefined;
}
/** A verdict with what it was picked from. */
interface Answer {
  readonly verdict: Verdict;
  /** Rows of each mode up to the wanted number, the chosen mode first. */
  readonly ranked: readonly RankedRow[];
  readonly front: readonly FrontPoint[];
}
/** A file that is handed in. */
interface TextFile {
  /** What findings call it; nothing is read by it. */
  readonly name: string;
  /** YAML or JSON, at most 1 MiB of it. */
  readonly text: string;
}
/** What counts for all requests of a call. */
interface Options {
  /**
   * What requests leave out, and how they are treated: the `spec` of a project file (docs/project-file.md) as an object,
   * such as `{ target: '1.5', hardware: { totalGpus: 16 } }`; `plugin/schemas/dgdr-render.schema.json` has all of it. Paths
   * in it are not read.
   */
  readonly settings?: JsonObject;
  /** Models that are not bundled, by id: `{ config }` with the parsed `config.json` of a checkpoint, or `{ like }`. */
  readonly models?: SuppliedModels;
}
/** A line of a verdict for people: what it is about, and what is so. */
interface VerdictLine {
  readonly label: string;
  readonly text: string;
}
/** What a verdict is about: the request, its model, card and lengths. */
declare function verdictTitle({
  name,
  namespace,
  model,
  gpuSku,
  isl,
  osl
}: Verdict): string;
/** A verdict in words, its most important lines first. */
declare function verdictLines(verdict: Verdict): readonly VerdictLine[];
/** An object by what names it. */
interface Named {
  readonly name: string;
  readonly namespace: string | undefined;
}
/** What a request renders to. */
interface Rendered extends Named {
  /** The file of the request. */
  readonly file: string;
  /** The graph with what has to be applied before it, in that order. */
  readonly documents: readonly JsonObject[];
  /** The same as YAML, as the command prints it. */
  readonly yaml: string;
  /** False where the request says `autoApply: false`: for review only. */
  readonly isApplied: boolean;
}
/** What was found out about all files of a call. A request that failed has findings of severity `error` and nothing else. */
interface Found {
  readonly findings: readonly Finding[];
}
/**
 * Renders the requests of files. Pure but for reading the measured data of this package.
 * @throws RenderErrors CONFIG_INVALID for settings that there are not
 */
declare function render(files: readonly TextFile[], options?: Options): Found & {
  readonly graphs: readonly Rendered[];
};
/**
 * What is picked for the requests of files and why, with what else was ranked; `topRows` of each mode, five by default.
 * @throws RenderErrors CONFIG_INVALID for settings that there are not
 */
declare function profile$1(files: readonly TextFile[], {
  topRows,
  ...options
}?: Options & {
  readonly topRows?: number;
}): Found & {
  readonly answers: readonly Answer[];
};
/**
 * Tries every combination of the values of some fields, such as `sets: ['sla.itl=10,15', 'hardware.totalGpus=8,16']`, and
 * marks the best by `by`, which is throughput where nothing is said.
 * @throws RenderErrors CONFIG_INVALID for settings or sets that there are not, RenderError LIMIT_EXCEEDED for too many
 */
declare function compare(files: readonly TextFile[], {
  sets,
  by,
  ...options
}: Options & {
  readonly sets: readonly string[];
  readonly by?: CriterionName;
}): Found & {
  readonly comparisons: readonly Comparison[];
};
/** An object that is committed otherwise than it is rendered, or is only one of the two. */
interface Difference extends Named {
  readonly kind: 'changed' | 'missing' | 'extra';
  readonly objectKind: string;
  /** Of a changed one: the path of each field with what became of it, such as `2 -> 3`. */
  readonly changes: readonly {
    readonly path: string;
    readonly text: string;
  }[];
}
/**
 * Holds what is committed against what requests render to, object by object; layout and comments are no difference.
 * @throws RenderErrors CONFIG_INVALID for settings that there are not, RenderError YAML_INVALID or INPUT_TOO_LARGE for
 * committed files that cannot be read
 */
declare function check(files: readonly TextFile[], committed: readonly TextFile[], options?: Options): Found & {
  readonly differences: readonly Difference[];
};
export { type Answer, type Code, type Comparison, Difference, type Finding, type FrontPoint, type Options, type RankedRow, RenderError, RenderErrors, Rendered, type Severity, type TextFile, type Verdict, check, compare, profile$1 as profile, render, verdictLines, verdictTitle };