import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  BACKENDS,
  ENCODING,
  EXCEPTION_CODE,
  NO_ROW,
  PACK_FORMAT,
  PACK_MAGIC,
  PREAMBLE_BYTES,
  SCALE_BYTES,
  TAG_BYTES,
  TIMINGS_HEAD_BYTES,
  hashOf,
  headerJson,
  measuredValue,
  parseSystem,
  powerOfTen
} from "./chunk-DXDVPFJS.mjs";
import {
  RenderError,
  isObject
} from "./chunk-MTLGJ7UA.mjs";
import "./chunk-PHXOIUUE.mjs";

// src/perfdb/import/import-release.ts
import { createHash as createHash2 } from "node:crypto";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync as readFileSync2, renameSync, rmSync, statSync as statSync2, writeFileSync } from "node:fs";
import { dirname as dirname2, join as join2, resolve as resolve2 } from "node:path";

// src/perfdb/columns.ts
var text = (name) => ({
  name,
  type: "text",
  from: (source, row) => source.text(name, row)
}), int = (name) => ({
  name,
  type: "int",
  from: (source, row) => source.integer(name, row)
}), float = (name) => ({
  name,
  type: "float",
  from: (source, row) => source.float(name, row)
}), add = (a, b) => a === void 0 || b === void 0 ? void 0 : a + b, LATENCY = [float("latency")], KV_HEADS = {
  name: "kv",
  type: "int",
  from: (source, row) => {
    let heads = source.integer("num_key_value_heads", row);
    return heads === source.integer("num_heads", row) ? 0 : heads;
  }
}, WINDOW = {
  name: "window_size",
  type: "int",
  from: (source, row) => source.integer("window_size", row) ?? 0
}, TOTAL_LENGTH = {
  name: "isl",
  type: "int",
  from: (source, row) => add(source.integer("isl", row), source.integer("step", row))
}, PREFIX = {
  name: "step",
  type: "int",
  from: (source, row) => source.integer("step", row) ?? 0
}, DSA_BACKEND = {
  name: "dsa_backend",
  type: "text",
  from: (source, row) => source.text("kernel_source", row)?.includes("trtllm") ? "trtllm" : "flashmla_kv"
}, LOW_LATENCY = {
  name: "low_latency",
  type: "int",
  from: (source, row) => source.text("kernel_source", row) === "moe_torch_flow_min_latency" ? 1 : 0
}, MOE_MODE_BY_KERNEL = {
  "w4a8_mxfp4_mxfp8 sglang_mxfp4_flashinfer_trtllm_moe": "w4a8_mxfp4_mxfp8_trtllm",
  "w4a16_mxfp4 sglang_flashinfer_cutlass_moe": "w4a16_mxfp4_cutlass"
}, MOE_MODE = {
  name: "moe_dtype",
  type: "text",
  from: (source, row) => {
    let mode = source.text("moe_dtype", row);
    return MOE_MODE_BY_KERNEL[`${mode} ${source.text("kernel_source", row)}`] ?? mode;
  }
}, dsv4Dtype = (name) => ({
  name,
  type: "text",
  from: (source, row) => {
    let dtype = source.text(name, row);
    return dtype === "fp8_e4m3" ? "fp8" : dtype;
  }
}), GDN_LENGTH = {
  name: "seq_len",
  type: "int",
  from: (source, row) => source.text("phase", row) === "context" ? source.integer("seq_len", row) : 0
}, ALLTOALL_NODES = {
  name: "num_nodes",
  type: "int",
  from: (source, row) => source.integer("num_nodes", row) ?? Math.max(1, Math.floor((source.integer("moe_ep_size", row) ?? 0) / 4))
}, sumOfUs = (...names) => ({
  name: "latency",
  type: "float",
  from: (source, row) => names.slice(1).reduce((sum, name) => add(sum, source.float(name, row)), source.float(names[0], row))
}), isEager = (source, row) => (source.text("kernel_source", row)?.endsWith("_eager") ?? !1) || (source.text("backend", row)?.endsWith("_eager") ?? !1);

// src/perfdb/tables.ts
var MOE_SHAPE = [int("topk"), int("num_experts"), int("hidden_size"), int("inter_size")], MOE_KEYS = [int("moe_tp_size"), int("moe_ep_size"), int("num_tokens")], DSV4_SPARSE_KEYS = [int("num_heads"), int("tp_size"), int("step"), int("isl"), int("batch_size")], table = (spec) => Object.freeze({ blockColumns: spec.slice.length, inherits: !0, values: LATENCY, ...spec }), scaleTable = (name) => table({ name, slice: [text("quant_dtype")], keys: [int("m"), int("k")], duplicates: "first" }), wideepMoe = (name) => table({
  name,
  slice: [text("moe_dtype"), text("distribution"), ...MOE_SHAPE],
  blockColumns: 2,
  keys: MOE_KEYS,
  duplicates: "last"
}), wideepMlp = (name) => table({
  name,
  slice: [text("kernel_source"), text("quant_type")],
  keys: [int("hidden_size"), int("intermediate_size"), int("num_token")],
  values: [float("avg_ms")],
  duplicates: "first"
}), dsv4Context = (name) => table({
  name,
  slice: [dsv4Dtype("mla_dtype"), dsv4Dtype("kv_cache_dtype"), text("gemm_type")],
  keys: [int("num_heads"), int("compress_ratio"), PREFIX, int("isl"), int("batch_size")],
  duplicates: "last"
}), dsv4Generation = (name) => table({
  name,
  slice: [dsv4Dtype("kv_cache_dtype"), text("gemm_type")],
  keys: [int("num_heads"), int("compress_ratio"), int("batch_size"), TOTAL_LENGTH],
  duplicates: "last"
}), dsv4Sparse = (name) => table({ name, slice: [], keys: DSV4_SPARSE_KEYS, duplicates: "last" }), ATTENTION_SLICE = [text("kv_cache_dtype"), KV_HEADS, int("head_dim"), WINDOW], TABLES = Object.freeze([
  table({ name: "gemm", slice: [text("gemm_dtype")], keys: [int("m"), int("n"), int("k")], duplicates: "first" }),
  scaleTable("computescale"),
  scaleTable("scale_matrix"),
  table({
    name: "context_attention",
    slice: [text("attn_dtype"), ...ATTENTION_SLICE],
    blockColumns: 2,
    keys: [int("num_heads"), int("isl"), int("batch_size")],
    duplicates: "first"
  }),
  table({
    name: "generation_attention",
    slice: ATTENTION_SLICE,
    blockColumns: 1,
    keys: [int("num_heads"), int("batch_size"), TOTAL_LENGTH],
    duplicates: "first"
  }),
  table({
    name: "encoder_attention",
    slice: [text("attn_dtype"), int("head_dim")],
    keys: [int("num_heads"), int("isl"), int("batch_size")],
    duplicates: "first"
  }),
  table({
    name: "context_mla",
    slice: [text("mla_dtype"), text("kv_cache_dtype")],
    keys: [int("num_heads"), int("isl"), int("batch_size")],
    duplicates: "first"
  }),
  table({
    name: "generation_mla",
    slice: [text("kv_cache_dtype")],
    keys: [int("num_heads"), int("batch_size"), TOTAL_LENGTH],
    duplicates: "first"
  }),
  table({
    name: "mla_bmm",
    slice: [text("bmm_dtype"), text("op_name")],
    keys: [int("num_heads"), int("num_tokens")],
    duplicates: "first"
  }),
  table({
    name: "mla_context_module",
    slice: [text("mla_dtype"), text("kv_cache_dtype"), text("gemm_type")],
    keys: [int("num_heads"), int("isl"), int("batch_size")],
    duplicates: "last"
  }),
  table({
    name: "mla_generation_module",
    slice: [text("mla_dtype"), text("kv_cache_dtype"), text("gemm_type")],
    keys: [int("num_heads"), int("batch_size"), TOTAL_LENGTH],
    duplicates: "last"
  }),
  table({
    name: "dsa_context_module",
    slice: [text("mla_dtype"), text("kv_cache_dtype"), text("gemm_type"), text("architecture"), DSA_BACKEND],
    keys: [int("num_heads"), PREFIX, int("isl"), int("batch_size")],
    duplicates: "lastOfFirstSource"
  }),
  table({
    name: "dsa_generation_module",
    slice: [text("kv_cache_dtype"), text("gemm_type"), text("architecture"), DSA_BACKEND],
    keys: [int("num_heads"), int("batch_size"), TOTAL_LENGTH],
    duplicates: "lastOfFirstSource"
  }),
  table({
    name: "moe",
    slice: [LOW_LATENCY, MOE_MODE, text("distribution"), ...MOE_SHAPE],
    blockColumns: 3,
    keys: MOE_KEYS,
    duplicates: "first"
  }),
  table({
    name: "custom_allreduce",
    slice: [],
    keys: [int("num_gpus"), int("message_size")],
    duplicates: "first",
    drop: isEager
  }),
  wideepMoe("wideep_context_moe"),
  wideepMoe("wideep_generation_moe"),
  wideepMlp("wideep_context_mlp"),
  wideepMlp("wideep_generation_mlp"),
  table({
    name: "wideep_context_mla",
    slice: [text("kernel_source"), text("mla_dtype"), text("kv_cache_dtype")],
    keys: [int("num_heads"), int("isl"), int("batch_size")],
    duplicates: "first"
  }),
  table({
    name: "wideep_generation_mla",
    slice: [text("kernel_source"), text("kv_cache_dtype")],
    keys: [int("num_heads"), int("batch_size"), TOTAL_LENGTH],
    duplicates: "first"
  }),
  table({
    name: "wideep_deepep_ll",
    slice: [],
    keys: [int("node_num"), int("hidden_size"), int("num_topk"), int("num_experts"), int("num_token")],
    values: [sumOfUs("combine_avg_t_us", "dispatch_avg_t_us")],
    duplicates: "first"
  }),
  table({
    name: "wideep_deepep_normal",
    slice: [],
    keys: [
      int("node_num"),
      int("hidden_size"),
      int("num_topk"),
      int("num_experts"),
      int("dispatch_sms"),
      int("num_token")
    ],
    values: [sumOfUs("dispatch_transmit_us", "dispatch_notify_us", "combine_transmit_us", "combine_notify_us")],
    duplicates: "first"
  }),
  table({
    name: "wideep_moe",
    slice: [text("kernel_source"), text("moe_dtype"), text("distribution"), ...MOE_SHAPE],
    blockColumns: 3,
    keys: [int("num_slots"), ...MOE_KEYS],
    duplicates: "last"
  }),
  table({
    name: "trtllm_alltoall",
    slice: [text("kernel_source"), text("op_name"), text("moe_dtype")],
    keys: [ALLTOALL_NODES, int("hidden_size"), int("topk"), int("num_experts"), int("moe_ep_size"), int("num_tokens")],
    duplicates: "last"
  }),
  table({
    name: "mamba2",
    slice: [text("kernel_source"), text("phase")],
    keys: ["d_model", "d_state", "d_conv", "nheads", "head_dim", "n_groups", "chunk_size", "batch_size", "seq_len"].map(
      int
    ),
    duplicates: "first",
    drop: (source, row) => source.text("phase", row) !== "context"
  }),
  table({
    name: "gdn",
    slice: [text("kernel_source"), text("phase")],
    keys: [
      ...["d_model", "num_k_heads", "head_k_dim", "num_v_heads", "head_v_dim", "d_conv", "batch_size"].map(int),
      GDN_LENGTH
    ],
    duplicates: "first"
  }),
  table({
    name: "mhc_module",
    slice: [text("op_name")],
    keys: [int("hc_mult"), int("hidden_size"), int("num_tokens")],
    duplicates: "last"
  }),
  dsv4Context("dsv4_csa_context_module"),
  dsv4Context("dsv4_hca_context_module"),
  dsv4Generation("dsv4_csa_generation_module"),
  dsv4Generation("dsv4_hca_generation_module"),
  dsv4Sparse("dsv4_paged_mqa_logits_module"),
  dsv4Sparse("dsv4_hca_attn_module"),
  dsv4Sparse("dsv4_csa_attn_module"),
  table({
    name: "dsv4_csa_topk_calib",
    slice: [text("score_mode")],
    keys: [int("step"), int("isl"), int("batch_size")],
    duplicates: "last"
  }),
  table({
    name: "dsv4_megamoe_module",
    slice: [
      "phase",
      "kernel_source",
      "kernel_dtype",
      "moe_dtype",
      "pre_dispatch",
      "source_policy",
      "distribution",
      "buffer_policy"
    ].map(text),
    keys: [
      ...[
        "topk",
        "num_experts",
        "num_fused_shared_experts",
        "hidden_size",
        "inter_size",
        "moe_tp_size",
        "moe_ep_size"
      ].map(int),
      int("num_tokens")
    ],
    values: [
      float("latency"),
      float("routed_scaling_factor"),
      ...[
        "global_num_tokens",
        "num_max_tokens_per_rank",
        "effective_num_max_tokens_per_rank",
        "includes_buffer_init"
      ].map(int)
    ],
    duplicates: "first",
    inherits: !1
  })
]), NCCL_TABLE = table({
  name: "nccl",
  slice: [text("nccl_dtype"), text("op_name")],
  keys: [int("num_gpus"), int("message_size")],
  duplicates: "first",
  inherits: !1
}), fileOfTable = (name) => `${name}_perf.parquet`;

// src/perfdb/import/csv.ts
function parseCsv(text2) {
  let rows = [], token = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r?\n|$)/y, row = [];
  for (; token.lastIndex < text2.length; ) {
    let match = token.exec(text2);
    if (match === null) throw new Error("a quoted cell does not end");
    let [, cell = "", end = ""] = match;
    row.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell), end !== "," && (rows.push(row), row = []);
  }
  return row.length > 0 && rows.push([...row, ""]), rows;
}

// src/perfdb/import/facts.ts
var PACKAGE = "aiconfigurator", SYSTEMS = `${PACKAGE}/systems/`, MODEL_CONFIGS = `${PACKAGE}/model_configs/`, MATRIX = `${SYSTEMS}support_matrix/`, FACTS_SOURCE = `${PACKAGE}/sdk/common.py`, invalid = (message) => new RenderError("PERFDB_INVALID", { message }), byName = ([a], [b]) => a < b ? -1 : 1;
async function readText(tree, path) {
  return (await tree.read(path)).toString("utf8");
}
function parsed(path, text2, parse) {
  try {
    return parse(text2);
  } catch (error) {
    throw invalid(`${path} is damaged: ${error instanceof Error ? error.message : String(error)}`);
  }
}
async function readYaml(tree, path) {
  let { parse } = await import("./chunk-HGWHWTJI.mjs");
  return parsed(path, await readText(tree, path), (text2) => parse(text2));
}
async function readSystems(tree) {
  let systems = [];
  for (let path of tree.paths) {
    let name = path.startsWith(SYSTEMS) ? /^([\w-]+)\.yaml$/.exec(path.slice(SYSTEMS.length))?.[1] : void 0;
    if (name === void 0) continue;
    let spec = await readYaml(tree, path);
    isObject(spec) && isObject(spec.gpu) && systems.push([name, spec]);
  }
  return Object.fromEntries(systems.sort(byName));
}
function parsePythonJson(text2) {
  return JSON.parse(
    text2.replace(/"(?:[^"\\]|\\.)*"|-?\bInfinity\b|\bNaN\b/g, (found) => found.startsWith('"') ? found : "null")
  );
}
function pythonTexts(source, name) {
  let found = new RegExp(`^${name}\\b[^=\\n]*=\\s*(?:frozenset\\(\\s*)?[({[]([^)}\\]]*)[)}\\]]`, "m").exec(
    source
  )?.[1];
  if (found === void 0) throw invalid(`${FACTS_SOURCE} has no ${name}`);
  return [...found.matchAll(/"([^"\n]*)"|\*(\w+)/g)].flatMap(
    ([, text2, other]) => other === void 0 ? [text2 ?? ""] : pythonTexts(source, other)
  );
}
async function readModels(tree) {
  let models = /* @__PURE__ */ new Map();
  for (let path of tree.paths.filter((name) => name.startsWith(MODEL_CONFIGS))) {
    let match = /^(.+?)(_hf_quant)?_config\.json$/.exec(path.slice(MODEL_CONFIGS.length));
    if (match === null) continue;
    let [, file = "", quant] = match, id = file.replaceAll("--", "/"), value = parsed(path, await readText(tree, path), parsePythonJson);
    models.set(id, { ...models.get(id), [quant === void 0 ? "config" : "hfQuantConfig"]: value });
  }
  let source = (await readText(tree, FACTS_SOURCE)).replace(/#.*$/gm, ""), pairs = pythonTexts(source, "ARCHITECTURE_TO_MODEL_FAMILY"), families = pairs.flatMap((name, i) => i % 2 === 0 ? [[name, pairs[i + 1] ?? ""]] : []);
  return {
    models: Object.fromEntries([...models].sort(byName)),
    families: Object.fromEntries(families),
    defaultModels: [...new Set(pythonTexts(source, "DefaultHFModels"))].sort()
  };
}
async function readSupport(tree) {
  let statuses = [], models = /* @__PURE__ */ new Map(), places = /* @__PURE__ */ new Map();
  for (let path of tree.paths.filter((name) => name.startsWith(MATRIX) && name.endsWith(".csv"))) {
    let [head = [], ...rows] = parsed(path, await readText(tree, path), parseCsv), column = Object.fromEntries(head.map((name, i) => [name, i]));
    for (let row of rows) {
      let cell = (name) => row[column[name] ?? -1] ?? "", model = JSON.stringify([cell("HuggingFaceID"), cell("Architecture")]), place = JSON.stringify(["System", "Backend", "Version", "Mode"].map(cell));
      models.has(model) || models.set(model, models.size), statuses.includes(cell("Status")) || statuses.push(cell("Status"));
      let grid = places.get(place) ?? /* @__PURE__ */ new Map(), at = models.get(model) ?? 0;
      if (grid.has(at)) throw invalid(`${path} has two rows for ${model} at ${place}`);
      places.set(place, grid.set(at, statuses.indexOf(cell("Status"))));
    }
  }
  let line = (grid) => Array.from({ length: models.size }, (_, i) => grid.get(i) ?? NO_ROW).join("");
  return {
    statuses,
    models: [...models.keys()].map((model) => JSON.parse(model)),
    places: [...places].map(([place, grid]) => [...JSON.parse(place), line(grid)])
  };
}

// src/perfdb/import/merge.ts
function collect(spec, sources, refs) {
  return refs.map(({ source, row }) => {
    let columns = sources[source]?.columns, value = columns === void 0 ? void 0 : spec.from(columns, row);
    if (value === void 0)
      throw new RenderError("PERFDB_INVALID", { message: `row ${row} of source ${source} has no ${spec.name}` });
    return value;
  });
}
function rank(spec, cells) {
  if (spec.type !== "text") return { values: Float64Array.from(cells, Number), texts: void 0 };
  let texts = [...new Set(cells.map(String))].sort(), ranks = new Map(texts.map((value, i) => [value, i]));
  return { values: Float64Array.from(cells, (cell) => ranks.get(String(cell)) ?? -1), texts };
}
var KEEP = {
  first: (run) => run[0] ?? 0,
  last: (run) => run.at(-1) ?? 0,
  lastOfFirstSource: (run, sourceOf) => {
    let first = sourceOf(run[0] ?? 0);
    return run.findLast((row) => sourceOf(row) === first) ?? 0;
  }
};
function survivors(keys, refs, rule) {
  let columns = keys.map(({ values }) => values), compare = (a, b) => {
    for (let column of columns) {
      let difference = (column[a] ?? 0) - (column[b] ?? 0);
      if (difference !== 0) return difference;
    }
    return 0;
  }, order = Uint32Array.from(refs, (_, i) => i).sort((a, b) => compare(a, b) || a - b), kept = [], start = 0;
  for (let i = 1; i <= order.length; i++)
    i < order.length && compare(order[start] ?? 0, order[i] ?? 0) === 0 || (kept.push(KEEP[rule]([...order.subarray(start, i)], (row) => refs[row]?.source ?? 0)), start = i);
  return Uint32Array.from(kept);
}
function compact(spec, values) {
  return spec.type === "int" && values.every((value) => Number.isInteger(value) && Math.abs(value) <= 2147483647) ? Int32Array.from(values) : values;
}
function sliceRuns(slice, kept) {
  let runs = [], same = (a, b) => slice.every(({ values }) => values[a] === values[b]);
  return kept.forEach((row, i) => {
    let previous = kept[i - 1], current = runs.at(-1);
    current !== void 0 && previous !== void 0 && same(previous, row) ? current.rowCount += 1 : runs.push({ key: slice.map(({ values, texts }) => texts?.[values[row] ?? -1] ?? values[row] ?? 0), rowCount: 1 });
  }), runs;
}
var countBySource = (sources, refs) => {
  let counts = sources.map(() => 0);
  for (let { source } of refs) counts[source] = (counts[source] ?? 0) + 1;
  return counts;
};
function mergeTable(spec, sources) {
  let refs = sources.flatMap(
    ({ columns, rows }, source) => rows.filter((row) => !(spec.drop?.(columns, row) ?? !1)).map((row) => ({ source, row }))
  ), slice = spec.slice.map((column) => rank(column, collect(column, sources, refs))), keys = spec.keys.map((column) => rank(column, collect(column, sources, refs))), kept = survivors([...slice, ...keys], refs, spec.duplicates), pick = (values) => Float64Array.from(kept, (row) => values[row] ?? Number.NaN), keyColumns = spec.keys.map((column, i) => ({ column, values: pick(keys[i]?.values ?? new Float64Array()) })), survivorRefs = Array.from(kept, (row) => refs[row] ?? { source: 0, row: 0 }), valueColumns = spec.values.map((column) => ({
    column,
    values: Float64Array.from(collect(column, sources, survivorRefs), Number)
  }));
  return {
    slices: sliceRuns(slice, kept),
    columns: [...keyColumns, ...valueColumns].map(({ column, values }) => ({
      name: column.name,
      values: compact(column, values)
    })),
    kept: countBySource(sources, survivorRefs),
    read: countBySource(sources, refs)
  };
}

// src/perfdb/import/parquet.ts
var MAX_ROWS = 4e6;
function toInteger(value) {
  return typeof value == "bigint" ? Number(value) : typeof value == "number" ? Math.trunc(value) : typeof value == "boolean" ? Number(value) : void 0;
}
function columnsOf(columns, rowCount) {
  let cell = (name, row) => columns.get(name)?.[row];
  return {
    rowCount,
    text: (name, row) => {
      let value = cell(name, row);
      return typeof value == "string" ? value : void 0;
    },
    integer: (name, row) => toInteger(cell(name, row)),
    float: (name, row) => {
      let value = cell(name, row);
      return typeof value == "number" ? value : toInteger(value);
    }
  };
}
async function readParquet(bytes, path) {
  let [{ parquetMetadata, parquetRead }, { compressors }] = await Promise.all([
    import("./chunk-LKSLHWMN.mjs"),
    import("./chunk-J4IKJNZF.mjs")
  ]), file = new Uint8Array(bytes).buffer, parts = /* @__PURE__ */ new Map();
  try {
    let metadata = parquetMetadata(file), rowCount = Number(metadata.num_rows);
    if (!(rowCount <= MAX_ROWS)) throw new Error(`${rowCount} rows`);
    return await parquetRead({
      file,
      metadata,
      compressors,
      onChunk: ({ columnName, columnData, rowStart }) => {
        let column = parts.get(columnName) ?? new Array(rowCount);
        parts.set(columnName, column);
        for (let i = 0; i < columnData.length; i++) column[rowStart + i] = columnData[i];
      }
    }), columnsOf(parts, rowCount);
  } catch (error) {
    throw new RenderError("PERFDB_INVALID", {
      message: `${path} is not a readable Parquet file: ${error instanceof Error ? error.message : String(error)}`
    });
  }
}

// src/perfdb/import/versions.ts
function compareNumbers(a, b) {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    let difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
var PEP440 = /^v?(\d+(?:\.\d+)*)(?:[-_.]?(a|b|rc|alpha|beta|c|pre|preview)[-_.]?(\d*))?(?:[-_.]?(?:post|rev|r)[-_.]?(\d*))?(?:[-_.]?dev[-_.]?(\d*))?$/i, PRE_RANK = { a: 0, alpha: 0, b: 1, beta: 1, c: 2, rc: 2, pre: 2, preview: 2 }, FINAL_RANK = 3;
function pep440Parts(version) {
  let match = PEP440.exec(version);
  if (match === null) return;
  let [, release = "", pre, preNumber, post, dev] = match, preRank = pre !== void 0 ? PRE_RANK[pre.toLowerCase()] ?? 0 : dev !== void 0 && post === void 0 ? -1 : FINAL_RANK;
  return {
    release: release.split(".").map(Number),
    rest: [
      preRank,
      Number(preNumber ?? 0),
      post === void 0 ? -1 : Number(post),
      dev === void 0 ? Number.MAX_SAFE_INTEGER : Number(dev)
    ]
  };
}
function compareNewestFirst(a, b) {
  let left = pep440Parts(a), right = pep440Parts(b);
  return left !== void 0 && right !== void 0 ? compareNumbers(right.release, left.release) || compareNumbers(right.rest, left.rest) : left !== void 0 || right !== void 0 ? left === void 0 ? 1 : -1 : a === b ? 0 : a < b ? 1 : -1;
}
function databaseVersionParts(version) {
  let text2 = version.toLowerCase(), match = /(\d+)\.(\d+)\.(\d+)/.exec(text2) ?? /(\d+)\.(\d+)/.exec(text2);
  if (match === null) {
    let numbers = (text2.match(/\d+/g) ?? []).slice(0, 3).map(Number);
    return numbers.length > 0 ? numbers : [0, 0, 0, -1];
  }
  let rc = /rc(\d+)/.exec(text2)?.[1], suffix = text2.slice(match.index + match[0].length).match(/\d+/g), isFinal = !text2.includes("rc");
  return [
    Number(match[1]),
    Number(match[2]),
    Number(match[3] ?? 0),
    isFinal ? 1 : 0,
    Number(rc ?? 0),
    Number(suffix?.at(-1) ?? 0)
  ];
}
function latestDatabaseVersion(versions) {
  return versions.reduce(
    (best, version) => best === void 0 || compareNumbers(databaseVersionParts(version), databaseVersionParts(best)) > 0 ? version : best,
    void 0
  );
}

// src/perfdb/import/sources.ts
var METADATA_FILES = ["INCOMPLETE.txt", "SHARED_LAYER_REUSE.txt"];
function parseReuse(manifest) {
  return (isObject(manifest) && Array.isArray(manifest.groups) ? manifest.groups : []).flatMap((group) => {
    if (!isObject(group) || group.tier !== "shared" && group.tier !== "shared_fallback") return [];
    let { op_file: file, kernel_source: kernel, frameworks } = group;
    return typeof file != "string" || typeof kernel != "string" || kernel === "" || !Array.isArray(frameworks) ? [] : [
      {
        file: file.replace(/\.txt$/, ".parquet"),
        kernel,
        frameworks: frameworks.map((name) => String(name).toLowerCase())
      }
    ];
  });
}
function dataFolder(paths, prefix) {
  let folder = /* @__PURE__ */ new Map();
  for (let path of paths) {
    if (!path.startsWith(prefix)) continue;
    let [framework, version, file, ...deeper] = path.slice(prefix.length).split("/");
    if (framework === void 0 || version === void 0 || file === void 0 || deeper.length > 0) continue;
    let versions = folder.get(framework) ?? /* @__PURE__ */ new Map();
    folder.set(framework, versions.set(version, [...versions.get(version) ?? [], file]));
  }
  return folder;
}
function defaultVersion(folder, backend) {
  let measured = [...folder.get(backend) ?? []].filter(([version, files]) => !version.startsWith(".") && !files.includes("INCOMPLETE.txt")).filter(([, files]) => files.some((file) => !file.startsWith(".") && !METADATA_FILES.includes(file))).map(([version]) => version);
  return latestDatabaseVersion(measured);
}
function reusableKernels(reuse, file, backend) {
  let kernels = /* @__PURE__ */ new Map();
  for (let entry of reuse)
    if (!(entry.file !== file || !entry.frameworks.includes(backend)))
      for (let framework of entry.frameworks)
        kernels.set(framework, (kernels.get(framework) ?? /* @__PURE__ */ new Set()).add(entry.kernel));
  return kernels;
}
function tableSources(options) {
  let { spec, folder, prefix, backend, version, reuse } = options, file = fileOfTable(spec.name), source = (framework, of, kernels2) => (folder.get(framework)?.get(of) ?? []).includes(file) ? [{ path: `${prefix}${framework}/${of}/${file}`, framework, version: of, kernels: kernels2 }] : [], own = source(backend, version, void 0);
  if (!spec.inherits) return own;
  let kernels = reusableKernels(reuse, file, backend), others = [...kernels.keys()].filter((framework) => framework !== backend).sort(), inherited = [backend, ...others].flatMap(
    (framework) => [...folder.get(framework)?.keys() ?? []].filter((of) => !of.startsWith("_") && !(framework === backend && of === version)).sort(compareNewestFirst).flatMap((of) => source(framework, of, kernels.get(framework) ?? /* @__PURE__ */ new Set()))
  );
  return [...own, ...kernels.size > 0 ? inherited : []];
}

// src/perfdb/import/tree.ts
import { lstatSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join, resolve, sep } from "node:path";
var MAX_FILE_BYTES = 64 * 1024 * 1024, MAX_TOTAL_BYTES = 1024 * 1024 * 1024, MAX_FILES = 2e4, WANTED = /^(?:aiconfigurator\/(?:systems\/|model_configs\/|sdk\/common\.py$)|aiconfigurator-[^/]+\.dist-info\/METADATA$)/, invalid2 = (message) => new RenderError("PERFDB_INVALID", { message }), notFound = (path) => new RenderError("INPUT_NOT_FOUND", {
  message: `no aiconfigurator release at ${path}`,
  hint: "name the wheel (.whl), the installed package folder, or its systems folder"
});
function budget() {
  let files = 0, total = 0;
  return (name, bytes) => {
    if (files += 1, total += bytes, bytes > MAX_FILE_BYTES || total > MAX_TOTAL_BYTES || files > MAX_FILES)
      throw invalid2(`the release is larger than any known one (at ${name})`);
  };
}
var isSafe = (name) => !name.startsWith("/") && !name.includes("\\") && !name.includes("\0") && !name.split("/").includes("..");
function walk(root, relative) {
  return readdirSync(join(root, relative), { withFileTypes: !0 }).sort((a, b) => a.name < b.name ? -1 : 1).flatMap((entry) => {
    let path = `${relative}/${entry.name}`;
    return entry.isDirectory() ? walk(root, path) : entry.isFile() ? [path] : [];
  });
}
function folderOfPackage(path) {
  let folder = resolve(path), parent = dirname(folder);
  if (basename(folder) === "aiconfigurator") return parent;
  if (basename(folder) === "systems" && basename(parent) === "aiconfigurator") return dirname(parent);
  if (statSync(join(folder, "aiconfigurator"), { throwIfNoEntry: !1 })?.isDirectory()) return folder;
  throw notFound(path);
}
function openFolder(path) {
  let root = folderOfPackage(path), infos = readdirSync(root).filter((name) => WANTED.test(`${name}/METADATA`)), found = [...walk(root, "aiconfigurator"), ...infos.map((name) => `${name}/METADATA`)].filter(
    (name) => WANTED.test(name)
  ), check = budget();
  for (let name of found) check(name, lstatSync(join(root, name)).size);
  let known = new Set(found);
  return {
    paths: found.sort(),
    read: async (name) => {
      if (!known.has(name)) throw invalid2(`the release has no ${name}`);
      return readFileSync(join(root, name.split("/").join(sep)));
    },
    close: () => {
    }
  };
}
async function readEntries(zip) {
  let check = budget(), entries = /* @__PURE__ */ new Map();
  for await (let entry of zip.eachEntry()) {
    let name = entry.fileName;
    if (!isSafe(name)) throw invalid2(`the archive has an unsafe file name: ${JSON.stringify(name)}`);
    !WANTED.test(name) || name.endsWith("/") || (check(name, entry.uncompressedSize), entries.set(name, entry));
  }
  return entries;
}
async function guarded(path, work) {
  try {
    return await work();
  } catch (error) {
    throw error instanceof RenderError ? error : invalid2(`${path} is not a readable wheel: ${error instanceof Error ? error.message : String(error)}`);
  }
}
async function openArchive(path) {
  let zip = await (await import("./chunk-TDJN2PML.mjs")).openPromise(path, { lazyEntries: !0, autoClose: !1, decodeStrings: !0 }), entries = await readEntries(zip).catch((error) => {
    throw zip.close(), error;
  });
  return {
    paths: [...entries.keys()].sort(),
    read: (name) => guarded(path, async () => {
      let entry = entries.get(name);
      if (entry === void 0) throw invalid2(`the release has no ${name}`);
      let chunks = [];
      for await (let chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk);
      return Buffer.concat(chunks);
    }),
    close: () => zip.close()
  };
}
async function openRelease(path) {
  let found = statSync(path, { throwIfNoEntry: !1 });
  if (found === void 0) throw notFound(path);
  return found.isDirectory() ? openFolder(path) : guarded(path, () => openArchive(path));
}

// src/perfdb/import/write-pack.ts
import { createHash } from "node:crypto";
import { brotliCompressSync, constants } from "node:zlib";

// src/perfdb/import/encode.ts
var DIVISORS = [
  [1, 1],
  [3, 1],
  [5, 1],
  [3, 3],
  [5, 3],
  [3, 5],
  [5, 5],
  [7, 1],
  [9, 1],
  [15, 1],
  [25, 1]
], REPEATS = [1, 2, 4, 8], ROUNDED_DIGITS = [0, 16], DECIMALS = [3, 4, 5, 6, 7, 8, 9, 10], CANDIDATES = [
  ...ROUNDED_DIGITS.flatMap((digits) => REPEATS.flatMap((p) => DIVISORS.map(([a, b]) => ({ p, a, b, digits })))),
  ...DECIMALS.map((a) => ({ p: 0, a, b: 1, digits: 0 }))
], SAMPLE_ROWS = 600, MAX_SCALES = 16, MAX_TICKS = 2 ** 47, COARSEST_STEP = 65536, isSame = (a, b) => Object.is(a, b) && !Number.isNaN(a);
function shuffle(bytes, width) {
  let out = new Uint8Array(bytes.length), count = bytes.length / width;
  for (let plane = 0; plane < width; plane++)
    for (let i = 0; i < count; i++) out[plane * count + i] = bytes[i * width + plane] ?? 0;
  return out;
}
var bytesOf = (array) => new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
function encodeInts(column) {
  let distinct = Int32Array.from(new Set(column)).sort();
  if (distinct.length > 65536 || distinct.length * 2 > column.length + 16) {
    let deltas = Int32Array.from(column, (value, i) => value - (i === 0 ? 0 : column[i - 1] ?? 0));
    return { tag: ENCODING.shuffledDeltas, body: shuffle(bytesOf(deltas), 4) };
  }
  let rank2 = new Map(Array.from(distinct, (value, i) => [value, i])), codes = Uint16Array.from(column, (value) => rank2.get(value) ?? 0), isWide = distinct.length > 256, planes = isWide ? shuffle(bytesOf(codes), 2) : Uint8Array.from(codes), body = Buffer.concat([bytesOf(Int32Array.of(distinct.length)), bytesOf(distinct), planes]);
  return { tag: isWide ? ENCODING.dictionary16 : ENCODING.dictionary8, body };
}
function ticksOf(value, scale) {
  let { p, a, b } = scale, ticks = Math.round(p === 0 ? value * powerOfTen(a) : Math.fround(value * p * a * b) * 1e6);
  return ticks >= 0 && !Object.is(ticks, -0) && ticks < MAX_TICKS && isSame(measuredValue(ticks, scale), value) ? ticks : void 0;
}
function coarsen(ticks, value, scale) {
  for (let step = scale.p === 0 ? 1 : COARSEST_STEP; step > 1; step /= 2) {
    let coarse = Math.round(ticks / step) * step;
    if (isSame(measuredValue(coarse, scale), value)) return coarse;
  }
  return ticks;
}
function chooseScales(column) {
  let stride = Math.max(1, Math.floor(column.length / SAMPLE_ROWS)), rest = column.filter((_, i) => i % stride === 0), worthwhile = Math.max(1, Math.floor(rest.length / 100)), chosen = [];
  for (; chosen.length < MAX_SCALES && rest.length > 0; ) {
    let unexplained = CANDIDATES.map((scale2) => rest.filter((value) => ticksOf(value, scale2) === void 0)), fewest = Math.min(...unexplained.map(({ length }) => length)), best = unexplained.findIndex(({ length }) => length === fewest), scale = CANDIDATES[best];
    if (scale === void 0 || rest.length - fewest < worthwhile) break;
    chosen.push(scale), rest = unexplained[best] ?? rest;
  }
  return chosen;
}
function tickPlanes(ticks) {
  let largest = ticks.reduce((most, value) => Math.max(most, value), 0), width = Math.max(1, Math.ceil(Math.log2(largest + 1) / 8)), planes = new Uint8Array(ticks.length * width);
  return ticks.forEach((value, i) => {
    for (let plane = 0, left = value; plane < width; plane++, left = Math.floor(left / 256))
      planes[plane * ticks.length + i] = left % 256;
  }), { width, planes };
}
function encodeTimings(column, scales) {
  let codes = new Uint8Array(column.length).fill(EXCEPTION_CODE), ticks = new Float64Array(column.length);
  column.forEach((value, i) => {
    let code = scales.findIndex((scale2) => ticksOf(value, scale2) !== void 0), scale = scales[code];
    scale !== void 0 && (codes[i] = code, ticks[i] = coarsen(ticksOf(value, scale) ?? 0, value, scale));
  });
  let exceptions = column.filter((_, i) => codes[i] === EXCEPTION_CODE), { width, planes } = tickPlanes(ticks), head = Buffer.alloc(TIMINGS_HEAD_BYTES + scales.length * SCALE_BYTES);
  return head.writeUInt8(scales.length, 0), head.writeUInt8(width, 1), head.writeUInt32LE(exceptions.length, 2), scales.forEach(({ p, a, b, digits }, i) => {
    head.set([p, a, b, digits], TIMINGS_HEAD_BYTES + i * SCALE_BYTES);
  }), { tag: ENCODING.timings, body: Buffer.concat([head, codes, planes, shuffle(bytesOf(exceptions), 8)]) };
}
function encodeFloats(column) {
  let scales = chooseScales(column);
  return scales.length === 0 ? { tag: ENCODING.shuffledFloats, body: shuffle(bytesOf(column), 8) } : encodeTimings(column, scales);
}
function encodeColumns(columns) {
  let parts = columns.flatMap((column) => {
    let { tag, body } = column instanceof Int32Array ? encodeInts(column) : encodeFloats(column), head = Buffer.alloc(TAG_BYTES);
    return head.writeUInt8(tag, 0), head.writeUInt32LE(body.length, 1), [head, body];
  });
  return Buffer.concat(parts);
}

// src/perfdb/import/write-pack.ts
function compress(bytes, quality) {
  return brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length
    }
  });
}
function hashTable(columns, slices) {
  let hash = createHash("sha256");
  for (let { key, rowCount } of slices) hash.update(`${JSON.stringify(key)} ${rowCount}
`);
  for (let { name, values } of columns)
    hash.update(`${name} ${values instanceof Int32Array ? "int32" : "float64"}
`), hash.update(new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
  return hash.digest("hex");
}
function blocksOf(table2) {
  let groups = /* @__PURE__ */ new Map();
  for (let slice of table2.merged.slices) {
    let id = JSON.stringify(slice.key.slice(0, table2.blockColumns)), group = groups.get(id) ?? { slices: [], rowCount: 0 };
    group.slices.push(slice), group.rowCount += slice.rowCount, groups.set(id, group);
  }
  return [...groups.values()];
}
function encodeTable(table2, offset, quality) {
  let blocks = [], slices = [], blobs = [], row = 0, at = offset;
  for (let group of blocksOf(table2)) {
    let columns2 = table2.merged.columns.map(({ values }) => values.slice(row, row + group.rowCount)), raw = encodeColumns(columns2), blob = compress(raw, quality), start = 0;
    for (let slice of group.slices)
      slices.push({ key: slice.key, block: blocks.length, start, rowCount: slice.rowCount }), start += slice.rowCount;
    blocks.push({ offset: at, length: blob.length, rawLength: raw.length, rowCount: group.rowCount }), blobs.push(blob), row += group.rowCount, at += blob.length;
  }
  let columns = table2.merged.columns.map(
    ({ name, values }) => ({ name, type: values instanceof Int32Array ? "int32" : "float64" })
  );
  return { header: { name: table2.name, sliceColumns: table2.sliceColumns, columns, blocks, slices }, blobs };
}
function encodePack(identity, tables, quality) {
  let headers = [], blobs = [], offset = 0;
  for (let table2 of tables) {
    let encoded = encodeTable(table2, offset, quality);
    headers.push(encoded.header), blobs.push(...encoded.blobs), offset += encoded.blobs.reduce((sum, blob) => sum + blob.length, 0);
  }
  let json = headerJson({ ...identity, tables: headers }), raw = Buffer.from(JSON.stringify(json), "utf8"), header = compress(raw, 11), preamble = Buffer.alloc(PREAMBLE_BYTES);
  return preamble.write(PACK_MAGIC, 0, "latin1"), preamble.writeUInt32LE(PACK_FORMAT, PACK_MAGIC.length), preamble.writeUInt32LE(header.length, PACK_MAGIC.length + 4), preamble.writeUInt32LE(raw.length, PACK_MAGIC.length + 8), Buffer.concat([preamble, header, ...blobs]);
}

// src/perfdb/import/import-release.ts
async function loadSource(tree, source) {
  let columns = await readParquet(await tree.read(source.path), source.path), rows = Array.from({ length: columns.rowCount }, (_, row) => row), { kernels } = source;
  return {
    columns,
    rows: kernels === void 0 ? rows : rows.filter((row) => kernels.has(columns.text("kernel_source", row) ?? ""))
  };
}
async function makeTable(release, target, spec) {
  let sources = tableSources({ ...target, spec, reuse: release.reuse });
  if (sources.length === 0) return;
  let loaded = [];
  for (let source of sources) loaded.push(await loadSource(release.tree, source));
  let merged = mergeTable(spec, loaded), rows = merged.kept.reduce((sum, count) => sum + count, 0), entry = {
    name: spec.name,
    rows,
    hidden: merged.read.reduce((sum, count) => sum + count, 0) - rows,
    sha256: hashTable(merged.columns, merged.slices),
    sources: sources.map(({ framework, version }, i) => ({
      framework,
      version,
      read: merged.read[i] ?? 0,
      kept: merged.kept[i] ?? 0
    }))
  }, sliceColumns = spec.slice.map(({ name }) => name);
  return { named: { name: spec.name, sliceColumns, blockColumns: spec.blockColumns, merged }, entry };
}
async function makePack(release, target, folder, quality) {
  let made = [];
  for (let spec of target.specs) {
    let result = await makeTable(release, target, spec);
    result !== void 0 && made.push(result);
  }
  if (made.length === 0) return;
  let { system, backend, version } = target, file = `${system}/${backend}-${version}.pack`;
  return mkdirSync(join2(folder, system), { recursive: !0 }), writeFileSync(
    join2(folder, file),
    encodePack(
      { system, backend, version },
      made.map(({ named }) => named),
      quality
    )
  ), { file, system, backend, version, tables: made.map(({ entry }) => entry) };
}
function targetsOf(tree, spec, dataDir) {
  let prefix = `${SYSTEMS}${dataDir}/`, folder = dataFolder(tree.paths, prefix), backends = BACKENDS.flatMap((backend) => {
    let version = defaultVersion(folder, backend);
    return version === void 0 ? [] : [{ system: spec.name, backend, version, specs: TABLES, folder, prefix }];
  }), nccl = {
    system: spec.name,
    backend: "nccl",
    version: spec.ncclVersion ?? "",
    specs: [NCCL_TABLE],
    folder,
    prefix
  };
  return backends.length === 0 ? [] : [...backends, nccl];
}
function targets(tree, systems, wanted) {
  return Object.entries(systems).flatMap(([name, value]) => {
    let spec = parseSystem(name, value), dataDir = isObject(value) ? value.data_dir : void 0;
    return spec.onecclVersion !== void 0 || typeof dataDir != "string" ? [] : wanted === void 0 || wanted.includes(name) ? targetsOf(tree, spec, dataDir) : [];
  });
}
async function releaseVersion(tree, given) {
  let path = tree.paths.find((name) => name.endsWith(".dist-info/METADATA")), text2 = path === void 0 ? "" : (await tree.read(path)).toString("utf8"), version = given ?? /^Version: (\S+)$/m.exec(text2)?.[1];
  if (version === void 0)
    throw new RenderError("PERFDB_INVALID", { message: "the release does not name its version" });
  return version;
}
async function writeAll(tree, folder, options) {
  let reuse = parseReuse(await readYaml(tree, `${SYSTEMS}op_kernel_source_manifest.yaml`)), release = { tree, name: `aiconfigurator ${options.release}`, reuse }, systems = await readSystems(tree), packs = [];
  for (let target of targets(tree, systems, options.systems)) {
    options.onPack?.(`${target.system}/${target.backend}-${target.version}.pack`);
    let entry = await makePack(release, target, folder, options.quality ?? 11);
    entry !== void 0 && packs.push(entry);
  }
  let hash = createHash2("sha256");
  for (let { file, tables } of packs)
    for (let { name, sha256 } of tables) hash.update(`${file} ${name} ${sha256}
`);
  let facts = {
    "systems.json": systems,
    "models.json": await readModels(tree),
    "support.json": await readSupport(tree)
  };
  for (let [name, value] of Object.entries(facts)) writeJson(join2(folder, name), value);
  let names = [...Object.keys(facts), ...packs.map(({ file }) => file)], files = Object.fromEntries(names.map((name) => [name, hashOf(readFileSync2(join2(folder, name)))])), index = { format: PACK_FORMAT, release: release.name, sha256: hash.digest("hex"), files, packs };
  return writeJson(join2(folder, "index.json"), index), index;
}
function writeJson(path, value) {
  writeFileSync(path, `${JSON.stringify(value)}
`);
}
function replaceFolder(made, target) {
  let old = `${made}.old`, exists = statSync2(target, { throwIfNoEntry: !1 }) !== void 0;
  exists && renameSync(target, old);
  try {
    renameSync(made, target);
  } catch (error) {
    throw exists && renameSync(old, target), error;
  }
  rmSync(old, { recursive: !0, force: !0 });
}
function folderBytes(folder, index) {
  return [...index.packs.map(({ file }) => file), "systems.json", "models.json", "support.json", "index.json"].reduce((sum, file) => sum + statSync2(join2(folder, file)).size, 0);
}
async function importRelease(source, placeOf, options = {}) {
  let tree = await openRelease(source);
  try {
    let version = await releaseVersion(tree, options.release);
    return { version, ...await importInto(resolve2(placeOf(version)), tree, { ...options, release: version }) };
  } finally {
    tree.close();
  }
}
async function importInto(target, tree, options) {
  mkdirSync(dirname2(target), { recursive: !0 });
  let folder = mkdtempSync(join2(dirname2(target), ".perfdb-import-"));
  chmodSync(folder, 493);
  try {
    let index = await writeAll(tree, folder, options), bytes = folderBytes(folder, index);
    return replaceFolder(folder, target), { index, bytes };
  } finally {
    rmSync(folder, { recursive: !0, force: !0 });
  }
}
export {
  importRelease
};
