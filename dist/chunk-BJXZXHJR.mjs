import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/json.ts
function isObject(value) {
  return typeof value == "object" && value !== null && !Array.isArray(value);
}
function getIn(value, ...path) {
  let current = value;
  for (let key of path) {
    if (!isObject(current) || !Object.hasOwn(current, key)) return;
    current = current[key];
  }
  return current;
}
function updateIn(object, path, change) {
  let [key, ...rest] = path;
  if (key === void 0) return object;
  let value = getIn(object, key), next = rest.length === 0 ? change(value) : updateIn(isObject(value) ? value : {}, rest, change);
  return { ...object, [key]: next };
}
var MOST_NESTING = 100;
function parseObject(text) {
  try {
    let value = JSON.parse(text);
    return isObject(value) && !isDeep(value) ? value : void 0;
  } catch {
    return;
  }
}
function isDeep(value) {
  let level = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MOST_NESTING) return !0;
    level = level.flatMap((inner) => typeof inner == "object" && inner !== null ? Object.values(inner) : []);
  }
  return !1;
}

// src/errors.ts
var ERROR_CODES = [
  // input
  "YAML_INVALID",
  "INPUT_TOO_LARGE",
  "INPUT_NOT_FOUND",
  "PATH_OUTSIDE_ROOT",
  "RESOURCE_LIST_INVALID",
  "CONFIG_INVALID",
  "NO_REQUESTS",
  // request
  "REQUEST_INVALID",
  "REQUEST_VERSION_UNSUPPORTED",
  "REQUEST_DUPLICATE",
  "IMAGE_MISSING",
  "IMAGE_INVALID",
  "HARDWARE_MISSING",
  "LOAD_CONFLICT",
  "SLA_CONFLICT",
  "SLA_INCOMPLETE",
  "SLA_INVALID",
  "SEARCH_STRATEGY_CONFLICT",
  "SEARCH_STRATEGY_UNSUPPORTED",
  "MOCKER_PLANNER_CONFLICT",
  "LIMIT_EXCEEDED",
  "ROUTING_INVALID",
  "TARGET_UNSUPPORTED",
  // lock
  "LOCK_INVALID",
  "LOCK_FROZEN",
  "CLUSTER_RESULT_MISSING",
  "CLUSTER_REQUEST_DIFFERS",
  // profile
  "MODEL_UNKNOWN",
  "MODEL_INVALID",
  "FAMILY_UNSUPPORTED",
  "NOT_MEASURED",
  "BACKEND_UNSUPPORTED",
  "FEATURE_UNSUPPORTED",
  "NO_FEASIBLE_CONFIG",
  "PERFDB_INVALID",
  // graph and merge
  "OVERRIDE_INVALID",
  "OVERRIDE_VERSION_UNSUPPORTED",
  "NAME_INVALID",
  "NAME_TOO_LONG",
  "CONVERSION_IMPOSSIBLE",
  "ADMISSION_REFUSED",
  "TOPOLOGY_CHANGED",
  // cluster
  "KUBECONFIG_INVALID",
  "CLUSTER_UNREACHABLE",
  "CLUSTER_REFUSED",
  "CLUSTER_NOT_FOUND",
  "GPU_NODES_MISSING",
  "GPU_UNKNOWN",
  "GRAPH_VERSION_NOT_SERVED",
  // a built stream
  "REQUEST_LEFT",
  "OBJECT_DUPLICATE",
  "REFERENCE_DANGLING",
  // a host's build
  "BUILD_FAILED",
  "FUNCTION_INVALID",
  "FUNCTION_SKIPPED",
  "FUNCTION_NOT_STARTED",
  "GRAPH_MISSING",
  "REQUEST_EMITTED",
  // output
  "DRIFT",
  "OUTPUT_CONFLICT",
  "OUTPUT_FAILED"
], WARNING_CODES = [
  "REQUEST_UNKNOWN_FIELD",
  "FIELD_IGNORED",
  "TARGET_ASSUMED",
  "SKU_UNKNOWN_TO_OPERATOR",
  "FIELD_NEWER_THAN_TARGET",
  "SLA_NOT_MET",
  "LOAD_NOT_SERVED",
  "SIZED_FROM_MEMORY",
  "CONTEXT_CLAMPED",
  "SUPPORT_INFERRED",
  "OVERRIDE_UNKNOWN_SERVICE",
  "OVERRIDE_IGNORED_FIELD",
  "OVERRIDE_COERCED",
  "OVERRIDE_VERSION_ASSUMED",
  "CONVERSION_DROPPED",
  "ADMISSION_AT_RISK",
  "VARIABLES_AT_RISK",
  "ENGINE_FLAG_REFUSED",
  "ROLE_FLAGS_MISSING",
  "ROUTER_SETTING_UNKNOWN",
  "EVENT_PLANE_MIXED",
  "ROUTING_WITHOUT_EVENTS",
  "EVENTS_WITHOUT_ROUTING",
  "NAME_LONG",
  "LABEL_OMITTED",
  "GRAPH_NOT_SERVED",
  "NOT_APPLIED",
  "LOCK_USED",
  "LOCK_STALE",
  "LOCK_MISSING",
  "ANNOTATION_IGNORED",
  "GPU_NODES_SKIPPED",
  "GPU_NODES_DIFFER",
  "GPU_NODES_UNAVAILABLE",
  "GPU_FORM_ASSUMED",
  "GPU_TOTAL_CUT",
  "RDMA_UNKNOWN",
  "KUSTOMIZE_UNTRIED"
];
var RenderError = class extends Error {
  code;
  path;
  hint;
  origin;
  constructor(code, details) {
    super(details.message), this.name = "RenderError", this.code = code, this.path = details.path, this.hint = details.hint, this.origin = details.origin;
  }
  /** The error as a finding; `origin` fills in where the error itself names no place. */
  toFinding(origin) {
    return {
      severity: "error",
      code: this.code,
      message: this.message,
      path: this.path,
      hint: this.hint,
      origin: this.origin ?? origin
    };
  }
}, RenderErrors = class extends Error {
  errors;
  constructor(errors) {
    super(errors.map((error) => error.message).join("; ")), this.name = "RenderErrors", this.errors = errors;
  }
};

export {
  isObject,
  getIn,
  updateIn,
  MOST_NESTING,
  parseObject,
  isDeep,
  ERROR_CODES,
  WARNING_CODES,
  RenderError,
  RenderErrors
};
