import type { PerfDatabase, Slice } from '../perfdb/perfdb.ts';
import type { SliceKey } from './attention-grids.ts';
import { DataMissing } from './data-missing.ts';

/** Families of kernels that sparse attention was measured with, as the last column of a slice's key names them. */
export type KernelFamily = 'trtllm' | 'flashmla_kv';

/** TensorRT-LLM's own kernels answer before others. */
export const FASTEST: readonly KernelFamily[] = ['trtllm', 'flashmla_kv'];

/** Of ranks that share a sequence the others do. */
export const SHARING: readonly KernelFamily[] = ['flashmla_kv', 'trtllm'];

/** The rows of the first family of kernels that was measured with a key. @throws DataMissing */
export function kernelSlice(
  database: PerfDatabase,
  name: string,
  key: SliceKey,
  families: readonly KernelFamily[] = FASTEST,
): Slice {
  const table = database.table(name);
  for (const family of families) {
    const slice = table?.slice(...key, family);
    if (slice !== undefined && slice.rowCount > 0) return slice;
  }
  throw new DataMissing(`${name} has no rows for ${key.join(', ')}`, { isOfEveryStep: true });
}
