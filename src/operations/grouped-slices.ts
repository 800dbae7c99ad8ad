import type { Slice } from '../perfdb/perfdb.ts';
import { DataMissing } from './data-missing.ts';

/** Heads of a GPU under grouped attention. */
interface HeadCounts {
  readonly heads: number;
  readonly kvHeads: number;
}

/** The key-value heads that name a measured slice: 0 where each query head has its own. @throws DataMissing */
export function sliceKvHeads({ heads, kvHeads }: HeadCounts): number {
  if (kvHeads > heads) throw new DataMissing(`${kvHeads} key-value heads for ${heads} heads`);
  return kvHeads === heads ? 0 : kvHeads;
}

/** Those of `targets` that are not below the smallest measured number of heads. */
export function headsFrom(slice: Slice, targets: readonly number[]): readonly number[] {
  const smallest = slice.column('num_heads')[0]!;
  return targets.filter((heads) => heads >= smallest);
}
