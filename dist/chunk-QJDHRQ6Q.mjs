import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  BACKENDS,
  MAX_HEADER_BYTES,
  PACK_FORMAT,
  PACK_MAGIC,
  PREAMBLE_BYTES,
  corrupt,
  decodeColumns,
  hashOf,
  parseHeader,
  parseIndex,
  parseSupport,
  parseSystems
} from "./chunk-GJUHAGNN.mjs";
import {
  isObject
} from "./chunk-4FEZFIKB.mjs";
import {
  RenderError,
  RenderErrors
} from "./chunk-ZBBEDW7T.mjs";

// src/request/inputs.ts
import { createHash } from "node:crypto";

// src/releases/backends.ts
var BACKENDS_1_0 = {
  trtllm: {
    workers: { agg: "TRTLLMWorker", prefill: "TRTLLMPrefillWorker", decode: "TRTLLMDecodeWorker" },
    formerWorkers: void 0,
    keepsRoleFlags: !1,
    hasEngineFlags: !1,
    eventsFlag: "--publish-events-and-metrics"
  },
  sglang: {
    workers: { agg: "decode", prefill: "prefill", decode: "decode" },
    formerWorkers: void 0,
    keepsRoleFlags: !1,
    graphBatchesFlag: "--cuda-graph-bs",
    hasRequestPerRank: !1
  },
  vllm: {
    workers: { agg: "VllmDecodeWorker", prefill: "VllmPrefillWorker", decode: "VllmDecodeWorker" },
    formerWorkers: void 0,
    keepsRoleFlags: !1,
    hasOldRoleFlags: !0,
    writesContextLength: !0,
    kvRoles: { prefill: "kv_both", decode: void 0 }
  }
}, BACKENDS_1_1 = {
  ...BACKENDS_1_0,
  trtllm: { ...BACKENDS_1_0.trtllm, hasEngineFlags: !0 }
}, BACKENDS_1_2 = {
  ...BACKENDS_1_1,
  trtllm: {
    ...BACKENDS_1_1.trtllm,
    workers: { ...BACKENDS_1_1.trtllm.workers, prefill: "prefill", decode: "decode" }
  }
}, BACKENDS_1_3 = {
  ...BACKENDS_1_2,
  trtllm: { ...BACKENDS_1_2.trtllm, eventsFlag: "--publish-kv-events" }
}, BACKENDS_1_4 = {
  ...BACKENDS_1_3,
  vllm: { ...BACKENDS_1_3.vllm, keepsRoleFlags: !0, hasOldRoleFlags: !1 }
}, BACKENDS_1_5 = {
  ...BACKENDS_1_4,
  sglang: { ...BACKENDS_1_4.sglang, hasRequestPerRank: !0 },
  vllm: { ...BACKENDS_1_4.vllm, writesContextLength: !1 }
}, BACKENDS_1_6 = {
  ...BACKENDS_1_5,
  sglang: { ...BACKENDS_1_5.sglang, graphBatchesFlag: "--cuda-graph-bs-decode" },
  vllm: {
    ...BACKENDS_1_5.vllm,
    workers: { agg: "worker", prefill: "prefill", decode: "decode" },
    formerWorkers: BACKENDS_1_5.vllm.workers,
    kvRoles: { prefill: "kv_producer", decode: "kv_consumer" }
  }
};

// src/releases/router.ts
var ROUTER_1_0 = {
  eventPlane: "nats",
  routerModes: ["round-robin", "random", "kv", "direct"],
  routerVariables: [
    "DYN_ROUTER_ASSUME_KV_REUSE",
    "DYN_ROUTER_BLOCK_SIZE",
    "DYN_ROUTER_DURABLE_KV_EVENTS",
    "DYN_ROUTER_ENDPOINT",
    "DYN_ROUTER_EVENT_THREADS",
    "DYN_ROUTER_KV_OVERLAP_SCORE_WEIGHT",
    "DYN_ROUTER_MAX_TREE_SIZE",
    "DYN_ROUTER_MODE",
    "DYN_ROUTER_PRUNE_TARGET_RATIO",
    "DYN_ROUTER_QUEUE_THRESHOLD",
    "DYN_ROUTER_REPLICA_SYNC",
    "DYN_ROUTER_RESET_STATES",
    "DYN_ROUTER_SNAPSHOT_THRESHOLD",
    "DYN_ROUTER_TEMPERATURE",
    "DYN_ROUTER_TRACK_ACTIVE_BLOCKS",
    "DYN_ROUTER_TRACK_OUTPUT_BLOCKS",
    "DYN_ROUTER_TTL_SECS",
    "DYN_ROUTER_USE_KV_EVENTS"
  ]
}, ROUTER_1_1 = {
  ...ROUTER_1_0,
  routerModes: [...ROUTER_1_0.routerModes, "power-of-two", "least-loaded", "device-aware-weighted"],
  routerVariables: [
    ...ROUTER_1_0.routerVariables,
    "DYN_ROUTER_MIN_INITIAL_WORKERS",
    "DYN_ROUTER_PREFILL_LOAD_MODEL",
    "DYN_ROUTER_QUEUE_POLICY",
    "DYN_ROUTER_TRACK_PREFILL_TOKENS"
  ]
}, ROUTER_1_2 = {
  ...ROUTER_1_1,
  routerVariables: [
    ...without(ROUTER_1_1.routerVariables, "DYN_ROUTER_MAX_TREE_SIZE", "DYN_ROUTER_PRUNE_TARGET_RATIO"),
    "DYN_ROUTER_KV_OVERLAP_SCORE_CREDIT",
    "DYN_ROUTER_LOAD_AWARE",
    "DYN_ROUTER_PREFILL_LOAD_SCALE"
  ]
}, ROUTER_1_3 = {
  ...ROUTER_1_2,
  eventPlane: "zmq",
  routerVariables: [
    ...ROUTER_1_2.routerVariables,
    "DYN_ROUTER_DISK_CACHE_HIT_WEIGHT",
    "DYN_ROUTER_HOST_CACHE_HIT_WEIGHT",
    "DYN_ROUTER_KV_OVERLAP_SCORE_CREDIT_DECAY",
    "DYN_ROUTER_POLICY_CONFIG",
    "DYN_ROUTER_PREDICTED_TTL_SECS",
    "DYN_ROUTER_SESSION_AFFINITY_TTL_SECS"
  ]
}, ROUTER_1_4 = {
  ...ROUTER_1_3,
  routerVariables: [
    ...without(
      ROUTER_1_3.routerVariables,
      "DYN_ROUTER_DURABLE_KV_EVENTS",
      "DYN_ROUTER_RESET_STATES",
      "DYN_ROUTER_SNAPSHOT_THRESHOLD"
    ),
    "DYN_ROUTER_DECODE_ACTIVE_REQUEST_WEIGHT",
    "DYN_ROUTER_TRACKING_HASH",
    "DYN_ROUTER_TRACKING_KEY_FILE",
    "DYN_ROUTER_TRACKING_KEY_ID"
  ]
}, ROUTER_1_5 = {
  ...ROUTER_1_4,
  routerVariables: [
    ...ROUTER_1_4.routerVariables,
    "DYN_ROUTER_APPROXIMATE_CACHE_POLICY",
    "DYN_ROUTER_CONDITIONAL_DISAGG",
    "DYN_ROUTER_CONDITIONAL_DISAGG_CONFIG",
    "DYN_ROUTER_DECODE_POLICY",
    "DYN_ROUTER_PREFILL_POLICY",
    "DYN_ROUTER_SESSION_AFFINITY_MODE"
  ]
};
function without(names, ...gone) {
  return names.filter((name) => !gone.includes(name));
}

// src/releases/rows.ts
var REGISTRY = "nvcr.io/nvidia/ai-dynamo", R1_0 = {
  ...ROUTER_1_0,
  release: { major: 1, minor: 0 },
  engine: "0.10",
  ownEngine: "aiconfigurator before 0.8",
  hasTwinEngine: !1,
  recordedProfiler: "1.3",
  graphVersion: "v1alpha1",
  overrideMerge: "profiler",
  hasArgsPatch: !1,
  unknownService: "warning",
  writesFrontendCommand: !1,
  refusesCustomCode: !1,
  backends: BACKENDS_1_0,
  skus: ["gb200_sxm", "b200_sxm", "h200_sxm", "h100_sxm", "a100_sxm", "l40s"],
  requestFields: [],
  defaultImage: `${REGISTRY}/dynamo-frontend`,
  plannerImage: void 0,
  planner: {
    renames: {
      ttft_ms: "ttft",
      itl_ms: "itl",
      throughput_adjustment_interval_seconds: "throughput_adjustment_interval",
      load_adjustment_interval_seconds: "load_adjustment_interval",
      advisory: "no_operation"
    },
    drops: [],
    adds: {},
    hasLoadTarget: !1,
    wantsModelName: !1,
    namesDataVersion: !1,
    perfModel: "aic_perf_model",
    needsProfiles: !0
  },
  mocker: {
    prefix: void 0,
    hasBackend: !1,
    backendVersion: void 0,
    omitsUnitExperts: !1,
    isTimedAlone: !1
  }
}, R1_1 = {
  ...R1_0,
  ...ROUTER_1_1,
  release: { major: 1, minor: 1 },
  ownEngine: "aiconfigurator 0.8",
  skus: [...R1_0.skus, "h100_pcie", "a100_pcie", "l40", "l4", "v100_sxm", "v100_pcie", "t4", "mi200", "mi300"],
  requestFields: ["spec.hardware.interconnect", "spec.hardware.rdma", "spec.sla.optimizationType"],
  defaultImage: `${REGISTRY}/dynamo-planner`,
  plannerImage: "dynamo-planner",
  backends: BACKENDS_1_1,
  mocker: { ...R1_0.mocker, prefix: "--aic" }
}, R1_2 = {
  ...R1_1,
  ...ROUTER_1_2,
  release: { major: 1, minor: 2 },
  ownEngine: "aiconfigurator 0.9",
  skus: [...R1_1.skus, "a30"],
  backends: BACKENDS_1_2,
  planner: { ...R1_1.planner, renames: {}, needsProfiles: !1 },
  mocker: { ...R1_1.mocker, hasBackend: !0 }
}, R1_3 = {
  ...R1_2,
  ...ROUTER_1_3,
  release: { major: 1, minor: 3 },
  backends: BACKENDS_1_3,
  skus: [...R1_2.skus, "gb10"],
  planner: { ...R1_2.planner, hasLoadTarget: !0 }
}, R1_4 = {
  ...R1_3,
  ...ROUTER_1_4,
  release: { major: 1, minor: 4 },
  engine: "0.11",
  ownEngine: "aiconfigurator 0.11.0",
  recordedProfiler: void 0,
  graphVersion: "v1beta1",
  overrideMerge: "operator",
  refusesCustomCode: !0,
  requestFields: [...R1_3.requestFields, "spec.runtimeVersionOverride"],
  backends: BACKENDS_1_4,
  planner: { ...R1_3.planner, namesDataVersion: !0 }
}, R1_5 = {
  ...R1_4,
  ...ROUTER_1_5,
  release: { major: 1, minor: 5 },
  engine: "0.12",
  ownEngine: "aisimulate 0.12.0",
  hasTwinEngine: !0,
  recordedProfiler: "1.5",
  hasArgsPatch: !0,
  writesFrontendCommand: !0,
  requestFields: [...R1_4.requestFields, "spec.features.kvRouter.enabled"],
  backends: BACKENDS_1_5,
  planner: {
    ...R1_4.planner,
    adds: {
      prefill_min_endpoint: null,
      decode_min_endpoint: null,
      control_api_port: 9086,
      enable_power_awareness: !1,
      total_gpu_power_limit: null
    }
  },
  mocker: { ...R1_4.mocker, backendVersion: "current", isTimedAlone: !0 }
}, R1_6 = {
  ...R1_5,
  release: { major: 1, minor: 6 },
  engine: "0.13",
  ownEngine: "aisimulate 0.13.0",
  hasTwinEngine: !1,
  recordedProfiler: "1.6",
  unknownService: "error",
  backends: BACKENDS_1_6,
  skus: [...R1_5.skus, "gb200", "vr_nvl72", "b300_sxm"],
  requestFields: [...R1_5.requestFields, "spec.overrides.trustRemoteCode"],
  planner: {
    ...R1_5.planner,
    drops: ["aic_perf_model"],
    adds: { ...R1_5.planner.adds, max_throughput_scaling_replicas: 8, ais_perf_model: null },
    wantsModelName: !0,
    perfModel: "ais_perf_model"
  },
  mocker: { ...R1_5.mocker, prefix: "--ais", backendVersion: "measured", omitsUnitExperts: !0 }
}, RELEASES = [R1_0, R1_1, R1_2, R1_3, R1_4, R1_5, R1_6];

// src/releases/facts.ts
var ENGINE_NAMES = ["0.10", "0.11", "0.12", "0.13"], GRAPH_VERSIONS = ["v1alpha1", "v1beta1"];

// src/releases.ts
function v1(minor) {
  return { major: 1, minor };
}
function releaseFacts(target) {
  return RELEASES.findLast(({ release }) => !isBefore(target, release)) ?? RELEASES[0];
}
function newestRelease() {
  return (RELEASES.at(-1) ?? RELEASES[0]).release;
}
function firstRelease(has) {
  return RELEASES.find(has)?.release;
}
function isBefore(a, b) {
  return a.major < b.major || a.major === b.major && a.minor < b.minor;
}
function printRelease({ major, minor }) {
  return `${major}.${minor}`;
}

// src/request/mends.ts
var COMPATS = ["ours", "reference"], OURS = everyMend(!0), REFERENCE = everyMend(!1), MENDED_SINCE_1_5 = {
  ...REFERENCE,
  mergesOverrideOnce: !0,
  keepsGeneratedEntries: !0,
  foldsEngineSettings: !0,
  coercesOverrides: !0,
  dropsStrayMembers: !0,
  refusesBrokenOverrides: !0,
  stripsModelMount: !0,
  benchmarksByRole: !0,
  forwardsLengths: !0
}, RECORDED_REFERENCES = {
  "1.3": { release: v1(3), engine: "0.10", mends: REFERENCE },
  "1.5": { release: v1(5), engine: "0.12", mends: MENDED_SINCE_1_5 },
  "1.6": { release: v1(6), engine: "0.12", mends: MENDED_SINCE_1_5 }
};
function mendsOf(compat = "ours", profiler = "1.3") {
  return compat === "ours" ? OURS : RECORDED_REFERENCES[profiler].mends;
}
function mendsInput(mends) {
  let names = Object.entries(mends).flatMap(([name, isOn]) => isOn ? [name] : []);
  if (names.length !== Object.keys(OURS).length)
    return names.length === 0 ? "reference" : names;
}
function everyMend(isOn) {
  return {
    writesRoleFlags: isOn,
    mergesOverrideOnce: isOn,
    keepsGeneratedEntries: isOn,
    foldsEngineSettings: isOn,
    requestsLimitedGpus: isOn,
    coercesOverrides: isOn,
    dropsStrayMembers: isOn,
    refusesBrokenOverrides: isOn,
    checksAdmission: isOn,
    warnsAboutRefusedFlags: isOn,
    warnsAboutLostRoles: isOn,
    warnsAboutRouterSettings: isOn,
    warnsAboutVariables: isOn,
    writesForTarget: isOn,
    translatesSkus: isOn,
    usesNodeSize: isOn,
    stripsModelMount: isOn,
    clampsContext: isOn,
    namesPickedBackend: isOn,
    namesDataVersion: isOn,
    plansFromSizing: isOn,
    benchmarksByRole: isOn,
    countsExpertGpus: isOn,
    dropsImageDigests: isOn,
    leavesOutContextParallel: isOn,
    meetsTargetsFirst: isOn,
    choosesByServedLoad: isOn,
    capsEveryRow: isOn,
    reportsMergedLatencies: isOn,
    boundsPlannerPairs: isOn,
    knowsCatalogue: isOn,
    sizesForRequest: isOn,
    forwardsLengths: isOn,
    leavesFrontendCommand: isOn,
    keepsContextLength: isOn,
    limitsToVram: isOn,
    carriesMetadata: isOn
  };
}

// src/request/inputs.ts
var FIRST = { engine: "0.10", data: "0.10" };
function profileInputs(request, by) {
  let { model, backend: backend2, hardware, workload, pickingMode } = request, sla = { ...request.sla, assumed: void 0 }, features = request.features.mocker ? { mocker: !0 } : void 0, compat = mendsInput(request.mends), engine = by.engine === FIRST.engine ? void 0 : by.engine, data = by.data === FIRST.data ? void 0 : by.data, support = request.support === "recorded" ? void 0 : request.support;
  return JSON.parse(JSON.stringify({ model, backend: backend2, hardware, workload, sla, pickingMode, support, features, compat, engine, data }));
}
function digestOf(value) {
  return `sha256:${createHash("sha256").update(JSON.stringify(sorted(value))).digest("hex")}`;
}
function sorted(value) {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isObject(value)) return value;
  let keys = Object.keys(value).sort();
  return Object.fromEntries(keys.map((key) => [key, sorted(value[key])]));
}

// src/words.ts
var SHOWN_LENGTH = 60, UNPRINTABLE = /[\p{C}\u2028\u2029]/gu;
function show(value) {
  return Array.isArray(value) ? "a list" : isObject(value) ? "a mapping" : typeof value != "string" ? String(value) : quote(value.length > SHOWN_LENGTH ? `${value.slice(0, SHOWN_LENGTH)}...` : value);
}
function quote(text) {
  return escapeUnprintable(JSON.stringify(text));
}
function escapeUnprintable(json) {
  return json.replace(UNPRINTABLE, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
}
function isPrintable(text) {
  return escapeUnprintable(text) === text;
}

// src/request/sla.ts
var DEFAULT_TTFT_MS = 2e3, DEFAULT_ITL_MS = 30, TARGETS = ["ttft", "itl", "e2eLatency"];
function toSla(spec, report) {
  let sla = spec.sla ?? {};
  for (let name of TARGETS) checkPositive(name, sla[name], report);
  let { ttft = DEFAULT_TTFT_MS, itl = DEFAULT_ITL_MS, e2eLatency } = sla, isTouched = sla.ttft !== void 0 || sla.itl !== void 0, isPairGone = ttft === null && itl === null;
  if (e2eLatency != null)
    return isTouched && !isPairGone && reportConflict(sla, report), { kind: "e2e", e2eLatencyMs: e2eLatency };
  (ttft === null || itl === null) && reportIncomplete(isPairGone, report);
  let pair = { kind: "pair", ttftMs: ttft ?? DEFAULT_TTFT_MS, itlMs: itl ?? DEFAULT_ITL_MS }, assumed = ["ttft", "itl"].find((name) => isTouched && sla[name] === void 0);
  return { ...pair, isExplicit: isTouched, ...assumed && { assumed } };
}
function checkPositive(name, valueMs, report) {
  valueMs == null || valueMs > 0 || report.broken("SLA_INVALID", {
    path: `spec.sla.${name}`,
    message: `${name} is ${valueMs} ms, wanted more than 0`,
    hint: `set ${name} to a positive number of milliseconds, or delete it`
  });
}
function reportConflict(sla, report) {
  let said = ["ttft", "itl"].filter((name) => sla[name] !== void 0), values = said.map((name) => `${name} ${show(sla[name])}`).join(" and ");
  report.fail("SLA_CONFLICT", {
    path: "spec.sla.e2eLatency",
    message: `e2eLatency is given beside ${values}, wanted either the pair or e2eLatency`,
    hint: `delete spec.sla.e2eLatency, or delete ${said.map((name) => `spec.sla.${name}`).join(" and ")}`
  });
}
function reportIncomplete(isPairGone, report) {
  report.fail("SLA_INCOMPLETE", {
    path: "spec.sla",
    message: isPairGone ? "ttft and itl are null and e2eLatency is missing, so there is no target left" : "one of ttft and itl is null, wanted both or neither",
    hint: `delete the null to get the default (ttft ${DEFAULT_TTFT_MS}, itl ${DEFAULT_ITL_MS}), or set e2eLatency and both to null`
  });
}
function limitsOf(sla) {
  if (sla.kind === "e2e") {
    let whole = { latency: "requestMs", limitMs: sla.e2eLatencyMs, field: "e2eLatency" };
    return { all: [whole], firstToken: whole, judged: whole, isExplicit: !0, said: [whole] };
  }
  let firstToken = { latency: "ttftMs", limitMs: sla.ttftMs, field: "ttft" }, judged = { latency: "tpotMs", limitMs: sla.itlMs, field: "itl" }, all = [firstToken, judged], { isExplicit, assumed } = sla;
  return { all, firstToken, judged, isExplicit, said: all.filter(({ field }) => isExplicit && field !== assumed) };
}

// src/models/architectures.ts
var TEXT = { textConfig: "text_config" }, QK_NORM = { hasQkNorm: !0 }, NEXTN = { nextn: 1 }, ARCHITECTURES = {
  LlamaForCausalLM: { family: "LLAMA" },
  Qwen2ForCausalLM: { family: "LLAMA" },
  Qwen3ForCausalLM: { family: "LLAMA", ...QK_NORM },
  MiMoForCausalLM: { family: "LLAMA" },
  MixtralForCausalLM: { family: "MOE" },
  GptOssForCausalLM: { family: "MOE", windowSize: 128 },
  Qwen2MoeForCausalLM: { family: "MOE" },
  Qwen3MoeForCausalLM: { family: "MOE", ...QK_NORM },
  MiniMaxM2ForCausalLM: { family: "MOE", ...QK_NORM },
  DeepSeekForCausalLM: { family: "DEEPSEEK", ...NEXTN },
  DeepseekV3ForCausalLM: { family: "DEEPSEEK", ...NEXTN },
  KimiK25ForConditionalGeneration: { family: "KIMIK25", ...TEXT, ...NEXTN },
  DeepseekV32ForCausalLM: { family: "DEEPSEEKV32", ...NEXTN },
  GlmMoeDsaForCausalLM: { family: "DEEPSEEKV32", ...NEXTN },
  DeepseekV4ForCausalLM: { family: "DEEPSEEKV4", ...NEXTN },
  NemotronForCausalLM: { family: "NEMOTRONNAS" },
  DeciLMForCausalLM: { family: "NEMOTRONNAS" },
  NemotronHForCausalLM: { family: "NEMOTRONH" },
  MiMoV2FlashForCausalLM: { family: "HYBRIDMOE" },
  Step3p5ForCausalLM: { family: "STEP3P7", ...QK_NORM },
  Step3p5FlashForCausalLM: { family: "STEP3P7", ...QK_NORM },
  Step3p7FlashForCausalLM: { family: "STEP3P7", ...TEXT, ...QK_NORM },
  Step3p7ForConditionalGeneration: { family: "STEP3P7", ...TEXT, ...QK_NORM },
  Llama4ForConditionalGeneration: { family: "HYBRIDMOE", ...TEXT },
  Qwen3_5ForConditionalGeneration: { family: "QWEN35", ...TEXT, ...NEXTN },
  Qwen3_5MoeForConditionalGeneration: { family: "QWEN35", ...TEXT, ...NEXTN },
  Qwen3VLForConditionalGeneration: { family: "QWEN3VL", ...TEXT },
  Qwen3VLMoeForConditionalGeneration: { family: "QWEN3VL_MOE", ...TEXT },
  Gemma4ForConditionalGeneration: { family: "GEMMA4MIX", ...TEXT },
  MiniMaxM3ForCausalLM: { family: "MINIMAXM3" },
  MiniMaxM3SparseForConditionalGeneration: { family: "MINIMAXM3", ...TEXT }
};
function architectureRow(name) {
  return ARCHITECTURES[name];
}

// src/models/checkpoint-quant.ts
function isDynamic({ config }) {
  let scheme = typeof config.activation_scheme == "string" ? config.activation_scheme.toLowerCase() : "";
  return scheme === "dynamic" ? !0 : scheme === "static" ? !1 : groups(config).some(
    (group) => [group.input_activations, group.weights].some((part) => isObject(part) && !!part.dynamic)
  );
}
var KEPT_KEYS = {
  config: ["modules_to_not_convert", "exclude_modules", "ignore"],
  hf: ["exclude_modules", "ignore"]
};
function unquantisedModules({ config, hf }) {
  return [...KEPT_KEYS.config.map((key) => config[key]), ...KEPT_KEYS.hf.map((key) => hf[key])].flatMap((list) => Array.isArray(list) ? list.map(String) : []);
}
var COMPRESSED = {
  "4 int": "int4_wo",
  "8 int": "int8_wo",
  "8 float": "fp8",
  "4 float": "nvfp4"
}, ATTENTION_WORDS = ["self_attn", "q_proj", "k_proj", "v_proj", "o_proj"];
function compressedTensors({ config }) {
  let format = groups(config).map(compressedFormat).find((found) => found !== void 0);
  if (format === void 0) return {};
  let patterns = (Array.isArray(config.ignore) ? config.ignore : []).map((pattern) => String(pattern).toLowerCase()), keepsAttention = patterns.some((pattern) => ATTENTION_WORDS.some((word) => pattern.includes(word))), keepsExperts = patterns.some((pattern) => pattern.includes("expert") && !pattern.includes("shared_expert"));
  return { ...keepsAttention ? {} : { gemm: format }, ...keepsExperts ? {} : { moe: format } };
}
function compressedFormat({ weights }) {
  if (!isObject(weights)) return;
  let type = String(weights.type ?? "").toLowerCase(), known3 = Object.entries(COMPRESSED).find(([name]) => {
    let [bits, kind] = name.split(" ");
    return weights.num_bits === Number(bits) && type.includes(kind);
  }), isBlocked = weights.strategy === "block" || Array.isArray(weights.block_structure);
  return known3?.[1] === "fp8" && isBlocked ? "fp8_block" : known3?.[1];
}
var PACKED = { 4: "int4_wo", 8: "int8_wo" }, BITS_BY_FLAG = { load_in_4bit: 4, load_in_8bit: 8 };
function packedIntegers({ config }) {
  let flags = Object.entries(BITS_BY_FLAG).find(([flag]) => config[flag] === !0 || config[`_${flag}`] === !0), mode = PACKED[Number(config.bits ?? config.w_bit ?? flags?.[1])];
  return mode && { gemm: mode, moe: mode };
}
var LAYER_ALGORITHMS = { e4m3: "fp8", e5m2: "fp8", fp4: "nvfp4" };
function mixedPrecision(source) {
  let experts2 = /* @__PURE__ */ new Set(), others = /* @__PURE__ */ new Set();
  for (let [target, algorithm] of layerAlgorithms(source))
    algorithm !== void 0 && (isRoutedExpert(target) ? experts2 : others).add(algorithm);
  let moe2 = ["nvfp4", "fp8"].find((name) => experts2.has(name)), dense = ["fp8", "nvfp4"].find((name) => others.has(name)), gemm3 = dense === "fp8" && !isDynamic(source) ? "fp8_static" : dense;
  return { ...gemm3 === void 0 ? {} : { gemm: gemm3 }, ...moe2 === void 0 ? {} : { moe: moe2 } };
}
function isRoutedExpert(target) {
  let name = target.toLowerCase();
  return !name.includes("shared_expert") && (name.includes(".experts.") || name.includes("routing_expert"));
}
function layerAlgorithms({ config, hf }) {
  let named2 = [hf.quantized_layers, config.quantized_layers].filter(isObject).flatMap((layers) => Object.entries(layers)), grouped = groups(config).flatMap((group) => {
    let algorithm = groupAlgorithm(group);
    return (Array.isArray(group.targets) ? group.targets : []).map((target) => [String(target), algorithm]);
  });
  return [...named2.map(([target, layer]) => [target, layerAlgorithm(layer)]), ...grouped];
}
function layerAlgorithm(layer) {
  let value = isObject(layer) ? layer.quant_algo || layer.quantization_algo || layer.quant_method : layer, name = String(value ?? "").trim().toLowerCase();
  return name === "" ? void 0 : Object.hasOwn(LAYER_ALGORITHMS, name) ? LAYER_ALGORITHMS[name] : name;
}
function groupAlgorithm({ weights }) {
  if (!isObject(weights)) return;
  let named2 = layerAlgorithm(weights);
  if (named2 !== void 0) return named2;
  if (String(weights.type ?? "").toLowerCase().includes("float"))
    return { 8: "fp8", 4: "nvfp4" }[Number(weights.num_bits)];
}
function groups(config) {
  return isObject(config.config_groups) ? Object.values(config.config_groups).filter(isObject) : [];
}

// src/models/fact-reader.ts
function factReader(id, { text, root: root2 }) {
  let size = (key) => positiveInteger(id, key, text[key]);
  return {
    need: size,
    first: (...keys) => {
      let key = keys.find((name) => typeof text[name] == "number" && text[name] !== 0);
      return key === void 0 ? 0 : size(key);
    },
    orElse: (fallback, ...keys) => {
      let key = keys.find((name) => typeof text[name] == "number");
      return key === void 0 ? fallback : text[key] === 0 ? 0 : size(key);
    },
    value: (key) => text[key],
    ofRoot: (key) => root2[key] ? positiveInteger(id, key, root2[key]) : 0,
    refusal: (key, wanted) => refusal(id, { key, value: text[key], wanted })
  };
}
function positiveInteger(id, key, value) {
  if (typeof value == "number" && Number.isSafeInteger(value) && value > 0) return value;
  throw refusal(id, { key, value, wanted: "a positive integer" });
}
function refusal(id, { key, value, wanted }) {
  return new RenderError("MODEL_INVALID", {
    message: `the configuration of ${id} has ${key} ${show(value ?? null)}, wanted ${wanted}`,
    path: "spec.model"
  });
}

// src/operations/quant-modes.ts
var GEMM_QUANT = {
  bfloat16: { bytes: 2, compute: 1, type: "bfloat16" },
  int8_wo: { bytes: 1, compute: 1, type: "bfloat16" },
  int4_wo: { bytes: 0.5, compute: 1, type: "bfloat16" },
  fp8: { bytes: 1, compute: 2, type: "fp8" },
  fp8_static: { bytes: 1, compute: 2, type: "fp8" },
  sq: { bytes: 1, compute: 2, type: "int8" },
  fp8_block: { bytes: 1, compute: 2, type: "fp8" },
  fp8_ootb: { bytes: 1, compute: 2, type: "fp8" },
  nvfp4: { bytes: 0.5625, compute: 4, type: "fp4" },
  nvfp4_wo: { bytes: 0.5625, compute: 1, type: "bfloat16" },
  w4a16_nvfp4: { bytes: 0.5625, compute: 1, type: "bfloat16" }
}, MOE_QUANT = {
  bfloat16: { bytes: 2, compute: 1, type: "bfloat16" },
  int8_wo: { bytes: 1, compute: 1, type: "bfloat16" },
  fp8: { bytes: 1, compute: 2, type: "fp8" },
  int4_wo: { bytes: 0.5, compute: 1, type: "bfloat16" },
  fp8_block: { bytes: 1, compute: 2, type: "fp8" },
  w4afp8: { bytes: 0.5, compute: 2, type: "fp8" },
  nvfp4: { bytes: 9 / 16, compute: 4, type: "fp4" },
  w4a16_mxfp4: { bytes: 0.5, compute: 1, type: "bfloat16" },
  w4a8_mxfp4_mxfp8: { bytes: 0.5, compute: 2, type: "fp8" },
  w4a8_mxfp4_mxfp8_trtllm: { bytes: 0.5, compute: 2, type: "fp8" },
  w4a16_mxfp4_cutlass: { bytes: 0.5, compute: 1, type: "bfloat16" },
  nvfp4_wo: { bytes: 9 / 16, compute: 1, type: "bfloat16" },
  w4a16_nvfp4: { bytes: 9 / 16, compute: 1, type: "bfloat16" }
}, FMHA_QUANT = {
  bfloat16: { bytes: 2, compute: 1, type: "bfloat16" },
  fp8: { bytes: 1, compute: 2, type: "fp8" },
  fp8_block: { bytes: 1, compute: 2, type: "fp8" }
}, KV_CACHE_QUANT = {
  bfloat16: { bytes: 2, compute: 1, type: "bfloat16" },
  int8: { bytes: 1, compute: 1, type: "bfloat16" },
  fp8: { bytes: 1, compute: 2, type: "fp8" }
};

// src/models/parts/token-ops.ts
function tokenSplit({ phase, layout }) {
  return phase === "context" ? layout.cp : 1;
}
var named = ({ phase }, name) => `${phase}_${name}`;
function embedding(plan, rows) {
  let columns = plan.architecture.hiddenSize;
  return { kind: "embedding", name: named(plan, "embedding"), count: plan.once, tokenSplit: tokenSplit(plan), rows, columns };
}
function elementWise(plan, name, inputs, outputs) {
  let count = plan.perLayer;
  return { kind: "elementWise", name: named(plan, name), count, tokenSplit: tokenSplit(plan), inputs, outputs };
}
function addNorm(plan, index) {
  let width = 2 * plan.architecture.hiddenSize;
  return elementWise(plan, `add_norm_${index}`, width, width);
}
function gemm(plan, name, n, k, options = {}) {
  return {
    kind: "gemm",
    name: named(plan, name),
    count: plan.perLayer,
    tokenSplit: tokenSplit(plan),
    n,
    k,
    quant: plan.quant.gemm,
    rows: "tokens",
    hasLowPrecisionInput: !1,
    ...options
  };
}
function logits(plan) {
  let { vocabSize, hiddenSize } = plan.architecture, n = Math.floor(vocabSize / plan.layout.tp);
  return gemm(plan, "logits_gemm", n, hiddenSize, { count: plan.once, quant: "bfloat16", rows: "sequences" });
}
function allReduce(plan, name, count) {
  let { hiddenSize: elements } = plan.architecture, gpus = plan.layout.tp;
  return { kind: "customAllReduce", name: named(plan, name), count, tokenSplit: tokenSplit(plan), elements, gpus };
}
function pointToPoint(plan) {
  let { pp: stages } = plan.layout, { hiddenSize: elements } = plan.architecture, count = (stages - 1) * plan.once;
  return { kind: "pointToPoint", name: named(plan, "p2p"), count, tokenSplit: tokenSplit(plan), elements, stages };
}
var tokenOps = { embedding, elementWise, addNorm, gemm, logits, allReduce, pointToPoint };

// src/models/parts/grouped-attention.ts
function kvHeadsPerGpu({ architecture, layout }) {
  return Math.ceil(architecture.kvHeads / layout.tp);
}
function attention(plan, options = {}) {
  let { architecture, layout, quant, phase } = plan, common3 = {
    name: `${phase}_attention`,
    count: plan.perLayer,
    mixes: "attention",
    heads: Math.floor(architecture.heads / layout.tp),
    kvHeads: kvHeadsPerGpu(plan),
    headSize: architecture.headSize,
    windowSize: 0,
    kvCache: quant.kvCache,
    ...options
  }, { usesQkNorm } = architecture;
  return phase === "generation" ? { kind: "generationAttention", ...common3, ...usesQkNorm && { usesQkNorm } } : { kind: "contextAttention", ...common3, fmha: quant.fmha, usesQkNorm, cp: layout.cp };
}
function attentionWidth({ architecture, layout }) {
  return Math.floor(architecture.heads * architecture.headSize / layout.tp);
}
function qkvProjection(plan) {
  let { headSize, hiddenSize } = plan.architecture;
  return tokenOps.gemm(plan, "qkv_gemm", attentionWidth(plan) + headSize * kvHeadsPerGpu(plan) * 2, hiddenSize);
}
function outputProjection(plan) {
  return tokenOps.gemm(plan, "proj_gemm", plan.architecture.hiddenSize, attentionWidth(plan), {
    hasLowPrecisionInput: !0
  });
}
var COLLECTIVE_BYTES = 2;
function contextParallelGather(plan, kvBytesPerToken) {
  let count = plan.architecture.layers;
  return layerGather(plan, { name: "cp_all_gather", count, kvBytes: kvBytesPerToken / count });
}
function layerGather(plan, { name, count, kvBytes: kvBytes2 }) {
  let { phase, layout } = plan;
  if (phase === "generation" || layout.cp === 1) return [];
  let elements = kvBytes2 / COLLECTIVE_BYTES;
  return [{ kind: "collective", name: `${phase}_${name}`, count, collective: "all_gather", elements, gpus: layout.cp }];
}
function groupedKvBytes(plan, tokens) {
  let { headSize, layers } = plan.architecture;
  return tokens * KV_CACHE_QUANT[plan.quant.kvCache].bytes * (kvHeadsPerGpu(plan) * headSize * layers * 2);
}
function windowedKvBytes(plan, tokens) {
  let { headSize, layers, windowSize } = plan.architecture;
  if (windowSize === 0 || !plan.revision.capsWindowedCache) return groupedKvBytes(plan, tokens);
  let windowed = Math.floor(layers / 2), kept = windowed * Math.min(tokens, windowSize) + (layers - windowed) * tokens;
  return 2 * kvHeadsPerGpu(plan) * headSize * KV_CACHE_QUANT[plan.quant.kvCache].bytes * kept;
}

// src/models/module-groups.ts
var PROJECTIONS = {
  query: ["q_a_proj", "q_b_proj", "q_proj"],
  keyValue: ["kv_a_proj", "kv_b_proj", "kv_proj", "k_proj", "v_proj"],
  output: ["o_proj"],
  indexer: ["indexer"]
}, ALL_PROJECTIONS = Object.keys(PROJECTIONS), ATTENTION = "self_attn", SHARED_EXPERTS = "shared_expert", known = /* @__PURE__ */ new WeakMap();
function moduleGroups(patterns) {
  let groups2 = known.get(patterns) ?? namedGroups(patterns);
  return known.set(patterns, groups2), groups2;
}
function namedGroups(patterns) {
  let found = new Set(patterns.flatMap(namedProjections));
  return patterns.some((pattern) => pattern.toLowerCase().includes(SHARED_EXPERTS)) && found.add("sharedExperts"), [...found].sort();
}
function namedProjections(pattern) {
  let named2 = ALL_PROJECTIONS.filter((group) => PROJECTIONS[group].some((word) => pattern.includes(word)));
  return named2.length === 0 && pattern.includes(ATTENTION) ? ALL_PROJECTIONS : named2;
}

// src/models/parts/latent-plan.ts
var V3 = { heads: 128, queryRank: 1536, kvRank: 512, ropeSize: 64, keyWidth: 128, valueWidth: 128 };
function latentFacts({ first }) {
  return {
    kvRank: first("kv_lora_rank") || V3.kvRank,
    ropeSize: first("qk_rope_head_dim") || V3.ropeSize,
    valueHeadSize: first("v_head_dim")
  };
}
function latentModes({ architecture, quant, revision }) {
  let kept = revision.readsUnquantised ? moduleGroups(architecture.unquantised) : [], modeOf = (...groups2) => groups2.every((group) => kept.includes(group)) ? "bfloat16" : quant.gemm, keyValue = modeOf("keyValue");
  return {
    downscale: modeOf("query", "keyValue"),
    query: modeOf("query"),
    keyValue,
    output: modeOf("output"),
    latent: keyValue === "bfloat16" ? "bfloat16" : "fp8",
    sharedExperts: modeOf("sharedExperts")
  };
}
function kernelHeads({ layout }) {
  return Math.floor(V3.heads / layout.tp);
}
function latentKvBytes({ kvRank, ropeSize }, { architecture, quant }, tokens) {
  return tokens * KV_CACHE_QUANT[quant.kvCache].bytes * (architecture.layers * (kvRank + ropeSize));
}

// src/models/parts/latent-attention.ts
var IN_BLOCK = { mixes: "everything" };
function latentAttention(latent) {
  let { plan } = latent, { query, keyValue, output } = latentModes(plan), isEven = query === keyValue && keyValue === output, partsOf2 = plan.phase === "context" ? contextParts : generationParts;
  return isEven ? [{
    kind: "fallback",
    name: `${plan.phase}_mla_block`,
    count: 1,
    ...IN_BLOCK,
    primary: wholeBlock(plan, query),
    parts: partsOf2(latent, IN_BLOCK.mixes)
  }] : partsOf2(latent, "attention");
}
function wholeBlock(plan, gemm3) {
  let { architecture, layout, phase, perLayer, quant, revision } = plan, isContext = phase === "context";
  return {
    kind: isContext ? "contextMlaModule" : "generationMlaModule",
    name: `${phase}_mla_module`,
    count: isContext ? perLayer / layout.cp : perLayer,
    ...IN_BLOCK,
    heads: Math.floor(revision.latent.heads(architecture) / layout.tp),
    fmha: quant.fmha,
    kvCache: quant.kvCache,
    gemm: gemm3,
    nativeHeads: architecture.heads
  };
}
function projections(plan) {
  let { architecture, layout, revision } = plan, { downscale, query } = latentModes(plan), queryUp = Math.floor(revision.latent.heads(architecture) * (V3.keyWidth + V3.ropeSize) / layout.tp);
  return [
    downscaled(plan, V3.queryRank + V3.kvRank + V3.ropeSize, downscale),
    tokenOps.gemm(plan, "q_b_proj_gemm", queryUp, V3.queryRank, { quant: query })
  ];
}
function downscaled(plan, width, quant) {
  return tokenOps.gemm(plan, "downscale_gemm", width, plan.architecture.hiddenSize, { quant });
}
function contextParts(latent, mixes) {
  let { plan, kernels } = latent, { architecture, layout, revision } = plan, { keyValue, output } = latentModes(plan), heads = revision.latent.heads(architecture), kvUp = Math.floor(heads * (V3.keyWidth + V3.valueWidth) / layout.tp);
  return [
    ...projections(plan),
    tokenOps.gemm(plan, "kv_b_proj_gemm", kvUp, V3.kvRank, { quant: keyValue }),
    kernels === "ordinary" ? ordinaryAttention(latent, mixes) : contextKernel(plan, mixes),
    projected(plan, heads * V3.valueWidth, output)
  ];
}
function projected(plan, width, quant) {
  let { architecture, layout } = plan;
  return tokenOps.gemm(plan, "proj_gemm", architecture.hiddenSize, Math.floor(width / layout.tp), { quant });
}
function contextKernel(plan, mixes) {
  let { perLayer: count, layout, quant } = plan, { fmha, kvCache } = quant, heads = kernelHeads(plan);
  return { kind: "contextMla", name: "context_attention", count, mixes, heads, fmha, kvCache, cp: layout.cp };
}
function generationParts(latent, mixes) {
  let { plan, kernels } = latent, { architecture, revision } = plan, latentKernels = [latentProduct(plan, "pre"), generationKernel(plan, mixes), latentProduct(plan, "post")];
  return [
    ...projections(plan),
    ...kernels === "ordinary" ? [ordinaryAttention(latent, mixes)] : latentKernels,
    projected(plan, revision.latent.decodeOutput(architecture), latentModes(plan).output)
  ];
}
function latentProduct(plan, stage) {
  let { architecture, layout, perLayer: count } = plan, heads = Math.floor(architecture.heads / layout.tp);
  return { kind: "mlaBmm", name: `generation_bmm_${stage}`, count, stage, heads, quant: latentModes(plan).latent };
}
function generationKernel(plan, mixes) {
  let { perLayer: count, quant } = plan, heads = kernelHeads(plan);
  return { kind: "generationMla", name: "generation_attention", count, mixes, heads, kvCache: quant.kvCache };
}
function ordinaryAttention({ plan, facts }, mixes) {
  let { heads, kvHeads, headSize } = plan.architecture, { tp, cp } = plan.layout;
  return attention(plan, {
    count: plan.phase === "context" ? plan.perLayer / cp : plan.perLayer,
    mixes,
    heads: Math.floor(heads / tp),
    kvHeads: Math.floor(kvHeads / tp),
    headSize: facts.valueHeadSize || headSize
  });
}

// src/models/parts/mode-checks.ts
var ROLES = ["agg", "prefill", "decode"], PREFILLS = ["agg", "prefill"], DECODES = ["agg", "decode"], GROUPED_CHECKS = [
  { what: "fmha", roles: PREFILLS, tables: [{ table: "context_attention", column: "attn_dtype" }] },
  { what: "kvCache", roles: DECODES, tables: [{ table: "generation_attention", column: "kv_cache_dtype" }] }
], LATENT_CHECKS = [
  {
    what: "fmha",
    roles: PREFILLS,
    tables: [
      { table: "context_mla", column: "mla_dtype" },
      { table: "mla_context_module", column: "mla_dtype" }
    ]
  },
  {
    what: "kvCache",
    roles: DECODES,
    tables: [
      { table: "generation_mla", column: "kv_cache_dtype" },
      { table: "mla_generation_module", column: "kv_cache_dtype" }
    ]
  }
], EXPERT_CHECKS = [
  { what: "moe", roles: ROLES, tables: [{ table: "moe", column: "moe_dtype" }] }
];
function everywhere(checks) {
  return { trtllm: checks, sglang: checks, vllm: checks };
}

// src/models/parts/routed-experts.ts
function router(plan, prefix = "") {
  let { experts: experts2, hiddenSize } = plan.architecture;
  return tokenOps.gemm(plan, `${prefix}router_gemm`, experts2, hiddenSize, { quant: "bfloat16" });
}
function routedExperts(plan, options) {
  let { skew, prefix = "", routerFrom = 0 } = options, { hiddenSize, moeInterSize: interSize, experts: experts2, topk } = plan.architecture, { moeTp, moeEp, dp } = plan.layout;
  return [
    ...experts2 < routerFrom ? [] : [router(plan, prefix)],
    dispatch(plan, "pre", options),
    {
      kind: "experts",
      name: `${plan.phase}_${prefix}moe`,
      count: plan.perLayer,
      hiddenSize,
      interSize,
      experts: experts2,
      topk,
      moeTp,
      moeEp,
      dp,
      quant: plan.quant.moe,
      distribution: `power_law_${skew}`
    },
    dispatch(plan, "post", options)
  ];
}
function dispatch(plan, stage, { attentionCp, prefix = "", sent = plan.quant.moe }) {
  let { moeTp, moeEp, dp } = plan.layout, gpus = moeTp * moeEp;
  return {
    kind: "moeDispatch",
    name: `${plan.phase}_${prefix}moe_${stage}_dispatch`,
    count: plan.perLayer,
    stage,
    phase: plan.phase,
    hiddenSize: plan.architecture.hiddenSize,
    gpus,
    attentionTp: Math.floor(gpus / dp),
    attentionDp: dp,
    attentionCp,
    quant: sent
  };
}
function expertMismatch({
  architecture,
  layout
}) {
  let { tp, dp, cp, moeTp, moeEp } = layout;
  if (tp * dp * cp !== moeTp * moeEp) return `${tp * dp * cp} attention ranks are not ${moeTp * moeEp} expert ranks`;
  if (architecture.experts < moeEp) return `${architecture.experts} experts for ${moeEp} expert-parallel ranks`;
}
function blockMismatch({ architecture, layout, quant }) {
  let { moeInterSize, weightBlockSize: weightBlockSize2 } = architecture;
  if (!(quant.moe !== "fp8_block" || Math.floor(moeInterSize / layout.moeTp) % weightBlockSize2 === 0))
    return `expert width ${moeInterSize} over ${layout.moeTp} ranks is no multiple of the block ${weightBlockSize2}`;
}

// src/models/parts/shared-experts.ts
var SHARED_NAMES = ["shared_gate_up_gemm", "shared_act_gate", "shared_ffn2_gemm"];
function sharedExperts(plan, { names, quant, ranks, dealtRanks }) {
  let { hiddenSize, moeInterSize } = plan.architecture, width = Math.floor(moeInterSize / ranks), gateWidth = Math.floor(2 * moeInterSize / ranks), [gateUp, activation, down] = names, options = { quant, ...dealtRanks === 1 ? {} : { dealtRanks } };
  return [
    tokenOps.gemm(plan, gateUp, gateWidth, hiddenSize, options),
    { ...tokenOps.elementWise(plan, activation, gateWidth, width), ...dealtRanks === 1 ? {} : { dealtRanks } },
    tokenOps.gemm(plan, down, hiddenSize, width, options)
  ];
}

// src/models/parts/exchanged-experts.ts
function exchangedExperts(plan, exchange2, { skew }) {
  let { hiddenSize, moeInterSize: interSize, experts: experts2, topk } = plan.architecture, { moeEp, dp } = plan.layout;
  return [
    ...exchange2.stages.filter((stage) => stage !== "combine").map((stage) => allToAll(plan, exchange2, stage)),
    {
      kind: "expertCompute",
      name: `${plan.phase}_moe`,
      count: plan.perLayer,
      phase: plan.phase,
      hiddenSize,
      interSize,
      experts: experts2,
      topk,
      moeEp,
      dp,
      quant: plan.quant.moe,
      distribution: `power_law_${skew}`
    },
    allToAll(plan, exchange2, "combine")
  ];
}
function allToAll(plan, { comm, sent, sms, splitsPrefill, nodes }, stage) {
  let { hiddenSize, topk, experts: experts2 } = plan.architecture, { moeEp, tp, cp } = plan.layout;
  return {
    kind: "allToAll",
    name: `${plan.phase}_moe_${stage}`,
    count: plan.perLayer,
    comm,
    stage,
    sent: stage === "combine" ? sent.combine : sent.dispatch,
    hiddenSize,
    topk,
    experts: experts2,
    moeEp,
    nodes,
    sms,
    attentionRanks: splitsPrefill && plan.phase === "context" ? tp * cp : 1
  };
}

// src/models/parts/spread-experts.ts
var FEED_FORWARD_NAMES = ["gate_ffn1_gemm", "act_gate", "ffn2_gemm"], expertsInTurn = (plan, { exchange: exchange2, skew, hasRouter, sharedQuant }) => [
  ...hasRouter ? [router(plan)] : [],
  ...sharedExperts(plan, {
    names: FEED_FORWARD_NAMES,
    quant: sharedQuant,
    ranks: 1,
    dealtRanks: plan.phase === "context" ? plan.layout.tp : 1
  }),
  ...exchangedExperts(plan, exchange2, { skew })
], expertsAtOnce = (plan, { exchange: exchange2, skew, sharedQuant }) => {
  let { hiddenSize } = plan.architecture, shared = sharedExperts(plan, { names: SHARED_NAMES, quant: sharedQuant, ranks: 1, dealtRanks: 1 }), exchanged = exchangedExperts(plan, exchange2, { skew }), sum3 = tokenOps.elementWise(plan, "moe_reduce_add", 2 * hiddenSize, hiddenSize);
  return plan.phase === "context" ? [router(plan), ...shared, ...exchanged, sum3] : [{ kind: "overlap", name: "generation_moe_overlap", count: 1, branches: [[router(plan), ...exchanged], shared] }, sum3];
};

// src/models/parts/spread-latent.ts
var MIXES = "attention", sglangSpreadAttention = (plan, facts) => {
  let { architecture, layout, phase } = plan, { downscale: quant } = latentModes(plan), width = V3.queryRank + V3.kvRank + V3.ropeSize, product2 = (name, dealtRanks) => tokenOps.gemm(plan, name, width, architecture.hiddenSize, { quant, dealtRanks });
  return [
    product2("qkv_a_proj_gemm", phase === "context" ? layout.tp : 1),
    ...acrossTensorRanks(plan, "all_gather"),
    tokenOps.embedding(plan, architecture.vocabSize),
    tokenOps.addNorm(plan, 1),
    product2("downscale_gemm", 1),
    spreadKernel(plan),
    ...contextParallelGather(plan, latentKvBytes(facts, plan, 1)),
    ...acrossTensorRanks(plan, "reduce_scatter")
  ];
};
function acrossTensorRanks(plan, collective2) {
  let { architecture, layout, perLayer: count, phase } = plan;
  return phase === "generation" || layout.tp === 1 ? [] : [{ kind: "collective", name: `context_tp_${collective2}`, count, collective: collective2, elements: architecture.hiddenSize, gpus: layout.tp }];
}
function spreadKernel(plan) {
  let { layout, phase, perLayer: count, quant } = plan, { fmha, kvCache } = quant, common3 = { name: `${phase}_attention`, count, mixes: MIXES, heads: kernelHeads(plan), fmha, kvCache };
  return phase === "generation" ? { kind: "generationSpreadMla", ...common3 } : { kind: "contextSpreadMla", ...common3, cp: layout.cp };
}
var trtllmSpreadAttention = (plan, facts) => {
  let { architecture, layout, phase } = plan, { heads, hiddenSize, vocabSize } = architecture, { downscale, query, output } = latentModes(plan), width = V3.queryRank + facts.kvRank + facts.ropeSize, queryUp = Math.floor(heads * (V3.keyWidth + facts.ropeSize) / layout.tp), outputWidth = Math.floor(heads * valueWidth(facts) / layout.tp);
  return [
    tokenOps.embedding(plan, vocabSize),
    tokenOps.addNorm(plan, 1),
    tokenOps.gemm(plan, "downscale_gemm", width, hiddenSize, { quant: downscale }),
    tokenOps.elementWise(plan, "q_a_layernorm", V3.queryRank, V3.queryRank),
    tokenOps.gemm(plan, "q_b_proj_gemm", queryUp, V3.queryRank, { quant: query }),
    ...phase === "context" ? contextKernels(plan, facts) : generationKernels(plan, facts),
    tokenOps.gemm(plan, "proj_gemm", hiddenSize, outputWidth, { quant: output }),
    tokenOps.addNorm(plan, 2)
  ];
};
function valueWidth({ valueHeadSize }) {
  return valueHeadSize || V3.valueWidth;
}
function contextKernels(plan, facts) {
  let { architecture, layout } = plan, kvUp = Math.floor(architecture.heads * (V3.keyWidth + valueWidth(facts)) / layout.tp), { keyValue: quant } = latentModes(plan);
  return [tokenOps.gemm(plan, "kv_b_proj_gemm", kvUp, facts.kvRank, { quant }), contextKernel(plan, MIXES)];
}
function generationKernels(plan, { kvRank, ropeSize }) {
  let cached = kvRank + ropeSize;
  return [{
    kind: "overlap",
    name: "generation_bmm_rope_overlap",
    count: 1,
    branches: [[latentProduct(plan, "pre")], [tokenOps.elementWise(plan, "rope_kvcache", cached, cached)]]
  }, generationKernel(plan, MIXES), latentProduct(plan, "post")];
}

// src/models/families/deepseek.ts
var wholeAttention = (kernels) => (plan, facts) => [
  tokenOps.embedding(plan, plan.architecture.vocabSize),
  tokenOps.addNorm(plan, 1),
  ...latentAttention({ plan, facts, kernels }),
  ...contextParallelGather(plan, latentKvBytes(facts, plan, 1)),
  tokenOps.addNorm(plan, 2)
], BACKENDS2 = {
  trtllm: {
    kernels: "latent",
    reduces: !1,
    spread: { attention: trtllmSpreadAttention, experts: expertsAtOnce, hasEnd: !0, decodeShare: 0.9 }
  },
  sglang: {
    kernels: "latent",
    reduces: !1,
    spread: { attention: sglangSpreadAttention, experts: expertsInTurn, hasEnd: !1, decodeShare: 1 }
  },
  vllm: {
    kernels: "ordinary",
    reduces: !0,
    spread: { attention: wholeAttention("ordinary"), experts: expertsInTurn, hasEnd: !0, decodeShare: 1 }
  }
};
function latentFamily(variant) {
  let latent = [...EXPERT_CHECKS, ...LATENT_CHECKS];
  return (read) => {
    let facts = latentFacts(read);
    return {
      isMoe: !0,
      activationProfile: "moe",
      hasDispatchWorkspace: !0,
      hasExchanges: !0,
      splitsSequences: !0,
      operations: (plan) => phaseOperations(plan, facts, variant),
      kvBytesPerSequence: (plan, tokens) => latentKvBytes(facts, plan, tokens),
      quantRules: [],
      measured: { trtllm: latent, sglang: latent, vllm: [...EXPERT_CHECKS, ...GROUPED_CHECKS] },
      mismatch: expertMismatch,
      spreadModes
    };
  };
}
var spreadModes = ({ architecture, backend: backend2 }) => backend2 === "sglang" && architecture.standsFor === "DeepseekV3ForCausalLM" ? { fmha: "fp8_block", kvCache: "fp8" } : {}, deepseek = latentFamily({ family: "DEEPSEEK", routesInExchange: ["sglang"] }), kimiK25 = latentFamily({ family: "KIMIK25", routesInExchange: [] });
function phaseOperations(plan, facts, variant) {
  let { allReduce: allReduce3, logits: logits2, pointToPoint: pointToPoint3 } = tokenOps, { kernels, reduces, spread } = BACKENDS2[plan.backend], exchange2 = plan.spread?.[plan.phase], { layers } = plan.architecture, reduced = reduces ? [allReduce3(plan, "tp_allreduce", 2 * layers * plan.once)] : [], end = [logits2(plan), ...reduced, pointToPoint3(plan)];
  return exchange2 !== void 0 ? [...spreadLayers(plan, { facts, variant, exchange: exchange2 }), ...spread.hasEnd ? end : []] : [
    ...wholeAttention(kernels)(plan, facts),
    ...expertLayers(plan, plan.revision.expertSkew[variant.family]),
    ...end
  ];
}
function spreadLayers(plan, { facts, variant, exchange: exchange2 }) {
  let { attention: attention3, experts: experts2, decodeShare } = BACKENDS2[plan.backend].spread, timed = plan.phase === "context" ? plan : { ...plan, perLayer: plan.perLayer * decodeShare }, layers = experts2(timed, {
    exchange: exchange2,
    skew: plan.revision.expertSkew[variant.family],
    hasRouter: !variant.routesInExchange.includes(plan.backend),
    sharedQuant: latentModes(plan).sharedExperts
  });
  return [...attention3(timed, facts), ...layers];
}
function expertLayers(plan, skew) {
  let routed = routedExperts(plan, { skew, attentionCp: plan.layout.cp }), quant = latentModes(plan).sharedExperts, shared = sharedExperts(plan, { names: SHARED_NAMES, quant, ranks: plan.layout.tp, dealtRanks: 1 });
  return plan.phase === "context" ? [...shared, ...routed] : [{ kind: "overlap", name: "generation_moe_overlap", count: 1, branches: [routed, shared] }];
}

// src/models/layer-list.ts
function layerList(read, key) {
  let layers = read.need("num_hidden_layers"), list = read.value(key);
  if (!Array.isArray(list) || list.length < layers) throw read.refusal(key, `a list of ${layers} layers`);
  return list.slice(0, layers);
}
var WORDS = { full_attention: !0, sliding_attention: !1 };
function fullLayers(read) {
  return layerList(read, "layer_types").map((word) => {
    let isFull = typeof word == "string" && Object.hasOwn(WORDS, word) ? WORDS[word] : void 0;
    if (isFull === void 0) throw read.refusal("layer_types", `a list of ${Object.keys(WORDS).join(" and ")}`);
    return isFull;
  });
}

// src/models/parts/gated-layers.ts
function gatedLayers(plan, { prefix, width, splitsFirst = !1, quant = plan.quant.gemm }) {
  let { elementWise: elementWise3, gemm: gemm3 } = tokenOps, { hiddenSize } = plan.architecture, { tp } = plan.layout, own = Math.floor(width / tp), both = splitsFirst ? 2 * own : Math.floor(2 * width / tp);
  return [
    gemm3(plan, `${prefix}gate_up_gemm`, both, hiddenSize, { quant }),
    elementWise3(plan, `${prefix}act`, both, own),
    gemm3(plan, `${prefix}down_gemm`, hiddenSize, own, { quant, hasLowPrecisionInput: !0 })
  ];
}

// src/models/families/gemma4-mix.ts
var ROUTER_FROM = 128, gemma4Mix = (read, facts) => {
  let groups2 = layerGroups(read, facts), hasExperts = facts.experts > 0 && facts.topk > 0;
  return {
    isMoe: !0,
    activationProfile: "moe",
    hasDispatchWorkspace: !0,
    workspaceWidth: ({ hiddenSize }) => hiddenSize,
    hasExchanges: !1,
    splitsSequences: !0,
    operations: (plan) => phaseOperations2(plan, groups2, hasExperts),
    kvBytesPerSequence: (plan, tokens) => groups2.reduce(
      (sum3, group) => sum3 + group.count * layerKvBytes(plan, group) * Math.min(tokens, group.windowSize || tokens),
      0
    ),
    quantRules: [],
    measured: everywhere([...EXPERT_CHECKS, ...GROUPED_CHECKS]),
    mismatch: (plan) => hasExperts ? expertMismatch(plan) : denseMismatch(plan)
  };
};
function layerGroups(read, { kvHeads, headSize }) {
  let full = fullLayers(read), count = full.filter(Boolean).length;
  return [
    {
      name: "swa",
      count: full.length - count,
      kvHeads,
      headSize,
      windowSize: read.first("sliding_window"),
      kvMatrices: 2
    },
    {
      name: "global",
      count,
      kvHeads: read.first("num_global_key_value_heads") || kvHeads,
      headSize: read.first("global_head_dim") || headSize,
      windowSize: 0,
      kvMatrices: read.value("attention_k_eq_v") === !0 ? 1 : 2
    }
  ].filter((group) => group.count > 0);
}
function denseMismatch({ layout }) {
  return layout.moeEp > 1 ? "there are no experts for several expert-parallel ranks" : void 0;
}
function phaseOperations2(plan, groups2, hasExperts) {
  let { embedding: embedding3, logits: logits2, pointToPoint: pointToPoint3 } = tokenOps;
  return [
    embedding3(plan, plan.architecture.vocabSize),
    ...groups2.flatMap((group) => {
      let layers = { ...plan, perLayer: group.count * plan.once };
      return [...attentionOf(layers, group), ...feedForward(layers, group, hasExperts)];
    }),
    logits2(plan),
    pointToPoint3(plan),
    ...groups2.flatMap((group) => {
      let { name, count } = group;
      return layerGather(plan, { name: `cp_all_gather_${name}`, count, kvBytes: layerKvBytes(plan, group) });
    })
  ];
}
function attentionOf(plan, layers) {
  let { elementWise: elementWise3, gemm: gemm3 } = tokenOps, { heads, hiddenSize } = plan.architecture, { tp } = plan.layout, { name, kvHeads, headSize, windowSize, kvMatrices } = layers, ownKvHeads = Math.ceil(kvHeads / tp), width = Math.floor(heads * headSize / tp), quant = modeBeside(plan, "self_attn", plan.quant.gemm);
  return [
    elementWise3(plan, `${name}_attn_norm`, 2 * hiddenSize, 2 * hiddenSize),
    gemm3(plan, `${name}_qkv_gemm`, width + ownKvHeads * headSize * kvMatrices, hiddenSize, { quant }),
    attention(plan, { heads: Math.floor(heads / tp), kvHeads: ownKvHeads, headSize, windowSize }),
    gemm3(plan, `${name}_proj_gemm`, hiddenSize, width, { quant, hasLowPrecisionInput: !0 })
  ];
}
function feedForward(plan, { name }, hasExperts) {
  let { hiddenSize, interSize: width } = plan.architecture, quant = modeBeside(plan, ".mlp", plan.quant.gemm), moe2 = modeBeside(plan, ".mlp", plan.quant.moe), routing = {
    skew: plan.revision.expertSkew.GEMMA4MIX,
    attentionCp: plan.layout.cp,
    prefix: `${name}_`,
    routerFrom: ROUTER_FROM
  };
  return [
    tokenOps.elementWise(plan, `${name}_ffn_norm`, 2 * hiddenSize, 2 * hiddenSize),
    ...gatedLayers(plan, { prefix: `${name}_shared_mlp_`, width, splitsFirst: !0, quant }),
    ...hasExperts ? routedExperts({ ...plan, quant: { ...plan.quant, moe: moe2 } }, routing) : []
  ];
}
function modeBeside({ architecture, revision }, word, mode) {
  return revision.readsUnquantised && architecture.unquantised.some((pattern) => pattern.includes(word)) ? "bfloat16" : mode;
}
function layerKvBytes({ layout, quant }, { kvHeads, headSize }) {
  return Math.ceil(kvHeads / layout.tp) * headSize * 2 * KV_CACHE_QUANT[quant.kvCache].bytes;
}

// src/models/parts/hybrid-layers.ts
function fullAttention({ heads, kvHeads, headSize }) {
  return { heads, kvHeads, headSize, valueSize: headSize, windowSize: 0 };
}
var GROUPS = [
  { prefix: "global_", ffn: "global_", isFull: !0, isRouted: !0 },
  { prefix: "swa_", ffn: "swa_", isFull: !1, isRouted: !0 },
  { prefix: "swa_dense_", ffn: "swa_", isFull: !1, isRouted: !1 },
  { prefix: "global_dense_", ffn: "global_", isFull: !0, isRouted: !1 }
];
function layersThat({ layers }, is) {
  return layers.filter(is).length;
}
function hybridOperations(plan, facts, routing) {
  let { embedding: embedding3, logits: logits2, pointToPoint: pointToPoint3 } = tokenOps, groups2 = GROUPS.flatMap((group) => {
    let count = layersThat(facts, ({ isFull, isRouted }) => isFull === group.isFull && isRouted === group.isRouted);
    if (count === 0) return [];
    let layers = { ...plan, perLayer: count * plan.once };
    return [...attentionOf2(layers, facts, group), ...feedForward2(layers, facts, { group, routing })];
  });
  return [
    embedding3(plan, plan.architecture.vocabSize),
    ...groups2,
    logits2(plan),
    pointToPoint3(plan),
    ...gathers(plan, facts)
  ];
}
function attentionOf2(plan, facts, { prefix, isFull }) {
  let { elementWise: elementWise3, gemm: gemm3 } = tokenOps, { hiddenSize } = plan.architecture, { tp } = plan.layout, { heads, kvHeads, headSize, valueSize, windowSize } = isFull ? facts.full : facts.windowed, [ownHeads, ownKvHeads] = [Math.floor(heads / tp), Math.ceil(kvHeads / tp)], qkv = Math.floor(heads * headSize / tp) + ownKvHeads * (headSize + valueSize), width = Math.floor(heads * valueSize / tp), gate = [
    gemm3(plan, `${prefix}attn_gate_gemm`, ownHeads, hiddenSize),
    elementWise3(plan, `${prefix}attn_gate`, width + ownHeads, width)
  ];
  return [
    elementWise3(plan, `${prefix}attn_norm`, 2 * hiddenSize, 2 * hiddenSize),
    gemm3(plan, `${prefix}qkv_gemm`, qkv, hiddenSize),
    attention(plan, { heads: ownHeads, kvHeads: ownKvHeads, headSize, windowSize }),
    ...facts.gatesHeads ? gate : [],
    gemm3(plan, `${prefix}proj_gemm`, hiddenSize, width, { hasLowPrecisionInput: !0 })
  ];
}
function feedForward2(plan, { denseSize }, { group, routing }) {
  let { prefix, ffn, isRouted } = group, norm = 2 * plan.architecture.hiddenSize;
  if (!isRouted)
    return [
      tokenOps.elementWise(plan, `${prefix}ffn_norm`, norm, norm),
      ...gatedLayers(plan, { prefix: `${ffn}dense_`, width: denseSize })
    ];
  let options = { ...routing, attentionCp: plan.layout.cp, prefix: ffn, sent: "bfloat16" };
  return [tokenOps.elementWise(plan, `${prefix}moe_norm`, norm, norm), ...routedExperts(plan, options)];
}
function gathers(plan, facts) {
  let { bytes } = KV_CACHE_QUANT[plan.quant.kvCache], gatherOf = (name, isWanted) => {
    let { kvHeads, headSize, valueSize } = isWanted ? facts.full : facts.windowed, count = layersThat(facts, ({ isFull }) => isFull === isWanted), kvBytes2 = Math.ceil(kvHeads / plan.layout.tp) * (headSize + valueSize) * bytes;
    return count === 0 ? [] : layerGather(plan, { name: `cp_all_gather_${name}`, count, kvBytes: kvBytes2 });
  };
  return [...gatherOf("global", !0), ...gatherOf("swa", !1)];
}

// src/models/families/hybrid-moe.ts
var hybridMoe = (read, facts) => {
  let hybrid = (READERS[facts.standsFor ?? facts.name] ?? mimoV2)(read, facts);
  return {
    isMoe: !0,
    activationProfile: "other",
    hasDispatchWorkspace: !1,
    hasExchanges: !1,
    splitsSequences: !0,
    operations: (plan) => {
      let { expertSkew, hybridRouterFrom: routerFrom } = plan.revision;
      return hybridOperations(plan, hybrid, { skew: expertSkew.HYBRIDMOE, routerFrom });
    },
    kvBytesPerSequence: groupedKvBytes,
    quantRules: [],
    measured: everywhere([...EXPERT_CHECKS, ...GROUPED_CHECKS]),
    mismatch: (plan) => expertMismatch(plan) ?? blockMismatch(plan)
  };
}, READERS = {
  MiMoV2FlashForCausalLM: mimoV2,
  Llama4ForConditionalGeneration: llama4
};
function mimoV2(read, facts) {
  let { first } = read, full = { ...fullAttention(facts), valueSize: first("v_head_dim") || facts.headSize }, routed = routedLayers(read);
  return {
    full,
    windowed: {
      heads: full.heads,
      kvHeads: first("swa_num_key_value_heads") || full.kvHeads,
      headSize: first("swa_head_dim") || full.headSize,
      valueSize: first("swa_v_head_dim") || full.valueSize,
      windowSize: first("sliding_window_size")
    },
    denseSize: facts.interSize,
    layers: layerList(read, "hybrid_layer_pattern").map((flag, i) => ({ isFull: flag === 1, isRouted: routed[i] })),
    gatesHeads: !1
  };
}
function routedLayers(read) {
  let flag = read.value("moe_layer_freq");
  return typeof flag == "number" ? Array.from({ length: read.need("num_hidden_layers") }, () => flag !== 0) : layerList(read, "moe_layer_freq").map((value) => value === 1);
}
function llama4({ first, orElse }, facts) {
  let full = fullAttention(facts), step = orElse(1, "interleave_moe_layer_step") || 1;
  return {
    full,
    windowed: { ...full, windowSize: first("attention_chunk_size") },
    denseSize: first("intermediate_size_mlp", "intermediate_size"),
    layers: Array.from({ length: facts.layers }, (_, i) => ({ isFull: i % 2 === 1, isRouted: (i + 1) % step === 0 })),
    gatesHeads: !1
  };
}

// src/models/families/llama.ts
var llama = () => ({
  isMoe: !1,
  activationProfile: "dense",
  hasDispatchWorkspace: !1,
  hasExchanges: !1,
  splitsSequences: !0,
  operations: phaseOperations3,
  kvBytesPerSequence: groupedKvBytes,
  quantRules: [],
  measured: everywhere(GROUPED_CHECKS)
});
function phaseOperations3(plan) {
  let { hiddenSize: h, interSize, vocabSize } = plan.architecture, { tp } = plan.layout, { addNorm: addNorm2, allReduce: allReduce3, elementWise: elementWise3, embedding: embedding3, gemm: gemm3, logits: logits2, pointToPoint: pointToPoint3 } = tokenOps, ffnWidth = Math.floor(interSize / tp), gateWidth = Math.floor(2 * interSize / tp);
  return [
    embedding3(plan, Math.floor(vocabSize / tp)),
    addNorm2(plan, 1),
    qkvProjection(plan),
    attention(plan),
    ...contextParallelGather(plan, groupedKvBytes(plan, 1)),
    outputProjection(plan),
    addNorm2(plan, 2),
    gemm3(plan, "gate_ffn1_gemm", gateWidth, h),
    elementWise3(plan, "act_gate", gateWidth, ffnWidth),
    gemm3(plan, "ffn2_gemm", h, ffnWidth, { hasLowPrecisionInput: !0 }),
    logits2(plan),
    allReduce3(plan, "embedding_ar", plan.once),
    allReduce3(plan, "ar_1", plan.perLayer),
    allReduce3(plan, "ar_2", plan.perLayer),
    pointToPoint3(plan)
  ];
}

// src/models/families/moe.ts
var GPT_OSS = ["openai/gpt-oss-120b", "openai/gpt-oss-20b"], BLACKWELL_SM = 100, quantisedActivations = {
  applies: ({ architecture, backend: backend2, smVersion }) => backend2 === "trtllm" && GPT_OSS.includes(architecture.id) && smVersion >= BLACKWELL_SM,
  change: { moe: "w4a8_mxfp4_mxfp8" }
};
function routedFamily({ family, activationProfile, hasExchanges }) {
  return () => ({
    isMoe: !0,
    activationProfile,
    hasDispatchWorkspace: !1,
    hasExchanges,
    splitsSequences: !0,
    operations: (plan) => phaseOperations4(plan, plan.revision.expertSkew[family]),
    kvBytesPerSequence: windowedKvBytes,
    quantRules: [quantisedActivations],
    measured: everywhere([...EXPERT_CHECKS, ...GROUPED_CHECKS]),
    mismatch: (plan) => expertMismatch(plan) ?? blockMismatch(plan)
  });
}
var moe = routedFamily({ family: "MOE", activationProfile: "moe", hasExchanges: !0 });
function phaseOperations4(plan, skew) {
  let { architecture, layout, phase } = plan, { windowSize } = architecture, { addNorm: addNorm2, allReduce: allReduce3, embedding: embedding3, logits: logits2, pointToPoint: pointToPoint3 } = tokenOps, attentionLayers = windowSize === 0 ? plan.perLayer : plan.perLayer / 2, attentionCp = phase === "context" ? layout.cp : 1, exchange2 = plan.spread?.[phase], whole = exchange2 !== void 0 && WHOLE_EMBEDDING.includes(plan.backend);
  return [
    ...windowSize === 0 ? [] : [attention(plan, { windowSize, count: attentionLayers })],
    embedding3(plan, whole ? architecture.vocabSize : Math.floor(architecture.vocabSize / layout.tp)),
    addNorm2(plan, 1),
    qkvProjection(plan),
    attention(plan, { count: attentionLayers }),
    ...contextParallelGather(plan, groupedKvBytes(plan, 1)),
    outputProjection(plan),
    addNorm2(plan, 2),
    ...exchange2 === void 0 ? routedExperts(plan, { skew, attentionCp }) : [router(plan), ...exchangedExperts(plan, exchange2, { skew })],
    ...phase === "context" ? [] : [logits2(plan)],
    ...whole ? [] : [allReduce3(plan, "embedding_ar", plan.once), pointToPoint3(plan)]
  ];
}
var WHOLE_EMBEDDING = ["sglang"];

// src/models/pruned-blocks.ts
var DEFAULT_FFN_FACTOR = 3.5, MOST_FFN_FACTOR = 1024, WIDTH_STEP = 256;
function prunedBlock(block) {
  let { attention: attention3, ffn } = isObject(block) ? block : {};
  if (!isObject(attention3) || !isObject(ffn)) return;
  let headsPerGroup = attention3.no_op === !0 ? 0 : attention3.n_heads_in_group, ffnFactor = ffn.no_op === !0 ? 0 : ffn.ffn_mult ?? DEFAULT_FFN_FACTOR;
  if (typeof headsPerGroup != "number" || typeof ffnFactor != "number") return;
  let isFactor = ffnFactor >= 0 && ffnFactor <= MOST_FFN_FACTOR;
  return Number.isSafeInteger(headsPerGroup) && headsPerGroup >= 0 && isFactor ? { headsPerGroup, ffnFactor } : void 0;
}
function prunedWidth(ffnFactor, hiddenSize) {
  return Math.ceil(Math.trunc(2 * ffnFactor * hiddenSize / 3) / WIDTH_STEP) * WIDTH_STEP;
}

// src/models/families/nemotron-nas.ts
var HEAD_SIZE = 128, nemotronNas = (read) => {
  if (read.value("block_configs") === void 0) return "unmodelled";
  let runs = prunedRuns(read);
  return {
    isMoe: !1,
    activationProfile: "other",
    hasDispatchWorkspace: !1,
    hasExchanges: !1,
    splitsSequences: !1,
    operations: (plan) => phaseOperations5(plan, runs),
    kvBytesPerSequence: () => 0,
    quantRules: [],
    measured: everywhere(GROUPED_CHECKS),
    mismatch: ({ architecture }) => architecture.nextn > 0 ? "pruned layers are not modelled with further predicted tokens" : void 0
  };
};
function prunedRuns(read) {
  let runs = [];
  for (let block of layerList(read, "block_configs")) {
    let layer = prunedBlock(block);
    if (layer === void 0) throw read.refusal("block_configs", "attention and ffn with their sizes in each block");
    let last = runs.at(-1);
    last?.headsPerGroup === layer.headsPerGroup && last.ffnFactor === layer.ffnFactor ? runs[runs.length - 1] = { ...layer, count: last.count + 1 } : runs.push({ ...layer, count: 1 });
  }
  return runs;
}
function phaseOperations5(plan, runs) {
  return [
    tokenOps.embedding(plan, plan.architecture.vocabSize),
    ...runs.flatMap((run) => {
      let layers = { ...plan, perLayer: run.count * plan.once };
      return [
        ...run.headsPerGroup === 0 ? [] : attentionOf3(layers, run),
        ...run.ffnFactor === 0 ? [] : feedForward3(layers, run)
      ];
    }),
    tokenOps.pointToPoint(plan),
    tokenOps.logits(plan)
  ];
}
function attentionOf3(plan, { headsPerGroup }) {
  let { addNorm: addNorm2, allReduce: allReduce3, gemm: gemm3 } = tokenOps, { heads, headSize, hiddenSize } = plan.architecture, { tp } = plan.layout, kvHeads = Math.ceil(Math.floor(heads / headsPerGroup) / tp), width = Math.floor(heads * headSize / tp);
  return [
    addNorm2(plan, 1),
    gemm3(plan, "qkv_gemm", width + headSize * kvHeads * 2, hiddenSize),
    attention(plan, { kvHeads, headSize: HEAD_SIZE }),
    gemm3(plan, "proj_gemm", hiddenSize, width),
    allReduce3(plan, "ar_1", plan.perLayer)
  ];
}
function feedForward3(plan, { ffnFactor }) {
  let { addNorm: addNorm2, allReduce: allReduce3, elementWise: elementWise3, gemm: gemm3 } = tokenOps, { hiddenSize } = plan.architecture, { tp } = plan.layout, width = prunedWidth(ffnFactor, hiddenSize), [own, both] = [Math.floor(width / tp), Math.floor(2 * width / tp)];
  return [
    addNorm2(plan, 2),
    gemm3(plan, "gate_ffn1_gemm", both, hiddenSize),
    elementWise3(plan, "act_gate", both, own),
    gemm3(plan, "ffn2_gemm", hiddenSize, own),
    allReduce3(plan, "ar_2", plan.perLayer)
  ];
}

// src/models/families/qwen3-vl.ts
var qwen3Vl = () => ({ ...llama(), activationProfile: "other" }), qwen3VlMoe = routedFamily({
  family: "QWEN3VL_MOE",
  activationProfile: "other",
  hasExchanges: !1
});

// src/models/families/step3p7.ts
var step3p7 = (read, facts) => {
  let hybrid = stepFacts(read, facts), sharedSize2 = read.ofRoot("share_expert_dim"), routed = layersThat(hybrid, ({ isRouted }) => isRouted);
  return {
    isMoe: !0,
    activationProfile: "moe",
    hasDispatchWorkspace: !0,
    workspaceWidth: ({ hiddenSize }) => hiddenSize,
    hasExchanges: !1,
    splitsSequences: !0,
    operations: (plan) => {
      let routedLayers2 = { ...plan, perLayer: routed * plan.once }, part = { prefix: "shared_expert_dense_", width: sharedSize2, splitsFirst: !0 }, layers = hybridOperations(plan, hybrid, { skew: plan.revision.expertSkew.STEP3P7 });
      return sharedSize2 === 0 ? layers : [...layers, ...gatedLayers(routedLayers2, part)];
    },
    kvBytesPerSequence: (plan, tokens) => kvBytes(plan, hybrid, tokens),
    quantRules: [],
    measured: everywhere([...EXPERT_CHECKS, ...GROUPED_CHECKS]),
    mismatch: (plan) => expertMismatch(plan) ?? blockMismatch(plan)
  };
};
function stepFacts(read, facts) {
  let full = fullAttention(facts), other = read.value("attention_other_setting"), sizeOf = (key) => isObject(other) ? countOf(other[key]) : 0, isRouted = routedTest(read);
  return {
    full,
    windowed: {
      ...full,
      heads: sizeOf("num_attention_heads") || full.heads,
      headSize: sizeOf("head_dim") || full.headSize,
      windowSize: read.first("sliding_window", "sliding_window_size")
    },
    denseSize: facts.interSize,
    layers: fullLayers(read).map((isFull, layer) => ({ isFull, isRouted: isRouted(layer) })),
    gatesHeads: read.value("use_head_wise_attn_gate") === !0
  };
}
function countOf(value) {
  return typeof value == "number" && Number.isSafeInteger(value) && value > 0 ? value : 0;
}
function routedTest(read) {
  let listed = read.value("moe_layers_enum");
  if (listed == null) {
    let dense = read.orElse(0, "first_k_dense_replace");
    return (layer) => layer >= dense;
  }
  let numbers = (typeof listed == "string" ? listed.split(",") : Array.isArray(listed) ? listed : void 0)?.map((name) => typeof name == "string" && name.trim() === "" ? Number.NaN : Number(name));
  if (numbers === void 0 || !numbers.every(Number.isSafeInteger))
    throw read.refusal("moe_layers_enum", "numbers of layers");
  let routed = new Set(numbers);
  return (layer) => routed.has(layer);
}
function kvBytes(plan, { full, windowed, layers }, tokens) {
  let inWindow = Math.min(tokens, windowed.windowSize || tokens), kept = layers.reduce((sum3, { isFull }) => sum3 + (isFull ? tokens : inWindow), 0);
  return 2 * Math.ceil(full.kvHeads / plan.layout.tp) * full.headSize * KV_CACHE_QUANT[plan.quant.kvCache].bytes * kept;
}

// src/models/families.ts
var FAMILIES = {
  LLAMA: llama,
  MOE: moe,
  DEEPSEEK: deepseek,
  KIMIK25: kimiK25,
  DEEPSEEKV32: "unmodelled",
  DEEPSEEKV4: "unmodelled",
  NEMOTRONNAS: nemotronNas,
  NEMOTRONH: "unmodelled",
  HYBRIDMOE: hybridMoe,
  STEP3P7: step3p7,
  QWEN35: "unmodelled",
  QWEN3VL: qwen3Vl,
  QWEN3VL_MOE: qwen3VlMoe,
  GEMMA4MIX: gemma4Mix,
  MINIMAXM3: "unmodelled"
};

// src/models/field-names.ts
var SPELLINGS = {
  hidden_size: ["n_embd", "n_embed", "d_model"],
  num_hidden_layers: ["n_layer", "n_layers", "num_layers"],
  num_attention_heads: ["n_head", "n_heads", "num_heads"],
  num_key_value_heads: ["num_kv_heads", "n_head_kv", "multi_query_group_num"],
  intermediate_size: ["ffn_dim", "n_inner", "ffn_hidden_size"],
  vocab_size: ["padded_vocab_size"],
  max_position_embeddings: ["model_max_length", "n_positions", "seq_length"],
  n_routed_experts: ["moe_num_experts"],
  num_experts_per_tok: ["moe_k", "moe_topk"],
  n_shared_experts: ["moe_num_shared_experts", "num_shared_experts", "num_shared_expert"],
  first_k_dense_replace: ["moe_layer_start_index"]
}, BY_LAYER = ["num_experts_per_tok", "moe_topk", "moe_intermediate_size", "num_shared_expert", "intermediate_size"];
function usualSpelling(config) {
  let plain2 = Object.fromEntries(Object.entries(config).map(([key, value]) => [key, oneValue(key, value)])), added = Object.entries(SPELLINGS).flatMap(([usual, others]) => {
    let other = others.find((name) => isNumber(plain2[name]));
    return isNumber(plain2[usual]) || other === void 0 ? [] : [[usual, plain2[other]]];
  });
  return { ...plain2, ...Object.fromEntries(added) };
}
function oneValue(key, value) {
  return BY_LAYER.includes(key) && Array.isArray(value) ? value[0] ?? null : value;
}
var isNumber = (value) => typeof value == "number";

// src/models/quantisation.ts
var ALGORITHMS = {
  fp8: (source) => ({ gemm: isDynamic(source) ? "fp8" : "fp8_static", moe: "fp8" }),
  fp8_block: () => ({ gemm: "fp8_block", moe: "fp8_block" }),
  nvfp4: () => ({ gemm: "nvfp4", moe: "nvfp4" }),
  mxfp4: () => ({ gemm: "bfloat16", moe: "w4a16_mxfp4" }),
  mixed_precision: mixedPrecision,
  "compressed-tensors": compressedTensors,
  awq: packedIntegers,
  gptq: packedIntegers,
  "auto-round": packedIntegers,
  bitsandbytes: packedIntegers,
  // Of Llama 3.1 405B only the feed-forward is stored so, four fifths of the weights.
  fbgemm_fp8: () => ({ gemm: "fp8", moe: "fp8" })
}, FP8_ATTENTION = ["fp8", "fp8_block", "nvfp4"], SPELLINGS2 = {
  w4a16_mxfp4: "mxfp4",
  "mixed-precision": "mixed_precision",
  mixedprecision: "mixed_precision",
  awq_marlin: "awq",
  gptq_marlin: "gptq",
  auto_round: "auto-round"
}, KV_ALGORITHMS = {
  fp8: "fp8",
  e4m3: "fp8",
  e5m2: "fp8",
  fp16: "bfloat16",
  float16: "bfloat16",
  bf16: "bfloat16",
  bfloat16: "bfloat16"
};
function inferQuantisation(id, quantConfig2, hfQuantConfig) {
  let hf = isObject(hfQuantConfig?.quantization) ? hfQuantConfig.quantization : {}, config = quantConfig2 ?? hf, algorithm = canonicalAlgorithm(
    firstText(hf.quant_algo, config.quant_algo, config.quant_method, config.quantization_method),
    config
  ), kvCache = kvCacheAlgorithm(id, hf, config);
  if (algorithm === void 0) return kvCache === void 0 ? {} : { kvCache };
  let modes = (Object.hasOwn(ALGORITHMS, algorithm) ? ALGORITHMS[algorithm] : void 0)?.({ config, hf });
  if (modes === void 0) throw unsupported(id, "quantisation", algorithm);
  return FP8_ATTENTION.includes(algorithm) || kvCache === "fp8" ? { ...modes, kvCache: "fp8", fmha: "fp8" } : kvCache === void 0 ? modes : { ...modes, kvCache };
}
function canonicalAlgorithm(found, config) {
  if (found === void 0) return;
  let name = Object.hasOwn(SPELLINGS2, found) ? SPELLINGS2[found] : found, blocks = config.weight_block_size;
  return name === "fp8" && Array.isArray(blocks) && blocks.length > 0 ? "fp8_block" : name;
}
function kvCacheAlgorithm(id, hf, config) {
  let named2 = firstText(
    hf.kv_cache_quant_algo,
    config.kv_cache_quant_algo,
    config.kv_cache_quant_method,
    config.kv_cache_dtype
  );
  if (named2 !== void 0) {
    let mode = Object.hasOwn(KV_ALGORITHMS, named2) ? KV_ALGORITHMS[named2] : void 0;
    if (mode === void 0) throw unsupported(id, "KV cache quantisation", named2);
    return mode;
  }
  let scheme = config.kv_cache_scheme;
  if (!isObject(scheme)) return;
  let type = String(scheme.type ?? "").toLowerCase();
  if (type.includes("fp8")) return "fp8";
  if (!(type !== "float" || typeof scheme.num_bits != "number"))
    return scheme.num_bits <= 8 ? "fp8" : scheme.num_bits >= 16 ? "bfloat16" : void 0;
}
function firstText(...values) {
  let found = values.find((value) => typeof value == "string" && value.trim() !== "");
  return typeof found == "string" ? found.trim().toLowerCase() : void 0;
}
function unsupported(id, what, value) {
  return new RenderError("MODEL_INVALID", {
    message: `model ${id} asks for the ${what} ${show(value ?? null)}, which is not modelled`,
    path: "spec.model"
  });
}
function withFallbacks(quant) {
  return { gemm: "bfloat16", moe: "bfloat16", kvCache: "bfloat16", fmha: "bfloat16", ...quant, comm: "half" };
}

// src/models/stand-ins.ts
var TEXT2 = { textConfig: "text_config" }, LLAMA = { like: "LlamaForCausalLM", verdict: "same" }, QWEN2 = { like: "Qwen2ForCausalLM", verdict: "same" }, QWEN3 = { like: "Qwen3ForCausalLM", verdict: "same" }, EXPERTS = { like: "Qwen3MoeForCausalLM", verdict: "near" }, LATENT = { like: "DeepseekV3ForCausalLM", verdict: "near" }, NEAR = { verdict: "near" }, TOWER = "a vision tower besides, which is not timed", WINDOW = "most layers keep a window of the tokens only, so that the cache is overstated", FOUR_NORMS = "four norms a layer in place of two", SHARED = "a shared expert in each layer of experts", STAND_INS = {
  MistralForCausalLM: LLAMA,
  Mistral3ForConditionalGeneration: { ...LLAMA, ...TEXT2, differences: TOWER },
  Phi3ForCausalLM: { ...LLAMA, differences: "queries, keys and values are one matrix, and so are gate and up" },
  GraniteForCausalLM: { ...LLAMA, differences: "multipliers of embeddings, residuals and logits" },
  InternLM2ForCausalLM: { ...LLAMA, differences: "queries, keys and values are one matrix" },
  InternLM3ForCausalLM: LLAMA,
  ExaoneForCausalLM: LLAMA,
  SmolLM3ForCausalLM: { ...LLAMA, differences: "every fourth layer has no rotary embedding" },
  Ernie4_5ForCausalLM: LLAMA,
  SeedOssForCausalLM: QWEN2,
  GlmForCausalLM: { ...QWEN2, differences: "half of a head is rotated" },
  Glm4ForCausalLM: { ...QWEN2, ...NEAR, differences: FOUR_NORMS },
  Qwen2_5_VLForConditionalGeneration: { ...QWEN2, ...TEXT2, differences: TOWER },
  Qwen2VLForConditionalGeneration: { ...QWEN2, ...TEXT2, differences: TOWER },
  HunYuanDenseV1ForCausalLM: QWEN3,
  Olmo2ForCausalLM: { ...QWEN3, ...NEAR, differences: "norms after attention and feed-forward, and over all heads" },
  Olmo3ForCausalLM: { ...QWEN3, ...NEAR, differences: `norms over all heads; ${WINDOW}` },
  Exaone4ForCausalLM: { ...QWEN3, ...NEAR, differences: `norms after attention and feed-forward; ${WINDOW}` },
  Gemma2ForCausalLM: { ...LLAMA, ...NEAR, differences: `${FOUR_NORMS}, soft caps of scores; ${WINDOW}` },
  Gemma3ForCausalLM: { ...QWEN3, ...NEAR, differences: `${FOUR_NORMS}; ${WINDOW}` },
  Gemma3ForConditionalGeneration: {
    ...QWEN3,
    ...NEAR,
    ...TEXT2,
    differences: `${FOUR_NORMS}; ${WINDOW}; ${TOWER}`,
    // transformers 5.24.0, Gemma3TextConfig; older files leave these out.
    defaults: {
      vocab_size: 262208,
      num_attention_heads: 8,
      num_key_value_heads: 4,
      head_dim: 256,
      max_position_embeddings: 131072
    }
  },
  CohereForCausalLM: { ...LLAMA, ...NEAR, differences: "attention and feed-forward side by side after one norm" },
  Cohere2ForCausalLM: { ...LLAMA, ...NEAR, differences: `attention and feed-forward side by side; ${WINDOW}` },
  Starcoder2ForCausalLM: { ...LLAMA, ...NEAR, differences: "no gate, so that a third of the feed-forward is too much" },
  ApertusForCausalLM: { ...LLAMA, ...NEAR, differences: "no gate, so that a third of the feed-forward is too much" },
  MllamaForConditionalGeneration: {
    ...LLAMA,
    ...NEAR,
    ...TEXT2,
    skips: "cross_attention_layers",
    differences: "layers that attend to pictures are passed by, as for prompts of text alone"
  },
  Glm4MoeForCausalLM: { ...EXPERTS, nextn: 0, differences: `${SHARED}, the first layers dense` },
  Glm4vMoeForConditionalGeneration: { ...EXPERTS, ...TEXT2, nextn: 0, differences: `${SHARED}; ${TOWER}` },
  Ernie4_5_MoeForCausalLM: { ...EXPERTS, differences: "shared experts, the first layers dense" },
  HunYuanMoEV1ForCausalLM: { ...EXPERTS, differences: SHARED },
  OlmoeForCausalLM: { ...EXPERTS, differences: "norms of queries and keys over all heads" },
  BailingMoeV2ForCausalLM: { ...EXPERTS, differences: `${SHARED}, the first layers dense, routing in groups` },
  SolarOpenForCausalLM: { ...EXPERTS, differences: SHARED },
  PhiMoEForCausalLM: { like: "MixtralForCausalLM", ...NEAR, differences: "layer norms with biases, another routing" },
  DeepseekV2ForCausalLM: { ...LATENT, nextn: 0, differences: "attention of the size of DeepSeek-V3, softmax routing" },
  Glm4MoeLiteForCausalLM: {
    ...LATENT,
    nextn: 0,
    differences: "timed with the attention of DeepSeek-V3, which has 128 heads"
  },
  Qwen3NextForCausalLM: { like: "Qwen3_5MoeForConditionalGeneration", verdict: "same" }
};
function standInOf(className) {
  return Object.hasOwn(STAND_INS, className) ? STAND_INS[className] : void 0;
}

// src/models/weights/count-weights.ts
function countWeights(shape, config) {
  let { hiddenSize: h, vocabSize, experts: experts2, layersWith, matricesPerFfn } = shape, ffn = (width) => matricesPerFfn * h * width, router2 = layersWith.experts * h * experts2;
  return {
    plain: vocabSize * h * (shape.isTied ? 1 : 2) + shape.layers * shape.layerEmbedding + router2 + visionWeights(config),
    dense: layersWith.attention * attention2(shape) + layersWith.linear * linearLayer(shape) + (shape.interSizes?.reduce((sum3, width) => sum3 + ffn(width), 0) ?? layersWith.dense * ffn(shape.interSize)) + layersWith.experts * ffn(shape.sharedSize),
    experts: layersWith.experts * experts2 * matricesPerFfn * shape.expertInput * shape.expertSize
  };
}
function attention2({ hiddenSize: h, heads, kvHeads, headSize, latent }) {
  if (latent === void 0) return h * headSize * (2 * heads + 2 * kvHeads);
  let { queryRank, cacheRank, plainSize, rotarySize, valueSize } = latent, queryWidth = heads * (plainSize + rotarySize);
  return (queryRank > 0 ? queryRank * (h + queryWidth) : h * queryWidth) + h * (cacheRank + rotarySize) + cacheRank * heads * (plainSize + valueSize) + heads * valueSize * h;
}
function linearLayer({ hiddenSize: h, linear }) {
  if (linear === void 0) return 0;
  let values = linear.valueHeads * linear.valueSize;
  return h * (2 * linear.keyHeads * linear.keySize + 2 * values + 2 * linear.valueHeads) + values * h;
}
function visionWeights({ vision_config: vision }) {
  if (!isObject(vision)) return 0;
  let size = (...keys) => keys.map((key) => Number(vision[key])).find((found) => found > 0) ?? 0, h = size("hidden_size", "embed_dim", "width"), inner = size("intermediate_size") || 4 * h;
  return size("num_hidden_layers", "depth", "layers") * (4 * h * h + 2 * h * inner);
}

// src/models/weights/model-shape.ts
var UNGATED = [
  "ApertusForCausalLM",
  "FalconForCausalLM",
  "NemotronForCausalLM",
  "NemotronHForCausalLM",
  "PhiForCausalLM",
  "Starcoder2ForCausalLM"
], LAYER_KINDS = {
  attention: ["*", "attention"],
  linear: ["M", "mamba"],
  dense: ["-", "mlp"],
  experts: ["E", "moe"]
};
function modelShape(text, className) {
  let config = usualSpelling(text), size = (...keys) => keys.map((key) => config[key]).find(isSize) ?? 0, listed = layerList2(config), layers = size("num_hidden_layers") || (listed?.length ?? 0), hiddenSize = size("hidden_size"), heads = size("num_attention_heads"), experts2 = size("num_local_experts", "n_routed_experts", "num_experts"), interSize = size("intermediate_size_mlp", "intermediate_size") || 4 * hiddenSize, expertSize = size("moe_intermediate_size", "intermediate_size"), linear = linearSizes(size), latent = latentSizes(size), pruned = prunedShape(config, { layers, heads, hiddenSize });
  return {
    layers,
    hiddenSize,
    vocabSize: size("vocab_size"),
    heads,
    kvHeads: size("num_key_value_heads") || heads,
    headSize: size("head_dim", "attention_head_dim") || Math.floor(hiddenSize / Math.max(1, heads)),
    interSize,
    experts: experts2,
    expertSize,
    expertInput: size("moe_latent_size") || hiddenSize,
    sharedSize: sharedSize(size, expertSize),
    layerEmbedding: size("vocab_size_per_layer_input") * size("hidden_size_per_layer_input"),
    ...latent && { latent },
    ...linear && { linear },
    layersWith: layerKinds(size, listed, { layers, experts: experts2, hasLinear: linear !== void 0 }),
    matricesPerFfn: UNGATED.includes(className) ? 2 : 3,
    isTied: config.tie_word_embeddings === !0,
    ...pruned
  };
}
function prunedShape({ block_configs: blocks }, { layers, heads, hiddenSize }) {
  if (!Array.isArray(blocks)) return;
  let read = blocks.slice(0, layers).flatMap((block) => prunedBlock(block) ?? []), attended = read.filter(({ headsPerGroup }) => headsPerGroup > 0);
  if (read.length < layers || attended.length === 0) return;
  let kvHeads = Math.max(1, ...attended.map(({ headsPerGroup }) => Math.floor(heads / headsPerGroup))), interSizes = read.flatMap(({ ffnFactor }) => ffnFactor > 0 ? [prunedWidth(ffnFactor, hiddenSize)] : []), layersWith = { attention: attended.length, linear: 0, dense: interSizes.length, experts: 0 };
  return { kvHeads, interSizes, layersWith };
}
var isSize = (value) => Number.isSafeInteger(value) && Number(value) > 0;
function sharedSize(size, expertSize) {
  return size("shared_expert_intermediate_size", "moe_shared_expert_intermediate_size") || size("n_shared_experts") * expertSize || (size("intermediate_size_mlp") > 0 ? expertSize : 0);
}
function latentSizes(size) {
  let cacheRank = size("kv_lora_rank");
  if (cacheRank !== 0)
    return {
      queryRank: size("q_lora_rank"),
      cacheRank,
      plainSize: size("qk_nope_head_dim"),
      rotarySize: size("qk_rope_head_dim"),
      valueSize: size("v_head_dim")
    };
}
function linearSizes(size) {
  let deltaHeads = size("linear_num_value_heads");
  if (deltaHeads > 0) {
    let [keySize2, valueSize] = [size("linear_key_head_dim"), size("linear_value_head_dim")];
    return { keyHeads: size("linear_num_key_heads"), valueHeads: deltaHeads, keySize: keySize2, valueSize };
  }
  let stateHeads = size("mamba_num_heads");
  if (stateHeads === 0) return;
  let [keyHeads, keySize] = [size("n_groups") || 1, size("ssm_state_size")];
  return { keyHeads, valueHeads: stateHeads, keySize, valueSize: size("mamba_head_dim") };
}
function layerList2({
  hybrid_override_pattern: pattern,
  layers_block_type: list
}) {
  return typeof pattern == "string" ? [...pattern] : Array.isArray(list) && list.length > 0 ? list.map(String) : void 0;
}
function layerKinds(size, listed, { layers, experts: experts2, hasLinear }) {
  if (listed !== void 0) {
    let count = (kind) => listed.filter((layer) => LAYER_KINDS[kind].includes(layer)).length;
    return { attention: count("attention"), linear: count("linear"), dense: count("dense"), experts: count("experts") };
  }
  let interval = hasLinear && size("full_attention_interval") || 1, attention3 = Math.floor(layers / interval), isRouted = experts2 > 1, leading = isRouted ? Math.min(layers, size("first_k_dense_replace")) : layers, step = isRouted && size("interleave_moe_layer_step", "decoder_sparse_step") || 1, routed = isRouted ? Math.floor((layers - leading) / step) : 0;
  return { attention: attention3, linear: layers - attention3, dense: layers - routed, experts: routed };
}

// src/models/weights/weight-format.ts
var NONE = { form: "none", size: 1, bytes: 0 }, SQUARE = { form: "square", size: 128, bytes: 4 }, GROUP = { form: "group", size: 128, bytes: 2.5 }, NVFP4 = { form: "group", size: 16, bytes: 0 }, MXFP4 = { form: "group", size: 32, bytes: 1 }, SCALES = {
  bfloat16: NONE,
  int8_wo: NONE,
  int4_wo: GROUP,
  fp8: NONE,
  fp8_static: NONE,
  sq: NONE,
  fp8_block: SQUARE,
  fp8_ootb: NONE,
  nvfp4: NVFP4,
  nvfp4_wo: NVFP4,
  w4a16_nvfp4: NVFP4,
  w4afp8: GROUP,
  w4a16_mxfp4: MXFP4,
  w4a8_mxfp4_mxfp8: MXFP4,
  w4a8_mxfp4_mxfp8_trtllm: MXFP4,
  w4a16_mxfp4_cutlass: MXFP4
};
function weightFormat(mode, source) {
  let { form, size, bytes } = SCALES[mode], stored = mode in GEMM_QUANT ? GEMM_QUANT[mode].bytes : MOE_QUANT[mode].bytes;
  if (form === "none") return { bytes: stored, inputBlock: 1, outputBlock: 1 };
  let block = blockSize(source, form) ?? size, perScale = form === "square" ? block * block : block;
  return { bytes: stored + bytes / perScale, inputBlock: block, outputBlock: form === "square" ? block : 1 };
}
function blockSize({ config, hf }, form) {
  let weights = (isObject(config.config_groups) ? Object.values(config.config_groups).filter(isObject) : []).map((group) => group.weights).filter(isObject), sizes = (form === "square" ? sides(config) : [config, hf, ...weights].map(({ group_size: length }) => length)).filter((length) => Number.isSafeInteger(length));
  return sizes.length === 0 ? void 0 : Math.max(1, ...sizes);
}
function sides({ weight_block_size: block }) {
  return Array.isArray(block) ? block : [];
}

// src/models/weights/model-weights.ts
var DATA_TYPES = ["bfloat16", "float16", "float32"], PLAIN_BYTES = 2;
function modelWeights({ className, config, text, quant, quantSource: quantSource2 }) {
  let tied = config.tie_word_embeddings, shape = modelShape(tied === void 0 ? text : { tie_word_embeddings: tied, ...text }, className), { gemm: gemm3 = "bfloat16", moe: moe2 = "bfloat16" } = quant, [dense, experts2] = [weightFormat(gemm3, quantSource2), weightFormat(moe2, quantSource2)], counts = countWeights(shape, config), modes = [...new Set(shape.experts > 1 ? [gemm3, moe2] : [gemm3])].filter((mode) => mode !== "bfloat16");
  return {
    parameters: counts.plain + counts.dense + counts.experts,
    bytes: PLAIN_BYTES * counts.plain + dense.bytes * counts.dense + experts2.bytes * counts.experts,
    precision: modes.join(" and ") || void 0,
    dataType: DATA_TYPES.find(
      (type) => [text, config].some((part) => part.torch_dtype === type || part.dtype === type)
    ),
    splitOver: (gpus) => gpus === 1 ? "tensor" : splitOver(shape, { dense, experts: experts2 }, gpus),
    mostGpus: shape.heads,
    cacheBytes: (gpus, tokens) => cacheBytes(shape, text, { gpus, tokens }) * (quant.kvCache === "fp8" ? 1 : 2)
  };
}
function splitOver(shape, { dense, experts: experts2 }, gpus) {
  let divides = (width, block2) => width % gpus === 0 && width / gpus % block2 === 0;
  if (!splitsAttention(shape, dense, gpus)) return;
  let block = Math.max(dense.inputBlock, dense.outputBlock);
  if (denseWidths(shape).every((width) => divides(width, block)))
    return shape.experts <= 1 || divides(shape.expertSize, Math.max(experts2.inputBlock, experts2.outputBlock)) ? "tensor" : shape.experts % gpus === 0 ? "expert" : void 0;
}
function denseWidths({ layersWith, interSize, interSizes, sharedSize: sharedSize2 }) {
  let dense = interSizes ?? (layersWith.dense > 0 ? [interSize] : []);
  return layersWith.experts > 0 && sharedSize2 > 0 ? [...dense, sharedSize2] : dense;
}
function splitsAttention(shape, { inputBlock, outputBlock }, gpus) {
  let { heads, kvHeads, headSize, latent, linear } = shape, isWhole = (count) => count % gpus === 0, isCopied = (count) => isWhole(count) || gpus % count === 0;
  if (!isWhole(heads) || !isCopied(kvHeads) || linear !== void 0 && !(isWhole(linear.valueHeads) && isCopied(linear.keyHeads))) return !1;
  let own = heads / gpus;
  if (latent !== void 0) {
    let { plainSize, rotarySize, valueSize } = latent;
    return [own * (plainSize + rotarySize), own * (plainSize + valueSize)].every((width) => width % outputBlock === 0) && own * valueSize % inputBlock === 0;
  }
  let keys = Math.max(1, kvHeads / gpus) * headSize;
  return [own * headSize, keys].every((width) => width % outputBlock === 0) && own * headSize % inputBlock === 0;
}
function cacheBytes({ latent, layersWith, kvHeads, headSize }, { sliding_window: window, use_sliding_window: isUsed }, { gpus, tokens }) {
  let kept = typeof window == "number" && window > 0 && isUsed !== !1 ? Math.min(window, tokens) : tokens, width = latent === void 0 ? 2 * Math.max(1, Math.ceil(kvHeads / gpus)) * headSize : latent.cacheRank + latent.rotarySize;
  return layersWith.attention * kept * width;
}

// src/models/architecture.ts
var MAX_LAYERS = 1024, MAX_EXPERTS = 4096;
function parseArchitecture(id, files) {
  let className = requireClass(id, files.config), known3 = isKnown(className) ? { name: className, ...architectureRow(className) } : void 0, found = known3 === void 0 ? foreignModel(id, className, files) : knownModel(id, known3, files), read = factReader(id, { text: found.text, root: files.config }), facts = commonFacts(read, found);
  return { ...facts, model: familyOf(facts, read), weights: weightsOf(facts, found) };
}
function knownModel(id, { name, ...row }, files) {
  return { id, name, standsFor: name, row, text: textConfig(files.config, row.textConfig), files, skippedLayers: 0 };
}
function foreignModel(id, name, files) {
  let standIn = standInOf(name), like = standIn === void 0 ? {} : architectureRow(standIn.like), spelt = usualSpelling(textConfig(files.config, "text_config")), text = { num_key_value_heads: spelt.num_attention_heads ?? null, ...standIn?.defaults, ...spelt };
  requireSizes(id, name, text);
  let skipped = standIn?.skips === void 0 ? void 0 : text[standIn.skips], skippedLayers = Array.isArray(skipped) ? skipped.length : 0;
  return { id, name, standsFor: standIn?.like, row: { ...like, ...standIn }, text, files, skippedLayers };
}
var SIZES = ["hidden_size", "num_hidden_layers", "num_attention_heads", "vocab_size"];
function requireSizes(id, name, text) {
  let hasLayers = (key) => key === "num_hidden_layers" && listedLayers(text) !== void 0, missing = SIZES.filter((key) => text[key] === void 0 && !hasLayers(key));
  if (missing.length !== 0)
    throw new RenderError("FAMILY_UNSUPPORTED", {
      message: `model ${id} has the architecture ${show(name)}, which belongs to no known family, and its configuration lacks what a sizing from memory needs: ${missing.join(", ")}`,
      path: "spec.model",
      hint: `add the fields to its config.json; ${KNOWN}`
    });
}
function familyOf(facts, read) {
  let { family, name, standsFor } = facts, definition = family === void 0 ? "unmodelled" : FAMILIES[family];
  if (definition === "unmodelled" || name === standsFor)
    return definition === "unmodelled" ? definition : definition(read, facts);
  try {
    return definition(read, facts);
  } catch (error) {
    if (error instanceof RenderError) return "unmodelled";
    throw error;
  }
}
function weightsOf({ name, quant }, { files: { config, hfQuantConfig }, text }) {
  return modelWeights({
    className: name,
    config,
    text,
    quant,
    quantSource: quantSource({ config, hfQuantConfig }, text)
  });
}
function commonFacts(read, { id, name, standsFor, row, text, files, skippedLayers }) {
  let { family, hasQkNorm = !1, windowSize = 0, nextn = 0 } = row, { need, first, orElse } = read, layers = layerCount(read, text) - skippedLayers, heads = need("num_attention_heads"), hiddenSize = need("hidden_size"), quantisation = quantConfig(files.config, text), experts2 = first("num_local_experts", "n_routed_experts", "num_experts");
  return requireBounded(id, layers, experts2), {
    id,
    name,
    standsFor,
    family,
    layers,
    hiddenSize,
    heads,
    kvHeads: first("num_key_value_heads"),
    headSize: first("head_dim", "attention_head_dim") || Math.floor(hiddenSize / heads),
    interSize: first("intermediate_size"),
    vocabSize: need("vocab_size"),
    contextLength: name === standsFor ? need("max_position_embeddings") : first("max_position_embeddings") || void 0,
    experts: experts2,
    topk: orElse(0, "num_experts_per_tok", "top_k_experts"),
    moeInterSize: first("moe_intermediate_size", "intermediate_size"),
    usesQkNorm: hasQkNorm,
    windowSize,
    nextn: orElse(nextn, "num_nextn_predict_layers"),
    hasCustomCode: isObject(files.config.auto_map),
    quant: inferQuantisation(id, quantisation, files.hfQuantConfig),
    unquantised: unquantisedModules(quantSource(files, text)),
    weightBlockSize: weightBlockSize(quantisation)
  };
}
function requireBounded(id, layers, experts2) {
  if (!(layers <= MAX_LAYERS && experts2 <= MAX_EXPERTS))
    throw new RenderError("LIMIT_EXCEEDED", {
      message: `model ${id} has ${layers} layers and ${experts2} experts; at most ${MAX_LAYERS} and ${MAX_EXPERTS} are modelled`,
      path: "spec.model"
    });
}
var DEFAULT_BLOCK_SIZE = 128;
function weightBlockSize(quantisation) {
  let blocks = quantisation?.weight_block_size, first = Array.isArray(blocks) ? blocks[0] : void 0;
  return typeof first == "number" && first > 0 ? first : DEFAULT_BLOCK_SIZE;
}
var KNOWN = `known architectures: ${Object.keys(ARCHITECTURES).join(", ")}`;
function isKnown(name) {
  return Object.hasOwn(ARCHITECTURES, name);
}
function requireClass(id, config) {
  let names = config.architectures, name = Array.isArray(names) ? names[0] : void 0;
  if (typeof name == "string" && CLASS_NAME.test(name)) return name;
  throw new RenderError("FAMILY_UNSUPPORTED", {
    message: `model ${id} has the architecture ${show(name ?? null)}, which belongs to no known family`,
    path: "spec.model",
    hint: KNOWN
  });
}
var CLASS_NAME = /^[A-Z]\w{2,99}$/;
function textConfig(config, key) {
  let text = key === void 0 ? void 0 : config[key];
  return isObject(text) ? text : config;
}
function quantSource({ config, hfQuantConfig }, text) {
  let hf = isObject(hfQuantConfig?.quantization) ? hfQuantConfig.quantization : {};
  return { config: quantConfig(config, text) ?? {}, hf };
}
function quantConfig(config, text) {
  let found = config.quantization_config ?? text.quantization_config;
  return isObject(found) ? found : void 0;
}
function layerCount({ need }, text) {
  return typeof text.num_hidden_layers == "number" ? need("num_hidden_layers") : listedLayers(text) ?? need("num_hidden_layers");
}
function listedLayers({ layers_block_type: list, hybrid_override_pattern: pattern }) {
  return Array.isArray(list) ? list.length : typeof pattern == "string" ? pattern.length : void 0;
}

// src/models/worker-plan.ts
function phasesOf(plan) {
  let { layers } = plan.architecture, scale = mtpScale(plan);
  return {
    context: { ...plan, phase: "context", perLayer: layers, once: 1 },
    generation: { ...plan, phase: "generation", perLayer: layers * scale, once: scale }
  };
}
function mtpScale({ architecture: { nextn, layers }, revision }) {
  if (nextn === 0) return 1;
  let expected = 0, probability = 1;
  for (let depth = 0; depth < nextn; depth += 1)
    probability *= revision.nextnAcceptRates[depth] ?? 0, expected += probability;
  return 1 / (1 + expected) * (nextn + layers) / layers;
}

// src/models/model.ts
function familyModel({ model, ...architecture }) {
  if (model !== "unmodelled") return model;
  throw familyUnsupported(architecture);
}
function isModelled({ model }) {
  return model !== "unmodelled";
}
function familyUnsupported({ id, name, family }) {
  let modelled = Object.entries(FAMILIES).flatMap(([known3, row]) => row === "unmodelled" ? [] : [known3]);
  return new RenderError("FAMILY_UNSUPPORTED", {
    message: `model ${id} (${name}) belongs to ${family === void 0 ? "no known family" : `the family ${family}, which is not modelled yet`}`,
    path: "spec.model",
    hint: `modelled families: ${modelled.join(", ")}`
  });
}
function operationLists({ operations }, plan) {
  let { context, generation } = phasesOf(plan);
  return { context: operations(context), generation: operations(generation) };
}

// src/perfdb/known-models.ts
import { readFileSync as readFileSync2 } from "node:fs";
import { join as join2 } from "node:path";

// src/perfdb/package-folder.ts
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
function packageFolder(name) {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    try {
      if (JSON.parse(readFileSync(join(folder, "package.json"), "utf8")).name === "dgdr-render") return join(folder, name);
    } catch {
    }
    if (folder === dirname(folder))
      throw new RenderError("INPUT_NOT_FOUND", { message: `no ${name}: package folder not found` });
  }
}

// src/perfdb/known-models.ts
var NOTHING_KNOWN = {
  files: () => {
  },
  alias: () => {
  },
  aliasFiles: (_, files) => files,
  likely: () => {
  },
  parameters: () => {
  },
  ids: () => [],
  described: () => [],
  aliases: () => []
}, FORMAT = 1, FILE = "models.json";
function openKnownModels(others, root2) {
  let read, catalogue = () => (read ??= readCatalogue(root2 ?? packageFolder("catalogue")), read), fromOthers = (id) => others().find(({ models }) => Object.hasOwn(models, id))?.models[id];
  return {
    files: (id) => {
      let known3 = catalogue().configs.get(id);
      return known3 === void 0 ? fromOthers(id) : { config: known3.config, hfQuantConfig: void 0 };
    },
    alias: (id) => catalogue().aliases.get(id),
    aliasFiles: ({ format, set }, files) => withFormat(withFields(files, set), format, catalogue()),
    likely: (id) => catalogue().likely.get(id),
    parameters: (id) => catalogue().configs.get(id)?.parameters,
    ids: () => [
      .../* @__PURE__ */ new Set([
        ...others().flatMap(({ models }) => Object.keys(models)),
        ...catalogue().configs.keys(),
        ...catalogue().aliases.keys()
      ])
    ],
    described: () => [...catalogue().configs.keys()],
    aliases: () => [...catalogue().aliases.keys()]
  };
}
function withFields(files, set) {
  let { text_config: text } = files.config;
  if (!isObject(text)) return { ...files, config: { ...files.config, ...set } };
  let inner = Object.entries(set).filter(([key]) => Object.hasOwn(text, key)), outer = Object.entries(set).filter(([key]) => !Object.hasOwn(text, key)), config = { ...files.config, ...Object.fromEntries(outer) };
  return { ...files, config: { ...config, text_config: { ...text, ...Object.fromEntries(inner) } } };
}
function withFormat(files, name, { formats }) {
  if (name === void 0) return files;
  let format = formats.get(name);
  if (format === void 0) throw corrupt(`${FILE} has no format ${name}`);
  let { quantization_config: _, text_config: text, ...rest } = files.config;
  return {
    config: { ...{ ...rest, ...text !== void 0 && { text_config: withoutQuantisation(text) } }, ...format.config && { quantization_config: format.config } },
    hfQuantConfig: format.hf && { quantization: format.hf }
  };
}
function withoutQuantisation(text) {
  if (!isObject(text)) return text;
  let { quantization_config: _, ...rest } = text;
  return rest;
}
function readCatalogue(root2) {
  let index = parse(readBytes(root2, "index.json"), "index.json");
  if (index.format !== FORMAT) throw corrupt(`the catalogue has format ${index.format}, this release reads ${FORMAT}`);
  let bytes = readBytes(root2, FILE);
  if (!isObject(index.files) || index.files[FILE] !== hashOf(bytes))
    throw corrupt(`${FILE} of the catalogue is not the file that its index.json was made with`);
  let all = parse(bytes, FILE);
  return {
    formats: entriesOf(all.formats, (value) => value),
    configs: entriesOf(all.configs, ({ config, parameters }) => {
      if (!isObject(config) || typeof parameters != "number") throw corrupt(`${FILE} has a model without facts`);
      return { config, parameters };
    }),
    aliases: entriesOf(all.aliases, toAlias),
    likely: new Map(Object.entries(isObject(all.likely) ? all.likely : {}).map(([id, like]) => [id, String(like)]))
  };
}
function toAlias({ like, format, isByName, set, parameters }) {
  return {
    like: String(like),
    format: format === void 0 ? void 0 : String(format),
    isByName: isByName === !0,
    set: isObject(set) ? set : {},
    parameters: typeof parameters == "number" ? parameters : void 0
  };
}
function entriesOf(value, read) {
  if (!isObject(value)) throw corrupt(`${FILE} of the catalogue lacks a part`);
  return new Map(
    Object.entries(value).map(([id, entry]) => {
      if (!isObject(entry)) throw corrupt(`${FILE} of the catalogue has an entry ${id} that is no object`);
      return [id, read(entry)];
    })
  );
}
function readBytes(root2, name) {
  try {
    return readFileSync2(join2(root2, name));
  } catch (error) {
    throw new RenderError("INPUT_NOT_FOUND", {
      message: `no catalogue of models: cannot read ${name} (${String(error.code)})`,
      hint: "reinstall the package"
    });
  }
}
function parse(bytes, name) {
  try {
    let value = JSON.parse(bytes.toString("utf8"));
    if (isObject(value)) return value;
  } catch {
  }
  throw corrupt(`${name} of the catalogue is not JSON`);
}

// src/profile/supplied-models.ts
function suppliedFor(id, supplied) {
  return Object.hasOwn(supplied, id) ? supplied[id] : void 0;
}
function isLike(model) {
  return model !== void 0 && "like" in model;
}

// src/model-ids.ts
import { posix } from "node:path";
var NAME = /^[A-Za-z0-9_][A-Za-z0-9_.-]*$/, LONGEST_ID = 192, MODELS_FOLDER = "dgdr-models";
function isHubId(id) {
  if (id.length > LONGEST_ID) return !1;
  let names = id.split("/");
  return names.length <= 2 && names.every((name) => NAME.test(name) && !/\.\.|\.$/.test(name));
}
var PLAIN = /^[\w./-]+$/;
function addModelCommand(id, file) {
  if (!isHubId(id)) return;
  let folder = posix.dirname(file), to = folder !== ".." && !folder.startsWith("../") && !posix.isAbsolute(folder) ? "" : ` --to ${PLAIN.test(folder) ? folder : `'${folder.replaceAll("'", "'\\''")}'`}`;
  return `dgdr-render models add ${id}${to}`;
}

// src/models/id-spelling.ts
var RENAMED = [
  [/^meta-llama\/meta-llama-/, "meta-llama/llama-"],
  [/^neuralmagic\//, "redhatai/"],
  [/^thudm\//, "zai-org/"],
  [/^cohereforai\//, "coherelabs/"],
  [/^(nvidia\/.*)-fp4$/, "$1-nvfp4"]
], LETTERS_OF_A_SLIP = 4;
function sameModel(id, ids) {
  if (id.length > LONGEST_ID) return;
  let wanted = partsOf(id), others = ids.filter((other) => other !== id);
  return others.find((other) => isSame(wanted, partsOf(other))) ?? others.find((other) => !id.includes("/") && isSame(wanted, partsOf(nameOf(other)))) ?? others.find((other) => isSlip(wanted, partsOf(other)));
}
function nameOf(id) {
  return id.slice(id.lastIndexOf("/") + 1);
}
function partsOf(id) {
  return RENAMED.reduce((text, [before, now]) => text.replace(before, now), id.toLowerCase()).match(/[a-z]+|\d+|\//g) ?? [];
}
function isSame(one, other) {
  return one.length > 0 && one.length === other.length && one.every((part, i) => part === other[i]);
}
function isSlip(one, other) {
  if (one.length !== other.length) return !1;
  let at = one.findIndex((part, i) => part !== other[i]), [word = "", meant = ""] = [one[at], other[at]], isRestSame = one.slice(at + 1).every((part, i) => part === other[at + 1 + i]);
  return at >= 0 && isRestSame && isWord(word) && isWord(meant) && isOneEditApart(word, meant);
}
function isWord(part) {
  return part.length >= LETTERS_OF_A_SLIP && /^[a-z]/.test(part);
}
function isOneEditApart(one, other) {
  let [short, long] = one.length <= other.length ? [one, other] : [other, one], at = [...short].findIndex((letter, i) => letter !== long[i]);
  return at < 0 ? long.length - short.length === 1 : short.length !== long.length ? short.slice(at) === long.slice(at + 1) : short.slice(at + 1) === long.slice(at + 1) ? !0 : short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2);
}

// src/profile/unknown-model.ts
function unknownModel({ model, origin }, bundled) {
  let named2 = sameModel(model, idsOf(bundled)), likely = bundled.known.likely(model), isBundled = likely !== void 0 && idsOf(bundled).includes(likely), command = addModelCommand(model, origin?.file ?? ""), fetch = command === void 0 ? "" : `fetch its configuration with \`${command}\`, or `, hints = [
    named2 === void 0 ? void 0 : `did you mean ${named2}? Otherwise`,
    isBundled && `its shape is most likely that of ${likely}: say so with \`--model-like ${model}=${likely}\`, or`,
    `${fetch}supply its config.json with --model-config ${model}=PATH or spec.models of the function's config`
  ];
  return new RenderError("MODEL_UNKNOWN", {
    message: `model ${model} is not bundled, and nothing is downloaded while rendering`,
    path: "spec.model",
    origin,
    hint: hints.filter((hint) => hint !== void 0 && hint !== !1).join(" ")
  });
}
function unknownLike({ model, origin }, like, bundled) {
  let named2 = sameModel(like, idsOf(bundled));
  return new RenderError("MODEL_UNKNOWN", {
    message: `model ${model} is said to be like ${like}, which is not bundled`,
    path: "spec.model",
    origin,
    hint: `${named2 === void 0 ? "" : `did you mean ${named2}? `}dgdr-render models list has the models that are bundled`
  });
}
function idsOf({ data, known: known3 }) {
  return [...Object.keys(data.models().models), ...known3.ids()];
}

// src/profile/models.ts
function withModels(engine, supplied) {
  return {
    revision: engine.revision,
    ...engine.known !== void 0 && { known: engine.known },
    supplied,
    get data() {
      return engine.data;
    }
  };
}
function findArchitecture(request, engine, warn) {
  let { files, like, notes = [] } = findFiles(request, engine);
  for (let { code, ...details } of notes) warn?.(code, { ...details, origin: request.locate("spec.model") });
  let architecture = parseArchitecture(request.model, files);
  if (!request.mends.sizesForRequest && architecture.name !== architecture.standsFor)
    throw familyUnsupported(architecture);
  return {
    ...architecture,
    nextn: engine.revision.drafts.predictedTokens(architecture.nextn),
    ...like !== void 0 && { like }
  };
}
function findFiles(request, engine) {
  let { model } = request, supplied = suppliedFor(model, engine.supplied ?? {});
  if (supplied !== void 0 && !isLike(supplied)) return { files: supplied };
  let like = supplied?.like, bundle = bundledFor(request, engine), bundled = bundledFiles(model, bundle);
  if (bundled !== void 0) return { files: bundled, notes: like === void 0 ? [] : [ignoredLike(model, like)] };
  let found = like === void 0 ? aliasFiles(model, bundle) : filesOfLike(like, bundle);
  if (found !== void 0) return found;
  let asked = { model, origin: request.locate("spec.model") };
  throw like === void 0 ? unknownModel(asked, bundle) : unknownLike(asked, like, bundle);
}
function lookUpModel(id, { data, known: known3 = NOTHING_KNOWN }) {
  let bundle = { data, known: known3 }, bundled = bundledFiles(id, bundle), found = bundled === void 0 ? aliasFiles(id, bundle) : { files: bundled };
  if (found === void 0) throw unknownModel({ model: id, origin: void 0 }, bundle);
  return found;
}
function bundledFor({ mends }, { data, known: known3 = NOTHING_KNOWN }) {
  return { data, known: mends.knowsCatalogue ? known3 : NOTHING_KNOWN };
}
function bundledFiles(id, { data, known: known3 }) {
  let { models } = data.models();
  return Object.hasOwn(models, id) ? models[id] : known3.files(id);
}
function filesOfLike(like, bundle) {
  let files = bundledFiles(like, bundle);
  return files === void 0 ? aliasFiles(like, bundle) : { files, like };
}
function aliasFiles(id, bundle) {
  let alias = bundle.known.alias(id), files = alias && bundledFiles(alias.like, bundle);
  if (!(alias === void 0 || files === void 0))
    return { files: bundle.known.aliasFiles(alias, files), like: alias.like, notes: [aliasNote(id, alias)] };
}
function aliasNote(id, { like, format, isByName }) {
  let weights = format === void 0 || format === "none" ? "" : `, its weights in ${format}`;
  return { code: "MODEL_ALIAS", message: `${id} has the shape of the bundled model ${like}${weights}${isByName ? ", by its name alone" : ""}`, path: "spec.model" };
}
function ignoredLike(id, like) {
  return { code: "FIELD_IGNORED", message: `${id} is bundled itself; that it is like ${like} counts for nothing`, path: "spec.model", hint: `leave out that ${id} is like ${like}` };
}

// src/profile/answering.ts
function answeringEngine(request, engines) {
  let own = engines(request.engine), { family } = findArchitecture(request, own);
  if (family === void 0 || own.revision.families.includes(family)) return { engine: own, foreignFamily: void 0 };
  let other = ENGINE_NAMES.toReversed().map(engines).find(({ revision }) => revision.families.includes(family));
  if (other === void 0) return { engine: own, foreignFamily: void 0 };
  let files = own.data.models().models[request.model];
  return { engine: files === void 0 ? other : withModels(other, { [request.model]: files }), foreignFamily: family };
}
function warnAboutForeign(request, { engine, foreignFamily }, warn) {
  if (foreignFamily === void 0) return;
  let { revision, data } = engine;
  warn("ENGINE_FOREIGN", {
    message: `${request.model} is of the family ${foreignFamily}, which engine ${request.engine} of the target does not have: engine ${revision.name} over ${data.release} answers, by measurements of other releases of the backends`,
    path: "spec.model",
    origin: request.locate("spec.model"),
    hint: "compare the deployment with its latency targets before it serves"
  });
}

// src/profile/kept-sweeps.ts
var sweepAnew = (_, make) => make();
function keepSweeps() {
  let last, known3 = /* @__PURE__ */ new Map();
  return (inputs) => {
    inputs !== last && (known3 = /* @__PURE__ */ new Map()), last = inputs;
    let own = known3;
    return (what, make) => {
      let found = own.get(what) ?? make();
      return own.set(what, found), found;
    };
  };
}

// src/memo.ts
function latest(make) {
  let last;
  return (key) => (last?.key !== key && (last = { key, value: make(key) }), last.value);
}
function memo(make) {
  let known3 = /* @__PURE__ */ new Map();
  return (key) => {
    let value = known3.get(key);
    return value === void 0 && (value = make(key), known3.set(key, value)), value;
  };
}

// src/operations/data-missing.ts
var DataMissing = class extends Error {
  /** Whether it is so of an operation in every step, and not of the sizes of one. */
  isOfEveryStep;
  constructor(message, { isOfEveryStep = !1 } = {}) {
    super(message), this.name = "DataMissing", this.isOfEveryStep = isOfEveryStep;
  }
};
function attempt(run) {
  try {
    return run();
  } catch (error) {
    if (error instanceof DataMissing) return error;
    throw error;
  }
}

// src/operations/kind.ts
function sequencesKey(batch, sequenceLength) {
  return batch * 16777216 + sequenceLength;
}
var ACTIVATION_BYTES = 2, noWeights = () => 0;
function perRank({ tokenSplit: tokenSplit2, dealtRanks = 1 }, tokens) {
  return Math.ceil(Math.floor(tokens / dealtRanks) / tokenSplit2);
}

// src/operations/resolved/per-shape.ts
function perShape(open2, keyOf) {
  let byOperation = /* @__PURE__ */ new WeakMap(), byShape = /* @__PURE__ */ new Map(), find = (op) => {
    let key = keyOf(op), value = byShape.get(key);
    return value === void 0 && (value = attempt(() => open2(op)), byShape.set(key, value)), value;
  };
  return (op) => {
    let value = byOperation.get(op);
    if (value === void 0 && (value = find(op), byOperation.set(op, value)), value instanceof DataMissing) throw value;
    return value;
  };
}

// src/operations/resolver/boundary.ts
function transferFrom(measuredRoofline, measured, roofline2) {
  if (!(measured > 0) || !(measuredRoofline > 0) || !(roofline2 > 0))
    throw new DataMissing("nothing was measured near, and the roofline tells nothing");
  return roofline2 / (measuredRoofline / measured);
}

// src/operations/resolver/nest.ts
function nestOf(slice, axes) {
  let columns = axes.map((name) => slice.column(name)), levels = axes.map((_, depth) => branches(columns, depth, slice.rowCount));
  return {
    levels: levels.map((rows, depth) => ({
      keys: depth === axes.length - 1 ? columns[depth] : Float64Array.from(rows, (row) => columns[depth][row]),
      starts: childStarts(rows, levels[depth + 1])
    })),
    latencyMs: slice.column("latency")
  };
}
function branches(columns, depth, rowCount) {
  let found = new Int32Array(rowCount), count = 0;
  for (let row = 0; row < rowCount; row += 1) {
    let isNew = row === 0;
    for (let i = 0; i <= depth && !isNew; i += 1) isNew = columns[i][row] !== columns[i][row - 1];
    isNew && (found[count++] = row);
  }
  return found.subarray(0, count);
}
function childStarts(own, next) {
  if (next === void 0) return new Int32Array(0);
  let starts = new Int32Array(own.length + 1), child = 0;
  for (let i = 0; i < own.length; i += 1) {
    for (; next[child] < own[i]; ) child += 1;
    starts[i] = child;
  }
  return starts[own.length] = next.length, starts;
}
function firstNotBelow(keys, from, to, value) {
  let low = from, high = to;
  for (; low < high; ) {
    let middle = low + high >>> 1;
    keys[middle] < value ? low = middle + 1 : high = middle;
  }
  return low;
}
function isPositive(timeMs) {
  return timeMs > 0 && timeMs < Number.POSITIVE_INFINITY;
}

// src/operations/resolver/curves.ts
function curveTime(curve, x, speedOfLight) {
  let { keys, latencyMs: latencyMs2 } = curve, last = keys.length - 1;
  if (last < 0) throw new DataMissing("no measured points");
  if (x >= keys[0] && x <= keys[last]) return insideCurve(curve, x);
  let edge = x < keys[0] ? 0 : last;
  return transferFrom(speedOfLight(keys[edge]), latencyMs2[edge], speedOfLight(x));
}
function insideCurve({ keys, latencyMs: latencyMs2 }, x) {
  let above = firstNotBelow(keys, 0, keys.length, x);
  if (keys[above] === x) return latencyMs2[above];
  let weight = (x - keys[above - 1]) / (keys[above] - keys[above - 1]);
  return latencyMs2[above - 1] + (latencyMs2[above] - latencyMs2[above - 1]) * weight;
}
function curvesOf(slice, by, over) {
  let columns = by.map((name) => slice.column(name)), [keys, latency] = [slice.column(over), slice.column("latency")], curves = /* @__PURE__ */ new Map(), start = 0;
  for (let row = 1; row <= slice.rowCount; row += 1) {
    if (row < slice.rowCount && columns.every((column) => column[row] === column[row - 1])) continue;
    let id = columns.map((column) => column[start]).join(" ");
    curves.set(id, { keys: keys.subarray(start, row), latencyMs: latency.subarray(start, row) }), start = row;
  }
  return curves;
}

// src/operations/resolver/weights.ts
var NEAREST = 4, NEEDED = NEAREST + 1, TINY = 1e-12;
function meanShare(count, squares, shares) {
  if (count === 0) throw new DataMissing("no measured point is of use");
  let used = Math.min(count, NEAREST), radius = count > NEAREST ? Math.sqrt(squares[NEAREST]) : Number.POSITIVE_INFINITY, weighed = 0, weights = 0;
  for (let i = 0; i < used; i += 1) {
    let weight = weightOf(Math.sqrt(squares[i]), radius);
    weighed += weight * shares[i], weights += weight;
  }
  return weights > 0 ? weighed / weights : plainMean(used, shares);
}
function plainMean(count, shares) {
  let sum3 = 0;
  for (let i = 0; i < count; i += 1) sum3 += shares[i];
  return sum3 / count;
}
function weightOf(distance, radius) {
  return radius === Number.POSITIVE_INFINITY ? 1 / (distance * distance + TINY) : fadedWeight(distance, radius);
}
function fadedWeight(distance, radius) {
  let faded = Math.max(radius - distance, 0) / (radius * distance + TINY);
  return faded * faded;
}

// src/operations/resolver/nearest-points.ts
var SMALLEST = 1e-12;
function logOf(value) {
  return Math.log2(Math.max(value, SMALLEST));
}
function squareOf(difference) {
  return difference * difference;
}
var TOLD_APART = 1e-13;
function isToldApart(one, other, log) {
  if (one.lastLog === other.lastLog && one.outerSquare <= other.outerSquare && one.place < other.place) return !0;
  let square = one.outerSquare + squareOf(one.lastLog - log), otherSquare = other.outerSquare + squareOf(other.lastLog - log);
  return otherSquare - square > otherSquare * TOLD_APART;
}
function changeOf(one, other) {
  return (one.outerSquare + squareOf(one.lastLog) - other.outerSquare - squareOf(other.lastLog)) / (2 * (one.lastLog - other.lastLog));
}
var UNKNOWN = -1, USELESS = 0, NearestPoints = class {
  #nest;
  #speedOfLight;
  /** Points that the search keeps. */
  #most = 0;
  /** Logarithms of the keys of each level, and of the point that is asked for. */
  #logs;
  #wanted;
  /** The smallest and the largest logarithm of each level, and the square of how far the point that is asked for lies outside. */
  #ranges;
  #gaps;
  /** Keys of the point that is looked at. */
  #keys;
  /** By level the square of the distance of the node that is looked at, along its axis and those outside. */
  #outer;
  /** Shares of the roofline that the points reach. */
  #shares;
  /** The nearest useful points so far, in the order of their distances, then of their places. */
  #count = 0;
  #squares;
  #outerSquares;
  #places;
  #nearShares = new Float64Array(NEEDED);
  /** `most` is how many points any search may keep. */
  constructor(nest, speedOfLight, most) {
    this.#nest = nest, this.#speedOfLight = speedOfLight, this.#logs = nest.levels.map(({ keys }) => Float64Array.from(keys, logOf)), this.#ranges = this.#logs.map((logs) => [
      logs.reduce(min, Number.POSITIVE_INFINITY),
      logs.reduce(max, Number.NEGATIVE_INFINITY)
    ]), this.#wanted = new Float64Array(nest.levels.length), this.#gaps = new Float64Array(nest.levels.length), this.#keys = new Float64Array(nest.levels.length), this.#outer = new Float64Array(nest.levels.length), this.#shares = new Float64Array(nest.latencyMs.length).fill(UNKNOWN), this.#squares = new Float64Array(most), this.#outerSquares = new Float64Array(most), this.#places = new Int32Array(most);
  }
  /** The nearest points of use to one, by its logarithms on all axes: the nearest first, of equals the one that stands first. */
  near(logs) {
    this.#wanted.set(logs), this.#search(this.#squares.length);
    let lastLogs = this.#logs[this.#logs.length - 1];
    return Array.from({ length: this.#count }, (_, i) => {
      let place = this.#places[i], [square, outerSquare] = [this.#squares[i], this.#outerSquares[i]];
      return { place, square, outerSquare, lastLog: lastLogs[place], share: this.#shares[place] };
    });
  }
  /** The share of the roofline that is expected at a point. @throws DataMissing where no point is of use */
  meanShare(point) {
    for (let axis = 0; axis < this.#wanted.length; axis += 1) this.#wanted[axis] = logOf(point[axis]);
    this.#search(NEEDED);
    for (let i = 0; i < this.#count; i += 1) this.#nearShares[i] = this.#shares[this.#places[i]];
    return meanShare(this.#count, this.#squares, this.#nearShares);
  }
  #search(most) {
    this.#count = 0, this.#most = most;
    for (let axis = 0; axis < this.#wanted.length; axis += 1) {
      let [least, most2] = this.#ranges[axis];
      this.#gaps[axis] = gapSquare(this.#wanted[axis], least, most2);
    }
    this.#visit(0, 0, this.#nest.levels[0].keys.length);
  }
  /**
   * Looks at the nodes `from` to `to` of a level, the nearest first: their distances along the level's axis only grow to
   * either side, so that a side ends where it is farther away than all that is kept, with the least that the levels inside
   * add. Sums are rounded the same way for larger parts, so that no point is passed by that is nearer.
   */
  #visit(depth, from, to) {
    let { keys, starts } = this.#nest.levels[depth], logs = this.#logs[depth], wanted = this.#wanted[depth], before = depth === 0 ? 0 : this.#outer[depth - 1], isLast = depth === this.#logs.length - 1, up = firstNotBelow(logs, from, to, wanted), down = up - 1;
    for (; up < to || down >= from; ) {
      let upSquare = up < to ? squareOf(logs[up] - wanted) : Number.POSITIVE_INFINITY, downSquare = down >= from ? squareOf(logs[down] - wanted) : Number.POSITIVE_INFINITY, isUp = upSquare < downSquare, square = before + (isUp ? upSquare : downSquare);
      if (this.#isTooFar(depth, square)) return;
      let node = isUp ? up++ : down--;
      this.#keys[depth] = keys[node], isLast ? this.#consider(node, square, before) : (this.#outer[depth] = square, this.#visit(depth + 1, starts[node], starts[node + 1]));
    }
  }
  /** Whether everything inside a node of such a square is farther away than all that is kept. */
  #isTooFar(depth, square) {
    if (this.#count < this.#most) return !1;
    let least = square;
    for (let axis = depth + 1; axis < this.#gaps.length; axis += 1) least += this.#gaps[axis];
    return least > this.#squares[this.#most - 1];
  }
  /** Keeps a point that is near enough and of use. Points of equal distance keep the order in which they stand. */
  #consider(place, square, outerSquare) {
    let [squares, places, outerSquares] = [this.#squares, this.#places, this.#outerSquares], at = this.#count;
    for (; at > 0 && (square < squares[at - 1] || square === squares[at - 1] && place < places[at - 1]); ) at -= 1;
    if (!(at === this.#most || this.#shareAt(place) === USELESS)) {
      for (let i = Math.min(this.#count, this.#most - 1); i > at; i -= 1)
        squares[i] = squares[i - 1], outerSquares[i] = outerSquares[i - 1], places[i] = places[i - 1];
      squares[at] = square, outerSquares[at] = outerSquare, places[at] = place, this.#count = Math.min(this.#count + 1, this.#most);
    }
  }
  #shareAt(place) {
    let known3 = this.#shares[place];
    if (known3 !== UNKNOWN) return known3;
    let latencyMs2 = this.#nest.latencyMs[place], roofline2 = this.#speedOfLight(this.#keys), share = latencyMs2 > 0 && isPositive(roofline2) ? roofline2 / latencyMs2 : USELESS;
    return this.#shares[place] = share, share;
  }
}, min = (a, b) => Math.min(a, b), max = (a, b) => Math.max(a, b);
function gapSquare(value, least, most) {
  return squareOf(value < least ? least - value : value > most ? value - most : 0);
}

// src/operations/resolver/mean-share.ts
var MeanShare = class {
  #points;
  /** Squares of the distances in the last answer, in the order of the points. */
  #squares;
  constructor(points) {
    this.#points = points, this.#squares = new Float64Array(points.length);
  }
  /** @throws DataMissing where no point is of use */
  at(log) {
    return this.#order(log), meanShare(
      this.#points.length,
      this.#squares,
      this.#points.map(({ share }) => share)
    );
  }
  /** Divides rooflines at ascending logarithms by the shares there, each within a range of them. @throws DataMissing */
  divide(rooflines, logs, { from, end }) {
    for (let i = from; i < end; ) {
      let share = this.at(logs[i]), next = this.#points.length < NEEDED ? i : this.#orderedBelow(logs, { from: i, end });
      next > i ? this.#divideOrdered(rooflines, logs, { from: i, end: next }) : rooflines[i] /= share, i = Math.max(next, i + 1);
    }
  }
  /** Puts the points in the order of their distances, of equals the one that stands first in the grid. */
  #order(log) {
    let squares = this.#squares, points = this.#points;
    for (let i = 0; i < points.length; i += 1) {
      let point = points[i], square = point.outerSquare + squareOf(point.lastLog - log), at = i;
      for (; at > 0 && (square < squares[at - 1] || square === squares[at - 1] && point.place < points[at - 1].place); )
        at -= 1;
      squares.copyWithin(at + 1, at, i), squares[at] = square, at < i && (points = [...points.slice(0, at), point, ...points.slice(at, i), ...points.slice(i + 1)]);
    }
    this.#points = points;
  }
  /** Index below which the points stand in the order of the last answer; the first one itself where that cannot be told. */
  #orderedBelow(logs, { from, end }) {
    let log = logs[from], pairs2 = this.#pairs();
    if (!pairs2.every(([one, other]) => isToldApart(one, other, log))) return from;
    let last = end - 1;
    for (; last > from && !pairs2.every(([one, other]) => isToldApart(one, other, logs[last])); ) {
      let changes = pairs2.map(([one, other]) => changeOf(one, other)).filter((change2) => change2 > log), change = Math.min(...changes), before = firstNotBelow(logs, from, last, change) - 1;
      last = change < logs[last] && before < last ? before : from + last >>> 1;
    }
    return Math.max(last, from) + 1;
  }
  /** Neighbours in the present order, as far as it decides anything. */
  #pairs() {
    let points = this.#points;
    return [...points.slice(1, NEEDED).map((point, i) => [points[i], point]), ...points.slice(NEEDED).map((point) => [points[NEEDED - 1], point])];
  }
  /** The same as dividing by `at`, where the points stay in the present order: of these there are as many as a share depends on. */
  #divideOrdered(rooflines, logs, { from, end }) {
    let points = this.#points, [outer1, outer2, outer3, outer4, outer5] = firstFive(points, ({ outerSquare }) => outerSquare), [log1, log2, log3, log4, log5] = firstFive(points, ({ lastLog }) => lastLog), [share1, share2, share3, share4] = firstFive(points, ({ share }) => share), shareList = [share1, share2, share3, share4];
    for (let i = from; i < end; i += 1) {
      let log = logs[i], radius = Math.sqrt(outer5 + squareOf(log5 - log)), weight1 = fadedWeight(Math.sqrt(outer1 + squareOf(log1 - log)), radius), weight2 = fadedWeight(Math.sqrt(outer2 + squareOf(log2 - log)), radius), weight3 = fadedWeight(Math.sqrt(outer3 + squareOf(log3 - log)), radius), weight4 = fadedWeight(Math.sqrt(outer4 + squareOf(log4 - log)), radius), weights = weight1 + weight2 + weight3 + weight4, shares = weight1 * share1 + weight2 * share2 + weight3 * share3 + weight4 * share4;
      rooflines[i] /= weights > 0 ? shares / weights : plainMean(NEAREST, shareList);
    }
  }
};
function firstFive(points, numberOf) {
  let [one, two, three, four, five] = points.map(numberOf);
  return [one, two, three, four, five];
}

// src/operations/resolver/stretch.ts
var MOST_CANDIDATES = 8, MOST_TRIES = 12, APART = 2 ** -30;
function stretchFrom(nearAt, from, end) {
  let first = nearAt(from), to = end;
  for (let tries = 0; tries < MOST_TRIES && to > from; tries += 1) {
    let second = nearAt(to), count = sharedCount(first, second);
    if (count !== void 0) return { from, to, share: new MeanShare(first.slice(0, count)) };
    to = firstChange(first, second, { from, to }) - APART;
  }
}
function firstChange(first, second, { from, to }) {
  let farthest = from;
  for (let count = NEEDED; count < first.length; count += 1) {
    let nearest = Number.POSITIVE_INFINITY;
    for (let other of [...first, ...second])
      if (!isAmong(other, first, count))
        for (let i = 0; i < count; i += 1) {
          let change = changeOf(first[i], other);
          change > from && change < nearest && (nearest = change);
        }
    farthest = Math.max(farthest, nearest < to ? nearest : (from + to) / 2);
  }
  return farthest;
}
function isAmong({ place }, points, count) {
  for (let i = 0; i < count; i += 1) if (points[i].place === place) return !0;
  return !1;
}
function sharedCount(first, second) {
  let most = Math.min(first.length, MOST_CANDIDATES);
  for (let count = Math.min(NEEDED, most); count <= most; count += 1)
    if (isSet(first, count) && isSet(second, count) && isSame2(first, second, count)) return count;
}
function isSet(points, count) {
  if (points.length <= MOST_CANDIDATES && count === points.length) return !0;
  let [last, next] = [points[count - 1], points[count]];
  return last !== void 0 && next !== void 0 && next.square - last.square > next.square * TOLD_APART;
}
function isSame2(first, second, count) {
  for (let i = 0; i < count; i += 1) if (!isAmong(second[i], first, count)) return !1;
  return !0;
}

// src/operations/resolver/far-field.ts
var MOST_STRETCHES = 256, MANY_PLACES = 16;
function placeByPlace(timeAt) {
  return {
    timeAt,
    addAlong: (point, { keys }, { sums, from }) => {
      for (let i = from; i < sums.length; i += 1)
        point[point.length - 1] = keys[i], sums[i] += timeAt(point);
    }
  };
}
function farFieldOf(nest, speedOfLight) {
  let points = new NearestPoints(nest, speedOfLight, MOST_CANDIDATES + 1), rooflineAt = (point) => {
    let roofline2 = speedOfLight(point);
    if (!isPositive(roofline2)) throw new DataMissing("outside the measured points, where the roofline tells nothing");
    return roofline2;
  }, times = new Float64Array(0), line2, sharesOn = (point) => {
    let outer = point.slice(0, -1);
    return (line2 === void 0 || !outer.every((key, axis) => key === line2.outer[axis])) && (line2 = { outer, shares: new SharesAlong(points, point.map(logOf)) }), line2.shares;
  };
  return {
    timeAt: (point) => rooflineAt(point) / points.meanShare(point),
    addAlong: (point, { keys, logs }, { sums, from }) => {
      times.length !== sums.length && (times = new Float64Array(sums.length));
      for (let i = from; i < times.length; i += 1)
        point[point.length - 1] = keys[i], times[i] = rooflineAt(point);
      sharesOn(point).divide(times, logs, from);
      for (let i = from; i < times.length; i += 1) sums[i] += times[i];
    }
  };
}
var SharesAlong = class {
  #points;
  /** Logarithms of the point that is asked for; the last one changes. */
  #logs;
  /** What is known of the axis, ascending, and where in it the last answer stands. */
  #stretches = [];
  #current = 0;
  constructor(points, logs) {
    this.#points = points, this.#logs = logs;
  }
  /** Divides rooflines at ascending logarithms by the shares there, from one of them on. @throws DataMissing */
  divide(rooflines, logs, from) {
    let last = logs[logs.length - 1];
    for (let i = from; i < logs.length; ) {
      let stretch = logs.length - i < MANY_PLACES ? void 0 : this.#stretchOf(logs[i], last), end = stretch === void 0 ? i + 1 : indexAfter(logs, stretch.to, i);
      stretch !== void 0 ? stretch.share.divide(rooflines, logs, { from: i, end }) : rooflines[i] /= this.#shareAlone(logs[i]), i = end;
    }
  }
  #shareAlone(log) {
    let near = this.#points.near(this.#at(log));
    return new MeanShare(near).at(log);
  }
  #at(log) {
    return this.#logs[this.#logs.length - 1] = log, this.#logs;
  }
  /** The stretch that a logarithm lies in, if new up to an end of the axis at most; undefined where there is none, as beside a place where the nearest points change. */
  #stretchOf(log, end) {
    let stretches = this.#stretches, at = this.#current;
    for (; at > 0 && log < stretches[at].from; ) at -= 1;
    for (; at < stretches.length - 1 && log >= stretches[at + 1].from; ) at += 1;
    let known3 = stretches[at];
    if (this.#current = at, known3 !== void 0 && log >= known3.from && log <= known3.to) return known3;
    if (stretches.length === MOST_STRETCHES) return;
    let found = stretchFrom((where) => this.#points.near(this.#at(where)), log, end);
    if (found !== void 0)
      return known3 !== void 0 && known3.from < log && (this.#current = at + 1), stretches.splice(this.#current, 0, found), found;
  }
};
function indexAfter(values, end, from) {
  let i = from;
  for (; i < values.length && values[i] <= end; ) i += 1;
  return i;
}

// src/operations/resolver/grid.ts
function gridOf(slice, axes) {
  return openGrid(slice, axes).timeAt;
}
function openGrid(slice, { axes, speedOfLight, farField, rootAxis = -1 }) {
  let nest = nestOf(slice, axes);
  if (nest.latencyMs.length === 0) throw new DataMissing("no measured points");
  let blending = new Blending(nest, speedOfLight, rootAxis), known3, outside = () => (known3 ??= axes.length > 1 ? farField(nest, speedOfLight) : boundaryOf(nest, speedOfLight), known3), timeAt = (point) => {
    let inside = blending.timeAt(point);
    return inside === OUTSIDE ? outside().timeAt(point) : inside;
  };
  return {
    timeAt,
    addAlong: (outer, places, sums) => {
      let point = Float64Array.from([...outer, 0]), end = blending.endAlong(point), i = 0;
      for (; i < sums.length && places.keys[i] <= end; i += 1)
        point[outer.length] = places.keys[i], sums[i] += timeAt(point);
      i < sums.length && outside().addAlong(point, places, { sums, from: i });
    }
  };
}
var OUTSIDE = Number.NEGATIVE_INFINITY, Blending = class {
  #nest;
  #speedOfLight;
  #rootAxis;
  #point = new Float64Array(0);
  constructor(nest, speedOfLight, rootAxis) {
    this.#nest = nest, this.#speedOfLight = speedOfLight, this.#rootAxis = rootAxis;
  }
  timeAt(point) {
    return this.#point = point, this.#between(0, 0, this.#nest.levels[0].keys.length);
  }
  /** The last key at which there is an answer along the last axis. */
  endAlong(point) {
    return this.#point = point, this.#endBetween(0, 0, this.#nest.levels[0].keys.length);
  }
  #endBetween(depth, from, to) {
    let { keys, starts } = this.#nest.levels[depth];
    if (depth === this.#nest.levels.length - 1) return keys[to - 1];
    let value = this.#point[depth], above = firstNotBelow(keys, from, to, value), below = (node) => this.#endBetween(depth + 1, starts[node], starts[node + 1]);
    return above < to && keys[above] === value ? below(above) : above === from || above === to ? OUTSIDE : Math.max(below(above - 1), below(above));
  }
  /** The time below the nodes `from` to `to` of a level. */
  #between(depth, from, to) {
    let { keys } = this.#nest.levels[depth], value = this.#point[depth], above = firstNotBelow(keys, from, to, value);
    if (above < to && keys[above] === value) return this.#below(depth, above);
    if (above === from || above === to) return OUTSIDE;
    let low = this.#below(depth, above - 1), high = this.#below(depth, above);
    if (low === OUTSIDE && high === OUTSIDE) return OUTSIDE;
    if (high === OUTSIDE) return low * this.#ratioTo(depth, keys[above - 1]);
    if (low === OUTSIDE) return high * this.#ratioTo(depth, keys[above]);
    let weight = (value - keys[above - 1]) / (keys[above] - keys[above - 1]);
    if (depth !== this.#rootAxis) return low + (high - low) * weight;
    let lowRoot = root(low), blended = lowRoot + (root(high) - lowRoot) * weight;
    return blended * blended;
  }
  #below(depth, node) {
    let { levels, latencyMs: latencyMs2 } = this.#nest;
    if (depth === levels.length - 1) return latencyMs2[node];
    let { starts } = levels[depth];
    return this.#between(depth + 1, starts[node], starts[node + 1]);
  }
  /** Where a ragged grid answers at one neighbouring key alone: how the roofline compares with the one there. */
  #ratioTo(depth, key) {
    let here = this.#speedOfLight(this.#point), value = this.#point[depth];
    this.#point[depth] = key;
    let there = this.#speedOfLight(this.#point);
    return this.#point[depth] = value, isPositive(here) && isPositive(there) ? here / there : 1;
  }
};
function root(timeMs) {
  return timeMs > 0 ? Math.sqrt(timeMs) : 0;
}
function boundaryOf({ levels, latencyMs: latencyMs2 }, speedOfLight) {
  let { keys } = levels[0];
  return placeByPlace((point) => {
    let edge = point[0] < keys[0] ? 0 : keys.length - 1;
    return transferFrom(speedOfLight([keys[edge]]), latencyMs2[edge], speedOfLight(point));
  });
}

// src/operations/resolver/joined-slices.ts
function joinedSlices(slices, name, keys) {
  let rowCount = slices.reduce((sum3, [, slice]) => sum3 + slice.rowCount, 0), columns = /* @__PURE__ */ new Map();
  for (let column of [...keys, "latency"])
    columns.set(column, Float64Array.from(slices.flatMap(([, slice]) => [...slice.column(column)])));
  return columns.set(name, Float64Array.from(slices.flatMap(([key, slice]) => Array(slice.rowCount).fill(key)))), { rowCount, column: (column) => columns.get(column) };
}

// src/operations/all-to-all.ts
var allToAll2 = {
  sees: () => "tokens",
  isRemembered: !0,
  weightBytes: noWeights,
  source: () => "measured: moe_a2a",
  time: allToAllTime
}, TABLE = "moe_a2a", ONE_NODE_STANDS_IN = ["deepep_ht", "deepep_ll", "trtllm_deepep_ht", "trtllm_deepep_ll"], SGLANG_RANKS = 8;
function standInRanks(comm, backend2, gpusPerNode) {
  if (ONE_NODE_STANDS_IN.includes(comm))
    return backend2 === "sglang" ? SGLANG_RANKS : gpusPerNode;
}
var byTokens = (tokens) => tokens, byTokensOfPoint = (point) => point[1];
function allToAllTime(tables) {
  let measuredOf = perShape((op) => openMeasured(tables, op), shapeKey), point = new Float64Array(2);
  return (op, step) => {
    let tokens = Math.floor(step.tokens / op.attentionRanks), measured = measuredOf(op);
    if ("curve" in measured) return Math.max(0, curveTime(measured.curve, tokens, byTokens));
    point[0] = op.sms, point[1] = tokens;
    let own = measured.alone(point);
    if (measured.paired === void 0) return Math.max(0, own);
    let other = measured.paired.other(point), both = measured.paired.both(point);
    return Math.max(0, own + other > 0 ? own * both / (own + other) : own);
  };
}
function shapeKey({ comm, stage, sent, moeEp, nodes, hiddenSize, topk, experts: experts2, sms }) {
  return `${comm} ${stage} ${sent} ${moeEp} ${nodes} ${hiddenSize} ${topk} ${experts2} ${sms}`;
}
function openMeasured({ database, system, constants }, op) {
  let { farField } = constants.resolver, table = database.table(TABLE), standIn = standInRanks(op.comm, database.backend, system.numGpusPerNode), found = rowsAt(table, op), place = found.size > 0 || op.nodes === 1 || standIn === void 0 ? op : { ...op, moeEp: standIn, nodes: 1 }, slices = place === op ? found : rowsAt(table, place);
  if (slices.size === 0) throw new DataMissing(`no measured ${op.stage} of ${op.comm} over ${op.moeEp} ranks`);
  let own = slices.get(op.sms), isAlone = op.comm !== "deepep_ht" || place.nodes === 1 && op.sms === HT_SMS;
  if (own !== void 0 && isAlone) return { curve: curvesOf(own, [], "num_tokens").get("") };
  let gridOfSms = (all) => smsGrid(all, farField), others = op.comm === "deepep_ht" ? otherWay(table, place) : void 0;
  return { alone: gridOfSms(slices), paired: others && pairedOf(slices, others, gridOfSms) };
}
var HT_SMS = 20;
function rowsAt(table, place) {
  let sent = sentAs(table, place), wanted = [place.comm, place.stage, sent, place.moeEp, place.nodes, place.hiddenSize, place.topk, place.experts], sms = (table?.sliceKeys ?? []).filter((key) => wanted.every((value, i) => key[i] === value)).map((key) => Number(key[wanted.length])).sort((a, b) => a - b);
  return new Map(sms.map((count) => [count, table.slice(...wanted.map((value) => value), count)]));
}
function sentAs(table, { comm, stage, sent }) {
  let known3 = new Set(
    (table?.sliceKeys ?? []).filter((key) => key[0] === comm && key[1] === stage).map((key) => key[2])
  );
  return known3.has(sent) ? sent : sent === "fp8_block" && known3.has("fp8") ? "fp8" : known3.size === 1 && known3.has(WHATEVER) ? WHATEVER : void 0;
}
var WHATEVER = "default";
function smsGrid(slices, farField) {
  return gridOf(joinedSlices([...slices], "sms", ["num_tokens"]), {
    axes: ["sms", "num_tokens"],
    speedOfLight: byTokensOfPoint,
    farField
  });
}
function otherWay(table, place) {
  return rowsAt(table, { ...place, stage: place.stage === "dispatch" ? "combine" : "dispatch" });
}
function pairedOf(own, others, gridOfSms) {
  let common3 = [...own].flatMap(([sms, slice]) => {
    let other = others.get(sms), sum3 = other === void 0 ? void 0 : summed(slice, other);
    return sum3 === void 0 ? [] : [[sms, sum3]];
  });
  return common3.length === 0 ? void 0 : { other: gridOfSms(others), both: gridOfSms(new Map(common3)) };
}
function summed(a, b) {
  let [tokens, latency, otherTokens, otherLatency] = [
    a.column("num_tokens"),
    a.column("latency"),
    b.column("num_tokens"),
    b.column("latency")
  ], byOther = new Map(Array.from(otherTokens, (count, i) => [count, otherLatency[i]])), points = Array.from(tokens, (count, i) => ({ count, own: latency[i], other: byOther.get(count) })).flatMap(
    ({ count, own, other }) => other === void 0 ? [] : [[count, own + other]]
  );
  if (points.length === 0) return;
  let columns = {
    num_tokens: Float64Array.from(points, ([count]) => count),
    latency: Float64Array.from(points, ([, ms]) => ms)
  };
  return { rowCount: points.length, column: (name) => columns[name] };
}

// src/operations/bandwidth.ts
function peerBandwidth(system, gpus) {
  return gpus <= system.numGpusPerNode ? system.intraNodeBwBytesPerSec : gpus <= system.numGpusPerRack ? system.interNodeBwBytesPerSec : system.interRackBwBytesPerSec ?? system.interNodeBwBytesPerSec;
}

// src/operations/grid/triangulation.ts
function triangulate(points) {
  return points.length === 3 ? [[0, 1, 2]] : isInCircumcircle(points, [3, 1, 0], points[2]) ? [
    [0, 1, 2],
    [3, 1, 2]
  ] : [
    [3, 1, 0],
    [2, 3, 0]
  ];
}
function barycentric(points, triangle, u, v) {
  let [a, b, c] = triangle.map((i) => points[i]), determinant = (a.u - c.u) * (b.v - c.v) - (b.u - c.u) * (a.v - c.v), first = ((u - c.u) * (b.v - c.v) - (b.u - c.u) * (v - c.v)) / determinant, second = ((a.u - c.u) * (v - c.v) - (u - c.u) * (a.v - c.v)) / determinant;
  return [first, second, 1 - first - second];
}
function inTriangle(coordinates) {
  return coordinates.every((part) => part >= -1e-12);
}
function isInCircumcircle(points, triangle, place) {
  let [a, b, c] = triangle.map((i) => points[i]), rows = [a, b, c].map((p) => [p.u - place.u, p.v - place.v]), [[ax, ay], [bx, by], [cx, cy]] = rows, squares = [ax * ax + ay * ay, bx * bx + by * by, cx * cx + cy * cy], determinant = squares[0] * (bx * cy - cx * by) - squares[1] * (ax * cy - cx * ay) + squares[2] * (ax * by - bx * ay);
  return ((b.u - a.u) * (c.v - a.v) - (c.u - a.u) * (b.v - a.v) > 0 ? determinant : -determinant) > 0;
}
function linearSurface(points, u, v) {
  for (let triangle of triangulate(points)) {
    let parts = barycentric(points, triangle, u, v);
    if (inTriangle(parts))
      return triangle.reduce((sum3, corner, i) => sum3 + parts[i] * points[corner].value, 0);
  }
  return Number.NaN;
}

// src/operations/grid/clough-tocher.ts
var MAX_SWEEPS = 400, TOLERANCE = 1e-6;
function cloughTocher(points, u, v) {
  let triangles = triangulate(points), triangle = triangles.find((candidate) => inTriangle(barycentric(points, candidate, u, v)));
  if (triangle === void 0) return Number.NaN;
  let gradients = estimateGradients(points, triangles), neighbour = triangles.find((candidate) => candidate !== triangle);
  return evaluate(points, gradients, triangle, neighbour, barycentric(points, triangle, u, v));
}
function estimateGradients(points, triangles) {
  let neighbours = points.map((_, i) => {
    let linked = triangles.filter((t) => t.includes(i)).flat();
    return [...new Set(linked)].filter((j) => j !== i).sort((a, b) => a - b);
  }), gradients = points.map(() => ({ u: 0, v: 0 }));
  for (let sweep = 0; sweep < MAX_SWEEPS; sweep += 1) {
    let worst = 0;
    for (let i = 0; i < points.length; i += 1)
      worst = Math.max(worst, relaxVertex(points, gradients, i, neighbours[i]));
    if (worst < TOLERANCE) break;
  }
  return gradients;
}
function relaxVertex(points, gradients, i, linked) {
  let [q0, q1, q3, s0, s1] = [0, 0, 0, 0, 0], from = points[i];
  for (let j of linked) {
    let to = points[j], eu = to.u - from.u, ev = to.v - from.v, length = Math.sqrt(eu * eu + ev * ev), cube = length * length * length, slope = eu * gradients[j].u + ev * gradients[j].v;
    q0 += 4 * eu * eu / cube, q1 += 4 * eu * ev / cube, q3 += 4 * ev * ev / cube;
    let rise = (6 * (from.value - to.value) + 2 * slope) / cube;
    s0 += rise * eu, s1 += rise * ev;
  }
  let determinant = q0 * q3 - q1 * q1, ru = (q3 * s0 - q1 * s1) / determinant, rv = (-q1 * s0 + q0 * s1) / determinant, gradient = gradients[i], change = Math.max(Math.abs(gradient.u + ru), Math.abs(gradient.v + rv));
  return gradient.u = -ru, gradient.v = -rv, change / Math.max(1, Math.abs(ru), Math.abs(rv));
}
function evaluate(points, gradients, triangle, neighbour, b) {
  let [P1, P2, P3] = triangle.map((i) => points[i]), [g1, g2, g3] = triangle.map((i) => gradients[i]), dot = (g, from, to) => g.u * (to.u - from.u) + g.v * (to.v - from.v), [f1, f2, f3] = [P1.value, P2.value, P3.value], p12 = f1 + dot(g1, P1, P2) / 3, p13 = f1 + dot(g1, P1, P3) / 3, p21 = f2 + dot(g2, P2, P1) / 3, p23 = f2 + dot(g2, P2, P3) / 3, p32 = f3 + dot(g3, P3, P2) / 3, p31 = f3 + dot(g3, P3, P1) / 3, q1 = (p12 + p13 + f1) / 3, q2 = (p21 + f2 + p23) / 3, q3 = (p31 + p32 + f3) / 3, [w1, w2, w3] = edgeWeights(points, triangle, neighbour), m1 = (w1 * (-f2 + 3 * p23 - 3 * p32 + f3) + (-f2 + 2 * p23 - p32 + q3 + q2)) / 2, m2 = (w2 * (-f3 + 3 * p31 - 3 * p13 + f1) + (-f3 + 2 * p31 - p13 + q1 + q3)) / 2, m3 = (w3 * (-f1 + 3 * p12 - 3 * p21 + f2) + (-f1 + 2 * p12 - p21 + q1 + q2)) / 2, r1 = (m3 + m2 + q1) / 3, r2 = (m3 + m1 + q2) / 3, r3 = (m2 + m1 + q3) / 3, r0 = (r1 + r2 + r3) / 3, t = Math.min(b[0], b[1], b[2]), [B1, B2, B3, B4] = [b[0] - t, b[1] - t, b[2] - t, 3 * t];
  return B1 ** 3 * f1 + 3 * B1 ** 2 * B2 * p12 + 3 * B1 ** 2 * B3 * p13 + 3 * B1 ** 2 * B4 * q1 + 3 * B1 * B2 ** 2 * p21 + 6 * B1 * B2 * B4 * m3 + 3 * B1 * B3 ** 2 * p31 + 6 * B1 * B3 * B4 * m2 + 3 * B1 * B4 ** 2 * r1 + B2 ** 3 * f2 + 3 * B2 ** 2 * B3 * p23 + 3 * B2 ** 2 * B4 * q2 + 3 * B2 * B3 ** 2 * p32 + 6 * B2 * B3 * B4 * m1 + 3 * B2 * B4 ** 2 * r2 + B3 ** 3 * f3 + 3 * B3 ** 2 * B4 * q3 + 3 * B3 * B4 ** 2 * r3 + B4 ** 3 * r0;
}
function edgeWeights(points, triangle, neighbour) {
  let weights = [-0.5, -0.5, -0.5];
  if (neighbour === void 0) return weights;
  let opposite = triangle.findIndex((i) => !neighbour.includes(i)), centroid = neighbour.map((i) => points[i]), [c1, c2, c3] = barycentric(
    points,
    triangle,
    (centroid[0].u + centroid[1].u + centroid[2].u) / 3,
    (centroid[0].v + centroid[1].v + centroid[2].v) / 3
  );
  return opposite === 0 && (weights[0] = (2 * c3 + c2 - 1) / (2 - 3 * c3 - 3 * c2)), opposite === 1 && (weights[1] = (2 * c1 + c3 - 1) / (2 - 3 * c1 - 3 * c3)), opposite === 2 && (weights[2] = (2 * c2 + c1 - 1) / (2 - 3 * c2 - 3 * c1)), weights;
}

// src/operations/grid/interpolation.ts
function bracket(x, keys, inner) {
  let last = keys.length - 1;
  if (last < 0) throw new DataMissing("no measured points");
  if (last === 0) {
    let only = keys[0];
    if (inner && x !== only) throw new DataMissing(`${x} is not the only measured point ${only}`);
    return [only, only];
  }
  let at = lowerBound(keys, x);
  if (at <= last && keys[at] === x) return [x, x];
  if (inner && (at === 0 || at > last))
    throw new DataMissing(`${x} is outside the measured range ${keys[0]}..${keys[last]}`);
  return at === 0 ? [keys[0], keys[1]] : at > last ? [keys[last - 1], keys[last]] : [keys[at - 1], keys[at]];
}
function lowerBound(keys, x) {
  let low = 0, high = keys.length;
  for (; low < high; ) {
    let middle = low + high >>> 1;
    keys[middle] < x ? low = middle + 1 : high = middle;
  }
  return low;
}
function interpolate1d(x0, x1, y0, y1, x) {
  return (x0 - x1) * (y0 - y1) < 0 && (x - x0) * (x - x1) > 0 || y0 === y1 ? y0 : y0 + (y1 - y0) / (x1 - x0) * (x - x0);
}
function valueAt({ keys, values }, z) {
  let at = lowerBound(keys, z);
  return keys[at] === z ? values[at] : void 0;
}
function lookup3(grid, x, y, z, method) {
  let [x0, x1] = bracket(x, grid.xKeys, !0);
  if (x0 === x1) return planeValue(grid, x, y, z, method);
  requireVaried(grid);
  let left = planeValue(grid, x0, y, z, method);
  return finite(interpolate1d(x0, x1, left, planeValue(grid, x1, y, z, method), x));
}
function planeValue(grid, x, y, z, method) {
  let [y0, y1] = bracket(y, grid.yKeys(x), !0), low = rowAt(grid, x, y0), high = y0 === y1 ? low : rowAt(grid, x, y1), [z0, z1] = bracket(z, high.keys, !0);
  if (y0 === y1 && z0 === z1) return requireValue(low, z);
  if (requireVaried(grid), method === "cubic" && y0 === y1) return finite(line(z0, z1, requireValue(low, z0), requireValue(low, z1), z));
  let lowBracket = bracket(z, low.keys, !0);
  return method === "bilinear" ? finite(bilinear({ y0, y1, low, high, z0, z1 }, y, z)) : z0 === z1 && lowBracket[0] === lowBracket[1] ? finite(line(y0, y1, requireValue(low, z), requireValue(high, z), y)) : finite(cubic([y0, y1], [low, high], [lowBracket, [z0, z1]], y, z));
}
function line(t0, t1, v0, v12, t) {
  return (v12 - v0) / (t1 - t0) * (t - t0) + v0;
}
function requireVaried(grid) {
  if (!grid.isVaried) throw new DataMissing("the measured points do not vary on every axis");
}
function rowAt(grid, x, y) {
  let row = grid.row(x, y);
  if (row === void 0) throw new DataMissing(`no measured points at ${x}, ${y}`);
  return row;
}
function requireValue(row, z) {
  let value = valueAt(row, z);
  if (value === void 0) throw new DataMissing(`no measured point at ${z}`);
  return value;
}
function bilinear({ y0, y1, low, high, z0, z1 }, y, z) {
  let lowAt0 = requireValue(low, z0);
  if (y0 === y1) return interpolate1d(z0, z1, lowAt0, requireValue(low, z1), z);
  let highAt0 = requireValue(high, z0);
  if (z0 === z1) return interpolate1d(y0, y1, lowAt0, highAt0, y);
  let q00 = lowAt0 * (y1 - y) * (z1 - z), q01 = requireValue(low, z1) * (y1 - y) * (z - z0), q10 = highAt0 * (y - y0) * (z1 - z), q11 = requireValue(high, z1) * (y - y0) * (z - z0);
  return (q00 + q01 + q10 + q11) / ((y1 - y0) * (z1 - z0));
}
function cubic(yPair, rows, brackets, y, z) {
  let points = rows.flatMap(
    (row, i) => brackets[i].map((key) => ({ u: yPair[i], v: key, value: requireValue(row, key) }))
  );
  return scattered(points, y, z, cloughTocher);
}
function scattered(points, u, v, surface) {
  let distinct = points.filter((p, i) => points.findIndex((q) => q.u === p.u && q.v === p.v) === i), first = distinct[0], variesU = distinct.some((p) => p.u !== first.u), variesV = distinct.some((p) => p.v !== first.v);
  if (!variesU && !isClose(u, first.u) || !variesV && !isClose(v, first.v))
    throw new DataMissing(`no measured points around ${u}, ${v}`);
  return !variesU && !variesV ? first.value : variesU ? variesV ? surface(distinct, u, v) : piecewise(distinct, "u", u) : piecewise(distinct, "v", v);
}
function isClose(a, b) {
  return Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));
}
function piecewise(points, axis, t) {
  let sorted2 = [...points].sort((a, b) => a[axis] - b[axis]), low = sorted2[0], high = sorted2[sorted2.length - 1];
  return t <= low[axis] ? low.value : t >= high[axis] ? high.value : line(low[axis], high[axis], low.value, high.value, t);
}
function finite(value) {
  if (Number.isFinite(value)) return value;
  throw new DataMissing("the measured points do not surround the query");
}

// src/operations/grid/curve.ts
function curveAt({ keys, latencyMs: latencyMs2 }, x) {
  let [low, high] = bracket(x, keys, !1), at = (key) => latencyMs2[lowerBound(keys, key)];
  return interpolate1d(low, high, at(low), at(high), x);
}
function readCurves(slice, by, over) {
  let curves = /* @__PURE__ */ new Map(), columns = by.map((name) => slice.column(name)), [keys, latency] = [slice.column(over), slice.column("latency")];
  for (let i = 0; i < slice.rowCount; i += 1) {
    let id = columns.map((column) => column[i]).join(" "), curve = curves.get(id);
    curve === void 0 && (curve = { keys: [], latencyMs: [] }, curves.set(id, curve)), curve.keys.push(keys[i]), curve.latencyMs.push(latency[i]);
  }
  return curves;
}

// src/operations/collective.ts
var collective = {
  sees: () => "tokens",
  isRemembered: !0,
  weightBytes: noWeights,
  source: () => "measured: nccl",
  time: (tables) => timedCollective(collectiveTime(tables))
};
function timedCollective(timeOf) {
  return (op, { tokens }) => timeOf(op.collective, tokens * op.elements, op.gpus);
}
var PRECISION = "half";
function collectiveTime({ database, system }) {
  let measuredOf = memo((name) => open(database, name));
  return (name, elements, gpus) => {
    let { curves, maxGpus } = measuredOf(name), curve = curves.get(String(Math.min(gpus, maxGpus)));
    if (curve === void 0) throw new DataMissing(`no measured ${name} over ${gpus} GPUs`);
    let inside = curveAt(curve, elements);
    return gpus <= maxGpus ? inside : inside * beyondLargest(system, maxGpus, gpus);
  };
}
function beyondLargest(system, largest, gpus) {
  let link = peerBandwidth(system, largest) / peerBandwidth(system, gpus);
  return (gpus - 1) / gpus * largest / (largest - 1) * link;
}
function open(database, name) {
  let slice = database.table("nccl")?.slice(PRECISION, name);
  if (slice === void 0 || slice.rowCount === 0) throw new DataMissing(`no measured ${name}`);
  let gpus = slice.column("num_gpus");
  return { curves: readCurves(slice, ["num_gpus"], "message_size"), maxGpus: gpus[gpus.length - 1] };
}

// src/operations/attention-grids.ts
function slicedGrids(database, table, open2) {
  let grids = /* @__PURE__ */ new Map(), make = (key) => {
    let slice = database.table(table)?.slice(...key);
    return slice === void 0 || slice.rowCount === 0 ? new DataMissing(`${table} has no rows for ${key.join(", ")}`, { isOfEveryStep: !0 }) : open2(slice, key);
  };
  return (key) => {
    let name = key.join(" "), grid = grids.get(name);
    if (grid === void 0 && (grid = make(key), grids.set(name, grid)), grid instanceof DataMissing) throw grid;
    return grid;
  };
}
function prefillPoints(slice) {
  return {
    x: slice.column("num_heads"),
    y: slice.column("isl"),
    z: slice.column("batch_size"),
    value: slice.column("latency")
  };
}
function decodePoints(slice) {
  return {
    x: slice.column("num_heads"),
    y: slice.column("batch_size"),
    z: slice.column("isl"),
    value: slice.column("latency")
  };
}
function prefillTime(grid, { heads, cp }, { batch, sequenceLength }) {
  return overRanks(sequenceLength, cp, (length) => lookup3(grid, heads, length, batch, "cubic"));
}
function overRanks(length, cp, timeOf) {
  if (cp === 1) return timeOf(length);
  let slice = Math.max(1, Math.ceil(length / (2 * cp)));
  return timeOf(slice) + afterCached(slice, length - slice, timeOf);
}
function afterCached(tokens, cached, timeOf) {
  let all = tokens + cached;
  return timeOf(all) * ((all * all - cached * cached) / (all * all));
}

// src/operations/grid/dense-grid.ts
function denseGrid(points, options) {
  let measured = indexRows(points), measuredX = [...measured.keys()], planes = /* @__PURE__ */ new Map(), { floor, usesSqrtY = !1 } = options, plane = (x) => {
    let found = planes.get(x);
    if (found === void 0) {
      let rows = measured.get(x);
      found = rows === void 0 ? derivedPlane(x) : measuredPlane(points, { x, ranges: rows }, options), planes.set(x, found);
    }
    return found;
  }, derivedPlane = (x) => {
    let [x0, x1] = bracket(x, measuredX, !1);
    return betweenPlanes(plane(x0), plane(x1), { t: x, t0: x0, t1: x1, usesSqrt: !1, skipsNegative: usesSqrtY });
  }, xKeys = [...measuredX];
  if (measuredX.length >= 2)
    for (let x of options.targetX) measured.has(x) || insertKey(xKeys, x);
  let isVaried = measuredX.length >= 2 && hasTwo(points.y) && hasTwo(points.z), known3 = new Set(xKeys), rowOf = (x, y) => known3.has(x) ? plane(x).row(y) : void 0;
  return {
    xKeys,
    yKeys: (x) => plane(x).keys,
    row: floor === void 0 ? rowOf : flooredRows(rowOf, floor),
    isVaried,
    value: (x, y, z) => {
      let row = rowOf(x, y), value = row === void 0 ? void 0 : valueAt(row, z);
      return value === void 0 || floor === void 0 ? value : Math.max(value, floor(x, y, z));
    }
  };
}
function flooredRows(rowOf, floor) {
  let rows = /* @__PURE__ */ new Map();
  return (x, y) => {
    let ofX = rows.get(x);
    if (ofX === void 0 && (ofX = /* @__PURE__ */ new Map(), rows.set(x, ofX)), !ofX.has(y)) {
      let row = rowOf(x, y);
      ofX.set(
        y,
        row && { keys: row.keys, values: row.values.map((value, i) => Math.max(value, floor(x, y, row.keys[i]))) }
      );
    }
    return ofX.get(y);
  };
}
function indexRows({ x, y }) {
  let index = /* @__PURE__ */ new Map(), from = 0;
  for (let i = 1; i <= x.length; i += 1) {
    if (i < x.length && x[i] === x[from] && y[i] === y[from]) continue;
    let rows = index.get(x[from]);
    rows === void 0 && (rows = /* @__PURE__ */ new Map(), index.set(x[from], rows)), rows.set(y[from], [from, i]), from = i;
  }
  return index;
}
function measuredPlane(points, { x, ranges: measured }, options) {
  let { usesSqrtY = !1 } = options, cache = /* @__PURE__ */ new Map(), recipes = /* @__PURE__ */ new Map(), keys = [...measured.keys()], row = (y) => {
    if (cache.has(y)) return cache.get(y);
    let range = measured.get(y), between = recipes.get(y), made;
    return range !== void 0 ? made = measuredRow(points, { x, y, range }, options) : between !== void 0 && (made = betweenRows(row(between.t0), row(between.t1), between)), cache.set(y, made), made;
  }, isRagged = [...measured.values()].some(([from, to]) => to - from < 2);
  for (let y of options.targetY) {
    if (measured.has(y)) continue;
    if (keys.length < 2) break;
    let [t0, t1] = bracket(y, keys, !1);
    recipes.set(y, { t: y, t0, t1, usesSqrt: usesSqrtY, skipsNegative: !1 }), !((isRagged || usesSqrtY) && row(y) === void 0) && insertKey(keys, y);
  }
  return { keys, row };
}
function measuredRow({ z, value }, { x, y, range: [from, to] }, { floor, targetZ }) {
  let keys = [], values = [];
  for (let i = from; i < to; i += 1)
    keys.push(z[i]), values.push(floor === void 0 ? value[i] : Math.max(value[i], floor(x, y, z[i])));
  if (keys.length >= 2) for (let target of targetZ) insertValue(keys, values, target);
  return { keys, values };
}
function insertValue(keys, values, z) {
  let at = lowerBound(keys, z);
  if (keys[at] === z) return;
  let [z0, z1] = bracket(z, keys, !1), row = { keys, values }, value = interpolate1d(z0, z1, valueAt(row, z0), valueAt(row, z1), z);
  keys.splice(at, 0, z), values.splice(at, 0, value);
}
function betweenPlanes(left, right, between) {
  let cache = /* @__PURE__ */ new Map(), row = (y) => (cache.has(y) || cache.set(y, betweenRows(left.row(y), right.row(y), between)), cache.get(y)), keys;
  return {
    get keys() {
      return keys ??= left.keys.filter((y) => row(y) !== void 0), keys;
    },
    row
  };
}
function betweenRows(left, right, between) {
  if (left === void 0 || right === void 0) return;
  let [keys, values] = [[], []];
  for (let i = 0; i < left.keys.length; i += 1) {
    let key = left.keys[i], high = valueAt(right, key), value = high === void 0 ? void 0 : betweenValues(left.values[i], high, between);
    value !== void 0 && (keys.push(key), values.push(value));
  }
  return keys.length === 0 ? void 0 : { keys, values };
}
function betweenValues(low, high, between) {
  let { t, t0, t1, usesSqrt, skipsNegative } = between;
  if (!usesSqrt) {
    let value = interpolate1d(t0, t1, low, high, t);
    return skipsNegative && value < 0 ? void 0 : value;
  }
  if (low < 0 || high < 0) return;
  let root2 = interpolate1d(t0, t1, Math.sqrt(low), Math.sqrt(high), t);
  return root2 * root2;
}
function insertKey(keys, key) {
  keys.splice(lowerBound(keys, key), 0, key);
}
function hasTwo(keys) {
  for (let i = 1; i < keys.length; i += 1) if (keys[i] !== keys[0]) return !0;
  return !1;
}

// src/operations/grouped-slices.ts
function sliceKvHeads({ heads, kvHeads }) {
  if (kvHeads > heads) throw new DataMissing(`${kvHeads} key-value heads for ${heads} heads`);
  return kvHeads === heads ? 0 : kvHeads;
}
function headsFrom(slice, targets) {
  let smallest2 = slice.column("num_heads")[0];
  return targets.filter((heads) => heads >= smallest2);
}

// src/operations/memory-bound.ts
function memoryTime(system) {
  let bytesPerSec = system.memBwBytesPerSec * system.memBwScaling;
  return (bytes) => (bytes / bytesPerSec + system.memConstantLatencySec) * 1e3;
}

// src/operations/context-attention.ts
var contextAttention = {
  sees: () => "length",
  isRemembered: !0,
  weightBytes: noWeights,
  source: () => "measured: context_attention; estimated: cache writes, rotary embedding",
  time: contextAttentionTime
};
function contextAttentionTime({ database, system, constants }) {
  let { heads, contextLengths, contextBatches, surroundFactor } = constants.attention, memory = memoryTime(system), gridOf2 = slicedGrids(
    database,
    "context_attention",
    (slice) => denseGrid(prefillPoints(slice), {
      targetX: headsFrom(slice, heads),
      targetY: contextLengths,
      targetZ: contextBatches,
      usesSqrtY: !0
    })
  );
  return (op, step) => {
    let grid = gridOf2([op.fmha, op.kvCache, sliceKvHeads(op), op.headSize, op.windowSize]);
    return prefillTime(grid, op, step) + aroundAttention(op, memory) * surroundFactor;
  };
}
function aroundAttention(op, memory) {
  let q = op.heads * op.headSize, kv = op.kvHeads * op.headSize, fmhaBytes = FMHA_QUANT[op.fmha].bytes;
  return (op.usesQkNorm ? (2 * memory(q * 2) + 2 * memory(kv * 2)) * 2 : 0) + (2 * memory(q * 2 + kv * 2) + (memory(kv * fmhaBytes) + memory(kv * fmhaBytes)));
}

// src/operations/latent-grids.ts
function latentPrefillGrid(slice, constants, usesSqrtY) {
  let targetZ = constants.latentAttention.contextBatches;
  return denseGrid(prefillPoints(slice), {
    targetX: [],
    targetY: constants.attention.contextLengths,
    targetZ,
    usesSqrtY
  });
}
function latentDecodeGrid(slice, { attention: attention3 }) {
  let { generationBatches, generationLengths } = attention3;
  return denseGrid(decodePoints(slice), { targetX: [], targetY: generationBatches, targetZ: generationLengths });
}

// src/operations/context-mla.ts
var contextMla = {
  sees: () => "length",
  isRemembered: !0,
  weightBytes: noWeights,
  source: () => "measured: context_mla",
  time: ({ database, constants }) => {
    let gridOf2 = slicedGrids(database, "context_mla", (slice) => latentPrefillGrid(slice, constants, !0));
    return (op, step) => prefillTime(gridOf2([op.fmha, op.kvCache]), op, step);
  }
};

// src/operations/custom-all-reduce.ts
var customAllReduce = {
  sees: () => "tokens",
  isRemembered: !0,
  weightBytes: noWeights,
  source: () => "measured: custom_allreduce",
  time: (tables) => timedAllReduce(allReduceTime(tables))
};
function timedAllReduce(allReduce3) {
  return (op, { tokens }) => allReduce3(perRank(op, tokens) * op.elements, op.gpus);
}
function allReduceTime({ database, system }) {
  let gpusPerNode = system.numGpusPerNode, curves;
  return (elements, gpus) => {
    if (gpus === 1) return 0;
    curves ??= openCurves(database);
    let measured = Math.min(gpus, gpusPerNode), curve = curves.get(String(measured));
    if (curve === void 0) throw new DataMissing(`no measured all-reduce over ${measured} GPUs`);
    let inNode = curveAt(curve, elements);
    return gpus > gpusPerNode ? inNode * beyondMeasured(system, gpusPerNode, gpus) : inNode;
  };
}
function beyondMeasured(system, measured, gpus) {
  return (gpus - 1) / gpus * measured / Math.max(measured - 1, 1) * peerBandwidth(system, measured) / peerBandwidth(system, gpus);
}
function openCurves(database) {
  let slice = database.table("custom_allreduce")?.slice();
  if (slice === void 0) throw new DataMissing("no measured all-reduce");
  return readCurves(slice, ["num_gpus"], "message_size");
}

// src/operations/element-wise.ts
var elementWise2 = {
  sees: () => "tokens",
  isRemembered: !1,
  weightBytes: noWeights,
  source: () => "estimated from memory bandwidth",
  time: ({ system }) => {
    let memory = memoryTime(system);
    return (op, step) => {
      let tokens = perRank(op, step.tokens);
      return memory(tokens * op.inputs * ACTIVATION_BYTES + tokens * op.outputs * ACTIVATION_BYTES);
    };
  }
};

// src/operations/embedding.ts
var WEIGHT_BYTES = 2, embedding2 = {
  sees: () => "tokens",
  isRemembered: !1,
  weightBytes: ({ rows, columns }) => rows * columns * WEIGHT_BYTES,
  source: () => "estimated from memory bandwidth",
  time: ({ system }) => {
    let memory = memoryTime(system);
    return (op, { tokens }) => memory(perRank(op, tokens) * op.columns * ACTIVATION_BYTES);
  }
};

// src/operations/experts.ts
var experts = {
  sees: () => "tokens",
  isRemembered: !0,
  weightBytes,
  source: () => "measured: moe",
  time: expertsTime
}, GATED_PRODUCTS = 3;
function expertsTime(tables) {
  let { database, constants } = tables, { lowLatencyTokens } = constants.experts, slices = /* @__PURE__ */ new Map(), find = (lowLatency2, op) => {
    let key = [lowLatency2, op.quant, op.distribution, op.topk, op.experts, op.hiddenSize, op.interSize], name = key.join(" "), curves = slices.get(name);
    if (curves === void 0) {
      let slice = database.table("moe")?.slice(...key);
      curves = slice === void 0 ? /* @__PURE__ */ new Map() : readCurves(slice, ["moe_tp_size", "moe_ep_size"], "num_tokens"), slices.set(name, curves);
    }
    return curves.get(`${op.moeTp} ${op.moeEp}`);
  };
  return (op, step) => {
    let tokens = step.tokens * op.dp, curve = (tokens <= (lowLatencyTokens[op.quant] ?? 0) ? find(1, op) : void 0) ?? find(0, op);
    if (curve === void 0) throw unmeasuredExperts(op);
    return timeOn(curve, tables, op, tokens);
  };
}
function unmeasuredExperts(op) {
  let { topk, experts: experts2, hiddenSize, interSize, moeTp, moeEp, quant } = op;
  return new DataMissing(
    `no measured experts in ${quant}: ${topk} of ${experts2}, ${hiddenSize} x ${interSize}, moe tp ${moeTp}, ep ${moeEp}`
  );
}
function timeOn(curve, tables, op, tokens) {
  let { keys, latencyMs: latencyMs2 } = curve, last = keys.length - 1;
  if (last === 0 && tokens < keys[0]) throw new DataMissing(`experts were measured at ${keys[0]} tokens alone`);
  if (tokens <= keys[last]) return curveAt(curve, tokens);
  let share = Math.max(expertsFloor(tables, op, keys[last]) / latencyMs2[last], 1e-8);
  return expertsFloor(tables, op, tokens) / share;
}
function expertsFloor({ system, constants }, op, tokens) {
  let { hiddenSize, interSize, moeEp, moeTp } = op, mode = MOE_QUANT[op.quant], routed = tokens * op.topk, routedPerRank = Math.floor(routed / moeEp), operations = wholeQuotient([routed, hiddenSize, interSize, GATED_PRODUCTS * 2], moeEp * moeTp), moved = routedPerRank * hiddenSize * 2 + Math.floor(routedPerRank * interSize * GATED_PRODUCTS / moeTp) + Math.floor(hiddenSize * interSize * GATED_PRODUCTS / moeTp) * Math.min(Math.floor(op.experts / moeEp), routedPerRank), mathMs = operations / constants.peakFlops.experts(system, mode) * 1e3, memoryMs = mode.bytes * moved / system.memBwBytesPerSec * 1e3;
  return Math.max(mathMs, memoryMs);
}
function wholeQuotient(factors, divisor) {
  let product2 = factors.reduce((all, factor) => all * factor, 1);
  return product2 <= Number.MAX_SAFE_INTEGER ? Math.floor(product2 / divisor) : Number(factors.reduce((all, factor) => all * BigInt(factor), 1n) / BigInt(divisor));
}
function weightBytes({ hiddenSize, interSize, experts: experts2, moeEp, moeTp, quant }) {
  let bytes = hiddenSize * interSize * experts2 * MOE_QUANT[quant].bytes * GATED_PRODUCTS;
  return Math.floor(Math.floor(bytes / moeEp) / moeTp);
}

// src/operations/peak-flops.ts
var givenFlops = (system, { compute }) => ({ 1: system.bfloat16TcFlops, 2: system.fp8TcFlops, 4: system.fp4TcFlops })[compute] ?? system.bfloat16TcFlops * compute, scaledFlops = ({ bfloat16TcFlops }, { compute }) => bfloat16TcFlops * compute, FIGURES = {
  bfloat16: ({ bfloat16TcFlops }) => bfloat16TcFlops,
  fp8: ({ fp8TcFlops }) => fp8TcFlops,
  int8: ({ int8TcFlops }) => int8TcFlops,
  fp4: ({ fp4TcFlops }) => fp4TcFlops
};
function computes(system, { type }) {
  return (FIGURES[type](system) ?? 0) > 0;
}
var typedFlops = (system, mode) => {
  let figure = FIGURES[mode.type](system);
  if (figure !== void 0 && figure > 0) return figure;
  throw new DataMissing(`${system.name} has no tensor cores for ${mode.type}`);
}, FP8_DECODE_SM = 89, decodeFlops = (system, mode) => mode.type === "fp8" && system.smVersion >= FP8_DECODE_SM ? typedFlops(system, mode) : system.bfloat16TcFlops;

// src/operations/resolved/experts.ts
var ANY_DISTRIBUTION = "uniform";
function resolvedExperts(tables) {
  let { lowLatencyTokens } = tables.constants.experts, curvesOfShape = perShape((op) => openCurves2(tables, op), shapeKey2);
  return (op, step) => {
    let tokens = step.tokens * Math.max(1, op.dp), { fast, ordinary } = curvesOfShape(op), curve = tokens <= (lowLatencyTokens[op.quant] ?? 0) ? fast ?? ordinary : ordinary;
    if (curve === void 0) throw unmeasuredExperts(op);
    return Math.max(
      0,
      expertsOn(curve, tokens, (at) => expertsFloor(tables, op, at))
    );
  };
}
function expertsOn(curve, tokens, floor) {
  let { keys } = curve;
  if (keys.length === 1 && tokens < keys[0]) throw new DataMissing(`experts were measured at ${keys[0]} tokens alone`);
  return curveTime(curve, tokens, floor);
}
function shapeKey2({ quant, distribution, topk, experts: experts2, hiddenSize, interSize, moeTp, moeEp }) {
  return `${quant} ${distribution} ${topk} ${experts2} ${hiddenSize} ${interSize} ${moeTp} ${moeEp}`;
}
function openCurves2(tables, op) {
  return tables.constants.peakFlops.experts(tables.system, MOE_QUANT[op.quant]), { fast: curveOf(tables, op, 1), ordinary: curveOf(tables, op, 0) };
}
function curveOf({ database }, op, lowLatency2) {
  let { quant, topk, experts: experts2, hiddenSize, interSize, moeTp, moeEp } = op, table = database.table("moe"), sliceOf = (distribution) => table?.slice(lowLatency2, quant, distribution, topk, experts2, hiddenSize, interSize), slice = sliceOf(op.distribution) ?? sliceOf(ANY_DISTRIBUTION);
  if (slice !== void 0)
    return curvesOf(slice, ["moe_tp_size", "moe_ep_size"], "num_tokens").get(`${moeTp} ${moeEp}`);
}

// src/operations/expert-compute.ts
var expertCompute = {
  sees: () => "tokens",
  isRemembered: !0,
  weightBytes: ({ hiddenSize, interSize, experts: experts2, moeEp, quant }) => Math.floor(hiddenSize * interSize * experts2 * MOE_QUANT[quant].bytes * GATED_PRODUCTS / moeEp),
  source: () => "measured: moe_expert_compute, moe",
  time: expertComputeTime
}, TABLE2 = "moe_expert_compute", ANY_DISTRIBUTION2 = "uniform";
function expertComputeTime(tables) {
  let { database } = tables, whole = resolvedExperts(tables), curveOf2 = perShape((op) => openCurve(tables, op), shapeKey3), constants = { ...tables.constants, peakFlops: { ...tables.constants.peakFlops, experts: scaledFlops } }, alone = (op, { tokens }) => {
    let floor = (at) => expertsFloor({ ...tables, constants }, asExperts(op), at);
    return Math.max(0, expertsOn(curveOf2(op), tokens * Math.max(1, op.dp), floor));
  };
  return FALLS_BACK[database.backend] ? (op, step) => {
    let timeMs = attempt(() => alone(op, step));
    return timeMs instanceof DataMissing ? whole(wholeOf(op), step) : timeMs;
  } : alone;
}
var FALLS_BACK = { trtllm: !0, vllm: !0, sglang: !1 }, known2 = /* @__PURE__ */ new WeakMap();
function wholeOf(op) {
  let found = known2.get(op) ?? asExperts(op);
  return known2.set(op, found), found;
}
function asExperts(op) {
  return { ...op, kind: "experts", moeTp: 1 };
}
function shapeKey3({ phase, quant, distribution, topk, experts: experts2, hiddenSize, interSize, moeEp }) {
  return `${phase} ${quant} ${distribution} ${topk} ${experts2} ${hiddenSize} ${interSize} ${moeEp}`;
}
function openCurve({ database, system }, op) {
  let table = database.table(TABLE2), kernel = table === void 0 ? void 0 : kernelOf(table, database.backend, system.smVersion, op.quant), distribution = table === void 0 || kernel === void 0 ? void 0 : distributionOf(table, kernel, op), slice = distribution === void 0 ? void 0 : table?.slice(
    kernel,
    op.quant,
    distribution,
    op.phase,
    op.topk,
    op.experts,
    op.experts,
    op.hiddenSize,
    op.interSize,
    1,
    op.moeEp
  );
  if (slice === void 0) throw new DataMissing(`no measured experts of a rank in ${op.quant} over ${op.moeEp} ranks`);
  return curvesOf(slice, [], "num_tokens").get("");
}
var BLACKWELL_SM2 = 100;
function kernelOf(table, backend2, smVersion, quant) {
  let isGrouped = smVersion >= BLACKWELL_SM2 && quant === "fp8_block", wanted = backend2 === "trtllm" ? isGrouped ? "deepgemm" : "moe_torch_flow" : "deepep_moe", names = new Set(table.sliceKeys.map((key) => String(key[0])));
  return names.has(wanted) ? wanted : [...names].sort()[0];
}
function distributionOf(table, kernel, op) {
  let measured = new Set(
    table.sliceKeys.filter((key) => key[0] === kernel && key[1] === op.quant && key[3] === op.phase).map((key) => String(key[2]))
  );
  return [op.distribution, ANY_DISTRIBUTION2, ...table.lanes].find((name) => measured.has(name));
}

// src/operations/gemm-scale.ts
function scaleTime(database, table, { growsOutside }) {
  let gridOf2 = memo((quant) => openGrid2(database, table, quant));
  return (quant, m, k) => {
    let grid = gridOf2(quant), mIn = Math.max(grid.m[0], Math.min(Math.trunc(m), grid.m[grid.m.length - 1])), kIn = Math.max(grid.kMin, Math.min(Math.trunc(k), grid.kMax)), inside = gridTime(grid, mIn, kIn);
    return !growsOutside || mIn === Math.trunc(m) && kIn === Math.trunc(k) ? inside : inside * (Math.trunc(m) * Math.trunc(k) / (mIn * kIn));
  };
}
function openGrid2(database, table, quant) {
  let slice = database.table(table)?.slice(quant);
  if (slice === void 0 || slice.rowCount === 0) throw new DataMissing(`no measured rows of ${table} in ${quant}`);
  let [mColumn, kColumn, latency] = [slice.column("m"), slice.column("k"), slice.column("latency")], grid = { m: [], rows: /* @__PURE__ */ new Map() };
  for (let i = 0; i < slice.rowCount; i += 1) {
    let m = mColumn[i], row = grid.rows.get(m);
    row === void 0 && (row = { k: [], latencyMs: [] }, grid.rows.set(m, row), grid.m.push(m)), row.k.push(kColumn[i]), row.latencyMs.push(latency[i]);
  }
  return { ...grid, kMin: Math.min(...kColumn), kMax: Math.max(...kColumn) };
}
function gridTime({ m: keys, rows }, m, k) {
  let points = bracket(m, keys, !0).flatMap((u) => {
    let row = rows.get(u);
    return bracket(k, row.k, !0).map((v) => ({ u, v, value: row.latencyMs[row.k.indexOf(v)] }));
  }), value = scattered(points, m, k, linearSurface);
  if (!Number.isFinite(value)) throw new DataMissing(`no measured scale times around ${m}, ${k}`);
  return value;
}

// src/operations/gemm.ts
var gemm2 = {
  sees: ({ rows }) => rows,
  isRemembered: !0,
  weightBytes: ({ n, k, quant }) => n * k * GEMM_QUANT[quant].bytes,
  source: ({ quant }) => quant === "fp8_static" ? "estimated: gemm in fp8 less computescale and scale_matrix" : "measured: gemm",
  time: gemmTime
};
function gemmTime(tables) {
  let { database } = tables, tableOf = memo((quant) => openTable(tables, quant)), scales = {
    compute: scaleTime(database, "computescale", { growsOutside: !1 }),
    matrix: scaleTime(database, "scale_matrix", { growsOutside: !0 })
  }, staticFloor = productFloor(tables, "fp8_static");
  return (op, step) => {
    let m = inputRows(op, step);
    if (op.quant !== "fp8_static") return Math.max(0, tableTime(tableOf(op.quant), m, op));
    let dynamic = tableTime(tableOf("fp8"), m, op);
    return Math.max(staticFloor(m, op.n, op.k), withoutScales(dynamic, m, op, scales));
  };
}
function inputRows(op, step) {
  return perRank(op, op.rows === "sequences" ? step.batch : step.tokens);
}
function withoutScales(dynamic, m, { k, hasLowPrecisionInput }, { compute, matrix }) {
  let unscaled = dynamic - compute("fp8", m, k);
  return hasLowPrecisionInput ? unscaled - matrix("fp8", m, k) : unscaled;
}
function openTable(tables, quant) {
  let { database, constants } = tables, slice = database.table("gemm")?.slice(quant);
  if (slice === void 0) throw new DataMissing(`no measured matrix products in ${quant}`);
  let { tokens, sizes } = constants.gemm;
  return { grid: denseGrid(
    { x: slice.column("m"), y: slice.column("n"), z: slice.column("k"), value: slice.column("latency") },
    { targetX: tokens, targetY: sizes, targetZ: sizes, floor: productFloor(tables, quant) }
  ), curves: /* @__PURE__ */ new Map() };
}
function tableTime(table, m, size) {
  let curve = shapeCurve(table, size);
  if (curve.m.length >= 2) {
    let [m0, m1] = bracket(m, curve.m, !1), at = (key) => curve.latencyMs[curve.m.indexOf(key)];
    return m0 === m1 ? at(m0) : interpolate1d(m0, m1, at(m0), at(m1), m);
  }
  return lookup3(table.grid, m, size.n, size.k, "cubic");
}
var SIZE_LIMIT = 2 ** 26;
function shapeCurve({ grid, curves }, { n, k }) {
  let key = n * SIZE_LIMIT + k, curve = curves.get(key);
  if (curve === void 0) {
    curve = { m: [], latencyMs: [] };
    for (let i = 0; i < grid.xKeys.length; i += 1) {
      let latency = grid.value(grid.xKeys[i], n, k);
      latency !== void 0 && (curve.m.push(grid.xKeys[i]), curve.latencyMs.push(latency));
    }
    curves.set(key, curve);
  }
  return curve;
}
function productFloor({ system, constants }, quant) {
  let mode = GEMM_QUANT[quant], flops = constants.peakFlops.gemm(system, mode);
  return (m, n, k) => {
    let mathMs = 2 * m * n * k / flops * 1e3, memoryMs = mode.bytes * (m * n + m * k + n * k) / system.memBwBytesPerSec * 1e3;
    return Math.max(mathMs, memoryMs);
  };
}

// src/operations/grid/along-z.ts
function bilinearAlong(grid, x, y) {
  let cell;
  return (z) => {
    if (cell !== void 0 && z > cell.z0 && z < cell.z1) return cell.value(z);
    let value = lookup3(grid, x, y, z, "bilinear");
    return cell = cellAt(grid, { x, y, z }), value;
  };
}
function cellAt(grid, { x, y, z }) {
  let [x0, x1] = bracket(x, grid.xKeys, !0);
  if (x0 !== x1) return;
  let [y0, y1] = bracket(y, grid.yKeys(x), !0), [low, high] = [grid.row(x, y0), grid.row(x, y1)];
  if (low === void 0 || high === void 0) return;
  let [z0, z1] = bracket(z, high.keys, !0), corners = [valueAt(low, z0), valueAt(low, z1), valueAt(high, z0), valueAt(high, z1)];
  if (!(z0 === z1 || !corners.every((corner) => corner !== void 0 && Number.isFinite(corner))))
    return { z0, z1, value: y0 === y1 ? onRow(low, z0, z1) : onPlane([low, high], [y0, y1, y], [z0, z1]) };
}
function onRow(row, z0, z1) {
  let [at0, at1] = [valueAt(row, z0), valueAt(row, z1)];
  return (z) => interpolate1d(z0, z1, at0, at1, z);
}
function onPlane([low, high], [y0, y1, y], [z0, z1]) {
  let low0 = valueAt(low, z0) * (y1 - y), low1 = valueAt(low, z1) * (y1 - y), high0 = valueAt(high, z0) * (y - y0), high1 = valueAt(high, z1) * (y - y0), area = (y1 - y0) * (z1 - z0);
  return (z) => (low0 * (z1 - z) + low1 * (z - z0) + high0 * (z1 - z) + high1 * (z - z0)) / area;
}

// src/operations/generation-attention.ts
var generationAttention = {
  sees: () => "length",
  isRemembered: !0,
  weightBytes: noWeights,
  source: () => "measured: generation_attention",
  time: generationAttentionTime
};
function generationAttentionTime(tables) {
  let { database, constants } = tables, { heads, generationBatches, generationLengths } = constants.attention, gridOf2 = slicedGrids(
    database,
    "generation_attention",
    (slice, key) => denseGrid(decodePoints(slice), {
      targetX: headsFrom(slice, heads),
      targetY: generationBatches,
      targetZ: generationLengths,
      floor: decodeFloor(tables, key)
    })
  ), lineOf = (op, batch) => bilinearAlong(gridOf2([op.kvCache, sliceKvHeads(op), op.headSize, op.windowSize]), op.heads, batch), lines = /* @__PURE__ */ new WeakMap();
  return (op, { batch, sequenceLength }) => {
    let known3 = lines.get(op), line2 = known3?.batch === batch ? known3 : { batch, at: lineOf(op, batch) };
    return line2 !== known3 && lines.set(op, line2), meanOverLengths(sequenceLength, constants.attention, line2.at);
  };
}
function meanOverLengths(meanLength2, samples, timeAt) {
  let sum3 = 0;
  for (let i = 0; i < samples.lengthSamples; i += 1) sum3 += timeAt(sampledLength(meanLength2, i, samples));
  return sum3 / samples.lengthSamples;
}
function sampledLength(meanLength2, sample, { lengthSamples, lengthSpread }) {
  let low = Math.max(1, Math.trunc(meanLength2 * lengthSpread[0])), high = Math.max(low, Math.trunc(meanLength2 * lengthSpread[1]));
  return low + Math.floor((high - low) * sample / (lengthSamples - 1));
}
function decodeFloor({ system, constants }, key) {
  let [kvCache, sliceHeads, headSize, windowSize] = key, { bytes } = KV_CACHE_QUANT[kvCache], flops = constants.peakFlops.attention(system, KV_CACHE_QUANT[kvCache]);
  return (heads, batch, length) => {
    let kvHeads = sliceHeads === 0 ? heads : sliceHeads, kvLength = windowSize > 0 ? Math.min(length - 1, windowSize) : length - 1, mathMs = 2 * batch * heads * headSize * 2 * kvLength / flops * 1e3, moved = batch * (heads * headSize * 2 + 2 * kvHeads * kvLength * headSize * bytes + heads * headSize * 2);
    return Math.max(mathMs, moved / system.memBwBytesPerSec * 1e3);
  };
}

// src/operations/generation-mla.ts
var generationMla = {
  sees: () => "length",
  isRemembered: !0,
  weightBytes: noWeights,
  source: () => "measured: generation_mla",
  time: ({ database, constants }) => {
    let gridOf2 = slicedGrids(database, "generation_mla", (slice) => latentDecodeGrid(slice, constants));
    return ({ kvCache, heads }, { batch, sequenceLength }) => lookup3(gridOf2([kvCache]), heads, batch, sequenceLength, "bilinear");
  }
};

// src/operations/mla-bmm.ts
var mlaBmm = {
  sees: () => "sequences",
  isRemembered: !0,
  weightBytes: noWeights,
  source: () => "measured: mla_bmm",
  time: bmmTime
}, BMM_TABLE_NAMES = { pre: "mla_gen_pre", post: "mla_gen_post" };
function bmmTime({ database }) {
  let slices = /* @__PURE__ */ new Map(), open2 = (op) => {
    let table = database.table("mla_bmm"), isMeasured = table?.sliceKeys.some(([mode]) => mode === op.quant) === !0, slice = table?.slice(isMeasured ? op.quant : "bfloat16", BMM_TABLE_NAMES[op.stage]);
    return slice === void 0 ? /* @__PURE__ */ new Map() : readCurves(slice, ["num_heads"], "num_tokens");
  };
  return (op, { batch }) => {
    let name = `${op.quant} ${op.stage}`, curves = slices.get(name);
    curves === void 0 && (curves = open2(op), slices.set(name, curves));
    let curve = curves.get(String(op.heads));
    if (curve === void 0) throw new DataMissing(`no measured latent products of ${op.heads} heads`);
    return curveAt(curve, batch);
  };
}

// src/operations/mla-module.ts
var common = { sees: () => "length", isRemembered: !0, weightBytes: noWeights }, contextMlaModule = {
  ...common,
  source: () => "measured: mla_context_module",
  time: ({ database, constants }) => {
    let gridOf2 = slicedGrids(database, "mla_context_module", (slice) => latentPrefillGrid(slice, constants, !1));
    return ({ fmha, kvCache, gemm: gemm3, heads }, step) => prefillTime(gridOf2([fmha, kvCache, gemm3]), { heads, cp: 1 }, step);
  }
}, generationMlaModule = {
  ...common,
  source: () => "measured: mla_generation_module",
  time: ({ database, constants }) => {
    let gridOf2 = slicedGrids(database, "mla_generation_module", (slice) => latentDecodeGrid(slice, constants));
    return ({ fmha, kvCache, gemm: gemm3, heads }, { batch, sequenceLength }) => lookup3(gridOf2([fmha, kvCache, gemm3]), heads, batch, sequenceLength, "cubic");
  }
};

// src/operations/moe-dispatch.ts
var moeDispatch = {
  sees: () => "tokens",
  isRemembered: !0,
  weightBytes: noWeights,
  source: () => "measured: custom_allreduce, nccl",
  time: (tables) => dispatchTime(tables, { allReduce: allReduceTime(tables), collective: collectiveTime(tables) })
};
function dispatchTime({ database, system, constants }, { allReduce: allReduce3, collective: collective2 }) {
  let plan = DISPATCH_PLANS[database.backend];
  return (op, { tokens }) => plan(op, tokens * op.hiddenSize, { system, constants: constants.dispatch }).reduce(
    (total, { collective: name, elements, gpus }) => total + (name === "all_reduce" ? allReduce3(elements, gpus) : collective2(name, elements, gpus)),
    0
  );
}
function exchange(op, elements) {
  return { collective: op.stage === "pre" ? "all_gather" : "reduce_scatter", elements, gpus: op.gpus };
}
function allReduce2(op, elements) {
  return { collective: "all_reduce", elements, gpus: op.gpus };
}
var reduceOrExchange = (op, volume) => op.attentionTp > 1 ? [allReduce2(op, volume)] : op.attentionDp > 1 ? [exchange(op, volume * op.attentionDp)] : [], trtllm = (op, volume, scope) => {
  let { compression, compressingSm } = scope.constants;
  if (scope.system.smVersion !== compressingSm) return reduceOrExchange(op, volume, scope);
  let sent = op.stage === "pre" ? volume * (compression[op.quant] ?? 1) : volume;
  return op.attentionDp > 1 ? [exchange(op, sent * op.attentionDp)] : op.attentionTp > 1 ? [allReduce2(op, volume)] : [];
}, vllm = (op, volume) => [
  ...op.attentionTp > 1 ? [allReduce2(op, volume)] : [],
  ...op.attentionDp > 1 ? [exchange(op, volume * op.attentionDp)] : []
], sglang = (op, volume, scope) => {
  let { attentionTp, attentionDp, attentionCp, stage, phase } = op;
  if (attentionTp > 1 && attentionDp > 1) {
    let all = exchange(op, volume * attentionDp);
    return stage === "pre" ? [{ collective: "reduce_scatter", elements: volume, gpus: attentionTp }, all] : [all, { collective: "all_gather", elements: volume, gpus: attentionTp }];
  }
  return attentionCp === 1 ? reduceOrExchange(op, volume, scope) : phase === "context" ? [exchange(op, volume)] : stage === "pre" ? [] : [allReduce2(op, volume)];
}, DISPATCH_PLANS = { trtllm, vllm, sglang };

// src/operations/point-to-point.ts
var pointToPoint2 = {
  sees: () => "tokens",
  isRemembered: !1,
  weightBytes: noWeights,
  source: () => "estimated from link bandwidth",
  time: ({ system }) => (op, { tokens }) => op.stages === 1 ? 0 : (perRank(op, tokens) * op.elements * ACTIVATION_BYTES / system.interNodeBwBytesPerSec + system.p2pLatencySec) * 1e3
};

// src/operations/resolved/three-axes.ts
function threeAxes(timeAt) {
  let point = new Float64Array(3);
  return (outer, middle, inner) => (point[0] = outer, point[1] = middle, point[2] = inner, timeAt(point));
}

// src/operations/spread-mla-roofline.ts
var HEADS = 128, HIDDEN = 7168, QUERY_RANK = 1536, LATENT2 = 512, ROPE = 64, HEAD = 128, KEY = HEAD + ROPE, KEY_AND_VALUE = KEY + HEAD;
function sharedHeads(heads) {
  return Math.floor(HEADS / Math.floor(HEADS / heads));
}
function bounded({ system, constants }, mode, boundsAt) {
  let flops = constants.peakFlops.gemm(system, mode), attentionFlops = constants.peakFlops.gemm(system, FMHA_QUANT.bfloat16);
  return (point) => {
    let { products, attention: attention3, moved } = boundsAt(point), workMs = products / flops * 1e3 + attention3 / attentionFlops * 1e3;
    return Math.max(workMs, moved * mode.bytes / system.memBwBytesPerSec * 1e3);
  };
}
function spreadPrefillRoofline(tables, mode) {
  return bounded(tables, mode, (point) => {
    let [n, s, b] = [sharedHeads(point[0]), point[1], point[2]], queryUp = 2 * QUERY_RANK * n * KEY * b * s, keyUp = 2 * LATENT2 * n * (2 * HEAD) * b * s, output = 2 * n * HEAD * HIDDEN * b * s, queries = b * QUERY_RANK * s + QUERY_RANK * n * KEY + 2 * b * n * KEY * s, keys = b * s * LATENT2 + n * (2 * HEAD) * LATENT2 + 2 * b * (2 * HEAD) * n * s, attended = b * s * n * KEY + b * s * n * KEY + b * s * n * HEAD + b * s * n * HEAD, outputs = b * n * HEAD * s + n * HEAD * HIDDEN + 2 * b * HIDDEN * s;
    return {
      products: queryUp + keyUp + output,
      attention: Math.floor(2 * n * KEY_AND_VALUE * b * (s * s) / 2),
      moved: queries + keys + attended * 2 + outputs
    };
  });
}
var FP8_DECODE_SM2 = 89;
function spreadDecodeRoofline(tables, cache) {
  let isFp8 = cache.type === "fp8" && tables.system.smVersion >= FP8_DECODE_SM2;
  return bounded(tables, isFp8 ? FMHA_QUANT.fp8 : FMHA_QUANT.bfloat16, (point) => {
    let [n, b, s] = [sharedHeads(point[0]), point[1], point[2]], queryUp = 2 * QUERY_RANK * n * KEY * b, intoLatent = 2 * n * HEAD * LATENT2 * b, outOfLatent = 2 * b * n * LATENT2 * HEAD, output = 2 * n * HEAD * HIDDEN * b, queries = b * QUERY_RANK + QUERY_RANK * n * KEY + 2 * b * n * KEY, keys = b * n * HEAD + n * LATENT2 * HEAD + 2 * b * n * LATENT2, attended = b * n * (LATENT2 + ROPE) + b * s * (LATENT2 + ROPE) + b * n * LATENT2, values = b * n * LATENT2 + n * HEAD * LATENT2 + 2 * b * n * HEAD, outputs = b * n * HEAD + n * HEAD * HIDDEN + 2 * b * HIDDEN;
    return {
      products: queryUp + intoLatent + outOfLatent + output,
      attention: 2 * b * s * n * (ROPE + 2 * LATENT2),
      moved: queries + keys + attended * 2 + values + outputs
    };
  });
}

// src/operations/spread-mla.ts
var common2 = { sees: () => "length", isRemembered: !0, weightBytes: noWeights }, contextSpreadMla = {
  ...common2,
  source: () => "measured: wideep_context_mla",
  time: prefillTime2
}, generationSpreadMla = {
  ...common2,
  source: () => "measured: wideep_generation_mla",
  time: decodeTime
};
function prefillTime2(tables) {
  let { database, constants } = tables, { farField } = constants.resolver, kernelOf2 = perShape(
    ({ fmha, kvCache }) => {
      let speedOfLight = spreadPrefillRoofline(tables, FMHA_QUANT[fmha]), slice = kernelSlice(database, "wideep_context_mla", [fmha, kvCache]);
      return threeAxes(
        gridOf(slice, { axes: ["num_heads", "isl", "batch_size"], rootAxis: 1, speedOfLight, farField })
      );
    },
    ({ fmha, kvCache }) => `${fmha} ${kvCache}`
  );
  return (op, { batch, sequenceLength }) => {
    let kernel = kernelOf2(op);
    return Math.max(
      0,
      overRanks(sequenceLength, op.cp, (length) => kernel(op.heads, length, batch))
    );
  };
}
function decodeTime(tables) {
  let { farField } = tables.constants.resolver, kernelOf2 = perShape(
    ({ kvCache }) => {
      let speedOfLight = spreadDecodeRoofline(tables, KV_CACHE_QUANT[kvCache]), slice = kernelSlice(tables.database, "wideep_generation_mla", [kvCache]);
      return threeAxes(gridOf(slice, { axes: ["num_heads", "batch_size", "isl"], speedOfLight, farField }));
    },
    ({ kvCache }) => kvCache
  );
  return (op, { batch, sequenceLength }) => Math.max(0, kernelOf2(op)(op.heads, batch, sequenceLength));
}
var KERNELS = ["flashinfer", "trtllm_mla"];
function kernelSlice(database, name, modes) {
  let table = database.table(name);
  for (let kernel of KERNELS) {
    let slice = table?.slice(kernel, ...modes);
    if (slice !== void 0 && slice.rowCount > 0) return slice;
  }
  throw new DataMissing(`${name} has no rows for ${modes.join(", ")}`, { isOfEveryStep: !0 });
}

// src/operations/operations.ts
var KINDS = {
  embedding: embedding2,
  elementWise: elementWise2,
  gemm: gemm2,
  contextAttention,
  generationAttention,
  customAllReduce,
  pointToPoint: pointToPoint2,
  contextMlaModule,
  generationMlaModule,
  contextMla,
  generationMla,
  mlaBmm,
  contextSpreadMla,
  generationSpreadMla,
  experts,
  moeDispatch,
  collective,
  allToAll: allToAll2,
  expertCompute
}, ROWS = KINDS;
function kindOf(kind) {
  return ROWS[kind];
}
var COMPOSITES = {
  fallback: {
    inside: ({ primary, parts }) => [primary, ...parts],
    // The block measured as one has no weights of its own.
    weighed: ({ parts }) => parts,
    source: "measured as one block, or as the sum of its parts",
    time: ({ primary, parts }, timeOf) => {
      let isMeasured = !0;
      return (step) => {
        try {
          if (isMeasured) return timeOf(primary, step);
        } catch (error) {
          if (!(error instanceof DataMissing)) throw error;
          isMeasured = !error.isOfEveryStep;
        }
        return totalTime(parts, step, timeOf);
      };
    }
  },
  overlap: {
    inside: ({ branches: branches2 }) => branches2.flat(),
    weighed: ({ branches: branches2 }) => branches2.flat(),
    source: "the longer of two branches that run at once",
    time: ({ branches: branches2 }, timeOf) => (step) => Math.max(...branches2.map((branch) => totalTime(branch, step, timeOf)))
  }
};
function compositeOf(name) {
  return COMPOSITES[name];
}
function totalTime(operations, step, timeOf) {
  return operations.reduce((total, operation) => total + timeOf(operation, step), 0);
}
function isComposite(op) {
  return op.kind in COMPOSITES;
}
function compositeTime(op, timeOf) {
  return compositeOf(op.kind).time(op, timeOf);
}
function weightBytes2(op) {
  return isComposite(op) ? compositeOf(op.kind).weighed(op).reduce((total, part) => total + weightBytes2(part), 0) : kindOf(op.kind).weightBytes(op) * op.count;
}
function seesLength(op) {
  return isComposite(op) ? compositeOf(op.kind).inside(op).some(seesLength) : kindOf(op.kind).sees(op) === "length";
}
function sourceOf(op) {
  return isComposite(op) ? compositeOf(op.kind).source : kindOf(op.kind).source(op);
}

// src/operations/remembered.ts
var KEYS = {
  tokens: { outer: () => 0, inner: ({ tokens }) => tokens },
  sequences: { outer: () => 0, inner: ({ batch }) => batch },
  length: { outer: ({ batch }) => batch, inner: ({ sequenceLength }) => sequenceLength }
}, MOST_REMEMBERED = 8192;
function remembered(open2) {
  let byShape = /* @__PURE__ */ new Map(), byOperation = /* @__PURE__ */ new WeakMap(), make = (op) => {
    if (isComposite(op) || !kindOf(op.kind).isRemembered) return open2(op);
    let shape = JSON.stringify({ ...op, name: "", count: 1 }), known3 = byShape.get(shape) ?? /* @__PURE__ */ new Map();
    return byShape.set(shape, known3), knownTime(open2(op), known3, KEYS[kindOf(op.kind).sees(op)]);
  };
  return (op, step) => {
    let time = byOperation.get(op);
    return time === void 0 && (time = make(op), byOperation.set(op, time)), time(step);
  };
}
function knownTime(time, known3, { outer, inner }) {
  let [lastBatch, lastKey, last] = [Number.NaN, Number.NaN, 0];
  return (step) => {
    let batch = outer(step), key = inner(step);
    if (batch === lastBatch && key === lastKey) return last;
    let times = known3.get(batch);
    times === void 0 && (times = /* @__PURE__ */ new Map(), known3.set(batch, times));
    let value = times.get(key);
    if (value === void 0 && (value = attempt(() => time(step)), times.size < MOST_REMEMBERED && times.set(key, value)), typeof value != "number") throw value;
    return lastBatch = batch, lastKey = key, last = value, value;
  };
}

// src/operations/timer.ts
function operationTimer({ database, system, lookups }) {
  let timerOf = database.derived(
    lookups,
    () => kindTimers({ database, system, constants: lookups.constants }, lookups)
  ), along = (op, batch, lengths) => {
    if (!isComposite(op)) return timesOfLayers(timerOf(op.kind).along?.(op, batch, lengths), op.count);
    let times = op.kind === "fallback" ? attempt(() => along(op.primary, batch, lengths)) : void 0;
    return times instanceof DataMissing ? void 0 : timesOfLayers(times, op.count);
  }, time = Object.assign((op, step) => once2(op, step) * op.count, { along }), once2 = remembered((op) => {
    if (isComposite(op)) return compositeTime(op, time);
    let kindTime = timerOf(op.kind);
    return (step) => kindTime(op, step);
  });
  return time;
}
function timesOfLayers(times, count) {
  for (let i = 0; times !== void 0 && i < times.length; i += 1) times[i] = times[i] * count;
  return times;
}
function kindTimers(tables, { times }) {
  let open2 = (kind) => (times[kind] ?? kindOf(kind).time)(tables);
  return memo((kind) => open2(kind));
}

// src/profile/measured.ts
function openMeasured2(request, engine) {
  return { architecture: findArchitecture(request, engine), backends: measuredBackends(request, engine) };
}
function wantedBackends({ backend: backend2 }) {
  return backend2 === "auto" ? BACKENDS : [backend2];
}
function measuredAt(place, engine) {
  return measuredIn(engine.data.database(place.system, place.backend), place, engine);
}
function glanceAt(place, engine) {
  return measuredIn(engine.data.glance(place.system, place.backend), place, engine);
}
function measuredIn(database, { system: name, backend: backend2 }, engine) {
  let { revision, data, once: once2 = sweepAnew } = engine, system = data.systems[name];
  if (database === void 0 || system === void 0) return;
  let operationTime = operationTimer({ database, system, lookups: revision.lookups });
  return {
    backend: backend2,
    revision,
    database,
    system,
    operationTime,
    once: (what, make) => once2(`${name} ${backend2} ${what}`, make)
  };
}
var MIB = 2 ** 20;
function limited(system, { hardware: { vramMb }, mends }) {
  return vramMb === void 0 || !mends.limitsToVram ? system : { ...system, memCapacityBytes: Math.min(system.memCapacityBytes, vramMb * MIB) };
}
function measuredBackends(request, engine) {
  let { system, gpuSku } = request.hardware, found = wantedBackends(request).flatMap((backend2) => measuredAt({ system, backend: backend2 }, engine) ?? []);
  if (found.length > 0) return found.map((one) => ({ ...one, system: limited(one.system, request) }));
  throw new RenderError("NOT_MEASURED", {
    message: `there is no measured data for ${wantedBackends(request).join(", ")} on ${gpuSku}`,
    path: "spec.hardware.gpuSku",
    origin: request.locate("spec.hardware.gpuSku"),
    hint: "choose another backend or GPU, or make the data with `dgdr-render perfdb import`"
  });
}

// src/engine/candidate.ts
function leadWorker(candidate) {
  return candidate.mode === "agg" ? candidate.worker : candidate.decode;
}
function replicaGpus(candidate) {
  return candidate.mode === "agg" ? workerGpus(candidate.worker) : workerGpus(candidate.prefill) + workerGpus(candidate.decode);
}
function workerGpus({ layout: { tp, pp, dp }, workers }) {
  return workers * tp * pp * dp;
}

// src/models/layout.ts
function gpusPerWorker({ tp, pp, dp, cp }) {
  return tp * pp * dp * cp;
}
function layoutLabel({ tp, pp, dp, moeTp, moeEp, cp }) {
  return `tp${tp}pp${pp}dp${dp}etp${moeTp}ep${moeEp}${cp > 1 ? `cp${cp}` : ""}`;
}

// src/pick/ranking.ts
var TOP_ROWS = 5, clusterRate = (ranked) => ranked.clusterRate;
function metric(name) {
  return ({ candidate }) => candidate.metrics[name];
}
function deployWithin(candidate, budgetGpus) {
  let gpus = replicaGpus(candidate);
  return { replicaGpus: gpus, budgetGpus, replicas: Math.floor(budgetGpus / gpus) };
}
function loadBudget({ gpus }, totalGpus) {
  return Math.min(gpus, totalGpus);
}
function bestOfEachLayout(ranked, score, wanted = "largest") {
  let sign = wanted === "largest" ? 1 : -1, best = /* @__PURE__ */ new Map();
  for (let one of ranked) {
    let label = layoutLabel(leadWorker(one.candidate).layout), found = best.get(label);
    (found === void 0 || sign * (score(one) - score(found)) > 0) && best.set(label, one);
  }
  return [...best.keys()].sort().map((label) => best.get(label));
}

// src/pick/targets.ts
function meetsTarget({ latency, limitMs }) {
  let latencyMs2 = metric(latency);
  return (one) => latencyMs2(one) <= limitMs;
}
function byTargets(target) {
  let latencyMs2 = metric(target.latency), isMet = meetsTarget(target);
  return (a, b) => isMet(a) || isMet(b) ? Number(isMet(b)) - Number(isMet(a)) : latencyMs2(a) - latencyMs2(b);
}

// src/pick/choose.ts
function pickOrder({ isLoadMatch, target, mends }) {
  let targets = mends.meetsTargetsFirst ? byTargets(target) : () => 0;
  if (isLoadMatch && mends.choosesByServedLoad) {
    let candidates = byServedLoad(targets);
    return { candidates, tables: byFirst(candidates) };
  }
  let tables = byFirst(targets);
  return {
    candidates: (a, b) => targets(a, b) || clusterRate(b) - clusterRate(a),
    tables: (a, b) => tables(a, b) || b.bestThroughput - a.bestThroughput
  };
}
function chooseTable(tables, order) {
  return tables.reduce(
    (best, table) => best === void 0 || order.tables(table.ranked, best.ranked) < 0 ? table : best,
    void 0
  );
}
function byFirst(order) {
  return ({ top: [a] }, { top: [b] }) => a === void 0 || b === void 0 ? +(a === void 0) - +(b === void 0) : order(a, b);
}
var rate = metric("tokensPerSecPerGpu");
function byServedLoad(targets) {
  let servesAll = (one) => +(servedPercent(one) === 100);
  return (a, b) => servesAll(b) - servesAll(a) || targets(a, b) || servedPercent(b) - servedPercent(a) || loadGpus(a) - loadGpus(b) || rate(b) - rate(a);
}
function servedPercent({ load }) {
  return load?.servedPercent === void 0 ? 100 : Math.min(load.servedPercent, 99.9);
}
function loadGpus({ load, budgetGpus }) {
  return load?.gpus ?? budgetGpus;
}

// src/engine/row-order.ts
function quickSort(rows, key, direction) {
  let input = direction === "ascending" ? [...rows] : [...rows].reverse(), keys = input.map(key), order = keys.map((_, i) => i), stack = [[0, order.length - 1]];
  for (let range = stack.pop(); range !== void 0; range = stack.pop()) sortRange(keys, order, range, stack);
  let sorted2 = order.map((i) => input[i]);
  return direction === "ascending" ? sorted2 : sorted2.reverse();
}
function sortRange(keys, order, range, stack) {
  let [low, high] = range;
  for (; high - low >= 16; ) {
    let split = partition(keys, order, low, high);
    split - low < high - split ? (stack.push([split + 1, high]), high = split - 1) : (stack.push([low, split - 1]), low = split + 1);
  }
  for (let i = low + 1; i <= high; i += 1) {
    let moved = order[i], at = i;
    for (; at > low && keys[moved] < keys[order[at - 1]]; at -= 1) order[at] = order[at - 1];
    order[at] = moved;
  }
}
function partition(keys, order, low, high) {
  let isBelow = (a, b) => keys[order[a]] < keys[order[b]], swap = (a, b) => {
    [order[a], order[b]] = [order[b], order[a]];
  }, middle = low + (high - low >> 1);
  isBelow(middle, low) && swap(middle, low), isBelow(high, middle) && swap(high, middle), isBelow(middle, low) && swap(middle, low);
  let pivot = keys[order[middle]], left = low, right = high - 1;
  for (swap(middle, right); ; ) {
    do
      left += 1;
    while (keys[order[left]] < pivot);
    do
      right -= 1;
    while (pivot < keys[order[right]]);
    if (left >= right) break;
    swap(left, right);
  }
  return swap(left, high - 1), left;
}

// src/pick/pareto.ts
var AXES = {
  tpotMs: { x: metric("tokensPerSecPerUser"), sign: 1 },
  requestMs: { x: metric("requestMs"), sign: -1 }
};
function paretoFront(rated, { latency }) {
  let { x, sign } = AXES[latency], finite2 = rated.filter((one) => Number.isFinite(x(one)) && Number.isFinite(one.clusterRate)), sorted2 = quickSort(finite2, x, "ascending"), front = sorted2.map((one, index) => ({ one, index, x: sign * x(one), y: one.clusterRate }));
  for (let i = 0; i < sorted2.length; i += 1) {
    let point = front.find(({ index }) => index === i);
    point !== void 0 && (front = front.filter((other) => other === point || other.x > point.x || other.y > point.y));
  }
  let survivors = front.map(({ one }) => one);
  return quickSort(survivors, x, "ascending");
}

// src/pick/default.ts
function pickDefault(candidates, { totalGpus, target, mends }) {
  let latencyMs2 = metric(target.latency), filled = candidates.map((candidate) => fillBudget(candidate, totalGpus)), within = filled.filter(meetsTarget(target)), competing = (within.length > 0 ? within : filled).filter(
    (one) => Number.isFinite(latencyMs2(one)) && Number.isFinite(one.clusterRate)
  ), rankMissing = mends.meetsTargetsFirst ? rankByNearness : rankByLatency, top = (within.length > 0 ? rankByRate : rankMissing)(competing, target).slice(0, TOP_ROWS);
  return { bestThroughput: top[0]?.clusterRate ?? 0, top, pareto: paretoFront(filled, target) };
}
var rankByRate = (competing, target) => [...bestOfEachLayout(competing, clusterRate)].sort(byThroughput(target)), rankByLatency = (competing, { latency }) => quickSort(bestOfEachLayout(competing, clusterRate), metric(latency), "ascending"), rankByNearness = (competing, { latency }) => {
  let latencyMs2 = metric(latency), order = (a, b) => latencyMs2(a) - latencyMs2(b) || b.clusterRate - a.clusterRate;
  return [...bestOfEachLayout([...competing].sort(order), latencyMs2, "smallest")].sort(order);
};
function fillBudget(candidate, totalGpus) {
  let { gpus, metrics } = candidate;
  return {
    candidate,
    ...deployWithin(candidate, totalGpus),
    clusterRate: metrics.tokensPerSecPerGpu * Math.floor(totalGpus / gpus) * gpus / totalGpus
  };
}
function byThroughput({ latency }) {
  let speed = { tpotMs: metric("tokensPerSecPerUser"), requestMs: metric("requestMs") }[latency], sign = latency === "requestMs" ? 1 : -1;
  return (a, b) => b.clusterRate - a.clusterRate || sign * (speed(a) - speed(b));
}

// src/engine/rounding.ts
function round3(value) {
  return roundTo(value, 1e3);
}
function round1(value) {
  return roundTo(value, 10);
}
function roundedDecimal3(value) {
  return Number.isInteger(value * 16) ? round3(value) : Number(value.toFixed(3));
}
function roundTo(value, scale) {
  let scaled = value * scale, floor = Math.floor(scaled), rest = scaled - floor;
  return rest > 0.5 || rest === 0.5 && floor % 2 !== 0 ? (floor + 1) / scale : Number.isFinite(scaled) ? floor / scale : value;
}
function floorDivide(dividend, divisor) {
  return Math.round((dividend - dividend % divisor) / divisor);
}

// src/pick/load-match.ts
var loadGpus2 = ({ load }) => load.gpus, rate2 = metric("tokensPerSecPerGpu");
function pickLoadMatch(candidates, query) {
  let { target, load, maxGpus } = query, within = candidates.filter(({ metrics }) => metrics[target.latency] <= target.limitMs), ranked = within.length > 0 ? rankWithinLimit(matchAll(within, load), maxGpus) : rankByLatency2(matchAll(candidates, load), query), top = ranked.slice(0, TOP_ROWS).map((matched) => deployed(matched, query)), plain2 = candidates.map((candidate) => ({ candidate, clusterRate: candidate.metrics.tokensPerSecPerGpu }));
  return { bestThroughput: scoreOf(ranked[0], query), top, pareto: paretoFront(plain2, target) };
}
function deployed(matched, { maxGpus, holdsToBudget }) {
  let budgetGpus = holdsToBudget ? loadBudget(matched.load, maxGpus) : matched.load.gpus;
  return { ...matched, ...deployWithin(matched.candidate, budgetGpus) };
}
function rankWithinLimit(matched, maxGpus) {
  let fitting = matched.filter(({ load }) => load.gpus <= maxGpus);
  if (fitting.length > 0) return [...bestOfEachLayout(fitting, loadGpus2, "smallest")].sort(byGpus);
  let capped = matched.map((one) => withinBudget(one, maxGpus));
  return quickSort(bestOfEachLayout(capped, clusterRate), clusterRate, "descending");
}
function rankByLatency2(matched, { target, maxGpus, mends }) {
  let latency = metric(target.latency), competing = mends.capsEveryRow ? matched.map((one) => withinBudget(one, maxGpus)) : matched;
  return quickSort(bestOfEachLayout(competing, latency, "smallest"), latency, "ascending");
}
function matchAll(candidates, { metric: unit, amount }) {
  return candidates.flatMap((candidate) => {
    let { gpus, metrics } = candidate, replicas2 = Math.max(1, Math.ceil(amount / metrics[unit]));
    return Number.isFinite(replicas2) ? [{ candidate, clusterRate: metrics.tokensPerSecPerGpu, load: { replicas: replicas2, gpus: replicas2 * gpus } }] : [];
  });
}
function withinBudget(matched, maxGpus) {
  let { candidate, load } = matched;
  if (load.gpus <= maxGpus) return matched;
  let replicas2 = Math.max(1, Math.floor(maxGpus / candidate.gpus)), gpus = replicas2 * candidate.gpus;
  return {
    candidate,
    clusterRate: candidate.metrics.tokensPerSecPerGpu * replicas2 * candidate.gpus / maxGpus,
    load: { replicas: replicas2, gpus, servedPercent: round1(replicas2 / load.replicas * 100) }
  };
}
function byGpus(a, b) {
  return a.load.gpus - b.load.gpus || rate2(b) - rate2(a);
}
function scoreOf(first, { mends, maxGpus }) {
  if (first === void 0) return 0;
  let { gpus } = first.load;
  return !mends.choosesByServedLoad && gpus < maxGpus ? 1 / gpus : first.clusterRate;
}

// src/pick/merge.ts
function mergeBackends(tables, target, order) {
  let all = tables.flatMap(({ backend: backend2, ranked }) => ranked.top.map((one) => ({ ...one, backend: backend2 }))), fronts = tables.flatMap(({ backend: backend2, ranked }) => ranked.pareto.map((one) => ({ ...one, backend: backend2 }))), top = all.sort(order.candidates).slice(0, TOP_ROWS);
  return { bestThroughput: top[0]?.clusterRate ?? 0, top, pareto: paretoFront(fronts, target) };
}

// src/engine/expert-spread.ts
var NO_SPREAD = { of: () => {
}, widened: {} }, PHASES = {
  agg: ["context", "generation"],
  prefill: ["context"],
  decode: ["generation", "context"]
};
function expertSpreading(scope, rules) {
  if (rules === void 0 || !familyModel(scope.architecture).isMoe) return NO_SPREAD;
  let { numGpusPerNode } = scope.system, coverage = { context: covered(scope, rules, "context"), generation: covered(scope, rules, "generation") }, needed = PHASES[scope.role], wide = wideSizes(
    needed.map((phase) => coverage[phase]),
    numGpusPerNode
  ), choose3 = (layout, phase) => {
    if (!(layout.moeTp > 1 || scope.database.backend === "trtllm" && layout.dp === 1))
      return coverage[phase].find(({ sizes }) => sizes.has(layout.moeEp))?.exchange;
  };
  return {
    widened: wide.length === 0 ? {} : rules.widened[scope.database.backend][scope.role](wide),
    of: (layout) => {
      if (layout.moeEp !== 1) {
        if (needed.every((phase) => choose3(layout, phase) !== void 0))
          return spreadOf(scope, layout, (phase) => choose3(layout, phase));
        if (!(layout.moeEp <= numGpusPerNode))
          throw new DataMissing(`no measured exchange of tokens over ${layout.moeEp} ranks of more than one node`);
      }
    }
  };
}
function spreadOf({ quant, system }, { moeEp }, choose3) {
  let nodes = Math.ceil(moeEp / system.numGpusPerNode), exchange2 = (phase) => {
    let rules = choose3(phase), sent = rules?.sent(quant.moe, phase, system.name);
    if (rules === void 0 || sent === void 0) return;
    let { comm, stages, sms, splitsPrefill } = rules;
    return { comm, stages, sent, sms, splitsPrefill, nodes };
  };
  return { context: exchange2("context"), generation: exchange2("generation") };
}
function wideSizes(phases, numGpusPerNode) {
  let byPhase = phases.map((found) => new Set(found.flatMap(({ sizes }) => [...sizes]))), [first = /* @__PURE__ */ new Set(), ...others] = byPhase;
  return [...first].filter((size) => size > numGpusPerNode && others.every((sizes) => sizes.has(size))).sort((a, b) => a - b);
}
function covered(scope, { exchanges }, phase) {
  let { architecture, database, system } = scope;
  if (!familyModel(architecture).hasExchanges) return [];
  let wanted = exchanges.filter(
    ({ backends, phases }) => backends.includes(database.backend) && phases.includes(phase)
  ), computed = computedSizes(scope, phase);
  return wanted.flatMap((exchange2) => {
    let measured = exchangedSizes(scope, exchange2, phase), standIn = standInRanks(exchange2.comm, database.backend, system.numGpusPerNode), isCovered = (size) => {
      let nodes = Math.ceil(size / system.numGpusPerNode);
      return measured.has(`${size} ${nodes}`) || nodes > 1 && standIn !== void 0 && measured.has(`${standIn} 1`);
    }, sizes = new Set([...computed].filter((size) => isFeasible(scope, exchange2, size) && isCovered(size)));
    return sizes.size === 0 ? [] : [{ exchange: exchange2, sizes }];
  });
}
var MOST_TOPK = 8;
function isFeasible({ architecture: { topk, experts: experts2 }, system }, { minSm }, size) {
  return topk <= MOST_TOPK && size > 1 && size <= experts2 && experts2 % size === 0 && system.smVersion >= minSm;
}
function exchangedSizes({ architecture, quant, database, system }, { comm, sent }, phase) {
  let modes = sent(quant.moe, phase, system.name);
  if (modes === void 0) return /* @__PURE__ */ new Set();
  let { hiddenSize, topk, experts: experts2 } = architecture, sizesOf = (stage) => (database.table("moe_a2a")?.sliceKeys ?? []).flatMap(([library, part, mode, ranks, nodes, ...shape]) => {
    let isWanted = library === comm && part === stage && mode === modes[stage], isShape = shape[0] === hiddenSize && shape[1] === topk && shape[2] === experts2;
    return isWanted && isShape ? [`${ranks} ${nodes}`] : [];
  }), combined = new Set(sizesOf("combine"));
  return new Set(sizesOf("dispatch").filter((sizes) => combined.has(sizes)));
}
function computedSizes({ architecture, quant, database }, phase) {
  let { hiddenSize, moeInterSize, topk, experts: experts2 } = architecture, sizes = /* @__PURE__ */ new Set();
  for (let [, mode, , part, ...shape] of database.table("moe_expert_compute")?.sliceKeys ?? []) {
    let [k, all, , hidden, inter, moeTp, moeEp] = shape, isShape = k === topk && all === experts2 && hidden === hiddenSize && inter === moeInterSize;
    mode === quant.moe && part === phase && isShape && moeTp === 1 && sizes.add(Number(moeEp));
  }
  if (database.backend === "sglang") return sizes;
  let table = database.table("moe");
  for (let key of table?.sliceKeys ?? []) {
    let [lowLatency2, mode, , k, all, hidden, inter] = key, isShape = k === topk && all === experts2 && hidden === hiddenSize && inter === moeInterSize;
    if (lowLatency2 !== 0 || mode !== quant.moe || !isShape) continue;
    let slice = table.slice(...key), [moeTp, moeEp] = [slice.column("moe_tp_size"), slice.column("moe_ep_size")];
    for (let row = 0; row < slice.rowCount; row += 1) moeTp[row] === 1 && sizes.add(moeEp[row]);
  }
  return sizes;
}

// src/engine/measured-modes.ts
var STATIC_TABLES = ["gemm", "computescale", "scale_matrix"];
function missingModes(database, quant, { architecture, system, role }, { quantisation: { needsTensorCores }, unmodelled }) {
  let { family } = architecture;
  if (family !== void 0 && unmodelled[family]?.includes(database.backend))
    return [`the family ${family} on ${database.backend}`];
  let checks = familyModel(architecture).measured[database.backend].filter(({ roles }) => roles.includes(role)), missing = checks.filter((check) => lacks(database, check, quant[check.what]));
  return [
    ...needsTensorCores ? uncomputable(system, quant, checks) : [],
    ...missingProducts(database, quant),
    ...missing.map(({ tables, what }) => `${tables.map(({ table }) => table).join(" or ")} in ${quant[what]}`)
  ];
}
function uncomputable(system, quant, checks) {
  let modes = {
    gemm: GEMM_QUANT[quant.gemm],
    moe: MOE_QUANT[quant.moe],
    fmha: FMHA_QUANT[quant.fmha],
    kvCache: void 0
  };
  return ["gemm", ...checks.map(({ what }) => what)].flatMap((what) => {
    let mode = modes[what];
    return mode === void 0 || computes(system, mode) ? [] : [`tensor cores for ${what} in ${quant[what]}`];
  });
}
function missingProducts(database, { gemm: gemm3 }) {
  if (gemm3 === "fp8_static")
    return STATIC_TABLES.filter((table) => !modesOf(database, table, 0).includes("fp8")).map((table) => `${table} in fp8`);
  let measured = modesOf(database, "gemm", 0);
  return measured.length > 0 && !measured.includes(gemm3) ? [`gemm in ${gemm3}`] : [];
}
function lacks(database, { tables }, mode) {
  let measured = tables.flatMap(({ table, column }) => {
    let at = database.table(table)?.sliceColumns.indexOf(column) ?? -1;
    return at < 0 ? [] : modesOf(database, table, at);
  });
  return measured.length > 0 && !measured.includes(SAME_ROWS[mode] ?? mode) && !measured.includes(mode);
}
var SAME_ROWS = { w4a16_mxfp4_cutlass: "w4a16_mxfp4" };
function modesOf(database, table, column) {
  return (database.table(table)?.sliceKeys ?? []).map((key) => key[column]);
}

// src/engine/role-quant.ts
function quantModes({ architecture, database, system, role }, quantisation) {
  let { backend: backend2 } = database, family = familyModel(architecture), prefillModes = (kvCache) => measuredBeside(database, family, kvCache), scope = { architecture, backend: backend2, role, smVersion: system.smVersion, prefillModes }, rules = [...family.quantRules, ...quantisation.rules[backend2]], modes = withFallbacks(architecture.quant);
  for (let { applies, change } of rules) applies(scope, modes) && (modes = { ...modes, ...change });
  return modes;
}
function measuredBeside(database, { measured }, kvCache) {
  let modes = measured[database.backend].filter(({ what }) => what === "fmha").flatMap((one) => one.tables).flatMap(({ table, column }) => {
    let { sliceColumns = [], sliceKeys = [] } = database.table(table) ?? {}, [mode, cache] = [sliceColumns.indexOf(column), sliceColumns.indexOf("kv_cache_dtype")];
    return sliceKeys.filter((key) => key[cache] === kvCache).map((key) => key[mode]);
  });
  return new Set(modes);
}

// src/engine/search-space.ts
function workerLayouts(scope) {
  return (familyModel(scope.architecture).isMoe ? expertLayouts(scope) : denseLayouts(scope)).filter(({ tp, dp, cp }) => cp === 1 || tp === 1 && dp === 1);
}
function contextParallelSizes({ architecture, backend: backend2, role }) {
  return role === "decode" || !familyModel(architecture).splitsSequences ? [1] : backend2.contextParallelSizes;
}
function denseLayouts(scope) {
  let { dense, denseOfSystem } = scope.sizes, sizes = Object.hasOwn(denseOfSystem, scope.systemName) ? denseOfSystem[scope.systemName] : dense, gpus = sizes.filter((size) => size <= scope.maxGpus);
  return [...product({ ...ALONE, tp: sizes, cp: contextParallelSizes(scope) })].filter((layout) => gpus.includes(gpusPerWorker(layout)));
}
function expertLayouts(scope) {
  let { gpus, ...axes } = widenedSizes(scope), allowed = gpus.filter((size) => size <= scope.maxGpus);
  return [...product({ ...axes, cp: contextParallelSizes(scope) })].filter(
    (layout) => allowed.includes(gpusPerWorker(layout)) && layout.tp * layout.dp * layout.cp === layout.moeTp * layout.moeEp && scope.backend.allowsExpertLayout(layout)
  );
}
function widenedSizes({ sizes: { experts: experts2 }, widened }) {
  let both = (axis) => [.../* @__PURE__ */ new Set([...experts2[axis], ...widened[axis] ?? []])].sort((a, b) => a - b);
  return {
    gpus: both("gpus"),
    tp: both("tp"),
    pp: both("pp"),
    dp: both("dp"),
    moeTp: both("moeTp"),
    moeEp: both("moeEp")
  };
}
var ALONE = { tp: [1], pp: [1], dp: [1], moeTp: [1], moeEp: [1], cp: [1] }, AXES2 = ["tp", "pp", "dp", "moeTp", "moeEp", "cp"];
function product(sizes) {
  let first = [{ tp: 1, pp: 1, dp: 1, moeTp: 1, moeEp: 1, cp: 1 }];
  return AXES2.reduce((layouts, axis) => withSizes(layouts, axis, sizes[axis]), first);
}
function* withSizes(layouts, axis, sizes) {
  for (let layout of layouts) for (let size of sizes) yield { ...layout, [axis]: size };
}

// src/engine/agg-candidate.ts
function aggCandidate(context, { layout, quant, gpus }, result) {
  let { isl, osl, batch, contextTokens, prefills, decodes, stepTokens, balance, memoryGib } = result;
  return {
    mode: "agg",
    model: context.architecture.id,
    isl,
    osl,
    gpus,
    worker: {
      layout,
      batch,
      workers: 1,
      quant,
      memoryGib: round3(memoryGib),
      engine: engineOf(context)
    },
    step: { contextTokens, tokens: stepTokens, prefills, decodes, balance: round3(balance) },
    metrics: metricsOf(result, layout)
  };
}
function metricsOf(result, layout) {
  let { tp, pp, dp, cp } = layout, { osl, batch, ttftMs, tpotMs } = result, tokensPerSec = result.tokensPerSec * (pp * dp), requestsPerSec = requestRate(result, layout);
  return {
    ttftMs: round3(ttftMs),
    tpotMs: round3(tpotMs),
    requestMs: round3(ttftMs + tpotMs * Math.max(osl - 1, 0)),
    concurrency: batch * pp * dp,
    requestsPerSec: round3(requestsPerSec),
    requestsPerSecPerGpu: round3(requestsPerSec / pp / tp / dp / cp),
    tokensPerSec: round3(tokensPerSec),
    tokensPerSecPerGpu: round3(tokensPerSec / pp / tp / dp / cp),
    tokensPerSecPerUser: osl > 1 && tpotMs > 0 ? round3(1e3 / tpotMs) : 0
  };
}
function requestRate({ tokensPerSec, osl }, { pp, dp }) {
  return osl > 1 ? tokensPerSec * (pp * dp) / (osl - 1) : 0;
}
function engineOf({ backendName, backendVersion, systemName }) {
  return { backend: backendName, version: backendVersion, system: systemName };
}

// src/engine/fit.ts
function fitsGpu({ totalGib, kvCacheGib }, { backend: backend2, backendVersion, system }, place) {
  let capacityGib = system.memCapacityBytes / 1073741824, otherGib = totalGib - kvCacheGib;
  return totalGib >= capacityGib ? !1 : kvCacheGib <= backend2.kvCacheLimitGib({ ...place, backendVersion, capacityGib, otherGib });
}

// src/engine/decode-totals.ts
function decodeTotals(ops, operationTime, pointOf) {
  let adderOf = adders.get(operationTime) ?? memoOfShapes(operationTime);
  adders.set(operationTime, adderOf);
  let totals = [...new Set(ops.map(({ name }) => name))].map((name) => adderOf(ops.filter((op) => op.name === name)));
  return ({ batch, isl, osl, stride }) => {
    let first = pointOf(batch, isl + 1);
    return totals.map((total) => total(first, osl - 1, stride));
  };
}
var adders = /* @__PURE__ */ new WeakMap();
function memoOfShapes(operationTime) {
  let known3 = /* @__PURE__ */ new Map(), lengthsOf = lastLengths();
  return (same2) => {
    let shapes = JSON.stringify(same2.map((op) => ({ ...op, name: "" }))), total = known3.get(shapes) ?? remembered2(totalOf(same2, operationTime, lengthsOf));
    return known3.set(shapes, total), total;
  };
}
function remembered2(total) {
  let known3 = /* @__PURE__ */ new Map();
  return (first, steps2, stride) => {
    let key = `${first.batch} ${first.sequenceLength} ${steps2} ${stride}`, ms = known3.get(key) ?? total(first, steps2, stride);
    return known3.set(key, ms), ms;
  };
}
function lastLengths() {
  let [known3, lengths] = ["", new Float64Array(0)];
  return (first, steps2, stride) => {
    let key = `${first} ${steps2} ${stride}`;
    return key !== known3 && (lengths = Float64Array.from({ length: Math.ceil(steps2 / stride) }, (_, i) => first + i * stride)), known3 = key, lengths;
  };
}
var MANY_STEPS = 256;
function totalOf(same2, operationTime, lengthsOf) {
  if (!same2.some(seesLength)) return steadyTotal(same2, operationTime);
  let timesOf2 = (op, first, lengths) => (lengths.length < MANY_STEPS ? void 0 : operationTime.along?.(op, first.batch, lengths)) ?? lengths.map((sequenceLength) => operationTime(op, { ...first, sequenceLength }));
  return (first, steps2, stride) => {
    let lengths = lengthsOf(first.sequenceLength, steps2, stride), times = same2.map((op) => timesOf2(op, first, lengths)), total = 0;
    for (let i = 0; i < lengths.length; i += 1) {
      let ms = 0;
      for (let one of times) ms += one[i];
      total += ms * Math.min(stride, steps2 - i * stride);
    }
    return total;
  };
}
function steadyTotal(same2, operationTime) {
  return (first, steps2, stride) => {
    if (steps2 <= 0) return 0;
    let ms = 0;
    for (let op of same2) ms += operationTime(op, first);
    let total = 0;
    for (let step = 0; step < steps2; step += stride) total += ms * Math.min(stride, steps2 - step);
    return total;
  };
}

// src/engine/memory.ts
var BYTES_PER_GIB = 2 ** 30, WORKSPACE_BLOCK = 128, WORKSPACE_BYTES = 4, ESTIMATED_TP = [1, 2, 4, 8];
function estimatedTp(tp) {
  return ESTIMATED_TP.findLast((size) => size <= tp) ?? 1;
}
function memoryModel({ plan, family, backend: backend2, system, contextOps }) {
  let { architecture, layout } = plan, weights = contextOps.reduce((sum3, op) => sum3 + weightBytes2(op), 0) / layout.pp, tp = estimatedTp(layout.tp), width = architecture.heads * architecture.headSize, coefficient = backend2.activationCoefficients[family.activationProfile][tp], workspaceWidth = (family.workspaceWidth ?? backend2.workspaceWidth)(architecture), workspace = (tokens) => tokens * workspaceWidth * layout.dp * architecture.experts * architecture.topk / layout.moeEp / WORKSPACE_BLOCK * WORKSPACE_BYTES, other = system.otherMemBytes * backend2.otherMemoryFactor, nccl = system.ncclMemBytes[tp] ?? 0;
  return (batch, stepTokens, sequenceTokens) => {
    let tensors = 2 * stepTokens * width * coefficient, sized = family.hasDispatchWorkspace ? tensors + workspace(stepTokens) : tensors, activations = Math.max(sized, backend2.minActivationBytes) * (architecture.nextn + 1) * backend2.activationFactor, kvCache = batch * family.kvBytesPerSequence(plan, sequenceTokens);
    return {
      totalGib: (weights + activations + kvCache + nccl + other) / BYTES_PER_GIB,
      kvCacheGib: kvCache / BYTES_PER_GIB
    };
  };
}

// src/engine/worker.ts
function createWorker(context, layout) {
  let { architecture, backend: backend2, system } = context, family = familyModel(architecture), plan = workerPlan(context, family, layout), mismatch = layoutMismatch(family, plan);
  if (mismatch !== void 0) throw new DataMissing(mismatch);
  let lists = operationLists(family, plan), { context: contextOps, generation: generationOps } = lists, times = {
    context: contextTimes(context, contextOps),
    generation: memoised(generationTimes(context, generationOps))
  };
  return {
    layout,
    quant: plan.quant,
    gpus: gpusPerWorker(layout),
    contextOps,
    generationOps,
    contextNames: namesOf(contextOps),
    generationNames: namesOf(generationOps),
    mixed: mixedTimes(context, lists, times),
    contextTimes: times.context,
    generationTimes: times.generation,
    decodeTotals: decodeTotals(
      generationOps,
      context.operationTime,
      (sequences, length) => decodePoint(architecture, sequences, length)
    ),
    memory: memoryModel({ plan, family, backend: backend2, system, contextOps })
  };
}
function workerPlan(context, family, layout) {
  let { architecture, quant, backendName: backend2, revision } = context, spread = context.spread.of(layout), plan = { architecture, layout, quant, backend: backend2, revision: revision.models, spread };
  return spread === void 0 || family.spreadModes === void 0 ? plan : { ...plan, quant: { ...quant, ...family.spreadModes(plan) } };
}
function layoutMismatch(family, plan) {
  let { heads } = plan.architecture, { tp, dp, cp } = plan.layout;
  return heads % tp !== 0 ? `${heads} heads do not split over ${tp} GPUs` : cp > 1 && (tp > 1 || dp > 1) ? "context parallelism excludes tensor and data parallelism" : family.mismatch?.(plan);
}
function namesOf(ops) {
  return [...new Set(ops.map(({ name }) => name))];
}
function mixesAsAttention(op) {
  return "mixes" in op && op.mixes === "attention";
}
function attentionNames(ops) {
  return new Set(ops.filter(mixesAsAttention).map(({ name }) => name));
}
function mixedTimes(context, lists, whole) {
  let times = {
    context: contextTimes,
    generation: (...scope) => memoised(generationTimes(...scope))
  }, part = (phase, isAttention) => {
    let ops = lists[phase], names = attentionNames(ops), isWanted = (name) => names.has(name) === isAttention;
    return context.revision.sweep.agg.timesUnused ? picked(whole[phase], namesOf(ops).map(isWanted)) : times[phase](
      context,
      ops.filter(({ name }) => isWanted(name))
    );
  };
  return {
    rest: part("context", !1),
    prefillAttention: part("context", !0),
    decodeAttention: part("generation", !0)
  };
}
function picked(times, isWanted) {
  return (batch, length) => times(batch, length).filter((_, i) => isWanted[i]);
}
function byName(ops) {
  let names = namesOf(ops);
  if (names.length === ops.length) return (times) => times;
  let places = ops.map(({ name }) => names.indexOf(name));
  return (times) => {
    let sums = names.map(() => 0);
    for (let [i, place] of places.entries()) sums[place] += times[i];
    return sums;
  };
}
function prefillPoint(batch, sequenceLength) {
  return { tokens: batch * sequenceLength, batch, sequenceLength };
}
function decodePoint({ nextn }, sequences, sequenceLength) {
  let batch = sequences * (nextn + 1);
  return { tokens: batch, batch, sequenceLength };
}
function contextTimes({ operationTime }, ops) {
  let joined = byName(ops);
  return memoised(
    (batch, sequenceLength) => joined(ops.map((op) => operationTime(op, prefillPoint(batch, sequenceLength))))
  );
}
function generationTimes({ architecture, operationTime }, ops) {
  let joined = byName(ops), withLength = ops.map(seesLength), lengthFree = memoised((sequences) => {
    let step = decodePoint(architecture, sequences, 0);
    return ops.map((op, i) => withLength[i] ? 0 : operationTime(op, step));
  });
  return (sequences, length) => {
    let rest = lengthFree(sequences, 0), step = decodePoint(architecture, sequences, length);
    return joined(ops.map((op, i) => withLength[i] ? operationTime(op, step) : rest[i]));
  };
}
function memoised(compute) {
  let known3 = /* @__PURE__ */ new Map();
  return (batch, length) => {
    let key = sequencesKey(batch, length), times = known3.get(key);
    return times === void 0 && (times = compute(batch, length), known3.set(key, times)), times;
  };
}

// src/engine/mixed-step.ts
function meanLength({ isl, osl }) {
  return isl + Math.floor(osl / 2) + 1;
}
function mixedStep(backend2, point) {
  let { isl, contextTokens, batch } = point;
  return {
    contextTokens,
    isl,
    prefills: Math.ceil(contextTokens / isl),
    chunks: Math.ceil(isl / contextTokens),
    decodes: batch === 1 ? 0 : backend2.mixedDecodeBatch(point),
    decodeLength: meanLength(point)
  };
}
function mixedStepMs(worker, step) {
  let { rest, prefillAttention, decodeAttention } = worker.mixed, together = sum(rest(1, step.contextTokens + step.decodes)), prefills = sum(prefillAttention(step.prefills, step.isl)) / step.chunks;
  return step.decodes === 0 ? together + prefills : together + prefills + sum(decodeAttention(step.decodes, step.decodeLength));
}
function sum(times) {
  let total = 0;
  for (let ms of times) total += ms;
  return total;
}
function mixedStepTimes(context, worker, step) {
  let { architecture, operationTime } = context, together = prefillPoint(1, step.contextTokens + step.decodes), prefills = prefillPoint(step.prefills, step.isl), prefilled = worker.contextOps.map((op) => mixesAsAttention(op) ? { op, ms: operationTime(op, prefills), steps: step.chunks } : { op, ms: operationTime(op, together), steps: 1 });
  if (step.decodes === 0) return prefilled;
  let decodes = decodePoint(architecture, step.decodes, step.decodeLength), attention3 = worker.generationOps.filter(mixesAsAttention);
  return [...prefilled, ...attention3.map((op) => ({ op, ms: operationTime(op, decodes), steps: 1 }))];
}

// src/engine/sweep-agg.ts
function contextTokenSteps(isl, { minChunkTokens, maxChunkTokens }) {
  let largest = Math.max(maxChunkTokens, 2 * isl), small = Math.max(isl, minChunkTokens), big = Math.ceil(Math.max(1024, minChunkTokens, Math.floor(largest / 8)) / isl) * isl, found = [];
  for (let tokens = small; tokens <= largest; tokens += tokens < maxChunkTokens ? small : big) found.push(tokens);
  return [.../* @__PURE__ */ new Set([...found, isl, 2 * isl])].sort((a, b) => a - b);
}
function aggPoints(context, query) {
  let { keptPerTarget } = context.revision.sweep.agg, layouts = query.layouts.map((layout) => ({ layout, found: attempt(() => evaluateLayout(context, createWorker(context, layout), query)) }));
  return { keptPerTarget, layouts };
}
function keepBest({ keptPerTarget, layouts }, targets) {
  let kept = /* @__PURE__ */ new Set(), excluded = [], fastest2 = { ttftMs: Number.POSITIVE_INFINITY, tpotMs: Number.POSITIVE_INFINITY };
  for (let { layout, found } of layouts) {
    let exclude = (reason, detail) => {
      excluded.push({ layout, role: "agg", reason, detail });
    };
    if (found instanceof DataMissing) {
      exclude("data", found.message);
      continue;
    }
    let { points, missing } = found;
    for (let { ttftMs, tpotMs } of points)
      fastest2.ttftMs = Math.min(fastest2.ttftMs, ttftMs), fastest2.tpotMs = Math.min(fastest2.tpotMs, tpotMs);
    let before = kept.size;
    for (let target of targets) for (let best of bestForTarget(points, target, keptPerTarget)) kept.add(best);
    points.length === 0 && missing !== void 0 ? exclude("data", missing.message) : points.length === 0 ? exclude("memory", "does not fit the GPU memory") : kept.size === before && exclude("latency", "no batch size meets the latency targets");
  }
  return { candidates: quickSort([...kept], ({ metrics }) => metrics.tokensPerSecPerGpu, "descending"), excluded, fastest: fastest2 };
}
function bestForTarget(points, { ttftMs, tpotMs }, count) {
  let within = points.filter((point) => point.tpotMs <= tpotMs && point.ttftMs <= ttftMs);
  return quickSort(within, ({ requestsPerSec }) => requestsPerSec, "descending").slice(0, count).map(({ candidate }) => candidate());
}
function evaluateLayout(context, worker, { isl, osl }) {
  let points = [], missing, seen = /* @__PURE__ */ new Set(), { agg } = context.revision.sweep, chunks = contextTokenSteps(isl, agg);
  for (let batch of agg.batches)
    for (let contextTokens of chunks) {
      let prefills = Math.ceil(contextTokens / isl);
      if (batch < prefills || batch > 1 && batch - prefills < 1) break;
      let balance = isl * batch / contextTokens / osl;
      if (balance > 1) {
        let decoding = floorDivide(batch, balance);
        if (decoding > 1 && seen.has(decoding)) continue;
        seen.add(decoding);
      }
      let point = { isl, osl, batch, contextTokens, steps: Math.ceil(isl * batch / contextTokens) }, evaluated = attempt(() => evaluatePoint(context, worker, point, balance));
      if (evaluated === void 0) break;
      if (evaluated instanceof DataMissing) {
        if (agg.whereMissing === "layout") throw evaluated;
        missing ??= evaluated;
      } else points.push(evaluated);
    }
  return { points, missing };
}
function evaluatePoint(context, worker, point, balance) {
  let { isl, osl, batch, contextTokens } = point, prefills = batch === 1 ? 1 : Math.ceil(contextTokens / isl), decodes = batch === 1 ? 1 : batch - prefills, stepTokens = batch > 1 ? decodes + contextTokens : contextTokens, times = pointTimes(context, worker, point), memory = worker.memory(batch, context.backend.aggActivationTokens(stepTokens), isl + osl);
  if (!fitsGpu(memory, context, { role: "agg", layout: worker.layout })) return;
  let memoryGib = memory.totalGib, result = { ...point, ...times, memoryGib, balance, prefills, decodes, stepTokens }, candidate;
  return {
    ttftMs: times.ttftMs,
    tpotMs: times.tpotMs,
    requestsPerSec: round3(requestRate(result, worker.layout)),
    candidate: () => (candidate ??= aggCandidate(context, worker, result), candidate)
  };
}
function pointTimes({ backend: backend2, architecture }, worker, point) {
  let { isl, osl, batch, contextTokens, steps: steps2 } = point, isSingle = batch === 1, mixed = isSingle ? 1 : steps2, decodeOnly = isSingle ? osl - 1 : Math.max(osl - steps2, 0), mixedForTpot = isSingle ? 0 : decodeOnly === 0 ? mixed : backend2.mixedStepsForTpot(mixed), mixedMs = mixedStepMs(worker, mixedStep(backend2, point)), decodeMs = decodeOnly > 0 || isSingle ? sum2(worker.generationTimes(batch, meanLength(point))) : 0, ttftMs = (mixedMs * Math.ceil(isl / contextTokens) + backend2.dispatchOverheadMs(architecture.layers)) * backend2.queueFactor(point), tpotSteps = mixedForTpot + decodeOnly, tpotMs = tpotSteps > 0 ? (mixedMs * mixedForTpot + decodeMs * decodeOnly) / tpotSteps : 0, totalMs = mixed * mixedMs + decodeOnly * decodeMs, uncapped = osl > 1 && totalMs > 0 ? 1e3 / totalMs * batch * (osl - 1) : 0, tokensPerSec = Math.min(uncapped, backend2.throughputCap(point, ttftMs + tpotMs * Math.max(osl - 1, 0)));
  return { ttftMs, tpotMs, tokensPerSec };
}
function sum2(values) {
  return values.reduce((total, value) => total + value, 0);
}

// src/engine/disagg-candidate.ts
function pairRates({ prefill, decode, counts }, osl, { prefillRateShare, decodeRateShare, countedGpus }) {
  let requestsPerSec = Math.min(
    prefill.requestsPerSec * counts.prefills * prefillRateShare,
    decode.requestsPerSec * counts.decodes * decodeRateShare
  ), gpus = countedGpus(prefill.layout) * counts.prefills + countedGpus(decode.layout) * counts.decodes;
  return { requestsPerSec, gpus, tokensPerSecPerGpu: requestsPerSec * osl / gpus };
}
function disaggCandidate(contexts, pair, { isl, osl }) {
  let { prefill, decode, counts } = pair, rates = pairRates(pair, osl, contexts.prefill.revision.matching);
  return {
    mode: "disagg",
    model: contexts.prefill.architecture.id,
    isl,
    osl,
    gpus: rates.gpus,
    prefill: stageChoice(contexts.prefill, prefill, counts.prefills),
    decode: stageChoice(contexts.decode, decode, counts.decodes),
    metrics: metricsOf2(pair, osl, rates)
  };
}
function metricsOf2({ prefill, decode, counts }, osl, { requestsPerSec, gpus, tokensPerSecPerGpu: tokensPerSecPerGpu2 }) {
  return {
    ttftMs: round3(prefill.ttftMs),
    tpotMs: round3(decode.tpotMs),
    requestMs: round3(prefill.ttftMs + decode.tpotMs * Math.max(osl - 1, 0)),
    concurrency: decode.globalBatch * counts.decodes,
    requestsPerSec: round3(requestsPerSec),
    requestsPerSecPerGpu: round3(requestsPerSec / gpus),
    tokensPerSec: round3(requestsPerSec * osl),
    tokensPerSecPerGpu: round3(tokensPerSecPerGpu2),
    tokensPerSecPerUser: round3(decode.tokensPerSecPerUser)
  };
}
function stageChoice(context, worker, workers) {
  let { layout, quant, batch, memoryGib, requestsPerSec } = worker;
  return {
    layout,
    batch,
    workers,
    quant,
    memoryGib: round3(memoryGib),
    engine: engineOf(context),
    requestsPerSec: round3(requestsPerSec)
  };
}

// src/group-by.ts
function groupBy(items, keyOf) {
  let groups2 = /* @__PURE__ */ new Map();
  for (let item of items) {
    let key = keyOf(item), group = groups2.get(key);
    group === void 0 ? groups2.set(key, [item]) : group.push(item);
  }
  return groups2;
}

// src/engine/steps.ts
function stepsBelow(from, to, step) {
  return Array.from({ length: Math.ceil((to - from) / step) }, (_, i) => from + i * step);
}

// src/engine/rate-match.ts
function pairChooser(prefill, decode, options) {
  let ranked = [...prefill].sort(
    (a, b) => b.requestsPerSecPerGpu - a.requestsPerSecPerGpu || a.globalBatch - b.globalBatch
  ), rate4 = pairRater(options), { maxPrefillCandidates, maxDecodeCandidates } = options.matching, choose3 = (prefills, within) => {
    let fastest2 = quickSort(within, (worker) => worker.requestsPerSecPerGpu, "descending");
    return bestPair(prefills.slice(0, maxPrefillCandidates), fastest2.slice(0, maxDecodeCandidates), rate4);
  }, groups2 = groupByLabel(decode).map((group) => ({ group, known: /* @__PURE__ */ new Map() }));
  return ({ ttftMs, tpotMs }) => {
    let prefills = ranked.filter((worker) => worker.ttftMs < ttftMs);
    return groups2.flatMap(({ group, known: known3 }) => {
      let within = group.filter((worker) => worker.tpotMs < tpotMs && worker.tpotMs > 0), counts = `${prefills.length} ${within.length}`;
      return known3.has(counts) || known3.set(counts, choose3(prefills, within)), known3.get(counts) ?? [];
    });
  };
}
function groupByLabel(workers) {
  let groups2 = groupBy(workers, ({ label }) => label);
  return [...groups2.keys()].sort().map((label) => groups2.get(label));
}
function bestPair(prefills, decodes, rate4) {
  let best;
  for (let decode of decodes)
    for (let prefill of prefills) {
      let rated = rate4(prefill, decode);
      if (rated === void 0) continue;
      (best === void 0 || rated.tokensPerSecPerGpu > best.tokensPerSecPerGpu || rated.tokensPerSecPerGpu === best.tokensPerSecPerGpu && rated.gpus < best.gpus) && (best = rated);
    }
  return best?.pair;
}
function pairRater({ osl, maxReplicaGpus, pairsStages, matching }) {
  let matchesOf = replicas(maxReplicaGpus, matching), known3 = /* @__PURE__ */ new Map(), make = (prefill, decode) => {
    if (!pairsStages(prefill.layout, decode.layout)) return;
    let counts = bestMatch([prefill, decode], matchesOf(prefill.gpus, decode.gpus), matching);
    if (counts === void 0) return;
    let pair = { prefill, decode, counts }, { tokensPerSecPerGpu: tokensPerSecPerGpu2, gpus } = pairRates(pair, osl, matching);
    return { pair, tokensPerSecPerGpu: tokensPerSecPerGpu2, gpus };
  };
  return (prefill, decode) => {
    let ofDecode = known3.get(decode) ?? /* @__PURE__ */ new Map();
    return known3.set(decode, ofDecode), ofDecode.has(prefill) || ofDecode.set(prefill, make(prefill, decode)), ofDecode.get(prefill);
  };
}
function replicas(maxReplicaGpus, { replicaGpus: replicaGpus2, maxWorkers }) {
  let allowed = new Set(replicaGpus2.filter((gpus) => gpus <= maxReplicaGpus)), counts = stepsBelow(1, maxWorkers + 1, 1), known3 = /* @__PURE__ */ new Map();
  return (prefillGpus, decodeGpus) => {
    let key = `${prefillGpus} ${decodeGpus}`, found = known3.get(key) ?? counts.flatMap((decodes) => counts.map((prefills) => ({ prefills, decodes }))).map((match) => ({ ...match, gpus: prefillGpus * match.prefills + decodeGpus * match.decodes })).filter(({ gpus }) => allowed.has(gpus));
    return known3.set(key, found), found;
  };
}
function bestMatch([prefill, decode], matches, { prefillRateShare, decodeRateShare }) {
  let best, bestRate = 0;
  for (let match of matches) {
    let rate4 = Math.min(
      prefill.requestsPerSec * match.prefills * prefillRateShare,
      decode.requestsPerSec * match.decodes * decodeRateShare
    ) / match.gpus;
    rate4 > bestRate && (bestRate = rate4, best = match);
  }
  return best;
}

// src/engine/sweep-disagg.ts
function disaggStages(contexts, query) {
  let prefill = staticWorkers(contexts.prefill, query.prefillLayouts, prefillRun(contexts.prefill, query)), decode = staticWorkers(contexts.decode, query.decodeLayouts, decodeRun(contexts.decode, query)), { ttftQueueFactor } = contexts.prefill.revision.sweep.stages, queued = prefill.workers.map((worker) => ({ ...worker, ttftMs: worker.ttftMs * ttftQueueFactor })), ttftMs = smallest(queued.map((worker) => worker.ttftMs)), tpotMs = smallest(decode.workers.map((worker) => worker.tpotMs)), excluded = [...prefill.excluded, ...decode.excluded];
  return { prefill: queued, decode: decode.workers, excluded, fastest: { ttftMs, tpotMs } };
}
function disaggPairs(contexts, query, { prefill, decode, excluded, fastest: fastest2 }) {
  let { revision, backend: backend2 } = contexts.prefill, { osl, maxReplicaGpus } = query, { keptPerTarget } = revision.sweep.stages, spreads = {
    prefill: spreadLayouts(contexts.prefill, query.prefillLayouts),
    decode: spreadLayouts(contexts.decode, query.decodeLayouts)
  }, matching = { ...revision.matching, replicaGpus: replicaSizes(contexts, spreads) }, choosePairs = pairChooser(prefill, decode, { osl, maxReplicaGpus, matching, pairsStages: (one, other) => backend2.pairsStages(one, other) || spreads.prefill.has(one) || spreads.decode.has(other) }), candidateOf = memo((pair) => disaggCandidate(contexts, pair, query));
  return { best: (target) => quickSort(choosePairs(target).map(candidateOf), tokensPerSecPerGpu, "descending").slice(0, keptPerTarget), excluded, fastest: fastest2 };
}
function keepPairs({ best, excluded, fastest: fastest2 }, targets) {
  let kept = new Set(targets.flatMap(best));
  return { candidates: quickSort([...kept], tokensPerSecPerGpu, "descending"), excluded, fastest: fastest2 };
}
function spreadLayouts({ spread }, layouts) {
  return new Set(
    layouts.filter((layout) => {
      let found = attempt(() => spread.of(layout));
      return found !== void 0 && !(found instanceof DataMissing);
    })
  );
}
function replicaSizes({ prefill, decode }, spreads) {
  let { spread, matching } = prefill.revision, isWide = (context, layouts) => Object.keys(context.spread.widened).length > 0 && layouts.size > 0;
  return spread === void 0 || !(isWide(prefill, spreads.prefill) || isWide(decode, spreads.decode)) ? matching.replicaGpus : stepsBelow(1, spread.maxReplicaGpus + 1, 1);
}
function tokensPerSecPerGpu({ metrics }) {
  return metrics.tokensPerSecPerGpu;
}
function smallest(values) {
  return values.reduce((low, value) => Math.min(low, value), Number.POSITIVE_INFINITY);
}
function staticWorkers(context, layouts, run) {
  let excluded = [];
  return { workers: layouts.flatMap((layout) => {
    let worker = attempt(() => createWorker(context, layout)), found = worker instanceof DataMissing ? { workers: [], missing: worker } : atBatches(context, worker, run), { role } = run;
    return found.missing !== void 0 ? excluded.push({ layout, role, reason: "data", detail: found.missing.message }) : found.workers.length === 0 && excluded.push({ layout, role, reason: "memory", detail: "does not fit the GPU memory" }), found.workers;
  }), excluded };
}
function atBatches(context, worker, { batches, at }) {
  let endsWhereMissing = context.revision.sweep.stages.whereMissing === "layout", workers = [], missing;
  for (let batch of batches) {
    let one = attempt(() => at(worker, batch));
    if (one === void 0) break;
    if (!(one instanceof DataMissing)) workers.push(one);
    else if (missing ??= one, endsWhereMissing) break;
  }
  return { workers, missing: endsWhereMissing || workers.length === 0 ? missing : void 0 };
}
function prefillRun(context, { isl }) {
  let { prefillBatches, prefillLatencyFactor } = context.revision.sweep.stages;
  return {
    role: "prefill",
    batches: prefillBatches,
    at: (worker, batch) => {
      let ttftMs = scaledSum(worker.contextTimes(batch, isl), prefillLatencyFactor), memory = worker.memory(batch, isl * batch, isl + 1);
      if (fitsGpu(memory, context, { role: "prefill", layout: worker.layout }))
        return staticWorker(worker, { batch, ttftMs, tpotMs: 0, latencyMs: ttftMs, memory });
    }
  };
}
function decodeRun(context, { isl, osl }) {
  let { stages } = context.revision.sweep;
  return {
    role: "decode",
    batches: stages.decodeBatches,
    at: (worker, batch) => {
      let memory = worker.memory(batch, batch, isl + osl);
      if (osl > 1 && worker.generationTimes(batch, isl + 1), !fitsGpu(memory, context, { role: "decode", layout: worker.layout })) return;
      let totals = worker.decodeTotals({ batch, isl, osl, stride: stages.decodeStride }), totalMs = scaledSum(totals, stages.decodeLatencyFactor), tpotMs = osl <= 1 ? 0 : totalMs / (osl - 1);
      return staticWorker(worker, { batch, ttftMs: 0, tpotMs, latencyMs: tpotMs * Math.max(osl - 1, 0), memory });
    }
  };
}
function scaledSum(times, factor) {
  return times.reduce((total, ms) => total + ms * factor, 0);
}
function staticWorker({ layout, quant, gpus }, { batch, ttftMs, tpotMs, latencyMs: latencyMs2, memory }) {
  let { tp, pp, dp } = layout, requestsPerSec = latencyMs2 === 0 ? 0 : batch * dp / latencyMs2 * 1e3 * pp;
  return {
    layout,
    quant,
    label: layoutLabel(layout),
    gpus,
    batch,
    globalBatch: batch * dp,
    ttftMs: round3(ttftMs),
    tpotMs: round3(tpotMs),
    tokensPerSecPerUser: tpotMs === 0 ? 0 : round3(1e3 / tpotMs),
    requestsPerSec: round3(requestsPerSec),
    requestsPerSecPerGpu: round3(requestsPerSec / tp / pp / dp),
    memoryGib: round3(memory.totalGib)
  };
}

// src/engine/targets.ts
function pairTargets(ttftMs, rules) {
  return rules.tpotMs.map((tpotMs) => ({ ttftMs, tpotMs }));
}
function endToEndTargets(latencyMs2, osl, rules) {
  let shares = rules.ttftShares.map((share) => latencyMs2 * share).filter((ms) => ms < 300 || ms > 8e3);
  return [.../* @__PURE__ */ new Set([...rules.fixedTtftMs, ...shares])].filter((ms) => ms < latencyMs2).sort((a, b) => a - b).map((ms) => ({ ttftMs: ms, tpotMs: (latencyMs2 - ms) / (osl - 1) }));
}

// src/profile/experiments.ts
var NOTHING = { ttftMs: Number.POSITIVE_INFINITY, tpotMs: Number.POSITIVE_INFINITY };
function sweepBackend(request, architecture, measured) {
  let { totalGpus } = request.hardware, { isl, osl } = request.workload, targets = sweepTargets(request.sla, osl, measured.revision.targets), agg = prepare(request, architecture, measured, "agg"), { inexpressible, context, layouts, missing } = agg, points = () => measured.once("points", () => aggPoints(context, { isl, osl, layouts })), sweep = missing.length > 0 ? unmeasured(agg) : keepBest(points(), targets), experiments = [{ mode: "agg", measured, inexpressible, sweep }];
  if (totalGpus >= 2) {
    let { tried, contexts, query, missing: missing2 } = prepareStages(request, architecture, measured), asked = { ...query, maxReplicaGpus: totalGpus }, pairs2 = () => measured.once("pairs", () => disaggPairs(contexts, asked, stagesOf(measured, contexts, query)));
    experiments.push({ ...tried, sweep: missing2 ?? keepPairs(pairs2(), targets) });
  }
  return experiments;
}
function runStages(request, architecture, measured) {
  let { tried, contexts, query, missing } = prepareStages(request, architecture, measured), stages = missing === void 0 ? stagesOf(measured, contexts, query) : { ...missing, prefill: [], decode: [] };
  return { ...tried, contexts, stages };
}
function stagesOf({ once: once2 }, contexts, query) {
  return once2("stages", () => disaggStages(contexts, query));
}
function prepareStages(request, architecture, measured) {
  let { isl, osl } = request.workload, prefill = prepare(request, architecture, measured, "prefill"), decode = prepare(request, architecture, measured, "decode"), missing = [...prefill.missing, ...decode.missing];
  return {
    tried: { mode: "disagg", measured, inexpressible: prefill.inexpressible },
    contexts: { prefill: prefill.context, decode: decode.context },
    query: { isl, osl, prefillLayouts: prefill.layouts, decodeLayouts: decode.layouts },
    missing: missing.length > 0 ? unmeasured({ ...prefill, missing }) : void 0
  };
}
function roleContext(architecture, measured, role) {
  let { backend: backend2, revision, database, system } = measured, scope = { architecture, database, system, role }, quant = quantModes(scope, revision.quantisation);
  return {
    architecture,
    quant,
    backendName: backend2,
    backendVersion: database.version,
    revision,
    backend: revision.backends[backend2],
    systemName: database.system,
    system,
    spread: expertSpreading({ ...scope, quant }, revision.spread),
    operationTime: measured.operationTime
  };
}
function prepare(request, architecture, measured, role) {
  let { revision, database, system } = measured, context = roleContext(architecture, measured, role), { layouts: sizes } = revision, maxGpus = request.hardware.totalGpus, { widened } = context.spread, scope = { architecture, backend: context.backend, sizes, systemName: system.name, maxGpus, role, widened }, all = workerLayouts(scope), isExpressible = ({ cp }) => !request.mends.leavesOutContextParallel || cp === 1, [layouts, inexpressible] = [all.filter(isExpressible), all.filter((layout) => !isExpressible(layout))];
  return {
    role,
    context,
    layouts,
    inexpressible,
    missing: missingModes(database, context.quant, { architecture, system, role }, revision)
  };
}
function unmeasured({ role, layouts, missing }) {
  let detail = `not measured: ${[...new Set(missing)].join(", ")}`, excluded = layouts.map((layout) => ({ layout, role, reason: "data", detail }));
  return { candidates: [], excluded, fastest: NOTHING };
}
function sweepTargets(sla, osl, rules) {
  let { latency, limitMs } = limitsOf(sla).firstToken;
  return latency === "requestMs" ? endToEndTargets(limitMs, osl, rules) : pairTargets(limitMs, rules);
}

// src/profile/explanation.ts
function attemptOf(request, { mode, measured, inexpressible }, { candidates, isWithin, excluded, fastest: fastest2 }) {
  let { backend: backend2, database } = measured;
  return {
    name: request.backend === "auto" ? `${mode}_${backend2}` : mode,
    mode,
    backend: backend2,
    backendVersion: database.version,
    candidates: candidates.length,
    candidatesWithinLimit: candidates.filter(isWithin).length,
    excluded,
    inexpressible,
    fastest: fastest2
  };
}

// src/profile/infeasible.ts
function infeasible(request, { contextLength }, attempts) {
  let { workload, hardware } = request, exclusions = attempts.flatMap(({ excluded }) => excluded), where = `at isl ${workload.isl}, osl ${workload.osl} on ${hardware.totalGpus} x ${hardware.gpuSku}`;
  if (exclusions.every(({ reason }) => reason === "data"))
    return failure(request, "NOT_MEASURED", "spec.model", {
      message: `nothing was measured for ${request.model} ${where}: ${[...new Set(exclusions.map(({ detail }) => detail))].join("; ")}`,
      hint: "choose another backend, GPU or checkpoint"
    });
  let ttftMs = fastest(attempts, "ttftMs");
  if (!Number.isFinite(ttftMs))
    return failure(request, "NO_FEASIBLE_CONFIG", "spec.hardware.totalGpus", {
      message: `${request.model} does not fit the memory ${where}`,
      hint: "raise totalGpus, choose a GPU with more memory, a quantised checkpoint, or lower isl and osl"
    });
  let tokens = workload.isl + workload.osl;
  return contextLength !== void 0 && tokens > contextLength ? beyondContext(request, contextLength) : unreachable(request, where, ttftMs, fastest(attempts, "tpotMs"));
}
function beyondContext(request, contextLength) {
  let { isl, osl } = request.workload;
  return failure(request, "NO_FEASIBLE_CONFIG", `spec.workload.${isl >= osl ? "isl" : "osl"}`, {
    message: `isl ${isl} and osl ${osl} are ${isl + osl} tokens together, and ${request.model} has a context of ${contextLength}`,
    hint: `lower isl and osl to ${contextLength} tokens together, or choose a model with a longer context`
  });
}
function unreachable(request, where, ttftMs, tpotMs) {
  let { latency, limitMs } = limitsOf(request.sla).firstToken, best = `the fastest are ttft ${tenthsUp(ttftMs)} ms and itl ${tenthsUp(tpotMs)} ms, each at its own operating point`;
  if (latency === "requestMs")
    return failure(request, "NO_FEASIBLE_CONFIG", "spec.sla.e2eLatency", {
      message: `no configuration finishes a request within ${limitMs} ms ${where}; ${best}`,
      hint: "raise e2eLatency, lower isl or osl, or allow more GPUs"
    });
  let isFirstToken = ttftMs > limitMs;
  return failure(request, "NO_FEASIBLE_CONFIG", isFirstToken ? "spec.sla.ttft" : "spec.hardware", {
    message: `no configuration reaches ttft ${limitMs} ms ${where}; ${best}`,
    hint: isFirstToken ? `raise ttft to at least ${Math.ceil(ttftMs)}, lower isl, or allow more GPUs a worker` : "raise ttft, lower isl, or allow more GPUs"
  });
}
function failure(request, code, path, text) {
  return new RenderError(code, { ...text, path, origin: request.locate(path) });
}
function fastest(attempts, of) {
  return attempts.reduce((low, attempt2) => Math.min(low, attempt2.fastest[of]), Number.POSITIVE_INFINITY);
}
function tenthsUp(ms) {
  return Math.ceil(ms * 10) / 10;
}

// src/profile/pick-outcome.ts
var NO_LATENCIES = { ttftMs: 0, tpotMs: 0, requestMs: 0 };
function latenciesOf({ candidate: { metrics } }) {
  let { ttftMs, tpotMs, requestMs } = metrics;
  return { ttftMs, tpotMs, requestMs };
}
function resolved({ backend: backend2, database }) {
  return { backend: backend2, backendVersion: database.version };
}

// src/profile/compare.ts
function compareExperiments(request, opened, tried = sweepAll(request, opened)) {
  let attempts = tried.map((experiment) => toAttempt(request, experiment)), found = tried.filter(({ sweep }) => sweep.candidates.length > 0), { tables, chosen } = choose(request, found), first = chosen?.ranked.top[0];
  if (chosen === void 0 || first === void 0) throw infeasible(request, opened.architecture, attempts);
  let isUnnamed = request.backend === "auto" && !request.mends.reportsMergedLatencies;
  return {
    ...resolved(opened.backends.find(({ backend: backend2 }) => backend2 === first.backend) ?? opened.backends[0]),
    chosen: chosen.mode,
    latencies: isUnnamed ? NO_LATENCIES : latenciesOf(first),
    experiments: Object.fromEntries(tables.map(({ mode, ranked }) => [mode, ranked])),
    picked: chosen.ranked.top,
    passedOver: passedOver(request, found, first),
    attempts
  };
}
function choose(request, found) {
  let results = found.map((experiment) => ({ ...experiment, ranked: rank(request, experiment) })), isLoadMatch = request.pickingMode === "load_match", order = pickOrder({ isLoadMatch, target: limitsOf(request.sla).judged, mends: request.mends }), tables = request.backend === "auto" ? mergeByMode(request, results, order) : results, best = chooseTable(tables, order);
  return { tables, chosen: needsStages(request) ? disaggregated(tables) ?? best : best };
}
function passedOver(request, found, picked2) {
  let { latency, limitMs } = limitsOf(request.sla).judged;
  if (!found.some(({ sweep }) => sweep.candidates.every(({ metrics }) => metrics[latency] > limitMs)) || !request.mends.meetsTargetsFirst) return;
  let mends = { ...request.mends, meetsTargetsFirst: !1 }, other = choose({ ...request, mends }, found).chosen?.ranked.top[0];
  return other?.candidate === picked2.candidate ? void 0 : other;
}
function sweepAll(request, { architecture, backends }) {
  return backends.flatMap((measured) => sweepBackend(request, architecture, measured));
}
function rank({ hardware, workload, sla, mends }, { sweep, measured }) {
  let target = limitsOf(sla).judged, { holdsLoadToBudget: holdsToBudget } = measured.revision.matching, load = loadOf(workload);
  return load === void 0 ? pickDefault(sweep.candidates, { totalGpus: hardware.totalGpus, target, mends }) : pickLoadMatch(sweep.candidates, { load, maxGpus: hardware.totalGpus, holdsToBudget, target, mends });
}
function loadOf({ requestRatePerSec, concurrency }) {
  return requestRatePerSec !== void 0 ? { metric: "requestsPerSec", amount: requestRatePerSec } : concurrency === void 0 ? void 0 : { metric: "concurrency", amount: concurrency };
}
function mergeByMode({ sla }, results, order) {
  return ["agg", "disagg"].map((mode) => {
    let tables = results.filter((result) => result.mode === mode).map(({ measured, ranked }) => ({ backend: measured.backend, ranked }));
    return { mode, ranked: mergeBackends(tables, limitsOf(sla).judged, order) };
  });
}
function needsStages({ features, pickingMode }) {
  return features.mocker && pickingMode !== "autoscale";
}
function disaggregated(tables) {
  return tables.find(({ mode, ranked }) => mode === "disagg" && ranked.top.length > 0);
}
function toAttempt(request, experiment) {
  let { latency, limitMs } = limitsOf(request.sla).judged, isWithin = ({ metrics }) => metrics[latency] <= limitMs;
  return attemptOf(request, experiment, { ...experiment.sweep, isWithin });
}

// src/profile/naive-reference.ts
var GIB = 2 ** 30, BYTES_PER_WEIGHT = 2, REFERENCE_CARD = { memCapacityBytes: 141 * GIB, numGpusPerNode: 8 };
function sizeAsReference({ hardware: { totalGpus } }, architecture, system) {
  let { memCapacityBytes, numGpusPerNode } = system ?? REFERENCE_CARD, weightBytes3 = estimateWeightBytes(architecture), wanted = Math.ceil(weightBytes3 * 1.5 / memCapacityBytes), requiredGpus = 2 ** Math.ceil(Math.log2(Math.max(1, wanted))), gpusPerWorker2 = Math.min(requiredGpus, numGpusPerNode, totalGpus);
  return {
    gpusPerWorker: gpusPerWorker2,
    split: "tensor",
    replicas: Math.floor(totalGpus / gpusPerWorker2),
    weightsGib: weightBytes3 / GIB,
    requiredGpus
  };
}
function estimateWeightBytes({
  layers,
  hiddenSize,
  interSize,
  vocabSize,
  experts: experts2,
  moeInterSize
}) {
  let feedForward4 = experts2 > 1 ? 3 * hiddenSize * (moeInterSize || interSize) * experts2 + hiddenSize * experts2 : 3 * hiddenSize * interSize, layer = 4 * hiddenSize * hiddenSize + feedForward4 + 4 * hiddenSize;
  return BYTES_PER_WEIGHT * (vocabSize * hiddenSize + layers * layer);
}

// src/profile/size-to-load.ts
var GIB2 = 2 ** 30, MIB2 = 2 ** 20, USABLE_SHARE = 0.9, MOST_WORKER_GPUS = 1024;
function sizeToLoad(request, architecture, system) {
  let card = cardOf(request, system), { totalGpus } = request.hardware, { weights } = architecture, { bytes, precision } = weights, holding = loadable(weights, card).filter(({ gpus }) => holds(request, weights, { gpus, card })), affordable = holding.filter(({ gpus }) => gpus <= totalGpus), chosen = choose2(affordable, bytes, card);
  if (chosen === void 0) throw tooLarge({ request, weights, card, sizes: holding.map(({ gpus }) => gpus) });
  return {
    gpusPerWorker: chosen.gpus,
    split: chosen.split,
    replicas: workersWithin(chosen.gpus, totalGpus, card.perNode),
    weightsGib: bytes / GIB2,
    requiredGpus: Math.max(1, Math.ceil(bytes * 1.5 / card.memoryBytes)),
    ...precision && { precision }
  };
}
function cardOf({ hardware, locate }, system) {
  let { vramMb, gpusPerNode, gpuSku } = hardware, memoryBytes = vramMb === void 0 ? system?.memCapacityBytes : vramMb * MIB2;
  if (memoryBytes !== void 0) return { memoryBytes, perNode: gpusPerNode };
  throw new RenderError("HARDWARE_MISSING", {
    message: `nothing was measured on ${gpuSku} and its memory is not known, so no worker can be sized for it`,
    path: "spec.hardware.vramMb",
    origin: locate("spec.hardware"),
    hint: "set spec.hardware.vramMb to the MiB of one GPU, as nvidia-smi prints them"
  });
}
function loadable({ mostGpus, splitOver: splitOver2 }, { perNode }) {
  return Array.from({ length: Math.min(mostGpus, MOST_WORKER_GPUS) }, (_, index) => index + 1).flatMap((gpus) => {
    let split = gpus <= perNode || gpus % perNode === 0 ? splitOver2(gpus) : void 0;
    return split === void 0 ? [] : [{ gpus, split }];
  });
}
function holds({ workload }, { bytes, cacheBytes: cacheBytes2 }, { gpus, card }) {
  let request = cacheBytes2(gpus, workload.isl + workload.osl);
  return bytes / gpus + request <= USABLE_SHARE * card.memoryBytes;
}
function choose2(workers, bytes, { memoryBytes, perNode }) {
  let ofOneNode = workers.filter(({ gpus }) => gpus <= perNode), pool = ofOneNode.length > 0 ? ofOneNode : workers, roomy = pool.filter(({ gpus }) => gpus * memoryBytes >= 1.5 * bytes);
  return roomy.find(({ gpus }) => Number.isInteger(Math.log2(gpus))) ?? roomy[0] ?? pool.at(-1);
}
function workersWithin(gpus, totalGpus, perNode) {
  return gpus > perNode ? Math.floor(totalGpus / gpus) : Math.floor(totalGpus / perNode) * Math.floor(perNode / gpus) + Math.floor(totalGpus % perNode / gpus);
}
function tooLarge({ request, weights, card, sizes }) {
  let { model, hardware, workload, locate } = request, { totalGpus, gpuSku } = hardware, { bytes, precision, cacheBytes: cacheBytes2 } = weights, largest = loadable(weights, card).findLast(({ gpus }) => gpus <= totalGpus)?.gpus ?? 1, cardGib = card.memoryBytes / GIB2, heldGib = USABLE_SHARE * largest * cardGib, cacheGib = cacheBytes2(largest, workload.isl + workload.osl) * largest / GIB2, enough = sizes.find((gpus) => gpus > totalGpus), path = enough !== void 0 ? "spec.hardware.totalGpus" : "spec.model";
  return new RenderError("NO_FEASIBLE_CONFIG", {
    message: `${model} does not fit the memory: ${inTenths(bytes / GIB2)} GiB of ${precision ?? "16-bit"} weights and ${inTenths(cacheGib)} GiB for one request of isl ${workload.isl} and osl ${workload.osl}, but ${largest} x ${gpuSku} of ${inTenths(cardGib)} GiB, the most that one worker can have here, hold ${inTenths(heldGib)} GiB`,
    path,
    hint: enough === void 0 ? "choose a GPU with more memory or a quantised checkpoint, or lower isl and osl" : `set totalGpus to ${enough} or more${enough > card.perNode ? ", for a worker over several nodes" : ""}, choose a GPU with more memory or a quantised checkpoint`,
    origin: locate(path)
  });
}
function inTenths(value) {
  return value.toFixed(1);
}

// src/profile/naive.ts
var BATCH_SIZE = 128, REFERENCE_BACKEND = "vllm";
function sizeFromMemory(request, architecture, system) {
  let sizing = (request.mends.sizesForRequest ? sizeToLoad : sizeAsReference)(request, architecture, system);
  return { outcome: {
    backend: request.backend === "auto" ? REFERENCE_BACKEND : request.backend,
    backendVersion: null,
    chosen: "agg",
    latencies: NO_LATENCIES,
    experiments: {},
    picked: [],
    attempts: []
  }, naive: toNaive(sizing, architecture) };
}
function toNaive({ split, gpusPerWorker: gpusPerWorker2, replicas: replicas2, ...rest }, architecture) {
  let { weightsGib, precision, requiredGpus } = rest, { dataType } = architecture.weights;
  return {
    ...parallelSizes(architecture.experts > 1, split, gpusPerWorker2),
    gpusPerWorker: gpusPerWorker2,
    replicas: replicas2,
    batchSize: BATCH_SIZE,
    weightsGib,
    ...precision && { precision },
    ...dataType && { dataType },
    requiredGpus
  };
}
function parallelSizes(hasExperts, split, gpus) {
  return hasExperts ? split === "tensor" ? { tp: 1, moeTp: gpus } : { tp: 1, moeTp: 1, moeEp: gpus } : { tp: gpus, moeTp: 1 };
}
function warnAboutSizing(request, naive, { why, hint }, warn) {
  let { gpusPerWorker: gpusPerWorker2, requiredGpus, weightsGib, replicas: replicas2, precision = "16-bit" } = naive, isTight = gpusPerWorker2 < requiredGpus, words = request.mends.sizesForRequest ? TIGHT : UNFIT;
  warn("SIZED_FROM_MEMORY", {
    message: `no performance was estimated (${why}): ${replicas2} x ${gpusPerWorker2} GPUs for about ${weightsGib.toFixed(1)} GiB of ${precision} weights${isTight ? words(requiredGpus) : ""}`,
    path: "spec.hardware.gpuSku",
    origin: request.locate("spec.hardware.gpuSku"),
    hint
  });
}
var TIGHT = (gpus) => `; little room is left for the cache, ${gpus} GPUs would hold the weights ${1.5} times`, UNFIT = (gpus) => `; it may not fit, since ${gpus} GPUs would be needed to hold the weights ${1.5} times`;

// src/pick/autoscale.ts
function pickAutoscale({ contexts, prefill, decode }, query) {
  let prefills = leavingRoom(prefill, decode, query), decodes = leavingRoom(decode, prefill, query), best = pairs(
    byRate(prefills, query.ttftMs).slice(0, query.keptLayouts),
    byRate(decodes, query.tpotMs).slice(0, query.keptLayouts),
    query
  ), picked2 = (best.length > 0 ? best : pairs(byLatency(prefills), byLatency(decodes), query)).map((pair) => onePair(disaggCandidate(contexts, pair, query)));
  return quickSort(picked2, metric("tokensPerSecPerGpu"), "descending").slice(0, TOP_ROWS);
}
function onePair(candidate) {
  return { candidate, ...deployWithin(candidate, replicaGpus(candidate)) };
}
function leavingRoom(workers, others, { maxGpus }) {
  let room = maxGpus - others.reduce((least, { gpus }) => Math.min(least, gpus), Number.POSITIVE_INFINITY);
  return workers.filter(({ gpus }) => gpus <= room);
}
function pairs(prefills, decodes, { maxGpus }) {
  let counts = { prefills: 1, decodes: 1 };
  return prefills.flatMap(
    (prefill) => decodes.flatMap((decode) => prefill.gpus + decode.gpus <= maxGpus ? [{ prefill, decode, counts }] : [])
  );
}
function byRate(workers, limitMs) {
  let within = workers.filter((worker) => latencyMs(worker) < limitMs);
  return within.length === 0 ? byLatency(workers) : firstOfEachLayout(
    within.sort((a, b) => b.requestsPerSecPerGpu - a.requestsPerSecPerGpu || a.globalBatch - b.globalBatch)
  );
}
function byLatency(workers) {
  return firstOfEachLayout(
    [...workers].sort((a, b) => latencyMs(a) - latencyMs(b) || b.requestsPerSecPerGpu - a.requestsPerSecPerGpu)
  );
}
function latencyMs({ ttftMs, tpotMs }) {
  return ttftMs + tpotMs;
}
function firstOfEachLayout(ranked) {
  let first = /* @__PURE__ */ new Map();
  for (let worker of ranked) first.has(worker.label) || first.set(worker.label, worker);
  return [...first.values()];
}

// src/profile/planner.ts
var REFERENCE_AUTO = "vllm", rate3 = metric("tokensPerSecPerGpu");
function pickForPlanner(request, { architecture, backends }) {
  requireTwoGpus(request);
  let query = autoscaleQuery(request, backends[0].revision.targets.planner), tried = backends.filter(isTried(request)).map((measured) => {
    let planner = runStages(request, architecture, measured);
    return { ...planner, picked: pickAutoscale({ ...planner.stages, contexts: planner.contexts }, query) };
  }), attempts = tried.map((paired) => toAttempt2(request, paired)), best = tried.reduce(
    (a, b) => isBetter(b.picked[0], a?.picked[0], query) ? b : a,
    void 0
  ), first = best?.picked[0];
  if (best === void 0 || first === void 0)
    throw noRoom(request, tried) ?? infeasible(request, architecture, attempts);
  return {
    ...resolved(best.measured),
    chosen: "disagg",
    latencies: latenciesOf(first),
    experiments: {},
    picked: best.picked,
    attempts
  };
}
function isTried({ backend: backend2, mends }) {
  return (measured) => backend2 !== "auto" || mends.boundsPlannerPairs || measured.backend === REFERENCE_AUTO;
}
function autoscaleQuery({ workload, sla, hardware, mends }, { tpotMs, keptLayouts }) {
  return {
    isl: workload.isl,
    osl: workload.osl,
    ttftMs: limitsOf(sla).firstToken.limitMs,
    tpotMs,
    keptLayouts,
    maxGpus: mends.boundsPlannerPairs ? hardware.totalGpus : Number.POSITIVE_INFINITY
  };
}
function isBetter(a, b, { ttftMs, tpotMs }) {
  if (a === void 0 || b === void 0) return a !== void 0;
  let within = ({ candidate: { metrics } }) => +(metrics.ttftMs < ttftMs && metrics.tpotMs < tpotMs);
  return (within(a) - within(b) || rate3(a) - rate3(b)) > 0;
}
function toAttempt2(request, { picked: picked2, stages, ...tried }) {
  let { excluded, fastest: fastest2 } = stages, { tpotMs } = tried.measured.revision.targets.planner, isWithin = ({ metrics }) => metrics.tpotMs < tpotMs;
  return attemptOf(request, tried, {
    candidates: picked2.map(({ candidate }) => candidate),
    isWithin,
    excluded,
    fastest: fastest2
  });
}
function requireTwoGpus({ hardware, locate }) {
  if (!(hardware.totalGpus >= 2))
    throw new RenderError("NO_FEASIBLE_CONFIG", {
      message: `a planner scales prefill and decode workers on their own, which takes 2 GPUs; totalGpus is ${hardware.totalGpus}`,
      path: "spec.hardware.totalGpus",
      origin: locate("spec.hardware.totalGpus"),
      hint: "set totalGpus to 2 or more, or remove features.planner"
    });
}
function noRoom({ hardware, locate, model }, tried) {
  let smallest2 = (workers) => workers.reduce((least, { gpus }) => Math.min(least, gpus), Number.POSITIVE_INFINITY), neededGpus = tried.reduce(
    (least, { stages }) => Math.min(least, smallest2(stages.prefill) + smallest2(stages.decode)),
    Number.POSITIVE_INFINITY
  );
  if (Number.isFinite(neededGpus))
    return new RenderError("NO_FEASIBLE_CONFIG", {
      message: `one prefill and one decode worker of ${model} take ${neededGpus} GPUs at least; totalGpus is ${hardware.totalGpus}`,
      path: "spec.hardware.totalGpus",
      origin: locate("spec.hardware.totalGpus"),
      hint: `set totalGpus to ${neededGpus} or more, or choose a GPU with more memory or a quantised checkpoint`
    });
}

// src/profile/support-gate.ts
function askSupport(request, architecture, data) {
  let { system } = request.hardware;
  return wantedBackends(request).map((backend2) => {
    let answer = askAt({ system, backend: backend2 }, { architecture, data });
    return request.support === "assumed" && canAssume(answer, architecture) && data.database(system, backend2) !== void 0 ? { ...answer, source: "assumed", isSupported: !0 } : answer;
  });
}
function askAt({ system, backend: backend2 }, { architecture, data }) {
  let matrix = data.support(), own = matrix.byModel(architecture.like ?? architecture.id, system, backend2);
  if (own !== void 0) return { backend: backend2, source: "matrix", isSupported: own.pass > 0, ...own };
  let kin = matrix.byArchitecture(architecture.name, system, backend2);
  return { backend: backend2, source: kin.total > 0 ? "majority" : "none", isSupported: kin.pass * 2 > kin.total, ...kin };
}
function canAssume({ source }, { model }) {
  return source === "none" && model !== "unmodelled";
}
function supportInWords({ backend: backend2, source, pass, total }) {
  let counted = `${pass} of ${total} recorded`;
  return {
    matrix: `${counted} runs of the model with ${backend2} passed`,
    majority: `${counted} runs of its architecture with ${backend2} passed`,
    none: `no run of the model or its architecture with ${backend2} is recorded`,
    assumed: `no run of the model or its architecture with ${backend2} is recorded, support is assumed`
  }[source];
}
function warnAboutSupport(request, { answer, architecture }, warn) {
  if (answer === void 0 || answer.source === "matrix" && answer.isSupported) return;
  let place = { path: "spec.model", origin: request.locate("spec.model") };
  if (answer.source === "assumed") {
    warn("SUPPORT_ASSUMED", {
      message: `no run of ${architecture.name} with ${answer.backend} is recorded on ${request.hardware.gpuSku}; ${request.model} is ranked as ${likenessInWords(architecture)}`,
      hint: "measure the deployment against the latency targets, or leave support out to have it sized from memory",
      ...place
    });
    return;
  }
  warn("SUPPORT_INFERRED", {
    message: `the support matrix does not vouch for ${request.model} on ${request.hardware.system}: ${supportInWords(answer)}`,
    ...place
  });
}
function likenessInWords({ name, standsFor, family }) {
  let standIn = standInOf(name);
  if (standIn === void 0 || standsFor === name) return `a model of the family ${family}`;
  let { verdict, differences = "none that is timed" } = standIn, how = verdict === "same" ? "has the same layers" : "is near";
  return `${standIn.like} (${family}), which ${how}; differences: ${differences}`;
}

// src/request/skus.ts
var SYSTEMS_ONLY = ["gb300", "rtx_pro_6000_server"], GPU_SKUS = [.../* @__PURE__ */ new Set([...RELEASES.flatMap(({ skus }) => skus), ...SYSTEMS_ONLY])], SYSTEM_NAMES = /* @__PURE__ */ new Map([["gb200_sxm", "gb200"]]);
function toSystem(sku) {
  return SYSTEM_NAMES.get(sku) ?? sku;
}
function toSku(system) {
  return [...SYSTEM_NAMES].find(([, name]) => name === system)?.[0] ?? system;
}
function skuRelease(sku) {
  return firstRelease(({ skus }) => skus.includes(sku));
}

// src/profile/priced.ts
var TRIED_TOKENS = 128;
function isPriced(architecture, measured, maxGpus) {
  let context = roleContext(architecture, measured, "agg"), { database, revision, system } = measured;
  if (missingModes(database, context.quant, { architecture, system, role: "agg" }, revision).length > 0) return !1;
  let { widened } = context.spread, scope = { architecture, backend: context.backend, sizes: revision.layouts, systemName: system.name, widened };
  return workerLayouts({ ...scope, maxGpus, role: "agg" }).some((layout) => {
    try {
      let worker = createWorker(context, layout);
      return worker.contextTimes(1, TRIED_TOKENS).length + worker.generationTimes(1, TRIED_TOKENS).length > 0;
    } catch (error) {
      if (error instanceof DataMissing) return !1;
      throw error;
    }
  });
}

// src/profile/where-measured.ts
function whereMeasured(request, architecture, engine) {
  if (architecture.model === "unmodelled") return { backends: [], skus: [], elsewhere: [] };
  let { system } = request.hardware, hasPrices = pricedTest(architecture, engine, request.hardware.totalGpus), isMeasured = (place) => {
    let answer = askAt(place, { architecture, data: engine.data });
    return (answer.isSupported || request.support === "assumed" && canAssume(answer, architecture)) && hasPrices(place);
  }, wanted = wantedBackends(request), others = BACKENDS.filter((backend2) => !wanted.includes(backend2)), cards = Object.keys(engine.data.systems).filter((name) => name !== system), cardsWith = (backends2) => cards.filter((name) => backends2.some((backend2) => isMeasured({ system: name, backend: backend2 }))).map(toSku), backends = others.filter((backend2) => isMeasured({ system, backend: backend2 })), skus = cardsWith(wanted), elsewhere = backends.length === 0 && skus.length === 0 ? others.map((backend2) => ({ backend: backend2, skus: cardsWith([backend2]) })) : [];
  return { backends, skus, elsewhere: elsewhere.filter((place) => place.skus.length > 0) };
}
function pricedTest(architecture, engine, totalGpus) {
  let key = JSON.stringify([engine.revision.name, architecture, totalGpus]);
  return (place) => {
    let known3 = engine.data.database(place.system, place.backend)?.derived(pricedTest, () => /* @__PURE__ */ new Map());
    if (known3 === void 0) return !1;
    let measured = known3.has(key) ? void 0 : glanceAt(place, engine), answer = known3.get(key) ?? (measured !== void 0 && isPriced(architecture, measured, totalGpus));
    return known3.set(key, answer), answer;
  };
}
function isNowhere({ backends, skus, elsewhere }) {
  return backends.length + skus.length + elsewhere.length === 0;
}
function placesInWords({ backends, skus, elsewhere }, { backend: backend2, hardware }) {
  let all = [
    ...backends.length === 0 ? [] : [`with ${inWords(backends, "or")} on ${hardware.gpuSku}`],
    ...skus.length === 0 ? [] : [`${withBackend(backend2)}on ${inWords(skus, "or")}`],
    ...elsewhere.map((place) => `with ${place.backend} on ${inWords(place.skus, "or")}`)
  ];
  return all.length === 0 ? void 0 : all.join(", or ");
}
function withBackend(backend2) {
  return backend2 === "auto" ? "" : `with ${backend2} `;
}
function isNotMeasured(error) {
  return error instanceof RenderError && error.code === "NOT_MEASURED";
}
function sayWhere(error, request, { backends, skus, elsewhere }) {
  let { message, path, origin } = error, { backend: backend2, hardware, support } = request, ways = [
    ...backends.length === 0 ? [] : [`set spec.backend to ${inWords([...backends, "auto"], "or")}: there is data for it on ${hardware.gpuSku}`],
    ...skus.length === 0 ? [] : [`${withBackend(backend2)}there is data for it on ${inWords(skus, "and")}`],
    ...elsewhere.map((place) => `with ${place.backend} there is data for it on ${inWords(place.skus, "and")}`),
    ...support === "assumed" ? ["leave support out to have it sized from memory"] : []
  ], nowhere = "no data of this release ranks the model on any GPU; make some with `dgdr-render perfdb import`";
  return new RenderError("NOT_MEASURED", { message, path, origin, hint: ways.join("; ") || nowhere });
}
function inWords(names, last) {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} ${last} ${names.at(-1)}`;
}

// src/profile/unpriced.ts
var PACKED2 = ["int4_wo", "int8_wo"];
function hasOtherWeights({ like, quant: { gemm: gemm3, moe: moe2 } }) {
  return like !== void 0 || PACKED2.includes(gemm3) || PACKED2.includes(moe2);
}
function isSizedUnpriced({ mends, support: wish }, { architecture, support, where }) {
  if (!mends.sizesForRequest || wish === "assumed") return !1;
  let isOwn = support.some(({ source, isSupported }) => source === "matrix" && isSupported);
  return hasOtherWeights(architecture) || !isOwn && isNowhere(where);
}
function unpricedInWords({ weights: { precision } }) {
  return `recorded runs are of other models or checkpoints, and nothing was measured there for ${precision === void 0 ? "its layers" : `weights in ${precision}`}`;
}

// src/profile/warnings.ts
var LOAD_FIELD = { concurrency: "concurrency", requestsPerSec: "requestRate" };
function warnAboutSla(request, outcome, { revision, warn }) {
  let { planner } = revision.targets;
  for (let limit of limitsOf(request.sla).said) {
    let pickedMs = outcome.picked[0].candidate.metrics[limit.latency];
    if (pickedMs <= limit.limitMs) continue;
    let shortestMs = Math.min(...latenciesFound(outcome, limit)), { why, hint } = isPlannedDecode(request, limit) ? plannerWords(limit, planner.tpotMs) : missedWords(limit, shortestMs), path = `spec.sla.${limit.field}`;
    warn("SLA_NOT_MET", { message: `${why}; the pick has ${pickedMs} ms`, path, origin: request.locate(path), hint });
  }
}
function latenciesFound({ picked: picked2, experiments }, { latency }) {
  let swept = Object.values(experiments).flatMap(({ pareto }) => pareto);
  return [...picked2, ...swept].map(({ candidate }) => candidate.metrics[latency]);
}
function isPlannedDecode({ pickingMode }, { latency }) {
  return pickingMode === "autoscale" && latency !== "ttftMs";
}
function plannerWords({ field, limitMs }, plannerTpotMs) {
  return {
    why: `decode workers of a planner are picked for rate up to ${plannerTpotMs} ms a token, not for ${field} ${limitMs} ms`,
    hint: "leave it to the planner to keep the limit by scaling, or remove features.planner to pick for it"
  };
}
function missedWords({ field, limitMs }, shortestMs) {
  return shortestMs <= limitMs ? {
    why: `what meets ${field} ${limitMs} ms does not serve the load, or is of the other serving mode`,
    hint: "compare the ranked tables of `profile`"
  } : {
    why: `no configuration reaches ${field} ${limitMs} ms`,
    hint: `the shortest found is ${shortestMs} ms: raise the limit, lower isl or osl, or allow more GPUs`
  };
}
function warnAboutLoad({ workload, hardware, locate }, { candidate: { gpus, metrics }, load: share }, warn) {
  let load = loadOf(workload);
  if (load === void 0 || share?.servedPercent === void 0) return;
  let field = LOAD_FIELD[load.metric], path = `spec.workload.${field}`, perReplica = metrics[load.metric], wantedGpus = Math.ceil(load.amount / perReplica) * gpus, served = share.replicas * perReplica;
  warn("LOAD_NOT_SERVED", {
    message: `${field} ${load.amount} needs ${wantedGpus} GPUs, but there are ${hardware.totalGpus}; the pick has ${share.servedPercent} % of the replicas and serves ${served}`,
    path,
    origin: locate(path),
    hint: `set totalGpus to ${wantedGpus} or more, or ${field} to ${served} or less`
  });
}

// src/profile/why-sized.ts
function whySized(request, {
  architecture,
  support,
  engine
}) {
  let { name, family } = architecture, { system, totalGpus } = request.hardware, unmodelled = family === void 0 ? `${name} is no modelled architecture` : `the family ${family} is not modelled`, places = placesInWords(whereMeasured(request, architecture, engine), request), wouldRank = (answer) => {
    let measured = measuredAt({ system, backend: answer.backend }, engine);
    return measured !== void 0 && canAssume(answer, architecture) && isPriced(architecture, measured, totalGpus);
  }, reasons = support.some(({ isSupported }) => isSupported) ? unpricedInWords(architecture) : support.map(supportInWords).join("; "), ways = [
    "measure the deployment against the latency targets",
    ...places === void 0 ? [] : [`have it ranked ${places}`],
    ...support.some(wouldRank) ? [`say support: assumed to have it ranked as ${likenessInWords(architecture)}`] : []
  ];
  return {
    why: isModelled(architecture) ? reasons : unmodelled,
    hint: ways.join(", or ")
  };
}

// src/profile/profile.ts
function profileRequest(request, engine, warn) {
  let { data } = engine, { sizesForRequest } = request.mends, architecture = findArchitecture(request, engine, warn), system = data.systems[request.hardware.system], support = askSupport(request, architecture, data), isRanked = support.some((answer) => answer.isSupported) && (isModelled(architecture) || !sizesForRequest), size = () => sizeFromMemory(request, architecture, system), picked2 = isRanked ? measure(request, { architecture, support, engine, size }) : size();
  warnAbout(request, picked2, { architecture, support, engine, warn });
  let { attempts, passedOver: passedOver2, ...outcome } = picked2.outcome;
  return {
    ...outcome,
    system: request.hardware.system,
    nodeGpus: system?.numGpusPerNode,
    engine: engine.revision.name,
    dataRelease: data.release,
    pickingMode: request.pickingMode,
    naive: picked2.naive,
    explanation: { support, attempts, passedOver: passedOver2 },
    model: {
      isMoe: picked2.naive ? architecture.experts > 1 : familyModel(architecture).isMoe,
      nextn: architecture.nextn,
      contextLength: architecture.contextLength,
      ...architecture.hasCustomCode && { hasCustomCode: !0 }
    }
  };
}
var PICKERS = {
  default: compareExperiments,
  load_match: compareExperiments,
  autoscale: pickForPlanner
};
function measure(request, { architecture, support, engine, size }) {
  try {
    let backends = measuredBackends(request, engine);
    return { outcome: PICKERS[request.pickingMode](request, { architecture, backends }), naive: void 0 };
  } catch (error) {
    if (!isNotMeasured(error)) throw error;
    let where = whereMeasured(request, architecture, engine);
    if (isSizedUnpriced(request, { architecture, support, where })) return size();
    throw sayWhere(error, request, where);
  }
}
function warnAbout(request, { outcome, naive }, judgement) {
  let { architecture, support, engine, warn } = judgement;
  if (naive !== void 0) {
    warnAboutSizing(request, naive, whySized(request, { architecture, support, engine }), warn);
    return;
  }
  let answer = support.find(({ backend: backend2 }) => backend2 === outcome.backend);
  warnAboutSupport(request, { answer, architecture }, warn), warnAboutSla(request, outcome, { revision: engine.revision, warn }), warnAboutLoad(request, outcome.picked[0], warn);
}

// src/profile/remember.ts
function recordProfile(profiling, request) {
  let warnings = [];
  return { profile: profiling(request, (code, { message, path, hint }) => {
    warnings.push({ code, message, path, hint });
  }), warnings };
}
function repeatWarnings({ locate }, warnings, warn) {
  for (let { code, path, ...details } of warnings) warn(code, { ...details, path, origin: locate(path ?? "") });
}
function rememberProfiles(profiling, keyOf) {
  let known3 = /* @__PURE__ */ new Map();
  return (request, warn) => {
    let key = keyOf(request), recorded = known3.get(key) ?? recordProfile(profiling, request);
    known3.delete(key), known3.set(key, recorded);
    let [oldest] = known3.keys();
    return known3.size > 64 && oldest !== void 0 && known3.delete(oldest), repeatWarnings(request, recorded.warnings, warn), recorded.profile;
  };
}

// src/profile/profiling.ts
function openProfiling(engines, models) {
  let engineOf2 = ({ engine }) => withModels(engines(engine), models), inputs = (request) => {
    let { name: engine, data } = engineOf2(request).revision;
    return { ...profileInputs(request, { engine, data }), ...modelInputs(request, models) };
  }, keptSweeps = keepSweeps(), sweepId = (request) => digestOf(sweepInputs(inputs(request))), answering = (request) => {
    let answer = answeringEngine(request, (name) => withModels(engines(name), models));
    return { ...answer, engine: { ...answer.engine, once: keptSweeps(sweepId(request)) } };
  }, idOf = (request) => digestOf([inputs(request), saidTargets(request)]);
  return {
    engineOf: engineOf2,
    answering,
    inputs,
    profile: rememberProfiles((request, warn) => {
      let answer = answering(request);
      return warnAboutForeign(request, answer, warn), profileRequest(request, answer.engine, warn);
    }, idOf),
    job: (request) => ({
      id: idOf(request),
      tables: [request.engine, request.hardware.system, request.backend].join(" "),
      sweeps: sweepId(request),
      sweptBackends: countMeasured(request, engineOf2(request)),
      request: plainRequest(request),
      models
    })
  };
}
function saidTargets({ sla }) {
  return limitsOf(sla).said.map(({ field }) => field);
}
function modelInputs({ model }, models) {
  let supplied = suppliedFor(model, models);
  if (supplied === void 0) return {};
  if (isLike(supplied)) return { modelLike: supplied.like };
  let { config, hfQuantConfig = null } = supplied;
  return { modelConfig: digestOf({ config, hfQuantConfig }) };
}
function sweepInputs({
  sla: _,
  pickingMode: __,
  support: ___,
  features: ____,
  workload,
  ...rest
}) {
  let { isl, osl } = Object(workload);
  return { ...rest, isl, osl };
}
function countMeasured(request, { data }) {
  let { system } = request.hardware;
  return wantedBackends(request).filter((backend2) => data.database(system, backend2) !== void 0).length;
}
function plainRequest(request) {
  let { model, backend: backend2, hardware, workload, sla, pickingMode, support, mends, features, engine } = request, { mocker } = features;
  return { model, backend: backend2, hardware, workload, sla, pickingMode, support, mends, features: { mocker }, engine };
}

// src/profile/profile-job.ts
function answerJob(profile, request, extent) {
  try {
    let recorded = recordProfile(profile, { ...request, locate: placeOf });
    return extent === "all" ? recorded : { ...recorded, profile: forGraph(recorded.profile) };
  } catch (error) {
    return { failures: (error instanceof RenderErrors ? error.errors : [error]).map(toFailure) };
  }
}
function recordedOf(answer, { locate }) {
  if (!("failures" in answer)) return answer;
  throw new RenderErrors(
    answer.failures.map(({ code, place, ...details }) => new RenderError(code, { ...details, origin: place === void 0 ? void 0 : locate(place) }))
  );
}
function toFailure(error) {
  if (!(error instanceof RenderError)) throw error;
  let { code, message, path, hint, origin } = error;
  return { code, message, path, hint, place: origin?.file };
}
function placeOf(path) {
  return { file: path, index: 0 };
}
var OTHER_MODE = { agg: "disagg", disagg: "agg" };
function forGraph(profile) {
  let other = OTHER_MODE[profile.chosen], table = profile.experiments[other];
  return {
    ...profile,
    experiments: table === void 0 ? {} : { [other]: { ...table, top: table.top.slice(0, 1), pareto: [] } },
    picked: profile.picked.slice(0, 2),
    explanation: { support: [], attempts: [] }
  };
}

// src/render/take-groups.ts
function* takeGroups(taken, from) {
  for (let step = 0; step < taken.length; step += 1) {
    let group = (from + step) % taken.length;
    Atomics.exchange(taken, group, 1) === 0 && (yield group);
  }
}

// src/models/model-revision.ts
var MODELS_0_10 = {
  nextnAcceptRates: [0.85, 0.8, 0.6, 0, 0],
  expertSkew: {
    MOE: 1.2,
    QWEN3VL_MOE: 1.2,
    DEEPSEEK: 1.01,
    KIMIK25: 1.01,
    HYBRIDMOE: 1.01,
    STEP3P7: 1.01,
    GEMMA4MIX: 1.01
  },
  hybridRouterFrom: 128,
  readsUnquantised: !1,
  capsWindowedCache: !1,
  // The heads of DeepSeek-V3, also for models with fewer.
  latent: { heads: () => 128, decodeOutput: ({ hiddenSize }) => hiddenSize }
}, MODELS_0_12 = {
  ...MODELS_0_10,
  hybridRouterFrom: 0,
  readsUnquantised: !0,
  capsWindowedCache: !0,
  latent: { heads: ({ heads }) => heads, decodeOutput: ({ heads }) => heads * 128 }
};

// src/operations/resolved/collectives.ts
var bySize = (elements) => elements;
function resolvedAllReduce({ database, system, constants }) {
  let { allReduce: fanOut } = constants.resolver.fanOut, found;
  return (elements, gpus) => {
    if (gpus === 1) return 0;
    found ??= byGpus2(database.table("custom_allreduce")?.slice());
    let { curves, measured } = found, timed = fanOut({ gpus, measured, gpusPerNode: system.numGpusPerNode }), curve = curves.get(String(timed));
    if (curve === void 0) throw new DataMissing(`no measured all-reduce over ${timed} GPUs`);
    let timeMs = curveTime(curve, elements, bySize);
    return gpus > timed ? timeMs * beyondMeasured(system, timed, gpus) : timeMs;
  };
}
var COLLECTIVE_TABLES = ["nccl", "oneccl"];
function resolvedCollective({ database, system, constants }) {
  let { collective: fanOut } = constants.resolver.fanOut, measuredOf = memo((name) => {
    let found = COLLECTIVE_TABLES.map((table) => byGpus2(database.table(table)?.slice(PRECISION, name))), curves = new Map(found.reverse().flatMap((one) => [...one.curves])), measured = [...new Set(found.flatMap((one) => one.measured))].sort((a, b) => a - b);
    return { curves, measured };
  });
  return (name, elements, gpus) => {
    let { curves, measured } = measuredOf(name), timed = fanOut({ gpus, measured, gpusPerNode: system.numGpusPerNode }), curve = curves.get(String(timed));
    if (curve === void 0) throw new DataMissing(`no measured ${name} over ${gpus} GPUs`);
    let timeMs = curveTime(curve, elements, bySize);
    return gpus > timed ? timeMs * beyondLargest(system, timed, gpus) : timeMs;
  };
}
function byGpus2(slice) {
  if (slice === void 0 || slice.rowCount === 0) return { curves: /* @__PURE__ */ new Map(), measured: [] };
  let measured = [...new Set(Array.from(slice.column("num_gpus")))];
  return { curves: curvesOf(slice, ["num_gpus"], "message_size"), measured };
}

// src/operations/resolved/lanes.ts
function laneSlice(database, name, key) {
  let table = database.table(name);
  for (let lane of table?.lanes ?? []) {
    let slice = table?.slice(lane, ...key);
    if (slice !== void 0 && slice.rowCount > 0) return slice;
  }
  throw new DataMissing(`${name} has no rows for ${key.join(", ")}`);
}

// src/operations/resolved/context-attention.ts
function resolvedContextAttention(tables) {
  let { surroundFactor } = tables.constants.attention, memory = memoryTime(tables.system), kernelOf2 = perShape((op) => openKernel(tables, op), kernelKey);
  return (op, { batch, sequenceLength }) => {
    let kernel = kernelOf2(op), timeMs = overRanks(sequenceLength, op.cp, (length) => kernel(op.heads, length, batch));
    return Math.max(0, timeMs + aroundAttention(op, memory) * surroundFactor);
  };
}
function kernelKey(op) {
  return `${op.fmha} ${op.kvCache} ${sliceKvHeads(op)} ${op.headSize} ${op.windowSize}`;
}
function openKernel({ database, system, constants }, op) {
  let { fmha, kvCache, headSize, windowSize } = op, kvHeads = sliceKvHeads(op), flops = typedFlops(system, FMHA_QUANT[fmha]), slice = laneSlice(database, "context_attention", [fmha, kvCache, kvHeads, headSize, windowSize]), kvBytes2 = KV_CACHE_QUANT[kvCache].bytes, timeAt = gridOf(slice, {
    axes: ["num_heads", "isl", "batch_size"],
    rootAxis: 1,
    speedOfLight: (point2) => {
      let [n, length, b] = [point2[0], point2[1], point2[2]], work = windowSize > 0 && length > windowSize ? 2 * b * length * windowSize * n * headSize * 2 : 2 * b * (length * length) * n * headSize * 2 / 2, queries = n * length * headSize, cache = 2 * (kvHeads === 0 ? n : kvHeads) * length * headSize, moved = 2 * b * (queries + queries) + kvBytes2 * b * cache;
      return Math.max(work / flops * 1e3, moved / system.memBwBytesPerSec * 1e3);
    },
    farField: constants.resolver.farField
  }), point = new Float64Array(3);
  return (heads, length, batch) => (point[0] = heads, point[1] = length, point[2] = batch, timeAt(point));
}

// src/operations/resolved/decode-norms.ts
function withDecodeNorms(open2) {
  return (tables) => {
    let { surroundFactor } = tables.constants.attention, timeOf = open2(tables), memory = memoryTime(tables.system), { along } = timeOf, withNorms = (op, step) => timeOf(op, step) + normsMs(op, memory, surroundFactor);
    return along === void 0 ? withNorms : Object.assign((...args) => withNorms(...args), { along: (op, batch, lengths) => {
      let norms = normsMs(op, memory, surroundFactor);
      return along(op, batch, lengths).map((ms) => ms + norms);
    } });
  };
}
function normsMs(op, memory, surroundFactor) {
  if (op.usesQkNorm !== !0) return 0;
  let [queries, keys] = [op.heads * op.headSize, op.kvHeads * op.headSize];
  return (memory(2 * queries) * 2 + memory(2 * keys) * 2) * (2 * surroundFactor);
}

// src/operations/resolved/fan-out.ts
var withinNode = ({ gpus, gpusPerNode }) => Math.min(gpus, gpusPerNode), upToLargest = ({ gpus, measured }) => Math.min(gpus, measured.at(-1) ?? 0), upToMeasured = (fan) => {
  let { gpus, measured, gpusPerNode } = fan;
  return gpus <= gpusPerNode ? upToLargest(fan) : measured.findLast((count) => count <= gpus) ?? gpusPerNode;
};

// src/operations/resolver/sites.ts
var NEAREST2 = 4, REACH = 2, TAIL = 3, TINY2 = 1e-12, SIZE_LIMIT2 = 2 ** 26;
function sitesOf(slice, rules) {
  let [n, k, m, rank2] = ["n", "k", "m", "site"].map((name) => slice.column(name)), latency = slice.column("latency"), all = [], start = 0;
  for (let row = 1; row <= slice.rowCount; row += 1) {
    if (row < slice.rowCount && n[row] === n[start] && k[row] === k[start]) continue;
    let size = { n: n[start], k: k[start] }, curve = { keys: m.subarray(start, row), latencyMs: latency.subarray(start, row) };
    all.push({ ...size, logN: Math.log2(size.n), logK: Math.log2(size.k), rank: rank2[start], curve }), start = row;
  }
  let byShape = new Map(all.map((site) => [site.n * SIZE_LIMIT2 + site.k, site]));
  return { all: RANKED[rules.order](all), byShape, neighbours: /* @__PURE__ */ new Map(), rules };
}
var RANKED = {
  "as met": (all) => all,
  sorted: (all) => all.toSorted((a, b) => a.curve.keys[0] - b.curve.keys[0]).map((site, rank2) => ({ ...site, rank: rank2 }))
};
function productTime(sites, [m, n, k], roofline2) {
  let site = sites.byShape.get(n * SIZE_LIMIT2 + k), timeMs = site === void 0 ? transferred(sites, [m, n, k], roofline2) : siteTime(site, m, roofline2);
  if (timeMs === void 0) throw new DataMissing(`no measured matrix products near ${m} x ${n} x ${k}`);
  return timeMs;
}
function siteTime({ n, k, curve }, m, roofline2) {
  let { keys, latencyMs: latencyMs2 } = curve, last = keys.length - 1;
  if (m >= keys[0] && m <= keys[last]) return insideCurve(curve, m);
  let from = m < keys[0] ? 0 : Math.max(0, keys.length - TAIL), shares = [];
  for (let i = from; i < Math.min(from + TAIL, keys.length); i += 1) {
    let bound = roofline2(keys[i], n, k);
    latencyMs2[i] > 0 && isPositive(bound) && shares.push(bound / latencyMs2[i]);
  }
  let here = roofline2(m, n, k);
  return shares.length === 0 || !isPositive(here) ? void 0 : here / median(shares);
}
function median(values) {
  values.sort((a, b) => a - b);
  let half = values.length >> 1;
  return values.length % 2 === 1 ? values[half] : (values[half - 1] + values[half]) / 2;
}
function transferred(sites, [m, n, k], roofline2) {
  let [weights, shares] = [0, 0];
  for (let { site, distance } of nearestSites(sites, [m, n, k])) {
    let [timeMs, bound] = [siteTime(site, m, roofline2), roofline2(m, site.n, site.k)];
    if (timeMs === void 0 || !(timeMs > 0) || !isPositive(bound)) continue;
    let weight = 1 / (distance * distance + TINY2);
    weights += weight, shares += weight * (bound / timeMs);
  }
  let here = roofline2(m, n, k);
  return weights > 0 && isPositive(here) ? here / (shares / weights) : void 0;
}
function nearestSites(sites, [m, n, k]) {
  let ordered = neighboursOf(sites, n, k), near = nearestCovering(ordered, m);
  if (near.length > 0) return near;
  let covering = ordered.filter(({ site }) => covers(site, m)), candidates = covering.length > 0 ? covering : ordered, within = candidates.filter(({ distance }) => distance <= REACH);
  return within.length > 0 || !sites.rules.waivesFrontier ? within.slice(0, NEAREST2) : beyondFrontier(candidates, Math.log2(n), Math.log2(k)).slice(0, NEAREST2);
}
function nearestCovering(ordered, m) {
  let near = [];
  for (let neighbour of ordered) {
    if (neighbour.distance > REACH || near.length === NEAREST2) break;
    covers(neighbour.site, m) && near.push(neighbour);
  }
  return near;
}
function covers({ curve: { keys } }, m) {
  return keys[0] <= m && keys[keys.length - 1] >= m;
}
function distanceOf(differenceN, differenceK) {
  return Math.sqrt(differenceN * differenceN + differenceK * differenceK);
}
function neighboursOf({ all, neighbours }, n, k) {
  let key = n * SIZE_LIMIT2 + k, ordered = neighbours.get(key);
  if (ordered === void 0) {
    let [logN, logK] = [Math.log2(n), Math.log2(k)];
    ordered = all.map((site) => ({ site, distance: distanceOf(site.logN - logN, site.logK - logK) })).sort((a, b) => a.distance - b.distance || a.site.rank - b.site.rank), neighbours.set(key, ordered);
  }
  return ordered;
}
function beyondFrontier(candidates, logN, logK) {
  let [sideN, sideK] = [
    sideOf(
      candidates.map(({ site }) => site.logN),
      logN
    ),
    sideOf(
      candidates.map(({ site }) => site.logK),
      logK
    )
  ];
  if (sideN === "below" || sideK === "below" || sideN === sideK) return [];
  let otherDistance = ({ site }) => Math.abs(sideN === "above" ? site.logK - logK : site.logN - logN);
  return candidates.filter((neighbour) => otherDistance(neighbour) <= REACH);
}
function sideOf(values, value) {
  return value > values.reduce((most, one) => Math.max(most, one), Number.NEGATIVE_INFINITY) ? "above" : value < values.reduce((least, one) => Math.min(least, one), Number.POSITIVE_INFINITY) ? "below" : "inside";
}

// src/operations/resolved/gemm-scale.ts
var SCALE_TABLES = {
  computescale: { elementBytes: 2, growsOutside: !1 },
  scale_matrix: { elementBytes: 3, growsOutside: !0 }
};
function resolvedScaleTime({ database, system, constants }, table) {
  let { elementBytes, growsOutside } = SCALE_TABLES[table], roofline2 = (point2) => elementBytes * point2[0] * point2[1] / system.memBwBytesPerSec * 1e3, { farField } = constants.resolver, gridOfMode = memo((quant) => {
    let slice = database.table(table)?.slice(quant);
    if (slice === void 0 || slice.rowCount === 0) throw new DataMissing(`no measured rows of ${table} in ${quant}`);
    return { timeAt: gridOf(slice, { axes: ["m", "k"], speedOfLight: roofline2, farField }), m: boundsOf(slice.column("m")), k: boundsOf(slice.column("k")) };
  }), point = new Float64Array(2);
  return (quant, m, k) => {
    let { timeAt, ...bounds } = gridOfMode(quant), inside = [clamped(m, bounds.m), clamped(k, bounds.k)];
    point.set(inside);
    let timeMs = timeAt(point);
    return !growsOutside || inside[0] === m && inside[1] === k ? timeMs : timeMs * (roofline2([m, k]) / roofline2(inside));
  };
}
function boundsOf(values) {
  let [least, most] = [Number.POSITIVE_INFINITY, 0];
  for (let i = 0; i < values.length; i += 1)
    least = Math.min(least, values[i]), most = Math.max(most, values[i]);
  return { least, most };
}
function clamped(value, { least, most }) {
  return Math.max(least, Math.min(value, most));
}

// src/operations/resolved/gemm.ts
var DYNAMIC = "fp8";
function resolvedGemmTime(tables) {
  let sitesOfMode = memo((quant) => openSites(tables, quant)), roofline2 = memo((quant) => productFloor(tables, quant)), scales = {
    compute: resolvedScaleTime(tables, "computescale"),
    matrix: resolvedScaleTime(tables, "scale_matrix")
  };
  return (op, step) => {
    let m = inputRows(op, step), bound = roofline2(op.quant), measured = op.quant === "fp8_static" ? DYNAMIC : op.quant, timeMs = productTime(sitesOfMode(measured), [m, op.n, op.k], roofline2(measured));
    return op.quant !== "fp8_static" ? Math.max(0, timeMs) : Math.max(bound(m, op.n, op.k), withoutScales(timeMs, m, op, scales));
  };
}
function openSites({ database, constants }, quant) {
  let slice = database.table("gemm")?.slice(quant);
  if (slice === void 0) throw new DataMissing(`no measured matrix products in ${quant}`);
  return sitesOf(slice, constants.resolver.sites);
}

// src/operations/resolver/places.ts
function placesOf(keys) {
  return { keys, logs: keys.map(logOf) };
}

// src/operations/resolved/means-along.ts
function meansAlong(samples) {
  let placesAround = latest(
    (meanLengths) => Array.from(
      { length: samples.lengthSamples },
      (_, i) => placesOf(meanLengths.map((length) => sampledLength(length, i, samples)))
    )
  );
  return (meanLengths, add) => {
    let sums = new Float64Array(meanLengths.length);
    for (let places of placesAround(meanLengths)) add(places, sums);
    for (let i = 0; i < sums.length; i += 1) sums[i] = sums[i] / samples.lengthSamples;
    return sums;
  };
}

// src/operations/resolved/generation-attention.ts
function resolvedGenerationAttention(tables) {
  let { attention: attention3 } = tables.constants, kernelOf2 = perShape((op) => openKernel2(tables, op), kernelKey2), meansOf = meansAlong(attention3), point = new Float64Array(3);
  return Object.assign((op, { batch, sequenceLength }) => {
    let { timeAt } = kernelOf2(op);
    point[0] = op.heads, point[1] = batch;
    let mean = meanOverLengths(sequenceLength, attention3, (length) => (point[2] = length, timeAt(point)));
    return Math.max(0, mean);
  }, { along: (op, batch, lengths) => {
    let { addAlong } = kernelOf2(op), means = meansOf(lengths, (places, sums) => addAlong([op.heads, batch], places, sums));
    for (let i = 0; i < means.length; i += 1) means[i] = Math.max(0, means[i]);
    return means;
  } });
}
function kernelKey2(op) {
  return `${op.kvCache} ${sliceKvHeads(op)} ${op.headSize} ${op.windowSize}`;
}
function openKernel2(tables, op) {
  let { kvCache, headSize, windowSize } = op, key = [kvCache, sliceKvHeads(op), headSize, windowSize], floor = decodeFloor(tables, key);
  return openGrid(laneSlice(tables.database, "generation_attention", key), {
    axes: ["num_heads", "batch_size", "isl"],
    speedOfLight: (point) => floor(point[0], point[1], point[2]),
    farField: tables.constants.resolver.farField
  });
}

// src/operations/resolved/native-slice.ts
function nativeSlice(database, name, key, nativeHeads) {
  let table = database.table(name), measured = (table?.sliceKeys ?? []).filter((one) => key.every((value, i) => one[i] === value)).map((one) => Number(one[key.length])).sort((a, b) => a - b), heads = measured.findLast((count) => count <= nativeHeads) ?? measured[0], slice = heads === void 0 ? void 0 : table?.slice(...key, heads);
  if (slice !== void 0 && slice.rowCount > 0) return slice;
  throw new DataMissing(`${name} has no rows for ${key.join(", ")}`, { isOfEveryStep: !0 });
}

// src/operations/resolved/latent-prefill.ts
var KEY_AND_VALUE2 = 320;
function resolvedContextMla(tables) {
  let kernelOf2 = perShape(
    (op) => openKernel3(tables, op, wholeSlice(tables, "context_mla", [op.fmha, op.kvCache])),
    ({ fmha, kvCache }) => `${fmha} ${kvCache}`
  );
  return (op, { batch, sequenceLength }) => {
    let kernel = kernelOf2(op);
    return Math.max(
      0,
      overRanks(sequenceLength, op.cp, (length) => kernel(op.heads, length, batch))
    );
  };
}
function resolvedContextMlaModule(tables) {
  let kernelOf2 = perShape(
    (op) => {
      let { fmha, kvCache, gemm: gemm3, nativeHeads } = op, slice = nativeSlice(tables.database, "mla_context_module", [fmha, kvCache, gemm3], nativeHeads);
      return openKernel3(tables, op, slice);
    },
    ({ fmha, kvCache, gemm: gemm3, nativeHeads }) => `${fmha} ${kvCache} ${gemm3} ${nativeHeads}`
  );
  return (op, { batch, sequenceLength }) => Math.max(0, kernelOf2(op)(op.heads, sequenceLength, batch));
}
function wholeSlice({ database }, name, key) {
  let slice = database.table(name)?.slice(...key);
  if (slice !== void 0 && slice.rowCount > 0) return slice;
  throw new DataMissing(`${name} has no rows for ${key.join(", ")}`, { isOfEveryStep: !0 });
}
function openKernel3(tables, modes, slice) {
  let speedOfLight = prefillRoofline(tables, modes), { farField } = tables.constants.resolver;
  return threeAxes(gridOf(slice, { axes: ["num_heads", "isl", "batch_size"], rootAxis: 1, speedOfLight, farField }));
}
function prefillRoofline({ system, constants }, { fmha, kvCache }) {
  let flops = constants.peakFlops.gemm(system, FMHA_QUANT[fmha]), { bytes } = KV_CACHE_QUANT[kvCache];
  return (point) => {
    let [heads, length, batch] = [point[0], point[1], point[2]], work = batch * heads * 2 / 2 * KEY_AND_VALUE2 * (length * length), moved = batch * heads * (bytes * length * KEY_AND_VALUE2 + 2 * length * KEY_AND_VALUE2);
    return Math.max(work / flops * 1e3, moved / system.memBwBytesPerSec * 1e3);
  };
}

// src/operations/resolved/latent-decode.ts
var LATENT3 = 512, CACHED = 576, QUERY_AND_OUTPUT = 1088, HEAD2 = 128, BMM_SIDES = 640;
function resolvedGenerationMla(tables) {
  let kernelOf2 = perShape(
    ({ kvCache }) => {
      let { workMs, movedMs } = decodeBounds(tables, kvCache), slice = wholeSlice(tables, "generation_mla", [kvCache]);
      return openKernel4(tables, slice, (point) => Math.max(workMs(point), movedMs(point)));
    },
    ({ kvCache }) => kvCache
  );
  return timesOf(kernelOf2);
}
function resolvedGenerationMlaModule(tables) {
  let kernelOf2 = perShape(
    (op) => openModule(tables, op),
    ({ kvCache, gemm: gemm3, nativeHeads }) => `${kvCache} ${gemm3} ${nativeHeads}`
  );
  return timesOf(kernelOf2);
}
function timesOf(kernelOf2) {
  let point = new Float64Array(3), placesAt = latest(placesOf);
  return Object.assign((op, { batch, sequenceLength }) => (point[0] = op.heads, point[1] = batch, point[2] = sequenceLength, Math.max(0, kernelOf2(op).timeAt(point))), { along: (op, batch, lengths) => {
    let times = new Float64Array(lengths.length);
    kernelOf2(op).addAlong([op.heads, batch], placesAt(lengths), times);
    for (let i = 0; i < times.length; i += 1) times[i] = Math.max(0, times[i]);
    return times;
  } });
}
function openModule(tables, { kvCache, gemm: gemm3, nativeHeads }) {
  let { system, constants, database } = tables, flops = constants.peakFlops.gemm(system, GEMM_QUANT[gemm3]), { bytes } = GEMM_QUANT[gemm3], { workMs, movedMs } = decodeBounds(tables, kvCache), roofline2 = (point) => {
    let [heads, batch] = [point[0], point[1]], productsMs = 4 * batch * heads * HEAD2 * LATENT3 / flops * 1e3, weightsMs = 2 * heads * (batch * BMM_SIDES + HEAD2 * LATENT3) * bytes / system.memBwBytesPerSec * 1e3;
    return Math.max(workMs(point) + productsMs, movedMs(point) + weightsMs);
  }, slice = nativeSlice(database, "mla_generation_module", [kvCache, gemm3], nativeHeads);
  return openKernel4(tables, slice, roofline2);
}
function openKernel4({ constants }, slice, speedOfLight) {
  let { farField } = constants.resolver;
  return openGrid(slice, { axes: ["num_heads", "batch_size", "isl"], speedOfLight, farField });
}
function decodeBounds({ system, constants }, kvCache) {
  let flops = constants.peakFlops.attention(system, KV_CACHE_QUANT[kvCache]), { bytes } = KV_CACHE_QUANT[kvCache];
  return {
    workMs: (point) => 2 * point[1] * point[0] * QUERY_AND_OUTPUT * point[2] / flops * 1e3,
    movedMs: (point) => point[1] * (point[0] * QUERY_AND_OUTPUT * 2 + (point[2] - 1) * CACHED * bytes) / system.memBwBytesPerSec * 1e3
  };
}

// src/operations/resolved/mla-bmm.ts
var HEAD3 = 128, LATENT4 = 512;
function resolvedMlaBmm(tables) {
  let productOf = perShape(
    (op) => openProduct(tables, op),
    ({ quant, stage, heads }) => `${quant} ${stage} ${heads}`
  );
  return (op, { batch }) => Math.max(0, productOf(op)(batch));
}
function openProduct(tables, op) {
  let table = tables.database.table("mla_bmm"), quant = table?.sliceKeys.some(([mode]) => mode === op.quant) === !0 ? op.quant : "bfloat16", slice = table?.slice(quant, BMM_TABLE_NAMES[op.stage]), curves = slice === void 0 ? /* @__PURE__ */ new Map() : curvesOf(slice, ["num_heads"], "num_tokens"), timed = curves.has(String(op.heads)) ? op.heads : nextPowerOfTwo(op.heads), curve = curves.get(String(timed));
  if (curve === void 0)
    throw new DataMissing(`no measured latent products of ${op.heads} heads`, { isOfEveryStep: !0 });
  let floor = roofline(tables, quant, timed);
  return (sequences) => curveTime(curve, sequences, floor) * (op.heads / timed);
}
function nextPowerOfTwo(heads) {
  return 2 ** (32 - Math.clz32(heads - 1));
}
function roofline({ system, constants }, quant, heads) {
  let flops = constants.peakFlops.gemm(system, GEMM_QUANT[quant]), { bytes } = GEMM_QUANT[quant];
  return (sequences) => {
    let work = 2 * sequences * heads * HEAD3 * LATENT4, moved = heads * (sequences * (HEAD3 + LATENT4) + HEAD3 * LATENT4) * bytes;
    return Math.max(work / flops * 1e3, moved / system.memBwBytesPerSec * 1e3);
  };
}

// src/operations/resolver/nearest-path.ts
function nearestPathOf({ levels, latencyMs: latencyMs2 }, speedOfLight) {
  let anchor = new Float64Array(levels.length), last = levels.length - 1, { keys: lastKeys } = levels[last], branchAt = (point) => {
    let [from, to] = [0, levels[0].keys.length];
    for (let axis = 0; axis < last; axis += 1) {
      let { keys, starts } = levels[axis], node = nearestKey(keys, to, { start: from, value: point[axis] });
      anchor[axis] = keys[node], [from, to] = [starts[node], starts[node + 1]];
    }
    return { from, to };
  }, rooflineAt = (node) => (anchor[last] = lastKeys[node], speedOfLight(anchor));
  return {
    timeAt: (point) => {
      let branch = branchAt(point), node = nearestKey(lastKeys, branch.to, { start: branch.from, value: point[last] });
      return transferFrom(rooflineAt(node), latencyMs2[node], speedOfLight(point));
    },
    addAlong: (point, { keys }, { sums, from }) => {
      let branch = branchAt(point), [node, roofline2] = [branch.from, rooflineAt(branch.from)];
      for (let i = from; i < sums.length; i += 1) {
        point[last] = keys[i];
        let nearest = nearestKey(lastKeys, branch.to, { start: node, value: keys[i] });
        nearest !== node && (roofline2 = rooflineAt(nearest)), node = nearest, sums[i] += transferFrom(roofline2, latencyMs2[node], speedOfLight(point));
      }
    }
  };
}
function nearestKey(keys, to, { start, value }) {
  let best = start;
  for (; best + 1 < to && Math.abs(keys[best + 1] - value) < Math.abs(keys[best] - value); ) best += 1;
  return best;
}

// src/operations/lookups.ts
var steps = (from, by, count) => Array.from({ length: count }, (_, i) => from + by * i), powers = (count) => Array.from({ length: count }, (_, i) => 2 ** i), LOOKUPS_0_10 = {
  constants: {
    peakFlops: { gemm: givenFlops, experts: scaledFlops, attention: scaledFlops },
    gemm: {
      tokens: [
        1,
        2,
        4,
        8,
        16,
        32,
        48,
        64,
        80,
        96,
        128,
        160,
        192,
        224,
        256,
        320,
        384,
        448,
        512,
        640,
        768,
        896,
        1024,
        2048,
        4096,
        8192,
        16384,
        32768,
        131072,
        524288,
        1048576,
        16777216
      ],
      sizes: [
        32,
        64,
        128,
        256,
        512,
        768,
        1024,
        1536,
        2048,
        2560,
        3072,
        3584,
        4096,
        5120,
        6144,
        7168,
        8192,
        10240,
        12288,
        14336,
        16384,
        20480,
        24576,
        28672,
        32768,
        40960,
        49152,
        57344,
        65536,
        131072,
        262144
      ]
    },
    attention: {
      heads: [1, 2, 3, 4, 5, 6, 8, 9, 10, 12, 14, 16, 18, 20, 24, 28, 32, 36, 40, 48, 56, 72, 96, 128],
      contextLengths: [
        1,
        16,
        32,
        64,
        128,
        256,
        512,
        1024,
        2048,
        ...steps(4096, 2048, 14),
        ...steps(32768, 16384, 6),
        ...steps(131072, 32768, 12),
        ...steps(524288, 65536, 9)
      ],
      // 512 before 384 is the reference's order for ordinary attention alone: past the measured batches 384 then lies
      // between 256 and the extrapolated 512 instead of being extrapolated itself. Ascending order changes times.
      contextBatches: [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 384, 1024, 2048],
      generationBatches: [...powers(9), 384, 512, 1024, 2048, 8192],
      generationLengths: [...powers(19), 16777216],
      surroundFactor: 1.1,
      lengthSamples: 5,
      lengthSpread: [0.9, 1.1]
    },
    // Ascending, unlike those of ordinary attention.
    latentAttention: { contextBatches: [1, 2, 4, 8, 16, 32, 64, 128, 256, 384, 512, 1024, 2048] },
    experts: { lowLatencyTokens: { nvfp4: 128 } },
    dispatch: {
      compression: { nvfp4: 1 / 4 + 1 / 4 / 8, fp8: 1 / 2, fp8_block: 1 / 2 },
      compressingSm: 100
    },
    // Its grids are filled up before, so that nothing lies outside their points.
    resolver: {
      farField: nearestPathOf,
      sites: { waivesFrontier: !1, order: "sorted" },
      fanOut: { allReduce: withinNode, collective: upToLargest }
    }
  },
  times: {}
}, LOOKUPS_0_12 = {
  constants: {
    ...LOOKUPS_0_10.constants,
    peakFlops: { gemm: typedFlops, experts: typedFlops, attention: decodeFlops },
    resolver: {
      farField: farFieldOf,
      sites: { waivesFrontier: !0, order: "as met" },
      fanOut: { allReduce: upToLargest, collective: upToLargest }
    }
  },
  times: {
    gemm: resolvedGemmTime,
    contextAttention: resolvedContextAttention,
    generationAttention: resolvedGenerationAttention,
    contextMla: resolvedContextMla,
    generationMla: resolvedGenerationMla,
    contextMlaModule: resolvedContextMlaModule,
    generationMlaModule: resolvedGenerationMlaModule,
    mlaBmm: resolvedMlaBmm,
    experts: resolvedExperts,
    customAllReduce: (tables) => timedAllReduce(resolvedAllReduce(tables)),
    collective: (tables) => timedCollective(resolvedCollective(tables)),
    moeDispatch: (tables) => dispatchTime(tables, { allReduce: resolvedAllReduce(tables), collective: resolvedCollective(tables) })
  }
}, LOOKUPS_0_11 = {
  ...LOOKUPS_0_12,
  constants: {
    ...LOOKUPS_0_12.constants,
    peakFlops: LOOKUPS_0_10.constants.peakFlops,
    resolver: LOOKUPS_0_10.constants.resolver
  }
}, LOOKUPS_0_13 = {
  constants: {
    ...LOOKUPS_0_12.constants,
    resolver: {
      ...LOOKUPS_0_12.constants.resolver,
      fanOut: { allReduce: upToMeasured, collective: upToMeasured }
    }
  },
  times: { ...LOOKUPS_0_12.times, generationAttention: withDecodeNorms(resolvedGenerationAttention) }
};

// src/engine/revisions/r0-10.ts
var MIB3 = 1024 * 1024, DRAIN_STEPS = 3, backend = {
  contextParallelSizes: [1],
  activationCoefficients: {
    dense: { 1: 11, 2: 6.5, 4: 5, 8: 5 },
    moe: { 1: 22, 2: 13, 4: 10, 8: 10 },
    other: { 1: 10, 2: 6, 4: 5, 8: 5 }
  },
  workspaceWidth: ({ heads, headSize }) => heads * headSize,
  minActivationBytes: 70 * MIB3,
  activationFactor: 1,
  otherMemoryFactor: 1,
  aggActivationTokens: (stepTokens) => stepTokens,
  kvCacheLimitGib: () => Number.POSITIVE_INFINITY,
  pairsStages: () => !0,
  mixedDecodeBatch: ({ batch, contextTokens, isl, osl, steps: steps2 }) => steps2 >= osl ? Math.max(1, floorDivide(batch, steps2 / osl)) : Math.max(1, batch - Math.ceil(contextTokens / isl)),
  mixedStepsForTpot: (mixedSteps) => Math.max(1, mixedSteps - DRAIN_STEPS),
  queueFactor: ({ steps: steps2 }) => Math.min(2 + (steps2 - 3) / 2 / 10, 4),
  dispatchOverheadMs: () => 0,
  throughputCap: () => Number.POSITIVE_INFINITY
}, trtllm2 = {
  ...backend,
  allowsExpertLayout: ({ tp, dp }) => tp === 1 || dp === 1,
  // The engine is built for this many tokens a step, whatever a step takes.
  aggActivationTokens: () => 8192,
  // Share of free memory the engine takes, its own reserve, and the tolerance of the estimate.
  kvCacheLimitGib: ({ role, capacityGib, otherGib }) => role === "agg" ? (capacityGib - otherGib) * 0.9 * (1 - 0.015) * (1 - 0.02) : Number.POSITIVE_INFINITY
}, sglang2 = {
  ...backend,
  contextParallelSizes: [1, 2, 4, 8],
  allowsExpertLayout: () => !0,
  activationCoefficients: {
    dense: { 1: 14, 2: 8.5, 4: 6.5, 8: 6.5 },
    moe: { 1: 28, 2: 17, 4: 13, 8: 13 },
    other: { 1: 13, 2: 8, 4: 6.5, 8: 6.5 }
  },
  workspaceWidth: ({ hiddenSize }) => hiddenSize,
  minActivationBytes: 90 * MIB3,
  activationFactor: 1.15,
  otherMemoryFactor: 1.2,
  // The layout of the cache that is handed over depends on the tensor ranks (ai-dynamo/dynamo issue 5870).
  pairsStages: (prefill, decode) => prefill.tp === decode.tp
}, vllm2 = {
  ...backend,
  allowsExpertLayout: ({ moeTp, moeEp }) => moeTp === 1 || moeEp === 1,
  // One request prefills at a time, the others decode.
  mixedDecodeBatch: ({ batch, contextTokens, isl }) => Math.max(1, batch - Math.ceil(contextTokens / isl)),
  mixedStepsForTpot: (mixedSteps) => mixedSteps,
  queueFactor: ({ batch }) => batch <= 1 ? 1 : Math.min(1 + Math.log2(batch) / 8, 2),
  dispatchOverheadMs: (layers) => layers * 0.8,
  // Little's law.
  throughputCap: ({ batch, osl }, latencyMs2) => latencyMs2 <= 0 ? Number.POSITIVE_INFINITY : batch * Math.max(osl - 1, 0) * 1e3 / latencyMs2
}, BFLOAT16_PREFILL = [
  "DeepseekV3ForCausalLM",
  "KimiK25ForConditionalGeneration"
], LATENT_PREFILL = {
  applies: ({ architecture, role }, { fmha }) => fmha === "fp8" && role !== "decode" && BFLOAT16_PREFILL.includes(architecture.standsFor),
  change: { fmha: "bfloat16" }
}, SIZES2 = [1, 2, 4, 8], RACK_SIZES = [...SIZES2, 16], R0_10 = {
  name: "0.10",
  data: "0.10",
  backends: { trtllm: trtllm2, sglang: sglang2, vllm: vllm2 },
  sweep: {
    agg: {
      batches: [
        ...stepsBelow(1, 16, 1),
        ...stepsBelow(16, 32, 4),
        ...stepsBelow(32, 64, 8),
        ...stepsBelow(64, 256, 16),
        ...stepsBelow(256, 512, 32),
        512
      ],
      minChunkTokens: 512,
      maxChunkTokens: 8192,
      keptPerTarget: 10,
      timesUnused: !0,
      whereMissing: "layout"
    },
    stages: {
      prefillBatches: [1],
      decodeBatches: [
        ...stepsBelow(1, 16, 1),
        ...stepsBelow(16, 32, 2),
        ...stepsBelow(32, 128, 4),
        ...stepsBelow(128, 512, 8),
        512
      ],
      prefillLatencyFactor: 1.1,
      decodeLatencyFactor: 1.08,
      ttftQueueFactor: 1.8,
      decodeStride: 32,
      whereMissing: "layout",
      keptPerTarget: 5
    }
  },
  matching: {
    prefillRateShare: 0.9,
    decodeRateShare: 0.92,
    maxWorkers: 32,
    maxPrefillCandidates: 32,
    maxDecodeCandidates: 16,
    replicaGpus: [1, 2, 4, 8, ...stepsBelow(16, 129, 8)],
    // Context-parallel ranks are not counted.
    countedGpus: ({ tp, pp, dp }) => pp * tp * dp,
    holdsLoadToBudget: !0
  },
  targets: {
    tpotMs: [...stepsBelow(1, 20, 1), ...stepsBelow(20, 300, 5)],
    fixedTtftMs: [300, 400, 500, 600, 800, 1e3, 1200, 1400, 1600, 2e3, 3e3, 5e3, 8e3],
    ttftShares: [0.1, 0.2, 0.3, 0.5, 0.7],
    // The largest of the swept token times.
    planner: { tpotMs: 295, keptLayouts: 5 }
  },
  layouts: {
    dense: SIZES2,
    denseOfSystem: { gb200: RACK_SIZES, gb300: RACK_SIZES },
    experts: { gpus: SIZES2, tp: SIZES2, pp: [1], dp: SIZES2, moeTp: SIZES2, moeEp: SIZES2 }
  },
  spread: void 0,
  drafts: { predictedTokens: (trained) => trained },
  quantisation: {
    rules: {
      trtllm: [LATENT_PREFILL],
      sglang: [LATENT_PREFILL],
      // The prefill kernel of vLLM is not measured in fp8.
      vllm: [{ applies: (_, { fmha }) => fmha === "fp8", change: { fmha: "bfloat16" } }]
    },
    needsTensorCores: !1
  },
  models: MODELS_0_10,
  families: [
    "LLAMA",
    "MOE",
    "DEEPSEEK",
    "KIMIK25",
    "QWEN3VL",
    "QWEN3VL_MOE",
    "HYBRIDMOE",
    "GEMMA4MIX",
    "NEMOTRONNAS"
  ],
  unmodelled: { DEEPSEEK: ["vllm"] },
  lookups: LOOKUPS_0_10
};

// src/engine/exchanges.ts
var same = (mode) => ({ dispatch: mode, combine: mode }), whatever = () => same(WHATEVER), plain = (quant) => quant === "fp8_block" ? "fp8" : quant, highThroughput = (quant) => {
  let mode = plain(quant);
  return mode === "nvfp4" ? same("nvfp4") : mode === "bfloat16" || mode === "fp8" ? same("bfloat16") : void 0;
}, WITHOUT_FP4 = ["h100_sxm", "h200_sxm"], lowLatency = (quant, _, systemName) => {
  let mode = plain(quant);
  return mode === "nvfp4" ? WITHOUT_FP4.includes(systemName) ? void 0 : { dispatch: "nvfp4", combine: "fp4" } : mode === "bfloat16" || mode === "fp8" ? same(mode) : void 0;
}, nvlink = (quant, phase) => {
  let mode = plain(quant);
  return { dispatch: mode, combine: mode === "nvfp4" && phase === "generation" ? "fp4" : mode };
}, EXCHANGE = ["dispatch", "combine"], deepep = { stages: EXCHANGE, minSm: 0, sms: 0, splitsPrefill: !0, sent: whatever }, trtllm3 = { backends: ["trtllm"], stages: EXCHANGE, minSm: 0, sms: 0, splitsPrefill: !1 }, EXCHANGES_0_12 = [
  { ...deepep, comm: "deepep_ht", backends: ["sglang", "vllm"], phases: ["context"], sms: HT_SMS },
  { ...deepep, comm: "deepep_ll", backends: ["sglang", "vllm"], phases: ["generation"] },
  { ...deepep, comm: "deepep_v2_context", backends: ["vllm"], phases: ["context"] },
  { ...deepep, comm: "deepep_v2_generation", backends: ["vllm"], phases: ["generation"] },
  { ...trtllm3, comm: "trtllm_deepep_ht", phases: ["context"], sent: highThroughput },
  { ...trtllm3, comm: "trtllm_deepep_ll", phases: ["generation"], sent: lowLatency },
  {
    ...trtllm3,
    comm: "nvlink_two_sided",
    phases: ["context", "generation"],
    stages: ["prepare", ...EXCHANGE],
    minSm: 100,
    sent: nvlink
  },
  { ...trtllm3, comm: "nvlink_one_sided", phases: ["context", "generation"], minSm: 100, sent: nvlink }
];

// src/engine/revisions/r0-12.ts
var TOLERATED = 1 - 0.02, trtllm4 = {
  ...R0_10.backends.trtllm,
  kvCacheLimitGib: ({ capacityGib, otherGib }) => (capacityGib - otherGib) * 0.9 * ((1 - 0.015) * TOLERATED)
};
function shareOfCapacity(capacityGib, otherGib, share) {
  return capacityGib * share * TOLERATED - otherGib;
}
var SGLANG_AGG_SHARE = 0.88, sglang3 = {
  ...R0_10.backends.sglang,
  kvCacheLimitGib: ({ role, layout, capacityGib, otherGib }) => shareOfCapacity(capacityGib, otherGib, role === "agg" ? SGLANG_AGG_SHARE : sglangStartShare(capacityGib, layout))
}, VLLM_SHARE = 0.92, OLD_VLLM = { versions: /^0\.(14|19)\b/, share: 0.9 }, vllm3 = {
  ...R0_10.backends.vllm,
  kvCacheLimitGib: ({ backendVersion, capacityGib, otherGib }) => shareOfCapacity(capacityGib, otherGib, OLD_VLLM.versions.test(backendVersion) ? OLD_VLLM.share : VLLM_SHARE)
}, SGLANG_STARTS = [
  { below: 20480, chunk: 2048, graphs: 8, graphsOfFour: 8 },
  { below: 35840, chunk: 2048, graphs: 24, graphsOfFour: 80 },
  { below: 61440, chunk: 4096, graphs: 32, graphsOfFour: 160 },
  { below: 163840, chunk: 8192, graphs: 256, graphsOfFour: 512 },
  { below: Number.POSITIVE_INFINITY, chunk: 16384, graphs: 512, graphsOfFour: 512 }
], SGLANG_LARGE_CARD = { above: 61440, reserve: 10240 }, MANY_GRAPHS = 300;
function sglangStartShare(capacityGib, { tp, pp, dp }) {
  let capacityMib = capacityGib * 1024, reserve = startReserveMib(capacityMib, { tp, pp, dp }), { above, reserve: least } = SGLANG_LARGE_CARD;
  return roundedDecimal3((capacityMib - (capacityMib > above ? Math.max(reserve, least) : reserve)) / capacityMib);
}
function startReserveMib(capacityMib, { tp, pp, dp }) {
  let { chunk, graphs, graphsOfFour } = SGLANG_STARTS.find(({ below }) => capacityMib < below), batches = tp >= 4 ? graphsOfFour : graphs, alone = 512 + 1.5 * chunk + tp * pp / 8 * 1024 + 2 * batches;
  return dp === 1 ? alone : alone + 3 * batches * dp + (batches > MANY_GRAPHS ? 1.5 * batches * dp : 0);
}
var BLACKWELL_SM3 = 100, FMHA_BY_DATA = {
  applies: ({ role, prefillModes }, { fmha, kvCache }) => {
    if (role === "decode" || fmha !== "fp8") return !1;
    let measured = prefillModes(kvCache);
    return measured.has("bfloat16") && !measured.has("fp8");
  },
  change: { fmha: "bfloat16" }
}, RULES = [
  { applies: ({ smVersion }, { gemm: gemm3 }) => smVersion < BLACKWELL_SM3 && gemm3 === "nvfp4", change: { gemm: "nvfp4_wo" } },
  { applies: ({ smVersion }, { moe: moe2 }) => smVersion < BLACKWELL_SM3 && moe2 === "nvfp4", change: { moe: "nvfp4_wo" } },
  FMHA_BY_DATA
], EXPERT_SIZES = [...R0_10.layouts.experts.gpus, 16];
function upTo64(from) {
  return [1, 2, 4, 8, 16, 32, 64].filter((size) => size >= from);
}
var TP = [1, 2, 4, 8];
function coveredAlone(covered2) {
  return { gpus: covered2, dp: covered2, moeEp: covered2 };
}
var R0_12 = {
  ...R0_10,
  name: "0.12",
  data: "0.12",
  backends: { trtllm: trtllm4, sglang: sglang3, vllm: vllm3 },
  sweep: {
    agg: { ...R0_10.sweep.agg, timesUnused: !1, whereMissing: "point" },
    stages: { ...R0_10.sweep.stages, whereMissing: "point" }
  },
  matching: {
    ...R0_10.matching,
    countedGpus: ({ tp, pp, dp, cp }) => tp * pp * dp * cp,
    holdsLoadToBudget: !1
  },
  layouts: {
    ...R0_10.layouts,
    experts: {
      gpus: EXPERT_SIZES,
      tp: EXPERT_SIZES,
      pp: [1],
      dp: EXPERT_SIZES,
      moeTp: EXPERT_SIZES,
      moeEp: EXPERT_SIZES
    }
  },
  spread: {
    exchanges: EXCHANGES_0_12,
    widened: {
      trtllm: {
        agg: () => ({ gpus: upTo64(2), tp: TP, dp: upTo64(2), moeEp: upTo64(2) }),
        prefill: () => ({ gpus: [4, 8, 16, 32], dp: [4, 8, 16, 32], moeEp: [4, 8, 16, 32] }),
        decode: () => ({ gpus: upTo64(4), dp: upTo64(4), moeEp: upTo64(4) })
      },
      sglang: {
        agg: () => ({ gpus: upTo64(8), tp: TP, dp: upTo64(1), moeEp: upTo64(8) }),
        prefill: () => ({ gpus: [8, 16, 32], tp: TP, dp: [1, 2, 4, 8, 16, 32], moeEp: [8, 16, 32] }),
        decode: () => ({ gpus: upTo64(8), tp: TP, dp: upTo64(1), moeEp: upTo64(8) })
      },
      vllm: { agg: coveredAlone, prefill: coveredAlone, decode: coveredAlone }
    },
    maxReplicaGpus: 512
  },
  drafts: { predictedTokens: () => 0 },
  quantisation: { rules: { trtllm: RULES, sglang: RULES, vllm: RULES }, needsTensorCores: !0 },
  models: MODELS_0_12,
  families: [
    "LLAMA",
    "MOE",
    "DEEPSEEK",
    "KIMIK25",
    "QWEN3VL",
    "QWEN3VL_MOE",
    "HYBRIDMOE",
    "STEP3P7",
    "GEMMA4MIX",
    "NEMOTRONNAS"
  ],
  unmodelled: {},
  lookups: LOOKUPS_0_12
};

// src/engine/revisions/r0-11.ts
var R0_11 = {
  ...R0_12,
  name: "0.11",
  backends: R0_10.backends,
  sweep: {
    agg: { ...R0_12.sweep.agg, whereMissing: "layout" },
    stages: { ...R0_12.sweep.stages, whereMissing: "layout" }
  },
  matching: { ...R0_12.matching, countedGpus: R0_10.matching.countedGpus },
  layouts: R0_10.layouts,
  lookups: LOOKUPS_0_11
};

// src/engine/revisions/r0-13.ts
var R0_13 = { ...R0_12, name: "0.13", lookups: LOOKUPS_0_13 };

// src/engine/revisions.ts
var REVISIONS = {
  "0.10": R0_10,
  "0.11": R0_11,
  "0.12": R0_12,
  "0.13": R0_13
};

// src/perfdb/catalog.ts
import { join as join4 } from "node:path";

// src/perfdb/perfdb.ts
import { readFileSync as readFileSync3 } from "node:fs";
import { join as join3 } from "node:path";

// src/perfdb/once.ts
function once(make) {
  let value;
  return () => (value ??= { made: make() }, value.made);
}

// src/perfdb/models.ts
var CONFIG_FILE = /^models\/[\w.-]+\.json\.br$/;
function fileOf(value, read) {
  if (!isObject(value)) return () => {
  };
  let { file, ...inline } = value;
  if (typeof file != "string" || Object.keys(inline).length > 0) return () => value;
  if (!CONFIG_FILE.test(file)) throw corrupt(`models.json names an impossible file: ${JSON.stringify(file)}`);
  return once(() => {
    let found = read(file);
    if (!isObject(found)) throw corrupt(`${file} is not an object`);
    return found;
  });
}
function parseModels(value, read) {
  if (!isObject(value) || !isObject(value.models) || !isObject(value.families) || !Array.isArray(value.defaultModels))
    throw corrupt("models.json lacks models, families or defaultModels");
  let models = Object.entries(value.models).map(([id, files]) => {
    if (!isObject(files) || !isObject(files.config)) throw corrupt(`model ${id} has no config`);
    let [config, quant] = [fileOf(files.config, read), fileOf(files.hfQuantConfig, read)];
    return [id, {
      get config() {
        return config() ?? {};
      },
      get hfQuantConfig() {
        return quant();
      }
    }];
  });
  return {
    models: Object.fromEntries(models),
    families: Object.fromEntries(Object.entries(value.families).map(([name, family]) => [name, String(family)])),
    defaultModels: new Set(value.defaultModels.map(String))
  };
}

// src/perfdb/pack.ts
import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { brotliDecompressSync } from "node:zlib";
function readAt(path, position, length) {
  let bytes = Buffer.alloc(length);
  return withFile(path, (fd) => {
    let done = 0;
    for (; done < length; ) {
      let count = readSync(fd, bytes, done, length - done, position + done);
      if (count === 0) throw corrupt(`${path} ends too early`);
      done += count;
    }
  }), bytes;
}
function withFile(path, use) {
  let fd;
  try {
    fd = openSync(path, "r");
  } catch (error) {
    throw new RenderError("INPUT_NOT_FOUND", {
      message: `cannot read ${path}: ${String(error)}`,
      hint: "reinstall the package"
    });
  }
  try {
    return use(fd);
  } finally {
    closeSync(fd);
  }
}
var MAX_INFLATED_BYTES = 16 * 1024 * 1024;
function inflate(bytes, rawLength) {
  let raw;
  try {
    raw = brotliDecompressSync(bytes, { maxOutputLength: Math.max(rawLength ?? MAX_INFLATED_BYTES, 1) });
  } catch {
    throw corrupt("a block does not decompress");
  }
  if (rawLength !== void 0 && raw.length !== rawLength) throw corrupt("a block has the wrong size");
  return raw;
}
function readHeader(path) {
  let fileBytes = withFile(path, (fd) => fstatSync(fd).size), preamble = readAt(path, 0, PREAMBLE_BYTES);
  if (preamble.toString("latin1", 0, PACK_MAGIC.length) !== PACK_MAGIC) throw corrupt(`${path} is not a pack file`);
  let format = preamble.readUInt32LE(PACK_MAGIC.length);
  if (format !== PACK_FORMAT) throw corrupt(`${path} has format ${format}, this release reads ${PACK_FORMAT}`);
  let length = preamble.readUInt32LE(PACK_MAGIC.length + 4), rawLength = preamble.readUInt32LE(PACK_MAGIC.length + 8), dataStart = PREAMBLE_BYTES + length;
  if (rawLength > MAX_HEADER_BYTES || dataStart > fileBytes) throw corrupt(`the header of ${path} is out of range`);
  let text = inflate(readAt(path, PREAMBLE_BYTES, length), rawLength).toString("utf8"), json;
  try {
    json = JSON.parse(text);
  } catch {
    throw corrupt(`the header of ${path} is not JSON`);
  }
  return { header: parseHeader(json, fileBytes - dataStart), dataStart };
}
var keyId = (key) => JSON.stringify(key);
function openTable2(path, dataStart, header) {
  let slices = new Map(header.slices.map((slice) => [keyId(slice.key), slice])), blocks = /* @__PURE__ */ new Map(), columnIndex = new Map(header.columns.map(({ name }, i) => [name, i])), readBlock = (index) => {
    let known3 = blocks.get(index);
    if (known3 !== void 0) return known3;
    let block = header.blocks[index];
    if (block === void 0) throw corrupt("a slice names a block that is not there");
    let raw = inflate(readAt(path, dataStart + block.offset, block.length), block.rawLength), columns = decodeColumns(
      raw,
      header.columns.map(({ type }) => type),
      block.rowCount
    );
    return blocks.set(index, columns), columns;
  };
  return {
    name: header.name,
    sliceColumns: header.sliceColumns,
    columns: header.columns.map(({ name }) => name),
    sliceKeys: header.slices.map(({ key }) => key),
    lanes: header.lanes,
    slice(...key) {
      let slice = slices.get(keyId(key));
      if (slice !== void 0)
        return {
          rowCount: slice.rowCount,
          column(name) {
            let column = readBlock(slice.block)[columnIndex.get(name) ?? -1];
            if (column === void 0) throw corrupt(`table ${header.name} has no column ${name}`);
            return column.subarray(slice.start, slice.start + slice.rowCount);
          }
        };
    }
  };
}
function openPack(path) {
  let { header, dataStart } = readHeader(path), headers = new Map(header.tables.map((table) => [table.name, table])), tables = /* @__PURE__ */ new Map();
  return {
    header,
    table(name) {
      let known3 = tables.get(name), found = headers.get(name);
      if (known3 !== void 0 || found === void 0) return known3;
      let table = openTable2(path, dataStart, found);
      return tables.set(name, table), table;
    }
  };
}

// src/perfdb/perfdb.ts
var NCCL = "nccl";
function readBytes2(root2, name) {
  try {
    return readFileSync3(join3(root2, name));
  } catch (error) {
    throw new RenderError("INPUT_NOT_FOUND", {
      message: `no measured data: cannot read ${name} (${String(error.code)})`,
      hint: "reinstall the package, or make the data with `dgdr-render perfdb import`"
    });
  }
}
function readChecked(root2, name, { files }) {
  let bytes = readBytes2(root2, name);
  if (hashOf(bytes) !== files[name]) throw corrupt(`${name} is not the file that index.json was made with`);
  return bytes;
}
function parseJson(bytes, name) {
  try {
    return JSON.parse(bytes.toString("utf8"));
  } catch {
    throw corrupt(`${name} is not JSON`);
  }
}
function openEntry(root2, entry, index) {
  readChecked(root2, entry.file, index);
  let pack = openPack(join3(root2, entry.file)), { system, backend: backend2, version } = pack.header;
  if (system !== entry.system || backend2 !== entry.backend || version !== entry.version)
    throw corrupt(`${entry.file} is the pack of ${system}, ${backend2} ${version}`);
  return pack;
}
function openDatabase({ root: root2, index }, backend2, { own: entry, nccl: ncclEntry }) {
  let made = /* @__PURE__ */ new Map(), pack = once(() => openEntry(root2, entry, index)), nccl = once(() => ncclEntry === void 0 ? void 0 : openEntry(root2, ncclEntry, index));
  return {
    system: entry.system,
    backend: backend2,
    version: entry.version,
    table: (name) => name === NCCL ? nccl()?.table(name) : pack().table(name),
    derived(owner, make) {
      return made.has(owner) || made.set(owner, make()), made.get(owner);
    }
  };
}
function openPerfData(root2) {
  let index = parseIndex(parseJson(readBytes2(root2, "index.json"), "index.json")), find = (system, backend2) => index.packs.find((entry) => entry.system === system && entry.backend === backend2), json = (name) => parseJson(readChecked(root2, name, index), name), compressedJson = (name) => parseJson(inflate(readChecked(root2, name, index)), name), systems = once(() => parseSystems(json("systems.json"))), databases = /* @__PURE__ */ new Map(), open2 = (system, backend2) => {
    let own = find(system, backend2);
    return own && openDatabase({ root: root2, index }, backend2, { own, nccl: find(system, NCCL) });
  };
  return {
    root: root2,
    release: index.release,
    index,
    get systems() {
      return systems();
    },
    database(system, backend2) {
      let file = find(system, backend2)?.file;
      if (file === void 0) return;
      let database = databases.get(file) ?? open2(system, backend2);
      return database !== void 0 && databases.set(file, database), database;
    },
    glance: open2,
    models: once(() => parseModels(json("models.json"), compressedJson)),
    support: once(() => parseSupport(json("support.json")))
  };
}
function checkPacks({ root: root2, index, systems, models, support }) {
  for (let entry of index.packs) openEntry(root2, entry, index);
  if (Object.keys(systems).length === 0 || Object.keys(models()).length === 0)
    throw corrupt("there are no systems or models");
  support();
}

// src/perfdb/catalog.ts
var DATA_RELEASES = ["0.12", "0.10"];
function dataRelease(version) {
  return version.split(".").slice(0, 2).join(".");
}
function dataReleaseOf({ release }) {
  return dataRelease(release.split(" ").at(-1) ?? "");
}
function defaultPerfRoot() {
  return packageFolder("perfdb");
}
function openCatalog(root2 = defaultPerfRoot()) {
  let opened = /* @__PURE__ */ new Map();
  return (release) => {
    let data = opened.get(release) ?? openPerfData(join4(root2, release));
    return opened.set(release, data), data;
  };
}

// src/profile/engines.ts
function enginesOver(engines, data) {
  return (name) => {
    let { revision, known: known3 } = engines(name);
    return { revision, data, ...known3 && { known: known3 } };
  };
}
function openEngines() {
  let catalog = openCatalog(), known3 = openKnownModels(() => DATA_RELEASES.map((release) => catalog(release).models()));
  return (name) => ({
    revision: REVISIONS[name],
    known: known3,
    get data() {
      return catalog(REVISIONS[name].data);
    }
  });
}

export {
  RELEASES,
  ENGINE_NAMES,
  GRAPH_VERSIONS,
  v1,
  releaseFacts,
  newestRelease,
  firstRelease,
  isBefore,
  printRelease,
  groupBy,
  COMPATS,
  OURS,
  RECORDED_REFERENCES,
  mendsOf,
  show,
  quote,
  escapeUnprintable,
  isPrintable,
  GPU_SKUS,
  toSystem,
  toSku,
  skuRelease,
  toSla,
  limitsOf,
  FIRST,
  digestOf,
  isLike,
  MODELS_FOLDER,
  isHubId,
  layoutLabel,
  clusterRate,
  deployWithin,
  loadBudget,
  isModelled,
  sourceOf,
  createWorker,
  prefillPoint,
  decodePoint,
  meanLength,
  mixedStep,
  mixedStepTimes,
  roleContext,
  compareExperiments,
  sweepAll,
  parseArchitecture,
  openKnownModels,
  lookUpModel,
  openMeasured2 as openMeasured,
  measuredAt,
  onePair,
  askAt,
  supportInWords,
  isPriced,
  hasOtherWeights,
  recordProfile,
  repeatWarnings,
  openProfiling,
  answerJob,
  recordedOf,
  takeGroups,
  openPerfData,
  checkPacks,
  DATA_RELEASES,
  dataRelease,
  dataReleaseOf,
  openCatalog,
  enginesOver,
  openEngines
};
