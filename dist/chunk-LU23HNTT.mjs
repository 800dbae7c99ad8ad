import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  BMM_TABLE_NAMES,
  COMPRESSIONS,
  DataMissing,
  FASTEST,
  FMHA_QUANT,
  GDN_KERNELS,
  GEMM_QUANT,
  HT_SMS,
  HYPER_CONNECTIONS,
  INDEX_ENTRIES,
  KV_CACHE_QUANT,
  MAMBA2_KERNELS,
  PRECISION,
  SHARING,
  WHATEVER,
  aroundAttention,
  attempt,
  attendedPairs,
  beyondLargest,
  beyondMeasured,
  curveTime,
  curvesOf,
  decodeFloor,
  decodeFlops,
  decodeMode,
  dispatchTime,
  dsaDecodeRoofline,
  dsaPrefillRoofline,
  dsaShape,
  farFieldOf,
  floorDivide,
  givenFlops,
  gridOf,
  inputRows,
  insideCurve,
  isPositive,
  kernelSlice,
  latest,
  logOf,
  meanOverLengths,
  measuredCurve,
  memo,
  memoryTime,
  mixingParameters,
  nearestCount,
  onBusiestRank,
  openGrid,
  openKnownModels,
  overRanks,
  packageFolder,
  perRank,
  perShape,
  productFloor,
  resolvedExperts,
  resolvedStateTime,
  roundedDecimal3,
  rowsWith,
  sampledLengths,
  scaledFlops,
  shapeOf,
  sliceKvHeads,
  stepsBelow,
  threeAxes,
  timedAllReduce,
  timedCollective,
  touchesState,
  transferFrom,
  typedFlops,
  withoutScales
} from "./chunk-2EPS7SY3.mjs";
import {
  parseSupport,
  parseSystems
} from "./chunk-4TU5AFKM.mjs";
import {
  MAX_HEADER_BYTES,
  PACK_FORMAT,
  PACK_MAGIC,
  PREAMBLE_BYTES,
  corrupt,
  decodeColumns,
  hashOf,
  parseHeader,
  parseIndex
} from "./chunk-RDNXMUIG.mjs";
import {
  isObject
} from "./chunk-4FEZFIKB.mjs";
import {
  RenderError
} from "./chunk-LYM26J3H.mjs";

// src/models/model-revision.ts
var MODELS_0_10 = {
  nextnAcceptRates: [0.85, 0.8, 0.6, 0, 0],
  expertSkew: {
    MOE: 1.2,
    QWEN3VL_MOE: 1.2,
    DEEPSEEK: 1.01,
    KIMIK25: 1.01,
    DEEPSEEKV32: 1.01,
    DEEPSEEKV4: 1.01,
    HYBRIDMOE: 1.01,
    STEP3P7: 1.01,
    GEMMA4MIX: 1.01,
    MINIMAXM3: 1.01,
    NEMOTRONH: 1.01,
    QWEN35: 1.2,
    KIMIK3: 1.01
  },
  hybridRouterFrom: 128,
  readsUnquantised: !1,
  capsWindowedCache: !1,
  // The heads of DeepSeek-V3, also for models with fewer.
  latent: { heads: () => 128, decodeOutput: ({ hiddenSize }) => hiddenSize },
  sparse: { keptWhole: ["GlmMoeDsaForCausalLM"], seesProjections: !1 },
  deltaNets: "coarse"
}, MODELS_0_12 = {
  ...MODELS_0_10,
  hybridRouterFrom: 0,
  readsUnquantised: !0,
  capsWindowedCache: !0,
  latent: { heads: ({ heads }) => heads, decodeOutput: ({ heads }) => heads * 128 },
  sparse: { keptWhole: [], seesProjections: !0 },
  deltaNets: "close"
};

// src/operations/resolved/collectives.ts
var bySize = (elements) => elements;
function resolvedAllReduce({ database, system, constants }) {
  let { allReduce: fanOut } = constants.resolver.fanOut, found;
  return (elements, gpus) => {
    if (gpus === 1) return 0;
    found ??= byGpus(database.table("custom_allreduce")?.slice());
    let { curves, measured } = found, timed = fanOut({ gpus, measured, gpusPerNode: system.numGpusPerNode }), curve = curves.get(String(timed));
    if (curve === void 0) throw new DataMissing(`no measured all-reduce over ${timed} GPUs`);
    let timeMs = curveTime(curve, elements, bySize);
    return gpus > timed ? timeMs * beyondMeasured(system, timed, gpus) : timeMs;
  };
}
var COLLECTIVE_TABLES = ["nccl", "oneccl"];
function resolvedCollective({ database, system, constants }) {
  let { collective: fanOut } = constants.resolver.fanOut, measuredOf = memo((name) => {
    let found = COLLECTIVE_TABLES.map((table) => byGpus(database.table(table)?.slice(PRECISION, name))), curves = new Map(found.reverse().flatMap((one) => [...one.curves])), measured = [...new Set(found.flatMap((one) => one.measured))].sort((a, b) => a - b);
    return { curves, measured };
  });
  return (name, elements, gpus) => {
    let { curves, measured } = measuredOf(name), timed = fanOut({ gpus, measured, gpusPerNode: system.numGpusPerNode }), curve = curves.get(String(timed));
    if (curve === void 0) throw new DataMissing(`no measured ${name} over ${gpus} GPUs`);
    let timeMs = curveTime(curve, elements, bySize);
    return gpus > timed ? timeMs * beyondLargest(system, timed, gpus) : timeMs;
  };
}
function byGpus(slice) {
  if (slice === void 0 || slice.rowCount === 0) return { curves: /* @__PURE__ */ new Map(), measured: [] };
  let measured = [...new Set(Array.from(slice.column("num_gpus")))];
  return { curves: curvesOf(slice, ["num_gpus"], "message_size"), measured };
}

// src/operations/resolved/nearest-row.ts
function nearestTimes(slice) {
  let byBatch = timesByBatch(slice), batches = ascending(byBatch), rowsOf5 = memo((batch) => {
    let times = byBatch.get(nearest(batches, batch));
    return { times, lengths: ascending(times) };
  });
  return (batch, length) => {
    let { times, lengths } = rowsOf5(batch);
    if (length > lengths.at(-1)) throw new DataMissing(`kernels were measured up to ${lengths.at(-1)} tokens alone`);
    return times.get(nearest(lengths, length));
  };
}
function timesByBatch(slice) {
  let [batches, lengths, latency] = ["batch_size", "isl", "latency"].map((name) => slice.column(name)), found = /* @__PURE__ */ new Map();
  for (let row = 0; row < slice.rowCount; row += 1) {
    let times = found.get(batches[row]) ?? /* @__PURE__ */ new Map();
    found.set(batches[row], times), times.has(lengths[row]) || times.set(lengths[row], latency[row]);
  }
  return found;
}
function ascending(found) {
  return [...found.keys()].sort((a, b) => a - b);
}
function nearest(keys, wanted) {
  return keys.reduce((best, key) => Math.abs(key - wanted) < Math.abs(best - wanted) ? key : best);
}

// src/operations/resolved/compressed-choice.ts
function compressedChoice(tables, op) {
  let logits = pagedLogits(tables, op), topk = usualTopk(tables, op);
  return (batch, length, share) => logits(batch, length) / op.cp - logits(batch, share) + (topk(batch, length) / op.cp - topk(batch, share));
}
var CHUNK = 8192, LOGITS = "dsv4_paged_mqa_logits_module";
function pagedLogits({ database, constants }, { nativeHeads, tp }) {
  let all = database.table(LOGITS)?.slice(), ofModel = all === void 0 ? void 0 : rowsWith(all, "num_heads", nativeHeads), rows = ofModel && [tp, 1].map((ranks) => rowsWith(ofModel, "tp_size", ranks)).find(hasRows);
  if (rows === void 0)
    throw new DataMissing(`${LOGITS} has no rows for ${nativeHeads} heads`, { isOfEveryStep: !0 });
  let { farField } = constants.resolver, timeOf = threeAxes(
    gridOf(rows, { axes: ["step", "isl", "batch_size"], speedOfLight: logitsOfPoint, farField })
  );
  return (batch, length) => {
    let sum = 0;
    for (let past = 0; past < length; past += CHUNK) sum += timeOf(past, Math.min(CHUNK, length - past), batch);
    return sum;
  };
}
var hasRows = ({ rowCount }) => rowCount > 0;
function logitsOfPoint(point) {
  let [past, length, batch] = [point[0], point[1], point[2]];
  return batch * (past * length + length * length / 2);
}
var CALIBRATION = "dsv4_csa_topk_calib";
function usualTopk({ database }, { nativeHeads }) {
  let slice = database.table(CALIBRATION)?.slice("v1_top_last", nativeHeads);
  if (slice !== void 0 && hasRows(slice)) return nearestTimes(slice);
  throw new DataMissing(`${CALIBRATION} has no rows for ${nativeHeads} heads`, { isOfEveryStep: !0 });
}

// src/operations/resolved/compressed-roofline.ts
function compressedPrefillRoofline(tables, op) {
  let mode = FMHA_QUANT[op.fmha], boundMs = rooflineOf(tables, op, {
    flops: tables.constants.peakFlops.gemm(tables.system, mode),
    bytes: mode.bytes
  }), { ratio } = COMPRESSIONS[op.compression];
  return (point) => {
    let [cached, length, batch] = [point[0], point[1], point[2]], seen = cached + length, limit = compressedLimit(op, seen), compressed = batch * (compressedUpTo(seen, ratio, limit) - compressedUpTo(cached, ratio, limit)), inWindow = attendedPairs({ batch, length, cached }, op.sizes.windowSize);
    return boundMs({ batch, tokens: batch * length, seen, pairs: inWindow + compressed });
  };
}
function compressedDecodeRoofline(tables, op) {
  let cache = KV_CACHE_QUANT[op.kvCache], boundMs = rooflineOf(tables, op, {
    flops: tables.constants.peakFlops.attention(tables.system, cache),
    bytes: decodeMode(tables.system, cache).bytes
  }), { ratio } = COMPRESSIONS[op.compression];
  return (point) => {
    let [batch, length] = [point[0], point[1]], seen = Math.max(length - 1, 0), compressed = Math.min(Math.floor(seen / ratio), compressedLimit(op, seen));
    return boundMs({
      batch,
      tokens: batch,
      seen,
      pairs: batch * (Math.min(seen, op.sizes.windowSize) + compressed)
    });
  };
}
function compressedLimit({ compression, sizes }, seen) {
  return compression === "csa" ? sizes.topk : Math.floor(seen / COMPRESSIONS[compression].ratio);
}
function compressedUpTo(tokens, ratio, limit) {
  let rising = Math.min(tokens, limit * ratio - 1);
  if (rising < 0) return 0;
  let whole = Math.floor(rising / ratio);
  return ratio * whole * (whole - 1) / 2 + whole * (rising - ratio * whole + 1) + (tokens - rising) * limit;
}
function rooflineOf({ system, constants }, op, attention) {
  let { sizes, heads, outputGroups, gemm, kvCache } = op, { hiddenSize: h, queryRank, outputRank, headSize, rotarySize, indexHeads, indexSize } = sizes, { ratio, entries } = COMPRESSIONS[op.compression], hasIndexer = op.compression === "csa", peakOf = (mode) => constants.peakFlops.gemm(system, GEMM_QUANT[mode]), peaks = { gemm: peakOf(gemm), plain: peakOf("bfloat16"), fp8: peakOf("fp8") }, { bytes } = GEMM_QUANT[gemm], width = heads * headSize, projected = h * queryRank + queryRank * width + h * headSize + outputGroups * outputRank * h, indexer = hasIndexer ? queryRank * indexHeads * indexSize : 0, plainWeights = width * outputRank + (hasIndexer ? h * indexHeads : 0), compressor = 4 * h * entries * headSize + 2 * entries * headSize, indexCompressor = hasIndexer ? 4 * h * INDEX_ENTRIES * indexSize + 2 * INDEX_ENTRIES * indexSize : 0, weightBytes = (projected + 2 * h * entries * headSize + indexer) * bytes + plainWeights * GEMM_QUANT.bfloat16.bytes, passed = h + queryRank + width + headSize + outputGroups * outputRank;
  return ({ batch, tokens, seen, pairs }) => {
    let choices = hasIndexer ? Math.floor(seen / ratio) : 0, chosen = 2 * tokens * indexer + 2 * tokens * choices * indexHeads * indexSize, computeSec = (2 * tokens * projected + tokens * (compressor + indexCompressor)) / peaks.gemm + 2 * tokens * plainWeights / peaks.plain + chosen / peaks.fp8 + 4 * width * pairs / attention.flops, moved = weightBytes + tokens * passed * bytes + pairs * headSize * KV_CACHE_QUANT[kvCache].bytes + batch * choices * indexSize * 0.5 + tokens * heads * rotarySize * attention.bytes;
    return Math.max(computeSec * 1e3, moved / system.memBwBytesPerSec * 1e3);
  };
}

// src/operations/resolver/places.ts
function placesOf(keys) {
  return { keys, logs: keys.map(logOf) };
}

// src/operations/resolved/decode-times.ts
function decodeTimes(gridOf2) {
  let point = new Float64Array(3), placesAt = latest(placesOf);
  return Object.assign((op, { batch, sequenceLength }) => (point[0] = op.heads, point[1] = batch, point[2] = sequenceLength, Math.max(0, gridOf2(op).timeAt(point))), { along: (op, batch, lengths) => {
    let times = new Float64Array(lengths.length);
    gridOf2(op).addAlong([op.heads, batch], placesAt(lengths), times);
    for (let i = 0; i < times.length; i += 1) times[i] = Math.max(0, times[i]);
    return times;
  } });
}

// src/operations/resolved/native-slice.ts
function nativeSlice(database, name, key, nativeHeads) {
  let table = database.table(name), measured = (table?.sliceKeys ?? []).filter((one) => key.every((value, i) => one[i] === value)).map((one) => Number(one[key.length])).sort((a, b) => a - b), heads = nearestCount(measured, nativeHeads), slice = heads === void 0 ? void 0 : table?.slice(...key, heads);
  if (slice !== void 0 && slice.rowCount > 0) return slice;
  throw new DataMissing(`${name} has no rows for ${key.join(", ")}`, { isOfEveryStep: !0 });
}

// src/operations/resolved/topk-excess.ts
var TABLE = "dsv4_csa_topk_calib";
function topkExcess(database, kernel, nativeHeads) {
  let excess = measuredExcess(database, kernel, nativeHeads);
  if (excess.keys.length !== 0)
    return (cached, length, batch) => blended(excess, batch, (lengths) => blended(lengths, length, (steps2) => blended(steps2, cached, (value) => value)));
}
function measuredExcess(database, kernel, nativeHeads) {
  let usual = new Map(rowsOf(database, `${kernel}_top_last`, nativeHeads).map((row) => [keyOf(row), row.latencyMs])), excess = { keys: [], below: [] }, rows = rowsOf(database, `${kernel}_flat`, nativeHeads).sort(
    (a, b) => a.batch - b.batch || a.length - b.length || a.cached - b.cached
  );
  for (let row of rows) {
    let usualMs = usual.get(keyOf(row));
    if (usualMs === void 0) continue;
    let lengths = nodeAt(excess, row.batch, emptyLevel), steps2 = nodeAt(lengths, row.length, emptyLevel);
    nodeAt(steps2, row.cached, () => Math.max(0, row.latencyMs - usualMs));
  }
  return excess;
}
var keyOf = ({ cached, length, batch }) => `${cached} ${length} ${batch}`;
function rowsOf(database, mode, nativeHeads) {
  let slice = database.table(TABLE)?.slice(mode, nativeHeads);
  if (slice === void 0) return [];
  let [cached, length, batch, latency] = ["step", "isl", "batch_size", "latency"].map((name) => slice.column(name));
  return Array.from({ length: slice.rowCount }, (_, row) => ({
    cached: cached[row],
    length: length[row],
    batch: batch[row],
    latencyMs: latency[row]
  }));
}
function emptyLevel() {
  return { keys: [], below: [] };
}
function nodeAt({ keys, below }, key, make) {
  return keys.at(-1) !== key && (keys.push(key), below.push(make())), below.at(-1);
}
function blended({ keys, below }, x, inside) {
  let above = keys.findIndex((key) => key >= x);
  if (above < 0) return inside(below.at(-1));
  if (above === 0 || keys[above] === x) return inside(below[above]);
  let share = (x - keys[above - 1]) / (keys[above] - keys[above - 1]);
  return inside(below[above - 1]) * (1 - share) + inside(below[above]) * share;
}

// src/operations/resolved/compressed-attention.ts
function resolvedContextCompressed(tables) {
  let excessOf = openExcess(tables, "v1"), aloneOf = perShape(
    (op) => openPrefill(tables, op, excessOf(op)),
    ({ cp: _, ...op }) => shapeOf(op)
  ), choosingOf = perShape((op) => compressedChoice(tables, op), shapeOf), gather = resolvedCollective(tables);
  return (op, step) => {
    let choosing = (...asked) => choosingOf(op)(...asked);
    return Math.max(0, onBusiestRank(op, step, { alone: aloneOf(op), choosing, gather }));
  };
}
function openPrefill(tables, op, excess) {
  let { compression, fmha, kvCache, gemm } = op, rows = rowsOf2(tables, `dsv4_${compression}_context_module`, [fmha, kvCache, gemm], op), speedOfLight = compressedPrefillRoofline(tables, op), { farField } = tables.constants.resolver, timeOf = threeAxes(gridOf(rows, { axes: ["step", "isl", "batch_size"], speedOfLight, farField }));
  return (batch, length) => Math.max(0, timeOf(0, length, batch) - excess(0, length, batch));
}
function resolvedGenerationCompressed(tables) {
  let excessOf = openExcess(tables, "v2");
  return decodeTimes(perShape((op) => openDecode(tables, op, excessOf(op)), shapeOf));
}
function openDecode(tables, op, excess) {
  let { compression, kvCache, gemm } = op, rows = rowsOf2(tables, `dsv4_${compression}_generation_module`, [kvCache, gemm], op), speedOfLight = compressedDecodeRoofline(tables, op), { farField } = tables.constants.resolver, grid = openGrid(rows, { axes: ["batch_size", "isl"], speedOfLight, farField });
  return {
    timeAt: (point) => grid.timeAt(point.subarray(1)) - excess(cachedBefore(point[2]), 1, point[1]),
    addAlong: ([, batch = 0], places, sums) => {
      grid.addAlong([batch], places, sums);
      for (let i = 0; i < sums.length; i += 1) sums[i] -= excess(cachedBefore(places.keys[i]), 1, batch);
    }
  };
}
function cachedBefore(length) {
  return Math.max(length - 1, 0);
}
var NO_EXCESS = () => 0;
function openExcess({ database }, kernel) {
  let excessOf = memo((nativeHeads) => topkExcess(database, kernel, nativeHeads) ?? NO_EXCESS);
  return ({ compression, nativeHeads }) => compression === "csa" ? excessOf(nativeHeads) : NO_EXCESS;
}
function rowsOf2({ database }, name, key, { nativeHeads, heads }) {
  let slice = nativeSlice(database, name, key, nativeHeads);
  return rowsWith(slice, "num_heads", nearestCount([...new Set(slice.column("num_heads"))], heads));
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
  let { surroundFactor } = tables.constants.attention, memory = memoryTime(tables.system), kernelOf = perShape((op) => openKernel(tables, op), kernelKey);
  return (op, { batch, sequenceLength }) => {
    let kernel = kernelOf(op), timeMs = overRanks(sequenceLength, op.cp, (length) => kernel(op.heads, length, batch));
    return Math.max(0, timeMs + aroundAttention(op, memory) * surroundFactor);
  };
}
function kernelKey(op) {
  return `${op.fmha} ${op.kvCache} ${sliceKvHeads(op)} ${op.headSize} ${op.windowSize}`;
}
function openKernel({ database, system, constants }, op) {
  let { fmha, kvCache, headSize, windowSize } = op, kvHeads = sliceKvHeads(op), flops = typedFlops(system, FMHA_QUANT[fmha]), slice = laneSlice(database, "context_attention", [fmha, kvCache, kvHeads, headSize, windowSize]), kvBytes = KV_CACHE_QUANT[kvCache].bytes, timeAt = gridOf(slice, {
    axes: ["num_heads", "isl", "batch_size"],
    rootAxis: 1,
    speedOfLight: (point2) => {
      let [n, length, b] = [point2[0], point2[1], point2[2]], work = windowSize > 0 && length > windowSize ? 2 * b * length * windowSize * n * headSize * 2 : 2 * b * (length * length) * n * headSize * 2 / 2, queries = n * length * headSize, cache = 2 * (kvHeads === 0 ? n : kvHeads) * length * headSize, moved = 2 * b * (queries + queries) + kvBytes * b * cache;
      return Math.max(work / flops * 1e3, moved / system.memBwBytesPerSec * 1e3);
    },
    farField: constants.resolver.farField
  }), point = new Float64Array(3);
  return (heads, length, batch) => (point[0] = heads, point[1] = length, point[2] = batch, timeAt(point));
}

// src/operations/resolved/decode-norms.ts
function withDecodeNorms(open) {
  return (tables) => {
    let { surroundFactor } = tables.constants.attention, timeOf = open(tables), memory = memoryTime(tables.system), { along } = timeOf, withNorms = (op, step) => timeOf(op, step) + normsMs(op, memory, surroundFactor);
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

// src/operations/resolved/dsa-ranks.ts
var MEASURED_AS = {
  DeepseekV32ForCausalLM: "dsv32",
  GlmMoeDsaForCausalLM: "glm5"
};
function splitPrefill(tables) {
  let gather = resolvedCollective(tables);
  return ({ model, cp }, layer, chooses) => {
    let { kvRank, ropeSize, indexSize } = dsaShape(model), kernelsOf = memo((heads) => indexKernels(tables.database, model, heads));
    return (heads, length, batch) => {
      let own = Math.max(1, Math.ceil(length / cp)), block = layer(heads, own, batch), latents = gather("all_gather", batch * length * (kvRank + ropeSize), cp);
      if (!chooses) return block + latents;
      let { compare, choose, chooseEven } = kernelsOf(heads), compared = compare(batch, length) / cp - compare(batch, own), chosen = choose(batch, length) / cp - chooseEven(batch, own), keys = gather("all_gather", batch * length * indexSize, cp);
      return block + (compared + chosen) + (keys + latents);
    };
  };
}
function indexKernels(database, model, heads) {
  let prefix = MEASURED_AS[model], kernel = (name, ...key) => nearestTimes(rowsOf3(database, `${prefix}_${name}`, key));
  return {
    compare: kernel("mqa_logits_module", heads),
    choose: kernel("topk_module", "top_last", heads),
    chooseEven: kernel("topk_module", "flat", heads)
  };
}
function rowsOf3(database, name, key) {
  let slice = database.table(name)?.slice(...key);
  if (slice !== void 0 && slice.rowCount > 0) return slice;
  throw new DataMissing(`${name} has no rows for ${key.join(", ")}`, { isOfEveryStep: !0 });
}

// src/operations/resolved/sparse-grids.ts
function sparsePrefill({ constants }, slice, speedOfLight) {
  let { farField } = constants.resolver, timeAt = gridOf(slice, { axes: ["num_heads", "step", "isl", "batch_size"], speedOfLight, farField }), point = new Float64Array(4);
  return (heads, length, batch) => (point[0] = heads, point[2] = length, point[3] = batch, timeAt(point));
}
function sparseDecode({ constants }, slice, speedOfLight) {
  let { farField } = constants.resolver;
  return openGrid(slice, { axes: ["num_heads", "batch_size", "isl"], speedOfLight, farField });
}

// src/operations/resolved/dsa-module.ts
var CHOOSING = 0, SKIPPING = 1, PREFILL = "dsa_context_module", DECODE = "dsa_generation_module";
function resolvedContextDsa(tables) {
  let split = splitPrefill(tables), blockOf = perShape(
    (op) => {
      let open = (kind) => {
        let layer = openPrefill2(tables, op, kind);
        return op.cp === 1 ? layer : split(op, layer, kind === CHOOSING);
      }, choosing = open(CHOOSING);
      if (!hasSkipping(tables.database, PREFILL, op)) return choosing;
      let skipping = open(SKIPPING);
      return (...at) => op.choosingShare * choosing(...at) + (1 - op.choosingShare) * skipping(...at);
    },
    ({ model, gemm, kvCache, fmha, cp, choosingShare }) => `${model} ${gemm} ${kvCache} ${fmha} ${cp} ${choosingShare}`
  );
  return (op, { batch, sequenceLength }) => Math.max(0, blockOf(op)(op.heads, sequenceLength, batch));
}
function resolvedGenerationDsa(tables) {
  let gridOf2 = perShape(
    (op) => {
      let choosing = openDecode2(tables, op, CHOOSING);
      return hasSkipping(tables.database, DECODE, op) ? blended2(op.choosingShare, choosing, openDecode2(tables, op, SKIPPING)) : choosing;
    },
    ({ model, gemm, kvCache, choosingShare }) => `${model} ${gemm} ${kvCache} ${choosingShare}`
  );
  return decodeTimes(gridOf2);
}
function hasSkipping(database, name, { choosingShare }) {
  return choosingShare < 1 && database.table(name)?.sliceKeys.some(([kind]) => kind === SKIPPING) === !0;
}
function openPrefill2(tables, op, kind) {
  let { model, gemm, kvCache, fmha, cp } = op, families = cp === 1 ? FASTEST : SHARING, slice = kernelSlice(tables.database, PREFILL, [kind, fmha, kvCache, gemm, model], families);
  return sparsePrefill(tables, slice, dsaPrefillRoofline(tables, op, kind === CHOOSING));
}
function openDecode2(tables, op, kind) {
  let slice = kernelSlice(tables.database, DECODE, [kind, op.kvCache, op.gemm, op.model]);
  return sparseDecode(tables, slice, dsaDecodeRoofline(tables, op));
}
function blended2(share, choosing, skipping) {
  return {
    timeAt: (point) => share * choosing.timeAt(point) + (1 - share) * skipping.timeAt(point),
    addAlong: (outer, places, sums) => {
      let [chosen, skipped] = [new Float64Array(sums.length), new Float64Array(sums.length)];
      choosing.addAlong(outer, places, chosen), skipping.addAlong(outer, places, skipped);
      for (let i = 0; i < sums.length; i += 1) sums[i] += share * chosen[i] + (1 - share) * skipped[i];
    }
  };
}

// src/operations/resolved/fan-out.ts
var withinNode = ({ gpus, gpusPerNode }) => Math.min(gpus, gpusPerNode), upToLargest = ({ gpus, measured }) => Math.min(gpus, measured.at(-1) ?? 0), upToMeasured = (fan) => {
  let { gpus, measured, gpusPerNode } = fan;
  return gpus <= gpusPerNode ? upToLargest(fan) : measured.findLast((count) => count <= gpus) ?? gpusPerNode;
};

// src/operations/resolved/gdn.ts
var SCANS = ["flashinfer", "triton", "cutedsl"].map((variant) => `chunk_gated_delta_rule_${variant}`), SCAN = "chunk_gated_delta_rule";
function resolvedGdn(tables) {
  return resolvedStateTime(tables, GDN_KERNELS, rowsOf4);
}
var rowsOf4 = (op, measured) => {
  if (op.stateType !== "float32" && touchesState(op)) return;
  let kernel = op.kernel === SCAN ? scanOf(op, measured) : op.kernel;
  return kernel === void 0 ? void 0 : measured.exact(kernel, GDN_KERNELS.phaseOf(op), GDN_KERNELS.sizesOf(op));
};
function scanOf(op, { exact }) {
  let sizes = GDN_KERNELS.sizesOf(op), found = SCANS.filter((kernel) => exact(kernel, GDN_KERNELS.phaseOf(op), sizes) !== void 0);
  return found.length > 1 ? void 0 : found[0] ?? SCAN;
}

// src/operations/resolver/sites.ts
var NEAREST = 4, REACH = 2, TAIL = 3, TINY = 1e-12, SIZE_LIMIT = 2 ** 26;
function sitesOf(slice, rules) {
  let [n, k, m, rank] = ["n", "k", "m", "site"].map((name) => slice.column(name)), latency = slice.column("latency"), all = [], start = 0;
  for (let row = 1; row <= slice.rowCount; row += 1) {
    if (row < slice.rowCount && n[row] === n[start] && k[row] === k[start]) continue;
    let size = { n: n[start], k: k[start] }, curve = { keys: m.subarray(start, row), latencyMs: latency.subarray(start, row) };
    all.push({ ...size, logN: Math.log2(size.n), logK: Math.log2(size.k), rank: rank[start], curve }), start = row;
  }
  let byShape = new Map(all.map((site) => [site.n * SIZE_LIMIT + site.k, site]));
  return { all: RANKED[rules.order](all), byShape, neighbours: /* @__PURE__ */ new Map(), rules };
}
var RANKED = {
  "as met": (all) => all,
  sorted: (all) => all.toSorted((a, b) => a.curve.keys[0] - b.curve.keys[0]).map((site, rank) => ({ ...site, rank }))
};
function productTime(sites, [m, n, k], roofline3) {
  let site = sites.byShape.get(n * SIZE_LIMIT + k), timeMs = site === void 0 ? transferred(sites, [m, n, k], roofline3) : siteTime(site, m, roofline3);
  if (timeMs === void 0) throw new DataMissing(`no measured matrix products near ${m} x ${n} x ${k}`);
  return timeMs;
}
function siteTime({ n, k, curve }, m, roofline3) {
  let { keys, latencyMs } = curve, last = keys.length - 1;
  if (m >= keys[0] && m <= keys[last]) return insideCurve(curve, m);
  let from = m < keys[0] ? 0 : Math.max(0, keys.length - TAIL), shares = [];
  for (let i = from; i < Math.min(from + TAIL, keys.length); i += 1) {
    let bound = roofline3(keys[i], n, k);
    latencyMs[i] > 0 && isPositive(bound) && shares.push(bound / latencyMs[i]);
  }
  let here = roofline3(m, n, k);
  return shares.length === 0 || !isPositive(here) ? void 0 : here / median(shares);
}
function median(values) {
  values.sort((a, b) => a - b);
  let half = values.length >> 1;
  return values.length % 2 === 1 ? values[half] : (values[half - 1] + values[half]) / 2;
}
function transferred(sites, [m, n, k], roofline3) {
  let [weights, shares] = [0, 0];
  for (let { site, distance } of nearestSites(sites, [m, n, k])) {
    let [timeMs, bound] = [siteTime(site, m, roofline3), roofline3(m, site.n, site.k)];
    if (timeMs === void 0 || !(timeMs > 0) || !isPositive(bound)) continue;
    let weight = 1 / (distance * distance + TINY);
    weights += weight, shares += weight * (bound / timeMs);
  }
  let here = roofline3(m, n, k);
  return weights > 0 && isPositive(here) ? here / (shares / weights) : void 0;
}
function nearestSites(sites, [m, n, k]) {
  let neighbours = neighboursOf(sites, n, k), { ordered } = neighbours, near = nearestCovering(ordered, m);
  if (near.length > 0) return near;
  let covering = ordered.filter(({ site }) => covers(site, m)), candidates = covering.length > 0 ? covering : ordered, within = candidates.filter(({ distance }) => distance <= REACH);
  if (within.length > 0 || !sites.rules.waivesFrontier) return within.slice(0, NEAREST);
  let lookBeyond = () => beyondFrontier(candidates, Math.log2(n), Math.log2(k)).slice(0, NEAREST);
  return candidates.length < ordered.length ? lookBeyond() : (neighbours.beyond ??= lookBeyond(), neighbours.beyond);
}
function nearestCovering(ordered, m) {
  let near = [];
  for (let neighbour of ordered) {
    if (neighbour.distance > REACH || near.length === NEAREST) break;
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
  let key = n * SIZE_LIMIT + k, found = neighbours.get(key);
  if (found === void 0) {
    let [logN, logK] = [Math.log2(n), Math.log2(k)];
    found = { ordered: all.map((site) => ({ site, distance: distanceOf(site.logN - logN, site.logK - logK) })).sort((a, b) => a.distance - b.distance || a.site.rank - b.site.rank) }, neighbours.set(key, found);
  }
  return found;
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
  let { elementBytes, growsOutside } = SCALE_TABLES[table], roofline3 = (point2) => elementBytes * point2[0] * point2[1] / system.memBwBytesPerSec * 1e3, { farField } = constants.resolver, gridOfMode = memo((quant) => {
    let slice = database.table(table)?.slice(quant);
    if (slice === void 0 || slice.rowCount === 0) throw new DataMissing(`no measured rows of ${table} in ${quant}`);
    return { timeAt: gridOf(slice, { axes: ["m", "k"], speedOfLight: roofline3, farField }), m: boundsOf(slice.column("m")), k: boundsOf(slice.column("k")) };
  }), point = new Float64Array(2);
  return (quant, m, k) => {
    let { timeAt, ...bounds } = gridOfMode(quant), inside = [clamped(m, bounds.m), clamped(k, bounds.k)];
    point.set(inside);
    let timeMs = timeAt(point);
    return !growsOutside || inside[0] === m && inside[1] === k ? timeMs : timeMs * (roofline3([m, k]) / roofline3(inside));
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
  let sitesOfMode = memo((quant) => openSites(tables, quant)), roofline3 = memo((quant) => productFloor(tables, quant)), scales = {
    compute: resolvedScaleTime(tables, "computescale"),
    matrix: resolvedScaleTime(tables, "scale_matrix")
  };
  return (op, step) => {
    let m = inputRows(op, step), bound = roofline3(op.quant), measured = op.quant === "fp8_static" ? DYNAMIC : op.quant, sites = sitesOfMode(measured), found = () => productTime(sites, [m, op.n, op.k], roofline3(measured)), timeMs = op.isNarrow ? attempt(found) : found();
    return typeof timeMs != "number" ? bound(m, op.n, op.k) : op.quant !== "fp8_static" ? Math.max(0, timeMs) : Math.max(bound(m, op.n, op.k), withoutScales(timeMs, m, op, scales));
  };
}
function openSites({ database, constants }, quant) {
  let slice = database.table("gemm")?.slice(quant);
  if (slice === void 0) throw new DataMissing(`no measured matrix products in ${quant}`);
  return sitesOf(slice, constants.resolver.sites);
}

// src/operations/resolved/means-along.ts
function meansAlong(samples) {
  let sampled = sampledLengths(samples), placesAround = latest((meanLengths) => sampled(meanLengths).map(placesOf));
  return (meanLengths, add) => {
    let sums = new Float64Array(meanLengths.length);
    for (let places of placesAround(meanLengths)) add(places, sums);
    for (let i = 0; i < sums.length; i += 1) sums[i] = sums[i] / samples.lengthSamples;
    return sums;
  };
}

// src/operations/resolved/generation-attention.ts
function resolvedGenerationAttention(tables) {
  let { attention } = tables.constants, kernelOf = perShape((op) => openKernel2(tables, op), kernelKey2), meansOf = meansAlong(attention), point = new Float64Array(3);
  return Object.assign((op, { batch, sequenceLength }) => {
    let { timeAt } = kernelOf(op);
    point[0] = op.heads, point[1] = batch;
    let mean = meanOverLengths(sequenceLength, attention, (length) => (point[2] = length, timeAt(point)));
    return Math.max(0, mean);
  }, { along: (op, batch, lengths) => {
    let { addAlong } = kernelOf(op), means = meansOf(lengths, (places, sums) => addAlong([op.heads, batch], places, sums));
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

// src/operations/resolved/hyper-connection.ts
function resolvedHyperConnection(tables) {
  let timeOf = perShape((op) => {
    let slice = tables.database.table(HYPER_CONNECTIONS)?.slice(op.stage), curves = slice === void 0 ? void 0 : curvesOf(slice, ["hc_mult", "hidden_size"], "num_tokens"), curve = measuredCurve(curves, op), floor = roofline(tables, op);
    return (tokens) => Math.max(0, curveTime(curve, tokens, floor));
  }, shapeOf);
  return (op, { tokens }) => timeOf(op)(perRank(op, tokens));
}
function roofline({ system, constants }, op) {
  let { hiddenSize, streams, sinkhornRounds } = op, flops = constants.peakFlops.gemm(system, GEMM_QUANT.bfloat16), { bytes } = GEMM_QUANT.bfloat16, width = streams * hiddenSize, weights = mixingParameters(op) * bytes, work = {
    pre: (tokens) => 2 * tokens * width * (2 + streams) * streams + tokens * width * 3 + tokens * (streams * streams + 2 * streams) * sinkhornRounds + 2 * tokens * streams * hiddenSize,
    post: (tokens) => 2 * tokens * streams * streams * hiddenSize + 2 * tokens * streams * hiddenSize
  }[op.stage], coefficients = op.stage === "pre" ? 2 * (2 * streams + streams * streams) * 4 : 0;
  return (tokens) => {
    let moved = weights + 2 * tokens * width * bytes * 2 + tokens * coefficients;
    return Math.max(2 * work(tokens) / flops * 1e3, moved / system.memBwBytesPerSec * 1e3);
  };
}

// src/operations/resolved/latent-prefill.ts
var KEY_AND_VALUE = 320;
function resolvedContextMla(tables) {
  let kernelOf = perShape(
    (op) => openKernel3(tables, op, wholeSlice(tables, "context_mla", [op.fmha, op.kvCache])),
    ({ fmha, kvCache }) => `${fmha} ${kvCache}`
  );
  return (op, { batch, sequenceLength }) => {
    let kernel = kernelOf(op);
    return Math.max(
      0,
      overRanks(sequenceLength, op.cp, (length) => kernel(op.heads, length, batch))
    );
  };
}
function resolvedContextMlaModule(tables) {
  let kernelOf = perShape(
    (op) => {
      let { fmha, kvCache, gemm, nativeHeads } = op, slice = nativeSlice(tables.database, "mla_context_module", [fmha, kvCache, gemm], nativeHeads);
      return openKernel3(tables, op, slice);
    },
    ({ fmha, kvCache, gemm, nativeHeads }) => `${fmha} ${kvCache} ${gemm} ${nativeHeads}`
  );
  return (op, { batch, sequenceLength }) => Math.max(0, kernelOf(op)(op.heads, sequenceLength, batch));
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
    let [heads, length, batch] = [point[0], point[1], point[2]], work = batch * heads * 2 / 2 * KEY_AND_VALUE * (length * length), moved = batch * heads * (bytes * length * KEY_AND_VALUE + 2 * length * KEY_AND_VALUE);
    return Math.max(work / flops * 1e3, moved / system.memBwBytesPerSec * 1e3);
  };
}

// src/operations/resolved/latent-decode.ts
var LATENT = 512, CACHED = 576, QUERY_AND_OUTPUT = 1088, HEAD = 128, BMM_SIDES = 640;
function resolvedGenerationMla(tables) {
  let kernelOf = perShape(
    ({ kvCache }) => {
      let { workMs, movedMs } = decodeBounds(tables, kvCache), slice = wholeSlice(tables, "generation_mla", [kvCache]);
      return openKernel4(tables, slice, (point) => Math.max(workMs(point), movedMs(point)));
    },
    ({ kvCache }) => kvCache
  );
  return decodeTimes(kernelOf);
}
function resolvedGenerationMlaModule(tables) {
  let kernelOf = perShape(
    (op) => openModule(tables, op),
    ({ kvCache, gemm, nativeHeads }) => `${kvCache} ${gemm} ${nativeHeads}`
  );
  return decodeTimes(kernelOf);
}
function openModule(tables, { kvCache, gemm, nativeHeads }) {
  let { system, constants, database } = tables, flops = constants.peakFlops.gemm(system, GEMM_QUANT[gemm]), { bytes } = GEMM_QUANT[gemm], { workMs, movedMs } = decodeBounds(tables, kvCache), roofline3 = (point) => {
    let [heads, batch] = [point[0], point[1]], productsMs = 4 * batch * heads * HEAD * LATENT / flops * 1e3, weightsMs = 2 * heads * (batch * BMM_SIDES + HEAD * LATENT) * bytes / system.memBwBytesPerSec * 1e3;
    return Math.max(workMs(point) + productsMs, movedMs(point) + weightsMs);
  }, slice = nativeSlice(database, "mla_generation_module", [kvCache, gemm], nativeHeads);
  return openKernel4(tables, slice, roofline3);
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
var HEAD2 = 128, LATENT2 = 512;
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
  let floor = roofline2(tables, quant, timed);
  return (sequences) => curveTime(curve, sequences, floor) * (op.heads / timed);
}
function nextPowerOfTwo(heads) {
  return 2 ** (32 - Math.clz32(heads - 1));
}
function roofline2({ system, constants }, quant, heads) {
  let flops = constants.peakFlops.gemm(system, GEMM_QUANT[quant]), { bytes } = GEMM_QUANT[quant];
  return (sequences) => {
    let work = 2 * sequences * heads * HEAD2 * LATENT2, moved = heads * (sequences * (HEAD2 + LATENT2) + HEAD2 * LATENT2) * bytes;
    return Math.max(work / flops * 1e3, moved / system.memBwBytesPerSec * 1e3);
  };
}

// src/operations/resolved/msa-module.ts
var MODEL = "MiniMaxM3ForCausalLM", CHOOSING2 = 0, VALUE = 128, INDEX = 512, BLOCK = 128, ATTENDED = 16 * BLOCK, shapeOf2 = ({ kvHeads, headSize, hiddenSize, kvCache, fmha, gemm }) => `${kvHeads} ${headSize} ${hiddenSize} ${kvCache} ${fmha} ${gemm}`;
function resolvedContextMsa(tables) {
  let blockOf = perShape((op) => {
    let key = [CHOOSING2, op.fmha, op.kvCache, op.gemm, MODEL], roofline3 = blockRoofline(tables, op);
    return sparsePrefill(tables, kernelSlice(tables.database, "msa_context_module", key), (point) => {
      let [heads, cached, length, batch] = [point[0], point[1], point[2], point[3]], pairs = attendedPairs({ batch, length, cached }, ATTENDED);
      return roofline3({ heads, batch, tokens: batch * length, seen: length + cached, pairs });
    });
  }, shapeOf2);
  return (op, { batch, sequenceLength }) => Math.max(0, blockOf(op)(op.heads, sequenceLength, batch));
}
function resolvedGenerationMsa(tables) {
  return decodeTimes(
    perShape((op) => {
      let key = [CHOOSING2, op.kvCache, op.gemm, MODEL], roofline3 = blockRoofline(tables, op), speedOfLight = (point) => {
        let [heads, batch, length] = [point[0], point[1], point[2]], seen = Math.max(length - 1, 0);
        return roofline3({ heads, batch, tokens: batch, seen, pairs: batch * Math.min(seen, ATTENDED) });
      };
      return sparseDecode(tables, kernelSlice(tables.database, "msa_generation_module", key), speedOfLight);
    }, shapeOf2)
  );
}
function blockRoofline({ system, constants }, { kvHeads, headSize, hiddenSize, kvCache, fmha, gemm }) {
  let { gemm: flopsOf } = constants.peakFlops, rates = [GEMM_QUANT[gemm], FMHA_QUANT.fp8, FMHA_QUANT[fmha]].map((mode) => flopsOf(system, mode)), [productRate, indexRate, attentionRate] = rates;
  return ({ heads, batch, tokens, seen, pairs }) => {
    let weights = hiddenSize * heads * headSize + 2 * hiddenSize * kvHeads * headSize + heads * VALUE * hiddenSize + INDEX * hiddenSize, blocks = seen > ATTENDED ? Math.ceil(seen / BLOCK) : 0, computed = 2 * tokens * weights / productRate + 2 * tokens * INDEX * blocks / indexRate + 2 * heads * (headSize + VALUE) * pairs / attentionRate, moved = weights * GEMM_QUANT[gemm].bytes + batch * kvHeads * Math.min(seen, ATTENDED) * (headSize + VALUE) * KV_CACHE_QUANT[kvCache].bytes + batch * blocks * INDEX + tokens * heads * headSize * FMHA_QUANT[fmha].bytes * 2;
    return Math.max(computed * 1e3, moved / system.memBwBytesPerSec * 1e3);
  };
}

// src/operations/resolver/nearest-path.ts
function nearestPathOf({ levels, latencyMs }, speedOfLight) {
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
      return transferFrom(rooflineAt(node), latencyMs[node], speedOfLight(point));
    },
    addAlong: (point, { keys }, { sums, from }) => {
      let branch = branchAt(point), [node, roofline3] = [branch.from, rooflineAt(branch.from)];
      for (let i = from; i < sums.length; i += 1) {
        point[last] = keys[i];
        let nearest2 = nearestKey(lastKeys, branch.to, { start: node, value: keys[i] });
        nearest2 !== node && (roofline3 = rooflineAt(nearest2)), node = nearest2, sums[i] += transferFrom(roofline3, latencyMs[node], speedOfLight(point));
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
    contextDsaModule: resolvedContextDsa,
    generationDsaModule: resolvedGenerationDsa,
    contextMsaModule: resolvedContextMsa,
    generationMsaModule: resolvedGenerationMsa,
    contextCompressed: resolvedContextCompressed,
    generationCompressed: resolvedGenerationCompressed,
    hyperConnection: resolvedHyperConnection,
    experts: resolvedExperts,
    gdn: resolvedGdn,
    mamba2: (tables) => resolvedStateTime(tables, MAMBA2_KERNELS),
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

// src/engine/fp4-experts.ts
function fp4ExpertKernels(isMeant) {
  return [
    {
      applies: (scope, modes) => scope.smVersion >= 100 && isMeant(scope, modes),
      change: { moe: "w4a8_mxfp4_mxfp8_trtllm" }
    },
    {
      applies: (scope, modes) => scope.smVersion === 90 && isMeant(scope, modes),
      change: { moe: "w4a16_mxfp4_cutlass" }
    }
  ];
}

// src/engine/revisions/r0-10.ts
var MIB = 1024 * 1024, DRAIN_STEPS = 3, backend = {
  contextParallelSizes: [1],
  activationCoefficients: {
    dense: { 1: 11, 2: 6.5, 4: 5, 8: 5 },
    moe: { 1: 22, 2: 13, 4: 10, 8: 10 },
    latentHybrid: { 1: 10, 2: 6, 4: 5, 8: 5 },
    other: { 1: 10, 2: 6, 4: 5, 8: 5 }
  },
  workspaceWidth: ({ heads, headSize }) => heads * headSize,
  minActivationBytes: 70 * MIB,
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
}, trtllm = {
  ...backend,
  allowsExpertLayout: ({ tp, dp }) => tp === 1 || dp === 1,
  // The engine is built for this many tokens a step, whatever a step takes.
  aggActivationTokens: () => 8192,
  // Share of free memory the engine takes, its own reserve, and the tolerance of the estimate.
  kvCacheLimitGib: ({ role, capacityGib, otherGib }) => role === "agg" ? (capacityGib - otherGib) * 0.9 * (1 - 0.015) * (1 - 0.02) : Number.POSITIVE_INFINITY
}, sglang = {
  ...backend,
  contextParallelSizes: [1, 2, 4, 8],
  allowsExpertLayout: () => !0,
  activationCoefficients: {
    dense: { 1: 14, 2: 8.5, 4: 6.5, 8: 6.5 },
    moe: { 1: 28, 2: 17, 4: 13, 8: 13 },
    latentHybrid: { 1: 28, 2: 17, 4: 13, 8: 13 },
    other: { 1: 13, 2: 8, 4: 6.5, 8: 6.5 }
  },
  workspaceWidth: ({ hiddenSize }) => hiddenSize,
  minActivationBytes: 90 * MIB,
  activationFactor: 1.15,
  otherMemoryFactor: 1.2,
  // The layout of the cache that is handed over depends on the tensor ranks (ai-dynamo/dynamo issue 5870).
  pairsStages: (prefill, decode) => prefill.tp === decode.tp
}, vllm = {
  ...backend,
  allowsExpertLayout: ({ moeTp, moeEp }) => moeTp === 1 || moeEp === 1,
  // One request prefills at a time, the others decode.
  mixedDecodeBatch: ({ batch, contextTokens, isl }) => Math.max(1, batch - Math.ceil(contextTokens / isl)),
  mixedStepsForTpot: (mixedSteps) => mixedSteps,
  queueFactor: ({ batch }) => batch <= 1 ? 1 : Math.min(1 + Math.log2(batch) / 8, 2),
  dispatchOverheadMs: (layers) => layers * 0.8,
  // Little's law.
  throughputCap: ({ batch, osl }, latencyMs) => latencyMs <= 0 ? Number.POSITIVE_INFINITY : batch * Math.max(osl - 1, 0) * 1e3 / latencyMs
}, BFLOAT16_PREFILL = [
  "DeepseekV3ForCausalLM",
  "KimiK25ForConditionalGeneration"
], LATENT_PREFILL = {
  applies: ({ architecture, role }, { fmha }) => fmha === "fp8" && role !== "decode" && BFLOAT16_PREFILL.includes(architecture.standsFor),
  change: { fmha: "bfloat16" }
}, SPARSE_PREFILL = {
  applies: ({ architecture }, { fmha }) => fmha === "fp8" && architecture.family === "DEEPSEEKV32",
  change: { fmha: "bfloat16" }
}, COMPRESSED_PREFILL = {
  applies: ({ architecture }, { fmha }) => fmha === "fp8" && architecture.family === "DEEPSEEKV4",
  change: { fmha: "bfloat16" }
}, V4_PRO = "deepseek-ai/DeepSeek-V4-Pro", SIZES = [1, 2, 4, 8], RACK_SIZES = [...SIZES, 16], R0_10 = {
  name: "0.10",
  data: "0.10",
  backends: { trtllm, sglang, vllm },
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
    dense: SIZES,
    denseOfSystem: { gb200: RACK_SIZES, gb300: RACK_SIZES },
    experts: { gpus: SIZES, tp: SIZES, pp: [1], dp: SIZES, moeTp: SIZES, moeEp: SIZES },
    staged: { fromGpus: 16, fromSm: 100, sizes: { gpus: [16], pp: [2] } }
  },
  spread: void 0,
  drafts: { predictedTokens: (trained) => trained },
  quantisation: {
    rules: {
      trtllm: [LATENT_PREFILL, SPARSE_PREFILL, COMPRESSED_PREFILL],
      sglang: [
        LATENT_PREFILL,
        SPARSE_PREFILL,
        COMPRESSED_PREFILL,
        ...fp4ExpertKernels(({ architecture }) => architecture.id === V4_PRO)
      ],
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
    "DEEPSEEKV32",
    "DEEPSEEKV4",
    "QWEN3VL",
    "QWEN3VL_MOE",
    "HYBRIDMOE",
    "GEMMA4MIX",
    "NEMOTRONNAS",
    "NEMOTRONH",
    "QWEN35",
    "MINIMAXM3"
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
}, EXCHANGE = ["dispatch", "combine"], deepep = { stages: EXCHANGE, minSm: 0, sms: 0, splitsPrefill: !0, sent: whatever }, trtllm2 = { backends: ["trtllm"], stages: EXCHANGE, minSm: 0, sms: 0, splitsPrefill: !1 }, EXCHANGES_0_12 = [
  { ...deepep, comm: "deepep_ht", backends: ["sglang", "vllm"], phases: ["context"], sms: HT_SMS },
  { ...deepep, comm: "deepep_ll", backends: ["sglang", "vllm"], phases: ["generation"] },
  { ...deepep, comm: "deepep_v2_context", backends: ["vllm"], phases: ["context"] },
  { ...deepep, comm: "deepep_v2_generation", backends: ["vllm"], phases: ["generation"] },
  { ...trtllm2, comm: "trtllm_deepep_ht", phases: ["context"], sent: highThroughput },
  { ...trtllm2, comm: "trtllm_deepep_ll", phases: ["generation"], sent: lowLatency },
  {
    ...trtllm2,
    comm: "nvlink_two_sided",
    phases: ["context", "generation"],
    stages: ["prepare", ...EXCHANGE],
    minSm: 100,
    sent: nvlink
  },
  { ...trtllm2, comm: "nvlink_one_sided", phases: ["context", "generation"], minSm: 100, sent: nvlink }
];

// src/engine/revisions/r0-12.ts
var TOLERATED = 1 - 0.02, trtllm3 = {
  ...R0_10.backends.trtllm,
  kvCacheLimitGib: ({ capacityGib, otherGib }) => (capacityGib - otherGib) * 0.9 * ((1 - 0.015) * TOLERATED)
};
function shareOfCapacity(capacityGib, otherGib, share) {
  return capacityGib * share * TOLERATED - otherGib;
}
var SGLANG_AGG_SHARE = 0.88, sglang2 = {
  ...R0_10.backends.sglang,
  kvCacheLimitGib: ({ role, layout, capacityGib, otherGib }) => shareOfCapacity(capacityGib, otherGib, role === "agg" ? SGLANG_AGG_SHARE : sglangStartShare(capacityGib, layout))
}, VLLM_SHARE = 0.92, OLD_VLLM = { versions: /^0\.(14|19)\b/, share: 0.9 }, vllmShare = memo((version) => OLD_VLLM.versions.test(version) ? OLD_VLLM.share : VLLM_SHARE), vllm2 = {
  ...R0_10.backends.vllm,
  kvCacheLimitGib: ({ backendVersion, capacityGib, otherGib }) => shareOfCapacity(capacityGib, otherGib, vllmShare(backendVersion))
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
var BLACKWELL_SM = 100, FMHA_BY_DATA = {
  applies: ({ role, prefillModes }, { fmha, kvCache }) => {
    if (role === "decode" || fmha !== "fp8") return !1;
    let measured = prefillModes(kvCache);
    return measured.has("bfloat16") && !measured.has("fp8");
  },
  change: { fmha: "bfloat16" }
}, V4_KERNELS = fp4ExpertKernels(
  ({ architecture }, { moe }) => architecture.family === "DEEPSEEKV4" && moe === "w4a8_mxfp4_mxfp8"
), RULES = [
  { applies: ({ smVersion }, { gemm }) => smVersion < BLACKWELL_SM && gemm === "nvfp4", change: { gemm: "nvfp4_wo" } },
  { applies: ({ smVersion }, { moe }) => smVersion < BLACKWELL_SM && moe === "nvfp4", change: { moe: "nvfp4_wo" } },
  FMHA_BY_DATA
], EXPERT_SIZES = [...R0_10.layouts.experts.gpus, 16];
function upTo64(from) {
  return [1, 2, 4, 8, 16, 32, 64].filter((size) => size >= from);
}
var TP = [1, 2, 4, 8];
function coveredAlone(covered) {
  return { gpus: covered, dp: covered, moeEp: covered };
}
var R0_12 = {
  ...R0_10,
  name: "0.12",
  data: "0.12",
  backends: { trtllm: trtllm3, sglang: sglang2, vllm: vllm2 },
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
  quantisation: { rules: { trtllm: RULES, sglang: [...V4_KERNELS, ...RULES], vllm: RULES }, needsTensorCores: !0 },
  models: MODELS_0_12,
  families: [
    "LLAMA",
    "MOE",
    "DEEPSEEK",
    "KIMIK25",
    "KIMIK3",
    "DEEPSEEKV32",
    "DEEPSEEKV4",
    "QWEN3VL",
    "QWEN3VL_MOE",
    "HYBRIDMOE",
    "STEP3P7",
    "GEMMA4MIX",
    "NEMOTRONNAS",
    "NEMOTRONH",
    "QWEN35",
    "MINIMAXM3"
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
import { join as join2 } from "node:path";

// src/perfdb/perfdb.ts
import { readFileSync } from "node:fs";
import { join } from "node:path";

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
function openTable(path, dataStart, header) {
  let slices = new Map(header.slices.map((slice) => [keyId(slice.key), slice])), blocks = /* @__PURE__ */ new Map(), columnIndex = new Map(header.columns.map(({ name }, i) => [name, i])), readBlock = (index) => {
    let known = blocks.get(index);
    if (known !== void 0) return known;
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
      let known = tables.get(name), found = headers.get(name);
      if (known !== void 0 || found === void 0) return known;
      let table = openTable(path, dataStart, found);
      return tables.set(name, table), table;
    }
  };
}

// src/perfdb/perfdb.ts
var NCCL = "nccl";
function readBytes(root, name) {
  try {
    return readFileSync(join(root, name));
  } catch (error) {
    throw new RenderError("INPUT_NOT_FOUND", {
      message: `no measured data: cannot read ${name} (${String(error.code)})`,
      hint: "reinstall the package, or make the data with `dgdr-render perfdb import`"
    });
  }
}
function readChecked(root, name, { files }) {
  let bytes = readBytes(root, name);
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
function openEntry(root, entry, index) {
  readChecked(root, entry.file, index);
  let pack = openPack(join(root, entry.file)), { system, backend: backend2, version } = pack.header;
  if (system !== entry.system || backend2 !== entry.backend || version !== entry.version)
    throw corrupt(`${entry.file} is the pack of ${system}, ${backend2} ${version}`);
  return pack;
}
function openDatabase({ root, index }, backend2, { own: entry, nccl: ncclEntry }) {
  let made = /* @__PURE__ */ new Map(), pack = once(() => openEntry(root, entry, index)), nccl = once(() => ncclEntry === void 0 ? void 0 : openEntry(root, ncclEntry, index));
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
function openPerfData(root) {
  let index = parseIndex(parseJson(readBytes(root, "index.json"), "index.json")), find = (system, backend2) => index.packs.find((entry) => entry.system === system && entry.backend === backend2), json = (name) => parseJson(readChecked(root, name, index), name), compressedJson = (name) => parseJson(inflate(readChecked(root, name, index)), name), systems = once(() => parseSystems(json("systems.json"))), databases = /* @__PURE__ */ new Map(), open = (system, backend2) => {
    let own = find(system, backend2);
    return own && openDatabase({ root, index }, backend2, { own, nccl: find(system, NCCL) });
  };
  return {
    root,
    release: index.release,
    index,
    get systems() {
      return systems();
    },
    database(system, backend2) {
      let file = find(system, backend2)?.file;
      if (file === void 0) return;
      let database = databases.get(file) ?? open(system, backend2);
      return database !== void 0 && databases.set(file, database), database;
    },
    glance: open,
    models: once(() => parseModels(json("models.json"), compressedJson)),
    support: once(() => parseSupport(json("support.json")))
  };
}
function checkPacks({ root, index, systems, models, support }) {
  for (let entry of index.packs) openEntry(root, entry, index);
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
function openCatalog(root = defaultPerfRoot()) {
  let opened = /* @__PURE__ */ new Map();
  return (release) => {
    let data = opened.get(release) ?? openPerfData(join2(root, release));
    return opened.set(release, data), data;
  };
}

// src/profile/engines.ts
function enginesOver(engines, data) {
  return (name) => {
    let { revision, known } = engines(name);
    return { revision, data, ...known && { known } };
  };
}
function openEngines() {
  let catalog = openCatalog(), known = openKnownModels(() => DATA_RELEASES.map((release) => catalog(release).models()));
  return (name) => ({
    revision: REVISIONS[name],
    known,
    get data() {
      return catalog(REVISIONS[name].data);
    }
  });
}

export {
  openPerfData,
  checkPacks,
  DATA_RELEASES,
  dataRelease,
  dataReleaseOf,
  openCatalog,
  enginesOver,
  openEngines
};
