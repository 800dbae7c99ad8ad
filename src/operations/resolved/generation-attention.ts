import { decodeFloor, type GenerationAttention, meanOverLengths } from '../generation-attention.ts';
import { sliceKvHeads } from '../grouped-slices.ts';
import type { Tables, TimeOf } from '../kind.ts';
import { gridOf } from '../resolver/grid.ts';
import { laneSlice } from './lanes.ts';
import { perShape } from './per-shape.ts';

/** A measured kernel: sequences of one number of heads, then the time of one more token at a length. */
interface Kernel {
  readonly place: (heads: number, batch: number) => void;
  readonly timeAt: (length: number) => number;
}

/** Source: aiconfigurator 0.12.0, the operators of its compiled core. */
export function resolvedGenerationAttention(tables: Tables): TimeOf<GenerationAttention> {
  const { attention } = tables.constants;
  const kernelOf = perShape((op: GenerationAttention) => openKernel(tables, op), kernelKey);
  return (op, { batch, sequenceLength }) => {
    const { place, timeAt } = kernelOf(op);
    place(op.heads, batch);
    return Math.max(0, meanOverLengths(sequenceLength, attention, timeAt));
  };
}

function kernelKey(op: GenerationAttention): string {
  return `${op.kvCache} ${sliceKvHeads(op)} ${op.headSize} ${op.windowSize}`;
}

function openKernel(tables: Tables, op: GenerationAttention): Kernel {
  const { kvCache, headSize, windowSize } = op;
  const key = [kvCache, sliceKvHeads(op), headSize, windowSize];
  const floor = decodeFloor(tables, key);
  const gridTime = gridOf(laneSlice(tables.database, 'generation_attention', key), {
    axes: ['num_heads', 'batch_size', 'isl'],
    speedOfLight: (point) => floor(point[0]!, point[1]!, point[2]!),
  });
  const point = new Float64Array(3);
  return {
    place: (heads, batch) => {
      point[0] = heads;
      point[1] = batch;
    },
    timeAt: (length) => {
      point[2] = length;
      return gridTime(point);
    },
  };
}
