import type { SystemSpec } from '../perfdb/perfdb.ts';

/** Bytes a second from GPU to GPU when `gpus` take part: inside a node, a rack, or between racks. */
export function peerBandwidth(system: SystemSpec, gpus: number): number {
  if (gpus <= system.numGpusPerNode) return system.intraNodeBwBytesPerSec;
  if (gpus <= system.numGpusPerRack) return system.interNodeBwBytesPerSec;
  return system.interRackBwBytesPerSec ?? system.interNodeBwBytesPerSec;
}
