import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  isObject
} from "./chunk-4FEZFIKB.mjs";
import {
  RenderError
} from "./chunk-LYM26J3H.mjs";

// src/serving.ts
var BACKENDS = ["trtllm", "sglang", "vllm"], MODES = ["agg", "disagg"], OTHER_MODE = { agg: "disagg", disagg: "agg" };

// src/perfdb/codec.ts
var ENCODING = { shuffledFloats: 0, shuffledDeltas: 1, dictionary8: 2, dictionary16: 3, timings: 4 }, TAG_BYTES = 5, TIMINGS_HEAD_BYTES = 6, SCALE_BYTES = 4, EXCEPTION_CODE = 255, POWERS_OF_TEN = [
  1,
  10,
  100,
  1e3,
  1e4,
  1e5,
  1e6,
  1e7,
  1e8,
  1e9,
  1e10,
  1e11,
  1e12,
  1e13,
  1e14,
  1e15,
  1e16
], powerOfTen = (exponent) => POWERS_OF_TEN[exponent] ?? Number.NaN;
function measuredValue(ticks, { p, a, b, digits }) {
  if (p === 0) return ticks / powerOfTen(a);
  let mean = Math.fround(ticks / 1e6) / p / a / b, unit = powerOfTen(digits);
  return digits === 0 ? mean : Math.round(mean * unit) / unit;
}
var corrupt = (what) => new RenderError("PERFDB_INVALID", {
  message: `measured data is damaged: ${what}`,
  hint: "reinstall the package, or import the release again"
});
function unshuffle(bytes, width) {
  let out = new Uint8Array(bytes.length), count2 = bytes.length / width;
  for (let plane = 0; plane < width; plane++)
    for (let i = 0, at = plane; i < count2; i++, at += width) out[at] = bytes[plane * count2 + i] ?? 0;
  return out.buffer;
}
function decodeDeltas(body, rowCount) {
  if (body.length !== rowCount * 4) throw corrupt("an integer column has the wrong length");
  let column = new Int32Array(unshuffle(body, 4));
  for (let i = 1; i < rowCount; i++) column[i] = (column[i - 1] ?? 0) + (column[i] ?? 0);
  return column;
}
function decodeDictionary(body, rowCount, width) {
  let view = new DataView(body.buffer, body.byteOffset, body.byteLength), count2 = body.length >= 4 ? view.getUint32(0, !0) : Number.NaN;
  if (body.length !== 4 + count2 * 4 + rowCount * width) throw corrupt("a dictionary column has the wrong length");
  let values = Int32Array.from({ length: count2 }, (_, i) => view.getInt32(4 + i * 4, !0)), low = body.subarray(4 + count2 * 4), column = new Int32Array(rowCount);
  for (let i = 0; i < rowCount; i++) {
    let code = (low[i] ?? 0) + (width === 2 ? (low[rowCount + i] ?? 0) * 256 : 0), value = values[code];
    if (value === void 0) throw corrupt("a dictionary column points outside its dictionary");
    column[i] = value;
  }
  return column;
}
function decodeFloats(body, rowCount) {
  if (body.length !== rowCount * 8) throw corrupt("a number column has the wrong length");
  return new Float64Array(unshuffle(body, 8));
}
function decodeScales(bytes) {
  return Array.from({ length: bytes.length / SCALE_BYTES }, (_, i) => {
    let [p = 0, a = 0, b = 0, digits = 0] = bytes.subarray(i * SCALE_BYTES, (i + 1) * SCALE_BYTES);
    return { p, a, b, digits };
  });
}
function decodeTimings(body, rowCount) {
  if (body.length < TIMINGS_HEAD_BYTES) throw corrupt("a timing column has the wrong length");
  let view = new DataView(body.buffer, body.byteOffset, body.byteLength), [scaleCount = 0, width = 0] = body, exceptionCount = view.getUint32(2, !0), codesAt = TIMINGS_HEAD_BYTES + scaleCount * SCALE_BYTES, ticksAt = codesAt + rowCount, exceptionsAt = ticksAt + rowCount * width;
  if (width > 6 || body.length !== exceptionsAt + exceptionCount * 8)
    throw corrupt("a timing column has the wrong length");
  let scales = decodeScales(body.subarray(TIMINGS_HEAD_BYTES, codesAt)), exceptions = decodeFloats(body.subarray(exceptionsAt), exceptionCount), column = new Float64Array(rowCount), used = 0;
  for (let i = 0; i < rowCount; i++) {
    let code = body[codesAt + i] ?? EXCEPTION_CODE;
    if (code === EXCEPTION_CODE) {
      column[i] = exceptions[used++] ?? Number.NaN;
      continue;
    }
    let scale = scales[code];
    if (scale === void 0) throw corrupt("a timing column points outside its scales");
    let ticks = 0;
    for (let plane = width - 1; plane >= 0; plane--) ticks = ticks * 256 + (body[ticksAt + plane * rowCount + i] ?? 0);
    column[i] = measuredValue(ticks, scale);
  }
  if (used !== exceptionCount) throw corrupt("a timing column has another number of exceptions");
  return column;
}
var DECODERS = {
  [ENCODING.shuffledFloats]: decodeFloats,
  [ENCODING.shuffledDeltas]: decodeDeltas,
  [ENCODING.dictionary8]: (body, rowCount) => decodeDictionary(body, rowCount, 1),
  [ENCODING.dictionary16]: (body, rowCount) => decodeDictionary(body, rowCount, 2),
  [ENCODING.timings]: decodeTimings
};
function decodeColumns(bytes, types, rowCount) {
  let view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), at = 0, columns = types.map((type) => {
    if (at + TAG_BYTES > bytes.length) throw corrupt("a block ends inside a column");
    let length = view.getUint32(at + 1, !0), start = at + TAG_BYTES;
    if (start + length > bytes.length) throw corrupt("a block ends inside a column");
    let decode = DECODERS[bytes[at] ?? -1];
    if (decode === void 0) throw corrupt("a column has an unknown encoding");
    let column = decode(bytes.subarray(start, start + length), rowCount);
    if (column instanceof Int32Array != (type === "int32"))
      throw corrupt("a column has another type than the header says");
    return at = start + length, column;
  });
  if (at !== bytes.length) throw corrupt("a block has bytes left over");
  return columns;
}

// src/perfdb/header.ts
var PACK_MAGIC = "DGDRPERF", PACK_FORMAT = 1, PREAMBLE_BYTES = PACK_MAGIC.length + 12, MAX_HEADER_BYTES = 1024 * 1024, MAX_BLOCK_BYTES = 16 * 1024 * 1024, MAX_ROWS = 2e6, list = (value, what) => {
  if (!Array.isArray(value)) throw corrupt(`${what} is not a list`);
  return value;
}, word = (value, what) => {
  if (typeof value != "string") throw corrupt(`${what} is not a text`);
  return value;
}, size = (value, limit, what) => {
  if (typeof value != "number" || !Number.isInteger(value) || value < 0 || value > limit)
    throw corrupt(`${what} is out of range`);
  return value;
};
function parseColumn(value) {
  let [name, type] = list(value, "a column");
  if (type !== "int32" && type !== "float64") throw corrupt("a column has an unknown type");
  return { name: word(name, "a column name"), type };
}
function parseBlock(value, dataBytes) {
  let [offset, length, rawLength, rowCount] = list(value, "a block"), block = {
    offset: size(offset, dataBytes, "a block offset"),
    length: size(length, dataBytes, "a block length"),
    rawLength: size(rawLength, MAX_BLOCK_BYTES, "a block size"),
    rowCount: size(rowCount, MAX_ROWS, "a row count")
  };
  if (block.offset + block.length > dataBytes) throw corrupt("a block lies outside the file");
  return block;
}
function parseKey(values, width) {
  if (values.length !== width) throw corrupt("a slice key has the wrong length");
  return values.map((value) => {
    if (typeof value != "string" && typeof value != "number") throw corrupt("a slice key is neither text nor number");
    return value;
  });
}
function parseSlices(values, blocks, keyWidth) {
  let used = blocks.map(() => 0), slices = values.map((value) => {
    let [blockValue, rowValue, ...key] = list(value, "a slice"), block = size(blockValue, blocks.length - 1, "the block of a slice"), rowCount = size(rowValue, MAX_ROWS, "a row count"), start = used[block] ?? 0;
    return used[block] = start + rowCount, { key: parseKey(key, keyWidth), block, start, rowCount };
  });
  if (blocks.some((block, i) => block.rowCount !== used[i])) throw corrupt("the slices of a block do not add up");
  return slices;
}
function parseTable(value, dataBytes) {
  if (!isObject(value)) throw corrupt("a table is not an object");
  let blocks = list(value.blocks, "the blocks of a table").map((block) => parseBlock(block, dataBytes)), sliceColumns = list(value.sliceColumns, "the slice columns").map((name) => word(name, "a slice column"));
  return {
    name: word(value.name, "a table name"),
    sliceColumns,
    columns: list(value.columns, "the columns of a table").map(parseColumn),
    lanes: list(value.lanes ?? [], "the lanes of a table").map((name) => word(name, "a lane")),
    blocks,
    slices: parseSlices(list(value.slices, "the slices of a table"), blocks, sliceColumns.length)
  };
}
function parseHeader(value, dataBytes) {
  if (!isObject(value)) throw corrupt("the header is not an object");
  return {
    system: word(value.system, "the system"),
    backend: word(value.backend, "the backend"),
    version: word(value.version, "the version"),
    tables: list(value.tables, "the tables").map((entry) => parseTable(entry, dataBytes))
  };
}
function headerJson(header) {
  return {
    system: header.system,
    backend: header.backend,
    version: header.version,
    tables: header.tables.map((entry) => ({
      name: entry.name,
      sliceColumns: [...entry.sliceColumns],
      columns: entry.columns.map(({ name, type }) => [name, type]),
      ...entry.lanes.length > 0 ? { lanes: [...entry.lanes] } : {},
      blocks: entry.blocks.map(({ offset, length, rawLength, rowCount }) => [offset, length, rawLength, rowCount]),
      slices: entry.slices.map(({ block, rowCount, key }) => [block, rowCount, ...key])
    }))
  };
}

// src/perfdb/index-file.ts
import { createHash } from "node:crypto";
var text = (object, name) => {
  let value = object[name];
  if (typeof value != "string") throw corrupt(`index.json lacks ${name}`);
  return value;
}, count = (object, name) => {
  let value = object[name];
  if (typeof value != "number") throw corrupt(`index.json lacks ${name}`);
  return value;
}, objects = (object, name) => {
  let value = object[name];
  if (!Array.isArray(value)) throw corrupt(`index.json lacks ${name}`);
  return value.map((entry) => {
    if (!isObject(entry)) throw corrupt(`an entry of ${name} in index.json is not an object`);
    return entry;
  });
}, hashes = (value) => {
  if (!isObject(value)) throw corrupt("index.json lacks files");
  return Object.fromEntries(Object.entries(value).map(([file, hash]) => [file, String(hash)]));
}, parseTable2 = (entry) => ({
  name: text(entry, "name"),
  rows: count(entry, "rows"),
  hidden: count(entry, "hidden"),
  sha256: text(entry, "sha256"),
  sources: objects(entry, "sources").map((source) => ({
    framework: text(source, "framework"),
    version: text(source, "version"),
    read: count(source, "read"),
    kept: count(source, "kept")
  }))
}), PACK_FILE = /^[\w-]+\/[\w.-]+\.pack$/;
function parsePack(entry) {
  let file = text(entry, "file");
  if (!PACK_FILE.test(file)) throw corrupt(`index.json names an impossible file: ${JSON.stringify(file)}`);
  return {
    file,
    system: text(entry, "system"),
    backend: text(entry, "backend"),
    version: text(entry, "version"),
    tables: objects(entry, "tables").map(parseTable2)
  };
}
function parseIndex(value) {
  if (!isObject(value)) throw corrupt("index.json is not an object");
  let format = count(value, "format");
  if (format !== PACK_FORMAT) throw corrupt(`index.json has format ${format}, this release reads ${PACK_FORMAT}`);
  return {
    format,
    release: text(value, "release"),
    sha256: text(value, "sha256"),
    files: hashes(value.files),
    packs: objects(value, "packs").map(parsePack)
  };
}
function hashOf(bytes) {
  return createHash("sha256").update(bytes).digest("hex");
}

export {
  BACKENDS,
  MODES,
  OTHER_MODE,
  ENCODING,
  TAG_BYTES,
  TIMINGS_HEAD_BYTES,
  SCALE_BYTES,
  EXCEPTION_CODE,
  powerOfTen,
  measuredValue,
  corrupt,
  decodeColumns,
  PACK_MAGIC,
  PACK_FORMAT,
  PREAMBLE_BYTES,
  MAX_HEADER_BYTES,
  parseHeader,
  headerJson,
  parseIndex,
  hashOf
};
