import type { SystemSpec } from '../perfdb/perfdb.ts';
import type { Wishes } from '../request/request.ts';
import type { Mode } from '../serving.ts';

const BYTES_PER_GIB = 2 ** 30;

/** Whether a mode of serving may be picked. */
export function allowsMode({ servingMode }: Wishes, mode: Mode): boolean {
  return servingMode === undefined || servingMode === mode;
}

/** Memory of one GPU that a worker may use, in GiB; infinite where none is to be left free. */
export function mostMemoryGib({ memoryHeadroomPercent }: Wishes, { memCapacityBytes }: SystemSpec): number {
  if (memoryHeadroomPercent === undefined) return Number.POSITIVE_INFINITY;
  return (memCapacityBytes / BYTES_PER_GIB) * usableShare({ memoryHeadroomPercent });
}

/** The share of a card that workers may use. */
export function usableShare({ memoryHeadroomPercent = 0 }: Wishes): number {
  return (100 - memoryHeadroomPercent) / 100;
}
