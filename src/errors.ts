/** Every code of an error. Each is documented in the README; a code is never reused for another meaning. */
export const ERROR_CODES = [
  // input
  'YAML_INVALID',
  'INPUT_TOO_LARGE',
  'INPUT_NOT_FOUND',
  'PATH_OUTSIDE_ROOT',
  'RESOURCE_LIST_INVALID',
  'CONFIG_INVALID',
  'NO_REQUESTS',
  // request
  'REQUEST_INVALID',
  'REQUEST_VERSION_UNSUPPORTED',
  'REQUEST_DUPLICATE',
  'IMAGE_MISSING',
  'IMAGE_INVALID',
  'HARDWARE_MISSING',
  'LOAD_CONFLICT',
  'SLA_CONFLICT',
  'SLA_INCOMPLETE',
  'SLA_INVALID',
  'SEARCH_STRATEGY_CONFLICT',
  'SEARCH_STRATEGY_UNSUPPORTED',
  'MOCKER_PLANNER_CONFLICT',
  'LIMIT_EXCEEDED',
  'ROUTING_INVALID',
  'TARGET_UNSUPPORTED',
  // lock
  'LOCK_INVALID',
  'LOCK_FROZEN',
  'CLUSTER_RESULT_MISSING',
  'CLUSTER_REQUEST_DIFFERS',
  // profile
  'MODEL_UNKNOWN',
  'MODEL_INVALID',
  'FAMILY_UNSUPPORTED',
  'NOT_MEASURED',
  'BACKEND_UNSUPPORTED',
  'FEATURE_UNSUPPORTED',
  'NO_FEASIBLE_CONFIG',
  'PERFDB_INVALID',
  // graph and merge
  'OVERRIDE_INVALID',
  'OVERRIDE_VERSION_UNSUPPORTED',
  'NAME_INVALID',
  'NAME_TOO_LONG',
  'CONVERSION_IMPOSSIBLE',
  'ADMISSION_REFUSED',
  'TOPOLOGY_CHANGED',
  // cluster
  'KUBECONFIG_INVALID',
  'CLUSTER_UNREACHABLE',
  'CLUSTER_REFUSED',
  'CLUSTER_NOT_FOUND',
  'GPU_NODES_MISSING',
  'GPU_UNKNOWN',
  'GRAPH_VERSION_NOT_SERVED',
  // a built stream
  'REQUEST_LEFT',
  'OBJECT_DUPLICATE',
  'REFERENCE_DANGLING',
  // a host's build
  'BUILD_FAILED',
  'FUNCTION_INVALID',
  'FUNCTION_SKIPPED',
  'FUNCTION_NOT_STARTED',
  'GRAPH_MISSING',
  'REQUEST_EMITTED',
  // output
  'DRIFT',
  'OUTPUT_CONFLICT',
  'OUTPUT_FAILED',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** Every code of a warning. `--strict` turns warnings into errors. */
export const WARNING_CODES = [
  'REQUEST_UNKNOWN_FIELD',
  'FIELD_IGNORED',
  'TARGET_ASSUMED',
  'SKU_UNKNOWN_TO_OPERATOR',
  'FIELD_NEWER_THAN_TARGET',
  'SLA_NOT_MET',
  'LOAD_NOT_SERVED',
  'SIZED_FROM_MEMORY',
  'CONTEXT_CLAMPED',
  'SUPPORT_INFERRED',
  'OVERRIDE_UNKNOWN_SERVICE',
  'OVERRIDE_IGNORED_FIELD',
  'OVERRIDE_COERCED',
  'OVERRIDE_VERSION_ASSUMED',
  'CONVERSION_DROPPED',
  'ADMISSION_AT_RISK',
  'VARIABLES_AT_RISK',
  'ENGINE_FLAG_REFUSED',
  'ROLE_FLAGS_MISSING',
  'ROUTER_SETTING_UNKNOWN',
  'EVENT_PLANE_MIXED',
  'ROUTING_WITHOUT_EVENTS',
  'EVENTS_WITHOUT_ROUTING',
  'NAME_LONG',
  'LABEL_OMITTED',
  'GRAPH_NOT_SERVED',
  'NOT_APPLIED',
  'LOCK_USED',
  'LOCK_STALE',
  'LOCK_MISSING',
  'ANNOTATION_IGNORED',
  'GPU_NODES_SKIPPED',
  'GPU_NODES_DIFFER',
  'GPU_NODES_UNAVAILABLE',
  'GPU_FORM_ASSUMED',
  'GPU_TOTAL_CUT',
  'RDMA_UNKNOWN',
  'KUSTOMIZE_UNTRIED',
] as const;
export type WarningCode = (typeof WARNING_CODES)[number];

export type Severity = 'error' | 'warning' | 'info';

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
  readonly code: ErrorCode | WarningCode;
}

/** How many findings of one request are listed: a list of a million wrong entries has one in each. */
export const MOST_FINDINGS = 100;

/** Receives warnings while a request is worked on. */
export type Warn = (code: WarningCode, details: FindingDetails) => void;

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
    return {
      severity: 'error',
      code: this.code,
      message: this.message,
      path: this.path,
      hint: this.hint,
      origin: this.origin ?? origin,
    };
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
