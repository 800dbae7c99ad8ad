import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  NO_ROW,
  parseSystem
} from "./chunk-4TU5AFKM.mjs";
import {
  BACKENDS,
  ENCODING,
  EXCEPTION_CODE,
  PACK_FORMAT,
  PACK_MAGIC,
  PREAMBLE_BYTES,
  SCALE_BYTES,
  TAG_BYTES,
  TIMINGS_HEAD_BYTES,
  hashOf,
  headerJson,
  measuredValue,
  powerOfTen
} from "./chunk-RDNXMUIG.mjs";
import {
  isObject
} from "./chunk-4FEZFIKB.mjs";
import {
  RenderError
} from "./chunk-LYM26J3H.mjs";
import "./chunk-PHXOIUUE.mjs";

// src/perfdb/import/import-release.ts
import { createHash as createHash2 } from "node:crypto";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync as readFileSync2, renameSync, rmSync, statSync as statSync2, writeFileSync } from "node:fs";
import { dirname as dirname2, join as join2, resolve as resolve2 } from "node:path";

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
function compressed(bytes, quality) {
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
function blocksOf({ sliceColumns, block, merged }) {
  let places = block.map((name) => sliceColumns.indexOf(name)), groups = /* @__PURE__ */ new Map(), start = 0;
  for (let slice of merged.slices) {
    let id = JSON.stringify(places.map((place) => slice.key[place])), group = groups.get(id) ?? [];
    groups.set(id, group), group.push({ ...slice, start }), start += slice.rowCount;
  }
  return [...groups.values()];
}
function gather(values, runs) {
  let rowCount = runs.reduce((sum, run) => sum + run.rowCount, 0), column = values instanceof Int32Array ? new Int32Array(rowCount) : new Float64Array(rowCount), at = 0;
  for (let { start, rowCount: length } of runs)
    column.set(values.subarray(start, start + length), at), at += length;
  return column;
}
function encodeTable(table2, offset, quality) {
  let blocks = [], slices = /* @__PURE__ */ new Map(), blobs = [], at = offset;
  for (let runs of blocksOf(table2)) {
    let raw = encodeColumns(table2.merged.columns.map(({ values }) => gather(values, runs))), blob = compressed(raw, quality), rowCount = 0;
    for (let run of runs)
      slices.set(run.start, { key: run.key, block: blocks.length, start: rowCount, rowCount: run.rowCount }), rowCount += run.rowCount;
    blocks.push({ offset: at, length: blob.length, rawLength: raw.length, rowCount }), blobs.push(blob), at += blob.length;
  }
  let columns = table2.merged.columns.map(
    ({ name: name2, values }) => ({ name: name2, type: values instanceof Int32Array ? "int32" : "float64" })
  ), inOrder = [...slices].sort(([a], [b]) => a - b).map(([, slice]) => slice), { name, sliceColumns, lanes } = table2;
  return { header: { name, sliceColumns, columns, lanes, blocks, slices: inOrder }, blobs };
}
function encodePack(identity, tables, quality) {
  let headers = [], blobs = [], offset = 0;
  for (let table2 of tables) {
    let encoded = encodeTable(table2, offset, quality);
    headers.push(encoded.header), blobs.push(...encoded.blobs), offset += encoded.blobs.reduce((sum, blob) => sum + blob.length, 0);
  }
  let json = headerJson({ ...identity, tables: headers }), raw = Buffer.from(JSON.stringify(json), "utf8"), header = compressed(raw, 11), preamble = Buffer.alloc(PREAMBLE_BYTES);
  return preamble.write(PACK_MAGIC, 0, "latin1"), preamble.writeUInt32LE(PACK_FORMAT, PACK_MAGIC.length), preamble.writeUInt32LE(header.length, PACK_MAGIC.length + 4), preamble.writeUInt32LE(raw.length, PACK_MAGIC.length + 8), Buffer.concat([preamble, header, ...blobs]);
}

// src/perfdb/import/facts.ts
var systemsFolder = ({ package: name }) => `${name}/systems/`, FACTS_SOURCE = "sdk/common.py", invalid = (message) => new RenderError("PERFDB_INVALID", { message }), byName = ([a], [b]) => a < b ? -1 : 1;
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
  let { parse } = await import("./chunk-PWTSOWEQ.mjs");
  return parsed(path, await readText(tree, path), (text2) => parse(text2));
}
async function readSystems(tree, layout) {
  let folder = systemsFolder(layout), systems = [];
  for (let path of tree.paths) {
    let name = path.startsWith(folder) ? /^([\w-]+)\.yaml$/.exec(path.slice(folder.length))?.[1] : void 0;
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
async function readModels(tree, layout) {
  let folder = `${layout.package}/model_configs/`, models = /* @__PURE__ */ new Map(), files = /* @__PURE__ */ new Map();
  for (let path of tree.paths.filter((name) => name.startsWith(folder))) {
    let match = /^(.+?)(_hf_quant)?_config\.json$/.exec(path.slice(folder.length));
    if (match === null) continue;
    let [, file = "", quant] = match, id = file.replaceAll("--", "/"), name = quant === void 0 ? "config" : "hfQuantConfig", text2 = JSON.stringify(parsed(path, await readText(tree, path), parsePythonJson)), isLong = text2.length > layout.longestInlineConfig, place = `models/${file}.${name}.json.br`;
    isLong && files.set(place, compressed(Buffer.from(text2, "utf8"), 11)), models.set(id, { ...models.get(id), [name]: isLong ? { file: place } : JSON.parse(text2) });
  }
  let source = (await readText(tree, `${layout.package}/${FACTS_SOURCE}`)).replace(/#.*$/gm, ""), pairs = pythonTexts(source, "ARCHITECTURE_TO_MODEL_FAMILY"), families = pairs.flatMap((name, i) => i % 2 === 0 ? [[name, pairs[i + 1] ?? ""]] : []);
  return { value: {
    models: Object.fromEntries([...models].sort(byName)),
    families: Object.fromEntries(families),
    defaultModels: [...new Set(pythonTexts(source, "DefaultHFModels"))].sort()
  }, files };
}
function statusOf(cell, hasSource) {
  let [status, source] = [cell("Status"), cell("Source")];
  return status === "PASS" && hasSource && source !== "silicon" ? `PASS of ${source || "nothing"}` : status;
}
async function readSupport(tree, layout) {
  let folder = `${systemsFolder(layout)}support_matrix/`, statuses = [], models = /* @__PURE__ */ new Map(), places = /* @__PURE__ */ new Map();
  for (let path of tree.paths.filter((name) => name.startsWith(folder) && name.endsWith(".csv"))) {
    let [head = [], ...rows] = parsed(path, await readText(tree, path), parseCsv), column = Object.fromEntries(head.map((name, i) => [name, i]));
    for (let row of rows) {
      let cell = (name) => row[column[name] ?? -1] ?? "", model = JSON.stringify([cell("HuggingFaceID"), cell("Architecture")]), place = JSON.stringify(["System", "Backend", "Version", "Mode"].map(cell));
      models.has(model) || models.set(model, models.size);
      let status = statusOf(cell, head.includes("Source"));
      statuses.includes(status) || statuses.push(status);
      let grid = places.get(place) ?? /* @__PURE__ */ new Map(), at = models.get(model) ?? 0;
      if (grid.has(at)) throw invalid(`${path} has two rows for ${model} at ${place}`);
      places.set(place, grid.set(at, statuses.indexOf(status)));
    }
  }
  let line = (grid) => Array.from({ length: models.size }, (_, i) => grid.get(i) ?? NO_ROW).join("");
  return {
    statuses,
    models: [...models.keys()].map((model) => JSON.parse(model)),
    places: [...places].map(([place, grid]) => [...JSON.parse(place), line(grid)])
  };
}

// src/perfdb/import/finish.ts
function runsOf({ slices }) {
  let start = 0;
  return slices.map((slice) => {
    let run = { ...slice, start };
    return start += slice.rowCount, run;
  });
}
function asRead({ origins }, { start, rowCount }) {
  return Array.from({ length: rowCount }, (_, i) => start + i).sort(
    (a, b) => (origins[a]?.readBefore ?? 0) - (origins[b]?.readBefore ?? 0)
  );
}
var columnOf = ({ columns }, name) => columns.find((column) => column.name === name)?.values ?? new Int32Array();
function keyedRow(spec, merged, key, row) {
  let cell = (name) => {
    let at = spec.slice.findIndex((column) => column.name === name);
    return at === -1 ? columnOf(merged, name)[row] : key[at];
  };
  return { text: (name) => String(cell(name)), number: (name) => Number(cell(name)) };
}
function raised(spec, merged, system) {
  let { floorMs } = spec;
  if (floorMs === void 0) return merged;
  let latency = Float64Array.from(columnOf(merged, "latency"));
  for (let run of runsOf(merged))
    for (let row = run.start; row < run.start + run.rowCount; row++) {
      let floor = floorMs(keyedRow(spec, merged, run.key, row), system);
      floor !== void 0 && floor > (latency[row] ?? 0) && (latency[row] = floor);
    }
  let columns = merged.columns.map(
    (column) => column.name === "latency" ? { name: column.name, values: latency } : column
  );
  return { ...merged, columns };
}
var newLevel = () => ({ below: /* @__PURE__ */ new Map(), rows: [] });
function walked(rows, levels) {
  let root = newLevel();
  for (let row of rows) {
    let level = root;
    for (let column of levels) {
      let value = column[row] ?? 0, next = level.below.get(value) ?? newLevel();
      level.below.set(value, next), level = next;
    }
    level.rows.push(row);
  }
  let flat = (level) => [...level.rows, ...[...level.below.values()].flatMap(flat)];
  return flat(root);
}
function numbered(spec, merged) {
  let { ordinal } = spec;
  if (ordinal === void 0) return merged;
  let levels = ordinal.levels.map((name) => columnOf(merged, name)), named = ordinal.of.map((name) => columnOf(merged, name)), values = new Int32Array(merged.origins.length);
  for (let run of runsOf(merged)) {
    let numbers = /* @__PURE__ */ new Map();
    for (let row of walked(asRead(merged, run), levels)) {
      let id = named.map((column) => column[row]).join(" "), number = numbers.get(id) ?? numbers.size;
      numbers.set(id, number), values[row] = number;
    }
  }
  return { ...merged, columns: [...merged.columns, { name: ordinal.name, values }] };
}
function finished(spec, merged, system) {
  return numbered(spec, raised(spec, merged, system));
}
function sumByLane(runs, rowsOf) {
  let sums = /* @__PURE__ */ new Map();
  for (let run of runs.toSorted((a, b) => a.firstRead - b.firstRead)) {
    let { slices, rows } = sums.get(run.lane) ?? { slices: 0, rows: 0 };
    rowsOf(run) > 0 && sums.set(run.lane, { slices: slices + 1, rows: rows + rowsOf(run) });
  }
  return sums;
}
function laneCoverage(merged, column, isOwn) {
  let runs = runsOf(merged).map(({ key, start, rowCount }) => {
    let origins = merged.origins.slice(start, start + rowCount);
    return {
      lane: String(key[column]),
      firstRead: origins.reduce((least, { readBefore }) => Math.min(least, readBefore), Number.POSITIVE_INFINITY),
      ownRows: origins.filter(({ source }) => isOwn(source)).length,
      rows: rowCount
    };
  });
  return { own: sumByLane(runs, ({ ownRows }) => ownRows), all: sumByLane(runs, ({ rows }) => rows) };
}

// src/perfdb/import/tables/columns.ts
function selected(source, picks) {
  let cell = (name, row) => picks[row]?.cells[name], ofType = (own, read, row) => own ?? read(picks[row]?.row ?? -1);
  return {
    rowCount: picks.length,
    text: (name, row) => ofType(textOf(cell(name, row)), (of) => source.text(name, of), row),
    integer: (name, row) => ofType(numberOf(cell(name, row)), (of) => source.integer(name, of), row),
    float: (name, row) => ofType(numberOf(cell(name, row)), (of) => source.float(name, of), row)
  };
}
var textOf = (cell) => typeof cell == "string" ? cell : void 0, numberOf = (cell) => typeof cell == "number" ? cell : void 0, text = (name) => ({
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

// src/perfdb/import/tables/spec.ts
var table = (spec) => Object.freeze({
  parts: [{ file: spec.name }],
  partOrder: "byFile",
  block: spec.slice.map(({ name }) => name),
  inherits: "everything",
  values: LATENCY,
  ...spec
}), fileNameOf = (part) => `${part}_perf.parquet`;

// src/perfdb/import/tables/shared.ts
var CONTEXT_KEYS = [int("num_heads"), int("isl"), int("batch_size")], GENERATION_KEYS = [int("num_heads"), int("batch_size"), TOTAL_LENGTH], MOE_SHAPE = [int("topk"), int("num_experts"), int("hidden_size"), int("inter_size")], MOE_KEYS = [int("moe_tp_size"), int("moe_ep_size"), int("num_tokens")], scaleTable = (name) => table({ name, slice: [text("quant_dtype")], keys: [int("m"), int("k")], duplicates: "first" });

// src/perfdb/import/tables/t0-10.ts
var DSV4_SPARSE_KEYS = [int("num_heads"), int("tp_size"), int("step"), int("isl"), int("batch_size")], wideepMoe = (name) => table({
  name,
  slice: [text("moe_dtype"), text("distribution"), ...MOE_SHAPE],
  block: ["moe_dtype", "distribution"],
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
}), dsv4Sparse = (name) => table({ name, slice: [], keys: DSV4_SPARSE_KEYS, duplicates: "last" }), ATTENTION_SLICE = [text("kv_cache_dtype"), KV_HEADS, int("head_dim"), WINDOW], TABLES_0_10 = Object.freeze([
  table({ name: "gemm", slice: [text("gemm_dtype")], keys: [int("m"), int("n"), int("k")], duplicates: "first" }),
  scaleTable("computescale"),
  scaleTable("scale_matrix"),
  table({
    name: "context_attention",
    slice: [text("attn_dtype"), ...ATTENTION_SLICE],
    block: ["attn_dtype", "kv_cache_dtype"],
    keys: CONTEXT_KEYS,
    duplicates: "first"
  }),
  table({
    name: "generation_attention",
    slice: ATTENTION_SLICE,
    block: ["kv_cache_dtype"],
    keys: GENERATION_KEYS,
    duplicates: "first"
  }),
  table({
    name: "encoder_attention",
    slice: [text("attn_dtype"), int("head_dim")],
    keys: CONTEXT_KEYS,
    duplicates: "first"
  }),
  table({
    name: "context_mla",
    slice: [text("mla_dtype"), text("kv_cache_dtype")],
    keys: CONTEXT_KEYS,
    duplicates: "first"
  }),
  table({
    name: "generation_mla",
    slice: [text("kv_cache_dtype")],
    keys: GENERATION_KEYS,
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
    keys: CONTEXT_KEYS,
    duplicates: "last"
  }),
  table({
    name: "mla_generation_module",
    slice: [text("mla_dtype"), text("kv_cache_dtype"), text("gemm_type")],
    keys: GENERATION_KEYS,
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
    keys: GENERATION_KEYS,
    duplicates: "lastOfFirstSource"
  }),
  table({
    name: "moe",
    slice: [LOW_LATENCY, MOE_MODE, text("distribution"), ...MOE_SHAPE],
    block: ["low_latency", "moe_dtype", "distribution"],
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
    keys: CONTEXT_KEYS,
    duplicates: "first"
  }),
  table({
    name: "wideep_generation_mla",
    slice: [text("kernel_source"), text("kv_cache_dtype")],
    keys: GENERATION_KEYS,
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
    block: ["kernel_source", "moe_dtype", "distribution"],
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
    inherits: "nothing"
  })
]), SHARED_TABLES_0_10 = [
  table({
    name: "nccl",
    slice: [text("nccl_dtype"), text("op_name")],
    keys: [int("num_gpus"), int("message_size")],
    duplicates: "first",
    inherits: "nothing"
  })
];

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
function isEarlier(version, than) {
  return pep440Parts(version) !== void 0 && pep440Parts(than) !== void 0 && compareNewestFirst(version, than) > 0;
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

// src/perfdb/import/layouts/reuse.ts
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
function reusableKernels(reuse, file, backend) {
  let kernels = /* @__PURE__ */ new Map();
  for (let entry of reuse)
    if (!(entry.file !== file || !entry.frameworks.includes(backend)))
      for (let framework of entry.frameworks)
        kernels.set(framework, (kernels.get(framework) ?? /* @__PURE__ */ new Set()).add(entry.kernel));
  return kernels;
}
var otherFrameworks = (kernels, backend) => [...kernels.keys()].filter((framework) => framework !== backend).sort();
function sourceIn(folder, file, at) {
  let ending = `/${fileNameOf(file.name)}`, path = folder.get(at.framework)?.get(at.version)?.find((found) => found.endsWith(ending));
  return path === void 0 ? [] : [{ path, framework: at.framework, version: at.version, part: file.part, kernels: at.kernels }];
}
function groupFiles(paths, prefix, split) {
  let folder = /* @__PURE__ */ new Map();
  for (let path of paths) {
    if (!path.startsWith(prefix)) continue;
    let found = split(path.slice(prefix.length).split("/").slice(0, -1));
    if (found === void 0) continue;
    let [framework, version] = found, versions = folder.get(framework) ?? /* @__PURE__ */ new Map();
    folder.set(framework, versions.set(version, [...versions.get(version) ?? [], path]));
  }
  return folder;
}

// src/perfdb/import/layouts/l0-10.ts
var METADATA_FILES = ["INCOMPLETE.txt", "SHARED_LAYER_REUSE.txt"], nameOf = (path) => path.slice(path.lastIndexOf("/") + 1);
function defaultVersion(folder, backend) {
  let measured = [...folder.get(backend) ?? []].map(([version, paths]) => ({ version, files: paths.map(nameOf) })).filter(({ version, files }) => !version.startsWith(".") && !files.includes("INCOMPLETE.txt")).filter(({ files }) => files.some((file) => !file.startsWith(".") && !METADATA_FILES.includes(file))).map(({ version }) => version);
  return latestDatabaseVersion(measured);
}
function sources({ folder, backend, version }, spec, reuse) {
  let file = { name: spec.name, part: 0 }, own = sourceIn(folder, file, { framework: backend, version });
  if (spec.inherits === "nothing") return own;
  let kernels = reusableKernels(reuse, fileNameOf(spec.name), backend), inherited = [backend, ...otherFrameworks(kernels, backend)].flatMap(
    (framework) => [...folder.get(framework)?.keys() ?? []].filter((of) => !of.startsWith("_") && !(framework === backend && of === version)).sort(compareNewestFirst).flatMap(
      (of) => sourceIn(folder, file, { framework, version: of, kernels: kernels.get(framework) ?? /* @__PURE__ */ new Set() })
    )
  );
  return [...own, ...kernels.size > 0 ? inherited : []];
}
var LAYOUT_0_10 = {
  package: "aiconfigurator",
  tables: TABLES_0_10,
  sharedTables: SHARED_TABLES_0_10,
  longestInlineConfig: Number.POSITIVE_INFINITY,
  dataFolder: (paths, prefix) => groupFiles(
    paths,
    prefix,
    ([framework, version, ...deeper]) => framework === void 0 || version === void 0 || deeper.length > 0 ? void 0 : [framework, version]
  ),
  async rules(_, readYaml2) {
    let reuse = parseReuse(await readYaml2("op_kernel_source_manifest.yaml"));
    return {
      defaultVersion: (_system, backend, folder) => defaultVersion(folder, backend),
      sources: (place, spec) => sources(place, spec, reuse),
      laneOrder: () => []
    };
  }
};

// src/perfdb/import/tables/expert-rows.ts
var DEEPEP_KERNEL = "deepep_moe", sglangExperts = (phase) => (source, row) => {
  let experts = source.integer("num_experts", row);
  return experts === void 0 ? [] : [{ kernel_source: DEEPEP_KERNEL, phase, num_slots: experts }];
}, CONTEXT_MOE = sglangExperts("context"), GENERATION_MOE = sglangExperts("generation"), EXPERT_MODULE = () => [{ phase: "context" }, { phase: "generation" }], deepepShape = (source, row) => ({
  comm_dtype: "default",
  ep_size: (source.integer("node_num", row) ?? 0) * 8,
  topk: source.integer("num_topk", row) ?? 0,
  num_tokens: source.integer("num_token", row) ?? 0
}), deepepNormalRows = (source, row) => ["dispatch", "combine"].map((phase) => ({
  ...deepepShape(source, row),
  comm_backend: "deepep_ht",
  phase,
  sms: source.integer("dispatch_sms", row) ?? 0,
  latency: ((source.float(`${phase}_transmit_us`, row) ?? 0) + (source.float(`${phase}_notify_us`, row) ?? 0)) / 1e3
})), deepepLowLatencyRows = (source, row) => ["dispatch", "combine"].map((phase) => ({
  ...deepepShape(source, row),
  comm_backend: "deepep_ll",
  phase,
  sms: 0,
  latency: (source.float(`${phase}_avg_t_us`, row) ?? 0) / 1e3
})), NVLINK_BACKENDS = {
  NVLinkTwoSided: "nvlink_two_sided",
  NVLinkOneSided: "nvlink_one_sided"
}, NVLINK_PHASES = {
  alltoall_prepare: { phase: "prepare" },
  alltoall_dispatch: { phase: "dispatch" },
  alltoall_combine: { phase: "combine" },
  alltoall_combine_low_precision: { phase: "combine", dtype: "fp4" }
}, alltoallRow = (source, row) => {
  let backend = NVLINK_BACKENDS[source.text("kernel_source", row) ?? ""], operation = NVLINK_PHASES[source.text("op_name", row) ?? ""], ranks = source.integer("moe_ep_size", row) ?? 0;
  return backend === void 0 || operation === void 0 ? [] : [
    {
      comm_backend: backend,
      phase: operation.phase,
      comm_dtype: operation.dtype ?? source.text("moe_dtype", row) ?? "",
      ep_size: ranks,
      node_num: source.integer("num_nodes", row) ?? Math.max(1, Math.floor(ranks / 4)),
      sms: 0
    }
  ];
}, unifiedAlltoallRow = (source, row) => [
  { sms: source.integer("sms", row) ?? 0, latency: (source.float("latency", row) ?? Number.NaN) / 1e3 }
];

// src/perfdb/import/tables/floors.ts
var bfloat16 = ({ bfloat16TcFlops }) => bfloat16TcFlops, int8 = ({ int8TcFlops }) => int8TcFlops, fp8 = ({ fp8TcFlops }) => fp8TcFlops, fp4 = ({ fp4TcFlops }) => fp4TcFlops, PRODUCT_MODES = {
  bfloat16: { bytes: 2, flops: bfloat16 },
  int8_wo: { bytes: 1, flops: bfloat16 },
  int4_wo: { bytes: 0.5, flops: bfloat16 },
  nvfp4_wo: { bytes: 0.5625, flops: bfloat16 },
  w4a16_nvfp4: { bytes: 0.5625, flops: bfloat16 },
  sq: { bytes: 1, flops: int8 },
  fp8: { bytes: 1, flops: fp8 },
  fp8_static: { bytes: 1, flops: fp8 },
  fp8_block: { bytes: 1, flops: fp8 },
  fp8_ootb: { bytes: 1, flops: fp8 },
  nvfp4: { bytes: 0.5625, flops: fp4 }
}, CACHE_BYTES = { bfloat16: 2, int8: 1, fp8: 1 }, FP8_SM = 89, MS_PER_SEC = 1e3, bound = (seconds) => seconds !== void 0 && seconds > 0 ? seconds : void 0;
function gemmFloorMs(row, system) {
  let mode = PRODUCT_MODES[row.text("gemm_dtype")], flops = bound(mode?.flops(system));
  if (mode === void 0 || flops === void 0) return;
  let [m, n, k] = [row.number("m"), row.number("n"), row.number("k")], computeMs = 2 * m * n * k / flops * MS_PER_SEC, memoryMs = mode.bytes * (m * n + m * k + n * k) / system.memBwBytesPerSec * MS_PER_SEC;
  return Math.max(computeMs, memoryMs);
}
function generationAttentionFloorMs(row, system) {
  let cacheMode = row.text("kv_cache_dtype"), cacheBytes = CACHE_BYTES[cacheMode];
  if (cacheBytes === void 0) return;
  let isFp8 = cacheMode === "fp8" && system.smVersion >= FP8_SM, flops = bound(isFp8 ? system.fp8TcFlops : system.bfloat16TcFlops);
  if (flops === void 0) return;
  let [heads, batch, headSize] = [row.number("num_heads"), row.number("batch_size"), row.number("head_dim")], kvHeads = row.number("kv") || heads, window = row.number("window_size"), past = row.number("isl") - 1, length = window > 0 ? Math.min(past, window) : past, operations = 2 * batch * heads * headSize * 2 * length, bytes = batch * (heads * headSize * 2 + 2 * kvHeads * length * headSize * cacheBytes + heads * headSize * 2);
  return Math.max(operations / flops * MS_PER_SEC, bytes / system.memBwBytesPerSec * MS_PER_SEC);
}

// src/perfdb/import/tables/lane-columns.ts
var LANE = {
  name: "lane",
  type: "text",
  from: (source, row) => source.text("kernel_source", row) || "default"
}, laneSlice = [text("kv_cache_dtype"), KV_HEADS, int("head_dim"), WINDOW], HEADS_OF_MODEL = {
  "DeepSeek-V3": 128,
  "DeepSeek-R1": 128,
  "DeepSeek-V3.1-NVFP4": 128,
  "Kimi-K3": 96
}, NATIVE_HEADS = {
  name: "native_heads",
  type: "int",
  from: (source, row) => {
    let model = source.text("model", row) ?? "", native = HEADS_OF_MODEL[model.split("/").at(-1) ?? ""], ranks = source.integer("tp_size", row) ?? 1, heads = (source.integer("num_heads", row) ?? 0) * ranks;
    if (native === void 0 || ranks > 1 && heads !== native)
      throw new RenderError("PERFDB_INVALID", { message: `no heads are known for a row of ${JSON.stringify(model)}` });
    return native;
  }
};

// src/perfdb/import/tables/t0-12-sparse.ts
var SKIP_INDEXER = {
  name: "skip_indexer",
  type: "int",
  from: (source, row) => source.text("op_name", row)?.includes("skip_indexer") ? 1 : 0
}, TRTLLM = "trtllm", FLASHMLA = "flashmla_kv", KERNEL_FAMILIES = {
  sglang_dsa_indexer_trtllm: [TRTLLM],
  sglang_dsa_skip_indexer_trtllm: [TRTLLM],
  sglang_dsa_indexer_flashmla_sparse: [FLASHMLA],
  sglang_dsa_skip_indexer_flashmla_sparse: [FLASHMLA],
  sglang_dsa_dense_mha_trtllm_ragged: [TRTLLM, FLASHMLA]
};
function dsaRows(source, row) {
  let kernel = source.text("kernel_source", row) ?? "";
  return (source.text("kv_cache_dtype", row) === "bfloat16" ? [TRTLLM, FLASHMLA] : KERNEL_FAMILIES[kernel] ?? [kernel.includes(TRTLLM) ? TRTLLM : FLASHMLA]).map((family) => ({ dsa_backend: family }));
}
var dsaContext = (name) => table({
  name,
  parts: [{ file: name, read: dsaRows }],
  slice: [SKIP_INDEXER, ...["mla_dtype", "kv_cache_dtype", "gemm_type", "architecture", "dsa_backend"].map(text)],
  block: ["skip_indexer", "mla_dtype", "kv_cache_dtype", "gemm_type", "architecture"],
  keys: [int("num_heads"), PREFIX, int("isl"), int("batch_size")],
  duplicates: "lastOfFirstSource"
}), dsaGeneration = (name) => table({
  name,
  parts: [{ file: name, read: dsaRows }],
  slice: [SKIP_INDEXER, ...["kv_cache_dtype", "gemm_type", "architecture", "dsa_backend"].map(text)],
  block: ["skip_indexer", "kv_cache_dtype", "gemm_type", "architecture"],
  keys: GENERATION_KEYS,
  duplicates: "lastOfFirstSource"
}), GRID_KEYS = [PREFIX, int("isl"), int("batch_size")], DSV4_NATIVE_HEADS = {
  name: "native_heads",
  type: "int",
  from: (source, row) => {
    let heads = source.integer("num_heads", row);
    return heads === void 0 ? void 0 : heads * (source.integer("tp_size", row) ?? 1);
  }
}, dsv4Context2 = (name) => table({
  name,
  slice: [dsv4Dtype("mla_dtype"), dsv4Dtype("kv_cache_dtype"), text("gemm_type"), DSV4_NATIVE_HEADS],
  keys: [int("num_heads"), ...GRID_KEYS],
  duplicates: "first"
}), dsv4Generation2 = (name) => table({
  name,
  slice: [dsv4Dtype("kv_cache_dtype"), text("gemm_type"), DSV4_NATIVE_HEADS],
  keys: GENERATION_KEYS,
  duplicates: "first"
}), STATE_LENGTH = {
  name: "seq_len",
  type: "int",
  from: (source, row) => source.text("phase", row) === "generation" ? 0 : source.integer("seq_len", row)
}, GDN_ALIASES = {
  fused_recurrent_gated_delta_rule: "fused_sigmoid_gating_delta_rule_update",
  fused_recurrent_gated_delta_rule_packed_decode: "fused_sigmoid_gating_delta_rule_update"
}, GDN_KERNEL = {
  name: "kernel_source",
  type: "text",
  from: (source, row) => {
    let kernel = source.text("kernel_source", row);
    return GDN_ALIASES[kernel ?? ""] ?? kernel;
  }
}, GDN_DIMS = ["d_model", "num_k_heads", "head_k_dim", "num_v_heads", "head_v_dim", "d_conv"], MAMBA_DIMS = ["d_model", "d_state", "d_conv", "nheads", "head_dim", "n_groups", "chunk_size"], stateTable = ({ kernel, dims, ...rest }) => table({
  ...rest,
  slice: [kernel, text("phase"), ...dims.map(int)],
  block: ["kernel_source", "phase"],
  keys: [int("batch_size"), STATE_LENGTH],
  duplicates: "first"
}), SPARSE_TABLES_0_12 = [
  dsaContext("dsa_context_module"),
  dsaGeneration("dsa_generation_module"),
  dsaContext("msa_context_module"),
  dsaGeneration("msa_generation_module"),
  table({
    name: "glm5_mqa_logits_module",
    slice: [int("num_heads")],
    keys: [int("batch_size"), int("isl"), PREFIX],
    duplicates: "lastOfFirstSource"
  }),
  table({
    name: "glm5_topk_module",
    slice: [text("score_mode"), int("num_heads")],
    keys: [int("batch_size"), int("isl"), PREFIX],
    duplicates: "lastOfFirstSource"
  }),
  dsv4Context2("dsv4_csa_context_module"),
  dsv4Context2("dsv4_hca_context_module"),
  dsv4Generation2("dsv4_csa_generation_module"),
  dsv4Generation2("dsv4_hca_generation_module"),
  table({
    name: "dsv4_paged_mqa_logits_module",
    slice: [],
    keys: [int("num_heads"), int("tp_size"), ...GRID_KEYS],
    duplicates: "first"
  }),
  table({
    name: "dsv4_csa_topk_calib",
    slice: [text("score_mode"), DSV4_NATIVE_HEADS],
    keys: GRID_KEYS,
    duplicates: "first"
  }),
  table({
    name: "dsv4_megamoe_module",
    slice: [
      ...["phase", "kernel_source", "kernel_dtype", "moe_dtype", "pre_dispatch", "source_policy", "distribution"].map(
        text
      ),
      ...["topk", "num_experts", "num_fused_shared_experts", "hidden_size", "inter_size"].map(int),
      ...["moe_tp_size", "moe_ep_size"].map(int)
    ],
    keys: [int("num_tokens")],
    duplicates: "first",
    // The reference reads the version's own file alone.
    inherits: "nothing"
  }),
  table({
    name: "mhc_module",
    slice: [text("op_name")],
    keys: [int("hc_mult"), int("hidden_size"), int("num_tokens")],
    duplicates: "first"
  }),
  stateTable({
    name: "mamba2",
    kernel: text("kernel_source"),
    dims: MAMBA_DIMS,
    // The reference never stores the others, and takes what the card's bandwidth allows.
    drop: (source, row) => source.text("phase", row) !== "context"
  }),
  stateTable({ name: "gdn", kernel: GDN_KERNEL, dims: GDN_DIMS }),
  stateTable({ name: "kda", kernel: text("kernel_source"), dims: GDN_DIMS })
];

// src/perfdb/import/tables/t0-12.ts
var UNASKED_GEMM = /* @__PURE__ */ new Set(["awq", "gptq"]), DENSE_AND_EXPERTS = [
  table({
    name: "gemm",
    slice: [text("gemm_dtype")],
    keys: [int("n"), int("k"), int("m")],
    duplicates: "first",
    drop: (source, row) => UNASKED_GEMM.has(source.text("gemm_dtype", row) ?? ""),
    floorMs: gemmFloorMs,
    ordinal: { name: "site", levels: ["m", "n", "k"], of: ["n", "k"] }
  }),
  scaleTable("computescale"),
  scaleTable("scale_matrix"),
  table({
    name: "context_attention",
    slice: [LANE, text("attn_dtype"), ...laneSlice],
    block: ["lane", "attn_dtype", "kv_cache_dtype", "head_dim", "window_size"],
    keys: CONTEXT_KEYS,
    duplicates: "first",
    lane: { column: "lane", order: "ranked" }
  }),
  table({
    name: "generation_attention",
    slice: [LANE, ...laneSlice],
    block: ["lane", "kv_cache_dtype", "head_dim", "window_size"],
    keys: GENERATION_KEYS,
    duplicates: "first",
    floorMs: generationAttentionFloorMs,
    lane: { column: "lane", order: "ranked" }
  }),
  table({
    name: "encoder_attention",
    slice: [text("attn_dtype"), int("head_dim")],
    keys: CONTEXT_KEYS,
    duplicates: "first"
  }),
  table({
    name: "context_mla",
    slice: [text("mla_dtype"), text("kv_cache_dtype")],
    keys: CONTEXT_KEYS,
    duplicates: "first"
  }),
  table({ name: "generation_mla", slice: [text("kv_cache_dtype")], keys: GENERATION_KEYS, duplicates: "first" }),
  table({
    name: "mla_bmm",
    slice: [text("bmm_dtype"), text("op_name")],
    keys: [int("num_heads"), int("num_tokens")],
    duplicates: "first"
  }),
  table({
    name: "mla_context_module",
    slice: [text("mla_dtype"), text("kv_cache_dtype"), text("gemm_type"), NATIVE_HEADS],
    keys: CONTEXT_KEYS,
    duplicates: "first"
  }),
  table({
    name: "mla_generation_module",
    slice: [text("kv_cache_dtype"), text("gemm_type"), NATIVE_HEADS],
    keys: GENERATION_KEYS,
    duplicates: "first"
  }),
  table({
    name: "wideep_context_mla",
    slice: [text("kernel_source"), text("mla_dtype"), text("kv_cache_dtype")],
    keys: CONTEXT_KEYS,
    duplicates: "first"
  }),
  table({
    name: "wideep_generation_mla",
    slice: [text("kernel_source"), text("kv_cache_dtype")],
    keys: GENERATION_KEYS,
    duplicates: "first"
  }),
  table({
    name: "moe",
    slice: [LOW_LATENCY, MOE_MODE, text("distribution"), ...MOE_SHAPE],
    // All distributions and layouts of a shape in one block: that is what one model asks for.
    block: ["low_latency", "moe_dtype", ...MOE_SHAPE.map(({ name }) => name)],
    keys: MOE_KEYS,
    duplicates: "first"
  }),
  table({
    name: "moe_expert_compute",
    parts: [
      { file: "wideep_context_moe", read: CONTEXT_MOE },
      { file: "wideep_generation_moe", read: GENERATION_MOE },
      { file: "wideep_moe", read: EXPERT_MODULE }
    ],
    slice: [
      text("kernel_source"),
      text("moe_dtype"),
      text("distribution"),
      text("phase"),
      int("topk"),
      int("num_experts"),
      int("num_slots"),
      int("hidden_size"),
      int("inter_size"),
      int("moe_tp_size"),
      int("moe_ep_size")
    ],
    block: ["kernel_source", "moe_dtype", "hidden_size"],
    keys: [int("num_tokens")],
    duplicates: "first",
    lane: { column: "distribution", order: "asRead" }
  }),
  table({
    name: "moe_a2a",
    parts: [
      { file: "moe_a2a", read: unifiedAlltoallRow },
      { file: "wideep_deepep_normal", read: deepepNormalRows },
      { file: "wideep_deepep_ll", read: deepepLowLatencyRows },
      { file: "trtllm_alltoall", read: alltoallRow }
    ],
    partOrder: "byVersion",
    inherits: "earlier",
    slice: [
      ...["comm_backend", "phase", "comm_dtype"].map(text),
      ...["ep_size", "node_num", "hidden_size", "topk", "num_experts", "sms"].map(int)
    ],
    block: ["comm_backend"],
    keys: [int("num_tokens")],
    duplicates: "first"
  }),
  table({
    name: "custom_allreduce",
    slice: [],
    keys: [int("num_gpus"), int("message_size")],
    duplicates: "first",
    drop: isEager,
    inherits: "earlier"
  })
], TABLES_0_12 = Object.freeze([...DENSE_AND_EXPERTS, ...SPARSE_TABLES_0_12]), SHARED_TABLES_0_12 = Object.freeze([
  table({
    name: "nccl",
    slice: [text("nccl_dtype"), text("op_name")],
    keys: [int("num_gpus"), int("message_size")],
    duplicates: "first",
    inherits: "nothing"
  })
]);

// src/perfdb/import/layouts/lanes.ts
var DEFAULT_LANE = "default", KNOWN_LANES = ["fa3", "fla", "flashinfer", "triton", "trtllm_mha"];
function numbersOf(version) {
  let numbers = [];
  for (let segment of version.split(".")) {
    let digits = /^\d+/.exec(segment)?.[0];
    if (digits !== void 0 && numbers.push(Number(digits)), digits !== segment) break;
  }
  return numbers.length > 0 ? numbers : [0];
}
function compareTuples(a, b) {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    let difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
function pinnedLane(defaults, { backend, version, system }) {
  let ofBackend = isObject(defaults) ? defaults[backend] : void 0;
  if (!isObject(ofBackend)) return;
  let asked = numbersOf(version), [nearest] = Object.keys(ofBackend).filter((floor) => compareTuples(numbersOf(floor), asked) <= 0).sort((a, b) => compareTuples(numbersOf(b), numbersOf(a))), byCapability = nearest === void 0 ? void 0 : ofBackend[nearest], lane = isObject(byCapability) ? byCapability[String(system.smVersion)] : void 0;
  return typeof lane == "string" ? lane : void 0;
}
var NOTHING = { slices: 0, rows: 0 }, ranked = (lanes, coverage) => lanes.toSorted((a, b) => {
  let [left, right] = [coverage.get(a) ?? NOTHING, coverage.get(b) ?? NOTHING];
  return right.slices - left.slices || right.rows - left.rows || (a < b ? -1 : 1);
});
function walk(pinned, coverage) {
  let known = KNOWN_LANES.filter((lane) => !pinned.includes(lane)), listed = /* @__PURE__ */ new Set([...pinned, ...ranked(known, coverage), DEFAULT_LANE]), rest = [...coverage.keys()].filter((lane) => !listed.has(lane));
  return [...listed, ...ranked(rest, coverage)];
}
function laneOrder(pin, { own, all }) {
  let pinned = pin === void 0 || pin === DEFAULT_LANE ? [] : [pin], order = pin === void 0 ? [DEFAULT_LANE] : [...pinned, ...walk(pinned, own).filter((lane) => own.has(lane)), ...walk(pinned, all)];
  return [.../* @__PURE__ */ new Set([...order, ...all.keys()])].filter((lane) => all.has(lane));
}

// src/perfdb/import/layouts/l0-12.ts
function currentVersion(slots, system, backend) {
  let at = (value, key) => isObject(value) ? value[key] : void 0, slot = at(at(at(slots, "overrides"), system), backend) ?? at(at(slots, "defaults"), backend), version = at(slot, "current");
  return typeof version == "string" ? version : void 0;
}
function parseDeclared(value) {
  return (isObject(value) && Array.isArray(value.reuse) ? value.reuse : []).flatMap(
    (entry) => isObject(entry) && typeof entry.table == "string" && typeof entry.from_version == "string" ? [{ table: entry.table, from: entry.from_version }] : []
  );
}
var earlierVersions = ({ folder, backend, version }) => [...folder.get(backend)?.keys() ?? []].filter((of) => isEarlier(of, version)).sort(compareNewestFirst);
function declaredVersions({ folder, backend, version }, file, declared) {
  let table2 = file.replace(/\.parquet$/, "");
  return (folder.get(backend)?.get(version) ?? []).flatMap((path) => declared.get(path) ?? []).filter((entry) => entry.table === table2).map(({ from }) => from);
}
function partSources(place, spec, rules, part) {
  let { folder, backend, version } = place, file = { name: spec.parts[part]?.file ?? spec.name, part }, name = fileNameOf(file.name), ofBackend = (versions) => [...new Set(versions)].flatMap((of) => sourceIn(folder, file, { framework: backend, version: of }));
  if (spec.inherits === "nothing") return ofBackend([version]);
  if (spec.inherits === "earlier") return ofBackend([version, ...earlierVersions(place)]);
  let own = ofBackend([version, ...declaredVersions(place, name, rules.declared), ...earlierVersions(place)]), kernels = reusableKernels(rules.reuse, name, backend), others = otherFrameworks(kernels, backend).flatMap(
    (framework) => [...folder.get(framework)?.keys() ?? []].sort(compareNewestFirst).flatMap((of) => sourceIn(folder, file, { framework, version: of, kernels: kernels.get(framework) }))
  );
  return [...own, ...others];
}
function sources2(place, spec, rules) {
  let found = spec.parts.flatMap((_, part) => partSources(place, spec, rules, part));
  if (spec.partOrder === "byFile") return found;
  let rank2 = new Map(
    [...new Set(found.map(({ version }) => version))].sort((a, b) => +(b === place.version) - +(a === place.version) || compareNewestFirst(a, b)).map((version, i) => [version, i])
  );
  return found.toSorted((a, b) => (rank2.get(a.version) ?? 0) - (rank2.get(b.version) ?? 0) || a.part - b.part);
}
var LAYOUT_0_12 = {
  package: "aiconfigurator_core",
  tables: TABLES_0_12,
  sharedTables: SHARED_TABLES_0_12,
  longestInlineConfig: 8192,
  dataFolder: (paths, prefix) => groupFiles(
    paths,
    prefix,
    ([family, framework, version, ...deeper]) => family === void 0 || framework === void 0 || version === void 0 || deeper.length > 0 ? void 0 : [framework, version]
  ),
  async rules(tree, readYaml2) {
    let systemsFolder2 = `${LAYOUT_0_12.package}/systems/`, files = tree.paths.filter((path) => path.startsWith(systemsFolder2) && path.endsWith("/reuse.yaml")), declared = /* @__PURE__ */ new Map();
    for (let path of files) declared.set(path, parseDeclared(await readYaml2(path.slice(systemsFolder2.length))));
    let rules = { reuse: parseReuse(await readYaml2("perf_data_reuse_manifest.yaml")), declared }, slots = await readYaml2("query_versions.yaml"), lanes = await readYaml2("attention_lane_defaults.yaml");
    return {
      defaultVersion: (system, backend, folder) => {
        let version = currentVersion(slots, system, backend);
        return version !== void 0 && folder.get(backend)?.has(version) === !0 ? version : void 0;
      },
      sources: (place, spec) => sources2(place, spec, rules),
      laneOrder: (place, coverage) => laneOrder(pinnedLane(lanes, place), coverage)
    };
  }
};

// src/perfdb/import/layouts.ts
var LAYOUTS = [LAYOUT_0_12, LAYOUT_0_10];
function layoutOf({ paths }) {
  let layout = LAYOUTS.find((row) => paths.some((path) => path.startsWith(`${row.package}/systems/`)));
  if (layout === void 0) throw new RenderError("PERFDB_INVALID", { message: "the release has no systems folder" });
  return layout;
}

// src/perfdb/import/merge.ts
function collect(spec, sources3, refs) {
  return refs.map(({ source, row }) => {
    let columns = sources3[source]?.columns, value = columns === void 0 ? void 0 : spec.from(columns, row);
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
var countBySource = (sources3, refs) => {
  let counts = sources3.map(() => 0);
  for (let { source } of refs) counts[source] = (counts[source] ?? 0) + 1;
  return counts;
};
function mergeTable(spec, sources3) {
  let refs = sources3.flatMap(
    ({ columns, rows }, source) => rows.filter((row) => !(spec.drop?.(columns, row) ?? !1)).map((row) => ({ source, row }))
  ), slice = spec.slice.map((column) => rank(column, collect(column, sources3, refs))), keys = spec.keys.map((column) => rank(column, collect(column, sources3, refs))), kept = survivors([...slice, ...keys], refs, spec.duplicates), pick = (values) => Float64Array.from(kept, (row) => values[row] ?? Number.NaN), keyColumns = spec.keys.map((column, i) => ({ column, values: pick(keys[i]?.values ?? new Float64Array()) })), survivorRefs = Array.from(kept, (row) => refs[row] ?? { source: 0, row: 0 }), valueColumns = spec.values.map((column) => ({
    column,
    values: Float64Array.from(collect(column, sources3, survivorRefs), Number)
  }));
  return {
    slices: sliceRuns(slice, kept),
    columns: [...keyColumns, ...valueColumns].map(({ column, values }) => ({
      name: column.name,
      values: compact(column, values)
    })),
    kept: countBySource(sources3, survivorRefs),
    read: countBySource(sources3, refs),
    origins: survivorRefs.map(({ source }, i) => ({ source, readBefore: kept[i] ?? 0 }))
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
    import("./chunk-BU3QGSCD.mjs")
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

// src/perfdb/import/tree.ts
import { lstatSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join, resolve, sep } from "node:path";
var MAX_FILE_BYTES = 64 * 1024 * 1024, MAX_TOTAL_BYTES = 1024 * 1024 * 1024, MAX_FILES = 2e4, PACKAGES = ["aiconfigurator_core", "aiconfigurator"], WANTED = new RegExp(
  `^(?:${PACKAGES.join("|")})(?:/(?:systems/|model_configs/|sdk/common\\.py$)|-[^/]+\\.dist-info/METADATA$)`
), invalid2 = (message) => new RenderError("PERFDB_INVALID", { message }), notFound = (path) => new RenderError("INPUT_NOT_FOUND", {
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
function walk2(root, relative) {
  return readdirSync(join(root, relative), { withFileTypes: !0 }).sort((a, b) => a.name < b.name ? -1 : 1).flatMap((entry) => {
    let path = `${relative}/${entry.name}`;
    return entry.isDirectory() ? walk2(root, path) : entry.isFile() ? [path] : [];
  });
}
var packagesIn = (folder) => PACKAGES.filter((name) => statSync(join(folder, name), { throwIfNoEntry: !1 })?.isDirectory() === !0);
function folderOfPackage(path) {
  let folder = resolve(path), parent = dirname(folder);
  if (PACKAGES.includes(basename(folder))) return parent;
  if (basename(folder) === "systems" && PACKAGES.includes(basename(parent))) return dirname(parent);
  if (packagesIn(folder).length > 0) return folder;
  throw notFound(path);
}
function openFolder(path) {
  let root = folderOfPackage(path), infos = readdirSync(root).filter((name) => WANTED.test(`${name}/METADATA`)), found = [
    ...packagesIn(root).flatMap((name) => walk2(root, name)),
    ...infos.map((name) => `${name}/METADATA`)
  ].filter((name) => WANTED.test(name)), check = budget();
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
  let zip = await (await import("./chunk-MHFD6623.mjs")).openPromise(path, { lazyEntries: !0, autoClose: !1, decodeStrings: !0 }), entries = await readEntries(zip).catch((error) => {
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

// src/perfdb/import/import-release.ts
async function loadSource(tree, spec, source) {
  let columns = await readParquet(await tree.read(source.path), source.path), all = Array.from({ length: columns.rowCount }, (_, row) => row), { kernels } = source, rows = kernels === void 0 ? all : all.filter((row) => kernels.has(columns.text("kernel_source", row) ?? "")), read = spec.parts[source.part]?.read;
  if (read === void 0) return { columns, rows };
  let picks = rows.flatMap((row) => read(columns, row).map((cells) => ({ row, cells })));
  return { columns: selected(columns, picks), rows: picks.map((_, row) => row) };
}
function lanesOf({ rules }, {
  target,
  spec,
  sources: sources3
}, merged) {
  let { lane } = spec;
  if (lane === void 0) return [];
  let column = spec.slice.findIndex(({ name }) => name === lane.column), coverage = laneCoverage(merged, column, (source) => sources3[source]?.framework === target.backend && sources3[source]?.version === target.version);
  return lane.order === "asRead" ? [...coverage.all.keys()] : rules.laneOrder(target, coverage);
}
async function makeTable(release, target, spec) {
  let sources3 = release.rules.sources(target, spec);
  if (sources3.length === 0) return;
  let loaded = [];
  for (let source of sources3) loaded.push(await loadSource(release.tree, spec, source));
  let merged = finished(spec, mergeTable(spec, loaded), target.system), rows = merged.kept.reduce((sum, count) => sum + count, 0), entry = {
    name: spec.name,
    rows,
    hidden: merged.read.reduce((sum, count) => sum + count, 0) - rows,
    sha256: hashTable(merged.columns, merged.slices),
    sources: sources3.map(({ framework, version }, i) => ({
      framework,
      version,
      read: merged.read[i] ?? 0,
      kept: merged.kept[i] ?? 0
    }))
  }, sliceColumns = spec.slice.map(({ name }) => name), lanes = lanesOf(release, { target, spec, sources: sources3 }, merged);
  return { named: { name: spec.name, sliceColumns, block: spec.block, lanes, merged }, entry };
}
async function makePack(release, target, folder, quality) {
  let made = [];
  for (let spec of target.specs) {
    let result = await makeTable(release, target, spec);
    result !== void 0 && made.push(result);
  }
  if (made.length === 0) return;
  let { backend, version } = target, system = target.system.name, file = `${system}/${backend}-${version}.pack`, tables = made.map(({ named }) => named);
  return writeInto(folder, file, encodePack({ system, backend, version }, tables, quality)), { file, system, backend, version, tables: made.map(({ entry }) => entry) };
}
function targetsOf({ tree, layout, rules }, system, dataDir) {
  let folder = layout.dataFolder(tree.paths, `${systemsFolder(layout)}${dataDir}/`), backends = BACKENDS.flatMap((backend) => {
    let version = rules.defaultVersion(system.name, backend, folder);
    return version === void 0 ? [] : [{ system, backend, version, specs: layout.tables, folder }];
  }), shared = { system, backend: "nccl", version: system.ncclVersion ?? "", specs: layout.sharedTables, folder };
  return backends.length === 0 ? [] : [...backends, shared];
}
function targets(release, systems, wanted) {
  return Object.entries(systems).flatMap(([name, value]) => {
    let spec = parseSystem(name, value), dataDir = isObject(value) ? value.data_dir : void 0;
    return spec.onecclVersion !== void 0 || typeof dataDir != "string" ? [] : wanted === void 0 || wanted.includes(name) ? targetsOf(release, spec, dataDir) : [];
  });
}
async function releaseVersion(tree, given) {
  let metadata = `${layoutOf(tree).package}-`, path = tree.paths.find((name) => name.startsWith(metadata) && name.endsWith(".dist-info/METADATA")), text2 = path === void 0 ? "" : (await tree.read(path)).toString("utf8"), version = given ?? /^Version: (\S+)$/m.exec(text2)?.[1];
  if (version === void 0)
    throw new RenderError("PERFDB_INVALID", { message: "the release does not name its version" });
  return version;
}
async function writeAll(tree, folder, options) {
  let layout = layoutOf(tree), rules = await layout.rules(tree, (path) => readYaml(tree, `${systemsFolder(layout)}${path}`)), release = { tree, layout, rules, name: `aiconfigurator ${options.release}` }, systems = await readSystems(tree, layout), packs = [];
  for (let target of targets(release, systems, options.systems)) {
    options.onPack?.(`${target.system.name}/${target.backend}-${target.version}.pack`);
    let entry = await makePack(release, target, folder, options.quality ?? 11);
    entry !== void 0 && packs.push(entry);
  }
  let hash = createHash2("sha256");
  for (let { file, tables } of packs)
    for (let { name, sha256 } of tables) hash.update(`${file} ${name} ${sha256}
`);
  let models = await readModels(tree, layout), facts = {
    "systems.json": systems,
    "models.json": models.value,
    "support.json": await readSupport(tree, layout)
  };
  for (let [name, value] of Object.entries(facts)) writeJson(join2(folder, name), value);
  for (let [name, bytes] of models.files) writeInto(folder, name, bytes);
  let names = [...Object.keys(facts), ...models.files.keys(), ...packs.map(({ file }) => file)], files = Object.fromEntries(names.map((name) => [name, hashOf(readFileSync2(join2(folder, name)))])), index = { format: PACK_FORMAT, release: release.name, sha256: hash.digest("hex"), files, packs };
  return writeJson(join2(folder, "index.json"), index), index;
}
function writeInto(folder, name, bytes) {
  mkdirSync(dirname2(join2(folder, name)), { recursive: !0 }), writeFileSync(join2(folder, name), bytes);
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
  return [...Object.keys(index.files), "index.json"].reduce((sum, file) => sum + statSync2(join2(folder, file)).size, 0);
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
