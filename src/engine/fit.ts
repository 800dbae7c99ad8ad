import type { Layout } from '../models/layout.ts';
import type { Role } from '../serving.ts';
import type { MemoryUse } from './memory.ts';
import type { EngineContext } from './worker.ts';

const BYTES_PER_GIB = 2 ** 30;

/** The worker that a memory use belongs to. */
export interface WorkerPlace {
  readonly role: Role;
  readonly layout: Layout;
}

/** Whether a worker fits one GPU, and its KV cache what the backend gives it. */
export function fitsGpu(
  { totalGib, kvCacheGib }: MemoryUse,
  { backend, backendVersion, system }: Pick<EngineContext, 'backend' | 'backendVersion' | 'system'>,
  { role, layout }: WorkerPlace,
): boolean {
  const capacityGib = system.memCapacityBytes / BYTES_PER_GIB;
  const otherGib = totalGib - kvCacheGib;
  if (totalGib >= capacityGib) return false;
  return kvCacheGib <= backend.kvCacheLimitGib({ role, layout, backendVersion, capacityGib, otherGib });
}
