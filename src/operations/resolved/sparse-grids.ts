import type { Slice } from '../../perfdb/perfdb.ts';
import type { Tables } from '../kind.ts';
import { type Grid, gridOf, openGrid } from '../resolver/grid.ts';
import type { SpeedOfLight } from '../resolver/nest.ts';

/** Time in ms of a prefill block by heads, length and sequences, of which nothing is cached. @throws DataMissing */
export type SparsePrefill = (heads: number, length: number, batch: number) => number;

/** Opens blocks of sparse attention in prefill, which were measured over heads, cached tokens, length and sequences. */
export function sparsePrefill({ constants }: Tables, slice: Slice, speedOfLight: SpeedOfLight): SparsePrefill {
  const { farField } = constants.resolver;
  const timeAt = gridOf(slice, { axes: ['num_heads', 'step', 'isl', 'batch_size'], speedOfLight, farField });
  const point = new Float64Array(4);
  return (heads, length, batch) => {
    point[0] = heads;
    point[2] = length;
    point[3] = batch;
    return timeAt(point);
  };
}

/** The same in decode, over heads, sequences and their length. */
export function sparseDecode({ constants }: Tables, slice: Slice, speedOfLight: SpeedOfLight): Grid {
  const { farField } = constants.resolver;
  return openGrid(slice, { axes: ['num_heads', 'batch_size', 'isl'], speedOfLight, farField });
}
