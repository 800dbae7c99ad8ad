import { memo } from '../../memo.ts';
import type { Slice } from '../../perfdb/perfdb.ts';
import { DataMissing } from '../data-missing.ts';

/** Time in ms of a kernel for some sequences of a length, of which nothing is cached. @throws DataMissing */
export type KernelTime = (batch: number, length: number) => number;

/**
 * Times of a kernel that was measured over sequences, their length and cached tokens: those of the nearest row, the smaller
 * one of two. Longer sequences than were measured have none, since such kernels grow faster than their input.
 * Source: aiconfigurator 0.12.0, the operators of its compiled core.
 */
export function nearestTimes(slice: Slice): KernelTime {
  const byBatch = timesByBatch(slice);
  const batches = ascending(byBatch);
  const rowsOf = memo((batch: number) => {
    const times = byBatch.get(nearest(batches, batch))!;
    return { times, lengths: ascending(times) };
  });
  return (batch, length) => {
    const { times, lengths } = rowsOf(batch);
    if (length > lengths.at(-1)!) throw new DataMissing(`kernels were measured up to ${lengths.at(-1)} tokens alone`);
    return times.get(nearest(lengths, length))!;
  };
}

/** Times by length, by number of sequences. The first row of each length is the one with the fewest cached tokens. */
function timesByBatch(slice: Slice): ReadonlyMap<number, ReadonlyMap<number, number>> {
  const [batches, lengths, latency] = ['batch_size', 'isl', 'latency'].map((name) => slice.column(name));
  const found = new Map<number, Map<number, number>>();
  for (let row = 0; row < slice.rowCount; row += 1) {
    const times = found.get(batches![row]!) ?? new Map<number, number>();
    found.set(batches![row]!, times);
    if (!times.has(lengths![row]!)) times.set(lengths![row]!, latency![row]!);
  }
  return found;
}

function ascending(found: ReadonlyMap<number, unknown>): readonly number[] {
  return [...found.keys()].sort((a, b) => a - b);
}

function nearest(keys: readonly number[], wanted: number): number {
  return keys.reduce((best, key) => (Math.abs(key - wanted) < Math.abs(best - wanted) ? key : best));
}
