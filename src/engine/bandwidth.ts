import type { QuantMode } from '../models/quant-modes.ts';
import type { SystemSpec } from '../perfdb/perfdb.ts';

/** Peak tensor-core rate of a mode in operations a second; bfloat16 times its factor where none is given. */
export function tensorFlops(system: SystemSpec, { compute }: QuantMode): number {
  const given = { 1: system.bfloat16TcFlops, 2: system.fp8TcFlops, 4: system.fp4TcFlops }[compute];
  return given ?? system.bfloat16TcFlops * compute;
}

/** Bytes a second from GPU to GPU when `gpus` take part: inside a node, a rack, or between racks. */
export function peerBandwidth(system: SystemSpec, gpus: number): number {
  if (gpus <= system.numGpusPerNode) return system.intraNodeBwBytesPerSec;
  if (gpus <= system.numGpusPerRack) return system.interNodeBwBytesPerSec;
  return system.interRackBwBytesPerSec ?? system.interNodeBwBytesPerSec;
}
