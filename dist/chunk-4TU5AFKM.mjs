import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  corrupt
} from "./chunk-RDNXMUIG.mjs";
import {
  isObject
} from "./chunk-4FEZFIKB.mjs";

// src/perfdb/systems.ts
var optionalNumber = (section2, name) => {
  let value = section2[name];
  if (value != null) {
    if (typeof value != "number") throw corrupt(`${name} of a system is not a number`);
    return value;
  }
}, number = (section2, name) => {
  let value = optionalNumber(section2, name);
  if (value === void 0) throw corrupt(`a system has no ${name}`);
  return value;
}, optionalText = (section2, name) => section2[name] === void 0 || section2[name] === null ? void 0 : String(section2[name]), section = (spec, name) => {
  let value = spec[name];
  if (!isObject(value)) throw corrupt(`a system has no ${name}`);
  return value;
};
function parseSystem(name, value) {
  if (!isObject(value)) throw corrupt(`system ${name} is not an object`);
  let gpu = section(value, "gpu"), node = section(value, "node"), misc = section(value, "misc"), ncclMem = section(misc, "nccl_mem");
  return {
    name,
    memBwBytesPerSec: number(gpu, "mem_bw"),
    memBwScaling: number(gpu, "mem_bw_empirical_scaling_factor"),
    memConstantLatencySec: number(gpu, "mem_empirical_constant_latency"),
    memCapacityBytes: number(gpu, "mem_capacity"),
    bfloat16TcFlops: number(gpu, "bfloat16_tc_flops"),
    int8TcFlops: optionalNumber(gpu, "int8_tc_flops"),
    fp8TcFlops: optionalNumber(gpu, "fp8_tc_flops"),
    fp4TcFlops: optionalNumber(gpu, "fp4_tc_flops"),
    smVersion: optionalNumber(gpu, "sm_version") ?? -1,
    numGpusPerNode: number(node, "num_gpus_per_node"),
    numGpusPerRack: optionalNumber(node, "num_gpus_per_rack") ?? Number.POSITIVE_INFINITY,
    intraNodeBwBytesPerSec: number(node, "intra_node_bw"),
    interNodeBwBytesPerSec: number(node, "inter_node_bw"),
    interRackBwBytesPerSec: optionalNumber(node, "inter_rack_bw"),
    p2pLatencySec: number(node, "p2p_latency"),
    ncclMemBytes: Object.fromEntries(Object.keys(ncclMem).map((gpus) => [Number(gpus), number(ncclMem, gpus)])),
    otherMemBytes: number(misc, "other_mem"),
    ncclVersion: optionalText(misc, "nccl_version"),
    onecclVersion: optionalText(misc, "oneccl_version")
  };
}
function parseSystems(value) {
  if (!isObject(value)) throw corrupt("systems.json is not an object");
  return Object.fromEntries(Object.entries(value).map(([name, spec]) => [name, parseSystem(name, spec)]));
}

// src/perfdb/support.ts
var NO_ROW = ".", strings = (value, length) => {
  if (!Array.isArray(value) || value.some((entry) => typeof entry != "string"))
    throw corrupt("support.json has no list of texts");
  if (length !== void 0 && value.length !== length) throw corrupt("a list in support.json has the wrong length");
  return value;
}, lists = (value) => {
  if (!Array.isArray(value)) throw corrupt("support.json lacks a list");
  return value;
};
function parseMatrix(value) {
  if (!isObject(value)) throw corrupt("support.json is not an object");
  let statuses = strings(value.statuses), models = lists(value.models).map((entry) => {
    let [model = "", architecture = ""] = strings(entry, 2);
    return { model, architecture };
  }), known = new Set([NO_ROW, ...statuses.keys()].map(String)), places = lists(value.places).map((entry) => {
    let [system = "", backend = "", version = "", mode = "", grid = ""] = strings(entry, 5);
    if (grid.length !== models.length || [...grid].some((digit) => !known.has(digit)))
      throw corrupt("a row of support.json does not fit its models and statuses");
    return { system, backend, version, mode, grid };
  });
  return { statuses, models, places };
}
var statusesAt = (matrix, places, columns) => places.flatMap(
  ({ grid }) => columns.flatMap(
    (column) => grid.charAt(column) === NO_ROW ? [] : [matrix.statuses[Number(grid.charAt(column))] ?? ""]
  )
), count = (statuses) => ({
  pass: statuses.filter((status) => status === "PASS").length,
  total: statuses.length
});
function expand({ statuses, models, places }) {
  return places.flatMap(
    ({ grid, ...place }) => models.flatMap((model, column) => {
      let digit = grid.charAt(column);
      return digit === NO_ROW ? [] : [{ ...model, ...place, status: statuses[Number(digit)] ?? "" }];
    })
  );
}
function parseSupport(value) {
  let matrix = parseMatrix(value), same = (a, b) => a.toLowerCase() === b.toLowerCase(), placesOf = (system, backend) => matrix.places.filter(
    (place) => place.mode === "disagg" && same(place.system, system) && same(place.backend, backend)
  ), columnsWhere = (fits) => matrix.models.flatMap((entry, column) => fits(entry) ? [column] : []);
  return {
    rows: () => expand(matrix),
    byModel(id, system, backend) {
      let columns = columnsWhere(({ model }) => same(model, id)), statuses = statusesAt(matrix, placesOf(system, backend), columns);
      return statuses.length === 0 ? void 0 : count(statuses);
    },
    byArchitecture(architecture, system, backend) {
      let columns = columnsWhere((entry) => entry.architecture === architecture), statuses = statusesAt(matrix, placesOf(system, backend), columns);
      return count(statuses.filter((status) => status !== "HW_INCOMPATIBLE"));
    },
    architectureOf: (id) => matrix.models.find(({ model }) => same(model, id))?.architecture
  };
}

export {
  NO_ROW,
  parseSupport,
  parseSystem,
  parseSystems
};
