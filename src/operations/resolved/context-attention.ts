import { overRanks } from '../attention-grids.ts';
import { aroundAttention, type ContextAttention } from '../context-attention.ts';
import { sliceKvHeads } from '../grouped-slices.ts';
import type { Tables, TimeOf } from '../kind.ts';
import { memoryTime } from '../memory-bound.ts';
import { typedFlops } from '../peak-flops.ts';
import { perShape } from '../per-shape.ts';
import { FMHA_QUANT, KV_CACHE_QUANT } from '../quant-modes.ts';
import { gridOf } from '../resolver/grid.ts';
import type { SpeedOfLight } from '../resolver/nest.ts';
import { laneSlice } from './lanes.ts';

/** A measured kernel: the time of `batch` sequences of a length over a number of heads. */
type Kernel = (heads: number, length: number, batch: number) => number;

/** Source: aiconfigurator 0.12.0, the operators of its compiled core. */
export function resolvedContextAttention(tables: Tables): TimeOf<ContextAttention> {
  const { surroundFactor } = tables.constants.attention;
  const memory = memoryTime(tables.system);
  const kernelOf = perShape((op: ContextAttention) => openKernel(tables, op), kernelKey);
  return (op, { batch, sequenceLength }) => {
    const kernel = kernelOf(op);
    const timeMs = overRanks(sequenceLength, op.cp, (length) => kernel(op.heads, length, batch));
    return Math.max(0, timeMs + aroundAttention(op, memory) * surroundFactor);
  };
}

function kernelKey(op: ContextAttention): string {
  return `${op.fmha} ${op.kvCache} ${sliceKvHeads(op)} ${op.headSize} ${op.windowSize}`;
}

function openKernel({ database, system, constants }: Tables, op: ContextAttention): Kernel {
  const { fmha, kvCache, headSize, windowSize } = op;
  const kvHeads = sliceKvHeads(op);
  const flops = typedFlops(system, FMHA_QUANT[fmha]);
  const slice = laneSlice(database, 'context_attention', [fmha, kvCache, kvHeads, headSize, windowSize]);
  const kvBytes = KV_CACHE_QUANT[kvCache].bytes;
  const roofline: SpeedOfLight = (point) => {
    const [n, length, b] = [point[0]!, point[1]!, point[2]!];
    const isWindowed = windowSize > 0 && length > windowSize;
    const work = isWindowed
      ? 2 * b * length * windowSize * n * headSize * 2
      : (2 * b * (length * length) * n * headSize * 2) / 2;
    const queries = n * length * headSize;
    const cache = 2 * (kvHeads === 0 ? n : kvHeads) * length * headSize;
    const moved = 2 * b * (queries + queries) + kvBytes * b * cache;
    return Math.max((work / flops) * 1000, (moved / system.memBwBytesPerSec) * 1000);
  };
  const timeAt = gridOf(slice, {
    axes: ['num_heads', 'isl', 'batch_size'],
    rootAxis: 1,
    speedOfLight: roofline,
    farField: constants.resolver.farField,
  });
  const point = new Float64Array(3);
  return (heads, length, batch) => {
    point[0] = heads;
    point[1] = length;
    point[2] = batch;
    return timeAt(point);
  };
}
