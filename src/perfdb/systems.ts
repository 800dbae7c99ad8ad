import { isObject, type Json, type JsonObject } from '../json.ts';
import { corrupt } from './codec.ts';

/**
 * Hardware figures of a GPU system. Bandwidths are bytes/s in one direction for one GPU, capacities bytes, compute
 * FLOP/s. Source: systems/<name>.yaml of the release (engine.md 2.5).
 */
export interface SystemSpec {
  readonly name: string;
  readonly memBwBytesPerSec: number;
  /** Share of `memBwBytesPerSec` that is reached, 0 to 1. */
  readonly memBwScaling: number;
  readonly memConstantLatencySec: number;
  readonly memCapacityBytes: number;
  readonly bfloat16TcFlops: number;
  readonly int8TcFlops: number | undefined;
  readonly fp8TcFlops: number | undefined;
  readonly fp4TcFlops: number | undefined;
  /** Compute capability as major * 10 + minor; -1 when the device has none. */
  readonly smVersion: number;
  readonly numGpusPerNode: number;
  /** Infinity when racks do not matter. */
  readonly numGpusPerRack: number;
  readonly intraNodeBwBytesPerSec: number;
  readonly interNodeBwBytesPerSec: number;
  readonly interRackBwBytesPerSec: number | undefined;
  readonly p2pLatencySec: number;
  /** Memory that collectives take, by GPU count. */
  readonly ncclMemBytes: Readonly<Record<number, number>>;
  readonly otherMemBytes: number;
  readonly ncclVersion: string | undefined;
  readonly onecclVersion: string | undefined;
}

const optionalNumber = (section: JsonObject, name: string): number | undefined => {
  const value = section[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'number') throw corrupt(`${name} of a system is not a number`);
  return value;
};

const number = (section: JsonObject, name: string): number => {
  const value = optionalNumber(section, name);
  if (value === undefined) throw corrupt(`a system has no ${name}`);
  return value;
};

const optionalText = (section: JsonObject, name: string): string | undefined =>
  section[name] === undefined || section[name] === null ? undefined : String(section[name]);

const section = (spec: JsonObject, name: string): JsonObject => {
  const value = spec[name];
  if (!isObject(value)) throw corrupt(`a system has no ${name}`);
  return value;
};

/** Reads one system from the release's own field names. */
export function parseSystem(name: string, value: Json): SystemSpec {
  if (!isObject(value)) throw corrupt(`system ${name} is not an object`);
  const gpu = section(value, 'gpu');
  const node = section(value, 'node');
  const misc = section(value, 'misc');
  const ncclMem = section(misc, 'nccl_mem');
  return {
    name,
    memBwBytesPerSec: number(gpu, 'mem_bw'),
    memBwScaling: number(gpu, 'mem_bw_empirical_scaling_factor'),
    memConstantLatencySec: number(gpu, 'mem_empirical_constant_latency'),
    memCapacityBytes: number(gpu, 'mem_capacity'),
    bfloat16TcFlops: number(gpu, 'bfloat16_tc_flops'),
    int8TcFlops: optionalNumber(gpu, 'int8_tc_flops'),
    fp8TcFlops: optionalNumber(gpu, 'fp8_tc_flops'),
    fp4TcFlops: optionalNumber(gpu, 'fp4_tc_flops'),
    smVersion: optionalNumber(gpu, 'sm_version') ?? -1,
    numGpusPerNode: number(node, 'num_gpus_per_node'),
    numGpusPerRack: optionalNumber(node, 'num_gpus_per_rack') ?? Number.POSITIVE_INFINITY,
    intraNodeBwBytesPerSec: number(node, 'intra_node_bw'),
    interNodeBwBytesPerSec: number(node, 'inter_node_bw'),
    interRackBwBytesPerSec: optionalNumber(node, 'inter_rack_bw'),
    p2pLatencySec: number(node, 'p2p_latency'),
    ncclMemBytes: Object.fromEntries(Object.keys(ncclMem).map((gpus) => [Number(gpus), number(ncclMem, gpus)])),
    otherMemBytes: number(misc, 'other_mem'),
    ncclVersion: optionalText(misc, 'nccl_version'),
    onecclVersion: optionalText(misc, 'oneccl_version'),
  };
}

/** All systems of `systems.json`. */
export function parseSystems(value: Json): Readonly<Record<string, SystemSpec>> {
  if (!isObject(value)) throw corrupt('systems.json is not an object');
  return Object.fromEntries(Object.entries(value).map(([name, spec]) => [name, parseSystem(name, spec)]));
}
