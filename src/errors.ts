/** `--strict` counts warnings as errors; an info is one whatever is asked for. */
export type Severity = 'error' | 'warning' | 'info';

interface CodeFacts {
  readonly severity: Severity;
  /** What it means, in a few words: the title of a rule where a service lists them. */
  readonly meaning: string;
}

/**
 * Every code of a finding, with the one severity it has. What each means in full, and what to do, is in `commands/codes/`; a code is never reused for
 * another meaning.
 */
export const CODES = {
  // input
  YAML_INVALID: { severity: 'error', meaning: 'The YAML cannot be read' },
  INPUT_TOO_LARGE: { severity: 'error', meaning: 'A file, stream or nesting is over the limit' },
  INPUT_NOT_FOUND: { severity: 'error', meaning: 'A named file, folder or the data cannot be read' },
  PATH_OUTSIDE_ROOT: { severity: 'error', meaning: 'A path leaves the folder it has to stay in' },
  REMOTE_REFUSED: { severity: 'error', meaning: 'A kustomization names what would have to be fetched' },
  RESOURCE_LIST_INVALID: { severity: 'error', meaning: 'Stdin of the function is no ResourceList' },
  CONFIG_INVALID: { severity: 'error', meaning: 'The project file, the config of the function or an option is wrong' },
  EXTENDS_CIRCULAR: { severity: 'error', meaning: 'A project file extends itself, or too many others in a row' },
  NO_REQUESTS: { severity: 'error', meaning: 'There is no request' },
  // request
  REQUEST_INVALID: { severity: 'error', meaning: 'A field of the request has the wrong type, value or shape' },
  PLACEHOLDER_LEFT: { severity: 'error', meaning: 'Text that another program should have replaced is left' },
  REQUEST_VERSION_UNSUPPORTED: { severity: 'error', meaning: 'The request is not nvidia.com/v1beta1' },
  REQUEST_DUPLICATE: { severity: 'error', meaning: 'Two requests give a graph of the same name' },
  IMAGE_MISSING: { severity: 'error', meaning: 'There is no image and no target to derive it from' },
  IMAGE_INVALID: { severity: 'error', meaning: 'The image cannot be used' },
  HARDWARE_MISSING: { severity: 'error', meaning: 'The hardware is not described' },
  LOAD_CONFLICT: { severity: 'error', meaning: 'Concurrency and request rate are both given' },
  SLA_CONFLICT: { severity: 'error', meaning: 'An end-to-end latency stands beside token latencies' },
  SLA_INCOMPLETE: { severity: 'error', meaning: 'One of a pair of latency targets is missing' },
  SLA_INVALID: { severity: 'error', meaning: 'A latency target is zero or less' },
  SEARCH_STRATEGY_CONFLICT: { severity: 'error', meaning: 'The search strategy does not fit the backend' },
  SEARCH_STRATEGY_UNSUPPORTED: { severity: 'error', meaning: 'The search strategy needs GPUs' },
  MOCKER_PLANNER_CONFLICT: { severity: 'error', meaning: 'The mocker does not fit the planner' },
  LIMIT_EXCEEDED: { severity: 'error', meaning: 'A size is over its limit' },
  ROUTING_INVALID: { severity: 'error', meaning: 'The routing that is asked for does not exist' },
  TARGET_UNSUPPORTED: { severity: 'error', meaning: 'The target is no release, or one before 1.0' },
  // lock
  LOCK_INVALID: { severity: 'error', meaning: 'A lock is not as it was written' },
  LOCK_FROZEN: { severity: 'error', meaning: 'A request is not locked for its inputs, and none may be picked anew' },
  CLUSTER_RESULT_MISSING: { severity: 'error', meaning: 'The request in the cluster has no finished graph' },
  CLUSTER_REQUEST_DIFFERS: { severity: 'error', meaning: 'The request in the cluster says something else' },
  // profile
  MODEL_UNKNOWN: { severity: 'error', meaning: 'The model is not bundled' },
  MODEL_INVALID: { severity: 'error', meaning: 'The configuration of the model cannot be modelled' },
  FAMILY_UNSUPPORTED: { severity: 'error', meaning: 'The family of the model is not modelled' },
  NOT_MEASURED: { severity: 'error', meaning: 'There is no measured data for model, backend and GPU together' },
  BACKEND_UNSUPPORTED: { severity: 'error', meaning: 'The backend is not modelled' },
  REMOTE_CODE_UNTRUSTED: { severity: 'error', meaning: 'The model brings code of its own that nobody trusted' },
  FEATURE_UNSUPPORTED: { severity: 'error', meaning: 'The feature is not modelled' },
  NO_FEASIBLE_CONFIG: { severity: 'error', meaning: 'Nothing fits, or nothing is fast enough' },
  TAKE_IMPOSSIBLE: { severity: 'error', meaning: 'There is no ranked row of the name that is to be taken' },
  COSTS_INCOMPARABLE: { severity: 'error', meaning: 'A GPU has no price, or prices are in several currencies' },
  PERFDB_INVALID: { severity: 'error', meaning: 'The measured data is broken' },
  // graph and merge
  OVERRIDE_INVALID: { severity: 'error', meaning: 'The override cannot be merged' },
  OVERRIDE_VERSION_UNSUPPORTED: { severity: 'error', meaning: 'The version of the override does not fit the target' },
  NAME_INVALID: { severity: 'error', meaning: 'A name is no DNS label' },
  NAME_TOO_LONG: { severity: 'error', meaning: 'The names of the graph and a service are too long together' },
  // plain workloads
  NEEDS_OPERATOR: { severity: 'error', meaning: 'A field of the graph needs the operator, and there is to be none' },
  WORKLOADS_IMPOSSIBLE: { severity: 'error', meaning: 'No plain workloads can be made of a part of the graph' },
  SERVICE_NAMES_COLLIDE: { severity: 'error', meaning: 'Two services of a graph give objects of the same name' },
  CONVERSION_IMPOSSIBLE: { severity: 'error', meaning: 'The override sets a field that a v1beta1 graph cannot have' },
  ADMISSION_REFUSED: { severity: 'error', meaning: 'The API server or the webhook would refuse the graph' },
  TOPOLOGY_CHANGED: { severity: 'error', meaning: 'The operator would refuse the update of the graph' },
  // cluster
  KUBECONFIG_INVALID: { severity: 'error', meaning: 'The kubeconfig, a context or a login of it cannot be used' },
  CLUSTER_UNREACHABLE: { severity: 'error', meaning: 'The API server gives no proper answer' },
  CLUSTER_REFUSED: { severity: 'error', meaning: 'The API server refuses to answer' },
  CLUSTER_NOT_FOUND: { severity: 'error', meaning: 'The request is not in the cluster' },
  GPU_NODES_MISSING: { severity: 'error', meaning: 'No node has the labels of GPU feature discovery' },
  GPU_UNKNOWN: { severity: 'error', meaning: 'No release has a SKU for the GPUs of the nodes' },
  GRAPH_VERSION_NOT_SERVED: { severity: 'error', meaning: 'The cluster does not serve the version of the graph' },
  // a hub
  HUB_UNREACHABLE: { severity: 'error', meaning: 'The hub of models gives no proper answer' },
  HUB_REFUSED: { severity: 'error', meaning: 'The hub of models wants a token, or an account with access' },
  HUB_NOT_FOUND: { severity: 'error', meaning: 'The model, its revision or a file of it is not on the hub' },
  // Git
  GIT_MISSING: { severity: 'error', meaning: 'Git cannot be started' },
  GIT_NO_REPOSITORY: { severity: 'error', meaning: 'There is no Git repository to look for a revision in' },
  GIT_BARE: { severity: 'error', meaning: 'The repository has no work tree' },
  GIT_FOLDER_LOST: { severity: 'error', meaning: 'A linked work tree or submodule has lost its repository' },
  GIT_REFUSED: { severity: 'error', meaning: 'Git does not read the repository' },
  REVISION_INVALID: { severity: 'error', meaning: 'A text can be no revision' },
  REVISION_UNKNOWN: { severity: 'error', meaning: 'The repository has no such revision' },
  REVISION_SHALLOW: { severity: 'error', meaning: 'A shallow clone has no such revision' },
  REVISION_DAMAGED: { severity: 'error', meaning: 'The clone lacks objects of the revision' },
  // a built stream
  REQUEST_LEFT: { severity: 'error', meaning: 'A built stream still has a request' },
  OBJECT_DUPLICATE: { severity: 'error', meaning: 'A built stream has an object twice' },
  REFERENCE_DANGLING: {
    severity: 'error',
    meaning: 'A volume mounts an object that the build has under another name, or not at all',
  },
  // a host's build
  BUILD_FAILED: { severity: 'error', meaning: 'The build of the kustomization fails' },
  FUNCTION_INVALID: { severity: 'error', meaning: 'The function of a config is not declared as kustomize reads it' },
  FUNCTION_SKIPPED: { severity: 'error', meaning: 'The build does not start the function' },
  FUNCTION_NOT_STARTED: { severity: 'error', meaning: 'The program of the function cannot be started' },
  PLUGIN_INCOMPLETE: { severity: 'error', meaning: 'An installation of Argo CD lacks what the plugin needs' },
  GRAPH_MISSING: { severity: 'error', meaning: 'The build renders a request to nothing' },
  REQUEST_EMITTED: { severity: 'error', meaning: 'The build has a request beside its graph' },
  // output
  DRIFT: { severity: 'error', meaning: 'A committed file is not what the requests render to' },
  OUTPUT_CONFLICT: { severity: 'error', meaning: 'Two renderings claim one file' },
  OUTPUT_FAILED: { severity: 'error', meaning: 'The output cannot be written' },
  // what is said and goes on
  REQUEST_NEAR_MISS: { severity: 'warning', meaning: 'A document is nearly a request' },
  REQUEST_UNKNOWN_FIELD: { severity: 'warning', meaning: 'No release has the field' },
  FIELD_IGNORED: { severity: 'warning', meaning: 'The field has no effect here' },
  OPTION_OVERRULED: { severity: 'warning', meaning: 'A request says something else than an option of the call' },
  OPTION_UNUSED: { severity: 'info', meaning: 'An option of the call is about what no request asks for' },
  YAML_AMBIGUOUS: {
    severity: 'warning',
    meaning: 'A word is a text to some readers of YAML and a truth value to others',
  },
  TARGET_ASSUMED: { severity: 'warning', meaning: 'The release is assumed' },
  SKU_UNKNOWN_TO_OPERATOR: { severity: 'warning', meaning: 'The operator of the target does not know the GPU' },
  FIELD_NEWER_THAN_TARGET: { severity: 'warning', meaning: 'The target does not have the field' },
  SLA_NOT_MET: { severity: 'warning', meaning: 'The pick misses the latency target' },
  WISH_COSTS: { severity: 'info', meaning: 'What is wished of the pick keeps another one from being picked' },
  LOAD_NOT_SERVED: { severity: 'warning', meaning: 'The budget does not serve the load' },
  SIZED_FROM_MEMORY: { severity: 'warning', meaning: 'Sized from the weights alone' },
  CONTEXT_CLAMPED: { severity: 'warning', meaning: 'The length was cut to the context of the model' },
  ENGINE_FOREIGN: { severity: 'warning', meaning: 'Another engine answers than that of the target' },
  SUPPORT_ASSUMED: { severity: 'warning', meaning: 'The model is ranked without a recorded run of its architecture' },
  SUPPORT_INFERRED: { severity: 'warning', meaning: 'Support is inferred from the architecture' },
  OVERRIDE_UNKNOWN_SERVICE: { severity: 'warning', meaning: 'The override names a service that is not there' },
  OVERRIDE_IGNORED_FIELD: { severity: 'warning', meaning: 'A part of the override is left out' },
  GPUS_MISMATCH: { severity: 'warning', meaning: 'A worker has other GPUs than its arguments want' },
  MODEL_FLAG_MISSING: { severity: 'warning', meaning: 'The arguments of a worker name no model' },
  BUDGET_EXCEEDED: { severity: 'warning', meaning: 'The workers take more GPUs than the request allows' },
  PLANNER_MODE_MISMATCH: { severity: 'warning', meaning: "The planner's mode is not that of the graph" },
  PROFILE_OUTDATED: { severity: 'warning', meaning: 'A graph is no longer what its annotation says' },
  OVERRIDE_COERCED: { severity: 'warning', meaning: 'A value of the override was turned to text' },
  OVERRIDE_VERSION_ASSUMED: { severity: 'warning', meaning: 'The version of the override is assumed' },
  CONVERSION_DROPPED: { severity: 'warning', meaning: 'A field without effect is left out of the v1beta1 graph' },
  ADMISSION_AT_RISK: { severity: 'warning', meaning: 'Whether the graph is admitted depends on the cluster' },
  VARIABLES_AT_RISK: { severity: 'warning', meaning: 'Flux may substitute text of the graph' },
  ENGINE_FLAG_REFUSED: { severity: 'warning', meaning: 'No known engine takes the value of a flag' },
  DATA_TYPE_UNSUPPORTED: { severity: 'warning', meaning: 'The GPU lacks the data type of the checkpoint' },
  GPU_VENDOR_MISMATCH: { severity: 'warning', meaning: 'A worker asks for the GPUs of another vendor' },
  ROLE_FLAGS_MISSING: { severity: 'warning', meaning: 'A worker is not told its role' },
  ROUTER_SETTING_UNKNOWN: { severity: 'warning', meaning: 'The router of the target does not know the setting' },
  EVENT_PLANE_MIXED: { severity: 'warning', meaning: 'Frontend and worker use different event planes' },
  ROUTING_WITHOUT_EVENTS: { severity: 'warning', meaning: 'The router waits for events that no worker publishes' },
  EVENTS_WITHOUT_ROUTING: { severity: 'warning', meaning: 'A worker publishes events that no router reads' },
  NAME_LONG: { severity: 'warning', meaning: 'A name is near its limit' },
  LABEL_OMITTED: { severity: 'warning', meaning: 'A label is left out, its value is too long' },
  GRAPHS_SEE_EACH_OTHER: {
    severity: 'warning',
    meaning: 'The frontend of a graph also sends requests to the workers of another one',
  },
  WORKLOADS_REDUCED: { severity: 'warning', meaning: 'A field of the graph does less without the operator' },
  WORKLOADS_REPLACED: {
    severity: 'info',
    meaning: 'Plain workloads take the place of others that an operator would not have exchanged',
  },
  NAMESPACE_UNKNOWN: { severity: 'warning', meaning: 'Objects that name their namespace do not know it' },
  PULL_SECRET_MISSING: { severity: 'warning', meaning: 'Pods may lack the secret of a private registry' },
  GRAPH_NOT_SERVED: { severity: 'warning', meaning: 'The cluster has no Dynamo graphs yet' },
  ENGINE_NEAR: { severity: 'info', meaning: 'A neighbour of the engine of the target answers' },
  CLUSTER_NEEDS: { severity: 'info', meaning: 'Pods need Secrets or claims that the cluster must have' },
  THREAD_LOST: { severity: 'info', meaning: 'A thread that profiled ended early, and the others did its work' },
  NOT_APPLIED: { severity: 'info', meaning: 'The graph is rendered for review only' },
  LOCK_USED: { severity: 'info', meaning: 'Requests are rendered as they were locked' },
  LOCK_STALE: { severity: 'warning', meaning: 'The lock of a request holds for other inputs' },
  LOCK_MISSING: { severity: 'warning', meaning: 'A request is not in the lock beside it' },
  ANNOTATION_IGNORED: { severity: 'warning', meaning: 'An annotation of ours is not known' },
  GPU_NODES_SKIPPED: { severity: 'warning', meaning: 'Nodes with GPUs are left out' },
  GPU_NODES_DIFFER: { severity: 'warning', meaning: 'The nodes have different GPUs, or different numbers of them' },
  GPU_NODES_UNAVAILABLE: { severity: 'warning', meaning: 'Nodes that are counted take no pods now' },
  GPU_FORM_ASSUMED: { severity: 'warning', meaning: 'Whether the GPUs are SXM modules or PCIe cards is assumed' },
  GPU_TOTAL_CUT: { severity: 'warning', meaning: 'The number of GPUs is cut to what a discovery may plan with' },
  RDMA_UNKNOWN: { severity: 'warning', meaning: 'Whether there is RDMA may not be looked up' },
  KUSTOMIZE_UNTRIED: { severity: 'warning', meaning: 'The release of kustomize was not tried with functions' },
  SUBMODULE_SKIPPED: { severity: 'warning', meaning: 'A submodule is not compared' },
  REQUEST_MOVED: { severity: 'info', meaning: 'A request stands in another file than before' },
  LINK_SKIPPED: { severity: 'warning', meaning: 'A link is not followed' },
  PROJECT_FILE_MISNAMED: { severity: 'warning', meaning: 'A file has nearly the name of a project file' },
  MODEL_ALIAS: { severity: 'info', meaning: 'The model is another name of a bundled one' },
  TEMPLATE_SKIPPED: { severity: 'info', meaning: 'A template of a chart is no request' },
} as const satisfies Readonly<Record<string, CodeFacts>>;

export type Code = keyof typeof CODES;
type CodeOf<S extends Severity> = { [C in Code]: (typeof CODES)[C]['severity'] extends S ? C : never }[Code];
export type ErrorCode = CodeOf<'error'>;
export type WarningCode = CodeOf<'warning'>;
/** Codes of what does not stop a rendering. */
export type NoteCode = CodeOf<'warning' | 'info'>;

/** The codes of some severities, in the order of the table. */
export function codesOf<S extends Severity>(...severities: readonly S[]): CodeOf<S>[] {
  const codes = Object.keys(CODES) as Code[];
  return codes.filter((code): code is CodeOf<S> => severities.some((severity) => severity === CODES[code].severity));
}

/** Where a document came from: `file` is relative and slash-separated, `index` counts documents from 0, `line` from 1. */
export interface Origin {
  readonly file: string;
  readonly index: number;
  readonly line?: number;
}

/** What every finding says besides its code. `path` is a field such as `spec.sla.ttft`; `hint` is an action. */
export interface FindingDetails {
  readonly message: string;
  readonly path?: string | undefined;
  readonly hint?: string | undefined;
  readonly origin?: Origin | undefined;
}

/** One error or warning, as reporters print it. */
export interface Finding extends FindingDetails {
  readonly severity: Severity;
  readonly code: Code;
}

/** A finding with the severity of its code, and with whatever else is known of it; with `isStrict` warnings are errors. */
export function findingOf<D extends FindingDetails>(
  code: Code,
  details: D,
  isStrict = false,
): D & Pick<Finding, 'severity' | 'code'> {
  const { severity } = CODES[code];
  return { ...details, severity: isStrict && severity === 'warning' ? 'error' : severity, code };
}

/** How many findings of one request are listed: a list of a million wrong entries has one in each. */
export const MOST_FINDINGS = 100;

/** Receives warnings, and what else is said, while a request is worked on. */
export type Warn = (code: NoteCode, details: FindingDetails) => void;

/** The only error class: an expected failure with a code. Anything else that is thrown is a bug. */
export class RenderError extends Error {
  readonly code: ErrorCode;
  readonly path: string | undefined;
  readonly hint: string | undefined;
  readonly origin: Origin | undefined;

  constructor(code: ErrorCode, details: FindingDetails) {
    super(details.message);
    this.name = 'RenderError';
    this.code = code;
    this.path = details.path;
    this.hint = details.hint;
    this.origin = details.origin;
  }

  /** The error as a finding; `origin` fills in where the error itself names no place. */
  toFinding(origin?: Origin): Finding {
    const { message, path, hint } = this;
    return findingOf(this.code, { message, path, hint, origin: this.origin ?? origin });
  }
}

/** Several failures of one input, reported together. */
export class RenderErrors extends Error {
  readonly errors: readonly RenderError[];

  constructor(errors: readonly RenderError[]) {
    super(errors.map((error) => error.message).join('; '));
    this.name = 'RenderErrors';
    this.errors = errors;
  }
}

/** Whether an error is what the system answered to a call, such as ENOSPC to a write; neither ours nor a bug. */
export function isSystemError(error: unknown): error is Error & { readonly code: string; readonly syscall: string } {
  return error instanceof Error && 'syscall' in error && 'code' in error && typeof error.code === 'string';
}

/** What an expected failure says; anything else is a bug and thrown on. */
export function findingsOfFailure(error: unknown): Finding[] {
  if (error instanceof RenderErrors) return error.errors.map((one) => one.toFinding());
  if (error instanceof RenderError) return [error.toFinding()];
  throw error;
}
