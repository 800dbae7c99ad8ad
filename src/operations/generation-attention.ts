import { latest } from '../memo.ts';
import { type AttentionBase, decodePoints, type SliceKey, slicedGrids } from './attention-grids.ts';
import type { LookupConstants } from './constants.ts';
import { bilinearAlong } from './grid/along-z.ts';
import { denseGrid } from './grid/dense-grid.ts';
import type { Grid } from './grid/interpolation.ts';
import { headsFrom, sliceKvHeads } from './grouped-slices.ts';
import { noWeights, type OperationKind, type StepPoint, type Tables, type TimeOf } from './kind.ts';
import { KV_CACHE_QUANT, type KvCacheQuant } from './quant-modes.ts';

/** Decode attention of one new token a sequence. */
export interface GenerationAttention extends AttentionBase {
  readonly kind: 'generationAttention';
  readonly kvHeads: number;
  readonly headSize: number;
  /** Sliding window in tokens, 0 for full attention. */
  readonly windowSize: number;
  /** Only where queries and keys are normed first. */
  readonly usesQkNorm?: true;
}

/** Decode attention at a length: the mean over lengths around it, since the sequences of a batch differ. */
export const generationAttention: OperationKind<GenerationAttention> = {
  sees: () => 'length',
  isRemembered: true,
  weightBytes: noWeights,
  source: () => 'measured: generation_attention',
  time: generationAttentionTime,
};

/** Source: aiconfigurator 0.10.0, sdk/operations/attention.py. */
function generationAttentionTime(tables: Tables): TimeOf<GenerationAttention> {
  const { database, constants } = tables;
  const { heads, generationBatches, generationLengths } = constants.attention;
  const gridOf = slicedGrids(database, 'generation_attention', (slice, key) =>
    denseGrid(decodePoints(slice), {
      targetX: headsFrom(slice, heads),
      targetY: generationBatches,
      targetZ: generationLengths,
      floor: decodeFloor(tables, key),
    }),
  );
  const gridFor = (op: GenerationAttention): Grid => gridOf([op.kvCache, sliceKvHeads(op), op.headSize, op.windowSize]);
  const sampled = sampledLengths(constants.attention);
  const timeOf = (op: GenerationAttention, { batch, sequenceLength }: StepPoint): number =>
    meanOverLengths(sequenceLength, constants.attention, bilinearAlong(gridFor(op), op.heads, batch));
  const along = (op: GenerationAttention, batch: number, lengths: Float64Array): Float64Array => {
    const grid = gridFor(op);
    const means = new Float64Array(lengths.length);
    for (const around of sampled(lengths)) {
      const timeAt = bilinearAlong(grid, op.heads, batch);
      for (let i = 0; i < around.length; i += 1) means[i]! += timeAt(around[i]!);
    }
    for (let i = 0; i < means.length; i += 1) means[i]! /= constants.attention.lengthSamples;
    return means;
  };
  return Object.assign(timeOf, { along });
}

/** Which lengths stand for those of the sequences of a batch. */
type Samples = Pick<LookupConstants['attention'], 'lengthSamples' | 'lengthSpread'>;

/** The mean of what decode attention takes at lengths around a mean one. */
export function meanOverLengths(meanLength: number, samples: Samples, timeAt: (length: number) => number): number {
  let sum = 0;
  for (let i = 0; i < samples.lengthSamples; i += 1) sum += timeAt(sampledLength(meanLength, i, samples));
  return sum / samples.lengthSamples;
}

/** One of the lengths around a mean one. */
function sampledLength(meanLength: number, sample: number, { lengthSamples, lengthSpread }: Samples): number {
  const low = Math.max(1, Math.trunc(meanLength * lengthSpread[0]));
  const high = Math.max(low, Math.trunc(meanLength * lengthSpread[1]));
  return low + Math.floor(((high - low) * sample) / (lengthSamples - 1));
}

/** Opens the lengths around many mean ones, by sample, so that each ascends; all layouts and batches of a sweep ask for the same. */
export function sampledLengths(samples: Samples): (meanLengths: Float64Array) => readonly Float64Array[] {
  return latest((meanLengths: Float64Array) =>
    Array.from({ length: samples.lengthSamples }, (_, sample) =>
      meanLengths.map((length) => sampledLength(length, sample, samples)),
    ),
  );
}

/** Lower bound in ms of decode attention: the tensor cores' peak or one pass over queries, cache and outputs. */
export function decodeFloor(
  { system, constants }: Tables,
  key: SliceKey,
): (heads: number, batch: number, length: number) => number {
  const [kvCache, sliceHeads, headSize, windowSize] = key as readonly [KvCacheQuant, number, number, number];
  const { bytes } = KV_CACHE_QUANT[kvCache];
  const flops = constants.peakFlops.attention(system, KV_CACHE_QUANT[kvCache]);
  return (heads, batch, length) => {
    const kvHeads = sliceHeads === 0 ? heads : sliceHeads;
    const kvLength = windowSize > 0 ? Math.min(length - 1, windowSize) : length - 1;
    const mathMs = ((2 * batch * heads * headSize * 2 * kvLength) / flops) * 1000;
    const moved = batch * (heads * headSize * 2 + 2 * kvHeads * kvLength * headSize * bytes + heads * headSize * 2);
    return Math.max(mathMs, (moved / system.memBwBytesPerSec) * 1000);
  };
}
