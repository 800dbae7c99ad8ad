import type { ContextAttention, GenerationAttention } from '../../models/operations.ts';
import { FMHA_QUANT, KV_CACHE_QUANT, type KvCacheQuant } from '../../models/quant-modes.ts';
import type { PerfDatabase, Slice, SystemSpec } from '../../perfdb/perfdb.ts';
import { DataMissing } from '../data-missing.ts';
import { denseGrid } from '../dense-grid.ts';
import { lookup3 } from '../interpolation.ts';
import { ATTENTION_TARGETS, prefillTime, type SliceKey, slicedGrids } from './attention-grids.ts';
import { memoryTime } from './memory-bound.ts';

/** Heads and batches that measured attention is filled up to. Source: aiconfigurator 0.10.0, sdk/operations/attention.py. */
const TARGET_HEADS = [1, 2, 3, 4, 5, 6, 8, 9, 10, 12, 14, 16, 18, 20, 24, 28, 32, 36, 40, 48, 56, 72, 96, 128];
const CONTEXT_BATCHES = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 384, 1024, 2048];

/** Rotary embedding and cache writes are not part of the measured kernel; this scales their estimate. */
const EXTRA_FACTOR = 1.1;

/** The key-value heads of a slice are 0 where each query head has its own. */
function sliceKvHeads({ heads, kvHeads }: { readonly heads: number; readonly kvHeads: number }): number {
  if (kvHeads > heads) throw new DataMissing(`${kvHeads} key-value heads for ${heads} heads`);
  return kvHeads === heads ? 0 : kvHeads;
}

function headsFrom(slice: Slice): number[] {
  const smallest = slice.column('num_heads')[0]!;
  return TARGET_HEADS.filter((heads) => heads >= smallest);
}

/** Time in ms of one layer's attention over `batch` sequences of `length` tokens. @throws DataMissing */
export type AttentionTime<Op> = (op: Op, batch: number, length: number) => number;

/** Prefill attention without cached prefix: the measured kernel and an estimate of what surrounds it. */
export function contextAttentionTime(database: PerfDatabase, system: SystemSpec): AttentionTime<ContextAttention> {
  const memory = memoryTime(system);
  const gridOf = slicedGrids(database, 'context_attention', (slice) =>
    denseGrid(
      {
        x: slice.column('num_heads'),
        y: slice.column('isl'),
        z: slice.column('batch_size'),
        value: slice.column('latency'),
      },
      {
        targetX: headsFrom(slice),
        targetY: ATTENTION_TARGETS.contextLengths,
        targetZ: CONTEXT_BATCHES,
        usesSqrtY: true,
      },
    ),
  );
  return (op, batch, length) => {
    const grid = gridOf([op.fmha, op.kvCache, sliceKvHeads(op), op.headSize, op.windowSize]);
    const kernel = prefillTime(grid, { heads: op.heads, batch, length, cp: op.cp });
    return kernel + aroundAttention(op, memory) * EXTRA_FACTOR;
  };
}

/** Norms of queries and keys, rotary embedding, cache writes: constant, whatever the batch (reproduced on purpose). */
function aroundAttention(op: ContextAttention, memory: (bytes: number) => number): number {
  const q = op.heads * op.headSize;
  const kv = op.kvHeads * op.headSize;
  const fmhaBytes = FMHA_QUANT[op.fmha].bytes;
  const norms = op.usesQkNorm ? (2 * memory(q * 2) + 2 * memory(kv * 2)) * 2 : 0;
  return norms + (2 * memory(q * 2 + kv * 2) + (memory(kv * fmhaBytes) + memory(kv * fmhaBytes)));
}

const SAMPLES = 5;

/** Decode attention at a length: the mean over five lengths around it, since the sequences of a batch differ. */
export function generationAttentionTime(
  database: PerfDatabase,
  system: SystemSpec,
): AttentionTime<GenerationAttention> {
  const gridOf = slicedGrids(database, 'generation_attention', (slice, key) =>
    denseGrid(
      {
        x: slice.column('num_heads'),
        y: slice.column('batch_size'),
        z: slice.column('isl'),
        value: slice.column('latency'),
      },
      {
        targetX: headsFrom(slice),
        targetY: ATTENTION_TARGETS.generationBatches,
        targetZ: ATTENTION_TARGETS.generationLengths,
        floor: decodeFloor(system, key),
      },
    ),
  );
  return (op, batch, length) => {
    const grid = gridOf([op.kvCache, sliceKvHeads(op), op.headSize, op.windowSize]);
    const low = Math.max(1, Math.trunc(length * 0.9));
    const high = Math.max(low, Math.trunc(length * 1.1));
    let sum = 0;
    for (let i = 0; i < SAMPLES; i += 1) {
      const sample = low + Math.floor(((high - low) * i) / (SAMPLES - 1));
      sum += lookup3(grid, op.heads, batch, sample, 'bilinear');
    }
    return sum / SAMPLES;
  };
}

/** Lower bound in ms of decode attention: the tensor cores' peak or one pass over queries, cache and outputs. */
function decodeFloor(system: SystemSpec, key: SliceKey): (heads: number, batch: number, length: number) => number {
  const [kvCache, sliceHeads, headSize, windowSize] = key as readonly [KvCacheQuant, number, number, number];
  const { bytes, compute } = KV_CACHE_QUANT[kvCache];
  return (heads, batch, length) => {
    const kvHeads = sliceHeads === 0 ? heads : sliceHeads;
    const kvLength = windowSize > 0 ? Math.min(length - 1, windowSize) : length - 1;
    const mathMs = (((2 * batch * heads * headSize * 2 * kvLength) / system.bfloat16TcFlops) * 1000) / compute;
    const moved = batch * (heads * headSize * 2 + 2 * kvHeads * kvLength * headSize * bytes + heads * headSize * 2);
    return Math.max(mathMs, (moved / system.memBwBytesPerSec) * 1000);
  };
}
