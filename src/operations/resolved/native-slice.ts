import type { PerfDatabase, Slice } from '../../perfdb/perfdb.ts';
import type { SliceKey } from '../attention-grids.ts';
import { DataMissing } from '../data-missing.ts';
import { nearestCount } from '../nearest-count.ts';

/**
 * The slice of a block that was measured of models with as many heads as this one has in all, else of the one model that
 * was measured, else of the largest with fewer heads, else of the smallest; the heads are the last column of the key.
 * Source: aiconfigurator 0.12.0, the operators of its compiled core. @throws DataMissing
 */
export function nativeSlice(database: PerfDatabase, name: string, key: SliceKey, nativeHeads: number): Slice {
  const table = database.table(name);
  const keys = (table?.sliceKeys ?? []).filter((one) => key.every((value, i) => one[i] === value));
  const measured = keys.map((one) => Number(one[key.length])).sort((a, b) => a - b);
  const heads = nearestCount(measured, nativeHeads);
  const slice = heads === undefined ? undefined : table?.slice(...key, heads);
  if (slice !== undefined && slice.rowCount > 0) return slice;
  throw new DataMissing(`${name} has no rows for ${key.join(', ')}`, { isOfEveryStep: true });
}
