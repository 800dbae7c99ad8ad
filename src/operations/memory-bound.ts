import type { SystemSpec } from '../perfdb/perfdb.ts';

/** Time in ms of moving `bytes` through GPU memory, at the system's measured share of its bandwidth. */
export type MemoryTime = (bytes: number) => number;

/** Source: aiconfigurator 0.10.0, sdk/perf_database.py, `query_mem_op`. */
export function memoryTime(system: SystemSpec): MemoryTime {
  const bytesPerSec = system.memBwBytesPerSec * system.memBwScaling;
  return (bytes) => (bytes / bytesPerSec + system.memConstantLatencySec) * 1000;
}
