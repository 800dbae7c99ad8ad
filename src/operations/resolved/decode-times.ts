import { latest } from '../../memo.ts';
import type { StepPoint, TimeOf } from '../kind.ts';
import type { Grid } from '../resolver/grid.ts';
import { placesOf } from '../resolver/places.ts';

/** Times by heads, sequences and their length from grids over these, in one step and along an answer. */
export function decodeTimes<Op extends { readonly heads: number }>(gridOf: (op: Op) => Grid): TimeOf<Op> {
  const point = new Float64Array(3);
  // All layouts and batches of a sweep ask for the steps of one answer.
  const placesAt = latest(placesOf);
  const timeOf = (op: Op, { batch, sequenceLength }: StepPoint): number => {
    point[0] = op.heads;
    point[1] = batch;
    point[2] = sequenceLength;
    return Math.max(0, gridOf(op).timeAt(point));
  };
  const along = (op: Op, batch: number, lengths: Float64Array): Float64Array => {
    const times = new Float64Array(lengths.length);
    gridOf(op).addAlong([op.heads, batch], placesAt(lengths), times);
    for (let i = 0; i < times.length; i += 1) times[i] = Math.max(0, times[i]!);
    return times;
  };
  return Object.assign(timeOf, { along });
}
