import type { PerfDatabase, Slice } from '../../perfdb/perfdb.ts';
import type { SliceKey } from '../attention-grids.ts';
import { DataMissing } from '../data-missing.ts';

/**
 * The slice of the first lane (kernel) that was measured with a key: it answers alone, whatever other lanes hold.
 * Source: aiconfigurator 0.12.0, sdk/attention_lanes.py. @throws DataMissing where no lane has the key
 */
export function laneSlice(database: PerfDatabase, name: string, key: SliceKey): Slice {
  const table = database.table(name);
  for (const lane of table?.lanes ?? []) {
    const slice = table?.slice(lane, ...key);
    if (slice !== undefined && slice.rowCount > 0) return slice;
  }
  throw new DataMissing(`${name} has no rows for ${key.join(', ')}`);
}
