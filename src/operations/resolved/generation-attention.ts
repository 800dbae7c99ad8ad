import { decodeFloor, type GenerationAttention, meanOverLengths } from '../generation-attention.ts';
import { sliceKvHeads } from '../grouped-slices.ts';
import type { StepPoint, Tables, TimeOf } from '../kind.ts';
import { perShape } from '../per-shape.ts';
import { type Grid, openGrid } from '../resolver/grid.ts';
import { laneSlice } from './lanes.ts';
import { meansAlong } from './means-along.ts';

/** Source: aiconfigurator 0.12.0, the operators of its compiled core. */
export function resolvedGenerationAttention(tables: Tables): TimeOf<GenerationAttention> {
  const { attention } = tables.constants;
  const kernelOf = perShape((op: GenerationAttention) => openKernel(tables, op), kernelKey);
  const meansOf = meansAlong(attention);
  const point = new Float64Array(3);
  const timeOf = (op: GenerationAttention, { batch, sequenceLength }: StepPoint): number => {
    const { timeAt } = kernelOf(op);
    point[0] = op.heads;
    point[1] = batch;
    const mean = meanOverLengths(sequenceLength, attention, (length) => {
      point[2] = length;
      return timeAt(point);
    });
    return Math.max(0, mean);
  };
  const along = (op: GenerationAttention, batch: number, lengths: Float64Array): Float64Array => {
    const { addAlong } = kernelOf(op);
    const means = meansOf(lengths, (places, sums) => addAlong([op.heads, batch], places, sums));
    for (let i = 0; i < means.length; i += 1) means[i] = Math.max(0, means[i]!);
    return means;
  };
  return Object.assign(timeOf, { along });
}

function kernelKey(op: GenerationAttention): string {
  return `${op.kvCache} ${sliceKvHeads(op)} ${op.headSize} ${op.windowSize}`;
}

/** The times of one more token, by heads, sequences and their length. */
function openKernel(tables: Tables, op: GenerationAttention): Grid {
  const { kvCache, headSize, windowSize } = op;
  const key = [kvCache, sliceKvHeads(op), headSize, windowSize];
  const floor = decodeFloor(tables, key);
  return openGrid(laneSlice(tables.database, 'generation_attention', key), {
    axes: ['num_heads', 'batch_size', 'isl'],
    speedOfLight: (point) => floor(point[0]!, point[1]!, point[2]!),
    farField: tables.constants.resolver.farField,
  });
}
